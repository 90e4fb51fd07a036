#include "db/conninfo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The value that a conninfo leads to for one of its hosts; NULL when there is none. */
static const char *value(struct arena *arena, const char *string, size_t host, const char *keyword)
{
	struct conninfo conninfo;
	struct conninfo_words words;
	const char *found = NULL;
	assert_true(conninfo_parse(&conninfo, string));
	conninfo_write(&words, &conninfo, host, arena);
	for (size_t i = 0; i < words.count; i++)
		if (strcmp(words.keywords[i], keyword) == 0)
			found = arena_string(arena, words.values[i]);
	assert_null(words.keywords[words.count]);
	conninfo_release(&conninfo);
	return found;
}

static size_t hosts(const char *string)
{
	struct conninfo conninfo;
	assert_true(conninfo_parse(&conninfo, string));
	conninfo_release(&conninfo);
	return conninfo.hosts;
}

static void our_settings_win_over_the_operators(void **state)
{
	struct arena arena = arena_init();
	const char *string = "host=a client_encoding=LATIN1 keepalives=0 tcp_user_timeout=0"
			     " application_name=x";
	(void)state;

	assert_string_equal(value(&arena, string, 0, "client_encoding"), "UTF8");
	assert_string_equal(value(&arena, string, 0, "keepalives"), "1");
	assert_string_equal(value(&arena, string, 0, "application_name"), "samrad");
	assert_string_not_equal(value(&arena, string, 0, "tcp_user_timeout"), "0");
	arena_release(&arena);
}

static void the_operators_options_are_kept_before_ours(void **state)
{
	struct arena arena = arena_init();
	(void)state;

	const char *options =
		value(&arena, "options='-c search_path=samrad -c timezone=CET'", 0, "options");

	const char *theirs = strstr(options, "-c timezone=CET");
	assert_non_null(strstr(options, "-c search_path=samrad"));
	assert_non_null(theirs);
	assert_non_null(strstr(theirs, "-c timezone=UTC"));
	assert_non_null(strstr(options, "-c statement_timeout="));
	assert_null(strstr(options, "synchronous_commit"));
	arena_release(&arena);
}

static void a_server_that_can_be_written_to_is_wanted_unless_told_otherwise(void **state)
{
	struct arena arena = arena_init();
	const char *wish = "host=a target_session_attrs=standby";
	(void)state;

	assert_string_equal(value(&arena, "host=a", 0, "target_session_attrs"), "read-write");
	assert_string_equal(value(&arena, wish, 0, "target_session_attrs"), "standby");
	arena_release(&arena);
}

static void each_host_of_a_list_is_tried_by_itself(void **state)
{
	struct arena arena = arena_init();
	const char *uri = "postgresql://u:p@first:5433,second:5434/samrad";
	const char *words = "host=first,second hostaddr=10.0.0.1, port=5433";
	(void)state;

	assert_int_equal(hosts(uri), 2);
	assert_string_equal(value(&arena, uri, 0, "host"), "first");
	assert_string_equal(value(&arena, uri, 0, "port"), "5433");
	assert_string_equal(value(&arena, uri, 1, "host"), "second");
	assert_string_equal(value(&arena, uri, 1, "port"), "5434");
	assert_string_equal(value(&arena, uri, 1, "password"), "p");

	assert_int_equal(hosts(words), 2);
	assert_string_equal(value(&arena, words, 0, "hostaddr"), "10.0.0.1");
	assert_string_equal(value(&arena, words, 1, "hostaddr"), "");
	assert_string_equal(value(&arena, words, 1, "port"), "5433");
	arena_release(&arena);
}

static void a_single_host_or_none_is_left_as_it_is(void **state)
{
	struct arena arena = arena_init();
	(void)state;

	assert_int_equal(hosts("dbname=samrad"), 1);
	assert_null(value(&arena, "dbname=samrad", 0, "host"));
	assert_string_equal(value(&arena, "host=/run/postgresql", 0, "host"), "/run/postgresql");
	arena_release(&arena);
}

static void a_preference_among_hosts_needs_them_together(void **state)
{
	struct arena arena = arena_init();
	const char *string = "host=a,b target_session_attrs=prefer-standby";
	(void)state;

	assert_int_equal(hosts(string), 1);
	assert_string_equal(value(&arena, string, 0, "host"), "a,b");
	arena_release(&arena);
}

static void what_libpq_cannot_read_is_refused(void **state)
{
	struct conninfo conninfo;
	(void)state;

	assert_false(conninfo_parse(&conninfo, "samrad"));
	assert_false(conninfo_parse(&conninfo, "hots=a"));
	assert_false(conninfo_parse(&conninfo, "postgresql://[::1/"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(our_settings_win_over_the_operators),
		cmocka_unit_test(the_operators_options_are_kept_before_ours),
		cmocka_unit_test(a_server_that_can_be_written_to_is_wanted_unless_told_otherwise),
		cmocka_unit_test(each_host_of_a_list_is_tried_by_itself),
		cmocka_unit_test(a_single_host_or_none_is_left_as_it_is),
		cmocka_unit_test(a_preference_among_hosts_needs_them_together),
		cmocka_unit_test(what_libpq_cannot_read_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
