-- Appends to the audit log; number, time and hashes are made by its trigger, which also waits for other writers.
-- $1: actor; $2: action; $3: subject; $4: detail, a JSON object.
insert into audit (actor, action, subject, detail)
values ($1::text, $2::text, $3::text, $4::text::json)
