#include "page/thanks.h"

#include <string.h>

#include "base/clock.h"
#include "page/closed.h"
#include "page/layout.h"
#include "page/when.h"

enum { GROUP = 5 };

/* Groups of characters that the style sheet sets apart, so that one can write them down; what is copied is whole. */
static void put_groups(struct text *text, const char *receipt)
{
	for (size_t left = strlen(receipt); left;) {
		size_t size = left < GROUP ? left : GROUP;
		html_markup(text, "<span>");
		html_words_bytes(text, receipt, size);
		html_markup(text, "</span>");
		receipt += size;
		left -= size;
	}
}

static void put_receipt(struct view *view, const struct acknowledgement *acknowledgement)
{
	struct text *text = &view->text;
	html_markup(text, "<section class=\"receipt\">\n<h2>");
	view_words(view, WORD_RECEIPT);
	html_markup(text, "</h2>\n<p><code>");
	put_groups(text, acknowledgement->receipt);
	html_markup(text, "</code></p>\n<p>");
	view_words(view, WORD_STORED);
	html_markup(text, " ");
	when_put_hour(view, acknowledgement->submitted_at, clock_now());
	html_markup(text, ".</p>\n<p class=\"quiet\">");
	view_words(view, WORD_RECEIPT_KEEP);
	html_markup(text, "</p>\n</section>\n");
}

void thanks_write(struct view *view,
	const struct published_survey *survey,
	const struct acknowledgement *acknowledgement)
{
	struct text *text = &view->text;
	layout_open(view, &(struct layout){.title = words_in(view->language, WORD_THANKS_TITLE),
				  .sent = true});
	html_markup(text, "<p class=\"kicker\">");
	view_phrase(view, &survey->definition->title);
	html_markup(text, "</p>\n<h1 class=\"safe\">");
	view_words(view, WORD_THANKS_TITLE);
	html_markup(text, "</h1>\n");
	view_markdown(view, &survey->definition->thanks);
	put_receipt(view, acknowledgement);
	closed_put_results(view, survey);
	layout_close(view);
}

void thanks_write_reused(struct view *view, const struct published_survey *survey)
{
	struct text *text = &view->text;
	layout_open(view, &(struct layout){.title = words_in(view->language, WORD_REUSED_TITLE),
				  .sent = true});
	html_markup(text, "<p class=\"kicker\">");
	view_phrase(view, &survey->definition->title);
	html_markup(text, "</p>\n<h1>");
	view_words(view, WORD_REUSED_TITLE);
	html_markup(text, "</h1>\n<p>");
	view_words(view, WORD_REUSED);
	html_markup(text, "</p>\n<p><a");
	html_attribute(text, "href",
		arena_format(view->arena, "/s/%s?lang=%s", view_encode(view, survey->survey.key),
			view->language));
	html_markup(text, ">");
	view_words(view, WORD_REUSED_NEW);
	html_markup(text, "</a></p>\n");
	closed_put_results(view, survey);
	layout_close(view);
}
