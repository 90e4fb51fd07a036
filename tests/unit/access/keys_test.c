#include "access/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "access/grant.h"
#include "base/check.h"

#define SECRET "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

static void a_key_is_taken_apart(void **state)
{
	struct key key;
	char hash[DIGEST_HEX(DIGEST_SIZE)];
	(void)state;

	assert_int_equal(key_parse(&key, "samrad_3f9a1c20b7_" SECRET), 0);

	/* printf %s SECRET | sha256sum */
	digest_hex(hash, key.secret_hash, DIGEST_SIZE);
	assert_string_equal(key.prefix, "3f9a1c20b7");
	assert_string_equal(
		hash, "2a8abfa8cb9906290437854193ca6bca41d4d4e26d1d454bd66a35158095e737");
}

static void what_is_no_key_is_malformed(void **state)
{
	static const char *const others[] = {
		"",
		"samrad",
		"samrad_3f9a1c20b7_",
		"samrad_3f9a1c20b7_" SECRET "0",
		"samrad_3f9a1c20b7-" SECRET,
		"samrad_3F9a1c20b7_" SECRET,
		"samrad_3f9a1c20b_7" SECRET,
		"Samrad_3f9a1c20b7_" SECRET,
		"samrad_3f9a1c20bg_" SECRET,
		"samrad_3f9a1c20b7_"
		"g0112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
		" samrad_3f9a1c20b7_" SECRET,
	};
	struct key key;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		assert_int_equal(key_parse(&key, others[i]), KEY_MALFORMED);
}

static void a_made_key_is_one(void **state)
{
	char text[KEY_TEXT];
	char again[KEY_TEXT];
	struct key made;
	struct key parsed;
	(void)state;

	key_make(text, &made);

	assert_int_equal(strlen(text), KEY_TEXT - 1);
	assert_int_equal(key_parse(&parsed, text), 0);
	assert_string_equal(parsed.prefix, made.prefix);
	assert_memory_equal(parsed.secret_hash, made.secret_hash, DIGEST_SIZE);
	key_make(again, &made);
	assert_string_not_equal(again, text);
}

static void a_prefix_is_ten_digits(void **state)
{
	(void)state;

	assert_true(key_is_prefix("0123456789"));
	assert_true(key_is_prefix("abcdef0123"));
	assert_false(key_is_prefix("operator"));
	assert_false(key_is_prefix("012345678"));
	assert_false(key_is_prefix("01234567890"));
	assert_false(key_is_prefix("012345678g"));
}

static void a_name_is_a_line_of_text(void **state)
{
	char longest[2 * KEY_NAME + 3] = "";
	(void)state;
	for (size_t i = 0; i < KEY_NAME; i++)
		memcpy(longest + 2 * i, "å", 2);

	assert_true(key_is_name("Statistik, Norrbotten"));
	assert_true(key_is_name(longest));
	longest[2 * KEY_NAME] = 'x';
	assert_false(key_is_name(longest));
	assert_false(key_is_name(""));
	assert_false(key_is_name("a\nb"));
	assert_false(key_is_name("a\tb"));
	assert_false(key_is_name("a\x01"));
	assert_false(key_is_name("\xff"));
}

static void a_holder_may_what_all_of_its_scopes_say(void **state)
{
	const struct principal holder = {
		.name = "3f9a1c20b7",
		.scopes = scope_bit(SCOPE_TEXTS_READ) | scope_bit(SCOPE_KEYS_WRITE),
	};
	(void)state;

	assert_true(principal_may(&holder, scope_bit(SCOPE_TEXTS_READ)));
	assert_true(principal_may(&holder, holder.scopes));
	assert_false(principal_may(&holder, scope_bit(SCOPE_AUDIT_READ)));
	assert_false(principal_may(&holder, scope_all()));
	assert_true(principal_may(&principal_operator, scope_all()));
}

static void a_grant_is_for_who_has_the_scope(void **state)
{
	const struct principal with = {.scopes = scope_bit(SCOPE_RESULTS_EXACT)};
	const struct principal without = {.scopes = scope_all() & ~with.scopes};
	(void)state;

	assert_non_null(access_grant_exact(&with));
	assert_null(access_grant_exact(&without));
	assert_null(access_grant_exact(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_is_taken_apart),
		cmocka_unit_test(what_is_no_key_is_malformed),
		cmocka_unit_test(a_made_key_is_one),
		cmocka_unit_test(a_prefix_is_ten_digits),
		cmocka_unit_test(a_name_is_a_line_of_text),
		cmocka_unit_test(a_holder_may_what_all_of_its_scopes_say),
		cmocka_unit_test(a_grant_is_for_who_has_the_scope),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
