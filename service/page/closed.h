/* The page of a survey that takes no answers: it has closed, or it hasn't opened. */
#ifndef SAMRAD_PAGE_CLOSED_H
#define SAMRAD_PAGE_CLOSED_H

#include "definition/published.h"
#include "http/reply.h"
#include "page/view.h"

/* Makes the reply that page; with status 409 it says that what was sent isn't stored. */
void closed_send(struct view *view,
	struct reply *reply,
	const struct published_survey *survey,
	unsigned status);

/* A link to the survey's results in a paragraph, where the public may see them now; else nothing. */
void closed_put_results(struct view *view, const struct published_survey *survey);

#endif
