/* What an API key may do. One line per scope, here and in scope_names[].
 *
 * A set of scopes is the bits (1 << scope) in an unsigned.
 */
#ifndef SAMRAD_SURVEY_SCOPE_H
#define SAMRAD_SURVEY_SCOPE_H

#include "base/arena.h"

enum scope {
	SCOPE_NONE, /* nothing is asked: all may */
	SCOPE_SURVEYS_WRITE,
	SCOPE_INVITATIONS_WRITE,
	SCOPE_MODERATION_WRITE,
	SCOPE_RESULTS_READ,
	SCOPE_RESULTS_EXACT,
	SCOPE_RESPONSES_READ,
	SCOPE_TEXTS_READ,
	SCOPE_KEYS_WRITE,
	SCOPE_AUDIT_READ,
	SCOPE_COUNT,
	/* Not a scope, but what a route may ask instead of one: all may, and a key that comes along must be
	 * good; what it allows is the handler's to look at. */
	SCOPE_IF_GIVEN = SCOPE_COUNT
};

enum { SCOPE_UNKNOWN = 1 };

/* "surveys:write" …; that of SCOPE_NONE is NULL. */
extern const char *const scope_names[SCOPE_COUNT];

/* Finds a scope by its name. Returns 0 or SCOPE_UNKNOWN. */
MUST_CHECK int scope_find(enum scope *scope, const char *name);

/* The set with this one scope. */
unsigned scope_bit(enum scope scope);

/* The set of all scopes. */
unsigned scope_all(void);

/* The names of a set with a separator between them, in the order of the table; from the arena. */
const char *scope_write(struct arena *arena, unsigned scopes, const char *separator);

/* The set of the names in a list; a name that isn't known, one of a newer version, grants nothing. separators: the
 * characters between names. */
unsigned scope_parse(const char *list, const char *separators);

#endif
