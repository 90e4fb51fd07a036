-- What is needed to tell whether a key is good, by the database's clock. $1: prefix.
select
	secret_hash,
	array_to_string(scopes, ' ') as scopes,
	expires_at,
	coalesce(expires_at <= clock_timestamp(), false) as expired,
	revoked_at is not null as revoked,
	last_used_on is not distinct from (now() at time zone 'UTC')::date as used_today
from api_key
where prefix = $1::text
