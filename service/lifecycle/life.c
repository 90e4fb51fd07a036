#include "lifecycle/life.h"

#include <string.h>

#include "base/json.h"
#include "definition/stored.h"
#include "store/code_lists.h"
#include "store/drafts.h"
#include "store/events.h"
#include "store/surveys.h"

/* One act on a survey, in one transaction. */
struct act {
	struct life_result *result;
	struct db *db;
	const char *key;
	const struct life_actor *actor;
	struct arena *arena;
	struct faults *faults;
	struct draft draft; /* the survey as it is, locked */
};

typedef int act_step(struct act *act, const void *context);

static int refuse(struct act *act, enum life_refusal refusal)
{
	act->result->refusal = refusal;
	return LIFE_REFUSED;
}

static int life_of(int store_outcome)
{
	switch (store_outcome) {
	case 0: return 0;
	case STORE_NOT_FOUND: return LIFE_NOT_FOUND;
	case STORE_REFUSED: return LIFE_REFUSED;
	default: return LIFE_UNAVAILABLE;
	}
}

/* Runs a step in a transaction of its own: all of it, or nothing. */
static int run(struct act *act, struct store *store, act_step *step, const void *context)
{
	memset(act->result, 0, sizeof *act->result);
	act->result->diff.arena = act->arena;
	int outcome = life_of(store_begin(&act->db, store));
	if (outcome)
		return outcome;
	outcome = step(act, context);
	if (!outcome)
		return life_of(store_commit(store, act->db));
	store_rollback(store, act->db);
	return outcome;
}

static int tell(struct act *act, const char *action, const char *detail)
{
	if (!act->actor)
		return 0;
	return life_of(act->actor->tell(act->actor, act->db, action, act->key, detail));
}

/* The code lists there are, parsed, and as documents. */
struct lists {
	struct list_document *documents;
	struct code_list **parsed;
	size_t count;
};

static int open_lists(struct lists *lists, struct act *act)
{
	struct code_list_row *rows = NULL;
	*lists = (struct lists){NULL, NULL, 0};
	size_t count = 0;
	int outcome = life_of(code_lists_list(&rows, &count, act->db, act->arena));
	if (outcome)
		return outcome;
	lists->documents = arena_take_array(act->arena, count, sizeof *lists->documents);
	lists->parsed = arena_take_array(act->arena, count, sizeof(struct code_list *));
	for (size_t i = 0; i < count; i++) {
		struct json_fault fault;
		struct faults ignored = faults_init(act->arena);
		JSON_OWNED json_t *json = NULL;
		lists->documents[i] = (struct list_document){rows[i].key, rows[i].document};
		if (json_parse(&json, &fault, rows[i].document, strlen(rows[i].document)) ||
			code_list_parse(&lists->parsed[i], json, &ignored))
			return LIFE_UNAVAILABLE;
		lists->count++;
	}
	return 0;
}

static void close_lists(struct lists *lists)
{
	for (size_t i = 0; i < lists->count; i++)
		code_list_free(lists->parsed[i]);
}

static int check_definition(struct definition **definition,
	struct act *act,
	const struct lists *lists,
	const json_t *json)
{
	struct code_lists named = {(const struct code_list *const *)lists->parsed, lists->count};
	struct node root = node_root(json);
	struct node key = node_member(&root, "key");
	if (definition_parse(definition, json, &named, act->faults))
		return refuse(act, LIFE_FAULTY);
	if (strcmp((*definition)->key, act->key) == 0)
		return 0;
	node_fault(&key, act->faults, FAULT_NOT_ALLOWED, (*definition)->key,
		"the address names another survey");
	definition_free(*definition);
	return refuse(act, LIFE_FAULTY);
}

/* Whether the definition may follow the version that is published. */
static int check_diff(struct act *act, const struct definition *definition)
{
	struct survey survey;
	struct definition *before = NULL;
	if (!act->draft.version)
		return 0;
	int outcome = life_of(surveys_find_in(&survey, act->db, act->arena, act->key, 0));
	if (outcome)
		return outcome;
	if (stored_parse(&before, survey.definition, survey.lists))
		return LIFE_UNAVAILABLE;
	act->result->diff = diff_definitions(before, definition, act->arena);
	definition_free(before);
	return act->result->diff.refused ? refuse(act, LIFE_INCOMPATIBLE) : 0;
}

/* Finds the survey and locks it; one that there isn't is no failure where it may be made. */
static int find(struct act *act, bool may_be_new)
{
	int outcome = life_of(drafts_find(&act->draft, act->db, act->arena, act->key));
	if (outcome == LIFE_NOT_FOUND && may_be_new) {
		act->draft = (struct draft){.status = SURVEY_DRAFT};
		act->result->is_new = true;
		return 0;
	}
	if (outcome)
		return outcome;
	act->result->status = act->draft.status;
	act->result->version = act->draft.version;
	act->result->revision = act->draft.revision;
	return 0;
}

