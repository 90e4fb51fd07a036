#include "db/database.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/clock.h"
#include "db/array.h"
#include "db/connection.h"

const struct embedded embedded[] = {
	EMBEDDED_FILE("service/store/abort.sql", "select 1/0"),
	EMBEDDED_FILE("service/store/add.sql", "insert into thing (key, size) values ($1, $2);\n"),
	EMBEDDED_FILE("service/store/copy.sql", "copy thing from stdin"),
	EMBEDDED_FILE("service/store/echo.sql",
		"select $1::bool, $2::int4, $3::int8, $4::text, $5::bytea, $6::timestamptz"),
	EMBEDDED_FILE("service/store/kinds.sql",
		"select 7::int2, '{\"a\": 1}'::json, '[1]'::jsonb, 'live'::mood, 'v'::varchar(3), "
		"null::text"),
	EMBEDDED_FILE("service/store/list.sql", "select key, size from thing order by key"),
	EMBEDDED_FILE("service/store/moments.sql",
		"select extract(epoch from $1::timestamptz)::int8, to_char($1, 'HH24:MI')"),
	EMBEDDED_FILE("service/store/raise.sql", "update thing set size = 99"),
	EMBEDDED_FILE("service/store/sleep.sql", "select pg_sleep(30)"),
	EMBEDDED_FILE("service/store/star.sql", "select * from thing"),
	EMBEDDED_FILE("service/store/tell.sql", "select pg_sleep(0.3)::text, 'done'"),
	EMBEDDED_FILE("service/store/unnest.sql",
		"select key, size from unnest($1::text[], $2::int4[]) as t (key, size)"),
};
const size_t embedded_count = COUNT_OF(embedded);

static const struct db_statement add = {"add.sql"};
static const struct db_statement list = {"list.sql"};
static const struct db_statement sleep_long = {"sleep.sql"};

static const char *const schema =
	"DROP TABLE IF EXISTS thing; DROP TYPE IF EXISTS mood; CREATE TYPE mood AS ENUM ('live');"
	"CREATE TABLE thing (key text PRIMARY KEY, size int CONSTRAINT thing_size CHECK (size > "
	"0));"
	"CREATE OR REPLACE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS "
	"'BEGIN RAISE ''a thing never changes''; END';"
	"CREATE TRIGGER never BEFORE UPDATE ON thing FOR EACH ROW EXECUTE FUNCTION never()";

static struct db *connect_fresh(void)
{
	struct db *db = database_connect();
	assert_int_equal(db_script(db, schema), 0);
	return db;
}

static int add_thing(struct db *db, const char *key, int32_t size)
{
	struct arena arena = arena_init();
	struct db_value values[] = {db_text(key), db_int4(&arena, size)};
	int rc = db_run(db, &add, values, COUNT_OF(values));
	arena_release(&arena);
	return rc;
}

static size_t count_things(struct db *db)
{
	struct db_rows *rows;
	assert_int_equal(db_query(&rows, db, &list, NULL, 0), 0);
	size_t count = db_rows_count(rows);
	db_rows_free(rows);
	return count;
}

static void every_type_comes_back_as_it_was_sent(void **state)
{
	static const struct db_statement echo = {"echo.sql"};
	struct arena arena = arena_init();
	struct db *db = connect_fresh();
	struct db_rows *rows;
	size_t size;
	(void)state;

	struct db_value values[] = {db_bool(true), db_int4(&arena, -2), db_int8(&arena, INT64_MIN),
		db_text("Luleå"), db_bytea("\0\1", 2), db_time(&arena, -1)};
	assert_int_equal(db_query_one(&rows, db, &echo, values, COUNT_OF(values)), 0);

	assert_true(db_read_bool(rows, 0, 0));
	assert_int_equal(db_read_int(rows, 0, 1), -2);
	assert_int_equal(db_read_int(rows, 0, 2), INT64_MIN);
	assert_string_equal(db_read_text(rows, 0, 3), "Luleå");
	assert_memory_equal(db_read_bytes(rows, 0, 4, &size), "\0\1", 2);
	assert_int_equal(size, 2);
	assert_int_equal(db_read_time(rows, 0, 5), -1);
	db_rows_free(rows);
	db_close(db);
	arena_release(&arena);
}

