#include "page/front.h"

#include <string.h>

#include "page/layout.h"
#include "page/when.h"

static bool is_open(const struct published_survey *survey)
{
	return survey->survey.status == SURVEY_PUBLISHED && survey->survey.opened;
}

static bool is_coming(const struct published_survey *survey)
{
	return survey->survey.status == SURVEY_PUBLISHED && !survey->survey.opened;
}

static bool has_results(const struct published_survey *survey)
{
	enum results_access access = survey->definition->results;
	return access == RESULTS_PUBLIC ||
	       (access == RESULTS_AFTER_CLOSE && survey->survey.status == SURVEY_CLOSED);
}

static void open_link(struct view *view,
	const char *class,
	const struct published_survey *survey,
	const char *rest)
{
	struct text *text = &view->text;
	html_markup(text, "<a");
	if (class)
		html_attribute(text, "class", class);
	html_attribute(text, "href",
		arena_format(view->arena, "/s/%s%s?lang=%s", view_encode(view, survey->survey.key),
			rest, view->language));
}

/* A link whose words are the same for many surveys: its survey's title says which. */
static void put_link(struct view *view,
	const char *class,
	const struct published_survey *survey,
	const char *rest,
	enum word word)
{
	struct text *text = &view->text;
	open_link(view, class, survey, rest);
	html_markup(text, ">");
	view_words(view, word);
	html_markup(text, "<span class=\"away\">: ");
	view_phrase(view, &survey->definition->title);
	html_markup(text, "</span></a>");
}

static const struct event *event_of(
	const struct front *front, const struct published_survey *survey)
{
	for (size_t i = 0; i < front->event_count; i++)
		if (strcmp(front->events[i].key, survey->survey.event) == 0)
			return &front->events[i];
	return NULL;
}

static void put_when_where(struct view *view, const struct event *event)
{
	struct text *text = &view->text;
	html_markup(text, "<p class=\"quiet\">");
	when_put_days(view, event->starts, event->ends);
	if (event->place.count) {
		html_markup(text, " · ");
		view_phrase(view, &event->place);
	}
	if (event->organiser) {
		html_markup(text, " · ");
		html_words(text, event->organiser);
	}
	html_markup(text, "</p>\n");
}

static void put_open(
	struct view *view, const struct front *front, const struct published_survey *survey)
{
	struct text *text = &view->text;
	const struct definition *definition = survey->definition;
	const struct event *event = event_of(front, survey);
	html_markup(text, "<li class=\"card\">");
	layout_made_up(view, definition->made_up);
	html_markup(text, "<h3>");
	view_phrase(view, &definition->title);
	html_markup(text, "</h3>\n<p class=\"quiet\">");
	if (event)
		view_phrase(view, &event->title);
	if (definition->closes_at) {
		html_markup(text, " · ");
		when_put_in(view, WORD_OPEN_UNTIL, definition->closes_at, front->now);
	}
	html_markup(text, "</p>\n<p class=\"go\">");
	put_link(view, "button", survey, "", WORD_ANSWER);
	if (has_results(survey)) {
		html_markup(text, " ");
		put_link(view, NULL, survey, "/results", WORD_RESULTS_SO_FAR);
	}
	html_markup(text, "</p></li>\n");
}

static void put_all_open(struct view *view, const struct front *front)
{
	struct text *text = &view->text;
	size_t count = 0;
	html_markup(text, "<h2>");
	view_words(view, WORD_OPEN_SURVEYS);
	html_markup(text, "</h2>\n");
	for (size_t i = 0; i < front->survey_count; i++) {
		if (!is_open(&front->surveys[i]))
			continue;
		if (!count++)
			html_markup(text, "<ul class=\"plain-list\">\n");
		put_open(view, front, &front->surveys[i]);
	}
	if (count) {
		html_markup(text, "</ul>\n");
		return;
	}
	html_markup(text, "<p>");
	view_words(view, WORD_NOTHING_OPEN);
	html_markup(text, "</p>\n");
}

static void put_survey(
	struct view *view, const struct front *front, const struct published_survey *survey)
{
	struct text *text = &view->text;
	html_markup(text, "<li><b>");
	view_phrase(view, &survey->definition->title);
	html_markup(text, "</b>");
	if (is_coming(survey)) {
		html_markup(text, " <span class=\"quiet\">");
		when_put_in(view, WORD_OPENS, survey->definition->opens_at, front->now);
		html_markup(text, "</span></li>\n");
		return;
	}
	html_markup(text, "<div class=\"go\">");
	if (is_open(survey))
		put_link(view, NULL, survey, "", WORD_ANSWER);
	if (has_results(survey))
		put_link(view, NULL, survey, "/results", WORD_SEE_RESULTS);
	html_markup(text, "</div></li>\n");
}

static void put_themes(struct view *view, const struct event *event)
{
	struct text *text = &view->text;
	if (!event->theme_count)
		return;
	html_markup(text, "<p>");
	view_words(view, WORD_THEMES);
	for (size_t i = 0; i < event->theme_count; i++) {
		text_put(text, i ? " · " : " ");
		view_phrase(view, &event->themes[i]);
	}
	html_markup(text, "</p>\n");
}

static void put_event(struct view *view, const struct front *front, const struct event *event)
{
	struct text *text = &view->text;
	html_markup(text, "<article>\n<h3>");
	view_phrase(view, &event->title);
	html_markup(text, "</h3>\n");
	put_when_where(view, event);
	if (event->summary.count) {
		html_markup(text, "<p>");
		view_phrase(view, &event->summary);
		html_markup(text, "</p>\n");
	}
	put_themes(view, event);
	bool first = true;
	for (size_t i = 0; i < front->survey_count; i++) {
		if (strcmp(front->surveys[i].survey.event, event->key) != 0)
			continue;
		if (first)
			html_markup(text, "<ul class=\"plain-list\">\n");
		first = false;
		put_survey(view, front, &front->surveys[i]);
	}
	text_put(text, first ? "</article>\n" : "</ul>\n</article>\n");
}

void front_write(struct view *view, const struct front *front)
{
	struct text *text = &view->text;
	layout_open(view, &(struct layout){.title = words_in(view->language, WORD_FRONT_TITLE)});
	html_markup(text, "<h1>");
	view_words(view, WORD_FRONT_TITLE);
	html_markup(text, "</h1>\n<p>");
	view_words(view, WORD_FRONT_LEDE);
	html_markup(text, "</p>\n");
	put_all_open(view, front);
	if (front->event_count) {
		html_markup(text, "<h2>");
		view_words(view, WORD_CONFERENCES);
		html_markup(text, "</h2>\n");
	}
	for (size_t i = 0; i < front->event_count; i++)
		put_event(view, front, &front->events[i]);
	layout_close(view);
}
