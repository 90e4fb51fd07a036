#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void a_uuid_has_version_4_and_its_variant(void **state)
{
	(void)state;
	char uuid[RANDOM_UUID];

	for (int i = 0; i < 100; i++) {
		random_uuid(uuid);

		assert_int_equal(strlen(uuid), 36);
		assert_int_equal(strspn(uuid, "0123456789abcdef-"), 36);
		assert_int_equal(uuid[14], '4');
		assert_non_null(strchr("89ab", uuid[19]));
		assert_true(
			uuid[8] == '-' && uuid[13] == '-' && uuid[18] == '-' && uuid[23] == '-');
	}
}

static void a_token_is_base64url_of_its_bytes_and_new_each_time(void **state)
{
	(void)state;
	char first[RANDOM_TOKEN(16)];
	char second[RANDOM_TOKEN(16)];

	random_token(first, 16);
	random_token(second, 16);

	assert_int_equal(strlen(first), 22);
	assert_int_equal(
		strspn(first, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
		22);
	assert_string_not_equal(first, second);
}

/* Each of 256 values is expected 400 times in 102,400 bytes; 20 is its deviation. */
static void every_byte_comes_about_equally_often(void **state)
{
	(void)state;
	static unsigned char bytes[102400];
	int seen[256] = {0};

	random_bytes(bytes, sizeof bytes);

	for (size_t i = 0; i < sizeof bytes; i++)
		seen[bytes[i]]++;
	for (size_t i = 0; i < 256; i++)
		assert_in_range(seen[i], 250, 550);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_uuid_has_version_4_and_its_variant),
		cmocka_unit_test(a_token_is_base64url_of_its_bytes_and_new_each_time),
		cmocka_unit_test(every_byte_comes_about_equally_often),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
