#include "collect/check.h"

#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"

static const char *list_languages(const struct definition *definition, struct arena *arena)
{
	const char *list = "";
	for (size_t i = 0; i < definition->language_count; i++)
		list = arena_format(arena, "%s%s%s", list, i ? ", " : "", definition->languages[i]);
	return list;
}

/* The definition's own string of the language that was sent; NULL after a fault. */
static const char *check_language(
	const struct definition *definition, const struct node *body, struct faults *faults)
{
	struct node node = node_member(body, "language");
	const char *sent = node_string(&node, faults, LIMIT_KEY);
	for (size_t i = 0; sent && i < definition->language_count; i++)
		if (strcmp(definition->languages[i], sent) == 0)
			return definition->languages[i];
	if (sent)
		node_fault(&node, faults, FAULT_UNKNOWN_LANGUAGE, sent,
			list_languages(definition, faults->arena));
	return NULL;
}

static void check_questions(
	const struct definition *definition, const struct node *answers, struct faults *faults)
{
	const char *const *keys = definition_keys(definition, faults->arena);
	json_t *json = (json_t *)answers->json;
	for (void *at = json_object_iter(json); at; at = json_object_iter_next(json, at)) {
		const char *key = json_object_iter_key(at);
		if (definition_question(definition, key))
			continue;
		struct node answer = node_member(answers, key);
		const char *nearest = nearest_name(key, keys, definition->question_count);
		node_fault(&answer, faults, FAULT_UNKNOWN_QUESTION, key, nearest);
	}
}

static void code_answers(
	struct answering *answering, const struct definition *definition, const struct node *body)
{
	struct node answers = node_member(body, "answers");
	if (!node_is(&answers, answering->faults, "object"))
		return;
	check_questions(definition, &answers, answering->faults);
	for (size_t i = 0; i < definition->question_count; i++) {
		const struct question *question = &definition->questions[i];
		struct node answer = node_member(&answers, question->key);
		question_check(question, &answer, answering);
	}
}

void check_answers(struct response *response,
	struct response_text **texts,
	const struct definition *definition,
	const struct node *body,
	struct arena *arena,
	struct faults *faults)
{
	struct answering answering = {
		.arena = arena,
		.faults = faults,
		.row = arena_take(arena, definition->columns),
	};
	memset(answering.row, CODE_SKIPPED, definition->columns);
	response->language = check_language(definition, body, faults);
	code_answers(&answering, definition, body);
	response->row = answering.row;
	response->row_size = definition->columns;
	response->texts = answering.texts;
	response->text_count = answering.text_count;
	*texts = answering.texts;
}
