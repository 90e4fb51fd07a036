#include "db/binary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void the_greatest_byte_comes_first(void **state)
{
	unsigned char bytes[8];
	(void)state;

	binary_put16(bytes, 0x0102);
	assert_memory_equal(bytes, "\1\2", 2);
	binary_put32(bytes, 0x01020304);
	assert_memory_equal(bytes, "\1\2\3\4", 4);
	binary_put64(bytes, 0x0102030405060708);
	assert_memory_equal(bytes, "\1\2\3\4\5\6\7\10", 8);
}

static void negative_numbers_come_back(void **state)
{
	(void)state;

	assert_int_equal(binary_get16("\377\376"), -2);
	assert_int_equal(binary_get32("\377\377\377\376"), -2);
	assert_int_equal(binary_get64("\200\0\0\0\0\0\0\0"), INT64_MIN);
}

/* PostgreSQL 15: select timestamptz_send('1969-12-31T23:59:59.5Z') gives fffca2fec4c07ee0. */
static void a_fraction_belongs_to_the_second_before_it(void **state)
{
	(void)state;

	int64_t microseconds = binary_get64("\377\374\242\376\304\300\176\340");

	assert_int_equal(binary_seconds(microseconds), -1);
	assert_int_equal(binary_seconds(microseconds + 500000), 0);
	assert_int_equal(binary_time(0), microseconds + 500000);
}

static void what_no_time_can_hold_is_infinite(void **state)
{
	(void)state;

	assert_int_equal(binary_time(INT64_MAX), INT64_MAX);
	assert_int_equal(binary_time(INT64_MIN), INT64_MIN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_greatest_byte_comes_first),
		cmocka_unit_test(negative_numbers_come_back),
		cmocka_unit_test(a_fraction_belongs_to_the_second_before_it),
		cmocka_unit_test(what_no_time_can_hold_is_infinite),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
