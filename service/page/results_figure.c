#include "page/chart.h"
#include "page/layout.h"
#include "page/number.h"
#include "page/results.h"
#include "page/when.h"

#include "base/clock.h"
#include "statistics/nps.h"
#include "statistics/share.h"
#include "statistics/summary.h"

/* Small multiples up to so many groups and bars; beyond, a table says more. */
enum { MOST_PANELS = 12, MOST_BARS = 72 };

/* A question with the rows of its chart: one for all answers, one per group, or one per item. */
struct figure {
	const struct question *question;
	const struct result *result;
	size_t index;
	struct chart_row *rows;
	size_t count;
	const struct safe_table *const **tables; /* of each group */
};

static const struct result_question *asked(const struct figure *figure, size_t group)
{
	return &figure->result->groups[group].questions[figure->index];
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

static bool has_items(const struct figure *figure)
{
	return figure->question->kind->family == FAMILY_ITEMS;
}

static bool is_divided(const struct figure *figure)
{
	return figure->result->query.by != NULL;
}

/* Rows of a matrix that isn't divided are its items; else a row is a group. */
static void make_rows(struct figure *figure, struct arena *arena)
{
	const struct question *question = figure->question;
	bool by_item = has_items(figure) && !is_divided(figure);
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

static bool is_withheld(const struct figure *figure)
{
	for (size_t group = 0; group < figure->result->group_count; group++)
		for (size_t i = 0; i < asked(figure, group)->table_count; i++)
			if (!table_is_confidential(asked(figure, group)->tables[i]))
				return false;
	return true;
}

static bool is_few(const struct figure *figure)
{
	for (size_t i = 0; i < figure->count; i++)
		if (!table_is_confidential(figure->rows[i].table) &&
			share_is_few(figure->rows[i].table))
			return true;
	return false;
}

/* shapes */

static void put_panels(struct view *view, const struct figure *figure, const size_t *order)
{
	struct text *text = &view->text;
	html_markup(text, "<div class=\"panels\">\n");
	for (size_t i = 0; i < figure->count; i++) {
		html_markup(text, "<div><h3>");
		chart_put_name(view, &figure->rows[i]);
		if (!table_is_confidential(figure->rows[i].table)) {
			html_markup(text, " <small>n = ");
			number_put(view, table_n(figure->rows[i].table), 0);
			html_markup(text, "</small>");
		}
		html_markup(text, "</h3>");
		chart_bars(view, figure->question, figure->rows[i].table, order, true);
		html_markup(text, "</div>\n");
	}
	html_markup(text, "</div>\n");
}

static void put_shares(struct view *view, const struct figure *figure)
{
	size_t cells = figure->question->kind->cells(figure->question);
	const size_t *order = chart_order(view, figure->question, figure->rows, figure->count);
	if (figure->count == 1 && !has_items(figure))
		chart_bars(view, figure->question, figure->rows[0].table, order, false);
	else if (!has_items(figure) && figure->count <= MOST_PANELS &&
		 figure->count * cells <= MOST_BARS)
		put_panels(view, figure, order);
	else
		chart_heat(view, figure->question, figure->rows, figure->count, order);
}

/* Items that aren't points of a scale, divided: each item's shares in all groups. */
static void put_divided_items(struct view *view, const struct figure *figure)
{
	const struct question *question = figure->question;
	for (size_t item = 0; item < question->item_count; item++) {
		for (size_t i = 0; i < figure->count; i++)
			figure->rows[i].table = figure->tables[i][item];
		html_markup(&view->text, "<h3>");
		view_phrase(view, &question->items[item].label);
		html_markup(&view->text, "</h3>\n");
		put_shares(view, figure);
	}
}

static void put_chart(struct view *view, const struct figure *figure)
{
	if (is_withheld(figure)) {
		html_markup(&view->text, "<p>");
		chart_put_withheld(view);
		html_markup(&view->text, "</p>\n");
		return;
	}
	enum measure measure = figure->question->kind->measure;
	if (has_items(figure) && is_divided(figure)) {
		if (measure == MEASURE_SCALE)
			chart_means(view, figure->question, figure->rows, figure->count,
				figure->tables);
		else
			put_divided_items(view, figure);
		return;
	}
	switch (measure) {
	case MEASURE_SCALE:
		chart_scale(view, figure->question, figure->rows, figure->count);
		return;
	case MEASURE_NPS: chart_nps(view, figure->question, figure->rows, figure->count); return;
	case MEASURE_SHARES:
	default: put_shares(view, figure); return;
	}
}

/* what stands under it */

static void put_missing(struct view *view, const struct safe_table *table)
{
	static const enum word words[MISSING_COUNT] = {
		[MISSING_NOT_ASKED] = WORD_NOT_ASKED,
		[MISSING_HIDDEN] = WORD_HIDDEN,
		[MISSING_NOT_REACHED] = WORD_NOT_REACHED,
		[MISSING_SKIPPED] = WORD_SKIPPED,
		[MISSING_DONT_KNOW] = WORD_DID_NOT_KNOW,
		[MISSING_REFUSED] = WORD_REFUSED,
	};
	for (size_t i = 0; i < MISSING_COUNT; i++) {
		uint32_t count = table_missing(table, (enum missing)i);
		if (!count)
			continue;
		html_markup(&view->text, "<span>");
		view_fill(view, words[i], number_text(view, count, 0), NULL);
		html_markup(&view->text, "</span> ");
	}
}

static void put_release(struct view *view, const struct result *result)
{
	html_markup(&view->text, "<span>");
	if (result->release) {
		view_fill_number(view, WORD_RELEASE, (long long)result->release);
		html_markup(&view->text, " ");
		when_put(view, result->released_at, clock_now());
	} else {
		view_words(view, WORD_COUNTED_NOW);
	}
	html_markup(&view->text, "</span> ");
}

static void put_data(struct view *view, const struct figure *figure)
{
	const struct result *result = figure->result;
	const char *query = results_query_text(view, &result->query);
	html_markup(&view->text, "<a");
	html_attribute(&view->text, "href",
		arena_format(view->arena, "/api/v1/surveys/%s/results%s%cquestions=%s",
			view_encode(view, result->survey->survey.key), query, *query ? '&' : '?',
			figure->question->key));
	html_attribute(&view->text, "aria-describedby",
		arena_format(view->arena, "t.%s", figure->question->key));
	html_markup(&view->text, ">JSON</a>");
}

static void put_caption(struct view *view, const struct figure *figure)
{
	struct text *text = &view->text;
	html_markup(text, "<figcaption>");
	if (!is_withheld(figure) && !is_divided(figure) && !has_items(figure)) {
		html_markup(text, "<span>n = ");
		number_put(view, table_n(figure->rows[0].table), 0);
		html_markup(text, "</span> ");
		put_missing(view, figure->rows[0].table);
	}
	put_release(view, figure->result);
	html_markup(text, "<div><a href=\"#protected\">");
	view_words(view, WORD_PROTECTED_LINK);
	html_markup(text, "</a> ");
	put_data(view, figure);
	html_markup(text, "</div></figcaption>\n");
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
	bool full = is_divided(&figure) || has_items(&figure);
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
	put_chart(view, &figure);
	put_caption(view, &figure);
	html_markup(text, "</figure>\n");
}
