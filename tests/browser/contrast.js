// Texts whose contrast to what is behind them is below that of WCAG 2.2, AA.
(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data);
  };
  // Colours may be half transparent, so what is behind them counts.
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] / 255 + below[at] * (1 - top[3] / 255)).concat(255);
  const behind = (node) => {
    if (!node) return [255, 255, 255, 255];
    const color = rgba(getComputedStyle(node).backgroundColor);
    return color[3] === 255 ? color : over(color, behind(node.parentElement));
  };
  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((it) => it / 255).map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  // WCAG asks nothing of what cannot be used at the moment.
  const isDimmed = (node) => node && (node.disabled || getComputedStyle(node).opacity !== '1' || isDimmed(node.parentElement));
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.checkVisibility() || isDimmed(node)) continue;
    if (node.closest('svg, option, script, style, template')) continue;
    const below = behind(node), above = over(rgba(getComputedStyle(node).color), below);
    const [light, dark] = [luminance(above), luminance(below)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)}: ${walker.currentNode.data.trim().slice(0, 40)}`);
  }
  return found;
})()
