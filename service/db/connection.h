/* The inside of a connection, for db/ alone. */
#ifndef SAMRAD_DB_CONNECTION_H
#define SAMRAD_DB_CONNECTION_H

#include <libpq-fe.h>

#include "db/db.h"

struct db {
	PGconn *link; /* NULL: not connected */
	char *conninfo;
	size_t host;    /* which of the conninfo's hosts answered last */
	bool broken;    /* link must be made anew before it is used again */
	bool uncertain; /* the server has given up waiting for a standby to have the commit */

	int64_t patience;  /* milliseconds that a call may take; 0: as long as it takes */
	int64_t until;     /* moment by which every call must have ended; 0: none */
	int64_t deadline;  /* of the call that runs, by clock_milliseconds */
	PGresult *failure; /* the last call's, for db_error; or NULL */

	const char **prepared; /* names of statements that the server has from this link */
	size_t prepared_count;
	size_t prepared_room;
};

/* One that isn't connected yet: db_restore does it. Caller owns. */
struct db *connection_new(const char *conninfo);

/* Whether it can be used, as far as can be told without asking the server: one that has hung up, or
 * been shut down, has left word on the socket. */
bool connection_is_usable(struct db *db);

enum { CONNECTION_COMPLAINT = 256 };

/* What libpq says is wrong with a connection: the first line of it. */
void connection_complain(char complaint[CONNECTION_COMPLAINT], const PGconn *link);

/* Hangs up. */
void connection_drop(struct db *db);

/* Waits until the socket is ready for the events (POLLIN, POLLOUT), at most until the deadline.
 * Returns whether it is. */
bool connection_wait(const PGconn *link, short events, int64_t deadline);

#endif
