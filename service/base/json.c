#include "base/json.h"

#include <stdbool.h>

#include "base/limits.h"

struct scan {
	int line;
	int column;
	int depth;
	bool in_string;
	bool escaped;
};

static void scan_string(struct scan *scan, char byte)
{
	if (scan->escaped)
		scan->escaped = false;
	else if (byte == '\\')
		scan->escaped = true;
	else if (byte == '"')
		scan->in_string = false;
}

static void scan_byte(struct scan *scan, char byte)
{
	bool continues_character = ((unsigned char)byte & 0xc0) == 0x80;
	scan->column += !continues_character;
	if (scan->in_string)
		scan_string(scan, byte);
	else if (byte == '"')
		scan->in_string = true;
	else if (byte == '[' || byte == '{')
		scan->depth++;
	else if (byte == ']' || byte == '}')
		scan->depth--;
	if (byte == '\n') {
		scan->line++;
		scan->column = 0;
	}
}

/* Whether the nesting is bounded. It sees strings and brackets as jansson's lexer does up to the first
 * byte that isn't JSON, where jansson stops: so jansson never recurses deeper than was counted here. */
static bool is_shallow(struct json_fault *fault, const char *bytes, size_t size)
{
	struct scan scan = {.line = 1};
	for (size_t i = 0; i < size; i++) {
		scan_byte(&scan, bytes[i]);
		if (scan.depth > LIMIT_JSON_DEPTH) {
			*fault = (struct json_fault){
				scan.line, scan.column, "arrays and objects are nested too deeply"};
			return false;
		}
	}
	return true;
}

static const char *sentence_of(const json_error_t *error)
{
	switch (json_error_code(error)) {
	case json_error_invalid_utf8: return "the text is not UTF-8";
	case json_error_premature_end_of_input: return "the text ends too early";
	case json_error_end_of_input_expected: return "something follows the end of the value";
	case json_error_null_character:
	case json_error_null_byte_in_key: return "a string holds a NUL character";
	case json_error_duplicate_key: return "an object has the same name twice";
	case json_error_numeric_overflow: return "a number is too large";
	default: return "the text is not JSON";
	}
}

int json_parse(json_t **document, struct json_fault *fault, const char *bytes, size_t size)
{
	json_error_t error;
	*document = NULL;
	if (!is_shallow(fault, bytes, size))
		return JSON_MALFORMED;
	*document = json_loadb(bytes, size, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (*document)
		return 0;
	*fault = (struct json_fault){
		.line = error.line > 0 ? error.line : 1,
		.column = error.column > 0 ? error.column : 1,
		.sentence = sentence_of(&error),
	};
	return JSON_MALFORMED;
}

void json_release(json_t **document)
{
	json_decref(*document);
	*document = NULL;
}
