#include "question/points.h"

#include "question/fields.h"
#include "question/options.h"

size_t points_width(const struct question *question)
{
	(void)question;
	return 1;
}

void points_check(
	const struct question *question, const struct node *answer, struct answering *answering)
{
	int code = scale_check(question, answer, answering);
	if (code >= 0)
		answering->row[question->first_column] = (uint8_t)code;
}

json_t *points_posted(const struct question *question, const struct pairs *fields)
{
	const char *value = pairs_find(fields, question->key);
	return value && *value ? field_number(value) : NULL;
}

void points_control(const struct question *question, struct control *control)
{
	field_scale(control, question, question->key);
	if (question->dont_know)
		field_dont_know(control, "radio", question->key);
}
