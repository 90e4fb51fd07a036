#include "base/node.h"

#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "base/text.h"
#include "base/utf8.h"

struct node node_root(const json_t *json)
{
	return (struct node){.json = json};
}

struct node node_member(const struct node *above, const char *name)
{
	return (struct node){
		.json = json_object_get(above->json, name), .parent = above, .name = name};
}

struct node node_element(const struct node *above, size_t index)
{
	return (struct node){
		.json = json_array_get(above->json, index), .parent = above, .index = index};
}

/* RFC 6901: "~" is "~0", "/" is "~1". */
static void put_token(struct text *text, const char *name)
{
	for (; *name; name++) {
		if (*name == '~')
			text_put(text, "~0");
		else if (*name == '/')
			text_put(text, "~1");
		else
			text_put_char(text, *name);
	}
}

/* Depth is bounded by LIMIT_JSON_DEPTH, so is the recursion. */
static void put_pointer(struct text *text, const struct node *node)
{
	if (!node->parent)
		return;
	put_pointer(text, node->parent);
	text_put_char(text, '/');
	if (node->name)
		put_token(text, node->name);
	else
		text_put_int(text, (int64_t)node->index);
}

const char *node_pointer(const struct node *node, struct arena *arena)
{
	struct text text = text_init(LIMIT_BODY);
	put_pointer(&text, node);
	const char *pointer = text.bytes ? arena_copy(arena, text.bytes, text.used) : "";
	text_release(&text);
	return pointer;
}

void node_fault(const struct node *node,
	struct faults *faults,
	enum fault_code code,
	const char *first,
	const char *second)
{
	faults_add(faults, PLACE_BODY, node_pointer(node, faults->arena), code, first, second);
}

static bool has_type(const json_t *json, const char *type)
{
	switch (json_typeof(json)) {
	case JSON_OBJECT: return strcmp(type, "object") == 0;
	case JSON_ARRAY: return strcmp(type, "array") == 0;
	case JSON_STRING: return strcmp(type, "string") == 0;
	case JSON_INTEGER: return strcmp(type, "integer") == 0 || strcmp(type, "number") == 0;
	case JSON_REAL: return strcmp(type, "number") == 0;
	case JSON_TRUE:
	case JSON_FALSE: return strcmp(type, "boolean") == 0;
	case JSON_NULL:
	default: return false;
	}
}

bool node_is(const struct node *node, struct faults *faults, const char *type)
{
	if (node->json && has_type(node->json, type))
		return true;
	if (node->json)
		node_fault(node, faults, FAULT_WRONG_TYPE, type, NULL);
	else
		node_fault(node, faults, FAULT_REQUIRED, NULL, NULL);
	return false;
}

static bool is_among(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

void node_check_members(
	const struct node *node, struct faults *faults, const char *const *known, size_t count)
{
	for (void *at = json_object_iter((json_t *)node->json); at;
		at = json_object_iter_next((json_t *)node->json, at)) {
		const char *name = json_object_iter_key(at);
		if (is_among(name, known, count))
			continue;
		struct node member = node_member(node, name);
		node_fault(&member, faults, FAULT_UNKNOWN_MEMBER, name,
			nearest_name(name, known, count));
	}
}

static const char *check_string(const struct node *node, struct faults *faults, size_t limit)
{
	const char *string = json_string_value(node->json);
	size_t size = json_string_length(node->json);
	if (!utf8_is_text(string, size)) {
		node_fault(node, faults, FAULT_NOT_TEXT, NULL, NULL);
		return NULL;
	}
	size_t length = utf8_length(string);
	if (length <= limit)
		return string;
	const char *most = arena_format(faults->arena, "%zu", limit);
	node_fault(node, faults, FAULT_TOO_LONG, most, arena_format(faults->arena, "%zu", length));
	return NULL;
}

const char *node_string(const struct node *node, struct faults *faults, size_t limit)
{
	return node_is(node, faults, "string") ? check_string(node, faults, limit) : NULL;
}

const char *node_optional_string(const struct node *node, struct faults *faults, size_t limit)
{
	return node->json ? node_string(node, faults, limit) : NULL;
}

const char *node_key(const struct node *node, struct faults *faults)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
	const char *key = node_string(node, faults, LIMIT_KEY);
	if (!key)
		return NULL;
	if (*key && key[strspn(key, allowed)] == '\0')
		return key;
	node_fault(node, faults, FAULT_INVALID_KEY, key, NULL);
	return NULL;
}

bool node_bool(const struct node *node, struct faults *faults, bool absent)
{
	if (!node->json || !node_is(node, faults, "boolean"))
		return absent;
	return json_is_true(node->json);
}

int64_t node_integer(
	const struct node *node, struct faults *faults, int64_t least, int64_t most, int64_t absent)
{
	if (!node->json || !node_is(node, faults, "integer"))
		return absent;
	int64_t value = json_integer_value(node->json);
	if (value >= least && value <= most)
		return value;
	const char *first = arena_format(faults->arena, "%lld", (long long)least);
	const char *second = arena_format(faults->arena, "%lld", (long long)most);
	node_fault(node, faults, FAULT_OUT_OF_RANGE, first, second);
	return absent;
}

static const char *list_names(struct arena *arena, const char *const *names, size_t count)
{
	const char *list = "";
	for (size_t i = 0; i < count; i++)
		list = arena_format(arena, "%s%s%s", list, i ? ", " : "", names[i]);
	return list;
}

int node_choice(
	const struct node *node, struct faults *faults, const char *const *choices, size_t count)
{
	const char *given = node_string(node, faults, LIMIT_PHRASE);
	if (!given)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(given, choices[i]) == 0)
			return (int)i;
	node_fault(node, faults, FAULT_INVALID_VALUE, given,
		list_names(faults->arena, choices, count));
	return -1;
}

size_t node_array(const struct node *node, struct faults *faults, size_t least, size_t most)
{
	if (!node_is(node, faults, "array"))
		return 0;
	size_t count = json_array_size(node->json);
	if (count >= least && count <= most)
		return count;
	const char *limit = arena_format(faults->arena, "%zu", count < least ? least : most);
	const char *found = arena_format(faults->arena, "%zu", count);
	node_fault(node, faults, count < least ? FAULT_TOO_FEW : FAULT_TOO_MANY, limit, found);
	return 0;
}
