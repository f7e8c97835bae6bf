#!/usr/bin/env bash
# The line for latexmk, as the README has it: each compilation ends with what is found in the paper.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need latexmk pdflatex

snippet .latexmkrc >"$folder/.latexmkrc"
mkdir "$folder/bin"
ln -s "$DESKCHECK" "$folder/bin/deskcheck"
cat >"$folder/paper.tex" <<'END'
\documentclass{article}
\begin{document}
\section{Introduction}
TODO: write it.
\end{document}
END
cd "$folder"
PATH=$folder/bin:$PATH latexmk -pdf -synctex=1 -interaction=nonstopmode paper.tex >said 2>&1 || true
grep -q 'Check  *text/todo' said || fail "the paper was not judged: $(tail -n 20 said)"
grep -q 'paper.tex:4' said || fail "the line of the source is not named: $(grep Where said)"
