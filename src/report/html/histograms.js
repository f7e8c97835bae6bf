// How the papers spread over each measure, as bars that list their papers.

const measures = [
  {key: 'pages', name: 'Pages', unit: '', step: 1},
  {key: 'main', name: 'Last page of the main part', unit: '', step: 1},
  {key: 'size', name: 'Body size', unit: 'pt', step: 0.1},
  {key: 'leading', name: 'Leading', unit: 'pt', step: 0.1},
  {key: 'width', name: 'Text block width', unit: 'pt', step: 2},
  {key: 'height', name: 'Text block height', unit: 'pt', step: 2},
  {key: 'smallest', name: 'Smallest type', unit: 'pt', step: 0.5},
  {key: 'words', name: 'Words', unit: '', step: 100},
];
const mostBars = 24;
const fewestValues = 5;  // of fewer papers nobody can say what most have

const short = (value) => String(Math.round(value * 100) / 100);

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

// Beyond Tukey's fences, one and a half times the middle half away from it. Where the middle half
// has one value, as in a style that all keep to, a step of the measure takes its place.
function fences(sorted, step) {
  const low = quantile(sorted, 0.25), high = quantile(sorted, 0.75);
  const reach = 1.5 * Math.max(high - low, step);
  return [low - reach, high + reach];
}

// Bars of equal width between the fences, and one beyond each.
function barsOf(values, step) {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = fences(sorted, step);
  const near = sorted.filter((value) => value >= low && value <= high);
  const from = Math.floor(near[0] / step + 1e-6) * step, to = near[near.length - 1];
  const width = Math.max(step, Math.ceil((to - from) / step / mostBars) * step);
  const bars = [];
  if (sorted[0] < from) bars.push({from: -Infinity, to: from, far: true});
  const count = Math.floor((to - from) / width + 1e-6) + 1;
  for (let i = 0; i < count; ++i) bars.push({from: from + i * width, to: from + (i + 1) * width, far: false});
  if (sorted[sorted.length - 1] >= from + count * width)
    bars.push({from: from + count * width, to: Infinity, far: true});
  for (const bar of bars) bar.count = sorted.filter((value) => value >= bar.from - 1e-9 && value < bar.to - 1e-9).length;
  return bars;
}

function nameOf(bar, measure) {
  const unit = measure.unit ? ' ' + measure.unit : '';
  if (bar.from === -Infinity) return `${measure.name} below ${short(bar.to)}${unit}`;
  if (bar.to === Infinity) return `${measure.name} ${short(bar.from)}${unit} or more`;
  if (measure.step === 1 && bar.to - bar.from === 1) return `${measure.name}: ${short(bar.from)}${unit}`;
  return `${measure.name} from ${short(bar.from)} to below ${short(bar.to)}${unit}`;
}

function drawn(name, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function drawBar(bar, measure, box, choose) {
  const papersIn = bar.count === 1 ? '1 paper' : `${bar.count} papers`;
  const name = `${nameOf(bar, measure)}: ${papersIn}${bar.far ? ', far from the others' : ''}`;
  const node = drawn('g', {class: bar.far ? 'bar far' : 'bar', role: 'button', tabindex: '-1', 'aria-label': name, 'aria-pressed': 'false'},
      drawn('title', {}, name),
      drawn('rect', {class: 'reach', x: box.x, y: 0, width: box.width, height: 60}),
      drawn('rect', {class: 'column', x: box.x + 0.5, y: 60 - box.height, width: Math.max(box.width - 1, 1), height: box.height}));
  const toggle = () => choose({measure: measure.key, from: bar.from, to: bar.to, name: nameOf(bar, measure), node});
  node.addEventListener('click', toggle);
  // An element of SVG is no button but by its role, so keys are ours to hear.
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    toggle();
  });
  return node;
}

// One stop for the Tab key in each histogram, and arrows within: else a hundred bars would stand
// before whatever comes next. The stop is the first bar far from the others, if there is one.
// The listeners are the figure's: Chromium takes an SVG that hears of focus for a stop of its own.
function letArrowsMove(figure) {
  const bars = Array.from(figure.querySelectorAll('.bar'));
  const stopAt = (bar) => {
    for (const it of bars) it.setAttribute('tabindex', it === bar ? '0' : '-1');
  };
  stopAt(bars.find((it) => it.classList.contains('far')) ?? bars[0]);
  const steps = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity};
  figure.addEventListener('keydown', (event) => {
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    const to = bars.indexOf(event.target) + steps[event.key];
    bars[Math.min(Math.max(to, 0), bars.length - 1)].focus();
  });
  figure.addEventListener('focusin', ({target}) => stopAt(target));
}

function drawHistogram(measure, choose) {
  const values = papers.map((paper) => paper.measures?.[measure.key]).filter((value) => value != null);
  if (values.length < fewestValues) return null;
  const bars = barsOf(values, measure.step), most = Math.max(...bars.map((bar) => bar.count));
  const width = Math.min(300 / bars.length, 60);
  const svg = drawn('svg', {viewBox: '0 0 300 76', role: 'toolbar', 'aria-label': measure.name},
      drawn('line', {class: 'axis', x1: 0, y1: 60, x2: 300, y2: 60}));
  bars.forEach((bar, at) => {
    if (bar.count === 0) return;
    // One paper among thousands must still be seen.
    const height = Math.max(4, 57 * bar.count / most);
    svg.append(drawBar(bar, measure, {x: at * width, width, height}, choose));
  });
  const sorted = [...values].sort((a, b) => a - b), unit = measure.unit ? ' ' + measure.unit : '';
  svg.append(drawn('text', {x: 0, y: 73, 'aria-hidden': 'true'}, short(sorted[0]) + unit),
      drawn('text', {class: 'last', x: bars.length * width < 150 ? 300 : bars.length * width, y: 73, 'aria-hidden': 'true'},
          short(sorted[sorted.length - 1]) + unit));
  const low = short(quantile(sorted, 0.25)), high = short(quantile(sorted, 0.75));
  const middle = element('span', {}, `half have ${low === high ? low : `${low} to ${high}`}${unit}`);
  const figure = element('figure', {}, element('figcaption', {}, measure.name + ' ', middle), svg);
  letArrowsMove(figure);
  return figure;
}

// Nothing where no measure has enough papers for anybody to say what most have.
function drawHistograms(choose) {
  const figures = measures.map((measure) => drawHistogram(measure, choose)).filter(Boolean);
  byId('histograms').append(...figures);
  if (figures.length === 0) byId('histograms').closest('section').hidden = true;
}
