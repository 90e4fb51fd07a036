#include "db/db.h"

#include <string.h>

#include "db/binary.h"

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
