#include "definition/diff.h"

#include <string.h>

#include "definition/condition.h"

static void add(struct diff *diff,
	enum diff_type type,
	const char *place,
	const char *before,
	const char *after)
{
	if (diff->count == diff->room) {
		size_t room = diff->room ? diff->room * 2 : 16;
		struct change *changes = arena_take_array(diff->arena, room, sizeof *changes);
		if (diff->count)
			memcpy(changes, diff->changes, diff->count * sizeof *changes);
		diff->changes = changes;
		diff->room = room;
	}
	diff->changes[diff->count++] = (struct change){type, place, before, after};
	diff->refused += diff_is_refused(type);
}

bool diff_is_refused(enum diff_type type)
{
	return type >= DIFF_REMOVED;
}

static const char *find_text(const struct phrase *phrase, const char *language)
{
	for (size_t i = 0; i < phrase->count; i++)
		if (strcmp(phrase->texts[i].language, language) == 0)
			return phrase->texts[i].text;
	return NULL;
}

/* Texts that are other words now; a language that came or went is told once, of the whole. */
static void compare_phrase(struct diff *diff,
	const char *place,
	const char *what,
	const struct phrase *before,
	const struct phrase *after)
{
	for (size_t i = 0; i < after->count; i++) {
		const struct phrase_text *now = &after->texts[i];
		const char *was = find_text(before, now->language);
		if (was && strcmp(was, now->text) != 0)
			add(diff, DIFF_REWORDED,
				arena_format(diff->arena, "%s/%s/%s", place, what, now->language),
				was, now->text);
		else if (!was && !before->count)
			add(diff, DIFF_ADDED,
				arena_format(diff->arena, "%s/%s/%s", place, what, now->language),
				NULL, now->text);
	}
}

static const struct option *find_option(const struct question *question, const char *key)
{
	for (size_t i = 0; i < question->option_count; i++)
		if (strcmp(question->options[i].key, key) == 0)
			return &question->options[i];
	return NULL;
}

static void compare_option(struct diff *diff,
	const char *place,
	const struct option *before,
	const struct option *after)
{
	compare_phrase(diff, place, "label", &before->label, &after->label);
	compare_phrase(diff, place, "help", &before->help, &after->help);
	if (before->exclusive != after->exclusive)
		add(diff, after->exclusive ? DIFF_NARROWED : DIFF_CHANGED,
			arena_format(diff->arena, "%s/exclusive", place),
			before->exclusive ? "true" : "false", after->exclusive ? "true" : "false");
}

static void compare_options(struct diff *diff,
	const char *place,
	const struct question *before,
	const struct question *after)
{
	for (size_t i = 0; i < before->option_count; i++) {
		const struct option *was = &before->options[i];
		const struct option *now = find_option(after, was->key);
		const char *of = arena_format(diff->arena, "%s/options/%s", place, was->key);
		if (now)
			compare_option(diff, of, was, now);
		else
			add(diff, DIFF_REMOVED, of, phrase_in(&was->label, "sv"), NULL);
	}
	for (size_t i = 0; i < after->option_count; i++) {
		const struct option *now = &after->options[i];
		if (!find_option(before, now->key))
			add(diff, DIFF_ADDED,
				arena_format(diff->arena, "%s/options/%s", place, now->key), NULL,
				phrase_in(&now->label, "sv"));
	}
}

static const struct item *find_item(const struct question *question, const char *key)
{
	for (size_t i = 0; i < question->item_count; i++)
		if (strcmp(question->items[i].key, key) == 0)
			return &question->items[i];
	return NULL;
}

static void compare_items(struct diff *diff,
	const char *place,
	const struct question *before,
	const struct question *after)
{
	for (size_t i = 0; i < before->item_count; i++) {
		const struct item *was = &before->items[i];
		const struct item *now = find_item(after, was->key);
		const char *of = arena_format(diff->arena, "%s/items/%s", place, was->key);
		if (now)
			compare_phrase(diff, of, "label", &was->label, &now->label);
		else
			add(diff, DIFF_REMOVED, of, phrase_in(&was->label, "sv"), NULL);
	}
	for (size_t i = 0; i < after->item_count; i++)
		if (!find_item(before, after->items[i].key))
			add(diff, DIFF_ADDED,
				arena_format(
					diff->arena, "%s/items/%s", place, after->items[i].key),
				NULL, phrase_in(&after->items[i].label, "sv"));
}

