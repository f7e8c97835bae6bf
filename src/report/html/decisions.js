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
    finding.key = [paper.id, finding.check, finding.fingerprint || at].join('\n');
  });
  return paper;
});

const decisions = new Map();  // from a finding's key to {what, reason}
const before = [];            // [key, decision] as it was, for undo
let lastReason = '';

// A page from a file has no place of its own: reports are told apart by their papers.
const storageName = 'deskcheck ' + papers.reduce(
    (sum, paper) => [...paper.id].reduce((it, letter) => (it * 31 + letter.codePointAt(0)) >>> 0, sum), 7);

function keep() {
  const all = {decisions: [...decisions], by: byId('by').value, until: byId('until').value};
  try {
    localStorage.setItem(storageName, JSON.stringify(all));
  } catch {
    // Browsers may forbid it to files; what is decided then lasts as long as the page.
  }
}

function recall() {
  try {
    const all = JSON.parse(localStorage.getItem(storageName) || '{}');
    for (const [key, decision] of all.decisions || []) decisions.set(key, decision);
    byId('by').value = all.by || '';
    byId('until').value = all.until || '';
  } catch {
    decisions.clear();
  }
}

// Twice the same takes it back.
function decide(finding, what) {
  const old = decisions.get(finding.key);
  before.push([finding.key, old]);
  if (old && old.what === what)
    decisions.delete(finding.key);
  else
    decisions.set(finding.key, {what, reason: old ? old.reason : what === 'dismissed' ? lastReason : ''});
  keep();
}

function giveReason(finding, reason) {
  const old = decisions.get(finding.key);
  if (!old) return;
  before.push([finding.key, old]);
  decisions.set(finding.key, {what: old.what, reason});
  if (old.what === 'dismissed') lastReason = reason;
  keep();
}

// The finding whose decision it was; none where there is nothing to undo.
function undo() {
  const last = before.pop();
  if (!last) return null;
  const [key, decision] = last;
  if (decision)
    decisions.set(key, decision);
  else
    decisions.delete(key);
  keep();
  return allFindings().find((finding) => finding.key === key);
}

const allFindings = () => papers.flatMap((paper) => paper.findings);

const decided = (what) =>
  allFindings().filter((finding) => decisions.get(finding.key)?.what === what);

// What an editor or a browser might obey in place of showing it.
const orders = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const numberOf = (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0');
const shown = (text) => text.replace(orders, (letter) => `\\u{${numberOf(letter)}}`);

// A basic string of TOML.
function tomlString(text) {
  return '"' + text.replace(/["\\]/g, '\\$&').replace(orders, (letter) => `\\u${numberOf(letter)}`) + '"';
}

function tomlEntry(table, finding) {
  const {reason} = decisions.get(finding.key);
  const lines = [`[[${table}]]`, `check = ${tomlString(finding.check)}`, `paper = ${tomlString(finding.paper.id)}`];
  if (finding.page) lines.push(`page = ${finding.page}`);
  if (finding.fingerprint) lines.push(`fingerprint = ${tomlString(finding.fingerprint)}`);
  lines.push(`reason = ${tomlString(reason || `${table === 'waiver' ? 'dismissed' : 'confirmed'} in the report, without a reason`)}`);
  if (byId('by').value) lines.push(`by = ${tomlString(byId('by').value)}`);
  const until = byId('until').value;
  if (table === 'waiver' && /^\d{4}-\d\d-\d\d$/.test(until)) lines.push(`until = ${until}`);
  return lines.join('\n') + '\n';
}

function waivers() {
  return ['# Decisions on findings; deskcheck check --waivers reads them.\n',
    ...decided('dismissed').map((finding) => tomlEntry('waiver', finding)),
    ...decided('confirmed').map((finding) => tomlEntry('confirmed', finding))].join('\n');
}

// No cell may begin like a formula of a spreadsheet.
function csvCell(value) {
  const text = String(value ?? '');
  return '"' + (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""') + '"';
}

function confirmedList() {
  const rows = decided('confirmed').map((it) =>
    [it.paper.name, it.paper.path, it.check, it.page, it.message, decisions.get(it.key).reason, byId('by').value]);
  return [['paper', 'file', 'check', 'page', 'message', 'reason', 'by'], ...rows]
      .map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

function save(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
