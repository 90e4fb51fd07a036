/* Checks what a participant sends against a version, and codes it.
 *
 * One check for the API, the form and the loader. It tells every fault and stores nothing.
 */
#ifndef SAMRAD_COLLECT_CHECK_H
#define SAMRAD_COLLECT_CHECK_H

#include "definition/definition.h"
#include "survey/response.h"

/* What happens to an answer to a question that show_if hides: the API refuses it, a form's post may hold what was filled
 * in before another answer hid it. */
enum hidden_answers { HIDDEN_REFUSED, HIDDEN_DROPPED };

/* Codes the answers of a response: sets language, row and texts in *response, whose memory is the arena's. *texts are
 * the response's, to be sealed. body: the node with language and answers. */
void check_answers(struct response *response,
	struct response_text **texts,
	const struct definition *definition,
	const struct node *body,
	enum hidden_answers hidden,
	struct arena *arena,
	struct faults *faults);

#endif
