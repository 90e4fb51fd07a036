#include "statistics/nps.h"

#include <math.h>

#include "statistics/share.h"

enum { LAST_DETRACTOR = 6, FIRST_PROMOTER = 9 };

/* A cell's part in the score: -1, 0 or 1. */
static int part_of(size_t cell)
{
	if (cell <= LAST_DETRACTOR)
		return -1;
	return cell >= FIRST_PROMOTER ? 1 : 0;
}

/* Squared distances of the parts from the score, over the cells that hold any: each has the noise once. */
static double noise_squares(const struct safe_table *table, double score)
{
	double sum = 0;
	for (size_t i = 0; i < table_cells(table); i++)
		if (table_count(table, i))
			sum += (part_of(i) - score) * (part_of(i) - score);
	return sum;
}

struct nps nps_of(const struct safe_table *table)
{
	const double z = 1.959963984540054;
	struct nps nps = {.score = NAN, .margin = NAN};
	double n = table_base(table);
	for (size_t i = 0; i < table_cells(table); i++) {
		uint32_t *group = part_of(i) < 0   ? &nps.detractors
				  : part_of(i) > 0 ? &nps.promoters
						   : &nps.passives;
		*group += table_count(table, i);
	}
	nps.enough = n >= FEW_FLAGGED;
	if (!nps.enough)
		return nps;
	double promoters = nps.promoters / n;
	double detractors = nps.detractors / n;
	double score = promoters - detractors;
	double variance = (promoters + detractors - score * score) / n +
			  table_noise(table) * noise_squares(table, score) / (n * n);
	nps.score = 100 * score;
	nps.margin = 100 * z * sqrt(variance);
	return nps;
}
