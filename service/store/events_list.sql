-- Events, newest first. $1: at most so many; $2: so many left out.
select key, document::text
from event
order by starts desc, key
limit $1::bigint offset $2::bigint
