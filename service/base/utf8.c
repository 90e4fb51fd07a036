#include "base/utf8.h"

#include <string.h>

#include <unistr.h>

static bool is_control(unsigned char byte)
{
	return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
}

bool utf8_is_text(const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (is_control((unsigned char)bytes[i]))
			return false;
	return u8_check((const uint8_t *)bytes, size) == NULL;
}

size_t utf8_length(const char *string)
{
	return u8_mbsnlen((const uint8_t *)string, strlen(string));
}
