/* The HTTP library by itself, as the bar that our service can't pass: answers every request with the same 17
 * bytes, in the mode that the service uses (threads) or in the one that is fastest for it (pool).
 *
 *	bare threads|pool
 *
 * Prints the port that it listens on, and ends with its standard input. */
#include <microhttpd.h>
#include <stdio.h>
#include <string.h>

static enum MHD_Result answer(void *self,
	struct MHD_Connection *connection,
	const char *target,
	const char *method,
	const char *version,
	const char *body,
	size_t *body_size,
	void **request)
{
	static char text[] = "{\"status\":\"live\"}";
	static int begun;
	(void)self;
	(void)target;
	(void)method;
	(void)version;
	(void)body;
	(void)body_size;
	if (!*request) {
		*request = &begun;
		return MHD_YES;
	}
	struct MHD_Response *response =
		MHD_create_response_from_buffer(strlen(text), text, MHD_RESPMEM_PERSISTENT);
	MHD_add_response_header(response, "Content-Type", "application/json");
	enum MHD_Result queued = MHD_queue_response(connection, 200, response);
	MHD_destroy_response(response);
	return queued;
}

static struct MHD_Daemon *start(const char *mode)
{
	if (strcmp(mode, "pool") == 0)
		return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, NULL,
			MHD_OPTION_THREAD_POOL_SIZE, 2U, MHD_OPTION_END);
	return MHD_start_daemon(MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD |
					MHD_USE_POLL | MHD_USE_ITC,
		0, NULL, NULL, answer, NULL, MHD_OPTION_THREAD_STACK_SIZE, (size_t)64 * 1024,
		MHD_OPTION_CONNECTION_LIMIT, 1000U, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
		(size_t)8192, MHD_OPTION_END);
}

int main(int count, char **words)
{
	struct MHD_Daemon *daemon = count == 2 ? start(words[1]) : NULL;
	if (!daemon) {
		fputs("usage: bare threads|pool\n", stderr);
		return 2;
	}
	printf("%u\n", (unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	(void)fflush(stdout);
	while (getchar() != EOF)
		continue;
	MHD_stop_daemon(daemon);
	return 0;
}
