#include "survey/code_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

/* What parsing carries along. */
struct parsing {
	struct code_list *list;
	struct faults *faults;
};

static const char *const languages[] = {"sv", "en", "fi", "fit", "se"};

static struct phrase parse_phrase(
	struct parsing *parsing, const struct node *node, const char *name)
{
	struct node member = node_member(node, name);
	return phrase_read(
		&member, parsing->faults, &parsing->list->arena, languages, COUNT_OF(languages));
}

static struct phrase parse_required_phrase(
	struct parsing *parsing, const struct node *node, const char *name)
{
	struct node member = node_member(node, name);
	if (!node_is(&member, parsing->faults, "object"))
		return (struct phrase){NULL, 0};
	return parse_phrase(parsing, node, name);
}

static const char *parse_key(struct parsing *parsing, const struct node *node, const char *name)
{
	struct node member = node_member(node, name);
	const char *key = node_key(&member, parsing->faults);
	return key ? arena_string(&parsing->list->arena, key) : "";
}

static void parse_class(struct code_class *class, struct parsing *parsing, const struct node *node)
{
	static const char *const known[] = {"key", "label"};
	class->key = "";
	if (!node_is(node, parsing->faults, "object"))
		return;
	node_check_members(node, parsing->faults, known, COUNT_OF(known));
	class->key = parse_key(parsing, node, "key");
	class->label = parse_required_phrase(parsing, node, "label");
}

static void refuse_doubled(
	struct parsing *parsing, const struct node *node, const char *key, bool is_doubled)
{
	struct node member = node_member(node, "key");
	if (is_doubled)
		node_fault(&member, parsing->faults, FAULT_DUPLICATE, key, NULL);
}

static void parse_grouping(
	struct grouping *grouping, struct parsing *parsing, const struct node *node)
{
	static const char *const known[] = {"key", "title", "classes"};
	struct node list = node_member(node, "classes");
	grouping->key = "";
	if (!node_is(node, parsing->faults, "object"))
		return;
	node_check_members(node, parsing->faults, known, COUNT_OF(known));
	grouping->key = parse_key(parsing, node, "key");
	grouping->title = parse_required_phrase(parsing, node, "title");
	size_t count = node_array(&list, parsing->faults, 1, MOST_CLASSES);
	struct code_class *classes =
		arena_take_array(&parsing->list->arena, count, sizeof *classes);
	grouping->classes = classes;
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&list, i);
		parse_class(&classes[i], parsing, &element);
		refuse_doubled(parsing, &element, classes[i].key,
			grouping_class(grouping, classes[i].key) >= 0);
		grouping->class_count++;
	}
}

static void parse_groupings(struct parsing *parsing, const struct node *document)
{
	struct code_list *list = parsing->list;
	struct node node = node_member(document, "groupings");
	if (!node.json)
		return;
	size_t count = node_array(&node, parsing->faults, 1, MOST_GROUPINGS);
	struct grouping *groupings = arena_take_array(&list->arena, count, sizeof *groupings);
	list->groupings = groupings;
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&node, i);
		parse_grouping(&groupings[i], parsing, &element);
		refuse_doubled(parsing, &element, groupings[i].key,
			code_list_grouping(list, groupings[i].key) >= 0);
		list->grouping_count++;
	}
}

/* {"region": "25"}: a class of every grouping. */
static void parse_classes(struct code *code, struct parsing *parsing, const struct node *node)
{
	const struct code_list *list = parsing->list;
	const char *names[MOST_GROUPINGS];
	struct node classes = node_member(node, "classes");
	if (!list->grouping_count && !classes.json)
		return;
	if (!node_is(&classes, parsing->faults, "object"))
		return;
	for (size_t i = 0; i < list->grouping_count; i++) {
		names[i] = list->groupings[i].key;
		struct node member = node_member(&classes, names[i]);
		const char *key = node_string(&member, parsing->faults, LIMIT_KEY);
		int class = key ? grouping_class(&list->groupings[i], key) : 0;
		if (class < 0)
			node_fault(&member, parsing->faults, FAULT_UNKNOWN_OPTION, key, NULL);
		code->classes[i] = (uint16_t)(class < 0 ? 0 : class);
	}
	node_check_members(&classes, parsing->faults, names, list->grouping_count);
}

static void parse_code(struct code *code, struct parsing *parsing, const struct node *node)
{
	static const char *const known[] = {"key", "label", "help", "classes"};
	code->key = "";
	if (!node_is(node, parsing->faults, "object"))
		return;
	node_check_members(node, parsing->faults, known, COUNT_OF(known));
	code->key = parse_key(parsing, node, "key");
	code->label = parse_required_phrase(parsing, node, "label");
	code->help = parse_phrase(parsing, node, "help");
	parse_classes(code, parsing, node);
}

static bool has_code(const struct code_list *list, const char *key)
{
	for (size_t i = 0; i < list->code_count; i++)
		if (strcmp(list->codes[i].key, key) == 0)
			return true;
	return false;
}

static void parse_codes(struct parsing *parsing, const struct node *document)
{
	struct code_list *list = parsing->list;
	struct node node = node_member(document, "codes");
	size_t count = node_array(&node, parsing->faults, 1, MOST_CODES);
	struct code *codes = arena_take_array(&list->arena, count, sizeof *codes);
	list->codes = codes;
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&node, i);
		parse_code(&codes[i], parsing, &element);
		refuse_doubled(parsing, &element, codes[i].key, has_code(list, codes[i].key));
		list->code_count++;
	}
}

int code_list_parse(struct code_list **list, const json_t *document, struct faults *faults)
{
	static const char *const known[] = {"key", "title", "source", "groupings", "codes"};
	struct code_list *parsed = calloc(1, sizeof *parsed);
	if (!parsed)
		abort();
	parsed->arena = arena_init();
	struct parsing parsing = {parsed, faults};
	struct node root = node_root(document);
	size_t before = faults->found;
	if (node_is(&root, faults, "object")) {
		struct node source = node_member(&root, "source");
		node_check_members(&root, faults, known, COUNT_OF(known));
		parsed->key = parse_key(&parsing, &root, "key");
		parsed->title = parse_required_phrase(&parsing, &root, "title");
		(void)node_string(&source, faults, LIMIT_PHRASE);
		parse_groupings(&parsing, &root);
		parse_codes(&parsing, &root);
	}
	if (faults->found == before) {
		*list = parsed;
		return 0;
	}
	code_list_free(parsed);
	return CODE_LIST_FAULTY;
}

void code_list_free(struct code_list *list)
{
	if (!list)
		return;
	arena_release(&list->arena);
	free(list);
}

const struct code_list *code_lists_find(const struct code_lists *lists, const char *key)
{
	for (size_t i = 0; lists && i < lists->count; i++)
		if (strcmp(lists->list[i]->key, key) == 0)
			return lists->list[i];
	return NULL;
}

int code_list_grouping(const struct code_list *list, const char *key)
{
	for (size_t i = 0; i < list->grouping_count; i++)
		if (strcmp(list->groupings[i].key, key) == 0)
			return (int)i;
	return -1;
}

int grouping_class(const struct grouping *grouping, const char *key)
{
	for (size_t i = 0; i < grouping->class_count; i++)
		if (strcmp(grouping->classes[i].key, key) == 0)
			return (int)i;
	return -1;
}
