// Cards of findings and the buttons on them; a paper's cards are made when it is opened.

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const say = (text) => { byId('said').textContent = text; };

// Nothing to show before its paper is opened.
function showOnCard(finding) {
  const decision = decisionOn(finding), card = finding.card;
  if (!card) return;
  card.classList.toggle('confirmed', decision?.what === 'confirmed');
  card.classList.toggle('dismissed', decision?.what === 'dismissed');
  const [confirm, dismiss] = card.querySelectorAll('.decide button');
  confirm.setAttribute('aria-pressed', decision?.what === 'confirmed');
  dismiss.setAttribute('aria-pressed', decision?.what === 'dismissed');
  const label = card.querySelector('.decide label'), field = label.querySelector('input');
  label.hidden = !decision;
  // A field that is typed into keeps its caret.
  if (field.value !== (decision?.reason ?? '')) field.value = decision?.reason ?? '';
  card.querySelector('.whose').textContent = whose(decision);
}

// Who decided, where that was somebody else: the field below says so of what is decided here.
function whose(decision) {
  const by = decision?.by ? `by ${shown(decision.by)}` : '', until = decision?.until ? `until ${shown(decision.until)}` : '';
  return [by, until].filter(Boolean).join(', ');
}

function showDecision(...findings) {
  for (const finding of findings) showOnCard(finding);
  showDecided(...new Set(findings.map((finding) => finding.paper)));
}

function showDecided(...ofPapers) {
  const confirmed = decided('confirmed').length, dismissed = decided('dismissed').length;
  byId('decided').textContent =
      confirmed + dismissed ? `${confirmed} confirmed, ${dismissed} dismissed.` : 'No decisions yet.';
  const isOne = document.body.classList.contains('one');
  // Authors have nothing to decide, and need no bar for it before they do.
  byId('decisions').hidden = confirmed + dismissed === 0 && byId('loaded').hidden && (isOne || allFindings().length === 0);
  byId('undo').disabled = before.length === 0;
  byId('save').disabled = confirmed + dismissed + elsewhere.length === 0;
  byId('save-confirmed').disabled = confirmed === 0;
  for (const paper of ofPapers) if (paper.row) showRowDecided(paper);
}

function act(finding, what) {
  decide(finding, what);
  showDecision(finding);
  const now = decisionOn(finding);
  say(now ? `${now.what}: ${finding.message}` : `open again: ${finding.message}`);
  // Whoever dismisses says why: the tool reads no waiver without a reason.
  if (now?.what === 'dismissed' && !now.reason) askReason(finding);
}

function askReason(finding) {
  if (!decisionOn(finding)) return;
  const field = finding.card?.querySelector('.decide input');
  field?.focus();
  field?.select();
}

function undoLast() {
  if (before.length === 0) return say('nothing to undo');
  const findings = undo();
  showDecision(...findings);
  say(findings.length === 1 ? `undone: ${findings[0].message}` : `undone: ${counted(findings.length, 'decision')}`);
}

function addControls(finding) {
  const card = finding.card;
  const confirm = element('button', {type: 'button'}, 'Confirm');
  const dismiss = element('button', {type: 'button'}, 'Dismiss');
  const reason = element('input', {type: 'text', autocomplete: 'off'});
  confirm.addEventListener('click', () => act(finding, 'confirmed'));
  dismiss.addEventListener('click', () => act(finding, 'dismissed'));
  reason.addEventListener('change', () => { giveReason(finding, reason.value); showDecision(finding); });
  reason.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'Escape') card.focus();
  });
  card.append(element('div', {class: 'decide', role: 'group', 'aria-label': `Decision on finding ${finding.number + 1}`},
      confirm, dismiss, element('label', {}, 'Reason ', reason), element('span', {class: 'whose'})));
}

// The cards of a paper, wherever they now stand.
function adopt(paper, within) {
  for (const card of within.querySelectorAll('.card')) {
    const finding = paper.findings[Number(card.dataset.finding)];
    finding.card = card;
    addControls(finding);
    card.addEventListener('focusin', () => { place = {paper, finding}; });
    showOnCard(finding);
  }
}

// Figures with pictures stand behind all papers, for those that have some; see html_drawing.hpp.
function addPictures(paper, within) {
  const late = document.querySelector(`template.figures[data-paper="p${paper.number + 1}"]`)?.content.cloneNode(true);
  if (!late) return;
  for (const reason of late.querySelectorAll('p[data-page]'))
    for (const it of within.querySelectorAll(`figcaption em[data-page="${reason.dataset.page}"]`)) it.textContent = reason.textContent;
  for (const holder of late.querySelectorAll('div[data-finding]'))
    within.querySelector(`.card[data-finding="${holder.dataset.finding}"] figure`)?.replaceWith(...holder.children);
  const pictures = late.querySelector('svg.pictures');
  if (!pictures) return;
  within.querySelector('svg.pictures')?.remove();  // of outlines, under the same ids
  within.prepend(pictures);
}

// What a check's page says, once somebody asks.
document.addEventListener('toggle', ({target}) => {
  const check = target.dataset?.about;
  if (!check || target.children.length > 1) return;
  const page = document.querySelector(`template[data-check="${CSS.escape(check)}"]`);
  if (page) target.append(page.content.cloneNode(true));
}, true);

// Paper cannot be clicked on.
addEventListener('beforeprint', () => {
  for (const it of document.querySelectorAll('.row details.more, aside details')) it.open = true;
});
