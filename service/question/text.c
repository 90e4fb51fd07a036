/* text: words of one's own. Not coded: kept apart from the closed answers. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/options.h"

static void text_read(struct question *question, const struct node *source, struct reading *reading)
{
	static const char *const lines[] = {"one", "many"};
	struct node length = node_member(source, "max_length");
	struct node many = node_member(source, "lines");
	question->max_length = (size_t)node_integer(&length, reading->faults, 1, LIMIT_TEXT, 2000);
	question->many_lines =
		!many.json || node_choice(&many, reading->faults, lines, COUNT_OF(lines)) == 1;
}

static size_t text_width(const struct question *question)
{
	(void)question;
	return 0;
}

static size_t text_cells(const struct question *question)
{
	(void)question;
	return 0;
}

static void text_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	const char *text = node_string(answer, answering->faults, question->max_length);
	if (!text)
		return;
	if (*text)
		answering_add_text(answering, question->key, "", text);
	else if (question->required)
		node_fault(answer, answering->faults, FAULT_REQUIRED, NULL, NULL);
}

/* A form sends line ends as CR LF, and a text of spaces for nothing. */
static json_t *text_posted(const struct question *question, const struct pairs *fields)
{
	const char *value = pairs_find(fields, question->key);
	if (!value || !value[strspn(value, " \t\r\n")])
		return NULL;
	size_t size = 0;
	char *plain = strdup(value);
	if (!plain)
		return NULL;
	for (const char *at = value; *at; at++)
		if (*at != '\r' || at[1] != '\n')
			plain[size++] = *at;
	json_t *answer = json_stringn(plain, size);
	free(plain);
	return answer;
}

/* No maxlength: a browser would cut a pasted text without a word. */
static void put_common(struct control *control, const struct question *question)
{
	html_attribute(control->text, "name", question->key);
	field_described(control, question);
	html_markup(control->text, " dir=\"auto\" autocomplete=\"off\"");
}

static void text_control(const struct question *question, struct control *control)
{
	struct text *text = control->text;
	const char *typed = field_typed(control, question->key);
	if (question->many_lines) {
		html_markup(text, "<textarea rows=\"4\"");
		put_common(control, question);
		html_markup(text, ">\n");
		html_words(text, typed);
		html_markup(text, "</textarea>");
		return;
	}
	html_markup(text, "<input type=\"text\"");
	put_common(control, question);
	html_attribute(text, "value", typed);
	html_markup(text, ">");
}

static const char *const text_members[] = {"max_length", "lines", NULL};

const struct kind kind_text = {
	.name = "text",
	.family = FAMILY_NONE,
	.measure = MEASURE_SHARES,
	.members = text_members,
	.read = text_read,
	.width = text_width,
	.cells = text_cells,
	.check = text_check,
	.posted = text_posted,
	.control = text_control,
};
