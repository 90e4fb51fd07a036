#include "collect/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "collect/prepare.h"

static const char survey[] =
	"{\"key\": \"vk\", \"event\": \"vk-2020\", \"kind\": \"feedback\", \"languages\": [\"sv\"],"
	"\"title\": {\"sv\": \"E\"}, \"pages\": [{\"key\": \"p\", \"questions\": ["
	"{\"key\": \"role\", \"kind\": \"choice\", \"required\": true, \"other\": true,"
	" \"title\": {\"sv\": \"R\"}, \"options\": [{\"key\": \"a\", \"label\": {\"sv\": \"A\"}},"
	" {\"key\": \"b\", \"label\": {\"sv\": \"B\"}}]},"
	"{\"key\": \"models\", \"kind\": \"choices\", \"title\": {\"sv\": \"F\"}, \"min\": 1, "
	"\"max\": 2,"
	" \"options\": [{\"key\": \"x\", \"label\": {\"sv\": \"X\"}}, {\"key\": \"y\", \"label\": "
	"{\"sv\": \"Y\"}},"
	" {\"key\": \"none\", \"label\": {\"sv\": \"N\"}, \"exclusive\": true}]},"
	"{\"key\": \"overall\", \"kind\": \"rating\", \"dont_know\": true, \"title\": {\"sv\": "
	"\"O\"},"
	" \"scale\": {\"min\": 1, \"max\": 5}},"
	"{\"key\": \"recommend\", \"kind\": \"nps\", \"title\": {\"sv\": \"N\"}},"
	"{\"key\": \"trust\", \"kind\": \"matrix\", \"title\": {\"sv\": \"T\"},"
	" \"items\": [{\"key\": \"i\", \"label\": {\"sv\": \"I\"}}, {\"key\": \"j\", \"label\": "
	"{\"sv\": \"J\"}}],"
	" \"scale\": {\"min\": -2, \"max\": 2}},"
	"{\"key\": \"words\", \"kind\": \"text\", \"title\": {\"sv\": \"W\"}, \"max_length\": "
	"5}]}]}";

struct fixture {
	struct arena arena;
	struct faults faults;
	struct definition *definition;
	struct response response;
	struct response_text *texts;
	json_t *body;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	struct json_fault fault;
	JSON_OWNED json_t *json = NULL;
	fixture = (struct fixture){.arena = arena_init()};
	fixture.faults = faults_init(&fixture.arena);
	*state = &fixture;
	if (json_parse(&json, &fault, survey, strlen(survey)))
		return 1;
	return definition_parse(&fixture.definition, json, NULL, &fixture.faults);
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	definition_free(fixture->definition);
	json_decref(fixture->body);
	arena_release(&fixture->arena);
	return 0;
}

static void check(struct fixture *fixture, const char *answers)
{
	struct json_fault fault;
	const char *body =
		arena_format(&fixture->arena, "{\"language\": \"sv\", \"answers\": %s}", answers);
	assert_int_equal(json_parse(&fixture->body, &fault, body, strlen(body)), 0);
	struct node node = node_root(fixture->body);
	check_answers(&fixture->response, &fixture->texts, fixture->definition, &node,
		HIDDEN_REFUSED, &fixture->arena, &fixture->faults);
}

static void assert_fault(const struct fixture *fixture, const char *place, enum fault_code code)
{
	const struct fault *fault = faults_at(&fixture->faults, place);
	if (!fault)
		fail_msg("no fault at %s", place);
	assert_int_equal(fault->code, code);
}

static void every_answer_becomes_its_bytes(void **state)
{
	static const uint8_t expected[] = {1, 1, 0, 0, 4, 10, 0, CODE_SKIPPED};
	struct fixture *fixture = *state;

	check(fixture, "{\"role\": \"b\", \"models\": [\"x\"], \"overall\": 5, \"recommend\": 10,"
		       " \"trust\": {\"i\": -2}, \"words\": \"hej\"}");

	assert_int_equal(fixture->faults.found, 0);
	assert_int_equal(fixture->response.row_size, sizeof expected);
	assert_memory_equal(fixture->response.row, expected, sizeof expected);
	assert_int_equal(fixture->response.text_count, 1);
	assert_string_equal(fixture->response.texts[0].text, "hej");
}

static void what_is_not_answered_is_skipped_and_not_known_is_said(void **state)
{
	static const uint8_t expected[] = {0, CODE_SKIPPED, CODE_SKIPPED, CODE_SKIPPED,
		CODE_DONT_KNOW, CODE_SKIPPED, CODE_SKIPPED, CODE_SKIPPED};
	struct fixture *fixture = *state;

	check(fixture, "{\"role\": \"a\", \"overall\": {\"missing\": \"dont_know\"}}");

	assert_int_equal(fixture->faults.found, 0);
	assert_memory_equal(fixture->response.row, expected, sizeof expected);
}

