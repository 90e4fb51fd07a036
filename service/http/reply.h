/* What a handler answers.
 *
 * A handler sets the reply once; the server adds what is the same for all (ETag and 304, HEAD, security
 * headers, CORS on reads).
 */
#ifndef SAMRAD_HTTP_REPLY_H
#define SAMRAD_HTTP_REPLY_H

#include "base/arena.h"
#include "base/text.h"

enum { REPLY_HEADERS = 16 };

struct reply_header {
	const char *name;
	const char *value;
};

struct reply {
	struct arena *arena; /* the request's */
	unsigned status;
	const char *media_type; /* NULL: no body */
	struct text body;       /* owned; released by the server */
	const char *cache;      /* Cache-Control; NULL: no-store */
	struct reply_header headers[REPLY_HEADERS];
	size_t header_count;
};

/* Cache-Control of what all may see and what may change: stored, and asked for again each time. */
#define CACHE_REVALIDATE "public, no-cache"
/* Of what never changes under its address. */
#define CACHE_FOR_EVER "public, max-age=31536000, immutable"

/* Sets status, media type (a literal) and body, which moves into the reply: the caller's text is empty
 * afterwards. A body whose puts have failed becomes a 500 problem at the server. */
void reply_set(struct reply *reply, unsigned status, const char *media_type, struct text *body);

/* Adds a header. name is a literal; value is copied into the arena. Aborts past REPLY_HEADERS. */
void reply_header(struct reply *reply, const char *name, const char *value);

/* An answer without a body: 204, 303 with Location … */
void reply_empty(struct reply *reply, unsigned status);

#endif
