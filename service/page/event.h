/* An event's document as a page shows it. */
#ifndef SAMRAD_PAGE_EVENT_H
#define SAMRAD_PAGE_EVENT_H

#include "base/arena.h"
#include "survey/phrase.h"

struct event {
	const char *key;
	struct phrase title;
	struct phrase summary;
	struct phrase place;
	const char *starts;    /* a day or a month */
	const char *ends;      /* or NULL */
	const char *organiser; /* or NULL */
	struct phrase *themes; /* titles */
	size_t theme_count;
};

/* Reads a stored document, whose form was checked when it was loaded: what isn't there is empty. */
struct event event_read(struct arena *arena, const char *key, const char *document);

#endif
