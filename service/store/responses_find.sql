-- Responses of one survey by their submission keys, for those that weren't stored just now.
-- $1: survey; $2: keys.
select response.submission_key, response.response_id, response.fingerprint, response.submitted_at
from unnest($2::bytea[]) sent (submission_key)
join response on response.survey_id = $1::integer and response.submission_key = sent.submission_key
