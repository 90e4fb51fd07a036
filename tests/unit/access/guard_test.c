#include "access/guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/check.h"
#include "store/store.h"

#define KEY "samrad_3f9a1c20b7_00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

static void the_scheme_is_told_in_any_case(void **state)
{
	(void)state;

	assert_string_equal(guard_bearer("Bearer abc"), "abc");
	assert_string_equal(guard_bearer("bEARER abc"), "abc");
	assert_string_equal(guard_bearer("Bearer   abc"), "abc");
	assert_string_equal(guard_bearer("Bearer"), "");
	assert_string_equal(guard_bearer("Bearer abc def"), "abc def");
}

static void another_scheme_is_no_key(void **state)
{
	static const char *const others[] = {
		"", "abc", "Bearers abc", "Bearer\tabc", "Receipt abc", "Basic YTpi", "Beare"};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		assert_null(guard_bearer(others[i]));
}

/* By a store whose database nobody can reach. */
static enum guard_verdict judge_for(enum scope scope, const char *authorization)
{
	const struct principal *holder = NULL;
	const char *why = NULL;
	struct arena arena = arena_init();
	struct store *store = store_new("host=/nonexistent dbname=x", 1);
	enum guard_verdict verdict =
		guard_judge(&holder, &why, store, &arena, authorization, scope);
	assert_null(holder);
	store_free(store);
	arena_release(&arena);
	return verdict;
}

static enum guard_verdict judge(const char *authorization)
{
	return judge_for(SCOPE_AUDIT_READ, authorization);
}

static void what_is_no_key_is_told_without_the_database(void **state)
{
	(void)state;

	assert_int_equal(judge(NULL), GUARD_NO_KEY);
	assert_int_equal(judge("Receipt 1-abc"), GUARD_NO_KEY);
	assert_int_equal(judge("Bearer"), GUARD_INVALID_KEY);
	assert_int_equal(judge("Bearer samrad_3f9a1c20b7_short"), GUARD_INVALID_KEY);
	assert_int_equal(judge("Bearer " KEY " " KEY), GUARD_INVALID_KEY);
}

static void where_a_key_may_be_given_none_is_needed_and_a_bad_one_is_refused(void **state)
{
	(void)state;

	assert_int_equal(judge_for(SCOPE_IF_GIVEN, NULL), GUARD_PASS);
	assert_int_equal(judge_for(SCOPE_IF_GIVEN, "Receipt 1-abc"), GUARD_PASS);
	assert_int_equal(judge_for(SCOPE_IF_GIVEN, "Bearer abc"), GUARD_INVALID_KEY);
	assert_int_equal(judge_for(SCOPE_IF_GIVEN, "Bearer " KEY), GUARD_UNAVAILABLE);
}

static void nobody_passes_while_the_database_is_away(void **state)
{
	(void)state;

	assert_int_equal(judge("Bearer " KEY), GUARD_UNAVAILABLE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_scheme_is_told_in_any_case),
		cmocka_unit_test(another_scheme_is_no_key),
		cmocka_unit_test(what_is_no_key_is_told_without_the_database),
		cmocka_unit_test(where_a_key_may_be_given_none_is_needed_and_a_bad_one_is_refused),
		cmocka_unit_test(nobody_passes_while_the_database_is_away),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
