#include "api/idempotency.h"

#include <string.h>

enum { LEAST = 22, MOST = 64 };

static const char header[] = "Idempotency-Key";
static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

const char *idempotency_key(const struct request *request, struct faults *faults)
{
	const char *value = request_header(request, header);
	if (!value)
		return NULL;
	bool is_quoted = value[0] == '"';
	const char *key = is_quoted ? value + 1 : value;
	size_t size = strspn(key, letters);
	if (size >= LEAST && size <= MOST && strcmp(key + size, is_quoted ? "\"" : "") == 0)
		return arena_copy(request->arena, key, size);
	/* What was sent isn't repeated: it may be anything, and a key is its sender's own. */
	faults_add(faults, PLACE_HEADER, header, FAULT_INVALID_KEY, header,
		"it has 22 to 64 characters of A-Z, a-z, 0-9, _ and -");
	return NULL;
}
