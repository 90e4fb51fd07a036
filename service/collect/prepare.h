/* Makes what was sent a response that can be stored: checked, coded, sealed, with a record key.
 *
 * For the API, the form and the loader alike.
 */
#ifndef SAMRAD_COLLECT_PREPARE_H
#define SAMRAD_COLLECT_PREPARE_H

#include "collect/check.h"
#include "collect/secrets.h"
#include "definition/definition.h"

/* Fills *response, whose survey and version are set; its memory is the faults' arena's. key: the idempotency key.
 * body: the node with language and answers. Look at faults->found: with faults, it can't be stored. */
void response_prepare(struct response *response,
	const struct secrets *secrets,
	const struct definition *definition,
	const char *key,
	const struct node *body,
	enum hidden_answers hidden,
	struct faults *faults);

/* Whether an idempotency key is one: 22 to 64 of A-Z a-z 0-9 _ -. */
bool response_key_is_valid(const char *key);

#endif
