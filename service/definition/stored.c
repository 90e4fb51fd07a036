#include "definition/stored.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/limits.h"

/* Lists that are parsed for one definition. */
struct opened {
	struct code_list **list;
	size_t count;
};

static void close_lists(struct opened *opened)
{
	for (size_t i = 0; i < opened->count; i++)
		code_list_free(opened->list[i]);
}

static int open_lists(
	struct opened *opened, const char *text, struct arena *arena, struct faults *faults)
{
	struct json_fault fault;
	JSON_OWNED json_t *json = NULL;
	*opened = (struct opened){NULL, 0};
	if (!text)
		return 0;
	if (json_parse(&json, &fault, text, strlen(text)))
		return DEFINITION_FAULTY;
	size_t count = json_array_size(json);
	opened->list = arena_take_array(arena, count, sizeof(struct code_list *));
	for (size_t i = 0; i < count; i++) {
		if (code_list_parse(&opened->list[i], json_array_get(json, i), faults))
			return DEFINITION_FAULTY;
		opened->count++;
	}
	return 0;
}

static int parse(struct definition **definition,
	const char *document,
	const struct opened *opened,
	struct faults *faults)
{
	struct json_fault fault;
	struct code_lists lists = {(const struct code_list *const *)opened->list, opened->count};
	JSON_OWNED json_t *json = NULL;
	if (json_parse(&json, &fault, document, strlen(document)))
		return DEFINITION_FAULTY;
	return definition_parse(definition, json, &lists, faults);
}

int stored_parse(struct definition **definition, const char *document, const char *lists)
{
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	struct opened opened;
	int outcome = open_lists(&opened, lists, &arena, &faults);
	if (!outcome)
		outcome = parse(definition, document, &opened, &faults);
	close_lists(&opened);
	arena_release(&arena);
	return outcome;
}

static bool names(const json_t *definition, const char *key)
{
	const json_t *pages = json_object_get(definition, "pages");
	for (size_t i = 0; i < json_array_size(pages); i++) {
		const json_t *questions = json_object_get(json_array_get(pages, i), "questions");
		for (size_t j = 0; j < json_array_size(questions); j++) {
			const json_t *named =
				json_object_get(json_array_get(questions, j), "code_list");
			if (json_is_string(named) && strcmp(json_string_value(named), key) == 0)
				return true;
		}
	}
	return false;
}

const char *stored_lists(const json_t *definition,
	const struct list_document *all,
	size_t count,
	struct arena *arena)
{
	struct text text = text_init(LIMIT_LOAD_FILE);
	text_put_char(&text, '[');
	for (size_t i = 0; i < count; i++) {
		if (!names(definition, all[i].key))
			continue;
		if (text.used > 1)
			text_put_char(&text, ',');
		text_put(&text, all[i].document);
	}
	text_put_char(&text, ']');
	if (text_failed(&text))
		abort();
	const char *lists = arena_copy(arena, text.bytes, text.used);
	text_release(&text);
	return lists;
}
