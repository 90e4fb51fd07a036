/* What changed between two definitions of a survey, and which changes would make old answers mean something else.
 *
 * Not a text diff: questions, options and items are known by their keys.
 */
#ifndef SAMRAD_DEFINITION_DIFF_H
#define SAMRAD_DEFINITION_DIFF_H

#include "definition/definition.h"

/* What a change is. From DIFF_REMOVED on, a version that has it is refused: what changed must take a new key. */
enum diff_type {
	DIFF_ADDED,    /* a page, question, option, item, language */
	DIFF_REWORDED, /* title, label, help, intro, thanks */
	DIFF_MOVED,    /* another place in the order */
	DIFF_CHANGED, /* a setting that answers don't depend on: times, splits, required, picks widened */
	DIFF_REMOVED,   /* an option, item, question or language that answers may refer to */
	DIFF_REDEFINED, /* a kind, scale, class bound, total, or series that isn't what it was */
	DIFF_NARROWED   /* fewer answers are possible, or fewer people are asked */
};

struct change {
	enum diff_type type;
	const char *place;  /* "questions/role/options/politician": by keys, not by positions */
	const char *before; /* NULL where there is nothing to show */
	const char *after;
};

struct diff {
	struct arena *arena;
	struct change *changes;
	size_t count;
	size_t room;
	size_t refused; /* changes of a type that is refused */
};

/* Compares a published definition with a later one. Memory is the arena's. */
struct diff diff_definitions(
	const struct definition *before, const struct definition *after, struct arena *arena);

/* Whether a type of change is refused without a new key. */
bool diff_is_refused(enum diff_type type);

/* A change as an English sentence, from the arena. */
const char *diff_sentence(const struct change *change, struct arena *arena);

#endif
