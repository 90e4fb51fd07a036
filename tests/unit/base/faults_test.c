#include "base/faults.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"

static void a_fault_keeps_copies_of_what_it_was_given(void **state)
{
	(void)state;
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	char place[] = "/answers/role";

	faults_add(&faults, PLACE_BODY, place, FAULT_UNKNOWN_OPTION, "x", NULL);
	place[1] = '!';

	assert_int_equal(faults.count, 1);
	assert_string_equal(faults.list[0].place, "/answers/role");
	assert_string_equal(faults.list[0].first, "x");
	assert_null(faults.list[0].second);
	arena_release(&arena);
}

static void numbers_become_a_sentences_values(void **state)
{
	(void)state;
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);

	faults_add_number(&faults, "/answers/overall", FAULT_OUT_OF_RANGE, -1, 5);

	assert_string_equal(faults.list[0].first, "-1");
	assert_string_equal(faults.list[0].second, "5");
	arena_release(&arena);
}

static void the_first_fault_at_a_place_is_found(void **state)
{
	(void)state;
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	faults_add(&faults, PLACE_BODY, "/a", FAULT_REQUIRED, NULL, NULL);
	faults_add(&faults, PLACE_BODY, "/b", FAULT_TOO_LONG, NULL, NULL);
	faults_add(&faults, PLACE_BODY, "/b", FAULT_NOT_TEXT, NULL, NULL);

	assert_int_equal(faults_at(&faults, "/b")->code, FAULT_TOO_LONG);
	assert_null(faults_at(&faults, "/"));
	arena_release(&arena);
}

static void faults_past_the_limit_are_counted_only(void **state)
{
	(void)state;
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);

	for (int i = 0; i < LIMIT_FAULTS + 10; i++)
		faults_add(&faults, PLACE_BODY, "/a", FAULT_REQUIRED, NULL, NULL);

	assert_int_equal(faults.count, LIMIT_FAULTS);
	assert_int_equal(faults.found, LIMIT_FAULTS + 10);
	arena_release(&arena);
}

static void every_code_has_a_name_of_its_own(void **state)
{
	(void)state;

	for (int i = 0; i < FAULT_CODE_COUNT; i++)
		for (int j = 0; j < i; j++)
			assert_string_not_equal(fault_code_name((enum fault_code)i),
				fault_code_name((enum fault_code)j));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fault_keeps_copies_of_what_it_was_given),
		cmocka_unit_test(numbers_become_a_sentences_values),
		cmocka_unit_test(the_first_fault_at_a_place_is_found),
		cmocka_unit_test(faults_past_the_limit_are_counted_only),
		cmocka_unit_test(every_code_has_a_name_of_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
