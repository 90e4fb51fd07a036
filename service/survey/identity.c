#include "survey/identity.h"

#include <stdio.h>

static const char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";

/* Five bits a letter, first bits first; the last letter's spare bits are 0. */
static void put_letters(char *text, const uint8_t *bytes, size_t size)
{
	size_t count = (size * 8 + 4) / 5;
	for (size_t i = 0; i < count; i++) {
		size_t bit = i * 5;
		unsigned pair = (unsigned)bytes[bit / 8] << 8;
		if (bit / 8 + 1 < size)
			pair |= bytes[bit / 8 + 1];
		text[i] = letters[pair >> (11 - bit % 8) & 31];
	}
	text[count] = '\0';
}

static size_t put_survey(char text[IDENTITY_TEXT], int32_t survey)
{
	return (size_t)snprintf(text, IDENTITY_TEXT, "%d-", survey);
}

void identity_write_id(char text[IDENTITY_TEXT], int32_t survey, int64_t id)
{
	uint8_t bytes[8];
	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)((uint64_t)id >> (56 - 8 * i));
	put_letters(text + put_survey(text, survey), bytes, sizeof bytes);
}

void identity_write_receipt(
	char text[IDENTITY_TEXT], int32_t survey, const uint8_t secret[IDENTITY_BYTES])
{
	put_letters(text + put_survey(text, survey), secret, IDENTITY_BYTES);
}
