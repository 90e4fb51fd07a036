/* A request that has come in whole, checked for what no handler should have to look at.
 *
 * Not Ulfius' request: names and values are parsed from the raw bytes by ourselves, because a map
 * joins repeated names and drops what isn't UTF-8. Everything is borrowed from the request's arena.
 */
#ifndef SAMRAD_HTTP_REQUEST_H
#define SAMRAD_HTTP_REQUEST_H

#include "base/arena.h"
#include "base/pairs.h"

enum method {
	METHOD_GET,
	METHOD_HEAD,
	METHOD_POST,
	METHOD_PUT,
	METHOD_PATCH,
	METHOD_DELETE,
	METHOD_OPTIONS,
	METHOD_OTHER /* one that no route has: TRACE, CONNECT, a word of the client's own */
};
enum { METHOD_COUNT = METHOD_OTHER, REQUEST_PARAMETERS = 4 };

/* Who asks: known to who makes the guard and the handlers, not here. */
struct principal;

struct request {
	enum method method;
	const char *path; /* as it came, percent-encoded, without the query */
	const char *id;   /* a random UUID, for the log and for problem documents */
	struct pair
		parameters[REQUEST_PARAMETERS]; /* of the route: {"survey", "vk-2020-feedback"} */
	struct pairs query;                     /* decoded */
	struct pairs headers;                   /* as they came; request_header finds one */
	const char *body;                       /* never NULL; a NUL follows */
	size_t body_size;                       /* at most LIMIT_BODY */
	struct arena *arena;                    /* the request's memory, for handlers too */
	const struct principal *principal; /* as the guard found it; NULL: nobody in particular */
};

/* A header's value by its name (any case), or NULL. Borrowed. Its bytes are the client's: visible
 * ASCII, spaces and tabs as a rule, but others may come. */
const char *request_header(const struct request *request, const char *name);

/* A parameter of the route, decoded: text, and not empty. Borrowed. The route's pattern must name it:
 * asking for another one ends the process. */
const char *request_parameter(const struct request *request, const char *name);

/* Whether Content-Type names this media type (parameters apart; charset, where given, is utf-8). */
bool request_has_media_type(const struct request *request, const char *media_type);

/* "GET" … as an enum and back; METHOD_OTHER is written as "other". Names are told apart by case. */
enum method method_parse(const char *name);
const char *method_name(enum method method);

#endif
