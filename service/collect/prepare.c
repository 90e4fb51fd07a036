#include "collect/prepare.h"

#include <string.h>

#include "base/random.h"

enum { SHORTEST_KEY = 22, LONGEST_KEY = 64 };

bool response_key_is_valid(const char *key)
{
	static const char allowed[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
	size_t size = strlen(key);
	return size >= SHORTEST_KEY && size <= LONGEST_KEY && strspn(key, allowed) == size;
}

void response_prepare(struct response *response,
	const struct secrets *secrets,
	const struct definition *definition,
	const char *key,
	const struct node *body,
	enum hidden_answers hidden,
	struct faults *faults)
{
	struct response_text *texts = NULL;
	check_answers(response, &texts, definition, body, hidden, faults->arena, faults);
	if (faults->found)
		return;
	secrets_submission_key(response->key, secrets, response->survey, key);
	secrets_seal(response, texts, secrets);
	response->record_key = random_uint32();
	random_bytes(&response->id, sizeof response->id);
	response->id = (int64_t)((uint64_t)response->id >> 1 | 1);
}
