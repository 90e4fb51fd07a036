#include "db/copy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "db/connection.h"
#include "db/database.h"

const struct embedded embedded[] = {
	EMBEDDED_FILE(
		"service/store/fail.sql", "select 1 / (n - 50000) from generate_series(1, $1) n"),
	EMBEDDED_FILE("service/store/kinds.sql",
		"select 1::int2, -2::int4, $1, 'å', null::bytea, ''::bytea -- of each kind\n"),
	EMBEDDED_FILE(
		"service/store/numbers.sql", "select n, n::int4 from generate_series($1, $2) n;\n"),
	EMBEDDED_FILE("service/store/wide.sql",
		"select 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,"
		"21,22,23,24,25,26,27,28,29,30,31,32,33"),
	EMBEDDED_FILE("service/store/wrong.sql", "select nothing"),
};
const size_t embedded_count = COUNT_OF(embedded);

static const struct db_statement numbers = {"numbers.sql"};

struct sum {
	int64_t rows;
	int64_t sum;
	int64_t most;
};

static bool add(void *context, const struct db_copy_row *row)
{
	struct sum *sum = context;
	assert_int_equal(row->columns, 2);
	assert_int_equal(db_copy_int(row, 0), db_copy_int(row, 1));
	sum->rows++;
	sum->sum += db_copy_int(row, 0);
	return sum->rows < sum->most;
}

static bool ignore(void *context, const struct db_copy_row *row)
{
	(void)context;
	(void)row;
	return true;
}

static bool check_kinds(void *context, const struct db_copy_row *row)
{
	size_t size;
	assert_int_equal(row->columns, 6);
	assert_int_equal(db_copy_int(row, 0), 1);
	assert_int_equal(db_copy_int(row, 1), -2);
	assert_int_equal(db_copy_int(row, 2), INT64_MIN);
	assert_memory_equal(db_copy_bytes(row, 3, &size), "å", 2);
	assert_int_equal(size, 2);
	assert_null(db_copy_bytes(row, 4, &size));
	assert_int_equal(size, 0);
	assert_non_null(db_copy_bytes(row, 5, &size));
	assert_int_equal(size, 0);
	++*(int *)context;
	return true;
}

/* Gauss: 1 + 2 + … + n = n (n + 1) / 2. */
static void every_row_is_handed_on_once(void **state)
{
	const int64_t bounds[] = {1, 100000};
	struct sum sum = {.most = INT64_MAX};
	struct db *db = database_connect();
	(void)state;

	assert_int_equal(db_copy_out(db, &numbers, bounds, 2, add, &sum), 0);

	assert_int_equal(sum.rows, 100000);
	assert_int_equal(sum.sum, INT64_C(5000050000));
	db_close(db);
}

static void no_row_is_an_answer_too(void **state)
{
	const int64_t bounds[] = {1, 0};
	struct sum sum = {.most = INT64_MAX};
	struct db *db = database_connect();
	(void)state;

	assert_int_equal(db_copy_out(db, &numbers, bounds, 2, add, &sum), 0);

	assert_int_equal(sum.rows, 0);
	db_close(db);
}

static void columns_are_read_by_their_width(void **state)
{
	static const struct db_statement kinds = {"kinds.sql"};
	const int64_t least[] = {INT64_MIN};
	struct db *db = database_connect();
	int rows = 0;
	(void)state;

	assert_int_equal(db_copy_out(db, &kinds, least, 1, check_kinds, &rows), 0);

	assert_int_equal(rows, 1);
	db_close(db);
}

static void who_has_enough_stops_it_and_the_connection_goes_on(void **state)
{
	const int64_t bounds[] = {1, 1000 * 1000};
	struct sum sum = {.most = 10};
	struct db *db = database_connect();
	(void)state;

	assert_int_equal(db_copy_out(db, &numbers, bounds, 2, add, &sum), 0);

	assert_int_equal(sum.rows, 10);
	assert_int_equal(db_restore(db), 0);
	sum = (struct sum){.most = INT64_MAX};
	assert_int_equal(db_copy_out(db, &numbers, (int64_t[]){1, 3}, 2, add, &sum), 0);
	assert_int_equal(sum.sum, 6);
	db_close(db);
}

static void a_failure_after_some_rows_is_told(void **state)
{
	static const struct db_statement fail = {"fail.sql"};
	static const struct db_statement wrong = {"wrong.sql"};
	const int64_t bounds[] = {100000};
	struct db *db = database_connect();
	(void)state;

	assert_int_equal(db_copy_out(db, &fail, bounds, 1, ignore, NULL), DB_UNEXPECTED);
	assert_string_equal(db_sqlstate(db), "22012");
	assert_int_equal(db_copy_out(db, &wrong, NULL, 0, ignore, NULL), DB_UNEXPECTED);
	assert_string_equal(db_sqlstate(db), "42703");
	assert_int_equal(db_copy_out(db, &fail, NULL, 0, ignore, NULL), DB_UNEXPECTED);
	assert_int_equal(db_copy_out(db, &numbers, bounds, 1, ignore, NULL), DB_UNEXPECTED);
	db_close(db);
}

static void more_columns_than_there_is_room_for_are_a_fault(void **state)
{
	static const struct db_statement wide = {"wide.sql"};
	struct db *db = database_connect();
	(void)state;

	assert_int_equal(db_copy_out(db, &wide, NULL, 0, ignore, NULL), DB_UNEXPECTED);

	assert_int_equal(db_restore(db), 0);
	db_close(db);
}

static bool end_connection(void *context, const struct db_copy_row *row)
{
	int *rows = context;
	(void)row;
	if (++*rows == 1000)
		database_end_connections();
	return true;
}

static void a_connection_that_ends_among_the_rows_is_told(void **state)
{
	const int64_t bounds[] = {1, 1000 * 1000};
	struct db *db = database_connect();
	int rows = 0;
	(void)state;

	assert_int_equal(
		db_copy_out(db, &numbers, bounds, 2, end_connection, &rows), DB_UNAVAILABLE);

	assert_int_equal(db_restore(db), 0);
	db_close(db);
}

static void the_servers_time_limit_does_not_hold_for_rows_and_comes_back(void **state)
{
	const int64_t bounds[] = {1, 300 * 1000};
	struct sum sum = {.most = INT64_MAX};
	struct db *db = database_connect();
	(void)state;
	assert_int_equal(db_script(db, "SET statement_timeout = 10"), 0);

	assert_int_equal(db_copy_out(db, &numbers, bounds, 2, add, &sum), 0);

	assert_int_equal(sum.rows, 300 * 1000);
	assert_int_equal(db_script(db, "SELECT pg_sleep(1)"), DB_UNAVAILABLE);
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_is_handed_on_once),
		cmocka_unit_test(no_row_is_an_answer_too),
		cmocka_unit_test(columns_are_read_by_their_width),
		cmocka_unit_test(who_has_enough_stops_it_and_the_connection_goes_on),
		cmocka_unit_test(a_failure_after_some_rows_is_told),
		cmocka_unit_test(more_columns_than_there_is_room_for_are_a_fault),
		cmocka_unit_test(a_connection_that_ends_among_the_rows_is_told),
		cmocka_unit_test(the_servers_time_limit_does_not_hold_for_rows_and_comes_back),
	};
	return database_run_tests(tests, COUNT_OF(tests));
}
