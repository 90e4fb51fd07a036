/* Randomness of the operating system (libsodium): nobody can guess what it gives.
 *
 * Any thread. Ends the process when there is none to be had: a key that could be guessed is worse.
 */
#ifndef SAMRAD_BASE_RANDOM_H
#define SAMRAD_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

enum { RANDOM_UUID = sizeof "00000000-0000-4000-8000-000000000000" };

/* The room that a token of so many random bytes needs, NUL included. */
#define RANDOM_TOKEN(size) DIGEST_BASE64URL(size)

void random_bytes(void *bytes, size_t size);
uint32_t random_uint32(void);

/* size random bytes as base64url without padding, and a NUL. token has RANDOM_TOKEN(size) bytes; size is
 * at most RANDOM_TOKEN_MOST. */
enum { RANDOM_TOKEN_MOST = 64 };
void random_token(char *token, size_t size);

/* A random UUID (version 4), small letters, and a NUL. */
void random_uuid(char uuid[RANDOM_UUID]);

#endif
