#include "disclosure/cell_key.h"

double cell_key_plain(uint32_t key)
{
	return ((double)key + 0.5) / 4294967296.0;
}

static void put_little_endian(unsigned char *bytes, uint32_t number)
{
	for (int i = 0; i < 4; i++)
		bytes[i] = (unsigned char)(number >> (8 * i));
}

double cell_key_drawn(
	uint32_t key, uint32_t release, const unsigned char secret[DIGEST_SIPHASH_KEY])
{
	unsigned char message[8];
	put_little_endian(message, key);
	put_little_endian(message + 4, release);
	return (double)(digest_siphash(secret, message, sizeof message) >> 11) * 0x1p-53;
}
