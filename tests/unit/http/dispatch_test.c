#include "http/dispatch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/log.h"

/* What the handlers of this test answer. */
static void put_reply(struct reply *reply, const char *body, size_t limit)
{
	struct text text = text_init(limit);
	text_put(&text, body);
	reply_set(reply, 200, "application/json", &text);
	reply->cache = CACHE_REVALIDATE;
}

static void show(const void *context, const struct request *request, struct reply *reply)
{
	(void)request;
	put_reply(reply, context, LIMIT_REPLY);
}

static void overflow(const void *context, const struct request *request, struct reply *reply)
{
	(void)request;
	put_reply(reply, context, 1);
}

static void refuse(const void *context, const struct request *request, struct reply *reply)
{
	(void)context;
	problem_reply(request, reply, PROBLEM_UNAVAILABLE, "Later.");
}

static void forget(const void *context, const struct request *request, struct reply *reply)
{
	(void)context;
	(void)request;
	(void)reply;
}

/* Lets pass who sends Authorization. */
static bool guard(const void *context, struct request *request, unsigned scope, struct reply *reply)
{
	(void)context;
	(void)scope;
	if (request_header(request, "Authorization"))
		return true;
	problem_reply(request, reply, PROBLEM_UNAUTHORIZED, NULL);
	reply_header(reply, "WWW-Authenticate", "Bearer");
	return false;
}

static void make_page(const void *context,
	const struct request *request,
	const struct problem *problem,
	const char *detail,
	struct reply *reply)
{
	struct text text = text_init(1000);
	(void)request;
	text_put(&text, context);
	text_put(&text, detail);
	reply_set(reply, problem->status, "text/html; charset=utf-8", &text);
}

static const struct route routes[] = {
	{METHOD_GET,  "/",               show,     1, 0},
	{METHOD_GET,  "/api/v1/things",  show,     0, 0},
	{METHOD_POST, "/api/v1/things",  show,     0, 0},
	{METHOD_GET,  "/api/v1/refused", refuse,   0, 0},
	{METHOD_GET,  "/refused",        refuse,   0, 0},
	{METHOD_GET,  "/failing",        overflow, 0, 0},
	{METHOD_GET,  "/forgotten",      forget,   0, 0},
	{METHOD_POST, "/guarded",        show,     0, 1},
};

static const struct server_options options = {
	.routes = routes,
	.route_count = COUNT_OF(routes),
	.contexts = {"{\"things\":[]}", "home"},
	.guard = guard,
	.page = make_page,
	.page_context = "<h1>",
};

struct fixture {
	struct arena arena;
	struct request request;
	struct reply reply;
	const struct route *route;
	struct pair headers[2];
	struct incoming incoming;
};

static struct fixture fixture;

static int set_up(void **state)
{
	(void)state;
	log_set_level(LOG_LEVEL_ERROR);
	fixture = (struct fixture){
		.arena = arena_init(),
		.headers = {{"Host", "samrad.example"}, {"Accept", "*/*"}},
		.incoming = { .version = "HTTP/1.1", .method = "GET",                    .target = "/", .body = ""},
	};
	fixture.incoming.headers = (struct pairs){fixture.headers, 2};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	reply_release(&fixture.reply);
	arena_release(&fixture.arena);
	return 0;
}

static void ask(const char *method, const char *target)
{
	fixture.incoming.method = method;
	fixture.incoming.target = target;
	reply_release(&fixture.reply);
	fixture.route = dispatch(
		&options, &fixture.incoming, &fixture.arena, &fixture.request, &fixture.reply);
}

static const char *header(const char *name)
{
	return reply_find_header(&fixture.reply, name);
}

static void assert_problem(enum problem_id id)
{
	assert_int_equal(fixture.reply.status, problems[id].status);
	assert_ptr_equal(fixture.reply.problem, &problems[id]);
	assert_string_equal(header("Content-Type"), "application/problem+json");
	assert_string_equal(header("Cache-Control"), "no-store");
}

