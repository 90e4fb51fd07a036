#include "page/event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void an_event_is_read_with_what_it_has(void **state)
{
	struct arena arena = arena_init();
	(void)state;

	struct event event = event_read(&arena, "vk",
		"{\"title\":{\"sv\":\"Växa\",\"en\":\"Grow\"},\"starts\":\"2020-05-06\","
		"\"organiser\":\"NK\",\"themes\":[{\"key\":\"t\",\"title\":{\"sv\":\"Tillit\"}}]}");

	assert_string_equal(phrase_in(&event.title, "en"), "Grow");
	assert_string_equal(phrase_in(&event.themes[0], "en"), "Tillit");
	assert_int_equal(event.theme_count, 1);
	assert_string_equal(event.starts, "2020-05-06");
	assert_string_equal(event.organiser, "NK");
	assert_null(event.ends);
	assert_int_equal(event.place.count, 0);
	arena_release(&arena);
}

static void a_document_that_cant_be_read_is_an_event_without_words(void **state)
{
	struct arena arena = arena_init();
	(void)state;

	struct event broken = event_read(&arena, "vk", "{");
	struct event odd = event_read(&arena, "vk", "{\"title\":3,\"themes\":{},\"starts\":[]}");

	assert_string_equal(broken.starts, "");
	assert_int_equal(odd.title.count + odd.theme_count, 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_event_is_read_with_what_it_has),
		cmocka_unit_test(a_document_that_cant_be_read_is_an_event_without_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
