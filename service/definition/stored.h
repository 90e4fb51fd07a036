/* A version as the database holds it: a document, and the code lists that it was published with. */
#ifndef SAMRAD_DEFINITION_STORED_H
#define SAMRAD_DEFINITION_STORED_H

#include "definition/definition.h"

/* Parses a stored version. document, lists: JSON texts; lists is an array of code lists' documents, or NULL. Caller owns
 * *definition. Returns 0 or DEFINITION_FAULTY: what was published can't be read, which is a fault of ours. */
MUST_CHECK int stored_parse(
	struct definition **definition, const char *document, const char *lists);

/* The documents of the lists that a definition names, as a JSON array, from the arena: what is stored with its version. all: keys
 * and documents of those there are. */
struct list_document {
	const char *key;
	const char *document;
};
const char *stored_lists(const json_t *definition,
	const struct list_document *all,
	size_t count,
	struct arena *arena);

#endif
