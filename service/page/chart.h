/* Charts of safe tables.
 *
 * Not pictures beside a table: a chart is a table whose rows hold their bars, drawn in SVG. So the numbers stand
 * where the figure is, its words wrap on a phone and keep their size, and a screen reader reads a table.
 *
 *	Svar                                0         50        100   Andel      Antal
 *	Avtalssamverkan                     ████████████▌─┤          62 % 57–67   197
 *	Nätverk                             ██████████├─┤            51 % 45–57   162
 *
 * Everything is computed from the table that is given; what is withheld becomes a hatched field with words.
 * Lengths in a bar are percent of its width; the style sheet gives colours and sizes by class.
 */
#ifndef SAMRAD_PAGE_CHART_H
#define SAMRAD_PAGE_CHART_H

#include "page/view.h"
#include "question/question.h"
#include "table/table.h"

/* A table with the words that name it: an organiser's phrase, or where that is NULL a word of ours. */
struct chart_row {
	const struct phrase *phrase;
	enum word word;
	const struct safe_table *table;
};

/* What charts refer to: hatching, grid lines, patterns for print. Once in a page. */
void chart_put_definitions(struct view *view);

/* The hatched field "not shown". */
void chart_put_withheld(struct view *view);

/* A row's name. */
void chart_put_name(struct view *view, const struct chart_row *row);

/* The beginning of a row of stacked bars: its head up to the bar. The name of a row without an organiser's phrase,
 * which is alone, is for those who don't see the chart. */
void chart_open_row(struct view *view, const struct chart_row *row);

/* The name of a question's cell: an option's words, or a point. */
void chart_put_cell(struct view *view, const struct question *question, size_t cell);

/* The order in which a question's cells are shown: by size over all the tables together. As given where the order
 * means something: points of a scale, lists so short that they may be steps. What stands apart (other, an
 * exclusive option) comes last. From the arena. */
const size_t *chart_order(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count);

/* Shares of cells as lying bars with their intervals. short_form: share alone, for many beside each other. */
void chart_bars(struct view *view,
	const struct question *question,
	const struct safe_table *table,
	const size_t *order,
	bool short_form);

/* Points of a scale, each row stacked around the scale's middle, with its mean; all rows on one axis. */
void chart_scale(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count);

/* Net Promoter Scores with the three parts that they are made of. */
void chart_nps(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count);

/* Shares of many groups, in figures on a ground that is deeper the larger they are. */
void chart_heat(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count,
	const size_t *order);

/* Means of a matrix' items in many groups. tables: of group after group, all items of each. */
void chart_means(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count,
	const struct safe_table *const *const *tables);

/* The shares and counts behind chart_scale and chart_nps, to be opened. */
void chart_put_points(struct view *view,
	const struct question *question,
	const struct chart_row *rows,
	size_t count);

#endif
