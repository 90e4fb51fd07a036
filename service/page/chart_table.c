/* Figures in plain tables: those behind stacked bars, and those of many groups. */
#include <math.h>

#include "page/chart.h"
#include "page/number.h"
#include "statistics/share.h"
#include "statistics/summary.h"

enum { HEAT_STEPS = 5 };

/* A table that may be wider than the page: it scrolls by itself, also by keyboard. */
static void open_table(struct view *view, const struct question *question)
{
	struct text *text = &view->text;
	html_markup(text, "<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
	view_attribute(view, "aria-labelledby", "t.", question->key);
	html_markup(text, "><table>\n<thead><tr><td></td>");
}

static void close_table(struct view *view)
{
	html_markup(&view->text, "</tbody></table></div>\n");
}

static void put_cell_heads(struct view *view, const struct question *question, const size_t *order)
{
	size_t cells = question->kind->cells(question);
	for (size_t i = 0; i < cells; i++) {
		html_markup(&view->text, "<th scope=\"col\">");
		chart_put_cell(view, question, order ? order[i] : i);
		html_markup(&view->text, "</th>");
	}
	html_markup(&view->text, "<th scope=\"col\">n</th></tr></thead>\n<tbody>\n");
}

static void open_row(struct view *view, const struct chart_row *row)
{
	html_markup(&view->text, "<tr><th scope=\"row\">");
	chart_put_name(view, row);
	html_markup(&view->text, "</th>");
}

static void put_withheld_cells(struct view *view, size_t count)
{
	html_markup(&view->text, "<td colspan=\"");
	text_put_int(&view->text, (int64_t)count);
	html_markup(&view->text, "\">");
	chart_put_withheld(view);
	html_markup(&view->text, "</td>");
}

static void put_n(struct view *view, const struct safe_table *table)
{
	html_markup(&view->text, "<td>");
	number_put(view, table_n(table), 0);
	html_markup(&view->text, "</td>");
}

static void put_point(struct view *view, const struct safe_table *table, size_t cell)
{
	struct text *text = &view->text;
	html_markup(text, "<td>");
	number_put_percent(view, share_of(table, cell).share);
	html_markup(text, " <small>(");
	number_put(view, table_count(table, cell), 0);
	html_markup(text, ")</small></td>");
}

void chart_put_points(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count)
{
	struct text *text = &view->text;
	html_markup(text, "<details><summary>");
	view_words(view, WORD_SHOW_TABLE);
	html_markup(text, "</summary>\n");
	open_table(view, question);
	put_cell_heads(view, question, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct safe_table *table = rows[i].table;
		open_row(view, &rows[i]);
		if (table_is_confidential(table))
			put_withheld_cells(view, table_cells(table) + 1);
		for (size_t cell = 0; !table_is_confidential(table) && cell < table_cells(table);
			cell++)
			put_point(view, table, cell);
		if (!table_is_confidential(table))
			put_n(view, table);
		html_markup(text, "</tr>\n");
	}
	close_table(view);
	html_markup(text, "</details>\n");
}

/* A number of 0 … 1 as a step of the ground's depth. */
static void put_heat(struct view *view, double depth)
{
	int step = isfinite(depth) ? (int)(depth * HEAT_STEPS) : 0;
	step = step < 0 ? 0 : step >= HEAT_STEPS ? HEAT_STEPS - 1 : step;
	html_markup(&view->text, "<td class=\"h");
	text_put_int(&view->text, step);
	html_markup(&view->text, "\">");
}

void chart_heat(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count,
	const size_t *order)
{
	struct text *text = &view->text;
	open_table(view, question);
	put_cell_heads(view, question, order);
	for (size_t i = 0; i < count; i++) {
		const struct safe_table *table = rows[i].table;
		size_t cells = table_cells(table);
		bool shown = !table_is_confidential(table);
		open_row(view, &rows[i]);
		for (size_t cell = 0; shown && cell < cells; cell++) {
			double share = share_of(table, order[cell]).share;
			put_heat(view, share);
			number_put_percent(view, share);
			html_markup(text, "</td>");
		}
		if (shown)
			put_n(view, table);
		else
			put_withheld_cells(view, cells + 1);
		html_markup(text, "</tr>\n");
	}
	close_table(view);
}

static void put_mean(
	struct view *view, const struct question *question, const struct safe_table *table)
{
	if (table_is_confidential(table)) {
		html_markup(&view->text, "<td>");
		chart_put_withheld(view);
	} else {
		const struct scale *scale = &question->scale;
		double mean = summary_of(table, scale->least).mean;
		put_heat(view, (mean - scale->least) / (scale->most - scale->least));
		number_put(view, mean, share_decimals(table));
		html_markup(&view->text, " <small>(");
		number_put(view, table_n(table), 0);
		html_markup(&view->text, ")</small>");
	}
	html_markup(&view->text, "</td>");
}

static bool all_withheld(const struct safe_table *const *tables, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!table_is_confidential(tables[i]))
			return false;
	return true;
}

void chart_means(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count,
	const struct safe_table *const *const *tables)
{
	struct text *text = &view->text;
	html_markup(text, "<p class=\"small quiet\">");
	view_words(view, WORD_MEANS_AND_N);
	html_markup(text, "</p>\n");
	open_table(view, question);
	for (size_t i = 0; i < question->item_count; i++) {
		html_markup(text, "<th scope=\"col\">");
		view_phrase(view, &question->items[i].label);
		html_markup(text, "</th>");
	}
	html_markup(text, "</tr></thead>\n<tbody>\n");
	for (size_t row = 0; row < count; row++) {
		open_row(view, &rows[row]);
		if (all_withheld(tables[row], question->item_count))
			put_withheld_cells(view, question->item_count);
		else
			for (size_t i = 0; i < question->item_count; i++)
				put_mean(view, question, tables[row][i]);
		html_markup(text, "</tr>\n");
	}
	close_table(view);
}
