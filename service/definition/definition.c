#include "definition/definition.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/limits.h"
#include "definition/parse.h"

static const char *const members[] = {
	"key",
	"event",
	"kind",
	"languages",
	"title",
	"intro",
	"thanks",
	"opens_at",
	"closes_at",
	"results",
	"splits",
	"split_tables",
	"privacy",
	"made_up",
	"pages",
};
static const char *const known_languages[] = {"sv", "en", "fi", "fit", "se"};

struct phrase parse_phrase(struct parsing *parsing, const struct node *source, const char *name)
{
	struct reading *reading = &parsing->reading;
	struct node node = node_member(source, name);
	return phrase_read(&node, reading->faults, reading->arena, reading->languages,
		reading->language_count);
}

static const char *parse_key(struct parsing *parsing, const struct node *document, const char *name)
{
	struct node node = node_member(document, name);
	const char *key = node_key(&node, parsing->reading.faults);
	return key ? arena_string(parsing->reading.arena, key) : "";
}

/* The choice of a member that may be absent: then 0. */
static size_t parse_choice(struct parsing *parsing,
	const struct node *document,
	const char *name,
	const char *const *choices,
	size_t count)
{
	struct node node = node_member(document, name);
	if (!node.json)
		return 0;
	int choice = node_choice(&node, parsing->reading.faults, choices, count);
	return choice < 0 ? 0 : (size_t)choice;
}

static void parse_languages(struct parsing *parsing, const struct node *document)
{
	struct definition *definition = parsing->definition;
	struct faults *faults = parsing->reading.faults;
	struct node node = node_member(document, "languages");
	size_t count = node_array(&node, faults, 1, MOST_LANGUAGES);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&node, i);
		int known =
			node_choice(&element, faults, known_languages, COUNT_OF(known_languages));
		if (known < 0)
			continue;
		const char *language = known_languages[known];
		for (size_t j = 0; j < definition->language_count; j++)
			if (definition->languages[j] == language)
				node_fault(&element, faults, FAULT_DUPLICATE, language, NULL);
		definition->languages[definition->language_count++] = language;
	}
	if (!definition->language_count)
		definition->languages[definition->language_count++] = "sv";
	parsing->reading.languages = definition->languages;
	parsing->reading.language_count = definition->language_count;
}

static int64_t parse_time(struct parsing *parsing, const struct node *document, const char *name)
{
	int64_t seconds = 0;
	struct node node = node_member(document, name);
	const char *text = node_optional_string(&node, parsing->reading.faults, LIMIT_KEY);
	if (text && clock_parse(&seconds, text))
		node_fault(&node, parsing->reading.faults, FAULT_INVALID_VALUE, text,
			"a time with its offset, like 2020-05-06T08:00:00+02:00");
	return seconds;
}

static void parse_times(struct parsing *parsing, const struct node *document)
{
	struct definition *definition = parsing->definition;
	definition->opens_at = parse_time(parsing, document, "opens_at");
	definition->closes_at = parse_time(parsing, document, "closes_at");
	if (!definition->opens_at || !definition->closes_at ||
		definition->opens_at < definition->closes_at)
		return;
	struct node node = node_member(document, "closes_at");
	node_fault(&node, parsing->reading.faults, FAULT_NOT_ALLOWED, json_string_value(node.json),
		"a survey closes after it opens");
}

static void parse_head(struct parsing *parsing, const struct node *document)
{
	static const char *const kinds_of_survey[] = {"feedback", "workshop"};
	static const char *const accesses[] = {"public", "key", "after_close"};
	struct definition *definition = parsing->definition;
	struct faults *faults = parsing->reading.faults;
	struct node kind = node_member(document, "kind");
	struct node title = node_member(document, "title");
	struct node made_up = node_member(document, "made_up");

	definition->key = parse_key(parsing, document, "key");
	definition->event = parse_key(parsing, document, "event");
	if (node_is(&kind, faults, "string"))
		definition->kind = (enum survey_kind)parse_choice(
			parsing, document, "kind", kinds_of_survey, COUNT_OF(kinds_of_survey));
	if (node_is(&title, faults, "object"))
		definition->title = parse_phrase(parsing, document, "title");
	definition->intro = parse_phrase(parsing, document, "intro");
	definition->thanks = parse_phrase(parsing, document, "thanks");
	definition->results = (enum results_access)parse_choice(
		parsing, document, "results", accesses, COUNT_OF(accesses));
	definition->made_up = node_bool(&made_up, faults, false);
	parse_times(parsing, document);
}

int definition_parse(struct definition **definition,
	const json_t *document,
	const struct code_lists *lists,
	struct faults *faults)
{
	struct definition *parsed = calloc(1, sizeof *parsed);
	if (!parsed)
		abort();
	parsed->arena = arena_init();
	struct parsing parsing = {
		.definition = parsed,
		.reading = {.arena = &parsed->arena, .faults = faults, .lists = lists},
	};
	struct node root = node_root(document);
	size_t before = faults->found;

	if (node_is(&root, faults, "object")) {
		node_check_members(&root, faults, members, COUNT_OF(members));
		parse_languages(&parsing, &root);
		parse_head(&parsing, &root);
		parse_pages(&parsing, &root);
		parse_splits(&parsing, &root);
		parse_privacy(&parsing, &root);
	}
	if (faults->found == before) {
		*definition = parsed;
		return 0;
	}
	definition_free(parsed);
	return DEFINITION_FAULTY;
}

void definition_free(struct definition *definition)
{
	if (!definition)
		return;
	arena_release(&definition->arena);
	free(definition);
}

const struct question *definition_question(const struct definition *definition, const char *key)
{
	for (size_t i = 0; i < definition->question_count; i++)
		if (strcmp(definition->questions[i].key, key) == 0)
			return &definition->questions[i];
	return NULL;
}

const char *const *definition_keys(const struct definition *definition, struct arena *arena)
{
	const char **keys = arena_take_array(arena, definition->question_count + 1, sizeof *keys);
	for (size_t i = 0; i < definition->question_count; i++)
		keys[i] = definition->questions[i].key;
	return keys;
}

const char *definition_language(const struct definition *definition, const char *asked)
{
	for (size_t i = 0; asked && i < definition->language_count; i++)
		if (strcmp(definition->languages[i], asked) == 0)
			return definition->languages[i];
	return definition->languages[0];
}
