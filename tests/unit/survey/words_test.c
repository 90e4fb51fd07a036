#include "survey/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Which values a sentence has: bit 0 for {1}, bit 1 for {2}. */
static int values_of(const char *sentence)
{
	return (strstr(sentence, "{1}") ? 1 : 0) | (strstr(sentence, "{2}") ? 2 : 0);
}

static void every_word_is_in_both_catalogues_with_the_same_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < WORD_COUNT; i++) {
		assert_non_null(words_sv[i]);
		assert_non_null(words_en[i]);
		assert_int_equal(values_of(words_sv[i]), values_of(words_en[i]));
	}
}

static void every_fault_has_its_sentences_and_none_begs_or_shouts(void **state)
{
	(void)state;
	for (size_t i = 0; i < FAULT_CODE_COUNT; i++) {
		const char *const *pairs[] = {fault_words_sv[i], fault_words_en[i]};
		for (size_t language = 0; language < 2; language++) {
			const char *first = pairs[language][0];
			assert_non_null(first);
			assert_non_null(pairs[language][1]);
			assert_true(*first);
			assert_null(strchr(first, '!'));
			assert_null(strstr(first, "lease "));
		}
	}
}

static void values_stand_in_their_places(void **state)
{
	struct arena arena = arena_init();
	const struct fault fault = {.code = FAULT_TOO_MANY, .first = "3", .second = "4"};
	(void)state;

	assert_string_equal(
		words_fill(&arena, "sv", WORD_PICK_BETWEEN, "1", "3"), "Välj 1 till 3.");
	assert_string_equal(words_fault(&arena, "sv", &fault), "Välj högst 3. Du har valt 4.");
	arena_release(&arena);
}

static void a_language_without_a_catalogue_gets_swedish(void **state)
{
	(void)state;
	assert_string_equal(words_in("fi", WORD_DONT_KNOW), "Vet inte");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_is_in_both_catalogues_with_the_same_values),
		cmocka_unit_test(every_fault_has_its_sentences_and_none_begs_or_shouts),
		cmocka_unit_test(values_stand_in_their_places),
		cmocka_unit_test(a_language_without_a_catalogue_gets_swedish),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
