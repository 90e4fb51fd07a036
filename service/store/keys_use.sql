-- Notes the day on which a key was used. $1: prefix.
update api_key
set last_used_on = (now() at time zone 'UTC')::date
where prefix = $1::text and last_used_on is distinct from (now() at time zone 'UTC')::date
