/* samrad version */
#include <stdio.h>

#include "app/commands.h"

int version_run(const struct options *options, char *const *files, size_t count)
{
	(void)options;
	(void)files;
	(void)count;
	(void)puts("samrad " SAMRAD_VERSION);
	return 0;
}
