/* The audit log: who has written what, in an order that can't be changed without a trace.
 *
 * Not a log of requests, and no place for answers, receipts, keys or addresses: an actor (a key's prefix, or
 * "operator"), an action of one table, what it was done to, and a few particulars.
 *
 *	entry 1 ──hash──▶ entry 2 ──hash──▶ entry 3 …
 *
 * Each entry's hash is the SHA-256 over the hash before it and its own content:
 *
 *	previous (32 bytes; zeros before the first) · number · at (8 bytes each, the highest first; seconds since
 *	1970) · actor · action · subject · detail (each: its size in 4 bytes, then its bytes)
 *
 * The database makes the hashes (migrations/0003_access.sql), and here they are made a second time to be
 * compared.
 */
#ifndef SAMRAD_ACCESS_AUDIT_H
#define SAMRAD_ACCESS_AUDIT_H

#include "access/principal.h"
#include "store/audit.h"

enum audit_action {
	AUDIT_KEY_CREATE,
	AUDIT_KEY_RENEW,
	AUDIT_KEY_REVOKE,
	AUDIT_SURVEY_PUT,
	AUDIT_SURVEY_PUBLISH,
	AUDIT_SURVEY_CLOSE,
	AUDIT_ACTION_COUNT
};

/* "key.create" … */
extern const char *const audit_actions[AUDIT_ACTION_COUNT];

/* Writes an entry in the caller's transaction: it is there exactly if what it tells of is. Other writers wait
 * until that transaction ends, so it comes last in it. subject: a survey's key, a key's prefix …; detail: a JSON
 * object, NULL for none. Returns 0, STORE_REFUSED or STORE_UNAVAILABLE. */
MUST_CHECK int audit_write(struct db *db,
	const struct principal *actor,
	enum audit_action action,
	const char *subject,
	const char *detail);

/* An entry's hash from its content. */
void audit_hash(unsigned char hash[DIGEST_SIZE], const struct audit_entry *entry);

/* What is wrong with an entry that should follow on number and hash, as the end of a sentence in English (a
 * literal); NULL when nothing is. */
const char *audit_fault(
	const struct audit_entry *entry, int64_t number, const unsigned char hash[DIGEST_SIZE]);

enum { AUDIT_BROKEN = 1, AUDIT_UNAVAILABLE = 2 };

/* How far the chain holds. */
struct audit_chain {
	int64_t number; /* of the last entry that is in order; 0: none */
	unsigned char hash[DIGEST_SIZE];
	int64_t broken;    /* the number of the first that isn't */
	const char *fault; /* what is wrong with it (audit_fault) */
};

/* Walks the whole chain. Returns 0, AUDIT_BROKEN or AUDIT_UNAVAILABLE. */
MUST_CHECK int audit_verify(struct audit_chain *chain, struct store *store);

#endif
