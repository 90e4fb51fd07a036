#include "base/pairs.h"

#include <string.h>

#include "base/limits.h"
#include "base/percent.h"

static size_t count_fields(const char *bytes, size_t size)
{
	size_t count = 1;
	for (size_t i = 0; i < size; i++)
		count += bytes[i] == '&';
	return count;
}

static int parse_field(struct pair *pair, struct arena *arena, const char *bytes, size_t size)
{
	const char *equals = memchr(bytes, '=', size);
	size_t name_size = equals ? (size_t)(equals - bytes) : size;
	pair->name = percent_decode_form(arena, bytes, name_size);
	pair->value = equals ? percent_decode_form(arena, equals + 1, size - name_size - 1) : "";
	return pair->name && pair->value ? 0 : PAIRS_MALFORMED;
}

int pairs_parse(struct pairs *pairs, struct arena *arena, const char *bytes, size_t size)
{
	*pairs = (struct pairs){NULL, 0};
	if (!size)
		return 0;
	size_t fields = count_fields(bytes, size);
	if (fields > LIMIT_PAIRS)
		return PAIRS_TOO_MANY;
	struct pair *list = arena_take_array(arena, fields, sizeof *list);

	size_t count = 0;
	const char *end = bytes + size;
	for (const char *field = bytes; field < end;) {
		const char *stop = memchr(field, '&', (size_t)(end - field));
		stop = stop ? stop : end;
		if (stop > field &&
			parse_field(&list[count++], arena, field, (size_t)(stop - field)))
			return PAIRS_MALFORMED;
		field = stop + 1;
	}
	*pairs = (struct pairs){list, count};
	return 0;
}

const char *pairs_find(const struct pairs *pairs, const char *name)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (strcmp(pairs->list[i].name, name) == 0)
			return pairs->list[i].value;
	return NULL;
}

bool pairs_have(const struct pairs *pairs, const char *name, const char *value)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (strcmp(pairs->list[i].name, name) == 0 &&
			strcmp(pairs->list[i].value, value) == 0)
			return true;
	return false;
}

size_t pairs_count(const struct pairs *pairs, const char *name)
{
	size_t count = 0;
	for (size_t i = 0; i < pairs->count; i++)
		count += strcmp(pairs->list[i].name, name) == 0;
	return count;
}
