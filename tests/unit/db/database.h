/* A database of its own for one test program, in the server that SAMRAD_TEST_DATABASE_URL names: as a role
 * that may create databases and end connections. */
#ifndef SAMRAD_TEST_DB_DATABASE_H
#define SAMRAD_TEST_DB_DATABASE_H

#include "base/embed.h"
#include "db/db.h"

/* A row of a test program's own table of embedded files, in the place of the build's. */
#define EMBEDDED_FILE(name, text)                                                                  \
	{                                                                                          \
		(name), (const unsigned char *)(text), sizeof(text) - 1                            \
	}

struct CMUnitTest;

/* Runs the tests with such a database; without that variable says that they were skipped. Returns what
 * main returns. */
int database_run_tests(const struct CMUnitTest *tests, size_t count);

/* Its conninfo. */
const char *database_conninfo(void);

/* A connection to it; the test fails when there is none. Caller owns. */
struct db *database_connect(void);

/* What an administrator does meanwhile, over a connection of the test's own; the first value as text,
 * borrowed until the next call. */
const char *database_do(const char *sql);

/* Ends all connections of ours to it, as a server does that shuts down. */
void database_end_connections(void);

/* A listening socket on a free port of 127.0.0.1 that accepts and never says a word. */
int silence_open(int *port);

#endif
