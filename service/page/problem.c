#include "page/problem.h"

#include <string.h>

#include "page/layout.h"
#include "page/pages.h"

static bool is_swedish(const struct view *view)
{
	return strcmp(view->language, "sv") == 0;
}

/* A page that isn't there, for people: the API's words are about an address. */
static bool is_no_page(const struct problem *problem)
{
	return problem == &problems[PROBLEM_NOT_FOUND];
}

static const char *title_of(const struct view *view, const struct problem *problem)
{
	return is_swedish(view) ? problem->title_sv : problem->title;
}

static const char *advice_of(const struct view *view, const struct problem *problem)
{
	return is_swedish(view) ? problem->advice_sv : problem->advice;
}

static void put_paragraph(struct view *view, const char *words)
{
	html_markup(&view->text, "<p>");
	html_words(&view->text, words);
	html_markup(&view->text, "</p>\n");
}

static void put_number(struct view *view)
{
	html_markup(&view->text, "<p class=\"quiet small\">");
	view_fill(view, WORD_PROBLEM_NUMBER, view->request->id, NULL);
	html_markup(&view->text, "</p>\n");
}

void problem_send(
	struct view *view, struct reply *reply, const struct problem *problem, const char *sentence)
{
	struct text *text = &view->text;
	bool no_page = is_no_page(problem);
	const char *title =
		no_page ? words_in(view->language, WORD_NO_PAGE) : title_of(view, problem);
	layout_open(view,
		&(struct layout){.title = title, .sent = view->request->method == METHOD_POST});
	html_markup(text, "<h1>");
	html_words(text, title);
	html_markup(text, "</h1>\n");
	if (sentence)
		put_paragraph(view, sentence);
	put_paragraph(view,
		no_page ? words_in(view->language, WORD_NO_PAGE_ADVICE) : advice_of(view, problem));
	if (problem->status >= 500)
		put_number(view);
	html_markup(text, "<p><a");
	view_attribute(view, "href", "/?lang=", view->language);
	html_markup(text, ">");
	view_words(view, WORD_FOOT_HOME);
	html_markup(text, "</a></p>\n");
	layout_close(view);
	view_send(view, reply, problem->status, NULL);
}

void problem_send_missing(struct view *view, struct reply *reply, bool unavailable)
{
	if (unavailable)
		reply_header(reply, "Retry-After", "5");
	problem_send(view, reply, &problems[unavailable ? PROBLEM_UNAVAILABLE : PROBLEM_NOT_FOUND],
		NULL);
}

void page_problem(const void *context,
	const struct request *request,
	const struct problem *problem,
	const char *detail,
	struct reply *reply)
{
	struct view view = view_init(request);
	(void)context;
	bool says_more = !is_swedish(&view) && strcmp(detail, problem->title) != 0;
	problem_send(&view, reply, problem, says_more ? detail : NULL);
}

void page_problem_type(const void *context, const struct request *request, struct reply *reply)
{
	struct view view = view_init(request);
	const struct problem *problem = problem_find(request_parameter(request, "problem"));
	(void)context;
	if (!problem) {
		problem_send_missing(&view, reply, false);
		return;
	}
	struct text *text = &view.text;
	layout_open(&view, &(struct layout){.title = title_of(&view, problem)});
	html_markup(text, "<p class=\"kicker\">");
	view_words(&view, WORD_PROBLEM_KICKER);
	html_markup(text, "</p>\n<h1>");
	html_words(text, title_of(&view, problem));
	html_markup(text, "</h1>\n");
	put_paragraph(&view, advice_of(&view, problem));
	html_markup(text, "<dl class=\"facts\"><dt>type</dt><dd><code>/problems/");
	html_words(text, problem->name);
	html_markup(text, "</code></dd><dt>status</dt><dd><code>");
	text_put_int(text, problem->status);
	html_markup(text, "</code></dd></dl>\n");
	layout_close(&view);
	view_send(&view, reply, 200, CACHE_REVALIDATE);
}
