#include "http/server.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <ulfius.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "http/connections.h"
#include "http/dispatch.h"
#include "http/listener.h"

/* Sanitizers keep more on the stack. */
#ifdef __has_feature
#define HAS_FEATURE(name) __has_feature(name)
#else
#define HAS_FEATURE(name) 0
#endif
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__ ||                                 \
	HAS_FEATURE(address_sanitizer) || HAS_FEATURE(thread_sanitizer)
enum { STACK = 2 * 1024 * 1024 };
#else
enum { STACK = 256 * 1024 };
#endif

/* Connections that are answered 503 before more are closed without a word. */
enum { SPARE_CONNECTIONS = 50, OTHER_DESCRIPTORS = 100 };

struct server {
	struct _u_instance ulfius;
	struct server_options options;
	struct connections connections;
	int listener;
	unsigned port;
	atomic_bool stopping;
};

static struct pairs take_headers(struct arena *arena, const struct _u_map *map)
{
	size_t count = (size_t)u_map_count(map);
	struct pair *list = arena_take_array(arena, count, sizeof *list);
	for (size_t i = 0; i < count; i++)
		list[i] = (struct pair){map->keys[i], map->values[i] ? map->values[i] : ""};
	return (struct pairs){list, count};
}

static struct incoming take_request(
	const struct server *server, struct arena *arena, const struct _u_request *from)
{
	return (struct incoming){
		.version = from->http_protocol ? from->http_protocol : "",
		.method = from->http_verb,
		.target = from->http_url,
		.headers = take_headers(arena, from->map_header),
		.body = arena_copy(arena, from->binary_body, from->binary_body_length),
		.body_size = from->binary_body_length,
		.overloaded = atomic_load(&server->connections.open) > LIMIT_CONNECTIONS,
	};
}

/* The body moves to Ulfius, which frees it. */
static void give_reply(struct _u_response *to, struct reply *reply)
{
	to->status = (long)reply->status;
	for (size_t i = 0; i < reply->header_count; i++)
		u_map_put(to->map_header, reply->headers[i].name, reply->headers[i].value);
	to->binary_body = reply->body.bytes;
	to->binary_body_length = reply->body.used;
	reply->body = text_init(0);
}

static void log_request(const struct request *request,
	const struct route *route,
	unsigned status,
	int64_t microseconds)
{
	log_info("request", "id", request->id, "method", method_name(request->method), "route",
		route ? route->pattern : "-", "status", LOG_NUMBER(status), "us",
		LOG_NUMBER(microseconds), NULL);
}

static int answer(const struct _u_request *from, struct _u_response *to, void *self)
{
	struct server *server = self;
	struct arena arena = arena_init();
	struct request request;
	struct reply reply;
	int64_t start = clock_microseconds();
	connections_answer();

	struct incoming incoming = take_request(server, &arena, from);
	const struct route *route = dispatch(&server->options, &incoming, &arena, &request, &reply);
	if (atomic_load(&server->stopping))
		reply_header(&reply, "Connection", "close");
	log_request(&request, route, reply.status, clock_microseconds() - start);
	give_reply(to, &reply);
	arena_release(&arena);
	return U_CALLBACK_COMPLETE;
}

/* Ulfius' own callbacks, with ours around them. The library passes the connection as a third argument,
 * which the type of this option doesn't tell of, but its manual does. */
static void *begin(void *self, const char *target, struct MHD_Connection *connection)
{
	void *context = ulfius_uri_logger(self, target ? target : "");
	connections_begin(connection, context);
	return context;
}

static void complete(void *self,
	struct MHD_Connection *connection,
	void **context,
	enum MHD_RequestTerminationCode code)
{
	mhd_request_completed(self, connection, context, code);
	connections_complete(connection);
}

static void forget(void *context)
{
	mhd_request_completed(NULL, NULL, &context, MHD_REQUEST_TERMINATED_WITH_ERROR);
}

