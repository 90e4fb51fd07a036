#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Seconds from GNU date -u -d TEXT +%s; the texts with fractions are the examples of RFC 3339, 5.8. */
static void a_time_with_an_offset_becomes_seconds_since_1970(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t seconds;
	} cases[] = {
		{"1970-01-01T00:00:00Z",         0           },
		{"1985-04-12T23:20:50.52Z",      482196050   },
		{"1996-12-19T16:39:57-08:00",    851042397   },
		{"1937-01-01T12:00:27.87+00:20", -1041337173 },
		{"2000-02-29T23:59:59+02:00",    951861599   },
		{"9999-12-31T23:59:59z",         253402300799},
		{"1900-01-01t00:00:00Z",         -2208988800 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int64_t seconds;

		assert_int_equal(clock_parse(&seconds, cases[i].text), 0);

		assert_int_equal(seconds, cases[i].seconds);
	}
}

static void what_is_not_a_time_of_the_calendar_is_refused(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"",
		"2020-05-06",
		"2020-05-06T08:00:00",
		"2020-05-06 08:00:00Z",
		"2020-05-06T08:00Z",
		"2020-5-06T08:00:00Z",
		"2020-13-01T08:00:00Z",
		"2020-00-01T08:00:00Z",
		"2020-04-31T08:00:00Z",
		"2019-02-29T08:00:00Z",
		"1900-02-29T08:00:00Z",
		"2020-05-06T24:00:00Z",
		"2020-05-06T08:60:00Z",
		"2016-12-31T23:59:60Z",
		"2020-05-06T08:00:00.Z",
		"2020-05-06T08:00:00+0200",
		"2020-05-06T08:00:00+24:00",
		"2020-05-06T08:00:00Z ",
		"+020-05-06T08:00:00Z",
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int64_t seconds;

		int failure = clock_parse(&seconds, cases[i]);

		assert_int_equal(failure, CLOCK_MALFORMED);
	}
}

static void what_is_written_is_what_was_parsed(void **state)
{
	(void)state;
	char text[CLOCK_TEXT];
	int64_t seconds;

	for (int64_t at = -62167219200; at <= 253402300799; at += 86400LL * 97 + 12345) {
		clock_write(text, at);

		assert_int_equal(clock_parse(&seconds, text), 0);
		assert_int_equal(seconds, at);
	}
}

static void a_time_outside_four_digits_of_years_becomes_the_nearest_inside(void **state)
{
	(void)state;
	char text[CLOCK_TEXT];

	clock_write(text, INT64_MAX);
	assert_string_equal(text, "9999-12-31T23:59:59Z");

	clock_write(text, INT64_MIN);
	assert_string_equal(text, "0000-01-01T00:00:00Z");
}

static void a_date_and_a_month_are_told_apart(void **state)
{
	(void)state;

	assert_true(clock_is_date("2020-02-29"));
	assert_false(clock_is_date("2020-02-30"));
	assert_false(clock_is_date("2020-02"));
	assert_true(clock_is_month("2016-10"));
	assert_false(clock_is_month("2016-10-20"));
	assert_false(clock_is_month("2016-13"));
}

static void the_monotonic_clocks_agree_and_never_go_back(void **state)
{
	(void)state;

	int64_t before = clock_microseconds();
	int64_t between = clock_milliseconds();
	int64_t after = clock_microseconds();

	assert_true(before / 1000 <= between);
	assert_true(between <= after / 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_with_an_offset_becomes_seconds_since_1970),
		cmocka_unit_test(what_is_not_a_time_of_the_calendar_is_refused),
		cmocka_unit_test(what_is_written_is_what_was_parsed),
		cmocka_unit_test(a_time_outside_four_digits_of_years_becomes_the_nearest_inside),
		cmocka_unit_test(a_date_and_a_month_are_told_apart),
		cmocka_unit_test(the_monotonic_clocks_agree_and_never_go_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
