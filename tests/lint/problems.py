"""Every line of problems[] stands with its status in docs/errors.md, and no other does.

There it is the row of a table (| `not-found` | 404 | …) or a heading (## `not-found` (404)).
"""

import re
import sys
from pathlib import Path

source, document = Path("service/http/problem.c"), Path("docs/errors.md")
problems = set(re.findall(r'\{\s*"([a-z-]+)",\s*([0-9]{3}),', source.read_text()))
told = set(re.findall(r"^(?:\||#+) *`([a-z-]+)`[ |(]*([0-9]{3})\b", document.read_text() if document.exists() else "", re.M))

for name, status in sorted(problems - told):
    print(f"{document}: {name} with status {status} is missing")
for name, status in sorted(told - problems):
    print(f"{source}: {document} tells of {name} with status {status}, which is not in problems[]")
sys.exit(1 if problems != told or not problems else 0)
