#include "statistics/summary.h"

#include <math.h>

/* The point at which half of the answers lie below, within its class of width 1. */
static double grouped_median(const struct safe_table *table, int least)
{
	double half = table_base(table) / 2.0;
	double below = 0;
	for (size_t i = 0; i < table_cells(table); i++) {
		double count = table_count(table, i);
		if (count > 0 && below + count >= half)
			return least + (double)i - 0.5 + (half - below) / count;
		below += count;
	}
	return NAN;
}

static double mean_of(const struct safe_table *table, int least)
{
	double sum = 0;
	for (size_t i = 0; i < table_cells(table); i++)
		sum += (least + (double)i) * table_count(table, i);
	return sum / table_base(table);
}

/* Sums of squared distances from the mean: over answers, and over cells that hold any (for the noise, which each
 * such cell has once). */
static void squares(
	const struct safe_table *table, int least, double mean, double *answers, double *cells)
{
	*answers = 0;
	*cells = 0;
	for (size_t i = 0; i < table_cells(table); i++) {
		double distance = least + (double)i - mean;
		*answers += distance * distance * table_count(table, i);
		if (table_count(table, i))
			*cells += distance * distance;
	}
}

struct summary summary_of(const struct safe_table *table, int least)
{
	struct summary summary = {NAN, NAN, NAN, NAN, NAN};
	double n = table_base(table);
	double answers = 0;
	double cells = 0;
	if (n <= 0)
		return summary;
	summary.mean = mean_of(table, least);
	summary.median = grouped_median(table, least);
	if (n < 2)
		return summary;
	squares(table, least, summary.mean, &answers, &cells);
	double variance = answers / (n - 1);
	double error = sqrt(variance / n + table_noise(table) * cells / (n * n));
	double half = student_quantile(n - 1) * error;
	summary.sd = sqrt(variance);
	summary.low = summary.mean - half;
	summary.high = summary.mean + half;
	return summary;
}
