#include "http/router.h"

#include <string.h>

#include "base/percent.h"

/* A path in its decoded segments. */
struct segments {
	const char *list[ROUTE_SEGMENTS];
	size_t count; /* ROUTE_SEGMENTS + 1: more than any pattern has */
};

static int decode_path(struct segments *segments, struct arena *arena, const char *path)
{
	segments->count = 0;
	while (*path == '/' && segments->count <= ROUTE_SEGMENTS) {
		const char *start = path + 1;
		size_t size = strcspn(start, "/");
		const char *segment = percent_decode(arena, start, size);
		if (!segment)
			return ROUTER_MALFORMED;
		if (segments->count < ROUTE_SEGMENTS)
			segments->list[segments->count] = segment;
		segments->count++;
		path = start + size;
	}
	return 0;
}

static bool is_parameter(const char *pattern)
{
	return *pattern == '{';
}

/* Whether one segment fits one of the pattern, which has the given size. */
static bool fits(const char *pattern, size_t size, const char *segment)
{
	if (is_parameter(pattern))
		return *segment != '\0';
	return strncmp(segment, pattern, size) == 0 && segment[size] == '\0';
}

static bool matches(const char *pattern, const struct segments *segments)
{
	size_t i = 0;
	for (; *pattern == '/'; i++) {
		size_t size = strcspn(++pattern, "/");
		if (i == segments->count || i == ROUTE_SEGMENTS)
			return false;
		if (!fits(pattern, size, segments->list[i]))
			return false;
		pattern += size;
	}
	return i == segments->count;
}

static void take_parameters(
	struct request *request, const char *pattern, const struct segments *segments)
{
	size_t taken = 0;
	for (size_t i = 0; *pattern == '/' && taken < REQUEST_PARAMETERS; i++) {
		size_t size = strcspn(++pattern, "/");
		if (is_parameter(pattern))
			request->parameters[taken++] =
				(struct pair){arena_copy(request->arena, pattern + 1, size - 2),
					segments->list[i]};
		pattern += size;
	}
}

static unsigned bit(enum method method)
{
	return 1U << method;
}

/* The methods that a route's line allows. */
static unsigned allows(const struct route *route)
{
	unsigned head = route->method == METHOD_GET ? bit(METHOD_HEAD) : 0;
	return bit(route->method) | head | bit(METHOD_OPTIONS);
}

static bool answers(const struct route *route, enum method method)
{
	return route->method == method || (route->method == METHOD_GET && method == METHOD_HEAD);
}

int router_find(const struct route *routes,
	size_t count,
	struct request *request,
	const struct route **found,
	unsigned *allowed)
{
	struct segments segments;
	*allowed = 0;
	if (decode_path(&segments, request->arena, request->path))
		return ROUTER_MALFORMED;
	for (size_t i = 0; i < count; i++) {
		if (!matches(routes[i].pattern, &segments))
			continue;
		*allowed |= allows(&routes[i]);
		if (!answers(&routes[i], request->method))
			continue;
		*found = &routes[i];
		take_parameters(request, routes[i].pattern, &segments);
		return 0;
	}
	return *allowed ? ROUTER_METHOD : ROUTER_NOT_FOUND;
}

unsigned router_methods(const struct route *routes, size_t count)
{
	unsigned methods = bit(METHOD_OPTIONS);
	for (size_t i = 0; i < count; i++)
		methods |= allows(&routes[i]);
	return methods;
}

const char *router_allow(struct arena *arena, unsigned allowed)
{
	const char *list = "";
	for (unsigned i = 0; i < METHOD_COUNT; i++)
		if (allowed & bit((enum method)i))
			list = arena_format(arena, "%s%s%s", list, *list ? ", " : "",
				method_name((enum method)i));
	return list;
}
