#include "base/json_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_DECIMALS = 12 };

/* A value follows another one when the byte before ends a value. */
static void separate(struct text *text)
{
	if (!text->used)
		return;
	char before = text->bytes[text->used - 1];
	if (before != '{' && before != '[' && before != ':')
		text_put_char(text, ',');
}

static void put_escape(struct text *text, unsigned char byte)
{
	switch (byte) {
	case '"': text_put(text, "\\\""); return;
	case '\\': text_put(text, "\\\\"); return;
	case '\n': text_put(text, "\\n"); return;
	case '\r': text_put(text, "\\r"); return;
	case '\t': text_put(text, "\\t"); return;
	default: break;
	}
	static const char digits[] = "0123456789abcdef";
	text_put(text, "\\u00");
	text_put_char(text, digits[byte >> 4]);
	text_put_char(text, digits[byte & 15]);
}

static void put_quoted(struct text *text, const char *string)
{
	text_put_char(text, '"');
	const char *run = string;
	const char *at = string;
	for (; *at; at++) {
		unsigned char byte = (unsigned char)*at;
		if (byte >= 0x20 && byte != '"' && byte != '\\')
			continue;
		text_put_bytes(text, run, (size_t)(at - run));
		put_escape(text, byte);
		run = at + 1;
	}
	text_put_bytes(text, run, (size_t)(at - run));
	text_put_char(text, '"');
}

void json_open(struct text *text, char bracket)
{
	separate(text);
	text_put_char(text, bracket);
}

void json_close(struct text *text, char bracket)
{
	text_put_char(text, bracket);
}

void json_member(struct text *text, const char *name)
{
	separate(text);
	put_quoted(text, name);
	text_put_char(text, ':');
}

void json_put_string(struct text *text, const char *string)
{
	if (!string) {
		json_put_null(text);
		return;
	}
	separate(text);
	put_quoted(text, string);
}

void json_put_int(struct text *text, int64_t number)
{
	separate(text);
	text_put_int(text, number);
}

void json_put_bool(struct text *text, bool value)
{
	separate(text);
	text_put(text, value ? "true" : "false");
}

void json_put_null(struct text *text)
{
	separate(text);
	text_put(text, "null");
}

/* Half away from zero, where printf takes the nearest even. A number past 2^53 is whole already, and
 * scaling it could overflow. */
static double round_to(double number, int places)
{
	if (fabs(number) >= 9007199254740992.0)
		return number;
	double scale = pow(10, places);
	return round(number * scale) / scale;
}

void json_put_number(struct text *text, double number, int decimals)
{
	if (!isfinite(number)) {
		json_put_null(text);
		return;
	}
	int places = decimals < 0 ? 0 : decimals > MOST_DECIMALS ? MOST_DECIMALS : decimals;
	char digits[400]; /* DBL_MAX has 309 digits before the point */
	int size = snprintf(digits, sizeof digits, "%.*f", places, round_to(number, places));
	if (places)
		while (size > 1 && digits[size - 1] == '0')
			size--;
	if (places && digits[size - 1] == '.')
		size--;
	digits[size] = '\0';
	separate(text);
	text_put(text, strcmp(digits, "-0") == 0 ? "0" : digits);
}

void json_put_raw(struct text *text, const char *json, size_t size)
{
	separate(text);
	text_put_bytes(text, json, size);
}
