/* The rules for migrations, without a database: what ours are, and whether what was applied fits them.
 *
 * Ours are numbered 1, 2, 3 … without a gap, "migrations/0001_events.sql", and what was applied is the
 * first so many of them, byte for byte. A sentence that is given back says which one breaks the rule.
 */
#ifndef SAMRAD_DB_MIGRATION_H
#define SAMRAD_DB_MIGRATION_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/embed.h"
#include "db/db.h"

struct migration {
	int number;
	const char *name;                    /* "0001_events.sql" */
	const char *sql;                     /* NULL for one that was read from the database */
	unsigned char checksum[DIGEST_SIZE]; /* SHA-256 of the file */
};

struct migrations {
	struct migration *list; /* by number */
	size_t count;
};

/* Ours among the files (sorted by name). Returns NULL, or the sentence; both of the arena. */
MUST_CHECK const char *migrations_find(
	struct migrations *ours, struct arena *arena, const struct embedded *files, size_t count);

/* Returns NULL when the applied ones are the first of ours, else the sentence. */
MUST_CHECK const char *migrations_compare(
	const struct migrations *ours, const struct migrations *applied, struct arena *arena);

/* migrate and migrate_check with other files than the embedded ones. */
MUST_CHECK int migrate_files(struct db *db, const struct embedded *files, size_t count);
MUST_CHECK int migrate_check_files(struct db *db, const struct embedded *files, size_t count);

#endif
