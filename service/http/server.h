/* The HTTP server: Ulfius with one endpoint, a thread per connection, our router behind it.
 *
 * It refuses what the library would let through (docs/errors.md): Transfer-Encoding beside
 * Content-Length, two Content-Lengths, no Host; it bounds bodies, targets and connections; it gives
 * every answer its request id, its security headers, ETag and 304, HEAD; and it logs one line per
 * request without query, receipt, key or body.
 *
 * What libmicrohttpd 0.9.75 answers by itself, before our code sees anything: a bare status with a line of
 * HTML, without our headers, and the connection ends:
 *
 *	400	no target in the first line; a header's line without a colon; a Content-Length that isn't
 *		digits only; a chunk's size that isn't hexadecimal
 *	413	a Content-Length past 64 bits
 *	414, 431 a first line, or headers, past LIMIT_CONNECTION_MEMORY
 *	505	another version than HTTP/1.0 and 1.1 (1.x passes as 1.1)
 *
 * It ends the connection without a word: bytes that don't begin like a request; more query parameters, or a
 * head so near LIMIT_CONNECTION_MEMORY, that no room is left for an answer (some 250 parameters); silence
 * of LIMIT_CONNECTION_IDLE; more than LIMIT_CONNECTIONS + 50 connections (from LIMIT_CONNECTIONS on
 * requests are answered 503). Our watcher does so past LIMIT_RECEIVE and LIMIT_ANSWER (http/connections.h):
 * a Transfer-Encoding that isn't chunked ends there, too, because its body has no end. What follows a NUL in the
 * first line's target or in a header's value is lost.
 *
 * A body that is too large is read to its end and forgotten; then comes our 413. A method that no route has,
 * TRACE and CONNECT among them, is 405 with Allow where the path has routes (RFC 9110 would let it be 501).
 */
#ifndef SAMRAD_HTTP_SERVER_H
#define SAMRAD_HTTP_SERVER_H

#include "http/problem.h"
#include "http/router.h"

struct server;

/* Makes a problem a page for people: sets the reply anew, with the problem's status. The detail is in English.
 * Asked for outside /api/ when the request's Accept prefers text/html to JSON. Headers of the problem
 * (Allow, Retry-After) are kept. */
typedef void problem_page(const void *context,
	const struct request *request,
	const struct problem *problem,
	const char *detail,
	struct reply *reply);

/* Says whether a request may go on to the handler of its route. Asked once for every route whose line names a
 * scope. Sets request->principal, or the reply and gives false. */
typedef bool route_guard(
	const void *context, struct request *request, unsigned scope, struct reply *reply);

struct server_options {
	const char *address; /* IPv4 or IPv6 address in digits */
	unsigned port;       /* 0: any free one */
	const struct route *routes;
	size_t route_count;
	const void *contexts[ROUTE_CONTEXTS];
	route_guard *guard; /* needed when a route names a scope */
	const void *guard_context;
	problem_page *page; /* NULL: problems stay JSON everywhere */
	const void *page_context;
	bool https; /* the public URL is https: HSTS is not set by us, but cookies and CSP know */
};

enum { SERVER_ADDRESS_IN_USE = 1, SERVER_FAILED = 2 };

/* Starts listening. Caller owns *server. What options points at must outlive it.
 * Returns 0, SERVER_ADDRESS_IN_USE, or SERVER_FAILED (the log says why). */
MUST_CHECK int server_start(struct server **server, const struct server_options *options);

/* The port that it listens on. */
unsigned server_port(const struct server *server);

/* Stops accepting, lets the requests under way finish (LIMIT_DRAIN at most), frees. Waits for handlers
 * that are still running after that: they bound themselves (LIMIT_WAIT, DATABASE_QUERY). */
void server_stop(struct server *server);

#endif
