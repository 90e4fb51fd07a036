#include "http/problem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#define ID "6f1c0b1e-8a53-4d0c-9c39-2f6f8f0a3b11"

struct fixture {
	struct arena arena;
	struct request request;
	struct reply reply;
	json_t *document;
};

static struct fixture fixture;

static int set_up(void **state)
{
	(void)state;
	fixture.arena = arena_init();
	fixture.request = (struct request){.id = ID, .arena = &fixture.arena};
	fixture.reply = reply_init(&fixture.arena);
	fixture.document = NULL;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	json_release(&fixture.document);
	reply_release(&fixture.reply);
	arena_release(&fixture.arena);
	return 0;
}

static void read_back(void)
{
	struct json_fault fault;
	const struct text *body = &fixture.reply.body;
	assert_false(reply_failed(&fixture.reply));
	assert_string_equal(fixture.reply.media_type, "application/problem+json");
	assert_int_equal(json_parse(&fixture.document, &fault, body->bytes, body->used), 0);
}

static const char *member(const char *name)
{
	return json_string_value(json_object_get(fixture.document, name));
}

static json_int_t number(const json_t *object, const char *name)
{
	return json_integer_value(json_object_get(object, name));
}

static void a_problem_has_all_five_members(void **state)
{
	(void)state;

	problem_reply(
		&fixture.request, &fixture.reply, PROBLEM_NOT_FOUND, "There is no survey “x\"”.");
	read_back();

	assert_int_equal(json_object_size(fixture.document), 5);
	assert_string_equal(member("type"), "/problems/not-found");
	assert_string_equal(member("title"), "Not found");
	assert_int_equal(number(fixture.document, "status"), 404);
	assert_string_equal(member("detail"), "There is no survey “x\"”.");
	assert_string_equal(member("instance"), "urn:uuid:" ID);
	assert_int_equal(fixture.reply.status, 404);
	assert_ptr_equal(fixture.reply.problem, &problems[PROBLEM_NOT_FOUND]);
}

static void without_a_sentence_the_title_is_one(void **state)
{
	(void)state;

	problem_reply(&fixture.request, &fixture.reply, PROBLEM_UNAVAILABLE, NULL);
	read_back();

	assert_string_equal(member("detail"), "Unavailable");
	assert_string_equal(reply_find_header(&fixture.reply, "Retry-After"), "5");
}

static void a_problem_takes_the_place_of_what_was_in_the_reply(void **state)
{
	(void)state;
	struct text text = text_init(100);
	text_put(&text, "half of a page");
	reply_set(&fixture.reply, 200, "text/html", &text);
	fixture.reply.cache = CACHE_REVALIDATE;
	reply_header(&fixture.reply, "Link", "x");

	problem_reply(&fixture.request, &fixture.reply, PROBLEM_INTERNAL, NULL);
	read_back();

	assert_null(fixture.reply.cache);
	assert_null(reply_find_header(&fixture.reply, "Link"));
}

static void what_is_not_json_has_its_line_and_column(void **state)
{
	(void)state;

	problem_reply_not_json(&fixture.request, &fixture.reply, "the text ends too early", 3, 17);
	read_back();

	assert_int_equal(fixture.reply.status, 400);
	assert_string_equal(member("type"), "/problems/not-json");
	assert_int_equal(number(fixture.document, "line"), 3);
	assert_int_equal(number(fixture.document, "column"), 17);
	assert_non_null(strstr(member("detail"), "the text ends too early"));
}

static void write_sentence(struct text *text, const struct fault *fault)
{
	text_put(text, "Wrong: ");
	text_put(text, fault->first);
}

static const char *fault_member(size_t index, const char *name)
{
	const json_t *errors = json_object_get(fixture.document, "errors");
	return json_string_value(json_object_get(json_array_get(errors, index), name));
}

static void every_fault_has_its_place_code_and_sentence(void **state)
{
	(void)state;
	struct faults faults = faults_init(&fixture.arena);
	faults_add(&faults, PLACE_BODY, "/answers/a~1b", FAULT_OUT_OF_RANGE, "7", NULL);
	faults_add(&faults, PLACE_QUERY, "limt", FAULT_UNKNOWN_PARAMETER, "limt", "limit");
	faults_add(&faults, PLACE_HEADER, "Idempotency-Key", FAULT_INVALID_KEY, "x", NULL);

	problem_reply_faults(&fixture.request, &fixture.reply, &faults, write_sentence);
	read_back();

	assert_int_equal(fixture.reply.status, 422);
	assert_string_equal(member("detail"), "The request has 3 faults.");
	assert_int_equal(json_array_size(json_object_get(fixture.document, "errors")), 3);
	assert_string_equal(fault_member(0, "pointer"), "/answers/a~1b");
	assert_string_equal(fault_member(0, "code"), "out_of_range");
	assert_string_equal(fault_member(0, "detail"), "Wrong: 7");
	assert_string_equal(fault_member(1, "parameter"), "limt");
	assert_string_equal(fault_member(2, "header"), "Idempotency-Key");
}

static void faults_that_are_not_listed_are_counted(void **state)
{
	(void)state;
	struct faults faults = faults_init(&fixture.arena);
	for (int i = 0; i < 300; i++)
		faults_add(&faults, PLACE_BODY, "/a", FAULT_REQUIRED, "x", NULL);

	problem_reply_faults(&fixture.request, &fixture.reply, &faults, write_sentence);
	read_back();

	assert_string_equal(
		member("detail"), "The request has 300 faults; the first 200 are listed.");
	assert_int_equal(json_array_size(json_object_get(fixture.document, "errors")), 200);
}

static void every_problem_is_complete_and_found_by_its_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < PROBLEM_COUNT; i++) {
		const struct problem *problem = &problems[i];

		assert_ptr_equal(problem_find(problem->name), problem);
		assert_in_range(problem->status, 400, 599);
		assert_true(*problem->title && *problem->title_sv);
		assert_true(*problem->advice && *problem->advice_sv);
	}
	assert_null(problem_find("not-a-problem"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_problem_has_all_five_members),
		TEST(without_a_sentence_the_title_is_one),
		TEST(a_problem_takes_the_place_of_what_was_in_the_reply),
		TEST(what_is_not_json_has_its_line_and_column),
		TEST(every_fault_has_its_place_code_and_sentence),
		TEST(faults_that_are_not_listed_are_counted),
		TEST(every_problem_is_complete_and_found_by_its_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
