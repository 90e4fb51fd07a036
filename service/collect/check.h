/* Checks what a participant sends against a version, and codes it.
 *
 * One check for the API, the form and the loader. It tells every fault and stores nothing.
 */
#ifndef SAMRAD_COLLECT_CHECK_H
#define SAMRAD_COLLECT_CHECK_H

#include "definition/definition.h"
#include "survey/response.h"

/* Codes the answers of a response: sets language, row and texts in *response, whose memory is the arena's. *texts are
 * the response's, to be sealed. body: the node with language and answers. */
void check_answers(struct response *response,
	struct response_text **texts,
	const struct definition *definition,
	const struct node *body,
	struct arena *arena,
	struct faults *faults);

#endif
