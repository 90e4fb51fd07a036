/* A survey's definition: what an organiser wrote, checked and laid out for use.
 *
 * Not the survey's state (survey/survey.h). Once parsed it never changes; pointers into it are good as
 * long as it lives.
 */
#ifndef SAMRAD_DEFINITION_DEFINITION_H
#define SAMRAD_DEFINITION_DEFINITION_H

#include "question/question.h"
#include "survey/survey.h"

enum results_access { RESULTS_PUBLIC, RESULTS_KEY, RESULTS_AFTER_CLOSE };
enum protection_table { PROTECTION_D5, PROTECTION_D3, PROTECTION_NONE };

enum { SPLIT_SEGMENTS = 2, MOST_SPLITS = 6, MOST_LANGUAGES = 16 };

struct page {
	const char *key;
	struct phrase title;
	struct phrase intro;
	const struct condition *show_if; /* NULL: always shown */
	size_t first_question;
	size_t question_count;
};

/* One or two segments by which the public may divide results. */
struct split {
	const struct question *segments[SPLIT_SEGMENTS];
	size_t count;
};

struct privacy {
	enum protection_table table;
	uint32_t min_group;
	uint32_t release_every;
	uint32_t release_interval; /* seconds */
};

struct definition {
	struct arena arena; /* of all that follows */
	const char *key;
	const char *event;
	enum survey_kind kind;
	const char *languages[MOST_LANGUAGES];
	size_t language_count;
	struct phrase title;
	struct phrase intro;  /* Markdown */
	struct phrase thanks; /* Markdown */
	int64_t opens_at;     /* unix seconds; 0: at once */
	int64_t closes_at;    /* 0: by hand */
	enum results_access results;
	struct split splits[MOST_SPLITS];
	size_t split_count;
	bool split_tables_live; /* else once, at closing */
	struct privacy privacy;
	bool made_up; /* its answers are made up, in part at least: said wherever they are shown */
	struct page *pages;
	size_t page_count;
	struct question *questions;
	size_t question_count;
	const struct question **
		segments; /* what can divide results: questions, and questions seen by a grouping */
	size_t segment_count;
	size_t columns; /* bytes of a row */
};

enum { DEFINITION_FAULTY = 1 };

/* Parses a document. lists: the code lists that it may name, or NULL; what it takes from them is copied. Caller owns
 * *definition. Returns 0, or DEFINITION_FAULTY with every fault told. */
MUST_CHECK int definition_parse(struct definition **definition,
	const json_t *document,
	const struct code_lists *lists,
	struct faults *faults);

void definition_free(struct definition *definition);

/* A question by its key, or NULL. Borrowed. */
const struct question *definition_question(const struct definition *definition, const char *key);

/* A segment by its name, "role" or "municipality~region", or NULL. Borrowed. */
const struct question *definition_segment(const struct definition *definition, const char *name);

/* The names of all segments, "role, municipality", from the arena. */
const char *definition_segments(const struct definition *definition, struct arena *arena);

/* The keys of all questions in order, from the arena, for telling the nearest. */
const char *const *definition_keys(const struct definition *definition, struct arena *arena);

/* The survey's language nearest to what was asked for: itself, else the survey's first. Borrowed. */
const char *definition_language(const struct definition *definition, const char *asked);

#endif
