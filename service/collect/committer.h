/* Commits responses together: whoever waits when the last commit is done goes into the next one.
 *
 *	requests ──▶ queue ──▶ committer (one thread, one connection) ──▶ PostgreSQL
 *	   ▲                        │ one statement = one transaction for all of a survey that wait
 *	   └────── own outcome ◀────┘
 *
 * There is no timer: a lone response goes at once, and a crowd gathers by itself while a commit is under way. A
 * request gets its outcome only after the commit that held it is durable. When a connection breaks in a commit, the
 * committer reconnects and sends the same responses again: those that were stored are found under their key and id.
 */
#ifndef SAMRAD_COLLECT_COMMITTER_H
#define SAMRAD_COLLECT_COMMITTER_H

#include "store/responses.h"

struct committer;

enum { COMMITTER_BUSY = 1 };

/* Starts the thread. Caller owns. */
struct committer *committer_new(struct store *store);

/* Lets what waits have its outcome, ends the thread, frees. */
void committer_free(struct committer *committer);

/* Hands in a response, borrowed, and waits for what became of it. Returns 0, or COMMITTER_BUSY at once when the
 * queue is full or the committer is stopping (the response was not stored). Any thread. */
MUST_CHECK int committer_commit(struct stored_response *outcome,
	struct committer *committer,
	const struct response *response);

#endif
