/* ranking: options in order, best first, all of them or the top few. Coded as one byte an option: its rank, 1 for the best; 0
 * where it wasn't ranked. Counted in a table for each pair: which of the two stands before the other. */
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/listed.h"
#include "question/options.h"
#include "survey/words.h"

static void ranking_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node top = node_member(source, "top");
	options_read(question, source, reading);
	options_check_width(question, source, reading);
	order_read(question, source, reading);
	int64_t count = (int64_t)question->option_count;
	question->top = (size_t)node_integer(&top, reading->faults, 1, count ? count : 1, count);
}

static size_t ranking_width(const struct question *question)
{
	return question->option_count;
}

static void ranking_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	uint8_t *ranks = answering->row + question->first_column;
	size_t count = node_array(answer, answering->faults, 1, question->top);
	if (!count)
		return;
	memset(ranks, 0, question->columns);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(answer, i);
		int code = options_check(question, &element, answering);
		if (code >= 0 && ranks[code])
			node_fault(&element, answering->faults, FAULT_DUPLICATE,
				question->options[code].key, NULL);
		else if (code >= 0)
			ranks[code] = (uint8_t)(i + 1);
	}
}

static const char *field_name(const struct question *question, size_t place, char name[LIMIT_FIELD])
{
	(void)snprintf(name, LIMIT_FIELD, "%s.%zu", question->key, place + 1);
	return name;
}

/* The form has one select per place. A place left out in the middle closes up. */
static json_t *ranking_posted(const struct question *question, const struct pairs *fields)
{
	char name[LIMIT_FIELD];
	json_t *answer = json_array();
	for (size_t i = 0; i < question->top; i++) {
		const char *value = pairs_find(fields, field_name(question, i, name));
		if (value && *value)
			json_array_append_new(answer, json_string(value));
	}
	if (json_array_size(answer))
		return answer;
	json_decref(answer);
	return NULL;
}

static void put_option(struct control *control,
	const char *name,
	const char *value,
	const char *label,
	const char *language)
{
	struct text *text = control->text;
	html_markup(text, "<option");
	html_attribute(text, "value", value);
	if (language)
		html_attribute(text, "lang", language);
	if (pairs_have(control->typed, name, value))
		html_markup(text, " selected");
	html_markup(text, ">");
	html_words(text, label);
	html_markup(text, "</option>\n");
}

static void put_place(struct control *control, const struct question *question, size_t place)
{
	struct text *text = control->text;
	char buffer[LIMIT_FIELD];
	const char *name = field_name(question, place, buffer);
	const char *number = arena_format(control->arena, "%zu", place + 1);
	html_markup(text, "<li><label><span>");
	html_words(text, words_fill(control->arena, control->language, WORD_PLACE, number, NULL));
	html_markup(text, "</span><select");
	html_attribute(text, "name", name);
	html_markup(text, ">\n");
	put_option(control, name, "", words_in(control->language, WORD_CHOOSE), NULL);
	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];
		put_option(control, name, option->key, phrase_in(&option->label, control->language),
			field_language(control, &option->label));
	}
	html_markup(text, "</select></label></li>\n");
}

static void ranking_control(const struct question *question, struct control *control)
{
	html_markup(control->text, "<ol class=\"ranking\">\n");
	for (size_t i = 0; i < question->top; i++)
		put_place(control, question, i);
	html_markup(control->text, "</ol>\n");
}

static const char *const ranking_members[] = {
	"options", "code_list", "within", "order", "top", NULL};

const struct kind kind_ranking = {
	.name = "ranking",
	.family = FAMILY_RANKS,
	.measure = MEASURE_SHARES,
	.members = ranking_members,
	.read = ranking_read,
	.width = ranking_width,
	.cells = options_cells,
	.check = ranking_check,
	.posted = ranking_posted,
	.control = ranking_control,
};
