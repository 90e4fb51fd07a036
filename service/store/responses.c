#include "store/responses.h"

#include <string.h>

#include "db/copy.h"
#include "store/batch.h"
#include "store/outcome.h"

static const struct db_statement store_statement = {"responses_store.sql"};
static const struct db_statement find_statement = {"responses_find.sql"};
static const struct db_statement gate_state = {"gate_state.sql"};
static const struct db_statement gate_lock = {"gate_lock.sql"};
static const struct db_statement highest = {"responses_highest.sql"};
static const struct db_statement copy = {"responses_copy.sql"};

/* Sends the batch; *stored are the ids that were new. */
static int insert(struct db_rows **stored,
	struct db *db,
	struct arena *arena,
	const struct response *const *responses,
	size_t count,
	bool is_import)
{
	struct batch batch;
	struct db_value values[BATCH_VALUES];
	batch_init(&batch, responses, count, is_import);
	batch_values(values, &batch, arena, responses[0]->survey, is_import);
	int outcome = outcome_of(db_query(stored, db, &store_statement, values, BATCH_VALUES));
	batch_release(&batch);
	return outcome;
}

/* What comes back stands in no order that could be relied on, but mostly in ours: the search for an id begins
 * where the last one was found. */
static size_t find_id(
	const struct response *const *responses, size_t count, int64_t id, size_t begin)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = (begin + i) % count;
		if (responses[at]->id == id)
			return at;
	}
	return count;
}

static size_t mark_stored(struct stored_response *outcomes,
	const struct response *const *responses,
	size_t count,
	const struct db_rows *stored)
{
	size_t marked = 0;
	size_t begin = 0;
	for (size_t row = 0; row < db_rows_count(stored); row++) {
		int64_t id = db_read_int(stored, row, 0);
		size_t at = find_id(responses, count, id, begin);
		if (at == count)
			continue;
		outcomes[at] =
			(struct stored_response){RESPONSE_STORED, id, db_read_time(stored, row, 1)};
		begin = at + 1;
		marked++;
	}
	return marked;
}

/* Why the database takes none. */
static int ask_gate(enum response_outcome *why, struct db *db, struct arena *arena, int32_t survey)
{
	struct db_rows *rows = NULL;
	const struct db_value values[] = {db_int4(arena, survey)};
	int outcome = outcome_of(db_query(&rows, db, &gate_state, values, COUNT_OF(values)));
	if (outcome)
		return outcome;
	bool is_published = db_rows_count(rows) && db_read_bool(rows, 0, 0);
	bool is_open = db_rows_count(rows) && db_read_bool(rows, 0, 1);
	*why = is_published && !is_open ? RESPONSE_NOT_OPEN : RESPONSE_CLOSED;
	db_rows_free(rows);
	return 0;
}

/* A response that is there under our key: ours when the id is, stored in a try whose outcome we didn't learn;
 * else an earlier one, which is the same or not by its fingerprint. */
static struct stored_response compare(
	const struct response *response, const struct db_rows *rows, size_t row)
{
	size_t size = 0;
	const char *fingerprint = db_read_bytes(rows, row, 2, &size);
	bool is_same = size == sizeof response->fingerprint &&
		       memcmp(fingerprint, response->fingerprint, size) == 0;
	int64_t id = db_read_int(rows, row, 1);
	enum response_outcome replay = is_same ? RESPONSE_REPLAYED : RESPONSE_KEY_REUSED;
	return (struct stored_response){
		id == response->id ? RESPONSE_STORED : replay, id, db_read_time(rows, row, 3)};
}

static bool has_key(const struct response *response, const struct db_rows *rows, size_t row)
{
	size_t size = 0;
	const char *key = db_read_bytes(rows, row, 0, &size);
	return size == sizeof response->key && memcmp(key, response->key, size) == 0;
}

/* Looks up those that weren't stored just now. */
static int find_others(struct stored_response *outcomes,
	struct db *db,
	struct arena *arena,
	const struct response *const *responses,
	size_t count)
{
	struct db_rows *rows = NULL;
	struct db_array keys = db_array_init(DB_BYTEA_ARRAY, count * 64 + 64);
	for (size_t i = 0; i < count; i++)
		if (outcomes[i].outcome == RESPONSE_CLOSED)
			db_array_put_bytes(&keys, responses[i]->key, sizeof responses[i]->key);
	const struct db_value values[] = {
		db_int4(arena, responses[0]->survey), db_array_value(&keys)};
	int outcome = outcome_of(db_query(&rows, db, &find_statement, values, COUNT_OF(values)));
	db_array_release(&keys);
	if (outcome)
		return outcome;
	for (size_t row = 0; row < db_rows_count(rows); row++)
		for (size_t i = 0; i < count; i++)
			if (outcomes[i].outcome == RESPONSE_CLOSED &&
				has_key(responses[i], rows, row))
				outcomes[i] = compare(responses[i], rows, row);
	db_rows_free(rows);
	return 0;
}

