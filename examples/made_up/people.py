"""Makes up people and lets them answer a survey as people do: with moods, gaps and haste.

Not a model of anybody: no number here comes from a real survey.
"""

import datetime
import math
from dataclasses import dataclass, field

from . import opinions, texts
from .dice import Dice

DAYTIME = dict(zip(range(5, 21), [1, 5, 8, 9, 9, 7, 8, 9, 9, 8, 5, 3, 2, 3, 3, 2]))
WEEKS = dict(enumerate([20, 16, 10, 5, 2, 2, 6, 8, 6, 4, 3, 0, 0, 4, 5, 3, 2, 1, 0, 0, 3]))
HALL = dict(enumerate([22, 40, 12, 0, 0, 8, 6, 4, 3, 2, 0, 0, 4, 3, 2, 1]))
AFTERNOON = {11: 2, 12: 6, 13: 3}
DONT_KNOW = {"missing": "dont_know"}


@dataclass
class Sample:
    """How many answer, on which days after the opening and in which hours (UTC), by weight."""

    count: int
    days: dict
    hours: dict


SAMPLES = {
    "vk-2016-feedback": Sample(180, WEEKS, DAYTIME),
    "vk-2018-feedback": Sample(240, WEEKS, DAYTIME),
    "vk-2020-feedback": Sample(320, HALL, DAYTIME),
    "vk-2020-workshop": Sample(90, {1: 1}, AFTERNOON),
}


@dataclass
class Person:
    survey: str
    dice: Dice
    language: str
    role: str
    municipality: str
    mood: float
    answers: dict = field(default_factory=dict)

    def of(self, value):
        """A number, or the one of {survey: number} that belongs to this survey."""
        return value[self.survey] if isinstance(value, dict) else value


def respond(survey):
    """The made-up responses of a survey, in the order of time."""
    sample = SAMPLES[survey["key"]]
    dice = Dice(f"samrad {survey['key']}")
    times = sorted(submitted_at(dice, survey, sample) for _ in range(sample.count))
    return [
        {
            "key": f"made-up-{survey['key']}-{number:04d}",
            **fill_in(survey, meet(survey, dice)),
            "submitted_at": time,
        }
        for number, time in enumerate(times, 1)
    ]


def submitted_at(dice, survey, sample):
    opens = datetime.datetime.fromisoformat(survey["opens_at"]).astimezone(datetime.timezone.utc)
    day = opens.date() + datetime.timedelta(days=dice.pick(sample.days))
    hour = max(dice.pick(sample.hours), opens.hour)
    return f"{day.isoformat()}T{hour:02d}:00:00Z"


def meet(survey, dice):
    return Person(
        survey=survey["key"],
        dice=dice,
        language="en" if dice.chance(opinions.ENGLISH) else "sv",
        role=dice.pick(opinions.ROLES),
        municipality=dice.pick(opinions.MUNICIPALITIES),
        mood=dice.normal(),
    )


def fill_in(survey, person):
    """Some leave after a page and never come to the rest."""
    for page in survey["pages"]:
        for question in page["questions"]:
            answer = answer_to(question, person)
            if answer is not None:
                person.answers[question["key"]] = answer
        if person.dice.chance(opinions.STOPS):
            break
    return {"language": person.language, "answers": person.answers}


def answer_to(question, person):
    if not question.get("required") and person.dice.chance(opinions.SKIPPED):
        return None
    return ANSWERS[question["kind"]](question, person)


def on_scale(question, person, mean, spread, mood):
    """A point of the scale around mean; mood is how much of spread a person's answers share."""
    scale = question.get("scale", {"min": 0, "max": 10})
    shift = opinions.ROLE.get(question["key"], {}).get(person.role, 0)
    own = math.sqrt(1 - mood * mood)
    value = person.of(mean) + shift + spread * (mood * person.mood + own * person.dice.normal())
    return min(scale["max"], max(scale["min"], round(value)))


def rating(question, person):
    if person.dice.chance(opinions.DONT_KNOW.get(question["key"], 0)):
        return DONT_KNOW
    return on_scale(question, person, *opinions.SCALES[question["key"]])


def matrix(question, person):
    key = question["key"]
    answer = {}
    for item in question["items"]:
        unknown = key == "how_well" and item["key"] not in person.answers.get("models_used", [])
        if unknown or person.dice.chance(opinions.ITEM_SKIPPED[key]):
            continue
        mean = opinions.ITEMS[key][item["key"]]
        answer[item["key"]] = on_scale(
            question, person, mean, opinions.ITEM_SPREAD, opinions.ITEM_MOOD
        )
    return answer or None


def weights_of(key, person):
    """The weights of a choice: for everybody, by survey, or by what the person is or has said."""
    weights = opinions.ONE[key]
    if key == "population_outlook":
        return weights["larger" if person.municipality in opinions.LARGER else "smaller"]
    if key == "contract_since":
        has = "contract" in person.answers.get("models_used", [])
        return weights["contract" if has else "no contract"]
    return weights.get(person.survey, weights)


def other(question, person):
    return {"other": person.dice.one_of(texts.OTHERS[question["key"]][person.language])}


def choice(question, person):
    if question["key"] in ("role", "municipality"):
        key = getattr(person, question["key"])
    else:
        key = person.dice.pick(weights_of(question["key"], person))
    if key == "other":
        return other(question, person)
    return DONT_KNOW if key == "dont_know" else key


def choices(question, person):
    weights = opinions.MANY[question["key"]]
    if person.dice.chance(weights["dont_know"]):
        return DONT_KNOW
    for option in question["options"]:
        if option.get("exclusive") and person.dice.chance(person.of(weights[option["key"]])):
            return [option["key"]]
    free = [option["key"] for option in question["options"] if not option.get("exclusive")]
    picks = [key for key in free if person.dice.chance(person.of(weights[key]))]
    if person.dice.chance(weights["other"]):
        picks.append(other(question, person))
    return person.dice.some_of(picks, question.get("max", len(picks))) or None


def text(question, person):
    """A sentence or two; the bank holds no names."""
    if not person.dice.chance(opinions.WRITES[question["key"]]):
        return None
    bank = texts.TEXTS[question["key"]][person.language]
    return " ".join(person.dice.some_of(bank, 2 if person.dice.chance(0.25) else 1))


ANSWERS = {
    "choice": choice,
    "choices": choices,
    "rating": rating,
    "nps": rating,
    "matrix": matrix,
    "text": text,
}
