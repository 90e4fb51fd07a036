/* Expected bytes are PostgreSQL 15's own, by array_send. */
#include "db/array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/digest.h"

enum { LIMIT = 1024 };

static void assert_sent_as(struct db_array *array, const char *expected)
{
	char hex[DIGEST_HEX(LIMIT)];
	struct db_value value = db_array_value(array);
	assert_int_equal(value.type, array->array_type);
	digest_hex(hex, value.bytes, value.size);
	assert_string_equal(hex, expected);
}

static void numbers_and_nulls_are_sent_as_the_server_would(void **state)
{
	struct db_array array = db_array_init(DB_INT4_ARRAY, LIMIT);
	(void)state;

	db_array_put_int(&array, 1);
	db_array_put_int(&array, -2);
	db_array_put_null(&array);

	assert_sent_as(&array, "0000000100000001000000170000000300000001"
			       "000000040000000100000004fffffffeffffffff");
	db_array_release(&array);
}

static void an_empty_array_has_no_dimension(void **state)
{
	struct db_array array = db_array_init(DB_INT4_ARRAY, LIMIT);
	(void)state;

	assert_sent_as(&array, "000000000000000000000017");
	db_array_release(&array);
}

static void each_width_of_number_has_its_own_form(void **state)
{
	struct db_array narrow = db_array_init(DB_INT2_ARRAY, LIMIT);
	struct db_array wide = db_array_init(DB_INT8_ARRAY, LIMIT);
	(void)state;

	db_array_put_int(&narrow, 300);
	db_array_put_int(&narrow, -1);
	db_array_put_int(&wide, INT64_MAX);

	assert_sent_as(&narrow, "000000010000000000000015000000020000000100000002012c00000002ffff");
	assert_sent_as(&wide, "0000000100000000000000140000000100000001000000087fffffffffffffff");
	db_array_release(&narrow);
	db_array_release(&wide);
}

static void text_and_bytes_are_sent_as_they_are(void **state)
{
	struct db_array words = db_array_init(DB_TEXT_ARRAY, LIMIT);
	struct db_array bytes = db_array_init(DB_BYTEA_ARRAY, LIMIT);
	(void)state;

	db_array_put_bytes(&words, "å", 2);
	db_array_put_bytes(&words, "", 0);
	db_array_put_bytes(&bytes, "\0\377", 2);
	db_array_put_null(&bytes);

	assert_sent_as(&words, "000000010000000000000019000000020000000100000002c3a500000000");
	assert_sent_as(&bytes, "00000001000000010000001100000002000000010000000200ffffffffff");
	db_array_release(&words);
	db_array_release(&bytes);
}

static void moments_are_counted_from_the_year_2000(void **state)
{
	struct db_array array = db_array_init(DB_TIMESTAMPTZ_ARRAY, LIMIT);
	(void)state;

	db_array_put_time(&array, 1588752000); /* 2020-05-06T08:00:00Z */
	db_array_put_time(&array, 946684799);  /* 1999-12-31T23:59:59Z */

	assert_sent_as(&array, "0000000100000000000004a00000000200000001"
			       "00000008000247f4eb60c00000000008fffffffffff0bdc0");
	db_array_release(&array);
}

static void a_cleared_array_begins_anew(void **state)
{
	struct db_array array = db_array_init(DB_INT4_ARRAY, LIMIT);
	(void)state;
	db_array_put_null(&array);
	db_array_put_int(&array, INT64_MAX);

	db_array_clear(&array);
	db_array_put_int(&array, 1);

	assert_sent_as(&array, "00000001000000000000001700000001000000010000000400000001");
	db_array_release(&array);
}

static void what_the_type_cannot_hold_makes_no_parameter(void **state)
{
	struct db_array array = db_array_init(DB_INT2_ARRAY, LIMIT);
	(void)state;

	db_array_put_int(&array, 32768);
	assert_true(text_failed(&array.bytes));
	assert_int_equal(db_array_value(&array).type, 0);

	db_array_clear(&array);
	db_array_put_bytes(&array, "x", 1);
	assert_int_equal(db_array_value(&array).type, 0);

	db_array_clear(&array);
	db_array_put_time(&array, 0);
	assert_int_equal(db_array_value(&array).type, 0);
	db_array_release(&array);
}

static void an_array_past_its_limit_makes_no_parameter(void **state)
{
	struct db_array array = db_array_init(DB_INT8_ARRAY, 40);
	(void)state;

	db_array_put_int(&array, 1);
	db_array_put_int(&array, 2);

	assert_true(text_failed(&array.bytes));
	assert_null(db_array_value(&array).bytes);
	db_array_release(&array);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_and_nulls_are_sent_as_the_server_would),
		cmocka_unit_test(an_empty_array_has_no_dimension),
		cmocka_unit_test(each_width_of_number_has_its_own_form),
		cmocka_unit_test(text_and_bytes_are_sent_as_they_are),
		cmocka_unit_test(moments_are_counted_from_the_year_2000),
		cmocka_unit_test(a_cleared_array_begins_anew),
		cmocka_unit_test(what_the_type_cannot_hold_makes_no_parameter),
		cmocka_unit_test(an_array_past_its_limit_makes_no_parameter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
