"""What the made-up people think: numbers only, all of them invented.

A mean, a weight or a probability is either one number or {survey: number}; `ROLE` shifts the means
of scales, so that groups differ enough to be seen and little enough to be believed.
"""

F16, F18, F20 = "vk-2016-feedback", "vk-2018-feedback", "vk-2020-feedback"

ROLES = {
    "politician": 30,
    "manager": 27,
    "official": 18,
    "authority": 12,
    "company": 5,
    "association": 4,
    "research": 3,
    "other": 1,
}

MUNICIPALITIES = {
    "2506": 2,
    "2505": 3.5,
    "2582": 11,
    "2523": 7,
    "2583": 4.5,
    "2510": 3,
    "2514": 6,
    "2584": 8,
    "2580": 25,
    "2521": 3.5,
    "2581": 13,
    "2560": 4,
    "2513": 2,
    "2518": 2.5,
    "outside": 5,
}
LARGER = ("2580", "2581", "2582", "2584")

ROLE = {
    "overall": {"politician": 0.1, "official": -0.1, "company": -0.3, "research": 0.2},
    "usefulness": {"manager": 0.2, "politician": 0.1, "authority": -0.2, "company": -0.5},
    "recommend": {"politician": 0.3, "manager": 0.2, "official": -0.4, "company": -0.9},
    "trust": {"politician": 0.25, "manager": 0.15, "official": -0.35, "company": -0.2},
    "agenda_2030": {"authority": 0.5, "research": 0.6, "company": -0.3, "politician": 0.1},
    "readiness": {"politician": 0.4, "manager": 0.1, "official": -0.3},
    "how_well": {"politician": 0.2, "manager": 0.1, "official": -0.2},
    "recommend_workshop": {"politician": 0.4, "official": -0.2},
}

# mean, how far people lie from it, and how much of that is their general mood
SCALES = {
    "overall": ({F16: 3.6, F18: 3.8, F20: 4.0}, 0.85, 0.6),
    "usefulness": ({F16: 3.3, F18: 3.55, F20: 3.75}, 0.95, 0.6),
    "recommend": ({F16: 7.1, F18: 7.5, F20: 7.9}, 1.9, 0.65),
    "agenda_2030": (3.2, 1.05, 0.2),
    "readiness": (2.9, 1.0, 0.3),
    "recommend_workshop": (7.6, 1.8, 0.5),
}
DONT_KNOW = {"usefulness": 0.05, "agenda_2030": 0.09, "readiness": 0.12}

ITEMS = {
    "themes": {
        "concepts": 3.6,
        "shrinking": 3.9,
        "world": 3.2,
        "county": 3.5,
        "models": 3.7,
        "joint_action": 3.5,
        "new_ways": 3.4,
        "sustainable_county": 3.2,
        "collaboration": 3.9,
        "trust": 3.7,
        "innovation": 3.4,
    },
    "trust": {
        "agreements_kept": {F16: 3.4, F18: 3.5, F20: 3.7},
        "share_failures": {F16: 2.5, F18: 2.7, F20: 2.9},
        "state_listens": {F16: 2.6, F18: 2.6, F20: 2.5},
        "speak_openly": {F16: 3.3, F18: 3.4, F20: 3.5},
        "room_to_try": {F16: 3.2, F18: 3.5, F20: 3.6},
        "decide_close": {F16: 3.1, F18: 3.2, F20: 3.3},
    },
    "how_well": {
        "contract": 3.8,
        "joint_committee": 3.4,
        "federation": 3.1,
        "joint_company": 3.2,
        "network": 3.7,
    },
}
ITEM_SPREAD = 0.95
ITEM_MOOD = 0.5
ITEM_SKIPPED = {"themes": 0.08, "trust": 0.07, "how_well": 0.05}

# one answer: weights, for everybody or by a word that people.py finds for a person
ONE = {
    "earlier": {
        F18: {"yes": 42, "no": 54, "dont_know": 4},
        F20: {"yes": 55, "no": 41, "dont_know": 4},
    },
    "population_outlook": {
        "larger": {"more": 46, "same": 33, "fewer": 13, "dont_know": 8},
        "smaller": {"more": 8, "same": 28, "fewer": 57, "dont_know": 7},
    },
    "adaptation_plan": {
        F16: {"yes": 14, "preparing": 27, "no": 40, "not_relevant": 8, "dont_know": 11},
        F18: {"yes": 22, "preparing": 34, "no": 27, "not_relevant": 8, "dont_know": 9},
    },
    "contract_since": {
        "contract": {"yes": 48, "preparing": 17, "no": 23, "not_relevant": 2, "dont_know": 10},
        "no contract": {"yes": 3, "preparing": 24, "no": 44, "not_relevant": 13, "dont_know": 16},
    },
    "try_first": {
        "contract": 47,
        "joint_committee": 15,
        "federation": 5,
        "joint_company": 8,
        "network": 11,
        "none": 4,
        "dont_know": 8,
        "other": 2,
    },
}

# several answers: each by itself with its probability; first those that stand alone
MANY = {
    "models_used": {
        "none": 0.04,
        "dont_know": 0.05,
        "contract": {F16: 0.28, F18: 0.33, F20: 0.5, "vk-2020-workshop": 0.52},
        "joint_committee": 0.36,
        "federation": 0.2,
        "joint_company": 0.24,
        "network": 0.7,
        "project": 0.55,
        "other": 0.03,
    },
    "areas": {
        "none": 0.02,
        "dont_know": 0.04,
        "digital": 0.46,
        "integration": {F18: 0.3, F20: 0.2, "vk-2020-workshop": 0.17},
        "transport": 0.27,
        "skills": 0.6,
        "business": 0.25,
        "rescue": 0.14,
        "school": 0.33,
        "procurement": 0.22,
        "water": 0.2,
        "elderly": 0.38,
        "other": 0.04,
    },
    "innovation_support": {
        "none": 0.02,
        "dont_know": 0.05,
        "tools": 0.27,
        "examples": 0.4,
        "knowledge": 0.3,
        "money": 0.38,
        "rules": 0.36,
        "leadership": 0.3,
        "time": 0.52,
        "other": 0.03,
    },
    "effects": {
        "none": 0.04,
        "dont_know": 0.08,
        "better_service": 0.46,
        "worse_service": 0.07,
        "lower_costs": 0.33,
        "higher_costs": 0.13,
        "easier_staffing": 0.4,
        "harder_staffing": 0.08,
        "more_influence": 0.21,
        "less_influence": 0.18,
        "other": 0.04,
    },
    "partners": {
        "none": 0.01,
        "dont_know": 0.05,
        "municipalities_county": 0.62,
        "municipalities_sweden": 0.2,
        "municipalities_abroad": 0.15,
        "region": 0.45,
        "agencies": 0.3,
        "companies": 0.32,
        "associations": 0.2,
        "universities": 0.28,
        "other": 0.02,
    },
    "obstacles": {
        "none": 0.03,
        "dont_know": 0.05,
        "money": 0.3,
        "time": 0.5,
        "trust": 0.22,
        "distance": 0.34,
        "agreement": 0.22,
        "unclear_costs": 0.26,
        "systems": 0.36,
        "rules": 0.28,
        "other": 0.03,
    },
}

WRITES = {"takeaway": 0.36, "next_topics": 0.27, "conditions": 0.5}
SKIPPED = 0.03
STOPS = 0.05
ENGLISH = 0.05
