#include "base/log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Standard error goes into a file, whose content is then looked at. */
struct caught {
	FILE *file;
	int real;
	char text[400000];
};

static struct caught caught;

static int catch (void **state)
{
	(void)state;
	caught.file = tmpfile();
	caught.real = dup(STDERR_FILENO);
	log_set_level(LOG_LEVEL_INFO);
	return caught.file && dup2(fileno(caught.file), STDERR_FILENO) >= 0 ? 0 : -1;
}

static int let_go(void **state)
{
	(void)state;
	dup2(caught.real, STDERR_FILENO);
	close(caught.real);
	return fclose(caught.file);
}

static const char *caught_text(void)
{
	rewind(caught.file);
	size_t size = fread(caught.text, 1, sizeof caught.text - 1, caught.file);
	caught.text[size] = '\0';
	return caught.text;
}

static void assert_line(const char *expected)
{
	const char *line = caught_text();
	assert_true(strlen(line) > 25);
	assert_string_equal(line + 25, expected);
}

static void a_line_has_time_level_event_and_pairs(void **state)
{
	(void)state;

	log_info("listening", "address", "127.0.0.1:8080", "threads", LOG_NUMBER(-2), NULL);

	const char *line = caught_text();
	assert_int_equal(strspn(line, "0123456789-:.TZ"), 24);
	assert_int_equal(line[23], 'Z');
	assert_line("info listening address=127.0.0.1:8080 threads=-2\n");
}

static void a_value_with_other_characters_is_quoted(void **state)
{
	(void)state;

	log_error("x", "a", "two words", "b", "\"\\\n\x01", "c", "Luleå", "d", "\xff", "e", "", "f",
		NULL, NULL);

	assert_line("error x a=\"two words\" b=\"\\\"\\\\\\n\\u0001\" c=\"Luleå\" d=\"\\u00ff\" "
		    "e=\"\" f=\"\"\n");
}

static void what_is_less_grave_than_the_level_is_not_written(void **state)
{
	(void)state;
	log_set_level(LOG_LEVEL_WARNING);

	log_debug("a", NULL);
	log_info("b", NULL);
	log_warning("c", NULL);

	assert_line("warning c\n");
}

static void a_level_has_a_name(void **state)
{
	(void)state;
	enum log_level level;

	assert_int_equal(log_level_parse(&level, "debug"), 0);
	assert_int_equal(level, LOG_LEVEL_DEBUG);
	assert_int_equal(log_level_parse(&level, "loud"), LOG_UNKNOWN_LEVEL);
}

static void a_line_that_is_too_long_is_cut(void **state)
{
	(void)state;
	static char value[2 * LOG_LINE];
	memset(value, 'a', sizeof value - 1);

	log_info("x", "value", value, NULL);

	const char *line = caught_text();
	assert_int_equal(strlen(line), LOG_LINE);
	assert_int_equal(line[LOG_LINE - 1], '\n');
}

static void *write_lines(void *letter)
{
	char value[201];
	memset(value, *(char *)letter, 200);
	value[200] = '\0';
	for (int i = 0; i < 200; i++)
		log_info("line", "value", value, NULL);
	return NULL;
}

static void lines_of_several_threads_never_mix(void **state)
{
	(void)state;
	char letters[] = "abcd";
	pthread_t threads[4];

	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, write_lines, &letters[i]), 0);
	for (int i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);

	int lines = 0;
	for (const char *at = caught_text(); *at; at = strchr(at, '\n') + 1, lines++) {
		const char *value = strstr(at, "value=") + 6;
		char letter[] = {*value, '\0'};
		assert_int_equal(strspn(value, letter), 200);
		assert_int_equal(value[200], '\n');
	}
	assert_int_equal(lines, 800);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, catch, let_go)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_has_time_level_event_and_pairs),
		TEST(a_value_with_other_characters_is_quoted),
		TEST(what_is_less_grave_than_the_level_is_not_written),
		TEST(a_level_has_a_name),
		TEST(a_line_that_is_too_long_is_cut),
		TEST(lines_of_several_threads_never_mix),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
