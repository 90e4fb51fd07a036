/* Makes safe tables. For disclosure/ alone: the lint holds every other folder off. */
#ifndef SAMRAD_TABLE_BUILD_H
#define SAMRAD_TABLE_BUILD_H

#include "base/arena.h"
#include "table/table.h"

struct safe_table {
	bool confidential;
	bool picks;
	uint32_t n;
	uint32_t base;
	uint32_t missing[MISSING_COUNT];
	double noise;
	uint32_t moved;
	size_t cells;
	uint32_t counts[]; /* of cells */
};

/* An empty table of so many cells, from the arena. */
struct safe_table *table_build(struct arena *arena, size_t cells);

/* Withholds it: every number becomes 0. */
void table_withhold(struct safe_table *table);

#endif
