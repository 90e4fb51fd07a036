#include "page/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"
#include "page/fake.h"

static int64_t at(const char *text)
{
	int64_t seconds = 0;
	assert_int_equal(clock_parse(&seconds, text), 0);
	return seconds;
}

/* The other source: the C library with the same rule as POSIX writes it. */
static void swedish_time_is_that_of_the_c_library_in_every_third_hour_of_twelve_years(void **state)
{
	(void)state;
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	for (time_t hour = at("2016-01-01T00:00:00Z"); hour < at("2028-01-01T00:00:00Z");
		hour += 3 * 3600) {
		struct tm parts;
		localtime_r(&hour, &parts);
		assert_int_equal(when_offset(hour), parts.tm_gmtoff);
	}
}

static void assert_time(const char *language, const char *time, const char *now, const char *html)
{
	struct fake fake;
	fake_init(&fake, language, NULL);
	when_put(&fake.view, at(time), at(now));
	assert_string_equal(fake_taken(&fake), html);
	fake_release(&fake);
}

static void times_are_said_as_people_say_them_and_exact_beside(void **state)
{
	(void)state;
	assert_time("lang=sv", "2020-05-06T06:00:00Z", "2021-01-01T00:00:00Z",
		"<time datetime=\"2020-05-06T06:00:00Z\">6 maj 2020 kl. 8.00</time>");
	assert_time("lang=en", "2020-05-06T06:00:00Z", "2021-01-01T00:00:00Z",
		"<time datetime=\"2020-05-06T06:00:00Z\">6 May 2020 at 08:00</time>");
	assert_time("lang=sv", "2020-05-06T12:05:00Z", "2020-05-06T21:59:00Z",
		"<time datetime=\"2020-05-06T12:05:00Z\">i dag kl. 14.05</time>");
	assert_time("lang=sv", "2020-05-06T12:05:00Z", "2020-05-06T22:00:00Z",
		"<time datetime=\"2020-05-06T12:05:00Z\">i går kl. 14.05</time>");
	assert_time("lang=en", "2020-05-06T22:30:00Z", "2020-05-06T21:00:00Z",
		"<time datetime=\"2020-05-06T22:30:00Z\">tomorrow at 00:30</time>");
}

static void an_hour_is_said_as_an_hour(void **state)
{
	struct fake fake;
	(void)state;
	fake_init(&fake, "lang=sv", NULL);

	when_put_hour(&fake.view, at("2020-05-06T12:00:00Z"), at("2020-05-06T12:40:00Z"));

	assert_string_equal(fake_taken(&fake),
		"i dag <time datetime=\"2020-05-06T12:00:00Z\">mellan kl. 14 och 15</time>");
	fake_release(&fake);
}

/* Puts days and takes the words alone. */
static void assert_days(const char *starts, const char *ends, const char *words)
{
	struct fake fake;
	char plain[200];
	size_t used = 0;
	bool inside = false;
	fake_init(&fake, "lang=sv", NULL);
	when_put_days(&fake.view, starts, ends);
	for (const char *from = fake_taken(&fake); *from; from++) {
		if (*from == '<' || *from == '>')
			inside = *from == '<';
		else if (!inside && used < sizeof plain - 1)
			plain[used++] = *from;
	}
	plain[used] = '\0';
	assert_string_equal(plain, words);
	fake_release(&fake);
}

static void days_say_no_more_than_is_needed(void **state)
{
	(void)state;
	assert_days("2020-05-06", "2020-05-07", "6–7 maj 2020");
	assert_days("2020-05-30", "2020-06-01", "30 maj – 1 juni 2020");
	assert_days("2019-12-31", "2020-01-01", "31 december 2019 – 1 januari 2020");
	assert_days("2020-05-06", NULL, "6 maj 2020");
	assert_days("2020-05-06", "2020-05-06", "6 maj 2020");
	assert_days("2016-10", NULL, "oktober 2016");
	assert_days("2016-10", "2016-11", "oktober – november 2016");
	assert_days("hösten", NULL, "hösten");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			swedish_time_is_that_of_the_c_library_in_every_third_hour_of_twelve_years),
		cmocka_unit_test(times_are_said_as_people_say_them_and_exact_beside),
		cmocka_unit_test(an_hour_is_said_as_an_hour),
		cmocka_unit_test(days_say_no_more_than_is_needed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
