/* /api/v1/surveys: published surveys, and the definitions of their versions. */
#include "api/handlers.h"

#include <string.h>

#include "api/answer.h"
#include "api/context.h"
#include "api/paging.h"
#include "api/query.h"
#include "api/survey_document.h"
#include "base/clock.h"
#include "base/json_text.h"
#include "base/limits.h"
#include "store/surveys.h"
#include "store/totals.h"

static struct survey_filter read_filter(const struct pairs *query, struct faults *faults)
{
	static const char *const statuses[] = {"published", "closed"};
	int status = query_choice(query, "status", statuses, COUNT_OF(statuses), faults);
	return (struct survey_filter){
		.event = query_key(query, "event", faults),
		.status = status < 0 ? NULL : statuses[status],
	};
}

static void put_list(struct text *text, const struct survey *surveys, size_t count)
{
	json_open(text, '{');
	json_member(text, "items");
	json_open(text, '[');
	for (size_t i = 0; i < count; i++)
		survey_put_brief(text, &surveys[i]);
	json_close(text, ']');
	json_close(text, '}');
}

void api_surveys_list(const void *context, const struct request *request, struct reply *reply)
{
	static const char *const known[] = {"event", "status", "limit", "page"};
	const struct api_context *api = context;
	struct faults faults = faults_init(request->arena);
	struct survey_filter filter = read_filter(&request->query, &faults);
	struct paging paging = paging_read(&request->query, &faults);
	struct survey *surveys = NULL;
	size_t count = 0;
	size_t total = 0;
	bool more = false;

	query_check(&request->query, known, COUNT_OF(known), &faults);
	if (!api_accepts_json(request, reply) || !api_is_valid(request, reply, &faults))
		return;
	if (surveys_list(&surveys, &count, &more, api->store, request->arena, &filter, paging.limit,
		    paging_offset(&paging)) ||
		totals_surveys(&total, api->store, &filter)) {
		api_reply_unavailable(request, reply);
		return;
	}
	struct text text = text_init(LIMIT_REPLY);
	put_list(&text, surveys, count);
	api_reply_json(reply, &text);
	reply_header(reply, "Link", paging_links(request->arena, request, &paging, total));
}

/* The version that the query names; the newest, where it names none. */
static bool find_version(struct published_survey *found,
	struct published *published,
	const struct request *request,
	struct reply *reply)
{
	static const int64_t bounds[] = {1, INT32_MAX};
	static const char *const known[] = {"version"};
	struct faults faults = faults_init(request->arena);
	int64_t version = query_integer(&request->query, "version", bounds, 0, &faults);
	query_check(&request->query, known, COUNT_OF(known), &faults);
	if (!api_is_valid(request, reply, &faults) ||
		!api_find_survey(found, published, request, reply))
		return false;
	int32_t newest = found->survey.version;
	int outcome =
		version ? published_find(found, published, found->survey.key, (int32_t)version) : 0;
	if (outcome == PUBLISHED_NOT_FOUND)
		faults_add(&faults, PLACE_QUERY, "version", FAULT_UNKNOWN_VERSION,
			pairs_find(&request->query, "version"),
			arena_format(request->arena, "%d", newest));
	else if (outcome)
		api_reply_unavailable(request, reply);
	return api_is_valid(request, reply, &faults) && !outcome;
}

static void put_survey(struct text *text, const struct published_survey *found)
{
	char published_at[CLOCK_TEXT];
	clock_write(published_at, found->published_at);
	json_open(text, '{');
	json_member(text, "key");
	json_put_string(text, found->survey.key);
	json_member(text, "event");
	json_put_string(text, found->survey.event);
	json_member(text, "status");
	json_put_string(text, survey_status_name(found->survey.status));
	json_member(text, "version");
	json_put_int(text, found->version);
	json_member(text, "published_at");
	json_put_string(text, published_at);
	json_member(text, "definition");
	json_put_raw(text, found->document, strlen(found->document));
	json_close(text, '}');
}

void api_surveys_read(const void *context, const struct request *request, struct reply *reply)
{
	const struct api_context *api = context;
	struct published_survey found;
	if (!api_accepts_json(request, reply) ||
		!find_version(&found, api->published, request, reply))
		return;
	struct text text = text_init(LIMIT_REPLY);
	put_survey(&text, &found);
	api_reply_json(reply, &text);
}
