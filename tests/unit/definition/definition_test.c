#include "definition/definition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

/* A definition of every kind, without a fault. Each test changes a copy. */
static const char fine[] =
	"{\"key\": \"vk\", \"event\": \"vk-2020\", \"kind\": \"feedback\", \"languages\": [\"sv\", "
	"\"en\"],"
	"\"title\": {\"sv\": \"Enkät\"},"
	"\"pages\": [{\"key\": \"you\", \"questions\": ["
	"{\"key\": \"role\", \"kind\": \"choice\", \"segment\": true, \"title\": {\"sv\": "
	"\"Roll\"},"
	" \"other\": true, \"options\": [{\"key\": \"a\", \"label\": {\"sv\": \"A\"}},"
	" {\"key\": \"b\", \"label\": {\"sv\": \"B\"}}]},"
	"{\"key\": \"models\", \"kind\": \"choices\", \"title\": {\"sv\": \"Former\"}, \"max\": 2,"
	" \"options\": [{\"key\": \"x\", \"label\": {\"sv\": \"X\"}},"
	" {\"key\": \"y\", \"label\": {\"sv\": \"Y\"}},"
	" {\"key\": \"none\", \"label\": {\"sv\": \"Ingen\"}, \"exclusive\": true}]},"
	"{\"key\": \"overall\", \"kind\": \"rating\", \"title\": {\"sv\": \"Allt\"},"
	" \"scale\": {\"min\": 1, \"max\": 5}},"
	"{\"key\": \"recommend\", \"kind\": \"nps\", \"title\": {\"sv\": \"Råd\"}},"
	"{\"key\": \"trust\", \"kind\": \"matrix\", \"title\": {\"sv\": \"Tillit\"},"
	" \"items\": [{\"key\": \"i\", \"label\": {\"sv\": \"I\"}}, {\"key\": \"j\", \"label\": "
	"{\"sv\": \"J\"}}],"
	" \"scale\": {\"min\": 1, \"max\": 5}},"
	"{\"key\": \"words\", \"kind\": \"text\", \"title\": {\"sv\": \"Ord\"}, \"max_length\": "
	"100}"
	"]}]}";

struct fixture {
	struct arena arena;
	struct faults faults;
	json_t *document;
	struct definition *definition;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	struct json_fault fault;
	fixture.arena = arena_init();
	fixture.faults = faults_init(&fixture.arena);
	fixture.definition = NULL;
	*state = &fixture;
	return json_parse(&fixture.document, &fault, fine, strlen(fine));
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	definition_free(fixture->definition);
	json_decref(fixture->document);
	arena_release(&fixture->arena);
	return 0;
}

static json_t *question_of(struct fixture *fixture, size_t index)
{
	json_t *page = json_array_get(json_object_get(fixture->document, "pages"), 0);
	return json_array_get(json_object_get(page, "questions"), index);
}

/* Parses, and holds that the only fault is this one. */
static void assert_faulty(struct fixture *fixture, const char *pointer, enum fault_code code)
{
	assert_int_equal(
		definition_parse(&fixture->definition, fixture->document, NULL, &fixture->faults),
		DEFINITION_FAULTY);
	assert_int_equal(fixture->faults.found, 1);
	assert_string_equal(fixture->faults.list[0].place, pointer);
	assert_int_equal(fixture->faults.list[0].code, code);
}

static void columns_are_laid_out_question_by_question(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(
		definition_parse(&fixture->definition, fixture->document, NULL, &fixture->faults),
		0);

	const struct definition *definition = fixture->definition;
	assert_int_equal(definition->question_count, 6);
	assert_int_equal(definition->columns, 1 + 3 + 1 + 1 + 2 + 0);
	assert_int_equal(definition_question(definition, "overall")->first_column, 4);
	assert_int_equal(definition_question(definition, "trust")->columns, 2);
}

static void privacy_and_splits_have_their_defaults(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(
		definition_parse(&fixture->definition, fixture->document, NULL, &fixture->faults),
		0);

	assert_int_equal(fixture->definition->privacy.table, PROTECTION_D5);
	assert_int_equal(fixture->definition->privacy.min_group, 10);
	assert_int_equal(fixture->definition->privacy.release_interval, 60);
	assert_int_equal(fixture->definition->split_count, 1);
	assert_string_equal(fixture->definition->splits[0].segments[0]->key, "role");
	assert_false(fixture->definition->split_tables_live);
}

