#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"

static void assert_parses(const char *bytes, size_t size)
{
	JSON_OWNED json_t *document = NULL;
	struct json_fault fault;
	assert_int_equal(json_parse(&document, &fault, bytes, size), 0);
	assert_non_null(document);
}

static void assert_fault(const char *bytes, int line, int column, const char *sentence)
{
	JSON_OWNED json_t *document = NULL;
	struct json_fault fault;
	assert_int_equal(json_parse(&document, &fault, bytes, strlen(bytes)), JSON_MALFORMED);
	assert_null(document);
	assert_string_equal(fault.sentence, sentence);
	assert_int_equal(fault.line, line);
	assert_int_equal(fault.column, column);
}

static void any_kind_of_value_is_a_document(void **state)
{
	(void)state;
	static const char *const documents[] = {
		"{}",
		"[]",
		"17",
		"-0.5e3",
		"\"å\"",
		"true",
		"false",
		"null",
		" \n{\"a\": [1, {}]}\t",
		"9223372036854775807",
		"-9223372036854775808",
	};
	for (size_t i = 0; i < COUNT_OF(documents); i++)
		assert_parses(documents[i], strlen(documents[i]));
}

static void a_fault_has_line_and_column_in_characters(void **state)
{
	(void)state;

	assert_fault("", 1, 1, "the text ends too early");
	assert_fault("{", 1, 1, "the text ends too early");
	assert_fault("{\n  \"å\": x}", 2, 8, "the text is not JSON");
	assert_fault("[1,]", 1, 4, "the text is not JSON");
	assert_fault("[1 2]", 1, 4, "the text is not JSON");
	assert_fault("{'a': 1}", 1, 2, "the text is not JSON");
	assert_fault("{} {}", 1, 4, "something follows the end of the value");
}

static void a_name_that_stands_twice_is_refused(void **state)
{
	(void)state;

	assert_fault("{\"a\": 1, \"a\": 1}", 1, 12, "an object has the same name twice");
}

static void nul_is_refused_as_a_byte_and_as_an_escape(void **state)
{
	(void)state;
	JSON_OWNED json_t *document = NULL;
	struct json_fault fault;

	assert_fault("[\"a\\u0000b\"]", 1, 11, "a string holds a NUL character");
	assert_fault("{\"\\u0000\": 1}", 1, 9, "a string holds a NUL character");
	assert_int_equal(json_parse(&document, &fault, "[\"\0\"]", 5), JSON_MALFORMED);
}

static void text_that_is_not_utf8_is_refused(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"\"\xff\"",
		"\"\xc3\"",
		"\"\xc0\x80\"",
		"\"\xed\xa0\x80\"",
		"\"\xf4\x90\x80\x80\"",
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		JSON_OWNED json_t *document = NULL;
		struct json_fault fault;

		int failure = json_parse(&document, &fault, cases[i], strlen(cases[i]));

		assert_int_equal(failure, JSON_MALFORMED);
		assert_string_equal(fault.sentence, "the text is not UTF-8");
	}
}

static void a_number_that_no_variable_holds_is_refused(void **state)
{
	(void)state;

	assert_fault("9223372036854775808", 1, 19, "a number is too large");
	assert_fault("1e999", 1, 5, "a number is too large");
}

static void nest(char *text, int depth)
{
	memset(text, '[', (size_t)depth);
	memset(text + depth, ']', (size_t)depth);
	text[2 * depth] = '\0';
}

static void nesting_is_taken_to_the_limit_and_no_further(void **state)
{
	(void)state;
	char text[2 * LIMIT_JSON_DEPTH + 3];

	nest(text, LIMIT_JSON_DEPTH);
	assert_parses(text, strlen(text));

	nest(text, LIMIT_JSON_DEPTH + 1);
	assert_fault(text, 1, LIMIT_JSON_DEPTH + 1, "arrays and objects are nested too deeply");
}

static void brackets_within_a_string_are_no_nesting(void **state)
{
	(void)state;
	static const char text[] =
		"[\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[[[[[[{{{{{{{{\", \"\\\\\", []]";

	assert_parses(text, strlen(text));
}

/* A million brackets would take jansson some hundred megabytes of stack. */
static void nesting_without_end_does_no_harm(void **state)
{
	(void)state;
	static char text[1000001];
	memset(text, '[', sizeof text - 1);

	assert_fault(text, 1, LIMIT_JSON_DEPTH + 1, "arrays and objects are nested too deeply");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_kind_of_value_is_a_document),
		cmocka_unit_test(a_fault_has_line_and_column_in_characters),
		cmocka_unit_test(a_name_that_stands_twice_is_refused),
		cmocka_unit_test(nul_is_refused_as_a_byte_and_as_an_escape),
		cmocka_unit_test(text_that_is_not_utf8_is_refused),
		cmocka_unit_test(a_number_that_no_variable_holds_is_refused),
		cmocka_unit_test(nesting_is_taken_to_the_limit_and_no_further),
		cmocka_unit_test(brackets_within_a_string_are_no_nesting),
		cmocka_unit_test(nesting_without_end_does_no_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
