#include "db/placeholder.h"

#include <string.h>

enum { MOST_NUMBERS = 32 };

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_in_name(char byte)
{
	return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       byte == '_' || byte == '$' || (unsigned char)byte >= 0x80;
}

/* Reads the digits at *at; 0 when they are no number from 1 to count. */
static size_t read_place(const char **at, size_t count)
{
	size_t place = 0;
	for (; is_digit(**at); ++*at)
		place = place > count ? place : place * 10 + (size_t)(**at - '0');
	return place > count ? 0 : place;
}

static void put_number(struct text *text, int64_t number)
{
	text_put_char(text, '\'');
	text_put_int(text, number);
	text_put(text, "'::int8");
}

static size_t length(const char *query)
{
	size_t size = strlen(query);
	while (size > 0 && strchr("; \t\r\n", query[size - 1]))
		size--;
	return size;
}

int placeholder_write(struct text *text, const char *query, const int64_t *numbers, size_t count)
{
	const char *end = query + length(query);
	uint64_t used = 0;
	char before = ' ';
	if (count > MOST_NUMBERS)
		return PLACEHOLDER_WRONG;
	for (const char *at = query; at < end;) {
		if (*at != '$' || !is_digit(at[1]) || is_in_name(before)) {
			before = *at++;
			text_put_char(text, before);
			continue;
		}
		at++;
		size_t place = read_place(&at, count);
		if (place == 0)
			return PLACEHOLDER_WRONG;
		put_number(text, numbers[place - 1]);
		used |= UINT64_C(1) << (place - 1);
		before = ' ';
	}
	return used == (UINT64_C(1) << count) - 1 ? 0 : PLACEHOLDER_WRONG;
}
