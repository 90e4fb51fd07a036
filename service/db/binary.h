/* Numbers as PostgreSQL's binary formats have them: big endian. */
#ifndef SAMRAD_DB_BINARY_H
#define SAMRAD_DB_BINARY_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

static inline void binary_put16(void *bytes, int16_t number)
{
	uint16_t big = htobe16((uint16_t)number);
	memcpy(bytes, &big, sizeof big);
}

static inline void binary_put32(void *bytes, int32_t number)
{
	uint32_t big = htobe32((uint32_t)number);
	memcpy(bytes, &big, sizeof big);
}

static inline void binary_put64(void *bytes, int64_t number)
{
	uint64_t big = htobe64((uint64_t)number);
	memcpy(bytes, &big, sizeof big);
}

static inline int16_t binary_get16(const void *bytes)
{
	uint16_t big;
	memcpy(&big, bytes, sizeof big);
	return (int16_t)be16toh(big);
}

static inline int32_t binary_get32(const void *bytes)
{
	uint32_t big;
	memcpy(&big, bytes, sizeof big);
	return (int32_t)be32toh(big);
}

static inline int64_t binary_get64(const void *bytes)
{
	uint64_t big;
	memcpy(&big, bytes, sizeof big);
	return (int64_t)be64toh(big);
}

/* timestamptz: microseconds since 2000-01-01 UTC. Seconds that don't fit become infinity or -infinity,
 * which is what PostgreSQL calls the greatest and the least. */
int64_t binary_time(int64_t unix_seconds);

/* The second that the moment is in: fractions are cut towards the past. */
int64_t binary_seconds(int64_t microseconds);

#endif
