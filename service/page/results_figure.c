#include "page/figure.h"
#include "page/layout.h"
#include "statistics/share.h"

static const struct result_question *asked(const struct figure *figure, size_t group)
{
	return &figure->result->groups[group].questions[figure->index];
}

bool figure_has_items(const struct figure *figure)
{
	return figure->question->kind->family == FAMILY_ITEMS;
}

bool figure_is_divided(const struct figure *figure)
{
	return figure->result->query.by != NULL;
}

bool figure_is_withheld(const struct figure *figure)
{
	for (size_t group = 0; group < figure->result->group_count; group++)
		for (size_t i = 0; i < asked(figure, group)->table_count; i++)
			if (!table_is_confidential(asked(figure, group)->tables[i]))
				return false;
	return true;
}

static struct chart_row group_row(const struct figure *figure, size_t group)
{
	const struct question *by = figure->result->query.by;
	struct chart_row row = {.word = WORD_ALL_ANSWERS, .table = asked(figure, group)->tables[0]};
	if (!by)
		return row;
	size_t code = (size_t)figure->result->groups[group].code;
	if (code < by->option_count)
		row.phrase = &by->options[code].label;
	row.word = WORD_OTHER;
	return row;
}

/* Rows of a matrix that isn't divided are its items; else a row is a group. */
static void make_rows(struct figure *figure, struct arena *arena)
{
	const struct question *question = figure->question;
	bool by_item = figure_has_items(figure) && !figure_is_divided(figure);
	size_t groups = figure->result->group_count;
	figure->count = by_item ? question->item_count : groups;
	figure->rows = arena_take_array(arena, figure->count, sizeof *figure->rows);
	figure->tables = arena_take_array(arena, groups, sizeof *figure->tables);
	for (size_t i = 0; i < groups; i++)
		figure->tables[i] = asked(figure, i)->tables;
	for (size_t i = 0; i < figure->count; i++)
		figure->rows[i] = by_item ? (struct chart_row){.phrase = &question->items[i].label,
						    .table = asked(figure, 0)->tables[i]}
					  : group_row(figure, i);
}

static bool is_few(const struct figure *figure)
{
	for (size_t group = 0; group < figure->result->group_count; group++)
		for (size_t i = 0; i < asked(figure, group)->table_count; i++) {
			const struct safe_table *table = asked(figure, group)->tables[i];
			if (!table_is_confidential(table) && share_is_few(table))
				return true;
		}
	return false;
}

static void put_few(struct view *view, const struct figure *figure)
{
	if (!is_few(figure))
		return;
	html_markup(&view->text, "<p class=\"few\">");
	view_words(view, figure->count > 1 ? WORD_SOME_FEW : WORD_FEW);
	html_markup(&view->text, "</p>\n");
}

void results_put_figure(struct view *view, const struct result *result, size_t index)
{
	struct text *text = &view->text;
	struct figure figure = {
		.question = result->query.questions[index], .result = result, .index = index};
	const char *key = figure.question->key;
	make_rows(&figure, view->arena);
	bool full = figure_is_divided(&figure) || figure_has_items(&figure);
	text_put(text, full ? "<figure class=\"full\"" : "<figure");
	view_attribute(view, "id", "q.", key);
	view_attribute(view, "aria-labelledby", "t.", key);
	html_markup(text, ">\n");
	layout_made_up(view, result->survey->definition->made_up);
	html_markup(text, "<h2");
	view_attribute(view, "id", "t.", key);
	html_markup(text, ">");
	view_phrase(view, &figure.question->title);
	html_markup(text, "</h2>\n");
	put_few(view, &figure);
	figure_put_chart(view, &figure);
	figure_put_caption(view, &figure);
	html_markup(text, "</figure>\n");
}
