/* A code list: options that many surveys share, with coarser classes of them (groupings).
 *
 * Municipalities by their official codes, say, with the counties as a grouping. A document is loaded by `samrad load`; a
 * version of a survey keeps a copy of the lists that it was published with, so that what is published doesn't change.
 */
#ifndef SAMRAD_SURVEY_CODE_LIST_H
#define SAMRAD_SURVEY_CODE_LIST_H

#include "survey/phrase.h"

enum { MOST_GROUPINGS = 4, MOST_CODES = 5000, MOST_CLASSES = 200, CODE_LIST_FAULTY = 1 };

/* A class of a grouping: "25", Norrbottens län. */
struct code_class {
	const char *key;
	struct phrase label;
};

/* Classes that every code belongs to one of. */
struct grouping {
	const char *key; /* "region" */
	struct phrase title;
	const struct code_class *classes;
	size_t class_count;
};

struct code {
	const char *key;
	struct phrase label;
	struct phrase help;
	uint16_t classes[MOST_GROUPINGS]; /* of each grouping, in order */
};

struct code_list {
	struct arena arena; /* of all that follows */
	const char *key;
	struct phrase title;
	const struct grouping *groupings;
	size_t grouping_count;
	const struct code *codes;
	size_t code_count;
};

/* Parses a document. Caller owns *list. Returns 0, or CODE_LIST_FAULTY with every fault told. */
MUST_CHECK int code_list_parse(
	struct code_list **list, const json_t *document, struct faults *faults);

void code_list_free(struct code_list *list);

/* The lists that a definition may name. Borrowed. */
struct code_lists {
	const struct code_list *const *list;
	size_t count;
};

/* A list by its key, or NULL. Borrowed. lists may be NULL. */
const struct code_list *code_lists_find(const struct code_lists *lists, const char *key);

/* The index of a grouping by its key, of a class by its key; -1 where there is none. */
int code_list_grouping(const struct code_list *list, const char *key);
int grouping_class(const struct grouping *grouping, const char *key);

#endif
