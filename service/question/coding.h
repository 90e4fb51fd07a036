/* How an answer stands in a row of bytes.
 *
 * A code under CODE_REFUSED is a value, whose meaning is the kind's; the highest codes say why there is
 * none. They are the same for every kind, so that "hidden by logic", "skipped" and "don't know" stay
 * apart all the way to the figures.
 */
#ifndef SAMRAD_QUESTION_CODING_H
#define SAMRAD_QUESTION_CODING_H

#include "survey/missing.h"

enum {
	CODE_REFUSED = 250,
	CODE_DONT_KNOW = 251,
	CODE_NOT_REACHED = 252, /* the participant left before */
	CODE_HIDDEN = 253,      /* by show_if */
	CODE_SKIPPED = 254,
	CODE_NOT_ASKED = 255, /* not in that version */
	CODE_COUNT = 256
};

/* The code that stands for a reason. */
unsigned char missing_code(enum missing reason);

#endif