/* A number that answers depend on. */
static void compare_number(struct diff *diff,
	const char *place,
	const char *what,
	enum diff_type type,
	double before,
	double after)
{
	if (before < after || before > after)
		add(diff, type, arena_format(diff->arena, "%s/%s", place, what),
			arena_format(diff->arena, "%.10g", before),
			arena_format(diff->arena, "%.10g", after));
}

static void compare_flag(struct diff *diff,
	const char *place,
	const char *what,
	enum diff_type type,
	bool before,
	bool after)
{
	if (before != after)
		add(diff, type, arena_format(diff->arena, "%s/%s", place, what),
			before ? "true" : "false", after ? "true" : "false");
}

static void compare_scale(struct diff *diff,
	const char *place,
	const struct question *before,
	const struct question *after)
{
	const struct scale *was = &before->scale;
	const struct scale *now = &after->scale;
	compare_number(diff, place, "scale/min", DIFF_REDEFINED, was->least, now->least);
	compare_number(diff, place, "scale/max", DIFF_REDEFINED, was->most, now->most);
	compare_phrase(diff, place, "scale/labels/min", &was->least_label, &now->least_label);
	compare_phrase(diff, place, "scale/labels/max", &was->most_label, &now->most_label);
}

static bool has_same_bounds(const struct range *before, const struct range *after)
{
	if (before->bound_count != after->bound_count)
		return false;
	for (size_t i = 0; i < before->bound_count; i++)
		if (before->bounds[i] < after->bounds[i] || before->bounds[i] > after->bounds[i])
			return false;
	return true;
}

static bool is_narrower(bool had, double was, bool has, double now, bool is_least)
{
	if (!has)
		return false;
	return !had || (is_least ? now > was : now < was);
}

static void compare_range(
	struct diff *diff, const char *place, const struct range *before, const struct range *after)
{
	if (!has_same_bounds(before, after))
		add(diff, DIFF_REDEFINED, arena_format(diff->arena, "%s/classes", place), NULL,
			NULL);
	if (is_narrower(before->has_least, before->least, after->has_least, after->least, true))
		add(diff, DIFF_NARROWED, arena_format(diff->arena, "%s/min", place),
			before->least_name, after->least_name);
	if (is_narrower(before->has_most, before->most, after->has_most, after->most, false))
		add(diff, DIFF_NARROWED, arena_format(diff->arena, "%s/max", place),
			before->most_name, after->most_name);
	compare_phrase(diff, place, "unit", &before->unit, &after->unit);
}

/* What kinds share, whatever the kind: members that it doesn't use are equal. */
static void compare_rules(struct diff *diff,
	const char *place,
	const struct question *before,
	const struct question *after)
{
	bool fewer =
		after->most_picks < before->most_picks || after->least_picks > before->least_picks;
	if (fewer || after->most_picks > before->most_picks ||
		after->least_picks < before->least_picks)
		add(diff,
			fewer && after->option_count == before->option_count ? DIFF_NARROWED
									     : DIFF_CHANGED,
			arena_format(diff->arena, "%s/picks", place), NULL, NULL);
	compare_number(diff, place, "total", DIFF_REDEFINED, before->total, after->total);
	compare_number(diff, place, "top", after->top < before->top ? DIFF_NARROWED : DIFF_CHANGED,
		(double)before->top, (double)after->top);
	compare_number(diff, place, "max_length",
		after->max_length < before->max_length ? DIFF_NARROWED : DIFF_CHANGED,
		(double)before->max_length, (double)after->max_length);
	compare_flag(diff, place, "other", after->other ? DIFF_ADDED : DIFF_REMOVED, before->other,
		after->other);
	compare_flag(diff, place, "dont_know", after->dont_know ? DIFF_ADDED : DIFF_REMOVED,
		before->dont_know, after->dont_know);
	compare_flag(diff, place, "refused", after->refused ? DIFF_ADDED : DIFF_REMOVED,
		before->refused, after->refused);
	compare_flag(diff, place, "required", DIFF_CHANGED, before->required, after->required);
	compare_flag(diff, place, "segment", DIFF_CHANGED, before->segment, after->segment);
}

static const char *name_of(const char *string)
{
	return string ? string : "";
}

