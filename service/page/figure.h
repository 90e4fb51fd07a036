/* One question's figure on the results page, in parts. */
#ifndef SAMRAD_PAGE_FIGURE_H
#define SAMRAD_PAGE_FIGURE_H

#include "page/chart.h"
#include "page/results.h"

/* A question with the rows of its chart: one for all answers, one per group, or one per item. */
struct figure {
	const struct question *question;
	const struct result *result;
	size_t index;
	struct chart_row *rows;
	size_t count;
	const struct safe_table *const **tables; /* of each group */
};

/* Whether the question has a table per item. */
bool figure_has_items(const struct figure *figure);

/* Whether it is shown for groups. */
bool figure_is_divided(const struct figure *figure);

/* Whether nothing of it is shown. */
bool figure_is_withheld(const struct figure *figure);

/* The chart that suits the question and the number of groups. */
void figure_put_chart(struct view *view, const struct figure *figure);

/* What stands under it: n, reasons for no answer, release, why the figures are protected, the data. */
void figure_put_caption(struct view *view, const struct figure *figure);

#endif