static void a_route_answers_with_the_context_of_its_line(void **state)
{
	(void)state;

	ask("GET", "/?x=1");

	assert_string_equal(fixture.route->pattern, "/");
	assert_int_equal(fixture.reply.status, 200);
	assert_string_equal(fixture.reply.body.bytes, "home");
	assert_string_equal(pairs_find(&fixture.request.query, "x"), "1");
}

static void every_answer_has_the_security_headers_and_its_id(void **state)
{
	(void)state;
	static const char *const targets[] = {"/", "/api/v1/things", "/nowhere", "/failing", "/%"};
	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		ask("GET", targets[i]);

		assert_string_equal(header("X-Content-Type-Options"), "nosniff");
		assert_string_equal(header("Referrer-Policy"), "no-referrer");
		assert_non_null(header("Permissions-Policy"));
		assert_string_equal(header("Cross-Origin-Opener-Policy"), "same-origin");
		assert_non_null(strstr(header("Content-Security-Policy"), "default-src 'none'"));
		assert_null(strstr(header("Content-Security-Policy"), "unsafe"));
		assert_string_equal(header("X-Request-Id"), fixture.request.id);
	}
}

static void any_site_may_read_open_data_and_nothing_else(void **state)
{
	(void)state;

	ask("GET", "/api/v1/things");
	assert_string_equal(header("Access-Control-Allow-Origin"), "*");
	ask("HEAD", "/api/v1/nowhere");
	assert_string_equal(header("Access-Control-Allow-Origin"), "*");
	ask("POST", "/api/v1/things");
	assert_null(header("Access-Control-Allow-Origin"));
	ask("GET", "/");
	assert_null(header("Access-Control-Allow-Origin"));
	ask("GET", "/api/v11");
	assert_null(header("Access-Control-Allow-Origin"));
}

static void options_tells_the_methods_and_lets_other_sites_read(void **state)
{
	(void)state;

	ask("OPTIONS", "/api/v1/things");
	assert_int_equal(fixture.reply.status, 204);
	assert_string_equal(header("Allow"), "GET, HEAD, POST, OPTIONS");
	assert_string_equal(header("Access-Control-Allow-Methods"), "GET, HEAD");

	ask("OPTIONS", "/");
	assert_string_equal(header("Allow"), "GET, HEAD, OPTIONS");
	assert_null(header("Access-Control-Allow-Methods"));

	ask("OPTIONS", "*");
	assert_string_equal(header("Allow"), "GET, HEAD, POST, OPTIONS");

	ask("OPTIONS", "/nowhere");
	assert_problem(PROBLEM_NOT_FOUND);
}

static void a_method_that_the_path_does_not_have_is_405_with_allow(void **state)
{
	(void)state;
	static const char *const methods[] = {"DELETE", "PUT", "TRACE", "FOO", "get"};
	for (size_t i = 0; i < COUNT_OF(methods); i++) {
		ask(methods[i], "/api/v1/things");

		assert_problem(PROBLEM_METHOD_NOT_ALLOWED);
		assert_string_equal(header("Allow"), "GET, HEAD, POST, OPTIONS");
	}
	ask("CONNECT", "samrad.example:80");
	assert_problem(PROBLEM_METHOD_NOT_ALLOWED);
}

static void what_is_wrong_with_an_address_is_told(void **state)
{
	(void)state;

	ask("GET", "/nowhere");
	assert_problem(PROBLEM_NOT_FOUND);
	ask("GET", "/%zz");
	assert_problem(PROBLEM_BAD_REQUEST);
	ask("GET", "/?%00");
	assert_problem(PROBLEM_BAD_REQUEST);
	ask("GET", "*");
	assert_problem(PROBLEM_BAD_REQUEST);
	assert_false(fixture.reply.close);
}

static void a_body_past_the_limit_is_413(void **state)
{
	(void)state;
	fixture.incoming.body_size = LIMIT_BODY + 1;

	ask("POST", "/api/v1/things");

	assert_problem(PROBLEM_TOO_LARGE);
	assert_false(fixture.reply.close);
}

