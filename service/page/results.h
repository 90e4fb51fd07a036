/* The results page: what it is made of. */
#ifndef SAMRAD_PAGE_RESULTS_H
#define SAMRAD_PAGE_RESULTS_H

#include "page/view.h"
#include "result/result.h"

/* The whole page of an answer. */
void results_write(struct view *view, const struct result *result);

/* The figures that one looks for first: how many, the first score, the first mean. Nothing when divided. */
void results_put_headline(struct view *view, const struct result *result);

/* Forms that divide the answers or show one group: only what the definition lists and shows now. */
void results_put_filters(
	struct view *view, const struct published_survey *survey, const struct result_query *query);

/* One question: its chart, n, release, and where the numbers are. index: in the query's questions. */
void results_put_figure(struct view *view, const struct result *result, size_t index);

/* How the figures are protected, in words; links lead to its id, #protected. */
void results_put_protection(struct view *view, const struct definition *definition);

/* "?by=role&where=municipality:2580", from the arena; "" without either. */
const char *results_query_text(const struct view *view, const struct result_query *query);

#endif
