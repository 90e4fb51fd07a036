#include "page/fake.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct phrase_text both[] = {
	{"sv", "Hej & hå"},
        {"en", "Hello"    }
};
static const struct phrase swedish = {both, 1};
static const struct phrase bilingual = {both, 2};

static void assert_language(const char *query, const char *header, const char *language)
{
	struct fake fake;
	fake_init(&fake, query, header);
	assert_string_equal(fake.view.language, language);
	fake_release(&fake);
}

static void the_address_chooses_the_language_before_the_browser(void **state)
{
	(void)state;
	assert_language("", NULL, "sv");
	assert_language("", "en-GB, sv;q=0.5", "en");
	assert_language("lang=sv", "en", "sv");
	assert_language("lang=xx", "en", "en");
	assert_language("lang=fi", "fi", "sv");
}

static void an_organisers_words_say_when_they_are_in_another_language(void **state)
{
	struct fake fake;
	(void)state;
	fake_init(&fake, "lang=en", NULL);

	view_phrase(&fake.view, &bilingual);
	assert_string_equal(fake_taken(&fake), "Hello");
	view_phrase(&fake.view, &swedish);
	assert_string_equal(fake_taken(&fake), "<span lang=\"sv\">Hej &amp; hå</span>");
	view_markdown(&fake.view, &swedish);
	assert_string_equal(fake_taken(&fake), "<div lang=\"sv\"><p>Hej &amp; hå</p></div>");
	fake_release(&fake);
}

static void no_phrase_puts_nothing(void **state)
{
	struct fake fake;
	const struct phrase none = {NULL, 0};
	(void)state;
	fake_init(&fake, "", NULL);

	view_phrase(&fake.view, &none);
	view_markdown(&fake.view, &none);
	view_language(&fake.view, &none);

	assert_string_equal(fake_taken(&fake), "");
	fake_release(&fake);
}

static void the_other_language_is_at_the_same_address_with_the_same_view(void **state)
{
	struct fake fake;
	(void)state;
	fake_init(&fake, "by=role&lang=sv&where=&x=%C3%A5%26%3D", NULL);

	assert_string_equal(
		view_address(&fake.view, "lang", "en"), "/s/x?by=role&x=%C3%A5%26%3D&lang=en");
	assert_string_equal(view_address(&fake.view, "lang", NULL), "/s/x?by=role&x=%C3%A5%26%3D");
	fake_release(&fake);
}

static void an_address_longer_than_any_becomes_the_start_page(void **state)
{
	struct fake fake;
	char query[20000] = "x=";
	(void)state;
	for (size_t i = 2; i < sizeof query - 1; i++)
		query[i] = '"';
	query[sizeof query - 1] = '\0';
	fake_init(&fake, query, NULL);

	assert_string_equal(view_address(&fake.view, "lang", "en"), "/");
	fake_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_address_chooses_the_language_before_the_browser),
		cmocka_unit_test(an_organisers_words_say_when_they_are_in_another_language),
		cmocka_unit_test(no_phrase_puts_nothing),
		cmocka_unit_test(the_other_language_is_at_the_same_address_with_the_same_view),
		cmocka_unit_test(an_address_longer_than_any_becomes_the_start_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
