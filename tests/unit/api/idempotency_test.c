#include "api/idempotency.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define LETTERS_22 "0123456789abcdefghiJK_"
#define LETTERS_64 LETTERS_22 LETTERS_22 "0123456789-bcdefghiJ"

struct fixture {
	struct arena arena;
	struct faults faults;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	fixture.arena = arena_init();
	fixture.faults = faults_init(&fixture.arena);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_release(&fixture->arena);
	return 0;
}

static const char *key_of(struct fixture *fixture, const char *header)
{
	const struct pair pair = {"Idempotency-Key", header};
	const struct request request = {
		.headers = {&pair, header ? 1 : 0},
                  .arena = &fixture->arena
        };
	fixture->faults = faults_init(&fixture->arena);
	return idempotency_key(&request, &fixture->faults);
}

static void a_key_may_be_bare_or_a_quoted_string(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(key_of(fixture, LETTERS_22), LETTERS_22);
	assert_string_equal(key_of(fixture, "\"" LETTERS_22 "\""), LETTERS_22);
	assert_string_equal(key_of(fixture, LETTERS_64), LETTERS_64);
	assert_int_equal(fixture->faults.found, 0);
}

static void no_header_is_no_key_and_no_fault(void **state)
{
	struct fixture *fixture = *state;

	assert_null(key_of(fixture, NULL));
	assert_int_equal(fixture->faults.found, 0);
}

static void another_form_is_a_fault_of_the_header_that_does_not_repeat_it(void **state)
{
	static const char *const bad[] = {"", "\"\"", "short", LETTERS_22 "!", "\"" LETTERS_22,
		LETTERS_22 "\"", LETTERS_64 "x", "\"" LETTERS_22 "\";a=1",
		LETTERS_22 ", " LETTERS_22, LETTERS_22 "\xff"};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		assert_null(key_of(fixture, bad[i]));
		assert_int_equal(fixture->faults.found, 1);
		assert_int_equal(fixture->faults.list[0].in, PLACE_HEADER);
		assert_int_equal(fixture->faults.list[0].code, FAULT_INVALID_KEY);
		assert_string_equal(fixture->faults.list[0].place, "Idempotency-Key");
		assert_string_equal(fixture->faults.list[0].first, "Idempotency-Key");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_key_may_be_bare_or_a_quoted_string, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			no_header_is_no_key_and_no_fault, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			another_form_is_a_fault_of_the_header_that_does_not_repeat_it, set_up,
			tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
