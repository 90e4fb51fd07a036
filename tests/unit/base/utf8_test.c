#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/check.h"

static void text_of_people_is_text(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"",
		"Luleå",
		"Árjepluovve",
		"日本",
		"😀",
		"two\r\nlines\tand a tab",
		"\xc2\xa0",
		"\xef\xbf\xbd",
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_true(utf8_is_text(cases[i], strlen(cases[i])));
}

static void control_characters_of_both_blocks_are_refused(void **state)
{
	(void)state;
	char late[] = "\xc2\x80";

	for (char byte = 0; byte < 0x20; byte++)
		assert_int_equal(
			utf8_is_text(&byte, 1), byte == '\t' || byte == '\n' || byte == '\r');
	assert_false(utf8_is_text("\x7f", 1));
	for (int i = 0x80; i <= 0x9f; i++) {
		late[1] = (char)i;
		assert_false(utf8_is_text(late, 2));
	}
}

/* Markus Kuhn's UTF-8 decoder stress test: lone and missing continuations, overlong forms, surrogates,
 * beyond U+10FFFF. */
static void what_is_not_utf8_is_refused(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"\x80",
		"\xbf",
		"\xc3",
		"\xe2\x82",
		"\xf0\x9f\x98",
		"\xc0\xaf",
		"\xe0\x80\xaf",
		"\xf0\x80\x80\xaf",
		"\xed\xa0\x80",
		"\xed\xbf\xbf",
		"\xf4\x90\x80\x80",
		"\xfe",
		"\xff",
		"\xc3(",
		"a\xe5x",
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_false(utf8_is_text(cases[i], strlen(cases[i])));
}

static void a_character_counts_once_however_many_bytes_it_has(void **state)
{
	(void)state;

	assert_int_equal(utf8_length(""), 0);
	assert_int_equal(utf8_length("Luleå"), 5);
	assert_int_equal(utf8_length("å€😀"), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_of_people_is_text),
		cmocka_unit_test(control_characters_of_both_blocks_are_refused),
		cmocka_unit_test(what_is_not_utf8_is_refused),
		cmocka_unit_test(a_character_counts_once_however_many_bytes_it_has),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
