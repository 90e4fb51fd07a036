"""Every line of problems[] has a section in docs/errors.md that names its status, and no other has one."""

import re
import sys
from pathlib import Path

source, document = Path("service/http/problem.c"), Path("docs/errors.md")
problems = set(re.findall(r'\{\s*"([a-z-]+)",\s*([0-9]{3}),', source.read_text()))
told = set(re.findall(r"^\|\s*`([a-z-]+)`\s*\|\s*([0-9]{3})\s*\|", document.read_text(), re.M))

for name, status in sorted(problems - told):
    print(f"{document}: {name} with status {status} is missing")
for name, status in sorted(told - problems):
    print(f"{source}: {document} tells of {name} with status {status}, which is not in problems[]")
sys.exit(1 if problems != told or not problems else 0)
