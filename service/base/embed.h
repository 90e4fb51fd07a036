/* The files that the program carries inside itself: SQL, migrations, style sheets, tables, OpenAPI.
 *
 * Not a file system: nothing is read at run time, so a deployed program can't meet the wrong version
 * of a query. deploy/embed.sh writes the table at build; the Makefile says which files are in it.
 */
#ifndef SAMRAD_BASE_EMBED_H
#define SAMRAD_BASE_EMBED_H

#include <stddef.h>

struct embedded {
	const char *name;           /* path from the root: "migrations/0001_events.sql" */
	const unsigned char *bytes; /* followed by a NUL that size doesn't count */
	size_t size;
};

/* Sorted by name, byte by byte: a folder's files stand together and migrations in their order. */
extern const struct embedded embedded[];
extern const size_t embedded_count;

/* The file of that name, borrowed for the life of the program, or NULL. Any thread. */
const struct embedded *embed_find(const char *name);

#endif
