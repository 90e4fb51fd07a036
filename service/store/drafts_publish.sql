-- Makes a survey's draft its next version, and opens it. The gate is locked before. Gives the version; nothing when there is
-- no draft. $1: survey; $2: code lists; $3: opens_at or null; $4: closes_at or null.
with draft as (
	delete from survey_draft
	where survey_id = $1::integer
	returning survey_id, document
), gate as (
	update survey_gate
	set status = 'published', version = version + 1, opens_at = $3::timestamptz, closes_at = $4::timestamptz
	from draft
	where survey_gate.survey_id = draft.survey_id
	returning survey_gate.survey_id, survey_gate.version
)
insert into survey_version (survey_id, version, document, lists, published_at)
select gate.survey_id, gate.version, draft.document, $2::text::json, now()
from gate
join draft using (survey_id)
returning version
