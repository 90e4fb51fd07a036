#include "page/form.h"

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
	"{'key':'vk','event':'e','kind':'feedback','languages':['sv','en'],'title':{'sv':'Din "
	"bild'},"
	"'intro':{'sv':'Tre *minuter*.'},'made_up':true,'pages':[{'key':'p','title':{'sv':'Om "
	"dig'},"
	"'questions':["
	"{'key':'role','kind':'choice','required':true,'title':{'sv':'Roll'},'help':{'sv':'Den "
	"främsta.'},"
	"'options':[{'key':'a','label':{'sv':'A'}}]},"
	"{'key':'models','kind':'choices','title':{'sv':'Former'},'options':["
	"{'key':'x','label':{'sv':'X'}},{'key':'none','label':{'sv':'Ingen av "
	"dem'},'exclusive':true}]},"
	"{'key':'trust','kind':'matrix','required':true,'title':{'sv':'Tillit'},'scale':{'min':1,'"
	"max':5},"
	"'items':[{'key':'role','label':{'sv':'Till rollen'}},{'key':'s','label':{'sv':'Till "
	"staten'}}]},"
	"{'key':'home','kind':'text','title':{'sv':'Hem'}}]}]}";

struct fixture {
	struct fake fake;
	struct definition *definition;
	struct published_survey survey;
	struct faults faults;
	struct pairs typed;
	struct form form;
};

static void set_up(struct fixture *fixture, const char *query)
{
	struct json_fault malformed;
	fake_init(&fixture->fake, query, NULL);
	fixture->faults = faults_init(&fixture->fake.arena);
	char *json = arena_string(&fixture->fake.arena, source);
	for (char *at = json; *at; at++)
		if (*at == '\'')
			*at = '"';
	JSON_OWNED json_t *document = NULL;
	assert_int_equal(json_parse(&document, &malformed, json, strlen(json)), 0);
	assert_int_equal(
		definition_parse(&fixture->definition, document, NULL, &fixture->faults), 0);
	fixture->survey = (struct published_survey){
		.survey = {.key = "vk", .opened = true},
		.version = 7,
		.definition = fixture->definition
        };
	fixture->typed = (struct pairs){NULL, 0};
	fixture->form = (struct form){.survey = &fixture->survey,
		.typed = &fixture->typed,
		.faults = &fixture->faults,
		.nonce = "abcdefghijklmnopqrstuvwxyz012345"};
}

static void tear_down(struct fixture *fixture)
{
	definition_free(fixture->definition);
	fake_release(&fixture->fake);
}

static const char *written(struct fixture *fixture)
{
	form_write(&fixture->fake.view, &fixture->form);
	return fake_taken(&fixture->fake);
}

static void add(struct fixture *fixture, const char *place, enum fault_code code, const char *first)
{
	faults_add(&fixture->faults, PLACE_BODY, place, code, first, NULL);
	fixture->form.notice = NOTICE_FAULTS;
}

static void a_form_carries_its_number_version_and_language(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, "lang=sv");

	const char *html = written(&fixture);

	assert_has(html,
		"<form method=\"post\" autocomplete=\"off\" novalidate action=\"/s/vk?lang=sv\">");
	assert_has(html, "name=\".nonce\" value=\"abcdefghijklmnopqrstuvwxyz012345\"");
	assert_has(html, "name=\".version\" value=\"7\"");
	assert_has(html, "name=\".language\" value=\"sv\"");
	assert_has(html, "<p>Tre <em>minuter</em>.</p>");
	assert_has(html, "Det här sparas om du svarar");
	assert_has(html, "<span class=\"madeup\">Påhittade svar</span>");
	assert_lacks(html, "role=\"alert\"");
	assert_lacks(html, "style=");
	tear_down(&fixture);
}

static void a_question_is_a_group_that_its_help_describes(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, "lang=sv");

	const char *html = written(&fixture);

	assert_has(html, "<fieldset id=\"q.role\" aria-describedby=\"h.role\" class=\"question\">");
	assert_has(html, "id=\"l.role\">Roll <span class=\"must\">måste besvaras</span></legend>");
	assert_has(html, "id=\"h.role\"><div><p>Den främsta.</p></div></div>");
	tear_down(&fixture);
}

static void a_question_in_words_is_one_field_with_a_label(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, "lang=sv");

	const char *html = written(&fixture);

	assert_has(html, "for=\"c.home\">Hem</label>");
	assert_has(html, "id=\"c.home\" aria-describedby=\"h.home\"");
	assert_has(html, "Högst 2000 tecken.");
	tear_down(&fixture);
}

static void faults_stand_at_the_top_with_links_and_at_their_questions(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, "lang=sv");
	add(&fixture, "/answers/role", FAULT_REQUIRED, NULL);
	add(&fixture, "/answers/models", FAULT_EXCLUSIVE, "none");

	const char *html = written(&fixture);

	assert_has(html, "<title>Fel: Din bild · Samråd</title>");
	assert_has(html, "role=\"alert\" tabindex=\"-1\" autofocus");
	assert_has(html, "2 saker behöver ändras:");
	assert_has(html, "<li><a href=\"#q.role\">Roll</a> Svara på frågan.");
	assert_has(html, "class=\"question wrong\" tabindex=\"-1\"");
	assert_has(html, "<div id=\"e.role\"><p class=\"fault\">Svara på frågan.");
	assert_has(html, "aria-describedby=\"h.role e.role\"");
	assert_has(html, "”Ingen av dem” går inte att välja tillsammans med något annat.");
	tear_down(&fixture);
}

static void a_missing_row_is_named_and_said_once_at_its_question(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, "lang=sv");
	add(&fixture, "/answers/trust/role", FAULT_REQUIRED, NULL);

	const char *html = written(&fixture);

	assert_has(html, "En sak behöver ändras:");
	assert_int_equal(fake_count(html, "Svara också på raden ”Till rollen”."), 2);
	assert_lacks(html, "id=\"e.role\"");
	tear_down(&fixture);
}

static void a_fault_of_the_form_itself_has_no_link(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, "lang=sv");
	add(&fixture, "", FAULT_UNKNOWN_MEMBER, "<x>");

	assert_has(written(&fixture), "<li>Fältet ”&lt;x&gt;” är okänt.</li>");
	tear_down(&fixture);
}

static void swedish_words_on_an_english_page_say_so(void **state)
{
	struct fixture fixture;
	(void)state;
	set_up(&fixture, "lang=en");

	const char *html = written(&fixture);

	assert_has(html, "<html dir=\"ltr\" lang=\"en\">");
	assert_has(html, "<h1><span lang=\"sv\">Din bild</span></h1>");
	assert_has(html, "name=\".language\" value=\"en\"");
	assert_has(html, "<div lang=\"sv\"><p>Tre");
	tear_down(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_carries_its_number_version_and_language),
		cmocka_unit_test(a_question_is_a_group_that_its_help_describes),
		cmocka_unit_test(a_question_in_words_is_one_field_with_a_label),
		cmocka_unit_test(faults_stand_at_the_top_with_links_and_at_their_questions),
		cmocka_unit_test(a_missing_row_is_named_and_said_once_at_its_question),
		cmocka_unit_test(a_fault_of_the_form_itself_has_no_link),
		cmocka_unit_test(swedish_words_on_an_english_page_say_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
