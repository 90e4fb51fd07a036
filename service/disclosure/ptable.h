/* Perturbation tables of the cell-key method: which small change a count gets.
 *
 * Source: Giessing 2016, doi 10.1007/978-3-319-45381-1_18. The tables are made by the R package ptable
 * (sdcTools) and embedded as it writes them: ptable-d3.csv (D = 3, V = 1.08, js = 1) and ptable-d5.csv
 * (D = 5, V = 3, js = 2); D: the largest change, V: its variance, js: no result in 1 … js.
 *
 *	i,j,p,v,p_int_lb,p_int_ub,type a count of i becomes j = i + v with probability p,
 *	5,3,0.25,-2,0.31,0.56,all      namely when p_int_lb <= u < p_int_ub
 *
 * Counts above the largest i change as that one does.
 */
#ifndef SAMRAD_DISCLOSURE_PTABLE_H
#define SAMRAD_DISCLOSURE_PTABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/check.h"

enum { PTABLE_ROWS = 160, PTABLE_COUNTS = 32, PTABLE_MALFORMED = 1 };

struct ptable_row {
	double upper; /* p_int_ub */
	int change;   /* v */
};

struct ptable {
	struct ptable_row rows[PTABLE_ROWS];
	size_t first[PTABLE_COUNTS + 1]; /* rows of count i: first[i] … first[i + 1] - 1 */
	size_t counts;                   /* i goes from 0 to counts - 1 */
	double variance;                 /* V of the largest i */
};

/* Parses a table in ptable's CSV. Returns 0, or PTABLE_MALFORMED when lines are missing, out of order, or don't
 * reach u = 1 for every count. */
MUST_CHECK int ptable_parse(struct ptable *table, const char *csv);

/* The protected count for a count and u in [0, 1). 0 stays 0. */
uint32_t ptable_change(const struct ptable *table, uint32_t count, double u);

#endif
