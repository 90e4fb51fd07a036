#include "http/request.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool has_type(const char *content_type, const char *media_type)
{
	const struct pair header = {"content-TYPE", content_type};
	struct request request = {
		.headers = {&header, content_type ? 1 : 0}
        };
	return request_has_media_type(&request, media_type);
}

static void a_media_type_may_have_parameters_and_any_case(void **state)
{
	(void)state;

	assert_true(has_type("application/json", "application/json"));
	assert_true(has_type("Application/JSON ; x=y", "application/json"));
	assert_true(has_type("application/json;charset=UTF-8", "application/json"));
	assert_true(has_type("application/json; x=y; charset=\"utf-8\" ", "application/json"));
}

static void another_type_or_charset_is_not_the_same(void **state)
{
	(void)state;

	assert_false(has_type(NULL, "application/json"));
	assert_false(has_type("", "application/json"));
	assert_false(has_type("application/jsonp", "application/json"));
	assert_false(has_type("application/json, text/html", "application/json"));
	assert_false(has_type("application/json; charset=latin1", "application/json"));
	assert_false(has_type("application/json; charset=utf-80", "application/json"));
	assert_false(has_type("application/json; charset=\"utf-8", "application/json"));
}

static void a_header_is_found_in_any_case(void **state)
{
	(void)state;
	const struct pair headers[] = {
		{"Host",   "a"},
                {"ACCEPT", "b"}
        };
	struct request request = {
		.headers = {headers, 2}
        };

	assert_string_equal(request_header(&request, "Accept"), "b");
	assert_null(request_header(&request, "Accep"));
}

static void a_method_is_known_by_its_exact_name(void **state)
{
	(void)state;

	for (unsigned i = 0; i < METHOD_COUNT; i++)
		assert_int_equal(method_parse(method_name((enum method)i)), i);
	assert_int_equal(method_parse("get"), METHOD_OTHER);
	assert_int_equal(method_parse("TRACE"), METHOD_OTHER);
	assert_int_equal(method_parse("other"), METHOD_OTHER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_media_type_may_have_parameters_and_any_case),
		cmocka_unit_test(another_type_or_charset_is_not_the_same),
		cmocka_unit_test(a_header_is_found_in_any_case),
		cmocka_unit_test(a_method_is_known_by_its_exact_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
