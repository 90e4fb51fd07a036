#include "db/binary.h"

#include <endian.h>
#include <string.h>

static const int64_t second = 1000000;           /* in microseconds */
static const int64_t epoch = INT64_C(946684800); /* 2000-01-01 UTC in seconds since 1970 */

void binary_put16(void *bytes, int16_t number)
{
	uint16_t big = htobe16((uint16_t)number);
	memcpy(bytes, &big, sizeof big);
}

void binary_put32(void *bytes, int32_t number)
{
	uint32_t big = htobe32((uint32_t)number);
	memcpy(bytes, &big, sizeof big);
}

void binary_put64(void *bytes, int64_t number)
{
	uint64_t big = htobe64((uint64_t)number);
	memcpy(bytes, &big, sizeof big);
}

int64_t binary_time(int64_t unix_seconds)
{
	int64_t since;
	int64_t time;
	if (__builtin_sub_overflow(unix_seconds, epoch, &since) ||
		__builtin_mul_overflow(since, second, &time))
		return unix_seconds < 0 ? INT64_MIN : INT64_MAX;
	return time;
}

int64_t binary_seconds(int64_t microseconds)
{
	int64_t seconds = microseconds / second;
	if (microseconds % second < 0)
		seconds--;
	return seconds + epoch;
}

/* For who calls them instead of taking them in. */
extern inline int16_t binary_get16(const void *bytes);
extern inline int32_t binary_get32(const void *bytes);
extern inline int64_t binary_get64(const void *bytes);
