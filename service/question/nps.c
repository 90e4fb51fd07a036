/* nps: how likely one is to recommend something, 0 to 10 (Net Promoter Score). Coded as that number. */
#include "question/kinds.h"
#include "question/options.h"
#include "question/points.h"
#include "survey/words.h"

static struct phrase end_label(enum word word, struct reading *reading)
{
	struct phrase_text *texts =
		arena_take_array(reading->arena, reading->language_count, sizeof *texts);
	for (size_t i = 0; i < reading->language_count; i++)
		texts[i] = (struct phrase_text){
			reading->languages[i], words_in(reading->languages[i], word)};
	return (struct phrase){texts, reading->language_count};
}

static void nps_read(struct question *question, const struct node *source, struct reading *reading)
{
	struct node dont_know = node_member(source, "dont_know");
	question->scale = (struct scale){
		.least = 0,
		.most = 10,
		.least_label = end_label(WORD_NOT_LIKELY, reading),
		.most_label = end_label(WORD_VERY_LIKELY, reading),
	};
	question->dont_know = node_bool(&dont_know, reading->faults, false);
}

static const char *const nps_members[] = {"dont_know", NULL};

const struct kind kind_nps = {
	.name = "nps",
	.family = FAMILY_CLASSES,
	.measure = MEASURE_NPS,
	.members = nps_members,
	.read = nps_read,
	.width = points_width,
	.cells = scale_points,
	.check = points_check,
	.posted = points_posted,
	.control = points_control,
};
