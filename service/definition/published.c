#include "definition/published.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "definition/stored.h"

enum { HEAD_AGE = 1000 /* milliseconds that a head is trusted */ };

/* A parsed version. Never changed, never freed before the end. */
struct version {
	struct version *next;
	int32_t number;
	int64_t published_at;
	const char *document;
	struct definition *definition;
	struct arena arena;
};

/* A survey that has been asked for. */
struct entry {
	struct entry *next;
	struct survey survey; /* its strings are the arena's */
	int64_t read_at;      /* clock_milliseconds of the head */
	struct version *versions;
	struct arena arena;
};

struct published {
	pthread_mutex_t lock;
	struct entry *entries;
	published_reader *reader;
	void *source;
};

struct published *published_new(published_reader *reader, void *source)
{
	struct published *published = calloc(1, sizeof *published);
	if (!published)
		abort();
	pthread_mutex_init(&published->lock, NULL);
	published->reader = reader;
	published->source = source;
	return published;
}

static void free_versions(struct version *version)
{
	while (version) {
		struct version *next = version->next;
		definition_free(version->definition);
		arena_release(&version->arena);
		free(version);
		version = next;
	}
}

void published_free(struct published *published)
{
	if (!published)
		return;
	for (struct entry *entry = published->entries; entry;) {
		struct entry *next = entry->next;
		free_versions(entry->versions);
		arena_release(&entry->arena);
		free(entry);
		entry = next;
	}
	pthread_mutex_destroy(&published->lock);
	free(published);
}

static struct entry *find_entry(struct published *published, const char *key)
{
	for (struct entry *entry = published->entries; entry; entry = entry->next)
		if (strcmp(entry->survey.key, key) == 0)
			return entry;
	return NULL;
}

static struct version *find_version(const struct entry *entry, int32_t number)
{
	for (struct version *version = entry->versions; version; version = version->next)
		if (version->number == number)
			return version;
	return NULL;
}

static struct entry *add_entry(struct published *published, const struct survey *survey)
{
	struct entry *entry = calloc(1, sizeof *entry);
	if (!entry)
		abort();
	entry->arena = arena_init();
	entry->survey = *survey;
	entry->survey.key = arena_string(&entry->arena, survey->key);
	entry->survey.event = arena_string(&entry->arena, survey->event);
	entry->survey.definition = NULL;
	entry->next = published->entries;
	published->entries = entry;
	return entry;
}

/* Adds the version that survey holds. NULL when its definition can't be read. */
static struct version *add_version(struct entry *entry, const struct survey *survey, int32_t number)
{
	struct definition *definition = NULL;
	if (stored_parse(&definition, survey->definition, survey->lists)) {
		log_error("a published definition can't be read", "survey", survey->key, NULL);
		return NULL;
	}
	struct version *version = calloc(1, sizeof *version);
	if (!version)
		abort();
	version->arena = arena_init();
	version->number = number;
	version->published_at = survey->published_at;
	version->document = arena_string(&version->arena, survey->definition);
	version->definition = definition;
	version->next = entry->versions;
	entry->versions = version;
	return version;
}

/* Reads a survey (version 0: its head) and keeps what was read. Called without the lock, takes it to keep. */
static int refresh(struct published *published, const char *key, int32_t number)
{
	struct arena arena = arena_init();
	struct survey survey;
	int outcome = published->reader(published->source, &arena, key, number, &survey);
	if (!outcome) {
		pthread_mutex_lock(&published->lock);
		struct entry *entry = find_entry(published, key);
		entry = entry ? entry : add_entry(published, &survey);
		entry->survey.status = survey.status;
		entry->survey.opened = survey.opened;
		entry->survey.version = survey.version;
		entry->read_at = clock_milliseconds();
		int32_t read = number ? number : survey.version;
		if (!find_version(entry, read) && !add_version(entry, &survey, read))
			outcome = PUBLISHED_UNAVAILABLE;
		pthread_mutex_unlock(&published->lock);
	}
	arena_release(&arena);
	return outcome;
}

/* Looks without the database. Returns whether the version is there and, when the newest is asked for, the head fresh:
 * a version that was named doesn't change, so that who sends answers to it never waits for a head. */
static bool
look(struct published_survey *found, struct published *published, const char *key, int32_t number)
{
	pthread_mutex_lock(&published->lock);
	const struct entry *entry = find_entry(published, key);
	bool is_good = entry && (number || clock_milliseconds() - entry->read_at < HEAD_AGE);
	const struct version *version =
		is_good ? find_version(entry, number ? number : entry->survey.version) : NULL;
	if (version)
		*found = (struct published_survey){
			.survey = entry->survey,
			.version = version->number,
			.published_at = version->published_at,
			.document = version->document,
			.definition = version->definition,
		};
	pthread_mutex_unlock(&published->lock);
	return version != NULL;
}

int published_find(struct published_survey *found,
	struct published *published,
	const char *key,
	int32_t version)
{
	if (look(found, published, key, version))
		return 0;
	int outcome = refresh(published, key, version);
	if (outcome)
		return outcome;
	return look(found, published, key, version) ? 0 : PUBLISHED_UNAVAILABLE;
}

int published_version(const struct definition **definition,
	struct published *published,
	const char *key,
	int32_t version)
{
	struct published_survey found;
	int outcome = published_find(&found, published, key, version);
	if (!outcome)
		*definition = found.definition;
	return outcome;
}
