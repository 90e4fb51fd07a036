#include "definition/condition.h"

#include <string.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/nearest.h"

enum { MOST_PARTS = 100 };

static const char *const joins[] = {"all", "any", "not"};
static const char *const tests[] = {"in", "not_in", "min", "max"};

static void read_condition(
	struct condition *condition, struct parsing *parsing, const struct node *node);

/* The one member among the names that the object has; -1 when it hasn't exactly one. */
static int only_member(const struct node *node, const char *const *names, size_t count)
{
	int found = -1;
	for (size_t i = 0; i < count; i++) {
		if (!json_object_get(node->json, names[i]))
			continue;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

static void read_parts(
	struct condition *condition, struct parsing *parsing, const struct node *node)
{
	struct faults *faults = parsing->reading.faults;
	size_t count = node_array(node, faults, 1, MOST_PARTS);
	struct condition *parts = arena_take_array(parsing->reading.arena, count, sizeof *parts);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(node, i);
		read_condition(&parts[i], parsing, &element);
	}
	condition->parts = parts;
	condition->part_count = count;
}

static void read_join(
	struct condition *condition, struct parsing *parsing, const struct node *node, int join)
{
	struct node member = node_member(node, joins[join]);
	node_check_members(node, parsing->reading.faults, &joins[join], 1);
	condition->type = (enum condition_type)(CONDITION_ALL + join);
	if (condition->type != CONDITION_NOT) {
		read_parts(condition, parsing, &member);
		return;
	}
	struct condition *part = arena_take(parsing->reading.arena, sizeof *part);
	read_condition(part, parsing, &member);
	condition->parts = part;
	condition->part_count = 1;
}

/* An earlier question; NULL after a fault. */
static const struct question *read_question(struct parsing *parsing, const struct node *node)
{
	const struct definition *definition = parsing->definition;
	struct faults *faults = parsing->reading.faults;
	struct node member = node_member(node, "question");
	const char *key = node_string(&member, faults, LIMIT_KEY);
	if (!key)
		return NULL;
	const struct question *question = definition_question(definition, key);
	if (!question) {
		const char *const *keys = definition_keys(definition, parsing->reading.arena);
		const char *nearest = nearest_name(key, keys, definition->question_count);
		node_fault(&member, faults, FAULT_UNKNOWN_EARLIER, key, nearest);
	}
	return question;
}

static void read_code(
	struct condition *condition, struct parsing *parsing, const struct node *element)
{
	struct faults *faults = parsing->reading.faults;
	const struct question *question = condition->question;
	const char *key = node_string(element, faults, LIMIT_KEY);
	if (!key)
		return;
	int code = question_code_find(question, key);
	uint16_t *codes = (uint16_t *)condition->codes;
	if (code < 0)
		node_fault(element, faults, FAULT_UNKNOWN_OPTION, key, NULL);
	else
		codes[condition->code_count++] = (uint16_t)code;
}

static bool has_options(const struct question *question)
{
	return question->option_count && question->kind->family != FAMILY_RANKS;
}

static void read_codes(
	struct condition *condition, struct parsing *parsing, const struct node *node)
{
	struct faults *faults = parsing->reading.faults;
	if (!has_options(condition->question)) {
		node_fault(node, faults, FAULT_NOT_ALLOWED, node->name,
			"the question has no options to choose");
		return;
	}
	size_t count = node_array(node, faults, 1, LIMIT_OPTIONS);
	uint16_t *codes = arena_take_array(parsing->reading.arena, count, sizeof *codes);
	condition->codes = codes;
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(node, i);
		read_code(condition, parsing, &element);
	}
}

static bool has_order(const struct question *question)
{
	return question->kind->measure != MEASURE_SHARES;
}

static void read_bound(
	struct condition *condition, struct parsing *parsing, const struct node *node)
{
	struct faults *faults = parsing->reading.faults;
	const struct question *question = condition->question;
	if (!has_order(question) || question->kind->family != FAMILY_CLASSES) {
		node_fault(node, faults, FAULT_NOT_ALLOWED, node->name,
			"the question has no more and no less");
	} else if (question->kind->measure == MEASURE_DATE) {
		const char *date = node_string(node, faults, LIMIT_KEY);
		if (date && clock_parse_date(&condition->bound, date))
			node_fault(
				node, faults, FAULT_INVALID_VALUE, date, "a day, like 2020-05-06");
	} else if (node_is(node, faults, "number")) {
		condition->bound = json_number_value(node->json);
	}
}

static void read_test(
	struct condition *condition, struct parsing *parsing, const struct node *node, int test)
{
	const char *const known[] = {"question", tests[test]};
	struct node value = node_member(node, tests[test]);
	node_check_members(node, parsing->reading.faults, known, COUNT_OF(known));
	condition->type = (enum condition_type)(CONDITION_IN + test);
	condition->question = read_question(parsing, node);
	if (!condition->question)
		return;
	if (condition->type == CONDITION_IN || condition->type == CONDITION_NOT_IN)
		read_codes(condition, parsing, &value);
	else
		read_bound(condition, parsing, &value);
}

