#include "question/options.h"

#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "question/listed.h"

enum { LIMIT_POINTS = 21, OTHER_LENGTH = 500 };

static void check_doubled(
	const struct node *node, struct faults *faults, const char *key, size_t index)
{
	for (size_t i = 0; i < index; i++) {
		const json_t *earlier = json_array_get(node->parent->json, i);
		const char *name = json_string_value(json_object_get(earlier, "key"));
		if (name && strcmp(name, key) == 0) {
			struct node member = node_member(node, "key");
			node_fault(&member, faults, FAULT_DUPLICATE, key, NULL);
			return;
		}
	}
}

/* The key of an element of options or items, unlike those before it; "" after a fault. */
static const char *read_key(const struct node *node, struct reading *reading)
{
	struct node member = node_member(node, "key");
	const char *key = node_key(&member, reading->faults);
	if (!key)
		return "";
	check_doubled(node, reading->faults, key, node->index);
	return arena_string(reading->arena, key);
}

static struct phrase read_phrase(const struct node *node, const char *name, struct reading *reading)
{
	struct node member = node_member(node, name);
	return phrase_read(&member, reading->faults, reading->arena, reading->languages,
		reading->language_count);
}

static struct phrase read_label(const struct node *node, struct reading *reading)
{
	struct node member = node_member(node, "label");
	if (!node_is(&member, reading->faults, "object"))
		return (struct phrase){NULL, 0};
	return read_phrase(node, "label", reading);
}

static void read_option(struct option *option, const struct node *node, struct reading *reading)
{
	static const char *const known[] = {"key", "label", "help", "exclusive"};
	if (!node_is(node, reading->faults, "object"))
		return;
	node_check_members(node, reading->faults, known, COUNT_OF(known));
	struct node exclusive = node_member(node, "exclusive");
	option->key = read_key(node, reading);
	option->label = read_label(node, reading);
	option->help = read_phrase(node, "help", reading);
	option->exclusive = node_bool(&exclusive, reading->faults, false);
	if (strcmp(option->key, "other") == 0)
		node_fault(node, reading->faults, FAULT_INVALID_KEY, "other",
			"\"other\": true makes this option");
}

static void read_options(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node node = node_member(source, "options");
	size_t count = node_array(&node, reading->faults, 1, LIMIT_OPTIONS - 1);
	struct option *options = arena_take_array(reading->arena, count, sizeof *options);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&node, i);
		options[i].key = "";
		read_option(&options[i], &element, reading);
	}
	question->options = options;
	question->option_count = count;
}

void options_read(struct question *question, const struct node *source, struct reading *reading)
{
	struct node options = node_member(source, "options");
	struct node list = node_member(source, "code_list");
	struct node other = node_member(source, "other");
	if (list.json && options.json)
		node_fault(&list, reading->faults, FAULT_NOT_ALLOWED, "code_list",
			"the options stand in `options`");
	else if (list.json)
		options_read_list(question, source, reading);
	else
		read_options(question, source, reading);
	question->other = node_bool(&other, reading->faults, false);
}

static void read_items(struct question *question,
	const struct node *source,
	const char *name,
	struct reading *reading)
{
	static const char *const known[] = {"key", "label"};
	struct node node = node_member(source, name);
	size_t count = node_array(&node, reading->faults, 1, LIMIT_OPTIONS);
	struct item *items = arena_take_array(reading->arena, count, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&node, i);
		items[i].key = "";
		if (!node_is(&element, reading->faults, "object"))
			continue;
		node_check_members(&element, reading->faults, known, COUNT_OF(known));
		items[i].key = read_key(&element, reading);
		items[i].label = read_label(&element, reading);
	}
	question->items = items;
	question->item_count = count;
}

void items_read(struct question *question, const struct node *source, struct reading *reading)
{
	read_items(question, source, "items", reading);
}

void options_read_as_items(
	struct question *question, const struct node *source, struct reading *reading)
{
	read_items(question, source, "options", reading);
}

