#include <math.h>

#include "page/chart.h"
#include "page/number.h"
#include "page/stack.h"
#include "statistics/share.h"
#include "statistics/summary.h"

static struct stack stack_of(const struct safe_table *table)
{
	struct stack stack = {.count = table_cells(table)};
	for (size_t i = 0; i < stack.count && table_base(table); i++)
		stack.parts[i] = 100 * share_of(table, i).share;
	return stack;
}

/* "1: 4 %, 2: 9 % …" */
static const char *words_of(
	const struct view *view, const struct question *question, const struct safe_table *table)
{
	const char *words = "";
	for (size_t i = 0; i < table_cells(table); i++)
		words = arena_format(view->arena, "%s%s%d: %s", words, i ? ", " : "",
			question->scale.least + (int)i,
			number_percent(view, share_of(table, i).share));
	return words;
}

static void put_line(struct text *text, const char *class, double from, double to)
{
	html_markup(text, "<line");
	html_attribute(text, "class", class);
	html_markup(text, " x1=\"");
	html_coordinate(text, from);
	html_markup(text, "%\" x2=\"");
	html_coordinate(text, to);
	html_markup(text, "%\" y1=\"5\" y2=\"5\"/>");
}

/* The mean as a mark on the scale from end to end, with its interval. */
static void put_mark(struct text *text, const struct scale *scale, const struct summary *summary)
{
	double width = scale->most - scale->least;
	double low = fmax(0, (summary->low - scale->least) / width);
	double high = fmin(1, (summary->high - scale->least) / width);
	html_markup(text, "<svg class=\"mean\" aria-hidden=\"true\">");
	put_line(text, "grid", 0, 100);
	if (isfinite(summary->low))
		put_line(text, "ci", 100 * low, 100 * high);
	html_markup(text, "<circle cx=\"");
	html_coordinate(text, 100 * (summary->mean - scale->least) / width);
	html_markup(text, "%\" cy=\"5\" r=\"4\"/></svg>");
}

static void put_mean(
	struct view *view, const struct question *question, const struct safe_table *table)
{
	struct text *text = &view->text;
	struct summary summary = summary_of(table, question->scale.least);
	int decimals = share_decimals(table);
	html_markup(text, "<td><b>");
	number_put(view, summary.mean, decimals);
	html_markup(text, "</b>");
	if (decimals && isfinite(summary.low)) {
		html_markup(text, " <small>±");
		number_put(view, (summary.high - summary.low) / 2, 1);
		html_markup(text, "</small>");
	}
	if (isfinite(summary.mean))
		put_mark(text, &question->scale, &summary);
	html_markup(text, "</td><td>");
	number_put(view, table_n(table), 0);
	html_markup(text, "</td>");
}

static void put_row(struct view *view,
	const struct question *question,
	const struct chart_row *row,
	const struct stack_axis *axis)
{
	struct text *text = &view->text;
	chart_open_row(view, row);
	if (table_is_confidential(row->table)) {
		chart_put_withheld(view);
		html_markup(text, "</div></th><td></td><td></td></tr>\n");
		return;
	}
	struct stack stack = stack_of(row->table);
	stack_put(view, &stack, axis, words_of(view, question, row->table));
	html_markup(text, "</div></th>");
	put_mean(view, question, row->table);
	html_markup(text, "</tr>\n");
}

static void put_key(struct view *view, const struct scale *scale, size_t points)
{
	struct text *text = &view->text;
	html_markup(text, "<p class=\"key\"><span>");
	view_phrase(view, &scale->least_label);
	html_markup(text, "</span> <span class=\"points\">");
	for (size_t i = 0; i < points; i++) {
		html_markup(text, "<svg aria-hidden=\"true\"><rect class=\"s");
		text_put_int(text, stack_class(i, points));
		html_markup(text, "\" width=\"24\" height=\"22\"/><text class=\"s");
		text_put_int(text, stack_class(i, points));
		html_markup(text, "\" x=\"12\" y=\"16\">");
		text_put_int(text, scale->least + (int)i);
		html_markup(text, "</text></svg>");
	}
	html_markup(text, "</span> <span>");
	view_phrase(view, &scale->most_label);
	html_markup(text, "</span></p>\n");
}

static void put_head(struct view *view)
{
	struct text *text = &view->text;
	html_markup(text, "<thead><tr><th scope=\"col\"><span class=\"away\">");
	view_words(view, WORD_HEAD_ANSWER);
	html_markup(text, "</span></th><th scope=\"col\">");
	view_words(view, WORD_HEAD_MEAN);
	html_markup(text, "</th><th scope=\"col\">n</th></tr></thead>\n");
}

void chart_scale(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count)
{
	struct text *text = &view->text;
	struct stack_axis axis = {0, 0};
	for (size_t i = 0; i < count; i++) {
		struct stack stack = stack_of(rows[i].table);
		stack_fit(&axis, &stack);
	}
	put_key(view, &question->scale, question->kind->cells(question));
	html_markup(text, "<table class=\"bars stacks\"");
	view_attribute(view, "aria-labelledby", "t.", question->key);
	html_markup(text, ">\n");
	put_head(view);
	html_markup(text, "<tbody>\n");
	for (size_t i = 0; i < count; i++)
		put_row(view, question, &rows[i], &axis);
	html_markup(text, "</tbody></table>\n");
	chart_put_points(view, question, rows, count);
}
