#include "page/layout.h"

#include <string.h>

#include "page/static.h"

static void put_head(struct view *view, const struct layout *layout)
{
	struct text *text = &view->text;
	html_markup(text, "<!doctype html>\n<html dir=\"ltr\"");
	html_attribute(text, "lang", view->language);
	html_markup(text,
		">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
	if (layout->title) {
		html_words(text, layout->title);
		html_markup(text, " · ");
	}
	view_words(view, WORD_SITE);
	html_markup(text, "</title>\n<link rel=\"stylesheet\"");
	html_attribute(text, "href", static_address("samrad.css"));
	html_markup(text, ">\n<link rel=\"icon\" type=\"image/svg+xml\"");
	html_attribute(text, "href", static_address("mark.svg"));
	html_markup(text, ">\n</head>\n");
}

static void put_switch(struct view *view)
{
	struct text *text = &view->text;
	for (size_t i = 0; i < interface_language_count; i++) {
		const char *other = interface_languages[i];
		if (strcmp(other, view->language) == 0)
			continue;
		html_markup(text, "<a");
		html_attribute(text, "lang", other);
		html_attribute(text, "hreflang", other);
		html_attribute(text, "href", view_address(view, "lang", other));
		html_markup(text, ">");
		html_words(text, words_in(other, WORD_LANGUAGE_NAME));
		html_markup(text, "</a>");
	}
}

static void put_header(struct view *view, const struct layout *layout)
{
	struct text *text = &view->text;
	html_markup(text, "<a class=\"skip\" href=\"#main\">");
	view_words(view, WORD_SKIP);
	html_markup(text, "</a>\n<header class=\"top\"><a class=\"home\"");
	view_attribute(view, "href", "/?lang=", view->language);
	html_markup(text,
		"><svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\" fill=\"none\" "
		"stroke=\"currentColor\" stroke-width=\"2.4\"><circle cx=\"12\" cy=\"13\" r=\"9\"/>"
		"<circle cx=\"20\" cy=\"19\" r=\"9\"/></svg>");
	view_words(view, WORD_SITE);
	html_markup(text, "</a>");
	if (!layout->sent) {
		html_markup(text, "<nav");
		html_attribute(text, "aria-label", words_in(view->language, WORD_LANGUAGE));
		html_markup(text, ">");
		put_switch(view);
		html_markup(text, "</nav>");
	}
	html_markup(text, "</header>\n");
}

void layout_open(struct view *view, const struct layout *layout)
{
	put_head(view, layout);
	if (layout->wide)
		html_markup(&view->text, "<body class=\"wide\">\n");
	else
		html_markup(&view->text, "<body>\n");
	put_header(view, layout);
	html_markup(&view->text, "<main id=\"main\">\n");
}

void layout_close(struct view *view)
{
	struct text *text = &view->text;
	html_markup(text, "</main>\n<footer class=\"foot\"><a");
	view_attribute(view, "href", "/?lang=", view->language);
	html_markup(text, ">");
	view_words(view, WORD_FOOT_HOME);
	html_markup(text, "</a> <a href=\"/openapi.json\">");
	view_words(view, WORD_FOOT_API);
	html_markup(text, "</a></footer>\n</body>\n</html>\n");
}

void layout_made_up(struct view *view, bool made_up)
{
	if (!made_up)
		return;
	html_markup(&view->text, "<span class=\"madeup\">");
	view_words(view, WORD_MADE_UP);
	html_markup(&view->text, "</span>");
}

void view_send(struct view *view, struct reply *reply, unsigned status, const char *cache)
{
	reply_set(reply, status, "text/html; charset=utf-8", &view->text);
	reply->cache = cache;
	reply_header(reply, "Content-Language", view->language);
	reply_vary(reply, "Accept-Language");
}
