#include "db/migrate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/log.h"
#include "db/connection.h"
#include "db/migration.h"
#include "db/statement.h"

/* Any constant will do that no other program takes in the same database: "samråd" in ASCII. */
#define LOCK_KEY "126862285234532"

static const char *const create_table = "CREATE TABLE IF NOT EXISTS migration ("
					" number integer PRIMARY KEY,"
					" name text NOT NULL,"
					" checksum bytea NOT NULL CHECK (length(checksum) = 32),"
					" applied_at timestamptz NOT NULL DEFAULT now())";

static int refuse(const char *sentence)
{
	(void)fprintf(stderr, "samrad: %s\n", sentence);
	return DB_REFUSED;
}

/* A question without values whose rows don't matter. */
static int ask(struct db *db, const char *sql)
{
	struct db_rows *rows;
	int rc = statement_ask(&rows, db, sql, NULL, 0);
	db_rows_free(rows);
	return rc;
}

static int ask_bool(bool *answer, struct db *db, const char *sql)
{
	struct db_rows *rows;
	int rc = statement_ask(&rows, db, sql, NULL, 0);
	if (!rc)
		*answer = db_read_bool(rows, 0, 0);
	db_rows_free(rows);
	return rc;
}

static void copy_row(
	struct migration *migration, const struct db_rows *rows, size_t row, struct arena *arena)
{
	size_t size;
	migration->number = (int)db_read_int(rows, row, 0);
	migration->name = arena_string(arena, db_read_text(rows, row, 1));
	const char *checksum = db_read_bytes(rows, row, 2, &size);
	memcpy(migration->checksum, checksum, size < DIGEST_SIZE ? size : DIGEST_SIZE);
}

static int read_applied(struct migrations *applied, struct db *db, struct arena *arena)
{
	struct db_rows *rows;
	bool exists = false;
	*applied = (struct migrations){.count = 0};
	int rc = ask_bool(&exists, db, "SELECT to_regclass('migration') IS NOT NULL");
	if (rc || !exists)
		return rc;
	rc = statement_ask(
		&rows, db, "SELECT number, name, checksum FROM migration ORDER BY number", NULL, 0);
	if (rc)
		return rc;
	applied->count = db_rows_count(rows);
	applied->list = arena_take_array(arena, applied->count + 1, sizeof(struct migration));
	for (size_t i = 0; i < applied->count; i++)
		copy_row(&applied->list[i], rows, i, arena);
	db_rows_free(rows);
	return 0;
}

static int read_both(
	struct migrations *ours, struct migrations *applied, struct db *db, struct arena *arena)
{
	int rc = read_applied(applied, db, arena);
	if (rc)
		return rc;
	const char *sentence = migrations_compare(ours, applied, arena);
	return sentence ? refuse(sentence) : 0;
}

/* As the text of an EXECUTE a migration can't end the transaction that it runs in: the server refuses
 * COMMIT there, and so a migration that fails has done nothing, whatever it holds. */
static int execute(struct db *db, const char *sql)
{
	struct db_value values[] = {db_text(sql)};
	struct db_rows *rows;
	int rc = statement_ask(
		&rows, db, "SELECT set_config('samrad.migration', $1, true)", values, 1);
	db_rows_free(rows);
	return rc ? rc
		  : db_script(db, "DO 'BEGIN EXECUTE current_setting(''samrad.migration''); END'");
}

static int record(struct db *db, const struct migration *migration, struct arena *arena)
{
	struct db_value values[] = {
		db_int4(arena, migration->number),
		db_text(migration->name),
		db_bytea(migration->checksum, DIGEST_SIZE),
	};
	struct db_rows *rows;
	int rc = statement_ask(&rows, db,
		"INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3) RETURNING "
		"number",
		values, COUNT_OF(values));
	db_rows_free(rows);
	return rc;
}

/* The line that so many characters into a text are on. */
static int line_at(const char *text, long characters)
{
	int line = 1;
	for (; *text && characters > 1; text++) {
		line += *text == '\n';
		characters -= ((unsigned char)*text & 0xc0) != 0x80;
	}
	return line;
}

