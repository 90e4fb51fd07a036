-- What an organiser is writing: one draft per survey, until it is published. revision counts the edits, so that two who
-- write at once don't overwrite each other unseen.
create table survey_draft (
	survey_id integer primary key references survey,
	document json not null,
	revision integer not null default 1
);
