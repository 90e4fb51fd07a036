/* samrad check FILE…: tells every fault of files for samrad load, without a database. */
#include "app/commands.h"
#include "app/complain.h"
#include "lifecycle/load.h"

int check_run(const struct options *options, char *const *files, size_t count)
{
	(void)options;
	return load_check(files, count, stderr) ? EXIT_FAILED : 0;
}
