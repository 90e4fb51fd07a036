#include "survey/words.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"

const char *const interface_languages[] = {"sv", "en"};
const size_t interface_language_count = COUNT_OF(interface_languages);

static bool is_english(const char *language)
{
	return strcmp(language, "en") == 0;
}

const char *words_in(const char *language, enum word word)
{
	return is_english(language) ? words_en[word] : words_sv[word];
}

static const char *fill(
	struct arena *arena, const char *sentence, const char *first, const char *second)
{
	struct text text = text_init(LIMIT_DEFINITION);
	for (const char *at = sentence; *at; at++) {
		bool is_value = at[0] == '{' && (at[1] == '1' || at[1] == '2') && at[2] == '}';
		if (!is_value) {
			text_put_char(&text, *at);
			continue;
		}
		const char *value = at[1] == '1' ? first : second;
		text_put(&text, value ? value : "");
		at += 2;
	}
	const char *filled = text.bytes ? arena_copy(arena, text.bytes, text.used) : "";
	text_release(&text);
	return filled;
}

const char *words_fill(struct arena *arena,
	const char *language,
	enum word word,
	const char *first,
	const char *second)
{
	return fill(arena, words_in(language, word), first, second);
}

const char *words_fault(struct arena *arena, const char *language, const struct fault *fault)
{
	const char *const(*sentences)[2] = is_english(language) ? fault_words_en : fault_words_sv;
	const char *const *pair = sentences[fault->code];
	return fill(
		arena, fault->second && *pair[1] ? pair[1] : pair[0], fault->first, fault->second);
}
