#include "base/embed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void a_file_is_found_by_its_path_in_the_repository(void **state)
{
	(void)state;

	const struct embedded *openapi = embed_find("openapi/openapi.json");

	assert_non_null(openapi);
	assert_int_equal(openapi->bytes[0], '{');
}

static void a_name_that_only_begins_alike_is_not_found(void **state)
{
	(void)state;

	assert_null(embed_find("openapi/openapi"));
	assert_null(embed_find("openapi/openapi.json "));
	assert_null(embed_find(""));
}

static void the_names_are_sorted_byte_by_byte(void **state)
{
	(void)state;

	for (size_t i = 1; i < embedded_count; i++)
		assert_true(strcmp(embedded[i - 1].name, embedded[i].name) < 0);
}

static void every_file_ends_with_a_nul_outside_its_size(void **state)
{
	(void)state;

	for (size_t i = 0; i < embedded_count; i++)
		assert_int_equal(embedded[i].bytes[embedded[i].size], '\0');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_found_by_its_path_in_the_repository),
		cmocka_unit_test(a_name_that_only_begins_alike_is_not_found),
		cmocka_unit_test(the_names_are_sorted_byte_by_byte),
		cmocka_unit_test(every_file_ends_with_a_nul_outside_its_size),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
