/* Inside lifecycle/: the files of one load, and what each of them is.
 *
 * A file says by its members what it is: an event has `starts`, a code list `codes`, a survey's definition `pages`,
 * responses `responses`.
 */
#ifndef SAMRAD_LIFECYCLE_DOCUMENT_H
#define SAMRAD_LIFECYCLE_DOCUMENT_H

#include <stdio.h>

#include "collect/secrets.h"
#include "definition/definition.h"
#include "store/store.h"

enum document_type {
	DOCUMENT_EVENT,
	DOCUMENT_CODE_LIST,
	DOCUMENT_SURVEY,
	DOCUMENT_RESPONSES,
	DOCUMENT_UNKNOWN
};

struct document {
	const char *path;
	enum document_type type;
	json_t *json;
	const char *text;              /* the file as it is; NUL-terminated */
	struct definition *definition; /* of a survey; NULL for others and where it is faulty */
	struct code_list *list;        /* of a code list; likewise */
};

/* One load: its documents, and where faults go. */
struct load {
	struct arena arena;
	struct document *documents;
	size_t count;
	FILE *out;
	size_t faults; /* told so far */
	struct secrets secrets;
	struct code_list *
		*stored; /* lists that the database has; those among the documents go before them */
	size_t stored_count;
};

/* Reads and parses a file into *document. What can't be read or isn't JSON is told; then its type is
 * DOCUMENT_UNKNOWN and json NULL. */
void document_read(struct document *document, struct load *load, const char *path);

/* Tells the faults of a document: "FILE:/pointer: sentence". */
void document_tell(struct load *load, const struct document *document, const struct faults *faults);

/* Tells one fault that stands in no list. place: its JSON pointer; "" for the whole document. */
void document_refuse(struct load *load,
	const struct document *document,
	const char *place,
	const char *sentence);

/* The definition of a survey among the documents, or NULL. Borrowed. */
const struct definition *load_definition(const struct load *load, const char *survey);

/* Checks an event. */
void event_check(struct load *load, const struct document *document);

/* Stores an event. Returns as store/. */
MUST_CHECK int event_store(struct load *load, const struct document *document, struct db *db);

/* Checks a code list and keeps it. */
void code_list_check(struct load *load, struct document *document);

/* Stores a code list. Returns as store/. */
MUST_CHECK int code_list_store(struct load *load, const struct document *document, struct db *db);

/* The lists that a definition may name: those among the documents, then those of the database. */
struct code_lists load_code_lists(struct load *load);

/* Reads the lists of the database. Returns as store/. */
MUST_CHECK int load_stored_lists(struct load *load, struct db *db);

/* The documents of the lists that a definition names, as the database has them now: what is stored with a version. */
MUST_CHECK int survey_lists(
	const char **lists, struct load *load, const json_t *definition, struct db *db);

/* Checks a definition and keeps it. */
void survey_check(struct load *load, struct document *document);

/* Publishes a survey as its version 1, or finds that it is published already. Returns as store/; STORE_REFUSED also,
 * told, when something else is published under its key. */
MUST_CHECK int survey_store(struct load *load, const struct document *document, struct db *db);

/* Checks responses against the definition among the documents; where it isn't among them, responses_load checks
 * against the published one. */
void responses_check(struct load *load, const struct document *document);

/* Checks and stores responses. Returns as store/; STORE_REFUSED, told, when one is faulty. */
MUST_CHECK int responses_load(struct load *load, const struct document *document, struct db *db);

#endif
