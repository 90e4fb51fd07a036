-- Keys, newest first, those that don't work any more too. $1: at most so many; $2: so many left out.
select
	prefix, name, array_to_string(scopes, ' ') as scopes, created_at, expires_at, last_used_on::text,
	revoked_at
from api_key
order by api_key.created_at desc, prefix
limit $1::bigint offset $2::bigint
