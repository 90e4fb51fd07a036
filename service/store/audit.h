/* The audit log as it is stored: rows that are appended and read, never changed.
 *
 * Number, time and hashes are the database's (migrations/0003_access.sql); what may be written, and whether
 * the chain holds, is access/'s (access/audit.h).
 */
#ifndef SAMRAD_STORE_AUDIT_H
#define SAMRAD_STORE_AUDIT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/digest.h"
#include "store/store.h"

struct audit_entry {
	int64_t number; /* from 1, without a hole */
	int64_t at;     /* unix seconds */
	const char *actor;
	const char *action;
	const char *subject;
	const char *detail; /* a JSON object, as it was written */
	unsigned char previous[DIGEST_SIZE];
	unsigned char hash[DIGEST_SIZE];
};

/* Which entries to list. */
struct audit_query {
	const char *action; /* NULL: any */
	int64_t since;      /* unix seconds; 0: all */
	int64_t after;      /* the number after which they begin; 0: all */
	size_t limit;
	size_t offset;
};

/* Appends an entry inside the caller's transaction, and makes other writers wait for its end. Returns 0,
 * STORE_REFUSED or STORE_UNAVAILABLE. */
MUST_CHECK int audit_append(struct db *db,
	const char *actor,
	const char *action,
	const char *subject,
	const char *detail);

/* Entries by number, offset of them left out, limit at most. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int audit_list(struct audit_entry **entries,
	size_t *count,
	struct store *store,
	struct arena *arena,
	const struct audit_query *query);

/* How many there are of that action, since that time. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int audit_total(
	size_t *total, struct store *store, struct arena *arena, const struct audit_query *query);

#endif
