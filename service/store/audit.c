#include "store/audit.h"

#include <string.h>

#include "store/outcome.h"

static const struct db_statement append = {"audit_append.sql"};
static const struct db_statement list = {"audit_list.sql"};
static const struct db_statement total_of = {"audit_total.sql"};

int audit_append(struct db *db,
	const char *actor,
	const char *action,
	const char *subject,
	const char *detail)
{
	const struct db_value values[] = {
		db_text(actor), db_text(action), db_text(subject), db_text(detail)};
	return outcome_of(db_run(db, &append, values, COUNT_OF(values)));
}

static struct db_value time_or_null(struct arena *arena, int64_t seconds)
{
	if (seconds)
		return db_time(arena, seconds);
	return (struct db_value){NULL, 0, DB_TIMESTAMPTZ};
}

static void read_hash(
	unsigned char hash[DIGEST_SIZE], const struct db_rows *rows, size_t row, int column)
{
	size_t size = 0;
	const char *bytes = db_read_bytes(rows, row, column, &size);
	memcpy(hash, bytes, size < DIGEST_SIZE ? size : DIGEST_SIZE);
}

static struct audit_entry read_row(const struct db_rows *rows, size_t row, struct arena *arena)
{
	struct audit_entry entry = {
		.number = db_read_int(rows, row, 0),
		.at = db_read_time(rows, row, 1),
		.actor = arena_string(arena, db_read_text(rows, row, 2)),
		.action = arena_string(arena, db_read_text(rows, row, 3)),
		.subject = arena_string(arena, db_read_text(rows, row, 4)),
		.detail = arena_string(arena, db_read_text(rows, row, 5)),
	};
	read_hash(entry.previous, rows, row, 6);
	read_hash(entry.hash, rows, row, 7);
	return entry;
}

int audit_list(struct audit_entry **entries,
	size_t *count,
	struct store *store,
	struct arena *arena,
	const struct audit_query *query)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {
		db_text(query->action),
		time_or_null(arena, query->since),
		db_int8(arena, query->after),
		db_int8(arena, (int64_t)query->limit),
		db_int8(arena, (int64_t)query->offset),
	};
	int outcome = store_query(&found, store, &list, values, COUNT_OF(values));
	if (outcome)
		return outcome;
	*count = db_rows_count(found);
	*entries = arena_take_array(arena, *count, sizeof **entries);
	for (size_t i = 0; i < *count; i++)
		(*entries)[i] = read_row(found, i, arena);
	db_rows_free(found);
	return 0;
}

int audit_total(
	size_t *total, struct store *store, struct arena *arena, const struct audit_query *query)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {
		db_text(query->action),
		time_or_null(arena, query->since),
	};
	int outcome = store_query(&found, store, &total_of, values, COUNT_OF(values));
	if (outcome)
		return outcome;
	*total = (size_t)db_read_int(found, 0, 0);
	db_rows_free(found);
	return 0;
}
