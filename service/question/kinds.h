/* Every kind, one line each; kinds.c lists them. */
#ifndef SAMRAD_QUESTION_KINDS_H
#define SAMRAD_QUESTION_KINDS_H

#include "question/question.h"

extern const struct kind kind_choice;
extern const struct kind kind_choices;
extern const struct kind kind_rating;
extern const struct kind kind_nps;
extern const struct kind kind_matrix;
extern const struct kind kind_ranking;
extern const struct kind kind_allocation;
extern const struct kind kind_number;
extern const struct kind kind_date;
extern const struct kind kind_text;
extern const struct kind kind_consent;

#endif
