#include "access/audit.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"

enum { BATCH = 500 };

const char *const audit_actions[AUDIT_ACTION_COUNT] = {
	[AUDIT_KEY_CREATE] = "key.create",
	[AUDIT_KEY_RENEW] = "key.renew",
	[AUDIT_KEY_REVOKE] = "key.revoke",
	[AUDIT_SURVEY_PUT] = "survey.put",
	[AUDIT_SURVEY_PUBLISH] = "survey.publish",
	[AUDIT_SURVEY_CLOSE] = "survey.close",
};

int audit_write(struct db *db,
	const struct principal *actor,
	enum audit_action action,
	const char *subject,
	const char *detail)
{
	return audit_append(
		db, actor->name, audit_actions[action], subject, detail ? detail : "{}");
}

static void put_number(struct text *text, uint64_t number, unsigned size)
{
	for (unsigned i = size; i > 0; i--)
		text_put_char(text, (char)(number >> (8 * (i - 1)) & 0xff));
}

static size_t piece_size(const char *piece)
{
	return 4 + strlen(piece);
}

static void put_piece(struct text *text, const char *piece)
{
	size_t size = strlen(piece);
	put_number(text, size, 4);
	text_put_bytes(text, piece, size);
}

void audit_hash(unsigned char hash[DIGEST_SIZE], const struct audit_entry *entry)
{
	struct text content = text_init(sizeof entry->previous + 16 + piece_size(entry->actor) +
					piece_size(entry->action) + piece_size(entry->subject) +
					piece_size(entry->detail));
	text_put_bytes(&content, (const char *)entry->previous, sizeof entry->previous);
	put_number(&content, (uint64_t)entry->number, 8);
	put_number(&content, (uint64_t)entry->at, 8);
	put_piece(&content, entry->actor);
	put_piece(&content, entry->action);
	put_piece(&content, entry->subject);
	put_piece(&content, entry->detail);
	if (text_failed(&content))
		abort();
	digest_sha256(hash, content.bytes, content.used);
	text_release(&content);
}

const char *audit_fault(
	const struct audit_entry *entry, int64_t number, const unsigned char hash[DIGEST_SIZE])
{
	unsigned char own[DIGEST_SIZE];
	if (entry->number != number + 1)
		return "is missing";
	if (memcmp(entry->previous, hash, DIGEST_SIZE) != 0)
		return "doesn't follow on the one before it";
	audit_hash(own, entry);
	return memcmp(entry->hash, own, DIGEST_SIZE) == 0 ? NULL : "was changed";
}

/* Goes on along the chain. Returns false at the first entry that isn't in order. */
static bool follow(struct audit_chain *chain, const struct audit_entry *entries, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		chain->fault = audit_fault(&entries[i], chain->number, chain->hash);
		if (chain->fault) {
			chain->broken = chain->number + 1;
			return false;
		}
		chain->number++;
		memcpy(chain->hash, entries[i].hash, DIGEST_SIZE);
	}
	return true;
}

int audit_verify(struct audit_chain *chain, struct store *store)
{
	size_t count = BATCH;
	int outcome = 0;
	*chain = (struct audit_chain){.number = 0};
	while (count == BATCH && !outcome) {
		struct arena arena = arena_init();
		struct audit_entry *entries = NULL;
		const struct audit_query query = {.after = chain->number, .limit = BATCH};
		if (audit_list(&entries, &count, store, &arena, &query))
			outcome = AUDIT_UNAVAILABLE;
		else if (!follow(chain, entries, count))
			outcome = AUDIT_BROKEN;
		arena_release(&arena);
	}
	return outcome;
}
