#include "collect/committer.h"

#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"

enum {
	TRY_FOR = 4 * 1000, /* milliseconds for which a batch is tried again */
	TIDYING = 1000,     /* what ending a call that is late may take */
	FIRST_PAUSE = 20,   /* before the second try; doubles */
	LONGEST_PAUSE = 320,
	SEEN_SLOTS = LIMIT_BATCH * 4
};

/* A request that waits; on its stack. */
struct waiting {
	struct waiting *next;
	int64_t since; /* clock_milliseconds */
	const struct response *response;
	struct stored_response outcome;
	sem_t is_done;
};

struct committer {
	struct store *store;
	struct db *db; /* the thread's; NULL: not connected */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t has_work;
	struct waiting *first; /* the queue, oldest first */
	struct waiting **last;
	size_t length;
	bool is_stopping;
};

/* Responses of one survey that go together. */
struct batch_of {
	int64_t until; /* by then the database must have told what became of it */
	struct waiting *members[LIMIT_BATCH];
	const struct response *responses[LIMIT_BATCH];
	struct stored_response outcomes[LIMIT_BATCH];
	size_t count;
	const struct response *seen[SEEN_SLOTS]; /* its keys, by open addressing */
};

/* Whether the key isn't in the batch yet; then it is. Keys are HMACs: their bytes are as good as a hash. */
static bool is_new_key(struct batch_of *batch, const struct response *response)
{
	uint32_t slot = 0;
	memcpy(&slot, response->key, sizeof slot);
	for (;; slot++) {
		const struct response **at = &batch->seen[slot % SEEN_SLOTS];
		if (!*at) {
			*at = response;
			return true;
		}
		if (memcmp((*at)->key, response->key, sizeof response->key) == 0)
			return false;
	}
}

static int64_t last_moment(const struct waiting *waiting)
{
	return waiting->since + LIMIT_WAIT - TIDYING;
}

/* Those for whom it is too late to begin: the database has been away for long. Called with the lock held. */
static void refuse_late(struct committer *committer)
{
	int64_t now = clock_milliseconds();
	while (committer->first && last_moment(committer->first) <= now) {
		struct waiting *waiting = committer->first;
		committer->first = waiting->next;
		committer->length--;
		waiting->outcome.outcome = RESPONSE_UNKNOWN;
		(void)sem_post(&waiting->is_done);
	}
	if (!committer->first)
		committer->last = &committer->first;
}

/* Takes from the queue what goes with its first: the same survey, each key once. A second one with a key waits for the
 * first one's outcome in the queue. Called with the lock held. */
static void gather(struct batch_of *batch, struct committer *committer)
{
	int32_t survey = committer->first->response->survey;
	struct waiting **at = &committer->first;
	batch->until = last_moment(committer->first);
	batch->count = 0;
	memset(batch->seen, 0, sizeof batch->seen);
	while (*at && batch->count < LIMIT_BATCH) {
		struct waiting *waiting = *at;
		if (waiting->response->survey != survey || !is_new_key(batch, waiting->response)) {
			at = &waiting->next;
			continue;
		}
		*at = waiting->next;
		batch->members[batch->count] = waiting;
		batch->responses[batch->count++] = waiting->response;
	}
	while (*at)
		at = &(*at)->next;
	committer->last = at;
	committer->length -= batch->count;
}

static int connect_again(struct committer *committer, int64_t until)
{
	if (!committer->db && store_connect(&committer->db, committer->store))
		return STORE_UNAVAILABLE;
	store_end_by(committer->db, until);
	return store_restore(committer->db);
}

static void pause_for(int64_t milliseconds)
{
	struct timespec pause = {0, (long)milliseconds * 1000 * 1000};
	(void)nanosleep(&pause, NULL);
}

static int64_t earlier(int64_t one, int64_t other)
{
	return one < other ? one : other;
}

/* Sends a part of the batch until the database has said what became of it, or time is up. */
static int send(struct committer *committer, struct batch_of *batch, size_t begin, size_t count)
{
	int64_t end = earlier(clock_milliseconds() + TRY_FOR, batch->until);
	int64_t pause = FIRST_PAUSE;
	for (;;) {
		struct arena arena = arena_init();
		int outcome = connect_again(committer, batch->until);
		if (!outcome)
			outcome = responses_store(batch->outcomes + begin, committer->db, &arena,
				batch->responses + begin, count);
		arena_release(&arena);
		if (outcome != STORE_UNAVAILABLE || clock_milliseconds() + pause > end)
			return outcome;
		pause_for(pause);
		pause = pause < LONGEST_PAUSE ? pause * 2 : pause;
	}
}

