#include "question/fields.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html/html.h"
#include "question/options.h"
#include "survey/words.h"

#define BLANK " \t\r\n"

/* More points than this stand in several rows on a phone. */
enum { MOST_IN_A_ROW = 7 };

const char *field_typed(const struct control *control, const char *name)
{
	const char *value = pairs_find(control->typed, name);
	return value ? value : "";
}

const char *field_language(const struct control *control, const struct phrase *phrase)
{
	const char *found = phrase_language(phrase, control->language);
	return found && strcmp(found, control->language) != 0 ? found : NULL;
}

bool field_has_fault(const char *key, const struct fault *fault)
{
	static const char answers[] = "/answers/";
	size_t size = strlen(key);
	if (strncmp(fault->place, answers, sizeof answers - 1) != 0)
		return false;
	const char *place = fault->place + sizeof answers - 1;
	return strncmp(place, key, size) == 0 && (!place[size] || place[size] == '/');
}

bool field_is_many(const struct question *question)
{
	return scale_points(question) > MOST_IN_A_ROW;
}

bool field_has_rule(const struct question *question)
{
	return question->least_picks ||
	       (question->most_picks && question->most_picks < options_cells(question));
}

void field_described(struct control *control, const struct question *question)
{
	struct text *text = control->text;
	html_attribute(text, "id", arena_format(control->arena, "c.%s", question->key));
	if (control->described_by)
		html_attribute(text, "aria-describedby", control->described_by);
	for (size_t i = 0; i < control->faults->count; i++)
		if (field_has_fault(question->key, &control->faults->list[i])) {
			html_markup(text, " aria-invalid=\"true\"");
			return;
		}
}

static void put_words(struct text *text, const char *words, const char *language)
{
	html_markup(text, "<span");
	if (language)
		html_attribute(text, "lang", language);
	html_markup(text, ">");
	html_words(text, words);
	html_markup(text, "</span>");
}

static void put_input(struct control *control, const struct field_option *option, bool checked)
{
	struct text *text = control->text;
	html_markup(text, "<input");
	if (option->is_cell)
		html_markup(text, " class=\"cell\"");
	html_attribute(text, "type", option->type);
	html_attribute(text, "name", option->name);
	html_attribute(text, "value", option->value);
	if (checked)
		html_markup(text, " checked");
	html_markup(text, ">");
	put_words(text, option->label, option->label_language);
}

void field_option(struct control *control, const struct field_option *option)
{
	struct text *text = control->text;
	html_markup(text, "<label class=\"row\">");
	put_input(control, option, pairs_have(control->typed, option->name, option->value));
	if (option->help) {
		html_markup(text, "<small");
		if (option->help_language)
			html_attribute(text, "lang", option->help_language);
		html_markup(text, ">");
		html_words(text, option->help);
		html_markup(text, "</small>");
	}
	html_markup(text, "</label>\n");
}

static const char *other_name(const struct question *question, char name[LIMIT_FIELD])
{
	(void)snprintf(name, LIMIT_FIELD, "%s.other", question->key);
	return name;
}

/* The row of "other": its text can be seen, and so is sent, unless another radio button is chosen. */
static void put_other(struct control *control, const struct question *question, const char *type)
{
	struct text *text = control->text;
	char name[LIMIT_FIELD];
	const char *typed = field_typed(control, other_name(question, name));
	const char *title = phrase_in(&question->title, control->language);
	bool alone = !pairs_count(control->typed, question->key) || strcmp(type, "checkbox") == 0;
	bool checked = pairs_have(control->typed, question->key, FIELD_OTHER) ||
		       (alone && typed[strspn(typed, BLANK)]);
	html_markup(text, "<div class=\"row other\"><label>");
	put_input(control,
		&(struct field_option){.type = type,
			.name = question->key,
			.value = FIELD_OTHER,
			.label = words_in(control->language, WORD_OTHER)},
		checked);
	html_markup(text, "</label><input type=\"text\" dir=\"auto\" autocomplete=\"off\"");
	html_attribute(text, "name", name);
	html_attribute(text, "value", typed);
	html_attribute(text, "aria-label",
		words_fill(control->arena, control->language, WORD_OTHER_TEXT, title, NULL));
	html_markup(text, "></div>\n");
}

