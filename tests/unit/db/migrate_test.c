#include "db/migrate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <pthread.h>
#include <string.h>

#include <cmocka.h>

#include "db/connection.h"
#include "db/database.h"
#include "db/migration.h"

#define FIRST                                                                                      \
	EMBEDDED_FILE("migrations/0001_a.sql", "create table a (n int); insert into a values "     \
					       "(1);")
#define SECOND EMBEDDED_FILE("migrations/0002_b.sql", "create table b (n int);\n-- the end")

const struct embedded embedded[] = {FIRST, SECOND};
const size_t embedded_count = COUNT_OF(embedded);

static const struct embedded changed[] = {
	EMBEDDED_FILE("migrations/0001_a.sql", "create table a (n bigint)"), SECOND};

static struct db *connect_to_empty(void)
{
	struct db *db = database_connect();
	assert_int_equal(
		db_script(db, "DROP TABLE IF EXISTS a, b, c, migration; DROP SEQUENCE IF EXISTS d"),
		0);
	return db;
}

static void migrations_are_applied_in_their_order_and_once(void **state)
{
	struct db *db = connect_to_empty();
	(void)state;

	assert_int_equal(migrate_files(db, embedded, 1), 0);
	assert_int_equal(migrate(db), 0);
	assert_int_equal(migrate(db), 0);

	assert_string_equal(database_do("SELECT string_agg(number || name, ',' ORDER BY number) "
					"FROM migration WHERE applied_at <= now()"),
		"10001_a.sql,20002_b.sql");
	assert_string_equal(database_do("SELECT count(*) FROM a, (SELECT count(*) FROM b) b"), "1");
	db_close(db);
}

/* PostgreSQL's own digest of the same text. */
static void the_checksum_is_that_of_the_file(void **state)
{
	struct db *db = connect_to_empty();
	(void)state;

	assert_int_equal(migrate(db), 0);

	assert_string_equal(database_do("SELECT checksum = sha256(E'create table b (n int);\\n"
					"-- the end'::bytea) FROM migration WHERE number = 2"),
		"t");
	db_close(db);
}

static void a_database_is_at_our_migrations_or_not(void **state)
{
	struct db *db = connect_to_empty();
	(void)state;

	assert_int_equal(migrate_check(db), DB_REFUSED);
	assert_int_equal(migrate_files(db, embedded, 1), 0);
	assert_int_equal(migrate_check(db), DB_REFUSED);
	assert_int_equal(migrate(db), 0);
	assert_int_equal(migrate_check(db), 0);
	assert_int_equal(migrate_check_files(db, embedded, 1), DB_REFUSED);
	assert_int_equal(migrate_check_files(db, changed, 2), DB_REFUSED);
	db_close(db);
}

static void a_changed_migration_is_refused_and_nothing_applied(void **state)
{
	struct db *db = connect_to_empty();
	(void)state;
	assert_int_equal(migrate_files(db, embedded, 1), 0);

	assert_int_equal(migrate_files(db, changed, 2), DB_REFUSED);

	assert_string_equal(database_do("SELECT to_regclass('b') IS NULL"), "t");
	db_close(db);
}

/* What a migration holds that fails after it has done something. */
static void assert_leaves_nothing(const char *sql)
{
	const struct embedded files[] = {
		FIRST, {"migrations/0002_c.sql", (const unsigned char *)sql, strlen(sql)}
        };
	struct db *db = connect_to_empty();
	assert_int_equal(migrate_files(db, files, 2), DB_REFUSED);
	assert_string_equal(database_do("SELECT to_regclass('c') IS NULL"), "t");
	assert_string_equal(
		database_do("SELECT string_agg(name, ',') FROM migration"), "0001_a.sql");
	assert_int_equal(db_restore(db), 0);
	assert_int_equal(migrate_files(db, embedded, 2), 0);
	db_close(db);
}

static void a_migration_that_fails_leaves_the_database_as_before(void **state)
{
	(void)state;

	assert_leaves_nothing("create table c (n int);\ninsert into c values (1);\nselct 1;");
	assert_leaves_nothing("create table c (n int);\n-- å\ninsert into d values (1);");
	assert_leaves_nothing("create table c (n int primary key); insert into c values (1), (1);");
	assert_leaves_nothing("create table c (n int); do $$ begin raise 'no'; end $$;");
}

static void a_migration_cannot_end_its_transaction(void **state)
{
	(void)state;

	assert_leaves_nothing("create table c (n int); commit; select 1/0;");
	assert_leaves_nothing("create table c (n int); rollback;");
	assert_leaves_nothing("create table c (n int); do $$ begin commit; end $$; select 1/0;");
}

static void *migrate_again(void *context)
{
	struct db *db = context;
	return migrate(db) == 0 ? db : NULL;
}

static void two_at_once_go_one_after_the_other(void **state)
{
	struct db *dbs[4] = {connect_to_empty()};
	pthread_t threads[4];
	void *done;
	(void)state;

	for (int i = 1; i < 4; i++)
		dbs[i] = database_connect();
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, migrate_again, dbs[i]), 0);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(pthread_join(threads[i], &done), 0);
		assert_ptr_equal(done, dbs[i]);
		db_close(dbs[i]);
	}

	assert_string_equal(database_do("SELECT count(*) FROM migration"), "2");
	assert_string_equal(database_do("SELECT count(*) FROM a"), "1");
	assert_string_equal(
		database_do("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"), "0");
}

static void what_holds_a_lock_makes_a_migration_wait_only_so_long(void **state)
{
	static const struct embedded files[] = {
		FIRST, EMBEDDED_FILE("migrations/0002_c.sql", "alter table a add m int")};
	struct db *db = connect_to_empty();
	struct db *other = database_connect();
	(void)state;
	assert_int_equal(migrate_files(db, files, 1), 0);
	assert_int_equal(db_begin(other), 0);
	assert_int_equal(db_script(other, "SELECT * FROM a"), 0);

	assert_int_equal(migrate_files(db, files, 2), DB_UNAVAILABLE);

	db_rollback(other);
	assert_int_equal(migrate_files(db, files, 2), 0);
	db_close(other);
	db_close(db);
}

static void a_database_that_ends_the_connection_is_unavailable(void **state)
{
	struct db *db = connect_to_empty();
	(void)state;
	database_end_connections();

	assert_int_equal(migrate(db), DB_UNAVAILABLE);
	assert_int_equal(migrate_check(db), DB_UNAVAILABLE);

	assert_int_equal(db_restore(db), 0);
	assert_int_equal(migrate(db), 0);
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(migrations_are_applied_in_their_order_and_once),
		cmocka_unit_test(the_checksum_is_that_of_the_file),
		cmocka_unit_test(a_database_is_at_our_migrations_or_not),
		cmocka_unit_test(a_changed_migration_is_refused_and_nothing_applied),
		cmocka_unit_test(a_migration_that_fails_leaves_the_database_as_before),
		cmocka_unit_test(a_migration_cannot_end_its_transaction),
		cmocka_unit_test(two_at_once_go_one_after_the_other),
		cmocka_unit_test(what_holds_a_lock_makes_a_migration_wait_only_so_long),
		cmocka_unit_test(a_database_that_ends_the_connection_is_unavailable),
	};
	return database_run_tests(tests, COUNT_OF(tests));
}
