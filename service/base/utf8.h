/* Whether bytes are text: UTF-8 without characters that no text needs. */
#ifndef SAMRAD_BASE_UTF8_H
#define SAMRAD_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the bytes are UTF-8 and hold neither NUL nor another control character than tab, line feed
 * and carriage return. */
bool utf8_is_text(const char *bytes, size_t size);

/* How many characters (code points) a UTF-8 string has. */
size_t utf8_length(const char *string);

#endif
