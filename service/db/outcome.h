/* What the server's answer means to who asked. */
#ifndef SAMRAD_DB_OUTCOME_H
#define SAMRAD_DB_OUTCOME_H

#include <stdbool.h>

#include "base/check.h"
#include "db/connection.h"

struct outcome {
	const char *sqlstate; /* how it begins */
	int code;             /* DB_REFUSED … */
	bool reconnect;       /* the connection is of no use any more */
};

/* The row of a SQLSTATE (PostgreSQL's manual, appendix A); one that isn't in the table is
 * DB_UNEXPECTED. */
const struct outcome *outcome_find(const char *sqlstate);

/* Takes a result that tells of a failure: keeps it for db_error, logs it where somebody should look.
 * name: of the statement. Returns DB_UNAVAILABLE, DB_REFUSED or DB_UNEXPECTED. */
MUST_CHECK int outcome_take(struct db *db, PGresult *failure, const char *name);

/* A fault of ours: logged. Returns DB_UNEXPECTED. */
int outcome_unexpected(const char *name, const char *what);

#endif