static void a_route_with_a_scope_is_asked_of_the_guard_before_anything_is_done(void **state)
{
	(void)state;
	fixture.incoming.body_size = LIMIT_BODY + 1;

	ask("POST", "/guarded");
	assert_problem(PROBLEM_UNAUTHORIZED);
	assert_string_equal(header("WWW-Authenticate"), "Bearer");

	fixture.incoming.body_size = 0;
	fixture.headers[1] = (struct pair){"Authorization", "Bearer x"};
	ask("POST", "/guarded");
	assert_int_equal(fixture.reply.status, 200);
}

static void after_a_fault_of_framing_the_connection_ends_and_nothing_is_done(void **state)
{
	(void)state;
	fixture.headers[1] = (struct pair){"Content-Length", "1,1"};

	ask("POST", "/api/v1/things");

	assert_problem(PROBLEM_BAD_REQUEST);
	assert_null(fixture.route);
	assert_string_equal(header("Connection"), "close");
}

static void a_head_that_leaves_no_room_for_an_answer_is_refused(void **state)
{
	(void)state;
	static char value[LIMIT_HEAD];
	memset(value, 'a', sizeof value - 1);
	fixture.headers[1] = (struct pair){"Cookie", value};

	ask("GET", "/");

	assert_problem(PROBLEM_BAD_REQUEST);
	assert_string_equal(header("Connection"), "close");
}

static void too_many_connections_are_asked_to_come_again(void **state)
{
	(void)state;
	fixture.incoming.overloaded = true;

	ask("GET", "/");

	assert_problem(PROBLEM_UNAVAILABLE);
	assert_non_null(header("Retry-After"));
	assert_string_equal(header("Connection"), "close");
}

static void an_answer_that_could_not_be_made_is_a_problem(void **state)
{
	(void)state;

	ask("GET", "/failing");
	assert_problem(PROBLEM_INTERNAL);
	ask("GET", "/forgotten");
	assert_problem(PROBLEM_INTERNAL);
}

static void a_problem_is_a_page_for_people_outside_the_api(void **state)
{
	(void)state;
	fixture.headers[1].value = "text/html,application/xhtml+xml,*/*;q=0.8";

	ask("GET", "/refused");
	assert_int_equal(fixture.reply.status, 503);
	assert_string_equal(fixture.reply.body.bytes, "<h1>Later.");
	assert_string_equal(header("Content-Type"), "text/html; charset=utf-8");
	assert_string_equal(header("Retry-After"), "5");
	assert_string_equal(header("Vary"), "Accept");

	ask("POST", "/");
	assert_string_equal(header("Content-Type"), "text/html; charset=utf-8");
	assert_string_equal(header("Allow"), "GET, HEAD, OPTIONS");

	ask("GET", "/api/v1/refused");
	assert_problem(PROBLEM_UNAVAILABLE);
}

static void a_program_gets_json_outside_the_api_too(void **state)
{
	(void)state;

	ask("GET", "/refused");

	assert_problem(PROBLEM_UNAVAILABLE);
	assert_string_equal(header("Vary"), "Accept");
}

static void every_request_has_an_id_of_its_own(void **state)
{
	(void)state;
	ask("GET", "/");
	const char *first = fixture.request.id;

	ask("GET", "/");

	assert_string_not_equal(first, fixture.request.id);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_route_answers_with_the_context_of_its_line),
		TEST(every_answer_has_the_security_headers_and_its_id),
		TEST(any_site_may_read_open_data_and_nothing_else),
		TEST(options_tells_the_methods_and_lets_other_sites_read),
		TEST(a_method_that_the_path_does_not_have_is_405_with_allow),
		TEST(what_is_wrong_with_an_address_is_told),
		TEST(a_body_past_the_limit_is_413),
		TEST(a_route_with_a_scope_is_asked_of_the_guard_before_anything_is_done),
		TEST(after_a_fault_of_framing_the_connection_ends_and_nothing_is_done),
		TEST(a_head_that_leaves_no_room_for_an_answer_is_refused),
		TEST(too_many_connections_are_asked_to_come_again),
		TEST(an_answer_that_could_not_be_made_is_a_problem),
		TEST(a_problem_is_a_page_for_people_outside_the_api),
		TEST(a_program_gets_json_outside_the_api_too),
		TEST(every_request_has_an_id_of_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
