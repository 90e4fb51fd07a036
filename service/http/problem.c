#include "http/problem.h"

#include <string.h>

#include "base/json_text.h"
#include "base/limits.h"

/* clang-format off */
const struct problem problems[PROBLEM_COUNT] = {
[PROBLEM_BAD_REQUEST] = {"bad-request", 400,
	"Bad request", "Anropet går inte att tolka",
	"Check how the address is encoded, the headers, and how the body's length is given. "
	"The detail names what is wrong.",
	"Kontrollera hur adressen är kodad, anropets huvuden och hur innehållets längd anges. "
	"Beskrivningen nämner vad som är fel."},
[PROBLEM_NOT_JSON] = {"not-json", 400,
	"Not JSON", "Inte JSON",
	"The body must be one JSON document in UTF-8. Line and column tell where it stops being that.",
	"Innehållet ska vara ett JSON-dokument i UTF-8. Rad och kolumn visar var det upphör att vara det."},
[PROBLEM_UNAUTHORIZED] = {"unauthorized", 401,
	"Unauthorized", "Nyckel behövs",
	"This needs an API key that works, in the header Authorization: Bearer …, and nowhere else.",
	"Det här kräver en API-nyckel som gäller, i huvudet Authorization: Bearer … och ingen annanstans."},
[PROBLEM_FORBIDDEN] = {"forbidden", 403,
	"Forbidden", "Nyckeln räcker inte",
	"The key works, but may not do this. The detail names the scope that it lacks.",
	"Nyckeln gäller, men får inte göra det här. Beskrivningen nämner den behörighet som saknas."},
[PROBLEM_NOT_PUBLIC] = {"not-public", 403,
	"Not public", "Inte öppet",
	"These figures are not public. Ask for the survey as a whole, or for one of its listed splits.",
	"De här siffrorna är inte öppna. Fråga efter hela enkäten eller efter en av dess uppdelningar."},
[PROBLEM_NOT_FOUND] = {"not-found", 404,
	"Not found", "Finns inte",
	"There is nothing at this address. Check the spelling, or begin from the list that it belongs to.",
	"Det finns inget på adressen. Kontrollera stavningen, eller börja från listan som den hör till."},
[PROBLEM_METHOD_NOT_ALLOWED] = {"method-not-allowed", 405,
	"Method not allowed", "Metoden är inte tillåten",
	"The address exists, but not for this method. The header Allow lists those that it has.",
	"Adressen finns, men inte med den metoden. Huvudet Allow räknar upp dem som finns."},
[PROBLEM_NOT_ACCEPTABLE] = {"not-acceptable", 406,
	"Not acceptable", "Formatet finns inte",
	"None of the media types in Accept is offered here. The detail names those that are.",
	"Inget av formaten i Accept finns här. Beskrivningen nämner dem som finns."},
[PROBLEM_SURVEY_CLOSED] = {"survey-closed", 409,
	"Survey closed", "Enkäten har stängt",
	"The survey takes no more answers. Nothing was saved.",
	"Enkäten tar inte emot fler svar. Inget har sparats."},
[PROBLEM_SURVEY_NOT_OPEN] = {"survey-not-open", 409,
	"Survey not open", "Enkäten har inte öppnat",
	"The survey takes no answers yet; its definition says when it opens. Nothing was saved.",
	"Enkäten tar inte emot svar än; dess definition säger när den öppnar. Inget har sparats."},
[PROBLEM_TOO_LARGE] = {"too-large", 413,
	"Too large", "För stort",
	"The body is larger than is taken. Nothing of it was saved.",
	"Innehållet är större än vad som tas emot. Inget av det har sparats."},
[PROBLEM_UNSUPPORTED_MEDIA_TYPE] = {"unsupported-media-type", 415,
	"Unsupported media type", "Formatet tas inte emot",
	"Send the body in the media type that the detail names, and name it in Content-Type.",
	"Skicka innehållet i det format som beskrivningen nämner, och ange det i Content-Type."},
[PROBLEM_INVALID] = {"invalid", 422,
	"Invalid", "Fel i innehållet",
	"Each entry of errors has the place of a fault, a stable code and a sentence. Nothing was saved.",
	"Varje post i errors har platsen för ett fel, en fast kod och en mening. Inget har sparats."},
[PROBLEM_IDEMPOTENCY_KEY_REUSED] = {"idempotency-key-reused", 422,
	"Idempotency key reused", "Nyckeln har redan använts",
	"This Idempotency-Key came before with another body. Take a new key for a new response.",
	"Den här Idempotency-Key har redan kommit med ett annat innehåll. Ta en ny nyckel för ett nytt svar."},
[PROBLEM_INTERNAL] = {"internal", 500,
	"Internal error", "Fel i tjänsten",
	"The service has a fault. Report it with the instance, which finds it in the log.",
	"Tjänsten har ett fel. Anmäl det och uppge instance, som hittar det i loggen."},
[PROBLEM_UNAVAILABLE] = {"unavailable", 503,
	"Unavailable", "Tjänsten kan inte svara just nu",
	"Try again after the seconds in Retry-After, with the same Idempotency-Key if you sent one.",
	"Försök igen efter sekunderna i Retry-After, med samma Idempotency-Key om du skickade en."},
};
/* clang-format on */

