/* What the pages' handlers are given. app/ makes it; everything in it is borrowed. */
#ifndef SAMRAD_PAGE_CONTEXT_H
#define SAMRAD_PAGE_CONTEXT_H

struct published;
struct collector;
struct results;
struct store;

struct page_context {
	struct published *published;
	struct collector *collector;
	struct results *results;
	struct store *store;
};

#endif
