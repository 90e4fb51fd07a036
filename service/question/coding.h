/* How an answer stands in a row of bytes.
 *
 * A code under CODE_REFUSED is a value, whose meaning is the kind's; the highest codes say why there is
 * none. They are the same for every kind, so that "hidden by logic", "skipped" and "don't know" stay
 * apart all the way to the figures.
 */
#ifndef SAMRAD_QUESTION_CODING_H
#define SAMRAD_QUESTION_CODING_H

enum {
	CODE_REFUSED = 250,
	CODE_DONT_KNOW = 251,
	CODE_NOT_REACHED = 252, /* the participant left before */
	CODE_HIDDEN = 253,      /* by show_if */
	CODE_SKIPPED = 254,
	CODE_NOT_ASKED = 255, /* not in that version */
	CODE_COUNT = 256
};

/* The reasons in the order in which they are shown. */
enum missing {
	MISSING_NOT_ASKED,
	MISSING_HIDDEN,
	MISSING_NOT_REACHED,
	MISSING_SKIPPED,
	MISSING_DONT_KNOW,
	MISSING_REFUSED,
	MISSING_COUNT
};

/* "not_asked" … "refused": as the contract names them. */
const char *missing_name(enum missing reason);

/* The code that stands for a reason. */
unsigned char missing_code(enum missing reason);

#endif
