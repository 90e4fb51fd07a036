#include "result/result.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "disclosure/protect.h"
#include "result/images.h"

struct results {
	struct images *images;
	unsigned char secret[DIGEST_SIPHASH_KEY]; /* of the cell keys */
};

struct results *results_new(
	struct store *store, struct published *published, const void *secret, size_t secret_size)
{
	static const char purpose[] = "samrad cell key 1";
	unsigned char digest[DIGEST_SIZE];
	struct results *results = calloc(1, sizeof *results);
	if (!results)
		abort();
	digest_hmac(digest, secret, secret_size, purpose, strlen(purpose));
	memcpy(results->secret, digest, sizeof results->secret);
	results->images = images_new(store, published);
	return results;
}

void results_free(struct results *results)
{
	if (!results)
		return;
	images_free(results->images);
	free(results);
}

/* What counting one result carries along. */
struct counting {
	const struct image *image;
	const struct result_query *query;
	struct image_axis groups; /* by's, where there is one */
	struct image_axis where;  /* likewise */
	struct protection protection;
	struct result *result;
	struct arena *arena;
};

static struct protection protection_of(
	const struct results *results, const struct privacy *privacy, uint32_t release)
{
	static const char *const names[] = {[PROTECTION_D5] = "d5", [PROTECTION_D3] = "d3"};
	bool has_noise = privacy->table != PROTECTION_NONE;
	return (struct protection){
		.table = has_noise ? protect_table(names[privacy->table]) : NULL,
		.secret = results->secret,
		.release = release,
		.min_group = privacy->min_group,
	};
}

/* A question's column as a dimension; each code is a class of its own where the kind folds none. */
static struct image_axis axis_of(const struct question *question, size_t column, size_t classes)
{
	const struct kind *kind = question->kind;
	return (struct image_axis){
		.column = question->first_column + column,
		.is_wide = kind->family == FAMILY_CLASSES && question->columns == 2,
		.codes = question->fold ? question->codes
			 : kind->codes  ? kind->codes
					: classes,
		.classes = classes,
		.fold = question->fold ? question->fold : kind->fold,
	};
}

/* A segment as a dimension; nothing without one. */
static struct image_axis segment_axis(const struct question *segment)
{
	return segment ? axis_of(segment, 0, segment->kind->cells(segment))
		       : (struct image_axis){0};
}

/* What is counted of a column in this result's groups, of the rows it is about. */
static struct image_query query_of(struct counting *counting, struct image_axis counted)
{
	return (struct image_query){
		.counted = counted,
		.groups = counting->query->by ? &counting->groups : NULL,
		.where = counting->query->where ? &counting->where : NULL,
		.where_class = (size_t)counting->query->where_code,
	};
}

static const struct tally *count_column(
	struct counting *counting, const struct question *question, size_t column, size_t classes)
{
	const struct image_query query = query_of(counting, axis_of(question, column, classes));
	return image_count(counting->image, &query, counting->arena);
}

/* The same question in the same place of every group. */
static struct result_question *question_in(struct counting *counting, size_t group, size_t index)
{
	return &counting->result->groups[group].questions[index];
}

/* choice, rating, nps; and the items of a matrix, each a column. */
static void count_classes(struct counting *counting, size_t index, const struct question *question)
{
	size_t cells = question->kind->cells(question);
	size_t tables = question_in(counting, 0, index)->table_count;
	for (size_t item = 0; item < tables; item++) {
		const struct tally *tally = count_column(counting, question, item, cells);
		for (size_t group = 0; group < counting->result->group_count; group++)
			question_in(counting, group, index)->tables[item] = protect_classes(
				&counting->protection, tally, group, cells, counting->arena);
	}
}

static void count_picks(struct counting *counting, size_t index, const struct question *question)
{
	size_t cells = question->kind->cells(question);
	const struct tally **tallies = arena_take_array(counting->arena, cells, sizeof *tallies);
	for (size_t i = 0; i < cells; i++)
		tallies[i] = count_column(counting, question, i, 2);
	for (size_t group = 0; group < counting->result->group_count; group++)
		question_in(counting, group, index)->tables[0] = protect_picks(
			&counting->protection, tallies, group, cells, counting->arena);
}

/* Those who ranked anything: every rank, and none, is the one class. */
static const struct tally *count_ranked(struct counting *counting, const struct question *question)
{
	static const uint16_t fold[CODE_REFUSED] = {0};
	struct image_axis ranked = axis_of(question, 0, 1);
	ranked.codes = COUNT_OF(fold);
	ranked.fold = fold;
	const struct image_query query = query_of(counting, ranked);
	return image_count(counting->image, &query, counting->arena);
}

static const struct tally *count_pair(
	struct counting *counting, const struct question *question, size_t one, size_t other)
{
	struct image_axis counted = axis_of(question, one, CODE_REFUSED);
	const struct image_query query = query_of(counting, counted);
	return image_count_order(
		counting->image, &query, question->first_column + other, counting->arena);
}

static void count_ranks(struct counting *counting, size_t index, const struct question *question)
{
	size_t options = question->option_count;
	const struct tally **pairs =
		arena_take_array(counting->arena, options * options / 2 + 1, sizeof *pairs);
	size_t count = 0;
	for (size_t i = 0; i < options; i++)
		for (size_t j = i + 1; j < options; j++)
			pairs[count++] = count_pair(counting, question, i, j);
	const struct tally *answered = count_ranked(counting, question);
	for (size_t group = 0; group < counting->result->group_count; group++)
		question_in(counting, group, index)->tables[0] = protect_ranks(
			&counting->protection, answered, pairs, group, options, counting->arena);
}

static void count_question(struct counting *counting, size_t index)
{
	const struct question *question = counting->query->questions[index];
	bool has_items = question->kind->family == FAMILY_ITEMS;
	for (size_t group = 0; group < counting->result->group_count; group++) {
		struct result_question *place = question_in(counting, group, index);
		place->question = question;
		place->table_count = has_items ? question->item_count : 1;
		place->tables = arena_take_array(
			counting->arena, place->table_count, sizeof *place->tables);
	}
	switch (question->kind->family) {
	case FAMILY_PICKS: count_picks(counting, index, question); break;
	case FAMILY_RANKS: count_ranks(counting, index, question); break;
	case FAMILY_CLASSES:
	case FAMILY_ITEMS: count_classes(counting, index, question); break;
	case FAMILY_NONE:
	default: break;
	}
}

static void make_groups(
	struct result *result, const struct result_query *query, struct arena *arena)
{
	result->group_count = query->by ? query->by->kind->cells(query->by) : 1;
	result->groups = arena_take_array(arena, result->group_count, sizeof *result->groups);
	for (size_t i = 0; i < result->group_count; i++) {
		result->groups[i].code = query->by ? (int)i : -1;
		result->groups[i].questions = arena_take_array(
			arena, query->question_count, sizeof *result->groups[i].questions);
	}
}

int result_make(struct result *result,
	struct results *results,
	const struct published_survey *survey,
	const struct result_query *query,
	struct arena *arena)
{
	struct counting counting = {
		.query = query,
		.groups = segment_axis(query->by),
		.where = segment_axis(query->where),
		.result = result,
		.arena = arena,
	};
	*result = (struct result){.survey = survey, .query = *query};
	if (images_take(&counting.image, results->images, survey))
		return RESULT_UNAVAILABLE;
	counting.protection = protection_of(results, &survey->definition->privacy, result->release);
	make_groups(result, query, arena);
	for (size_t i = 0; i < query->question_count; i++)
		count_question(&counting, i);
	images_give(results->images, survey->survey.id);
	return 0;
}
