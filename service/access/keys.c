#include "access/keys.h"

#include <stdio.h>
#include <string.h>

#include "access/audit.h"
#include "base/clock.h"
#include "base/json_text.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/random.h"
#include "base/utf8.h"
#include "store/keys.h"

static const char start[] = "samrad_";

/* Where the parts of a key stand. */
enum { PREFIX_AT = sizeof start - 1, SECRET_AT = PREFIX_AT + KEY_PREFIX + 1 };

static const char digits[] = "0123456789abcdef";
static const char unknown[] = "The key isn't known.";

void key_make(char text[KEY_TEXT], struct key *key)
{
	unsigned char prefix[KEY_PREFIX / 2];
	unsigned char secret[KEY_SECRET / 2];
	char hex[KEY_SECRET + 1];
	random_bytes(prefix, sizeof prefix);
	random_bytes(secret, sizeof secret);
	digest_hex(key->prefix, prefix, sizeof prefix);
	digest_hex(hex, secret, sizeof secret);
	digest_sha256(key->secret_hash, hex, KEY_SECRET);
	(void)snprintf(text, KEY_TEXT, "%s%s_%s", start, key->prefix, hex);
}

/* Whether so many bytes, and no more, are hexadecimal digits. */
static bool is_hex(const char *text, size_t size)
{
	return strspn(text, digits) == size;
}

int key_parse(struct key *key, const char *text)
{
	if (strlen(text) != SECRET_AT + KEY_SECRET || memcmp(text, start, PREFIX_AT) != 0 ||
		!is_hex(text + PREFIX_AT, KEY_PREFIX) || text[SECRET_AT - 1] != '_' ||
		!is_hex(text + SECRET_AT, KEY_SECRET))
		return KEY_MALFORMED;
	memcpy(key->prefix, text + PREFIX_AT, KEY_PREFIX);
	key->prefix[KEY_PREFIX] = '\0';
	digest_sha256(key->secret_hash, text + SECRET_AT, KEY_SECRET);
	return 0;
}

bool key_is_prefix(const char *text)
{
	return strlen(text) == KEY_PREFIX && is_hex(text, KEY_PREFIX);
}

bool key_is_name(const char *text)
{
	size_t size = strlen(text);
	if (size == 0 || !utf8_is_text(text, size) || utf8_length(text) > KEY_NAME)
		return false;
	return text[strcspn(text, "\t\r\n")] == '\0';
}

static bool may_issue(const struct principal *maker, const struct key_wish *wish)
{
	bool outlives =
		maker->expires_at && (!wish->expires_at || wish->expires_at > maker->expires_at);
	return principal_may(maker, wish->scopes) && !outlives;
}

/* What the key may, for the audit log: {"scopes":["audit:read"],"expires_at":null}. */
static int write_issue(struct db *db,
	struct arena *arena,
	const struct principal *maker,
	const struct key_wish *wish,
	const struct key_issue *issue,
	bool is_new)
{
	struct text detail = text_init(LIMIT_AUDIT);
	char expires_at[CLOCK_TEXT];
	clock_write(expires_at, wish->expires_at);
	json_open(&detail, '{');
	json_member(&detail, "scopes");
	json_open(&detail, '[');
	for (unsigned i = SCOPE_NONE + 1; i < SCOPE_COUNT; i++)
		if (wish->scopes & scope_bit((enum scope)i))
			json_put_string(&detail, scope_names[i]);
	json_close(&detail, ']');
	json_member(&detail, "expires_at");
	json_put_string(&detail, wish->expires_at ? expires_at : NULL);
	json_close(&detail, '}');
	const char *json = arena_string(arena, detail.bytes);
	text_release(&detail);
	return audit_write(
		db, maker, is_new ? AUDIT_KEY_CREATE : AUDIT_KEY_RENEW, issue->prefix, json);
}

