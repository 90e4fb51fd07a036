/* The start page's parts, apart from where they come from. */
#ifndef SAMRAD_PAGE_FRONT_H
#define SAMRAD_PAGE_FRONT_H

#include "definition/published.h"
#include "page/event.h"
#include "page/view.h"

struct front {
	const struct event *events; /* newest first */
	size_t event_count;
	const struct published_survey *surveys; /* of the newest event first */
	size_t survey_count;
	int64_t now;
};

/* The whole page. */
void front_write(struct view *view, const struct front *front);

#endif
