/* /api/v1/audit: what was done by whom. */
#include "api/handlers.h"

#include <string.h>

#include "access/audit.h"
#include "api/answer.h"
#include "api/context.h"
#include "api/paging.h"
#include "api/query.h"
#include "base/clock.h"
#include "base/json_text.h"
#include "base/limits.h"

/* A time in UTC, because links repeat it as it came: an offset's + would have to be encoded. */
static int64_t read_since(const struct pairs *query, struct faults *faults)
{
	int64_t seconds = 0;
	const char *since = pairs_find(query, "since");
	if (!since)
		return 0;
	size_t size = strlen(since);
	if (size && since[size - 1] == 'Z' && !clock_parse(&seconds, since))
		return seconds;
	faults_add(faults, PLACE_QUERY, "since", FAULT_INVALID_VALUE, since,
		"the times in UTC, like 2020-05-06T06:00:00Z");
	return 0;
}

static void put_string(struct text *text, const char *name, const char *value)
{
	json_member(text, name);
	json_put_string(text, value);
}

static void put_hash(struct text *text, const char *name, const unsigned char hash[DIGEST_SIZE])
{
	char hex[DIGEST_HEX(DIGEST_SIZE)];
	digest_hex(hex, hash, DIGEST_SIZE);
	put_string(text, name, hex);
}

static void put_entry(struct text *text, const struct audit_entry *entry)
{
	char at[CLOCK_TEXT];
	clock_write(at, entry->at);
	json_open(text, '{');
	json_member(text, "number");
	json_put_int(text, entry->number);
	put_string(text, "at", at);
	put_string(text, "actor", entry->actor);
	put_string(text, "action", entry->action);
	put_string(text, "subject", entry->subject);
	json_member(text, "detail");
	json_put_raw(text, entry->detail, strlen(entry->detail));
	put_hash(text, "previous", entry->previous);
	put_hash(text, "hash", entry->hash);
	json_close(text, '}');
}

static void put_list(struct text *text, const struct audit_entry *entries, size_t count)
{
	json_open(text, '{');
	json_member(text, "items");
	json_open(text, '[');
	for (size_t i = 0; i < count; i++)
		put_entry(text, &entries[i]);
	json_close(text, ']');
	json_close(text, '}');
}

void api_audit_list(const void *context, const struct request *request, struct reply *reply)
{
	static const char *const known[] = {"action", "since", "limit", "page"};
	const struct api_context *api = context;
	struct faults faults = faults_init(request->arena);
	struct paging paging = paging_read(&request->query, &faults);
	int action =
		query_choice(&request->query, "action", audit_actions, AUDIT_ACTION_COUNT, &faults);
	const struct audit_query query = {
		.action = action < 0 ? NULL : audit_actions[action],
		.since = read_since(&request->query, &faults),
		.limit = paging.limit,
		.offset = paging_offset(&paging),
	};
	struct audit_entry *entries = NULL;
	size_t count = 0;
	size_t total = 0;

	query_check(&request->query, known, COUNT_OF(known), &faults);
	if (!api_accepts_json(request, reply) || !api_is_valid(request, reply, &faults))
		return;
	if (audit_list(&entries, &count, api->store, request->arena, &query) ||
		audit_total(&total, api->store, request->arena, &query)) {
		api_reply_unavailable(request, reply);
		return;
	}
	struct text text = text_init(LIMIT_REPLY);
	put_list(&text, entries, count);
	api_reply_private(reply, 200, &text);
	reply_header(reply, "Link", paging_links(request->arena, request, &paging, total));
}
