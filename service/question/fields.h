/* Pieces of a form's controls that several kinds use. HTML as the style sheet knows it.
 *
 * Not a kind, and no legend: the page writes fieldset, legend, help and fault around a control.
 */
#ifndef SAMRAD_QUESTION_FIELDS_H
#define SAMRAD_QUESTION_FIELDS_H

#include "question/question.h"

/* One row to press: a radio button or checkbox (type) of this name and value with its label and,
 * where given, help beneath. language_of: of the label, NULL when it is the page's. */
struct field_option {
	const char *type; /* "radio" or "checkbox" */
	const char *name;
	const char *value;
	const char *label;
	const char *label_language;
	const char *help;
};
void field_option(struct control *control, const struct field_option *option);

/* All options of a question as rows, "other" with its text field last. */
void field_options(struct control *control, const struct question *question, const char *type);

/* A row of equal fields with the numbers least … most, end labels beneath. name: the field's. */
void field_scale(struct control *control, const struct question *question, const char *name);

/* "Don't know", apart under a rule. */
void field_dont_know(struct control *control, const char *name);

/* What was typed into a field before; "" at first. Borrowed. */
const char *field_typed(const struct control *control, const char *name);

/* Attributes aria-describedby and aria-invalid, where there is help or a fault. */
void field_described(struct control *control);

/* Every posted value of a field as the API takes picks: "key", and {"other": text} for FIELD_OTHER. */
json_t *field_picked(
	const struct question *question, const char *value, const struct pairs *fields);

/* A posted whole number as JSON integer; what isn't one stays a string, which the check refuses. */
json_t *field_number(const char *value);

#endif
