#include "survey/identity.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Python, on the same bytes: base64.b32encode(b).decode().rstrip('=') with the letters of RFC 4648 replaced by
 * Crockford's in order. */
static void an_id_is_the_survey_and_thirteen_letters(void **state)
{
	char text[IDENTITY_TEXT];
	(void)state;

	identity_write_id(text, 12, 0x0123456789abcdefLL);

	assert_string_equal(text, "12-04hmasw9nf6yy");
}

static void a_receipt_is_the_survey_and_twenty_six_letters(void **state)
{
	static const uint8_t secret[IDENTITY_BYTES] = {
		0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255};
	char text[IDENTITY_TEXT];
	(void)state;

	identity_write_receipt(text, 3, secret);

	assert_string_equal(text, "3-000g40r40m30e209185gr38ezw");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_is_the_survey_and_thirteen_letters),
		cmocka_unit_test(a_receipt_is_the_survey_and_twenty_six_letters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
