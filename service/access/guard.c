#include "access/guard.h"

#include <string.h>
#include <strings.h>

#include "access/keys.h"

const char *guard_bearer(const char *authorization)
{
	static const char scheme[] = "Bearer";
	size_t size = sizeof scheme - 1;
	if (strncasecmp(authorization, scheme, size) != 0)
		return NULL;
	const char *token = authorization + size;
	return *token == ' ' || *token == '\0' ? token + strspn(token, " ") : NULL;
}

enum guard_verdict guard_judge(const struct principal **holder,
	const char **why,
	struct store *store,
	struct arena *arena,
	const char *authorization,
	enum scope scope)
{
	const char *key = authorization ? guard_bearer(authorization) : NULL;
	if (!key)
		return scope == SCOPE_IF_GIVEN ? GUARD_PASS : GUARD_NO_KEY;
	int outcome = key_recognise(holder, why, store, arena, key);
	if (outcome)
		return outcome == KEY_INVALID ? GUARD_INVALID_KEY : GUARD_UNAVAILABLE;
	bool may = scope == SCOPE_IF_GIVEN || principal_may(*holder, scope_bit(scope));
	return may ? GUARD_PASS : GUARD_FORBIDDEN;
}
