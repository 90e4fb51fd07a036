/* Results as JSON: the form that openapi/schemas/results.yaml describes. */
#ifndef SAMRAD_FORMAT_RESULTS_JSON_H
#define SAMRAD_FORMAT_RESULTS_JSON_H

#include "format/format.h"

/* Writes the document. A withheld table has null in place of every number, never 0, and no reason. */
void results_json_write(struct text *text, const struct result *result, struct arena *arena);

#endif
