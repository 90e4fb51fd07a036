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

static size_t code_at(const struct image *image, const struct image_axis *axis, size_t row)
{
	size_t code = image->codes[axis->column][row];
	return axis->is_wide ? code << 8 | image->codes[axis->column + 1][row] : code;
}

/* The class of a row on an axis; classes and more: it has none. */
static size_t class_at(const struct image *image, const struct image_axis *axis, size_t row)
{
	size_t code = code_at(image, axis, row);
	if (code >= axis->codes)
		return SIZE_MAX;
	return axis->fold ? axis->fold[code] : code;
}

/* Why a row has no answer on an axis. A wide code repeats its reason in both bytes. */
static enum missing reason_at(const struct image *image, const struct image_axis *axis, size_t row)
{
	uint8_t code = image->codes[axis->column][row];
	for (int reason = 0; reason < MISSING_COUNT; reason++)
		if (missing_code((enum missing)reason) == code)
			return (enum missing)reason;
	return MISSING_NOT_ASKED;
}

/* The group of a row; SIZE_MAX: it isn't counted. */
static size_t group_at(const struct image *image, const struct image_query *query, size_t row)
{
	if (query->where && class_at(image, query->where, row) != query->where_class)
		return SIZE_MAX;
	return query->groups ? class_at(image, query->groups, row) : 0;
}

static size_t count_groups(const struct image_query *query)
{
	return query->groups ? query->groups->classes : 1;
}

const struct tally *image_count(
	const struct image *image, const struct image_query *query, struct arena *arena)
{
	const struct image_axis *counted = &query->counted;
	struct tally *tally = tally_new(arena, count_groups(query), counted->classes);
	for (size_t row = 0; row < image->rows; row++) {
		size_t group = group_at(image, query, row);
		if (group >= tally->groups)
			continue;
		size_t class = class_at(image, counted, row);
		if (class < counted->classes)
			tally_add(tally, group, class, 1, image->keys[row]);
		else
			tally_add_missing(
				tally, group, reason_at(image, counted, row), 1, image->keys[row]);
	}
	return tally;
}

const struct tally *image_count_order(const struct image *image,
	const struct image_query *query,
	size_t rival,
	struct arena *arena)
{
	const struct image_axis *counted = &query->counted;
	struct tally *tally = tally_new(arena, count_groups(query), 2);
	for (size_t row = 0; row < image->rows; row++) {
		size_t group = group_at(image, query, row);
		size_t rank = image->codes[counted->column][row];
		size_t other = image->codes[rival][row];
		if (group >= tally->groups)
			continue;
		if (rank >= counted->codes)
			tally_add_missing(
				tally, group, reason_at(image, counted, row), 1, image->keys[row]);
		else if (rank != other)
			tally_add(tally, group, rank && (!other || rank < other) ? 0 : 1, 1,
				image->keys[row]);
	}
	return tally;
}
