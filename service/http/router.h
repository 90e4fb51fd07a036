/* Finds a request's route in one table.
 *
 * Not a framework's endpoints: Ulfius tries every endpoint for every request and copies what matches,
 * so it has one, and this table stands behind it (app/routes.c).
 */
#ifndef SAMRAD_HTTP_ROUTER_H
#define SAMRAD_HTTP_ROUTER_H

#include "http/reply.h"
#include "http/request.h"

/* Answers one request. context: what the route's line names, typed by the handler's folder. */
typedef void handler(const void *context, const struct request *request, struct reply *reply);

enum { ROUTE_CONTEXTS = 2, ROUTE_SEGMENTS = 8 };

struct route {
	enum method method;
	const char *
		pattern; /* "/api/v1/surveys/{survey}": a whole segment in braces matches any one but "" */
	handler *answer;
	unsigned context; /* index into the server's contexts */
	unsigned scope;   /* what the guard asks of who calls; 0: nothing */
};

enum { ROUTER_NOT_FOUND = 1, ROUTER_METHOD = 2, ROUTER_MALFORMED = 3 };

/* Finds the route of request->method and request->path; of several that fit, the first in the table.
 * Segments are compared and taken as parameters decoded, in the request's arena; a dot segment is a
 * segment like others, and an empty one too: "/a/" is not "/a". HEAD finds GET.
 * Returns 0 with *found; ROUTER_NOT_FOUND when no pattern fits; ROUTER_METHOD when one fits for other
 * methods: *allowed is then the bits (1 << method) of those, HEAD and OPTIONS included;
 * ROUTER_MALFORMED for a broken escape or what isn't text when decoded. */
MUST_CHECK int router_find(const struct route *routes,
	size_t count,
	struct request *request,
	const struct route **found,
	unsigned *allowed);

/* The bits of all methods that any route has. */
unsigned router_methods(const struct route *routes, size_t count);

/* "GET, HEAD, OPTIONS" for a set of method bits, from the arena. */
const char *router_allow(struct arena *arena, unsigned allowed);

#endif
