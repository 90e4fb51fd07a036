/* The page that says that a response is safe, with its receipt. */
#ifndef SAMRAD_PAGE_THANKS_H
#define SAMRAD_PAGE_THANKS_H

#include "collect/collect.h"
#include "page/view.h"

/* The whole page. */
void thanks_write(struct view *view,
	const struct published_survey *survey,
	const struct acknowledgement *acknowledgement);

/* The page for who sends a form again with other answers: the first ones stand. */
void thanks_write_reused(struct view *view, const struct published_survey *survey);

#endif
