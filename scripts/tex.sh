# shellcheck shell=bash
# For the scripts that make papers: TeX that gives the same bytes each time.
export LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH=1735689600 FORCE_SOURCE_DATE=1

# What TeX carries over from one pass to the next. On which page a label stands nobody asks.
state_of() {
  { cat "$1.aux" "$1.out" 2>/dev/null || true; } | sed 's/^\\newlabel{\([^}]*\)}{{\([^}]*\)}{[^}]*}/\1 \2/' | cksum
}

# run_tex FOLDER FILE SCRATCH: works in FOLDER until nothing changes from one pass to the next; the paper, and `said`
# where TeX stopped, are in SCRATCH. Bitmap fonts are made afresh there, so that nothing on this machine shows in a
# paper.
run_tex() {
  local folder=$1 name scratch=$3 before
  name=$(basename "$2" .tex)
  for _ in 1 2 3 4 5; do
    before=$(state_of "$scratch/$name")
    (cd "$folder" &&
      TEXMFVAR=$scratch/texmf VARTEXFONTS=$scratch/fonts pdflatex -interaction=nonstopmode -halt-on-error \
        -output-directory "$scratch" "$2") >"$scratch/said" 2>&1 || return 1
    [ "$(state_of "$scratch/$name")" != "$before" ] || break
  done
}

# Why TeX stopped, as short as it goes.
what_tex_said() {
  grep -A3 '^!' "$1/said" || tail -5 "$1/said"
}
