/* What is wrong with a document that came in: every fault with its place.
 *
 * Not an error type: a function that finds faults goes on to find the next one. A fault is a code of a
 * table and up to two values; its sentence is made by who shows it, in the reader's language
 * (survey/words.h has the sentences).
 *
 * Places are JSON pointers (RFC 6901). A list copies what it is given into its arena.
 */
#ifndef SAMRAD_BASE_FAULTS_H
#define SAMRAD_BASE_FAULTS_H

#include <stddef.h>

#include "base/arena.h"

/* Stable codes: part of the HTTP contract (docs/errors.md). */
#define FAULT_CODES(X)                                                                             \
	X(REQUIRED, "required")                                                                    \
	X(UNKNOWN_MEMBER, "unknown_member")                                                        \
	X(UNKNOWN_QUESTION, "unknown_question")                                                    \
	X(UNKNOWN_OPTION, "unknown_option")                                                        \
	X(UNKNOWN_LANGUAGE, "unknown_language")                                                    \
	X(UNKNOWN_VERSION, "unknown_version")                                                      \
	X(UNKNOWN_SEGMENT, "unknown_segment")                                                      \
	X(UNKNOWN_PARAMETER, "unknown_parameter")                                                  \
	X(WRONG_TYPE, "wrong_type")                                                                \
	X(OUT_OF_RANGE, "out_of_range")                                                            \
	X(TOO_LONG, "too_long")                                                                    \
	X(TOO_FEW, "too_few")                                                                      \
	X(TOO_MANY, "too_many")                                                                    \
	X(DUPLICATE, "duplicate")                                                                  \
	X(EXCLUSIVE, "exclusive")                                                                  \
	X(NOT_TEXT, "not_text")                                                                    \
	X(NOT_ALLOWED, "not_allowed")                                                              \
	X(NOT_TABULATED, "not_tabulated")                                                          \
	X(INVALID_VALUE, "invalid_value")                                                          \
	X(INVALID_KEY, "invalid_key")                                                              \
	X(UNKNOWN_EARLIER, "unknown_earlier")                                                      \
	X(HIDDEN, "hidden")                                                                        \
	X(WRONG_TOTAL, "wrong_total")                                                              \
	X(NOT_A_STEP, "not_a_step")                                                                \
	X(TOO_SMALL, "too_small")                                                                  \
	X(TOO_GREAT, "too_great")                                                                  \
	X(UNKNOWN_CODE_LIST, "unknown_code_list")

enum fault_code {
#define FAULT_CODE(name, string) FAULT_##name,
	FAULT_CODES(FAULT_CODE)
#undef FAULT_CODE
		FAULT_CODE_COUNT
};

/* What a fault's place is written in. */
enum fault_place { PLACE_BODY, PLACE_QUERY, PLACE_HEADER };

struct fault {
	enum fault_code code;
	enum fault_place in;
	const char *place; /* JSON pointer, a parameter's or a header's name */
	const char *first; /* the sentence's values; NULL where it has none */
	const char *second;
};

struct faults {
	struct arena *arena;
	struct fault *list;
	size_t count; /* of the list; at most LIMIT_FAULTS */
	size_t found; /* all, also those past the limit */
	size_t room;
};

/* An empty list whose memory is the arena's. */
struct faults faults_init(struct arena *arena);

/* Adds a fault. place and values are copied; first and second may be NULL (see the sentences in
 * survey/words.h for what each code says with them). */
void faults_add(struct faults *faults,
	enum fault_place in,
	const char *place,
	enum fault_code code,
	const char *first,
	const char *second);

/* The same for a place in a body, with two whole numbers as the sentence's values. */
void faults_add_number(struct faults *faults,
	const char *pointer,
	enum fault_code code,
	long long first,
	long long second);

/* The stable name of a code. */
const char *fault_code_name(enum fault_code code);

/* The first fault at exactly this place, or NULL. Borrowed. */
const struct fault *faults_at(const struct faults *faults, const char *place);

#endif
