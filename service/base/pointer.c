#include "base/pointer.h"

#include <stdio.h>
#include <string.h>

enum { SMALLEST_ROOM = 128 };

struct pointer pointer_init(struct arena *arena)
{
	char *text = arena_take(arena, SMALLEST_ROOM);
	return (struct pointer){.arena = arena, .text = text, .room = SMALLEST_ROOM};
}

static void grow(struct pointer *pointer, size_t needed)
{
	size_t room = pointer->room;
	while (room < needed)
		room *= 2;
	char *text = arena_take(pointer->arena, room);
	memcpy(text, pointer->text, pointer->used + 1);
	pointer->text = text;
	pointer->room = room;
}

static void put(struct pointer *pointer, const char *bytes, size_t size)
{
	if (pointer->used + size + 1 > pointer->room)
		grow(pointer, pointer->used + size + 1);
	memcpy(pointer->text + pointer->used, bytes, size);
	pointer->used += size;
	pointer->text[pointer->used] = '\0';
}

void pointer_member(struct pointer *pointer, const char *name)
{
	put(pointer, "/", 1);
	while (*name) {
		size_t plain = strcspn(name, "~/");
		put(pointer, name, plain);
		name += plain;
		if (*name)
			put(pointer, *name++ == '~' ? "~0" : "~1", 2);
	}
}

void pointer_index(struct pointer *pointer, size_t index)
{
	char digits[24];
	int size = snprintf(digits, sizeof digits, "/%zu", index);
	put(pointer, digits, (size_t)size);
}

size_t pointer_mark(const struct pointer *pointer)
{
	return pointer->used;
}

void pointer_cut(struct pointer *pointer, size_t mark)
{
	pointer->used = mark;
	pointer->text[mark] = '\0';
}

const char *pointer_text(const struct pointer *pointer)
{
	return pointer->text;
}
