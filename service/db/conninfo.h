/* What we ask libpq for when it connects: the operator's conninfo and our own settings over it.
 *
 * Not the connecting itself (connection.h). libpq tries the hosts of a list one after the other, but
 * without blocking calls it has no deadline for each: a first host that has lost its power would take
 * all the time that there is, and the second would never be reached. So each is tried by itself.
 */
#ifndef SAMRAD_DB_CONNINFO_H
#define SAMRAD_DB_CONNINFO_H

#include <stdbool.h>
#include <stddef.h>

#include <libpq-fe.h>

#include "base/arena.h"
#include "base/check.h"

struct conninfo {
	PQconninfoOption *given; /* what the operator said */
	size_t hosts;            /* how many are to be tried by themselves: 1 at least */
};

/* The arguments of PQconnectStartParams, both ended by NULL. */
struct conninfo_words {
	const char *keywords[80];
	const char *values[80];
	size_t count;
};

/* Parses a conninfo string or URI. Returns whether it can be read; libpq's complaint would hold parts
 * of it, a password perhaps, so nobody is told. */
MUST_CHECK bool conninfo_parse(struct conninfo *conninfo, const char *string);
void conninfo_release(struct conninfo *conninfo);

/* The words for one of the hosts, counted from 0. Borrowed from conninfo and the arena. */
void conninfo_write(struct conninfo_words *words,
	const struct conninfo *conninfo,
	size_t host,
	struct arena *arena);

#endif
