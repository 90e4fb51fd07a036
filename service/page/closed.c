#include "page/closed.h"

#include "base/clock.h"
#include "page/layout.h"
#include "page/when.h"

static bool has_results(const struct published_survey *survey)
{
	enum results_access access = survey->definition->results;
	if (!survey->survey.opened)
		return false;
	return access == RESULTS_PUBLIC ||
	       (access == RESULTS_AFTER_CLOSE && survey->survey.status == SURVEY_CLOSED);
}

void closed_put_results(struct view *view, const struct published_survey *survey)
{
	if (!has_results(survey))
		return;
	html_markup(&view->text, "<p><a");
	html_attribute(&view->text, "href",
		arena_format(view->arena, "/s/%s/results?lang=%s",
			view_encode(view, survey->survey.key), view->language));
	html_markup(&view->text, ">");
	view_words(view, WORD_SEE_RESULTS);
	html_markup(&view->text, "</a></p>\n");
}

static void put_time(struct view *view, enum word word, int64_t seconds)
{
	if (!seconds)
		return;
	html_markup(&view->text, "<p>");
	when_put_in(view, word, seconds, clock_now());
	html_markup(&view->text, "</p>\n");
}

void closed_send(struct view *view,
	struct reply *reply,
	const struct published_survey *survey,
	unsigned status)
{
	const struct definition *definition = survey->definition;
	struct text *text = &view->text;
	bool closed = survey->survey.status == SURVEY_CLOSED;
	enum word title = closed ? WORD_CLOSED_TITLE : WORD_NOT_OPEN_TITLE;
	layout_open(view, &(struct layout){.title = words_in(view->language, title),
				  .sent = view->request->method == METHOD_POST});
	html_markup(text, "<p class=\"kicker\">");
	view_phrase(view, &definition->title);
	html_markup(text, "</p>\n<h1>");
	view_words(view, title);
	html_markup(text, "</h1>\n");
	if (status == 409) {
		html_markup(text, "<p class=\"fault\">");
		view_words(view, WORD_NOT_STORED);
		html_markup(text, "</p>\n");
	}
	if (closed)
		put_time(view, WORD_CLOSED_AT, definition->closes_at);
	else
		put_time(view, WORD_OPENS_AT, definition->opens_at);
	closed_put_results(view, survey);
	html_markup(text, "<p><a");
	view_attribute(view, "href", "/?lang=", view->language);
	html_markup(text, ">");
	view_words(view, WORD_FOOT_HOME);
	html_markup(text, "</a></p>\n");
	layout_close(view);
	view_send(view, reply, status, NULL);
}
