/* Problem documents (RFC 9457), the one way in which an API error leaves.
 *
 * The table problems[] is the list of what can be told; docs/errors.md explains each (a lint check
 * compares). A problem's type is the path /problems/NAME on this service, where its page stands.
 */
#ifndef SAMRAD_HTTP_PROBLEM_H
#define SAMRAD_HTTP_PROBLEM_H

#include "base/faults.h"
#include "http/reply.h"
#include "http/request.h"

enum problem_id {
	PROBLEM_BAD_REQUEST,
	PROBLEM_NOT_JSON,
	PROBLEM_UNAUTHORIZED,
	PROBLEM_FORBIDDEN,
	PROBLEM_NOT_PUBLIC,
	PROBLEM_NOT_FOUND,
	PROBLEM_METHOD_NOT_ALLOWED,
	PROBLEM_NOT_ACCEPTABLE,
	PROBLEM_SURVEY_CLOSED,
	PROBLEM_SURVEY_NOT_OPEN,
	PROBLEM_TOO_LARGE,
	PROBLEM_UNSUPPORTED_MEDIA_TYPE,
	PROBLEM_INVALID,
	PROBLEM_IDEMPOTENCY_KEY_REUSED,
	PROBLEM_INTERNAL,
	PROBLEM_UNAVAILABLE,
	PROBLEM_COUNT
};

struct problem {
	const char *name; /* kebab-case: the last part of its type */
	unsigned status;
	const char *title; /* English; the same for every occurrence */
	const char *title_sv;
	const char *advice; /* what the caller can do, English */
	const char *advice_sv;
};

extern const struct problem problems[PROBLEM_COUNT];

#define PROBLEM_MEDIA_TYPE "application/problem+json"

/* The problem with this name, or NULL. */
const struct problem *problem_find(const char *name);

/* Makes the reply this problem; what was in it before is gone, headers too. detail: a sentence about this
 * occurrence, without anything internal (NULL: the title); copied. Sets Retry-After for PROBLEM_UNAVAILABLE. */
void problem_reply(
	const struct request *request, struct reply *reply, enum problem_id id, const char *detail);

/* 422 with a member errors: one per fault, with pointer, parameter or header, code and detail. Sentences come
 * from sentence(), which writes one fault's sentence in English into the text. */
void problem_reply_faults(const struct request *request,
	struct reply *reply,
	const struct faults *faults,
	void (*sentence)(struct text *text, const struct fault *fault));

/* 400 for bytes that aren't JSON, with members line and column (both from 1). fault: what json_parse says. */
void problem_reply_not_json(const struct request *request,
	struct reply *reply,
	const char *fault,
	int line,
	int column);

#endif
