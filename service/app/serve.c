/* samrad serve: puts the service together, listens, and takes it apart when it is told to stop.
 *
 * Threads: this one, which waits for signals; the HTTP library's, one per connection; the committer's
 * (collect/). Nothing is shared but through what is made here.
 *
 * A database that is away doesn't keep the service from starting: /health/ready says no until it is there.
 */
#include <pthread.h>
#include <signal.h>
#include <string.h>

#include "api/context.h"
#include "api/guard.h"
#include "app/commands.h"
#include "app/complain.h"
#include "app/routes.h"
#include "base/limits.h"
#include "collect/collect.h"
#include "http/server.h"
#include "page/context.h"
#include "page/pages.h"
#include "result/result.h"
#include "store/surveys.h"

enum { MOST_TRIES = 20 /* to get a port that was free a moment ago */ };

struct service {
	struct store *store;
	struct published *published;
	struct results *results;
	struct collector *collector;
	struct server *server;
	struct api_context api;
	struct page_context page;
};

/* Where published/ gets surveys from. source: a struct store. */
static int read_survey(
	void *source, struct arena *arena, const char *key, int32_t version, struct survey *survey)
{
	switch (surveys_find(survey, source, arena, key, version)) {
	case 0: return 0;
	case STORE_NOT_FOUND: return PUBLISHED_NOT_FOUND;
	default: return PUBLISHED_UNAVAILABLE;
	}
}

static void build(struct service *service, const struct options *options)
{
	service->store = store_new(options->database_url, DATABASE_CONNECTIONS);
	service->published = published_new(read_survey, service->store);
	service->results = results_new(
		service->store, service->published, options->secret, options->secret_size);
	service->collector = collector_new(
		service->store, service->published, options->secret, options->secret_size);
	service->api = (struct api_context){
		.store = service->store,
		.published = service->published,
		.collector = service->collector,
		.results = service->results,
	};
	service->page = (struct page_context){
		.store = service->store,
		.published = service->published,
		.collector = service->collector,
		.results = service->results,
	};
}

static void take_apart(struct service *service)
{
	collector_free(service->collector);
	results_free(service->results);
	published_free(service->published);
	store_free(service->store);
}

static void check_database(struct store *store)
{
	switch (store_check(store)) {
	case 0: return;
	case STORE_REFUSED:
		log_warning("not ready", "reason",
			"the database isn't at this version: samrad migrate", NULL);
		return;
	default: log_warning("not ready", "reason", "the database can't be reached", NULL); return;
	}
}

static int start_server(
	struct service *service, const struct address *address, const char *public_url)
{
	const struct server_options options = {
		.address = address->host,
		.port = address->port,
		.routes = routes,
		.route_count = route_count,
		.contexts = {[CONTEXT_API] = &service->api, [CONTEXT_PAGE] = &service->page},
		.guard = api_guard,
		.guard_context = service->store,
		.page = page_problem,
		.page_context = &service->page,
		.https = strncmp(public_url, "https://", 8) == 0,
	};
	service->api.public_url = public_url;
	return server_start(&service->server, &options);
}

/* Listens. The public address must be known before the first request, so a free port is found beforehand, and
 * another one when somebody else was quicker. arena: of the public address. */
static int listen_on(struct service *service,
	struct address *address,
	const struct options *options,
	struct arena *arena)
{
	char text[ADDRESS_TEXT];
	int outcome = SERVER_ADDRESS_IN_USE;
	int tries = options->listen.port ? 1 : MOST_TRIES;
	for (; tries > 0 && outcome == SERVER_ADDRESS_IN_USE; tries--) {
		*address = options->listen;
		if (!address->port)
			address->port = address_free_port(address);
		address_write(text, address);
		outcome = start_server(service, address,
			options->public_url ? options->public_url
					    : arena_format(arena, "http://%s", text));
	}
	return outcome;
}

static void wait_for_signal(const sigset_t *signals)
{
	int number = 0;
	while (sigwait(signals, &number) != 0)
		continue;
	log_info("stopping", "signal", number == SIGTERM ? "SIGTERM" : "SIGINT", NULL);
}

/* Until a signal. Returns the exit status. */
static int serve(struct service *service, const struct options *options, const sigset_t *signals)
{
	char text[ADDRESS_TEXT];
	struct address address;
	struct arena arena = arena_init();
	int outcome = listen_on(service, &address, options, &arena);
	address_write(text, &address);
	if (!outcome) {
		log_info("listening", "address", text, NULL);
		wait_for_signal(signals);
		server_stop(service->server);
	}
	arena_release(&arena);
	if (outcome == SERVER_ADDRESS_IN_USE)
		return complain(EXIT_FAILED, "cannot listen on %s: the address is in use", text);
	return outcome ? complain(EXIT_FAILED, "cannot listen on %s", text) : 0;
}

int serve_run(const struct options *options, char *const *files, size_t count)
{
	struct service service = {.server = NULL};
	sigset_t signals;
	(void)files;
	(void)count;
	/* Before the first thread: all inherit it, so that a signal comes to nobody but sigwait. */
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	pthread_sigmask(SIG_BLOCK, &signals, NULL);
	(void)signal(SIGPIPE, SIG_IGN);

	build(&service, options);
	check_database(service.store);
	int status = serve(&service, options, &signals);
	take_apart(&service);
	return status;
}
