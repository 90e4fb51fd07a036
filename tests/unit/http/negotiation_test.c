#include "http/negotiation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/check.h"

static const char *const types[] = {"application/json", "text/csv; charset=utf-8", "text/html"};

static int media(const char *accept)
{
	return negotiate_media_type(accept, types, COUNT_OF(types));
}

static void without_a_wish_the_first_offer_is_taken(void **state)
{
	(void)state;

	assert_int_equal(media(NULL), 0);
	assert_int_equal(media(""), 0);
	assert_int_equal(media(" , "), 0);
	assert_int_equal(media("*/*"), 0);
}

static void the_highest_quality_wins_whatever_the_case(void **state)
{
	(void)state;

	assert_int_equal(media("text/csv"), 1);
	assert_int_equal(media("TEXT/HTML, text/csv;q=0.9"), 2);
	assert_int_equal(media("application/json;q=0.5, text/csv; Q=0.501"), 1);
	assert_int_equal(media("text/*;q=0.5, application/json;q=0.4"), 1);
	assert_int_equal(
		media("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"), 2);
}

/* The example of RFC 9110, 12.5.1: text/html gets 0.3, image/jpeg 0.5, text/plain 0.7. */
static void the_closest_range_decides_what_an_offer_is_worth(void **state)
{
	(void)state;
	static const char accept[] =
		"text/*;q=0.3, text/plain;q=0.7, text/plain;format=fixed;q=0.4, */*;q=0.5";
	static const char *const offers[] = {"text/html", "image/jpeg", "text/plain"};

	assert_int_equal(negotiate_media_type(accept, offers, 3), 2);
	assert_int_equal(negotiate_media_type(accept, offers, 2), 1);
	assert_int_equal(media("*/*, application/json;q=0"), 1);
}

static void what_is_excluded_or_not_named_is_not_acceptable(void **state)
{
	(void)state;

	assert_int_equal(media("image/png"), -1);
	assert_int_equal(media("*/*;q=0"), -1);
	assert_int_equal(media("text/csv;q=0, text/html;q=0.0"), -1);
	assert_int_equal(media("text"), -1);
	assert_int_equal(media("application/json-seq"), -1);
}

static void a_weight_that_is_none_takes_its_range_out(void **state)
{
	(void)state;

	assert_int_equal(media("text/html;q=2, text/csv;q=0.1"), 1);
	assert_int_equal(media("text/html;q=1.001, text/csv;q=0.1"), 1);
	assert_int_equal(media("text/html;q=, text/csv;q=0.1"), 1);
	assert_int_equal(media("text/html;q=0.1234, text/csv;q=0.1"), 1);
	assert_int_equal(media("text/html;q=x, text/csv;q=0.1"), 1);
}

static const char *const languages[] = {"sv", "en", "fi", "fit"};

static size_t language(const char *header)
{
	return negotiate_language(header, languages, COUNT_OF(languages));
}

static void a_variety_of_a_language_takes_the_language(void **state)
{
	(void)state;

	assert_int_equal(language("en-GB,en;q=0.9"), 1);
	assert_int_equal(language("en-US;q=0.8, sv-SE;q=0.9"), 0);
	assert_int_equal(language("FI"), 2);
	assert_int_equal(language("da, en-gb;q=0.8, en;q=0.7"), 1);
}

static void a_language_is_not_taken_for_one_whose_name_begins_so(void **state)
{
	(void)state;

	assert_int_equal(language("fit"), 3);
	assert_int_equal(language("fi, fit;q=0.5"), 2);
	assert_int_equal(language("e"), 0);
}

static void when_no_language_fits_the_first_is_taken(void **state)
{
	(void)state;

	assert_int_equal(language(NULL), 0);
	assert_int_equal(language("de, fr"), 0);
	assert_int_equal(language("sv;q=0, *"), 1);
	assert_int_equal(language("*;q=0"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_wish_the_first_offer_is_taken),
		cmocka_unit_test(the_highest_quality_wins_whatever_the_case),
		cmocka_unit_test(the_closest_range_decides_what_an_offer_is_worth),
		cmocka_unit_test(what_is_excluded_or_not_named_is_not_acceptable),
		cmocka_unit_test(a_weight_that_is_none_takes_its_range_out),
		cmocka_unit_test(a_variety_of_a_language_takes_the_language),
		cmocka_unit_test(a_language_is_not_taken_for_one_whose_name_begins_so),
		cmocka_unit_test(when_no_language_fits_the_first_is_taken),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