static void give_up(struct batch_of *batch, size_t begin, size_t count)
{
	for (size_t i = begin; i < begin + count; i++)
		batch->outcomes[i] = (struct stored_response){.outcome = RESPONSE_UNKNOWN};
}

/* Stores a part of the batch. A row that breaks a rule of the database's, which the checks before should have made
 * impossible, is found by halving, so that it doesn't take its neighbours along. */
static void store_part(
	struct committer *committer, struct batch_of *batch, size_t begin, size_t count)
{
	int outcome = send(committer, batch, begin, count);
	if (outcome == STORE_REFUSED && count > 1) {
		store_part(committer, batch, begin, count / 2);
		store_part(committer, batch, begin + count / 2, count - count / 2);
		return;
	}
	if (!outcome)
		return;
	if (outcome == STORE_REFUSED)
		log_error("the database refused a response", NULL);
	give_up(batch, begin, count);
}

static void tell(struct batch_of *batch)
{
	for (size_t i = 0; i < batch->count; i++) {
		struct waiting *waiting = batch->members[i];
		waiting->outcome = batch->outcomes[i];
		(void)sem_post(&waiting->is_done);
	}
}

/* Waits for work. false: stopping, and the queue is empty. */
static bool take(struct batch_of *batch, struct committer *committer)
{
	pthread_mutex_lock(&committer->lock);
	refuse_late(committer);
	while (!committer->first && !committer->is_stopping)
		pthread_cond_wait(&committer->has_work, &committer->lock);
	bool has_work = committer->first != NULL;
	if (has_work)
		gather(batch, committer);
	pthread_mutex_unlock(&committer->lock);
	return has_work;
}

static void *run(void *context)
{
	struct committer *committer = context;
	struct batch_of *batch = calloc(1, sizeof *batch);
	if (!batch)
		abort();
	while (take(batch, committer)) {
		store_part(committer, batch, 0, batch->count);
		tell(batch);
	}
	free(batch);
	return NULL;
}

struct committer *committer_new(struct store *store)
{
	struct committer *committer = calloc(1, sizeof *committer);
	if (!committer)
		abort();
	committer->store = store;
	committer->last = &committer->first;
	pthread_mutex_init(&committer->lock, NULL);
	pthread_cond_init(&committer->has_work, NULL);
	if (pthread_create(&committer->thread, NULL, run, committer))
		abort();
	return committer;
}

void committer_free(struct committer *committer)
{
	if (!committer)
		return;
	pthread_mutex_lock(&committer->lock);
	committer->is_stopping = true;
	pthread_cond_signal(&committer->has_work);
	pthread_mutex_unlock(&committer->lock);
	pthread_join(committer->thread, NULL);
	if (committer->db)
		store_disconnect(committer->db);
	pthread_cond_destroy(&committer->has_work);
	pthread_mutex_destroy(&committer->lock);
	free(committer);
}

static bool enqueue(struct committer *committer, struct waiting *waiting)
{
	pthread_mutex_lock(&committer->lock);
	bool has_room = !committer->is_stopping && committer->length < LIMIT_QUEUE;
	if (has_room) {
		waiting->since = clock_milliseconds();
		*committer->last = waiting;
		committer->last = &waiting->next;
		committer->length++;
		pthread_cond_signal(&committer->has_work);
	}
	pthread_mutex_unlock(&committer->lock);
	return has_room;
}

/* Waits without a deadline of its own, since the committer reads this request's memory while it works on its batch:
 * but that ends by the deadline of the batch's oldest, and what then waits behind it for too long is refused. */
int committer_commit(struct stored_response *outcome,
	struct committer *committer,
	const struct response *response)
{
	struct waiting waiting = {.response = response};
	if (sem_init(&waiting.is_done, 0, 0))
		abort();
	bool is_queued = enqueue(committer, &waiting);
	while (is_queued && sem_wait(&waiting.is_done)) {
	}
	(void)sem_destroy(&waiting.is_done);
	*outcome = waiting.outcome;
	return is_queued ? 0 : COMMITTER_BUSY;
}
