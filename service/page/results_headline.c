#include "page/number.h"
#include "page/results.h"

#include "statistics/nps.h"
#include "statistics/share.h"
#include "statistics/summary.h"

static void open_number(struct view *view, const char *number)
{
	html_markup(&view->text, "<div><b>");
	html_words(&view->text, number);
	html_markup(&view->text, "</b><span>");
}

static void close_number(struct view *view)
{
	html_markup(&view->text, "</span></div>\n");
}

/* The first table of a question of this measure that is shown; required: only if all had to answer it. */
static const struct result_question *find(
	const struct result *result, enum measure measure, bool required)
{
	for (size_t i = 0; i < result->query.question_count; i++) {
		const struct result_question *asked = &result->groups[0].questions[i];
		const struct kind *kind = asked->question->kind;
		if (kind->measure == measure && kind->family == FAMILY_CLASSES &&
			asked->question != result->query.where &&
			(asked->question->required || !required) &&
			!table_is_confidential(asked->tables[0]))
			return asked;
	}
	return NULL;
}

static void put_count(struct view *view, const struct result *result)
{
	const struct result_question *asked = find(result, MEASURE_SHARES, true);
	if (!asked)
		return;
	open_number(view, number_text(view, table_n(asked->tables[0]), 0));
	view_words(view, WORD_RESPONSES);
	close_number(view);
}

static void put_score(struct view *view, const struct result *result)
{
	const struct result_question *asked = find(result, MEASURE_NPS, false);
	if (!asked)
		return;
	struct nps nps = nps_of(asked->tables[0]);
	if (!nps.enough)
		return;
	open_number(view, number_signed(view, nps.score, 0));
	view_fill(view, WORD_HEADLINE_NPS, number_text(view, nps.margin, 0), NULL);
	close_number(view);
}

static void put_mean(struct view *view, const struct result *result)
{
	const struct result_question *asked = find(result, MEASURE_SCALE, false);
	if (!asked || share_is_few(asked->tables[0]))
		return;
	const struct question *question = asked->question;
	struct summary summary = summary_of(asked->tables[0], question->scale.least);
	open_number(view, number_text(view, summary.mean, 1));
	view_fill(view, WORD_HEADLINE_MEAN, arena_format(view->arena, "%d", question->scale.most),
		number_text(view, (summary.high - summary.low) / 2, 1));
	html_markup(&view->text, " <a");
	view_attribute(view, "href", "#q.", question->key);
	html_markup(&view->text, ">");
	view_phrase(view, &question->title);
	html_markup(&view->text, "</a>");
	close_number(view);
}

void results_put_headline(struct view *view, const struct result *result)
{
	if (result->query.by)
		return;
	html_markup(&view->text, "<div class=\"big\">\n");
	put_count(view, result);
	put_score(view, result);
	put_mean(view, result);
	html_markup(&view->text, "</div>\n");
}
