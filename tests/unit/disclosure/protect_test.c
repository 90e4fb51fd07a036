#include "disclosure/protect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/digest.h"

static const unsigned char secret[DIGEST_SIPHASH_KEY] = {3, 1, 4, 1, 5};

static struct protection with_table(const char *name)
{
	return (struct protection){
		.table = name ? protect_table(name) : NULL, .secret = secret, .min_group = 10};
}

/* A tally of one group with these counts of the codes 0, 1 …, each response with a key of its own. */
static struct tally *tally_of(struct arena *arena, const uint32_t *counts, size_t cells)
{
	struct tally *tally = tally_new(arena, 1, cells);
	uint32_t key = 2654435761U;
	for (size_t code = 0; code < cells; code++)
		for (uint32_t i = 0; i < counts[code]; i++)
			tally_add(tally, 0, code, 1, key *= 2246822519U);
	return tally;
}

static const struct safe_table *protect(
	struct arena *arena, const char *name, const uint32_t *counts, size_t cells)
{
	struct protection protection = with_table(name);
	return protect_classes(&protection, tally_of(arena, counts, cells), 0, cells, arena);
}

static void a_protected_cell_is_near_and_an_empty_one_empty(void **state)
{
	static const uint32_t counts[] = {0, 7, 100, 3, 44};
	struct arena arena = arena_init();
	(void)state;

	const struct safe_table *table = protect(&arena, "d5", counts, COUNT_OF(counts));

	assert_false(table_is_confidential(table));
	assert_int_equal(table_count(table, 0), 0);
	for (size_t i = 1; i < COUNT_OF(counts); i++) {
		assert_true(labs((long)table_count(table, i) - (long)counts[i]) <= 5);
		assert_true(table_count(table, i) == 0 || table_count(table, i) > 2);
	}
	arena_release(&arena);
}

static void the_base_of_shares_is_the_sum_of_protected_cells(void **state)
{
	static const uint32_t counts[] = {20, 30, 25};
	struct arena arena = arena_init();
	uint32_t sum = 0;
	(void)state;

	const struct safe_table *table = protect(&arena, "d5", counts, COUNT_OF(counts));

	for (size_t i = 0; i < COUNT_OF(counts); i++)
		sum += table_count(table, i);
	assert_int_equal(table_base(table), sum);
	assert_true(labs((long)table_n(table) - 75) <= 5);
	arena_release(&arena);
}

static void fewer_than_the_group_are_withheld_whole(void **state)
{
	static const uint32_t nine[] = {4, 5};
	static const uint32_t ten[] = {4, 6};
	struct arena arena = arena_init();
	(void)state;

	const struct safe_table *withheld = protect(&arena, NULL, nine, COUNT_OF(nine));

	assert_true(table_is_confidential(withheld));
	assert_int_equal(table_n(withheld), 0);
	assert_int_equal(table_base(withheld), 0);
	assert_int_equal(table_count(withheld, 1), 0);
	assert_false(table_is_confidential(protect(&arena, NULL, ten, COUNT_OF(ten))));
	arena_release(&arena);
}

static void many_cells_want_two_responses_each(void **state)
{
	static const uint32_t few[11] = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1};
	static const uint32_t enough[11] = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
	struct arena arena = arena_init();
	(void)state;

	assert_true(table_is_confidential(protect(&arena, NULL, few, COUNT_OF(few))));
	assert_false(table_is_confidential(protect(&arena, NULL, enough, COUNT_OF(enough))));
	arena_release(&arena);
}

static void a_group_that_agrees_is_withheld(void **state)
{
	static const uint32_t agreed[] = {0, 200, 0};
	static const uint32_t alone[] = {200};
	struct arena arena = arena_init();
	(void)state;

	assert_true(table_is_confidential(protect(&arena, "d5", agreed, COUNT_OF(agreed))));
	assert_false(table_is_confidential(protect(&arena, "d5", alone, COUNT_OF(alone))));
	arena_release(&arena);
}

static void the_same_people_give_the_same_number_in_every_table(void **state)
{
	static const uint32_t counts[] = {40};
	struct arena arena = arena_init();
	struct protection protection = with_table("d5");
	struct tally *tally = tally_of(&arena, counts, 1);
	(void)state;

	const struct safe_table *alone = protect_classes(&protection, tally, 0, 1, &arena);
	const struct tally *tallies[] = {tally, tally};
	struct tally *picks = tally_new(&arena, 1, 2);
	uint32_t key = 2654435761U;
	for (int i = 0; i < 40; i++)
		tally_add(picks, 0, 1, 1, key *= 2246822519U);
	tallies[0] = picks;
	tallies[1] = picks;
	const struct safe_table *picked = protect_picks(&protection, tallies, 0, 2, &arena);

	assert_int_equal(table_n(alone), table_n(picked));
	assert_int_equal(table_count(alone, 0), table_count(picked, 1));
	arena_release(&arena);
}

static void shares_of_picks_divide_by_those_who_answered(void **state)
{
	struct arena arena = arena_init();
	struct protection protection = with_table(NULL);
	struct tally *first = tally_new(&arena, 1, 2);
	struct tally *second = tally_new(&arena, 1, 2);
	const struct tally *tallies[] = {first, second};
	(void)state;
	tally_add(first, 0, 1, 30, 5);
	tally_add(first, 0, 0, 20, 6);
	tally_add_missing(first, 0, MISSING_SKIPPED, 7, 7);
	tally_add(second, 0, 1, 45, 8);
	tally_add(second, 0, 0, 5, 9);
	tally_add_missing(second, 0, MISSING_SKIPPED, 7, 7);

	const struct safe_table *table = protect_picks(&protection, tallies, 0, 2, &arena);

	assert_true(table_has_picks(table));
	assert_int_equal(table_base(table), 50);
	assert_int_equal(table_count(table, 0), 30);
	assert_int_equal(table_count(table, 1), 45);
	assert_int_equal(table_missing(table, MISSING_SKIPPED), 7);
	assert_int_equal(table_missing(table, MISSING_DONT_KNOW), 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_protected_cell_is_near_and_an_empty_one_empty),
		cmocka_unit_test(the_base_of_shares_is_the_sum_of_protected_cells),
		cmocka_unit_test(fewer_than_the_group_are_withheld_whole),
		cmocka_unit_test(many_cells_want_two_responses_each),
		cmocka_unit_test(a_group_that_agrees_is_withheld),
		cmocka_unit_test(the_same_people_give_the_same_number_in_every_table),
		cmocka_unit_test(shares_of_picks_divide_by_those_who_answered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
