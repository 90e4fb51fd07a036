#include "store/batch.h"

#include <string.h>

#include "base/limits.h"

/* In the order of the statement's parameters. */
enum {
	ARRAY_ID,
	ARRAY_KEY,
	ARRAY_FINGERPRINT,
	ARRAY_RECEIPT,
	ARRAY_VERSION,
	ARRAY_LANGUAGE,
	ARRAY_RECORD_KEY,
	ARRAY_CODED,
	ARRAY_SUBMITTED_AT,
	ARRAY_EXACT,
	ARRAY_TEXT_OWNER,
	ARRAY_TEXT_ID,
	ARRAY_TEXT_QUESTION,
	ARRAY_TEXT_PART,
	ARRAY_TEXT_BODY
};

static const unsigned types[BATCH_ARRAYS] = {
	[ARRAY_ID] = DB_INT8_ARRAY,
	[ARRAY_KEY] = DB_BYTEA_ARRAY,
	[ARRAY_FINGERPRINT] = DB_BYTEA_ARRAY,
	[ARRAY_RECEIPT] = DB_BYTEA_ARRAY,
	[ARRAY_VERSION] = DB_INT4_ARRAY,
	[ARRAY_LANGUAGE] = DB_TEXT_ARRAY,
	[ARRAY_RECORD_KEY] = DB_INT4_ARRAY,
	[ARRAY_CODED] = DB_BYTEA_ARRAY,
	[ARRAY_SUBMITTED_AT] = DB_TIMESTAMPTZ_ARRAY,
	[ARRAY_EXACT] = DB_TEXT_ARRAY,
	[ARRAY_TEXT_OWNER] = DB_INT8_ARRAY,
	[ARRAY_TEXT_ID] = DB_BYTEA_ARRAY,
	[ARRAY_TEXT_QUESTION] = DB_TEXT_ARRAY,
	[ARRAY_TEXT_PART] = DB_TEXT_ARRAY,
	[ARRAY_TEXT_BODY] = DB_TEXT_ARRAY,
};

static void put_string(struct db_array *array, const char *string)
{
	db_array_put_bytes(array, string, strlen(string));
}

static void put_texts(struct db_array *arrays, const struct response *response)
{
	for (size_t i = 0; i < response->text_count; i++) {
		const struct response_text *text = &response->texts[i];
		db_array_put_int(&arrays[ARRAY_TEXT_OWNER], response->id);
		db_array_put_bytes(&arrays[ARRAY_TEXT_ID], text->id, sizeof text->id);
		put_string(&arrays[ARRAY_TEXT_QUESTION], text->question);
		put_string(&arrays[ARRAY_TEXT_PART], text->part);
		put_string(&arrays[ARRAY_TEXT_BODY], text->text);
	}
}

static void put_response(struct db_array *arrays, const struct response *response, bool is_import)
{
	db_array_put_int(&arrays[ARRAY_ID], response->id);
	db_array_put_bytes(&arrays[ARRAY_KEY], response->key, sizeof response->key);
	db_array_put_bytes(
		&arrays[ARRAY_FINGERPRINT], response->fingerprint, sizeof response->fingerprint);
	db_array_put_bytes(&arrays[ARRAY_RECEIPT], response->receipt, sizeof response->receipt);
	db_array_put_int(&arrays[ARRAY_VERSION], response->version);
	put_string(&arrays[ARRAY_LANGUAGE], response->language);
	db_array_put_int(&arrays[ARRAY_RECORD_KEY], (int32_t)response->record_key);
	db_array_put_bytes(&arrays[ARRAY_CODED], response->row, response->row_size);
	if (is_import)
		db_array_put_time(&arrays[ARRAY_SUBMITTED_AT], response->submitted_at);
	else
		db_array_put_null(&arrays[ARRAY_SUBMITTED_AT]);
	if (response->exact)
		put_string(&arrays[ARRAY_EXACT], response->exact);
	else
		db_array_put_null(&arrays[ARRAY_EXACT]);
	put_texts(arrays, response);
}

void batch_init(
	struct batch *batch, const struct response *const *responses, size_t count, bool is_import)
{
	for (size_t i = 0; i < BATCH_ARRAYS; i++)
		batch->arrays[i] = db_array_init(types[i], LIMIT_BATCH_BYTES);
	for (size_t i = 0; i < count; i++)
		put_response(batch->arrays, responses[i], is_import);
}

void batch_release(struct batch *batch)
{
	for (size_t i = 0; i < BATCH_ARRAYS; i++)
		db_array_release(&batch->arrays[i]);
}

void batch_values(struct db_value values[BATCH_VALUES],
	struct batch *batch,
	struct arena *arena,
	int32_t survey,
	bool is_import)
{
	values[0] = db_int4(arena, survey);
	for (size_t i = 0; i < BATCH_ARRAYS; i++)
		values[i + 1] = db_array_value(&batch->arrays[i]);
	values[BATCH_VALUES - 1] = db_bool(is_import);
}