void field_options(struct control *control, const struct question *question, const char *type)
{
	html_markup(control->text, "<div class=\"options\">\n");
	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];
		field_option(
			control, &(struct field_option){.type = type,
					 .name = question->key,
					 .value = option->key,
					 .label = phrase_in(&option->label, control->language),
					 .label_language = field_language(control, &option->label),
					 .help = phrase_in(&option->help, control->language),
					 .help_language = field_language(control, &option->help)});
	}
	if (question->other)
		put_other(control, question, type);
	html_markup(control->text, "</div>\n");
}

/* The words of an end, above its end of the scale; the fields have them in their names. */
static void put_end(struct control *control, const struct phrase *label, int point)
{
	const char *words = phrase_in(label, control->language);
	if (words)
		words = arena_format(control->arena, "%d: %s", point, words);
	put_words(control->text, words ? words : "", field_language(control, label));
}

static void put_ends(struct control *control, const struct scale *scale)
{
	if (!scale->least_label.count && !scale->most_label.count)
		return;
	html_markup(control->text, "<div class=\"ends\" aria-hidden=\"true\">");
	put_end(control, &scale->least_label, scale->least);
	put_end(control, &scale->most_label, scale->most);
	html_markup(control->text, "</div>\n");
}

/* A point's field: the number, and at an end its words for who doesn't see where it stands. */
static void put_point(
	struct control *control, const struct scale *scale, const char *name, int point)
{
	struct text *text = control->text;
	const char *value = arena_format(control->arena, "%d", point);
	const struct phrase *end = point == scale->least  ? &scale->least_label
				   : point == scale->most ? &scale->most_label
							  : NULL;
	html_markup(text, "<label>");
	put_input(control,
		&(struct field_option){.type = "radio",
			.name = name,
			.value = value,
			.label = value,
			.is_cell = true},
		pairs_have(control->typed, name, value));
	if (end && end->count) {
		html_markup(text, "<span class=\"away\"");
		if (field_language(control, end))
			html_attribute(text, "lang", field_language(control, end));
		html_markup(text, "> ");
		html_words(text, phrase_in(end, control->language));
		html_markup(text, "</span>");
	}
	html_markup(text, "</label>");
}

void field_scale(struct control *control, const struct question *question, const char *name)
{
	struct text *text = control->text;
	const struct scale *scale = &question->scale;
	put_ends(control, scale);
	text_put(text,
		field_is_many(question) ? "<div class=\"scale many\">" : "<div class=\"scale\">");
	for (int point = scale->least; point <= scale->most; point++)
		put_point(control, scale, name, point);
	html_markup(text, "</div>\n");
}

void field_dont_know(struct control *control, const char *type, const char *name)
{
	html_markup(control->text, "<div class=\"apart\">");
	field_option(control, &(struct field_option){.type = type,
				      .name = name,
				      .value = FIELD_DONT_KNOW,
				      .label = words_in(control->language, WORD_DONT_KNOW)});
	html_markup(control->text, "</div>");
}

json_t *field_other(const struct question *question, const struct pairs *fields)
{
	char name[LIMIT_FIELD];
	const char *text = question->other ? pairs_find(fields, other_name(question, name)) : NULL;
	if (!text)
		return NULL;
	text += strspn(text, BLANK);
	size_t size = strlen(text);
	while (size && strchr(BLANK, text[size - 1]))
		size--;
	return size ? json_pack("{s:s%}", "other", text, size) : NULL;
}

json_t *field_picked(const struct question *question, const char *value, const struct pairs *fields)
{
	if (strcmp(value, FIELD_DONT_KNOW) == 0)
		return json_pack("{s:s}", "missing", "dont_know");
	if (strcmp(value, FIELD_OTHER) != 0)
		return json_string(value);
	json_t *other = field_other(question, fields);
	return other ? other : json_pack("{s:s}", "other", "");
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