const struct problem *problem_find(const char *name)
{
	for (size_t i = 0; i < PROBLEM_COUNT; i++)
		if (strcmp(problems[i].name, name) == 0)
			return &problems[i];
	return NULL;
}

/* Empties the reply and writes the members that all problems have; the object stays open. */
static struct text begin(
	const struct request *request, struct reply *reply, enum problem_id id, const char *detail)
{
	const struct problem *problem = &problems[id];
	struct arena *arena = request->arena;
	reply_clear(reply);
	reply->detail = arena_string(arena, detail ? detail : problem->title);

	struct text text = text_init(LIMIT_PROBLEM);
	json_open(&text, '{');
	json_member(&text, "type");
	json_put_string(&text, arena_format(arena, "/problems/%s", problem->name));
	json_member(&text, "title");
	json_put_string(&text, problem->title);
	json_member(&text, "status");
	json_put_int(&text, problem->status);
	json_member(&text, "detail");
	json_put_string(&text, reply->detail);
	json_member(&text, "instance");
	json_put_string(&text, arena_format(arena, "urn:uuid:%s", request->id));
	return text;
}

static void finish(struct reply *reply, enum problem_id id, struct text *text)
{
	json_close(text, '}');
	reply_set(reply, problems[id].status, PROBLEM_MEDIA_TYPE, text);
	reply->problem = &problems[id];
	if (id == PROBLEM_UNAVAILABLE)
		reply_header(reply, "Retry-After", "5");
}

void problem_reply(
	const struct request *request, struct reply *reply, enum problem_id id, const char *detail)
{
	struct text text = begin(request, reply, id, detail);
	finish(reply, id, &text);
}

void problem_reply_not_json(
	const struct request *request, struct reply *reply, const char *fault, int line, int column)
{
	const char *detail = arena_format(request->arena,
		"The body isn't JSON: line %d, column %d: %s.", line, column, fault);
	struct text text = begin(request, reply, PROBLEM_NOT_JSON, detail);
	json_member(&text, "line");
	json_put_int(&text, line);
	json_member(&text, "column");
	json_put_int(&text, column);
	finish(reply, PROBLEM_NOT_JSON, &text);
}

static const char *count_faults(const struct request *request, const struct faults *faults)
{
	if (faults->found > faults->count)
		return arena_format(request->arena,
			"The request has %zu faults; the first %zu are listed.", faults->found,
			faults->count);
	return arena_format(request->arena, "The request has %zu fault%s.", faults->count,
		faults->count == 1 ? "" : "s");
}

static void put_fault(struct text *text,
	const struct fault *fault,
	void (*sentence)(struct text *text, const struct fault *fault))
{
	static const char *const places[] = {
		[PLACE_BODY] = "pointer",
		[PLACE_QUERY] = "parameter",
		[PLACE_HEADER] = "header",
	};
	struct text detail = text_init(LIMIT_PROBLEM);
	sentence(&detail, fault);

	json_open(text, '{');
	json_member(text, places[fault->in]);
	json_put_string(text, fault->place);
	json_member(text, "code");
	json_put_string(text, fault_code_name(fault->code));
	json_member(text, "detail");
	json_put_string(text, detail.used ? detail.bytes : fault_code_name(fault->code));
	json_close(text, '}');
	text_release(&detail);
}

void problem_reply_faults(const struct request *request,
	struct reply *reply,
	const struct faults *faults,
	void (*sentence)(struct text *text, const struct fault *fault))
{
	struct text text = begin(request, reply, PROBLEM_INVALID, count_faults(request, faults));
	json_member(&text, "errors");
	json_open(&text, '[');
	for (size_t i = 0; i < faults->count; i++)
		put_fault(&text, &faults->list[i], sentence);
	json_close(&text, ']');
	finish(reply, PROBLEM_INVALID, &text);
}
