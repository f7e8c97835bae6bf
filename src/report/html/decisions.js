'use strict';
// The papers of this page, and what a person decided on their findings: kept by the browser where
// it lets us, saved as a file of waivers. Text of papers reaches the page as text alone.

const byId = (id) => document.getElementById(id);

const papers = Array.from(document.querySelectorAll('.paper[data-row]'), (node, number) => {
  const paper = JSON.parse(node.dataset.row);
  paper.node = node;
  paper.number = number;
  paper.findings.forEach((finding, at) => {
    finding.paper = paper;
    finding.number = at;
    // Numbers of findings change with every run; fingerprints survive a new compilation.
    finding.key = [paper.id, finding.check, finding.fingerprint || at].join('\n');
  });
  return paper;
});

// From a finding's key to {what, reason, by, until}. What somebody takes back that came with the
// results is "open" here: without an entry, the results' own decision would hold again.
const decisions = new Map();
let elsewhere = [];  // entries of loaded files that are about no finding of this page
const before = [];   // of each step, what undoes it: {changes: [[key, decision]], elsewhere}
let lastReason = '';

const allFindings = () => papers.flatMap((paper) => paper.findings);

// What holds of a finding: what was decided here, else what the results came with.
function decisionOn(finding) {
  const decision = decisions.get(finding.key) ?? finding.ruling;
  return decision && decision.what !== 'open' ? decision : null;
}

const decided = (what) => allFindings().filter((finding) => decisionOn(finding)?.what === what);

// A page from a file has no place of its own: reports are told apart by their papers.
const storageName = 'deskcheck ' + papers.reduce(
    (sum, paper) => [...paper.id].reduce((it, letter) => (it * 31 + letter.codePointAt(0)) >>> 0, sum), 7);

function keep() {
  const all = {decisions: [...decisions], elsewhere, by: byId('by').value, until: byId('until').value};
  try {
    localStorage.setItem(storageName, JSON.stringify(all));
  } catch {
    // Browsers may forbid it to files; what is decided then lasts as long as the page.
  }
}

// Other pages from files may share the store, so nothing in it is taken for granted.
const isText = (value) => value === undefined || typeof value === 'string';
const isDecision = (it) => ['confirmed', 'dismissed', 'open'].includes(it?.what) && [it.reason, it.by, it.until].every(isText);
const isEntry = (it) => ['waiver', 'confirmed'].includes(it?.table) && typeof it.check === 'string' &&
    [it.paper, it.fingerprint, it.reason, it.by, it.until].every(isText) && (it.page === undefined || Number.isInteger(it.page));

function recall() {
  try {
    const all = JSON.parse(localStorage.getItem(storageName) || '{}');
    for (const [key, decision] of all.decisions || [])
      if (isDecision(decision)) decisions.set(key, decision);
    elsewhere = (all.elsewhere || []).filter(isEntry);
    byId('by').value = all.by || '';
    byId('until').value = all.until || '';
  } catch {
    decisions.clear();
  }
}

// In one step, which one undo takes back. A decision of null leaves the finding open.
function change(changes, nowElsewhere = elsewhere) {
  before.push({changes: changes.map(([finding]) => [finding.key, decisions.get(finding.key)]), elsewhere});
  for (const [finding, decision] of changes) {
    if (decision || finding.ruling)
      decisions.set(finding.key, decision ?? {what: 'open'});
    else
      decisions.delete(finding.key);
  }
  elsewhere = nowElsewhere;
  keep();
}

// Twice the same takes it back. Whoever changes his mind need not give the reason again.
function decide(finding, what) {
  const old = decisionOn(finding);
  const reason = old ? old.reason : what === 'dismissed' ? lastReason : '';
  change([[finding, old?.what === what ? null : {what, reason}]]);
}

function giveReason(finding, reason) {
  const old = decisionOn(finding);
  if (!old || old.reason === reason) return;
  change([[finding, {what: old.what, reason}]]);
  if (old.what === 'dismissed') lastReason = reason;
}

// The findings of which the last step was; none where there is nothing to undo.
function undo() {
  const last = before.pop();
  if (!last) return [];
  for (const [key, decision] of last.changes) {
    if (decision)
      decisions.set(key, decision);
    else
      decisions.delete(key);
  }
  elsewhere = last.elsewhere;
  keep();
  const keys = new Set(last.changes.map(([key]) => key));
  return allFindings().filter((finding) => keys.has(finding.key));
}

// No cell may begin like a formula of a spreadsheet.
function csvCell(value) {
  const text = String(value ?? '');
  return '"' + (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""') + '"';
}

// For whoever writes to authors: a spreadsheet opens it, and mail programs read it.
function confirmedList() {
  const rows = decided('confirmed').map((it) => {
    const {reason, by} = decisionOn(it);
    return [it.paper.name, it.paper.path, it.check, it.page, it.message, reason, by ?? byId('by').value];
  });
  return [['paper', 'file', 'check', 'page', 'message', 'reason', 'by'], ...rows]
      .map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

function save(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  // Browsers begin to read it after this function has ended.
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
