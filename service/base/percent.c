#include "base/percent.h"

#include "base/utf8.h"

static int hex_value(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	if (digit >= 'a' && digit <= 'f')
		return digit - 'a' + 10;
	if (digit >= 'A' && digit <= 'F')
		return digit - 'A' + 10;
	return -1;
}

static const char *decode(struct arena *arena, const char *bytes, size_t size, char plus)
{
	char *out = arena_take(arena, size + 1);
	size_t used = 0;
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] != '%') {
			out[used++] = bytes[i] == '+' ? plus : bytes[i];
			continue;
		}
		bool whole = size - i > 2;
		int high = whole ? hex_value(bytes[i + 1]) : -1;
		int low = whole ? hex_value(bytes[i + 2]) : -1;
		if (high < 0 || low < 0)
			return NULL;
		out[used++] = (char)(high * 16 + low);
		i += 2;
	}
	return utf8_is_text(out, used) ? out : NULL;
}

const char *percent_decode(struct arena *arena, const char *bytes, size_t size)
{
	return decode(arena, bytes, size, '+');
}

const char *percent_decode_form(struct arena *arena, const char *bytes, size_t size)
{
	return decode(arena, bytes, size, ' ');
}
