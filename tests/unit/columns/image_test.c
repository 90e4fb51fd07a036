#include "columns/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "columns/counts.h"

enum { ROWS = 5000, COLUMNS = 3 };

static const struct image_axis answers = {.column = 1, .codes = 5, .classes = 5};

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
		if (rows[i][1] != code || (group >= 0 && rows[i][0] != group) ||
			(wanted >= 0 && rows[i][2] != wanted))
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
	const struct image_query query = {.counted = answers};
	(void)state;

	const struct tally *tally = image_count(image, &query, &arena);

	for (size_t code = 0; code < answers.classes; code++)
		assert_same(counts_of(tally, 0, code), reckon(-1, (uint8_t)code, -1));
	assert_same(counts_missing(tally, 0, MISSING_SKIPPED), reckon(-1, CODE_SKIPPED, -1));
	assert_int_equal(counts_missing(tally, 0, MISSING_HIDDEN).responses, 0);
	image_free(image);
	arena_release(&arena);
}

static void groups_and_a_filter_divide_the_same_rows(void **state)
{
	struct arena arena = arena_init();
	struct image *image = fill(2);
	const struct image_axis groups = {.column = 0, .codes = 4, .classes = 4};
	const struct image_axis filter = {.column = 2, .codes = 2, .classes = 2};
	const struct image_query query = {
		.counted = answers, .groups = &groups, .where = &filter, .where_class = 1};
	(void)state;

	const struct tally *tally = image_count(image, &query, &arena);

	for (int group = 0; group < 4; group++)
		for (size_t code = 0; code < answers.classes; code++)
			assert_same(counts_of(tally, (size_t)group, code),
				reckon(group, (uint8_t)code, 1));
	image_free(image);
	arena_release(&arena);
}

static void a_group_past_the_last_is_in_no_group(void **state)
{
	struct arena arena = arena_init();
	struct image *image = fill(3);
	const struct image_axis groups = {.column = 0, .codes = 2, .classes = 2};
	const struct image_query query = {.counted = answers, .groups = &groups};
	(void)state;

	const struct tally *tally = image_count(image, &query, &arena);

	assert_same(counts_of(tally, 1, 0), reckon(1, 0, -1));
	image_free(image);
	arena_release(&arena);
}

static void a_fold_gathers_codes_in_classes(void **state)
{
	static const uint16_t fold[] = {0, 0, 1, 1, 1};
	struct arena arena = arena_init();
	struct image *image = fill(4);
	const struct image_query query = {
		.counted = {.column = 1, .codes = 5, .classes = 2, .fold = fold}
        };
	(void)state;

	const struct tally *tally = image_count(image, &query, &arena);

	struct count low = reckon(-1, 0, -1);
	struct count one = reckon(-1, 1, -1);
	assert_same(counts_of(tally, 0, 0),
		(struct count){low.responses + one.responses, low.keys + one.keys});
	image_free(image);
	arena_release(&arena);
}

static void a_wide_code_is_read_from_two_columns(void **state)
{
	static const uint8_t wide[][2] = {
		{0,            5           },
                {1,            33          },
                {1,            33          },
                {CODE_SKIPPED, CODE_SKIPPED}
        };
	struct arena arena = arena_init();
	struct image *image = image_new(2);
	const struct image_query query = {
		.counted = {.column = 0, .is_wide = true, .codes = 290, .classes = 290}
        };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(wide); i++)
		assert_int_equal(image_append(image, wide[i], 7), 0);

	const struct tally *tally = image_count(image, &query, &arena);

	assert_same(counts_of(tally, 0, 5), (struct count){1, 7});
	assert_same(counts_of(tally, 0, 256 + 33), (struct count){2, 14});
	assert_same(counts_missing(tally, 0, MISSING_SKIPPED), (struct count){1, 7});
	image_free(image);
	arena_release(&arena);
}

static void a_better_rank_stands_before_a_worse_and_before_none(void **state)
{
	static const uint8_t ranks[][2] = {
		{1,           2          },
                {2,           1          },
                {1,           0          },
                {0,           1          },
                {0,           0          },
                {CODE_HIDDEN, CODE_HIDDEN}
        };
	struct arena arena = arena_init();
	struct image *image = image_new(2);
	const struct image_query query = {
		.counted = {.column = 0, .codes = 240, .classes = 240}
        };
	(void)state;
	for (size_t i = 0; i < COUNT_OF(ranks); i++)
		assert_int_equal(image_append(image, ranks[i], 1), 0);

	const struct tally *tally = image_count_order(image, &query, 1, &arena);

	assert_int_equal(counts_of(tally, 0, 0).responses, 2);
	assert_int_equal(counts_of(tally, 0, 1).responses, 2);
	assert_int_equal(counts_missing(tally, 0, MISSING_HIDDEN).responses, 1);
	image_free(image);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_column_is_counted_with_the_sums_of_its_keys),
		cmocka_unit_test(groups_and_a_filter_divide_the_same_rows),
		cmocka_unit_test(a_group_past_the_last_is_in_no_group),
		cmocka_unit_test(a_fold_gathers_codes_in_classes),
		cmocka_unit_test(a_wide_code_is_read_from_two_columns),
		cmocka_unit_test(a_better_rank_stands_before_a_worse_and_before_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
