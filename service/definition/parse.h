/* Inside definition/: the parts of parsing a document, one file each. */
#ifndef SAMRAD_DEFINITION_PARSE_H
#define SAMRAD_DEFINITION_PARSE_H

#include "definition/definition.h"

/* What parsing carries along. */
struct parsing {
	struct definition *definition;
	struct reading reading;
};

/* A phrase that may be absent. */
struct phrase parse_phrase(struct parsing *parsing, const struct node *source, const char *name);

/* pages: and with them all questions, which get their columns. */
void parse_pages(struct parsing *parsing, const struct node *document);

/* splits and split_tables; after the pages. Without a member splits, each segment alone. */
void parse_splits(struct parsing *parsing, const struct node *document);

/* privacy, with its defaults. */
void parse_privacy(struct parsing *parsing, const struct node *document);

#endif
