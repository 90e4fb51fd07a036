-- One row like ours, in a transaction of its own; for pgbench -M prepared.
\set id random(1, 9223372036854775807)
\set key random(1, 9223372036854775807)
\set fingerprint random(1, 9223372036854775807)
\set receipt random(1, 9223372036854775807)
\set record random(-2147483648, 2147483647)
insert into response (survey_id, response_id, submission_key, fingerprint, receipt_hash, version, language, record_key, coded, submitted_at)
values (1, :id, int8send(:key) || int8send(:id), int8send(:fingerprint) || int8send(:id), int8send(:receipt) || int8send(:id), 1, 'sv', :record, '\x020003010506010405020403040104020503040a0701010101', date_trunc('hour', now(), 'UTC'));
