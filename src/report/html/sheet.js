// The sheet of many papers: which are shown, in which order, and what opens when one is chosen.

const isSuspect = (paper) => paper.verdict !== 'pass';
const rowsAtOnce = 200;  // thousands would make each letter of a filter slow

let visible = papers;  // those that the filters let through, in order
let built = 0;         // how many of them stand in the sheet
let range = null;      // of a measure, chosen by a bar

const confidenceOf = (finding) => finding.outcome === 'undecided' ? 'undecided' : finding.confidence;

// The strongest proof first, as the tool weighs it; see strength.hpp.
function sortPapers() {
  papers.sort((a, b) => a.strength[0] - b.strength[0] || a.strength[1] - b.strength[1] || a.number - b.number);
}

function readFilters() {
  const of = (name) => byId('filter-' + name).value;
  return {text: of('text').trim().toLowerCase(), check: of('check'), place: of('place'), severity: of('severity'),
    confidence: of('confidence'), decision: of('decision'), suspects: byId('filter-suspects').checked};
}

// Findings that the filters are about; also those that keys go through.
function matchesFinding(finding, filters) {
  const decision = decisionOn(finding)?.what ?? 'open';
  return (!filters.check || finding.check === filters.check) &&
         (!filters.severity || finding.severity === filters.severity) &&
         (!filters.confidence || confidenceOf(finding) === filters.confidence) &&
         (!filters.decision || decision === filters.decision);
}

// The last bits of a sum of steps must not put a paper between two bars.
function isInRange(paper) {
  const value = paper.measures?.[range.measure];
  return value != null && value >= range.from - 1e-9 && value < range.to - 1e-9;
}

// Who asks for a bar, for a check or for papers of one kind wants as many as were counted there.
const isOfSuspects = (filters) => filters.suspects && !range && !filters.place && !filters.check;

function matchesPaper(paper, filters) {
  if (range && !isInRange(paper)) return false;
  if (isOfSuspects(filters) && !isSuspect(paper)) return false;
  if (filters.place && paper.place !== filters.place) return false;
  if (filters.text && !paper.words.includes(filters.text)) return false;
  const asksForFinding = filters.check || filters.severity || filters.confidence || filters.decision;
  return !asksForFinding || paper.findings.some((finding) => matchesFinding(finding, filters));
}

function applyFilters() {
  const filters = readFilters();
  visible = papers.filter((paper) => matchesPaper(paper, filters));
  built = 0;
  byId('sheet').replaceChildren();
  buildRows();
  const within = range ? `, ${range.name}` : isOfSuspects(filters) ? ', suspects only' : '';
  byId('count').textContent = `${visible.length} of ${counted(papers.length, 'paper')}${within}.`;
  for (const bar of document.querySelectorAll('.bar')) bar.setAttribute('aria-pressed', bar === range?.node);
  const isSet = Boolean(range || filters.text || filters.check || filters.place || filters.severity || filters.confidence || filters.decision);
  byId('clear').disabled = !isSet;
  for (const button of document.querySelectorAll('button.filter')) button.setAttribute('aria-pressed', isChosen(button, filters));
  tellNothing(isSet, isOfSuspects(filters));
}

// A list without papers says why it has none, and what shows some.
function tellNothing(isSet, isNarrowed) {
  byId('empty').hidden = visible.length > 0;
  if (papers.length === 0)
    byId('empty').textContent = 'No paper was looked at.';
  else if (isSet)
    byId('empty').textContent = 'No paper is like that. Clear filters shows all again.';
  else if (isNarrowed)
    byId('empty').textContent = `Nothing to look at: no paper is suspect. Without "Suspects only" the list has all of them.`;
}

function buildRows(upTo = built + rowsAtOnce) {
  const filters = readFilters();
  for (; built < Math.min(upTo, visible.length); ++built) {
    const paper = visible[built], row = rowOf(paper);
    row.querySelector('.gist').replaceChildren(...gistOf(paper, filters));
    byId('sheet').append(row);
  }
  byId('further').hidden = built >= visible.length;
}

// What somebody reads who opens nothing: the best proof of what was asked for, and that there is more.
function gistOf(paper, filters) {
  if (paper.findings.length === 0) return [paper.headline];
  const others = paper.findings.length - 1;
  const asked = paper.findings.filter((finding) => matchesFinding(finding, filters));
  const best = (asked.length ? asked : paper.findings).reduce((best, it) => (it.weakness < best.weakness ? it : best));
  return [best.message, others ? element('i', {}, ` and ${others} more`) : ''];
}

