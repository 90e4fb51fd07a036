/* Proof that exact figures may be seen.
 *
 * Only access/ can make one (access/grant.h), and what is in it nobody else knows: so a function that takes a
 * const struct grant * can't be called by who hasn't asked there.
 */
#ifndef SAMRAD_SURVEY_GRANT_H
#define SAMRAD_SURVEY_GRANT_H

struct grant;

#endif
