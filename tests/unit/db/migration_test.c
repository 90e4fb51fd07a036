#include "db/migration.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define FILE_OF(name, text)                                                                        \
	{                                                                                          \
		(name), (const unsigned char *)(text), sizeof(text) - 1                            \
	}

static const struct embedded good[] = {
	FILE_OF("migrations/0001_events.sql", "abc"),
	FILE_OF("migrations/0002_surveys.sql", "select 2"),
	FILE_OF("migrations/0003_responses.sql", "select 3"),
	FILE_OF("service/store/0001_x.sql", "select 4"),
};

/* What is said about ours, when only the names matter. */
static void assert_said_of(const char *first, const char *second, const char *sentence)
{
	struct arena arena = arena_init();
	struct migrations ours;
	const struct embedded files[] = {
		{first,  (const unsigned char *)"", 0},
                {second, (const unsigned char *)"", 0}
        };
	assert_string_equal(migrations_find(&ours, &arena, files, 2), sentence);
	arena_release(&arena);
}

/* What is said of a database to which all of good was applied, but for one change. */
static void assert_said_after(void (*change)(struct migrations *applied), const char *sentence)
{
	struct arena arena = arena_init();
	struct migrations ours;
	struct migrations applied;
	assert_null(migrations_find(&ours, &arena, good, COUNT_OF(good)));
	assert_null(migrations_find(&applied, &arena, good, COUNT_OF(good)));
	change(&applied);
	const char *said = migrations_compare(&ours, &applied, &arena);
	if (sentence)
		assert_string_equal(said, sentence);
	else
		assert_null(said);
	arena_release(&arena);
}

/* The digest of "abc" is the example of FIPS 180-2, B.1. */
static void ours_are_the_numbered_files_of_the_folder(void **state)
{
	struct arena arena = arena_init();
	struct migrations ours;
	char hex[DIGEST_HEX(DIGEST_SIZE)];
	(void)state;

	assert_null(migrations_find(&ours, &arena, good, COUNT_OF(good)));

	assert_int_equal(ours.count, 3);
	assert_int_equal(ours.list[2].number, 3);
	assert_string_equal(ours.list[2].name, "0003_responses.sql");
	assert_string_equal(ours.list[2].sql, "select 3");
	digest_hex(hex, ours.list[0].checksum, DIGEST_SIZE);
	assert_string_equal(
		hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	arena_release(&arena);
}

static void gaps_doubles_and_strange_names_are_told(void **state)
{
	(void)state;

	assert_said_of("migrations/0001_a.sql", "migrations/0003_c.sql",
		"migration 0002 is missing before 0003_c.sql");
	assert_said_of("migrations/0001_a.sql", "migrations/0001_b.sql",
		"migrations 0001_a.sql and 0001_b.sql have the same number");
	assert_said_of("migrations/0001_a.sql", "migrations/2_b.sql",
		"migrations/2_b.sql isn't named like migrations/0001_events.sql");
	assert_said_of("migrations/0001_a.sql", "migrations/0002_B.sql",
		"migrations/0002_B.sql isn't named like migrations/0001_events.sql");
	assert_said_of("migrations/0000_a.sql", "migrations/0001_b.sql",
		"migrations/0000_a.sql isn't named like migrations/0001_events.sql");
}

static void leave(struct migrations *applied)
{
	(void)applied;
}

static void forget_the_last(struct migrations *applied)
{
	applied->count--;
}

static void a_database_may_be_behind(void **state)
{
	(void)state;

	assert_said_after(leave, NULL);
	assert_said_after(forget_the_last, NULL);
}

static void change_the_second(struct migrations *applied)
{
	applied->list[1].checksum[31] ^= 1;
}

static void an_applied_migration_may_not_change(void **state)
{
	(void)state;

	assert_said_after(change_the_second, "migration 0002_surveys.sql isn't the one that was "
					     "applied to the database: it has been changed");
}

static void forget_the_first(struct migrations *applied)
{
	applied->list++;
	applied->count--;
}

static void a_gap_in_the_database_is_told(void **state)
{
	(void)state;

	assert_said_after(forget_the_first, "migration 0001_events.sql is missing in the database, "
					    "though 0002_surveys.sql is applied");
}

static void add_a_fourth(struct migrations *applied)
{
	applied->list[applied->count++] = (struct migration){.number = 4, .name = "0004_later.sql"};
}

static void a_database_of_a_later_version_is_told(void **state)
{
	(void)state;

	assert_said_after(add_a_fourth, "the database has migration 0004_later.sql, which this "
					"version of samrad doesn't know");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ours_are_the_numbered_files_of_the_folder),
		cmocka_unit_test(gaps_doubles_and_strange_names_are_told),
		cmocka_unit_test(a_database_may_be_behind),
		cmocka_unit_test(an_applied_migration_may_not_change),
		cmocka_unit_test(a_gap_in_the_database_is_told),
		cmocka_unit_test(a_database_of_a_later_version_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
