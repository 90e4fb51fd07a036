#include "http/router.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void answer(const void *context, const struct request *request, struct reply *reply)
{
	(void)context;
	(void)request;
	reply_empty(reply, 204);
}

static const struct route routes[] = {
	{METHOD_GET,    "/",			   answer, 0, 0},
	{METHOD_GET,    "/surveys",                    answer, 0, 0},
	{METHOD_GET,    "/surveys/new",                answer, 0, 0},
	{METHOD_GET,    "/surveys/{survey}",           answer, 0, 0},
	{METHOD_PUT,    "/surveys/{survey}",           answer, 0, 0},
	{METHOD_POST,   "/surveys/{survey}/responses", answer, 0, 0},
	{METHOD_DELETE, "/{a}/{b}/{c}/{d}/{e}",        answer, 0, 0},
};

struct outcome {
	int failure;
	const char *pattern;
	unsigned allowed;
	struct request request;
};

static struct outcome find(struct arena *arena, enum method method, const char *path)
{
	struct outcome outcome = {
		.request = {.method = method, .path = path, .arena = arena}
        };
	const struct route *route = NULL;
	outcome.failure =
		router_find(routes, COUNT_OF(routes), &outcome.request, &route, &outcome.allowed);
	outcome.pattern = route ? route->pattern : NULL;
	return outcome;
}

static void assert_found(enum method method, const char *path, const char *pattern)
{
	struct arena arena = arena_init();
	struct outcome outcome = find(&arena, method, path);
	assert_int_equal(outcome.failure, 0);
	assert_string_equal(outcome.pattern, pattern);
	arena_release(&arena);
}

static void assert_failure(enum method method, const char *path, int failure)
{
	struct arena arena = arena_init();
	assert_int_equal(find(&arena, method, path).failure, failure);
	arena_release(&arena);
}

static void a_path_finds_its_pattern_and_the_first_of_two(void **state)
{
	(void)state;

	assert_found(METHOD_GET, "/", "/");
	assert_found(METHOD_GET, "/surveys", "/surveys");
	assert_found(METHOD_GET, "/surveys/new", "/surveys/new");
	assert_found(METHOD_PUT, "/surveys/new", "/surveys/{survey}");
	assert_found(METHOD_GET, "/surveys/newer", "/surveys/{survey}");
	assert_found(METHOD_GET, "/%73urveys", "/surveys");
}

static void head_finds_get(void **state)
{
	(void)state;

	assert_found(METHOD_HEAD, "/surveys", "/surveys");
	assert_failure(METHOD_HEAD, "/surveys/x/responses", ROUTER_METHOD);
}

static void a_parameter_is_a_whole_segment_decoded(void **state)
{
	(void)state;
	struct arena arena = arena_init();

	struct outcome outcome =
		find(&arena, METHOD_POST, "/surveys/v%C3%A4xa%2Fkrympa+1/responses");

	assert_int_equal(outcome.failure, 0);
	assert_string_equal(request_parameter(&outcome.request, "survey"), "växa/krympa+1");
	arena_release(&arena);
}

static void parameters_past_the_most_are_not_taken(void **state)
{
	(void)state;
	struct arena arena = arena_init();

	struct outcome outcome = find(&arena, METHOD_DELETE, "/1/2/3/4/5");

	assert_int_equal(outcome.failure, 0);
	assert_string_equal(request_parameter(&outcome.request, "a"), "1");
	assert_string_equal(request_parameter(&outcome.request, "d"), "4");
	arena_release(&arena);
}

static void nothing_is_normalised(void **state)
{
	(void)state;

	assert_failure(METHOD_GET, "/surveys/", ROUTER_NOT_FOUND);
	assert_failure(METHOD_GET, "//surveys", ROUTER_NOT_FOUND);
	assert_failure(METHOD_GET, "/Surveys", ROUTER_NOT_FOUND);
	assert_failure(METHOD_GET, "/survey", ROUTER_NOT_FOUND);
	assert_failure(METHOD_GET, "/surveyss", ROUTER_NOT_FOUND);
	assert_failure(METHOD_GET, "/x/../surveys", ROUTER_NOT_FOUND);
	assert_failure(METHOD_GET, "", ROUTER_NOT_FOUND);
	assert_failure(METHOD_GET, "*", ROUTER_NOT_FOUND);
	assert_failure(METHOD_GET, "/1/2/3/4/5/6/7/8/9/10", ROUTER_NOT_FOUND);
	assert_found(METHOD_GET, "/surveys/..", "/surveys/{survey}");
}

static void a_segment_that_is_not_text_is_malformed(void **state)
{
	(void)state;

	assert_failure(METHOD_GET, "/surveys/%", ROUTER_MALFORMED);
	assert_failure(METHOD_GET, "/surveys/%zz", ROUTER_MALFORMED);
	assert_failure(METHOD_GET, "/surveys/%00", ROUTER_MALFORMED);
	assert_failure(METHOD_GET, "/surveys/%ff", ROUTER_MALFORMED);
}

static void another_method_is_told_which_there_are(void **state)
{
	(void)state;
	struct arena arena = arena_init();

	struct outcome outcome = find(&arena, METHOD_DELETE, "/surveys/x");
	assert_int_equal(outcome.failure, ROUTER_METHOD);
	assert_string_equal(router_allow(&arena, outcome.allowed), "GET, HEAD, PUT, OPTIONS");

	outcome = find(&arena, METHOD_OTHER, "/surveys/x/responses");
	assert_int_equal(outcome.failure, ROUTER_METHOD);
	assert_string_equal(router_allow(&arena, outcome.allowed), "POST, OPTIONS");
	arena_release(&arena);
}

static void the_methods_of_all_routes_are_known(void **state)
{
	(void)state;
	struct arena arena = arena_init();

	unsigned methods = router_methods(routes, COUNT_OF(routes));

	assert_string_equal(router_allow(&arena, methods), "GET, HEAD, POST, PUT, DELETE, OPTIONS");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_finds_its_pattern_and_the_first_of_two),
		cmocka_unit_test(head_finds_get),
		cmocka_unit_test(a_parameter_is_a_whole_segment_decoded),
		cmocka_unit_test(parameters_past_the_most_are_not_taken),
		cmocka_unit_test(nothing_is_normalised),
		cmocka_unit_test(a_segment_that_is_not_text_is_malformed),
		cmocka_unit_test(another_method_is_told_which_there_are),
		cmocka_unit_test(the_methods_of_all_routes_are_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
