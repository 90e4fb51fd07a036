/* Published versions of surveys, parsed once and kept.
 *
 * Not the truth: the database is. A survey's head (its status, its newest version) is read again when it
 * is older than a second and the newest version is asked for; a version, which can't change, is parsed
 * once and kept until the end. So what is borrowed from here stays good until published_free.
 *
 * Where heads and versions come from is wired by app/: two functions, so that this folder needs no
 * database.
 */
#ifndef SAMRAD_DEFINITION_PUBLISHED_H
#define SAMRAD_DEFINITION_PUBLISHED_H

#include "definition/definition.h"

enum { PUBLISHED_NOT_FOUND = 1, PUBLISHED_UNAVAILABLE = 2 };

/* Reads a survey's head (version 0) or a version of it into the arena.
 * Returns 0, PUBLISHED_NOT_FOUND or PUBLISHED_UNAVAILABLE. */
typedef int published_reader(
	void *source, struct arena *arena, const char *key, int32_t version, struct survey *survey);

struct published;

/* A survey's head together with a version's definition. Borrowed; the strings of survey live as long. */
struct published_survey {
	struct survey survey; /* status and newest version as last read */
	int32_t version;      /* of the definition */
	int64_t published_at; /* of that version */
	const char *document; /* its JSON */
	const struct definition *definition;
};

/* Caller owns. */
struct published *published_new(published_reader *reader, void *source);
void published_free(struct published *published);

/* Finds a published survey by key; version 0 means the newest. Any thread.
 * Returns 0, PUBLISHED_NOT_FOUND (no such survey, no such version, a draft) or PUBLISHED_UNAVAILABLE. */
MUST_CHECK int published_find(struct published_survey *found,
	struct published *published,
	const char *key,
	int32_t version);

/* The definition of a survey's version by number, for images that hold several versions; the same returns. */
MUST_CHECK int published_version(const struct definition **definition,
	struct published *published,
	const char *key,
	int32_t version);

#endif
