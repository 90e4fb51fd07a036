/* A JSON pointer (RFC 6901) that grows and shrinks while a document is walked.
 *
 *	size_t mark = pointer_mark(&at);
 *	pointer_member(&at, "answers");
 *	pointer_index(&at, 3);
 *	faults_add(faults, PLACE_BODY, pointer_text(&at), …);     "/answers/3"
 *	pointer_cut(&at, mark);
 *
 * Its memory is an arena's, so nothing has to be released.
 */
#ifndef SAMRAD_BASE_POINTER_H
#define SAMRAD_BASE_POINTER_H

#include <stddef.h>

#include "base/arena.h"

struct pointer {
	struct arena *arena;
	char *text; /* ends with a NUL that isn't counted in used */
	size_t used;
	size_t room;
};

/* The whole document: "". */
struct pointer pointer_init(struct arena *arena);

/* Steps into a member, escaping ~ as ~0 and / as ~1. */
void pointer_member(struct pointer *pointer, const char *name);

/* Steps into an array's element, counted from 0. */
void pointer_index(struct pointer *pointer, size_t index);

/* Where the pointer is, for pointer_cut. */
size_t pointer_mark(const struct pointer *pointer);

/* Goes back to a mark that was taken before, above the present place. */
void pointer_cut(struct pointer *pointer, size_t mark);

/* The pointer as it is now. Borrowed until the next step. */
const char *pointer_text(const struct pointer *pointer);

#endif
