#include "format/results_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "table/build.h"

/* One question of every family, and one in words. Read with " for '. */
static const char source[] =
	"{'key':'vk','event':'vk-2020','kind':'feedback','languages':['sv'],'made_up':true,"
	"'title':{'sv':'Enkät'},'pages':[{'key':'you','title':{'sv':'Du'},'questions':["
	"{'key':'role','kind':'choice','segment':true,'other':true,'title':{'sv':'Roll'},"
	"'options':[{'key':'politician','label':{'sv':'P'}},{'key':'official','label':{'sv':'T'}}]}"
	","
	"{'key':'models','kind':'choices','title':{'sv':'Former'},"
	"'options':[{'key':'contract','label':{'sv':'A'}},{'key':'network','label':{'sv':'N'}}]},"
	"{'key':'overall','kind':'rating','title':{'sv':'Allt'},'scale':{'min':1,'max':5}},"
	"{'key':'recommend','kind':'nps','title':{'sv':'Råd'}},"
	"{'key':'trust','kind':'matrix','title':{'sv':'Tillit'},'scale':{'min':1,'max':5},"
	"'items':[{'key':'state','label':{'sv':'S'}},{'key':'region','label':{'sv':'R'}}]},"
	"{'key':'order','kind':'ranking','title':{'sv':'Ordning'},'options':["
	"{'key':'x','label':{'sv':'X'}},{'key':'y','label':{'sv':'Y'}},{'key':'z','label':{'sv':'Z'"
	"}}]},"
	"{'key':'years','kind':'number','title':{'sv':'År'},'min':0,'max':40,'classes':[10,20]}]}]"
	"}";

struct fixture {
	struct arena arena;
	struct definition *definition;
	struct published_survey survey;
	struct text text;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	struct json_fault malformed;
	fixture.arena = arena_init();
	struct faults faults = faults_init(&fixture.arena);
	char *json = arena_string(&fixture.arena, source);
	for (char *at = json; *at; at++)
		if (*at == '\'')
			*at = '"';
	JSON_OWNED json_t *document = NULL;
	assert_int_equal(json_parse(&document, &malformed, json, strlen(json)), 0);
	assert_int_equal(definition_parse(&fixture.definition, document, NULL, &faults), 0);
	fixture.survey = (struct published_survey){
		.survey = {.key = "vk"}, .version = 3, .definition = fixture.definition};
	fixture.text = text_init(100 * 1000);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	text_release(&fixture->text);
	definition_free(fixture->definition);
	arena_release(&fixture->arena);
	return 0;
}

/* A table that shows these counts, and n as their sum, without noise. */
static struct safe_table *table_of(struct fixture *fixture, const uint32_t *counts, size_t cells)
{
	struct safe_table *table = table_build(&fixture->arena, cells);
	for (size_t i = 0; i < cells; i++) {
		table->counts[i] = counts[i];
		table->base += counts[i];
	}
	table->n = table->base;
	return table;
}

static struct safe_table *withheld(struct fixture *fixture, size_t cells)
{
	struct safe_table *table = table_build(&fixture->arena, cells);
	table_withhold(table);
	return table;
}

/* What is written of one question with these tables: the element of "questions". Caller owns. */
static json_t *write_one(
	struct fixture *fixture, const char *key, const struct safe_table **tables, size_t count)
{
	const struct question *question = definition_question(fixture->definition, key);
	struct result_question answered = {question, tables, count};
	struct result_group group = {-1, &answered};
	const struct result result = {
		.survey = &fixture->survey,
		.query = {.questions = &question, .question_count = 1},
		.groups = &group,
		.group_count = 1,
	};
	struct json_fault malformed;
	JSON_OWNED json_t *document = NULL;
	results_json_write(&fixture->text, &result, &fixture->arena);
	assert_false(text_failed(&fixture->text));
	assert_int_equal(
		json_parse(&document, &malformed, fixture->text.bytes, fixture->text.used), 0);
	assert_int_equal(json_object_size(document), 5);
	return json_incref(json_array_get(json_object_get(document, "questions"), 0));
}

