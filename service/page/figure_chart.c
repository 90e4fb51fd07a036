#include "page/figure.h"
#include "page/number.h"

/* Small multiples up to so many groups and bars; beyond, a table says more. */
enum { MOST_PANELS = 12, MOST_BARS = 72 };

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
	if (figure->count == 1 && !figure_has_items(figure))
		chart_bars(view, figure->question, figure->rows[0].table, order, false);
	else if (!figure_has_items(figure) && figure->count <= MOST_PANELS &&
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

void figure_put_chart(struct view *view, const struct figure *figure)
{
	if (figure_is_withheld(figure)) {
		html_markup(&view->text, "<p>");
		chart_put_withheld(view);
		html_markup(&view->text, "</p>\n");
		return;
	}
	enum measure measure = figure->question->kind->measure;
	if (figure_has_items(figure) && figure_is_divided(figure)) {
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
