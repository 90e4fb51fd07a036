#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/random.h"
#include "collect/collect.h"
#include "collect/prepare.h"
#include "page/closed.h"
#include "page/context.h"
#include "page/form.h"
#include "page/layout.h"
#include "page/pages.h"
#include "page/problem.h"
#include "page/thanks.h"

/* A form that came in. */
struct submission {
	struct view view;
	struct reply *reply;
	struct published_survey survey; /* in the version of the form, where there is such a one */
	struct pairs fields;
	struct faults faults;
	const char *nonce;
	bool stale; /* the nonce was none: this is a new one */
};

/* The version that the form was made of; 0 when it doesn't tell. */
static int32_t posted_version(const struct pairs *fields)
{
	const char *value = pairs_find(fields, ".version");
	char *end = NULL;
	long version = value ? strtol(value, &end, 10) : 0;
	return value && end != value && !*end && version > 0 && version <= INT32_MAX
		       ? (int32_t)version
		       : 0;
}

/* Whether a part is one of a ranking's places, 1 … top. */
static bool is_place(const struct question *question, const char *part)
{
	char *end = NULL;
	if (question->kind->family != FAMILY_RANKS || *part < '1' || *part > '9')
		return false;
	unsigned long place = strtoul(part, &end, 10);
	return !*end && place <= question->top;
}

/* Whether a question has a field of this name: its key, alone or with an item, a place, "other" or "missing". */
static bool is_field_of(const struct question *question, const char *name)
{
	size_t size = strlen(question->key);
	if (strncmp(name, question->key, size) != 0 || (name[size] && name[size] != '.'))
		return false;
	if (!name[size])
		return true;
	const char *part = name + size + 1;
	for (size_t i = 0; i < question->item_count; i++)
		if (strcmp(part, question->items[i].key) == 0)
			return true;
	return (question->other && strcmp(part, "other") == 0) ||
	       (question->dont_know && strcmp(part, "missing") == 0) || is_place(question, part);
}

/* Only boxes to tick stand several times under one name. */
static bool may_repeat(const struct definition *definition, const char *name)
{
	const struct question *question = definition_question(definition, name);
	return question && question->kind->family == FAMILY_PICKS;
}

static bool is_known(const struct definition *definition, const char *name)
{
	static const char *const own[] = {".nonce", ".version", ".language"};
	for (size_t i = 0; i < COUNT_OF(own); i++)
		if (strcmp(name, own[i]) == 0)
			return true;
	for (size_t i = 0; i < definition->question_count; i++)
		if (is_field_of(&definition->questions[i], name))
			return true;
	return false;
}

/* What the form can't have sent is refused by name, as in the API. */
static void check_fields(struct submission *submission)
{
	const struct definition *definition = submission->survey.definition;
	for (size_t i = 0; i < submission->fields.count; i++) {
		const char *name = submission->fields.list[i].name;
		if (!is_known(definition, name))
			faults_add(&submission->faults, PLACE_BODY, "", FAULT_UNKNOWN_MEMBER, name,
				NULL);
		else if (pairs_count(&submission->fields, name) > 1 &&
			 !may_repeat(definition, name))
			faults_add(
				&submission->faults, PLACE_BODY, "", FAULT_DUPLICATE, name, NULL);
	}
}

/* The fields as the API's body. Caller owns. */
static json_t *make_body(const struct submission *submission)
{
	const struct definition *definition = submission->survey.definition;
	const char *language = pairs_find(&submission->fields, ".language");
	json_t *answers = json_object();
	for (size_t i = 0; i < definition->question_count; i++) {
		const struct question *question = &definition->questions[i];
		json_t *answer = question->kind->posted(question, &submission->fields);
		if (answer)
			json_object_set_new(answers, question->key, answer);
	}
	return json_pack("{s:i, s:s, s:o}", "version", (int)posted_version(&submission->fields),
		"language", language ? language : "", "answers", answers);
}

static void send_closed(struct submission *submission)
{
	closed_send(&submission->view, submission->reply, &submission->survey, 409);
}

static void send_form(struct submission *submission, unsigned status, enum form_notice notice)
{
	form_write(&submission->view, &(struct form){
					      .survey = &submission->survey,
					      .typed = &submission->fields,
					      .faults = &submission->faults,
					      .nonce = submission->nonce,
					      .notice = notice,
				      });
	view_send(&submission->view, submission->reply, status, NULL);
}

