/* What all handlers of the API do alike: say what they can't do, and send JSON.
 *
 * A function whose name asks (api_accepts …) gives false when it has set the reply: the handler returns.
 */
#ifndef SAMRAD_API_ANSWER_H
#define SAMRAD_API_ANSWER_H

#include <stdbool.h>

#include <jansson.h>

#include "base/faults.h"
#include "definition/published.h"
#include "http/reply.h"
#include "http/request.h"

#define JSON_MEDIA_TYPE "application/json"

/* Whether the client takes JSON; else the reply is 406. */
bool api_accepts_json(const struct request *request, struct reply *reply);

/* Whether there are no faults; else the reply is 422 with every one of them in English. */
bool api_is_valid(const struct request *request, struct reply *reply, const struct faults *faults);

/* Whether the request has a JSON document as its body; else the reply is 415 or 400. Caller owns *body. */
bool api_read_body(json_t **body, const struct request *request, struct reply *reply);

/* Whether the survey of the path is published; else the reply is 404 or 503. */
bool api_find_survey(struct published_survey *found,
	struct published *published,
	const struct request *request,
	struct reply *reply);

/* 404: "There is no event “vk-2021”." The name is said only where it has the form of a key. */
void api_reply_missing(
	const struct request *request, struct reply *reply, const char *what, const char *key);

/* 503: the database is away, or too slow. */
void api_reply_unavailable(const struct request *request, struct reply *reply);

/* 200 with JSON that may be stored and is asked for again each time. The text moves into the reply. */
void api_reply_json(struct reply *reply, struct text *text);

/* JSON for this caller alone, which nobody may store. The text moves into the reply. */
void api_reply_private(struct reply *reply, unsigned status, struct text *text);

/* Writes a value of a document as it is; NULL is written as null. */
void api_put_document(struct text *text, const json_t *value);

#endif
