/* /api/v1/keys: API keys are made, listed and revoked. */
#include "api/handlers.h"

#include <string.h>

#include "access/keys.h"
#include "api/answer.h"
#include "api/context.h"
#include "api/guard.h"
#include "api/idempotency.h"
#include "api/paging.h"
#include "api/query.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/json_text.h"
#include "base/limits.h"
#include "base/node.h"
#include "http/problem.h"
#include "store/keys.h"

static void put_string(struct text *text, const char *name, const char *value)
{
	json_member(text, name);
	json_put_string(text, value);
}

/* null for none */
static void put_time(struct text *text, const char *name, int64_t seconds)
{
	char time[CLOCK_TEXT];
	clock_write(time, seconds);
	put_string(text, name, seconds ? time : NULL);
}

/* The members that a list and the answer to the maker have in common. */
static void put_members(struct text *text, const struct key_row *row)
{
	put_string(text, "prefix", row->prefix);
	put_string(text, "name", row->name);
	json_member(text, "scopes");
	json_open(text, '[');
	for (unsigned i = SCOPE_NONE + 1; i < SCOPE_COUNT; i++)
		if (row->scopes & scope_bit((enum scope)i))
			json_put_string(text, scope_names[i]);
	json_close(text, ']');
	put_time(text, "created_at", row->created_at);
	put_time(text, "expires_at", row->expires_at);
	put_string(text, "last_used_on", row->last_used_on);
	put_time(text, "revoked_at", row->revoked_at);
}

static void put_list(struct text *text, const struct key_row *rows, size_t count)
{
	json_open(text, '{');
	json_member(text, "items");
	json_open(text, '[');
	for (size_t i = 0; i < count; i++) {
		json_open(text, '{');
		put_members(text, &rows[i]);
		json_close(text, '}');
	}
	json_close(text, ']');
	json_close(text, '}');
}

void api_keys_list(const void *context, const struct request *request, struct reply *reply)
{
	static const char *const known[] = {"limit", "page"};
	const struct api_context *api = context;
	struct faults faults = faults_init(request->arena);
	struct paging paging = paging_read(&request->query, &faults);
	struct key_row *rows = NULL;
	size_t count = 0;
	size_t total = 0;

	query_check(&request->query, known, COUNT_OF(known), &faults);
	if (!api_accepts_json(request, reply) || !api_is_valid(request, reply, &faults))
		return;
	if (keys_list(&rows, &count, api->store, request->arena, paging.limit,
		    paging_offset(&paging)) ||
		keys_total(&total, api->store)) {
		api_reply_unavailable(request, reply);
		return;
	}
	struct text text = text_init(LIMIT_REPLY);
	put_list(&text, rows, count);
	api_reply_private(reply, 200, &text);
	reply_header(reply, "Link", paging_links(request->arena, request, &paging, total));
}

static const char *read_name(const struct node *wish, struct faults *faults)
{
	struct node node = node_member(wish, "name");
	const char *name = node_string(&node, faults, KEY_NAME);
	if (name && !key_is_name(name))
		node_fault(&node, faults, *name ? FAULT_NOT_TEXT : FAULT_REQUIRED, NULL, NULL);
	return name;
}

static unsigned read_scopes(const struct node *wish, struct faults *faults)
{
	unsigned scopes = 0;
	struct node list = node_member(wish, "scopes");
	size_t count = node_array(&list, faults, 1, SCOPE_COUNT - 1);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&list, i);
		int index = node_choice(
			&element, faults, scope_names + SCOPE_NONE + 1, SCOPE_COUNT - 1);
		unsigned bit = index < 0 ? 0 : scope_bit((enum scope)(index + SCOPE_NONE + 1));
		if (scopes & bit)
			node_fault(&element, faults, FAULT_DUPLICATE,
				json_string_value(element.json), NULL);
		scopes |= bit;
	}
	return scopes;
}

static int64_t read_expiry(const struct node *wish, struct faults *faults)
{
	int64_t seconds = 0;
	struct node node = node_member(wish, "expires_at");
	if (!node.json || json_is_null(node.json))
		return 0;
	const char *time = node_string(&node, faults, LIMIT_KEY);
	if (!time)
		return 0;
	if (clock_parse(&seconds, time))
		node_fault(&node, faults, FAULT_INVALID_VALUE, time,
			"the times of RFC 3339, like 2030-12-31T12:00:00Z");
	else if (seconds <= clock_now())
		node_fault(&node, faults, FAULT_NOT_ALLOWED, time, "that time has passed");
	return seconds;
}

