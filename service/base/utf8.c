#include "base/utf8.h"

#include <string.h>

#include <unistr.h>

static bool is_control(unsigned char byte)
{
	return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
}

/* The second block of control characters, U+0080 to U+009F, is C2 80 to C2 9F. */
static bool is_late_control(unsigned char before, unsigned char byte)
{
	return before == 0xc2 && byte >= 0x80 && byte <= 0x9f;
}

bool utf8_is_text(const char *bytes, size_t size)
{
	unsigned char before = 0;
	for (size_t i = 0; i < size; i++) {
		unsigned char byte = (unsigned char)bytes[i];
		if (is_control(byte) || is_late_control(before, byte))
			return false;
		before = byte;
	}
	return u8_check((const uint8_t *)bytes, size) == NULL;
}

size_t utf8_length(const char *string)
{
	return u8_mbsnlen((const uint8_t *)string, strlen(string));
}
