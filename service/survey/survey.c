#include "survey/survey.h"

const char *survey_status_name(enum survey_status status)
{
	switch (status) {
	case SURVEY_DRAFT: return "draft";
	case SURVEY_PUBLISHED: return "published";
	case SURVEY_CLOSED:
	default: return "closed";
	}
}
