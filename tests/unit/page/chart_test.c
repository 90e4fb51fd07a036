#include "page/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "page/fake.h"
#include "page/stack.h"

#define assert_has(html, piece) assert_non_null(strstr((html), (piece)))
#define assert_lacks(html, piece) assert_null(strstr((html), (piece)))
#define SPACE "\xc2\xa0"

struct fixture {
	struct fake fake;
	struct asked asked;
};

static void set_up(struct fixture *fixture, const char *question)
{
	fake_init(&fixture->fake, "lang=sv", NULL);
	asked_init(&fixture->asked, question);
}

static void tear_down(struct fixture *fixture)
{
	asked_release(&fixture->asked);
	fake_release(&fixture->fake);
}

static const char models[] =
	"{'key':'m','kind':'choices','title':{'sv':'Former'},'other':true,'options':["
	"{'key':'a','label':{'sv':'Avtal'}},{'key':'n','label':{'sv':'Nätverk'}},"
	"{'key':'z','label':{'sv':'Ingen'},'exclusive':true},{'key':'p','label':{'sv':'Projekt'}}]"
	"}";
static const char rating[] = "{'key':'o','kind':'rating','title':{'sv':'Allt'},'scale':{'min':1,"
			     "'max':5,'labels':{'min':{'sv':'Dålig'},'max':{'sv':'Bra'}}}}";
static const char nps[] = "{'key':'r','kind':'nps','title':{'sv':'Råd'}}";

static const char *bars(struct fixture *fixture, const struct safe_table *table)
{
	const struct chart_row row = {.word = WORD_ALL_ANSWERS, .table = table};
	const size_t *order = chart_order(&fixture->fake.view, &fixture->asked.question, &row, 1);
	chart_bars(&fixture->fake.view, &fixture->asked.question, table, order, false);
	return fake_taken(&fixture->fake);
}

static void bars_lie_by_size_and_what_stands_apart_comes_last(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, models);
	struct safe_table *table =
		fake_table(&fixture.fake, (const uint32_t[]){10, 30, 60, 20, 50}, 5);
	const struct chart_row row = {.table = table};

	const size_t *order = chart_order(&fixture.fake.view, &fixture.asked.question, &row, 1);

	const size_t expected[] = {1, 3, 0, 2, 4};
	assert_memory_equal(order, expected, sizeof expected);
	tear_down(&fixture);
}

static void steps_keep_their_order(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, "{'key':'q','kind':'choice','title':{'sv':'Q'},'options':["
			 "{'key':'a','label':{'sv':'Färre'}},{'key':'b','label':{'sv':'Lika'}},"
			 "{'key':'c','label':{'sv':'Fler'}}]}");
	struct safe_table *table = fake_table(&fixture.fake, (const uint32_t[]){1, 2, 3}, 3);
	const struct chart_row row = {.table = table};

	const size_t *order = chart_order(&fixture.fake.view, &fixture.asked.question, &row, 1);

	const size_t expected[] = {0, 1, 2};
	assert_memory_equal(order, expected, sizeof expected);
	tear_down(&fixture);
}

static void a_bar_is_as_long_as_its_share_and_the_numbers_stand_beside_it(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, models);
	/* 7 of 20 is the published example of Wilson's interval: 18,1 to 56,7 percent. */
	struct safe_table *table = fake_table(&fixture.fake, (const uint32_t[]){7, 13, 0, 0, 0}, 5);

	const char *html = bars(&fixture, table);

	assert_has(html, "<path d=\"M0 3H35V21H0z\"/>");
	assert_has(html, "d=\"M18.12 12H56.71M18.12 7V17M56.71 7V17\"");
	assert_has(html, "<b>35" SPACE "%</b> <small>18–57</small></td><td>7</td>");
	tear_down(&fixture);
}

static void nobody_is_a_bar_of_no_length_with_an_interval(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, models);
	/* 0 of 10: 0 to 27,8 percent. */
	struct safe_table *table = fake_table(&fixture.fake, (const uint32_t[]){10, 0, 0, 0, 0}, 5);

	const char *html = bars(&fixture, table);

	assert_has(html, "d=\"M0 3H0V21H0z\"/><path class=\"ci\" d=\"M0 12H27.75");
	assert_has(html, "<b>0" SPACE "%</b> <small>0–28</small></td><td>0</td>");
	tear_down(&fixture);
}

