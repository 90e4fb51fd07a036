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

#include <stdbool.h>

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

/* One dimension of a table: a column, and which class each of its codes belongs to. */
struct image_axis {
	size_t column;
	bool is_wide;   /* two columns, the high byte first */
	size_t codes;   /* codes 0 … codes - 1 are answers; the others say why there is none */
	size_t classes; /* how many classes; codes without fold */
	const uint16_t *fold; /* the class of each code; NULL: the code itself */
};

/* What to count: the classes of an axis, in groups by another, of the rows that a filter lets through. */
struct image_query {
	struct image_axis counted;
	const struct image_axis
		*groups; /* NULL: all in one group; rows without an answer to it aren't counted */
	const struct image_axis *where; /* NULL: every row */
	size_t where_class;             /* the one class of where */
};

/* Counts in one pass. The tally is the arena's. */
const struct tally *image_count(
	const struct image *image, const struct image_query *query, struct arena *arena);

/* Counts how often one rank stands before another: cell 0, the counted column's rank is better than rival's; cell 1, it
 * is worse. A rank is 1 for best, 0 for unranked, which is worse than any. Two unranked ones are in no cell. */
const struct tally *image_count_order(const struct image *image,
	const struct image_query *query,
	size_t rival,
	struct arena *arena);

#endif
