#include "db/database.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/limits.h"
#include "db/connection.h"

const struct embedded embedded[] = {
	EMBEDDED_FILE("service/store/setting.sql", "select current_setting($1)"),
	EMBEDDED_FILE("service/store/sleep.sql", "select pg_sleep(30)"),
};
const size_t embedded_count = COUNT_OF(embedded);

static const struct db_statement setting = {"setting.sql"};
static const struct db_statement sleep_long = {"sleep.sql"};

static void assert_setting_is(struct db *db, const char *name, const char *expected)
{
	struct db_value values[] = {db_text(name)};
	struct db_rows *rows;
	assert_int_equal(db_query_one(&rows, db, &setting, values, 1), 0);
	assert_string_equal(db_read_text(rows, 0, 0), expected);
	db_rows_free(rows);
}

static void a_connection_has_our_settings_and_the_servers_durability(void **state)
{
	struct db *db = database_connect();
	(void)state;

	assert_setting_is(db, "application_name", "samrad");
	assert_setting_is(db, "client_encoding", "UTF8");
	assert_setting_is(db, "TimeZone", "UTC");
	assert_setting_is(db, "synchronous_commit", "on");
	assert_setting_is(db, "statement_timeout", "10s");
	assert_setting_is(db, "lock_timeout", "5s");
	assert_setting_is(db, "idle_in_transaction_session_timeout", "30s");
	db_close(db);
}

static void a_connection_that_has_ended_meanwhile_is_made_anew(void **state)
{
	struct db *db = database_connect();
	(void)state;
	assert_setting_is(db, "TimeZone", "UTC");

	database_end_connections();

	assert_false(connection_is_usable(db));
	assert_int_equal(db_restore(db), 0);
	assert_setting_is(db, "TimeZone", "UTC");
	db_close(db);
}

static void who_asks_over_a_connection_that_has_ended_learns_it(void **state)
{
	struct db_value values[] = {db_text("TimeZone")};
	struct db *db = database_connect();
	struct db_rows *rows;
	(void)state;
	assert_int_equal(db_begin(db), 0);
	database_end_connections();

	assert_int_equal(db_query(&rows, db, &setting, values, 1), DB_UNAVAILABLE);
	assert_int_equal(db_query(&rows, db, &setting, values, 1), DB_UNAVAILABLE);
	assert_int_equal(db_commit(db), DB_UNAVAILABLE);
	db_rollback(db);

	assert_int_equal(db_restore(db), 0);
	assert_setting_is(db, "TimeZone", "UTC");
	db_close(db);
}

static void a_server_that_is_not_there_is_told_at_once(void **state)
{
	struct db *db;
	(void)state;
	int64_t began = clock_milliseconds();

	assert_int_equal(db_connect(&db, "host=127.0.0.1 port=1"), DB_UNAVAILABLE);
	assert_null(db);
	assert_int_equal(db_connect(&db, "not a conninfo"), DB_UNAVAILABLE);

	assert_true(clock_milliseconds() - began < 500);
}

static void a_server_that_says_nothing_is_given_up_in_time(void **state)
{
	char conninfo[64];
	int port;
	int listener = silence_open(&port);
	struct db *db;
	(void)state;
	(void)snprintf(conninfo, sizeof conninfo, "host=127.0.0.1 port=%d", port);
	int64_t began = clock_milliseconds();

	assert_int_equal(db_connect(&db, conninfo), DB_UNAVAILABLE);

	int64_t took = clock_milliseconds() - began;
	assert_true(took >= DATABASE_CONNECT - 10 && took < DATABASE_CONNECT + 500);
	(void)close(listener);
}

/* The real server's host, after one that never answers. */
static void the_second_host_is_reached_though_the_first_says_nothing(void **state)
{
	char host[256] = "127.0.0.1,";
	char port[64];
	char conninfo[2400];
	int silent;
	struct db *db = database_connect();
	int listener = silence_open(&silent);
	(void)state;
	(void)snprintf(host + 10, sizeof host - 10, "%s", PQhost(db->link));
	(void)snprintf(port, sizeof port, "%d,%s", silent, PQport(db->link));
	db_close(db);

	/* The words that come later win, and a conninfo may say them twice. */
	(void)snprintf(conninfo, sizeof conninfo,
		"%s host='%s' port='%s' sslmode=disable gssencmode=disable", database_conninfo(),
		host, port);
	int64_t began = clock_milliseconds();
	assert_int_equal(db_connect(&db, conninfo), 0);
	assert_true(clock_milliseconds() - began < DATABASE_CONNECT);
	assert_setting_is(db, "TimeZone", "UTC");

	database_end_connections();
	began = clock_milliseconds();
	assert_int_equal(db_restore(db), 0);
	assert_true(clock_milliseconds() - began < 500);
	db_close(db);
	(void)close(listener);
}

static void a_server_that_can_only_be_read_is_not_taken(void **state)
{
	char conninfo[2400];
	struct db *db;
	(void)state;
	(void)snprintf(conninfo, sizeof conninfo,
		"%s options='-c default_transaction_read_only=on'", database_conninfo());

	assert_int_equal(db_connect(&db, conninfo), DB_UNAVAILABLE);
}

/* The cancel goes to the same silence: it must not hold us either. */
static void a_server_that_falls_silent_costs_the_deadline_and_the_connection(void **state)
{
	struct db *db = database_connect();
	struct db_rows *rows;
	int silent[2];
	(void)state;
	assert_int_equal(pipe(silent), 0);
	int socket = dup(PQsocket(db->link));
	db->patience = 200;
	assert_int_equal(dup2(silent[0], PQsocket(db->link)), PQsocket(db->link));
	int64_t began = clock_milliseconds();

	assert_int_equal(db_query(&rows, db, &sleep_long, NULL, 0), DB_UNAVAILABLE);

	assert_true(clock_milliseconds() - began < 2000);
	assert_false(connection_is_usable(db));
	(void)close(socket);
	(void)close(silent[0]);
	(void)close(silent[1]);
	assert_int_equal(db_restore(db), 0);
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_connection_has_our_settings_and_the_servers_durability),
		cmocka_unit_test(a_connection_that_has_ended_meanwhile_is_made_anew),
		cmocka_unit_test(who_asks_over_a_connection_that_has_ended_learns_it),
		cmocka_unit_test(a_server_that_is_not_there_is_told_at_once),
		cmocka_unit_test(a_server_that_says_nothing_is_given_up_in_time),
		cmocka_unit_test(the_second_host_is_reached_though_the_first_says_nothing),
		cmocka_unit_test(a_server_that_can_only_be_read_is_not_taken),
		cmocka_unit_test(a_server_that_falls_silent_costs_the_deadline_and_the_connection),
	};
	return database_run_tests(tests, COUNT_OF(tests));
}
