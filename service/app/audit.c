/* samrad audit verify: walks the audit log's chain and says whether it holds. */
#include <stdio.h>
#include <string.h>

#include "access/audit.h"
#include "app/commands.h"
#include "app/complain.h"
#include "app/database.h"

/* The last entry's hash is to be kept elsewhere: a log whose end was cut off, or that was written anew, has
 * another one at that number. */
static int tell(const struct audit_chain *chain)
{
	char hash[DIGEST_HEX(DIGEST_SIZE)];
	digest_hex(hash, chain->hash, DIGEST_SIZE);
	(void)printf("entries %lld\nhash %s\n", (long long)chain->number, hash);
	return 0;
}

int audit_run(const struct options *options, char *const *words, size_t count)
{
	struct store *store = NULL;
	struct audit_chain chain;
	if (count != 1 || strcmp(words[0], "verify") != 0)
		return complain(EXIT_MISUSED, "audit does one thing: samrad audit verify");
	if (database_open(&store, options))
		return EXIT_FAILED;
	int outcome = audit_verify(&chain, store);
	store_free(store);
	if (outcome == AUDIT_BROKEN)
		return complain(EXIT_FAILED, "the audit log is broken: entry %lld %s",
			(long long)chain.broken, chain.fault);
	return outcome ? complain(EXIT_FAILED, "the database went away") : tell(&chain);
}
