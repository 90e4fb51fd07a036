#include "page/front.h"

#include "base/clock.h"
#include "base/limits.h"
#include "page/context.h"
#include "page/layout.h"
#include "page/pages.h"
#include "page/problem.h"
#include "store/events.h"
#include "store/surveys.h"

static int read_events(struct front *front, struct store *store, struct arena *arena)
{
	struct event_row *rows = NULL;
	bool more = false;
	int outcome =
		events_list(&rows, &front->event_count, &more, store, arena, LIMIT_PAGE_ITEMS, 0);
	if (outcome)
		return outcome;
	struct event *events = arena_take_array(arena, front->event_count, sizeof *events);
	for (size_t i = 0; i < front->event_count; i++)
		events[i] = event_read(arena, rows[i].key, rows[i].document);
	front->events = events;
	return 0;
}

/* Each survey with its parsed definition; one that has disappeared meanwhile is left out. */
static int read_surveys(struct front *front, const struct page_context *page, struct arena *arena)
{
	static const struct survey_filter any = {NULL, NULL};
	struct survey *rows = NULL;
	size_t count = 0;
	bool more = false;
	int outcome =
		surveys_list(&rows, &count, &more, page->store, arena, &any, LIMIT_PAGE_ITEMS, 0);
	if (outcome)
		return outcome;
	struct published_survey *surveys = arena_take_array(arena, count, sizeof *surveys);
	for (size_t i = 0; i < count; i++) {
		struct published_survey *next = &surveys[front->survey_count];
		outcome = published_find(next, page->published, rows[i].key, 0);
		if (outcome == PUBLISHED_UNAVAILABLE)
			return outcome;
		if (!outcome)
			front->survey_count++;
	}
	front->surveys = surveys;
	return 0;
}

void page_front(const void *context, const struct request *request, struct reply *reply)
{
	const struct page_context *page = context;
	struct view view = view_init(request);
	struct front front = {.now = clock_now()};
	if (read_events(&front, page->store, request->arena) ||
		read_surveys(&front, page, request->arena)) {
		problem_send_missing(&view, reply, true);
		return;
	}
	front_write(&view, &front);
	view_send(&view, reply, 200, CACHE_REVALIDATE);
}