static struct key_wish read_wish(const json_t *body, struct faults *faults)
{
	static const char *const known[] = {"name", "scopes", "expires_at"};
	struct key_wish wish = {.name = NULL};
	struct node root = node_root(body);
	if (!node_is(&root, faults, "object"))
		return wish;
	node_check_members(&root, faults, known, COUNT_OF(known));
	wish.name = read_name(&root, faults);
	wish.scopes = read_scopes(&root, faults);
	wish.expires_at = read_expiry(&root, faults);
	return wish;
}

static void reply_issue(const struct request *request,
	struct reply *reply,
	const struct key_wish *wish,
	const struct key_issue *issue)
{
	const struct key_row row = {
		.prefix = issue->prefix,
		.name = wish->name,
		.scopes = wish->scopes,
		.created_at = issue->created_at,
		.expires_at = wish->expires_at,
	};
	struct text text = text_init(LIMIT_REPLY);
	json_open(&text, '{');
	put_string(&text, "key", issue->text);
	put_members(&text, &row);
	json_close(&text, '}');
	api_reply_private(reply, 201, &text);
	reply_header(
		reply, "Location", arena_format(request->arena, "/api/v1/keys/%s", issue->prefix));
}

/* A key gives away no scope that it lacks, and no time beyond its own. */
static void reply_overreach(
	const struct request *request, struct reply *reply, const struct key_wish *wish)
{
	char time[CLOCK_TEXT];
	struct faults faults = faults_init(request->arena);
	if (!principal_may(request->principal, wish->scopes)) {
		api_reply_forbidden(request, reply, wish->scopes);
		return;
	}
	clock_write(time, request->principal->expires_at);
	faults_add(&faults, PLACE_BODY, "/expires_at", FAULT_NOT_ALLOWED,
		wish->expires_at ? "expires_at" : "null",
		arena_format(request->arena, "the key that makes it works until %s", time));
	(void)api_is_valid(request, reply, &faults);
}

static void issue(const struct api_context *api,
	const struct request *request,
	struct reply *reply,
	const struct key_wish *wish)
{
	struct key_issue made;
	switch (key_issue(&made, api->store, request->arena, request->principal, wish)) {
	case 0: reply_issue(request, reply, wish, &made); return;
	case KEY_FORBIDDEN: reply_overreach(request, reply, wish); return;
	case KEY_REUSED:
		problem_reply(request, reply, PROBLEM_IDEMPOTENCY_KEY_REUSED,
			"It came with another wish before, or what it made was revoked.");
		return;
	case KEY_UNAVAILABLE:
	default:
		problem_reply(request, reply, PROBLEM_UNAVAILABLE,
			"It isn't known whether the key was made. Send it again with the same "
			"Idempotency-Key: there is one then, with a new secret.");
		return;
	}
}

void api_keys_create(const void *context, const struct request *request, struct reply *reply)
{
	struct faults faults = faults_init(request->arena);
	JSON_OWNED json_t *body = NULL;
	const char *idempotency = idempotency_key(request, &faults);

	query_check(&request->query, NULL, 0, &faults);
	if (!api_accepts_json(request, reply) || !api_read_body(&body, request, reply))
		return;
	struct key_wish wish = read_wish(body, &faults);
	wish.idempotency_key = idempotency;
	if (api_is_valid(request, reply, &faults))
		issue(context, request, reply, &wish);
}

void api_keys_revoke(const void *context, const struct request *request, struct reply *reply)
{
	const struct api_context *api = context;
	const char *prefix = request_parameter(request, "prefix");
	struct faults faults = faults_init(request->arena);
	query_check(&request->query, NULL, 0, &faults);
	if (!api_is_valid(request, reply, &faults))
		return;
	switch (key_revoke(api->store, request->principal, prefix)) {
	case 0:
		reply_empty(reply, 204);
		reply->cache = CACHE_PRIVATE;
		return;
	case KEY_NOT_FOUND: api_reply_missing(request, reply, "key", prefix); return;
	case KEY_UNAVAILABLE:
	default: api_reply_unavailable(request, reply); return;
	}
}
