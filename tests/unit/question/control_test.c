/* A form's controls, for each kind: what can be chosen, what was typed, and what says what. */
#include "question/asked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define assert_has(html, piece) assert_non_null(strstr((html), (piece)))
#define assert_lacks(html, piece) assert_null(strstr((html), (piece)))

static size_t count_of(const char *html, const char *piece)
{
	size_t count = 0;
	for (const char *at = html; (at = strstr(at, piece)); at++)
		count++;
	return count;
}

static void rows_to_press_have_words_help_and_what_was_chosen_before(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'role','kind':'choice','title':{'sv':'Roll'},'options':["
			   "{'key':'a','label':{'sv':'Förtroende & vald','en':'Elected'}},"
			   "{'key':'b','label':{'sv':'Chef'},'help':{'sv':'I kommunen'}}]}");

	const char *html = asked_control(&asked, "sv", "role=b");

	assert_int_equal(count_of(html, "type=\"radio\" name=\"role\""), 2);
	assert_has(html, "value=\"b\" checked><span>Chef</span><small>I kommunen</small>");
	assert_has(html, "value=\"a\"><span>Förtroende &amp; vald</span>");
	asked_release(&asked);
}

static void words_in_another_language_than_the_page_say_so(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'role','kind':'choice','title':{'sv':'Roll'},'options':["
			   "{'key':'a','label':{'sv':'Förtroendevald','en':'Elected'}},"
			   "{'key':'b','label':{'sv':'Chef'},'help':{'sv':'I kommunen'}}]}");

	const char *html = asked_control(&asked, "en", "");

	assert_has(html, "<span>Elected</span>");
	assert_has(html, "<span lang=\"sv\">Chef</span><small lang=\"sv\">I kommunen</small>");
	asked_release(&asked);
}

static void what_was_written_beside_other_is_kept_and_counts_as_ticked(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'q','kind':'choices','title':{'sv':'Roll'},'other':true,"
			   "'options':[{'key':'a','label':{'sv':'A'}}]}");

	const char *html = asked_control(&asked, "sv", "q=a&q.other=%22%3E%3Cb%3E");

	assert_has(html, "value=\".other\" checked");
	assert_has(html, "name=\"q.other\" value=\"&quot;&gt;&lt;b&gt;\"");
	assert_lacks(html, "<b>");
	assert_lacks(html, "maxlength");
	asked_release(&asked);
}

static void words_beside_other_tick_no_second_radio_button(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'q','kind':'choice','title':{'sv':'Roll'},'other':true,"
			   "'options':[{'key':'a','label':{'sv':'A'}}]}");

	assert_int_equal(count_of(asked_control(&asked, "sv", "q=a&q.other=x"), " checked"), 1);
	assert_has(asked_control(&asked, "sv", "q.other=x"), "value=\".other\" checked");
	asked_release(&asked);
}

static void a_list_of_thirteen_is_a_select_named_by_its_question(void **state)
{
	struct asked asked;
	struct text json = text_init(4000);
	(void)state;
	text_put(&json, "{'key':'place','kind':'choice','title':{'sv':'Kommun'},'options':[");
	for (int i = 0; i < 13; i++) {
		text_put(&json, i ? ",{'key':'k" : "{'key':'k");
		text_put_int(&json, i);
		text_put(&json, "','label':{'sv':'Ort'}}");
	}
	text_put(&json, "]}");
	asked_init(&asked, json.bytes);

	const char *html = asked_control(&asked, "sv", "place=k12");

	assert_has(html, "<select name=\"place\" aria-labelledby=\"l.place\"");
	assert_has(html, "<option value=\"\">Välj i listan</option>");
	assert_has(html, "<option value=\"k12\" selected>");
	assert_int_equal(count_of(html, "<option"), 14);
	text_release(&json);
	asked_release(&asked);
}

static void forty_options_that_may_be_ticked_are_forty_rows(void **state)
{
	struct asked asked;
	struct text json = text_init(8000);
	(void)state;
	text_put(&json, "{'key':'q','kind':'choices','title':{'sv':'Q'},'options':[");
	for (int i = 0; i < 40; i++) {
		text_put(&json, i ? ",{'key':'k" : "{'key':'k");
		text_put_int(&json, i);
		text_put(&json, "','label':{'sv':'Rad'}}");
	}
	text_put(&json, "]}");
	asked_init(&asked, json.bytes);

	assert_int_equal(count_of(asked_control(&asked, "sv", ""), "type=\"checkbox\""), 40);
	text_release(&json);
	asked_release(&asked);
}

static void how_many_to_choose_is_said_in_words_that_the_group_refers_to(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'q','kind':'choices','title':{'sv':'Q'},'max':2,'options':["
			   "{'key':'a','label':{'sv':'A'}},{'key':'b','label':{'sv':'B'}},"
			   "{'key':'c','label':{'sv':'C'}}]}");

	assert_has(asked_control(&asked, "sv", ""), "id=\"r.q\">Välj högst 2.</p>");
	asked_release(&asked);
}

