/* The connections that are open, and how long each may take.
 *
 * The library ends a connection that is silent. One that keeps sending a byte now and then it would keep for ever,
 * and with it a thread: so each has a deadline, and a watcher ends those that are past it.
 *
 *	connection ──▶ request line ──▶ request whole ──▶ answer sent ──▶ next request line …
 *	├──── LIMIT_RECEIVE ─────────────────┤├── LIMIT_ANSWER ──┤├─ LIMIT_RECEIVE …
 *	               ├───────── under way ─────────────────────┤
 *
 * A descriptor isn't closed before connections_notify has heard of the end: so the watcher never
 * touches one that has become another connection's.
 */
#ifndef SAMRAD_HTTP_CONNECTIONS_H
#define SAMRAD_HTTP_CONNECTIONS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include <microhttpd.h>

#include "base/check.h"

struct connection;

struct connections {
	void (*forget)(void *context); /* frees what the HTTP library keeps of a request */
	pthread_mutex_t lock;          /* of newest and stopping */
	pthread_cond_t changed;
	struct connection *newest;
	bool stopping;
	atomic_uint open;
	atomic_uint under_way; /* requests of which a line has come and no whole answer gone */
	pthread_t watcher;
};

enum { CONNECTIONS_FAILED = 1 };

/* Starts the watcher. forget: see connections_begin. Returns 0 or CONNECTIONS_FAILED. */
MUST_CHECK int connections_start(struct connections *connections, void (*forget)(void *context));

/* Ends the watcher. All connections must have ended. */
void connections_stop(struct connections *connections);

/* Waits until no request is under way, at most so many milliseconds. */
void connections_drain(struct connections *connections, int64_t milliseconds);

/* The library tells that a connection begins or has ended. self: the struct connections. */
void connections_notify(void *self,
	struct MHD_Connection *connection,
	void **socket_context,
	enum MHD_ConnectionNotificationCode code);

/* The library tells of a request's first line, on the connection's thread. context: what is kept of the request
 * until it is over. A connection can end without a word about its request (when its parameters don't fit
 * the library's memory); the context is then given to forget(), so that it doesn't leak. */
void connections_begin(struct MHD_Connection *connection, void *context);

/* The whole request is there: from now on it is ours to answer. On the connection's thread. */
void connections_answer(void);

/* The library tells that a request is over, answered or not. On the connection's thread. */
void connections_complete(struct MHD_Connection *connection);

#endif
