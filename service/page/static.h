/* Files of the pages that never change under their address: the name carries a fingerprint of the bytes.
 *
 * Another fingerprint than today's, as a page from before an upgrade has it, gets today's file, to be asked for
 * again each time.
 */
#ifndef SAMRAD_PAGE_STATIC_H
#define SAMRAD_PAGE_STATIC_H

#include "base/embed.h"

enum { STATIC_FINGERPRINT = 12 };

/* "/static/samrad.0123456789ab.css" for "samrad.css", which must be there. Any thread; for ever. */
const char *static_address(const char *name);

#endif
