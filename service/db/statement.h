/* Statements whose text isn't an embedded file, for db/ alone. */
#ifndef SAMRAD_DB_STATEMENT_H
#define SAMRAD_DB_STATEMENT_H

#include "db/connection.h"

/* The embedded text of a statement, or NULL (logged). */
const char *statement_text(const struct db_statement *statement);

/* Asks with values. Caller owns *rows. Returns as db_query does. */
MUST_CHECK int statement_ask(struct db_rows **rows,
	struct db *db,
	const char *sql,
	const struct db_value *values,
	size_t count);

/* Puts a result into rows, which own it; name is borrowed for their life. */
struct db_rows *rows_new(PGresult *result, const char *name);

#endif
