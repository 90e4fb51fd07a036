/* Pages that tell people what went wrong. */
#ifndef SAMRAD_PAGE_PROBLEM_H
#define SAMRAD_PAGE_PROBLEM_H

#include "http/problem.h"
#include "page/view.h"

/* Makes the reply the page of a problem: its title, a sentence about this occurrence (NULL: none) and what one
 * can do. */
void problem_send(struct view *view,
	struct reply *reply,
	const struct problem *problem,
	const char *sentence);

/* Ends a page's handler when published_find or the like has failed: unavailable when it is, else not found. */
void problem_send_missing(struct view *view, struct reply *reply, bool unavailable);

#endif
