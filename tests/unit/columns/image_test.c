#include "columns/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "columns/counts.h"

enum { ROWS = 5000, COLUMNS = 3 };

static uint8_t rows[ROWS][COLUMNS];
static uint32_t keys[ROWS];

/* Column 0: four groups; column 1: five answers and a missing code; column 2: yes or no. */
static struct image *fill(unsigned seed)
{
	struct image *image = image_new(COLUMNS);
	srand(seed);
	for (int i = 0; i < ROWS; i++) {
		rows[i][0] = (uint8_t)(rand() % 4);
		rows[i][1] = (uint8_t)(rand() % 6 == 5 ? CODE_SKIPPED : rand() % 5);
		rows[i][2] = (uint8_t)(rand() % 2);
		keys[i] = (uint32_t)rand() * 2U + (uint32_t)rand();
		assert_int_equal(image_append(image, rows[i], keys[i]), 0);
	}
	return image;
}

/* The same reckoning in the plainest way. */
static struct count reckon(int group, uint8_t code, int wanted)
{
	struct count count = {0, 0};
	for (int i = 0; i < ROWS; i++) {
		if (rows[i][1] != code || (group >= 0 && rows[i][0] != group)
			|| (wanted >= 0 && rows[i][2] != wanted))
			continue;
		count.responses++;
		count.keys += keys[i];
	}
	return count;
}

static void assert_same(struct count found, struct count expected)
{
	assert_int_equal(found.responses, expected.responses);
	assert_int_equal(found.keys, expected.keys);
}

static void a_column_is_counted_with_the_sums_of_its_keys(void **state)
{
	struct arena arena = arena_init();
	struct image *image = fill(1);
	const struct image_query query = {
		.column = 1, .group_column = -1, .groups = 1, .where_column = -1};
	(void)state;

	const struct tally *tally = image_count(image, &query, &arena);

	for (size_t code = 0; code < CODE_COUNT; code++)
		assert_same(counts_of(tally, 0, code), reckon(-1, (uint8_t)code, -1));
	image_free(image);
	arena_release(&arena);
}

static void groups_and_a_filter_divide_the_same_rows(void **state)
{
	struct arena arena = arena_init();
	struct image *image = fill(2);
	const struct image_query query = {
		.column = 1, .group_column = 0, .groups = 4, .where_column = 2, .where_code = 1};
	(void)state;

	const struct tally *tally = image_count(image, &query, &arena);

	for (int group = 0; group < 4; group++)
		for (size_t code = 0; code < CODE_COUNT; code++)
			assert_same(counts_of(tally, (size_t)group, code),
				reckon(group, (uint8_t)code, 1));
	image_free(image);
	arena_release(&arena);
}

static void a_group_past_the_last_is_in_no_group(void **state)
{
	struct arena arena = arena_init();
	struct image *image = fill(3);
	const struct image_query query = {
		.column = 1, .group_column = 0, .groups = 2, .where_column = -1};
	(void)state;

	const struct tally *tally = image_count(image, &query, &arena);

	assert_same(counts_of(tally, 1, 0), reckon(1, 0, -1));
	image_free(image);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_column_is_counted_with_the_sums_of_its_keys),
		cmocka_unit_test(groups_and_a_filter_divide_the_same_rows),
		cmocka_unit_test(a_group_past_the_last_is_in_no_group),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
