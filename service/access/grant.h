/* Makes grants: nobody else can. */
#ifndef SAMRAD_ACCESS_GRANT_H
#define SAMRAD_ACCESS_GRANT_H

#include "access/principal.h"
#include "survey/grant.h"

/* The proof that the principal may see exact figures (results:exact), or NULL; NULL for nobody (NULL). Borrowed;
 * lives as long as the program. */
const struct grant *access_grant_exact(const struct principal *principal);

#endif
