/* Net Promoter Score: the share of 9 and 10 less that of 0 to 6, times 100. */
#ifndef SAMRAD_STATISTICS_NPS_H
#define SAMRAD_STATISTICS_NPS_H

#include "table/table.h"

struct nps {
	bool enough;  /* false under FEW_FLAGGED: then the score isn't told */
	double score; /* -100 … 100 */
	double margin; /* half of the 95 % interval: 100·z·√(var/n), var = pP + pD - (pP - pD)²; noise is in it */
	uint32_t promoters, passives, detractors;
};

/* From a table of eleven cells, 0 … 10. */
struct nps nps_of(const struct safe_table *table);

#endif
