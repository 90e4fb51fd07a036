/* Percent-encoding (RFC 3986, 2.1) undone. */
#ifndef SAMRAD_BASE_PERCENT_H
#define SAMRAD_BASE_PERCENT_H

#include <stddef.h>

#include "base/arena.h"

/* The decoded bytes as a string of the arena's; NULL for a broken escape, or when the result isn't text
 * (base/utf8.h): so it has no NUL inside. */
const char *percent_decode(struct arena *arena, const char *bytes, size_t size);

/* The same where a plus is a space, as forms and queries write it. */
const char *percent_decode_form(struct arena *arena, const char *bytes, size_t size);

#endif