static void an_empty_table_has_dashes_and_no_bars(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, models);

	const char *html = bars(&fixture, fake_table(&fixture.fake, (const uint32_t[5]){0}, 5));

	assert_lacks(html, "nan");
	assert_lacks(html, "class=\"ci\"");
	assert_has(html, "<b>—</b>");
	tear_down(&fixture);
}

static void a_withheld_table_shows_no_number_and_says_so(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, models);
	struct safe_table *table = fake_table(&fixture.fake, (const uint32_t[]){1, 2, 3, 4, 5}, 5);
	table_withhold(table);

	const char *html = bars(&fixture, table);

	assert_has(html, "visas inte");
	assert_lacks(html, "<table");
	assert_lacks(html, "%");
	tear_down(&fixture);
}

static void one_option_is_one_row_and_long_words_are_whole(void **state)
{
	struct fixture fixture;
	char question[700];
	char words[401];
	(void)state;
	for (size_t i = 0; i < 400; i++)
		words[i] = (char)('a' + i % 26);
	words[400] = '\0';
	(void)snprintf(question, sizeof question,
		"{'key':'q','kind':'choice','title':{'sv':'Q'},'options':[{'key':'a','label':"
		"{'sv':'%s'}}]}",
		words);
	set_up(&fixture, question);

	const char *html = bars(&fixture, fake_table(&fixture.fake, (const uint32_t[]){40}, 1));

	assert_int_equal(fake_count(html, "<tr><th scope=\"row\">"), 1);
	assert_has(html, words);
	assert_has(html, "100" SPACE "%");
	tear_down(&fixture);
}

static void scales_lie_around_their_middle_on_one_axis_with_a_mean(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, rating);
	const struct chart_row rows[] = {
		{.word = WORD_OTHER,
                 .table = fake_table(&fixture.fake, (const uint32_t[]){0, 0, 0, 20, 20}, 5)},
		{.word = WORD_OTHER,
                 .table = fake_table(&fixture.fake, (const uint32_t[]){20, 20, 0, 0, 0}, 5)},
	};

	chart_scale(&fixture.fake.view, &fixture.asked.question, rows, 2);
	const char *html = fake_taken(&fixture.fake);

	/* One reaches 100 to the right, the other 100 to the left: the middle is at half of the field. */
	assert_int_equal(fake_count(html, "x1=\"50%\" x2=\"50%\""), 2);
	assert_has(html, "<rect class=\"s4\" x=\"50%\" width=\"25%\"");
	assert_has(html, "<rect class=\"s1\" x=\"0%\" width=\"25%\"");
	assert_has(html, "<b>4,5</b>");
	assert_has(html, "aria-label=\"1: 0" SPACE "%, 2: 0" SPACE "%");
	assert_has(html, "Dålig");
	tear_down(&fixture);
}

static void a_scale_of_which_nothing_is_shown_has_no_parts(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, rating);
	struct safe_table *table = fake_table(&fixture.fake, (const uint32_t[]){1, 2, 3, 4, 5}, 5);
	table_withhold(table);
	const struct chart_row row = {.word = WORD_ALL_ANSWERS, .table = table};

	chart_scale(&fixture.fake.view, &fixture.asked.question, &row, 1);
	const char *html = fake_taken(&fixture.fake);

	assert_lacks(html, "class=\"stack\"");
	assert_lacks(html, "nan");
	assert_int_equal(fake_count(html, "visas inte"), 2);
	tear_down(&fixture);
}

static void fewer_than_twenty_have_no_decimals(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, rating);
	const struct chart_row row = {.word = WORD_ALL_ANSWERS,
		.table = fake_table(&fixture.fake, (const uint32_t[]){0, 0, 6, 6, 7}, 5)};

	chart_scale(&fixture.fake.view, &fixture.asked.question, &row, 1);
	const char *html = fake_taken(&fixture.fake);

	assert_has(html, "<b>4</b><svg class=\"mean\"");
	tear_down(&fixture);
}

