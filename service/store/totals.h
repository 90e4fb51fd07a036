/* How many there are of what events_list and surveys_list show page by page. */
#ifndef SAMRAD_STORE_TOTALS_H
#define SAMRAD_STORE_TOTALS_H

#include "store/store.h"
#include "store/surveys.h"

/* Return 0 or STORE_UNAVAILABLE. */
MUST_CHECK int totals_events(size_t *total, struct store *store);
MUST_CHECK int totals_surveys(
	size_t *total, struct store *store, const struct survey_filter *filter);

#endif
