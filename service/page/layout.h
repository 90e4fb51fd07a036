/* What is around every page: head, header with the language switch, footer; and how a page leaves. */
#ifndef SAMRAD_PAGE_LAYOUT_H
#define SAMRAD_PAGE_LAYOUT_H

#include "page/view.h"

struct layout {
	const char *title; /* of the document; the site's name is added */
	bool wide;         /* results; else the width of a form */
	bool sent;         /* the answer to what was posted: another language would lose it */
};

/* Everything up to the inside of <main>. */
void layout_open(struct view *view, const struct layout *layout);

/* The rest. */
void layout_close(struct view *view);

/* The ribbon that says that answers are made up; nothing when they aren't. */
void layout_made_up(struct view *view, bool made_up);

/* Makes the page the reply. cache: NULL (no-store) or CACHE_REVALIDATE. */
void view_send(struct view *view, struct reply *reply, unsigned status, const char *cache);

#endif
