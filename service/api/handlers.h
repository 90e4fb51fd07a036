/* The API's handlers, one file per resource of openapi/paths/; app/routes.c has their addresses.
 * The context of each is a struct api_context. */
#ifndef SAMRAD_API_HANDLERS_H
#define SAMRAD_API_HANDLERS_H

#include "http/router.h"

handler api_info_read;
handler api_events_list;
handler api_events_read;
handler api_surveys_list;
handler api_surveys_read;
handler api_responses_create;
handler api_results_read;
handler api_keys_create;
handler api_keys_list;
handler api_keys_revoke;
handler api_audit_list;
handler api_health_live;
handler api_health_ready;
handler api_openapi_read;

#endif
