-- A survey that the public may see, with one of its versions.
-- $1: key; $2: version, 0 for the newest.
select
	survey.survey_id,
	survey.key,
	survey.event_key,
	case when gate.closes_at <= now() then 'closed' else gate.status end as status,
	gate.opens_at is null or gate.opens_at <= now() as opened,
	gate.version,
	version.published_at,
	version.document::text,
	version.lists::text
from survey
join survey_gate gate using (survey_id)
join survey_version version
	on version.survey_id = survey.survey_id
	and version.version = case $2::integer when 0 then gate.version else $2::integer end
where survey.key = $1::text and gate.status <> 'draft'
