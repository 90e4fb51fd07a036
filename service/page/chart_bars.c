#include <math.h>

#include "page/chart.h"
#include "page/number.h"
#include "statistics/share.h"

static void put_interval(struct text *text, double low, double high)
{
	html_markup(text, "<path class=\"ci\" d=\"M");
	html_coordinate(text, low);
	html_markup(text, " 12H");
	html_coordinate(text, high);
	html_markup(text, "M");
	html_coordinate(text, low);
	html_markup(text, " 7V17M");
	html_coordinate(text, high);
	html_markup(text, " 7V17\"/>");
}

/* The bar of a share and the thin line of its interval, on 0 … 100. */
static void put_bar(struct text *text, struct share share)
{
	html_markup(text, "<svg class=\"bar\" viewBox=\"0 0 100 24\" preserveAspectRatio=\"none\" "
			  "aria-hidden=\"true\"><use href=\"#grid\"/>");
	if (isfinite(share.share)) {
		html_markup(text, "<path d=\"M0 3H");
		html_coordinate(text, 100 * share.share);
		html_markup(text, "V21H0z\"/>");
		put_interval(text, 100 * share.low, 100 * share.high);
	}
	html_markup(text, "</svg>");
}

static void put_row(struct view *view,
	const struct question *question,
	const struct safe_table *table,
	size_t cell,
	bool short_form)
{
	struct text *text = &view->text;
	struct share share = share_of(table, cell);
	html_markup(text, "<tr><th scope=\"row\"><div><span>");
	chart_put_cell(view, question, cell);
	html_markup(text, "</span>");
	put_bar(text, share);
	html_markup(text, "</div></th><td><b>");
	number_put_percent(view, share.share);
	html_markup(text, "</b>");
	if (!short_form) {
		html_markup(text, " <small>");
		html_words(text, number_percents(view, share.low, share.high));
		html_markup(text, "</small></td><td>");
		number_put(view, table_count(table, cell), 0);
	}
	html_markup(text, "</td></tr>\n");
}

static void put_head(struct view *view, bool short_form)
{
	struct text *text = &view->text;
	html_markup(text, "<thead><tr><th scope=\"col\"><div><span>");
	view_words(view, WORD_HEAD_ANSWER);
	html_markup(text, "</span><span class=\"axis\" aria-hidden=\"true\"><i>0</i><i>50</i>"
			  "<i>100</i></span></div></th><th scope=\"col\">");
	view_words(view, WORD_HEAD_SHARE);
	if (!short_form) {
		html_markup(text, "</th><th scope=\"col\">");
		view_words(view, WORD_HEAD_COUNT);
	}
	html_markup(text, "</th></tr></thead>\n");
}

void chart_bars(struct view *view,
	const struct question *question,
	const struct safe_table *table,
	const size_t *order,
	bool short_form)
{
	struct text *text = &view->text;
	if (table_is_confidential(table)) {
		chart_put_withheld(view);
		return;
	}
	html_markup(text, "<table class=\"bars shares\"");
	view_attribute(view, "aria-labelledby", "t.", question->key);
	html_markup(text, ">\n");
	put_head(view, short_form);
	html_markup(text, "<tbody>\n");
	for (size_t i = 0; i < table_cells(table); i++)
		put_row(view, question, table, order[i], short_form);
	html_markup(text, "</tbody></table>\n");
}
