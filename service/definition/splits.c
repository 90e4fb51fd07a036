#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "definition/parse.h"

/* A list of more options is public only by a grouping. */
enum { MOST_SPLIT_OPTIONS = 20 };

static const char *segment_keys(struct parsing *parsing)
{
	const struct definition *definition = parsing->definition;
	const char *keys = "";
	for (size_t i = 0; i < definition->question_count; i++)
		if (definition->questions[i].segment)
			keys = arena_format(parsing->reading.arena, "%s%s%s", keys,
				*keys ? ", " : "", definition->questions[i].key);
	return keys;
}

/* A segment of a split; NULL after a fault. */
static const struct question *parse_segment(struct parsing *parsing, const struct node *node)
{
	struct faults *faults = parsing->reading.faults;
	const char *key = node_string(node, faults, LIMIT_KEY);
	if (!key)
		return NULL;
	const struct question *question = definition_question(parsing->definition, key);
	if (!question || !question->segment) {
		node_fault(node, faults, FAULT_UNKNOWN_SEGMENT, key, segment_keys(parsing));
		return NULL;
	}
	if (question->kind->cells(question) > MOST_SPLIT_OPTIONS) {
		node_fault(node, faults, FAULT_NOT_ALLOWED, key, "it has more than 20 options");
		return NULL;
	}
	return question;
}

static bool are_same(const struct split *a, const struct split *b)
{
	if (a->count != b->count)
		return false;
	if (a->count == 1)
		return a->segments[0] == b->segments[0];
	return (a->segments[0] == b->segments[0] && a->segments[1] == b->segments[1]) ||
	       (a->segments[0] == b->segments[1] && a->segments[1] == b->segments[0]);
}

static void check_doubled(
	struct parsing *parsing, const struct node *node, const struct split *split)
{
	const struct definition *definition = parsing->definition;
	for (size_t i = 0; i < definition->split_count; i++)
		if (are_same(&definition->splits[i], split))
			node_fault(node, parsing->reading.faults, FAULT_DUPLICATE,
				split->segments[0]->key, NULL);
}

static void parse_split(struct parsing *parsing, const struct node *node)
{
	struct definition *definition = parsing->definition;
	struct split split = {{NULL}, 0};
	size_t count = node_array(node, parsing->reading.faults, 1, SPLIT_SEGMENTS);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(node, i);
		const struct question *segment = parse_segment(parsing, &element);
		if (!segment)
			return;
		if (split.count && split.segments[0] == segment)
			node_fault(&element, parsing->reading.faults, FAULT_DUPLICATE, segment->key,
				NULL);
		split.segments[split.count++] = segment;
	}
	if (!split.count)
		return;
	check_doubled(parsing, node, &split);
	definition->splits[definition->split_count++] = split;
}

/* Without a list, each segment alone, as far as six go. */
static void take_each_segment(struct definition *definition)
{
	for (size_t i = 0; i < definition->question_count; i++) {
		const struct question *question = &definition->questions[i];
		if (!question->segment || question->kind->cells(question) > MOST_SPLIT_OPTIONS)
			continue;
		if (definition->split_count < MOST_SPLITS)
			definition->splits[definition->split_count++] =
				(struct split){{question}, 1};
	}
}

void parse_splits(struct parsing *parsing, const struct node *document)
{
	static const char *const times[] = {"close", "live"};
	struct definition *definition = parsing->definition;
	struct faults *faults = parsing->reading.faults;
	struct node splits = node_member(document, "splits");
	struct node tables = node_member(document, "split_tables");

	size_t count = splits.json ? node_array(&splits, faults, 0, MOST_SPLITS) : 0;
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&splits, i);
		parse_split(parsing, &element);
	}
	if (!splits.json)
		take_each_segment(definition);

	definition->split_tables_live = definition->kind == SURVEY_WORKSHOP;
	if (tables.json)
		definition->split_tables_live =
			node_choice(&tables, faults, times, COUNT_OF(times)) == 1;
}
