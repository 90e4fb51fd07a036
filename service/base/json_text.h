/* Writes JSON into a text.
 *
 * Not a document model: puts go straight out, and who calls them keeps the grammar, save for commas:
 * a comma is put where the byte before wants one, so that members and elements can be written without
 * counting. Values are written by json_put_…: jansson has a json_string and a json_null of its own.
 *
 *	json_open(t, '{');
 *	json_member(t, "n");      json_put_int(t, 17);
 *	json_member(t, "shares"); json_open(t, '['); json_put_number(t, 0.5, 3); json_close(t, ']');
 *	json_close(t, '}');       → {"n":17,"shares":[0.5]}
 */
#ifndef SAMRAD_BASE_JSON_TEXT_H
#define SAMRAD_BASE_JSON_TEXT_H

#include "base/text.h"

/* Begins an object '{' or an array '['. */
void json_open(struct text *text, char bracket);

/* Ends an object '}' or an array ']'. */
void json_close(struct text *text, char bracket);

/* The name of the member that comes next, escaped. */
void json_member(struct text *text, const char *name);

/* A string, escaped; NULL becomes null. Must be UTF-8. */
void json_put_string(struct text *text, const char *string);

void json_put_int(struct text *text, int64_t number);
void json_put_bool(struct text *text, bool value);
void json_put_null(struct text *text);

/* A number with at most decimals digits (0 to 12) behind the point, rounded half away from zero,
 * without trailing zeros; NaN and infinities become null. */
void json_put_number(struct text *text, double number, int decimals);

/* A JSON value that stands ready, as it is. */
void json_put_raw(struct text *text, const char *json, size_t size);

#endif
