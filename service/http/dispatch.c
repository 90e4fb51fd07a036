#include "http/dispatch.h"

#include <string.h>

#include "base/limits.h"
#include "base/log.h"
#include "base/random.h"
#include "http/conditional.h"
#include "http/framing.h"
#include "http/headers.h"
#include "http/negotiation.h"
#include "http/target.h"

static void init_request(
	struct request *request, const struct incoming *incoming, struct arena *arena)
{
	char id[RANDOM_UUID];
	random_uuid(id);
	*request = (struct request){
		.method = method_parse(incoming->method),
		.path = "/",
		.id = arena_string(arena, id),
		.headers = incoming->headers,
		.body = incoming->body,
		.body_size = incoming->body_size,
		.arena = arena,
	};
}

static void refuse_method(const struct request *request, struct reply *reply, const char *allow)
{
	const char *detail = request->method == METHOD_OTHER
				     ? "That method isn't allowed here."
				     : arena_format(request->arena, "%s isn't allowed here.",
					       method_name(request->method));
	problem_reply(request, reply, PROBLEM_METHOD_NOT_ALLOWED, detail);
	reply_header(reply, "Allow", allow);
}

static void answer_without_route(
	const struct request *request, struct reply *reply, int failure, const char *allow)
{
	if (failure == ROUTER_MALFORMED)
		problem_reply(request, reply, PROBLEM_BAD_REQUEST,
			"The address has a broken percent-encoding, or isn't UTF-8 text.");
	else if (failure == ROUTER_NOT_FOUND)
		problem_reply(
			request, reply, PROBLEM_NOT_FOUND, "There is nothing at this address.");
	else if (request->method == METHOD_OPTIONS)
		headers_answer_options(request, reply, allow);
	else
		refuse_method(request, reply, allow);
}

/* The one place where a route's scope is looked at. */
static bool may_pass(const struct server_options *options,
	const struct route *route,
	struct request *request,
	struct reply *reply)
{
	if (!route->scope)
		return true;
	if (options->guard)
		return options->guard(options->guard_context, request, route->scope, reply);
	problem_reply(request, reply, PROBLEM_INTERNAL, NULL);
	return false;
}

static void answer_route(const struct server_options *options,
	const struct route *route,
	struct request *request,
	struct reply *reply)
{
	if (!may_pass(options, route, request, reply))
		return;
	if (request->body_size > LIMIT_BODY)
		problem_reply(request, reply, PROBLEM_TOO_LARGE,
			arena_format(
				request->arena, "The body is larger than %d bytes.", LIMIT_BODY));
	else
		route->answer(options->contexts[route->context], request, reply);
}

static const struct route *answer_by_route(const struct server_options *options,
	struct request *request,
	struct reply *reply,
	const struct target *target)
{
	const struct route *route = NULL;
	unsigned allowed = 0;
	request->path = target->path;
	request->query = target->query;
	int failure = router_find(options->routes, options->route_count, request, &route, &allowed);
	if (failure) {
		const char *allow = router_allow(request->arena, allowed);
		answer_without_route(request, reply, failure, allow);
	} else {
		answer_route(options, route, request, reply);
	}
	return route;
}

/* OPTIONS * asks for the server as a whole, and CONNECT for another one. */
static bool has_no_path(const struct incoming *incoming)
{
	return strcmp(incoming->target, "*") == 0 || strcmp(incoming->method, "CONNECT") == 0;
}

static void answer_without_path(
	const struct server_options *options, struct request *request, struct reply *reply)
{
	unsigned methods = router_methods(options->routes, options->route_count);
	const char *allow = router_allow(request->arena, methods);
	if (request->method == METHOD_OPTIONS)
		headers_answer_options(request, reply, allow);
	else if (request->method == METHOD_OTHER)
		refuse_method(request, reply, allow);
	else
		problem_reply(request, reply, PROBLEM_BAD_REQUEST,
			"The address doesn't begin with a slash.");
}

/* What the head takes of the library's memory: its bytes, and a record for each header and parameter. */
static size_t head_size(const struct incoming *incoming)
{
	enum { RECORD = 96 };
	size_t size = strlen(incoming->target);
	for (const char *at = incoming->target; *at; at++)
		size += *at == '&' ? RECORD : 0;
	for (size_t i = 0; i < incoming->headers.count; i++) {
		const struct pair *header = &incoming->headers.list[i];
		size += strlen(header->name) + strlen(header->value) + RECORD;
	}
	return size;
}

/* What ends the connection: where the next request begins is in doubt, or there is no room for the answer,
 * which shares the library's memory with the request. Nothing may have been done then. */
static const char *grave_fault(const struct incoming *incoming)
{
	const char *fault = framing_fault(incoming->version, &incoming->headers);
	if (!fault && head_size(incoming) > LIMIT_HEAD)
		fault = "The address and the headers are too long together.";
	return fault;
}

static const struct route *answer(const struct server_options *options,
	const struct incoming *incoming,
	struct request *request,
	struct reply *reply)
{
	struct target target;
	const struct route *route = NULL;
	const char *grave = grave_fault(incoming);
	const char *fault = NULL;
	reply->close = grave || incoming->overloaded;
	if (grave)
		problem_reply(request, reply, PROBLEM_BAD_REQUEST, grave);
	else if (incoming->overloaded)
		problem_reply(request, reply, PROBLEM_UNAVAILABLE, "Too many are asking just now.");
	else if (has_no_path(incoming))
		answer_without_path(options, request, reply);
	else if ((fault = target_parse(&target, request->arena, incoming->target)))
		problem_reply(request, reply, PROBLEM_BAD_REQUEST, fault);
	else
		route = answer_by_route(options, request, reply, &target);
	return route;
}

static bool prefers_page(const struct request *request)
{
	static const char *const offers[] = {PROBLEM_MEDIA_TYPE, "text/html"};
	const char *accept = request_header(request, "Accept");
	return negotiate_media_type(accept, offers, COUNT_OF(offers)) == 1;
}

/* Makes a problem a page, where people read. */
static void make_page(
	const struct server_options *options, const struct request *request, struct reply *reply)
{
	static const char *const kept[] = {"Allow", "Retry-After", "WWW-Authenticate"};
	const char *values[COUNT_OF(kept)];
	const struct problem *problem = reply->problem;
	const char *detail = reply->detail;
	if (!problem || !options->page || headers_is_api(request->path))
		return;
	if (prefers_page(request)) {
		for (size_t i = 0; i < COUNT_OF(kept); i++)
			values[i] = reply_find_header(reply, kept[i]);
		reply_clear(reply);
		options->page(options->page_context, request, problem, detail, reply);
		for (size_t i = 0; i < COUNT_OF(kept); i++)
			if (values[i])
				reply_header(reply, kept[i], values[i]);
	}
	reply_vary(reply, "Accept");
}

static void replace_failed(
	const struct request *request, struct reply *reply, const struct route *route)
{
	if (!reply_failed(reply))
		return;
	log_error("answer could not be made", "id", request->id, "route",
		route ? route->pattern : "-", NULL);
	problem_reply(request, reply, PROBLEM_INTERNAL, "The service couldn't answer.");
}

const struct route *dispatch(const struct server_options *options,
	const struct incoming *incoming,
	struct arena *arena,
	struct request *request,
	struct reply *reply)
{
	init_request(request, incoming, arena);
	*reply = reply_init(arena);
	const struct route *route = answer(options, incoming, request, reply);
	replace_failed(request, reply, route);
	make_page(options, request, reply);
	replace_failed(request, reply, route);
	conditional_apply(request, reply);
	headers_add(request, reply, options->https);
	return route;
}
