-- Whether a survey takes answers, by the database's clock. $1: survey.
select
	status = 'published' and (closes_at is null or closes_at > clock_timestamp()) as published,
	opens_at is null or opens_at <= clock_timestamp() as opened
from survey_gate
where survey_id = $1::integer
