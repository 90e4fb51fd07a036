-- How many entries audit_list.sql would list. $1: action or null; $2: not before this time, or null.
select count(*)
from audit
where ($1::text is null or action = $1::text)
	and ($2::timestamptz is null or at >= $2::timestamptz)
