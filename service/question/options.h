/* What kinds with options or items share: reading them, finding a key, the "other" answer.
 *
 * Not a kind.
 */
#ifndef SAMRAD_QUESTION_OPTIONS_H
#define SAMRAD_QUESTION_OPTIONS_H

#include "question/question.h"

/* The value that a form's field has for "other" and "don't know": no key begins with a point. */
#define FIELD_OTHER ".other"
#define FIELD_DONT_KNOW ".dont_know"

/* Reads members options, or code_list with within, and other. Faults: none, both, doubled keys, unknown members. */
void options_read(struct question *question, const struct node *source, struct reading *reading);

/* Reads the member options as items: each gets a table of its own. */
void options_read_as_items(
	struct question *question, const struct node *source, struct reading *reading);

/* Reads the member items of a matrix. */
void items_read(struct question *question, const struct node *source, struct reading *reading);

/* Reads the member scale: {min, max, labels: {min, max}}, at most LIMIT_POINTS points. */
void scale_read(struct question *question, const struct node *source, struct reading *reading);

/* The code of one picked option: "key" or {"other": "text"}; -1 after a fault. A text is kept as
 * a free text of the response. */
int options_check(
	const struct question *question, const struct node *picked, struct answering *answering);

/* Cells of a question with options: one each, and one for other. */
size_t options_cells(const struct question *question);

/* Checks an integer on a scale and gives its code, 0 for least; -1 after a fault. */
int scale_check(
	const struct question *question, const struct node *answer, struct answering *answering);

/* Points of a scale. */
size_t scale_points(const struct question *question);

/* Keeps a free text of the response; room is made as needed. */
void answering_add_text(
	struct answering *answering, const char *question, const char *part, const char *text);

#endif
