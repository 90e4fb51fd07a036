#include "db/pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/limits.h"
#include "db/connection.h"
#include "db/database.h"

const struct embedded embedded[] = {
	EMBEDDED_FILE("service/store/add.sql", "insert into thing default values"),
	EMBEDDED_FILE("service/store/one.sql", "select 1"),
};
const size_t embedded_count = COUNT_OF(embedded);

static const struct db_statement one = {"one.sql"};

static int ask(struct db *db)
{
	struct db_rows *rows;
	int rc = db_query_one(&rows, db, &one, NULL, 0);
	db_rows_free(rows);
	return rc;
}

static void what_is_given_back_is_taken_again(void **state)
{
	struct db_pool *pool = db_pool_new(database_conninfo(), 2);
	struct db *first;
	struct db *second;
	(void)state;

	assert_int_equal(db_pool_take(&first, pool), 0);
	db_pool_give(pool, first);
	assert_int_equal(db_pool_take(&second, pool), 0);

	assert_ptr_equal(first, second);
	db_pool_give(pool, second);
	db_pool_free(pool);
}

static void a_transaction_left_open_is_rolled_back(void **state)
{
	static const struct db_statement add = {"add.sql"};
	struct db_pool *pool = db_pool_new(database_conninfo(), 1);
	struct db *db;
	(void)state;
	(void)database_do("CREATE TABLE thing (id int GENERATED ALWAYS AS IDENTITY)");
	assert_int_equal(db_pool_take(&db, pool), 0);
	assert_int_equal(db_begin(db), 0);
	assert_int_equal(db_run(db, &add, NULL, 0), 0);

	db_pool_give(pool, db);

	assert_string_equal(database_do("SELECT count(*) FROM pg_locks WHERE "
					"relation = 'thing'::regclass"),
		"0");
	assert_string_equal(database_do("SELECT count(*) FROM thing"), "0");
	db_pool_free(pool);
}

static void connections_that_have_ended_are_replaced_unseen(void **state)
{
	struct db_pool *pool = db_pool_new(database_conninfo(), 1);
	struct db *db;
	(void)state;
	assert_int_equal(db_pool_take(&db, pool), 0);
	db_pool_give(pool, db);

	database_end_connections();

	assert_int_equal(db_pool_take(&db, pool), 0);
	assert_int_equal(ask(db), 0);
	db_pool_give(pool, db);
	db_pool_free(pool);
}

static void who_finds_none_free_is_told_at_the_deadline(void **state)
{
	struct db_pool *pool = db_pool_new(database_conninfo(), 1);
	struct db *first;
	struct db *second;
	(void)state;
	assert_int_equal(db_pool_take(&first, pool), 0);
	int64_t began = clock_milliseconds();

	assert_int_equal(db_pool_take(&second, pool), DB_UNAVAILABLE);

	int64_t took = clock_milliseconds() - began;
	assert_true(took >= DATABASE_CONNECT - 10 && took < DATABASE_CONNECT + 500);
	db_pool_give(pool, first);
	assert_int_equal(db_pool_take(&second, pool), 0);
	db_pool_give(pool, second);
	db_pool_free(pool);
}

static void a_database_that_is_away_costs_a_request_little(void **state)
{
	struct db_pool *pool = db_pool_new("host=127.0.0.1 port=1", 2);
	struct db *db;
	(void)state;
	int64_t began = clock_milliseconds();

	for (int i = 0; i < 1000; i++)
		assert_int_equal(db_pool_take(&db, pool), DB_UNAVAILABLE);

	assert_true(clock_milliseconds() - began < 1000);
	db_pool_free(pool);
}

struct crowd {
	struct db_pool *pool;
	atomic_int answered;
	atomic_int unavailable;
	atomic_int others;
	int64_t until;
};

static void *keep_asking(void *context)
{
	struct crowd *crowd = context;
	while (clock_milliseconds() < crowd->until) {
		struct db *db;
		int rc = db_pool_take(&db, crowd->pool);
		if (!rc) {
			rc = ask(db);
			db_pool_give(crowd->pool, db);
		}
		atomic_fetch_add(rc == 0                ? &crowd->answered
				 : rc == DB_UNAVAILABLE ? &crowd->unavailable
							: &crowd->others,
			1);
	}
	return NULL;
}

static void a_crowd_shares_a_few_connections_through_their_end(void **state)
{
	enum { THREADS = 16 };
	pthread_t threads[THREADS];
	struct crowd crowd = {
		.pool = db_pool_new(database_conninfo(), 4), .until = clock_milliseconds() + 1000};
	(void)state;

	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, keep_asking, &crowd), 0);
	for (int i = 0; i < 5; i++) {
		(void)usleep(100 * 1000);
		database_end_connections();
	}
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_join(threads[i], NULL), 0);

	assert_true(crowd.answered > 100);
	assert_true(crowd.unavailable <= 5 * THREADS);
	assert_int_equal(crowd.others, 0);
	assert_true(atoi(database_do(
			    "SELECT count(*) FROM pg_stat_activity WHERE "
			    "application_name = 'samrad' AND datname = current_database()")) <= 4);
	db_pool_free(crowd.pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_given_back_is_taken_again),
		cmocka_unit_test(a_transaction_left_open_is_rolled_back),
		cmocka_unit_test(connections_that_have_ended_are_replaced_unseen),
		cmocka_unit_test(who_finds_none_free_is_told_at_the_deadline),
		cmocka_unit_test(a_database_that_is_away_costs_a_request_little),
		cmocka_unit_test(a_crowd_shares_a_few_connections_through_their_end),
	};
	return database_run_tests(tests, COUNT_OF(tests));
}
