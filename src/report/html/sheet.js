// The sheet of many papers: which are shown, in which order, and what opens when one is chosen.

const severityRank = {error: 0, warning: 3, note: 6}, confidenceRank = {certain: 0, likely: 1, possible: 2};
const isSuspect = (paper) => paper.verdict !== 'pass';
const rowsAtOnce = 200;

let visible = papers;  // those that the filters let through, in order
let built = 0;         // how many of them stand in the sheet
let range = null;      // of a measure, chosen by a bar

const confidenceOf = (finding) => finding.outcome === 'undecided' ? 'undecided' : finding.confidence;
const isSetAside = (finding) => /^(waived|in the baseline)/.test(finding.settled);
const rankOf = (finding) =>
  isSetAside(finding) ? 9 : severityRank[finding.severity] + (finding.outcome === 'undecided' ? 2.5 : confidenceRank[finding.confidence]);

// The strongest proof first, then the most of it; a paper that nothing is known of behind them.
function strengthOf(paper) {
  const ranks = paper.findings.map(rankOf);
  const best = Math.min(paper.verdict === 'unjudged' ? 10 : paper.verdict === 'pass' ? 30 : 20, ...ranks);
  return [best + (paper.verdict === 'pass' ? 20 : 0), -ranks.filter((rank) => rank === best).length, paper.number];
}

function sortPapers() {
  for (const paper of papers) paper.strength = strengthOf(paper);
  papers.sort((a, b) => a.strength.map((it, at) => it - b.strength[at]).find(Boolean) ?? 0);
}

function readFilters() {
  const of = (name) => byId('filter-' + name).value;
  return {text: of('text').trim().toLowerCase(), check: of('check'), verdict: of('verdict'), severity: of('severity'),
    confidence: of('confidence'), decision: of('decision'), suspects: byId('filter-suspects').checked};
}

// Findings that the filters are about; also those that keys go through.
function matchesFinding(finding, filters) {
  const decision = decisions.get(finding.key)?.what ?? 'open';
  return (!filters.check || finding.check === filters.check) &&
         (!filters.severity || finding.severity === filters.severity) &&
         (!filters.confidence || confidenceOf(finding) === filters.confidence) &&
         (!filters.decision || decision === filters.decision);
}

function isInRange(paper) {
  const value = paper.measures?.[range.measure];
  return value != null && value >= range.from - 1e-9 && value < range.to - 1e-9;
}

function matchesPaper(paper, filters) {
  if (range ? !isInRange(paper) : filters.suspects && !isSuspect(paper)) return false;
  if (filters.verdict && paper.verdict !== filters.verdict) return false;
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
  const within = range ? `, ${range.name}` : filters.suspects ? ', suspects only' : '';
  byId('count').textContent = `${visible.length} of ${papers.length} papers${within}.`;
  for (const bar of document.querySelectorAll('.bar')) bar.setAttribute('aria-pressed', bar === range?.node);
}

function buildRows(upTo = built + rowsAtOnce) {
  for (; built < Math.min(upTo, visible.length); ++built) byId('sheet').append(rowOf(visible[built]));
  byId('further').hidden = built >= visible.length;
}

function gistOf(paper) {
  if (paper.findings.length === 0) return [paper.headline];
  const others = paper.findings.length - 1;
  return [paper.findings[0].message, others ? element('i', {}, ` and ${others} more`) : ''];
}

function rowOf(paper) {
  if (paper.row) return paper.row;
  const panel = element('div', {class: 'panel', id: `panel-${paper.number}`, hidden: ''});
  paper.button = element('button', {type: 'button', 'aria-expanded': 'false', 'aria-controls': panel.id},
      element('span', {class: 'tag'}, paper.verdict ?? 'measured'), ' ', element('span', {class: 'name'}, paper.name), ' ',
      element('span', {class: 'path'}, paper.path === paper.name ? '' : paper.path), ' ',
      element('span', {class: 'decided'}), ' ', element('span', {class: 'gist'}, ...gistOf(paper)));
  paper.button.addEventListener('click', () => openPaper(paper, panel.hidden));
  paper.button.addEventListener('focus', () => { place = {paper, finding: null}; });
  paper.row = element('li', {class: `row ${paper.verdict}`}, element('h3', {}, paper.button), panel);
  paper.panel = panel;
  showRowDecided(paper);
  return paper.row;
}

function showRowDecided(paper) {
  const done = paper.findings.filter((finding) => decisions.has(finding.key)).length;
  paper.row.querySelector('.decided').textContent = done ? `${done} of ${paper.findings.length} decided` : '';
}

function openPaper(paper, isOpen = true) {
  if (isOpen && paper.panel.childElementCount === 0) {
    paper.panel.append(paper.node.content.cloneNode(true));
    adopt(paper, paper.panel);
  }
  paper.panel.hidden = !isOpen;
  paper.button.setAttribute('aria-expanded', isOpen);
}

function choose(chosen) {
  range = range?.node === chosen.node ? null : chosen;
  applyFilters();
  if (range) byId('papers-heading').scrollIntoView({block: 'start'});
}

function clearFilters() {
  for (const field of document.querySelectorAll('.filters select, .filters input[type="search"]')) field.value = '';
  range = null;
  applyFilters();
}

function fillChoices(name, values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const [value, count] of [...counts].sort())
    byId('filter-' + name).append(element('option', {value}, `${shown(value)} (${count})`));
}

function tell() {
  const of = (verdict) => papers.filter((paper) => paper.verdict === verdict).length;
  const parts = [[of('fail'), 'with problems'], [of('review'), 'to look at'], [of('unjudged'), 'not judged'], [of('pass'), 'passed']];
  byId('heading').textContent = papers.length === 1 ? '1 paper' : `${papers.length} papers`;
  byId('tally').textContent = parts.filter(([count]) => count).map((part) => part.join(' ')).join(', ');
  document.title = `${byId('heading').textContent} - deskcheck`;
}

function setUpSheet() {
  sortPapers();
  for (const paper of papers)
    paper.words = [paper.id, paper.path, paper.headline, paper.pack ?? '', ...paper.findings.map((it) => `${it.check} ${it.message}`)]
        .join('\n').toLowerCase();
  tell();
  fillChoices('check', papers.flatMap((paper) => [...new Set(paper.findings.map((it) => it.check))]));
  fillChoices('verdict', papers.map((paper) => paper.verdict).filter(Boolean));
  for (const field of document.querySelectorAll('.filters select, .filters input')) field.addEventListener('input', applyFilters);
  if (!papers.some((paper) => paper.verdict)) {
    for (const it of document.querySelectorAll('.filters .of-verdicts')) it.hidden = true;
    byId('filter-suspects').checked = false;
    byId('papers-heading').textContent = 'Papers';
  }
  byId('clear').addEventListener('click', clearFilters);
  byId('further').addEventListener('click', () => buildRows());
  drawHistograms(choose);
  applyFilters();
}
