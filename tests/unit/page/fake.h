/* Requests, views and safe tables for tests of pages. */
#ifndef TESTS_PAGE_FAKE_H
#define TESTS_PAGE_FAKE_H

#include "page/view.h"
#include "question/asked.h"
#include "table/build.h"

struct fake {
	struct arena arena;
	struct request request;
	struct view view;
};

/* A view of "/s/x" with this query ("lang=en") and this Accept-Language (NULL: none). */
void fake_init(struct fake *fake, const char *query, const char *accept_language);
void fake_release(struct fake *fake);

/* What has been put so far, and an empty text again. From the arena. */
const char *fake_taken(struct fake *fake);

/* A table of these counts, without noise: n and base are their sum. */
struct safe_table *fake_table(struct fake *fake, const uint32_t *counts, size_t cells);

/* How often a piece stands in HTML. */
size_t fake_count(const char *html, const char *piece);

#endif
