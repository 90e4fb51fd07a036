#include "store/events.h"

#include "store/outcome.h"

static const struct db_statement list = {"events_list.sql"};
static const struct db_statement find = {"events_find.sql"};
static const struct db_statement put = {"events_put.sql"};

static struct event_row read_row(const struct db_rows *rows, size_t row, struct arena *arena)
{
	return (struct event_row){
		.key = arena_string(arena, db_read_text(rows, row, 0)),
		.document = arena_string(arena, db_read_text(rows, row, 1)),
	};
}

int events_list(struct event_row **rows,
	size_t *count,
	bool *more,
	struct store *store,
	struct arena *arena,
	size_t limit,
	size_t offset)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {
		db_int8(arena, (int64_t)limit + 1),
		db_int8(arena, (int64_t)offset),
	};
	int outcome = store_query(&found, store, &list, values, COUNT_OF(values));
	if (outcome)
		return outcome;
	size_t all = db_rows_count(found);
	*more = all > limit;
	*count = *more ? limit : all;
	*rows = arena_take_array(arena, *count, sizeof **rows);
	for (size_t i = 0; i < *count; i++)
		(*rows)[i] = read_row(found, i, arena);
	db_rows_free(found);
	return 0;
}

int events_find(struct event_row *row, struct store *store, struct arena *arena, const char *key)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {db_text(key)};
	int outcome = store_query(&found, store, &find, values, COUNT_OF(values));
	if (outcome)
		return outcome;
	bool is_there = db_rows_count(found) > 0;
	if (is_there)
		*row = read_row(found, 0, arena);
	db_rows_free(found);
	return is_there ? 0 : STORE_NOT_FOUND;
}

int events_put(struct db *db, const char *key, const char *document, const char *starts)
{
	const struct db_value values[] = {db_text(key), db_text(document), db_text(starts)};
	return outcome_of(db_run(db, &put, values, COUNT_OF(values)));
}

int events_exists(struct db *db, const char *key)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {db_text(key)};
	int outcome = outcome_of(db_query(&found, db, &find, values, COUNT_OF(values)));
	if (outcome)
		return outcome;
	bool is_there = db_rows_count(found) > 0;
	db_rows_free(found);
	return is_there ? 0 : STORE_NOT_FOUND;
}
