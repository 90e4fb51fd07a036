#include "collect/secrets.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"

static void derive(
	unsigned char key[DIGEST_SIZE], const void *secret, size_t size, const char *purpose)
{
	digest_hmac(key, secret, size, purpose, strlen(purpose));
}

struct secrets secrets_init(const void *secret, size_t size)
{
	struct secrets secrets;
	derive(secrets.submission, secret, size, "samrad submission key 1");
	derive(secrets.receipt, secret, size, "samrad receipt 1");
	derive(secrets.fingerprint, secret, size, "samrad fingerprint 1");
	return secrets;
}

static void put_number(struct text *text, int32_t number)
{
	char bytes[4];
	for (int i = 0; i < 4; i++)
		bytes[i] = (char)((uint32_t)number >> (24 - 8 * i));
	text_put_bytes(text, bytes, sizeof bytes);
}

/* A string with its NUL, so that two in a row can't be read as two others. */
static void put_string(struct text *text, const char *string)
{
	text_put_bytes(text, string, strlen(string) + 1);
}

/* The first bytes of the HMAC of what was written; gives the text back. */
static void digest_text(
	uint8_t out[RESPONSE_HASH], const unsigned char *key, size_t key_size, struct text *text)
{
	unsigned char digest[DIGEST_SIZE];
	if (text_failed(text))
		abort();
	digest_hmac(digest, key, key_size, text->bytes, text->used);
	memcpy(out, digest, RESPONSE_HASH);
	text_release(text);
}

void secrets_submission_key(uint8_t key[RESPONSE_HASH],
	const struct secrets *secrets,
	int32_t survey,
	const char *idempotency_key)
{
	struct text text = text_init(LIMIT_BODY);
	put_number(&text, survey);
	put_string(&text, idempotency_key);
	digest_text(key, secrets->submission, DIGEST_SIZE, &text);
}

void secrets_receipt(uint8_t receipt[RESPONSE_HASH],
	const struct secrets *secrets,
	const struct response *response)
{
	struct text text = text_init(LIMIT_BODY);
	put_number(&text, response->survey);
	text_put_bytes(&text, (const char *)response->key, sizeof response->key);
	digest_text(receipt, secrets->receipt, DIGEST_SIZE, &text);
}

static void seal_text(struct response_text *text, const uint8_t receipt[RESPONSE_HASH])
{
	struct text place = text_init(LIMIT_BODY);
	put_string(&place, text->question);
	put_string(&place, text->part);
	digest_text(text->id, receipt, RESPONSE_HASH, &place);
}

static void seal_content(struct response *response, const struct secrets *secrets)
{
	struct text content = text_init(LIMIT_BATCH_BYTES);
	put_number(&content, response->version);
	put_string(&content, response->language);
	text_put_bytes(&content, (const char *)response->row, response->row_size);
	put_string(&content, response->exact ? response->exact : "");
	for (size_t i = 0; i < response->text_count; i++) {
		put_string(&content, response->texts[i].question);
		put_string(&content, response->texts[i].part);
		put_string(&content, response->texts[i].text);
	}
	digest_text(response->fingerprint, secrets->fingerprint, DIGEST_SIZE, &content);
}

void secrets_seal(
	struct response *response, struct response_text *texts, const struct secrets *secrets)
{
	uint8_t receipt[RESPONSE_HASH];
	unsigned char digest[DIGEST_SIZE];
	secrets_receipt(receipt, secrets, response);
	digest_sha256(digest, receipt, sizeof receipt);
	memcpy(response->receipt, digest, sizeof response->receipt);
	for (size_t i = 0; i < response->text_count; i++)
		seal_text(&texts[i], receipt);
	response->texts = texts;
	seal_content(response, secrets);
}
