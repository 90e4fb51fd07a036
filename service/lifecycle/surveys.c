#include "store/surveys.h"

#include <string.h>

#include "base/json.h"
#include "lifecycle/document.h"
#include "store/events.h"

void survey_check(struct load *load, struct document *document)
{
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	struct code_lists lists = load_code_lists(load);
	if (definition_parse(&document->definition, document->json, &lists, &faults))
		document->definition = NULL;
	document_tell(load, document, &faults);
	arena_release(&arena);
}

/* Where two documents differ first, as a JSON pointer; NULL when they don't. */
static const char *find_difference(struct arena *arena, const struct node *a, const json_t *b)
{
	if (json_equal((json_t *)a->json, (json_t *)b))
		return NULL;
	json_t *members = (json_t *)a->json;
	if (json_is_object(a->json) && json_is_object(b))
		for (void *at = json_object_iter(members); at;
			at = json_object_iter_next(members, at)) {
			struct node member = node_member(a, json_object_iter_key(at));
			const json_t *other = json_object_get(b, json_object_iter_key(at));
			if (!json_equal((json_t *)member.json, (json_t *)other))
				return find_difference(arena, &member, other);
		}
	if (json_is_array(a->json) && json_is_array(b))
		for (size_t i = 0; i < json_array_size(a->json); i++) {
			struct node element = node_element(a, i);
			const json_t *other = json_array_get(b, i);
			if (!json_equal((json_t *)element.json, (json_t *)other))
				return find_difference(arena, &element, other);
		}
	return node_pointer(a, arena);
}

/* The same definition once more changes nothing; another one needs a version of its own. */
static int compare(struct load *load, const struct document *document, const struct survey *survey)
{
	struct json_fault fault;
	struct node root = node_root(document->json);
	JSON_OWNED json_t *published = NULL;
	if (json_parse(&published, &fault, survey->definition, strlen(survey->definition)))
		return STORE_UNAVAILABLE;
	const char *difference = find_difference(&load->arena, &root, published);
	if (!difference)
		return 0;
	document_refuse(load, document, difference,
		arena_format(&load->arena,
			"`%s` is published already as version %d, which is otherwise here: what is "
			"published doesn't change",
			survey->key, survey->version));
	return STORE_REFUSED;
}

static int create(struct load *load, const struct document *document, struct db *db)
{
	int32_t id = 0;
	const char *lists = NULL;
	const struct definition *definition = document->definition;
	int outcome = events_exists(db, definition->event);
	if (outcome == STORE_NOT_FOUND) {
		document_refuse(load, document, "/event",
			arena_format(&load->arena, "there is no event `%s`", definition->event));
		return STORE_REFUSED;
	}
	if (!outcome)
		outcome = survey_lists(&lists, load, document->json, db);
	if (outcome)
		return outcome;
	const struct survey_creation creation = {
		.key = definition->key,
		.event = definition->event,
		.document = document->text,
		.lists = lists,
		.opens_at = definition->opens_at,
		.closes_at = definition->closes_at,
	};
	return surveys_create(&id, db, &load->arena, &creation);
}

int survey_store(struct load *load, const struct document *document, struct db *db)
{
	struct survey survey;
	int outcome = surveys_find_in(&survey, db, &load->arena, document->definition->key, 0);
	if (outcome == STORE_NOT_FOUND)
		return create(load, document, db);
	return outcome ? outcome : compare(load, document, &survey);
}
