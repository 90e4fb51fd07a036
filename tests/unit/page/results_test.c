#include "page/results.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "page/fake.h"

#define assert_has(html, piece) assert_non_null(strstr((html), (piece)))
#define assert_lacks(html, piece) assert_null(strstr((html), (piece)))

static const char source[] =
	"{'key':'vk','event':'e','kind':'feedback','languages':['sv'],'title':{'sv':'Din bild'},"
	"'made_up':true,'split_tables':'live','splits':[['role'],['role','age']],'pages':[{'key':'"
	"p',"
	"'questions':["
	"{'key':'role','kind':'choice','segment':true,'required':true,'title':{'sv':'Roll'},'"
	"options':["
	"{'key':'a','label':{'sv':'Politiker'}},{'key':'b','label':{'sv':'Chef'}}]},"
	"{'key':'age','kind':'choice','segment':true,'title':{'sv':'Ålder'},'options':["
	"{'key':'y','label':{'sv':'Ung'}},{'key':'o','label':{'sv':'Äldre'}}]},"
	"{'key':'recommend','kind':'nps','title':{'sv':'Råd'}}]}]}";

struct fixture {
	struct fake fake;
	struct definition *definition;
	struct published_survey survey;
	struct result result;
};

static const struct question *question(struct fixture *fixture, const char *key)
{
	return definition_question(fixture->definition, key);
}

/* The tables of one group: 40 people, or withheld. */
static void fill(struct fixture *fixture, struct result_group *group, bool withheld)
{
	static const uint32_t counts[] = {10, 0, 0, 0, 0, 0, 0, 5, 5, 0, 20};
	struct arena *arena = &fixture->fake.arena;
	size_t count = fixture->result.query.question_count;
	group->questions = arena_take_array(arena, count, sizeof *group->questions);
	for (size_t i = 0; i < count; i++) {
		const struct question *asked = fixture->result.query.questions[i];
		struct safe_table *table =
			fake_table(&fixture->fake, counts, asked->kind->cells(asked));
		if (withheld)
			table_withhold(table);
		const struct safe_table **tables = arena_take(arena, sizeof *tables);
		*tables = table;
		group->questions[i] = (struct result_question){asked, tables, 1};
	}
}

static void set_up(struct fixture *fixture)
{
	struct json_fault malformed;
	fake_init(&fixture->fake, "lang=sv", NULL);
	fixture->fake.request.path = "/s/vk/results";
	struct faults faults = faults_init(&fixture->fake.arena);
	char *json = arena_string(&fixture->fake.arena, source);
	for (char *at = json; *at; at++)
		if (*at == '\'')
			*at = '"';
	JSON_OWNED json_t *document = NULL;
	assert_int_equal(json_parse(&document, &malformed, json, strlen(json)), 0);
	assert_int_equal(definition_parse(&fixture->definition, document, NULL, &faults), 0);
	fixture->survey = (struct published_survey){
		.survey = {.key = "vk", .status = SURVEY_PUBLISHED, .opened = true},
		.version = 1,
		.definition = fixture->definition
        };
	fixture->result = (struct result){.survey = &fixture->survey, .query = {.where_code = -1}};
	struct result_query *query = &fixture->result.query;
	query->question_count = fixture->definition->question_count;
	query->questions = arena_take_array(
		&fixture->fake.arena, query->question_count, sizeof *query->questions);
	for (size_t i = 0; i < query->question_count; i++)
		query->questions[i] = &fixture->definition->questions[i];
}

/* Makes groups, of which the last is withheld where there are several. */
static void divide(struct fixture *fixture, size_t count)
{
	struct result *result = &fixture->result;
	result->groups = arena_take_array(&fixture->fake.arena, count, sizeof *result->groups);
	result->group_count = count;
	for (size_t i = 0; i < count; i++) {
		result->groups[i].code = count == 1 ? -1 : (int)i;
		fill(fixture, &result->groups[i], count > 1 && i == count - 1);
	}
}

