-- A survey in any state with its draft, locked against other edits. $1: key.
select
	survey.survey_id,
	survey.event_key,
	case when gate.closes_at <= now() then 'closed' else gate.status end as status,
	gate.version,
	draft.document::text,
	coalesce(draft.revision, 0) as revision
from survey
join survey_gate gate using (survey_id)
left join survey_draft draft using (survey_id)
where survey.key = $1::text
for no key update of survey