static int check_event(struct act *act, const struct definition *definition)
{
	int outcome = life_of(events_exists(act->db, definition->event));
	if (outcome == LIFE_NOT_FOUND)
		return refuse(act, LIFE_NO_EVENT);
	if (!outcome && act->draft.event && strcmp(act->draft.event, definition->event) != 0)
		return refuse(act, LIFE_OTHER_EVENT);
	return outcome;
}

static int store_draft(
	struct act *act, const struct life_draft *draft, const struct definition *definition)
{
	int outcome = check_event(act, definition);
	if (!outcome)
		outcome = life_of(drafts_put(&act->result->revision, act->db, act->arena, act->key,
			definition->event, draft->document));
	if (outcome == LIFE_REFUSED)
		act->result->refusal =
			act->result->refusal ? act->result->refusal : LIFE_OTHER_EVENT;
	return outcome ? outcome : tell(act, "survey.put", NULL);
}

static int put_step(struct act *act, const void *context)
{
	const struct life_draft *draft = context;
	struct lists lists;
	struct definition *definition = NULL;
	int outcome = find(act, true);
	if (outcome)
		return outcome;
	if (act->draft.status == SURVEY_CLOSED)
		return refuse(act, LIFE_STATE);
	if (act->draft.revision != draft->revision)
		return refuse(act, LIFE_STALE);
	outcome = open_lists(&lists, act);
	if (!outcome)
		outcome = check_definition(&definition, act, &lists, draft->json);
	if (!outcome) {
		outcome = store_draft(act, draft, definition);
		definition_free(definition);
	}
	close_lists(&lists);
	return outcome;
}

int life_put(struct life_result *result,
	struct store *store,
	const struct life_draft *draft,
	const struct life_actor *actor,
	struct arena *arena,
	struct faults *faults)
{
	struct act act = {.result = result,
		.key = draft->key,
		.actor = actor,
		.arena = arena,
		.faults = faults};
	return run(&act, store, put_step, draft);
}

static int publish_definition(struct act *act,
	const struct lists *lists,
	const json_t *json,
	const struct definition *definition)
{
	const struct publication publication = {
		.survey = act->draft.survey,
		.lists = stored_lists(json, lists->documents, lists->count, act->arena),
		.opens_at = definition->opens_at,
		.closes_at = definition->closes_at,
	};
	int outcome = check_diff(act, definition);
	if (!outcome)
		outcome = life_of(
			drafts_publish(&act->result->version, act->db, act->arena, &publication));
	if (outcome)
		return outcome;
	act->result->status = SURVEY_PUBLISHED;
	act->result->revision = 0;
	return tell(act, "survey.publish",
		arena_format(act->arena, "{\"version\": %d}", act->result->version));
}

static int publish_step(struct act *act, const void *context)
{
	struct lists lists;
	struct json_fault fault;
	struct definition *definition = NULL;
	JSON_OWNED json_t *json = NULL;
	(void)context;
	int outcome = find(act, false);
	if (outcome)
		return outcome;
	if (act->draft.status == SURVEY_CLOSED || !act->draft.document)
		return refuse(act, LIFE_STATE);
	if (json_parse(&json, &fault, act->draft.document, strlen(act->draft.document)))
		return LIFE_UNAVAILABLE;
	outcome = open_lists(&lists, act);
	if (!outcome)
		outcome = check_definition(&definition, act, &lists, json);
	if (!outcome) {
		outcome = publish_definition(act, &lists, json, definition);
		definition_free(definition);
	}
	close_lists(&lists);
	return outcome;
}

int life_publish(struct life_result *result,
	struct store *store,
	const char *key,
	const struct life_actor *actor,
	struct arena *arena,
	struct faults *faults)
{
	struct act act = {
		.result = result, .key = key, .actor = actor, .arena = arena, .faults = faults};
	return run(&act, store, publish_step, NULL);
}

static int close_step(struct act *act, const void *context)
{
	(void)context;
	int outcome = find(act, false);
	if (outcome)
		return outcome;
	if (act->draft.status != SURVEY_PUBLISHED)
		return refuse(act, LIFE_STATE);
	outcome = life_of(drafts_close(act->db, act->arena, act->draft.survey));
	if (outcome)
		return outcome;
	act->result->status = SURVEY_CLOSED;
	return tell(act, "survey.close", NULL);
}

int life_close(struct life_result *result,
	struct store *store,
	const char *key,
	const struct life_actor *actor,
	struct arena *arena)
{
	struct act act = {.result = result, .key = key, .actor = actor, .arena = arena};
	return run(&act, store, close_step, NULL);
}
