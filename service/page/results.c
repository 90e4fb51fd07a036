#include "page/results.h"

#include "page/chart.h"
#include "page/context.h"
#include "page/layout.h"
#include "page/pages.h"
#include "page/problem.h"

static void open_page(struct view *view, const struct definition *definition)
{
	struct text *text = &view->text;
	const char *title = phrase_in(&definition->title, view->language);
	layout_open(view, &(struct layout){
				  .title = words_fill(view->arena, view->language, WORD_RESULTS_OF,
					  title, NULL),
				  .wide = true,
			  });
	html_markup(text, "<p class=\"kicker\">");
	view_words(view, WORD_RESULTS);
	html_markup(text, "</p>\n<h1>");
	view_phrase(view, &definition->title);
	html_markup(text, "</h1>\n");
	if (!definition->made_up)
		return;
	html_markup(text, "<p>");
	layout_made_up(view, true);
	html_markup(text, " <span class=\"quiet\">");
	view_words(view, WORD_MADE_UP_RESULTS);
	html_markup(text, "</span></p>\n");
}

/* What the page is limited to: the questions that divide and filter, and the chosen option. */
static void put_view(struct view *view, const struct result_query *query)
{
	struct text *text = &view->text;
	if (!query->by && !query->where)
		return;
	html_markup(text, "<dl class=\"facts\">");
	if (query->by) {
		html_markup(text, "<dt>");
		view_words(view, WORD_DIVIDED_BY);
		html_markup(text, "</dt><dd>");
		view_phrase(view, &query->by->title);
		html_markup(text, "</dd>");
	}
	if (query->where) {
		html_markup(text, "<dt>");
		view_words(view, WORD_ONLY);
		html_markup(text, "</dt><dd>");
		view_phrase(view, &query->where->title);
		html_markup(text, " <b>");
		chart_put_cell(view, query->where, (size_t)query->where_code);
		html_markup(text, "</b></dd>");
	}
	html_markup(text, "</dl>\n");
}

/* Not what divides and filters: its figures say nothing then. Rankings have no chart. */
static bool is_shown(const struct result_query *query, size_t index)
{
	const struct question *question = query->questions[index];
	return question != query->by && question != query->where &&
	       question->kind->family != FAMILY_RANKS;
}

void results_write(struct view *view, const struct result *result)
{
	const struct definition *definition = result->survey->definition;
	struct text *text = &view->text;
	open_page(view, definition);
	chart_put_definitions(view);
	put_view(view, &result->query);
	results_put_headline(view, result);
	results_put_filters(view, result->survey, &result->query);
	html_markup(text, "<div class=\"figures\">\n");
	for (size_t i = 0; i < result->query.question_count; i++)
		if (is_shown(&result->query, i))
			results_put_figure(view, result, i);
	html_markup(text, "</div>\n");
	results_put_protection(view, definition);
	layout_close(view);
}

static enum word sentence_of(enum result_access access)
{
	switch (access) {
	case RESULT_NOT_YET: return WORD_RESULTS_LATER;
	case RESULT_NOT_A_SPLIT: return WORD_NOT_A_SPLIT;
	case RESULT_SPLIT_NOT_YET: return WORD_SPLITS_LATER;
	case RESULT_ALLOWED:
	case RESULT_NOT_PUBLIC:
	default: return WORD_RESULTS_KEY;
	}
}

/* A page that tells why there are no figures; where others can be had, the forms to choose them. */
static void send_refusal(struct view *view,
	struct reply *reply,
	const struct published_survey *survey,
	enum result_access access)
{
	static const struct result_query whole = {.where_code = -1};
	bool has_others = access == RESULT_NOT_A_SPLIT || access == RESULT_SPLIT_NOT_YET;
	open_page(view, survey->definition);
	html_markup(&view->text, "<p class=\"fault\">");
	view_words(view, sentence_of(access));
	html_markup(&view->text, "</p>\n");
	if (has_others) {
		results_put_filters(view, survey, &whole);
		html_markup(&view->text, "<p><a");
		html_attribute(&view->text, "href",
			arena_format(view->arena, "/s/%s/results?lang=%s",
				view_encode(view, survey->survey.key), view->language));
		html_markup(&view->text, ">");
		view_words(view, WORD_ALL_RESULTS);
		html_markup(&view->text, "</a></p>\n");
	}
	layout_close(view);
	view_send(view, reply, 403, NULL);
}

static void send_faults(struct view *view,
	struct reply *reply,
	const struct published_survey *survey,
	const struct faults *faults)
{
	static const struct result_query whole = {.where_code = -1};
	open_page(view, survey->definition);
	for (size_t i = 0; i < faults->count; i++) {
		html_markup(&view->text, "<p class=\"fault\">");
		html_words(&view->text, words_fault(view->arena, view->language, &faults->list[i]));
		html_markup(&view->text, "</p>\n");
	}
	results_put_filters(view, survey, &whole);
	layout_close(view);
	view_send(view, reply, 422, NULL);
}

/* The query without what a form sends for "nothing chosen". */
static struct pairs chosen(const struct request *request)
{
	struct pair *list =
		arena_take_array(request->arena, request->query.count + 1, sizeof *list);
	struct pairs chosen = {list, 0};
	for (size_t i = 0; i < request->query.count; i++)
		if (*request->query.list[i].value)
			list[chosen.count++] = request->query.list[i];
	return chosen;
}

static void send_result(struct view *view,
	struct reply *reply,
	const struct published_survey *survey,
	struct results *results)
{
	struct result_query query;
	struct result result;
	struct faults faults = faults_init(view->arena);
	struct pairs parameters = chosen(view->request);
	result_query_parse(&query, survey->definition, &parameters, view->arena, &faults);
	if (faults.found) {
		send_faults(view, reply, survey, &faults);
		return;
	}
	enum result_access access = result_access(survey, &query, false);
	if (access != RESULT_ALLOWED) {
		send_refusal(view, reply, survey, access);
		return;
	}
	if (result_make(&result, results, survey, &query, view->arena)) {
		problem_send_missing(view, reply, true);
		return;
	}
	results_write(view, &result);
	view_send(view, reply, 200, CACHE_REVALIDATE);
}

void page_results(const void *context, const struct request *request, struct reply *reply)
{
	const struct page_context *page = context;
	struct view view = view_init(request);
	struct published_survey survey;
	int outcome =
		published_find(&survey, page->published, request_parameter(request, "survey"), 0);
	if (outcome)
		problem_send_missing(&view, reply, outcome == PUBLISHED_UNAVAILABLE);
	else
		send_result(&view, reply, &survey, page->results);
}
