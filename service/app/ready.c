/* samrad ready: asks the service that listens on SAMRAD_LISTEN whether it is ready.
 *
 * Not a client for anything else: one request, one status line, for the health checks of containers that
 * have no curl.
 */
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/complain.h"

enum { SECONDS = 3 /* for each step: connecting, sending, receiving */ };

/* A service that listens on every address is asked on this machine's own. */
static struct address reachable(const struct address *listen)
{
	struct address address = *listen;
	if (strcmp(listen->host, "0.0.0.0") == 0)
		(void)snprintf(address.host, sizeof address.host, "127.0.0.1");
	else if (strcmp(listen->host, "::") == 0)
		(void)snprintf(address.host, sizeof address.host, "::1");
	return address;
}

/* A connected socket, or -1. */
static int connect_to(const struct address *address)
{
	const struct timeval patience = {.tv_sec = SECONDS};
	struct sockaddr_storage name;
	socklen_t size = address_socket(&name, address);
	int connection = socket(name.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (connection < 0)
		return -1;
	if (setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience) == 0 &&
		setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) == 0 &&
		connect(connection, (const struct sockaddr *)&name, size) == 0)
		return connection;
	(void)close(connection);
	return -1;
}

static bool send_request(int connection, const struct address *address)
{
	char host[ADDRESS_TEXT];
	char request[ADDRESS_TEXT + 128];
	address_write(host, address);
	int size = snprintf(request, sizeof request,
		"GET /health/ready HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", host);
	return send(connection, request, (size_t)size, MSG_NOSIGNAL) == size;
}

/* Whether the answer begins with status 200. */
static bool receive_good(int connection)
{
	static const char good[] = "HTTP/1.1 200 ";
	char line[sizeof good - 1];
	ssize_t got = recv(connection, line, sizeof line, MSG_WAITALL);
	return got == (ssize_t)sizeof line && memcmp(line, good, sizeof line) == 0;
}

int ready_run(const struct options *options, char *const *files, size_t count)
{
	struct address address = reachable(&options->listen);
	(void)files;
	(void)count;
	int connection = connect_to(&address);
	if (connection < 0) {
		char text[ADDRESS_TEXT];
		address_write(text, &address);
		return complain(EXIT_FAILED, "nothing answers on %s", text);
	}
	bool is_ready = send_request(connection, &address) && receive_good(connection);
	(void)close(connection);
	return is_ready ? 0 : complain(EXIT_FAILED, "the service isn't ready");
}
