/* A request's way from what came in to what goes out: checks, route, handler, headers.
 *
 * Knows nothing of the HTTP library: http/server.c gives it bytes and takes a reply.
 */
#ifndef SAMRAD_HTTP_DISPATCH_H
#define SAMRAD_HTTP_DISPATCH_H

#include "http/server.h"

/* What the library read. Borrowed for the call. */
struct incoming {
	const char *version; /* "HTTP/1.1" */
	const char *method;
	const char *target;
	struct pairs headers;
	const char *body; /* a NUL follows */
	size_t body_size; /* LIMIT_BODY + 1 when there was more */
	bool overloaded;  /* more connections than the service serves */
};

/* Answers. Sets request (its memory is the arena's) and the reply, whose body the caller releases.
 * Returns the route that answered, or NULL. */
const struct route *dispatch(const struct server_options *options,
	const struct incoming *incoming,
	struct arena *arena,
	struct request *request,
	struct reply *reply);

#endif
