#include "columns/image.h"

#include <stdbool.h>
#include <stdlib.h>

#include "columns/counts.h"

enum { FIRST_ROOM = 256 };

struct image {
	size_t columns;
	size_t rows;
	size_t room; /* rows that fit */
	uint32_t *keys;
	uint8_t **codes; /* of columns, each of room bytes */
};

struct image *image_new(size_t columns)
{
	struct image *image = calloc(1, sizeof *image);
	if (!image)
		abort();
	image->columns = columns;
	image->codes = calloc(columns ? columns : 1, sizeof *image->codes);
	if (!image->codes)
		abort();
	return image;
}

void image_free(struct image *image)
{
	if (!image)
		return;
	for (size_t i = 0; i < image->columns; i++)
		free(image->codes[i]);
	free(image->codes);
	free(image->keys);
	free(image);
}

/* Every array gets the new room or keeps the old: room is set last, so that a failure in between leaves an image that
 * only has more memory than it uses. */
static bool grow(struct image *image)
{
	size_t room = image->room ? image->room * 2 : FIRST_ROOM;
	uint32_t *keys = realloc(image->keys, room * sizeof *keys);
	if (!keys)
		return false;
	image->keys = keys;
	for (size_t i = 0; i < image->columns; i++) {
		uint8_t *codes = realloc(image->codes[i], room);
		if (!codes)
			return false;
		image->codes[i] = codes;
	}
	image->room = room;
	return true;
}

int image_append(struct image *image, const uint8_t *row, uint32_t key)
{
	if (image->rows == image->room && !grow(image))
		return IMAGE_FULL;
	for (size_t i = 0; i < image->columns; i++)
		image->codes[i][image->rows] = row[i];
	image->keys[image->rows] = key;
	image->rows++;
	return 0;
}

static bool is_counted(const struct image *image, const struct image_query *query, size_t row)
{
	return query->where_column < 0 ||
	       image->codes[query->where_column][row] == query->where_code;
}

const struct tally *image_count(
	const struct image *image, const struct image_query *query, struct arena *arena)
{
	struct tally *tally = tally_new(arena, query->groups);
	const uint8_t *codes = image->codes[query->column];
	const uint8_t *groups = query->group_column < 0 ? NULL : image->codes[query->group_column];
	for (size_t row = 0; row < image->rows; row++) {
		size_t group = groups ? groups[row] : 0;
		if (group >= query->groups || !is_counted(image, query, row))
			continue;
		struct count *count = &tally->counts[group][codes[row]];
		count->responses++;
		count->keys += image->keys[row];
	}
	return tally;
}
