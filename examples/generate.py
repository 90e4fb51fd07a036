#!/usr/bin/env python3
"""Makes the made-up responses of examples/responses, the same bytes every time.

    examples/generate.py            writes the files anew
    examples/generate.py --check    says whether the files are what it would write

Either way the surveys and their responses are checked by made_up/check.py, which knows nothing of
how they were made. Exit code: 0, or 1 when something is wrong.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True  # before our own modules: nothing is compiled into the tree

from made_up import check, people

HERE = pathlib.Path(__file__).resolve().parent


def read(folder):
    """All JSON files of a folder, by the name that messages give them."""
    files = sorted((HERE / folder).glob("*.json"))
    return {f"{folder}/{file.name}": json.loads(file.read_text("utf-8")) for file in files}


def one_line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def render(survey, responses):
    """One response a line, so that a difference between two states of a file can be read."""
    head = one_line({"survey": survey["key"], "version": 1, "made_up": True, "responses": []})
    lines = ",\n".join(one_line(response) for response in responses)
    return head[:-2] + "\n" + lines + "\n]}\n"


def make(surveys):
    """Path → text of every file of responses."""
    by_key = {survey["key"]: survey for survey in surveys.values()}
    return {
        HERE / "responses" / f"{key}.json": render(by_key[key], people.respond(by_key[key]))
        for key in people.SAMPLES
    }


def differing(made):
    """A sentence for every committed file that isn't what was made."""
    for path, text in made.items():
        name = f"responses/{path.name}"
        if not path.exists():
            yield f"{name}: the file is missing"
        elif path.read_bytes() != text.encode("utf-8"):
            yield f"{name}: the file isn't what the generator makes"
    for path in sorted((HERE / "responses").glob("*.json")):
        if path not in made:
            yield f"responses/{path.name}: the generator doesn't make this file"


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 1
    surveys = read("surveys")
    made = make(surveys)
    faults = list(differing(made)) if arguments else []
    if not arguments:
        (HERE / "responses").mkdir(exist_ok=True)
        for path, text in made.items():
            path.write_bytes(text.encode("utf-8"))
    responses = read("responses")
    faults += check.all_faults(read("events"), surveys, responses)
    for fault in faults:
        print(fault, file=sys.stderr)
    for name, file in responses.items():
        print(f"{name}: {len(file['responses'])} responses")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
