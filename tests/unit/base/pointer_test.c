#include "base/pointer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The examples of RFC 6901, 5. */
static void a_member_is_escaped(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"foo", "/foo" },
		{"",    "/"    },
		{"a/b", "/a~1b"},
		{"c%d", "/c%d" },
		{"m~n", "/m~0n"},
		{" ",   "/ "   },
	};
	struct arena arena = arena_init();
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct pointer at = pointer_init(&arena);

		pointer_member(&at, cases[i][0]);

		assert_string_equal(pointer_text(&at), cases[i][1]);
	}
	arena_release(&arena);
}

static void a_cut_goes_back_to_where_the_mark_was(void **state)
{
	(void)state;
	struct arena arena = arena_init();
	struct pointer at = pointer_init(&arena);
	assert_string_equal(pointer_text(&at), "");
	pointer_member(&at, "answers");
	size_t mark = pointer_mark(&at);

	pointer_index(&at, 12);
	assert_string_equal(pointer_text(&at), "/answers/12");
	pointer_cut(&at, mark);

	assert_string_equal(pointer_text(&at), "/answers");
	arena_release(&arena);
}

static void a_pointer_grows_as_long_as_it_must(void **state)
{
	(void)state;
	struct arena arena = arena_init();
	struct pointer at = pointer_init(&arena);

	for (int i = 0; i < 1000; i++)
		pointer_member(&at, "~");

	assert_int_equal(strlen(pointer_text(&at)), 3000);
	assert_string_equal(pointer_text(&at) + 2994, "/~0/~0");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_member_is_escaped),
		cmocka_unit_test(a_cut_goes_back_to_where_the_mark_was),
		cmocka_unit_test(a_pointer_grows_as_long_as_it_must),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