static void another_answer_keeps_its_words_apart(void **state)
{
	struct fixture *fixture = *state;

	check(fixture, "{\"role\": {\"other\": \"Präst\"}}");

	assert_int_equal(fixture->faults.found, 0);
	assert_int_equal(fixture->response.row[0], 2);
	assert_string_equal(fixture->response.texts[0].question, "role");
	assert_string_equal(fixture->response.texts[0].part, "other");
	assert_string_equal(fixture->response.texts[0].text, "Präst");
}

static void every_fault_is_told_with_its_place(void **state)
{
	struct fixture *fixture = *state;

	check(fixture,
		"{\"models\": [\"x\", \"x\", \"z\"], \"overall\": 6, \"recommend\": \"ten\","
		" \"trust\": {\"i\": 3, \"k\": 1}, \"words\": \"too long\", \"wrods\": \"a\"}");

	assert_fault(fixture, "/answers/role", FAULT_REQUIRED);
	assert_fault(fixture, "/answers/models/1", FAULT_DUPLICATE);
	assert_fault(fixture, "/answers/models/2", FAULT_UNKNOWN_OPTION);
	assert_fault(fixture, "/answers/models", FAULT_TOO_MANY);
	assert_fault(fixture, "/answers/overall", FAULT_OUT_OF_RANGE);
	assert_fault(fixture, "/answers/recommend", FAULT_WRONG_TYPE);
	assert_fault(fixture, "/answers/trust/i", FAULT_OUT_OF_RANGE);
	assert_fault(fixture, "/answers/trust/k", FAULT_UNKNOWN_MEMBER);
	assert_fault(fixture, "/answers/words", FAULT_TOO_LONG);
	assert_fault(fixture, "/answers/wrods", FAULT_UNKNOWN_QUESTION);
	assert_int_equal(fixture->faults.found, 10);
}

static void none_of_these_stands_alone(void **state)
{
	struct fixture *fixture = *state;

	check(fixture, "{\"role\": \"a\", \"models\": [\"none\", \"x\"]}");

	assert_fault(fixture, "/answers/models", FAULT_EXCLUSIVE);
}

static void not_knowing_is_no_answer_where_it_is_not_offered(void **state)
{
	struct fixture *fixture = *state;

	check(fixture,
		"{\"role\": {\"missing\": \"dont_know\"}, \"overall\": {\"missing\": \"hidden\"}}");

	assert_fault(fixture, "/answers/role/missing", FAULT_NOT_ALLOWED);
	assert_fault(fixture, "/answers/overall/missing", FAULT_NOT_ALLOWED);
}

static void sealing_gives_the_same_for_the_same_and_another_for_another(void **state)
{
	struct fixture *fixture = *state;
	struct secrets secrets = secrets_init("secret", 6);
	struct response first = {.survey = 1, .version = 1};
	struct response again = {.survey = 1, .version = 1};
	struct response elsewhere = {.survey = 2, .version = 1};
	check(fixture, "{\"role\": \"a\", \"words\": \"hej\"}");
	struct node body = node_root(fixture->body);
	const char *key = "0123456789abcdefghijkl";

	response_prepare(&first, &secrets, fixture->definition, key, &body, HIDDEN_REFUSED,
		&fixture->faults);
	response_prepare(&again, &secrets, fixture->definition, key, &body, HIDDEN_REFUSED,
		&fixture->faults);
	response_prepare(&elsewhere, &secrets, fixture->definition, key, &body, HIDDEN_REFUSED,
		&fixture->faults);

	assert_memory_equal(first.key, again.key, RESPONSE_HASH);
	assert_memory_equal(first.fingerprint, again.fingerprint, RESPONSE_HASH);
	assert_memory_equal(first.receipt, again.receipt, RESPONSE_HASH);
	assert_memory_equal(first.texts[0].id, again.texts[0].id, RESPONSE_HASH);
	assert_memory_not_equal(first.key, elsewhere.key, RESPONSE_HASH);
	assert_memory_not_equal(first.receipt, elsewhere.receipt, RESPONSE_HASH);
	assert_true(first.id > 0 && first.id != again.id);
	assert_true(first.record_key != again.record_key);
}

static void a_key_has_22_to_64_plain_characters(void **state)
{
	(void)state;

	assert_true(response_key_is_valid("abcdefghijklmnopqrstuv"));
	assert_false(response_key_is_valid("abcdefghijklmnopqrstu"));
	assert_false(response_key_is_valid("abcdefghijklmnopqrstu v"));
	assert_false(response_key_is_valid(
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(every_answer_becomes_its_bytes),
		TEST(what_is_not_answered_is_skipped_and_not_known_is_said),
		TEST(another_answer_keeps_its_words_apart),
		TEST(every_fault_is_told_with_its_place),
		TEST(none_of_these_stands_alone),
		TEST(not_knowing_is_no_answer_where_it_is_not_offered),
		TEST(sealing_gives_the_same_for_the_same_and_another_for_another),
		TEST(a_key_has_22_to_64_plain_characters),
#undef TEST
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
