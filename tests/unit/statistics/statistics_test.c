#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "statistics/nps.h"
#include "statistics/share.h"
#include "statistics/summary.h"
#include "table/build.h"

static void assert_near(double found, double expected, double within)
{
	if (fabs(found - expected) > within)
		fail_msg("%.12g is not within %g of %.12g", found, within, expected);
}

static struct safe_table *table_of(struct arena *arena, const uint32_t *counts, size_t cells)
{
	struct safe_table *table = table_build(arena, cells);
	for (size_t i = 0; i < cells; i++) {
		table->counts[i] = counts[i];
		table->base += counts[i];
	}
	table->n = table->base;
	return table;
}

/* R: binom::binom.wilson(7, 20), (0, 10). */
static void wilson_intervals_are_those_of_the_literature(void **state)
{
	(void)state;

	struct share seven = share_wilson(7 / 20.0, 20);
	struct share none = share_wilson(0, 10);

	assert_near(seven.low, 0.1811918241, 1e-9);
	assert_near(seven.high, 0.5671457233, 1e-9);
	assert_near(none.low, 0, 1e-12);
	assert_near(none.high, 0.2775327999, 1e-9);
}

static void an_exact_share_has_the_plain_wilson_interval(void **state)
{
	static const uint32_t counts[] = {7, 13};
	struct arena arena = arena_init();
	(void)state;

	struct share share = share_of(table_of(&arena, counts, 2), 0);

	assert_near(share.share, 0.35, 1e-12);
	assert_near(share.low, 0.1811918241, 1e-9);
	arena_release(&arena);
}

/* The formula written out once more, from its source's terms: w = V((1-p)² + (k-1)p²)/n². */
static void noise_widens_the_interval_as_the_formula_says(void **state)
{
	static const uint32_t counts[] = {7, 10, 3};
	struct arena arena = arena_init();
	struct safe_table *table = table_of(&arena, counts, 3);
	(void)state;
	table->noise = 3;

	struct share share = share_of(table, 0);

	double p = 0.35, smoothed = 9 / 24.0, v = smoothed * (1 - smoothed);
	double w = 3 * (0.65 * 0.65 + 2 * p * p) / 400;
	struct share expected = share_wilson(p, 20 * v / (v + 20 * w));
	assert_near(share.low, expected.low, 1e-12);
	assert_near(share.high, expected.high, 1e-12);
	assert_true(share.low < 0.1811918241);
	arena_release(&arena);
}

static void a_share_of_nobody_is_no_number(void **state)
{
	static const uint32_t counts[] = {0, 0};
	struct arena arena = arena_init();
	(void)state;

	assert_true(isnan(share_of(table_of(&arena, counts, 2), 0).share));
	assert_true(isnan(summary_of(table_of(&arena, counts, 2), 1).mean));
	arena_release(&arena);
}

static void a_share_of_picks_is_cut_at_one(void **state)
{
	static const uint32_t counts[] = {33, 10};
	struct arena arena = arena_init();
	struct safe_table *table = table_of(&arena, counts, 2);
	(void)state;
	table->picks = true;
	table->base = 30;

	struct share share = share_of(table, 0);

	assert_near(share.share, 1, 0);
	assert_true(share.high <= 1 && share.low > 0.8);
	arena_release(&arena);
}

/* Grouped median of (5, 10, 20, 40, 25): 3.5 + (50 - 35)/40. */
static void the_median_lies_within_its_class(void **state)
{
	static const uint32_t counts[] = {5, 10, 20, 40, 25};
	struct arena arena = arena_init();
	(void)state;

	struct summary summary = summary_of(table_of(&arena, counts, 5), 1);

	assert_near(summary.median, 3.875, 1e-12);
	arena_release(&arena);
}

/* R: x <- rep(1:5, c(5, 10, 20, 40, 25)); mean(x); sd(x); t.test(x)$conf.int */
static void mean_deviation_and_interval_are_those_of_r(void **state)
{
	static const uint32_t counts[] = {5, 10, 20, 40, 25};
	struct arena arena = arena_init();
	(void)state;

	struct summary summary = summary_of(table_of(&arena, counts, 5), 1);

	assert_near(summary.mean, 3.7, 1e-12);
	assert_near(summary.sd, 1.105541596785, 1e-9);
	assert_near(summary.high - summary.mean, 0.2193634377, 1e-8);
	arena_release(&arena);
}

/* R: qt(0.975, c(1, 2, 5, 30, 1000)) */
static void quantiles_of_student_are_those_of_r(void **state)
{
	static const struct {
		double df, quantile;
	} expected[] = {
		{1,    12.7062047361747},
                {2,    4.30265272974946},
                {5,    2.57058183563631},
		{30,   2.04227245630124},
                {1000, 1.96233908082641}
        };
	(void)state;

	for (size_t i = 0; i < COUNT_OF(expected); i++)
		assert_near(student_quantile(expected[i].df), expected[i].quantile, 1e-9);
}

/* 60 promoters, 25 passives, 15 detractors: 45 ± 14.50240913. */
static void the_score_and_its_margin_are_those_of_the_formula(void **state)
{
	static const uint32_t counts[11] = {5, 0, 0, 0, 0, 4, 6, 20, 5, 25, 35};
	struct arena arena = arena_init();
	(void)state;

	struct nps nps = nps_of(table_of(&arena, counts, 11));

	assert_true(nps.enough);
	assert_int_equal(nps.promoters, 60);
	assert_int_equal(nps.passives, 25);
	assert_int_equal(nps.detractors, 15);
	assert_near(nps.score, 45, 1e-12);
	assert_near(nps.margin, 14.50240913, 1e-8);
	arena_release(&arena);
}

static void no_score_is_told_of_fewer_than_thirty(void **state)
{
	static const uint32_t counts[11] = {0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 20};
	struct arena arena = arena_init();
	(void)state;

	struct nps nps = nps_of(table_of(&arena, counts, 11));

	assert_false(nps.enough);
	assert_true(isnan(nps.score));
	assert_true(share_is_few(table_of(&arena, counts, 11)));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wilson_intervals_are_those_of_the_literature),
		cmocka_unit_test(an_exact_share_has_the_plain_wilson_interval),
		cmocka_unit_test(noise_widens_the_interval_as_the_formula_says),
		cmocka_unit_test(a_share_of_nobody_is_no_number),
		cmocka_unit_test(a_share_of_picks_is_cut_at_one),
		cmocka_unit_test(the_median_lies_within_its_class),
		cmocka_unit_test(mean_deviation_and_interval_are_those_of_r),
		cmocka_unit_test(quantiles_of_student_are_those_of_r),
		cmocka_unit_test(the_score_and_its_margin_are_those_of_the_formula),
		cmocka_unit_test(no_score_is_told_of_fewer_than_thirty),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
