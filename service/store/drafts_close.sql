-- Closes a published survey. The gate is locked before. Gives its version; nothing when it isn't published.
-- $1: survey.
update survey_gate
set status = 'closed'
where survey_id = $1::integer and status = 'published'
returning version
