#include "base/clock.h"
#include "page/figure.h"
#include "page/number.h"
#include "page/when.h"

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

void figure_put_caption(struct view *view, const struct figure *figure)
{
	struct text *text = &view->text;
	html_markup(text, "<figcaption>");
	if (!figure_is_withheld(figure) && !figure_is_divided(figure) &&
		!figure_has_items(figure)) {
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
