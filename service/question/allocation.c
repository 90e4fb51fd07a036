/* allocation: a total shared out among options. Coded as one byte an option: percent of the total. Counted in a table per
 * option, of six classes. */
#include <stdio.h>
#include <string.h>

#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/options.h"
#include "survey/words.h"

enum { PERCENTS = 101, CLASSES = 6, MOST_TOTAL = 1000 * 1000 };

/* The classes, and the class of each percentage. */
static const char *const class_keys[CLASSES] = {"0", "1-20", "21-40", "41-60", "61-80", "81-100"};

#define TWENTY(class)                                                                              \
	class, class, class, class, class, class, class, class, class, class, class, class, class, \
		class, class, class, class, class, class, class
static const uint16_t class_of[PERCENTS] = {
	0, TWENTY(1), TWENTY(2), TWENTY(3), TWENTY(4), TWENTY(5)};
#undef TWENTY

static void allocation_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node total = node_member(source, "total");
	options_read_as_items(question, source, reading);
	if (node_is(&total, reading->faults, "integer"))
		question->total = (int)node_integer(&total, reading->faults, 1, MOST_TOTAL, 100);
}

static size_t allocation_width(const struct question *question)
{
	return question->item_count;
}

static size_t allocation_cells(const struct question *question)
{
	(void)question;
	return CLASSES;
}

static const char *allocation_cell_key(
	const struct question *question, size_t cell, struct arena *arena)
{
	(void)question;
	(void)arena;
	return class_keys[cell];
}

static void check_options(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	const char **keys = arena_take_array(answering->arena, question->item_count, sizeof *keys);
	for (size_t i = 0; i < question->item_count; i++)
		keys[i] = question->items[i].key;
	node_check_members(answer, answering->faults, keys, question->item_count);
}

/* Percent of the total, rounded; what is there at all is at least 1, so that nothing and little stay apart. */
static uint8_t percent_of(int64_t part, int total)
{
	int64_t percent = (part * 200 + total) / (2 * (int64_t)total);
	return (uint8_t)(part && !percent ? 1 : percent);
}

static void allocation_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	int64_t sum = 0;
	size_t before = answering->faults->found;
	if (!node_is(answer, answering->faults, "object"))
		return;
	check_options(question, answer, answering);
	for (size_t i = 0; i < question->item_count; i++) {
		struct node item = node_member(answer, question->items[i].key);
		int64_t part = node_integer(&item, answering->faults, 0, question->total, 0);
		answering->row[question->first_column + i] = percent_of(part, question->total);
		sum += part;
	}
	if (answering->faults->found == before && sum != question->total)
		node_fault(answer, answering->faults, FAULT_WRONG_TOTAL,
			arena_format(answering->arena, "%d", question->total),
			arena_format(answering->arena, "%lld", (long long)sum));
}

static const char *field_name(const struct question *question, size_t item, char name[LIMIT_FIELD])
{
	(void)snprintf(name, LIMIT_FIELD, "%s.%s", question->key, question->items[item].key);
	return name;
}

/* All fields left as they were is no answer; one filled in makes the others 0. */
static json_t *allocation_posted(const struct question *question, const struct pairs *fields)
{
	char name[LIMIT_FIELD];
	json_t *answer = json_object();
	for (size_t i = 0; i < question->item_count; i++) {
		const char *value = pairs_find(fields, field_name(question, i, name));
		if (value && *value)
			json_object_set_new(answer, question->items[i].key, field_number(value));
	}
	if (json_object_size(answer))
		return answer;
	json_decref(answer);
	return NULL;
}

static void put_item(struct control *control, const struct question *question, size_t item)
{
	struct text *text = control->text;
	char buffer[LIMIT_FIELD];
	const char *name = field_name(question, item, buffer);
	const char *language = field_language(control, &question->items[item].label);
	html_markup(text, "<label class=\"row share\"><span");
	if (language)
		html_attribute(text, "lang", language);
	html_markup(text, ">");
	html_words(text, phrase_in(&question->items[item].label, control->language));
	html_markup(text, "</span><input type=\"text\" inputmode=\"numeric\" autocomplete=\"off\"");
	html_attribute(text, "name", name);
	html_attribute(text, "value", field_typed(control, name));
	html_markup(text, "></label>\n");
}

static void allocation_control(const struct question *question, struct control *control)
{
	struct text *text = control->text;
	const char *total = arena_format(control->arena, "%d", question->total);
	html_markup(text, "<p class=\"help\"");
	html_attribute(text, "id", arena_format(control->arena, "r.%s", question->key));
	html_markup(text, ">");
	html_words(
		text, words_fill(control->arena, control->language, WORD_SHARE_OUT, total, NULL));
	html_markup(text, "</p>\n<div class=\"options\">\n");
	for (size_t i = 0; i < question->item_count; i++)
		put_item(control, question, i);
	html_markup(text, "</div>\n");
}

static const char *const allocation_members[] = {"options", "total", NULL};

const struct kind kind_allocation = {
	.name = "allocation",
	.family = FAMILY_ITEMS,
	.measure = MEASURE_SHARES,
	.members = allocation_members,
	.read = allocation_read,
	.width = allocation_width,
	.cells = allocation_cells,
	.cell_key = allocation_cell_key,
	.codes = PERCENTS,
	.fold = class_of,
	.check = allocation_check,
	.posted = allocation_posted,
	.control = allocation_control,
};
