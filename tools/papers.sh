#!/usr/bin/env bash
# Makes every paper of every example by the command line and has it read by other programs: qpdf, poppler.
set -euo pipefail
cd "$(dirname "$0")/.."

yuntian="${CARGO_TARGET_DIR:-target}/debug/yuntian"
out=test-results/papers
today=2026-11-23
n_papers=0
mkdir -p "$out"

read_back() { # file: it is sound, its fonts are inside it, it is tagged
  qpdf --check "$1" >"$1.qpdf.txt" 2>&1 || { cat "$1.qpdf.txt"; exit 1; }
  pdftotext -layout "$1" "$1.txt" 2>/dev/null
  pdffonts "$1" 2>/dev/null | tail -n +3 | awk '$(NF-4) != "yes" || $(NF-2) != "yes" { print "not embedded or without text: " $0; bad = 1 } END { exit bad }'
  pdfinfo "$1" 2>/dev/null | grep -q '^Tagged: *yes' || { echo "$1 is not tagged"; exit 1; }
  n_papers=$((n_papers + 1))
}

for folder in forms/items/* forms/benefits/*; do
  id=$(basename "$folder")
  "$yuntian" fill "$id" --blank --today "$today" --fonts target/packs/fonts --out "$out/$id-blank.pdf" >/dev/null
  read_back "$out/$id-blank.pdf"
  for answers in "$folder"/answers/{minimal,full}.json; do
    [ -e "$answers" ] || continue
    name="$id-$(basename "$answers" .json)"
    for _ in 1 2; do # the same input gives the same bytes
      "$yuntian" fill "$id" --answers "$answers" --today "$today" --fonts target/packs/fonts --out "$out/$name.pdf" >/dev/null
      sha256sum <"$out/$name.pdf" >>"$out/$name.sha"
    done
    [ "$(uniq "$out/$name.sha" | wc -l)" = 1 ] || { echo "$name: two runs differ"; exit 1; }
    read_back "$out/$name.pdf"
    pdfdetach -list "$out/$name.pdf" 2>/dev/null | grep -q '\.json' || { echo "$name: no answers inside"; exit 1; }
  done
  for answers in "$folder"/answers/refused-*.json; do
    case "$answers" in *.issues.json) continue ;; esac
    [ -e "$answers" ] || continue
    name="$id-$(basename "$answers" .json)-draft"
    "$yuntian" fill "$id" --draft --answers "$answers" --today "$today" --fonts target/packs/fonts --out "$out/$name.pdf" >/dev/null
    read_back "$out/$name.pdf"
    if "$yuntian" fill "$id" --answers "$answers" --today "$today" --fonts target/packs/fonts --out "$out/refused.pdf" >/dev/null 2>&1; then
      echo "$answers: made a packet of refused answers"
      exit 1
    fi
  done
done
echo "papers: $n_papers made, read back by qpdf and poppler"
