#include "http/reply.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct arena arena;
	struct reply reply;
};

static struct fixture fixture;

static int set_up(void **state)
{
	(void)state;
	fixture.arena = arena_init();
	fixture.reply = reply_init(&fixture.arena);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	reply_release(&fixture.reply);
	arena_release(&fixture.arena);
	return 0;
}

static void set_body(const char *body, size_t limit)
{
	struct text text = text_init(limit);
	text_put(&text, body);
	reply_set(&fixture.reply, 200, "text/plain", &text);
	assert_null(text.bytes);
}

static void a_reply_that_nobody_set_has_failed(void **state)
{
	(void)state;

	assert_true(reply_failed(&fixture.reply));
}

static void a_body_moves_into_the_reply_and_the_last_one_counts(void **state)
{
	(void)state;

	set_body("first", 100);
	set_body("second", 100);

	assert_false(reply_failed(&fixture.reply));
	assert_string_equal(fixture.reply.body.bytes, "second");
}

static void a_body_that_did_not_fit_has_failed(void **state)
{
	(void)state;

	set_body("too long", 3);

	assert_true(reply_failed(&fixture.reply));
}

static void a_value_that_could_end_its_header_makes_the_reply_fail(void **state)
{
	(void)state;
	static const char *const values[] = {"/a\r\nSet-Cookie: b", "\n", "a\tb", "\x7f"};
	for (size_t i = 0; i < COUNT_OF(values); i++) {
		reply_clear(&fixture.reply);

		reply_header(&fixture.reply, "Location", values[i]);
		set_body("fine", 100);

		assert_true(reply_failed(&fixture.reply));
		assert_null(reply_find_header(&fixture.reply, "Location"));
	}
}

static void a_header_stands_once_with_its_last_value(void **state)
{
	(void)state;

	reply_header(&fixture.reply, "ETag", "\"a\"");
	reply_header(&fixture.reply, "etag", "\"b\"");

	assert_int_equal(fixture.reply.header_count, 1);
	assert_string_equal(reply_find_header(&fixture.reply, "ETag"), "\"b\"");
}

static void what_an_answer_depends_on_is_listed_once(void **state)
{
	(void)state;

	reply_vary(&fixture.reply, "Accept-Language");
	reply_vary(&fixture.reply, "Accept");
	reply_vary(&fixture.reply, "Accept-Language");
	reply_vary(&fixture.reply, "Accept");

	assert_string_equal(reply_find_header(&fixture.reply, "Vary"), "Accept-Language, Accept");
}

static void clearing_keeps_only_whether_the_connection_ends(void **state)
{
	(void)state;
	set_body("fine", 100);
	reply_header(&fixture.reply, "Link", "x");
	fixture.reply.close = true;

	reply_clear(&fixture.reply);

	assert_true(fixture.reply.close);
	assert_int_equal(fixture.reply.header_count, 0);
	assert_int_equal(fixture.reply.body.used, 0);
	assert_true(reply_failed(&fixture.reply));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_reply_that_nobody_set_has_failed),
		TEST(a_body_moves_into_the_reply_and_the_last_one_counts),
		TEST(a_body_that_did_not_fit_has_failed),
		TEST(a_value_that_could_end_its_header_makes_the_reply_fail),
		TEST(a_header_stands_once_with_its_last_value),
		TEST(what_an_answer_depends_on_is_listed_once),
		TEST(clearing_keeps_only_whether_the_connection_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
