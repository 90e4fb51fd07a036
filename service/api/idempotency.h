/* The Idempotency-Key of a request that makes something. */
#ifndef SAMRAD_API_IDEMPOTENCY_H
#define SAMRAD_API_IDEMPOTENCY_H

#include "base/faults.h"
#include "http/request.h"

/* Reads the header: 22 to 64 characters of A-Z a-z 0-9 _ -, as a quoted string (RFC 8941) or bare.
 * Returns the key without quotes, from the arena; NULL where there is none, or after a fault. */
const char *idempotency_key(const struct request *request, struct faults *faults);

#endif
