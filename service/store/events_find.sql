-- One event. $1: its key.
select key, document::text
from event
where key = $1::text
