#include "base/embed.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *name, const void *row)
{
	return strcmp(name, ((const struct embedded *)row)->name);
}

const struct embedded *embed_find(const char *name)
{
	return bsearch(name, embedded, embedded_count, sizeof embedded[0], compare);
}
