#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#include "db/migrate.h"
#include "store/outcome.h"

struct store {
	struct db_pool *pool;
	char *conninfo;
};

int outcome_of(int db_outcome)
{
	switch (db_outcome) {
	case 0: return 0;
	case DB_REFUSED: return STORE_REFUSED;
	default: return STORE_UNAVAILABLE;
	}
}

struct store *store_new(const char *conninfo, size_t connections)
{
	struct store *store = calloc(1, sizeof *store);
	if (!store)
		abort();
	store->conninfo = strdup(conninfo);
	if (!store->conninfo)
		abort();
	store->pool = db_pool_new(conninfo, connections);
	return store;
}

void store_free(struct store *store)
{
	if (!store)
		return;
	db_pool_free(store->pool);
	free(store->conninfo);
	free(store);
}

int store_check(struct store *store)
{
	struct db *db = NULL;
	int outcome = outcome_of(db_pool_take(&db, store->pool));
	if (outcome)
		return outcome;
	outcome = outcome_of(migrate_check(db));
	db_pool_give(store->pool, db);
	return outcome;
}

int store_begin(struct db **db, struct store *store)
{
	int outcome = outcome_of(db_pool_take(db, store->pool));
	if (outcome)
		return outcome;
	outcome = outcome_of(db_begin(*db));
	if (outcome)
		db_pool_give(store->pool, *db);
	return outcome;
}

int store_commit(struct store *store, struct db *db)
{
	int outcome = outcome_of(db_commit(db));
	db_pool_give(store->pool, db);
	return outcome;
}

void store_rollback(struct store *store, struct db *db)
{
	db_rollback(db);
	db_pool_give(store->pool, db);
}

int store_connect(struct db **db, struct store *store)
{
	return outcome_of(db_connect(db, store->conninfo));
}

int store_restore(struct db *db)
{
	return outcome_of(db_restore(db));
}

void store_end_by(struct db *db, int64_t moment)
{
	db_end_by(db, moment);
}

void store_disconnect(struct db *db)
{
	db_close(db);
}

int store_query(struct db_rows **rows,
	struct store *store,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count)
{
	struct db *db = NULL;
	int outcome = outcome_of(db_pool_take(&db, store->pool));
	if (outcome)
		return outcome;
	outcome = outcome_of(db_query(rows, db, statement, values, count));
	db_pool_give(store->pool, db);
	return outcome;
}

int store_borrow(struct db **db, struct store *store)
{
	return outcome_of(db_pool_take(db, store->pool));
}

void store_return(struct store *store, struct db *db)
{
	db_pool_give(store->pool, db);
}
