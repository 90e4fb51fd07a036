/* Applies the embedded migrations, in order, each in a transaction.
 *
 * Not a tool of its own: `samrad migrate` calls it. Two at once are safe: an advisory lock lets one
 * go first. What was applied is kept in the table migration with a checksum each.
 */
#ifndef SAMRAD_DB_MIGRATE_H
#define SAMRAD_DB_MIGRATE_H

#include "db/db.h"

/* Applies what is missing; says each in the log. Takes as long as it takes, except for a lock that
 * somebody else holds. Returns 0; DB_UNAVAILABLE; DB_REFUSED when a migration failed, or when an applied
 * one has changed or isn't among ours any more (the sentence is on stderr): nothing of it was applied. */
MUST_CHECK int migrate(struct db *db);

/* Whether the database is at exactly our migrations. Returns 0, DB_UNAVAILABLE, or DB_REFUSED (the
 * sentence is on stderr). */
MUST_CHECK int migrate_check(struct db *db);

#endif
