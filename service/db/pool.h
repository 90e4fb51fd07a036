/* Connections that request threads borrow.
 *
 * Not a queue of work: who finds none free waits for one, at most until its deadline.
 */
#ifndef SAMRAD_DB_POOL_H
#define SAMRAD_DB_POOL_H

#include "db/db.h"

struct db_pool;

/* A pool of at most size connections, made when they are first needed. conninfo is copied. */
struct db_pool *db_pool_new(const char *conninfo, size_t size);

/* Closes all. None may be borrowed. */
void db_pool_free(struct db_pool *pool);

/* Borrows a usable connection, waiting at most DATABASE_CONNECT. Returns 0 or DB_UNAVAILABLE. */
MUST_CHECK int db_pool_take(struct db **db, struct db_pool *pool);

/* Gives it back; one with a transaction open is rolled back, one that is broken is closed. */
void db_pool_give(struct db_pool *pool, struct db *db);

#endif