static void the_server_understands_moments_as_we_do_and_speaks_of_utc(void **state)
{
	static const struct db_statement moments = {"moments.sql"};
	struct arena arena = arena_init();
	struct db *db = connect_fresh();
	struct db_rows *rows;
	(void)state;

	struct db_value values[] = {db_time(&arena, 1588752000)};
	assert_int_equal(db_query_one(&rows, db, &moments, values, 1), 0);

	assert_int_equal(db_read_int(rows, 0, 0), 1588752000);
	assert_string_equal(db_read_text(rows, 0, 1), "08:00");
	db_rows_free(rows);
	db_close(db);
	arena_release(&arena);
}

static void all_that_is_text_can_be_read_as_text(void **state)
{
	static const struct db_statement kinds = {"kinds.sql"};
	struct db *db = connect_fresh();
	struct db_rows *rows;
	size_t size = 1;
	(void)state;

	assert_int_equal(db_query_one(&rows, db, &kinds, NULL, 0), 0);

	assert_int_equal(db_read_int(rows, 0, 0), 7);
	assert_string_equal(db_read_text(rows, 0, 1), "{\"a\": 1}");
	assert_string_equal(db_read_text(rows, 0, 2), "[1]");
	assert_string_equal(db_read_text(rows, 0, 3), "live");
	assert_string_equal(db_read_text(rows, 0, 4), "v");
	assert_true(db_is_null(rows, 0, 5));
	assert_null(db_read_bytes(rows, 0, 5, &size));
	assert_int_equal(size, 0);
	db_rows_free(rows);
	db_close(db);
}

static void arrays_can_be_taken_apart_by_unnest(void **state)
{
	static const struct db_statement unnest = {"unnest.sql"};
	struct db_array keys = db_array_init(DB_TEXT_ARRAY, 1024);
	struct db_array sizes = db_array_init(DB_INT4_ARRAY, 1024);
	struct db *db = connect_fresh();
	struct db_rows *rows;
	(void)state;

	db_array_put_bytes(&keys, "a", 1);
	db_array_put_bytes(&keys, "å", 2);
	db_array_put_int(&sizes, 1);
	db_array_put_null(&sizes);
	struct db_value values[] = {db_array_value(&keys), db_array_value(&sizes)};
	assert_int_equal(db_query(&rows, db, &unnest, values, 2), 0);

	assert_int_equal(db_rows_count(rows), 2);
	assert_int_equal(db_read_int(rows, 0, 1), 1);
	assert_string_equal(db_read_text(rows, 1, 0), "å");
	assert_true(db_is_null(rows, 1, 1));
	db_rows_free(rows);

	db_array_clear(&keys);
	db_array_clear(&sizes);
	values[0] = db_array_value(&keys);
	values[1] = db_array_value(&sizes);
	assert_int_equal(db_query(&rows, db, &unnest, values, 2), 0);
	assert_int_equal(db_rows_count(rows), 0);
	db_rows_free(rows);
	db_close(db);
	db_array_release(&keys);
	db_array_release(&sizes);
}

static void a_constraint_refuses_and_is_named(void **state)
{
	struct db *db = connect_fresh();
	(void)state;

	assert_int_equal(add_thing(db, "a", 0), DB_REFUSED);
	assert_string_equal(db_constraint(db), "thing_size");
	assert_string_equal(db_sqlstate(db), "23514");
	assert_non_null(strstr(db_error(db), "thing_size"));

	assert_int_equal(add_thing(db, "a", 1), 0);
	assert_string_equal(db_error(db), "");
	assert_int_equal(add_thing(db, "a", 1), DB_REFUSED);
	assert_string_equal(db_sqlstate(db), "23505");
	assert_int_equal(count_things(db), 1);
	db_close(db);
}

static void a_trigger_that_raises_refuses_in_its_own_words(void **state)
{
	static const struct db_statement raise = {"raise.sql"};
	struct db *db = connect_fresh();
	(void)state;
	assert_int_equal(add_thing(db, "a", 1), 0);

	assert_int_equal(db_run(db, &raise, NULL, 0), DB_REFUSED);

	assert_string_equal(db_error(db), "a thing never changes");
	assert_string_equal(db_sqlstate(db), "P0001");
	db_close(db);
}

