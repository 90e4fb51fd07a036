#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 8192, ALIGNMENT = alignof(max_align_t) };

struct arena_block {
	struct arena_block *older;
	size_t room;
	alignas(max_align_t) char bytes[];
};

struct arena arena_init(void)
{
	return (struct arena){NULL, 0};
}

void arena_release(struct arena *arena)
{
	struct arena_block *block = arena->newest;
	while (block) {
		struct arena_block *older = block->older;
		free(block);
		block = older;
	}
	*arena = arena_init();
}

static void add_block(struct arena *arena, size_t size)
{
	size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
	struct arena_block *block = calloc(1, sizeof *block + room);
	if (!block)
		abort();
	block->older = arena->newest;
	block->room = room;
	arena->newest = block;
	arena->used = 0;
}

void *arena_take(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		abort();
	size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (!arena->newest || rounded > arena->newest->room - arena->used)
		add_block(arena, rounded);
	void *taken = arena->newest->bytes + arena->used;
	arena->used += rounded;
	return taken;
}

void *arena_take_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		abort();
	return arena_take(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t size)
{
	char *copy = arena_take(arena, size + 1);
	if (size)
		memcpy(copy, bytes, size);
	return copy;
}

char *arena_string(struct arena *arena, const char *string)
{
	return arena_copy(arena, string, strlen(string));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	va_list values;
	va_start(values, format);
	int size = vsnprintf(NULL, 0, format, values);
	va_end(values);
	if (size < 0)
		abort();

	char *string = arena_take(arena, (size_t)size + 1);
	va_start(values, format);
	(void)vsnprintf(string, (size_t)size + 1, format, values);
	va_end(values);
	return string;
}
