/* Numbers and moments as PostgreSQL's binary formats have them: big endian. */
#ifndef SAMRAD_DB_BINARY_H
#define SAMRAD_DB_BINARY_H

#include <stdint.h>

void binary_put16(void *bytes, int16_t number);
void binary_put32(void *bytes, int32_t number);
void binary_put64(void *bytes, int64_t number);

/* Read for every cell of millions of rows: both compilers make one instruction of these. */
inline int16_t binary_get16(const void *bytes)
{
	const unsigned char *at = bytes;
	return (int16_t)(at[0] << 8 | at[1]);
}

inline int32_t binary_get32(const void *bytes)
{
	const unsigned char *at = bytes;
	return (int32_t)((uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 |
			 at[3]);
}

inline int64_t binary_get64(const void *bytes)
{
	const unsigned char *at = bytes;
	return (int64_t)((uint64_t)at[0] << 56 | (uint64_t)at[1] << 48 | (uint64_t)at[2] << 40 |
			 (uint64_t)at[3] << 32 | (uint64_t)at[4] << 24 | (uint64_t)at[5] << 16 |
			 (uint64_t)at[6] << 8 | at[7]);
}

/* timestamptz: microseconds since 2000-01-01 UTC. Seconds that don't fit become infinity or -infinity,
 * which is what PostgreSQL calls the greatest and the least. */
int64_t binary_time(int64_t unix_seconds);

/* The second that the moment is in: fractions are cut towards the past. */
int64_t binary_seconds(int64_t microseconds);

#endif