static void another_shape_than_expected_is_a_fault_of_ours(void **state)
{
	static const struct db_statement abort_sql = {"abort.sql"};
	static const struct db_statement copy = {"copy.sql"};
	static const struct db_statement missing = {"missing.sql"};
	struct db_value broken[] = {{.type = 0}};
	struct db *db = connect_fresh();
	struct db_rows *rows;
	(void)state;

	assert_int_equal(db_run(db, &list, NULL, 0), DB_UNEXPECTED);
	assert_int_equal(db_query_one(&rows, db, &list, NULL, 0), DB_UNEXPECTED);
	assert_null(rows);
	assert_int_equal(db_query(&rows, db, &add, broken, 1), DB_UNEXPECTED);
	assert_int_equal(db_query(&rows, db, &missing, NULL, 0), DB_UNEXPECTED);
	assert_int_equal(db_query(&rows, db, &abort_sql, NULL, 0), DB_UNEXPECTED);
	assert_string_equal(db_sqlstate(db), "22012");
	assert_int_equal(db_run(db, &copy, NULL, 0), DB_UNEXPECTED);
	assert_int_equal(db_restore(db), 0);
	assert_int_equal(count_things(db), 0);
	db_close(db);
}

static void a_transaction_is_done_whole_or_not_at_all(void **state)
{
	struct db *db = connect_fresh();
	(void)state;

	assert_int_equal(db_begin(db), 0);
	assert_int_equal(add_thing(db, "a", 1), 0);
	db_rollback(db);
	assert_int_equal(count_things(db), 0);

	assert_int_equal(db_begin(db), 0);
	assert_int_equal(add_thing(db, "a", 1), 0);
	assert_int_equal(db_commit(db), 0);
	assert_int_equal(count_things(db), 1);
	db_close(db);
}

static void a_transaction_that_has_failed_is_not_said_to_be_committed(void **state)
{
	struct db *db = connect_fresh();
	(void)state;

	assert_int_equal(db_begin(db), 0);
	assert_int_equal(add_thing(db, "a", 1), 0);
	assert_int_equal(add_thing(db, "b", 0), DB_REFUSED);

	assert_int_equal(db_commit(db), DB_UNEXPECTED);
	assert_int_equal(count_things(db), 0);
	db_close(db);
}

static void what_is_refused_at_the_commit_is_refused(void **state)
{
	struct db *db = connect_fresh();
	(void)state;
	assert_int_equal(
		db_script(db, "ALTER TABLE thing ADD UNIQUE (size) DEFERRABLE INITIALLY DEFERRED"),
		0);

	assert_int_equal(db_begin(db), 0);
	assert_int_equal(add_thing(db, "a", 1), 0);
	assert_int_equal(add_thing(db, "b", 1), 0);

	assert_int_equal(db_commit(db), DB_REFUSED);
	assert_string_equal(db_sqlstate(db), "23505");
	db_close(db);
}

/* The server says that such a statement is done, and only then finds that it can't be. */
static void what_is_refused_at_the_end_of_a_statement_is_refused(void **state)
{
	struct db *db = connect_fresh();
	(void)state;
	assert_int_equal(
		db_script(db, "ALTER TABLE thing ADD UNIQUE (size) DEFERRABLE INITIALLY DEFERRED"),
		0);
	assert_int_equal(add_thing(db, "a", 1), 0);

	assert_int_equal(add_thing(db, "b", 1), DB_REFUSED);

	assert_int_equal(count_things(db), 1);
	db_close(db);
}

static void a_script_stops_at_its_first_failure(void **state)
{
	struct db *db = connect_fresh();
	(void)state;

	assert_int_equal(
		db_script(db,
			"insert into thing values ('a', 1); insert into thing values ('b', 0);"
			"insert into thing values ('c', 1)"),
		DB_REFUSED);

	assert_int_equal(count_things(db), 0);
	assert_int_equal(db_script(db, "insert into thing values ('a', 1)"), 0);
	db_close(db);
}

static void a_question_past_its_deadline_is_cancelled(void **state)
{
	struct db *db = connect_fresh();
	struct db_rows *rows;
	(void)state;
	db->patience = 200;
	int64_t began = clock_milliseconds();

	assert_int_equal(db_query(&rows, db, &sleep_long, NULL, 0), DB_UNAVAILABLE);

	assert_true(clock_milliseconds() - began < 1500);
	assert_string_equal(database_do("SELECT count(*) FROM pg_stat_activity WHERE query LIKE "
					"'select pg_sleep(30)%' AND state = 'active'"),
		"0");
	assert_int_equal(count_things(db), 0);
	db_close(db);
}

static void a_late_answer_is_not_taken_for_the_next_ones(void **state)
{
	static const struct db_statement tell = {"tell.sql"};
	struct db *db = connect_fresh();
	struct db_rows *rows;
	(void)state;

	for (int64_t patience = 285; patience < 320; patience += 5) {
		db->patience = patience;
		int rc = db_query(&rows, db, &tell, NULL, 0);
		assert_true(rc == 0 || rc == DB_UNAVAILABLE);
		db_rows_free(rows);
		db->patience = 5000;
		assert_int_equal(db_restore(db), 0);
		assert_int_equal(count_things(db), 0);
	}
	db_close(db);
}

