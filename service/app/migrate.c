/* samrad migrate: brings the database to this version's migrations. */
#include "db/migrate.h"
#include "app/commands.h"
#include "app/complain.h"

int migrate_run(const struct options *options, char *const *files, size_t count)
{
	struct db *db = NULL;
	(void)files;
	(void)count;
	if (db_connect(&db, options->migrate_database_url))
		return complain(EXIT_FAILED, "the database can't be reached");
	int outcome = migrate(db);
	db_close(db);
	if (outcome == DB_UNAVAILABLE)
		return complain(EXIT_FAILED, "the database went away while it was migrated");
	return outcome ? EXIT_FAILED : 0;
}
