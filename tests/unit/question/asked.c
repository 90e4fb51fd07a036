#include "question/asked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

void asked_init(struct asked *asked, const char *json)
{
	static const char *const languages[] = {"sv", "en"};
	struct json_fault malformed;
	asked->arena = arena_init();
	asked->faults = faults_init(&asked->arena);
	char *text = arena_string(&asked->arena, json);
	for (char *at = text; *at; at++)
		if (*at == '\'')
			*at = '"';
	assert_int_equal(json_parse(&asked->source, &malformed, text, strlen(text)), 0);
	struct node node = node_root(asked->source);
	struct reading reading = {&asked->arena, &asked->faults, languages, 2, NULL};
	assert_true(question_read(&asked->question, &node, &reading));
	assert_int_equal(asked->faults.found, 0);
}

void asked_release(struct asked *asked)
{
	json_decref(asked->source);
	arena_release(&asked->arena);
}

static struct pairs parse(struct asked *asked, const char *fields)
{
	struct pairs pairs;
	assert_int_equal(pairs_parse(&pairs, &asked->arena, fields, strlen(fields)), 0);
	return pairs;
}

const char *asked_posted(struct asked *asked, const char *fields)
{
	struct pairs pairs = parse(asked, fields);
	JSON_OWNED json_t *answer = asked->question.kind->posted(&asked->question, &pairs);
	if (!answer)
		return "";
	char *text = json_dumps(answer, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
	const char *copy = arena_string(&asked->arena, text);
	free(text);
	return copy;
}

const char *asked_control(struct asked *asked, const char *language, const char *fields)
{
	struct pairs typed = parse(asked, fields);
	struct text text = text_init(100 * 1000);
	struct control control = {
		.text = &text,
		.arena = &asked->arena,
		.language = language,
		.typed = &typed,
		.faults = &asked->faults,
	};
	asked->question.kind->control(&asked->question, &control);
	assert_false(text_failed(&text));
	const char *copy = arena_string(&asked->arena, text.bytes);
	text_release(&text);
	return copy;
}
