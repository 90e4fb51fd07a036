/* What stands both in the code and in the contract is the same. */
#include "api/handlers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "api/context.h"
#include "base/embed.h"
#include "base/json.h"

static json_t *contract(void)
{
	struct json_fault fault;
	json_t *document = NULL;
	const struct embedded *file = embed_find("openapi/openapi.json");
	assert_non_null(file);
	assert_int_equal(json_parse(&document, &fault, (const char *)file->bytes, file->size), 0);
	return document;
}

/* What api-info answers. */
static json_t *info(struct arena *arena)
{
	const struct api_context context = {.public_url = "https://samrad.example"};
	const struct request request = {.arena = arena, .body = ""};
	struct json_fault fault;
	struct reply reply = reply_init(arena);
	json_t *document = NULL;
	api_info_read(&context, &request, &reply);
	assert_int_equal(reply.status, 200);
	assert_int_equal(json_parse(&document, &fault, reply.body.bytes, reply.body.used), 0);
	reply_release(&reply);
	return document;
}

static void the_api_tells_the_version_and_example_of_its_contract(void **state)
{
	struct arena arena = arena_init();
	(void)state;

	JSON_OWNED json_t *told = info(&arena);
	JSON_OWNED json_t *described = contract();

	const char *version = NULL;
	json_t *example = NULL;
	assert_int_equal(
		json_unpack(described, "{s:{s:s}, s:{s:{s:{s:{s:{s:{s:{s:o}}}}}}}}", "info",
			"version", &version, "paths", "/api/v1/api-info", "get", "responses", "200",
			"content", "application/json", "example", &example),
		0);
	assert_string_equal(json_string_value(json_object_get(told, "apiVersion")), version);
	assert_true(json_equal(told, example));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_api_tells_the_version_and_example_of_its_contract),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
