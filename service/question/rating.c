/* rating: a point of a scale that the survey sets. Coded as its distance from the scale's least. */
#include "question/kinds.h"
#include "question/options.h"
#include "question/points.h"

static void rating_read(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node dont_know = node_member(source, "dont_know");
	scale_read(question, source, reading);
	question->dont_know = node_bool(&dont_know, reading->faults, false);
}

static const char *const rating_members[] = {"scale", "dont_know", NULL};

const struct kind kind_rating = {
	.name = "rating",
	.family = FAMILY_CLASSES,
	.measure = MEASURE_SCALE,
	.members = rating_members,
	.read = rating_read,
	.width = points_width,
	.cells = scale_points,
	.check = points_check,
	.posted = points_posted,
	.control = points_control,
};
