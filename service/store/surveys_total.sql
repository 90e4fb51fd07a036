-- How many surveys surveys_list.sql would list. $1: event's key or null; $2: status or null.
with seen as (
	select
		survey.event_key,
		case when gate.closes_at <= now() then 'closed' else gate.status end as status
	from survey
	join survey_gate gate using (survey_id)
	where gate.status <> 'draft'
)
select count(*)
from seen
where ($1::text is null or event_key = $1::text) and ($2::text is null or status = $2::text)
