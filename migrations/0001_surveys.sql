-- Events, and what is asked after them. Documents are json, not jsonb: they are given back as they
-- were written.

create table event (
	event_id integer generated always as identity primary key,
	key text not null unique check (key ~ '^[a-z0-9_-]{1,64}$'),
	document json not null,
	-- Where the conference lies in time, for lists: a month counts as its first day.
	starts date not null
);

-- Options that surveys share. A version keeps a copy of those that it was published with.
create table code_list (
	key text primary key check (key ~ '^[a-z0-9_-]{1,64}$'),
	document json not null
);

create table survey (
	survey_id integer generated always as identity primary key,
	key text not null unique check (key ~ '^[a-z0-9_-]{1,64}$'),
	event_key text not null references event (key)
);

-- What was published, for good: an answer means what it meant when it was given.
create table survey_version (
	survey_id integer not null references survey,
	version integer not null check (version > 0),
	document json not null,
	lists json not null, -- documents of the code lists that it names
	published_at timestamptz not null,
	primary key (survey_id, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'a row of % never changes', tg_table_name;
end $$;

create trigger survey_version_is_immutable
	before update or delete on survey_version
	for each row execute function refuse_change();

-- One row per survey that everybody who sends an answer locks FOR KEY SHARE, and who closes or counts
-- locks FOR UPDATE first: so that nothing is in flight then.
create table survey_gate (
	survey_id integer primary key references survey,
	status text not null check (status in ('draft', 'published', 'closed')),
	version integer not null default 0, -- the newest published one; 0: none
	opens_at timestamptz,
	closes_at timestamptz
);
