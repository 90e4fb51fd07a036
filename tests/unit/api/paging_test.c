#include "api/paging.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct arena arena;
	struct faults faults;
	struct request request;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	fixture.arena = arena_init();
	fixture.faults = faults_init(&fixture.arena);
	fixture.request = (struct request){.path = "/api/v1/surveys", .arena = &fixture.arena};
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_release(&fixture->arena);
	return 0;
}

static const char *links_of(struct fixture *fixture, const char *query, size_t total)
{
	struct pairs *pairs = &fixture->request.query;
	assert_int_equal(pairs_parse(pairs, &fixture->arena, query, strlen(query)), 0);
	struct paging paging = paging_read(pairs, &fixture->faults);
	assert_int_equal(fixture->faults.found, 0);
	return paging_links(&fixture->arena, &fixture->request, &paging, total);
}

static void a_page_begins_after_those_before_it(void **state)
{
	(void)state;

	assert_int_equal(paging_offset(&(struct paging){.limit = 20, .page = 1}), 0);
	assert_int_equal(paging_offset(&(struct paging){.limit = 7, .page = 4}), 21);
}

static void a_list_of_one_page_links_to_itself(void **state)
{
	struct fixture *fixture = *state;

	const char *links = links_of(fixture, "", 20);
	const char *none = links_of(fixture, "", 0);

	assert_string_equal(links, "</api/v1/surveys?page=1>; rel=\"first\", "
				   "</api/v1/surveys?page=1>; rel=\"last\"");
	assert_string_equal(none, links);
}

static void a_page_in_the_middle_links_to_both_sides_and_keeps_the_query(void **state)
{
	struct fixture *fixture = *state;

	const char *links = links_of(fixture, "status=closed&page=2&limit=5", 11);

	assert_string_equal(links, "</api/v1/surveys?status=closed&limit=5&page=1>; rel=\"first\", "
				   "</api/v1/surveys?status=closed&limit=5&page=1>; rel=\"prev\", "
				   "</api/v1/surveys?status=closed&limit=5&page=3>; rel=\"next\", "
				   "</api/v1/surveys?status=closed&limit=5&page=3>; rel=\"last\"");
}

static void a_page_past_the_last_one_leads_back_to_it(void **state)
{
	struct fixture *fixture = *state;

	const char *links = links_of(fixture, "page=900", 41);

	assert_string_equal(links, "</api/v1/surveys?page=1>; rel=\"first\", "
				   "</api/v1/surveys?page=3>; rel=\"prev\", "
				   "</api/v1/surveys?page=3>; rel=\"last\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_page_begins_after_those_before_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_list_of_one_page_links_to_itself, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_page_in_the_middle_links_to_both_sides_and_keeps_the_query, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_page_past_the_last_one_leads_back_to_it, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
