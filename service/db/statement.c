#include "db/statement.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/log.h"
#include "db/exchange.h"
#include "db/outcome.h"

enum { MOST_VALUES = 64, BINARY = 1, MOST_PATH = 256 };

/* Values as libpq wants them: side by side. */
struct parameters {
	int count;
	Oid types[MOST_VALUES];
	const char *values[MOST_VALUES];
	int sizes[MOST_VALUES];
	int formats[MOST_VALUES];
};

/* A type of 0 marks an array with a put that failed. */
static bool set_parameters(
	struct parameters *parameters, const struct db_value *values, size_t count)
{
	if (count > MOST_VALUES)
		return false;
	parameters->count = (int)count;
	for (size_t i = 0; i < count; i++) {
		if (values[i].type == 0 || values[i].size > INT_MAX)
			return false;
		parameters->types[i] = values[i].type;
		parameters->values[i] = values[i].bytes;
		parameters->sizes[i] = (int)values[i].size;
		parameters->formats[i] = BINARY;
	}
	return true;
}

const char *statement_text(const struct db_statement *statement)
{
	char path[MOST_PATH] = "service/store/";
	size_t used = strlen(path);
	size_t size = strlen(statement->name);
	const struct embedded *file = NULL;
	if (size < sizeof path - used) {
		memcpy(path + used, statement->name, size + 1);
		file = embed_find(path);
	}
	if (!file)
		log_error("no such statement", "name", statement->name, NULL);
	return file ? (const char *)file->bytes : NULL;
}

static bool is_prepared(const struct db *db, const char *name)
{
	for (size_t i = 0; i < db->prepared_count; i++)
		if (db->prepared[i] == name || strcmp(db->prepared[i], name) == 0)
			return true;
	return false;
}

static void remember(struct db *db, const char *name)
{
	if (db->prepared_count == db->prepared_room) {
		db->prepared_room = db->prepared_room ? db->prepared_room * 2 : 32;
		db->prepared = reallocarray(db->prepared, db->prepared_room, sizeof *db->prepared);
		if (!db->prepared)
			abort();
	}
	db->prepared[db->prepared_count++] = name;
}

/* Parsed once per connection, with the types of the values that come first. */
static int prepare(
	struct db *db, const struct db_statement *statement, const struct parameters *parameters)
{
	PGresult *result;
	if (is_prepared(db, statement->name))
		return 0;
	const char *sql = statement_text(statement);
	if (!sql)
		return DB_UNEXPECTED;
	int sent =
		PQsendPrepare(db->link, statement->name, sql, parameters->count, parameters->types);
	int rc = exchange_finish(&result, db, sent, statement->name);
	if (!rc)
		remember(db, statement->name);
	PQclear(result);
	return rc;
}

static int ask(PGresult **result,
	struct db *db,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count)
{
	struct parameters parameters;
	*result = NULL;
	if (!set_parameters(&parameters, values, count))
		return outcome_unexpected(statement->name, "a value that can't be sent");
	if (!exchange_begin(db))
		return DB_UNAVAILABLE;
	int rc = prepare(db, statement, &parameters);
	if (rc)
		return rc;
	int sent = PQsendQueryPrepared(db->link, statement->name, parameters.count,
		parameters.values, parameters.sizes, parameters.formats, BINARY);
	return exchange_finish(result, db, sent, statement->name);
}

/* Whether the result is of the kind that was expected; if not it is a fault of ours. */
static int expect(const PGresult *result, ExecStatusType status, const char *name)
{
	if (PQresultStatus(result) == status)
		return 0;
	return outcome_unexpected(name, status == PGRES_TUPLES_OK ? "gave no rows" : "gave rows");
}

int db_run(struct db *db,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count)
{
	PGresult *result;
	int rc = ask(&result, db, statement, values, count);
	if (!rc)
		rc = expect(result, PGRES_COMMAND_OK, statement->name);
	PQclear(result);
	return rc;
}

static int give_rows(struct db_rows **rows, PGresult *result, const char *name)
{
	int rc = expect(result, PGRES_TUPLES_OK, name);
	if (rc)
		PQclear(result);
	else
		*rows = rows_new(result, name);
	return rc;
}

int db_query(struct db_rows **rows,
	struct db *db,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count)
{
	PGresult *result;
	*rows = NULL;
	int rc = ask(&result, db, statement, values, count);
	return rc ? rc : give_rows(rows, result, statement->name);
}

int db_query_one(struct db_rows **rows,
	struct db *db,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count)
{
	int rc = db_query(rows, db, statement, values, count);
	if (!rc && db_rows_count(*rows) != 1) {
		rc = outcome_unexpected(statement->name, "gave another number of rows than one");
		db_rows_free(*rows);
		*rows = NULL;
	}
	return rc;
}

int statement_ask(struct db_rows **rows,
	struct db *db,
	const char *sql,
	const struct db_value *values,
	size_t count)
{
	struct parameters parameters;
	PGresult *result;
	*rows = NULL;
	if (!set_parameters(&parameters, values, count))
		return outcome_unexpected(sql, "a value that can't be sent");
	if (!exchange_begin(db))
		return DB_UNAVAILABLE;
	int sent = PQsendQueryParams(db->link, sql, parameters.count, parameters.types,
		parameters.values, parameters.sizes, parameters.formats, BINARY);
	int rc = exchange_finish(&result, db, sent, sql);
	return rc ? rc : give_rows(rows, result, sql);
}
