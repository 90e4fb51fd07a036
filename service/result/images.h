/* Inside result/: the images of surveys, filled when they are first asked for, then followed.
 *
 * An image is laid out as the survey's newest version; rows of older ones are mapped to it. It is begun anew when another
 * version is published. It is followed at most every FOLLOW_EVERY milliseconds, by whoever asks first; the others share what that one
 * finds. Following takes the survey's gate for a moment (a clean boundary), so it must not happen for every request.
 */
#ifndef SAMRAD_RESULT_IMAGES_H
#define SAMRAD_RESULT_IMAGES_H

#include "columns/image.h"
#include "definition/published.h"
#include "store/store.h"

struct images;

enum { IMAGES_UNAVAILABLE = 1 };

struct images *images_new(struct store *store, struct published *published);
void images_free(struct images *images);

/* A survey's image, up to a boundary that is at most FOLLOW_EVERY old, locked for reading until images_give. Returns 0
 * or IMAGES_UNAVAILABLE. Any thread. */
MUST_CHECK int images_take(
	const struct image **image, struct images *images, const struct published_survey *survey);

void images_give(struct images *images, int32_t survey);

#endif
