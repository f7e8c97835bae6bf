// Decisions as a file of waivers: the TOML that `check --waivers` reads, written and read back.

// What an editor or a browser might obey in place of showing it.
const orders = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const numberOf = (letter) => letter.charCodeAt(0).toString(16);
const shown = (text) => text.replace(orders, (letter) => `\\u{${numberOf(letter)}}`);  // as the tool shows it

// A basic string of TOML.
function tomlString(text) {
  return '"' + text.replace(/["\\]/g, '\\$&').replace(orders, (letter) => `\\u${numberOf(letter).padStart(4, '0')}`) + '"';
}

function tomlEntry({table, check, paper, page, fingerprint, reason, by, until}) {
  const lines = [`[[${table}]]`, `check = ${tomlString(check)}`];
  if (paper) lines.push(`paper = ${tomlString(paper)}`);
  if (page) lines.push(`page = ${page}`);
  if (fingerprint) lines.push(`fingerprint = ${tomlString(fingerprint)}`);
  // Without a reason the tool refuses a waiver, and with it the whole file.
  const none = `${table === 'waiver' ? 'dismissed' : 'confirmed'} in the report, without a reason`;
  lines.push(`reason = ${tomlString(reason?.trim() ? reason : none)}`);
  if (by) lines.push(`by = ${tomlString(by)}`);
  if (/^\d{4}-\d\d-\d\d$/.test(until)) lines.push(`until = ${until}`);
  return lines.join('\n') + '\n';
}

// Decisions of others keep the name and the last day that they came with.
function entryOf(finding) {
  const {what, reason, by, until} = decisionOn(finding);
  const table = what === 'dismissed' ? 'waiver' : 'confirmed';
  return {table, check: finding.check, paper: finding.paper.id, page: finding.page, fingerprint: finding.fingerprint,
    reason, by: by ?? byId('by').value, until: until ?? (table === 'waiver' ? byId('until').value : '')};
}

function waivers() {
  const entries = [...decided('dismissed'), ...decided('confirmed')].map(entryOf);
  return ['# Decisions on findings; deskcheck check --waivers reads them.\n', ...[...entries, ...elsewhere].map(tomlEntry)].join('\n');
}

// Reading is strict, as the tool's is: half of a file would let findings count that somebody
// waived. What it refuses it says in a sentence, with the line.
class Mistake extends Error {}

const keysOfEntries = ['by', 'check', 'fingerprint', 'page', 'paper', 'reason', 'until'];
const escapes = {b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\'};
const patterns = {
  nothing: /^[ \t]*(#[^\u0000-\u0008\u000b-\u001f\u007f]*)?$/,
  table: /^[ \t]*\[\[[ \t]*([A-Za-z0-9_-]+)[ \t]*\]\]/,
  key: /^[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*/,
  basic: /^"((?:[^"\\\u0000-\u0008\u000a-\u001f\u007f]|\\.)*)"/,
  literal: /^'([^'\u0000-\u0008\u000a-\u001f\u007f]*)'/,
  date: /^\d{4}-\d\d-\d\d(?![\dT:_.-]|[ tT]\d)/,
  integer: /^[+-]?(?:0|[1-9](?:_?\d)*)(?![\w.:+-])/,
};

function unescaped(text) {
  return text.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (all, name) => {
    if (name.length === 1) {
      if (Object.hasOwn(escapes, name)) return escapes[name];
      throw new Mistake(`TOML knows no ${all} in a text; a backslash is written \\\\`);
    }
    const number = parseInt(name.slice(1), 16);
    if (number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff)) throw new Mistake(`${all} is no letter`);
    return String.fromCodePoint(number);
  });
}

// The kind and the value that the text begins with, and what stands behind it.
function readValue(text) {
  if (/^("""|''')/.test(text)) throw new Mistake('write the text on one line, in single quotation marks');
  for (const kind of ['basic', 'literal', 'date', 'integer']) {
    const found = patterns[kind].exec(text);
    if (!found) continue;
    const rest = text.slice(found[0].length);
    if (kind === 'basic') return ['text', unescaped(found[1]), rest];
    if (kind === 'literal') return ['text', found[1], rest];
    return [kind, kind === 'date' ? found[0] : Number(found[0].replaceAll('_', '')), rest];
  }
  throw new Mistake('behind = stands a text in quotation marks, a number, or a day such as 2027-01-31');
}

// The browser takes the 30th of February for a day in March.
const isDay = (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

function checkedValue(key, kind, value) {
  if (key === 'page') {
    if (kind === 'integer' && Number.isSafeInteger(value) && value >= 1) return value;
    throw new Mistake('page is a number, and pages count from 1');
  }
  if (key === 'until') {
    if (kind === 'date' && isDay(value)) return value;
    throw new Mistake('until is a day, written without quotation marks: 2027-01-31');
  }
  if (kind === 'text') return value;
  if (key === 'paper' && kind === 'integer') return String(value);  // sites number papers
  throw new Mistake(`${key} is a text in quotation marks`);
}

function readKey(line, entry) {
  const [begin, key] = patterns.key.exec(line) ?? [];
  if (!key) throw new Mistake('this is no line of a file of decisions');
  if (!entry) throw new Mistake('above the first key stands [[waiver]] or [[confirmed]]');
  if (!keysOfEntries.includes(key)) throw new Mistake(`[[${entry.table}]] has no ${key}; it has ${keysOfEntries.join(', ')}`);
  if (Object.hasOwn(entry, key)) throw new Mistake(`${key} stands there twice`);
  const [kind, value, rest] = readValue(line.slice(begin.length));
  if (!patterns.nothing.test(rest)) throw new Mistake(`something stands behind the value of ${key}`);
  entry[key] = checkedValue(key, kind, value);
}

function readTable(line) {
  const [begin, table] = patterns.table.exec(line) ?? [];
  if (!['waiver', 'confirmed'].includes(table) || !patterns.nothing.test(line.slice(begin.length)))
    throw new Mistake('a decision begins with [[waiver]] or [[confirmed]], on a line of its own');
  return table;
}

function expectWhole(entry) {
  if (!entry.check) throw new Mistake('the decision that begins here does not say which check it is about');
  if (entry.table === 'waiver' && !entry.reason?.trim()) throw new Mistake('a waiver says why: reason = "..."');
}

// The entries of a file, in their order; throws a Mistake that names the line.
function readWaivers(text) {
  const entries = [];
  let number = 0;
  const at = (line, act) => {
    try {
      return act();
    } catch (error) {
      throw error instanceof Mistake ? new Mistake(`line ${line}: ${error.message}`) : error;
    }
  };
  // Editors of Windows begin a file with a mark, and end lines with two letters.
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    ++number;
    if (patterns.nothing.test(line)) continue;
    if (/^[ \t]*\[/.test(line))
      entries.push({line: number, table: at(number, () => readTable(line))});
    else
      at(number, () => readKey(line, entries.at(-1)));
  }
  for (const entry of entries) at(entry.line, () => expectWhole(entry));
  return entries;
}
