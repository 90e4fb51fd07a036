/* A survey's life: draft → published → closed, by whom it may be changed when, and what a change must keep.
 *
 *	                put          publish               close
 *	(none)          draft        -                     -
 *	draft           draft        published, version 1  -
 *	published       + draft      published, version+1  closed
 *	closed          -            -                     -
 *
 * A published survey may have a draft beside: the next version.
 */
#ifndef SAMRAD_LIFECYCLE_LIFE_H
#define SAMRAD_LIFECYCLE_LIFE_H

#include "definition/diff.h"
#include "store/store.h"
#include "survey/survey.h"

enum { LIFE_NOT_FOUND = 1, LIFE_UNAVAILABLE = 2, LIFE_REFUSED = 3 };

/* Why an act was refused. */
enum life_refusal {
	LIFE_FAULTY, /* the document: see faults */
	LIFE_STATE,  /* the survey's state doesn't allow it */
	LIFE_STALE, /* somebody else has edited it since; or no revision was given where one must be */
	LIFE_NO_EVENT,    /* there is no such event */
	LIFE_OTHER_EVENT, /* the survey belongs to another event */
	LIFE_INCOMPATIBLE /* the new version would make old answers mean something else: see diff */
};

/* What an act gives back; memory is the arena's. */
struct life_result {
	enum life_refusal refusal; /* with LIFE_REFUSED */
	enum survey_status status; /* as it is now */
	int32_t version;           /* the newest published one */
	int32_t revision;          /* of the draft; 0: none */
	bool is_new;               /* the survey was made by this */
	struct diff diff;          /* of the last version and this one */
};

/* Who does it, for the audit log: writes its line inside the act's transaction. Returns as store/. */
struct life_actor {
	int (*tell)(const struct life_actor *actor,
		struct db *db,
		const char *action,
		const char *survey,
		const char *detail);
	const void *context;
};

/* Stores a draft. document: the definition as it was sent; json: the same, parsed. revision: that of the draft it takes the
 * place of, 0 when the sender knows none. Returns 0, LIFE_UNAVAILABLE or LIFE_REFUSED. */
struct life_draft {
	const char *key;
	const char *document;
	const json_t *json;
	int32_t revision;
};
MUST_CHECK int life_put(struct life_result *result,
	struct store *store,
	const struct life_draft *draft,
	const struct life_actor *actor,
	struct arena *arena,
	struct faults *faults);

/* Publishes the draft as the next version. The same returns, and LIFE_NOT_FOUND. */
MUST_CHECK int life_publish(struct life_result *result,
	struct store *store,
	const char *key,
	const struct life_actor *actor,
	struct arena *arena,
	struct faults *faults);

/* Closes a published survey: answers that are under way are taken, later ones not. The same returns. */
MUST_CHECK int life_close(struct life_result *result,
	struct store *store,
	const char *key,
	const struct life_actor *actor,
	struct arena *arena);

#endif
