#include "page/static.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "page/fake.h"
#include "page/pages.h"

/* Most bytes of the style sheet before compression. */
enum { STYLE_LIMIT = 12000 };

static void ask(struct fake *fake, struct reply *reply, const char *file)
{
	fake_init(fake, "", NULL);
	*reply = reply_init(&fake->arena);
	fake->request.parameters[0] = (struct pair){"file", file};
	page_static(NULL, &fake->request, reply);
}

static void answered(struct fake *fake, struct reply *reply)
{
	reply_release(reply);
	fake_release(fake);
}

static void a_file_under_its_own_fingerprint_never_changes(void **state)
{
	struct fake fake;
	struct reply reply;
	(void)state;
	const char *address = static_address("samrad.css");

	ask(&fake, &reply, address + strlen("/static/"));

	assert_int_equal(strlen(address), strlen("/static/samrad..css") + STATIC_FINGERPRINT);
	assert_int_equal(reply.status, 200);
	assert_string_equal(reply.media_type, "text/css; charset=utf-8");
	assert_string_equal(reply.cache, CACHE_FOR_EVER);
	assert_int_equal(reply.body.used, embed_find("service/page/static/samrad.css")->size);
	answered(&fake, &reply);
}

static void another_fingerprint_gets_todays_file_and_asks_again(void **state)
{
	static const char *const names[] = {"samrad.css", "samrad.000000000000.css", "mark.svg"};
	struct fake fake;
	struct reply reply;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		ask(&fake, &reply, names[i]);
		assert_int_equal(reply.status, 200);
		assert_string_equal(reply.cache, CACHE_REVALIDATE);
		answered(&fake, &reply);
	}
}

static void there_is_nothing_under_other_names(void **state)
{
	static const char *const names[] = {"samrad", "samrad.css.css", "samrad.00000000000g.css",
		"samrad.0000000000000.css", "../samrad.css", ".css", "mark.css"};
	struct fake fake;
	struct reply reply;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		ask(&fake, &reply, names[i]);
		assert_int_equal(reply.status, 404);
		answered(&fake, &reply);
	}
}

static void the_style_sheet_is_small(void **state)
{
	(void)state;
	assert_in_range(embed_find("service/page/static/samrad.css")->size, 1, STYLE_LIMIT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_under_its_own_fingerprint_never_changes),
		cmocka_unit_test(another_fingerprint_gets_todays_file_and_asks_again),
		cmocka_unit_test(there_is_nothing_under_other_names),
		cmocka_unit_test(the_style_sheet_is_small),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
