-- A new key; or, where the same request has come before, that request's key with a new secret. No row: the
-- request's idempotency key has come with another wish, or its key was revoked.
-- $1: prefix; $2: hash of the secret; $3: name; $4: scopes with spaces between; $5: expires_at or null;
-- $6: who makes it; $7: hash of the idempotency key, or null.
insert into api_key (prefix, secret_hash, name, scopes, expires_at, created_by, request_hash)
values (
	$1::text, $2::bytea, $3::text, string_to_array($4::text, ' '), $5::timestamptz, $6::text, $7::bytea
)
on conflict (created_by, request_hash) do update set secret_hash = excluded.secret_hash
where api_key.name = excluded.name
	and api_key.scopes = excluded.scopes
	and api_key.expires_at is not distinct from excluded.expires_at
	and api_key.revoked_at is null
returning prefix, created_at
