#!/usr/bin/env bash
# Makes every paper of every example by the command line and has it read by other programs: qpdf, poppler.
# With a form's folder: that form's papers alone.
set -euo pipefail
cd "$(dirname "$0")/.."

yuntian="${CARGO_TARGET_DIR:-target}/debug/yuntian"
out=test-results/papers
today=2026-11-23
mkdir -p "$out"

if [ $# = 0 ]; then
  rm -f "$out"/*.count
  printf '%s\0' forms/items/* forms/benefits/* | xargs -0 -n 1 -P "$(nproc)" "$0"
  echo "papers: $(awk '{ n += $1 } END { print n }' "$out"/*.count) made, read back by qpdf and poppler"
  exit
fi

n_papers=0
read_back() { # file: it is sound, its fonts are inside it, it is tagged
  qpdf --check "$1" >"$1.qpdf.txt" 2>&1 || { cat "$1.qpdf.txt"; exit 1; }
  pdftotext -layout "$1" "$1.txt" 2>/dev/null
  pdffonts "$1" 2>/dev/null | tail -n +3 | awk '$(NF-4) != "yes" || $(NF-2) != "yes" { print "not embedded or without text: " $0; bad = 1 } END { exit bad }'
  pdfinfo "$1" 2>/dev/null | grep -q '^Tagged: *yes' || { echo "$1 is not tagged"; exit 1; }
  n_papers=$((n_papers + 1))
}
fill() { "$yuntian" fill "$id" --today "$today" --fonts target/packs/fonts "$@" >/dev/null 2>"$out/$id.err"; }
made() { fill "$@" || { cat "$out/$id.err"; exit 1; }; }

folder=$1
id=$(basename "$folder")
made --blank --out "$out/$id-blank.pdf"
read_back "$out/$id-blank.pdf"
for answers in "$folder"/answers/{minimal,full}.json; do
  [ -e "$answers" ] || continue
  name="$id-$(basename "$answers" .json)"
  for again in '' .again; do # the same input gives the same bytes
    made --answers "$answers" --out "$out/$name$again.pdf"
  done
  cmp "$out/$name.pdf" "$out/$name.again.pdf" || { echo "$name: two runs differ"; exit 1; }
  rm "$out/$name.again.pdf"
  read_back "$out/$name.pdf"
  pdfdetach -list "$out/$name.pdf" 2>/dev/null | grep -q '\.json' || { echo "$name: no answers inside"; exit 1; }
done
for answers in "$folder"/answers/refused-*.json; do
  case "$answers" in *.issues.json) continue ;; esac
  [ -e "$answers" ] || continue
  name="$id-$(basename "$answers" .json)-draft"
  made --draft --answers "$answers" --out "$out/$name.pdf"
  read_back "$out/$name.pdf"
  if fill --answers "$answers" --out "$out/$name-refused.pdf"; then
    echo "$answers: made a packet of refused answers"
    exit 1
  fi
done
echo "$n_papers" >"$out/$id.count"
