-- Stores an event or replaces its document. $1: key; $2: document; $3: day on which it starts.
insert into event (key, document, starts)
values ($1::text, $2::text::json, $3::text::date)
on conflict (key) do update set document = excluded.document, starts = excluded.starts
where event.document::text <> excluded.document::text or event.starts <> excluded.starts
