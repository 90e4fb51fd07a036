/* The database as the rest of the service sees it: what can be asked, not how.
 *
 * Not SQL for anybody else: every statement is a file beside (*.sql, each runs in psql), every aggregate
 * has a header of its own (events.h, surveys.h, responses.h). Results live in the caller's arena.
 *
 * Functions that take a struct store borrow a connection for the one call. Those that take a struct db
 * belong to a transaction of the caller's.
 */
#ifndef SAMRAD_STORE_STORE_H
#define SAMRAD_STORE_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "base/check.h"

/* What can be expected to fail. STORE_UNAVAILABLE: the database is away or too slow; what a single statement
 * would have done is unknown. STORE_REFUSED: a rule of the database's; nothing was done. */
enum { STORE_UNAVAILABLE = 1, STORE_NOT_FOUND = 2, STORE_REFUSED = 3 };

struct db;
struct store;

/* A store of at most connections connections, made when they are needed. Caller owns. */
struct store *store_new(const char *conninfo, size_t connections);
void store_free(struct store *store);

/* Whether the database answers and is at our migrations. Returns 0, STORE_UNAVAILABLE, or STORE_REFUSED when
 * its migrations aren't ours. */
MUST_CHECK int store_check(struct store *store);

/* Borrows a connection and begins a transaction. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int store_begin(struct db **db, struct store *store);

/* Ends it, either way, and gives the connection back. A commit returns 0, STORE_REFUSED, or STORE_UNAVAILABLE:
 * then it is unknown whether it was done. */
MUST_CHECK int store_commit(struct store *store, struct db *db);
void store_rollback(struct store *store, struct db *db);

/* A connection of one's own, for a thread that has work all the time. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int store_connect(struct db **db, struct store *store);
/* Makes a broken one usable again. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int store_restore(struct db *db);
/* From now on whatever is done with it ends by that moment (clock_milliseconds), or a second of tidying up later. */
void store_end_by(struct db *db, int64_t moment);
void store_disconnect(struct db *db);

#endif