static void a_score_has_its_margin_and_its_three_parts(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, nps);
	/* 60, 25 and 15 of 100: 45 ± 14,5. */
	const struct chart_row row = {.word = WORD_ALL_ANSWERS,
		.table = fake_table(
			&fixture.fake, (const uint32_t[]){15, 0, 0, 0, 0, 0, 0, 25, 0, 60, 0}, 11)};

	chart_nps(&fixture.fake.view, &fixture.asked.question, &row, 1);
	const char *html = fake_taken(&fixture.fake);

	assert_has(html, "<b>+45</b> <small>±15</small>");
	assert_has(html, "0–6 kritiska: 15" SPACE "%");
	assert_has(html, "<td>100</td>");
	tear_down(&fixture);
}

static void under_thirty_there_is_no_score(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, nps);
	const struct chart_row row = {.word = WORD_ALL_ANSWERS,
		.table = fake_table(
			&fixture.fake, (const uint32_t[]){9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20}, 11)};

	chart_nps(&fixture.fake.view, &fixture.asked.question, &row, 1);
	const char *html = fake_taken(&fixture.fake);

	assert_lacks(html, "+38");
	assert_has(html, "</div></th><td>—</td>");
	tear_down(&fixture);
}

static void many_groups_are_figures_on_a_ground_and_a_withheld_group_is_one_field(void **state)
{
	struct fixture fixture;
	const struct phrase_text name = {"sv", "Boden"};
	const struct phrase phrase = {&name, 1};
	(void)state;
	set_up(&fixture, models);
	struct safe_table *withheld =
		fake_table(&fixture.fake, (const uint32_t[]){1, 1, 1, 1, 1}, 5);
	table_withhold(withheld);
	const struct chart_row rows[] = {
		{.phrase = &phrase,
                 .table = fake_table(&fixture.fake, (const uint32_t[]){100, 0, 0, 0, 0}, 5)},
		{.word = WORD_OTHER,               .table = withheld                            },
	};
	const size_t *order = chart_order(&fixture.fake.view, &fixture.asked.question, rows, 2);

	chart_heat(&fixture.fake.view, &fixture.asked.question, rows, 2, order);
	const char *html = fake_taken(&fixture.fake);

	assert_has(html, "<td class=\"h4\">100" SPACE "%</td><td class=\"h0\">0" SPACE "%</td>");
	assert_has(html, "<td colspan=\"6\">");
	assert_has(html, "tabindex=\"0\" aria-labelledby=\"t.m\"");
	tear_down(&fixture);
}

static void colours_are_symmetrical_for_every_number_of_points(void **state)
{
	(void)state;
	for (size_t count = 2; count <= STACK_PARTS; count++) {
		for (size_t part = 0; part < count; part++)
			assert_int_equal(
				stack_class(part, count) + stack_class(count - 1 - part, count), 6);
		assert_int_equal(stack_class(0, count), 1);
		assert_int_equal(stack_class(count - 1, count), 5);
	}
	assert_int_equal(stack_class(1, 5), 2);
	assert_int_equal(stack_class(2, 5), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bars_lie_by_size_and_what_stands_apart_comes_last),
		cmocka_unit_test(steps_keep_their_order),
		cmocka_unit_test(a_bar_is_as_long_as_its_share_and_the_numbers_stand_beside_it),
		cmocka_unit_test(nobody_is_a_bar_of_no_length_with_an_interval),
		cmocka_unit_test(an_empty_table_has_dashes_and_no_bars),
		cmocka_unit_test(a_withheld_table_shows_no_number_and_says_so),
		cmocka_unit_test(one_option_is_one_row_and_long_words_are_whole),
		cmocka_unit_test(scales_lie_around_their_middle_on_one_axis_with_a_mean),
		cmocka_unit_test(a_scale_of_which_nothing_is_shown_has_no_parts),
		cmocka_unit_test(fewer_than_twenty_have_no_decimals),
		cmocka_unit_test(a_score_has_its_margin_and_its_three_parts),
		cmocka_unit_test(under_thirty_there_is_no_score),
		cmocka_unit_test(
			many_groups_are_figures_on_a_ground_and_a_withheld_group_is_one_field),
		cmocka_unit_test(colours_are_symmetrical_for_every_number_of_points),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
