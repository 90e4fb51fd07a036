/* PostgreSQL by libpq: connections, statements, results.
 *
 * Not for anybody above store/: SQL and its shapes stand there. Every call states what it expects
 * (nothing, one row, rows), has a deadline, DATABASE_QUERY, and tells these outcomes apart:
 *
 *	0               as expected
 *	DB_UNAVAILABLE  no connection, or it broke, or the deadline passed, or the server has no room or
 *	                stood in its own way (deadlock, lock timeout): worth another try, after db_restore.
 *	                A statement outside a transaction block may have been done: "unknown", not
 *	                "undone".
 *	DB_REFUSED      the database refused it (a constraint, a trigger): nothing was done;
 *	                db_error() tells.
 *	DB_UNEXPECTED   the answer has another shape, or SQL is wrong: a fault of ours, logged.
 */
#ifndef SAMRAD_DB_DB_H
#define SAMRAD_DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/check.h"

enum { DB_UNAVAILABLE = 1, DB_REFUSED = 2, DB_UNEXPECTED = 3 };

struct db;      /* one connection; one thread at a time */
struct db_rows; /* a result, in binary format */

/* A statement: its text is the embedded file service/store/NAME, prepared on first use with the types of
 * the values given then. */
struct db_statement {
	const char *name; /* "survey_find.sql": lives as long as the program */
};

/* One parameter, sent in binary format. */
struct db_value {
	const void *bytes; /* NULL: SQL null */
	size_t size;
	unsigned type; /* its OID (DB_INT4 …) */
};

/* The types that parameters and columns have: OIDs of PostgreSQL's pg_type. */
enum {
	DB_BOOL = 16,
	DB_BYTEA = 17,
	DB_INT8 = 20,
	DB_INT2 = 21,
	DB_INT4 = 23,
	DB_TEXT = 25,
	DB_TIMESTAMPTZ = 1184,
	DB_BYTEA_ARRAY = 1001,
	DB_INT8_ARRAY = 1016,
	DB_INT4_ARRAY = 1007,
	DB_INT2_ARRAY = 1005,
	DB_TEXT_ARRAY = 1009,
	DB_TIMESTAMPTZ_ARRAY = 1185
};

/* Parameters, 64 of a call at most; the bytes are made in the arena (text and bytea are borrowed). NULL is
 * SQL null. */
struct db_value db_text(const char *string);
struct db_value db_bytea(const void *bytes, size_t size);
struct db_value db_int4(struct arena *arena, int32_t number);
struct db_value db_int8(struct arena *arena, int64_t number);
struct db_value db_bool(bool value);
struct db_value db_time(struct arena *arena, int64_t unix_seconds);

/* Whether it is a conninfo string or URI as libpq takes them. */
bool db_can_parse(const char *conninfo);

/* Connects by a conninfo string or URI; waits at most DATABASE_CONNECT. Caller owns *db. Of several hosts
 * the first is taken that can be written to. Returns 0 or DB_UNAVAILABLE (logged without the password). */
MUST_CHECK int db_connect(struct db **db, const char *conninfo);
void db_close(struct db *db);

/* Whether the connection is usable; reconnects when it isn't, which ends a transaction. Costs no round
 * trip. Returns 0 or DB_UNAVAILABLE. */
MUST_CHECK int db_restore(struct db *db);

/* From now on every call and reconnecting end by that moment (clock_milliseconds), and a second of tidying up
 * later at most, however much of their own time is left. 0: by their own deadlines alone. */
void db_end_by(struct db *db, int64_t moment);

/* What the server said to the last call, when it failed; "" when there is nothing. Borrowed until the
 * next call. The primary message; the name of the constraint; the SQLSTATE, five characters. */
const char *db_error(const struct db *db);
const char *db_constraint(const struct db *db);
const char *db_sqlstate(const struct db *db);

/* Runs a statement that gives no rows. */
MUST_CHECK int db_run(struct db *db,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count);

/* Runs one that gives any number of rows. Caller owns *rows. */
MUST_CHECK int db_query(struct db_rows **rows,
	struct db *db,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count);

/* Runs one that gives exactly one row; another number is DB_UNEXPECTED. Caller owns *rows. */
MUST_CHECK int db_query_one(struct db_rows **rows,
	struct db *db,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count);

/* Text of a script or a command of our own (BEGIN, a migration): no parameters, simple protocol. */
MUST_CHECK int db_script(struct db *db, const char *sql);

/* BEGIN … COMMIT / ROLLBACK. db_commit's DB_UNAVAILABLE means an unknown outcome. A transaction in which
 * a statement has failed can only be rolled back: committing it is DB_UNEXPECTED. */
MUST_CHECK int db_begin(struct db *db);
MUST_CHECK int db_commit(struct db *db);
void db_rollback(struct db *db);

size_t db_rows_count(const struct db_rows *rows);
void db_rows_free(struct db_rows *rows);

/* Reading a cell; row and column from 0. A type that the column hasn't, a null where a number is read, a
 * cell that isn't there: a fault of ours, abort. */
bool db_is_null(const struct db_rows *rows, size_t row, int column);
/* int2, int4, int8 */
int64_t db_read_int(const struct db_rows *rows, size_t row, int column);
bool db_read_bool(const struct db_rows *rows, size_t row, int column);
/* timestamptz, as seconds since 1970 */
int64_t db_read_time(const struct db_rows *rows, size_t row, int column);
/* Text, json, an enumeration, or bytea; borrowed until db_rows_free; a NUL follows. Null gives NULL and
 * size 0. */
const char *db_read_bytes(const struct db_rows *rows, size_t row, int column, size_t *size);
const char *db_read_text(const struct db_rows *rows, size_t row, int column);

#endif
