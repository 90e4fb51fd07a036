/* Digests of bytes, with and without a secret (libsodium), and their forms as text. Any thread. */
#ifndef SAMRAD_BASE_DIGEST_H
#define SAMRAD_BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIGEST_SIZE = 32, DIGEST_SIPHASH_KEY = 16 };

/* The room that the text of so many bytes needs, NUL included. */
#define DIGEST_HEX(size) (2 * (size) + 1)
#define DIGEST_BASE64URL(size) (((size)*4 + 2) / 3 + 1)

/* SHA-256. */
void digest_sha256(unsigned char digest[DIGEST_SIZE], const void *bytes, size_t size);

/* HMAC-SHA-256 (RFC 2104) with a secret of any length. */
void digest_hmac(unsigned char digest[DIGEST_SIZE],
	const void *secret,
	size_t secret_size,
	const void *bytes,
	size_t size);

/* SipHash-2-4 (Aumasson & Bernstein 2012): the 64 bits read as a little-endian number, as its paper has it. */
uint64_t digest_siphash(
	const unsigned char key[DIGEST_SIPHASH_KEY], const void *bytes, size_t size);

/* Whether both are the same, in a time that tells nothing about where they differ. */
bool digest_equal(const void *a, const void *b, size_t size);

/* Small hexadecimal digits and a NUL: DIGEST_HEX(size) bytes. */
void digest_hex(char *hex, const void *bytes, size_t size);

/* Base64url without padding (RFC 4648, 5) and a NUL: DIGEST_BASE64URL(size) bytes. */
void digest_base64url(char *text, const void *bytes, size_t size);

#endif
