#include "question/question.h"

#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "question/options.h"
#include "survey/words.h"

static const char *const common_members[] = {
	"key", "kind", "title", "help", "required", "segment", "series", "show_if", "refused"};
enum { MOST_OWN_MEMBERS = 8 };

static size_t list_names(const char **names)
{
	size_t count = 0;
	for (const struct kind *const *kind = kinds; *kind; kind++)
		names[count++] = (*kind)->name;
	return count;
}

static const struct kind *read_kind(const struct node *source, struct reading *reading)
{
	const char *names[32];
	struct node node = node_member(source, "kind");
	int index = node_choice(&node, reading->faults, names, list_names(names));
	return index < 0 ? NULL : kinds[index];
}

static void check_members(const struct kind *kind, const struct node *source, struct faults *faults)
{
	const char *known[COUNT_OF(common_members) + MOST_OWN_MEMBERS];
	size_t count = COUNT_OF(common_members);
	memcpy(known, common_members, sizeof common_members);
	for (const char *const *own = kind->members; *own; own++)
		known[count++] = *own;
	node_check_members(source, faults, known, count);
}

static struct phrase read_phrase(
	const struct node *source, const char *name, struct reading *reading)
{
	struct node node = node_member(source, name);
	return phrase_read(&node, reading->faults, reading->arena, reading->languages,
		reading->language_count);
}

static void read_common(
	struct question *question, const struct node *source, struct reading *reading)
{
	struct node title = node_member(source, "title");
	struct node required = node_member(source, "required");
	struct node segment = node_member(source, "segment");
	struct node series = node_member(source, "series");
	struct node refused = node_member(source, "refused");
	if (node_is(&title, reading->faults, "object"))
		question->title = read_phrase(source, "title", reading);
	question->help = read_phrase(source, "help", reading);
	question->required = node_bool(&required, reading->faults, false);
	question->segment = node_bool(&segment, reading->faults, false);
	question->refused = node_bool(&refused, reading->faults, false);
	const char *key = series.json ? node_key(&series, reading->faults) : NULL;
	question->series = key ? arena_string(reading->arena, key) : NULL;
	if (question->segment && strcmp(question->kind->name, "choice") != 0)
		node_fault(&segment, reading->faults, FAULT_NOT_ALLOWED, "segment",
			"only a choice question divides results");
}

bool question_read(struct question *question, const struct node *source, struct reading *reading)
{
	*question = (struct question){.key = NULL};
	if (!node_is(source, reading->faults, "object"))
		return false;
	struct node key = node_member(source, "key");
	const char *name = node_key(&key, reading->faults);
	question->kind = read_kind(source, reading);
	if (!name || !question->kind)
		return false;
	question->key = arena_string(reading->arena, name);
	check_members(question->kind, source, reading->faults);
	read_common(question, source, reading);
	question->kind->read(question, source, reading);
	question->columns = question->kind->width(question);
	return true;
}

/* {"missing": "dont_know"}: an answer that says why there is none. */
static bool is_missing(const json_t *answer)
{
	return json_is_object(answer) && json_object_get(answer, "missing");
}

static void check_missing(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	static const char *const known[] = {"missing"};
	struct node node = node_member(answer, "missing");
	node_check_members(answer, answering->faults, known, COUNT_OF(known));
	const char *reason = node_string(&node, answering->faults, LIMIT_KEY);
	if (!reason)
		return;
	bool is_unknown = strcmp(reason, "dont_know") == 0 && question->dont_know;
	bool is_refused = strcmp(reason, "refused") == 0 && question->refused;
	if (is_unknown || is_refused)
		memset(answering->row + question->first_column,
			is_unknown ? CODE_DONT_KNOW : CODE_REFUSED, question->columns);
	else
		node_fault(&node, answering->faults, FAULT_NOT_ALLOWED, reason, NULL);
}

void question_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	if (!answer->json) {
		if (question->required)
			node_fault(answer, answering->faults, FAULT_REQUIRED, NULL, NULL);
	} else if (is_missing(answer->json)) {
		check_missing(question, answer, answering);
	} else {
		question->kind->check(question, answer, answering);
	}
}

static bool has_options(const struct question *question)
{
	return question->option_count > 0;
}

const char *question_cell_key(const struct question *question, size_t cell, struct arena *arena)
{
	if (question->kind->cell_key)
		return question->kind->cell_key(question, cell, arena);
	if (!has_options(question))
		return arena_format(arena, "%d", question->scale.least + (int)cell);
	return cell < question->option_count ? question->options[cell].key : "other";
}

const char *question_cell_label(
	const struct question *question, size_t cell, const char *language, struct arena *arena)
{
	if (!has_options(question))
		return question_cell_key(question, cell, arena);
	if (cell == question->option_count)
		return words_in(language, WORD_OTHER);
	return phrase_in(&question->options[cell].label, language);
}

int question_code_find(const struct question *question, const char *key)
{
	for (size_t i = 0; i < question->option_count; i++)
		if (strcmp(question->options[i].key, key) == 0)
			return (int)i;
	return question->other && strcmp(key, "other") == 0 ? (int)question->option_count : -1;
}

uint16_t question_code_at(const struct question *question, const uint8_t *codes)
{
	return (uint16_t)(question->columns == 2 ? codes[0] << 8 | codes[1] : codes[0]);
}

void question_hide(const struct question *question, struct answering *answering)
{
	memset(answering->row + question->first_column, CODE_HIDDEN, question->columns);
}

void question_code_put(const struct question *question, uint8_t *row, uint16_t code)
{
	uint8_t *codes = row + question->first_column;
	if (question->columns == 2)
		*codes++ = (uint8_t)(code >> 8);
	*codes = (uint8_t)code;
}

struct question *question_group(
	const struct question *question, size_t grouping, struct arena *arena)
{
	const struct grouping *by = &question->groupings[grouping];
	struct question *grouped = arena_take(arena, sizeof *grouped);
	struct option *options = arena_take_array(arena, by->class_count, sizeof *options);
	for (size_t i = 0; i < by->class_count; i++)
		options[i] =
			(struct option){.key = by->classes[i].key, .label = by->classes[i].label};
	*grouped = *question;
	grouped->key = arena_format(arena, "%s~%s", question->key, by->key);
	grouped->title = by->title;
	grouped->options = options;
	grouped->option_count = by->class_count;
	grouped->other = false;
	grouped->codes = question->option_count;
	grouped->fold = question->folds[grouping];
	grouped->groupings = NULL;
	grouped->grouping_count = 0;
	return grouped;
}
