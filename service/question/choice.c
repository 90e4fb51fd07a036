/* choice: one of several options, or "other" in words. Coded as one byte: the option's index; other is
 * the index after the last. */
#include <string.h>

#include "base/limits.h"
#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/options.h"
#include "survey/words.h"

/* More options than this make a select instead of rows to press. */
enum { MOST_ROWS = 12 };

static void choice_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node dont_know = node_member(source, "dont_know");
	options_read(question, source, reading);
	question->dont_know = node_bool(&dont_know, reading->faults, false);
}

static size_t choice_width(const struct question *question)
{
	(void)question;
	return 1;
}

static void choice_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	int code = options_check(question, answer, answering);
	if (code >= 0)
		answering->row[question->first_column] = (uint8_t)code;
}

static json_t *choice_posted(const struct question *question, const struct pairs *fields)
{
	const char *value = pairs_find(fields, question->key);
	return value && *value ? field_picked(question, value, fields) : NULL;
}

static void put_select_option(struct control *control,
	const struct question *question,
	const char *value,
	const char *label)
{
	struct text *text = control->text;
	html_markup(text, "<option");
	html_attribute(text, "value", value);
	if (pairs_have(control->typed, question->key, value))
		html_markup(text, " selected");
	html_markup(text, ">");
	html_words(text, label);
	html_markup(text, "</option>");
}

static void put_select(struct control *control, const struct question *question)
{
	struct text *text = control->text;
	html_markup(text, "<select");
	html_attribute(text, "name", question->key);
	html_attribute(text, "aria-label", phrase_in(&question->title, control->language));
	field_described(control);
	html_markup(text, ">");
	put_select_option(control, question, "", words_in(control->language, WORD_CHOOSE));
	for (size_t i = 0; i < question->option_count; i++)
		put_select_option(control, question, question->options[i].key,
			phrase_in(&question->options[i].label, control->language));
	if (question->dont_know)
		put_select_option(control, question, FIELD_DONT_KNOW,
			words_in(control->language, WORD_DONT_KNOW));
	html_markup(text, "</select>");
}

static void choice_control(const struct question *question, struct control *control)
{
	if (question->option_count > MOST_ROWS && !question->other) {
		put_select(control, question);
		return;
	}
	field_options(control, question, "radio");
	if (question->dont_know)
		field_dont_know(control, question->key);
}

static const char *const choice_members[] = {"options", "other", "dont_know", NULL};

const struct kind kind_choice = {
	.name = "choice",
	.family = FAMILY_CLASSES,
	.measure = MEASURE_SHARES,
	.members = choice_members,
	.read = choice_read,
	.width = choice_width,
	.cells = options_cells,
	.check = choice_check,
	.posted = choice_posted,
	.control = choice_control,
};
