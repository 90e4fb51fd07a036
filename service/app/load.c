/* samrad load FILE…: loads events, surveys and responses, all or nothing. */
#include "lifecycle/load.h"
#include "app/commands.h"
#include "app/complain.h"

static int unreachable(void)
{
	return complain(EXIT_FAILED, "nothing was loaded: the database can't be reached");
}

static int load(
	struct store *store, const struct options *options, char *const *files, size_t count)
{
	int checked = store_check(store);
	if (checked == STORE_REFUSED)
		return complain(EXIT_FAILED,
			"nothing was loaded: the database isn't as samrad migrate leaves it");
	if (checked)
		return unreachable();
	int loaded = load_files(store, options->secret, options->secret_size, files, count, stderr);
	if (loaded == LOAD_UNAVAILABLE)
		return unreachable();
	return loaded ? EXIT_FAILED : 0;
}

int load_run(const struct options *options, char *const *files, size_t count)
{
	struct store *store = store_new(options->database_url, 1);
	int status = load(store, options, files, count);
	store_free(store);
	return status;
}