static json_t *write_table(struct fixture *fixture, const char *key, const struct safe_table *table)
{
	return write_one(fixture, key, &table, 1);
}

/* Whether a member, written compactly, is exactly this. */
static void assert_member(const json_t *object, const char *name, const char *json)
{
	char *written = json_dumps(json_object_get(object, name),
		JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(12));
	assert_non_null(written);
	assert_string_equal(written, json);
	free(written);
}

static void the_document_says_what_it_is_of(void **state)
{
	static const uint32_t counts[] = {20, 20, 0};
	struct fixture *fixture = *state;

	json_decref(write_table(fixture, "role", table_of(fixture, counts, 3)));

	assert_memory_equal(fixture->text.bytes,
		"{\"survey\":\"vk\",\"version\":3,\"made_up\":true,"
		"\"release\":{\"number\":0,\"at\":null},\"questions\":[",
		strlen("{\"survey\":\"vk\",\"version\":3,\"made_up\":true,"
		       "\"release\":{\"number\":0,\"at\":null},\"questions\":["));
}

/* The intervals: Newcombe 1998, Statistics in Medicine 17:857, table I, method 3: 81 of 263 gives 0.2553 to
 * 0.3662. */
static void a_choice_has_counts_and_shares_in_the_order_of_its_options(void **state)
{
	static const uint32_t counts[] = {81, 182, 0};
	struct fixture *fixture = *state;
	struct safe_table *table = table_of(fixture, counts, 3);
	table->n = 261;
	table->missing[MISSING_SKIPPED] = 7;

	JSON_OWNED json_t *question = write_table(fixture, "role", table);

	assert_member(question, "kind", "\"choice\"");
	assert_member(question, "options", "[\"politician\",\"official\",\"other\"]");
	assert_member(question, "n", "261");
	assert_member(question, "base", "263");
	assert_member(question, "moved", "0");
	assert_member(question, "counts", "[81,182,0]");
	assert_member(question, "flags", "[]");
	assert_member(question, "missing",
		"{\"not_asked\":0,\"hidden\":0,\"not_reached\":0,\"skipped\":7,\"dont_know\":0,"
		"\"refused\":0}");
	assert_member(json_array_get(json_object_get(question, "shares"), 0), "share", "0.308");
	assert_member(json_array_get(json_object_get(question, "shares"), 0), "low", "0.2553");
	assert_member(json_array_get(json_object_get(question, "shares"), 0), "high", "0.3662");
	assert_null(json_object_get(question, "status"));
	assert_null(json_object_get(question, "mean"));
}

/* Figures: Python's statistics module (mean, stdev, median_grouped) and t(0.975, 39) = 2.02269. */
static void a_rating_has_a_mean_and_its_uncertainty(void **state)
{
	static const uint32_t counts[] = {2, 4, 8, 18, 8};
	struct fixture *fixture = *state;

	JSON_OWNED json_t *question = write_table(fixture, "overall", table_of(fixture, counts, 5));

	assert_member(question, "options", "[1,2,3,4,5]");
	assert_member(question, "mean", "3.65");
	assert_member(question, "sd", "1.075");
	assert_member(question, "median", "3.833");
	assert_member(question, "ci95", "[3.306,3.994]");
}

