#include "db/binary.h"
#include "db/db.h"

static const int64_t second = 1000 * 1000;       /* in microseconds */
static const int64_t epoch = INT64_C(946684800); /* 2000-01-01 UTC in seconds since 1970 */

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

static struct db_value value_of(const void *bytes, size_t size, unsigned type)
{
	return (struct db_value){.bytes = bytes, .size = size, .type = type};
}

struct db_value db_text(const char *string)
{
	return value_of(string, string ? strlen(string) : 0, DB_TEXT);
}

struct db_value db_bytea(const void *bytes, size_t size)
{
	return value_of(bytes, size, DB_BYTEA);
}

struct db_value db_int4(struct arena *arena, int32_t number)
{
	void *bytes = arena_take(arena, sizeof number);
	binary_put32(bytes, number);
	return value_of(bytes, sizeof number, DB_INT4);
}

struct db_value db_int8(struct arena *arena, int64_t number)
{
	void *bytes = arena_take(arena, sizeof number);
	binary_put64(bytes, number);
	return value_of(bytes, sizeof number, DB_INT8);
}

struct db_value db_bool(bool value)
{
	return value_of(value ? "\1" : "\0", 1, DB_BOOL);
}

struct db_value db_time(struct arena *arena, int64_t unix_seconds)
{
	struct db_value value = db_int8(arena, binary_time(unix_seconds));
	value.type = DB_TIMESTAMPTZ;
	return value;
}
