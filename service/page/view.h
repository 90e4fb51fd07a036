/* A page that is being written: its text, its language, and the puts that all pages share.
 *
 * Not a template. A page is a function that puts; what several pages put stands here or in layout.h.
 *
 * The view's language is one that the interface speaks. An organiser's words may be in another one: every
 * put of theirs says so with a lang attribute.
 */
#ifndef SAMRAD_PAGE_VIEW_H
#define SAMRAD_PAGE_VIEW_H

#include "html/html.h"
#include "http/reply.h"
#include "http/request.h"
#include "survey/phrase.h"
#include "survey/words.h"

struct view {
	struct text text;
	struct arena *arena; /* the request's */
	const struct request *request;
	const char *language; /* one of interface_languages */
};

/* An empty page in the language that the request asks for: by ?lang=, else Accept-Language, else Swedish. */
struct view view_init(const struct request *request);

/* Words of the interface. */
void view_words(struct view *view, enum word word);

/* The same with values in place of {1} and {2}. second may be NULL. */
void view_fill(struct view *view, enum word word, const char *first, const char *second);

/* The same with a whole number. */
void view_fill_number(struct view *view, enum word word, long long number);

/* An organiser's phrase in the view's language, else in the one that it has, marked by a lang attribute. */
void view_phrase(struct view *view, const struct phrase *phrase);

/* The lang attribute that an element with this phrase needs; nothing when it is in the page's language. */
void view_language(struct view *view, const struct phrase *phrase);

/* A phrase of Markdown as blocks in a div; nothing when there is no phrase. */
void view_markdown(struct view *view, const struct phrase *phrase);

/* A name="value" whose value is two parts: id="q." and a key. */
void view_attribute(struct view *view, const char *name, const char *first, const char *second);

/* This page's address with parameter name at value (NULL: without it); other parameters stay. From the arena. */
const char *view_address(const struct view *view, const char *name, const char *value);

/* A value as a part of a query or path, percent-encoded. From the arena. */
const char *view_encode(const struct view *view, const char *value);

#endif
