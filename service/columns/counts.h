/* Raw counts. For columns/ and disclosure/ alone: the lint holds every other folder off. */
#ifndef SAMRAD_COLUMNS_COUNTS_H
#define SAMRAD_COLUMNS_COUNTS_H

#include "columns/tally.h"

struct count {
	uint32_t responses;
	uint32_t keys; /* sum of their record keys, modulo 2³² */
};

/*	           cell 0 … cells - 1     missing 0 … MISSING_COUNT - 1
 *	group 0   ┌───────────────────┬──────────────────────────────┐
 *	group 1   │ …                 │ …                            │
 */
struct tally {
	size_t groups;
	size_t cells;
	struct count counts[];
};

/* The count of a group and a cell. */
struct count counts_of(const struct tally *tally, size_t group, size_t cell);

/* The count of a group's responses without an answer, for a reason. */
struct count counts_missing(const struct tally *tally, size_t group, enum missing reason);

/* The counts of a group: cells, then reasons. */
struct count *counts_row(struct tally *tally, size_t group);

#endif
