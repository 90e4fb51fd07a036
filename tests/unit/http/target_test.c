#include "http/target.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"

static struct arena arena;
static struct target target;

static int set_up(void **state)
{
	(void)state;
	arena = arena_init();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void assert_path(const char *raw, const char *path)
{
	assert_null(target_parse(&target, &arena, raw));
	assert_string_equal(target.path, path);
}

static void a_target_has_a_path_and_perhaps_a_query(void **state)
{
	(void)state;

	assert_path("/", "/");
	assert_int_equal(target.query.count, 0);
	assert_path("/a/%C3%A5?", "/a/%C3%A5");
	assert_int_equal(target.query.count, 0);
	assert_path("/a?b=%C3%A5+c&b=?", "/a");
	assert_int_equal(target.query.count, 2);
	assert_string_equal(target.query.list[0].value, "å c");
	assert_string_equal(target.query.list[1].value, "?");
}

static void the_host_of_an_absolute_target_is_dropped(void **state)
{
	(void)state;

	assert_path("http://samrad.example:80/a?b", "/a");
	assert_path("HTTPS://[::1]?b=1", "/");
	assert_string_equal(pairs_find(&target.query, "b"), "1");
	assert_path("http://a", "/");
}

static void what_is_no_target_is_refused(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"",
		"a",
		"*",
		"a:80",
		"http://",
		"http:///a",
		"http://u@b/",
		"ftp://a/",
		"/a b",
		"/a#b",
		"/å",
		"/\x7f",
		"/?a=%",
		"/?%zz",
		"/?a=%00",
		"/?a=%ff",
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_non_null(target_parse(&target, &arena, cases[i]));
}

static void a_target_is_taken_to_the_limit_and_no_further(void **state)
{
	(void)state;
	char raw[LIMIT_TARGET + 2];
	memset(raw, 'a', sizeof raw);
	raw[0] = '/';
	raw[LIMIT_TARGET + 1] = '\0';

	assert_non_null(target_parse(&target, &arena, raw));
	raw[LIMIT_TARGET] = '\0';
	assert_null(target_parse(&target, &arena, raw));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_target_has_a_path_and_perhaps_a_query),
		TEST(the_host_of_an_absolute_target_is_dropped),
		TEST(what_is_no_target_is_refused),
		TEST(a_target_is_taken_to_the_limit_and_no_further),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
