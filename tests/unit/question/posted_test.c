/* What a form's fields mean as an answer, for each kind. Expected values are the contract's: the answers that the
 * API takes. */
#include "question/asked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char options[] =
	"'options':[{'key':'a','label':{'sv':'A'}},{'key':'b','label':{'sv':'B'}},"
	"{'key':'none','label':{'sv':'Ingen'}}]";

static void ask(struct asked *asked, const char *kind, const char *members)
{
	char json[1000];
	(void)snprintf(json, sizeof json, "{'key':'q','kind':'%s','title':{'sv':'Fråga'},%s}", kind,
		members);
	asked_init(asked, json);
}

static void ask_options(struct asked *asked, const char *kind)
{
	char members[600];
	(void)snprintf(members, sizeof members, "%s,'other':true,'dont_know':true", options);
	ask(asked, kind, members);
}

static void a_choice_is_the_key_that_was_chosen(void **state)
{
	struct asked asked;
	(void)state;
	ask_options(&asked, "choice");

	assert_string_equal(asked_posted(&asked, "q=b"), "\"b\"");
	assert_string_equal(asked_posted(&asked, "q=.dont_know"), "{\"missing\":\"dont_know\"}");
	assert_string_equal(asked_posted(&asked, "q="), "");
	assert_string_equal(asked_posted(&asked, "qq=b&r=a"), "");
	asked_release(&asked);
}

static void what_is_written_beside_other_is_the_answer_unless_something_else_is_chosen(void **state)
{
	struct asked asked;
	(void)state;
	ask_options(&asked, "choice");

	assert_string_equal(
		asked_posted(&asked, "q=.other&q.other=+Eget+"), "{\"other\":\"Eget\"}");
	assert_string_equal(asked_posted(&asked, "q.other=Eget"), "{\"other\":\"Eget\"}");
	assert_string_equal(asked_posted(&asked, "q=.other&q.other="), "{\"other\":\"\"}");
	assert_string_equal(asked_posted(&asked, "q=a&q.other=Eget"), "\"a\"");
	assert_string_equal(asked_posted(&asked, "q.other=+%0d%0a+"), "");
	asked_release(&asked);
}

static void a_question_without_other_takes_no_words_of_ones_own(void **state)
{
	struct asked asked;
	(void)state;
	ask(&asked, "choice", options);

	assert_string_equal(asked_posted(&asked, "q.other=Eget"), "");
	asked_release(&asked);
}

static void choices_are_all_keys_that_were_ticked(void **state)
{
	struct asked asked;
	(void)state;
	ask_options(&asked, "choices");

	assert_string_equal(asked_posted(&asked, "q=a&x=1&q=b"), "[\"a\",\"b\"]");
	assert_string_equal(asked_posted(&asked, "x=1"), "");
	assert_string_equal(asked_posted(&asked, "q=.dont_know"), "{\"missing\":\"dont_know\"}");
	asked_release(&asked);
}

static void what_can_be_seen_beside_other_is_sent_whether_or_not_its_box_is_ticked(void **state)
{
	struct asked asked;
	(void)state;
	ask_options(&asked, "choices");

	assert_string_equal(
		asked_posted(&asked, "q=a&q.other=Eget"), "[\"a\",{\"other\":\"Eget\"}]");
	assert_string_equal(asked_posted(&asked, "q.other=Eget"), "[{\"other\":\"Eget\"}]");
	assert_string_equal(
		asked_posted(&asked, "q=.other&q.other=Eget"), "[{\"other\":\"Eget\"}]");
	asked_release(&asked);
}

static void not_knowing_beside_picks_is_told_and_swallows_nothing(void **state)
{
	struct asked asked;
	(void)state;
	ask_options(&asked, "choices");

	assert_string_equal(
		asked_posted(&asked, "q=a&q=.dont_know"), "[\"a\",{\"missing\":\"dont_know\"}]");
	assert_string_equal(asked_posted(&asked, "q=.dont_know&q.other=Eget"),
		"[{\"missing\":\"dont_know\"},{\"other\":\"Eget\"}]");
	asked_release(&asked);
}

static void a_point_of_a_scale_is_a_whole_number(void **state)
{
	struct asked asked;
	(void)state;
	ask(&asked, "rating", "'scale':{'min':-2,'max':2},'dont_know':true");

	assert_string_equal(asked_posted(&asked, "q=-1"), "-1");
	assert_string_equal(asked_posted(&asked, "q=.dont_know"), "{\"missing\":\"dont_know\"}");
	assert_string_equal(asked_posted(&asked, "q=4x"), "\"4x\"");
	assert_string_equal(
		asked_posted(&asked, "q=99999999999999999999"), "\"99999999999999999999\"");
	asked_release(&asked);
}

static void a_recommendation_is_a_number_from_0_to_10(void **state)
{
	struct asked asked;
	(void)state;
	ask(&asked, "nps", "'dont_know':true");

	assert_string_equal(asked_posted(&asked, "q=0"), "0");
	assert_string_equal(asked_posted(&asked, "q=10"), "10");
	assert_string_equal(asked_posted(&asked, ""), "");
	asked_release(&asked);
}

static void a_matrix_is_the_items_that_were_answered(void **state)
{
	struct asked asked;
	(void)state;
	ask(&asked, "matrix",
		"'scale':{'min':1,'max':5},'items':[{'key':'x','label':{'sv':'X'}},"
		"{'key':'y','label':{'sv':'Y'}}]");

	assert_string_equal(asked_posted(&asked, "q.y=2&q.x=5"), "{\"x\":5,\"y\":2}");
	assert_string_equal(asked_posted(&asked, "q.y=2&q.z=1"), "{\"y\":2}");
	assert_string_equal(asked_posted(&asked, "q=3&q.x="), "");
	asked_release(&asked);
}

static void a_text_has_the_line_ends_that_were_typed_and_spaces_are_none(void **state)
{
	struct asked asked;
	(void)state;
	ask(&asked, "text", "'max_length':100");

	assert_string_equal(asked_posted(&asked, "q=Ett%0d%0atv%C3%A5"), "\"Ett\\ntvå\"");
	assert_string_equal(asked_posted(&asked, "q=+%0d%0a%09"), "");
	asked_release(&asked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_choice_is_the_key_that_was_chosen),
		cmocka_unit_test(
			what_is_written_beside_other_is_the_answer_unless_something_else_is_chosen),
		cmocka_unit_test(a_question_without_other_takes_no_words_of_ones_own),
		cmocka_unit_test(choices_are_all_keys_that_were_ticked),
		cmocka_unit_test(
			what_can_be_seen_beside_other_is_sent_whether_or_not_its_box_is_ticked),
		cmocka_unit_test(not_knowing_beside_picks_is_told_and_swallows_nothing),
		cmocka_unit_test(a_point_of_a_scale_is_a_whole_number),
		cmocka_unit_test(a_recommendation_is_a_number_from_0_to_10),
		cmocka_unit_test(a_matrix_is_the_items_that_were_answered),
		cmocka_unit_test(a_text_has_the_line_ends_that_were_typed_and_spaces_are_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
