#include "question/fields.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "html/html.h"
#include "question/options.h"
#include "survey/words.h"

const char *field_typed(const struct control *control, const char *name)
{
	const char *value = pairs_find(control->typed, name);
	return value ? value : "";
}

void field_described(struct control *control)
{
	if (control->described_by)
		html_attribute(control->text, "aria-describedby", control->described_by);
}

static void put_input(
	struct control *control, const char *type, const char *name, const char *value)
{
	struct text *text = control->text;
	html_markup(text, "<input");
	html_attribute(text, "type", type);
	html_attribute(text, "name", name);
	html_attribute(text, "value", value);
	if (pairs_have(control->typed, name, value))
		html_markup(text, " checked");
	field_described(control);
	html_markup(text, ">");
}

void field_option(struct control *control, const struct field_option *option)
{
	struct text *text = control->text;
	html_markup(text, "<label>");
	put_input(control, option->type, option->name, option->value);
	html_markup(text, "<span");
	if (option->label_language)
		html_attribute(text, "lang", option->label_language);
	html_markup(text, ">");
	html_words(text, option->label);
	html_markup(text, "</span>");
	if (option->help) {
		html_markup(text, "<small>");
		html_words(text, option->help);
		html_markup(text, "</small>");
	}
	html_markup(text, "</label>");
}

static const char *foreign(const struct phrase *phrase, const char *language)
{
	const char *found = phrase_language(phrase, language);
	return found && strcmp(found, language) != 0 ? found : NULL;
}

static void put_other(struct control *control, const struct question *question, const char *type)
{
	struct text *text = control->text;
	const char *title = phrase_in(&question->title, control->language);
	const char *name = arena_format(control->arena, "%s.other", question->key);
	field_option(control, &(struct field_option){type, question->key, FIELD_OTHER,
				      words_in(control->language, WORD_OTHER), NULL, NULL});
	html_markup(text,
		"<input type=\"text\" class=\"other\" maxlength=\"500\" autocomplete=\"off\"");
	html_attribute(text, "name", name);
	html_attribute(text, "value", field_typed(control, name));
	html_attribute(text, "aria-label",
		words_fill(control->arena, control->language, WORD_OTHER_TEXT, title, NULL));
	html_markup(text, ">");
}

void field_options(struct control *control, const struct question *question, const char *type)
{
	html_markup(control->text, "<div class=\"options\">");
	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];
		field_option(control, &(struct field_option){type, question->key, option->key,
					      phrase_in(&option->label, control->language),
					      foreign(&option->label, control->language),
					      phrase_in(&option->help, control->language)});
	}
	if (question->other)
		put_other(control, question, type);
	html_markup(control->text, "</div>");
}

static void put_end(struct control *control, const struct phrase *label, int point)
{
	struct text *text = control->text;
	const char *words = phrase_in(label, control->language);
	const char *language = foreign(label, control->language);
	html_markup(text, "<span");
	if (language)
		html_attribute(text, "lang", language);
	html_markup(text, ">");
	if (words) {
		text_put_int(text, point);
		html_markup(text, ": ");
		html_words(text, words);
	}
	html_markup(text, "</span>");
}

void field_scale(struct control *control, const struct question *question, const char *name)
{
	struct text *text = control->text;
	const struct scale *scale = &question->scale;
	html_markup(text, "<div class=\"scale\" data-points=\"");
	text_put_int(text, (int64_t)scale_points(question));
	html_markup(text, "\">");
	for (int point = scale->least; point <= scale->most; point++) {
		const char *value = arena_format(control->arena, "%d", point);
		html_markup(text, "<label>");
		put_input(control, "radio", name, value);
		html_markup(text, "<span>");
		html_words(text, value);
		html_markup(text, "</span></label>");
	}
	html_markup(text, "</div><div class=\"ends\">");
	put_end(control, &scale->least_label, scale->least);
	put_end(control, &scale->most_label, scale->most);
	html_markup(text, "</div>");
}

void field_dont_know(struct control *control, const char *name)
{
	html_markup(control->text, "<div class=\"apart\">");
	field_option(control, &(struct field_option){"radio", name, FIELD_DONT_KNOW,
				      words_in(control->language, WORD_DONT_KNOW), NULL, NULL});
	html_markup(control->text, "</div>");
}

json_t *field_picked(const struct question *question, const char *value, const struct pairs *fields)
{
	if (strcmp(value, FIELD_DONT_KNOW) == 0)
		return json_pack("{s:s}", "missing", "dont_know");
	if (strcmp(value, FIELD_OTHER) != 0)
		return json_string(value);
	char name[128];
	(void)snprintf(name, sizeof name, "%s.other", question->key);
	const char *text = pairs_find(fields, name);
	return json_pack("{s:s}", "other", text ? text : "");
}

json_t *field_number(const char *value)
{
	if (strcmp(value, FIELD_DONT_KNOW) == 0)
		return json_pack("{s:s}", "missing", "dont_know");
	char *end = NULL;
	errno = 0;
	long number = strtol(value, &end, 10);
	if (errno || end == value || *end)
		return json_string(value);
	return json_integer(number);
}
