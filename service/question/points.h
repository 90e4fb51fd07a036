/* What kinds answered by one point of a scale share: rating and nps. Not a kind.
 * Coded as one byte: the point's distance from the scale's least. */
#ifndef SAMRAD_QUESTION_POINTS_H
#define SAMRAD_QUESTION_POINTS_H

#include "question/question.h"

/* Functions of a struct kind. */
size_t points_width(const struct question *question);
void points_check(
	const struct question *question, const struct node *answer, struct answering *answering);
json_t *points_posted(const struct question *question, const struct pairs *fields);
void points_control(const struct question *question, struct control *control);

#endif
