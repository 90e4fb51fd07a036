#include "result/images.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/log.h"
#include "store/responses.h"

enum { FOLLOW_EVERY = 100 /* milliseconds */ };

/* One survey's image. Readers hold lock shared; who follows holds it alone. */
struct entry {
	struct entry *next;
	int32_t survey;
	pthread_rwlock_t lock;
	size_t columns;
	struct image *image;
	int64_t boundary;    /* the highest place that is in it */
	int64_t followed_at; /* clock_milliseconds; 0: never */
};

struct images {
	struct store *store;
	pthread_mutex_t lock; /* of the list */
	struct entry *entries;
};

struct images *images_new(struct store *store)
{
	struct images *images = calloc(1, sizeof *images);
	if (!images)
		abort();
	images->store = store;
	pthread_mutex_init(&images->lock, NULL);
	return images;
}

void images_free(struct images *images)
{
	if (!images)
		return;
	for (struct entry *entry = images->entries; entry;) {
		struct entry *next = entry->next;
		image_free(entry->image);
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
	if (response->row_size != entry->columns)
		return IMAGES_UNAVAILABLE;
	return image_append(entry->image, response->row, response->record_key);
}

/* Begins anew: what is half filled holds some of the rows after the boundary, and would count them twice. */
static void empty(struct entry *entry)
{
	image_free(entry->image);
	entry->image = NULL;
	entry->boundary = 0;
	entry->followed_at = 0;
}

/* Brings the image up to a boundary of now. Called with the entry locked alone. */
static int follow(struct images *images, struct entry *entry)
{
	int64_t now = clock_milliseconds();
	int64_t boundary = 0;
	if (entry->followed_at && now - entry->followed_at < FOLLOW_EVERY)
		return 0;
	if (responses_boundary(&boundary, images->store, entry->survey))
		return IMAGES_UNAVAILABLE;
	if (!entry->image)
		entry->image = image_new(entry->columns);
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

static bool is_fresh(const struct entry *entry)
{
	return entry->followed_at && clock_milliseconds() - entry->followed_at < FOLLOW_EVERY;
}

int images_take(
	const struct image **image, struct images *images, const struct published_survey *survey)
{
	struct entry *entry = find_entry(images, survey->survey.id);
	pthread_rwlock_rdlock(&entry->lock);
	while (!is_fresh(entry)) {
		pthread_rwlock_unlock(&entry->lock);
		pthread_rwlock_wrlock(&entry->lock);
		entry->columns = survey->definition->columns;
		int outcome = follow(images, entry);
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
