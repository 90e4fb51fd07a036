"""Include direction: every include of service/ is one that service/LAYERS allows."""

import re
import sys
from pathlib import Path

SERVICE = Path("service")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
SQL = re.compile(r'"\s*(select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+table\s)', re.I)


def read_layers():
    rows = {}
    for line in (SERVICE / "LAYERS").read_text().splitlines():
        if line and not line.startswith("#"):
            name, allowed = line.split(":")
            rows[name] = set(allowed.split())
    return rows


def fault_of(folder, included, system, rows):
    """Why a file of the folder may not include that, or None."""
    only = rows.get("only " + included)
    if only is not None and folder not in only | {included.split("/")[0]}:
        return f"only {', '.join(sorted(only))} may"
    if system:
        return None
    target = included.split("/")[0]
    if target not in rows or "/" not in included:
        return "an include names its folder, and the folder has a row in service/LAYERS"
    if target in (folder, "base") or rows[folder] & {"*", target, included}:
        return None
    return f"{folder}/ may include base {' '.join(sorted(rows[folder]))}"


def faults(rows):
    for path in sorted(SERVICE.rglob("*.[ch]")):
        folder = path.relative_to(SERVICE).parts[0]
        if folder not in rows:
            yield f"{path}: {folder}/ has no row in service/LAYERS"
            continue
        text = path.read_text()
        for bracket, included in INCLUDE.findall(text):
            why = fault_of(folder, included, bracket == "<", rows)
            if why:
                yield f"{path}: includes {included}: {why}"
        if folder not in rows["sql"]:
            for found in SQL.finditer(text):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{path}:{line}: SQL stands in {', '.join(sorted(rows['sql']))} only"


found = list(faults(read_layers()))
print("\n".join(found), end="\n" if found else "")
sys.exit(1 if found else 0)
