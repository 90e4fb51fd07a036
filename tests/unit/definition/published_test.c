#include "definition/published.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* A database with one survey of one version, that counts how often it is asked, or is away. */
struct source {
	int asked;
	bool is_away;
};

static const char document[] =
	"{\"key\": \"vk\", \"event\": \"vk-2020\", \"kind\": \"feedback\", \"languages\": [\"sv\"],"
	"\"title\": {\"sv\": \"Enkät\"}, \"pages\": [{\"key\": \"p\", \"title\": {\"sv\": \"P\"},"
	"\"questions\": [{\"key\": \"recommend\", \"kind\": \"nps\", \"title\": {\"sv\": "
	"\"Råd\"}}]}]}";

static int read_survey(
	void *context, struct arena *arena, const char *key, int32_t version, struct survey *survey)
{
	struct source *source = context;
	source->asked++;
	if (source->is_away)
		return PUBLISHED_UNAVAILABLE;
	if (strcmp(key, "vk") != 0 || version > 1)
		return PUBLISHED_NOT_FOUND;
	*survey = (struct survey){
		.id = 7,
		.key = arena_string(arena, key),
		.event = "vk-2020",
		.version = 1,
		.definition = document,
	};
	return 0;
}

static void wait_until_heads_are_old(void)
{
	const struct timespec pause = {.tv_sec = 1, .tv_nsec = 50 * 1000 * 1000};
	(void)nanosleep(&pause, NULL);
}

static void a_version_that_was_named_is_found_without_asking_again(void **state)
{
	struct source source = {0};
	struct published_survey found;
	struct published *published = published_new(read_survey, &source);
	(void)state;
	assert_int_equal(published_find(&found, published, "vk", 1), 0);
	wait_until_heads_are_old();
	source.is_away = true;

	int outcome = published_find(&found, published, "vk", 1);

	assert_int_equal(outcome, 0);
	assert_int_equal(found.survey.id, 7);
	assert_int_equal(source.asked, 1);
	published_free(published);
}

static void the_newest_version_is_asked_for_again_when_its_head_is_old(void **state)
{
	struct source source = {0};
	struct published_survey found;
	struct published *published = published_new(read_survey, &source);
	(void)state;
	assert_int_equal(published_find(&found, published, "vk", 0), 0);
	assert_int_equal(published_find(&found, published, "vk", 0), 0);
	int while_fresh = source.asked;
	wait_until_heads_are_old();

	int outcome = published_find(&found, published, "vk", 0);

	assert_int_equal(outcome, 0);
	assert_int_equal(while_fresh, 1);
	assert_int_equal(source.asked, 2);
	published_free(published);
}

static void what_is_not_there_or_cannot_be_asked_for_is_told_apart(void **state)
{
	struct source source = {0};
	struct published_survey found;
	struct published *published = published_new(read_survey, &source);
	(void)state;

	int another_survey = published_find(&found, published, "other", 0);
	int another_version = published_find(&found, published, "vk", 2);
	source.is_away = true;
	int unknown = published_find(&found, published, "vk", 1);

	assert_int_equal(another_survey, PUBLISHED_NOT_FOUND);
	assert_int_equal(another_version, PUBLISHED_NOT_FOUND);
	assert_int_equal(unknown, PUBLISHED_UNAVAILABLE);
	published_free(published);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_version_that_was_named_is_found_without_asking_again),
		cmocka_unit_test(the_newest_version_is_asked_for_again_when_its_head_is_old),
		cmocka_unit_test(what_is_not_there_or_cannot_be_asked_for_is_told_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