/* Figures: the same, of 12 answers: shares 0.4167 and 0.5833, mean 3.33, sd 1.23, interval 2.55 to 4.12. */
static void fewer_than_twenty_have_no_decimals_and_fewer_than_thirty_a_flag(void **state)
{
	static const uint32_t counts[] = {0, 5, 7};
	static const uint32_t points[] = {1, 2, 3, 4, 2};
	struct fixture *fixture = *state;

	JSON_OWNED json_t *role = write_table(fixture, "role", table_of(fixture, counts, 3));
	text_release(&fixture->text);
	JSON_OWNED json_t *overall = write_table(fixture, "overall", table_of(fixture, points, 5));

	assert_member(role, "flags", "[\"n_below_30\"]");
	assert_member(json_array_get(json_object_get(role, "shares"), 1), "share", "0.42");
	assert_member(json_array_get(json_object_get(role, "shares"), 1), "low", "0.19");
	assert_member(json_array_get(json_object_get(role, "shares"), 1), "high", "0.68");
	assert_member(overall, "mean", "3");
	assert_member(overall, "sd", "1");
	assert_member(overall, "ci95", "[3,4]");
}

/* Score 100 · (25 - 10) / 50, margin 100 · 1.96 · √((0.7 - 0.09) / 50) = 21.65. */
static void an_nps_has_its_score_from_thirty_on(void **state)
{
	static const uint32_t fifty[] = {0, 0, 0, 0, 0, 4, 6, 7, 8, 15, 10};
	static const uint32_t few[] = {0, 0, 0, 0, 0, 4, 6, 0, 0, 10, 9};
	struct fixture *fixture = *state;

	JSON_OWNED json_t *enough = write_table(fixture, "recommend", table_of(fixture, fifty, 11));
	text_release(&fixture->text);
	JSON_OWNED json_t *under = write_table(fixture, "recommend", table_of(fixture, few, 11));

	assert_member(enough, "options", "[0,1,2,3,4,5,6,7,8,9,10]");
	assert_member(enough, "nps", "30");
	assert_member(enough, "margin", "21.6");
	assert_member(enough, "promoters", "25");
	assert_member(enough, "passives", "15");
	assert_member(enough, "detractors", "10");
	assert_member(under, "nps", "null");
	assert_member(under, "margin", "null");
	assert_member(under, "promoters", "19");
}

/* What is withheld: every number null, and no word of why. */
static void assert_withheld(const json_t *shown)
{
	static const char *const numbers[] = {"n", "base", "moved", "missing", "counts", "shares"};
	assert_member(shown, "status", "\"confidential\"");
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		assert_true(json_is_null(json_object_get(shown, numbers[i])));
	assert_null(json_object_get(shown, "flags"));
}

static void what_is_withheld_is_null_and_never_zero(void **state)
{
	struct fixture *fixture = *state;

	JSON_OWNED json_t *models = write_table(fixture, "models", withheld(fixture, 2));
	text_release(&fixture->text);
	JSON_OWNED json_t *overall = write_table(fixture, "overall", withheld(fixture, 5));
	text_release(&fixture->text);
	JSON_OWNED json_t *recommend = write_table(fixture, "recommend", withheld(fixture, 11));

	assert_withheld(models);
	assert_member(models, "options", "[\"contract\",\"network\"]");
	assert_withheld(overall);
	assert_member(overall, "mean", "null");
	assert_member(overall, "ci95", "null");
	assert_withheld(recommend);
	assert_member(recommend, "nps", "null");
	assert_member(recommend, "detractors", "null");
}

static void a_matrix_tells_each_item_shown_or_not(void **state)
{
	static const uint32_t counts[] = {2, 4, 8, 18, 8};
	struct fixture *fixture = *state;
	const struct safe_table *tables[] = {table_of(fixture, counts, 5), withheld(fixture, 5)};

	JSON_OWNED json_t *question = write_one(fixture, "trust", tables, 2);

	const json_t *items = json_object_get(question, "items");
	assert_int_equal(json_array_size(items), 2);
	assert_member(question, "options", "[1,2,3,4,5]");
	assert_null(json_object_get(question, "n"));
	assert_member(json_array_get(items, 0), "key", "\"state\"");
	assert_member(json_array_get(items, 0), "counts", "[2,4,8,18,8]");
	assert_member(json_array_get(items, 0), "mean", "3.65");
	assert_member(json_array_get(items, 1), "key", "\"region\"");
	assert_withheld(json_array_get(items, 1));
}

