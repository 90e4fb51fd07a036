#include "question/kinds.h"

#include <string.h>

const struct kind *const kinds[] = {
	&kind_choice,
	&kind_choices,
	&kind_rating,
	&kind_nps,
	&kind_matrix,
	&kind_ranking,
	&kind_allocation,
	&kind_number,
	&kind_date,
	&kind_text,
	&kind_consent,
	NULL,
};

const struct kind *kind_find(const char *name)
{
	for (const struct kind *const *kind = kinds; *kind; kind++)
		if (strcmp((*kind)->name, name) == 0)
			return *kind;
	return NULL;
}
