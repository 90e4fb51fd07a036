/* Loads files: events, surveys, responses. Everything is checked first, then all goes in or nothing.
 *
 * Not a way round the rules: a loaded response passes the same check as one that is sent. What differs: its hour
 * comes with it, and its survey may be closed.
 */
#ifndef SAMRAD_LIFECYCLE_LOAD_H
#define SAMRAD_LIFECYCLE_LOAD_H

#include <stdio.h>

#include "store/store.h"

enum { LOAD_FAULTY = 1, LOAD_UNAVAILABLE = 2, LOAD_REFUSED = 3 };

/* Loads the files, in whatever order they are named. Faults go to `out`, one a line: "FILE:/pointer: sentence".
 * Says in the log what was stored. Returns 0; LOAD_FAULTY: something is wrong in the files; LOAD_UNAVAILABLE;
 * LOAD_REFUSED: the database holds something else under that key (told on `out`). Nothing is stored unless 0. */
MUST_CHECK int load_files(struct store *store,
	const void *secret,
	size_t secret_size,
	char *const *paths,
	size_t count,
	FILE *out);

/* Checks files without a database: events, definitions, and responses against definitions among the files. Returns
 * 0 or LOAD_FAULTY. */
MUST_CHECK int load_check(char *const *paths, size_t count, FILE *out);

#endif
