/* Shares of a table's cells with their uncertainty. */
#ifndef SAMRAD_STATISTICS_SHARE_H
#define SAMRAD_STATISTICS_SHARE_H

#include "table/table.h"

/* Figures from fewer are flagged; no NPS under it. */
enum { FEW_FLAGGED = 30, FEW_WITHOUT_DECIMALS = 20 };

/* A share and its 95 % interval, all 0 … 1. */
struct share {
	double share;
	double low;
	double high;
};

/* Wilson's interval for count of n (n > 0).
 * Source: Wilson 1927; (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n). n may be fractional: an effective one. */
struct share share_wilson(double share, double n);

/* The share of a cell. In a protected table the noise widens the interval: with noise variance
 * w = V((1-p)² + (k-1)p²)/n² (k non-zero cells; picks: V(1 + p²)/n²), Wilson's interval with n·v/(v + n·w)
 * in place of n, v = p̃(1-p̃), p̃ = (c+2)/(n+4). A base of 0 gives NaN. Shares are cut at 1. */
struct share share_of(const struct safe_table *table, size_t cell);

/* How many decimals a percentage from this table may show: 0 for fewer than FEW_WITHOUT_DECIMALS, else 1. */
int share_decimals(const struct safe_table *table);

/* Whether the table rests on so few that it must be flagged. */
bool share_is_few(const struct safe_table *table);

#endif
