#include "page/form.h"

#include <string.h>

#include "question/fields.h"

static bool is_at(
	const struct form *form, const struct question *question, const struct fault *fault)
{
	const struct definition *definition = form->survey->definition;
	if (question)
		return field_has_fault(question->key, fault);
	for (size_t i = 0; i < definition->question_count; i++)
		if (field_has_fault(definition->questions[i].key, fault))
			return false;
	return true;
}

const struct fault *form_next_fault(
	const struct form *form, const struct question *question, size_t *at)
{
	while (*at < form->faults->count) {
		const struct fault *fault = &form->faults->list[(*at)++];
		if (is_at(form, question, fault))
			return fault;
	}
	return NULL;
}

/* The words of an option that a fault names by its key; the key itself where it isn't one. */
static const char *option_words(
	const struct view *view, const struct question *question, const char *key)
{
	int code = question_code_find(question, key);
	if (code >= 0)
		return question_cell_label(question, (size_t)code, view->language, view->arena);
	return strcmp(key, "dont_know") == 0 ? words_in(view->language, WORD_DONT_KNOW) : key;
}

/* The row of a matrix that the fault is at, or NULL. */
static const struct item *item_of(const struct question *question, const struct fault *fault)
{
	const char *key = fault->place + strlen("/answers/") + strlen(question->key);
	if (*key++ != '/')
		return NULL;
	for (size_t i = 0; i < question->item_count; i++)
		if (strcmp(question->items[i].key, key) == 0)
			return &question->items[i];
	return NULL;
}

const char *form_sentence(
	const struct view *view, const struct question *question, const struct fault *fault)
{
	const struct item *item = question ? item_of(question, fault) : NULL;
	if (question && fault->code == FAULT_EXCLUSIVE)
		return words_fill(view->arena, view->language, WORD_ALONE,
			option_words(view, question, fault->first), NULL);
	if (item && fault->code == FAULT_REQUIRED)
		return words_fill(view->arena, view->language, WORD_ANSWER_ROW,
			phrase_in(&item->label, view->language), NULL);
	if (question && fault->code == FAULT_REQUIRED)
		return words_in(view->language, WORD_ANSWER_THIS);
	return words_fault(view->arena, view->language, fault);
}

static size_t count_faulty(const struct form *form)
{
	const struct definition *definition = form->survey->definition;
	size_t count = 0;
	size_t at = 0;
	while (form_next_fault(form, NULL, &at))
		count++;
	for (size_t i = 0; i < definition->question_count; i++) {
		at = 0;
		count += form_next_fault(form, &definition->questions[i], &at) != NULL;
	}
	return count;
}

static void put_question_faults(
	struct view *view, const struct form *form, const struct question *question)
{
	size_t at = 0;
	const struct fault *fault = form_next_fault(form, question, &at);
	if (!fault)
		return;
	html_markup(&view->text, "<li><a");
	view_attribute(view, "href", "#q.", question->key);
	html_markup(&view->text, ">");
	view_phrase(view, &question->title);
	html_markup(&view->text, "</a> ");
	html_words(&view->text, form_sentence(view, question, fault));
	html_markup(&view->text, "</li>\n");
}

static void put_list(struct view *view, const struct form *form)
{
	const struct definition *definition = form->survey->definition;
	const struct fault *fault;
	size_t at = 0;
	html_markup(&view->text, "<ul>\n");
	while ((fault = form_next_fault(form, NULL, &at))) {
		html_markup(&view->text, "<li>");
		html_words(&view->text, form_sentence(view, NULL, fault));
		html_markup(&view->text, "</li>\n");
	}
	for (size_t i = 0; i < definition->question_count; i++)
		put_question_faults(view, form, &definition->questions[i]);
	html_markup(&view->text, "</ul>\n");
}

static void put_heading(struct view *view, const struct form *form)
{
	size_t count = count_faulty(form);
	if (form->notice == NOTICE_UNAVAILABLE)
		view_words(view, WORD_NOTICE_UNAVAILABLE);
	else if (form->notice == NOTICE_STALE)
		view_words(view, WORD_NOTICE_STALE);
	else if (count == 1)
		view_words(view, WORD_NOTICE_FAULT);
	else
		view_fill_number(view, WORD_NOTICE_FAULTS, (long long)count);
}

void form_write_notice(struct view *view, const struct form *form)
{
	if (form->notice == NOTICE_NONE)
		return;
	html_markup(&view->text,
		"<div class=\"summary\" role=\"alert\" tabindex=\"-1\" autofocus>\n<h2>");
	put_heading(view, form);
	html_markup(&view->text, "</h2>\n");
	if (form->faults->count)
		put_list(view, form);
	html_markup(&view->text, "</div>\n");
}
