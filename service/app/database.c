#include "app/database.h"

#include "app/complain.h"

int database_open(struct store **store, const struct options *options)
{
	*store = store_new(options->database_url, 1);
	int outcome = store_check(*store);
	if (!outcome)
		return 0;
	store_free(*store);
	/* What its migrations lack has been said by who looked. */
	return outcome == STORE_REFUSED ? EXIT_FAILED
					: complain(EXIT_FAILED, "the database can't be reached");
}
