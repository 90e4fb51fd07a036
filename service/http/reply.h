/* What a handler answers.
 *
 * A handler sets the reply once; the server adds what is the same for all (ETag and 304, HEAD, security
 * headers, CORS on reads).
 */
#ifndef SAMRAD_HTTP_REPLY_H
#define SAMRAD_HTTP_REPLY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"

enum { REPLY_HEADERS = 32 };

struct problem;

struct reply_header {
	const char *name;
	const char *value;
};

struct reply {
	struct arena *arena; /* the request's */
	unsigned status;
	const char *media_type; /* NULL: no body */
	struct text body;       /* owned; released by the server */
	const char *cache;      /* Cache-Control, a literal; NULL: no-store */
	struct reply_header headers[REPLY_HEADERS];
	size_t header_count;
	bool failed;                   /* a header couldn't be set */
	bool close;                    /* the connection ends after this answer */
	const struct problem *problem; /* the problem that it is, or NULL */
	const char *detail;            /* that problem's sentence */
};

/* Cache-Control of what all may see and what may change: stored, and asked for again each time. */
#define CACHE_REVALIDATE "public, no-cache"
/* Of what never changes under its address. */
#define CACHE_FOR_EVER "public, max-age=31536000, immutable"

/* Of what is for one caller alone. */
#define CACHE_PRIVATE "private, no-store"

/* An answer that nobody has set yet. */
struct reply reply_init(struct arena *arena);

/* Gives the body back. */
void reply_release(struct reply *reply);

/* Makes it again an answer that nobody has set; whether the connection ends stays. */
void reply_clear(struct reply *reply);

/* Whether it can't be sent as it is: not set, a body whose puts failed, a header that couldn't be set. */
bool reply_failed(const struct reply *reply);

/* Sets status, media type (a literal) and body, which moves into the reply: the caller's text is empty
 * afterwards. A body whose puts have failed becomes a 500 problem at the server. */
void reply_set(struct reply *reply, unsigned status, const char *media_type, struct text *body);

/* An answer without a body: 204, 303 with Location … */
void reply_empty(struct reply *reply, unsigned status);

/* Adds a header, or changes its value. name is a literal; value is copied into the arena. A value that holds a
 * control character could end the header: the reply becomes a 500 problem. Aborts past REPLY_HEADERS. */
void reply_header(struct reply *reply, const char *name, const char *value);

/* Says that the answer depends on this request header: adds its name (a literal) to Vary. */
void reply_vary(struct reply *reply, const char *name);

/* A header's value by its name (any case), or NULL. Borrowed. */
const char *reply_find_header(const struct reply *reply, const char *name);

#endif
