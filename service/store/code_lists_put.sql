-- Stores a code list or replaces its document. $1: key; $2: document. Published versions keep their own copy.
insert into code_list (key, document)
values ($1::text, $2::text::json)
on conflict (key) do update set document = excluded.document
where code_list.document::text <> excluded.document::text
