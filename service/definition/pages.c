#include <string.h>

#include "base/limits.h"
#include "definition/condition.h"

enum { MOST_PAGES = 60 };

static size_t count_questions(const struct node *pages, size_t count)
{
	size_t questions = 0;
	for (size_t i = 0; i < count; i++) {
		struct node page = node_element(pages, i);
		questions += json_array_size(json_object_get(page.json, "questions"));
	}
	return questions;
}

static void check_doubled(struct parsing *parsing, const struct node *node, const char *key)
{
	if (!definition_question(parsing->definition, key))
		return;
	struct node member = node_member(node, "key");
	node_fault(&member, parsing->reading.faults, FAULT_DUPLICATE, key, NULL);
}

/* Reads the questions of a page behind those that stand already. */
static void parse_questions(struct parsing *parsing, const struct node *page, struct page *out)
{
	struct definition *definition = parsing->definition;
	struct node node = node_member(page, "questions");
	size_t count = node_array(&node, parsing->reading.faults, 1, LIMIT_QUESTIONS);
	out->first_question = definition->question_count;
	for (size_t i = 0; i < count && definition->question_count < LIMIT_QUESTIONS; i++) {
		struct question question;
		struct node element = node_element(&node, i);
		if (!question_read(&question, &element, &parsing->reading))
			continue;
		check_doubled(parsing, &element, question.key);
		question.show_if = condition_read(parsing, &element);
		question.first_column = definition->columns;
		definition->columns += question.columns;
		definition->questions[definition->question_count++] = question;
	}
	out->question_count = definition->question_count - out->first_question;
}

static void parse_page(struct parsing *parsing, const struct node *node, struct page *page)
{
	static const char *const known[] = {"key", "title", "intro", "show_if", "questions"};
	struct faults *faults = parsing->reading.faults;
	if (!node_is(node, faults, "object"))
		return;
	node_check_members(node, faults, known, COUNT_OF(known));
	struct node key = node_member(node, "key");
	const char *name = node_key(&key, faults);
	page->key = name ? arena_string(parsing->reading.arena, name) : "";
	for (const struct page *earlier = parsing->definition->pages; earlier < page; earlier++)
		if (name && strcmp(earlier->key, name) == 0)
			node_fault(&key, faults, FAULT_DUPLICATE, name, NULL);
	page->title = parse_phrase(parsing, node, "title");
	page->intro = parse_phrase(parsing, node, "intro");
	page->show_if = condition_read(parsing, node);
	parse_questions(parsing, node, page);
}

static void check_size(struct parsing *parsing, const struct node *pages, size_t questions)
{
	struct arena *arena = parsing->reading.arena;
	struct faults *faults = parsing->reading.faults;
	if (questions > LIMIT_QUESTIONS)
		node_fault(pages, faults, FAULT_TOO_MANY,
			arena_format(arena, "%d", LIMIT_QUESTIONS),
			arena_format(arena, "%zu", questions));
	if (parsing->definition->columns > LIMIT_COLUMNS)
		node_fault(pages, faults, FAULT_TOO_MANY, arena_format(arena, "%d", LIMIT_COLUMNS),
			arena_format(arena, "%zu", parsing->definition->columns));
}

void parse_pages(struct parsing *parsing, const struct node *document)
{
	struct definition *definition = parsing->definition;
	struct arena *arena = parsing->reading.arena;
	struct node pages = node_member(document, "pages");
	size_t count = node_array(&pages, parsing->reading.faults, 1, MOST_PAGES);
	size_t questions = count_questions(&pages, count);

	definition->pages = arena_take_array(arena, count, sizeof *definition->pages);
	definition->questions =
		arena_take_array(arena, questions < LIMIT_QUESTIONS ? questions : LIMIT_QUESTIONS,
			sizeof *definition->questions);
	for (size_t i = 0; i < count; i++) {
		struct node page = node_element(&pages, i);
		definition->pages[i].key = "";
		parse_page(parsing, &page, &definition->pages[i]);
	}
	definition->page_count = count;
	check_size(parsing, &pages, questions);
}
