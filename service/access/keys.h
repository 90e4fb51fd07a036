/* API keys: what they look like, who may make them, and whether one is good.
 *
 *	samrad_3f9a1c20b7_5d0e…          the whole key, known to its holder alone
 *	       ├prefix──┤ ├secret: 64 hexadecimal digits = 256 random bits
 *
 * The prefix is no secret: lists, the audit log and who revokes a key name it by that. Of the secret only the
 * SHA-256 is kept. Nothing is remembered between requests: a key that is revoked is refused by every replica
 * from the next request on.
 */
#ifndef SAMRAD_ACCESS_KEYS_H
#define SAMRAD_ACCESS_KEYS_H

#include "access/principal.h"
#include "base/digest.h"

enum {
	KEY_PREFIX = 10,
	KEY_SECRET = 64,
	KEY_TEXT = sizeof "samrad__" + KEY_PREFIX + KEY_SECRET,
	KEY_NAME = 100 /* characters of a key's name */
};

enum { KEY_MALFORMED = 1, KEY_UNAVAILABLE, KEY_FORBIDDEN, KEY_REUSED, KEY_NOT_FOUND, KEY_INVALID };

struct store;

/* A key taken apart. */
struct key {
	char prefix[KEY_PREFIX + 1];
	unsigned char secret_hash[DIGEST_SIZE];
};

/* What somebody wants a key for. */
struct key_wish {
	const char *name; /* as key_is_name says */
	unsigned scopes;
	int64_t expires_at;          /* unix seconds; 0: never */
	const char *idempotency_key; /* NULL: none */
};

/* A key that was made. */
struct key_issue {
	const char *text; /* the whole key: shown now and never again */
	const char *prefix;
	int64_t created_at;
};

/* Makes the text of a new key, a NUL after it, and takes it apart. */
void key_make(char text[KEY_TEXT], struct key *key);

/* Takes apart what somebody gives for a key. Returns 0 or KEY_MALFORMED. */
MUST_CHECK int key_parse(struct key *key, const char *text);

/* Whether a string has the form of a prefix. */
bool key_is_prefix(const char *text);

/* Whether a string can be a key's name: text on one line, 1 to KEY_NAME characters. */
bool key_is_name(const char *text);

/* Makes a key, and writes it to the audit log. The same wish with the same idempotency key from the same maker
 * gives the first time's key a new secret: the old one, whose answer was lost, stops working. Returns
 *
 *	0                 it is there
 *	KEY_FORBIDDEN     the maker lacks a scope that it would give away, or the key would outlive its maker
 *	KEY_REUSED        the idempotency key has come with another wish, or that key was revoked
 *	KEY_UNAVAILABLE   it isn't known whether it was made
 */
MUST_CHECK int key_issue(struct key_issue *issue,
	struct store *store,
	struct arena *arena,
	const struct principal *maker,
	const struct key_wish *wish);

/* Ends a key, and writes it to the audit log unless it had ended before. Returns 0, KEY_NOT_FOUND or
 * KEY_UNAVAILABLE. */
MUST_CHECK int key_revoke(struct store *store, const struct principal *actor, const char *prefix);

/* Finds the holder of a key, and notes the day. Returns 0, KEY_INVALID with why as a sentence in English (a
 * literal), or KEY_UNAVAILABLE. */
MUST_CHECK int key_recognise(const struct principal **holder,
	const char **why,
	struct store *store,
	struct arena *arena,
	const char *text);

#endif
