/* consent: agreement that must be given for the response to be taken. Coded as one byte, 1. Never tabulated. */
#include <string.h>

#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "survey/words.h"

static void consent_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	(void)source;
	(void)reading;
	question->required = true;
}

static size_t consent_width(const struct question *question)
{
	(void)question;
	return 1;
}

static size_t consent_cells(const struct question *question)
{
	(void)question;
	return 0;
}

static void consent_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	if (!node_is(answer, answering->faults, "boolean"))
		return;
	if (json_is_true(answer->json))
		answering->row[question->first_column] = 1;
	else
		node_fault(answer, answering->faults, FAULT_REQUIRED, NULL, NULL);
}

static json_t *consent_posted(const struct question *question, const struct pairs *fields)
{
	return pairs_have(fields, question->key, "true") ? json_true() : NULL;
}

static void consent_control(const struct question *question, struct control *control)
{
	html_markup(control->text, "<div class=\"options\">\n");
	field_option(control, &(struct field_option){.type = "checkbox",
				      .name = question->key,
				      .value = "true",
				      .label = words_in(control->language, WORD_CONSENT)});
	html_markup(control->text, "</div>\n");
}

static const char *const consent_members[] = {NULL};

const struct kind kind_consent = {
	.name = "consent",
	.family = FAMILY_NONE,
	.measure = MEASURE_SHARES,
	.members = consent_members,
	.read = consent_read,
	.width = consent_width,
	.cells = consent_cells,
	.check = consent_check,
	.posted = consent_posted,
	.control = consent_control,
};
