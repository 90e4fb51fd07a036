/* The guard: whether who asks may do what a route does.
 *
 * Not what the refusal looks like: api/guard.c. It is asked once for a request, before the route's handler.
 */
#ifndef SAMRAD_ACCESS_GUARD_H
#define SAMRAD_ACCESS_GUARD_H

#include "access/principal.h"

struct store;

enum guard_verdict {
	GUARD_PASS,
	GUARD_NO_KEY,      /* none was given */
	GUARD_INVALID_KEY, /* one was given that isn't good */
	GUARD_FORBIDDEN,   /* a good one that lacks the scope */
	GUARD_UNAVAILABLE  /* the database didn't tell */
};

/* Judges by the value of the header Authorization (NULL: there is none). *holder is set where a good key was
 * given, and lives in the arena; *why, for GUARD_INVALID_KEY, is a sentence in English, a literal. */
MUST_CHECK enum guard_verdict guard_judge(const struct principal **holder,
	const char **why,
	struct store *store,
	struct arena *arena,
	const char *authorization,
	enum scope scope);

/* The key in "Bearer KEY" (RFC 6750, 2.1; the scheme in any case), or NULL when it is another scheme. Borrowed. */
const char *guard_bearer(const char *authorization);

#endif
