#include "app/routes.h"

#include "api/handlers.h"
#include "base/check.h"
#include "page/pages.h"
#include "survey/scope.h"

/* clang-format off */
const struct route routes[] = {
	{METHOD_GET,    "/api/v1/api-info",                    api_info_read,        CONTEXT_API,  SCOPE_NONE      },
	{METHOD_GET,    "/api/v1/events",                      api_events_list,      CONTEXT_API,  SCOPE_NONE      },
	{METHOD_GET,    "/api/v1/events/{event}",              api_events_read,      CONTEXT_API,  SCOPE_NONE      },
	{METHOD_GET,    "/api/v1/surveys",                     api_surveys_list,     CONTEXT_API,  SCOPE_NONE      },
	{METHOD_GET,    "/api/v1/surveys/{survey}",            api_surveys_read,     CONTEXT_API,  SCOPE_NONE      },
	{METHOD_POST,   "/api/v1/surveys/{survey}/responses",  api_responses_create, CONTEXT_API,  SCOPE_NONE      },
	{METHOD_GET,    "/api/v1/surveys/{survey}/results",    api_results_read,     CONTEXT_API,  SCOPE_IF_GIVEN  },
	{METHOD_POST,   "/api/v1/keys",                        api_keys_create,      CONTEXT_API,  SCOPE_KEYS_WRITE},
	{METHOD_GET,    "/api/v1/keys",                        api_keys_list,        CONTEXT_API,  SCOPE_KEYS_WRITE},
	{METHOD_DELETE, "/api/v1/keys/{prefix}",               api_keys_revoke,      CONTEXT_API,  SCOPE_KEYS_WRITE},
	{METHOD_GET,    "/api/v1/audit",                       api_audit_list,       CONTEXT_API,  SCOPE_AUDIT_READ},
	{METHOD_GET,    "/health/live",                        api_health_live,      CONTEXT_API,  SCOPE_NONE      },
	{METHOD_GET,    "/health/ready",                       api_health_ready,     CONTEXT_API,  SCOPE_NONE      },
	{METHOD_GET,    "/openapi.json",                       api_openapi_read,     CONTEXT_API,  SCOPE_NONE      },
	{METHOD_GET,    "/",                                   page_front,           CONTEXT_PAGE, SCOPE_NONE      },
	{METHOD_GET,    "/s/{survey}",                         page_form,            CONTEXT_PAGE, SCOPE_NONE      },
	{METHOD_POST,   "/s/{survey}",                         page_submit,          CONTEXT_PAGE, SCOPE_NONE      },
	{METHOD_GET,    "/s/{survey}/results",                 page_results,         CONTEXT_PAGE, SCOPE_NONE      },
	{METHOD_GET,    "/problems/{problem}",                 page_problem_type,    CONTEXT_PAGE, SCOPE_NONE      },
	{METHOD_GET,    "/static/{file}",                      page_static,          CONTEXT_PAGE, SCOPE_NONE      },
};
/* clang-format on */

const size_t route_count = COUNT_OF(routes);
