#include "api/answer.h"

#include <stdlib.h>
#include <string.h>

#include "api/query.h"
#include "base/json.h"
#include "base/json_text.h"
#include "http/negotiation.h"
#include "http/problem.h"
#include "survey/words.h"

bool api_accepts_json(const struct request *request, struct reply *reply)
{
	static const char *const offers[] = {JSON_MEDIA_TYPE};
	if (negotiate_media_type(request_header(request, "Accept"), offers, 1) == 0)
		return true;
	problem_reply(request, reply, PROBLEM_NOT_ACCEPTABLE,
		"This address answers in application/json.");
	return false;
}

static void put_sentence(struct text *text, const struct fault *fault)
{
	struct arena arena = arena_init();
	text_put(text, words_fault(&arena, "en", fault));
	arena_release(&arena);
}

bool api_is_valid(const struct request *request, struct reply *reply, const struct faults *faults)
{
	if (faults->found)
		problem_reply_faults(request, reply, faults, put_sentence);
	return !faults->found;
}

/* Why the body's form isn't taken; NULL when it is. */
static const char *refuse_media(const struct request *request)
{
	if (!request_has_media_type(request, JSON_MEDIA_TYPE))
		return "Send JSON, and say so: Content-Type: application/json.";
	if (request_header(request, "Content-Encoding"))
		return "Send the JSON as it is, without a Content-Encoding.";
	return NULL;
}

bool api_read_body(json_t **body, const struct request *request, struct reply *reply)
{
	struct json_fault fault;
	const char *why = refuse_media(request);
	if (why) {
		problem_reply(request, reply, PROBLEM_UNSUPPORTED_MEDIA_TYPE, why);
		return false;
	}
	if (!json_parse(body, &fault, request->body, request->body_size))
		return true;
	problem_reply_not_json(request, reply, fault.sentence, fault.line, fault.column);
	return false;
}

bool api_find_survey(struct published_survey *found,
	struct published *published,
	const struct request *request,
	struct reply *reply)
{
	const char *key = request_parameter(request, "survey");
	int outcome = published_find(found, published, key, 0);
	if (outcome == PUBLISHED_NOT_FOUND)
		api_reply_missing(request, reply, "survey", key);
	else if (outcome)
		api_reply_unavailable(request, reply);
	return !outcome;
}

void api_reply_missing(
	const struct request *request, struct reply *reply, const char *what, const char *key)
{
	const char *detail =
		query_is_key(key) ? arena_format(request->arena, "There is no %s “%s”.", what, key)
				  : arena_format(request->arena, "There is no such %s.", what);
	problem_reply(request, reply, PROBLEM_NOT_FOUND, detail);
}

void api_reply_unavailable(const struct request *request, struct reply *reply)
{
	problem_reply(request, reply, PROBLEM_UNAVAILABLE,
		"The service can't reach its database. Try again in a few seconds.");
}

void api_reply_json(struct reply *reply, struct text *text)
{
	reply_set(reply, 200, JSON_MEDIA_TYPE, text);
	reply->cache = CACHE_REVALIDATE;
}

void api_reply_private(struct reply *reply, unsigned status, struct text *text)
{
	reply_set(reply, status, JSON_MEDIA_TYPE, text);
	reply->cache = CACHE_PRIVATE;
}

void api_put_document(struct text *text, const json_t *value)
{
	char *json = value ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
	if (json)
		json_put_raw(text, json, strlen(json));
	else
		json_put_null(text);
	free(json);
}
