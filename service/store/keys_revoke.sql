-- Ends a key. Gives whether it was ended now; no row: there is no such key. $1: prefix.
with ended as (
	update api_key
	set revoked_at = now()
	where prefix = $1::text and revoked_at is null
	returning prefix
)
select exists (select from ended)
from api_key
where prefix = $1::text
