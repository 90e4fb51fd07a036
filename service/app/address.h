/* An address to listen on: digits and a port, "127.0.0.1:8080" or "[::1]:8080".
 *
 * Not a name: a name may mean several addresses, and another one tomorrow.
 */
#ifndef SAMRAD_APP_ADDRESS_H
#define SAMRAD_APP_ADDRESS_H

#include <stdbool.h>

#include <netinet/in.h>
#include <sys/socket.h>

#include "base/check.h"

enum { ADDRESS_TEXT = INET6_ADDRSTRLEN + sizeof "[]:65535", ADDRESS_MALFORMED = 1 };

struct address {
	bool is_v6;
	char host[INET6_ADDRSTRLEN]; /* without brackets */
	unsigned port;               /* 0: any free one */
};

/* Parses an address. Returns 0 or ADDRESS_MALFORMED. */
MUST_CHECK int address_parse(struct address *address, const char *text);

/* Writes it as it is parsed, and a NUL. */
void address_write(char text[ADDRESS_TEXT], const struct address *address);

/* The same as the system's calls want it. Returns its size. */
socklen_t address_socket(struct sockaddr_storage *socket, const struct address *address);

/* A port that is free on the address at this moment; 0 when none is to be had. */
unsigned address_free_port(const struct address *address);

#endif
