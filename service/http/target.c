#include "http/target.h"

#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "http/framing.h"

static bool is_visible_ascii(const char *raw)
{
	for (; *raw; raw++)
		if ((unsigned char)*raw <= 0x20 || (unsigned char)*raw >= 0x7f)
			return false;
	return true;
}

/* Steps over "http://host"; NULL when the host isn't one. */
static const char *skip_authority(const char *raw)
{
	size_t scheme = strncasecmp(raw, "http://", 7) == 0    ? 7
			: strncasecmp(raw, "https://", 8) == 0 ? 8
							       : 0;
	if (!scheme)
		return raw;
	const char *host = raw + scheme;
	size_t size = strcspn(host, "/?");
	return framing_is_host(host, size) ? host + size : NULL;
}

static const char *parse_query(struct target *target, struct arena *arena, const char *query)
{
	switch (pairs_parse(&target->query, arena, query, strlen(query))) {
	case 0: return NULL;
	case PAIRS_TOO_MANY: return "The query has too many parameters.";
	default: return "The query has a broken percent-encoding, or isn't UTF-8 text.";
	}
}

const char *target_parse(struct target *target, struct arena *arena, const char *raw)
{
	*target = (struct target){.path = "/"};
	if (strlen(raw) > LIMIT_TARGET)
		return "The address is too long.";
	if (!is_visible_ascii(raw) || strchr(raw, '#'))
		return "The address has a character that must be percent-encoded.";
	const char *path = skip_authority(raw);
	if (!path)
		return "The address names something that isn't a host.";
	size_t size = strcspn(path, "?");
	if (size || path == raw)
		target->path = arena_copy(arena, path, size);
	if (*target->path != '/')
		return "The address doesn't begin with a slash.";
	return path[size] ? parse_query(target, arena, path + size + 1) : NULL;
}
