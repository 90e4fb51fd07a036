#include "survey/scope.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void every_scope_is_found_by_its_name(void **state)
{
	(void)state;
	for (unsigned i = SCOPE_NONE + 1; i < SCOPE_COUNT; i++) {
		enum scope scope = SCOPE_NONE;
		assert_non_null(scope_names[i]);
		assert_int_equal(scope_find(&scope, scope_names[i]), 0);
		assert_int_equal(scope, i);
	}
}

static void what_is_no_scope_is_not_found(void **state)
{
	static const char *const others[] = {
		"", "keys", "keys:", "keys:writes", "KEYS:WRITE", " keys:write"};
	enum scope scope;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		assert_int_equal(scope_find(&scope, others[i]), SCOPE_UNKNOWN);
}

static void a_set_is_written_in_the_order_of_the_table(void **state)
{
	struct arena arena = arena_init();
	unsigned set = scope_bit(SCOPE_AUDIT_READ) | scope_bit(SCOPE_RESULTS_READ);
	(void)state;

	assert_string_equal(scope_write(&arena, set, ", "), "results:read, audit:read");
	assert_string_equal(scope_write(&arena, 0, " "), "");

	arena_release(&arena);
}

static void a_list_is_read_back(void **state)
{
	struct arena arena = arena_init();
	(void)state;

	assert_int_equal(scope_parse(scope_write(&arena, scope_all(), " "), " "), scope_all());
	assert_int_equal(scope_parse("texts:read,keys:write", ","),
		scope_bit(SCOPE_TEXTS_READ) | scope_bit(SCOPE_KEYS_WRITE));
	assert_int_equal(scope_parse("", " "), 0);

	arena_release(&arena);
}

static void a_name_of_a_later_version_grants_nothing(void **state)
{
	(void)state;

	assert_int_equal(
		scope_parse("moon:land texts:read texts:reads", " "), scope_bit(SCOPE_TEXTS_READ));
}

static void open_to_all_is_in_no_set(void **state)
{
	(void)state;

	assert_int_equal(scope_all() & scope_bit(SCOPE_NONE), 0);
	assert_null(scope_names[SCOPE_NONE]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_scope_is_found_by_its_name),
		cmocka_unit_test(what_is_no_scope_is_not_found),
		cmocka_unit_test(a_set_is_written_in_the_order_of_the_table),
		cmocka_unit_test(a_list_is_read_back),
		cmocka_unit_test(a_name_of_a_later_version_grants_nothing),
		cmocka_unit_test(open_to_all_is_in_no_set),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
