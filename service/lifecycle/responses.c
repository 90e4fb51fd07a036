#include "store/responses.h"

#include <string.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "collect/prepare.h"
#include "definition/stored.h"
#include "lifecycle/document.h"
#include "store/surveys.h"

/* What loading one file of responses carries along. */
struct importing {
	struct load *load;
	const struct document *document;
	const struct definition *definition;
	int32_t survey; /* 0: only checked */
	int32_t version;
	struct db *db;
	size_t stored;
};

/* The head of the file; false after a fault. */
static bool check_head(const struct importing *importing, struct faults *faults)
{
	static const char *const known[] = {"survey", "version", "made_up", "responses"};
	size_t before = faults->found;
	struct node root = node_root(importing->document->json);
	struct node survey = node_member(&root, "survey");
	struct node version = node_member(&root, "version");
	struct node made_up = node_member(&root, "made_up");
	struct node list = node_member(&root, "responses");
	node_check_members(&root, faults, known, COUNT_OF(known));
	(void)node_key(&survey, faults);
	if (node_is(&version, faults, "integer"))
		(void)node_integer(&version, faults, 1, INT32_MAX, 1);
	(void)node_bool(&made_up, faults, false);
	(void)node_is(&list, faults, "array");
	return faults->found == before;
}

static void check_made_up(const struct importing *importing, struct faults *faults)
{
	struct node root = node_root(importing->document->json);
	struct node made_up = node_member(&root, "made_up");
	if (json_is_true(made_up.json) && !importing->definition->made_up)
		node_fault(&made_up, faults, FAULT_NOT_ALLOWED, "true",
			"the survey doesn't say that its answers are made up");
}

/* When it was sent, cut to the hour; 0 after a fault. */
static int64_t check_time(
	const struct importing *importing, const struct node *node, struct faults *faults)
{
	enum { HOUR = 3600 };
	const struct definition *definition = importing->definition;
	int64_t seconds = 0;
	struct node member = node_member(node, "submitted_at");
	const char *text = node_string(&member, faults, LIMIT_KEY);
	if (!text)
		return 0;
	if (clock_parse(&seconds, text)) {
		node_fault(&member, faults, FAULT_INVALID_VALUE, text,
			"a time with its offset, like 2020-05-06T08:00:00+02:00");
		return 0;
	}
	bool is_early = definition->opens_at && seconds < definition->opens_at / HOUR * HOUR;
	bool is_late = definition->closes_at && seconds > definition->closes_at;
	if (is_early || is_late)
		node_fault(&member, faults, FAULT_NOT_ALLOWED, text, "the survey wasn't open then");
	return seconds / HOUR * HOUR;
}

static const char *check_key(const struct node *node, struct faults *faults)
{
	struct node member = node_member(node, "key");
	const char *key = node_string(&member, faults, LIMIT_PHRASE);
	if (!key || response_key_is_valid(key))
		return key;
	node_fault(&member, faults, FAULT_INVALID_KEY, key, "22 to 64 of A-Z a-z 0-9 _ -");
	return NULL;
}

/* Checks one response and makes it ready to be stored. */
static void check_response(struct response *response,
	const struct importing *importing,
	const struct node *node,
	struct faults *faults)
{
	static const char *const known[] = {"key", "language", "submitted_at", "answers"};
	*response = (struct response){.survey = importing->survey, .version = importing->version};
	if (!node_is(node, faults, "object"))
		return;
	node_check_members(node, faults, known, COUNT_OF(known));
	const char *key = check_key(node, faults);
	int64_t submitted_at = check_time(importing, node, faults);
	response_prepare(response, &importing->load->secrets, importing->definition, key ? key : "",
		node, HIDDEN_REFUSED, faults);
	response->submitted_at = submitted_at;
}

