#include "store/totals.h"

#include "store/outcome.h"

static const struct db_statement events = {"events_total.sql"};
static const struct db_statement surveys = {"surveys_total.sql"};

static int total_of(size_t *total,
	struct store *store,
	const struct db_statement *statement,
	const struct db_value *values,
	size_t count)
{
	struct db_rows *found = NULL;
	int outcome = store_query(&found, store, statement, values, count);
	if (outcome)
		return outcome;
	*total = (size_t)db_read_int(found, 0, 0);
	db_rows_free(found);
	return 0;
}

int totals_events(size_t *total, struct store *store)
{
	return total_of(total, store, &events, NULL, 0);
}

int totals_surveys(size_t *total, struct store *store, const struct survey_filter *filter)
{
	const struct db_value values[] = {db_text(filter->event), db_text(filter->status)};
	return total_of(total, store, &surveys, values, COUNT_OF(values));
}
