-- Stores a survey's draft, and makes the survey when there is none. Gives the draft's revision; nothing when the survey
-- belongs to another event. $1: key; $2: event's key; $3: document.
with made as (
	insert into survey (key, event_key)
	values ($1::text, $2::text)
	on conflict (key) do nothing
	returning survey_id
), gate as (
	insert into survey_gate (survey_id, status)
	select survey_id, 'draft'
	from made
), known as (
	select survey_id
	from made
	union all
	select survey_id
	from survey
	where key = $1::text and event_key = $2::text
)
insert into survey_draft (survey_id, document)
select survey_id, $3::text::json
from known
on conflict (survey_id) do update
set document = excluded.document, revision = survey_draft.revision + 1
returning revision
