#include "http/conditional.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static struct reply make(const char *body, const char *cache)
{
	struct text text = text_init(1000);
	struct reply reply = reply_init(&arena);
	text_put(&text, body);
	reply_set(&reply, 200, "application/json", &text);
	reply.cache = cache;
	return reply;
}

/* The tag of a body asked for with a method, or NULL. */
static const char *tag_of(enum method method, const char *body, const char *cache)
{
	struct request request = {.method = method, .arena = &arena};
	struct reply reply = make(body, cache);
	conditional_apply(&request, &reply);
	const char *tag = reply_find_header(&reply, "ETag");
	reply_release(&reply);
	return tag;
}

static int set_up(void **state)
{
	(void)state;
	arena = arena_init();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void a_tag_changes_with_the_body_and_with_nothing_else(void **state)
{
	(void)state;

	const char *tag = tag_of(METHOD_GET, "{}", CACHE_REVALIDATE);

	assert_int_equal(tag[0], '"');
	assert_string_equal(tag_of(METHOD_HEAD, "{}", CACHE_FOR_EVER), tag);
	assert_string_not_equal(tag_of(METHOD_GET, "[]", CACHE_REVALIDATE), tag);
	assert_non_null(tag_of(METHOD_GET, "", CACHE_REVALIDATE));
}

static void what_may_not_be_stored_has_no_tag(void **state)
{
	(void)state;

	assert_null(tag_of(METHOD_GET, "{}", NULL));
	assert_null(tag_of(METHOD_GET, "{}", "private, no-store"));
	assert_null(tag_of(METHOD_POST, "{}", CACHE_REVALIDATE));
}

static void who_has_the_tag_is_told_that_nothing_changed(void **state)
{
	(void)state;
	const char *tag = tag_of(METHOD_GET, "{}", CACHE_REVALIDATE);
	const struct pair header = {"If-None-Match", tag};
	struct request request = {
		.method = METHOD_GET, .arena = &arena, .headers = {&header, 1}
        };
	struct reply same = make("{}", CACHE_REVALIDATE);
	struct reply other = make("[]", CACHE_REVALIDATE);

	conditional_apply(&request, &same);
	conditional_apply(&request, &other);

	assert_int_equal(same.status, 304);
	assert_string_equal(reply_find_header(&same, "ETag"), tag);
	assert_int_equal(other.status, 200);
	reply_release(&same);
	reply_release(&other);
}

static void a_list_has_a_tag_whether_weak_or_strong(void **state)
{
	(void)state;

	assert_true(conditional_has_tag("\"a\"", "\"a\""));
	assert_true(conditional_has_tag("\"b\" ,W/\"a\"", "\"a\""));
	assert_true(conditional_has_tag("\"b,\\\", \"a\"", "\"a\""));
	assert_true(conditional_has_tag(" *", "\"a\""));
	assert_false(conditional_has_tag("\"b\", \"ab\"", "\"a\""));
	assert_false(conditional_has_tag("a", "\"a\""));
	assert_false(conditional_has_tag("\"b, \"a\"", "\"a\""));
	assert_false(conditional_has_tag("", "\"a\""));
	assert_false(conditional_has_tag("W/", "\"a\""));
	assert_false(conditional_has_tag("\"", "\"a\""));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_tag_changes_with_the_body_and_with_nothing_else),
		TEST(what_may_not_be_stored_has_no_tag),
		TEST(who_has_the_tag_is_told_that_nothing_changed),
		TEST(a_list_has_a_tag_whether_weak_or_strong),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
