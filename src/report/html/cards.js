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
  const decision = decisions.get(finding.key), card = finding.card;
  if (!card) return;
  card.classList.toggle('confirmed', decision?.what === 'confirmed');
  card.classList.toggle('dismissed', decision?.what === 'dismissed');
  const [confirm, dismiss] = card.querySelectorAll('.decide button');
  confirm.setAttribute('aria-pressed', decision?.what === 'confirmed');
  dismiss.setAttribute('aria-pressed', decision?.what === 'dismissed');
  const label = card.querySelector('.decide label'), field = label.querySelector('input');
  label.hidden = !decision;
  if (field.value !== (decision?.reason ?? '')) field.value = decision?.reason ?? '';
}

function showDecision(finding) {
  showOnCard(finding);
  showDecided(finding.paper);
}

function showDecided(paper) {
  const confirmed = decided('confirmed').length, dismissed = decided('dismissed').length;
  byId('decided').textContent =
      confirmed + dismissed ? `${confirmed} confirmed, ${dismissed} dismissed.` : 'No decisions yet.';
  const isOne = document.body.classList.contains('one');
  byId('decisions').hidden = confirmed + dismissed === 0 && (isOne || allFindings().length === 0);
  byId('undo').disabled = before.length === 0;
  byId('save').disabled = confirmed + dismissed === 0;
  byId('save-confirmed').disabled = confirmed === 0;
  if (paper?.row) showRowDecided(paper);
}

function act(finding, what) {
  decide(finding, what);
  showDecision(finding);
  const now = decisions.get(finding.key);
  say(now ? `${now.what}: ${finding.message}` : `open again: ${finding.message}`);
  if (now?.what === 'dismissed' && !now.reason) askReason(finding);
}

function askReason(finding) {
  if (!decisions.has(finding.key)) return;
  const field = finding.card?.querySelector('.decide input');
  field?.focus();
  field?.select();
}

function undoLast() {
  const finding = undo();
  if (!finding) return say('nothing to undo');
  showDecision(finding);
  say(`undone: ${finding.message}`);
}

function addControls(finding) {
  const card = finding.card;
  const confirm = element('button', {type: 'button'}, 'Confirm');
  const dismiss = element('button', {type: 'button'}, 'Dismiss');
  const reason = element('input', {type: 'text', autocomplete: 'off'});
  confirm.addEventListener('click', () => act(finding, 'confirmed'));
  dismiss.addEventListener('click', () => act(finding, 'dismissed'));
  reason.addEventListener('change', () => { giveReason(finding, reason.value); showDecided(finding.paper); });
  reason.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'Escape') card.focus();
  });
  card.append(element('div', {class: 'decide', role: 'group', 'aria-label': `Decision on finding ${finding.number + 1}`},
      confirm, dismiss, element('label', {}, 'Reason ', reason)));
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

// What a check's page says, once somebody asks.
document.addEventListener('toggle', ({target}) => {
  const check = target.dataset?.about;
  if (!check || target.children.length > 1) return;
  const page = document.querySelector(`template[data-check="${CSS.escape(check)}"]`);
  if (page) target.append(page.content.cloneNode(true));
}, true);

addEventListener('beforeprint', () => {
  for (const it of document.querySelectorAll('.row details.more, aside details')) it.open = true;
});
