#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "definition/parse.h"

/* A list of more options is public only by a grouping, whose classes may be a few more: Sweden has 21 counties. */
enum { MOST_SPLIT_OPTIONS = 20, MOST_SPLIT_CLASSES = 30 };

static bool is_too_long(const struct question *segment)
{
	size_t most = segment->fold ? MOST_SPLIT_CLASSES : MOST_SPLIT_OPTIONS;
	return segment->kind->cells(segment) > most;
}

const struct question *definition_segment(const struct definition *definition, const char *name)
{
	for (size_t i = 0; i < definition->segment_count; i++)
		if (strcmp(definition->segments[i]->key, name) == 0)
			return definition->segments[i];
	return NULL;
}

const char *definition_segments(const struct definition *definition, struct arena *arena)
{
	const char *names = "";
	for (size_t i = 0; i < definition->segment_count; i++)
		names = arena_format(
			arena, "%s%s%s", names, i ? ", " : "", definition->segments[i]->key);
	return names;
}

/* Every segment, followed by itself seen by each of its groupings. */
static void list_segments(struct parsing *parsing)
{
	struct definition *definition = parsing->definition;
	struct arena *arena = parsing->reading.arena;
	definition->segments = arena_take_array(arena,
		definition->question_count * (1 + MOST_GROUPINGS), sizeof *definition->segments);
	for (size_t i = 0; i < definition->question_count; i++) {
		const struct question *question = &definition->questions[i];
		if (!question->segment)
			continue;
		definition->segments[definition->segment_count++] = question;
		for (size_t j = 0; j < question->grouping_count; j++)
			definition->segments[definition->segment_count++] =
				question_group(question, j, arena);
	}
}

/* A segment of a split; NULL after a fault. */
static const struct question *parse_segment(struct parsing *parsing, const struct node *node)
{
	struct faults *faults = parsing->reading.faults;
	const char *key = node_string(node, faults, 2 * LIMIT_KEY + 1);
	if (!key)
		return NULL;
	const struct question *question = definition_segment(parsing->definition, key);
	if (!question) {
		node_fault(node, faults, FAULT_UNKNOWN_SEGMENT, key,
			definition_segments(parsing->definition, parsing->reading.arena));
		return NULL;
	}
	if (is_too_long(question)) {
		node_fault(node, faults, FAULT_NOT_ALLOWED, key,
			"it is too long a list: divide by a grouping of it");
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

/* Without a list, each segment alone, as far as six go; one that is too long by its first grouping that isn't. */
static void take_each_segment(struct definition *definition)
{
	size_t last = SIZE_MAX; /* column of the segment that was taken last */
	for (size_t i = 0; i < definition->segment_count; i++) {
		const struct question *question = definition->segments[i];
		if (question->first_column == last || is_too_long(question))
			continue;
		last = question->first_column;
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

	list_segments(parsing);
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
