#include <string.h>

#include "page/chart.h"
#include "page/results.h"

static bool is_same(const struct question *a, const struct question *b)
{
	return a && b && strcmp(a->key, b->key) == 0;
}

/* The segment that a split adds to another one (NULL: to none), or NULL when it isn't about that. */
static const struct question *added_by(const struct split *split, const struct question *other)
{
	if (!other)
		return split->count == 1 ? split->segments[0] : NULL;
	if (split->count != 2)
		return NULL;
	if (is_same(split->segments[0], other))
		return split->segments[1];
	return is_same(split->segments[1], other) ? split->segments[0] : NULL;
}

static bool has_splits(const struct definition *definition, const struct question *other)
{
	for (size_t i = 0; i < definition->split_count; i++)
		if (added_by(&definition->splits[i], other))
			return true;
	return false;
}

/* "municipality:2580" */
static const char *where_text(const struct view *view, const struct question *segment, size_t code)
{
	return arena_format(
		view->arena, "%s:%s", segment->key, question_cell_key(segment, code, view->arena));
}

const char *results_query_text(const struct view *view, const struct result_query *query)
{
	const char *text = "";
	if (query->by)
		text = arena_format(view->arena, "?by=%s", query->by->key);
	if (query->where)
		text = arena_format(view->arena, "%s%cwhere=%s", text, *text ? '&' : '?',
			where_text(view, query->where, (size_t)query->where_code));
	return text;
}

static void put_option(struct view *view, const char *value, bool selected)
{
	html_markup(&view->text, "<option");
	html_attribute(&view->text, "value", value);
	text_put(&view->text, selected ? " selected>" : ">");
}

static void open_form(struct view *view, const char *name, enum word label)
{
	struct text *text = &view->text;
	html_markup(text, "<form method=\"get\"");
	html_attribute(text, "action", view->request->path);
	html_markup(text, "><input type=\"hidden\" name=\"lang\"");
	html_attribute(text, "value", view->language);
	html_markup(text, "><label");
	view_attribute(view, "for", "f.", name);
	html_markup(text, ">");
	view_words(view, label);
	html_markup(text, "</label><span><select");
	html_attribute(text, "name", name);
	view_attribute(view, "id", "f.", name);
	html_markup(text, ">\n");
}

/* What the other form has chosen goes along. */
static void close_form(struct view *view, const char *name, const char *value)
{
	struct text *text = &view->text;
	html_markup(text, "</select><button class=\"plain\">");
	view_words(view, WORD_SHOW);
	html_markup(text, "</button></span>");
	if (value) {
		html_markup(text, "<input type=\"hidden\"");
		html_attribute(text, "name", name);
		html_attribute(text, "value", value);
		html_markup(text, ">");
	}
	html_markup(text, "</form>\n");
}

static void put_by(
	struct view *view, const struct definition *definition, const struct result_query *query)
{
	if (!has_splits(definition, query->where))
		return;
	open_form(view, "by", WORD_DIVIDE_BY);
	put_option(view, "", !query->by);
	view_words(view, WORD_UNDIVIDED);
	html_markup(&view->text, "</option>\n");
	for (size_t i = 0; i < definition->split_count; i++) {
		const struct question *segment = added_by(&definition->splits[i], query->where);
		if (!segment)
			continue;
		put_option(view, segment->key, is_same(segment, query->by));
		html_words(&view->text, phrase_in(&segment->title, view->language));
		html_markup(&view->text, "</option>\n");
	}
	close_form(view, "where",
		query->where ? where_text(view, query->where, (size_t)query->where_code) : NULL);
}

static void put_segment(
	struct view *view, const struct question *segment, const struct result_query *query)
{
	size_t cells = segment->kind->cells(segment);
	html_markup(&view->text, "<optgroup");
	html_attribute(&view->text, "label", phrase_in(&segment->title, view->language));
	html_markup(&view->text, ">\n");
	for (size_t i = 0; i < cells; i++) {
		bool selected = is_same(segment, query->where) && (int)i == query->where_code;
		put_option(view, where_text(view, segment, i), selected);
		html_words(
			&view->text, question_cell_label(segment, i, view->language, view->arena));
		html_markup(&view->text, "</option>\n");
	}
	html_markup(&view->text, "</optgroup>\n");
}

static void put_where(
	struct view *view, const struct definition *definition, const struct result_query *query)
{
	if (!has_splits(definition, query->by))
		return;
	open_form(view, "where", WORD_SHOW_ONLY);
	put_option(view, "", !query->where);
	view_words(view, WORD_ALL_ANSWERS);
	html_markup(&view->text, "</option>\n");
	for (size_t i = 0; i < definition->split_count; i++) {
		const struct question *segment = added_by(&definition->splits[i], query->by);
		if (segment)
			put_segment(view, segment, query);
	}
	close_form(view, "by", query->by ? query->by->key : NULL);
}

static void put_whole(struct view *view, const struct result_query *query)
{
	if (!query->by && !query->where)
		return;
	html_markup(&view->text, "<p><a");
	html_attribute(&view->text, "href",
		arena_format(view->arena, "%s?lang=%s", view->request->path, view->language));
	html_markup(&view->text, ">");
	view_words(view, WORD_ALL_RESULTS);
	html_markup(&view->text, "</a></p>\n");
}

void results_put_filters(
	struct view *view, const struct published_survey *survey, const struct result_query *query)
{
	const struct definition *definition = survey->definition;
	if (!definition->split_count)
		return;
	if (!definition->split_tables_live && survey->survey.status != SURVEY_CLOSED) {
		html_markup(&view->text, "<p class=\"quiet\">");
		view_words(view, WORD_SPLITS_LATER);
		html_markup(&view->text, "</p>\n");
		return;
	}
	html_markup(&view->text, "<div class=\"filters\">\n");
	put_by(view, definition, query);
	put_where(view, definition, query);
	put_whole(view, query);
	html_markup(&view->text, "</div>\n");
}
