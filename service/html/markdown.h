/* Markdown of an organiser as HTML: a small, safe part of it.
 *
 * Not CommonMark. What there is: paragraphs, lines broken by a backslash, lists ("- " and "1. "), *emphasis*,
 * **strong** and [links](https://…). Everything else, HTML too, is words and is escaped. A link leads to
 * https:, http:, mailto: or a path of this service; another address makes it words.
 */
#ifndef SAMRAD_HTML_MARKDOWN_H
#define SAMRAD_HTML_MARKDOWN_H

#include "base/text.h"

void markdown_put(struct text *text, const char *markdown);

#endif
