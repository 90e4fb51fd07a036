-- Entries of the audit log, oldest first, so that a page stays what it was while others are written.
-- $1: action or null; $2: not before this time, or null; $3: after this number; $4: at most so many;
-- $5: so many left out.
select number, at, actor, action, subject, detail::text, previous, hash
from audit
where ($1::text is null or action = $1::text)
	and ($2::timestamptz is null or at >= $2::timestamptz)
	and number > $3::bigint
order by number
limit $4::bigint offset $5::bigint
