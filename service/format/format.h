/* The formats in which results leave: one line each in formats[], one file each.
 *
 * Not a pipeline: what a writer is given has been counted and protected (result/result.h holds safe tables and
 * nothing else), and what it works out it takes from statistics/, which know only safe tables.
 */
#ifndef SAMRAD_FORMAT_FORMAT_H
#define SAMRAD_FORMAT_FORMAT_H

#include "base/arena.h"
#include "base/text.h"
#include "result/result.h"

struct format {
	const char *name;       /* of ?format= */
	const char *media_type; /* of Accept and Content-Type */
	/* Writes a whole document. arena: for what is needed on the way. */
	void (*write)(struct text *text, const struct result *result, struct arena *arena);
};

enum { FORMAT_COUNT = 1 };

/* The one preferred where the client doesn't mind comes first. */
extern const struct format formats[FORMAT_COUNT];

#endif
