/* matrix: several items on one scale. Coded as one byte an item: the point's distance from least. */
#include <stdio.h>
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

static const char *field_name(const struct question *question, size_t item, char name[LIMIT_FIELD])
{
	(void)snprintf(name, LIMIT_FIELD, "%s.%s", question->key, question->items[item].key);
	return name;
}

static json_t *matrix_posted(const struct question *question, const struct pairs *fields)
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

/* The id of an item's or a point's header. */
static const char *header_id(
	struct control *control, char kind, const struct question *question, const char *name)
{
	return arena_format(control->arena, "%c.%s.%s", kind, question->key, name);
}

static const char *point_name(struct control *control, int point)
{
	return arena_format(control->arena, "%d", point);
}

/* The words of a scale's end at this point, or NULL. */
static const struct phrase *end_of(const struct scale *scale, int point)
{
	const struct phrase *end = point == scale->least  ? &scale->least_label
				   : point == scale->most ? &scale->most_label
							  : NULL;
	return end && end->count ? end : NULL;
}

static void put_point(struct control *control, const struct question *question, int point)
{
	struct text *text = control->text;
	const struct phrase *end = end_of(&question->scale, point);
	const char *name = point_name(control, point);
	html_markup(text, "<th scope=\"col\"");
	html_attribute(text, "id", header_id(control, 'p', question, name));
	html_markup(text, ">");
	html_words(text, name);
	if (end) {
		html_markup(text, " <small");
		if (field_language(control, end))
			html_attribute(text, "lang", field_language(control, end));
		html_markup(text, ">");
		html_words(text, phrase_in(end, control->language));
		html_markup(text, "</small>");
	}
	html_markup(text, "</th>");
}

static void put_points(struct control *control, const struct question *question)
{
	html_markup(control->text, "<thead><tr><td></td>");
	for (int point = question->scale.least; point <= question->scale.most; point++)
		put_point(control, question, point);
	html_markup(control->text, "</tr></thead>\n");
}

/* A field is named by its row and its column, also where the style sheet makes blocks of the rows. */
static void put_cell(
	struct control *control, const struct question *question, const char *name, int point)
{
	struct text *text = control->text;
	const struct phrase *end = end_of(&question->scale, point);
	const char *value = point_name(control, point);
	html_markup(text, "<td");
	if (end)
		html_attribute(text, "data-end", phrase_in(end, control->language));
	html_markup(text, "><label><input class=\"cell\" type=\"radio\"");
	html_attribute(text, "name", name);
	html_attribute(text, "value", value);
	html_attribute(text, "aria-labelledby",
		arena_format(control->arena, "i.%s p.%s.%s", name, question->key, value));
	if (pairs_have(control->typed, name, value))
		html_markup(text, " checked");
	html_markup(text, "><span>");
	html_words(text, value);
	html_markup(text, "</span></label></td>");
}

static bool is_faulty(
	struct control *control, const struct question *question, const struct item *item)
{
	return faults_at(control->faults,
		arena_format(control->arena, "/answers/%s/%s", question->key, item->key));
}

static void put_item(struct control *control, const struct question *question, size_t index)
{
	struct text *text = control->text;
	const struct item *item = &question->items[index];
	char name[LIMIT_FIELD];
	text_put(text, is_faulty(control, question, item) ? "<tr class=\"wrong\">" : "<tr>");
	html_markup(text, "<th scope=\"row\"");
	html_attribute(text, "id", header_id(control, 'i', question, item->key));
	if (field_language(control, &item->label))
		html_attribute(text, "lang", field_language(control, &item->label));
	html_markup(text, ">");
	html_words(text, phrase_in(&item->label, control->language));
	html_markup(text, "</th>");
	field_name(question, index, name);
	for (int point = question->scale.least; point <= question->scale.most; point++)
		put_cell(control, question, name, point);
	html_markup(text, "</tr>\n");
}

static void matrix_control(const struct question *question, struct control *control)
{
	struct text *text = control->text;
	text_put(text, field_is_many(question) ? "<table class=\"matrix many\""
					       : "<table class=\"matrix\"");
	html_attribute(
		text, "aria-labelledby", arena_format(control->arena, "l.%s", question->key));
	html_markup(text, ">\n");
	put_points(control, question);
	html_markup(text, "<tbody>\n");
	for (size_t i = 0; i < question->item_count; i++)
		put_item(control, question, i);
	html_markup(text, "</tbody></table>");
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
