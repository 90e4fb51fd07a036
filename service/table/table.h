/* A table of counts that is safe to leave the house: protected, or exact against a grant.
 *
 * Not raw counts (columns/counts.h): what stands here went through disclosure/, which alone makes such
 * tables (table/build.h). Writers, pages and statistics take `const struct safe_table *`, so that no other
 * number can reach them.
 *
 * Everything derived (shares, means, NPS) is computed from these numbers and nothing else.
 */
#ifndef SAMRAD_TABLE_TABLE_H
#define SAMRAD_TABLE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "survey/missing.h"

struct safe_table;

/* Whether it is withheld: then all its numbers are 0 and mean nothing. */
bool table_is_confidential(const struct safe_table *table);

/* How many answered, protected by its own key. */
uint32_t table_n(const struct safe_table *table);

/* What shares divide by: the sum of the cells, or n where one response may be in several cells. */
uint32_t table_base(const struct safe_table *table);

/* Whether a response may be in several cells (choices). */
bool table_has_picks(const struct safe_table *table);

size_t table_cells(const struct safe_table *table);
uint32_t table_count(const struct safe_table *table, size_t cell);
uint32_t table_missing(const struct safe_table *table, enum missing reason);

/* The variance that protection has added to each non-zero count; 0 where it has added none. */
double table_noise(const struct safe_table *table);

/* The release in which it last moved; 0 before there are releases. */
uint32_t table_moved(const struct safe_table *table);

#endif
