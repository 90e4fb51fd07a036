#include "db/placeholder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { LIMIT = 256 };

static const int64_t numbers[] = {7, -5, INT64_MIN};

static void assert_written(const char *query, size_t count, const char *expected)
{
	struct text text = text_init(LIMIT);
	assert_int_equal(placeholder_write(&text, query, numbers, count), 0);
	assert_string_equal(text.bytes, expected);
	text_release(&text);
}

static void assert_wrong(const char *query, size_t count)
{
	struct text text = text_init(LIMIT);
	assert_int_equal(placeholder_write(&text, query, numbers, count), PLACEHOLDER_WRONG);
	text_release(&text);
}

static void a_number_is_written_with_its_type(void **state)
{
	(void)state;

	assert_written("select x where a = $1 and b<$2", 2,
		"select x where a = '7'::int8 and b<'-5'::int8");
	assert_written("$1,$1", 1, "'7'::int8,'7'::int8");
	assert_written("$1$2", 2, "'7'::int8'-5'::int8");
}

static void a_minus_before_a_negative_number_makes_no_comment(void **state)
{
	(void)state;

	assert_written("select 3-$2, $1", 2, "select 3-'-5'::int8, '7'::int8");
	assert_written("$1 $2 $3", 3, "'7'::int8 '-5'::int8 '-9223372036854775808'::int8");
}

static void a_dollar_in_a_name_or_a_quote_is_none(void **state)
{
	(void)state;

	assert_written("select a$1, å$1, $$x$$, $tag$y$tag$, $1", 1,
		"select a$1, å$1, $$x$$, $tag$y$tag$, '7'::int8");
}

static void the_end_of_the_statement_is_left_out(void **state)
{
	(void)state;

	assert_written("select 1;\n", 0, "select 1");
	assert_written("select 1 ; ;\r\n\t", 0, "select 1");
}

static void a_placeholder_without_a_number_is_wrong(void **state)
{
	(void)state;

	assert_wrong("select $2", 1);
	assert_wrong("select $1, $0", 1);
	assert_wrong("select $1, $11", 1);
	assert_wrong("select $18446744073709551617", 1);
}

static void a_number_without_a_placeholder_is_wrong(void **state)
{
	(void)state;

	assert_wrong("select $1", 2);
	assert_wrong("select 1", 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_is_written_with_its_type),
		cmocka_unit_test(a_minus_before_a_negative_number_makes_no_comment),
		cmocka_unit_test(a_dollar_in_a_name_or_a_quote_is_none),
		cmocka_unit_test(the_end_of_the_statement_is_left_out),
		cmocka_unit_test(a_placeholder_without_a_number_is_wrong),
		cmocka_unit_test(a_number_without_a_placeholder_is_wrong),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
