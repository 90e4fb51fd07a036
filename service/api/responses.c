/* /api/v1/surveys/{survey}/responses: a participant's answers come in. */
#include "api/handlers.h"

#include "api/answer.h"
#include "api/context.h"
#include "api/idempotency.h"
#include "api/query.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/json_text.h"
#include "base/limits.h"
#include "collect/collect.h"
#include "http/problem.h"

static void put_string(struct text *text, const char *name, const char *value)
{
	json_member(text, name);
	json_put_string(text, value);
}

static void reply_receipt(const struct request *request,
	struct reply *reply,
	const struct acknowledgement *acknowledgement)
{
	char submitted_at[CLOCK_TEXT];
	struct text text = text_init(LIMIT_REPLY);
	clock_write(submitted_at, acknowledgement->submitted_at);
	json_open(&text, '{');
	put_string(&text, "id", acknowledgement->id);
	put_string(&text, "receipt", acknowledgement->receipt);
	put_string(&text, "submitted_at", submitted_at);
	json_close(&text, '}');
	reply_set(reply, 201, JSON_MEDIA_TYPE, &text);
	reply_header(reply, "Location",
		arena_format(request->arena, "/api/v1/responses/%s", acknowledgement->id));
}

/* The queue is full, or the database is away or too slow: it may have been stored. */
static void reply_unknown(const struct request *request, struct reply *reply)
{
	problem_reply(request, reply, PROBLEM_UNAVAILABLE,
		"It isn't known whether the response was stored. Send it again in a few seconds; "
		"with the same Idempotency-Key it is stored once.");
}

/* What became of a response that was in order. */
static void reply_outcome(const struct request *request,
	struct reply *reply,
	const struct acknowledgement *acknowledgement)
{
	switch (acknowledgement->outcome) {
	case RESPONSE_STORED:
	case RESPONSE_REPLAYED: reply_receipt(request, reply, acknowledgement); return;
	case RESPONSE_KEY_REUSED:
		problem_reply(request, reply, PROBLEM_IDEMPOTENCY_KEY_REUSED,
			"The key came with another response before. That one stands.");
		return;
	case RESPONSE_CLOSED:
		problem_reply(request, reply, PROBLEM_SURVEY_CLOSED,
			"The survey has closed and takes no more responses.");
		return;
	case RESPONSE_NOT_OPEN:
		problem_reply(request, reply, PROBLEM_SURVEY_NOT_OPEN,
			"The survey hasn't opened yet; its definition says when it does.");
		return;
	case RESPONSE_UNKNOWN:
	default: reply_unknown(request, reply); return;
	}
}

/* Hands the response over and waits. key: NULL where the client gave none. */
static void collect(const struct api_context *api,
	const struct request *request,
	struct reply *reply,
	const char *key,
	const json_t *body)
{
	struct acknowledgement acknowledgement;
	struct faults faults = faults_init(request->arena);
	const char *survey = request_parameter(request, "survey");
	switch (collect_response(
		&acknowledgement, api->collector, survey, key, body, HIDDEN_REFUSED, &faults)) {
	case 0: reply_outcome(request, reply, &acknowledgement); return;
	case COLLECT_FAULTY: (void)api_is_valid(request, reply, &faults); return;
	case COLLECT_NOT_FOUND: api_reply_missing(request, reply, "survey", survey); return;
	case COLLECT_UNAVAILABLE:
	default: reply_unknown(request, reply); return;
	}
}

void api_responses_create(const void *context, const struct request *request, struct reply *reply)
{
	struct faults faults = faults_init(request->arena);
	const char *key = idempotency_key(request, &faults);
	JSON_OWNED json_t *body = NULL;

	query_check(&request->query, NULL, 0, &faults);
	if (api_accepts_json(request, reply) && api_read_body(&body, request, reply) &&
		api_is_valid(request, reply, &faults))
		collect(context, request, reply, key, body);
}
