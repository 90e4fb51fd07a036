create table submission (
	id uuid primary key default gen_random_uuid(),
	survey text not null,
	version integer not null,
	language text not null,
	answers jsonb not null,
	submitted_at timestamptz not null default now()
);
