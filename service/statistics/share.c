#include "statistics/share.h"

#include <math.h>

/* The 0.975 quantile of the normal distribution. */
static const double z = 1.959963984540054;

struct share share_wilson(double share, double n)
{
	double spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n));
	double middle = share + z * z / (2 * n);
	double scale = 1 + z * z / n;
	double low = (middle - spread) / scale;
	double high = (middle + spread) / scale;
	return (struct share){share, low < 0 ? 0 : low, high > 1 ? 1 : high};
}

static size_t positive_cells(const struct safe_table *table)
{
	size_t positive = 0;
	for (size_t i = 0; i < table_cells(table); i++)
		positive += table_count(table, i) > 0;
	return positive;
}

/* The variance that the noise gives a share p of n. */
static double noise_variance(const struct safe_table *table, double p, double n)
{
	double others = (double)positive_cells(table) - 1;
	double parts = table_has_picks(table) ? 1 + p * p : (1 - p) * (1 - p) + others * p * p;
	return table_noise(table) * parts / (n * n);
}

struct share share_of(const struct safe_table *table, size_t cell)
{
	double n = table_base(table);
	double count = table_count(table, cell);
	if (n <= 0)
		return (struct share){NAN, NAN, NAN};
	double p = count > n ? 1 : count / n;
	double smoothed = (count > n ? n + 2 : count + 2) / (n + 4);
	double variance = smoothed * (1 - smoothed);
	double effective = n * variance / (variance + n * noise_variance(table, p, n));
	return share_wilson(p, effective);
}

int share_decimals(const struct safe_table *table)
{
	return table_base(table) < FEW_WITHOUT_DECIMALS ? 0 : 1;
}

bool share_is_few(const struct safe_table *table)
{
	return table_base(table) < FEW_FLAGGED;
}
