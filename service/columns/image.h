/* The coded answers of a survey in memory: one array per column, record keys beside.
 *
 * Not a store: it holds what PostgreSQL holds, up to a clean boundary, and can be dropped at any time. It
 * gives tallies and nothing that reads like a response.
 *
 *	          row 0   1   2   3 …
 *	keys     ┌─────┬───┬───┬───┐
 *	column 0 │ role│   │   │   │   one byte an answer (question/coding.h)
 *	column 1 │ …   │   │   │   │
 *	         └─────┴───┴───┴───┘
 *
 * Thread: one may append while nobody reads; many may count at a time. Who owns the image sees to it.
 */
#ifndef SAMRAD_COLUMNS_IMAGE_H
#define SAMRAD_COLUMNS_IMAGE_H

#include "base/check.h"
#include "columns/tally.h"

enum { IMAGE_FULL = 1 };

struct image;

/* An empty image of so many columns. Caller owns. */
struct image *image_new(size_t columns);
void image_free(struct image *image);

/* Appends one response. row: a byte per column, borrowed for the call; key: its record key.
 * Returns 0, or IMAGE_FULL when there is no memory for it (image unchanged). */
MUST_CHECK int image_append(struct image *image, const uint8_t *row, uint32_t key);

/* What to count: the codes of a column, in groups by another, of the rows that a filter lets through. */
struct image_query {
	size_t column;
	int group_column; /* -1: all in one group */
	size_t groups; /* rows whose group column has a code 0 … groups - 1 are counted in that group, others not */
	int where_column; /* -1: every row */
	uint8_t where_code;
};

/* Counts in one pass. The tally is the arena's. */
const struct tally *image_count(
	const struct image *image, const struct image_query *query, struct arena *arena);

#endif