// Once a paper: filters take rows away and bring them back as they were, open or not.
function rowOf(paper) {
  if (paper.row) return paper.row;
  const panel = element('div', {class: 'panel', id: `panel-${paper.number}`, hidden: ''});
  paper.button = element('button', {type: 'button', 'aria-expanded': 'false', 'aria-controls': panel.id},
      element('span', {class: 'tag'}, paper.verdict ?? 'measured'), ' ', element('span', {class: 'name'}, paper.name), ' ',
      element('span', {class: 'path'}, paper.path === paper.name ? '' : paper.path), ' ',
      element('span', {class: 'decided'}), ' ', element('span', {class: 'gist'}));
  paper.button.addEventListener('click', () => openPaper(paper, panel.hidden));
  paper.button.addEventListener('focus', () => { place = {paper, finding: null}; });
  paper.row = element('li', {class: `row ${paper.verdict}`}, element('h3', {}, paper.button), panel);
  paper.panel = panel;
  showRowDecided(paper);
  return paper.row;
}

function showRowDecided(paper) {
  const done = paper.findings.filter(decisionOn).length;
  paper.row.querySelector('.decided').textContent = done ? `${done} of ${paper.findings.length} decided` : '';
}

function openPaper(paper, isOpen = true) {
  if (isOpen && paper.panel.childElementCount === 0) {
    paper.panel.append(paper.node.content.cloneNode(true));
    addPictures(paper, paper.panel);
    adopt(paper, paper.panel);
  }
  paper.panel.hidden = !isOpen;
  paper.button.setAttribute('aria-expanded', isOpen);
}

// The bar that is chosen already lets go of its papers.
function choose(chosen) {
  range = range?.node === chosen.node ? null : chosen;
  applyFilters();
  if (range) byId('papers-heading').scrollIntoView({block: 'nearest'});
}

const filterFields = '.filters select, .filters input[type="search"]';

function clearFilters() {
  for (const field of document.querySelectorAll(filterFields)) field.value = '';
  range = null;
  applyFilters();
}

// A button of the sums stands for one filter: data-check, data-place or data-text. What it holds is
// shown text; a choice may hold orders, if a forged result brought them.
const filterOf = (button) => ['check', 'place', 'text'].find((name) => name in button.dataset);

function valueOf(button) {
  const name = filterOf(button), value = button.dataset[name];
  if (name === 'text') return value.trim().toLowerCase();
  return Array.from(byId('filter-' + name).options, (option) => option.value).find((it) => shown(it) === value) ?? value;
}

const isChosen = (button, filters) => filters[filterOf(button)] === valueOf(button);

function toggleFilter(button) {
  const name = filterOf(button);
  const value = isChosen(button, readFilters()) ? '' : name === 'text' ? button.dataset.text : valueOf(button);
  for (const field of document.querySelectorAll(filterFields)) field.value = '';
  byId('filter-' + name).value = value;
  range = null;
  applyFilters();
  byId('papers-heading').scrollIntoView({block: 'nearest'});
}

// Only what is there can be asked for, with how much of it there is.
function fillChoices(name, values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const [value, count] of [...counts].sort())
    byId('filter-' + name).append(element('option', {value}, `${shown(value)} (${count})`));
}

function setUpSheet() {
  sortPapers();
  for (const paper of papers)
    paper.words = [paper.id, paper.name, paper.path, paper.headline, paper.unjudged, paper.pack ?? '', ...paper.findings.map((it) => `${it.check} ${it.message}`)]
        .join('\n').toLowerCase();
  document.title = `${document.querySelector('h1').textContent} - deskcheck`;
  fillChoices('check', papers.flatMap((paper) => [...new Set(paper.findings.map((it) => it.check))]));
  fillChoices('place', papers.map((paper) => paper.place).filter(Boolean));
  for (const button of document.querySelectorAll('button.filter')) button.addEventListener('click', () => toggleFilter(button));
  for (const field of document.querySelectorAll('.filters select, .filters input')) field.addEventListener('input', applyFilters);
  // Of papers that were only measured nobody is suspect.
  if (!papers.some((paper) => paper.verdict)) {
    for (const it of document.querySelectorAll('.filters .of-verdicts')) it.hidden = true;
    byId('filter-suspects').checked = false;
    byId('papers-heading').textContent = 'Papers';
  }
  byId('clear').addEventListener('click', clearFilters);
  byId('further').addEventListener('click', () => buildRows());
  drawHistograms(choose);
  // A few papers that were only measured come to nothing beside the list.
  const hasSums = document.querySelector('#run section:not([hidden])') !== null;
  for (const it of document.querySelectorAll('#run, a[href="#run"]')) it.hidden = !hasSums;
  applyFilters();
}
