#include <math.h>

#include "page/chart.h"
#include "page/number.h"
#include "page/stack.h"
#include "statistics/nps.h"

/* The three parts, in the order in which they lie. */
enum { DETRACTORS, PASSIVES, PROMOTERS, PARTS };

static const enum word part_words[PARTS] = {WORD_DETRACTORS, WORD_PASSIVES, WORD_PROMOTERS};

static struct stack stack_of(const struct safe_table *table, const struct nps *nps)
{
	double base = table_base(table);
	struct stack stack = {.count = PARTS};
	if (base <= 0)
		return stack;
	stack.parts[DETRACTORS] = 100 * nps->detractors / base;
	stack.parts[PASSIVES] = 100 * nps->passives / base;
	stack.parts[PROMOTERS] = 100 * nps->promoters / base;
	return stack;
}

static const char *words_of(const struct view *view, const struct stack *stack)
{
	const char *words = "";
	for (size_t i = 0; i < PARTS; i++)
		words = arena_format(view->arena, "%s%s%s: %s", words, i ? ", " : "",
			words_in(view->language, part_words[i]),
			number_percent(view, stack->parts[i] / 100));
	return words;
}

static void put_score(struct view *view, const struct nps *nps)
{
	struct text *text = &view->text;
	if (!nps->enough) {
		number_put(view, NAN, 0);
		return;
	}
	html_markup(text, "<b>");
	html_words(text, number_signed(view, nps->score, 0));
	html_markup(text, "</b> <small>±");
	number_put(view, nps->margin, 0);
	html_markup(text, "</small>");
}

static void put_row(struct view *view, const struct chart_row *row, const struct stack_axis *axis)
{
	struct text *text = &view->text;
	chart_open_row(view, row);
	if (table_is_confidential(row->table)) {
		chart_put_withheld(view);
		html_markup(text, "</div></th><td></td><td></td></tr>\n");
		return;
	}
	struct nps nps = nps_of(row->table);
	struct stack stack = stack_of(row->table, &nps);
	stack_put(view, &stack, axis, words_of(view, &stack));
	html_markup(text, "</div></th><td>");
	put_score(view, &nps);
	html_markup(text, "</td><td>");
	number_put(view, table_n(row->table), 0);
	html_markup(text, "</td></tr>\n");
}

static void put_key(struct view *view)
{
	struct text *text = &view->text;
	html_markup(text, "<p class=\"key\">");
	for (size_t i = 0; i < PARTS; i++) {
		html_markup(text, "<span><svg aria-hidden=\"true\"><rect class=\"s");
		text_put_int(text, stack_class(i, PARTS));
		html_markup(text, "\" width=\"24\" height=\"22\"/></svg> ");
		view_words(view, part_words[i]);
		html_markup(text, "</span> ");
	}
	html_markup(text, "</p>\n");
}

static void put_head(struct view *view)
{
	struct text *text = &view->text;
	html_markup(text, "<thead><tr><th scope=\"col\"><span class=\"away\">");
	view_words(view, WORD_HEAD_ANSWER);
	html_markup(text, "</span></th><th scope=\"col\">NPS</th><th scope=\"col\">n</th></tr>"
			  "</thead>\n");
}

void chart_nps(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count)
{
	struct text *text = &view->text;
	struct stack_axis axis = {0, 0};
	for (size_t i = 0; i < count; i++) {
		struct nps nps = nps_of(rows[i].table);
		struct stack stack = stack_of(rows[i].table, &nps);
		stack_fit(&axis, &stack);
	}
	put_key(view);
	html_markup(text, "<table class=\"bars stacks\"");
	view_attribute(view, "aria-labelledby", "t.", question->key);
	html_markup(text, ">\n");
	put_head(view);
	html_markup(text, "<tbody>\n");
	for (size_t i = 0; i < count; i++)
		put_row(view, &rows[i], &axis);
	html_markup(text, "</tbody></table>\n<p class=\"small quiet\">");
	view_words(view, WORD_NPS_MEANS);
	html_markup(text, "</p>\n");
	chart_put_points(view, question, rows, count);
}
