/* Inside store/: db's outcomes as the store's, and borrowing for one call. */
#ifndef SAMRAD_STORE_OUTCOME_H
#define SAMRAD_STORE_OUTCOME_H

#include "db/pool.h"
#include "store/store.h"

/* DB_… as STORE_…; what is a fault of ours was logged below and is unavailable to everybody above. */
int outcome_of(int db_outcome);

/* One query on a borrowed connection. Caller owns *rows after 0. */
MUST_CHECK int store_query(struct db_rows **rows,
	struct store *store,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count);

/* Borrows a connection without a transaction, and gives it back. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int store_borrow(struct db **db, struct store *store);
void store_return(struct store *store, struct db *db);

#endif
