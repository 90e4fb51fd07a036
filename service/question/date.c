/* date: a day. Coded as its class in one byte; the day itself is kept beside the row. */
#include <stdio.h>

#include "base/clock.h"
#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/options.h"
#include "question/range.h"

static bool read_value(double *value, const struct node *node, struct faults *faults)
{
	const char *text = node_string(node, faults, LIMIT_KEY);
	if (!text)
		return false;
	if (!clock_parse_date(value, text))
		return true;
	node_fault(node, faults, FAULT_INVALID_VALUE, text, "a day, like 2020-05-06");
	return false;
}

static void date_read(struct question *question, const struct node *source, struct reading *reading)
{
	struct node dont_know = node_member(source, "dont_know");
	range_read(question, source, reading, read_value);
	question->dont_know = node_bool(&dont_know, reading->faults, false);
}

static void date_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	double days = 0;
	if (!read_value(&days, answer, answering->faults))
		return;
	range_check(question, answer, answering, days,
		arena_format(answering->arena, "\"%s\"", json_string_value(answer->json)));
}

static json_t *date_posted(const struct question *question, const struct pairs *fields)
{
	char name[LIMIT_FIELD + 8];
	const char *value = pairs_find(fields, question->key);
	if (value && *value)
		return json_string(value);
	(void)snprintf(name, sizeof name, "%s.missing", question->key);
	return pairs_have(fields, name, FIELD_DONT_KNOW) ? field_number(FIELD_DONT_KNOW) : NULL;
}

static void date_control(const struct question *question, struct control *control)
{
	struct text *text = control->text;
	html_markup(text, "<input type=\"date\" autocomplete=\"off\"");
	html_attribute(text, "name", question->key);
	html_attribute(text, "value", field_typed(control, question->key));
	html_attribute(
		text, "aria-labelledby", arena_format(control->arena, "l.%s", question->key));
	field_described(control, question);
	html_markup(text, ">\n");
	if (question->dont_know)
		field_dont_know(control, "checkbox",
			arena_format(control->arena, "%s.missing", question->key));
}

static const char *const date_members[] = {"min", "max", "classes", "dont_know", NULL};

const struct kind kind_date = {
	.name = "date",
	.family = FAMILY_CLASSES,
	.measure = MEASURE_DATE,
	.members = date_members,
	.read = date_read,
	.width = range_width,
	.cells = range_cells,
	.cell_key = range_cell_key,
	.check = date_check,
	.posted = date_posted,
	.control = date_control,
};
