#!/usr/bin/env bash
# What the README tells editors to run and to read, done by them where they are there: each finds the
# one remark that is left in a paper with SyncTeX, at its line of the source.
# shellcheck source=tests/recipes/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

mkdir "$folder/bin" "$folder/paper"
ln -s "$DESKCHECK" "$folder/bin/deskcheck"
export PATH=$folder/bin:$PATH HOME=$folder LC_ALL=C.UTF-8
cp -r "$root"/fixtures/synctex/* "$folder/paper"
cd "$folder/paper"
mv todo.pdf paper.pdf
mv todo.synctex.gz paper.synctex.gz
mv todo.tex paper.tex
wanted=$(grep -n TODO sections/introduction.tex | cut -d : -f 1)
wanted=sections/introduction.tex:$wanted
tried=

# expect EDITOR FOUND
expect() {
  [[ $2 == *"$wanted text/todo"* ]] || fail "$1 finds \"$2\", not \"$wanted text/todo\""
  tried+=" $1"
}

in_vs_code() {
  # shellcheck disable=SC2016
  node -e '
    const text = require("fs").readFileSync(0, "utf8").replace(/\s\/\/.*/g, "");
    const { command, args, problemMatcher } = JSON.parse(text).tasks[0];
    const { pattern } = problemMatcher;
    const ran = require("child_process").spawnSync(command, args, { encoding: "utf8" });
    for (const line of ran.stdout.split("\n")) {
      const match = new RegExp(pattern.regexp).exec(line);
      if (match) console.log(`${match[pattern.file]}:${match[pattern.line]} ${match[pattern.code]}`);
    }'
}

in_vim() {
  cat >ask.vim <<'ASK'
edit paper.tex
source ../tex.vim
silent make!
call writefile(map(getqflist(), "bufname(v:val.bufnr) . ':' . v:val.lnum . ' ' . matchstr(v:val.text, '\\[\\zs[^\\]]*\\ze\\]$')"), 'found')
qall!
ASK
  snippet ftplugin/tex.vim >../tex.vim
  rm -f found
  timeout 60 vim -es -N -u NONE -i NONE -S ask.vim >/dev/null 2>&1 || true
  cat found
}

in_emacs() {
  timeout 60 emacs -Q --batch --eval '
    (progn (require (quote compile))
      (with-temp-buffer
        (insert-file-contents "printed")
        (compilation-mode)
        (compilation--ensure-parse (point-max))
        (goto-char (point-min))
        (while (not (eobp))
          (let ((found (get-text-property (point) (quote compilation-message)))
                (line (buffer-substring (line-beginning-position) (line-end-position))))
            (when found
              (let ((place (compilation--message->loc found)))
                (princ (format "%s:%s %s\n"
                  (caar (compilation--loc->file-struct place)) (compilation--loc->line place)
                  (replace-regexp-in-string ".*\\[\\(.*\\)\\]$" "\\1" line))))))
          (forward-line 1))))'
}

if command -v node >/dev/null; then
  expect node "$(snippet .vscode/tasks.json | in_vs_code)"
fi
if command -v vim >/dev/null && vim --version | grep -q '+quickfix'; then
  expect vim "$(in_vim)"
fi
if command -v emacs >/dev/null; then
  command=$(snippet compile-command)
  eval "$command" >printed || true
  expect emacs "$(in_emacs)"
fi
[[ $tried ]] || skip "neither node, vim nor emacs is installed"
echo "tried:$tried"
