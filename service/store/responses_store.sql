-- Stores responses of one survey, if it is open by the database's clock; one statement, one transaction.
-- Gives the ids that were stored: one that isn't among them was there before under its key, or the survey
-- takes none.
--
-- The gate row is locked FOR KEY SHARE until the commit: who closes or counts takes it FOR UPDATE first, and
-- so waits for us, and we for them; after such a wait the row's newest state decides.
--
-- $1: survey; arrays, one element per response: $2 id, $3 submission key, $4 fingerprint, $5 receipt's hash,
-- $6 version, $7 language, $8 record key, $9 coded answers, $10 hour of submission (null: now),
-- $11 exact numbers and days (JSON or null);
-- arrays, one element per free text: $12 id of its response, $13 text's id, $14 question, $15 part, $16 body;
-- $17: whether this is an import, which a closed survey takes too.
with gate as (
	select survey_id
	from survey_gate
	where survey_id = $1::integer
		and (
			$17::boolean
			or status = 'published'
			and (opens_at is null or opens_at <= clock_timestamp())
			and (closes_at is null or closes_at > clock_timestamp())
		)
	for key share
), stored as (
	insert into response (
		survey_id, response_id, submission_key, fingerprint, receipt_hash, version, language,
		record_key, coded, submitted_at, exact
	)
	select
		gate.survey_id, sent.response_id, sent.submission_key, sent.fingerprint, sent.receipt_hash,
		sent.version, sent.language, sent.record_key, sent.coded,
		coalesce(sent.submitted_at, date_trunc('hour', now(), 'UTC')), sent.exact::json
	from gate, unnest(
		$2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[], $6::integer[], $7::text[], $8::integer[],
		$9::bytea[], $10::timestamptz[], $11::text[]
	) sent (
		response_id, submission_key, fingerprint, receipt_hash, version, language, record_key, coded,
		submitted_at, exact
	)
	on conflict (survey_id, submission_key) do nothing
	returning response_id, language, submitted_at
), texts as (
	insert into response_text (survey_id, text_id, question, part, language, body)
	select $1::integer, sent.text_id, sent.question, sent.part, stored.language, sent.body
	from unnest($12::bigint[], $13::bytea[], $14::text[], $15::text[], $16::text[])
		sent (response_id, text_id, question, part, body)
	join stored using (response_id)
)
select response_id, submitted_at
from stored
