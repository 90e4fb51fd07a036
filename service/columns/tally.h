/* A tally: for each group and each code, how many responses, and the sum of their record keys.
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

struct tally;

/* An empty tally of so many groups, from the arena. */
struct tally *tally_new(struct arena *arena, size_t groups);

/* Adds responses of a group with this code, and the sum of their record keys (modulo 2³²). */
void tally_add(struct tally *tally, size_t group, uint8_t code, uint32_t responses, uint32_t keys);

#endif
