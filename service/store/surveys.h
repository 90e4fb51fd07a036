/* Surveys: their state, and the versions that were published. */
#ifndef SAMRAD_STORE_SURVEYS_H
#define SAMRAD_STORE_SURVEYS_H

#include "base/arena.h"
#include "store/store.h"
#include "survey/survey.h"

/* Which surveys to list; NULL: any. */
struct survey_filter {
	const char *event;
	const char *status; /* "published" or "closed" */
};

/* Published and closed surveys with their newest definitions, newest event first. *more: whether others
 * follow. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int surveys_list(struct survey **surveys,
	size_t *count,
	bool *more,
	struct store *store,
	struct arena *arena,
	const struct survey_filter *filter,
	size_t limit,
	size_t offset);

/* A survey that isn't a draft, with one of its versions (0: the newest). definition and published_at are that
 * version's; version stays the newest. Returns 0, STORE_NOT_FOUND or STORE_UNAVAILABLE. */
MUST_CHECK int surveys_find(struct survey *survey,
	struct store *store,
	struct arena *arena,
	const char *key,
	int32_t version);

/* The same inside a transaction. */
MUST_CHECK int surveys_find_in(struct survey *survey,
	struct db *db,
	struct arena *arena,
	const char *key,
	int32_t version);

/* A new survey with its first published version. opens_at, closes_at: unix seconds, 0 for none.
 * Returns 0 with its number, STORE_REFUSED or STORE_UNAVAILABLE. */
struct survey_creation {
	const char *key;
	const char *event;
	const char *document;
	const char *lists; /* documents of the code lists that it names, a JSON array */
	int64_t opens_at;
	int64_t closes_at;
};
MUST_CHECK int surveys_create(
	int32_t *id, struct db *db, struct arena *arena, const struct survey_creation *creation);

#endif
