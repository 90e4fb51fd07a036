#include "app/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
	struct options options;
	const char *fault;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	fixture.fault = NULL;
	fixture.options.arena = arena_init();
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	options_release(&fixture->options);
	return 0;
}

/* Reads an environment of up to three variables. */
static int read_three(
	struct fixture *fixture, unsigned needs, char *first, char *second, char *third)
{
	char *const environment[] = {first, second, third, NULL};
	options_release(&fixture->options);
	return options_from_environment(&fixture->options, &fixture->fault, environment, needs);
}

static int read_one(struct fixture *fixture, char *variable)
{
	return read_three(fixture, NEED_OPTIONS, variable, NULL, NULL);
}

/* A file with this content in a new place; free and remove it. */
static char *write_file(const char *name, const char *content)
{
	char path[] = "/tmp/samrad-options-XXXXXX";
	char *variable = malloc(sizeof path + strlen(name) + 1);
	int file = mkstemp(path);
	assert_true(file >= 0);
	assert_true(write(file, content, strlen(content)) == (ssize_t)strlen(content));
	(void)close(file);
	assert_non_null(variable);
	(void)sprintf(variable, "%s=%s", name, path);
	return variable;
}

static void remove_file(char *variable)
{
	(void)unlink(strchr(variable, '=') + 1);
	free(variable);
}

static void what_is_not_given_has_a_default(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(read_one(fixture, "HOME=/"), 0);

	assert_string_equal(fixture->options.listen.host, "127.0.0.1");
	assert_int_equal(fixture->options.listen.port, 8080);
	assert_int_equal(fixture->options.log_level, LOG_LEVEL_INFO);
	assert_null(fixture->options.public_url);
	assert_null(fixture->options.database_url);
}

static void what_is_given_is_taken(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(read_three(fixture, NEED_DATABASE, "SAMRAD_LISTEN=[::1]:0",
				 "SAMRAD_PUBLIC_URL=https://samrad.example:8443/",
				 "SAMRAD_DATABASE_URL=postgresql://samrad@db/samrad"),
		0);

	assert_true(fixture->options.listen.is_v6);
	assert_string_equal(fixture->options.listen.host, "::1");
	assert_int_equal(fixture->options.listen.port, 0);
	assert_string_equal(fixture->options.public_url, "https://samrad.example:8443");
	assert_string_equal(fixture->options.database_url, "postgresql://samrad@db/samrad");
	assert_string_equal(fixture->options.migrate_database_url, "postgresql://samrad@db/samrad");
}

static void a_name_that_is_none_is_told_with_the_nearest(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(read_one(fixture, "SAMRAD_LISTN=127.0.0.1:80"), OPTIONS_FAULTY);
	assert_string_equal(
		fixture->fault, "SAMRAD_LISTN isn't an option: did you mean SAMRAD_LISTEN?");

	assert_int_equal(read_one(fixture, "SAMRAD_COLOUR=blue"), OPTIONS_FAULTY);
	assert_string_equal(fixture->fault, "SAMRAD_COLOUR isn't an option");

	assert_int_equal(read_one(fixture, "SAMRAD_LISTEN_FILE=/etc/hostname"), OPTIONS_FAULTY);
	assert_memory_equal(fixture->fault, "SAMRAD_LISTEN_FILE isn't an option", 34);
}

static void a_bad_value_is_told_by_its_name(void **state)
{
	static char *const bad[] = {
		"SAMRAD_LISTEN=localhost:8080",
		"SAMRAD_LISTEN=127.0.0.1",
		"SAMRAD_LISTEN=127.0.0.1:65536",
		"SAMRAD_LISTEN=127.0.0.1:-1",
		"SAMRAD_LISTEN=::1:8080",
		"SAMRAD_LISTEN=[::1]",
		"SAMRAD_LISTEN=",
		"SAMRAD_PUBLIC_URL=samrad.example",
		"SAMRAD_PUBLIC_URL=https://",
		"SAMRAD_PUBLIC_URL=https://samrad.example/path",
		"SAMRAD_PUBLIC_URL=https://samrad.example?x",
		"SAMRAD_LOG_LEVEL=loud",
		"SAMRAD_DATABASE_URL=postgresql://[",
		"SAMRAD_DATABASE_URL=\xff",
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		assert_int_equal(read_one(fixture, bad[i]), OPTIONS_FAULTY);
		assert_memory_equal(fixture->fault, bad[i], strcspn(bad[i], "="));
	}
}