/* What is in no table was refused by the gate; that may have changed between the statement and the question, so
 * an open gate's answer counts as closed. */
static int explain_others(struct stored_response *outcomes,
	struct db *db,
	struct arena *arena,
	const struct response *const *responses,
	size_t count)
{
	enum response_outcome why = RESPONSE_CLOSED;
	int outcome = find_others(outcomes, db, arena, responses, count);
	if (!outcome)
		outcome = ask_gate(&why, db, arena, responses[0]->survey);
	for (size_t i = 0; i < count && !outcome; i++)
		if (outcomes[i].outcome == RESPONSE_CLOSED)
			outcomes[i].outcome = why;
	return outcome;
}

int responses_store(struct stored_response *outcomes,
	struct db *db,
	struct arena *arena,
	const struct response *const *responses,
	size_t count)
{
	struct db_rows *stored = NULL;
	int outcome = insert(&stored, db, arena, responses, count, false);
	if (outcome)
		return outcome;
	for (size_t i = 0; i < count; i++)
		outcomes[i] = (struct stored_response){.outcome = RESPONSE_CLOSED};
	size_t marked = mark_stored(outcomes, responses, count, stored);
	db_rows_free(stored);
	return marked == count ? 0 : explain_others(outcomes, db, arena, responses, count);
}

int responses_import(size_t *stored,
	struct db *db,
	struct arena *arena,
	const struct response *const *responses,
	size_t count)
{
	struct db_rows *rows = NULL;
	*stored = 0;
	int outcome = insert(&rows, db, arena, responses, count, true);
	if (outcome)
		return outcome;
	*stored = db_rows_count(rows);
	db_rows_free(rows);
	return 0;
}

/* Takes the gate and reads the highest place behind it; whatever came, the transaction ends. */
static int look_behind_gate(int64_t *place, struct db *db, struct arena *arena, int32_t survey)
{
	struct db_rows *rows = NULL;
	const struct db_value values[] = {db_int4(arena, survey)};
	int outcome = outcome_of(db_query(&rows, db, &gate_lock, values, COUNT_OF(values)));
	if (outcome)
		return outcome;
	db_rows_free(rows);
	outcome = outcome_of(db_query(&rows, db, &highest, values, COUNT_OF(values)));
	if (outcome)
		return outcome;
	*place = db_read_int(rows, 0, 0);
	db_rows_free(rows);
	return 0;
}

int responses_boundary(int64_t *place, struct store *store, int32_t survey)
{
	struct db *db = NULL;
	struct arena arena = arena_init();
	int outcome = store_begin(&db, store);
	if (!outcome) {
		outcome = look_behind_gate(place, db, &arena, survey);
		store_rollback(store, db);
	}
	arena_release(&arena);
	return outcome;
}

/* Hands the rows of a copy on as coded responses; remembers when the taker has had enough. */
struct taking {
	int (*take)(void *context, const struct coded_response *response);
	void *context;
	int outcome;
};

static bool take_row(void *context, const struct db_copy_row *row)
{
	struct taking *taking = context;
	struct coded_response response = {
		.place = db_copy_int(row, 0),
		.version = (int32_t)db_copy_int(row, 1),
		.record_key = (uint32_t)db_copy_int(row, 2),
	};
	response.row = db_copy_bytes(row, 3, &response.row_size);
	taking->outcome = taking->take(taking->context, &response);
	return taking->outcome == 0;
}

int responses_read(struct store *store,
	int32_t survey,
	int64_t after,
	int64_t up_to,
	int (*take)(void *context, const struct coded_response *response),
	void *context)
{
	struct db *db = NULL;
	struct taking taking = {take, context, 0};
	const int64_t numbers[] = {survey, after, up_to};
	int outcome = store_borrow(&db, store);
	if (outcome)
		return outcome;
	outcome = outcome_of(db_copy_out(db, &copy, numbers, COUNT_OF(numbers), take_row, &taking));
	store_return(store, db);
	return outcome ? outcome : taking.outcome;
}
