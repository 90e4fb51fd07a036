#include "result/images.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/log.h"
#include "definition/mapping.h"
#include "store/responses.h"

enum { FOLLOW_EVERY = 100 /* milliseconds */ };

/* One survey's image. Readers hold lock shared; who follows holds it alone. */
struct entry {
	struct entry *next;
	int32_t survey;
	pthread_rwlock_t lock;
	int32_t version;           /* as whose rows the image is laid out; 0: there is no image */
	struct mapping **mappings; /* of the versions 1 … version - 1, in order */
	uint8_t *row;              /* room for a mapped one */
	size_t columns;
	struct image *image;
	int64_t boundary;    /* the highest place that is in it */
	int64_t followed_at; /* clock_milliseconds; 0: never */
};

struct images {
	struct store *store;
	struct published *published;
	pthread_mutex_t lock; /* of the list */
	struct entry *entries;
};

struct images *images_new(struct store *store, struct published *published)
{
	struct images *images = calloc(1, sizeof *images);
	if (!images)
		abort();
	images->store = store;
	images->published = published;
	pthread_mutex_init(&images->lock, NULL);
	return images;
}

static void empty(struct entry *entry)
{
	for (int32_t i = 0; i + 1 < entry->version; i++)
		mapping_free(entry->mappings[i]);
	free(entry->mappings);
	free(entry->row);
	image_free(entry->image);
	entry->mappings = NULL;
	entry->row = NULL;
	entry->image = NULL;
	entry->version = 0;
	entry->boundary = 0;
	entry->followed_at = 0;
}

void images_free(struct images *images)
{
	if (!images)
		return;
	for (struct entry *entry = images->entries; entry;) {
		struct entry *next = entry->next;
		empty(entry);
		pthread_rwlock_destroy(&entry->lock);
		free(entry);
		entry = next;
	}
	pthread_mutex_destroy(&images->lock);
	free(images);
}

static struct entry *add_entry(struct images *images, int32_t survey)
{
	struct entry *entry = calloc(1, sizeof *entry);
	if (!entry)
		abort();
	entry->survey = survey;
	pthread_rwlock_init(&entry->lock, NULL);
	entry->next = images->entries;
	images->entries = entry;
	return entry;
}

static struct entry *find_entry(struct images *images, int32_t survey)
{
	pthread_mutex_lock(&images->lock);
	struct entry *entry = images->entries;
	while (entry && entry->survey != survey)
		entry = entry->next;
	if (!entry)
		entry = add_entry(images, survey);
	pthread_mutex_unlock(&images->lock);
	return entry;
}

static int take_row(void *context, const struct coded_response *response)
{
	struct entry *entry = context;
	if (response->version == entry->version && response->row_size == entry->columns)
		return image_append(entry->image, response->row, response->record_key);
	if (response->version < 1 || response->version >= entry->version)
		return IMAGES_UNAVAILABLE;
	const struct mapping *mapping = entry->mappings[response->version - 1];
	if (response->row_size != mapping_from_columns(mapping))
		return IMAGES_UNAVAILABLE;
	mapping_apply(mapping, entry->row, response->row);
	return image_append(entry->image, entry->row, response->record_key);
}

/* Begins an empty image in the layout of the survey's newest version. */
static int begin(struct images *images, struct entry *entry, const struct published_survey *survey)
{
	size_t older = (size_t)survey->version - 1;
	entry->columns = survey->definition->columns;
	entry->image = image_new(entry->columns);
	entry->row = calloc(entry->columns ? entry->columns : 1, 1);
	entry->mappings = calloc(older ? older : 1, sizeof(struct mapping *));
	entry->version = survey->version;
	if (!entry->row || !entry->mappings)
		abort();
	for (size_t i = 0; i < older; i++) {
		const struct definition *definition = NULL;
		if (published_version(
			    &definition, images->published, survey->survey.key, (int32_t)(i + 1)))
			return IMAGES_UNAVAILABLE;
		entry->mappings[i] = mapping_new(definition, survey->definition);
	}
	return 0;
}

static bool is_fresh(const struct entry *entry, const struct published_survey *survey)
{
	return entry->version == survey->version && entry->followed_at &&
	       clock_milliseconds() - entry->followed_at < FOLLOW_EVERY;
}

/* Brings the image up to a boundary of now. Called with the entry locked alone. */
static int follow(struct images *images, struct entry *entry, const struct published_survey *survey)
{
	int64_t now = clock_milliseconds();
	int64_t boundary = 0;
	if (is_fresh(entry, survey))
		return 0;
	if (responses_boundary(&boundary, images->store, entry->survey))
		return IMAGES_UNAVAILABLE;
	if (entry->version != survey->version) {
		empty(entry);
		if (begin(images, entry, survey)) {
			empty(entry);
			return IMAGES_UNAVAILABLE;
		}
	}
	if (boundary > entry->boundary && responses_read(images->store, entry->survey,
						  entry->boundary, boundary, take_row, entry)) {
		log_error("an image could not be filled", NULL);
		empty(entry);
		return IMAGES_UNAVAILABLE;
	}
	entry->boundary = boundary;
	entry->followed_at = now;
	return 0;
}

int images_take(
	const struct image **image, struct images *images, const struct published_survey *survey)
{
	struct entry *entry = find_entry(images, survey->survey.id);
	pthread_rwlock_rdlock(&entry->lock);
	while (!is_fresh(entry, survey)) {
		pthread_rwlock_unlock(&entry->lock);
		pthread_rwlock_wrlock(&entry->lock);
		int outcome = follow(images, entry, survey);
		pthread_rwlock_unlock(&entry->lock);
		if (outcome)
			return IMAGES_UNAVAILABLE;
		pthread_rwlock_rdlock(&entry->lock);
	}
	*image = entry->image;
	return 0;
}

void images_give(struct images *images, int32_t survey)
{
	pthread_rwlock_unlock(&find_entry(images, survey)->lock);
}
