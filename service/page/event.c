#include "page/event.h"

#include <string.h>

#include "base/json.h"

static const char *read_string(struct arena *arena, const json_t *json, const char *name)
{
	const char *string = json_string_value(json_object_get(json, name));
	return string ? arena_string(arena, string) : NULL;
}

static struct phrase read_phrase(struct arena *arena, const json_t *json)
{
	json_t *object = (json_t *)json;
	struct phrase phrase = {NULL, 0};
	struct phrase_text *texts = arena_take_array(arena, json_object_size(json), sizeof *texts);
	for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at)) {
		const char *text = json_string_value(json_object_iter_value(at));
		if (text)
			texts[phrase.count++] =
				(struct phrase_text){arena_string(arena, json_object_iter_key(at)),
					arena_string(arena, text)};
	}
	phrase.texts = texts;
	return phrase;
}

static void read_themes(struct event *event, struct arena *arena, const json_t *themes)
{
	event->theme_count = json_array_size(themes);
	event->themes = arena_take_array(arena, event->theme_count, sizeof *event->themes);
	for (size_t i = 0; i < event->theme_count; i++)
		event->themes[i] =
			read_phrase(arena, json_object_get(json_array_get(themes, i), "title"));
}

struct event event_read(struct arena *arena, const char *key, const char *document)
{
	JSON_OWNED json_t *json = NULL;
	struct json_fault fault;
	struct event event = {.key = key, .starts = ""};
	if (json_parse(&json, &fault, document, strlen(document)))
		return event;
	const char *starts = read_string(arena, json, "starts");
	event.title = read_phrase(arena, json_object_get(json, "title"));
	event.summary = read_phrase(arena, json_object_get(json, "summary"));
	event.place = read_phrase(arena, json_object_get(json, "place"));
	event.starts = starts ? starts : "";
	event.ends = read_string(arena, json, "ends");
	event.organiser = read_string(arena, json, "organiser");
	read_themes(&event, arena, json_object_get(json, "themes"));
	return event;
}
