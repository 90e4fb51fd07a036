#include "api/paging.h"

#include <string.h>

#include "api/query.h"
#include "base/limits.h"

enum { DEFAULT_LIMIT = 20, MOST_PAGE = 1000 * 1000 * 1000 };

struct paging paging_read(const struct pairs *query, struct faults *faults)
{
	static const int64_t limits[] = {1, LIMIT_PAGE_ITEMS};
	static const int64_t pages[] = {1, MOST_PAGE};
	return (struct paging){
		.limit = (size_t)query_integer(query, "limit", limits, DEFAULT_LIMIT, faults),
		.page = (size_t)query_integer(query, "page", pages, 1, faults),
	};
}

size_t paging_offset(const struct paging *paging)
{
	return (paging->page - 1) * paging->limit;
}

/* The path and all of the query but the page: "/api/v1/events?limit=5&". */
static const char *stem(struct arena *arena, const struct request *request)
{
	const char *text = arena_format(arena, "%s?", request->path);
	for (size_t i = 0; i < request->query.count; i++) {
		const struct pair *pair = &request->query.list[i];
		if (strcmp(pair->name, "page") != 0)
			text = arena_format(arena, "%s%s=%s&", text, pair->name, pair->value);
	}
	return text;
}

static const char *add(
	struct arena *arena, const char *links, const char *stem, size_t page, const char *relation)
{
	return arena_format(arena, "%s%s<%spage=%zu>; rel=\"%s\"", links, *links ? ", " : "", stem,
		page, relation);
}

const char *paging_links(struct arena *arena,
	const struct request *request,
	const struct paging *paging,
	size_t total)
{
	const char *path = stem(arena, request);
	size_t pages = (total + paging->limit - 1) / paging->limit;
	size_t last = pages ? pages : 1;
	const char *links = add(arena, "", path, 1, "first");
	if (paging->page > 1)
		links = add(
			arena, links, path, paging->page > last ? last : paging->page - 1, "prev");
	if (paging->page < last)
		links = add(arena, links, path, paging->page + 1, "next");
	return add(arena, links, path, last, "last");
}
