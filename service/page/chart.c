#include "page/chart.h"

#include <stdlib.h>

#include "html/html.h"

/* Lists of so many options may be steps (fewer, the same, more): they keep their order. */
enum { MOST_STEPS = 5 };

void chart_put_definitions(struct view *view)
{
	html_markup(&view->text,
		"<svg class=\"away\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>"
		"<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
		"patternTransform=\"rotate(45)\"><path class=\"hatching\" d=\"M0 0V6\"/></pattern>"
		"<pattern id=\"p1\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" "
		"patternTransform=\"rotate(45)\"><path fill=\"#fff\" d=\"M0 0H4V4H0z\"/>"
		"<path fill=\"#333\" d=\"M0 0H2.4V4H0z\"/></pattern>"
		"<pattern id=\"p2\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
		"patternTransform=\"rotate(45)\"><path fill=\"#fff\" d=\"M0 0H6V6H0z\"/>"
		"<path fill=\"#888\" d=\"M0 0H1.4V6H0z\"/></pattern>"
		"<pattern id=\"p4\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
		"<path fill=\"#fff\" d=\"M0 0H5V5H0z\"/><circle fill=\"#555\" cx=\"2\" cy=\"2\" "
		"r=\"1\"/></pattern>"
		"<path id=\"grid\" class=\"grid\" d=\"M0 0V24M50 0V24M100 0V24\"/></defs></svg>\n");
}

void chart_put_withheld(struct view *view)
{
	html_markup(&view->text,
		"<span class=\"withheld\"><svg aria-hidden=\"true\" width=\"32\" height=\"20\">"
		"<rect width=\"32\" height=\"20\" fill=\"url(#hatch)\"/></svg> ");
	view_words(view, WORD_WITHHELD);
	html_markup(&view->text, "</span>");
}

void chart_put_name(struct view *view, const struct chart_row *row)
{
	if (row->phrase)
		view_phrase(view, row->phrase);
	else
		view_words(view, row->word);
}

void chart_open_row(struct view *view, const struct chart_row *row)
{
	bool alone = !row->phrase && row->word == WORD_ALL_ANSWERS;
	html_markup(&view->text, "<tr><th scope=\"row\"><div>");
	text_put(&view->text, alone ? "<span class=\"away\">" : "<span>");
	chart_put_name(view, row);
	html_markup(&view->text, "</span>");
}

void chart_put_cell(struct view *view, const struct question *question, size_t cell)
{
	if (cell < question->option_count)
		view_phrase(view, &question->options[cell].label);
	else
		html_words(&view->text,
			question_cell_label(question, cell, view->language, view->arena));
}

/* What a cell is sorted by. */
struct place {
	size_t cell;
	bool apart;
	uint64_t size;
};

static int compare(const void *left, const void *right)
{
	const struct place *a = left;
	const struct place *b = right;
	if (a->apart != b->apart)
		return a->apart ? 1 : -1;
	if (a->size != b->size)
		return a->size < b->size ? 1 : -1;
	return a->cell < b->cell ? -1 : 1;
}

static bool is_apart(const struct question *question, size_t cell)
{
	return cell >= question->option_count || question->options[cell].exclusive;
}

const size_t *chart_order(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count)
{
	size_t cells = question->kind->cells(question);
	struct place *places = arena_take_array(view->arena, cells + 1, sizeof *places);
	size_t *order = arena_take_array(view->arena, cells + 1, sizeof *order);
	bool given = question->kind->measure != MEASURE_SHARES ||
		     (question->kind->family == FAMILY_CLASSES && cells <= MOST_STEPS);
	for (size_t i = 0; i < cells; i++) {
		places[i] = (struct place){.cell = i, .apart = !given && is_apart(question, i)};
		for (size_t row = 0; !given && row < count; row++)
			places[i].size += table_count(rows[row].table, i);
	}
	qsort(places, cells, sizeof *places, compare);
	for (size_t i = 0; i < cells; i++)
		order[i] = places[i].cell;
	return order;
}
