#include "definition/mapping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "definition/diff.h"

#define OPTION(key) "{\"key\": \"" key "\", \"label\": {\"sv\": \"" key "\"}}"
#define SURVEY(questions)                                                                          \
	"{\"key\": \"s\", \"event\": \"e\", \"kind\": \"feedback\", \"languages\": [\"sv\"],"      \
	"\"title\": {\"sv\": \"S\"}, \"pages\": [{\"key\": \"p\", \"questions\": [" questions      \
	"]}]}"
#define CHOICE(key, options)                                                                       \
	"{\"key\": \"" key                                                                         \
	"\", \"kind\": \"choice\", \"title\": {\"sv\": \"T\"}, \"options\": [" options "]}"
#define CHOICES(key, options)                                                                      \
	"{\"key\": \"" key                                                                         \
	"\", \"kind\": \"choices\", \"title\": {\"sv\": \"T\"}, \"options\": [" options "]}"
#define RATING(key, least, most)                                                                   \
	"{\"key\": \"" key "\", \"kind\": \"rating\", \"title\": {\"sv\": \"T\"}, \"scale\": "     \
	"{\"min\": " least ", \"max\": " most "}}"

static struct definition *parse(const char *text)
{
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	struct json_fault fault;
	struct definition *definition = NULL;
	JSON_OWNED json_t *json = NULL;
	assert_int_equal(json_parse(&json, &fault, text, strlen(text)), 0);
	assert_int_equal(definition_parse(&definition, json, NULL, &faults), 0);
	arena_release(&arena);
	return definition;
}

static const char before[] = SURVEY(CHOICE("role", OPTION("a") "," OPTION("b")) "," CHOICES(
	"models", OPTION("x") "," OPTION("y")) "," RATING("overall", "1", "5"));

static void rows_of_an_older_version_are_read_by_key(void **state)
{
	static const uint8_t from[] = {1, 0, 1, 4};
	static const uint8_t expected[] = {4, CODE_NOT_ASKED, 2, 1, 0, 0};
	struct definition *older = parse(before);
	struct definition *newer =
		parse(SURVEY(RATING("overall", "1", "5") "," RATING("extra", "1", "5") "," CHOICE(
			"role", OPTION("a") "," OPTION("c") "," OPTION("b")) "," CHOICES("models",
			OPTION("y") "," OPTION("z") "," OPTION("x"))));
	uint8_t to[sizeof expected];
	(void)state;

	struct mapping *mapping = mapping_new(older, newer);
	mapping_apply(mapping, to, from);

	assert_int_equal(mapping_from_columns(mapping), sizeof from);
	assert_int_equal(mapping_to_columns(mapping), sizeof expected);
	assert_memory_equal(to, expected, sizeof expected);
	mapping_free(mapping);
	definition_free(older);
	definition_free(newer);
}

static void a_reason_for_no_answer_stays_what_it_is(void **state)
{
	static const uint8_t from[] = {CODE_SKIPPED, CODE_DONT_KNOW, CODE_DONT_KNOW, CODE_HIDDEN};
	static const uint8_t expected[] = {
		CODE_SKIPPED, CODE_DONT_KNOW, CODE_DONT_KNOW, CODE_DONT_KNOW, CODE_HIDDEN};
	struct definition *older = parse(before);
	struct definition *newer = parse(SURVEY(CHOICE(
		"role", OPTION("a") "," OPTION("b")) "," CHOICES("models",
		OPTION("x") "," OPTION("y") "," OPTION("z")) "," RATING("overall", "1", "5")));
	uint8_t to[sizeof expected];
	(void)state;

	struct mapping *mapping = mapping_new(older, newer);
	mapping_apply(mapping, to, from);

	assert_memory_equal(to, expected, sizeof expected);
	mapping_free(mapping);
	definition_free(older);
	definition_free(newer);
}

/* Compares, and gives back how many changes are refused; *count is of all. */
static size_t refused(const char *text, size_t *count)
{
	struct arena arena = arena_init();
	struct definition *older = parse(before);
	struct definition *newer = parse(text);
	struct diff diff = diff_definitions(older, newer, &arena);
	size_t found = diff.refused;
	*count = diff.count;
	definition_free(older);
	definition_free(newer);
	arena_release(&arena);
	return found;
}

static void additions_are_taken_and_losses_refused(void **state)
{
	size_t count = 0;
	(void)state;

	assert_int_equal(refused(before, &count), 0);
	assert_int_equal(count, 0);
	assert_int_equal(refused(SURVEY(CHOICE("role", OPTION("a") "," OPTION("b") "," OPTION(
							       "c")) "," CHOICES("models",
					 OPTION("x") "," OPTION("y")) "," RATING("overall", "1",
					 "5") "," RATING("new", "1", "5")),
				 &count),
		0);
	assert_int_equal(count, 2);
	assert_int_equal(
		refused(SURVEY(CHOICE("role", OPTION("a")) "," CHOICES("models",
				OPTION("x") "," OPTION("y")) "," RATING("overall", "1", "5")),
			&count),
		1);
	assert_int_equal(
		refused(SURVEY(CHOICE("role", OPTION("a") "," OPTION("b")) "," CHOICES("models",
				OPTION("x") "," OPTION("y")) "," RATING("overall", "1", "7")),
			&count),
		1);
	assert_int_equal(refused(SURVEY(CHOICE("role", OPTION("a") "," OPTION("b")) "," CHOICES(
					 "models", OPTION("x") "," OPTION("y"))),
				 &count),
		1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_an_older_version_are_read_by_key),
		cmocka_unit_test(a_reason_for_no_answer_stays_what_it_is),
		cmocka_unit_test(additions_are_taken_and_losses_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
