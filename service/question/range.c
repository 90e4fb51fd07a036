#include "question/range.h"

#include <string.h>

enum { MOST_BOUNDS = 60 };

/* A bound as it stands in the definition: a day's text, or a number as JSON writes it. */
static const char *name_bound(const struct node *node, struct arena *arena)
{
	if (json_is_string(node->json))
		return arena_string(arena, json_string_value(node->json));
	if (json_is_integer(node->json))
		return arena_format(arena, "%lld", (long long)json_integer_value(node->json));
	return arena_format(arena, "%.10g", json_number_value(node->json));
}

static bool read_limit(double *value,
	const char **bound,
	const struct node *node,
	struct reading *reading,
	range_value *read_value)
{
	if (!node->json || !read_value(value, node, reading->faults))
		return false;
	*bound = name_bound(node, reading->arena);
	return true;
}

static void read_bounds(struct range *range,
	const struct node *source,
	struct reading *reading,
	range_value *read_value)
{
	struct node classes = node_member(source, "classes");
	size_t count = node_array(&classes, reading->faults, 1, MOST_BOUNDS);
	double *bounds = arena_take_array(reading->arena, count, sizeof *bounds);
	const char **names = arena_take_array(reading->arena, count, sizeof *names);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&classes, i);
		if (!read_value(&bounds[i], &element, reading->faults))
			return;
		names[i] = name_bound(&element, reading->arena);
		if (i && bounds[i] <= bounds[i - 1])
			node_fault(&element, reading->faults, FAULT_NOT_ALLOWED, names[i],
				"bounds of classes rise");
	}
	range->bounds = bounds;
	range->bound_names = names;
	range->bound_count = count;
}

void range_read(struct question *question,
	const struct node *source,
	struct reading *reading,
	range_value *read_value)
{
	struct range *range = &question->range;
	struct node least = node_member(source, "min");
	struct node most = node_member(source, "max");
	range->has_least =
		read_limit(&range->least, &range->least_name, &least, reading, read_value);
	range->has_most = read_limit(&range->most, &range->most_name, &most, reading, read_value);
	if (range->has_least && range->has_most && range->least >= range->most)
		node_fault(&most, reading->faults, FAULT_NOT_ALLOWED, "max", "it is above min");
	read_bounds(range, source, reading, read_value);
}

static bool is_inside(const struct range *range, double value)
{
	return (!range->has_least || value >= range->least) &&
	       (!range->has_most || value <= range->most);
}

static void refuse(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	const struct range *range = &question->range;
	const char *least = range->least_name;
	const char *most = range->most_name;
	if (least && most)
		node_fault(answer, answering->faults, FAULT_OUT_OF_RANGE, least, most);
	else
		node_fault(answer, answering->faults, least ? FAULT_TOO_SMALL : FAULT_TOO_GREAT,
			least ? least : most, NULL);
}

void range_check(const struct question *question,
	const struct node *answer,
	struct answering *answering,
	double value,
	const char *json)
{
	const struct range *range = &question->range;
	size_t class = 0;
	if (!is_inside(range, value)) {
		refuse(question, answer, answering);
		return;
	}
	while (class < range->bound_count && value >= range->bounds[class])
		class ++;
	answering->row[question->first_column] = (uint8_t) class;
	if (answering->exact)
		answering->exact[answering->exact_count++] =
			(struct exact_answer){question, value, json};
}

size_t range_width(const struct question *question)
{
	(void)question;
	return 1;
}

size_t range_cells(const struct question *question)
{
	return question->range.bound_count + 1;
}

const char *range_cell_key(const struct question *question, size_t cell, struct arena *arena)
{
	const struct range *range = &question->range;
	if (cell == 0)
		return arena_format(arena, "<%s", range->bound_names[0]);
	if (cell == range->bound_count)
		return arena_format(arena, ">=%s", range->bound_names[cell - 1]);
	return arena_format(
		arena, "%s-<%s", range->bound_names[cell - 1], range->bound_names[cell]);
}
