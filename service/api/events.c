/* /api/v1/events: the conferences. Their documents are sent as they were loaded; nothing is made up for what
 * isn't known. */
#include "api/handlers.h"

#include <string.h>

#include "api/answer.h"
#include "api/context.h"
#include "api/paging.h"
#include "api/query.h"
#include "api/survey_document.h"
#include "base/json.h"
#include "base/json_text.h"
#include "base/limits.h"
#include "store/events.h"
#include "store/surveys.h"
#include "store/totals.h"

/* All surveys of an event: nobody asks a conference's visitors more often. */
enum { MOST_SURVEYS = 1000 };

static json_t *parse(const char *document)
{
	struct json_fault fault;
	json_t *parsed = NULL;
	return json_parse(&parsed, &fault, document, strlen(document)) ? NULL : parsed;
}

/* The event in brief. What isn't known is null; an event without themes has none. */
static void put_brief(struct text *text, const char *document)
{
	static const char *const members[] = {"key", "title", "starts", "ends", "place"};
	JSON_OWNED json_t *event = parse(document);
	json_open(text, '{');
	for (size_t i = 0; i < COUNT_OF(members); i++) {
		json_member(text, members[i]);
		api_put_document(text, json_object_get(event, members[i]));
	}
	json_member(text, "themes");
	JSON_OWNED json_t *none = json_array();
	const json_t *themes = json_object_get(event, "themes");
	api_put_document(text, json_is_array(themes) ? themes : none);
	json_close(text, '}');
}

static void put_list(struct text *text, const struct event_row *rows, size_t count)
{
	json_open(text, '{');
	json_member(text, "items");
	json_open(text, '[');
	for (size_t i = 0; i < count; i++)
		put_brief(text, rows[i].document);
	json_close(text, ']');
	json_close(text, '}');
}

void api_events_list(const void *context, const struct request *request, struct reply *reply)
{
	static const char *const known[] = {"limit", "page"};
	const struct api_context *api = context;
	struct faults faults = faults_init(request->arena);
	struct paging paging = paging_read(&request->query, &faults);
	struct event_row *rows = NULL;
	size_t count = 0;
	size_t total = 0;
	bool more = false;

	query_check(&request->query, known, COUNT_OF(known), &faults);
	if (!api_accepts_json(request, reply) || !api_is_valid(request, reply, &faults))
		return;
	if (events_list(&rows, &count, &more, api->store, request->arena, paging.limit,
		    paging_offset(&paging)) ||
		totals_events(&total, api->store)) {
		api_reply_unavailable(request, reply);
		return;
	}
	struct text text = text_init(LIMIT_REPLY);
	put_list(&text, rows, count);
	api_reply_json(reply, &text);
	reply_header(reply, "Link", paging_links(request->arena, request, &paging, total));
}

/* The event as it was loaded, and its surveys after it. */
static void put_event(
	struct text *text, const char *document, const struct survey *surveys, size_t count)
{
	const char *name = NULL;
	json_t *value = NULL;
	JSON_OWNED json_t *event = parse(document);
	json_open(text, '{');
	json_object_foreach(event, name, value)
	{
		if (json_is_null(value))
			continue;
		json_member(text, name);
		api_put_document(text, value);
	}
	json_member(text, "surveys");
	json_open(text, '[');
	for (size_t i = 0; i < count; i++)
		survey_put_of_event(text, &surveys[i]);
	json_close(text, ']');
	json_close(text, '}');
}

void api_events_read(const void *context, const struct request *request, struct reply *reply)
{
	const struct api_context *api = context;
	const char *key = request_parameter(request, "event");
	const struct survey_filter filter = {.event = key};
	struct faults faults = faults_init(request->arena);
	struct event_row row;
	struct survey *surveys = NULL;
	size_t count = 0;
	bool more = false;

	query_check(&request->query, NULL, 0, &faults);
	if (!api_accepts_json(request, reply) || !api_is_valid(request, reply, &faults))
		return;
	int outcome = events_find(&row, api->store, request->arena, key);
	if (!outcome)
		outcome = surveys_list(&surveys, &count, &more, api->store, request->arena, &filter,
			MOST_SURVEYS, 0);
	if (outcome == STORE_NOT_FOUND) {
		api_reply_missing(request, reply, "event", key);
		return;
	}
	if (outcome) {
		api_reply_unavailable(request, reply);
		return;
	}
	struct text text = text_init(LIMIT_REPLY);
	put_event(&text, row.document, surveys, count);
	api_reply_json(reply, &text);
}
