/* Turns counts into tables that are safe to publish: the cell-key method and the two rules of withholding.
 *
 * Together with columns/, the only place that reads raw counts. What the rules are and what they are worth
 * against whom: docs/privacy.md.
 */
#ifndef SAMRAD_DISCLOSURE_PROTECT_H
#define SAMRAD_DISCLOSURE_PROTECT_H

#include "base/arena.h"
#include "columns/tally.h"
#include "disclosure/ptable.h"
#include "table/table.h"

/* How one release protects one survey's tables. */
struct protection {
	const struct ptable *table; /* NULL: no noise; the rules of withholding hold all the same */
	const unsigned char *secret; /* DIGEST_SIPHASH_KEY bytes */
	uint32_t release;            /* in which the table moved; 0 before there are releases */
	uint32_t min_group;
};

/* The fewest responses with which a table of so many cells may be shown: max(min_group, 2 × cells). */
uint32_t protect_threshold(const struct protection *protection, size_t cells);

/* One group of a tally as a table of the codes 0 … cells - 1: withheld when fewer than the threshold are in it, or,
 * with two cells or more, when at most one protected cell is positive. Memory is the arena's. */
const struct safe_table *protect_classes(const struct protection *protection,
	const struct tally *tally,
	size_t group,
	size_t cells,
	struct arena *arena);

/* The same for picks: tallies holds one per option, whose code 1 is a pick and 0 none; n is of those who have
 * either, and a response may be in several cells. */
const struct safe_table *protect_picks(const struct protection *protection,
	const struct tally *const *tallies,
	size_t group,
	size_t cells,
	struct arena *arena);

/* The pairwise table of a ranking: options × options cells, row-major, how many rank the row's option before the column's; the
 * diagonal is 0. answered: a tally of one cell, of those who ranked anything. pairs: a tally per pair of options i < j, in order
 * (0,1) (0,2) … (1,2) …, whose cell 0 is i before j and cell 1 the contrary. The threshold is that of 2 × options. */
const struct safe_table *protect_ranks(const struct protection *protection,
	const struct tally *answered,
	const struct tally *const *pairs,
	size_t group,
	size_t options,
	struct arena *arena);

/* The embedded table of this name, "d5" or "d3", parsed once at start. Borrowed for good; aborts when the
 * build has broken it. */
const struct ptable *protect_table(const char *name);

#endif
