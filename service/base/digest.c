#include "base/digest.h"

#include <sodium.h>

_Static_assert(DIGEST_SIZE == crypto_hash_sha256_BYTES, "SHA-256 has 32 bytes");
_Static_assert(DIGEST_SIZE == crypto_auth_hmacsha256_BYTES, "HMAC-SHA-256 has 32 bytes");
_Static_assert(DIGEST_SIPHASH_KEY == crypto_shorthash_KEYBYTES, "SipHash's key has 16 bytes");

void digest_sha256(unsigned char digest[DIGEST_SIZE], const void *bytes, size_t size)
{
	crypto_hash_sha256(digest, bytes, size);
}

void digest_hmac(unsigned char digest[DIGEST_SIZE],
	const void *secret,
	size_t secret_size,
	const void *bytes,
	size_t size)
{
	crypto_auth_hmacsha256_state state;
	crypto_auth_hmacsha256_init(&state, secret, secret_size);
	crypto_auth_hmacsha256_update(&state, bytes, size);
	crypto_auth_hmacsha256_final(&state, digest);
	sodium_memzero(&state, sizeof state);
}

uint64_t digest_siphash(const unsigned char key[DIGEST_SIPHASH_KEY], const void *bytes, size_t size)
{
	unsigned char hash[crypto_shorthash_BYTES];
	uint64_t number = 0;
	crypto_shorthash(hash, bytes, size, key);
	for (size_t i = sizeof hash; i > 0; i--)
		number = number << 8 | hash[i - 1];
	return number;
}

bool digest_equal(const void *a, const void *b, size_t size)
{
	return sodium_memcmp(a, b, size) == 0;
}

void digest_hex(char *hex, const void *bytes, size_t size)
{
	sodium_bin2hex(hex, DIGEST_HEX(size), bytes, size);
}

void digest_base64url(char *text, const void *bytes, size_t size)
{
	sodium_bin2base64(text, DIGEST_BASE64URL(size), bytes, size,
		sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}
