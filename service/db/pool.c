#include "db/pool.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/limits.h"
#include "db/backoff.h"
#include "db/connection.h"

/* The free ones are a stack: those that were used last are used next, and the rest stay idle. */
struct db_pool {
	pthread_mutex_t mutex; /* of all below */
	pthread_cond_t given;  /* one has become free */
	char *conninfo;
	size_t size;
	size_t made;
	size_t free_count;
	struct db **free;
	struct backoff backoff;
};

static void init_condition(pthread_cond_t *condition)
{
	pthread_condattr_t attributes;
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(condition, &attributes);
	pthread_condattr_destroy(&attributes);
}

struct db_pool *db_pool_new(const char *conninfo, size_t size)
{
	struct db_pool *pool = calloc(1, sizeof *pool);
	if (!pool)
		abort();
	pool->conninfo = strdup(conninfo);
	pool->free = calloc(size, sizeof(struct db *));
	if (!pool->conninfo || !pool->free)
		abort();
	pool->size = size;
	pthread_mutex_init(&pool->mutex, NULL);
	init_condition(&pool->given);
	return pool;
}

void db_pool_free(struct db_pool *pool)
{
	if (!pool)
		return;
	for (size_t i = 0; i < pool->free_count; i++)
		db_close(pool->free[i]);
	pthread_cond_destroy(&pool->given);
	pthread_mutex_destroy(&pool->mutex);
	free(pool->free);
	free(pool->conninfo);
	free(pool);
}

static struct timespec moment(int64_t milliseconds)
{
	return (struct timespec){
		.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000};
}

/* A free one, perhaps not connected; NULL when none has become free in time. */
static struct db *take_free(struct db_pool *pool)
{
	struct timespec end = moment(clock_milliseconds() + DATABASE_CONNECT);
	struct db *db = NULL;
	int waited = 0;
	pthread_mutex_lock(&pool->mutex);
	while (pool->free_count == 0 && pool->made == pool->size && waited != ETIMEDOUT)
		waited = pthread_cond_timedwait(&pool->given, &pool->mutex, &end);
	if (pool->free_count > 0) {
		db = pool->free[--pool->free_count];
	} else if (pool->made < pool->size) {
		db = connection_new(pool->conninfo);
		pool->made++;
	}
	pthread_mutex_unlock(&pool->mutex);
	return db;
}

static bool may_connect(struct db_pool *pool, int64_t now)
{
	pthread_mutex_lock(&pool->mutex);
	bool may = backoff_may_try(&pool->backoff, now);
	pthread_mutex_unlock(&pool->mutex);
	return may;
}

static void tell(struct db_pool *pool, int64_t began, bool connected)
{
	pthread_mutex_lock(&pool->mutex);
	if (connected)
		backoff_succeed(&pool->backoff);
	else
		backoff_fail(&pool->backoff, began, clock_milliseconds());
	pthread_mutex_unlock(&pool->mutex);
}

static int connect_anew(struct db_pool *pool, struct db *db)
{
	int64_t began = clock_milliseconds();
	if (!may_connect(pool, began))
		return DB_UNAVAILABLE;
	int rc = db_restore(db);
	tell(pool, began, rc == 0);
	return rc;
}

int db_pool_take(struct db **db, struct db_pool *pool)
{
	*db = take_free(pool);
	if (!*db)
		return DB_UNAVAILABLE;
	int rc = connection_is_usable(*db) ? 0 : connect_anew(pool, *db);
	if (rc) {
		db_pool_give(pool, *db);
		*db = NULL;
	}
	return rc;
}

void db_pool_give(struct db_pool *pool, struct db *db)
{
	db_rollback(db);
	if (db->broken)
		connection_drop(db);
	pthread_mutex_lock(&pool->mutex);
	pool->free[pool->free_count++] = db;
	pthread_cond_signal(&pool->given);
	pthread_mutex_unlock(&pool->mutex);
}