/* A connection needs a descriptor; the usual soft limit is 1,024. */
static void raise_descriptors(void)
{
	struct rlimit limit;
	rlim_t wanted = LIMIT_CONNECTIONS + SPARE_CONNECTIONS + OTHER_DESCRIPTORS;
	if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur >= wanted)
		return;
	limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
	if (setrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur < wanted)
		log_warning("few file descriptors", "needed", LOG_NUMBER((int64_t)wanted),
			"allowed", LOG_NUMBER((int64_t)limit.rlim_cur), NULL);
}

static int start_library(struct server *server)
{
	unsigned flags = MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD |
			 MHD_USE_POLL | MHD_USE_ITC;
	struct MHD_OptionItem options[] = {
		{MHD_OPTION_LISTEN_SOCKET,           server->listener,                      NULL                },
		{MHD_OPTION_URI_LOG_CALLBACK,        (intptr_t)begin,                       server              },
		{MHD_OPTION_NOTIFY_COMPLETED,        (intptr_t)complete,                    server              },
		{MHD_OPTION_NOTIFY_CONNECTION,       (intptr_t)connections_notify,          &server->connections},
		{MHD_OPTION_THREAD_STACK_SIZE,       STACK,                                 NULL                },
		{MHD_OPTION_CONNECTION_MEMORY_LIMIT, LIMIT_CONNECTION_MEMORY,               NULL                },
		{MHD_OPTION_CONNECTION_LIMIT,        LIMIT_CONNECTIONS + SPARE_CONNECTIONS, NULL                },
		{MHD_OPTION_CONNECTION_TIMEOUT,      LIMIT_CONNECTION_IDLE / 1000,          NULL                },
		{MHD_OPTION_END,                     0,				     NULL                },
	};
	return ulfius_start_framework_with_mhd_options(&server->ulfius, flags, options);
}

/* One endpoint for all; the bodies that Ulfius cuts at the limit are one byte too long for us. Its own readers of
 * forms stay off, and so do its checks, which drop what they don't like. */
static int prepare_library(struct server *server)
{
	struct _u_instance *ulfius = &server->ulfius;
	if (ulfius_init_instance(ulfius, server->port, NULL, NULL) != U_OK)
		return SERVER_FAILED;
	ulfius->max_post_body_size = LIMIT_BODY + 1;
	ulfius->allowed_post_processor = U_POST_PROCESS_NONE;
	ulfius->check_utf8 = 0;
	return ulfius_add_endpoint_by_val(ulfius, "*", "", "*", 0, answer, server) == U_OK
		       ? 0
		       : SERVER_FAILED;
}

static void free_server(struct server *server)
{
	ulfius_clean_instance(&server->ulfius);
	free(server);
}

static int start(struct server *server)
{
	if (prepare_library(server) || connections_start(&server->connections, forget))
		return SERVER_FAILED;
	if (start_library(server) == U_OK)
		return 0;
	connections_stop(&server->connections);
	log_error("the HTTP library doesn't start", NULL);
	return SERVER_FAILED;
}

int server_start(struct server **out, const struct server_options *options)
{
	struct server *server = calloc(1, sizeof *server);
	if (!server)
		abort();
	server->options = *options;
	server->port = options->port;
	raise_descriptors();
	int failure = listener_open(&server->listener, &server->port, options->address);
	if (failure) {
		free(server);
		return failure == LISTENER_IN_USE ? SERVER_ADDRESS_IN_USE : SERVER_FAILED;
	}
	if (start(server)) {
		close(server->listener);
		free_server(server);
		return SERVER_FAILED;
	}
	*out = server;
	return 0;
}

unsigned server_port(const struct server *server)
{
	return server->port;
}

/* The listening socket is shut down at once, so that clients are refused and not kept waiting; it is
 * closed only when no thread of the library's can be looking at it. */
void server_stop(struct server *server)
{
	atomic_store(&server->stopping, true);
	(void)MHD_quiesce_daemon(server->ulfius.mhd_daemon);
	shutdown(server->listener, SHUT_RDWR);
	connections_drain(&server->connections, LIMIT_DRAIN);
	ulfius_stop_framework(&server->ulfius);
	close(server->listener);
	connections_stop(&server->connections);
	free_server(server);
}