/* The line of a migration that the server has pointed at; 0 when it hasn't. */
static int line_of_failure(const struct db *db, const char *sql)
{
	if (!db->failure)
		return 0;
	const char *position = PQresultErrorField(db->failure, PG_DIAG_INTERNAL_POSITION);
	const char *query = PQresultErrorField(db->failure, PG_DIAG_INTERNAL_QUERY);
	if (!position || !query || strcmp(query, sql) != 0)
		return 0;
	return line_at(sql, strtol(position, NULL, 10));
}

static int refuse_failed(
	const struct db *db, const struct migration *migration, struct arena *arena)
{
	int line = line_of_failure(db, migration->sql);
	const char *place = line ? arena_format(arena, " at line %d", line) : "";
	return refuse(
		arena_format(arena, "migration %s failed%s, and nothing of it was applied: %s",
			migration->name, place, *db_error(db) ? db_error(db) : "see the log"));
}

static int apply(struct db *db, const struct migration *migration, struct arena *arena)
{
	int rc = db_begin(db);
	if (!rc)
		rc = execute(db, migration->sql);
	if (!rc)
		rc = record(db, migration, arena);
	if (!rc)
		rc = db_commit(db);
	if (rc == DB_REFUSED || rc == DB_UNEXPECTED)
		rc = refuse_failed(db, migration, arena);
	db_rollback(db);
	if (!rc)
		log_info("migrated", "migration", migration->name, NULL);
	return rc;
}

static int apply_missing(struct db *db, struct migrations *ours, struct arena *arena)
{
	struct migrations applied;
	int rc = db_script(db, create_table);
	if (!rc)
		rc = read_both(ours, &applied, db, arena);
	for (size_t i = rc ? ours->count : applied.count; i < ours->count && !rc; i++)
		rc = apply(db, &ours->list[i], arena);
	return rc;
}

/* Alone: whoever else migrates this database waits, as long as it takes. */
static int lock(struct db *db)
{
	bool locked = false;
	int rc = db_script(db, "SET statement_timeout = 0; SET lock_timeout = 0");
	if (!rc)
		rc = ask_bool(&locked, db, "SELECT pg_try_advisory_lock(" LOCK_KEY ")");
	if (!rc && !locked) {
		log_info("waiting for another samrad migrate", NULL);
		rc = ask(db, "SELECT pg_advisory_lock(" LOCK_KEY ")");
	}
	return rc ? rc : db_script(db, "RESET lock_timeout");
}

/* Or else the lock ends with the connection. */
static void unlock(struct db *db)
{
	if (ask(db, "SELECT pg_advisory_unlock(" LOCK_KEY ")") ||
		db_script(db, "RESET statement_timeout"))
		connection_drop(db);
}

int migrate_files(struct db *db, const struct embedded *files, size_t count)
{
	struct arena arena = arena_init();
	struct migrations ours;
	int64_t patience = db->patience;
	const char *sentence = migrations_find(&ours, &arena, files, count);
	int rc = sentence ? refuse(sentence) : 0;

	db->patience = 0;
	if (!rc)
		rc = lock(db);
	if (!rc) {
		rc = apply_missing(db, &ours, &arena);
		unlock(db);
	}
	db->patience = patience;
	arena_release(&arena);
	return rc;
}

int migrate_check_files(struct db *db, const struct embedded *files, size_t count)
{
	struct arena arena = arena_init();
	struct migrations ours;
	struct migrations applied;
	const char *sentence = migrations_find(&ours, &arena, files, count);
	int rc = sentence ? refuse(sentence) : read_both(&ours, &applied, db, &arena);
	if (!rc && applied.count < ours.count)
		rc = refuse(
			arena_format(&arena, "the database lacks migration %s: run samrad migrate",
				ours.list[applied.count].name));
	arena_release(&arena);
	return rc;
}

int migrate(struct db *db)
{
	return migrate_files(db, embedded, embedded_count);
}

int migrate_check(struct db *db)
{
	return migrate_check_files(db, embedded, embedded_count);
}