static void tear_down(struct fixture *fixture)
{
	definition_free(fixture->definition);
	fake_release(&fixture->fake);
}

static void the_whole_has_its_headline_its_figures_and_their_protection(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture);
	divide(&fixture, 1);

	results_write(&fixture.fake.view, &fixture.result);
	const char *html = fake_taken(&fixture.fake);

	assert_has(html, "<div><b>10</b><span>svar</span></div>");
	assert_has(html, "<b>+25</b><span>vill rekommendera (NPS, ±");
	assert_int_equal(fake_count(html, "<figure"), 3);
	assert_int_equal(fake_count(html, ">Påhittade svar</span>"), 4);
	assert_int_equal(fake_count(html, "href=\"#protected\""), 3);
	assert_has(html, "id=\"protected\"");
	assert_has(html, "href=\"/api/v1/surveys/vk/results?questions=recommend\"");
	assert_has(html, "Räknat just nu");
	tear_down(&fixture);
}

static void what_divides_has_no_figure_and_a_withheld_group_no_number(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture);
	fixture.result.query.by = question(&fixture, "role");
	divide(&fixture, 2);

	results_write(&fixture.fake.view, &fixture.result);
	const char *html = fake_taken(&fixture.fake);

	assert_int_equal(fake_count(html, "<figure"), 2);
	assert_lacks(html, "id=\"q.role\"");
	assert_lacks(html, "class=\"big\"");
	assert_has(html, "<h3>Politiker <small>n = 10</small></h3>");
	assert_has(html, "<h3>Chef</h3><span class=\"withheld\">");
	assert_has(html, "results?by=role&amp;questions=recommend");
	tear_down(&fixture);
}

static const char *filters(struct fixture *fixture)
{
	results_put_filters(&fixture->fake.view, &fixture->survey, &fixture->result.query);
	return fake_taken(&fixture->fake);
}

static void only_what_the_definition_lists_can_be_chosen(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture);

	const char *html = filters(&fixture);

	assert_has(html, "<option value=\"role\">Roll</option>");
	assert_lacks(html, "<option value=\"age\">");
	assert_has(html, "<option value=\"role:b\">Chef</option>");
	assert_lacks(html, "age:y");
	assert_has(html, "<form method=\"get\" action=\"/s/vk/results\">");
	tear_down(&fixture);
}

static void a_second_segment_can_be_chosen_beside_the_first(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture);
	fixture.result.query.by = question(&fixture, "role");

	const char *html = filters(&fixture);

	assert_has(html, "<option value=\"role\" selected>Roll</option>");
	assert_has(html, "<option value=\"age:o\">Äldre</option>");
	assert_lacks(html, "role:b");
	assert_has(html, "<input type=\"hidden\" name=\"by\" value=\"role\">");
	assert_has(html, "Visa alla svar tillsammans");
	tear_down(&fixture);
}

static void before_closing_splits_may_wait(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture);
	fixture.definition->split_tables_live = false;

	assert_has(filters(&fixture), "Uppdelade siffror visas när enkäten har stängt.");
	fixture.survey.survey.status = SURVEY_CLOSED;
	assert_has(filters(&fixture), "<form");
	tear_down(&fixture);
}

static void a_release_is_told_with_its_time(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture);
	divide(&fixture, 1);
	fixture.result.release = 31;
	fixture.result.released_at = 1588862400;

	results_put_figure(&fixture.fake.view, &fixture.result, 2);

	assert_has(
		fake_taken(&fixture.fake), "Utgåva 31, <time datetime=\"2020-05-07T14:40:00Z\">");
	tear_down(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_whole_has_its_headline_its_figures_and_their_protection),
		cmocka_unit_test(what_divides_has_no_figure_and_a_withheld_group_no_number),
		cmocka_unit_test(only_what_the_definition_lists_can_be_chosen),
		cmocka_unit_test(a_second_segment_can_be_chosen_beside_the_first),
		cmocka_unit_test(before_closing_splits_may_wait),
		cmocka_unit_test(a_release_is_told_with_its_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
