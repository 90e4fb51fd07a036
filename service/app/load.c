/* samrad load FILE…: loads events, surveys and responses, all or nothing. */
#include "lifecycle/load.h"
#include "app/commands.h"
#include "app/complain.h"

int load_run(const struct options *options, char *const *files, size_t count)
{
	struct store *store = store_new(options->database_url, 1);
	int outcome =
		load_files(store, options->secret, options->secret_size, files, count, stderr);
	store_free(store);
	if (outcome == LOAD_UNAVAILABLE)
		return complain(EXIT_FAILED, "the database can't be reached: nothing was loaded");
	return outcome ? EXIT_FAILED : 0;
}
