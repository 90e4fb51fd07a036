/* The handlers of all pages: what routes[] names. Their context is a struct page_context. */
#ifndef SAMRAD_PAGE_PAGES_H
#define SAMRAD_PAGE_PAGES_H

#include "http/server.h"

/* GET / */
handler page_front;
/* GET /s/{survey} */
handler page_form;
/* POST /s/{survey} */
handler page_submit;
/* GET /s/{survey}/results */
handler page_results;
/* GET /problems/{problem} */
handler page_problem_type;
/* GET /static/{file} */
handler page_static;

/* A problem that people meet where there was to be a page. The context isn't looked at. */
problem_page page_problem;

#endif
