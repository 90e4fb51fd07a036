/* Inside store/: responses as the arrays that one statement takes. */
#ifndef SAMRAD_STORE_BATCH_H
#define SAMRAD_STORE_BATCH_H

#include <stdbool.h>

#include "db/array.h"
#include "survey/response.h"

enum { BATCH_ARRAYS = 15, BATCH_VALUES = BATCH_ARRAYS + 2 };

/* The arrays $2 … $16 of responses_store.sql. */
struct batch {
	struct db_array arrays[BATCH_ARRAYS];
};

/* Fills the arrays. submitted_at goes along for an import only. */
void batch_init(
	struct batch *batch, const struct response *const *responses, size_t count, bool is_import);

void batch_release(struct batch *batch);

/* The statement's parameters; borrowed from the batch and the arena. */
void batch_values(struct db_value values[BATCH_VALUES],
	struct batch *batch,
	struct arena *arena,
	int32_t survey,
	bool is_import);

#endif
