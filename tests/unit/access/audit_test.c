#include "access/audit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/check.h"

static const unsigned char zeros[DIGEST_SIZE];

/* The hashes are Python's:
 *
 *	c = previous + struct.pack(">qq", number, at)
 *	for p in (actor, action, subject, detail): b = p.encode(); c += struct.pack(">I", len(b)) + b
 *	hashlib.sha256(c).hexdigest()
 */
static const struct audit_entry made = {
	.number = 1,
	.at = 1588680000,
	.actor = "operator",
	.action = "key.create",
	.subject = "3f9a1c20b7",
	.detail = "{\"scopes\":[\"keys:write\"],\"expires_at\":null}",
};

static void assert_hash(const struct audit_entry *entry, const char *expected)
{
	unsigned char hash[DIGEST_SIZE];
	char hex[DIGEST_HEX(DIGEST_SIZE)];
	audit_hash(hash, entry);
	digest_hex(hex, hash, DIGEST_SIZE);
	assert_string_equal(hex, expected);
}

/* made and what follows on it, each with its own hash. */
static void chain(struct audit_entry entries[2])
{
	entries[0] = made;
	audit_hash(entries[0].hash, &entries[0]);
	entries[1] = (struct audit_entry){
		.number = 2,
		.at = 1588680060,
		.actor = "3f9a1c20b7",
		.action = "key.revoke",
		.subject = "0123456789",
		.detail = "{}",
	};
	memcpy(entries[1].previous, entries[0].hash, DIGEST_SIZE);
	audit_hash(entries[1].hash, &entries[1]);
}

static void an_entry_has_the_hash_of_its_content_and_the_one_before(void **state)
{
	struct audit_entry entries[2];
	(void)state;
	chain(entries);

	assert_hash(
		&entries[0], "5f1f33ccbbb0569267e2c8f250c37275a6fe4d986d361d56653bf9652d6f5cb5");
	assert_hash(
		&entries[1], "ca0285530ac698d884861adde35f96f66e44de47674df52d7a0ce7956ae5f4b6");
}

static void text_beyond_ascii_and_times_before_1970_have_a_hash_too(void **state)
{
	const struct audit_entry entry = {
		.number = 1,
		.at = -1,
		.actor = "operator",
		.action = "survey.publish",
		.subject = "vk-å",
		.detail = "{\"a\":\"ö\"}",
	};
	(void)state;

	assert_hash(&entry, "7433fd8462612b09e2846bfe786b0b9df9865ca98975de553b4f9fdbff12712a");
}

static void bytes_can_not_be_moved_from_one_piece_to_the_next(void **state)
{
	struct audit_entry one = made;
	struct audit_entry other = made;
	unsigned char hashes[2][DIGEST_SIZE];
	(void)state;
	one.subject = "ab";
	one.detail = "c";
	other.subject = "a";
	other.detail = "bc";

	audit_hash(hashes[0], &one);
	audit_hash(hashes[1], &other);

	assert_memory_not_equal(hashes[0], hashes[1], DIGEST_SIZE);
}

static void what_follows_is_in_order(void **state)
{
	struct audit_entry entries[2];
	(void)state;
	chain(entries);

	assert_null(audit_fault(&entries[0], 0, zeros));
	assert_null(audit_fault(&entries[1], 1, entries[0].hash));
}

static void what_is_missing_moved_or_changed_is_told_apart(void **state)
{
	struct audit_entry entries[2];
	(void)state;
	chain(entries);

	assert_string_equal(audit_fault(&entries[1], 0, zeros), "is missing");
	assert_string_equal(
		audit_fault(&entries[1], 1, zeros), "doesn't follow on the one before it");
	entries[1].actor = "operator";
	assert_string_equal(audit_fault(&entries[1], 1, entries[0].hash), "was changed");
	entries[0].at++;
	assert_string_equal(audit_fault(&entries[0], 0, zeros), "was changed");
}

static void every_action_has_a_name_of_two_words(void **state)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
	(void)state;
	for (size_t i = 0; i < AUDIT_ACTION_COUNT; i++) {
		const char *second = strchr(audit_actions[i], '.') + 1;
		assert_int_equal(strspn(audit_actions[i], letters), second - audit_actions[i] - 1);
		assert_int_equal(strspn(second, letters), strlen(second));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_entry_has_the_hash_of_its_content_and_the_one_before),
		cmocka_unit_test(text_beyond_ascii_and_times_before_1970_have_a_hash_too),
		cmocka_unit_test(bytes_can_not_be_moved_from_one_piece_to_the_next),
		cmocka_unit_test(what_follows_is_in_order),
		cmocka_unit_test(what_is_missing_moved_or_changed_is_told_apart),
		cmocka_unit_test(every_action_has_a_name_of_two_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
