/* show_if: when a question or a page is asked, by earlier answers.
 *
 *	{"question": "role", "in": ["politician", "manager"]}     one of these was chosen
 *	{"question": "role", "not_in": ["politician"]}            none of these was, or nothing
 *	{"question": "overall", "min": 4}                         that or more
 *	{"question": "overall", "max": 2}                         that or less
 *	{"all": [ … ]}   {"any": [ … ]}   {"not": … }             joined
 *
 * A question that was hidden or not answered has chosen nothing and is neither more nor less than anything.
 * One evaluator serves the API, the form and the loader.
 */
#ifndef SAMRAD_DEFINITION_CONDITION_H
#define SAMRAD_DEFINITION_CONDITION_H

#include "definition/parse.h"

enum condition_type {
	CONDITION_ALL,
	CONDITION_ANY,
	CONDITION_NOT,
	CONDITION_IN,
	CONDITION_NOT_IN,
	CONDITION_MIN,
	CONDITION_MAX
};

struct condition {
	enum condition_type type;
	const struct condition *parts; /* of all, any, not */
	size_t part_count;
	const struct question *question; /* of a test: an earlier one */
	const uint16_t *codes;           /* of in and not_in */
	size_t code_count;
	double bound; /* of min and max */
};

/* Reads the member show_if, which may be absent: then NULL. Only questions that stand in the definition already can be
 * named; a later one is a fault, and so no cycle can be. */
const struct condition *condition_read(struct parsing *parsing, const struct node *source);

/* Whether it holds, given the answers coded so far. A NULL condition holds. */
bool condition_holds(const struct condition *condition, const struct answering *answering);

/* Whether two conditions of different versions ask the same, by the keys of questions and options. Either may be NULL. */
bool condition_is_same(const struct condition *a, const struct condition *b);

#endif
