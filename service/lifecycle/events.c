#include <string.h>

#include "base/clock.h"
#include "base/limits.h"
#include "lifecycle/document.h"
#include "store/events.h"

/* What checking one event carries along. */
struct checking {
	struct arena *arena;
	struct faults *faults;
};

static const char *const languages[] = {"sv", "en", "fi", "fit", "se"};

static void check_phrase(struct checking *checking, const struct node *above, const char *name)
{
	struct node node = node_member(above, name);
	(void)phrase_read(&node, checking->faults, checking->arena, languages, COUNT_OF(languages));
}

static void check_title(struct checking *checking, const struct node *above)
{
	struct node node = node_member(above, "title");
	if (node_is(&node, checking->faults, "object"))
		check_phrase(checking, above, "title");
}

/* A day or a month. */
static void check_time(
	struct checking *checking, const struct node *event, const char *name, bool is_required)
{
	struct node node = node_member(event, name);
	if (!node.json && !is_required)
		return;
	const char *text = node_string(&node, checking->faults, LIMIT_KEY);
	if (text && !clock_is_date(text) && !clock_is_month(text))
		node_fault(&node, checking->faults, FAULT_INVALID_VALUE, text,
			"a day, like 2020-05-06, or a month, like 2016-10");
}

typedef void element_check(struct checking *checking, const struct node *element);

/* Every element of an array that may be absent is an object; the rest is the check's. */
static void check_each(
	struct checking *checking, const struct node *event, const char *name, element_check *check)
{
	struct node node = node_member(event, name);
	if (!node.json)
		return;
	size_t count = node_array(&node, checking->faults, 0, LIMIT_OPTIONS);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&node, i);
		if (node_is(&element, checking->faults, "object"))
			check(checking, &element);
	}
}

static void check_theme(struct checking *checking, const struct node *theme)
{
	static const char *const known[] = {"key", "title", "summary"};
	struct node key = node_member(theme, "key");
	node_check_members(theme, checking->faults, known, COUNT_OF(known));
	(void)node_key(&key, checking->faults);
	check_title(checking, theme);
	check_phrase(checking, theme, "summary");
}

static void check_speaker(struct checking *checking, const struct node *speaker)
{
	static const char *const known[] = {"name", "affiliation"};
	struct node name = node_member(speaker, "name");
	node_check_members(speaker, checking->faults, known, COUNT_OF(known));
	(void)node_string(&name, checking->faults, LIMIT_PHRASE);
	check_phrase(checking, speaker, "affiliation");
}

static void check_names(struct checking *checking, const struct node *above, const char *name)
{
	struct node node = node_member(above, name);
	if (!node.json)
		return;
	size_t count = node_array(&node, checking->faults, 0, LIMIT_OPTIONS);
	for (size_t i = 0; i < count; i++) {
		struct node element = node_element(&node, i);
		(void)node_string(&element, checking->faults, LIMIT_PHRASE);
	}
}

static void check_session(struct checking *checking, const struct node *session)
{
	static const char *const known[] = {"key", "title", "speakers"};
	struct node key = node_member(session, "key");
	node_check_members(session, checking->faults, known, COUNT_OF(known));
	(void)node_key(&key, checking->faults);
	check_title(checking, session);
	check_names(checking, session, "speakers");
}

static void check_reference(struct checking *checking, const struct node *reference)
{
	static const char *const known[] = {"kind", "title", "authors", "year", "publisher"};
	static const char *const kinds_of_work[] = {
		"report", "book", "inquiry", "study", "article"};
	struct node kind = node_member(reference, "kind");
	struct node title = node_member(reference, "title");
	struct node year = node_member(reference, "year");
	struct node publisher = node_member(reference, "publisher");
	node_check_members(reference, checking->faults, known, COUNT_OF(known));
	(void)node_choice(&kind, checking->faults, kinds_of_work, COUNT_OF(kinds_of_work));
	(void)node_string(&title, checking->faults, LIMIT_PHRASE);
	(void)node_integer(&year, checking->faults, 1500, 2500, 0);
	(void)node_optional_string(&publisher, checking->faults, LIMIT_PHRASE);
	check_names(checking, reference, "authors");
}

void event_check(struct load *load, const struct document *document)
{
	static const char *const known[] = {"key", "title", "summary", "starts", "ends", "place",
		"organiser", "themes", "speakers", "sessions", "references"};
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	struct checking checking = {&arena, &faults};
	struct node event = node_root(document->json);
	struct node key = node_member(&event, "key");
	struct node organiser = node_member(&event, "organiser");

	node_check_members(&event, &faults, known, COUNT_OF(known));
	(void)node_key(&key, &faults);
	(void)node_optional_string(&organiser, &faults, LIMIT_PHRASE);
	check_title(&checking, &event);
	check_phrase(&checking, &event, "summary");
	check_phrase(&checking, &event, "place");
	check_time(&checking, &event, "starts", true);
	check_time(&checking, &event, "ends", false);
	check_each(&checking, &event, "themes", check_theme);
	check_each(&checking, &event, "speakers", check_speaker);
	check_each(&checking, &event, "sessions", check_session);
	check_each(&checking, &event, "references", check_reference);
	document_tell(load, document, &faults);
	arena_release(&arena);
}

int event_store(struct load *load, const struct document *document, struct db *db)
{
	const char *starts = json_string_value(json_object_get(document->json, "starts"));
	const char *day =
		clock_is_date(starts) ? starts : arena_format(&load->arena, "%s-01", starts);
	return events_put(
		db, json_string_value(json_object_get(document->json, "key")), document->text, day);
}
