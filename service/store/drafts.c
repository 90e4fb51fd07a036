#include "store/drafts.h"

#include <string.h>

#include "store/outcome.h"

static const struct db_statement find = {"drafts_find.sql"};
static const struct db_statement read = {"drafts_read.sql"};
static const struct db_statement put = {"drafts_put.sql"};
static const struct db_statement publish = {"drafts_publish.sql"};
static const struct db_statement close = {"drafts_close.sql"};
static const struct db_statement gate_lock = {"gate_lock.sql"};

static enum survey_status read_status(const char *name)
{
	if (strcmp(name, "draft") == 0)
		return SURVEY_DRAFT;
	return strcmp(name, "published") == 0 ? SURVEY_PUBLISHED : SURVEY_CLOSED;
}

static int take_first(struct draft *draft, struct db_rows *rows, struct arena *arena)
{
	bool is_there = db_rows_count(rows) > 0;
	if (is_there) {
		const char *document = db_read_text(rows, 0, 4);
		*draft = (struct draft){
			.survey = (int32_t)db_read_int(rows, 0, 0),
			.event = arena_string(arena, db_read_text(rows, 0, 1)),
			.status = read_status(db_read_text(rows, 0, 2)),
			.version = (int32_t)db_read_int(rows, 0, 3),
			.document = document ? arena_string(arena, document) : NULL,
			.revision = (int32_t)db_read_int(rows, 0, 5),
		};
	}
	db_rows_free(rows);
	return is_there ? 0 : STORE_NOT_FOUND;
}

int drafts_find(struct draft *draft, struct db *db, struct arena *arena, const char *key)
{
	struct db_rows *rows = NULL;
	const struct db_value values[] = {db_text(key)};
	int outcome = outcome_of(db_query(&rows, db, &find, values, COUNT_OF(values)));
	return outcome ? outcome : take_first(draft, rows, arena);
}

int drafts_read(struct draft *draft, struct store *store, struct arena *arena, const char *key)
{
	struct db_rows *rows = NULL;
	const struct db_value values[] = {db_text(key)};
	int outcome = store_query(&rows, store, &read, values, COUNT_OF(values));
	return outcome ? outcome : take_first(draft, rows, arena);
}

/* The one number that a statement gives; STORE_REFUSED when it gives none. */
static int take_number(int32_t *number, struct db_rows *rows)
{
	bool is_there = db_rows_count(rows) > 0;
	if (is_there)
		*number = (int32_t)db_read_int(rows, 0, 0);
	db_rows_free(rows);
	return is_there ? 0 : STORE_REFUSED;
}

int drafts_put(int32_t *revision,
	struct db *db,
	struct arena *arena,
	const char *key,
	const char *event,
	const char *document)
{
	struct db_rows *rows = NULL;
	const struct db_value values[] = {db_text(key), db_text(event), db_text(document)};
	(void)arena;
	int outcome = outcome_of(db_query(&rows, db, &put, values, COUNT_OF(values)));
	return outcome ? outcome : take_number(revision, rows);
}

static struct db_value time_or_null(struct arena *arena, int64_t seconds)
{
	if (seconds)
		return db_time(arena, seconds);
	return (struct db_value){NULL, 0, DB_TIMESTAMPTZ};
}

/* Whoever sends a response holds the gate; whoever changes it waits here, before anything else. */
static int lock_gate(struct db *db, struct arena *arena, int32_t survey)
{
	struct db_rows *rows = NULL;
	const struct db_value values[] = {db_int4(arena, survey)};
	int outcome = outcome_of(db_query(&rows, db, &gate_lock, values, COUNT_OF(values)));
	if (!outcome)
		db_rows_free(rows);
	return outcome;
}

int drafts_publish(
	int32_t *version, struct db *db, struct arena *arena, const struct publication *publication)
{
	struct db_rows *rows = NULL;
	const struct db_value values[] = {
		db_int4(arena, publication->survey),
		db_text(publication->lists),
		time_or_null(arena, publication->opens_at),
		time_or_null(arena, publication->closes_at),
	};
	int outcome = lock_gate(db, arena, publication->survey);
	if (!outcome)
		outcome = outcome_of(db_query(&rows, db, &publish, values, COUNT_OF(values)));
	return outcome ? outcome : take_number(version, rows);
}

int drafts_close(struct db *db, struct arena *arena, int32_t survey)
{
	int32_t closed = 0;
	struct db_rows *rows = NULL;
	const struct db_value values[] = {db_int4(arena, survey)};
	int outcome = lock_gate(db, arena, survey);
	if (!outcome)
		outcome = outcome_of(db_query(&rows, db, &close, values, COUNT_OF(values)));
	if (outcome)
		return outcome;
	return take_number(&closed, rows) ? STORE_NOT_FOUND : 0;
}
