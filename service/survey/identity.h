/* Ids and receipts as people see them: a survey's number, a hyphen, and 32 letters' worth of bits.
 *
 * Crockford's Base32 in small letters: no i, l, o, u, so that it can be read out and typed. The
 * survey's number stands first so that a response is found by primary key.
 */
#ifndef SAMRAD_SURVEY_IDENTITY_H
#define SAMRAD_SURVEY_IDENTITY_H

#include <stddef.h>
#include <stdint.h>

enum { IDENTITY_TEXT = 48, IDENTITY_BYTES = 16 };

/* "12-" and the id's 13 letters. */
void identity_write_id(char text[IDENTITY_TEXT], int32_t survey, int64_t id);

/* "12-" and the secret's 26 letters. */
void identity_write_receipt(
	char text[IDENTITY_TEXT], int32_t survey, const uint8_t secret[IDENTITY_BYTES]);

#endif
