/* Takes a request's target apart: what stands between method and version in its first line (RFC 9112, 3.2).
 *
 * Nothing is normalised: dots, double slashes and case stay as they came.
 */
#ifndef SAMRAD_HTTP_TARGET_H
#define SAMRAD_HTTP_TARGET_H

#include "base/arena.h"
#include "base/pairs.h"

struct target {
	const char *path; /* percent-encoded, begins with a slash */
	struct pairs query;
};

/* Parses "/path?query", or "http://host/path?query" (as to a proxy; the host is looked at and dropped).
 * Memory is the arena's. Returns NULL, or what is wrong as a sentence in English, a literal. */
MUST_CHECK const char *target_parse(struct target *target, struct arena *arena, const char *raw);

#endif