static void an_unknown_member_is_named_with_the_nearest(void **state)
{
	struct fixture *fixture = *state;
	json_object_set_new(fixture->document, "tilte", json_object());

	assert_faulty(fixture, "/tilte", FAULT_UNKNOWN_MEMBER);

	assert_string_equal(fixture->faults.list[0].second, "title");
}

static void a_member_of_another_kind_is_unknown(void **state)
{
	struct fixture *fixture = *state;
	json_object_set_new(question_of(fixture, 3), "scale", json_object());

	assert_faulty(fixture, "/pages/0/questions/3/scale", FAULT_UNKNOWN_MEMBER);
}

static void two_questions_may_not_share_a_key(void **state)
{
	struct fixture *fixture = *state;
	json_object_set_new(question_of(fixture, 3), "key", json_string("overall"));

	assert_faulty(fixture, "/pages/0/questions/3/key", FAULT_DUPLICATE);
}

static void two_options_may_not_share_a_key(void **state)
{
	struct fixture *fixture = *state;
	json_t *options = json_object_get(question_of(fixture, 0), "options");
	json_object_set_new(json_array_get(options, 1), "key", json_string("a"));

	assert_faulty(fixture, "/pages/0/questions/0/options/1/key", FAULT_DUPLICATE);
}

static void only_a_choice_divides_results(void **state)
{
	struct fixture *fixture = *state;
	json_object_set_new(question_of(fixture, 2), "segment", json_true());

	assert_faulty(fixture, "/pages/0/questions/2/segment", FAULT_NOT_ALLOWED);
}

static void a_split_names_a_segment(void **state)
{
	struct fixture *fixture = *state;
	json_object_set_new(fixture->document, "splits", json_pack("[[s]]", "overall"));

	assert_faulty(fixture, "/splits/0/0", FAULT_UNKNOWN_SEGMENT);
}

static void every_fault_of_a_document_is_told(void **state)
{
	struct fixture *fixture = *state;
	json_object_set_new(fixture->document, "kind", json_string("questionnaire"));
	json_object_del(fixture->document, "title");
	json_object_set_new(question_of(fixture, 0), "kind", json_string("chioce"));
	json_object_set_new(
		question_of(fixture, 2), "scale", json_pack("{s:i,s:i}", "min", 5, "max", 1));
	json_object_set_new(fixture->document, "opens_at", json_string("tomorrow"));

	assert_int_equal(
		definition_parse(&fixture->definition, fixture->document, NULL, &fixture->faults),
		DEFINITION_FAULTY);

	assert_int_equal(fixture->faults.found, 5);
	assert_non_null(faults_at(&fixture->faults, "/kind"));
	assert_non_null(faults_at(&fixture->faults, "/title"));
	assert_non_null(faults_at(&fixture->faults, "/pages/0/questions/0/kind"));
	assert_non_null(faults_at(&fixture->faults, "/pages/0/questions/2/scale/max"));
	assert_non_null(faults_at(&fixture->faults, "/opens_at"));
}

static void a_document_that_is_no_object_is_refused(void **state)
{
	struct fixture *fixture = *state;
	json_t *list = json_array();

	assert_int_equal(definition_parse(&fixture->definition, list, NULL, &fixture->faults),
		DEFINITION_FAULTY);

	assert_int_equal(fixture->faults.list[0].code, FAULT_WRONG_TYPE);
	json_decref(list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(columns_are_laid_out_question_by_question),
		TEST(privacy_and_splits_have_their_defaults),
		TEST(an_unknown_member_is_named_with_the_nearest),
		TEST(a_member_of_another_kind_is_unknown),
		TEST(two_questions_may_not_share_a_key),
		TEST(two_options_may_not_share_a_key),
		TEST(only_a_choice_divides_results),
		TEST(a_split_names_a_segment),
		TEST(every_fault_of_a_document_is_told),
		TEST(a_document_that_is_no_object_is_refused),
#undef TEST
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