static void compare_question(
	struct diff *diff, const struct question *before, const struct question *after)
{
	const char *place = arena_format(diff->arena, "questions/%s", before->key);
	if (before->kind != after->kind) {
		add(diff, DIFF_REDEFINED, arena_format(diff->arena, "%s/kind", place),
			before->kind->name, after->kind->name);
		return;
	}
	compare_phrase(diff, place, "title", &before->title, &after->title);
	compare_phrase(diff, place, "help", &before->help, &after->help);
	if (strcmp(name_of(before->series), name_of(after->series)) != 0)
		add(diff, before->series ? DIFF_REDEFINED : DIFF_ADDED,
			arena_format(diff->arena, "%s/series", place), before->series,
			after->series);
	if (!condition_is_same(before->show_if, after->show_if))
		add(diff, after->show_if ? DIFF_NARROWED : DIFF_CHANGED,
			arena_format(diff->arena, "%s/show_if", place), NULL, NULL);
	compare_options(diff, place, before, after);
	compare_items(diff, place, before, after);
	compare_scale(diff, place, before, after);
	compare_range(diff, place, &before->range, &after->range);
	compare_rules(diff, place, before, after);
}

static void compare_questions(
	struct diff *diff, const struct definition *before, const struct definition *after)
{
	const struct question *last = NULL;
	for (size_t i = 0; i < before->question_count; i++) {
		const struct question *was = &before->questions[i];
		const struct question *now = definition_question(after, was->key);
		const char *place = arena_format(diff->arena, "questions/%s", was->key);
		if (!now) {
			add(diff, DIFF_REMOVED, place, phrase_in(&was->title, "sv"), NULL);
			continue;
		}
		if (last && now < last)
			add(diff, DIFF_MOVED, place, NULL, NULL);
		else
			last = now;
		compare_question(diff, was, now);
	}
	for (size_t i = 0; i < after->question_count; i++)
		if (!definition_question(before, after->questions[i].key))
			add(diff, DIFF_ADDED,
				arena_format(diff->arena, "questions/%s", after->questions[i].key),
				NULL, phrase_in(&after->questions[i].title, "sv"));
}

static bool has_language(const struct definition *definition, const char *language)
{
	for (size_t i = 0; i < definition->language_count; i++)
		if (strcmp(definition->languages[i], language) == 0)
			return true;
	return false;
}

static void compare_languages(
	struct diff *diff, const struct definition *before, const struct definition *after)
{
	for (size_t i = 0; i < before->language_count; i++)
		if (!has_language(after, before->languages[i]))
			add(diff, DIFF_REMOVED,
				arena_format(diff->arena, "languages/%s", before->languages[i]),
				NULL, NULL);
	for (size_t i = 0; i < after->language_count; i++)
		if (!has_language(before, after->languages[i]))
			add(diff, DIFF_ADDED,
				arena_format(diff->arena, "languages/%s", after->languages[i]),
				NULL, NULL);
}

struct diff diff_definitions(
	const struct definition *before, const struct definition *after, struct arena *arena)
{
	struct diff diff = {.arena = arena};
	if (before->kind != after->kind)
		add(&diff, DIFF_REDEFINED, "kind", NULL, NULL);
	if (strcmp(before->event, after->event) != 0)
		add(&diff, DIFF_REDEFINED, "event", before->event, after->event);
	compare_languages(&diff, before, after);
	compare_phrase(&diff, "", "title", &before->title, &after->title);
	compare_phrase(&diff, "", "intro", &before->intro, &after->intro);
	compare_phrase(&diff, "", "thanks", &before->thanks, &after->thanks);
	if (before->opens_at != after->opens_at)
		add(&diff, DIFF_CHANGED, "opens_at", NULL, NULL);
	if (before->closes_at != after->closes_at)
		add(&diff, DIFF_CHANGED, "closes_at", NULL, NULL);
	if (before->privacy.table != after->privacy.table ||
		after->privacy.min_group < before->privacy.min_group)
		add(&diff, DIFF_REDEFINED, "privacy", NULL, NULL);
	compare_questions(&diff, before, after);
	return diff;
}

const char *diff_sentence(const struct change *change, struct arena *arena)
{
	static const char *const verbs[] = {
		[DIFF_ADDED] = "is new",
		[DIFF_REWORDED] = "is worded anew",
		[DIFF_MOVED] = "stands elsewhere",
		[DIFF_CHANGED] = "is set anew",
		[DIFF_REMOVED] = "is gone: answers may refer to it",
		[DIFF_REDEFINED] =
			"isn't what it was: answers before and after can't be counted together",
		[DIFF_NARROWED] = "is narrower: answers that were given couldn't be given any more",
	};
	const char *text = arena_format(arena, "%s %s", change->place, verbs[change->type]);
	if (change->before && change->after)
		return arena_format(arena, "%s: “%s” → “%s”", text, change->before, change->after);
	if (change->before || change->after)
		return arena_format(
			arena, "%s: “%s”", text, change->before ? change->before : change->after);
	return text;
}
