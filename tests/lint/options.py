"""Every line of options[] is in the README and in docker-compose.yml, and these name no other."""

import re
import sys
from pathlib import Path

NAME = re.compile(r"\bSAMRAD_[A-Z_]+\b")
source = Path("service/app/options.c")
options = set(re.findall(r'\{\s*"(SAMRAD_[A-Z_]+)"', source.read_text()))

faults = [] if options else [f"{source}: no option was found"]
for document in (Path("README.md"), Path("docker-compose.yml")):
    # A secret may be named by the file that it is read from.
    found = NAME.findall(document.read_text()) if document.exists() else []
    named = {name if name in options else name.removesuffix("_FILE") for name in found}
    faults += [f"{document}: {name} is missing" for name in sorted(options - named)]
    faults += [f"{document}: {source} has no {name}" for name in sorted(named - options)]
print("\n".join(faults), end="\n" if faults else "")
sys.exit(1 if faults else 0)
