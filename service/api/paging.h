/* Pages of a list: limit and page of the query, and the Link header (RFC 8288) that leads to the others. */
#ifndef SAMRAD_API_PAGING_H
#define SAMRAD_API_PAGING_H

#include "base/faults.h"
#include "http/reply.h"
#include "http/request.h"

struct paging {
	size_t limit; /* items of a page, 1 … LIMIT_PAGE_ITEMS */
	size_t page;  /* from 1 */
};

/* Reads limit (default 20) and page (default 1); faults of the query are told. */
struct paging paging_read(const struct pairs *query, struct faults *faults);

/* How many items stand before the page. */
size_t paging_offset(const struct paging *paging);

/* The header's value for a list of so many items, from the arena: first and last always, prev and next where
 * there are such pages; a page past the last one leads back to it. The other parameters of the query are kept;
 * their values must have been checked to need no encoding (keys, words, numbers). */
const char *paging_links(struct arena *arena,
	const struct request *request,
	const struct paging *paging,
	size_t total);

#endif
