#include "store/surveys.h"

#include <string.h>

#include "store/outcome.h"

static const struct db_statement list = {"surveys_list.sql"};
static const struct db_statement find = {"surveys_find.sql"};
static const struct db_statement create = {"surveys_create.sql"};

static enum survey_status read_status(const char *name)
{
	if (strcmp(name, "draft") == 0)
		return SURVEY_DRAFT;
	return strcmp(name, "published") == 0 ? SURVEY_PUBLISHED : SURVEY_CLOSED;
}

/* The columns of surveys_list.sql and surveys_find.sql are the same. */
static struct survey read_row(const struct db_rows *rows, size_t row, struct arena *arena)
{
	return (struct survey){
		.id = (int32_t)db_read_int(rows, row, 0),
		.key = arena_string(arena, db_read_text(rows, row, 1)),
		.event = arena_string(arena, db_read_text(rows, row, 2)),
		.status = read_status(db_read_text(rows, row, 3)),
		.opened = db_read_bool(rows, row, 4),
		.version = (int32_t)db_read_int(rows, row, 5),
		.published_at = db_read_time(rows, row, 6),
		.definition = arena_string(arena, db_read_text(rows, row, 7)),
		.lists = arena_string(arena, db_read_text(rows, row, 8)),
	};
}

int surveys_list(struct survey **surveys,
	size_t *count,
	bool *more,
	struct store *store,
	struct arena *arena,
	const struct survey_filter *filter,
	size_t limit,
	size_t offset)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {
		db_text(filter->event),
		db_text(filter->status),
		db_int8(arena, (int64_t)limit + 1),
		db_int8(arena, (int64_t)offset),
	};
	int outcome = store_query(&found, store, &list, values, COUNT_OF(values));
	if (outcome)
		return outcome;
	size_t all = db_rows_count(found);
	*more = all > limit;
	*count = *more ? limit : all;
	*surveys = arena_take_array(arena, *count, sizeof **surveys);
	for (size_t i = 0; i < *count; i++)
		(*surveys)[i] = read_row(found, i, arena);
	db_rows_free(found);
	return 0;
}

static int take_first(struct survey *survey, struct db_rows *found, struct arena *arena)
{
	bool is_there = db_rows_count(found) > 0;
	if (is_there)
		*survey = read_row(found, 0, arena);
	db_rows_free(found);
	return is_there ? 0 : STORE_NOT_FOUND;
}

int surveys_find(struct survey *survey,
	struct store *store,
	struct arena *arena,
	const char *key,
	int32_t version)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {db_text(key), db_int4(arena, version)};
	int outcome = store_query(&found, store, &find, values, COUNT_OF(values));
	return outcome ? outcome : take_first(survey, found, arena);
}

int surveys_find_in(
	struct survey *survey, struct db *db, struct arena *arena, const char *key, int32_t version)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {db_text(key), db_int4(arena, version)};
	int outcome = outcome_of(db_query(&found, db, &find, values, COUNT_OF(values)));
	return outcome ? outcome : take_first(survey, found, arena);
}

static struct db_value time_or_null(struct arena *arena, int64_t seconds)
{
	if (seconds)
		return db_time(arena, seconds);
	return (struct db_value){NULL, 0, DB_TIMESTAMPTZ};
}

int surveys_create(
	int32_t *id, struct db *db, struct arena *arena, const struct survey_creation *creation)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {
		db_text(creation->key),
		db_text(creation->event),
		db_text(creation->document),
		db_text(creation->lists),
		time_or_null(arena, creation->opens_at),
		time_or_null(arena, creation->closes_at),
	};
	int outcome = outcome_of(db_query(&found, db, &create, values, COUNT_OF(values)));
	if (outcome)
		return outcome;
	*id = (int32_t)db_read_int(found, 0, 0);
	db_rows_free(found);
	return 0;
}
