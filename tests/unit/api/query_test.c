#include "api/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct arena arena;
	struct faults faults;
	struct pairs query;
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

static void ask(struct fixture *fixture, const char *query)
{
	fixture->faults = faults_init(&fixture->arena);
	assert_int_equal(pairs_parse(&fixture->query, &fixture->arena, query, strlen(query)), 0);
}

static void assert_fault(struct fixture *fixture, const char *parameter, enum fault_code code)
{
	const struct fault *fault = faults_at(&fixture->faults, parameter);
	assert_int_equal(fixture->faults.found, 1);
	assert_non_null(fault);
	assert_int_equal(fault->code, code);
	assert_int_equal(fault->in, PLACE_QUERY);
}

static const int64_t bounds[] = {1, 100};

static int64_t limit_of(struct fixture *fixture, const char *query)
{
	ask(fixture, query);
	return query_integer(&fixture->query, "limit", bounds, 20, &fixture->faults);
}

static void a_number_is_taken_whole_within_its_bounds(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(limit_of(fixture, ""), 20);
	assert_int_equal(limit_of(fixture, "limit=1"), 1);
	assert_int_equal(limit_of(fixture, "limit=100"), 100);
	assert_int_equal(fixture->faults.found, 0);
}

static void what_is_no_number_has_the_wrong_type(void **state)
{
	static const char *const bad[] = {"limit=", "limit=x", "limit=1.5", "limit=1e1",
		"limit=%2B5", "limit=0x10", "limit=%205", "limit=5,6", "limit=-", "limit"};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		assert_int_equal(limit_of(fixture, bad[i]), 20);
		assert_fault(fixture, "limit", FAULT_WRONG_TYPE);
	}
}

static void a_number_past_its_bounds_is_out_of_range_however_long(void **state)
{
	static const char *const bad[] = {"limit=0", "limit=101", "limit=-1",
		"limit=99999999999999999999", "limit=-99999999999999999999"};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		assert_int_equal(limit_of(fixture, bad[i]), 20);
		assert_fault(fixture, "limit", FAULT_OUT_OF_RANGE);
	}
}

static void an_unknown_parameter_is_told_once_with_the_nearest(void **state)
{
	static const char *const known[] = {"limit", "page"};
	struct fixture *fixture = *state;
	ask(fixture, "limt=5&page=1&limt=6");

	query_check(&fixture->query, known, COUNT_OF(known), &fixture->faults);

	assert_fault(fixture, "limt", FAULT_UNKNOWN_PARAMETER);
	assert_string_equal(fixture->faults.list[0].second, "limit");
}

static void a_known_parameter_that_stands_twice_is_told(void **state)
{
	static const char *const known[] = {"limit", "page"};
	struct fixture *fixture = *state;
	ask(fixture, "page=1&limit=5&page=1&page=2");

	query_check(&fixture->query, known, COUNT_OF(known), &fixture->faults);

	assert_fault(fixture, "page", FAULT_DUPLICATE);
}

static void a_choice_is_one_of_those_there_are(void **state)
{
	static const char *const choices[] = {"published", "closed"};
	struct fixture *fixture = *state;

	ask(fixture, "status=closed");
	assert_int_equal(query_choice(&fixture->query, "status", choices, 2, &fixture->faults), 1);
	ask(fixture, "status=close");
	assert_int_equal(query_choice(&fixture->query, "status", choices, 2, &fixture->faults), -1);

	assert_fault(fixture, "status", FAULT_UNKNOWN_OPTION);
	assert_string_equal(fixture->faults.list[0].second, "closed");
}

static void a_key_has_a_keys_form(void **state)
{
	char longest[70] = "event=";
	struct fixture *fixture = *state;
	memset(longest + 6, 'a', 64 - 1);

	ask(fixture, longest);
	assert_non_null(query_key(&fixture->query, "event", &fixture->faults));
	ask(fixture, "event=VK");
	assert_null(query_key(&fixture->query, "event", &fixture->faults));

	assert_fault(fixture, "event", FAULT_INVALID_KEY);
	assert_false(query_is_key(""));
	assert_true(query_is_key("vk-2020_x"));
	assert_false(
		query_is_key("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_number_is_taken_whole_within_its_bounds, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_no_number_has_the_wrong_type, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_number_past_its_bounds_is_out_of_range_however_long, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			an_unknown_parameter_is_told_once_with_the_nearest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_known_parameter_that_stands_twice_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_choice_is_one_of_those_there_are, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_key_has_a_keys_form, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
