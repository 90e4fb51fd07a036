/* Drafts of surveys, and how a survey's life goes on: published, closed. */
#ifndef SAMRAD_STORE_DRAFTS_H
#define SAMRAD_STORE_DRAFTS_H

#include "base/arena.h"
#include "store/store.h"
#include "survey/survey.h"

/* A survey as its organisers see it. */
struct draft {
	int32_t survey; /* its number */
	const char *event;
	enum survey_status status;
	int32_t version;      /* the newest published one; 0: none */
	const char *document; /* the draft's; NULL: there is none */
	int32_t revision;     /* of the draft; 0: there is none */
};

/* Finds a survey in any state and locks it against other edits until the transaction ends. Returns 0,
 * STORE_NOT_FOUND or STORE_UNAVAILABLE. */
MUST_CHECK int drafts_find(
	struct draft *draft, struct db *db, struct arena *arena, const char *key);

/* The same for reading, without a lock. */
MUST_CHECK int drafts_read(
	struct draft *draft, struct store *store, struct arena *arena, const char *key);

/* Stores a survey's draft in the place of the last one; a survey that there isn't yet is made, as a draft of the event.
 * Returns 0 with the new revision, STORE_REFUSED (another event; no such event) or STORE_UNAVAILABLE. */
MUST_CHECK int drafts_put(int32_t *revision,
	struct db *db,
	struct arena *arena,
	const char *key,
	const char *event,
	const char *document);

/* Makes the draft the survey's next version, with the code lists that it names, and opens it; the draft goes. Returns 0 with the
 * version's number, STORE_REFUSED or STORE_UNAVAILABLE. */
struct publication {
	int32_t survey;
	const char *lists;
	int64_t opens_at; /* unix seconds; 0: none */
	int64_t closes_at;
};
MUST_CHECK int drafts_publish(int32_t *version,
	struct db *db,
	struct arena *arena,
	const struct publication *publication);

/* Closes a survey for good: waits for the responses that are under way, and lets none in afterwards. Returns 0,
 * STORE_NOT_FOUND when it isn't published, or STORE_UNAVAILABLE. */
MUST_CHECK int drafts_close(struct db *db, struct arena *arena, int32_t survey);

#endif
