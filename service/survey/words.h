/* The interface's own words, one catalogue per language.
 *
 * Not an organiser's words (survey/phrase.h). A sentence may hold {1} and {2}, which its values replace.
 * The catalogues are survey/words_sv.c and survey/words_en.c: tables by enum word, in which a missing
 * line is a failing test.
 */
#ifndef SAMRAD_SURVEY_WORDS_H
#define SAMRAD_SURVEY_WORDS_H

#include "base/arena.h"
#include "base/faults.h"

enum word {
	/* form controls */
	WORD_DONT_KNOW,
	WORD_OTHER,
	WORD_OTHER_TEXT, /* {1}: the question's title; names the field beside "other" */
	WORD_CHOOSE,     /* the first, empty option of a select */
	WORD_NOT_ANSWERED,
	WORD_REQUIRED_MARK, /* explains the asterisk */
	WORD_PICK_AT_LEAST, /* {1} */
	WORD_PICK_AT_MOST,  /* {1} */
	WORD_PICK_BETWEEN,  /* {1} {2} */
	WORD_CHARACTERS,    /* {1}: at most so many characters */
	WORD_NOT_LIKELY,    /* the ends of an nps scale */
	WORD_VERY_LIKELY,
	WORD_COUNT
};

/* The languages in which the interface speaks, best kept first: "sv", "en". */
extern const char *const interface_languages[];
extern const size_t interface_language_count;

/* The word in a language; a language without a catalogue gets Swedish. Borrowed. */
const char *words_in(const char *language, enum word word);

/* The word with its values in place, from the arena. second may be NULL. */
const char *words_fill(struct arena *arena,
	const char *language,
	enum word word,
	const char *first,
	const char *second);

/* A fault's sentence, what is wrong and what to do, from the arena. */
const char *words_fault(struct arena *arena, const char *language, const struct fault *fault);

/* The catalogues. */
extern const char *const words_sv[WORD_COUNT];
extern const char *const words_en[WORD_COUNT];
/* Sentences of faults: one without and one with a second value, "" where there is none. */
extern const char *const fault_words_sv[FAULT_CODE_COUNT][2];
extern const char *const fault_words_en[FAULT_CODE_COUNT][2];

#endif
