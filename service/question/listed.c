#include "question/listed.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/limits.h"
#include "base/nearest.h"

/* One class of one grouping: "region:25". */
struct chosen_class {
	int grouping; /* -1: none was named */
	int class;
};

static struct phrase copy_phrase(const struct phrase *phrase, struct reading *reading)
{
	struct phrase copy = {NULL, 0};
	struct phrase_text *texts = arena_take_array(reading->arena, phrase->count, sizeof *texts);
	for (size_t i = 0; i < phrase->count; i++)
		texts[copy.count++] = (struct phrase_text){
			arena_string(reading->arena, phrase->texts[i].language),
			arena_string(reading->arena, phrase->texts[i].text)};
	copy.texts = texts;
	return copy;
}

static const struct code_list *find_list(const struct node *node, struct reading *reading)
{
	const char *names[64];
	size_t count = 0;
	const char *key = node_key(node, reading->faults);
	if (!key)
		return NULL;
	const struct code_list *list = code_lists_find(reading->lists, key);
	for (size_t i = 0; reading->lists && i < reading->lists->count && count < COUNT_OF(names);
		i++)
		names[count++] = reading->lists->list[i]->key;
	if (!list)
		node_fault(node, reading->faults, FAULT_UNKNOWN_CODE_LIST, key,
			nearest_name(key, names, count));
	return list;
}

/* Reads "grouping:class" from a member that may be absent. */
static struct chosen_class read_class(const struct code_list *list,
	const struct node *source,
	const char *name,
	struct reading *reading)
{
	struct chosen_class chosen = {-1, -1};
	struct node node = node_member(source, name);
	const char *text = node_optional_string(&node, reading->faults, 2 * LIMIT_KEY + 1);
	if (!text)
		return chosen;
	size_t size = strcspn(text, ":");
	int grouping = code_list_grouping(list, arena_copy(reading->arena, text, size));
	const char *class = text[size] ? text + size + 1 : "";
	if (grouping >= 0)
		chosen = (struct chosen_class){
			grouping, grouping_class(&list->groupings[grouping], class)};
	if (chosen.class < 0)
		node_fault(&node, reading->faults, FAULT_INVALID_VALUE, text,
			"a grouping of the list and a class of it, like region:25");
	return chosen;
}

static bool is_in(const struct code *code, struct chosen_class chosen)
{
	return chosen.class < 0 || code->classes[chosen.grouping] == chosen.class;
}

/* Copies the groupings of the list, and the class of each option in each. indexes: the options' places in the list. */
static void take_groupings(struct question *question,
	const struct code_list *list,
	const size_t *indexes,
	struct reading *reading)
{
	struct arena *arena = reading->arena;
	struct grouping *groupings =
		arena_take_array(arena, list->grouping_count, sizeof *groupings);
	const uint16_t **folds = arena_take_array(arena, list->grouping_count, sizeof *folds);
	for (size_t i = 0; i < list->grouping_count; i++) {
		const struct grouping *from = &list->groupings[i];
		struct code_class *classes =
			arena_take_array(arena, from->class_count, sizeof *classes);
		uint16_t *fold = arena_take_array(arena, question->option_count, sizeof *fold);
		for (size_t j = 0; j < from->class_count; j++)
			classes[j] = (struct code_class){arena_string(arena, from->classes[j].key),
				copy_phrase(&from->classes[j].label, reading)};
		for (size_t j = 0; j < question->option_count; j++)
			fold[j] = list->codes[indexes[j]].classes[i];
		groupings[i] = (struct grouping){arena_string(arena, from->key),
			copy_phrase(&from->title, reading), classes, from->class_count};
		folds[i] = fold;
	}
	question->groupings = groupings;
	question->grouping_count = list->grouping_count;
	question->folds = folds;
}

void options_read_list(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node node = node_member(source, "code_list");
	const struct code_list *list = find_list(&node, reading);
	if (!list)
		return;
	struct chosen_class within = read_class(list, source, "within", reading);
	struct chosen_class first = read_class(list, source, "first", reading);
	struct option *options =
		arena_take_array(reading->arena, list->code_count, sizeof *options);
	size_t *indexes = arena_take_array(reading->arena, list->code_count, sizeof *indexes);
	for (size_t i = 0; i < list->code_count; i++) {
		const struct code *code = &list->codes[i];
		if (!is_in(code, within))
			continue;
		indexes[question->option_count] = i;
		options[question->option_count++] = (struct option){
			.key = arena_string(reading->arena, code->key),
			.label = copy_phrase(&code->label, reading),
			.help = copy_phrase(&code->help, reading),
			.is_first = first.class >= 0 && is_in(code, first),
		};
	}
	question->options = options;
	take_groupings(question, list, indexes, reading);
}

void options_check_width(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node node = node_member(source, "code_list");
	if (question->option_count < LIMIT_OPTIONS)
		return;
	node_fault(&node, reading->faults, FAULT_TOO_MANY,
		arena_format(reading->arena, "%d", LIMIT_OPTIONS - 1),
		arena_format(reading->arena, "%zu", question->option_count));
	question->option_count = 0;
}

void order_read(struct question *question, const struct node *source, struct reading *reading)
{
	static const char *const orders[] = {"given", "random"};
	struct node node = node_member(source, "order");
	if (node.json)
		question->random_order =
			node_choice(&node, reading->faults, orders, COUNT_OF(orders)) == 1;
}

/* A number below limit, from seed, question and place: the same wherever it is asked for. */
static size_t draw(const struct question *question, uint32_t seed, size_t place, size_t limit)
{
	unsigned char key[DIGEST_SIPHASH_KEY] = {0};
	memcpy(key, &seed, sizeof seed);
	memcpy(key + sizeof seed, &place, sizeof place);
	return (size_t)(digest_siphash(key, question->key, strlen(question->key)) % limit);
}

void order_options(const struct question *question, uint32_t seed, size_t *order)
{
	size_t count = 0;
	for (size_t i = 0; i < question->option_count; i++)
		if (!question->options[i].exclusive)
			order[count++] = i;
	if (!question->random_order) {
		for (size_t i = 0; i < question->option_count; i++)
			order[i] = i;
		return;
	}
	for (size_t i = count; i > 1; i--) {
		size_t other = draw(question, seed, i, i);
		size_t moved = order[i - 1];
		order[i - 1] = order[other];
		order[other] = moved;
	}
	for (size_t i = 0; i < question->option_count; i++)
		if (question->options[i].exclusive)
			order[count++] = i;
}
