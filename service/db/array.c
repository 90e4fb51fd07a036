#include "db/array.h"

#include <limits.h>

#include "db/binary.h"

enum { EMPTY_HEADER = 12, HEADER = 20, LENGTH = 4 };

/* The element's type of an array's type. */
static int32_t element_of(unsigned array_type)
{
	switch (array_type) {
	case DB_BYTEA_ARRAY: return DB_BYTEA;
	case DB_INT8_ARRAY: return DB_INT8;
	case DB_INT4_ARRAY: return DB_INT4;
	case DB_INT2_ARRAY: return DB_INT2;
	case DB_TEXT_ARRAY: return DB_TEXT;
	case DB_TIMESTAMPTZ_ARRAY: return DB_TIMESTAMPTZ;
	default: return 0;
	}
}

struct db_array db_array_init(unsigned array_type, size_t limit)
{
	return (struct db_array){.bytes = text_init(limit), .array_type = array_type};
}

void db_array_release(struct db_array *array)
{
	text_release(&array->bytes);
	db_array_clear(array);
}

void db_array_clear(struct db_array *array)
{
	array->bytes.used = 0;
	array->bytes.failed = false;
	array->count = 0;
	array->nulls = false;
}

/* Room for the header comes with the first element; db_array_value fills it. */
static void put_element(struct db_array *array, const void *bytes, size_t size)
{
	static const char header[HEADER];
	if (array->count == 0) {
		array->bytes.used = 0;
		text_put_bytes(&array->bytes, header, sizeof header);
	}
	text_put_bytes(&array->bytes, bytes, size);
	array->count++;
}

static void put_failed(struct db_array *array)
{
	array->bytes.failed = true;
}

void db_array_put_int(struct db_array *array, int64_t number)
{
	unsigned char element[LENGTH + sizeof number];
	size_t size;
	if (array->array_type == DB_INT2_ARRAY && number >= INT16_MIN && number <= INT16_MAX) {
		size = sizeof(int16_t);
		binary_put16(element + LENGTH, (int16_t)number);
	} else if (array->array_type == DB_INT4_ARRAY && number >= INT32_MIN &&
		   number <= INT32_MAX) {
		size = sizeof(int32_t);
		binary_put32(element + LENGTH, (int32_t)number);
	} else if (array->array_type == DB_INT8_ARRAY) {
		size = sizeof number;
		binary_put64(element + LENGTH, number);
	} else {
		put_failed(array);
		return;
	}
	binary_put32(element, (int32_t)size);
	put_element(array, element, LENGTH + size);
}

void db_array_put_bytes(struct db_array *array, const void *bytes, size_t size)
{
	unsigned char length[LENGTH];
	if (size > INT32_MAX ||
		(array->array_type != DB_BYTEA_ARRAY && array->array_type != DB_TEXT_ARRAY)) {
		put_failed(array);
		return;
	}
	binary_put32(length, (int32_t)size);
	put_element(array, length, sizeof length);
	text_put_bytes(&array->bytes, bytes, size);
}

void db_array_put_time(struct db_array *array, int64_t unix_seconds)
{
	unsigned char element[LENGTH + sizeof unix_seconds];
	if (array->array_type != DB_TIMESTAMPTZ_ARRAY) {
		put_failed(array);
		return;
	}
	binary_put32(element, sizeof unix_seconds);
	binary_put64(element + LENGTH, binary_time(unix_seconds));
	put_element(array, element, sizeof element);
}

void db_array_put_null(struct db_array *array)
{
	unsigned char length[LENGTH];
	binary_put32(length, -1);
	put_element(array, length, sizeof length);
	array->nulls = true;
}

/* An empty array has no dimension at all. */
static void put_empty(struct db_array *array)
{
	static const char header[EMPTY_HEADER];
	array->bytes.used = 0;
	text_put_bytes(&array->bytes, header, sizeof header);
}

static void fill_header(struct db_array *array)
{
	char *header = array->bytes.bytes;
	binary_put32(header, array->count ? 1 : 0);
	binary_put32(header + 4, array->nulls ? 1 : 0);
	binary_put32(header + 8, element_of(array->array_type));
	if (array->count) {
		binary_put32(header + 12, (int32_t)array->count);
		binary_put32(header + 16, 1);
	}
}

struct db_value db_array_value(struct db_array *array)
{
	if (array->count == 0)
		put_empty(array);
	if (text_failed(&array->bytes) || array->bytes.used > INT_MAX)
		return (struct db_value){.type = 0};
	fill_header(array);
	return (struct db_value){
		.bytes = array->bytes.bytes, .size = array->bytes.used, .type = array->array_type};
}
