/* A question for tests: read from JSON, answered by a form's fields, its control as a string. */
#ifndef TESTS_QUESTION_ASKED_H
#define TESTS_QUESTION_ASKED_H

#include "question/question.h"

struct asked {
	struct arena arena;
	struct faults faults; /* of the form; a test may add some */
	json_t *source;
	struct question question;
};

/* Reads a question written with ' for ", in Swedish and English; it must be without a fault. */
void asked_init(struct asked *asked, const char *json);
void asked_release(struct asked *asked);

/* The answer that the fields mean ("role=a&role.other=x"), as compact JSON with sorted names; "" for none. From the
 * arena. */
const char *asked_posted(struct asked *asked, const char *fields);

/* The control in a language, with the fields typed. From the arena. */
const char *asked_control(struct asked *asked, const char *language, const char *fields);

#endif