static void a_secret_is_never_told(void **state)
{
	struct fixture *fixture = *state;

	int outcome = read_one(fixture, "SAMRAD_DATABASE_URL=host=db password=hemligt nonsense");

	assert_int_equal(outcome, OPTIONS_FAULTY);
	assert_null(strstr(fixture->fault, "hemligt"));
}

static void a_secret_may_come_from_a_file_whose_first_line_it_is(void **state)
{
	struct fixture *fixture = *state;
	char *variable = write_file("SAMRAD_DATABASE_URL_FILE", "host=db\n");

	int outcome = read_one(fixture, variable);
	int twice = read_three(fixture, NEED_OPTIONS, variable, "SAMRAD_DATABASE_URL=host=x", NULL);

	assert_int_equal(outcome, 0);
	assert_int_equal(twice, OPTIONS_FAULTY);
	assert_non_null(strstr(fixture->fault, "both"));
	assert_int_equal(read_one(fixture, variable), 0);
	assert_string_equal(fixture->options.database_url, "host=db");
	remove_file(variable);
}

static void what_a_command_needs_must_be_there(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(read_three(fixture, NEED_DATABASE, NULL, NULL, NULL), OPTIONS_FAULTY);
	assert_memory_equal(fixture->fault, "SAMRAD_DATABASE_URL isn't set", 29);
	assert_int_equal(read_three(fixture, NEED_MIGRATION, "SAMRAD_MIGRATE_DATABASE_URL=host=db",
				 NULL, NULL),
		0);
	assert_int_equal(read_three(fixture, NEED_SECRET, NULL, NULL, NULL), OPTIONS_FAULTY);
	assert_memory_equal(fixture->fault, "SAMRAD_SECRET_FILE isn't set", 28);
}

static void a_secret_of_31_bytes_is_too_short_and_one_of_32_is_not(void **state)
{
	struct fixture *fixture = *state;
	char *shorter = write_file("SAMRAD_SECRET_FILE", "0123456789012345678901234567890");
	char *enough = write_file("SAMRAD_SECRET_FILE", "01234567890123456789012345678901");

	int refused = read_three(fixture, NEED_SECRET, shorter, NULL, NULL);
	assert_non_null(strstr(fixture->fault, "31 bytes"));
	int taken = read_three(fixture, NEED_SECRET, enough, NULL, NULL);

	assert_int_equal(refused, OPTIONS_FAULTY);
	assert_int_equal(taken, 0);
	assert_int_equal(fixture->options.secret_size, 32);
	remove_file(shorter);
	remove_file(enough);
}

static void a_file_that_is_not_there_is_told_with_its_place(void **state)
{
	struct fixture *fixture = *state;

	int outcome = read_three(
		fixture, NEED_SECRET, "SAMRAD_SECRET_FILE=/nonexistent/secret", NULL, NULL);

	assert_int_equal(outcome, OPTIONS_FAULTY);
	assert_non_null(strstr(fixture->fault, "/nonexistent/secret: No such file"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_not_given_has_a_default, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_given_is_taken, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_name_that_is_none_is_told_with_the_nearest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_bad_value_is_told_by_its_name, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_secret_is_never_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_secret_may_come_from_a_file_whose_first_line_it_is, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_a_command_needs_must_be_there, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_secret_of_31_bytes_is_too_short_and_one_of_32_is_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_file_that_is_not_there_is_told_with_its_place, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
