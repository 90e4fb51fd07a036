#include "store/keys.h"

#include <string.h>

#include "store/outcome.h"
#include "survey/scope.h"

static const struct db_statement create = {"keys_create.sql"};
static const struct db_statement find = {"keys_find.sql"};
static const struct db_statement use = {"keys_use.sql"};
static const struct db_statement list = {"keys_list.sql"};
static const struct db_statement total_of = {"keys_total.sql"};
static const struct db_statement revoke = {"keys_revoke.sql"};

/* Between the names of scopes, in the database's statements too. */
static const char separator[] = " ";

static int64_t read_time(const struct db_rows *rows, size_t row, int column)
{
	return db_is_null(rows, row, column) ? 0 : db_read_time(rows, row, column);
}

static struct db_value time_or_null(struct arena *arena, int64_t seconds)
{
	if (seconds)
		return db_time(arena, seconds);
	return (struct db_value){NULL, 0, DB_TIMESTAMPTZ};
}

int keys_create(const char **prefix,
	int64_t *created_at,
	struct db *db,
	struct arena *arena,
	const struct key_creation *creation)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {
		db_text(creation->prefix),
		db_bytea(creation->secret_hash, DIGEST_SIZE),
		db_text(creation->name),
		db_text(scope_write(arena, creation->scopes, separator)),
		time_or_null(arena, creation->expires_at),
		db_text(creation->created_by),
		db_bytea(creation->request_hash, creation->request_hash ? DIGEST_SIZE : 0),
	};
	int outcome = outcome_of(db_query(&found, db, &create, values, COUNT_OF(values)));
	if (outcome)
		return outcome;
	bool is_made = db_rows_count(found) > 0;
	if (is_made) {
		*prefix = arena_string(arena, db_read_text(found, 0, 0));
		*created_at = db_read_time(found, 0, 1);
	}
	db_rows_free(found);
	return is_made ? 0 : STORE_REFUSED;
}

static struct key_state read_state(const struct db_rows *rows)
{
	size_t size = 0;
	const char *hash = db_read_bytes(rows, 0, 0, &size);
	struct key_state state = {
		.scopes = scope_parse(db_read_text(rows, 0, 1), separator),
		.expires_at = read_time(rows, 0, 2),
		.expired = db_read_bool(rows, 0, 3),
		.revoked = db_read_bool(rows, 0, 4),
		.used_today = db_read_bool(rows, 0, 5),
	};
	memcpy(state.secret_hash, hash, size < DIGEST_SIZE ? size : DIGEST_SIZE);
	return state;
}

int keys_find(struct key_state *state, struct store *store, const char *prefix)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {db_text(prefix)};
	int outcome = store_query(&found, store, &find, values, COUNT_OF(values));
	if (outcome)
		return outcome;
	bool is_there = db_rows_count(found) > 0;
	if (is_there)
		*state = read_state(found);
	db_rows_free(found);
	return is_there ? 0 : STORE_NOT_FOUND;
}

int keys_use(struct store *store, const char *prefix)
{
	struct db *db = NULL;
	const struct db_value values[] = {db_text(prefix)};
	int outcome = store_borrow(&db, store);
	if (outcome)
		return outcome;
	outcome = outcome_of(db_run(db, &use, values, COUNT_OF(values)));
	store_return(store, db);
	return outcome;
}

static struct key_row read_row(const struct db_rows *rows, size_t row, struct arena *arena)
{
	return (struct key_row){
		.prefix = arena_string(arena, db_read_text(rows, row, 0)),
		.name = arena_string(arena, db_read_text(rows, row, 1)),
		.scopes = scope_parse(db_read_text(rows, row, 2), separator),
		.created_at = db_read_time(rows, row, 3),
		.expires_at = read_time(rows, row, 4),
		.last_used_on = db_is_null(rows, row, 5)
					? NULL
					: arena_string(arena, db_read_text(rows, row, 5)),
		.revoked_at = read_time(rows, row, 6),
	};
}

int keys_list(struct key_row **rows,
	size_t *count,
	struct store *store,
	struct arena *arena,
	size_t limit,
	size_t offset)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {
		db_int8(arena, (int64_t)limit),
		db_int8(arena, (int64_t)offset),
	};
	int outcome = store_query(&found, store, &list, values, COUNT_OF(values));
	if (outcome)
		return outcome;
	*count = db_rows_count(found);
	*rows = arena_take_array(arena, *count, sizeof **rows);
	for (size_t i = 0; i < *count; i++)
		(*rows)[i] = read_row(found, i, arena);
	db_rows_free(found);
	return 0;
}

int keys_total(size_t *total, struct store *store)
{
	struct db_rows *found = NULL;
	int outcome = store_query(&found, store, &total_of, NULL, 0);
	if (outcome)
		return outcome;
	*total = (size_t)db_read_int(found, 0, 0);
	db_rows_free(found);
	return 0;
}

int keys_revoke(bool *ended, struct db *db, const char *prefix)
{
	struct db_rows *found = NULL;
	const struct db_value values[] = {db_text(prefix)};
	int outcome = outcome_of(db_query(&found, db, &revoke, values, COUNT_OF(values)));
	if (outcome)
		return outcome;
	bool is_there = db_rows_count(found) > 0;
	if (is_there)
		*ended = db_read_bool(found, 0, 0);
	db_rows_free(found);
	return is_there ? 0 : STORE_NOT_FOUND;
}
