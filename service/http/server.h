/* The HTTP server: Ulfius with one endpoint, a thread per connection, our router behind it.
 *
 * It refuses what the library would let through (docs/errors.md): Transfer-Encoding beside
 * Content-Length, two Content-Lengths, no Host; it bounds bodies, targets and connections; it gives
 * every answer its request id, its security headers, ETag and 304, HEAD; and it logs one line per
 * request without query, receipt, key or body.
 */
#ifndef SAMRAD_HTTP_SERVER_H
#define SAMRAD_HTTP_SERVER_H

#include "http/router.h"

struct server;

struct server_options {
	const char *address; /* IPv4 or IPv6 address */
	unsigned port;       /* 0: any free one */
	const struct route *routes;
	size_t route_count;
	const void *contexts[ROUTE_CONTEXTS];
	bool https; /* the public URL is https: HSTS is not set by us, but cookies and CSP know */
};

enum { SERVER_ADDRESS_IN_USE = 1, SERVER_FAILED = 2 };

/* Starts listening. Caller owns *server. routes and contexts must outlive it.
 * Returns 0, SERVER_ADDRESS_IN_USE, or SERVER_FAILED (the log says why). */
MUST_CHECK int server_start(struct server **server, const struct server_options *options);

/* The port that it listens on. */
unsigned server_port(const struct server *server);

/* Stops accepting, lets the requests under way finish (10 s at most), frees. */
void server_stop(struct server *server);

#endif
