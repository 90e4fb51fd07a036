#include "api/survey_document.h"

#include <string.h>

#include "api/answer.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/json_text.h"

static json_t *parse(const struct survey *survey)
{
	struct json_fault fault;
	json_t *definition = NULL;
	if (json_parse(&definition, &fault, survey->definition, strlen(survey->definition)))
		return NULL;
	return definition;
}

static void put_member(struct text *text, const json_t *definition, const char *name)
{
	json_member(text, name);
	api_put_document(text, json_object_get(definition, name));
}

/* A time of the definition, in UTC; null where there is none. */
static void put_time(struct text *text, const json_t *definition, const char *name)
{
	char utc[CLOCK_TEXT];
	int64_t seconds = 0;
	const char *given = json_string_value(json_object_get(definition, name));
	json_member(text, name);
	if (given && !clock_parse(&seconds, given)) {
		clock_write(utc, seconds);
		json_put_string(text, utc);
	} else {
		json_put_null(text);
	}
}

static void put_common(struct text *text, const struct survey *survey, const json_t *definition)
{
	json_member(text, "key");
	json_put_string(text, survey->key);
	put_member(text, definition, "kind");
	json_member(text, "status");
	json_put_string(text, survey_status_name(survey->status));
	put_member(text, definition, "title");
}

void survey_put_of_event(struct text *text, const struct survey *survey)
{
	JSON_OWNED json_t *definition = parse(survey);
	json_open(text, '{');
	put_common(text, survey, definition);
	json_close(text, '}');
}

void survey_put_brief(struct text *text, const struct survey *survey)
{
	JSON_OWNED json_t *definition = parse(survey);
	const char *results = json_string_value(json_object_get(definition, "results"));
	json_open(text, '{');
	put_common(text, survey, definition);
	json_member(text, "event");
	json_put_string(text, survey->event);
	json_member(text, "version");
	json_put_int(text, survey->version);
	put_member(text, definition, "languages");
	put_time(text, definition, "opens_at");
	put_time(text, definition, "closes_at");
	json_member(text, "results");
	json_put_string(text, results ? results : "public");
	json_member(text, "made_up");
	json_put_bool(text, json_is_true(json_object_get(definition, "made_up")));
	json_close(text, '}');
}
