// Decisions from files: which findings their entries are about, and what becomes of the others.

const mostBytes = 8 << 20;  // what the tool reads of a file of waivers

// As the tool finds them: a paper is meant by its id, its path, or the end of that.
function namesOf(paper) {
  const names = [paper.id, paper.file];
  for (let slash = paper.file.indexOf('/'); slash >= 0; slash = paper.file.indexOf('/', slash + 1))
    names.push(paper.file.slice(slash + 1));
  return new Set(names);
}

function isAbout(entry, finding) {
  const isItsCheck = entry.check.endsWith('/') ? finding.check.startsWith(entry.check) : finding.check === entry.check;
  return isItsCheck && (!entry.page || entry.page === finding.page) &&
      (!entry.fingerprint || entry.fingerprint === finding.fingerprint);
}

// Of several entries on a finding the one that names most holds, of equals the last.
const precision = (entry) => (entry.fingerprint ? 4 : 0) + (entry.page ? 2 : 0) + (entry.paper ? 1 : 0);

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((it) => String(it).padStart(2, '0')).join('-');
};

function groupByPaper(entries) {
  const groups = new Map();
  for (const entry of entries) {
    const name = entry.paper ?? '';
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(entry);
  }
  return groups;
}

// What the entries say of this page: a decision for each finding that one is about. The others are
// kept as they are: they may be about papers of another report.
function decisionsOf(entries) {
  const isOver = (entry) => entry.until && entry.until < today();
  const byPaper = groupByPaper(entries.filter((entry) => !isOver(entry)));
  const met = new Set(), found = [];
  for (const paper of papers) {
    const about = ['', ...namesOf(paper)].flatMap((name) => byPaper.get(name) ?? []).sort((a, b) => a.line - b.line);
    for (const finding of about.length ? paper.findings : []) {
      const meeting = about.filter((entry) => isAbout(entry, finding));
      for (const entry of meeting) met.add(entry);
      if (meeting.length === 0) continue;
      const entry = meeting.reduce((best, it) => (precision(it) >= precision(best) ? it : best));
      found.push([finding, {what: entry.table === 'waiver' ? 'dismissed' : 'confirmed', reason: entry.reason ?? '',
        by: entry.by ?? '', until: entry.until ?? ''}]);
    }
  }
  return {found, over: entries.filter(isOver), others: entries.filter((it) => !isOver(it) && !met.has(it))};
}

// What the file and the page agree on is no change, and no step to undo.
const isSame = (a, b) => a && b && ['what', 'reason', 'by', 'until'].every((key) => (a[key] ?? '') === (b[key] ?? ''));

// Those of a file that was loaded before are not to be kept twice.
function joined(old, more) {
  const all = [...old, ...more].map(({line, ...entry}) => JSON.stringify(entry));
  return [...new Set(all)].map((entry) => JSON.parse(entry));
}

const counted = (count, one, many = one + 's') => `${count} ${count === 1 ? one : many}`;

function takeIn(name, entries) {
  const {found, over, others} = decisionsOf(entries);
  const changes = found.filter(([finding, decision]) => !isSame(decisionOn(finding), decision));
  const replaced = changes.filter(([finding]) => decisionOn(finding)).length;
  change(changes, joined(elsewhere, [...over, ...others]));
  const of = (what) => found.filter(([, decision]) => decision.what === what).length;
  const parts = [`${name}: ${of('confirmed')} confirmed, ${of('dismissed')} dismissed.`];
  if (replaced) parts.push(`${counted(replaced, 'decision')} that differed here gave way; Undo brings back what was.`);
  if (over.length) parts.push(`${counted(over.length, 'entry', 'entries')} held until a day that is over.`);
  if (others.length)
    parts.push(`${counted(others.length, 'entry', 'entries')} met no finding on this page. Saving keeps what met none.`);
  return {changes, text: parts.join(' ')};
}

// An alert where nothing was loaded, so that it is heard at once.
function tellLoaded(text, isWrong = false) {
  const place = byId('loaded');
  place.setAttribute('role', isWrong ? 'alert' : 'status');
  place.classList.toggle('wrong', isWrong);
  place.hidden = false;
  place.textContent = text;
  byId('decisions').hidden = false;
}

async function load(file) {
  const name = shown(file.name);
  try {
    if (file.size > mostBytes) throw new Mistake('it is larger than a file of decisions can be');
    const bytes = await file.arrayBuffer();
    let text;
    try {
      text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    } catch {
      throw new Mistake('it is not text in UTF-8');
    }
    const entries = readWaivers(text);
    if (entries.length === 0) throw new Mistake('it holds no decisions');
    const {changes, text: said} = takeIn(name, entries);
    showDecision(...changes.map(([finding]) => finding));
    tellLoaded(said);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    tellLoaded(`Nothing was loaded. ${name}, ${shown(error.message)}.`, true);
  }
}

byId('load').addEventListener('click', () => byId('load-file').click());
byId('load-file').addEventListener('change', async ({target}) => {
  const [file] = target.files;
  if (file) await load(file);
  target.value = '';  // else the same file, mended, could not be chosen again
});
