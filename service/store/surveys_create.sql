-- A new survey with its first published version.
-- $1: key; $2: event's key; $3: document; $4: the code lists that it names; $5: opens_at or null; $6: closes_at
-- or null.
with made as (
	insert into survey (key, event_key)
	values ($1::text, $2::text)
	returning survey_id
), version as (
	insert into survey_version (survey_id, version, document, lists, published_at)
	select survey_id, 1, $3::text::json, $4::text::json, now()
	from made
), gate as (
	insert into survey_gate (survey_id, status, version, opens_at, closes_at)
	select survey_id, 'published', 1, $5::timestamptz, $6::timestamptz
	from made
)
select survey_id
from made
