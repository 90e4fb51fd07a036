#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void what_is_taken_is_zero_and_aligned_for_any_type(void **state)
{
	(void)state;
	struct arena arena = arena_init();

	for (size_t size = 1; size < 20000; size = size * 3 + 1) {
		const char *taken = arena_take(&arena, size);

		assert_int_equal((uintptr_t)taken % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(taken[i], 0);
	}
	arena_release(&arena);
}

static void what_was_taken_before_stays_when_the_arena_grows(void **state)
{
	(void)state;
	struct arena arena = arena_init();
	char *first = arena_string(&arena, "samverkan");

	for (int i = 0; i < 1000; i++)
		memset(arena_take(&arena, 100), 'x', 100);

	assert_string_equal(first, "samverkan");
	arena_release(&arena);
}

static void a_copy_ends_with_a_nul_that_the_bytes_did_not_have(void **state)
{
	(void)state;
	struct arena arena = arena_init();

	assert_string_equal(arena_copy(&arena, "tillit", 4), "till");
	assert_string_equal(arena_copy(&arena, NULL, 0), "");
	arena_release(&arena);
}

static void a_format_may_be_longer_than_a_block(void **state)
{
	(void)state;
	struct arena arena = arena_init();

	const char *made = arena_format(&arena, "%0*d|%s", 10000, 7, "end");

	assert_int_equal(strlen(made), 10004);
	assert_string_equal(made + 9999, "7|end");
	arena_release(&arena);
}

static void a_released_arena_can_be_used_again(void **state)
{
	(void)state;
	struct arena arena = arena_init();
	arena_take(&arena, 100);

	arena_release(&arena);

	assert_string_equal(arena_string(&arena, "again"), "again");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_taken_is_zero_and_aligned_for_any_type),
		cmocka_unit_test(what_was_taken_before_stays_when_the_arena_grows),
		cmocka_unit_test(a_copy_ends_with_a_nul_that_the_bytes_did_not_have),
		cmocka_unit_test(a_format_may_be_longer_than_a_block),
		cmocka_unit_test(a_released_arena_can_be_used_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
