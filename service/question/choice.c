/* choice: one of several options, or "other" in words. Coded as the option's index, other as the index after
 * the last: one byte, or two where a code list is longer than a byte holds. */
#include <string.h>

#include "base/limits.h"
#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/listed.h"
#include "question/options.h"
#include "survey/words.h"

/* More options than this make a select instead of rows to press. */
enum { MOST_ROWS = 12 };

static void choice_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node dont_know = node_member(source, "dont_know");
	options_read(question, source, reading);
	order_read(question, source, reading);
	question->dont_know = node_bool(&dont_know, reading->faults, false);
}

static size_t choice_width(const struct question *question)
{
	return options_cells(question) > LIMIT_OPTIONS ? 2 : 1;
}

static void choice_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	int code = options_check(question, answer, answering);
	if (code >= 0)
		question_code_put(question, answering->row, (uint16_t)code);
}

static json_t *choice_posted(const struct question *question, const struct pairs *fields)
{
	const char *value = pairs_find(fields, question->key);
	return value && *value ? field_picked(question, value, fields)
			       : field_other(question, fields);
}

static void put_select_option(
	struct control *control, const struct question *question, const struct field_option *option)
{
	struct text *text = control->text;
	html_markup(text, "<option");
	html_attribute(text, "value", option->value);
	if (option->label_language)
		html_attribute(text, "lang", option->label_language);
	if (pairs_have(control->typed, question->key, option->value))
		html_markup(text, " selected");
	html_markup(text, ">");
	html_words(text, option->label);
	html_markup(text, "</option>\n");
}

static void put_listed(
	struct control *control, const struct question *question, const struct option *option)
{
	put_select_option(control, question,
		&(struct field_option){.value = option->key,
			.label = phrase_in(&option->label, control->language),
			.label_language = field_language(control, &option->label)});
}

/* The options of one class under its name; those that stand first in a group of their own, not again in this one. */
static void put_class(
	struct control *control, const struct question *question, size_t class, bool is_first)
{
	struct text *text = control->text;
	const struct code_class *of = &question->groupings[0].classes[class];
	bool is_open = false;
	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];
		if (question->folds[0][i] != class || option->is_first != is_first)
			continue;
		if (!is_open) {
			html_markup(text, "<optgroup");
			html_attribute(text, "label", phrase_in(&of->label, control->language));
			html_markup(text, ">\n");
			is_open = true;
		}
		put_listed(control, question, option);
	}
	if (is_open)
		html_markup(text, "</optgroup>\n");
}

/* A long list in groups, those that stand first before the others; without groups, or all in one, as it is. */
static void put_select_options(struct control *control, const struct question *question)
{
	bool has_groups = false;
	for (size_t i = 1; question->grouping_count && i < question->option_count; i++)
		has_groups = has_groups || question->folds[0][i] != question->folds[0][0];
	if (!has_groups) {
		for (size_t i = 0; i < question->option_count; i++)
			put_listed(control, question, &question->options[i]);
		return;
	}
	size_t classes = question->groupings[0].class_count;
	for (size_t i = 0; i < classes; i++)
		put_class(control, question, i, true);
	for (size_t i = 0; i < classes; i++)
		put_class(control, question, i, false);
}

static void put_select(struct control *control, const struct question *question)
{
	struct text *text = control->text;
	html_markup(text, "<select");
	html_attribute(text, "name", question->key);
	html_attribute(
		text, "aria-labelledby", arena_format(control->arena, "l.%s", question->key));
	field_described(control, question);
	html_markup(text, ">\n");
	put_select_option(control, question,
		&(struct field_option){
			.value = "", .label = words_in(control->language, WORD_CHOOSE)});
	put_select_options(control, question);
	if (question->dont_know)
		put_select_option(control, question,
			&(struct field_option){.value = FIELD_DONT_KNOW,
				.label = words_in(control->language, WORD_DONT_KNOW)});
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
		field_dont_know(control, "radio", question->key);
}

static const char *const choice_members[] = {
	"options", "code_list", "within", "first", "other", "order", "dont_know", NULL};

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
