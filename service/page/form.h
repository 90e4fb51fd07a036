/* A survey as a form, with what was typed and what was wrong with it.
 *
 *	fields ──▶ submit.c ──▶ answers as the API has them ──▶ collect/
 *	  ▲                        faults by JSON pointer  │
 *	  └── form.c ◀─────────────────────────────────────┘
 *
 * Ids, by a question's key: q. the question, l. its title, h. help, e. faults, c. the control where there is
 * only one.
 */
#ifndef SAMRAD_PAGE_FORM_H
#define SAMRAD_PAGE_FORM_H

#include "definition/published.h"
#include "page/view.h"

/* A nonce of our own making: random bytes, and the characters that they are written in. */
enum { FORM_NONCE_BYTES = 24, FORM_NONCE = 32 };

/* What is said above the form. */
enum form_notice {
	NOTICE_NONE,
	NOTICE_FAULTS,     /* of the answers: a list with links */
	NOTICE_STALE,      /* the form's own fields can't be used: look over and send again */
	NOTICE_UNAVAILABLE /* it couldn't be stored now: send again */
};

struct form {
	const struct published_survey *survey;
	const struct pairs *typed;
	const struct faults *faults;
	const char *nonce;
	enum form_notice notice;
};

/* The whole page, up to the end of <main>. */
void form_write(struct view *view, const struct form *form);

/* One question with its title, help, faults and control. */
void form_write_question(
	struct view *view, const struct form *form, const struct question *question);

/* What is said above the form: nothing, a sentence, or all faults with links to their questions. */
void form_write_notice(struct view *view, const struct form *form);

/* The next fault from *at on that is at the question (NULL: at none of the survey's); moves *at past it. NULL: there
 * is no other. */
const struct fault *form_next_fault(
	const struct form *form, const struct question *question, size_t *at);

/* A fault in a sentence to a participant. From the arena. */
const char *form_sentence(
	const struct view *view, const struct question *question, const struct fault *fault);

#endif
