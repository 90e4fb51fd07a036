#include "page/form.h"

#include "base/random.h"
#include "page/closed.h"
#include "page/context.h"
#include "page/layout.h"
#include "page/pages.h"
#include "page/problem.h"

static void put_hidden(struct view *view, const char *name, const char *value)
{
	html_markup(&view->text, "<input type=\"hidden\"");
	html_attribute(&view->text, "name", name);
	html_attribute(&view->text, "value", value);
	html_markup(&view->text, ">\n");
}

static void put_paragraph(struct view *view, enum word word)
{
	view_words(view, word);
	html_markup(&view->text, " ");
}

/* What is stored, who reads it: a paragraph before the first question. */
static void put_privacy(struct view *view, const struct definition *definition)
{
	static const enum word readers[] = {
		[RESULTS_PUBLIC] = WORD_PRIVACY_ALL,
		[RESULTS_KEY] = WORD_PRIVACY_KEY,
		[RESULTS_AFTER_CLOSE] = WORD_PRIVACY_LATER,
	};
	struct text *text = &view->text;
	html_markup(text, "<section class=\"note\">\n<h2>");
	view_words(view, WORD_PRIVACY_TITLE);
	html_markup(text, "</h2>\n<p>");
	put_paragraph(view, WORD_PRIVACY_STORED);
	put_paragraph(view, readers[definition->results]);
	if (definition->privacy.table == PROTECTION_NONE)
		view_fill_number(
			view, WORD_PRIVACY_NO_NOISE, (long long)definition->privacy.min_group);
	else
		view_words(view, WORD_PRIVACY_NOISE);
	html_markup(text, " ");
	put_paragraph(view, WORD_PRIVACY_LAW);
	view_words(view, WORD_PRIVACY_STAYS);
	html_markup(text, "</p>\n</section>\n");
}

static void put_head(struct view *view, const struct form *form)
{
	const struct definition *definition = form->survey->definition;
	struct text *text = &view->text;
	html_markup(text, "<h1>");
	view_phrase(view, &definition->title);
	html_markup(text, "</h1>\n");
	if (definition->made_up) {
		html_markup(text, "<p>");
		layout_made_up(view, true);
		html_markup(text, " <span class=\"quiet\">");
		view_words(view, WORD_MADE_UP_FORM);
		html_markup(text, "</span></p>\n");
	}
	view_markdown(view, &definition->intro);
	put_privacy(view, definition);
}

static void put_page(struct view *view, const struct form *form, const struct page *page)
{
	const struct question *questions = form->survey->definition->questions;
	struct text *text = &view->text;
	html_markup(text, "<section>\n");
	if (page->title.count) {
		html_markup(text, "<h2>");
		view_phrase(view, &page->title);
		html_markup(text, "</h2>\n");
	}
	view_markdown(view, &page->intro);
	for (size_t i = 0; i < page->question_count; i++)
		form_write_question(view, form, &questions[page->first_question + i]);
	html_markup(text, "</section>\n");
}

static void open_form(struct view *view, const struct form *form)
{
	const struct definition *definition = form->survey->definition;
	struct text *text = &view->text;
	const char *action = arena_format(
		view->arena, "/s/%s?lang=%s", view_encode(view, definition->key), view->language);
	html_markup(text, "<form method=\"post\" autocomplete=\"off\" novalidate");
	html_attribute(text, "action", action);
	html_markup(text, ">\n");
	put_hidden(view, ".nonce", form->nonce);
	put_hidden(view, ".version", arena_format(view->arena, "%d", form->survey->version));
	put_hidden(view, ".language", definition_language(definition, view->language));
}

void form_write(struct view *view, const struct form *form)
{
	const struct definition *definition = form->survey->definition;
	const char *title = phrase_in(&definition->title, view->language);
	if (form->notice != NOTICE_NONE)
		title = words_fill(view->arena, view->language, WORD_FAULT_TITLE, title, NULL);
	layout_open(view,
		&(struct layout){.title = title, .sent = view->request->method == METHOD_POST});
	form_write_notice(view, form);
	put_head(view, form);
	open_form(view, form);
	for (size_t i = 0; i < definition->page_count; i++)
		put_page(view, form, &definition->pages[i]);
	html_markup(&view->text, "<p class=\"state\">");
	view_words(view, WORD_NOT_SENT);
	html_markup(&view->text, "</p>\n<p class=\"go\"><button>");
	view_words(view, WORD_SEND);
	html_markup(&view->text, "</button></p>\n</form>\n");
	layout_close(view);
}

void page_form(const void *context, const struct request *request, struct reply *reply)
{
	const struct page_context *page = context;
	struct view view = view_init(request);
	struct published_survey survey;
	int outcome =
		published_find(&survey, page->published, request_parameter(request, "survey"), 0);
	if (outcome) {
		problem_send_missing(&view, reply, outcome == PUBLISHED_UNAVAILABLE);
		return;
	}
	if (survey.survey.status == SURVEY_CLOSED || !survey.survey.opened) {
		closed_send(&view, reply, &survey, 200);
		return;
	}
	char nonce[FORM_NONCE + 1];
	struct faults none = faults_init(request->arena);
	random_token(nonce, FORM_NONCE_BYTES);
	form_write(&view, &(struct form){
				  .survey = &survey,
				  .typed = &(struct pairs){NULL, 0},
				  .faults = &none,
				  .nonce = nonce,
        });
	view_send(&view, reply, 200, NULL);
}