/* The form again, to be mended; who can't send it any more is told that instead. */
static void send_faults(struct submission *submission, enum form_notice notice)
{
	const struct survey *survey = &submission->survey.survey;
	if (survey->status == SURVEY_CLOSED || !survey->opened)
		send_closed(submission);
	else
		send_form(submission, 422, notice);
}

static void send_unavailable(struct submission *submission)
{
	reply_header(submission->reply, "Retry-After", "5");
	send_form(submission, 503, NOTICE_UNAVAILABLE);
}

static void send_outcome(
	struct submission *submission, const struct acknowledgement *acknowledgement)
{
	struct view *view = &submission->view;
	switch (acknowledgement->outcome) {
	case RESPONSE_STORED:
	case RESPONSE_REPLAYED:
		thanks_write(view, &submission->survey, acknowledgement);
		view_send(view, submission->reply, 200, NULL);
		return;
	case RESPONSE_KEY_REUSED:
		thanks_write_reused(view, &submission->survey);
		view_send(view, submission->reply, 422, NULL);
		return;
	case RESPONSE_CLOSED:
		submission->survey.survey.status = SURVEY_CLOSED;
		send_closed(submission);
		return;
	case RESPONSE_NOT_OPEN: send_closed(submission); return;
	case RESPONSE_UNKNOWN:
	default: send_unavailable(submission); return;
	}
}

static void collect(struct submission *submission, struct collector *collector)
{
	struct acknowledgement acknowledgement;
	JSON_OWNED json_t *body = make_body(submission);
	int outcome = collect_response(&acknowledgement, collector, submission->survey.survey.key,
		submission->nonce, body, HIDDEN_DROPPED, &submission->faults);
	switch (outcome) {
	case 0: send_outcome(submission, &acknowledgement); return;
	case COLLECT_FAULTY: send_faults(submission, NOTICE_FAULTS); return;
	case COLLECT_NOT_FOUND:
		problem_send_missing(&submission->view, submission->reply, false);
		return;
	case COLLECT_UNAVAILABLE:
	default: send_unavailable(submission); return;
	}
}

/* The survey in the version that the form was made of, else in its newest. */
static int find_survey(struct submission *submission, struct published *published, const char *key)
{
	int32_t version = posted_version(&submission->fields);
	int outcome = published_find(&submission->survey, published, key, version);
	return outcome == PUBLISHED_NOT_FOUND && version
		       ? published_find(&submission->survey, published, key, 0)
		       : outcome;
}

/* The form's nonce, or a new one that makes the form stale. */
static void take_nonce(struct submission *submission)
{
	const char *posted = pairs_find(&submission->fields, ".nonce");
	submission->nonce = posted;
	if (posted && response_key_is_valid(posted))
		return;
	char *nonce = arena_take(submission->view.arena, FORM_NONCE + 1);
	random_token(nonce, FORM_NONCE_BYTES);
	submission->nonce = nonce;
	submission->stale = true;
}

/* The fields of the body; false after a problem. */
static bool read_fields(struct pairs *fields, const struct request *request, struct reply *reply)
{
	if (!request_has_media_type(request, "application/x-www-form-urlencoded")) {
		problem_reply(request, reply, PROBLEM_UNSUPPORTED_MEDIA_TYPE,
			"Send application/x-www-form-urlencoded.");
		return false;
	}
	switch (pairs_parse(fields, request->arena, request->body, request->body_size)) {
	case 0: return true;
	case PAIRS_TOO_MANY:
		problem_reply(request, reply, PROBLEM_TOO_LARGE, "The form has too many fields.");
		return false;
	default:
		problem_reply(request, reply, PROBLEM_BAD_REQUEST,
			"The form's fields aren't percent-encoded UTF-8 without control "
			"characters.");
		return false;
	}
}

void page_submit(const void *context, const struct request *request, struct reply *reply)
{
	const struct page_context *page = context;
	struct submission submission = {
		.view = view_init(request),
		.reply = reply,
		.faults = faults_init(request->arena),
	};
	if (!read_fields(&submission.fields, request, reply))
		return;
	int outcome =
		find_survey(&submission, page->published, request_parameter(request, "survey"));
	if (outcome) {
		problem_send_missing(&submission.view, reply, outcome == PUBLISHED_UNAVAILABLE);
		return;
	}
	take_nonce(&submission);
	check_fields(&submission);
	if (submission.stale || submission.faults.found)
		send_faults(&submission, submission.stale ? NOTICE_STALE : NOTICE_FAULTS);
	else
		collect(&submission, page->collector);
}
