"""Checks examples from their definitions alone; it shares nothing with what made them.

A second reading of the rules, smaller than the service's own: `samrad check` is the one that binds.
Every function here yields sentences of the form "file:/json/pointer: what is wrong".
"""

import datetime
import json
import re

KEY = re.compile(r"[a-z0-9_-]{1,64}")
RESPONSE_KEY = re.compile(r"[A-Za-z0-9_-]{22,64}")
ON_THE_HOUR = re.compile(r"\d{4}-\d\d-\d\dT\d\d:00:00Z")
KINDS = {"choice", "choices", "rating", "nps", "matrix", "text"}
WORDING = ("kind", "title", "help", "options", "other", "min", "max", "items", "scale", "dont_know")
DONT_KNOW = {"missing": "dont_know"}


def all_faults(events, surveys, responses):
    faults = list(event_faults(events)) + list(series_faults(surveys))
    for name, survey in surveys.items():
        faults += [f"{name}:{fault}" for fault in survey_faults(survey, events)]
    by_key = {survey["key"]: survey for survey in surveys.values()}
    seen = set()
    for name, file in responses.items():
        faults += [f"{name}:{fault}" for fault in file_faults(file, by_key, seen)]
    return faults


def questions_of(survey):
    """Pointer and question, in order."""
    for p, page in enumerate(survey["pages"]):
        for q, question in enumerate(page["questions"]):
            yield f"/pages/{p}/questions/{q}", question


# Definitions


def event_faults(events):
    for name, event in events.items():
        yield from (f"{name}:{fault}" for fault in language_faults(event, "", {"sv", "en"}))
        for reference in event.get("references", []):
            if reference["kind"] not in ("report", "book", "inquiry", "study", "article"):
                yield f"{name}:/references: the kind {reference['kind']} is unknown"


def language_faults(value, pointer, languages):
    """Whatever has one language has them all, and is not empty in any."""
    if isinstance(value, list):
        for index, element in enumerate(value):
            yield from language_faults(element, f"{pointer}/{index}", languages)
    elif isinstance(value, dict) and value.keys() & languages:
        if value.keys() != languages or not all(text.strip() for text in value.values()):
            yield f"{pointer}: the text isn't there in every language"
    elif isinstance(value, dict):
        for key, element in value.items():
            yield from language_faults(element, f"{pointer}/{key}", languages)


def survey_faults(survey, events):
    yield from language_faults(survey, "", set(survey["languages"]))
    if survey["event"] not in {event["key"] for event in events.values()}:
        yield f"/event: there is no event {survey['event']}"
    if survey.get("made_up") is not True:
        yield "/made_up: a sample must say that it is made up"
    if {question["kind"] for _, question in questions_of(survey)} != KINDS:
        yield "/pages: not every kind of question is there"
    segments = {question["key"] for _, question in questions_of(survey) if question.get("segment")}
    if not {key for split in survey["splits"] for key in split} <= segments:
        yield "/splits: a split names what isn't a segment"
    keys = [question["key"] for _, question in questions_of(survey)]
    if len(set(keys)) != len(keys):
        yield "/pages: two questions have the same key"
    for pointer, question in questions_of(survey):
        yield from question_faults(question, pointer)


def question_faults(question, pointer):
    for member in ("options", "items"):
        keys = [one["key"] for one in question.get(member, [])]
        if len(set(keys)) != len(keys) or not all(KEY.fullmatch(key) for key in keys):
            yield f"{pointer}/{member}: keys must be different and well formed"
    if len(question.get("options", [])) > 20:
        yield f"{pointer}/options: more than 20 options would not be public"
    if not KEY.fullmatch(question["key"]):
        yield f"{pointer}/key: not a key"


def series_faults(surveys):
    """Questions of a series are worded alike, or their answers can't be compared."""
    first = {}
    for name, survey in surveys.items():
        for pointer, question in questions_of(survey):
            if "series" not in question:
                continue
            wording = json.dumps([question.get(member) for member in WORDING], sort_keys=True)
            if first.setdefault(question["series"], wording) != wording:
                yield f"{name}:{pointer}: worded otherwise than the series {question['series']}"


# Responses


def file_faults(file, surveys, seen):
    survey = surveys.get(file["survey"])
    if survey is None or file["version"] != 1 or file["made_up"] is not True:
        yield "/survey: not the made-up responses of version 1 of a survey that is here"
        return
    for index, response in enumerate(file["responses"]):
        pointer = f"/responses/{index}"
        if not RESPONSE_KEY.fullmatch(response["key"]) or response["key"] in seen:
            yield f"{pointer}/key: not well formed, or there already"
        seen.add(response["key"])
        if response["language"] not in survey["languages"]:
            yield f"{pointer}/language: not a language of the survey"
        if not in_time(response["submitted_at"], survey):
            yield f"{pointer}/submitted_at: not a full hour in which the survey was open"
        for fault in answers_faults(response["answers"], survey):
            yield f"{pointer}/answers{fault}"


def in_time(text, survey):
    if not ON_THE_HOUR.fullmatch(text):
        return False
    time = datetime.datetime.fromisoformat(text[:-1] + "+00:00")
    opens = datetime.datetime.fromisoformat(survey["opens_at"])
    closes = survey.get("closes_at")
    return opens <= time and (not closes or time < datetime.datetime.fromisoformat(closes))


def answers_faults(answers, survey):
    questions = {question["key"]: question for _, question in questions_of(survey)}
    for key, question in questions.items():
        if question.get("required") and key not in answers:
            yield f": {key} must be answered"
    for key, answer in answers.items():
        if key not in questions:
            yield f"/{key}: there is no such question"
        elif not is_right(questions[key], answer):
            yield f"/{key}: {json.dumps(answer, ensure_ascii=False)} is no answer to it"


def is_right(question, answer):
    if answer == DONT_KNOW:
        return question.get("dont_know") is True
    return RIGHT[question["kind"]](question, answer)


def is_point(low, high, answer):
    return type(answer) is int and low <= answer <= high


def is_text(answer, most):
    return isinstance(answer, str) and answer == answer.strip() and 0 < len(answer) <= most


def is_pick(question, answer):
    if isinstance(answer, dict):
        allowed = question.get("other") is True and answer.keys() == {"other"}
        return allowed and is_text(answer["other"], 200)
    return answer in [option["key"] for option in question["options"]]


def are_picks(question, answer):
    if not isinstance(answer, list) or not all(is_pick(question, pick) for pick in answer):
        return False
    names = ["other" if isinstance(pick, dict) else "=" + pick for pick in answer]
    alone = {"=" + option["key"] for option in question["options"] if option.get("exclusive")}
    fewest, most = question.get("min", 1), question.get("max", len(question["options"]) + 1)
    different = len(set(names)) == len(names)
    return different and fewest <= len(names) <= most and (len(names) == 1 or not alone & {*names})


def is_rating(question, answer):
    scale = question.get("scale", {"min": 0, "max": 10})
    return is_point(scale["min"], scale["max"], answer)


def is_matrix(question, answer):
    items = {item["key"] for item in question["items"]}
    low, high = question["scale"]["min"], question["scale"]["max"]
    return (
        isinstance(answer, dict)
        and bool(answer)
        and answer.keys() <= items
        and all(is_point(low, high, point) for point in answer.values())
    )


RIGHT = {
    "choice": is_pick,
    "choices": are_picks,
    "rating": is_rating,
    "nps": is_rating,
    "matrix": is_matrix,
    "text": lambda question, answer: is_text(answer, question["max_length"]),
}
