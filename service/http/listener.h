/* The socket that the server listens on. Opened by ourselves, and not by the library, because only so a
 * taken port is told apart from other failures, and port 0 tells which one it became. */
#ifndef SAMRAD_HTTP_LISTENER_H
#define SAMRAD_HTTP_LISTENER_H

#include "base/check.h"

enum { LISTENER_IN_USE = 1, LISTENER_FAILED = 2 };

/* Opens a listening socket at an IPv4 or IPv6 address in digits. *port: 0 for any free one; what it is
 * afterwards. Caller closes *descriptor. Returns 0, LISTENER_IN_USE, or LISTENER_FAILED (the log says why). */
MUST_CHECK int listener_open(int *descriptor, unsigned *port, const char *address);

#endif
