#include "collect/check.h"

#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "definition/condition.h"

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

/* Answers that are checked against one definition. */
struct checking {
	struct answering answering;
	const struct definition *definition;
	struct node answers;
	enum hidden_answers hidden;
};

static void code_question(struct checking *checking, const struct question *question, bool is_shown)
{
	struct answering *answering = &checking->answering;
	struct node answer = node_member(&checking->answers, question->key);
	if (is_shown && condition_holds(question->show_if, answering)) {
		question_check(question, &answer, answering);
		return;
	}
	question_hide(question, answering);
	if (answer.json && checking->hidden == HIDDEN_REFUSED)
		node_fault(&answer, answering->faults, FAULT_HIDDEN, NULL, NULL);
}

/* Question by question, in order: a condition looks only at those before. */
static void code_answers(struct checking *checking)
{
	const struct definition *definition = checking->definition;
	for (size_t i = 0; i < definition->page_count; i++) {
		const struct page *page = &definition->pages[i];
		bool is_shown = condition_holds(page->show_if, &checking->answering);
		for (size_t j = 0; j < page->question_count; j++)
			code_question(checking, &definition->questions[page->first_question + j],
				is_shown);
	}
}

static const char *write_exact(const struct answering *answering)
{
	const char *json = "";
	if (!answering->exact_count)
		return NULL;
	for (size_t i = 0; i < answering->exact_count; i++)
		json = arena_format(answering->arena, "%s%c\"%s\":%s", json, i ? ',' : '{',
			answering->exact[i].question->key, answering->exact[i].json);
	return arena_format(answering->arena, "%s}", json);
}

void check_answers(struct response *response,
	struct response_text **texts,
	const struct definition *definition,
	const struct node *body,
	enum hidden_answers hidden,
	struct arena *arena,
	struct faults *faults)
{
	struct checking checking = {
		.definition = definition,
		.answers = node_member(body, "answers"),
		.hidden = hidden,
		.answering = {.arena = arena, .faults = faults},
	};
	struct answering *answering = &checking.answering;
	answering->row = arena_take(arena, definition->columns);
	answering->exact =
		arena_take_array(arena, definition->question_count, sizeof *answering->exact);
	memset(answering->row, CODE_SKIPPED, definition->columns);
	response->language = check_language(definition, body, faults);
	if (node_is(&checking.answers, faults, "object")) {
		check_questions(definition, &checking.answers, faults);
		code_answers(&checking);
	}
	response->row = answering->row;
	response->row_size = definition->columns;
	response->exact = write_exact(answering);
	response->texts = answering->texts;
	response->text_count = answering->text_count;
	*texts = answering->texts;
}
