/* number: a number, whole or not. Coded as its class in one byte; the exact value is kept beside the row. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/options.h"
#include "question/range.h"

static bool read_value(double *value, const struct node *node, struct faults *faults)
{
	if (!node_is(node, faults, "number"))
		return false;
	*value = json_number_value(node->json);
	return true;
}

static void number_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node dont_know = node_member(source, "dont_know");
	struct node step = node_member(source, "step");
	struct node unit = node_member(source, "unit");
	range_read(question, source, reading, read_value);
	question->dont_know = node_bool(&dont_know, reading->faults, false);
	question->range.unit = phrase_read(&unit, reading->faults, reading->arena,
		reading->languages, reading->language_count);
	if (!step.json || !read_value(&question->range.step, &step, reading->faults))
		return;
	if (question->range.step <= 0)
		node_fault(&step, reading->faults, FAULT_TOO_SMALL, "0", NULL);
}

/* Whether the value is least and a whole number of steps, as near as a double tells. */
static bool is_on_step(const struct range *range, double value)
{
	if (range->step <= 0)
		return true;
	double steps = (value - (range->has_least ? range->least : 0)) / range->step;
	return fabs(steps - round(steps)) < 1e-9 * (1 + fabs(steps));
}

static const char *write_number(const json_t *json, struct arena *arena)
{
	if (json_is_integer(json))
		return arena_format(arena, "%lld", (long long)json_integer_value(json));
	return arena_format(arena, "%.17g", json_number_value(json));
}

static void number_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	const struct range *range = &question->range;
	double value = 0;
	if (!read_value(&value, answer, answering->faults))
		return;
	if (!is_on_step(range, value)) {
		node_fault(answer, answering->faults, FAULT_NOT_A_STEP,
			arena_format(answering->arena, "%.10g", range->step),
			range->has_least ? arena_format(answering->arena, "%.10g", range->least)
					 : NULL);
		return;
	}
	range_check(
		question, answer, answering, value, write_number(answer->json, answering->arena));
}

/* A comma is a decimal point to a Swede. */
static json_t *parse_posted(const char *value)
{
	char plain[64];
	char *end = NULL;
	size_t size = strlen(value);
	if (size >= sizeof plain)
		return json_string(value);
	memcpy(plain, value, size + 1);
	for (char *at = plain; *at; at++)
		*at = *at == ',' ? '.' : *at;
	if (!plain[strspn(plain, "+-0123456789")])
		return field_number(plain);
	if (plain[strspn(plain, "+-0123456789.")])
		return json_string(value);
	errno = 0;
	double number = strtod(plain, &end);
	return errno || *end || !isfinite(number) ? json_string(value) : json_real(number);
}

static json_t *number_posted(const struct question *question, const struct pairs *fields)
{
	char name[LIMIT_FIELD + 8];
	const char *value = pairs_find(fields, question->key);
	if (value && *value)
		return parse_posted(value);
	(void)snprintf(name, sizeof name, "%s.missing", question->key);
	return pairs_have(fields, name, FIELD_DONT_KNOW) ? field_number(FIELD_DONT_KNOW) : NULL;
}

static void number_control(const struct question *question, struct control *control)
{
	struct text *text = control->text;
	const char *unit = phrase_in(&question->range.unit, control->language);
	html_markup(text, "<div class=\"measure\"><input type=\"text\" inputmode=\"decimal\" "
			  "autocomplete=\"off\"");
	html_attribute(text, "name", question->key);
	html_attribute(text, "value", field_typed(control, question->key));
	html_attribute(
		text, "aria-labelledby", arena_format(control->arena, "l.%s", question->key));
	field_described(control, question);
	html_markup(text, ">");
	if (unit) {
		html_markup(text, " <span>");
		html_words(text, unit);
		html_markup(text, "</span>");
	}
	html_markup(text, "</div>\n");
	if (question->dont_know)
		field_dont_know(control, "checkbox",
			arena_format(control->arena, "%s.missing", question->key));
}

static const char *const number_members[] = {
	"min", "max", "step", "unit", "classes", "dont_know", NULL};

const struct kind kind_number = {
	.name = "number",
	.family = FAMILY_CLASSES,
	.measure = MEASURE_NUMBER,
	.members = number_members,
	.read = number_read,
	.width = range_width,
	.cells = range_cells,
	.cell_key = range_cell_key,
	.check = number_check,
	.posted = number_posted,
	.control = number_control,
};
