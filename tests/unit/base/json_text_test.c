#include "base/json_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/json.h"

enum { LIMIT = 4096 };

static void commas_stand_between_values_and_nowhere_else(void **state)
{
	(void)state;
	struct text text = text_init(LIMIT);

	json_open(&text, '{');
	json_member(&text, "a");
	json_open(&text, '[');
	json_put_int(&text, 1);
	json_put_null(&text);
	json_put_bool(&text, true);
	json_open(&text, '{');
	json_close(&text, '}');
	json_put_raw(&text, "[2]", 3);
	json_close(&text, ']');
	json_member(&text, "b");
	json_put_string(&text, "{[:,");
	json_member(&text, "c");
	json_put_string(&text, NULL);
	json_close(&text, '}');

	assert_string_equal(text.bytes, "{\"a\":[1,null,true,{},[2]],\"b\":\"{[:,\",\"c\":null}");
	text_release(&text);
}

/* jansson reads back what was written. */
static void every_character_of_a_string_comes_back(void **state)
{
	(void)state;
	char string[128 + 16] = {0};
	for (int i = 1; i < 128; i++)
		string[i - 1] = (char)i;
	memcpy(string + 127, "å€😀", sizeof "å€😀" - 1);
	struct text text = text_init(LIMIT);

	json_put_string(&text, string);

	JSON_OWNED json_t *document = NULL;
	struct json_fault fault;
	assert_int_equal(json_parse(&document, &fault, text.bytes, text.used), 0);
	assert_string_equal(json_string_value(document), string);
	text_release(&text);
}

static void assert_number(double number, int decimals, const char *expected)
{
	struct text text = text_init(LIMIT);
	json_put_number(&text, number, decimals);
	assert_string_equal(text.bytes, expected);
	text_release(&text);
}

static void a_number_is_rounded_half_away_from_zero_and_cut_short(void **state)
{
	(void)state;

	assert_number(0, 3, "0");
	assert_number(0.5, 0, "1");
	assert_number(-0.5, 0, "-1");
	assert_number(2.5, 0, "3");
	assert_number(0.125, 2, "0.13");
	assert_number(-0.001, 2, "0");
	assert_number(1.0 / 3, 4, "0.3333");
	assert_number(100, 2, "100");
	assert_number(17.5, 3, "17.5");
	assert_number(0.1, 99, "0.1");
	assert_number(1.5, -1, "2");
}

static void a_number_without_digits_is_null(void **state)
{
	(void)state;

	assert_number(NAN, 2, "null");
	assert_number(INFINITY, 2, "null");
	assert_number(-INFINITY, 2, "null");
}

static void the_largest_number_is_still_json(void **state)
{
	(void)state;
	struct text text = text_init(LIMIT);

	json_put_number(&text, DBL_MAX, 12);

	assert_true(strtod(text.bytes, NULL) == DBL_MAX);
	text_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_stand_between_values_and_nowhere_else),
		cmocka_unit_test(every_character_of_a_string_comes_back),
		cmocka_unit_test(a_number_is_rounded_half_away_from_zero_and_cut_short),
		cmocka_unit_test(a_number_without_digits_is_null),
		cmocka_unit_test(the_largest_number_is_still_json),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
