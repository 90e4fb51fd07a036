#include "base/pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"

struct fixture {
	struct arena arena;
	struct pairs pairs;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	*state = fixture;
	if (!fixture)
		return -1;
	fixture->arena = arena_init();
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_release(&fixture->arena);
	free(fixture);
	return 0;
}

static int parse(struct fixture *fixture, const char *string)
{
	return pairs_parse(&fixture->pairs, &fixture->arena, string, strlen(string));
}

static void a_plus_is_a_space_and_an_escape_a_byte(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(parse(fixture, "a+b=c%2Bd&%C3%A5=%c3%a4&e=f=g"), 0);

	assert_int_equal(fixture->pairs.count, 3);
	assert_string_equal(pairs_find(&fixture->pairs, "a b"), "c+d");
	assert_string_equal(pairs_find(&fixture->pairs, "å"), "ä");
	assert_string_equal(pairs_find(&fixture->pairs, "e"), "f=g");
}

static void a_name_may_stand_several_times_and_keeps_its_order(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(parse(fixture, "a=1&b=2&a=3,4"), 0);

	assert_int_equal(pairs_count(&fixture->pairs, "a"), 2);
	assert_string_equal(pairs_find(&fixture->pairs, "a"), "1");
	assert_true(pairs_have(&fixture->pairs, "a", "3,4"));
	assert_false(pairs_have(&fixture->pairs, "a", "2"));
	assert_null(pairs_find(&fixture->pairs, "c"));
}

static void a_field_without_a_value_has_an_empty_one_and_an_empty_field_is_none(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(parse(fixture, "&a&&b=&=c&"), 0);

	assert_int_equal(fixture->pairs.count, 3);
	assert_string_equal(pairs_find(&fixture->pairs, "a"), "");
	assert_string_equal(pairs_find(&fixture->pairs, "b"), "");
	assert_string_equal(pairs_find(&fixture->pairs, ""), "c");
}

static void nothing_has_no_fields(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(pairs_parse(&fixture->pairs, &fixture->arena, NULL, 0), 0);

	assert_int_equal(fixture->pairs.count, 0);
}

static void what_is_not_text_or_not_an_escape_is_refused(void **state)
{
	struct fixture *fixture = *state;
	static const char *const cases[] = {
		"a=%",
		"a=%4",
		"a=%zz",
		"a=%4g",
		"%=a",
		"a=%00",
		"a=%01",
		"a=%ff",
		"a=%c3",
		"a=%c2%80",
		"\xff=a",
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(parse(fixture, cases[i]), PAIRS_MALFORMED);
	assert_int_equal(pairs_parse(&fixture->pairs, &fixture->arena, "a=\0", 3), PAIRS_MALFORMED);
}

static void more_fields_than_the_limit_are_refused(void **state)
{
	struct fixture *fixture = *state;
	char string[2 * LIMIT_PAIRS + 2];
	for (size_t i = 0; i < sizeof string; i++)
		string[i] = i % 2 ? '&' : 'a';

	assert_int_equal(
		pairs_parse(&fixture->pairs, &fixture->arena, string, 2 * LIMIT_PAIRS - 1), 0);
	assert_int_equal(fixture->pairs.count, LIMIT_PAIRS);
	assert_int_equal(pairs_parse(&fixture->pairs, &fixture->arena, string, 2 * LIMIT_PAIRS + 1),
		PAIRS_TOO_MANY);
}

/* A second encoder, for the round trip: every byte as an escape. */
static void put_encoded(struct text *text, const char *string)
{
	static const char digits[] = "0123456789ABCDEF";
	for (; *string; string++) {
		text_put_char(text, '%');
		text_put_char(text, digits[(unsigned char)*string >> 4]);
		text_put_char(text, digits[*string & 15]);
	}
}

static void assert_comes_back(struct arena *arena, const struct pairs *pairs)
{
	struct text text = text_init(LIMIT_BODY);
	struct pairs again;
	for (size_t i = 0; i < pairs->count; i++) {
		put_encoded(&text, pairs->list[i].name);
		text_put_char(&text, '=');
		put_encoded(&text, pairs->list[i].value);
		text_put_char(&text, '&');
	}
	assert_int_equal(pairs_parse(&again, arena, text.bytes, text.used), 0);
	assert_int_equal(again.count, pairs->count);
	for (size_t i = 0; i < again.count; i++) {
		assert_string_equal(again.list[i].name, pairs->list[i].name);
		assert_string_equal(again.list[i].value, pairs->list[i].value);
	}
	text_release(&text);
}

/* 100,000 strings of the characters that matter, in heap memory of exactly their size, so that the address
 * sanitizer sees a read past the end. The generator is Knuth's MMIX one: the same strings each time. */
static void whatever_comes_is_refused_or_is_text_that_comes_back(void **state)
{
	(void)state;
	static const char alphabet[] = "%%%%&&==+aA09zfF\xc3\xa5\xff";
	uint64_t seed = 2020;
	for (int round = 0; round < 100000; round++) {
		struct arena arena = arena_init();
		struct pairs pairs;
		seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
		size_t size = (size_t)(seed >> 33) % 24;
		char *bytes = malloc(size ? size : 1);
		assert_non_null(bytes);
		for (size_t i = 0; i < size; i++) {
			seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
			bytes[i] = alphabet[(seed >> 33) % (sizeof alphabet - 1)];
		}

		if (pairs_parse(&pairs, &arena, bytes, size) == 0)
			assert_comes_back(&arena, &pairs);

		free(bytes);
		arena_release(&arena);
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_plus_is_a_space_and_an_escape_a_byte),
		TEST(a_name_may_stand_several_times_and_keeps_its_order),
		TEST(a_field_without_a_value_has_an_empty_one_and_an_empty_field_is_none),
		TEST(nothing_has_no_fields),
		TEST(what_is_not_text_or_not_an_escape_is_refused),
		TEST(more_fields_than_the_limit_are_refused),
		cmocka_unit_test(whatever_comes_is_refused_or_is_text_that_comes_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
