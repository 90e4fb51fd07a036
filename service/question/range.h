/* What number and date share: bounds, classes, and the exact value kept beside. Not a kind. */
#ifndef SAMRAD_QUESTION_RANGE_H
#define SAMRAD_QUESTION_RANGE_H

#include "question/question.h"

/* Reads one value of a definition or an answer, a number or a day; false after a fault. */
typedef bool range_value(double *value, const struct node *node, struct faults *faults);

/* Reads min, max and classes, each value by the reader. */
void range_read(struct question *question,
	const struct node *source,
	struct reading *reading,
	range_value *read_value);

/* Checks an answer's value against the range, codes its class and keeps it exactly. json: how it stands in JSON. */
void range_check(const struct question *question,
	const struct node *answer,
	struct answering *answering,
	double value,
	const char *json);

/* Functions of a struct kind. */
size_t range_width(const struct question *question);
size_t range_cells(const struct question *question);
/* "<10", "10-<20", ">=20", with the bounds as they stand in the definition. */
const char *range_cell_key(const struct question *question, size_t cell, struct arena *arena);

#endif
