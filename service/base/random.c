#include "base/random.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include <sodium.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void)
{
	if (sodium_init() < 0)
		abort();
}

void random_bytes(void *bytes, size_t size)
{
	pthread_once(&once, start);
	randombytes_buf(bytes, size);
}

uint32_t random_uint32(void)
{
	uint32_t number;
	random_bytes(&number, sizeof number);
	return number;
}

void random_token(char *token, size_t size)
{
	unsigned char bytes[RANDOM_TOKEN_MOST];
	if (size > sizeof bytes)
		abort();
	random_bytes(bytes, size);
	digest_base64url(token, bytes, size);
	sodium_memzero(bytes, sizeof bytes);
}

void random_uuid(char uuid[RANDOM_UUID])
{
	unsigned char bytes[16];
	char hex[DIGEST_HEX(sizeof bytes)];
	random_bytes(bytes, sizeof bytes);
	bytes[6] = (unsigned char)((bytes[6] & 0x0f) | 0x40); /* version 4, RFC 9562 */
	bytes[8] = (unsigned char)((bytes[8] & 0x3f) | 0x80); /* its variant */
	digest_hex(hex, bytes, sizeof bytes);
	(void)snprintf(uuid, RANDOM_UUID, "%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12,
		hex + 16, hex + 20);
}
