/* How rows of an older version become rows of the newest: columns by question, option and item, codes by key.
 *
 * A version may add questions, options and items and set them in another order, but takes none away. So each column of the
 * newest comes from one column of the older one, or from none: then it wasn't asked.
 */
#ifndef SAMRAD_DEFINITION_MAPPING_H
#define SAMRAD_DEFINITION_MAPPING_H

#include "definition/definition.h"

struct mapping;

/* Caller owns. The definitions need not live on. */
struct mapping *mapping_new(const struct definition *from, const struct definition *to);
void mapping_free(struct mapping *mapping);

/* Bytes of a row of either version. */
size_t mapping_from_columns(const struct mapping *mapping);
size_t mapping_to_columns(const struct mapping *mapping);

/* Maps a row. to has room for mapping_to_columns. */
void mapping_apply(const struct mapping *mapping, uint8_t *to, const uint8_t *from);

#endif
