/* A response's way in: check → code → commit together with whoever else is waiting → receipt.
 */
#ifndef SAMRAD_COLLECT_COLLECT_H
#define SAMRAD_COLLECT_COLLECT_H

#include "collect/check.h"
#include "definition/published.h"
#include "survey/identity.h"
#include "survey/response.h"

/* What a participant is told. */
struct acknowledgement {
	enum response_outcome outcome;
	char id[IDENTITY_TEXT];      /* "12-0d3k…" */
	char receipt[IDENTITY_TEXT]; /* "12-…" */
	int64_t submitted_at;        /* unix seconds, cut to the hour */
};

struct collector;
struct store;

/* Starts the committer's thread. store and published must outlive it; the secret (the service's) is copied.
 * Caller owns. */
struct collector *collector_new(
	struct store *store, struct published *published, const void *secret, size_t secret_size);

/* Refuses what comes from now on, lets what waits have its outcome, ends the thread, frees. No request may be inside
 * collect_response when it returns from the HTTP server's stop. */
void collector_free(struct collector *collector);

enum { COLLECT_NOT_FOUND = 1, COLLECT_UNAVAILABLE = 2, COLLECT_FAULTY = 3 };

/* Takes one response: body is {"version", "language", "answers"} as the API has it. key: the idempotency
 * key, 22 to 64 characters of A-Z a-z 0-9 _ -, or NULL for one of our own making. hidden: what
 * happens to answers to questions that others hide. Waits until it is durable.
 * Returns 0 with *acknowledgement (look at its outcome); COLLECT_FAULTY with the faults told;
 * COLLECT_NOT_FOUND: no such survey; COLLECT_UNAVAILABLE: queue full or database away, nothing is known
 * to be stored and a retry with the same key is safe. Any thread. */
MUST_CHECK int collect_response(struct acknowledgement *acknowledgement,
	struct collector *collector,
	const char *survey,
	const char *key,
	const json_t *body,
	enum hidden_answers hidden,
	struct faults *faults);

#endif
