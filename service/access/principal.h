/* Who asks: the holder of a key, or the operator at the command line. */
#ifndef SAMRAD_ACCESS_PRINCIPAL_H
#define SAMRAD_ACCESS_PRINCIPAL_H

#include <stdbool.h>
#include <stdint.h>

#include "survey/scope.h"

struct principal {
	const char *name; /* as the audit log has it: a key's prefix, or "operator" */
	unsigned scopes;
	int64_t expires_at; /* unix seconds; 0: never */
};

/* Whoever can run the program beside the database may everything. */
extern const struct principal principal_operator;

/* Whether all of a set is allowed to it. */
bool principal_may(const struct principal *principal, unsigned scopes);

#endif
