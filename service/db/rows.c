#include <stdlib.h>

#include "base/log.h"
#include "db/binary.h"
#include "db/statement.h"

struct db_rows {
	PGresult *result;
	const char *statement;
};

/* Types that have text for their binary format, besides text itself; the first that isn't built in
 * (enumerations and the like) and JSON's binary one, a byte for its version before the text. */
enum {
	CHAR = 18,
	NAME = 19,
	JSON = 114,
	UNKNOWN = 705,
	BPCHAR = 1042,
	VARCHAR = 1043,
	FIRST_OF_USERS = 16384,
	JSONB = 3802
};

struct db_rows *rows_new(PGresult *result, const char *name)
{
	struct db_rows *rows = malloc(sizeof *rows);
	if (!rows)
		abort();
	*rows = (struct db_rows){.result = result, .statement = name};
	return rows;
}

void db_rows_free(struct db_rows *rows)
{
	if (!rows)
		return;
	PQclear(rows->result);
	free(rows);
}

size_t db_rows_count(const struct db_rows *rows)
{
	return (size_t)PQntuples(rows->result);
}

static _Noreturn void fail(const struct db_rows *rows, int column, const char *what)
{
	log_error("a column was read as what it isn't", "statement", rows->statement, "column",
		LOG_NUMBER(column), "read", what, NULL);
	abort();
}

static Oid type_of(const struct db_rows *rows, size_t row, int column)
{
	if (row >= db_rows_count(rows) || column < 0 || column >= PQnfields(rows->result))
		fail(rows, column, "a cell that isn't there");
	return PQftype(rows->result, column);
}

/* The bytes of a cell that has this type and isn't null. */
static const char *cell(
	const struct db_rows *rows, size_t row, int column, Oid type, const char *what)
{
	if (type_of(rows, row, column) != type || PQgetisnull(rows->result, (int)row, column))
		fail(rows, column, what);
	return PQgetvalue(rows->result, (int)row, column);
}

bool db_is_null(const struct db_rows *rows, size_t row, int column)
{
	(void)type_of(rows, row, column);
	return PQgetisnull(rows->result, (int)row, column);
}

int64_t db_read_int(const struct db_rows *rows, size_t row, int column)
{
	switch (type_of(rows, row, column)) {
	case DB_INT2: return binary_get16(cell(rows, row, column, DB_INT2, "int2"));
	case DB_INT4: return binary_get32(cell(rows, row, column, DB_INT4, "int4"));
	default: return binary_get64(cell(rows, row, column, DB_INT8, "int8"));
	}
}

bool db_read_bool(const struct db_rows *rows, size_t row, int column)
{
	return *cell(rows, row, column, DB_BOOL, "bool") != 0;
}

int64_t db_read_time(const struct db_rows *rows, size_t row, int column)
{
	return binary_seconds(binary_get64(cell(rows, row, column, DB_TIMESTAMPTZ, "timestamptz")));
}

static bool has_bytes(Oid type)
{
	switch (type) {
	case DB_BYTEA:
	case DB_TEXT:
	case CHAR:
	case NAME:
	case JSON:
	case JSONB:
	case UNKNOWN:
	case BPCHAR:
	case VARCHAR: return true;
	default: return type >= FIRST_OF_USERS;
	}
}

const char *db_read_bytes(const struct db_rows *rows, size_t row, int column, size_t *size)
{
	Oid type = type_of(rows, row, column);
	size_t skip = type == JSONB ? 1 : 0;
	*size = 0;
	if (!has_bytes(type))
		fail(rows, column, "text or bytea");
	if (PQgetisnull(rows->result, (int)row, column))
		return NULL;
	*size = (size_t)PQgetlength(rows->result, (int)row, column) - skip;
	return PQgetvalue(rows->result, (int)row, column) + skip;
}

const char *db_read_text(const struct db_rows *rows, size_t row, int column)
{
	size_t size;
	return db_read_bytes(rows, row, column, &size);
}
