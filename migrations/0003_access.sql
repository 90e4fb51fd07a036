-- API keys, and the log of what was done by whom.

-- A key's secret is known to its holder alone: here is its hash. A key is ended, never deleted: the log
-- goes on naming it.
create table api_key (
	prefix text primary key check (prefix ~ '^[0-9a-f]{10}$'),
	name text not null check (name <> ''),
	secret_hash bytea not null check (length(secret_hash) = 32), -- SHA-256 of 256 random bits, as text
	scopes text[] not null check (cardinality(scopes) > 0),
	created_at timestamptz not null default now(),
	created_by text not null,           -- a key's prefix, or operator
	request_hash bytea,                 -- SHA-256 of the request's idempotency key
	expires_at timestamptz,
	last_used_on date,                  -- in UTC; no finer, so that it tells nobody's working hours
	revoked_at timestamptz,
	unique (created_by, request_hash)
);

-- Each row's hash is over the hash before it and its own content: a row that was changed or taken out breaks
-- the chain from there on.
create table audit (
	number bigint primary key check (number > 0),
	at timestamptz not null,
	actor text not null check (actor ~ '^([0-9a-f]{10}|operator)$'),
	action text not null check (action ~ '^[a-z]+\.[a-z]+$'),
	subject text not null check (subject <> ''),
	detail json not null,
	previous bytea not null check (length(previous) = 32),
	hash bytea not null check (length(hash) = 32)
);

create index audit_by_action on audit (action, number);
create index audit_by_time on audit (at);

-- Puts a new row at the chain's end. Writers go one after the other, each to the end of its transaction: so
-- numbers have no holes, and what was rolled back leaves none. The statements of this function see what was
-- committed while it waited.
create function chain_audit() returns trigger language plpgsql as $$
declare
	last record;
	piece text;
	content bytea;
begin
	perform pg_advisory_xact_lock(8314046652451416436); -- "samaudit" in ASCII
	select number, hash into last from audit order by number desc limit 1;
	new.number := coalesce(last.number, 0) + 1;
	new.at := date_trunc('second', clock_timestamp());
	new.previous := coalesce(last.hash, decode(repeat('00', 32), 'hex'));

	content := new.previous || int8send(new.number) || int8send(extract(epoch from new.at)::bigint);
	foreach piece in array array[new.actor, new.action, new.subject, new.detail::text] loop
		content := content || int4send(octet_length(convert_to(piece, 'UTF8')))
			|| convert_to(piece, 'UTF8');
	end loop;
	new.hash := sha256(content);
	return new;
end $$;

create trigger audit_is_chained
	before insert on audit
	for each row execute function chain_audit();

create trigger audit_is_append_only
	before update or delete or truncate on audit
	for each statement execute function refuse_change();

alter table audit enable always trigger audit_is_chained;
alter table audit enable always trigger audit_is_append_only;

-- Whoever may do something with the table, its owner too, may read and append, and no more.
do $$
declare
	role oid;
begin
	for role in
		select distinct granted.grantee
		from pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner))) granted
		where pg_class.oid = 'audit'::regclass
	loop
		execute format('revoke all on audit from %s',
			case role when 0 then 'public' else role::regrole::text end);
		execute format('grant select, insert on audit to %s',
			case role when 0 then 'public' else role::regrole::text end);
	end loop;
end $$;
