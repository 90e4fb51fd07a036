#include "app/address.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <arpa/inet.h>

enum { MOST_PORT = 65535, PORT_DIGITS = 5 };

static int parse_port(unsigned *port, const char *digits)
{
	size_t size = strspn(digits, "0123456789");
	if (size == 0 || size > PORT_DIGITS || digits[size] != '\0')
		return ADDRESS_MALFORMED;
	unsigned long number = strtoul(digits, NULL, 10);
	*port = (unsigned)number;
	return number <= MOST_PORT ? 0 : ADDRESS_MALFORMED;
}

/* The host's bytes: what stands before the last colon, without brackets. NULL when it can't be one. */
static const char *find_host(size_t *size, const char *text, const char *colon, bool is_v6)
{
	const char *host = is_v6 ? text + 1 : text;
	if (is_v6 && (colon == text || colon[-1] != ']'))
		return NULL;
	*size = (size_t)(colon - host) - (is_v6 ? 1 : 0);
	return *size > 0 && *size < INET6_ADDRSTRLEN ? host : NULL;
}

int address_parse(struct address *address, const char *text)
{
	unsigned char bytes[sizeof(struct in6_addr)];
	size_t size = 0;
	*address = (struct address){.is_v6 = text[0] == '['};
	const char *colon = strrchr(text, ':');
	const char *host = colon ? find_host(&size, text, colon, address->is_v6) : NULL;
	if (!host)
		return ADDRESS_MALFORMED;
	memcpy(address->host, host, size);
	if (inet_pton(address->is_v6 ? AF_INET6 : AF_INET, address->host, bytes) != 1)
		return ADDRESS_MALFORMED;
	return parse_port(&address->port, colon + 1);
}

void address_write(char text[ADDRESS_TEXT], const struct address *address)
{
	const char *format = address->is_v6 ? "[%s]:%u" : "%s:%u";
	(void)snprintf(text, ADDRESS_TEXT, format, address->host, address->port);
}

socklen_t address_socket(struct sockaddr_storage *socket, const struct address *address)
{
	memset(socket, 0, sizeof *socket);
	if (address->is_v6) {
		struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)socket;
		v6->sin6_family = AF_INET6;
		v6->sin6_port = htons((in_port_t)address->port);
		(void)inet_pton(AF_INET6, address->host, &v6->sin6_addr);
		return sizeof *v6;
	}
	struct sockaddr_in *v4 = (struct sockaddr_in *)socket;
	v4->sin_family = AF_INET;
	v4->sin_port = htons((in_port_t)address->port);
	(void)inet_pton(AF_INET, address->host, &v4->sin_addr);
	return sizeof *v4;
}

static unsigned port_of(const struct sockaddr_storage *socket)
{
	return ntohs(socket->ss_family == AF_INET6
			     ? ((const struct sockaddr_in6 *)socket)->sin6_port
			     : ((const struct sockaddr_in *)socket)->sin_port);
}

unsigned address_free_port(const struct address *address)
{
	struct sockaddr_storage name;
	struct address any = *address;
	unsigned port = 0;
	any.port = 0;
	socklen_t size = address_socket(&name, &any);
	int probe = socket(name.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (probe < 0)
		return 0;
	if (bind(probe, (struct sockaddr *)&name, size) == 0 &&
		getsockname(probe, (struct sockaddr *)&name, &size) == 0)
		port = port_of(&name);
	(void)close(probe);
	return port;
}
