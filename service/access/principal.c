#include "access/principal.h"

/* Every bit: also that of a scope that is yet to come. */
const struct principal principal_operator = {.name = "operator", .scopes = ~0U};

bool principal_may(const struct principal *principal, unsigned scopes)
{
	return (scopes & ~principal->scopes) == 0;
}
