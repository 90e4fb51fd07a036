/* From the record keys of those in a cell to the number that draws the cell's change.
 *
 * Sources: Fraser & Wooton (ABS 2006); SDC handbook, 5.4. K is the sum of the record keys modulo 2³². The plain
 * method takes u = (K + ½) / 2³². Ours draws anew at each move: u comes from a keyed hash of K and the number of
 * the release in which the table moved, so that the same people in the same release have the same u in every
 * table, and nobody without the secret can tell the next one.
 */
#ifndef SAMRAD_DISCLOSURE_CELL_KEY_H
#define SAMRAD_DISCLOSURE_CELL_KEY_H

#include <stdint.h>

#include "base/digest.h"

/* (K + ½) / 2³², in (0, 1). */
double cell_key_plain(uint32_t key);

/* SipHash-2-4 of K and the release's number (each four bytes, least first), as a fraction: 53 bits, in [0, 1). */
double cell_key_drawn(
	uint32_t key, uint32_t release, const unsigned char secret[DIGEST_SIPHASH_KEY]);

#endif
