#include "page/view.h"

#include <string.h>

#include "base/limits.h"
#include "html/markdown.h"
#include "http/negotiation.h"

/* A query is at most LIMIT_TARGET bytes; every byte may need three. */
enum { LONGEST_ADDRESS = 4 * LIMIT_TARGET };

static const char *chosen_language(const struct request *request)
{
	const char *asked = pairs_find(&request->query, "lang");
	for (size_t i = 0; asked && i < interface_language_count; i++)
		if (strcmp(asked, interface_languages[i]) == 0)
			return interface_languages[i];
	const char *header = request_header(request, "Accept-Language");
	return interface_languages[negotiate_language(
		header, interface_languages, interface_language_count)];
}

struct view view_init(const struct request *request)
{
	return (struct view){
		.text = text_init(LIMIT_REPLY),
		.arena = request->arena,
		.request = request,
		.language = chosen_language(request),
	};
}

void view_words(struct view *view, enum word word)
{
	html_words(&view->text, words_in(view->language, word));
}

void view_fill(struct view *view, enum word word, const char *first, const char *second)
{
	html_words(&view->text, words_fill(view->arena, view->language, word, first, second));
}

void view_fill_number(struct view *view, enum word word, long long number)
{
	view_fill(view, word, arena_format(view->arena, "%lld", number), NULL);
}

static bool is_foreign(const struct view *view, const struct phrase *phrase)
{
	const char *language = phrase_language(phrase, view->language);
	return language && strcmp(language, view->language) != 0;
}

void view_language(struct view *view, const struct phrase *phrase)
{
	if (is_foreign(view, phrase))
		html_attribute(&view->text, "lang", phrase_language(phrase, view->language));
}

void view_phrase(struct view *view, const struct phrase *phrase)
{
	const char *words = phrase_in(phrase, view->language);
	if (!words)
		return;
	if (!is_foreign(view, phrase)) {
		html_words(&view->text, words);
		return;
	}
	html_markup(&view->text, "<span");
	view_language(view, phrase);
	html_markup(&view->text, ">");
	html_words(&view->text, words);
	html_markup(&view->text, "</span>");
}

void view_markdown(struct view *view, const struct phrase *phrase)
{
	const char *markdown = phrase_in(phrase, view->language);
	if (!markdown)
		return;
	html_markup(&view->text, "<div");
	view_language(view, phrase);
	html_markup(&view->text, ">");
	markdown_put(&view->text, markdown);
	html_markup(&view->text, "</div>");
}

void view_attribute(struct view *view, const char *name, const char *first, const char *second)
{
	html_attribute(&view->text, name, arena_format(view->arena, "%s%s", first, second));
}

const char *view_encode(const struct view *view, const char *value)
{
	static const char digits[] = "0123456789ABCDEF";
	char *encoded = arena_take(view->arena, 3 * strlen(value) + 1);
	char *to = encoded;
	for (; *value; value++) {
		unsigned char byte = (unsigned char)*value;
		bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
			     (byte >= '0' && byte <= '9') || strchr("-._~", byte);
		if (plain) {
			*to++ = (char)byte;
			continue;
		}
		*to++ = '%';
		*to++ = digits[byte >> 4];
		*to++ = digits[byte & 15];
	}
	return encoded;
}

static void add_pair(
	const struct view *view, struct text *address, const char *name, const char *value)
{
	text_put_char(address, address->used && strchr(address->bytes, '?') ? '&' : '?');
	text_put(address, view_encode(view, name));
	text_put_char(address, '=');
	text_put(address, view_encode(view, value));
}

const char *view_address(const struct view *view, const char *name, const char *value)
{
	struct text address = text_init(LONGEST_ADDRESS);
	const struct pairs *query = &view->request->query;
	text_put(&address, view->request->path);
	for (size_t i = 0; i < query->count; i++)
		if (strcmp(query->list[i].name, name) != 0 && *query->list[i].value)
			add_pair(view, &address, query->list[i].name, query->list[i].value);
	if (value)
		add_pair(view, &address, name, value);
	const char *copy = text_failed(&address) ? "/" : arena_string(view->arena, address.bytes);
	text_release(&address);
	return copy;
}
