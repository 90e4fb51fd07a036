/* The database for a command that needs it at this version. */
#ifndef SAMRAD_APP_DATABASE_H
#define SAMRAD_APP_DATABASE_H

#include "app/options.h"
#include "store/store.h"

/* Opens it. Caller owns *store. Returns 0, or EXIT_FAILED when it can't be reached or isn't migrated, which is
 * told. */
MUST_CHECK int database_open(struct store **store, const struct options *options);

#endif
