"""Prints how large files and functions are, beside the aims. Judges nothing."""

import json
import statistics
import subprocess
from pathlib import Path

LONG_FUNCTION, LONG_FILE, MOST_PARAMETERS, DEEPEST = 80, 250, 6, 3


def functions(paths):
    """Every function as (file, name, first line, last line, parameters), from ctags."""
    command = ["ctags", "--output-format=json", "--fields=+neS", "--kinds-C=f", "--languages=C", "-o", "-", *map(str, paths)]
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        tag = json.loads(line)
        parameters = tag["signature"].strip("()")
        count = 0 if parameters in ("", "void") else parameters.count(",") + 1
        yield tag["path"], tag["name"], tag["line"], tag["end"], count


def depth(lines):
    """How deep blocks stand in each other, by the tabs of a line that begins a statement."""
    keywords = ("if (", "for (", "while (", "do {", "switch (", "else", "} else")
    starts = [len(line) - len(line.lstrip("\t")) for line in lines if line.strip().startswith(keywords)]
    return max(starts, default=0)


def report(what, value, aim, over):
    print(f"{what:<28}{value:>6}   aim {aim:<8}{' '.join(over)}".rstrip())


files = {path: path.read_text().splitlines() for path in sorted(Path("service").rglob("*.[ch]"))}
sources = [path for path in files if path.suffix == ".c"]
found = list(functions(sources))
lengths = {f"{file}:{name}": last - first + 1 for file, name, first, last, _ in found}
parameters = {f"{file}:{name}": count for file, name, _, _, count in found}
depths = {f"{file}:{name}": depth(files[Path(file)][first:last]) for file, name, first, last, _ in found}

print(f"{len(files)} files, {sum(map(len, files.values()))} lines, {len(found)} functions")
report("lines of a file, median", round(statistics.median(map(len, (files[path] for path in sources)))), "<= 250", [])
report("longest file", max(map(len, files.values())), "", [str(path) for path, lines in files.items() if len(lines) > LONG_FILE])
report("lines of a function, median", round(statistics.median(lengths.values())), "<= 15", [])
report("functions over 80 lines", sum(n > LONG_FUNCTION for n in lengths.values()), "few", [f for f, n in lengths.items() if n > LONG_FUNCTION])
report("most parameters", max(parameters.values()), "<= 6", [f for f, n in parameters.items() if n > MOST_PARAMETERS])
report("deepest nesting", max(depths.values()), "<= 3", [f for f, n in depths.items() if n > DEEPEST])
