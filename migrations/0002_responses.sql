-- Answers. Every key and unique constraint begins with survey_id, so that the tables can be split by it.
-- Nothing here tells who: no address, no user agent, no time finer than an hour.

-- The order in which responses came, over all surveys. A number is taken inside the transaction that
-- holds the survey's gate; behind a gate locked FOR UPDATE the highest is a clean boundary.
create sequence response_place as bigint;

create table response (
	survey_id integer not null,
	response_id bigint not null check (response_id > 0),
	place bigint not null default nextval('response_place'),
	version integer not null,
	record_key integer not null,        -- 32 random bits; read as unsigned
	submitted_at timestamptz not null,  -- cut to the hour
	language text not null,
	coded bytea not null,               -- a byte per column of the version
	exact json,                         -- numbers and days as they were given, by question
	submission_key bytea not null,      -- HMAC of the idempotency key
	fingerprint bytea not null,         -- HMAC of the content
	receipt_hash bytea not null,
	primary key (survey_id, response_id),
	unique (survey_id, submission_key),
	check (submitted_at = date_trunc('hour', submitted_at, 'UTC'))
);

create index response_by_place on response (survey_id, place);

-- Free texts, under an id that is an HMAC of the receipt and the question: nothing in the database joins a
-- text to its response.
create table response_text (
	survey_id integer not null,
	text_id bytea not null,
	question text not null,
	part text not null,                 -- '' for a text question, 'other' for an other option's
	language text not null,
	body text not null,
	primary key (survey_id, text_id)
);
