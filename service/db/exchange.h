/* One question to the server and its answer, under one deadline.
 *
 *	begin ─▶ PQsend… ─▶ finish                    an answer that is kept whole
 *	begin ─▶ PQsend… ─▶ send ─▶ next ─▶ …         one that is taken in pieces
 *
 * Nothing here blocks longer than the deadline. When that passes the server is asked to cancel, so that
 * it doesn't go on holding locks for nobody, and what it still says is read, for a bounded while: if it
 * comes to an end the connection goes on being used, else it is broken. Either way the call has failed
 * with DB_UNAVAILABLE, even when the answer to the cancel is "done": that may be a commit which nobody
 * has confirmed.
 */
#ifndef SAMRAD_DB_EXCHANGE_H
#define SAMRAD_DB_EXCHANGE_H

#include "base/check.h"
#include "db/connection.h"

/* Whether a question can be put; forgets the last failure and sets the deadline. */
MUST_CHECK bool exchange_begin(struct db *db);

/* Sends what libpq still holds. sent: what PQsend… has returned. name: the statement's, for the log.
 * Returns 0, DB_UNAVAILABLE or DB_UNEXPECTED. */
MUST_CHECK int exchange_send(struct db *db, int sent, const char *name);

/* The next result, NULL after the last. Caller owns it. Returns 0 or DB_UNAVAILABLE. */
MUST_CHECK int exchange_next(PGresult **result, struct db *db, const char *name);

/* Sends and takes all results: the last one, which caller owns, or the failure. Returns 0, DB_UNAVAILABLE, DB_REFUSED or DB_UNEXPECTED; *result is NULL then. */
MUST_CHECK int exchange_finish(PGresult **result, struct db *db, int sent, const char *name);

/* The next message of a COPY out: its size, 0 after the last, -1 when it failed. Caller gives *bytes
 * back by PQfreemem. The deadline is one for each message. */
MUST_CHECK int exchange_copied(char **bytes, struct db *db);

/* Stops what runs: cancels, reads the rest for a while; else the connection is broken. */
void exchange_stop(struct db *db);

/* The deadline has passed, or the connection has failed. Returns DB_UNAVAILABLE. */
int exchange_abandon(struct db *db, const char *name);

#endif
