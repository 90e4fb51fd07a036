/* Responses: storing them durably, many at a time, and reading them coded. */
#ifndef SAMRAD_STORE_RESPONSES_H
#define SAMRAD_STORE_RESPONSES_H

#include <stdbool.h>

#include "base/arena.h"
#include "store/store.h"
#include "survey/response.h"

/* What became of one of a batch. */
struct stored_response {
	enum response_outcome outcome;
	int64_t id;           /* of the stored one: a replay's is the first one's */
	int64_t submitted_at; /* the same */
};

/* Stores the responses of one survey in one transaction, if it is open by the database's clock, and says
 * of each what became of it. Returns only after the commit is durable; the order of outcomes is the order
 * of responses. Keys in the batch must differ.
 * Returns 0; STORE_REFUSED: a row breaks a rule, nothing was stored; STORE_UNAVAILABLE: unknown, calling again
 * with the same responses finds out. */
MUST_CHECK int responses_store(struct stored_response *outcomes,
	struct db *db,
	struct arena *arena,
	const struct response *const *responses,
	size_t count);

/* The same inside a transaction of the caller's, for responses that come with the hour of their sending, into a
 * survey that may be closed (samrad load). Those whose key is there already are passed over; *stored counts the
 * others. */
MUST_CHECK int responses_import(size_t *stored,
	struct db *db,
	struct arena *arena,
	const struct response *const *responses,
	size_t count);

/* One coded response as the image takes it. row is borrowed for the call. */
struct coded_response {
	int64_t place;
	int32_t version;
	uint32_t record_key;
	const uint8_t *row;
	size_t row_size;
};

/* Calls with every response of a survey after one place up to another, in no order. A callback that returns
 * other than 0 ends it. Returns 0, STORE_UNAVAILABLE, or what the callback returned. */
MUST_CHECK int responses_read(struct store *store,
	int32_t survey,
	int64_t after,
	int64_t up_to,
	int (*take)(void *context, const struct coded_response *response),
	void *context);

/* The highest place of a survey's responses, when none is in flight: takes its gate, looks, lets go.
 * Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int responses_boundary(int64_t *place, struct store *store, int32_t survey);

#endif
