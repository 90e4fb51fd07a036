#include "page/form.h"

#include <string.h>

#include "question/fields.h"

/* A question answered in words has one field, whose label its title is; the others are groups of fields. */
static bool is_single(const struct question *question)
{
	return question->max_length > 0;
}

static bool is_faulty(const struct form *form, const struct question *question)
{
	size_t at = 0;
	return form_next_fault(form, question, &at) != NULL;
}

static void put_title(struct view *view, const struct question *question)
{
	struct text *text = &view->text;
	view_phrase(view, &question->title);
	if (!question->required)
		return;
	html_markup(text, " <span class=\"must\">");
	view_words(view, WORD_MUST);
	html_markup(text, "</span>");
}

static void put_help(struct view *view, const struct question *question)
{
	struct text *text = &view->text;
	if (!question->help.count && !question->max_length)
		return;
	html_markup(text, "<div class=\"help\"");
	view_attribute(view, "id", "h.", question->key);
	html_markup(text, ">");
	view_markdown(view, &question->help);
	if (question->max_length) {
		html_markup(text, "<p>");
		view_fill_number(view, WORD_CHARACTERS, (long long)question->max_length);
		html_markup(text, "</p>");
	}
	html_markup(text, "</div>\n");
}

/* The sentences of a question's faults, each once: a matrix may have the same in several rows. */
static void put_faults(struct view *view, const struct form *form, const struct question *question)
{
	struct text *text = &view->text;
	const struct fault *fault;
	const char *said = "";
	size_t at = 0;
	html_markup(text, "<div");
	view_attribute(view, "id", "e.", question->key);
	html_markup(text, ">");
	while ((fault = form_next_fault(form, question, &at))) {
		const char *sentence = form_sentence(view, question, fault);
		if (strcmp(said, sentence) == 0)
			continue;
		html_markup(text, "<p class=\"fault\">");
		html_words(text, sentence);
		html_markup(text, "</p>");
		said = sentence;
	}
	html_markup(text, "</div>\n");
}

/* Ids of what is said about the question: help, rule, faults; NULL: nothing is. */
static const char *described_by(
	const struct view *view, const struct form *form, const struct question *question)
{
	const char *key = question->key;
	const char *ids = "";
	if (question->help.count || question->max_length)
		ids = arena_format(view->arena, " h.%s", key);
	if (field_has_rule(question))
		ids = arena_format(view->arena, "%s r.%s", ids, key);
	if (is_faulty(form, question))
		ids = arena_format(view->arena, "%s e.%s", ids, key);
	return *ids ? ids + 1 : NULL;
}

static void open_group(
	struct view *view, const struct question *question, bool faulty, const char *described)
{
	struct text *text = &view->text;
	html_markup(text, "<fieldset");
	view_attribute(view, "id", "q.", question->key);
	if (described)
		html_attribute(text, "aria-describedby", described);
	text_put(
		text, faulty ? " class=\"question wrong\" tabindex=\"-1\"" : " class=\"question\"");
	html_markup(text, ">\n<legend class=\"ask\"");
	view_attribute(view, "id", "l.", question->key);
	html_markup(text, ">");
	put_title(view, question);
	html_markup(text, "</legend>\n");
}

static void open_single(struct view *view, const struct question *question, bool faulty)
{
	struct text *text = &view->text;
	html_markup(text, "<div");
	view_attribute(view, "id", "q.", question->key);
	text_put(
		text, faulty ? " class=\"question wrong\" tabindex=\"-1\"" : " class=\"question\"");
	html_markup(text, ">\n<label class=\"ask\"");
	view_attribute(view, "for", "c.", question->key);
	html_markup(text, ">");
	put_title(view, question);
	html_markup(text, "</label>\n");
}

void form_write_question(
	struct view *view, const struct form *form, const struct question *question)
{
	bool faulty = is_faulty(form, question);
	const char *described = described_by(view, form, question);
	struct control control = {
		.text = &view->text,
		.arena = view->arena,
		.language = view->language,
		.typed = form->typed,
		.faults = form->faults,
		.described_by = described,
	};
	if (is_single(question))
		open_single(view, question, faulty);
	else
		open_group(view, question, faulty, described);
	put_help(view, question);
	if (faulty)
		put_faults(view, form, question);
	question->kind->control(question, &control);
	text_put(&view->text, is_single(question) ? "\n</div>\n" : "\n</fieldset>\n");
}
