/* matrix: several items on one scale. Coded as one byte an item: the point's distance from least. */
#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "html/html.h"
#include "question/fields.h"
#include "question/kinds.h"
#include "question/options.h"

static void matrix_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	items_read(question, source, reading);
	scale_read(question, source, reading);
}

static size_t matrix_width(const struct question *question)
{
	return question->item_count;
}

static void check_items(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	const char **keys = arena_take_array(answering->arena, question->item_count, sizeof *keys);
	for (size_t i = 0; i < question->item_count; i++)
		keys[i] = question->items[i].key;
	node_check_members(answer, answering->faults, keys, question->item_count);
}

static void matrix_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	if (!node_is(answer, answering->faults, "object"))
		return;
	check_items(question, answer, answering);
	for (size_t i = 0; i < question->item_count; i++) {
		struct node item = node_member(answer, question->items[i].key);
		if (!item.json && !question->required)
			continue;
		int code = scale_check(question, &item, answering);
		if (code >= 0)
			answering->row[question->first_column + i] = (uint8_t)code;
	}
}

static const char *field_name(const struct question *question, size_t item, char name[160])
{
	(void)snprintf(name, 160, "%s.%s", question->key, question->items[item].key);
	return name;
}

static json_t *matrix_posted(const struct question *question, const struct pairs *fields)
{
	char name[160];
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

static void put_cell(struct control *control, const char *name, int point, const char *item_id)
{
	struct text *text = control->text;
	const char *value = arena_format(control->arena, "%d", point);
	html_markup(text, "<td><label>");
	html_markup(text, "<input type=\"radio\"");
	html_attribute(text, "name", name);
	html_attribute(text, "value", value);
	if (pairs_have(control->typed, name, value))
		html_markup(text, " checked");
	html_attribute(text, "aria-describedby", item_id);
	html_markup(text, "><span>");
	html_words(text, value);
	html_markup(text, "</span></label></td>");
}

static void put_item(struct control *control, const struct question *question, size_t item)
{
	struct text *text = control->text;
	char buffer[160];
	const char *name = field_name(question, item, buffer);
	const char *id = arena_format(control->arena, "i.%s", name);
	html_markup(text, "<tr role=\"radiogroup\"");
	html_attribute(text, "aria-labelledby", id);
	html_markup(text, "><th scope=\"row\"");
	html_attribute(text, "id", id);
	html_markup(text, ">");
	html_words(text, phrase_in(&question->items[item].label, control->language));
	html_markup(text, "</th>");
	for (int point = question->scale.least; point <= question->scale.most; point++)
		put_cell(control, name, point, id);
	html_markup(text, "</tr>");
}

static void matrix_control(const struct question *question, struct control *control)
{
	html_markup(control->text, "<table class=\"matrix\">");
	for (size_t i = 0; i < question->item_count; i++)
		put_item(control, question, i);
	html_markup(control->text, "</table>");
}

static const char *const matrix_members[] = {"items", "scale", NULL};

const struct kind kind_matrix = {
	.name = "matrix",
	.family = FAMILY_ITEMS,
	.measure = MEASURE_SCALE,
	.members = matrix_members,
	.read = matrix_read,
	.width = matrix_width,
	.cells = scale_points,
	.check = matrix_check,
	.posted = matrix_posted,
	.control = matrix_control,
};