/* Within the transaction. */
static int issue_in(struct key_issue *issue,
	struct db *db,
	struct arena *arena,
	const struct principal *maker,
	const struct key_wish *wish)
{
	unsigned char request_hash[DIGEST_SIZE];
	char *text = arena_take(arena, KEY_TEXT);
	struct key key;
	key_make(text, &key);
	if (wish->idempotency_key)
		digest_sha256(request_hash, wish->idempotency_key, strlen(wish->idempotency_key));
	const struct key_creation creation = {
		.prefix = key.prefix,
		.secret_hash = key.secret_hash,
		.name = wish->name,
		.scopes = wish->scopes,
		.expires_at = wish->expires_at,
		.created_by = maker->name,
		.request_hash = wish->idempotency_key ? request_hash : NULL,
	};
	int outcome = keys_create(&issue->prefix, &issue->created_at, db, arena, &creation);
	if (outcome)
		return outcome;
	bool is_new = strcmp(issue->prefix, key.prefix) == 0;
	memcpy(text + PREFIX_AT, issue->prefix, KEY_PREFIX);
	issue->text = text;
	return write_issue(db, arena, maker, wish, issue, is_new);
}

int key_issue(struct key_issue *issue,
	struct store *store,
	struct arena *arena,
	const struct principal *maker,
	const struct key_wish *wish)
{
	struct db *db = NULL;
	if (!may_issue(maker, wish))
		return KEY_FORBIDDEN;
	if (store_begin(&db, store))
		return KEY_UNAVAILABLE;
	int outcome = issue_in(issue, db, arena, maker, wish);
	if (!outcome)
		return store_commit(store, db) ? KEY_UNAVAILABLE : 0;
	store_rollback(store, db);
	return outcome == STORE_REFUSED && wish->idempotency_key ? KEY_REUSED : KEY_UNAVAILABLE;
}

int key_revoke(struct store *store, const struct principal *actor, const char *prefix)
{
	struct db *db = NULL;
	bool ended = false;
	if (!key_is_prefix(prefix))
		return KEY_NOT_FOUND;
	if (store_begin(&db, store))
		return KEY_UNAVAILABLE;
	int outcome = keys_revoke(&ended, db, prefix);
	if (!outcome && ended)
		outcome = audit_write(db, actor, AUDIT_KEY_REVOKE, prefix, NULL);
	if (!outcome)
		return store_commit(store, db) ? KEY_UNAVAILABLE : 0;
	store_rollback(store, db);
	return outcome == STORE_NOT_FOUND ? KEY_NOT_FOUND : KEY_UNAVAILABLE;
}

/* What keeps a key from being good, or NULL. Only who holds the secret is told more than that it isn't known. */
static const char *fault_of(const struct key *key, const struct key_state *state)
{
	if (!digest_equal(key->secret_hash, state->secret_hash, DIGEST_SIZE))
		return unknown;
	if (state->revoked)
		return "The key was revoked.";
	return state->expired ? "The key has expired." : NULL;
}

int key_recognise(const struct principal **holder,
	const char **why,
	struct store *store,
	struct arena *arena,
	const char *text)
{
	struct key key;
	struct key_state state;
	*why = unknown;
	if (key_parse(&key, text))
		return KEY_INVALID;
	int outcome = keys_find(&state, store, key.prefix);
	if (outcome)
		return outcome == STORE_NOT_FOUND ? KEY_INVALID : KEY_UNAVAILABLE;
	*why = fault_of(&key, &state);
	if (*why)
		return KEY_INVALID;
	/* The day is for people who tidy up: nobody is refused because it couldn't be noted. */
	if (!state.used_today && keys_use(store, key.prefix))
		log_warning("key's day not noted", "key", key.prefix, NULL);
	struct principal *principal = arena_take(arena, sizeof *principal);
	*principal =
		(struct principal){arena_string(arena, key.prefix), state.scopes, state.expires_at};
	*holder = principal;
	return 0;
}
