/* Options that come from a code list, and the order in which options are shown. Not a kind. */
#ifndef SAMRAD_QUESTION_LISTED_H
#define SAMRAD_QUESTION_LISTED_H

#include "question/question.h"

/* Reads code_list, within ("region:25": the codes of one class) and first ("region:25": those stand first in long lists).
 * What is taken from the list is copied: the definition doesn't need it any more. */
void options_read_list(
	struct question *question, const struct node *source, struct reading *reading);

/* A fault when a question that needs a column per option has more than a byte holds. */
void options_check_width(
	struct question *question, const struct node *source, struct reading *reading);

/* Reads order: "given" or "random". */
void order_read(struct question *question, const struct node *source, struct reading *reading);

/* The order in which a question's options are shown: order[place] is the option's index. Given, or drawn from the seed; what
 * excludes the others ("none of these") stays behind. order has room for option_count. */
void order_options(const struct question *question, uint32_t seed, size_t *order);

#endif
