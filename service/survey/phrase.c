#include "survey/phrase.h"

#include <string.h>

#include "base/limits.h"

static const struct phrase_text *find(const struct phrase *phrase, const char *language)
{
	for (size_t i = 0; i < phrase->count; i++)
		if (strcmp(phrase->texts[i].language, language) == 0)
			return &phrase->texts[i];
	return phrase->count ? &phrase->texts[0] : NULL;
}

const char *phrase_in(const struct phrase *phrase, const char *language)
{
	const struct phrase_text *text = find(phrase, language);
	return text ? text->text : NULL;
}

const char *phrase_language(const struct phrase *phrase, const char *language)
{
	const struct phrase_text *text = find(phrase, language);
	return text ? text->language : NULL;
}

struct phrase phrase_read(const struct node *node,
	struct faults *faults,
	struct arena *arena,
	const char *const *languages,
	size_t count)
{
	struct phrase phrase = {NULL, 0};
	if (!node->json || !node_is(node, faults, "object"))
		return phrase;
	node_check_members(node, faults, languages, count);

	struct phrase_text *texts = arena_take_array(arena, count, sizeof *texts);
	for (size_t i = 0; i < count; i++) {
		struct node member = node_member(node, languages[i]);
		const char *text = node_optional_string(&member, faults, LIMIT_PHRASE);
		if (!text)
			continue;
		texts[phrase.count++] =
			(struct phrase_text){languages[i], arena_string(arena, text)};
	}
	phrase.texts = texts;
	if (!phrase.count && !json_object_size(node->json))
		node_fault(node, faults, FAULT_TOO_FEW, "1", "0");
	return phrase;
}
