/* A tally: for each group and each cell, how many responses, and the sum of their record keys; the same for each
 * reason why there is no answer.
 *
 * Opaque here: it can be made, added to and handed on, not read. Who reads raw counts includes
 * columns/counts.h, which the lint allows to columns/ and disclosure/ alone; so no unprotected number can
 * reach a page, a format or a log by mistake.
 */
#ifndef SAMRAD_COLUMNS_TALLY_H
#define SAMRAD_COLUMNS_TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "question/coding.h"

struct tally;

/* An empty tally of so many groups and cells, from the arena. */
struct tally *tally_new(struct arena *arena, size_t groups, size_t cells);

/* Adds responses of a group in a cell, and the sum of their record keys (modulo 2³²). */
void tally_add(struct tally *tally, size_t group, size_t cell, uint32_t responses, uint32_t keys);

/* Adds responses of a group without an answer. */
void tally_add_missing(
	struct tally *tally, size_t group, enum missing reason, uint32_t responses, uint32_t keys);

#endif
