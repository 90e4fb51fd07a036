#include "http/conditional.h"

#include <string.h>

#include "base/digest.h"

/* Not a secret: it only says that these hashes are for tags. Replicas must have the same one. */
static const unsigned char tag_key[DIGEST_SIPHASH_KEY] = "samrad etag 1";

static const char *make_tag(const struct reply *reply)
{
	const char *bytes = reply->body.used ? reply->body.bytes : "";
	uint64_t hash = digest_siphash(tag_key, bytes, reply->body.used);
	char digits[DIGEST_BASE64URL(sizeof hash)];
	digest_base64url(digits, &hash, sizeof hash);
	return arena_format(reply->arena, "\"%s\"", digits);
}

bool conditional_has_tag(const char *list, const char *tag)
{
	size_t size = strlen(tag);
	const char *at = list + strspn(list, " \t");
	if (*at == '*')
		return true;
	while (*at) {
		at += strspn(at, " \t,");
		if (strncmp(at, "W/", 2) == 0)
			at += 2;
		if (strncmp(at, tag, size) == 0)
			return true;
		const char *end = *at == '"' ? strchr(at + 1, '"') : NULL;
		if (!end)
			return false;
		at = end + 1;
	}
	return false;
}

static bool is_read(const struct request *request)
{
	return request->method == METHOD_GET || request->method == METHOD_HEAD;
}

void conditional_apply(const struct request *request, struct reply *reply)
{
	bool is_public = reply->cache && strncmp(reply->cache, "public", 6) == 0;
	if (!is_read(request) || reply->status != 200 || !is_public || !reply->media_type)
		return;
	const char *tag = make_tag(reply);
	reply_header(reply, "ETag", tag);

	const char *known = request_header(request, "If-None-Match");
	if (known && conditional_has_tag(known, tag))
		reply->status = 304;
}
