#include "html/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void assert_becomes(const char *markdown, const char *html)
{
	struct text text = text_init(100 * 1000);
	markdown_put(&text, markdown);
	assert_string_equal(text.bytes ? text.bytes : "", html);
	text_release(&text);
}

static void an_empty_line_parts_paragraphs_and_a_backslash_breaks_a_line(void **state)
{
	(void)state;
	assert_becomes("Ett\nmer\n\n\nTvå\\\ntre", "<p>Ett\nmer</p><p>Två<br>tre</p>");
	assert_becomes("", "");
	assert_becomes("\n \n", "");
}

static void lists_are_lists_and_a_year_is_none(void **state)
{
	(void)state;
	assert_becomes("Så:\n- ett\n- *två*\n\n1. a\n2. b\nslut",
		"<p>Så:</p><ul><li>ett</li><li><em>två</em></li></ul>"
		"<ol><li>a</li><li>b</li></ol><p>slut</p>");
	assert_becomes("2020. Ett år", "<p>2020. Ett år</p>");
}

static void emphasis_closes_or_is_words(void **state)
{
	(void)state;
	assert_becomes("*a* **b** ***", "<p><em>a</em> <strong>b</strong> ***</p>");
	assert_becomes("3 * 4 * 5", "<p>3 * 4 * 5</p>");
	assert_becomes("**a", "<p>**a</p>");
	assert_becomes("*a **b** c*", "<p>*a <strong>b</strong> c*</p>");
}

static void html_is_words(void **state)
{
	(void)state;
	assert_becomes("<script>&amp;", "<p>&lt;script&gt;&amp;amp;</p>");
}

static void a_link_leads_to_the_web_by_post_or_to_this_service_and_nowhere_else(void **state)
{
	(void)state;
	assert_becomes("[a](https://b.se/?c=1&d=\")",
		"<p><a href=\"https://b.se/?c=1&amp;d=&quot;\">a</a></p>");
	assert_becomes("[*a*](/b) [c](mailto:d@e.se)",
		"<p><a href=\"/b\"><em>a</em></a> <a href=\"mailto:d@e.se\">c</a></p>");
	assert_becomes("[a](javascript:b) [a](//b.se) [a](/\\b) [a](data:b) [a]( /b)",
		"<p>[a](javascript:b) [a](//b.se) [a](/\\b) [a](data:b) [a]( /b)</p>");
	assert_becomes("[](/b) [a](", "<p>[](/b) [a](</p>");
}

static void depth_is_bounded(void **state)
{
	char markdown[8001];
	struct text text = text_init(1000 * 1000);
	(void)state;
	for (size_t i = 0; i < sizeof markdown; i++)
		markdown[i] = "*[a"[i % 3];
	markdown[sizeof markdown - 1] = '\0';

	markdown_put(&text, markdown);

	assert_false(text_failed(&text));
	text_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_line_parts_paragraphs_and_a_backslash_breaks_a_line),
		cmocka_unit_test(lists_are_lists_and_a_year_is_none),
		cmocka_unit_test(emphasis_closes_or_is_words),
		cmocka_unit_test(html_is_words),
		cmocka_unit_test(
			a_link_leads_to_the_web_by_post_or_to_this_service_and_nowhere_else),
		cmocka_unit_test(depth_is_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
