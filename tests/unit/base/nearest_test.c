#include "base/nearest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/check.h"

static const char *const names[] = {"limit", "page", "questions", NULL, "status", "event", "lang"};

static void assert_nearest(const char *name, const char *expected)
{
	const char *nearest = nearest_name(name, names, COUNT_OF(names));
	if (expected)
		assert_string_equal(nearest, expected);
	else
		assert_null(nearest);
}

static void a_letter_more_less_or_other_or_two_swapped_is_near(void **state)
{
	(void)state;

	assert_nearest("limitt", "limit");
	assert_nearest("limt", "limit");
	assert_nearest("limut", "limit");
	assert_nearest("pgae", "page");
	assert_nearest("quetsion", "questions");
}

static void a_name_that_is_mostly_other_has_no_nearest(void **state)
{
	(void)state;

	assert_nearest("x", NULL);
	assert_nearest("la", NULL);
	assert_nearest("sort_order", NULL);
	assert_nearest("", NULL);
}

static void the_name_itself_is_nearest(void **state)
{
	(void)state;

	assert_nearest("event", "event");
}

static void names_longer_than_a_key_are_not_compared(void **state)
{
	(void)state;
	char name[66];
	memset(name, 'a', 65);
	name[65] = '\0';
	const char *const only[] = {name};

	assert_null(nearest_name(name, only, 1));
	assert_null(nearest_name(name + 1, only, 1));
	const char *const shorter[] = {name + 2};
	assert_ptr_equal(nearest_name(name + 1, shorter, 1), name + 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_more_less_or_other_or_two_swapped_is_near),
		cmocka_unit_test(a_name_that_is_mostly_other_has_no_nearest),
		cmocka_unit_test(the_name_itself_is_nearest),
		cmocka_unit_test(names_longer_than_a_key_are_not_compared),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
