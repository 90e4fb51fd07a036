/* What the service's secret gives: the keys by which submissions, receipts and free texts are known.
 *
 *	submission key = HMAC(secret, survey, idempotency key)     stored; finds a replay
 *	receipt        = HMAC(secret, survey, submission key)      told to the participant; its hash is stored
 *	text's id      = HMAC(receipt, question, part)             stored; joins nothing without the receipt
 *	fingerprint    = HMAC(secret, content)                     stored; tells a replay from another content
 *
 * So a replay gives the same receipt, and who has the database alone can neither make a receipt nor join a text
 * to a response nor try out contents.
 */
#ifndef SAMRAD_COLLECT_SECRETS_H
#define SAMRAD_COLLECT_SECRETS_H

#include "base/digest.h"
#include "survey/response.h"

/* A key of its own for each purpose. */
struct secrets {
	unsigned char submission[DIGEST_SIZE];
	unsigned char receipt[DIGEST_SIZE];
	unsigned char fingerprint[DIGEST_SIZE];
};

struct secrets secrets_init(const void *secret, size_t size);

/* The submission key of a survey's idempotency key. */
void secrets_submission_key(uint8_t key[RESPONSE_HASH],
	const struct secrets *secrets,
	int32_t survey,
	const char *idempotency_key);

/* The receipt's secret part, from response->survey and response->key. */
void secrets_receipt(uint8_t receipt[RESPONSE_HASH],
	const struct secrets *secrets,
	const struct response *response);

/* Sets receipt, fingerprint and the texts' ids of a response whose survey, key, version, language, row and texts
 * are set. texts: the response's own, to write to. */
void secrets_seal(
	struct response *response, struct response_text *texts, const struct secrets *secrets);

#endif
