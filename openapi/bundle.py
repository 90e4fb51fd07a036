#!/usr/bin/env python3
"""Makes one JSON document of the API's description, which lies in many YAML files.

Usage: python3 openapi/bundle.py openapi/openapi.yaml > out.json

A `$ref` to a file becomes a `$ref` within the document where the target has a place of its own
in it, and the target itself where it hasn't:

	schemas/ANY.yaml#/Name   ->  #/components/schemas/Name
	parts/KIND.yaml#/Name    ->  #/components/KIND/Name
	any other                ->  what stands there

A key that stands twice, a name that two files use, a reference to nothing, and a part that
nothing refers to are faults: they are told, and nothing is written.
"""

import json
import os
import re
import sys

import yaml


class Fault(Exception):
    pass


class Loader(yaml.SafeLoader):
    """YAML as JSON has it: dates and `on` are strings, a key is a string and stands once."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        mapping = {}
        for key_node, value_node in node.value:
            key = str(self.construct_object(key_node, deep=True))
            if key in mapping:
                raise Fault(f"{self.name}:{key_node.start_mark.line + 1}: “{key}” stands twice")
            mapping[key] = self.construct_object(value_node, deep=True)
        return mapping


for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
    ("null", r"null|", ["n", ""]),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)
Loader.add_constructor(
    "tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node)
)


class Bundle:
    def __init__(self):
        self.files = {}
        self.used = set()
        self.components = {}
        self.places = {}

    def file(self, path):
        if path not in self.files:
            try:
                with open(path, encoding="utf-8") as stream:
                    self.files[path] = yaml.load(stream, Loader)
            except OSError as error:
                raise Fault(f"{path}: {error.strerror}") from error
            except yaml.YAMLError as error:
                raise Fault(f"{path}: {error}") from error
        return self.files[path]

    def target(self, path, pointer):
        node = self.file(path)
        for step in pointer.strip("/").split("/") if pointer.strip("/") else []:
            step = step.replace("~1", "/").replace("~0", "~")
            if not isinstance(node, dict) or step not in node:
                raise Fault(f"{path}#{pointer}: nothing stands there")
            node = node[step]
        return node

    @staticmethod
    def home(path, pointer):
        """The place in `components` of what stands at path#pointer, or None."""
        folder, file = os.path.split(path)
        name = pointer.strip("/")
        if "/" in name or not name:
            return None
        if os.path.basename(folder) == "schemas":
            return "schemas", name
        if os.path.basename(folder) == "parts":
            return file.removesuffix(".yaml"), name
        return None

    def refer(self, path, reference):
        file, _, pointer = reference.partition("#")
        path = os.path.normpath(os.path.join(os.path.dirname(path), file)) if file else path
        self.used.add((path, pointer))
        place = self.home(path, pointer)
        if place is None:
            return self.resolve(path, self.target(path, pointer))
        if self.places.setdefault(place, path) != path:
            raise Fault(f"{place[1]} stands in both {path} and {self.places[place]}")
        kind, name = place
        entries = self.components.setdefault(kind, {})
        if name not in entries:
            entries[name] = None  # what refers to itself ends here
            entries[name] = self.resolve(path, self.target(path, pointer))
        return {"$ref": f"#/components/{kind}/{name}"}

    def resolve(self, path, node):
        if isinstance(node, list):
            return [self.resolve(path, item) for item in node]
        if not isinstance(node, dict):
            return node
        if isinstance(node.get("$ref"), str):
            beside = {key: self.resolve(path, value) for key, value in node.items() if key != "$ref"}
            target = self.refer(path, node["$ref"])
            if beside and "$ref" not in target:
                raise Fault(f"{path}: {node['$ref']} can't have members beside it")
            return {**target, **beside}
        return {key: self.resolve(path, value) for key, value in node.items()}

    def unused(self):
        for path, content in self.files.items():
            for name in content:
                if self.home(path, "/" + name) and (path, "/" + name) not in self.used:
                    yield f"{path}#/{name}"

    def make(self, path):
        document = self.resolve(path, self.file(path))
        own = document.setdefault("components", {})
        for kind in sorted(self.components):
            own.setdefault(kind, {}).update(sorted(self.components[kind].items()))
        for place in self.unused():
            raise Fault(f"{place}: nothing refers to it")
        return document


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: bundle.py FILE > OUT")
    try:
        document = Bundle().make(os.path.normpath(sys.argv[1]))
    except Fault as fault:
        sys.exit(f"bundle.py: {fault}")
    json.dump(document, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