static void a_scale_has_every_point_and_the_ends_are_in_the_names_of_the_first_and_last(
	void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'q','kind':'rating','title':{'sv':'Q'},'dont_know':true,"
			   "'scale':{'min':1,'max':5,'labels':{'min':{'sv':'Dålig'},"
			   "'max':{'sv':'Bra'}}}}");

	const char *html = asked_control(&asked, "sv", "q=.dont_know");

	assert_int_equal(count_of(html, "class=\"cell\""), 5);
	assert_has(html, "<span>1</span><span class=\"away\"> Dålig</span>");
	assert_has(html, "<span>5</span><span class=\"away\"> Bra</span>");
	assert_has(html, "aria-hidden=\"true\"><span>1: Dålig</span><span>5: Bra</span>");
	assert_has(html, "value=\".dont_know\" checked><span>Vet inte</span>");
	asked_release(&asked);
}

static void eleven_points_break_into_rows_on_a_phone(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'q','kind':'nps','title':{'sv':'Q'}}");

	const char *html = asked_control(&asked, "en", "q=10");

	assert_int_equal(count_of(html, "type=\"radio\""), 11);
	assert_has(html, "class=\"scale many\"");
	assert_has(html, "value=\"10\" checked");
	assert_has(html, "0: not at all likely");
	asked_release(&asked);
}

static void a_field_of_a_matrix_is_named_by_its_row_and_column(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked,
		"{'key':'t','kind':'matrix','title':{'sv':'T'},"
		"'scale':{'min':1,'max':3,'labels':{'min':{'sv':'Nej'},'max':{'sv':'Ja'}}},"
		"'items':[{'key':'x','label':{'sv':'Rad X'}},{'key':'y','label':{'sv':'Y'}}]}");
	faults_add(&asked.faults, PLACE_BODY, "/answers/t/y", FAULT_REQUIRED, NULL, NULL);

	const char *html = asked_control(&asked, "sv", "t.x=2");

	assert_has(html, "<th scope=\"col\" id=\"p.t.1\">1 <small>Nej</small></th>");
	assert_has(html, "<tr><th scope=\"row\" id=\"i.t.x\">Rad X</th>");
	assert_has(html, "<tr class=\"wrong\"><th scope=\"row\" id=\"i.t.y\">");
	assert_has(html, "name=\"t.x\" value=\"2\" aria-labelledby=\"i.t.x p.t.2\" checked");
	assert_int_equal(count_of(html, "type=\"radio\""), 6);
	asked_release(&asked);
}

static void a_text_keeps_what_was_typed_and_is_never_cut(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'q','kind':'text','title':{'sv':'Q'},'max_length':5}");
	faults_add(&asked.faults, PLACE_BODY, "/answers/q", FAULT_TOO_LONG, "5", "9");

	const char *html = asked_control(&asked, "sv", "q=%3C/textarea%3E");

	assert_has(html, "id=\"c.q\" aria-invalid=\"true\"");
	assert_has(html, ">\n&lt;/textarea&gt;</textarea>");
	assert_lacks(html, "maxlength");
	asked_release(&asked);
}

static void a_fault_inside_an_answer_is_its_questions_and_no_others(void **state)
{
	struct asked asked;
	(void)state;
	asked_init(&asked, "{'key':'q','kind':'text','lines':'one','title':{'sv':'Q'}}");
	faults_add(&asked.faults, PLACE_BODY, "/answers/qq", FAULT_REQUIRED, NULL, NULL);

	assert_lacks(asked_control(&asked, "sv", ""), "aria-invalid");
	faults_add(&asked.faults, PLACE_BODY, "/answers/q/0", FAULT_NOT_TEXT, NULL, NULL);
	assert_has(asked_control(&asked, "sv", ""), "<input type=\"text\"");
	assert_has(asked_control(&asked, "sv", ""), "aria-invalid");
	asked_release(&asked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_to_press_have_words_help_and_what_was_chosen_before),
		cmocka_unit_test(words_in_another_language_than_the_page_say_so),
		cmocka_unit_test(what_was_written_beside_other_is_kept_and_counts_as_ticked),
		cmocka_unit_test(words_beside_other_tick_no_second_radio_button),
		cmocka_unit_test(a_list_of_thirteen_is_a_select_named_by_its_question),
		cmocka_unit_test(forty_options_that_may_be_ticked_are_forty_rows),
		cmocka_unit_test(how_many_to_choose_is_said_in_words_that_the_group_refers_to),
		cmocka_unit_test(
			a_scale_has_every_point_and_the_ends_are_in_the_names_of_the_first_and_last),
		cmocka_unit_test(eleven_points_break_into_rows_on_a_phone),
		cmocka_unit_test(a_field_of_a_matrix_is_named_by_its_row_and_column),
		cmocka_unit_test(a_text_keeps_what_was_typed_and_is_never_cut),
		cmocka_unit_test(a_fault_inside_an_answer_is_its_questions_and_no_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
