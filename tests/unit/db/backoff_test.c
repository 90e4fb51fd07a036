#include "db/backoff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void while_all_is_well_everybody_may_connect(void **state)
{
	struct backoff backoff = {.failures = 0};
	(void)state;

	assert_true(backoff_may_try(&backoff, 1000));
	assert_true(backoff_may_try(&backoff, 1000));
}

static void after_a_failure_nobody_may_for_a_fifth_of_a_second(void **state)
{
	struct backoff backoff = {.failures = 0};
	(void)state;

	backoff_fail(&backoff, 1000, 1010);

	assert_false(backoff_may_try(&backoff, 1010));
	assert_false(backoff_may_try(&backoff, 1209));
	assert_true(backoff_may_try(&backoff, 1210));
}

static void after_the_pause_one_alone_tries(void **state)
{
	struct backoff backoff = {.failures = 0};
	(void)state;
	backoff_fail(&backoff, 1000, 1010);

	assert_true(backoff_may_try(&backoff, 1300));

	assert_false(backoff_may_try(&backoff, 1300));
	assert_false(backoff_may_try(&backoff, 4000));
}

static void the_pause_doubles_up_to_two_seconds(void **state)
{
	static const int64_t pauses[] = {200, 400, 800, 1600, 2000, 2000};
	struct backoff backoff = {.failures = 0};
	int64_t now = 1000;
	(void)state;

	for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
		backoff_fail(&backoff, now, now);
		assert_false(backoff_may_try(&backoff, now + pauses[i] - 1));
		now += pauses[i];
		assert_true(backoff_may_try(&backoff, now));
	}
}

static void failures_of_tries_made_together_count_as_one(void **state)
{
	struct backoff backoff = {.failures = 0};
	(void)state;

	backoff_fail(&backoff, 1000, 1010);
	backoff_fail(&backoff, 1001, 1011);
	backoff_fail(&backoff, 1002, 1012);

	assert_true(backoff_may_try(&backoff, 1210));
}

static void one_success_forgets_all_failures(void **state)
{
	struct backoff backoff = {.failures = 0};
	(void)state;
	backoff_fail(&backoff, 1000, 1000);
	backoff_fail(&backoff, 2000, 2000);

	backoff_succeed(&backoff);

	assert_true(backoff_may_try(&backoff, 2000));
	backoff_fail(&backoff, 2000, 2000);
	assert_true(backoff_may_try(&backoff, 2200));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(while_all_is_well_everybody_may_connect),
		cmocka_unit_test(after_a_failure_nobody_may_for_a_fifth_of_a_second),
		cmocka_unit_test(after_the_pause_one_alone_tries),
		cmocka_unit_test(the_pause_doubles_up_to_two_seconds),
		cmocka_unit_test(failures_of_tries_made_together_count_as_one),
		cmocka_unit_test(one_success_forgets_all_failures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
