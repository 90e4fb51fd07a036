/* choices: any number of options, within min and max picks. Coded as one byte an option: 1 where it was
 * picked, 0 where it wasn't. */
#include <string.h>

#include "base/limits.h"
#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/listed.h"
#include "question/options.h"
#include "survey/words.h"

static void choices_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node least = node_member(source, "min");
	struct node most = node_member(source, "max");
	struct node dont_know = node_member(source, "dont_know");
	options_read(question, source, reading);
	options_check_width(question, source, reading);
	order_read(question, source, reading);
	int64_t cells = (int64_t)options_cells(question);
	question->least_picks = (size_t)node_integer(&least, reading->faults, 0, cells, 0);
	question->most_picks = (size_t)node_integer(&most, reading->faults,
		question->least_picks ? (int64_t)question->least_picks : 1, cells, cells);
	question->dont_know = node_bool(&dont_know, reading->faults, false);
}

static void check_picks(const struct question *question,
	const struct node *answer,
	struct answering *answering,
	size_t picks)
{
	size_t limit = picks < question->least_picks ? question->least_picks : question->most_picks;
	if (picks >= question->least_picks && picks <= question->most_picks)
		return;
	const char *wanted = arena_format(answering->arena, "%zu", limit);
	const char *given = arena_format(answering->arena, "%zu", picks);
	enum fault_code code = picks < limit ? FAULT_TOO_FEW : FAULT_TOO_MANY;
	node_fault(answer, answering->faults, code, wanted, given);
}

static void check_exclusive(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];
		if (!option->exclusive || answering->row[question->first_column + i] != 1)
			continue;
		node_fault(answer, answering->faults, FAULT_EXCLUSIVE, option->key, NULL);
		return;
	}
}

static void choices_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	if (!node_is(answer, answering->faults, "array"))
		return;
	uint8_t *codes = answering->row + question->first_column;
	size_t picks = json_array_size(answer->json);
	memset(codes, 0, question->columns);
	for (size_t i = 0; i < picks && i < LIMIT_OPTIONS; i++) {
		struct node element = node_element(answer, i);
		if (json_object_get(element.json, "missing")) {
			node_fault(answer, answering->faults, FAULT_EXCLUSIVE, "dont_know", NULL);
			return;
		}
		int code = options_check(question, &element, answering);
		if (code >= 0 && codes[code])
			node_fault(&element, answering->faults, FAULT_DUPLICATE,
				json_is_string(element.json) ? json_string_value(element.json)
							     : "other",
				NULL);
		else if (code >= 0)
			codes[code] = 1;
	}
	check_picks(question, answer, answering, picks);
	if (picks > 1)
		check_exclusive(question, answer, answering);
}

/* What is written beside "other" is sent, whether or not its box is ticked: it can be seen. */
static json_t *choices_posted(const struct question *question, const struct pairs *fields)
{
	bool ticked = pairs_have(fields, question->key, FIELD_OTHER);
	json_t *other = ticked ? NULL : field_other(question, fields);
	size_t picks = pairs_count(fields, question->key);
	if (!picks && !other)
		return NULL;
	if (picks == 1 && !other && pairs_have(fields, question->key, FIELD_DONT_KNOW))
		return json_pack("{s:s}", "missing", "dont_know");
	json_t *picked = json_array();
	for (size_t i = 0; i < fields->count; i++)
		if (strcmp(fields->list[i].name, question->key) == 0)
			json_array_append_new(
				picked, field_picked(question, fields->list[i].value, fields));
	if (other)
		json_array_append_new(picked, other);
	return picked;
}

static void put_rule(const struct question *question, struct control *control)
{
	if (!field_has_rule(question))
		return;
	const char *least = arena_format(control->arena, "%zu", question->least_picks);
	const char *most = arena_format(control->arena, "%zu", question->most_picks);
	bool bounded = question->most_picks < options_cells(question);
	enum word word = !question->least_picks ? WORD_PICK_AT_MOST
			 : !bounded             ? WORD_PICK_AT_LEAST
						: WORD_PICK_BETWEEN;
	html_markup(control->text, "<p class=\"help\"");
	html_attribute(control->text, "id", arena_format(control->arena, "r.%s", question->key));
	html_markup(control->text, ">");
	html_words(control->text, words_fill(control->arena, control->language, word,
					  word == WORD_PICK_AT_MOST ? most : least, most));
	html_markup(control->text, "</p>\n");
}

static void choices_control(const struct question *question, struct control *control)
{
	put_rule(question, control);
	field_options(control, question, "checkbox");
	if (question->dont_know)
		field_dont_know(control, "checkbox", question->key);
}

static const char *const choices_members[] = {
	"options", "code_list", "within", "other", "order", "min", "max", "dont_know", NULL};

const struct kind kind_choices = {
	.name = "choices",
	.family = FAMILY_PICKS,
	.measure = MEASURE_SHARES,
	.members = choices_members,
	.read = choices_read,
	.width = options_cells,
	.cells = options_cells,
	.check = choices_check,
	.posted = choices_posted,
	.control = choices_control,
};
