/* API keys: what the database knows of them, which isn't their secret.
 *
 * Whether a caller may have one, and what a key looks like, is access/'s (access/keys.h).
 */
#ifndef SAMRAD_STORE_KEYS_H
#define SAMRAD_STORE_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/digest.h"
#include "store/store.h"

/* A key as a list shows it. Times are unix seconds, 0 for none. */
struct key_row {
	const char *prefix;
	const char *name;
	unsigned scopes; /* survey/scope.h */
	int64_t created_at;
	int64_t expires_at;
	const char *last_used_on; /* "2020-05-06"; NULL: never */
	int64_t revoked_at;
};

/* What tells whether a key is good. */
struct key_state {
	unsigned char secret_hash[DIGEST_SIZE];
	unsigned scopes;
	int64_t expires_at; /* 0: never */
	bool expired;       /* by the database's clock */
	bool revoked;
	bool used_today;
};

struct key_creation {
	const char *prefix;
	const unsigned char *secret_hash; /* DIGEST_SIZE bytes */
	const char *name;
	unsigned scopes;
	int64_t expires_at;
	const char *created_by;            /* a key's prefix, or "operator" */
	const unsigned char *request_hash; /* DIGEST_SIZE bytes; NULL: none */
};

/* Makes a key inside a transaction. Where the same request has come before, its key gets the new secret
 * and *prefix is that key's. Returns 0 with *prefix and *created_at; STORE_REFUSED when the request has come
 * before with another wish, its key was revoked, or the prefix is taken; STORE_UNAVAILABLE. */
MUST_CHECK int keys_create(const char **prefix,
	int64_t *created_at,
	struct db *db,
	struct arena *arena,
	const struct key_creation *creation);

/* Returns 0, STORE_NOT_FOUND or STORE_UNAVAILABLE. */
MUST_CHECK int keys_find(struct key_state *state, struct store *store, const char *prefix);

/* Notes that a key was used today. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int keys_use(struct store *store, const char *prefix);

/* Keys, newest first, offset of them left out, limit at most. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int keys_list(struct key_row **rows,
	size_t *count,
	struct store *store,
	struct arena *arena,
	size_t limit,
	size_t offset);

/* How many there are. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int keys_total(size_t *total, struct store *store);

/* Ends a key inside a transaction. *ended: whether it worked until now. Returns 0, STORE_NOT_FOUND or
 * STORE_UNAVAILABLE. */
MUST_CHECK int keys_revoke(bool *ended, struct db *db, const char *prefix);

#endif
