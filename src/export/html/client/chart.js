/* What the page of `portolan draw --as html` does. It runs in a browser, and uses nothing but the page. */
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const svg = document.getElementById('picture');
  const panel = document.getElementById('panel');
  const status = document.getElementById('status');
  const edges = document.getElementById('edges');
  const search = document.getElementById('search');
  const network = document.getElementById('network');

  const containers = new Map(data.containers.map((one) => [one.id, one]));
  const marks = [...svg.querySelectorAll('[data-container]')];
  const marksOf = new Map();
  for (const mark of marks) {
    const id = mark.dataset.container;
    if (!marksOf.has(id)) marksOf.set(id, []);
    marksOf.get(id).push(mark);
  }

  // --- panning and zooming ---------------------------------------------------

  const whole = svg.viewBox.baseVal;
  const all = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  let view = { ...all };

  function show(next) {
    view = next;
    svg.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  function zoom(factor, x = view.x + view.width / 2, y = view.y + view.height / 2) {
    const width = Math.min(all.width * 4, Math.max(120, view.width * factor));
    const scale = width / view.width;
    show({
      x: x - (x - view.x) * scale,
      y: y - (y - view.y) * scale,
      width,
      height: view.height * scale,
    });
  }

  function move(x, y) {
    show({ ...view, x: view.x + x * view.width, y: view.y + y * view.height });
  }

  function pointAt(event) {
    const point = new DOMPoint(event.clientX, event.clientY);
    return point.matrixTransform(svg.getScreenCTM().inverse());
  }

  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = pointAt(event);
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, x, y);
    },
    { passive: false },
  );

  let drag;
  svg.addEventListener('pointerdown', (event) => {
    drag = { x: event.clientX, y: event.clientY, view, isMoved: false };
  });
  window.addEventListener('pointermove', (event) => {
    if (drag === undefined) return;
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.isMoved && Math.hypot(x, y) < 4) return;
    drag.isMoved = true;
    svg.classList.add('moving');
    const scale = 1 / svg.getScreenCTM().a;
    show({ ...drag.view, x: drag.view.x - x * scale, y: drag.view.y - y * scale });
  });
  window.addEventListener('pointerup', (event) => {
    const ended = drag;
    drag = undefined;
    svg.classList.remove('moving');
    if (ended === undefined || ended.isMoved) return;
    const mark = event.target.closest?.('[data-container]');
    if (mark !== null && mark !== undefined) choose(mark.dataset.container);
  });

  document.getElementById('zoom-in').addEventListener('click', () => zoom(1 / 1.3));
  document.getElementById('zoom-out').addEventListener('click', () => zoom(1.3));
  document.getElementById('fit').addEventListener('click', () => show({ ...all }));

  // --- choosing ----------------------------------------------------------------

  let chosen = [];

  function choose(id) {
    chosen = chosen.length === 1 && chosen[0] !== id ? [chosen[0], id] : [id];
    paint();
  }

  function clear() {
    chosen = [];
    paint();
  }

  function paint() {
    for (const mark of marks) mark.classList.remove('chosen', 'reached', 'published');
    edges.replaceChildren();
    for (const mark of marks) mark.setAttribute('aria-pressed', 'false');
    for (const id of chosen) {
      for (const mark of marksOf.get(id) ?? []) {
        mark.classList.add('chosen');
        mark.setAttribute('aria-pressed', 'true');
      }
    }
    if (chosen.length === 0) {
      status.textContent = 'Nothing is chosen.';
      panel.replaceChildren(paragraph('Choose a container, or search for one.'));
    } else if (chosen.length === 1) paintOne(chosen[0]);
    else paintTwo(chosen[0], chosen[1]);
  }

  function paintOne(id) {
    const own = containers.get(id);
    const reaches = groupsFrom(own);
    const reachedBy = groupsTo(own);
    status.textContent = `${own.name} reaches ${count(reaches.address.length + reaches.published.length)}, and is reached by ${count(reachedBy.address.length + reachedBy.published.length)}.`;
    for (const one of reaches.address) highlight(own, one, 'reached');
    for (const one of reaches.published) highlight(own, one, 'published');
    panel.replaceChildren(
      heading(own.name),
      ...list('Reaches, on any port', reaches.address, id, false),
      ...list('Reaches published ports of', reaches.published, id, false),
      ...list('Is reached by, on any port', reachedBy.address, id, true),
      ...list('Is reached on published ports by', reachedBy.published, id, true),
      ...list('Not known whether it reaches', reaches.unknown, id, false),
      ...list('Does not reach', reaches.none, id, false),
    );
  }

  function paintTwo(from, to) {
    const [a, b] = [containers.get(from), containers.get(to)];
    status.textContent = `The ways between ${a.name} and ${b.name}.`;
    panel.replaceChildren(...pathBetween(a, b), ...pathBetween(b, a), button('Start anew', clear));
    if (isReached(a, b)) highlight(a, b, 'reached');
  }

  function pathBetween(a, b) {
    const detail = data.details[`${a.class},${b.class}`];
    const title = heading(`${a.name} → ${b.name}`);
    if (detail === undefined) {
      const verdict = verdictOf(a, b);
      return [
        title,
        paragraph(`${VERDICTS[verdict]} For the path: portolan reach SOURCE ${a.id} ${b.id}`),
      ];
    }
    const isExact = detail.of[0] === a.id && detail.of[1] === b.id;
    const hops = document.createElement('ol');
    for (const hop of detail.path) hops.append(item(hop));
    const parts = [title, paragraph(detail.text), hops];
    if (detail.fix !== undefined) parts.push(paragraph(`To open it: ${detail.fix}`, 'fix'));
    if (!isExact)
      parts.push(paragraph(`Shown for ${detail.of[0]} and ${detail.of[1]}, which are alike.`));
    return parts;
  }

  const VERDICTS = {
    address: 'It reaches it, on any port.',
    published: 'It reaches its published ports alone.',
    unknown: 'It is not known whether it reaches it.',
    none: 'It does not reach it.',
  };

  function verdictOf(a, b) {
    const { reaches } = data.classes[a.class] ?? { reaches: undefined };
    if (reaches === undefined) return 'none';
    if (reaches.address.includes(b.class)) return 'address';
    if (reaches.published.includes(b.class)) return 'published';
    return reaches.unknown.includes(b.class) ? 'unknown' : 'none';
  }

  function isReached(a, b) {
    return verdictOf(a, b) === 'address' || verdictOf(a, b) === 'published';
  }

  function groupsFrom(own) {
    return grouped(own, (other) => verdictOf(own, other));
  }

  function groupsTo(own) {
    return grouped(own, (other) => verdictOf(other, own));
  }

  function grouped(own, verdict) {
    const groups = { address: [], published: [], unknown: [], none: [] };
    for (const other of data.containers) if (other !== own) groups[verdict(other)].push(other);
    return groups;
  }

  function highlight(from, to, style) {
    for (const mark of marksOf.get(to.id) ?? []) mark.classList.add(style);
    const [a, b] = [centreOf(from.id), centreOf(to.id)];
    if (a === undefined || b === undefined) return;
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute(
      'd',
      `M ${a.x} ${a.y} Q ${(a.x + b.x) / 2} ${Math.min(a.y, b.y) - 20} ${b.x} ${b.y}`,
    );
    path.setAttribute('class', style);
    edges.append(path);
  }

  function centreOf(id) {
    const mark = marksOf.get(id)?.find((one) => one.classList.contains('box'));
    const rect = mark?.querySelector('rect');
    if (rect === null || rect === undefined) return undefined;
    const at = (name) => Number(rect.getAttribute(name));
    return { x: at('x') + at('width') / 2, y: at('y') + at('height') / 2 };
  }

  // --- what the panel is made of -------------------------------------------------

  const SHOWN = 30;

  function list(title, others, id, isInward) {
    if (others.length === 0) return [];
    const entries = document.createElement('ul');
    const fill = (some) => {
      for (const other of some) {
        const line = document.createElement('li');
        line.append(
          button(other.name, () => {
            chosen = isInward ? [other.id, id] : [id, other.id];
            paint();
          }),
        );
        entries.append(line);
      }
    };
    fill(others.slice(0, SHOWN));
    const parts = [heading(`${title} (${others.length})`, 'h3'), entries];
    if (others.length > SHOWN) {
      const more = button(`${others.length - SHOWN} more`, () => {
        fill(others.slice(SHOWN));
        more.remove();
      });
      parts.push(more);
    }
    return parts;
  }

  function heading(text, tag = 'h2') {
    return element(tag, text);
  }

  function paragraph(text, style = '') {
    const made = element('p', text);
    made.className = style;
    return made;
  }

  function item(text) {
    return element('li', text);
  }

  function button(text, act) {
    const made = element('button', text);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  function count(number) {
    return number === 1 ? '1 container' : `${number} containers`;
  }

  // --- searching and filtering ---------------------------------------------------

  const texts = new Map(marks.map((mark) => [mark, mark.textContent.toLowerCase()]));

  function filter() {
    const words = search.value.trim().toLowerCase();
    const only = network.value;
    const found = new Set();
    for (const mark of marks) {
      const { id, networks } = containers.get(mark.dataset.container);
      const isIn = only === '' || networks.includes(only);
      const isFound =
        isIn &&
        (words === '' || id.toLowerCase().includes(words) || texts.get(mark).includes(words));
      mark.classList.toggle('faded', !isFound);
      if (isFound) found.add(id);
    }
    for (const lane of svg.querySelectorAll('[data-network]')) {
      const isOther = only !== '' && lane.dataset.network !== only;
      lane.querySelector('rect').classList.toggle('faded', isOther);
    }
    if (words !== '' || only !== '') status.textContent = `${count(found.size)} found.`;
    return [...found];
  }

  search.addEventListener('input', filter);
  network.addEventListener('change', filter);
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const [first] = filter();
    if (first === undefined) return;
    chosen = [];
    choose(first);
    marksOf.get(first)[0].focus();
  });

  // --- keyboard and screen readers -------------------------------------------------

  for (const mark of marks) {
    mark.setAttribute('tabindex', '0');
    mark.setAttribute('role', 'button');
    mark.setAttribute('aria-pressed', 'false');
    mark.setAttribute(
      'aria-label',
      [...mark.querySelectorAll('text')].map((one) => one.textContent).join(', '),
    );
    mark.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose(mark.dataset.container);
    });
  }

  const STEPS = {
    ArrowLeft: [-0.1, 0],
    ArrowRight: [0.1, 0],
    ArrowUp: [0, -0.1],
    ArrowDown: [0, 0.1],
  };

  document.addEventListener('keydown', (event) => {
    if (event.target.closest?.('input, select')) return;
    if (event.key === 'Escape') clear();
    else if (event.key === '+') zoom(1 / 1.3);
    else if (event.key === '-') zoom(1.3);
    else if (svg.contains(event.target) && STEPS[event.key] !== undefined) {
      event.preventDefault();
      move(...STEPS[event.key]);
    }
  });

  // --- light and dark ------------------------------------------------------------------

  const theme = document.getElementById('theme');
  let isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;

  function paintTheme() {
    document.body.dataset.theme = isDark ? 'dark' : 'light';
    theme.textContent = isDark ? 'Light' : 'Dark';
  }

  theme.addEventListener('click', () => {
    isDark = !isDark;
    paintTheme();
  });
  paintTheme();
  status.textContent = 'Nothing is chosen.';
})();
