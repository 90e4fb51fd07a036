#include "format/format.h"

#include "format/results_json.h"

const struct format formats[FORMAT_COUNT] = {
	{"json", "application/json", results_json_write},
};