/* Two picks by each of twenty: more picks than people. */
static void picks_are_shares_of_those_who_answered(void **state)
{
	static const uint32_t counts[] = {20, 10};
	struct fixture *fixture = *state;
	struct safe_table *table = table_of(fixture, counts, 2);
	table->picks = true;
	table->n = 20;
	table->base = 20;

	JSON_OWNED json_t *question = write_table(fixture, "models", table);

	const json_t *shares = json_object_get(question, "shares");
	assert_member(json_array_get(shares, 0), "share", "1");
	assert_member(json_array_get(shares, 1), "share", "0.5");
}

static void a_ranking_has_a_row_for_each_option_and_a_number_its_classes(void **state)
{
	static const uint32_t pairs[] = {0, 24, 30, 16, 0, 21, 10, 19, 0};
	static const uint32_t classes[] = {11, 12, 13};
	struct fixture *fixture = *state;
	struct safe_table *table = table_of(fixture, pairs, 9);
	table->picks = true;
	table->n = 40;
	table->base = 40;

	JSON_OWNED json_t *order = write_table(fixture, "order", table);
	text_release(&fixture->text);
	JSON_OWNED json_t *years = write_table(fixture, "years", table_of(fixture, classes, 3));

	assert_member(order, "options", "[\"x\",\"y\",\"z\"]");
	assert_member(order, "counts", "[[0,24,30],[16,0,21],[10,19,0]]");
	const json_t *first = json_array_get(json_object_get(order, "shares"), 0);
	assert_member(json_array_get(first, 1), "share", "0.6");
	assert_int_equal(json_array_size(json_object_get(years, "options")), 3);
	assert_true(json_is_string(json_array_get(json_object_get(years, "options"), 0)));
	assert_member(years, "counts", "[11,12,13]");
	assert_null(json_object_get(years, "mean"));
}

static void groups_are_named_by_the_option_that_they_chose(void **state)
{
	static const uint32_t counts[] = {2, 4, 8, 18, 8};
	struct fixture *fixture = *state;
	const struct question *overall = definition_question(fixture->definition, "overall");
	const struct safe_table *shown = table_of(fixture, counts, 5);
	const struct safe_table *hidden = withheld(fixture, 5);
	struct result_question answered[] = {
		{overall, &shown,  1},
                {overall, &hidden, 1}
        };
	struct result_group groups[] = {
		{0, &answered[0]},
                {2, &answered[1]}
        };
	const struct result result = {
		.survey = &fixture->survey,
		.query = {.questions = &overall,
			  .question_count = 1,
			  .by = definition_question(fixture->definition, "role")},
		.groups = groups,
		.group_count = 2,
	};
	struct json_fault malformed;
	JSON_OWNED json_t *document = NULL;

	results_json_write(&fixture->text, &result, &fixture->arena);

	assert_int_equal(
		json_parse(&document, &malformed, fixture->text.bytes, fixture->text.used), 0);
	const json_t *written = json_object_get(document, "groups");
	assert_null(json_object_get(document, "questions"));
	assert_member(json_array_get(written, 0), "by", "{\"role\":\"politician\"}");
	assert_member(json_array_get(written, 1), "by", "{\"role\":\"other\"}");
	assert_withheld(
		json_array_get(json_object_get(json_array_get(written, 1), "questions"), 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_document_says_what_it_is_of, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_choice_has_counts_and_shares_in_the_order_of_its_options, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_rating_has_a_mean_and_its_uncertainty, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			fewer_than_twenty_have_no_decimals_and_fewer_than_thirty_a_flag, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			an_nps_has_its_score_from_thirty_on, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_withheld_is_null_and_never_zero, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_matrix_tells_each_item_shown_or_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			picks_are_shares_of_those_who_answered, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_ranking_has_a_row_for_each_option_and_a_number_its_classes, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			groups_are_named_by_the_option_that_they_chose, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
