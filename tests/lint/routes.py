"""Every line of routes[] is in the API's description, and the other way round: routes.py openapi.json"""

import json
import re
import sys
from pathlib import Path

METHODS = {"get", "post", "put", "patch", "delete"}
ROUTE = re.compile(r'\{\s*(?:METHOD_)?([A-Z]+),\s*"(/[^"]*)"')

source = Path("service/app/routes.c")
routed = {(method.lower(), path) for method, path in ROUTE.findall(source.read_text())}
paths = json.loads(Path(sys.argv[1]).read_text())["paths"]
described = {(method, path) for path, item in paths.items() for method in METHODS & item.keys()}

for method, path in sorted(routed - described):
    print(f"{source}: {method.upper()} {path} is not described under openapi/")
for method, path in sorted(described - routed):
    print(f"openapi: {method.upper()} {path} has no line in {source}")
sys.exit(1 if routed != described or not routed else 0)
