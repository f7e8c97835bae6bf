// The keyboard, and what the page begins with.

let place = {paper: null, finding: null};  // where the reader is

const isSheet = document.body.classList.contains('many');

// In the order of the page; on a sheet those that the filters are about.
function findingsToVisit() {
  if (!isSheet) return papers.flatMap((paper) => paper.findings);
  const filters = readFilters();
  return visible.flatMap((paper) => paper.findings.filter((it) => matchesFinding(it, filters)));
}

// Rows and cards are built when somebody comes to them.
function visit(finding) {
  if (isSheet) {
    buildRows(visible.indexOf(finding.paper) + 1);
    openPaper(finding.paper);
  }
  finding.card.focus({preventScroll: true});
  finding.card.scrollIntoView({block: 'nearest'});
}

function moveToFinding(step) {
  const all = findingsToVisit();
  let at = all.indexOf(place.finding);
  if (at < 0 && place.paper) {
    // From a paper to its first finding, or to the last one before it.
    const order = isSheet ? visible : papers;
    const here = order.indexOf(place.paper);
    at = all.findIndex((finding) => order.indexOf(finding.paper) >= here);
    if (at < 0) at = all.length;
    at -= step > 0 ? 1 : 0;
  }
  const next = all[at + step];
  if (next) return visit(next);
  say(step > 0 ? 'no finding behind this one' : 'no finding before this one');
}

function moveToPaper(step) {
  if (!isSheet) return;
  const next = visible[visible.indexOf(place.paper) + step];
  if (!next) return;
  buildRows(visible.indexOf(next) + 1);
  next.button.focus();
}

const keys = {
  j: () => moveToFinding(1),
  k: () => moveToFinding(-1),
  n: () => moveToPaper(1),
  p: () => moveToPaper(-1),
  o: () => {
    if (!isSheet || !place.paper) return;
    openPaper(place.paper, place.paper.panel.hidden);
    place.paper.button.focus();
  },
  c: () => place.finding && act(place.finding, 'confirmed'),
  d: () => place.finding && act(place.finding, 'dismissed'),
  r: () => place.finding && askReason(place.finding),
  u: undoLast,
  s: saveDecisions,
  l: () => byId('load').click(),
  '/': () => byId('filter-text')?.focus(),
  '?': () => byId('help').showModal(),
};

function saveDecisions() {
  if (!byId('save').disabled) save('deskcheck-waivers.toml', 'application/toml', waivers());
}

document.addEventListener('keydown', (event) => {
  // Letters are text in a field, and the browser's with a modifier.
  const isTyping = event.target.closest('input:not([type="checkbox"]), select, textarea, dialog');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

byId('save').addEventListener('click', saveDecisions);
byId('save-confirmed').addEventListener('click', () => save('deskcheck-confirmed.csv', 'text/csv', confirmedList()));
byId('undo').addEventListener('click', undoLast);
byId('keys').addEventListener('click', () => byId('help').showModal());
byId('close-help').addEventListener('click', () => byId('help').close());
for (const id of ['by', 'until']) byId(id).addEventListener('change', keep);

// From a search to what it found.
byId('filter-text')?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();  // else the same key would press the button
  visible[0]?.button.focus();
});

recall();
if (isSheet)
  setUpSheet();
else
  for (const paper of papers) adopt(paper, paper.node);
showDecided();
