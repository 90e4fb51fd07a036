#include "survey/scope.h"

#include <string.h>

const char *const scope_names[SCOPE_COUNT] = {
	[SCOPE_SURVEYS_WRITE] = "surveys:write",
	[SCOPE_INVITATIONS_WRITE] = "invitations:write",
	[SCOPE_MODERATION_WRITE] = "moderation:write",
	[SCOPE_RESULTS_READ] = "results:read",
	[SCOPE_RESULTS_EXACT] = "results:exact",
	[SCOPE_RESPONSES_READ] = "responses:read",
	[SCOPE_TEXTS_READ] = "texts:read",
	[SCOPE_KEYS_WRITE] = "keys:write",
	[SCOPE_AUDIT_READ] = "audit:read",
};

static int find(enum scope *scope, const char *name, size_t size)
{
	for (unsigned i = SCOPE_NONE + 1; i < SCOPE_COUNT; i++) {
		if (strlen(scope_names[i]) != size || memcmp(scope_names[i], name, size) != 0)
			continue;
		*scope = (enum scope)i;
		return 0;
	}
	return SCOPE_UNKNOWN;
}

int scope_find(enum scope *scope, const char *name)
{
	return find(scope, name, strlen(name));
}

unsigned scope_bit(enum scope scope)
{
	return 1U << scope;
}

unsigned scope_all(void)
{
	unsigned scopes = 0;
	for (unsigned i = SCOPE_NONE + 1; i < SCOPE_COUNT; i++)
		scopes |= scope_bit((enum scope)i);
	return scopes;
}

const char *scope_write(struct arena *arena, unsigned scopes, const char *separator)
{
	const char *list = "";
	for (unsigned i = SCOPE_NONE + 1; i < SCOPE_COUNT; i++)
		if (scopes & scope_bit((enum scope)i))
			list = arena_format(
				arena, "%s%s%s", list, *list ? separator : "", scope_names[i]);
	return list;
}

unsigned scope_parse(const char *list, const char *separators)
{
	unsigned scopes = 0;
	while (*list) {
		enum scope scope;
		size_t size = strcspn(list, separators);
		if (!find(&scope, list, size))
			scopes |= scope_bit(scope);
		list += size;
		list += strspn(list, separators);
	}
	return scopes;
}
