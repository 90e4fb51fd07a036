#include "http/listener.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/log.h"

static int find_address(struct addrinfo **found, const char *address, unsigned port)
{
	char service[16];
	struct addrinfo hints = {
		.ai_family = AF_UNSPEC,
		.ai_socktype = SOCK_STREAM,
		.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
	};
	(void)snprintf(service, sizeof service, "%u", port);
	return getaddrinfo(address, service, &hints, found);
}

/* SO_REUSEADDR: a service that is started again isn't kept waiting by connections that have ended. */
static int listen_at(int descriptor, const struct addrinfo *address)
{
	int yes = 1;
	if (setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes))
		return -1;
	if (bind(descriptor, address->ai_addr, address->ai_addrlen))
		return -1;
	return listen(descriptor, LIMIT_BACKLOG);
}

static int read_port(int descriptor, unsigned *port)
{
	union {
		struct sockaddr any;
		struct sockaddr_in four;
		struct sockaddr_in6 six;
	} address = {.six = {0}};
	socklen_t size = sizeof address;
	if (getsockname(descriptor, &address.any, &size))
		return -1;
	*port = ntohs(
		address.any.sa_family == AF_INET6 ? address.six.sin6_port : address.four.sin_port);
	return 0;
}

int listener_open(int *descriptor, unsigned *port, const char *address)
{
	struct addrinfo *found = NULL;
	if (*port > UINT16_MAX || find_address(&found, address, *port)) {
		log_error("not an address to listen on", "address", address, NULL);
		return LISTENER_FAILED;
	}
	int failure = 0;
	*descriptor = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (*descriptor < 0 || listen_at(*descriptor, found) || read_port(*descriptor, port)) {
		failure = errno == EADDRINUSE ? LISTENER_IN_USE : LISTENER_FAILED;
		if (failure == LISTENER_FAILED)
			log_error("cannot listen", "address", address, "reason",
				strerrorname_np(errno), NULL);
		if (*descriptor >= 0)
			close(*descriptor);
	}
	freeaddrinfo(found);
	return failure;
}
