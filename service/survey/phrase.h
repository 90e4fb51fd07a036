/* Words that a person reads, by language: {"sv": "…", "en": "…"}.
 *
 * Not the interface's own words (survey/words.h): these are an organiser's.
 */
#ifndef SAMRAD_SURVEY_PHRASE_H
#define SAMRAD_SURVEY_PHRASE_H

#include "base/node.h"

struct phrase_text {
	const char *language; /* BCP 47, lower case: "sv", "en", "fi", "fit", "se" */
	const char *text;
};

struct phrase {
	const struct phrase_text *texts; /* the survey's first language first */
	size_t count;                    /* 0: there is no phrase */
};

/* The phrase in the language asked for, else in its first one; NULL where there is no phrase. Borrowed. */
const char *phrase_in(const struct phrase *phrase, const char *language);

/* The language that phrase_in falls on, for a lang attribute; NULL where there is none. */
const char *phrase_language(const struct phrase *phrase, const char *language);

/* Reads a phrase from a document into the arena; absent or faulty gives an empty one. languages: those
 * that the document may use; the first must be there when required. */
struct phrase phrase_read(const struct node *node,
	struct faults *faults,
	struct arena *arena,
	const char *const *languages,
	size_t count);

#endif