/* Nesting is bounded by LIMIT_JSON_DEPTH, so is the recursion. */
static void read_condition(
	struct condition *condition, struct parsing *parsing, const struct node *node)
{
	struct faults *faults = parsing->reading.faults;
	if (!node_is(node, faults, "object"))
		return;
	int join = only_member(node, joins, COUNT_OF(joins));
	int test = only_member(node, tests, COUNT_OF(tests));
	if (join >= 0 && test < 0)
		read_join(condition, parsing, node, join);
	else if (test >= 0 && join < 0)
		read_test(condition, parsing, node, test);
	else
		node_fault(node, faults, FAULT_INVALID_VALUE, "show_if",
			"`question` with `in`, `not_in`, `min` or `max`; or `all`, `any`, `not`");
}

const struct condition *condition_read(struct parsing *parsing, const struct node *source)
{
	struct node node = node_member(source, "show_if");
	if (!node.json)
		return NULL;
	struct condition *condition = arena_take(parsing->reading.arena, sizeof *condition);
	read_condition(condition, parsing, &node);
	return condition;
}

/* Whether one of the codes was chosen. */
static bool is_chosen(const struct condition *condition, const struct answering *answering)
{
	const struct question *question = condition->question;
	const uint8_t *codes = answering->row + question->first_column;
	for (size_t i = 0; i < condition->code_count; i++) {
		uint16_t code = condition->codes[i];
		if (question->kind->family == FAMILY_PICKS
				? codes[code] == 1
				: question_code_at(question, codes) == code)
			return true;
	}
	return false;
}

static const struct exact_answer *find_exact(
	const struct question *question, const struct answering *answering)
{
	for (size_t i = 0; i < answering->exact_count; i++)
		if (answering->exact[i].question == question)
			return &answering->exact[i];
	return NULL;
}

/* Whether a question was answered with a value, and which. */
static bool has_value(
	double *value, const struct question *question, const struct answering *answering)
{
	if (question->kind->measure == MEASURE_NUMBER || question->kind->measure == MEASURE_DATE) {
		const struct exact_answer *exact = find_exact(question, answering);
		if (exact)
			*value = exact->value;
		return exact != NULL;
	}
	uint8_t code = answering->row[question->first_column];
	*value = (double)question->scale.least + code;
	return code < CODE_REFUSED;
}

static bool is_within(const struct condition *condition, const struct answering *answering)
{
	double value = 0;
	if (!has_value(&value, condition->question, answering))
		return false;
	return condition->type == CONDITION_MIN ? value >= condition->bound
						: value <= condition->bound;
}

bool condition_holds(const struct condition *condition, const struct answering *answering)
{
	if (!condition)
		return true;
	switch (condition->type) {
	case CONDITION_NOT: return !condition_holds(condition->parts, answering);
	case CONDITION_IN: return is_chosen(condition, answering);
	case CONDITION_NOT_IN: return !is_chosen(condition, answering);
	case CONDITION_MIN:
	case CONDITION_MAX: return is_within(condition, answering);
	case CONDITION_ALL:
	case CONDITION_ANY:
	default: break;
	}
	bool wanted = condition->type == CONDITION_ANY;
	for (size_t i = 0; i < condition->part_count; i++)
		if (condition_holds(&condition->parts[i], answering) == wanted)
			return wanted;
	return !wanted;
}

static bool has_same_codes(const struct condition *a, const struct condition *b)
{
	struct arena arena = arena_init();
	bool is_same = a->code_count == b->code_count;
	for (size_t i = 0; i < a->code_count && is_same; i++)
		is_same = strcmp(question_cell_key(a->question, a->codes[i], &arena),
				  question_cell_key(b->question, b->codes[i], &arena)) == 0;
	arena_release(&arena);
	return is_same;
}

static bool is_same_test(const struct condition *a, const struct condition *b)
{
	if (!a->question || !b->question)
		return a->question == b->question;
	bool is_same_bound = !(a->bound < b->bound) && !(a->bound > b->bound);
	return strcmp(a->question->key, b->question->key) == 0 && is_same_bound &&
	       has_same_codes(a, b);
}

bool condition_is_same(const struct condition *a, const struct condition *b)
{
	if (!a || !b)
		return a == b;
	if (a->type != b->type || a->part_count != b->part_count || !is_same_test(a, b))
		return false;
	for (size_t i = 0; i < a->part_count; i++)
		if (!condition_is_same(&a->parts[i], &b->parts[i]))
			return false;
	return true;
}
