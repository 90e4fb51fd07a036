#include "html/markdown.h"

#include <stdbool.h>
#include <string.h>

#include "html/html.h"

/* Emphasis in emphasis: what stands deeper is words, so that the stack is bounded. */
enum { DEEPEST = 4 };

/* A part of the source. */
struct span {
	const char *at;
	const char *end;
};

static bool begins(struct span span, const char *mark)
{
	size_t size = strlen(mark);
	return (size_t)(span.end - span.at) >= size && memcmp(span.at, mark, size) == 0;
}

/* Where the mark stands in the span; NULL: nowhere. */
static const char *find(struct span span, const char *mark)
{
	for (; span.at < span.end; span.at++)
		if (begins(span, mark))
			return span.at;
	return NULL;
}

/* inlines */

static void put_inline(struct text *text, struct span span, int depth);

/* Emphasis that begins here with the mark; false when nothing closes it. */
static bool put_emphasis(struct text *text, struct span *span, const char *mark, int depth)
{
	size_t size = strlen(mark);
	struct span inner = {span->at + size, span->end};
	const char *close = begins(inner, " ") ? NULL : find(inner, mark);
	if (!close || close == inner.at || close[-1] == ' ')
		return false;
	inner.end = close;
	text_put(text, size == 2 ? "<strong>" : "<em>");
	put_inline(text, inner, depth + 1);
	text_put(text, size == 2 ? "</strong>" : "</em>");
	span->at = close + size;
	return true;
}

static bool is_safe_address(struct span address)
{
	static const char *const schemes[] = {"https://", "http://", "mailto:"};
	for (const char *at = address.at; at < address.end; at++)
		if ((unsigned char)*at <= ' ' || *at == '\\')
			return false;
	if (begins(address, "/"))
		return !begins(address, "//");
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (begins(address, schemes[i]))
			return true;
	return false;
}

/* [words](address); false when it isn't one, or leads where it mustn't. */
static bool put_link(struct text *text, struct span *span, int depth)
{
	struct span words = {span->at + 1, span->end};
	const char *middle = find(words, "](");
	if (!middle)
		return false;
	struct span address = {middle + 2, span->end};
	const char *close = find(address, ")");
	if (!close)
		return false;
	words.end = middle;
	address.end = close;
	if (words.at == words.end || !is_safe_address(address))
		return false;
	html_markup(text, "<a");
	html_attribute_bytes(text, "href", address.at, (size_t)(address.end - address.at));
	html_markup(text, ">");
	put_inline(text, words, depth + 1);
	html_markup(text, "</a>");
	span->at = close + 1;
	return true;
}

/* What begins at the span's start and isn't words; false: nothing does. */
static bool put_marked(struct text *text, struct span *span, int depth)
{
	if (begins(*span, "\\\n")) {
		html_markup(text, "<br>");
		span->at += 2;
		return true;
	}
	if (depth == DEEPEST)
		return false;
	if (begins(*span, "**"))
		return put_emphasis(text, span, "**", depth);
	if (begins(*span, "*"))
		return put_emphasis(text, span, "*", depth);
	return begins(*span, "[") && put_link(text, span, depth);
}

static void put_inline(struct text *text, struct span span, int depth)
{
	const char *words = span.at;
	while (span.at < span.end) {
		size_t plain = strcspn(span.at, "*[\\");
		if (plain >= (size_t)(span.end - span.at))
			break;
		span.at += plain;
		html_words_bytes(text, words, (size_t)(span.at - words));
		words = span.at;
		if (put_marked(text, &span, depth))
			words = span.at;
		else
			span.at++;
	}
	html_words_bytes(text, words, (size_t)(span.end - words));
}

/* blocks */

enum block { BLOCK_NONE, BLOCK_PARAGRAPH, BLOCK_LIST, BLOCK_NUMBERED };

static const char *const open_tags[] = {"", "<p>", "<ul>", "<ol>"};
static const char *const close_tags[] = {"", "</p>", "</ul>", "</ol>"};

/* Which block a line belongs to; moves the line past its mark. */
static enum block read_mark(struct span *line)
{
	size_t digits = strspn(line->at, "0123456789");
	struct span behind = {line->at + digits, line->end};
	line->at += strspn(line->at, " \t\r");
	if (line->at >= line->end)
		return BLOCK_NONE;
	if (begins(*line, "- ")) {
		line->at += 2;
		return BLOCK_LIST;
	}
	if (digits && digits <= 3 && begins(behind, ". ")) {
		line->at = behind.at + 2;
		return BLOCK_NUMBERED;
	}
	return BLOCK_PARAGRAPH;
}

static struct span next_line(const char **at)
{
	const char *end = *at + strcspn(*at, "\n");
	struct span line = {*at, end};
	*at = *end ? end + 1 : end;
	return line;
}

/* The end of a paragraph that begins at the line: just before an empty line or a list. */
static const char *paragraph_end(struct span line, const char **at)
{
	const char *end = line.end;
	while (**at) {
		const char *ahead = *at;
		struct span next = next_line(&ahead);
		struct span looked_at = next;
		if (read_mark(&looked_at) != BLOCK_PARAGRAPH)
			break;
		end = next.end;
		*at = ahead;
	}
	return end;
}

static void change_block(struct text *text, enum block *block, enum block next)
{
	if (*block == next && next != BLOCK_PARAGRAPH)
		return;
	text_put(text, close_tags[*block]);
	text_put(text, open_tags[next]);
	*block = next;
}

void markdown_put(struct text *text, const char *markdown)
{
	enum block block = BLOCK_NONE;
	while (*markdown) {
		struct span line = next_line(&markdown);
		enum block next = read_mark(&line);
		change_block(text, &block, next);
		if (next == BLOCK_NONE)
			continue;
		if (next == BLOCK_PARAGRAPH) {
			line.end = paragraph_end(line, &markdown);
			put_inline(text, line, 0);
			continue;
		}
		html_markup(text, "<li>");
		put_inline(text, line, 0);
		html_markup(text, "</li>");
	}
	text_put(text, close_tags[block]);
}
