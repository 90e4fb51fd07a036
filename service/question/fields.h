/* Pieces of a form's controls that several kinds use. HTML as the style sheet knows it.
 *
 * Not a kind, and no title: the page writes the question's title, help and faults around a control. It gives
 * the title the id l.KEY, and expects a control that is one field to have the id c.KEY. Groups of fields are
 * described by the page's fieldset; what is one field describes itself (field_described).
 */
#ifndef SAMRAD_QUESTION_FIELDS_H
#define SAMRAD_QUESTION_FIELDS_H

#include "base/limits.h"
#include "question/question.h"

/* Room for a field's name: "question.item" and a NUL. */
enum { LIMIT_FIELD = 2 * LIMIT_KEY + 2 };

/* One row to press: a radio button or checkbox (type) of this name and value with its label and,
 * where given, help beneath. Languages: NULL when the words are in the page's. */
struct field_option {
	const char *type; /* "radio" or "checkbox" */
	const char *name;
	const char *value;
	const char *label;
	const char *label_language;
	const char *help;
	const char *help_language;
	bool is_cell; /* one of a scale's equal fields, in which the button itself isn't seen */
};
void field_option(struct control *control, const struct field_option *option);

/* All options of a question as rows, "other" with its text field last. */
void field_options(struct control *control, const struct question *question, const char *type);

/* A row of equal fields with the numbers least … most, end labels beneath. name: the field's. */
void field_scale(struct control *control, const struct question *question, const char *name);

/* "Don't know", apart under a rule. type as in field_option. */
void field_dont_know(struct control *control, const char *type, const char *name);

/* What was typed into a field before; "" at first. Borrowed. */
const char *field_typed(const struct control *control, const char *name);

/* The id of a question's only control, what describes it, and whether it is faulty, as attributes. */
void field_described(struct control *control, const struct question *question);

/* Whether a fault is at the answer to the question of this key, or inside it. */
bool field_has_fault(const char *key, const struct fault *fault);

/* Whether a scale has more points than a row has room for on a phone. */
bool field_is_many(const struct question *question);

/* Whether a question's control begins with a rule about how many to choose, whose id is r.KEY. */
bool field_has_rule(const struct question *question);

/* The language of a phrase when it isn't the control's, for a lang attribute; else NULL. */
const char *field_language(const struct control *control, const struct phrase *phrase);

/* A posted pick as the API takes it: "key", or {"other": text} for FIELD_OTHER. Caller owns. */
json_t *field_picked(
	const struct question *question, const char *value, const struct pairs *fields);

/* {"other": text} when something is written beside "other", without the spaces around it; else NULL. */
json_t *field_other(const struct question *question, const struct pairs *fields);

/* A posted whole number as JSON integer; what isn't one stays a string, which the check refuses. */
json_t *field_number(const char *value);

#endif
