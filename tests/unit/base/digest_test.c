#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_hex(const unsigned char *digest, const char *expected)
{
	char hex[DIGEST_HEX(DIGEST_SIZE)];
	digest_hex(hex, digest, DIGEST_SIZE);
	assert_string_equal(hex, expected);
}

/* FIPS 180-2, appendix B.1. */
static void sha256_of_abc_is_the_published_one(void **state)
{
	(void)state;
	unsigned char digest[DIGEST_SIZE];

	digest_sha256(digest, "abc", 3);

	assert_hex(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* RFC 4231, test cases 2 (a short secret) and 6 (one longer than a block). */
static void hmac_takes_a_secret_of_any_length(void **state)
{
	(void)state;
	static const char words[] = "what do ya want for nothing?";
	static const char long_words[] = "Test Using Larger Than Block-Size Key - Hash Key First";
	unsigned char digest[DIGEST_SIZE];
	unsigned char secret[131];
	memset(secret, 0xaa, sizeof secret);

	digest_hmac(digest, "Jefe", 4, words, strlen(words));
	assert_hex(digest, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

	digest_hmac(digest, secret, sizeof secret, long_words, strlen(long_words));
	assert_hex(digest, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

/* The example of the SipHash paper (Aumasson & Bernstein 2012), appendix A. */
static void siphash_is_the_number_of_its_paper(void **state)
{
	(void)state;
	unsigned char key[DIGEST_SIPHASH_KEY];
	unsigned char bytes[15];
	for (size_t i = 0; i < sizeof key; i++)
		key[i] = (unsigned char)i;
	memcpy(bytes, key, sizeof bytes);

	uint64_t number = digest_siphash(key, bytes, sizeof bytes);

	assert_true(number == 0xa129ca6149be45e5);
}

/* RFC 4648, 10, without its padding; the last has both letters that base64url has of its own. */
static void base64url_has_no_padding(void **state)
{
	(void)state;
	char text[DIGEST_BASE64URL(6)];

	digest_base64url(text, "f", 1);
	assert_string_equal(text, "Zg");
	digest_base64url(text, "foobar", 6);
	assert_string_equal(text, "Zm9vYmFy");
	digest_base64url(text, "\xfb\xff", 2);
	assert_string_equal(text, "-_8");
}

static void equal_looks_at_every_byte(void **state)
{
	(void)state;

	assert_true(digest_equal("tillit", "tillit", 6));
	assert_false(digest_equal("tillit", "tilliT", 6));
	assert_true(digest_equal("tillit", "tilliT", 5));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sha256_of_abc_is_the_published_one),
		cmocka_unit_test(hmac_takes_a_secret_of_any_length),
		cmocka_unit_test(siphash_is_the_number_of_its_paper),
		cmocka_unit_test(base64url_has_no_padding),
		cmocka_unit_test(equal_looks_at_every_byte),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
