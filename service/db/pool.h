/* Connections that request threads borrow.
 *
 * Not a queue of work: who finds none free waits for one, at most until its deadline. While the database
 * doesn't answer, who asks is told so at once (backoff.h), save for the one that tries again.
 */
#ifndef SAMRAD_DB_POOL_H
#define SAMRAD_DB_POOL_H

#include "db/db.h"

struct db_pool;

/* A pool of at most size connections, made when they are first needed. conninfo is copied. */
struct db_pool *db_pool_new(const char *conninfo, size_t size);

/* Closes all. None may be borrowed. */
void db_pool_free(struct db_pool *pool);

/* Borrows a usable connection, waiting at most DATABASE_CONNECT for a free one and as long again for one
 * that has to be made. Returns 0 or DB_UNAVAILABLE. Any thread. */
MUST_CHECK int db_pool_take(struct db **db, struct db_pool *pool);

/* Gives it back; one with a transaction open is rolled back, one that is broken is closed. Any thread. */
void db_pool_give(struct db_pool *pool, struct db *db);

#endif
