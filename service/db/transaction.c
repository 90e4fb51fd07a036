#include <string.h>

#include "db/exchange.h"
#include "db/outcome.h"

static int command(PGresult **result, struct db *db, const char *sql, const char *name)
{
	*result = NULL;
	if (!exchange_begin(db))
		return DB_UNAVAILABLE;
	return exchange_finish(result, db, PQsendQuery(db->link, sql), name);
}

int db_script(struct db *db, const char *sql)
{
	PGresult *result;
	int rc = command(&result, db, sql, "script");
	PQclear(result);
	return rc;
}

int db_begin(struct db *db)
{
	PGresult *result;
	int rc = command(&result, db, "BEGIN", "begin");
	PQclear(result);
	return rc;
}

/* The server answers COMMIT of a transaction that has failed with a quiet ROLLBACK. */
int db_commit(struct db *db)
{
	PGresult *result;
	int rc = command(&result, db, "COMMIT", "commit");
	if (!rc && strcmp(PQcmdStatus(result), "COMMIT") != 0)
		rc = outcome_unexpected("commit", "of a transaction that had failed: rolled back");
	PQclear(result);
	return rc;
}

/* What can't be rolled back over this connection ends with it. */
void db_rollback(struct db *db)
{
	PGresult *result;
	if (db->link && !db->broken && PQtransactionStatus(db->link) == PQTRANS_IDLE)
		return;
	if (command(&result, db, "ROLLBACK", "rollback"))
		connection_drop(db);
	PQclear(result);
}
