#include "collect/collect.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "collect/committer.h"
#include "collect/prepare.h"

enum { KEY_BYTES = 24 };

struct collector {
	struct published *published;
	struct committer *committer;
	struct secrets secrets;
};

struct collector *collector_new(
	struct store *store, struct published *published, const void *secret, size_t secret_size)
{
	struct collector *collector = calloc(1, sizeof *collector);
	if (!collector)
		abort();
	collector->published = published;
	collector->secrets = secrets_init(secret, secret_size);
	collector->committer = committer_new(store);
	return collector;
}

void collector_free(struct collector *collector)
{
	if (!collector)
		return;
	committer_free(collector->committer);
	free(collector);
}

/* The version that was sent; 0 after a fault. */
static int32_t read_version(const struct node *body, struct faults *faults)
{
	struct node node = node_member(body, "version");
	if (!node_is(&node, faults, "integer"))
		return 0;
	return (int32_t)node_integer(&node, faults, 1, INT32_MAX, 0);
}

/* Finds the survey in the version that was sent. One that doesn't exist is a fault, and the rest is checked against the
 * newest, so that every fault is told. */
static int find_version(struct published_survey *found,
	struct collector *collector,
	const char *survey,
	const struct node *body,
	struct faults *faults)
{
	int32_t version = read_version(body, faults);
	int outcome = published_find(found, collector->published, survey, version);
	if (outcome != PUBLISHED_NOT_FOUND || !version)
		return outcome;
	outcome = published_find(found, collector->published, survey, 0);
	if (outcome)
		return outcome;
	struct node node = node_member(body, "version");
	node_fault(&node, faults, FAULT_UNKNOWN_VERSION, arena_format(faults->arena, "%d", version),
		arena_format(faults->arena, "%d", found->survey.version));
	return 0;
}

static void acknowledge(struct acknowledgement *acknowledgement,
	const struct collector *collector,
	const struct response *response,
	const struct stored_response *stored)
{
	uint8_t receipt[RESPONSE_HASH];
	*acknowledgement = (struct acknowledgement){
		.outcome = stored->outcome, .submitted_at = stored->submitted_at};
	if (stored->outcome != RESPONSE_STORED && stored->outcome != RESPONSE_REPLAYED)
		return;
	secrets_receipt(receipt, &collector->secrets, response);
	identity_write_id(acknowledgement->id, response->survey, stored->id);
	identity_write_receipt(acknowledgement->receipt, response->survey, receipt);
}

static int check_body(struct response *response,
	struct collector *collector,
	const char *survey,
	const char *key,
	const struct node *body,
	enum hidden_answers hidden,
	struct faults *faults)
{
	static const char *const known[] = {"version", "language", "answers"};
	struct published_survey found;
	if (!node_is(body, faults, "object"))
		return COLLECT_FAULTY;
	node_check_members(body, faults, known, COUNT_OF(known));
	switch (find_version(&found, collector, survey, body, faults)) {
	case PUBLISHED_NOT_FOUND: return COLLECT_NOT_FOUND;
	case PUBLISHED_UNAVAILABLE: return COLLECT_UNAVAILABLE;
	default: break;
	}
	*response = (struct response){.survey = found.survey.id, .version = found.version};
	response_prepare(
		response, &collector->secrets, found.definition, key, body, hidden, faults);
	return faults->found ? COLLECT_FAULTY : 0;
}

int collect_response(struct acknowledgement *acknowledgement,
	struct collector *collector,
	const char *survey,
	const char *key,
	const json_t *body,
	enum hidden_answers hidden,
	struct faults *faults)
{
	char own_key[RANDOM_TOKEN(KEY_BYTES)];
	struct response response;
	struct stored_response stored;
	struct node root = node_root(body);
	if (!key) {
		random_token(own_key, KEY_BYTES);
		key = own_key;
	}
	int outcome = check_body(&response, collector, survey, key, &root, hidden, faults);
	if (outcome)
		return outcome;
	if (committer_commit(&stored, collector->committer, &response))
		return COLLECT_UNAVAILABLE;
	acknowledge(acknowledgement, collector, &response, &stored);
	return 0;
}
