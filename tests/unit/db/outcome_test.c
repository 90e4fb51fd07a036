/* Codes and names are those of PostgreSQL's manual, appendix A. */
#include "db/outcome.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_each_is(int code, bool reconnect, const char *const *sqlstates)
{
	for (; *sqlstates; sqlstates++) {
		const struct outcome *outcome = outcome_find(*sqlstates);
		assert_int_equal(outcome->code, code);
		assert_int_equal(outcome->reconnect, reconnect);
	}
}

static void integrity_and_raised_exceptions_are_refusals(void **state)
{
	static const char *const sqlstates[] = {"23502", "23503", "23505", "23514", "P0001", NULL};
	(void)state;

	assert_each_is(DB_REFUSED, false, sqlstates);
}

static void what_another_try_may_mend_is_unavailable(void **state)
{
	static const char *const sqlstates[] = {"40001", /* serialization_failure */
		"40P01",                                 /* deadlock_detected */
		"53100",                                 /* disk_full */
		"53300",                                 /* too_many_connections */
		"55P03",                                 /* lock_not_available */
		"57014",                                 /* query_canceled */
		"58030",                                 /* io_error */
		NULL};
	(void)state;

	assert_each_is(DB_UNAVAILABLE, false, sqlstates);
}

static void what_only_another_connection_may_mend_asks_for_one(void **state)
{
	static const char *const sqlstates[] = {"08006", /* connection_failure */
		"25006",                                 /* read_only_sql_transaction */
		"25P03",                                 /* idle_in_transaction_session_timeout */
		"26000",                                 /* invalid_sql_statement_name */
		"42P05",                                 /* duplicate_prepared_statement */
		"57P01",                                 /* admin_shutdown */
		"57P02",                                 /* crash_shutdown */
		"57P03",                                 /* cannot_connect_now */
		NULL};
	(void)state;

	assert_each_is(DB_UNAVAILABLE, true, sqlstates);
}

static void everything_else_is_a_fault_of_ours(void **state)
{
	static const char *const sqlstates[] = {
		"22P02", "25P02", "42601", "42P01", "XX000", "", NULL};
	(void)state;

	assert_each_is(DB_UNEXPECTED, false, sqlstates);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(integrity_and_raised_exceptions_are_refusals),
		cmocka_unit_test(what_another_try_may_mend_is_unavailable),
		cmocka_unit_test(what_only_another_connection_may_mend_asks_for_one),
		cmocka_unit_test(everything_else_is_a_fault_of_ours),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
