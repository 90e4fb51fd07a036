/* Expected values: Svenska skrivregler (decimal comma, a space between thousands and before %), and the Guardian and
 * Observer style guide for English. */
#include "page/number.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "page/fake.h"

#define SPACE "\xc2\xa0"

static void swedish_numbers_have_a_comma_and_spaces(void **state)
{
	struct fake fake;
	(void)state;
	fake_init(&fake, "lang=sv", NULL);

	assert_string_equal(number_text(&fake.view, 12345.6, 1), "12" SPACE "345,6");
	assert_string_equal(number_text(&fake.view, 1000000, 0), "1" SPACE "000" SPACE "000");
	assert_string_equal(number_text(&fake.view, 999.96, 1), "1" SPACE "000,0");
	assert_string_equal(number_percent(&fake.view, 0.625), "63" SPACE "%");
	assert_string_equal(number_percents(&fake.view, 0.57, 0.674), "57–67");
	fake_release(&fake);
}

static void english_numbers_have_a_point_and_commas(void **state)
{
	struct fake fake;
	(void)state;
	fake_init(&fake, "lang=en", NULL);

	assert_string_equal(number_text(&fake.view, 12345.6, 1), "12,345.6");
	assert_string_equal(number_percent(&fake.view, 0.625), "63%");
	fake_release(&fake);
}

static void signs_are_signs_and_zero_has_none(void **state)
{
	struct fake fake;
	(void)state;
	fake_init(&fake, "lang=sv", NULL);

	assert_string_equal(number_signed(&fake.view, 34.4, 0), "+34");
	assert_string_equal(number_signed(&fake.view, -5, 0), "−5");
	assert_string_equal(number_signed(&fake.view, -0.4, 0), "0");
	assert_string_equal(number_signed(&fake.view, 0.04, 1), "0,0");
	fake_release(&fake);
}

static void what_is_no_number_is_a_dash(void **state)
{
	struct fake fake;
	(void)state;
	fake_init(&fake, "lang=sv", NULL);

	assert_string_equal(number_text(&fake.view, NAN, 1), "—");
	assert_string_equal(number_percent(&fake.view, NAN), "—");
	assert_string_equal(number_percents(&fake.view, NAN, NAN), "—");
	assert_string_equal(number_signed(&fake.view, INFINITY, 0), "—");
	fake_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(swedish_numbers_have_a_comma_and_spaces),
		cmocka_unit_test(english_numbers_have_a_point_and_commas),
		cmocka_unit_test(signs_are_signs_and_zero_has_none),
		cmocka_unit_test(what_is_no_number_is_a_dash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