/* Checks responses from begin on, count of them, and stores them where there is a database. */
static int import_part(
	struct importing *importing, const struct node *list, size_t begin, size_t count)
{
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	struct response *responses = arena_take_array(&arena, count, sizeof *responses);
	const struct response **pointers = arena_take_array(&arena, count, sizeof *pointers);
	for (size_t i = 0; i < count; i++) {
		struct node node = node_element(list, begin + i);
		struct faults own = faults_init(&arena);
		check_response(&responses[i], importing, &node, &own);
		pointers[i] = &responses[i];
		document_tell(importing->load, importing->document, &own);
		faults.found += own.found;
	}
	int outcome = faults.found ? STORE_REFUSED : 0;
	size_t stored = 0;
	if (!outcome && importing->db)
		outcome = responses_import(&stored, importing->db, &arena, pointers, count);
	importing->stored += stored;
	arena_release(&arena);
	return outcome;
}

static int import_all(struct importing *importing)
{
	struct node root = node_root(importing->document->json);
	struct node list = node_member(&root, "responses");
	size_t count = json_array_size(list.json);
	int outcome = 0;
	for (size_t begin = 0; begin < count; begin += LIMIT_BATCH) {
		size_t part = count - begin < LIMIT_BATCH ? count - begin : LIMIT_BATCH;
		int of_part = import_part(importing, &list, begin, part);
		if (of_part && of_part != STORE_REFUSED)
			return of_part;
		outcome = of_part ? of_part : outcome;
		if (outcome)
			importing->db =
				NULL; /* the rest is only checked, so that every fault is told */
	}
	return outcome;
}

/* Head first: without it, the rest can't be understood. */
static bool head_is_fine(const struct importing *importing)
{
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	if (check_head(importing, &faults) && importing->definition)
		check_made_up(importing, &faults);
	document_tell(importing->load, importing->document, &faults);
	bool is_fine = !faults.found;
	arena_release(&arena);
	return is_fine;
}

static const char *survey_of(const struct document *document)
{
	const char *key = json_string_value(json_object_get(document->json, "survey"));
	return key ? key : "";
}

static int32_t version_of(const struct document *document)
{
	return (int32_t)json_integer_value(json_object_get(document->json, "version"));
}

void responses_check(struct load *load, const struct document *document)
{
	struct importing importing = {
		.load = load,
		.document = document,
		.definition = load_definition(load, survey_of(document)),
		.survey = 1,
		.version = version_of(document),
	};
	if (head_is_fine(&importing) && importing.definition)
		(void)import_all(&importing);
}

/* Stores against the published definition, whether it came along or stood there before. */
static int import_into(struct load *load,
	const struct document *document,
	struct db *db,
	const struct survey *survey)
{
	struct definition *definition = NULL;
	if (stored_parse(&definition, survey->definition, survey->lists))
		return STORE_UNAVAILABLE;
	struct importing importing = {
		.load = load,
		.document = document,
		.definition = definition,
		.survey = survey->id,
		.version = version_of(document),
		.db = db,
	};
	int outcome = head_is_fine(&importing) ? import_all(&importing) : STORE_REFUSED;
	definition_free(definition);
	if (!outcome)
		log_info("loaded responses", "survey", survey->key, "stored",
			LOG_NUMBER((int64_t)importing.stored), NULL);
	return outcome;
}

/* Says which of the two there isn't: the survey or the version. */
static int refuse_missing(struct load *load, const struct document *document, struct db *db)
{
	struct survey survey;
	const char *key = survey_of(document);
	int outcome = surveys_find_in(&survey, db, &load->arena, key, 0);
	if (outcome == STORE_NOT_FOUND)
		document_refuse(load, document, "/survey",
			arena_format(&load->arena, "there is no published survey `%s`", key));
	else if (!outcome)
		document_refuse(load, document, "/version",
			arena_format(&load->arena, "`%s` has no version %d; the newest is %d", key,
				version_of(document), survey.version));
	else
		return outcome;
	return STORE_REFUSED;
}

int responses_load(struct load *load, const struct document *document, struct db *db)
{
	struct survey survey;
	int outcome = surveys_find_in(
		&survey, db, &load->arena, survey_of(document), version_of(document));
	if (outcome == STORE_NOT_FOUND)
		return refuse_missing(load, document, db);
	return outcome ? outcome : import_into(load, document, db, &survey);
}
