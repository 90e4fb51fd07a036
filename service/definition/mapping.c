#include "definition/mapping.h"

#include <stdlib.h>
#include <string.h>

/* How a column of the newest is made from an older row. */
enum source_type {
	SOURCE_NONE,    /* it wasn't asked */
	SOURCE_SAME,    /* the byte of a column */
	SOURCE_CODE,    /* a choice's code, one byte or two, translated */
	SOURCE_LOW,     /* its low byte, which SOURCE_CODE before it writes */
	SOURCE_UNPICKED /* an option that there wasn't: not picked by who answered */
};

struct source {
	enum source_type type;
	size_t column;         /* of the older version */
	const uint16_t *codes; /* the newest code of each older one */
	size_t code_count;
	bool from_wide, to_wide;
};

struct mapping {
	struct arena arena;
	size_t from_columns;
	size_t to_columns;
	struct source *sources; /* of to_columns */
};

static const uint16_t *map_codes(
	struct mapping *mapping, const struct question *from, const struct question *to)
{
	size_t count = from->option_count + (from->other ? 1U : 0U);
	uint16_t *codes = arena_take_array(&mapping->arena, count, sizeof *codes);
	for (size_t i = 0; i < count; i++) {
		const char *key = i < from->option_count ? from->options[i].key : "other";
		int code = question_code_find(to, key);
		codes[i] = (uint16_t)(code < 0 ? CODE_NOT_ASKED : code);
	}
	return codes;
}

static void map_choice(
	struct mapping *mapping, const struct question *from, const struct question *to)
{
	struct source *source = &mapping->sources[to->first_column];
	*source = (struct source){
		.type = SOURCE_CODE,
		.column = from->first_column,
		.codes = map_codes(mapping, from, to),
		.code_count = from->option_count + (from->other ? 1U : 0U),
		.from_wide = from->columns == 2,
		.to_wide = to->columns == 2,
	};
	if (source->to_wide)
		source[1] = (struct source){.type = SOURCE_LOW};
}

/* The key of a question's column, where it has one for each option or item. */
static const char *part_key(const struct question *question, size_t part)
{
	if (question->item_count)
		return question->items[part].key;
	return part < question->option_count ? question->options[part].key : "other";
}

static int find_part(const struct question *question, const char *key)
{
	for (size_t i = 0; i < question->columns; i++)
		if (strcmp(part_key(question, i), key) == 0)
			return (int)i;
	return -1;
}

/* Options and items that the older version hadn't: nobody picked or ranked them, nobody was asked of them. */
static void map_parts(
	struct mapping *mapping, const struct question *from, const struct question *to)
{
	bool is_choice = to->kind->family == FAMILY_PICKS || to->kind->family == FAMILY_RANKS;
	for (size_t i = 0; i < to->columns; i++) {
		int part = find_part(from, part_key(to, i));
		struct source *source = &mapping->sources[to->first_column + i];
		if (part >= 0)
			*source = (struct source){
				.type = SOURCE_SAME, .column = from->first_column + (size_t)part};
		else if (is_choice && from->columns)
			*source = (struct source){
				.type = SOURCE_UNPICKED, .column = from->first_column};
	}
}

static void map_question(
	struct mapping *mapping, const struct question *from, const struct question *to)
{
	if (to->kind->family == FAMILY_CLASSES && to->option_count)
		map_choice(mapping, from, to);
	else if (to->kind->family == FAMILY_CLASSES || to->kind->family == FAMILY_NONE) {
		for (size_t i = 0; i < to->columns; i++)
			mapping->sources[to->first_column + i] = (struct source){
				.type = SOURCE_SAME, .column = from->first_column + i};
	} else
		map_parts(mapping, from, to);
}

struct mapping *mapping_new(const struct definition *from, const struct definition *to)
{
	struct mapping *mapping = calloc(1, sizeof *mapping);
	if (!mapping)
		abort();
	mapping->arena = arena_init();
	mapping->from_columns = from->columns;
	mapping->to_columns = to->columns;
	mapping->sources = arena_take_array(&mapping->arena, to->columns, sizeof *mapping->sources);
	for (size_t i = 0; i < to->question_count; i++) {
		const struct question *question = &to->questions[i];
		const struct question *older = definition_question(from, question->key);
		if (older && older->kind == question->kind)
			map_question(mapping, older, question);
	}
	return mapping;
}

void mapping_free(struct mapping *mapping)
{
	if (!mapping)
		return;
	arena_release(&mapping->arena);
	free(mapping);
}

size_t mapping_from_columns(const struct mapping *mapping)
{
	return mapping->from_columns;
}

size_t mapping_to_columns(const struct mapping *mapping)
{
	return mapping->to_columns;
}

static void put_choice(const struct source *source, uint8_t *to, const uint8_t *from)
{
	size_t code = from[source->column];
	bool is_missing = code >= CODE_REFUSED;
	if (source->from_wide && !is_missing)
		code = code << 8 | from[source->column + 1];
	if (!is_missing && code < source->code_count)
		code = source->codes[code];
	if (source->to_wide) {
		to[0] = (uint8_t)(is_missing ? code : code >> 8);
		to[1] = (uint8_t)code;
	} else {
		to[0] = (uint8_t)code;
	}
}

static void put_column(const struct source *source, uint8_t *to, const uint8_t *from)
{
	switch (source->type) {
	case SOURCE_SAME: *to = from[source->column]; break;
	case SOURCE_CODE: put_choice(source, to, from); break;
	case SOURCE_UNPICKED:
		*to = from[source->column] >= CODE_REFUSED ? from[source->column] : 0;
		break;
	case SOURCE_LOW: break;
	case SOURCE_NONE:
	default: *to = CODE_NOT_ASKED; break;
	}
}

void mapping_apply(const struct mapping *mapping, uint8_t *to, const uint8_t *from)
{
	for (size_t i = 0; i < mapping->to_columns; i++)
		put_column(&mapping->sources[i], to + i, from);
}
