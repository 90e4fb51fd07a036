-- Surveys that the public may see, newest event first, each with its newest version. A survey past its
-- closes_at is closed, whatever its row says.
-- $1: event's key or null; $2: status or null; $3: at most so many; $4: so many left out.
with seen as (
	select
		survey.survey_id,
		survey.key,
		survey.event_key,
		case when gate.closes_at <= now() then 'closed' else gate.status end as status,
		gate.opens_at is null or gate.opens_at <= now() as opened,
		gate.version,
		version.published_at,
		version.document,
		version.lists,
		event.starts
	from survey
	join event on event.key = survey.event_key
	join survey_gate gate using (survey_id)
	join survey_version version
		on version.survey_id = survey.survey_id and version.version = gate.version
	where gate.status <> 'draft'
)
select survey_id, key, event_key, status, opened, version, published_at, document::text, lists::text
from seen
where ($1::text is null or event_key = $1::text) and ($2::text is null or status = $2::text)
order by starts desc, key
limit $3::bigint offset $4::bigint
