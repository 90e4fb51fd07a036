/* Asks the server to stop what a connection is doing.
 *
 * libpq does it over a connection of its own and without any deadline: a server that is out of reach,
 * or stopped, would hold us for minutes. So a thread does it, and we wait for that one a bounded while.
 */
#ifndef SAMRAD_DB_CANCEL_H
#define SAMRAD_DB_CANCEL_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include <libpq-fe.h>

struct cancel {
	pthread_t thread;
	bool begun;
};

/* Sends the request. */
struct cancel cancel_begin(PGconn *link);

/* Waits at most until the deadline (clock_milliseconds). Returns whether the server has taken the
 * request: if not, it may still hit whatever runs on that connection later. */
bool cancel_end(struct cancel *cancel, int64_t deadline);

#endif
