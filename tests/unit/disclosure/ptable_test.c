#include "disclosure/ptable.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "disclosure/cell_key.h"
#include "disclosure/protect.h"

/* What the tables promise (ptable, sdcTools): D, V and js of METHODS' sources. */
struct promise {
	const char *name;
	int largest_change;
	double variance;
	uint32_t never_up_to;
};
static const struct promise promises[] = {
	{"d3", 3, 1.08, 1},
	{"d5", 5, 3,    2},
};

enum { STEPS = 200000, COUNTS = 60 };

static double u_of(int step)
{
	return (step + 0.5) / STEPS;
}

static void check_changes(const struct promise *promise, uint32_t count)
{
	const struct ptable *table = protect_table(promise->name);
	double sum = 0;
	double squares = 0;
	for (int step = 0; step < STEPS; step++) {
		uint32_t changed = ptable_change(table, count, u_of(step));
		double change = (double)changed - count;
		assert_true(fabs(change) <= promise->largest_change);
		assert_true(changed == 0 || changed > promise->never_up_to);
		sum += change;
		squares += change * change;
	}
	assert_true(fabs(sum / STEPS) < 1e-4);
	assert_true(count < (uint32_t)(2 * promise->largest_change) ||
		    fabs(squares / STEPS - promise->variance) < 1e-3);
	assert_true(squares / STEPS < promise->variance + 1e-3);
}

static void every_count_changes_without_bias_within_its_bounds(void **state)
{
	(void)state;

	for (size_t i = 0; i < COUNT_OF(promises); i++)
		for (uint32_t count = 1; count < COUNTS; count++)
			check_changes(&promises[i], count);
}

static void nobody_stays_nobody(void **state)
{
	(void)state;

	assert_int_equal(ptable_change(protect_table("d5"), 0, 0), 0);
	assert_int_equal(ptable_change(protect_table("d5"), 0, 0.999999), 0);
	assert_int_equal(ptable_change(protect_table("d3"), 0, 0.5), 0);
}

/* Worked examples with 8-bit keys, u = (K + ½)/256. */
static void published_examples_come_out(void **state)
{
	static const struct {
		uint32_t count, key, expected;
	} examples[] = {
		{5,    42,  3  },
                {6,    13,  3  },
                {11,   140, 11 },
                {41,   251, 45 },
                {1000, 22,  998}
        };
	(void)state;

	for (size_t i = 0; i < COUNT_OF(examples); i++) {
		double u = (examples[i].key + 0.5) / 256;
		assert_int_equal(ptable_change(protect_table("d5"), examples[i].count, u),
			examples[i].expected);
	}
}

static void a_table_with_a_gap_is_refused(void **state)
{
	struct ptable table;
	(void)state;

	assert_int_equal(
		ptable_parse(&table, "i,j,p,v,p_int_lb,p_int_ub,type\n"), PTABLE_MALFORMED);
	assert_int_equal(
		ptable_parse(&table,
			"i,j,p,v,p_int_lb,p_int_ub,type\n0,0,1,0,0,1,all\n2,2,1,0,0,1,all\n"),
		PTABLE_MALFORMED);
	assert_int_equal(
		ptable_parse(&table,
			"i,j,p,v,p_int_lb,p_int_ub,type\n0,0,1,0,0,1,all\n1,0,0.9,-1,0,0.9,all\n"),
		PTABLE_MALFORMED);
	assert_int_equal(
		ptable_parse(&table,
			"i,j,p,v,p_int_lb,p_int_ub,type\n0,0,1,0,0,1,all\n1,3,1,1,0,1,all\n"),
		PTABLE_MALFORMED);
}

static void a_cell_key_depends_on_people_release_and_secret(void **state)
{
	static const unsigned char secret[DIGEST_SIPHASH_KEY] = {1};
	static const unsigned char other[DIGEST_SIPHASH_KEY] = {2};
	double u = cell_key_drawn(123456, 7, secret);
	(void)state;

	assert_true(u >= 0 && u < 1);
	assert_true(u == cell_key_drawn(123456, 7, secret));
	assert_true(u != cell_key_drawn(123457, 7, secret));
	assert_true(u != cell_key_drawn(123456, 8, secret));
	assert_true(u != cell_key_drawn(123456, 7, other));
}

static void drawn_keys_fill_the_unit_interval_evenly(void **state)
{
	static const unsigned char secret[DIGEST_SIPHASH_KEY] = {9, 8, 7};
	size_t tenths[10] = {0};
	(void)state;

	for (uint32_t key = 0; key < 100000; key++)
		tenths[(int)(cell_key_drawn(key, 0, secret) * 10)]++;

	for (size_t i = 0; i < COUNT_OF(tenths); i++)
		assert_in_range(tenths[i], 9600, 10400);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_count_changes_without_bias_within_its_bounds),
		cmocka_unit_test(nobody_stays_nobody),
		cmocka_unit_test(published_examples_come_out),
		cmocka_unit_test(a_table_with_a_gap_is_refused),
		cmocka_unit_test(a_cell_key_depends_on_people_release_and_secret),
		cmocka_unit_test(drawn_keys_fill_the_unit_interval_evenly),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
