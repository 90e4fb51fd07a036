#include "page/results.h"

static void put_paragraph(struct view *view, enum word word)
{
	html_markup(&view->text, "<p>");
	view_words(view, word);
	html_markup(&view->text, "</p>\n");
}

void results_put_protection(struct view *view, const struct definition *definition)
{
	struct text *text = &view->text;
	html_markup(text, "<section class=\"note\" id=\"protected\">\n<h2>");
	view_words(view, WORD_PROTECTED_TITLE);
	html_markup(text, "</h2>\n");
	put_paragraph(view, definition->privacy.table == PROTECTION_NONE ? WORD_PROTECTED_NO_NOISE
									 : WORD_PROTECTED_NOISE);
	html_markup(text, "<p>");
	view_fill_number(view, WORD_PROTECTED_WITHHELD, (long long)definition->privacy.min_group);
	html_markup(text, "</p>\n");
	put_paragraph(view, WORD_PROTECTED_INTERVAL);
	put_paragraph(view, WORD_PROTECTED_TEXTS);
	html_markup(text, "</section>\n");
}
