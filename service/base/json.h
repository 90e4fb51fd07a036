/* JSON that comes in: bytes to a jansson document, or where they stop being JSON.
 *
 * Not a validator: what the document must hold is for who reads it.
 *
 * Strict: one value of any kind, no repeated names, no NUL in strings, UTF-8 only. Nesting is bounded by
 * LIMIT_JSON_DEPTH before jansson sees a byte, because jansson recurses and a request's stack is small.
 * A whole number beyond 64 bits, or a real one beyond a double, is refused.
 */
#ifndef SAMRAD_BASE_JSON_H
#define SAMRAD_BASE_JSON_H

#include <stddef.h>

#include <jansson.h>

#include "base/check.h"

enum { JSON_MALFORMED = 1 };

struct json_fault {
	int line;             /* from 1 */
	int column;           /* from 1, in characters */
	const char *sentence; /* English, a literal: nothing of the document, nothing internal */
};

/* Parses size bytes. Caller owns *document (json_decref).
 * Returns 0, or JSON_MALFORMED with *fault. */
MUST_CHECK int json_parse(
	json_t **document, struct json_fault *fault, const char *bytes, size_t size);

/* Gives a document back when its variable goes out of scope:
 *
 *	JSON_OWNED json_t *document = NULL;
 */
#define JSON_OWNED __attribute__((cleanup(json_release)))
void json_release(json_t **document);

#endif
