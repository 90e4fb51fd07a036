/* What lists tell of a survey: a few members of its definition beside its state.
 *
 * Not a parsed definition: a list of surveys takes its few members out of each document, which was checked
 * when it was published.
 */
#ifndef SAMRAD_API_SURVEY_DOCUMENT_H
#define SAMRAD_API_SURVEY_DOCUMENT_H

#include "base/text.h"
#include "survey/survey.h"

/* key, kind, status, title. */
void survey_put_of_event(struct text *text, const struct survey *survey);

/* The same with event, version, languages, opens_at, closes_at, results and made_up. */
void survey_put_brief(struct text *text, const struct survey *survey);

#endif