static void who_waits_for_a_lock_is_told_before_the_deadline(void **state)
{
	struct db *db = connect_fresh();
	struct db *other = database_connect();
	(void)state;
	assert_int_equal(db_begin(other), 0);
	assert_int_equal(db_script(other, "LOCK TABLE thing"), 0);

	assert_int_equal(db_script(db, "SET lock_timeout = 100"), 0);
	assert_int_equal(add_thing(db, "a", 1), DB_UNAVAILABLE);

	assert_string_equal(db_sqlstate(db), "55P03");
	db_close(other);
	db_close(db);
}

static void a_table_that_has_changed_under_a_plan_costs_one_failure(void **state)
{
	static const struct db_statement star = {"star.sql"};
	struct db *db = connect_fresh();
	struct db_rows *rows;
	(void)state;
	assert_int_equal(db_query(&rows, db, &star, NULL, 0), 0);
	db_rows_free(rows);
	(void)database_do("ALTER TABLE thing ADD COLUMN colour text");

	assert_int_equal(db_query(&rows, db, &star, NULL, 0), DB_UNEXPECTED);

	assert_int_equal(db_restore(db), 0);
	assert_int_equal(db_query(&rows, db, &star, NULL, 0), 0);
	db_rows_free(rows);
	db_close(db);
}

static void statements_that_somebody_has_thrown_away_are_prepared_again(void **state)
{
	struct db *db = connect_fresh();
	(void)state;
	assert_int_equal(count_things(db), 0);
	assert_int_equal(db_script(db, "DEALLOCATE ALL"), 0);
	struct db_rows *rows;

	assert_int_equal(db_query(&rows, db, &list, NULL, 0), DB_UNAVAILABLE);

	assert_int_equal(db_restore(db), 0);
	assert_int_equal(count_things(db), 0);
	db_close(db);
}

static void a_value_larger_than_any_buffer_goes_there_and_back(void **state)
{
	static const struct db_statement echo = {"echo.sql"};
	enum { LARGE = 8 * 1024 * 1024 };
	struct arena arena = arena_init();
	struct db *db = connect_fresh();
	struct db_rows *rows;
	size_t size;
	char *bytes = arena_take(&arena, LARGE);
	(void)state;
	memset(bytes, 'x', LARGE);

	struct db_value values[] = {db_bool(false), db_int4(&arena, 0), db_int8(&arena, 0),
		db_text(NULL), db_bytea(bytes, LARGE), db_time(&arena, 0)};
	assert_int_equal(db_query_one(&rows, db, &echo, values, COUNT_OF(values)), 0);

	assert_memory_equal(db_read_bytes(rows, 0, 4, &size), bytes, LARGE);
	assert_int_equal(size, LARGE);
	assert_null(db_read_text(rows, 0, 3));
	db_rows_free(rows);
	db_close(db);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_comes_back_as_it_was_sent),
		cmocka_unit_test(the_server_understands_moments_as_we_do_and_speaks_of_utc),
		cmocka_unit_test(all_that_is_text_can_be_read_as_text),
		cmocka_unit_test(arrays_can_be_taken_apart_by_unnest),
		cmocka_unit_test(a_constraint_refuses_and_is_named),
		cmocka_unit_test(a_trigger_that_raises_refuses_in_its_own_words),
		cmocka_unit_test(another_shape_than_expected_is_a_fault_of_ours),
		cmocka_unit_test(a_transaction_is_done_whole_or_not_at_all),
		cmocka_unit_test(a_transaction_that_has_failed_is_not_said_to_be_committed),
		cmocka_unit_test(what_is_refused_at_the_commit_is_refused),
		cmocka_unit_test(what_is_refused_at_the_end_of_a_statement_is_refused),
		cmocka_unit_test(a_script_stops_at_its_first_failure),
		cmocka_unit_test(a_question_past_its_deadline_is_cancelled),
		cmocka_unit_test(a_late_answer_is_not_taken_for_the_next_ones),
		cmocka_unit_test(who_waits_for_a_lock_is_told_before_the_deadline),
		cmocka_unit_test(a_table_that_has_changed_under_a_plan_costs_one_failure),
		cmocka_unit_test(statements_that_somebody_has_thrown_away_are_prepared_again),
		cmocka_unit_test(a_value_larger_than_any_buffer_goes_there_and_back),
	};
	return database_run_tests(tests, COUNT_OF(tests));
}
