#include "db/exchange.h"

#include <poll.h>

#include "base/clock.h"
#include "base/log.h"
#include "db/cancel.h"
#include "db/outcome.h"

enum { DRAIN = 1000 }; /* milliseconds for what comes after a cancel */

static void start_clock(struct db *db)
{
	db->deadline = db->patience ? clock_milliseconds() + db->patience : INT64_MAX;
	if (db->until && db->until < db->deadline)
		db->deadline = db->until;
}

bool exchange_begin(struct db *db)
{
	if (!db->link || db->broken)
		return false;
	PQclear(db->failure);
	db->failure = NULL;
	db->uncertain = false;
	start_clock(db);
	return true;
}

/* A server that is itself waiting for us to read must be read from, or both wait for ever. */
static bool flush(struct db *db)
{
	int left;
	while ((left = PQflush(db->link)) > 0)
		if (!connection_wait(db->link, POLLIN | POLLOUT, db->deadline) ||
			!PQconsumeInput(db->link))
			return false;
	return left == 0;
}

static bool next(PGresult **result, struct db *db)
{
	*result = NULL;
	while (PQisBusy(db->link))
		if (!connection_wait(db->link, POLLIN, db->deadline) || !PQconsumeInput(db->link))
			return false;
	*result = PQgetResult(db->link);
	return true;
}

/* What libpq has refused to send: the connection has ended, or something else runs on it. */
static int unsent(struct db *db, const char *name)
{
	db->broken = true;
	if (PQstatus(db->link) == CONNECTION_BAD)
		return exchange_abandon(db, name);
	return outcome_unexpected(name, PQerrorMessage(db->link));
}

int exchange_send(struct db *db, int sent, const char *name)
{
	if (!sent)
		return unsent(db, name);
	return flush(db) ? 0 : exchange_abandon(db, name);
}

int exchange_next(PGresult **result, struct db *db, const char *name)
{
	return next(result, db) ? 0 : exchange_abandon(db, name);
}

static bool is_copying(const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);
	return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

static bool is_failure(const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);
	return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE;
}

/* Goes on to the end even after a failure, so that the connection is free for the next question; an
 * earlier result gives way to a later one, a failure to none. */
static int take_all(PGresult **last, struct db *db, const char *name)
{
	PGresult *result;
	int rc = 0;
	while (!rc && !(rc = exchange_next(&result, db, name)) && result) {
		if (is_copying(result)) {
			PQclear(result);
			exchange_stop(db);
			rc = outcome_unexpected(name, "a COPY, where none was expected");
		} else if (*last && is_failure(*last)) {
			PQclear(result);
		} else {
			PQclear(*last);
			*last = result;
		}
	}
	return rc;
}

int exchange_finish(PGresult **result, struct db *db, int sent, const char *name)
{
	*result = NULL;
	int rc = exchange_send(db, sent, name);
	if (!rc)
		rc = take_all(result, db, name);
	if (!rc && !*result)
		rc = outcome_unexpected(name, "no result");
	if (!rc && is_failure(*result)) {
		rc = outcome_take(db, *result, name);
		*result = NULL;
	}
	if (!rc && db->uncertain) {
		log_warning("commit not confirmed by the standby", "statement", name, NULL);
		rc = DB_UNAVAILABLE;
	}
	if (rc) {
		PQclear(*result);
		*result = NULL;
	}
	return rc;
}

int exchange_copied(char **bytes, struct db *db)
{
	int size;
	while ((size = PQgetCopyData(db->link, bytes, 1)) == 0) {
		start_clock(db);
		if (!connection_wait(db->link, POLLIN, db->deadline) || !PQconsumeInput(db->link))
			return -1;
	}
	return size > 0 ? size : size == -1 ? 0 : -1;
}

static bool drain_copy(struct db *db)
{
	char *bytes;
	int size;
	while ((size = PQgetCopyData(db->link, &bytes, 1)) >= 0) {
		if (size > 0)
			PQfreemem(bytes);
		else if (!connection_wait(db->link, POLLIN, db->deadline) ||
			 !PQconsumeInput(db->link))
			return false;
	}
	return true;
}

static bool drain(struct db *db)
{
	PGresult *result;
	while (flush(db) && next(&result, db)) {
		ExecStatusType status = result ? PQresultStatus(result) : PGRES_EMPTY_QUERY;
		bool ended = !result;
		PQclear(result);
		if (ended)
			return true;
		if (status == PGRES_COPY_IN || (status == PGRES_COPY_OUT && !drain_copy(db)))
			return false;
	}
	return false;
}

/* A cancel that the server hasn't taken yet would hit the next question. */
void exchange_stop(struct db *db)
{
	db->deadline = clock_milliseconds() + DRAIN;
	struct cancel cancel = cancel_begin(db->link);
	bool drained = drain(db);
	bool cancelled = cancel_end(&cancel, db->deadline);
	if (!drained || !cancelled || PQstatus(db->link) == CONNECTION_BAD)
		db->broken = true;
}

int exchange_abandon(struct db *db, const char *name)
{
	if (PQstatus(db->link) == CONNECTION_BAD) {
		char complaint[CONNECTION_COMPLAINT];
		connection_complain(complaint, db->link);
		log_warning(
			"database connection lost", "statement", name, "reason", complaint, NULL);
		db->broken = true;
	} else {
		log_warning("database too slow", "statement", name, NULL);
		exchange_stop(db);
	}
	return DB_UNAVAILABLE;
}