static void read_ends(struct scale *scale, const struct node *node, struct reading *reading)
{
	static const char *const known[] = {"min", "max"};
	struct node labels = node_member(node, "labels");
	if (!labels.json || !node_is(&labels, reading->faults, "object"))
		return;
	node_check_members(&labels, reading->faults, known, COUNT_OF(known));
	scale->least_label = read_phrase(&labels, "min", reading);
	scale->most_label = read_phrase(&labels, "max", reading);
}

/* A whole number that must be there. */
static int read_bound(
	const struct node *node, const char *name, struct reading *reading, int least, int most)
{
	struct node member = node_member(node, name);
	if (!node_is(&member, reading->faults, "integer"))
		return least;
	return (int)node_integer(&member, reading->faults, least, most, least);
}

void scale_read(struct question *question, const struct node *source, struct reading *reading)
{
	static const char *const known[] = {"min", "max", "labels"};
	struct node node = node_member(source, "scale");
	question->scale.most = 1;
	if (!node_is(&node, reading->faults, "object"))
		return;
	node_check_members(&node, reading->faults, known, COUNT_OF(known));
	int least = read_bound(&node, "min", reading, -100, 100);
	question->scale.least = least;
	question->scale.most =
		read_bound(&node, "max", reading, least + 1, least + LIMIT_POINTS - 1);
	read_ends(&question->scale, &node, reading);
}

size_t options_cells(const struct question *question)
{
	return question->option_count + (question->other ? 1 : 0);
}

static const char *nearest_option(
	const struct question *question, const char *key, struct arena *arena)
{
	const char **keys = arena_take_array(arena, question->option_count, sizeof *keys);
	for (size_t i = 0; i < question->option_count; i++)
		keys[i] = question->options[i].key;
	return nearest_name(key, keys, question->option_count);
}

static int check_other(
	const struct question *question, const struct node *picked, struct answering *answering)
{
	static const char *const known[] = {"other"};
	struct node node = node_member(picked, "other");
	if (!question->other) {
		node_fault(picked, answering->faults, FAULT_NOT_ALLOWED, "other", NULL);
		return -1;
	}
	node_check_members(picked, answering->faults, known, COUNT_OF(known));
	const char *text = node_string(&node, answering->faults, OTHER_LENGTH);
	if (!text)
		return -1;
	if (*text)
		answering_add_text(answering, question->key, "other", text);
	return (int)question->option_count;
}

int options_check(
	const struct question *question, const struct node *picked, struct answering *answering)
{
	if (json_is_object(picked->json))
		return check_other(question, picked, answering);
	const char *key = node_string(picked, answering->faults, LIMIT_PHRASE);
	if (!key)
		return -1;
	for (size_t i = 0; i < question->option_count; i++)
		if (strcmp(question->options[i].key, key) == 0)
			return (int)i;
	const char *nearest = nearest_option(question, key, answering->arena);
	node_fault(picked, answering->faults, FAULT_UNKNOWN_OPTION, key, nearest);
	return -1;
}

size_t scale_points(const struct question *question)
{
	return (size_t)(question->scale.most - question->scale.least) + 1;
}

int scale_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	const struct scale *scale = &question->scale;
	if (!node_is(answer, answering->faults, "integer"))
		return -1;
	int64_t point = node_integer(
		answer, answering->faults, scale->least, scale->most, (int64_t)scale->least - 1);
	return point < scale->least ? -1 : (int)(point - scale->least);
}

void answering_add_text(
	struct answering *answering, const char *question, const char *part, const char *text)
{
	if (answering->text_count == answering->text_room) {
		size_t room = answering->text_room ? answering->text_room * 2 : 8;
		struct response_text *texts =
			arena_take_array(answering->arena, room, sizeof *texts);
		if (answering->text_count)
			memcpy(texts, answering->texts, answering->text_count * sizeof *texts);
		answering->texts = texts;
		answering->text_room = room;
	}
	answering->texts[answering->text_count++] = (struct response_text){
		.question = question, .part = part, .text = arena_string(answering->arena, text)};
}
