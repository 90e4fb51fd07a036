#include "table/table.h"

#include <string.h>

#include "table/build.h"

bool table_is_confidential(const struct safe_table *table)
{
	return table->confidential;
}

uint32_t table_n(const struct safe_table *table)
{
	return table->n;
}

uint32_t table_base(const struct safe_table *table)
{
	return table->base;
}

bool table_has_picks(const struct safe_table *table)
{
	return table->picks;
}

size_t table_cells(const struct safe_table *table)
{
	return table->cells;
}

uint32_t table_count(const struct safe_table *table, size_t cell)
{
	return table->counts[cell];
}

uint32_t table_missing(const struct safe_table *table, enum missing reason)
{
	return table->missing[reason];
}

double table_noise(const struct safe_table *table)
{
	return table->noise;
}

uint32_t table_moved(const struct safe_table *table)
{
	return table->moved;
}

struct safe_table *table_build(struct arena *arena, size_t cells)
{
	struct safe_table *table =
		arena_take(arena, sizeof *table + cells * sizeof table->counts[0]);
	table->cells = cells;
	return table;
}

void table_withhold(struct safe_table *table)
{
	table->confidential = true;
	table->n = 0;
	table->base = 0;
	table->noise = 0;
	memset(table->missing, 0, sizeof table->missing);
	memset(table->counts, 0, table->cells * sizeof table->counts[0]);
}
