#include "app/address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

static void an_address_is_written_as_it_is_parsed(void **state)
{
	static const char *const texts[] = {
		"127.0.0.1:8080", "0.0.0.0:1", "[::1]:65535", "[::]:0", "[2001:db8::7]:443"};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct address address;
		char text[ADDRESS_TEXT];
		assert_int_equal(address_parse(&address, texts[i]), 0);
		address_write(text, &address);
		assert_string_equal(text, texts[i]);
	}
}

static void what_is_no_address_is_refused(void **state)
{
	static const char *const texts[] = {"", ":", ":80", "127.0.0.1",
		"127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:000080", "127.0.0.1:8o", "127.1:80",
		"localhost:80", "::1:80", "[::1]80", "[]:80", "[127.0.0.1]:80", "[::1:80", "]:80"};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct address address;
		assert_int_equal(address_parse(&address, texts[i]), ADDRESS_MALFORMED);
	}
}

static void a_free_port_is_one_that_can_be_bound(void **state)
{
	struct address address;
	struct sockaddr_storage name;
	(void)state;
	assert_int_equal(address_parse(&address, "127.0.0.1:0"), 0);

	address.port = address_free_port(&address);

	assert_true(address.port > 0);
	int probe = socket(AF_INET, SOCK_STREAM, 0);
	socklen_t size = address_socket(&name, &address);
	assert_int_equal(bind(probe, (struct sockaddr *)&name, size), 0);
	assert_int_equal(close(probe), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_address_is_written_as_it_is_parsed),
		cmocka_unit_test(what_is_no_address_is_refused),
		cmocka_unit_test(a_free_port_is_one_that_can_be_bound),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
