/* A query's parameters, each taken whole or told as a fault.
 *
 * Not a schema: a handler names the parameters that it knows and asks for each. Every function adds its
 * faults and goes on, so that one answer tells all of them.
 */
#ifndef SAMRAD_API_QUERY_H
#define SAMRAD_API_QUERY_H

#include <stdint.h>

#include "base/faults.h"
#include "base/pairs.h"

/* A fault for every parameter that isn't among the known ones, with the nearest of them. */
void query_check_names(
	const struct pairs *query, const char *const *known, size_t count, struct faults *faults);

/* A fault for every one of these names that stands more than once. */
void query_check_repeated(
	const struct pairs *query, const char *const *names, size_t count, struct faults *faults);

/* Both. */
void query_check(
	const struct pairs *query, const char *const *known, size_t count, struct faults *faults);

/* A whole number in decimal digits within the bounds (least, most); absent when it isn't there or a
 * fault. */
int64_t query_integer(const struct pairs *query,
	const char *name,
	const int64_t bounds[2],
	int64_t absent,
	struct faults *faults);

/* The index of one of the choices; -1 when it isn't there or a fault, UNKNOWN_OPTION. */
int query_choice(const struct pairs *query,
	const char *name,
	const char *const *choices,
	size_t count,
	struct faults *faults);

/* A key, [a-z0-9_-]{1,64}; NULL when it isn't there or a fault. Borrowed. */
const char *query_key(const struct pairs *query, const char *name, struct faults *faults);

/* Whether a string has the form of a key. */
bool query_is_key(const char *string);

#endif
