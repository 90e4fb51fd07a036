/* Numbers in the place of $1, $2 … in the text of a query, where none can be bound (COPY).
 *
 * Not for text: only whole numbers, which can't be anything else to the server's parser. Each is written
 * as a literal with its type, '-5'::int8, so that a minus before it makes no comment.
 */
#ifndef SAMRAD_DB_PLACEHOLDER_H
#define SAMRAD_DB_PLACEHOLDER_H

#include "base/check.h"
#include "base/text.h"

enum { PLACEHOLDER_WRONG = 1 };

/* Appends the query with its placeholders replaced, without a semicolon at its end. A $ inside a name, or
 * before anything but a digit, is no placeholder. Returns 0; PLACEHOLDER_WRONG when the query has a
 * placeholder without a number or a number without a placeholder. */
MUST_CHECK int placeholder_write(
	struct text *text, const char *query, const int64_t *numbers, size_t count);

#endif
