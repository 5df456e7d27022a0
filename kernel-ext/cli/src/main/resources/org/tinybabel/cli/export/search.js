// Searches the sections that stand in this page as JSON. Without this script the page is an alphabetic index.
'use strict';

(() => {
  const MOST = 50;
  const AROUND = 80;
  const byId = id => document.getElementById(id);
  // Small letters without accents, as many as in the text, so that a place in one is the same place in the other.
  const letter = written => {
    const folded = written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return folded.length === written.length ? folded : written;
  };
  const plain = text => text.replace(/[^\x00-\x7f]/gu, letter).replace(/[A-Z]+/g, capitals => capitals.toLowerCase());
  const sections = JSON.parse(byId('sections').textContent).map(section => (
    { ...section, title: plain(`${section.heading} ${section.page}`), words: plain(section.text) }));

  function score(section, terms) {
    let sum = 0;
    for (const term of terms) {
      const inHeading = plain(section.heading).includes(term);
      if (!inHeading && !section.title.includes(term) && !section.words.includes(term)) {
        return 0;
      }
      sum += inHeading ? 10 : section.title.includes(term) ? 3 : 1;
    }
    return sum;
  }

  // The words around the first find, or the first words.
  function excerpt(section, terms) {
    const text = section.text;
    const first = Math.min(...terms.map(term => section.words.indexOf(term)).filter(place => place >= 0), text.length);
    const at = first === text.length ? 0 : first;
    const from = at > AROUND ? text.indexOf(' ', at - AROUND) + 1 : 0;
    const to = from + 3 * AROUND < text.length ? text.lastIndexOf(' ', from + 3 * AROUND) : text.length;
    return (from > 0 ? '… ' : '') + text.slice(from, to) + (to < text.length ? ' …' : '');
  }

  function marked(text, terms) {
    const parts = document.createDocumentFragment();
    const folded = plain(text);
    let end = 0;
    for (let at = 0; at < text.length; at++) {
      const term = terms.find(candidate => folded.startsWith(candidate, at));
      if (term) {
        parts.append(text.slice(end, at));
        const mark = document.createElement('mark');
        mark.textContent = text.slice(at, at + term.length);
        parts.append(mark);
        end = at + term.length;
        at = end - 1;
      }
    }
    parts.append(text.slice(end));
    return parts;
  }

  function item(section, terms) {
    const entry = document.createElement('li');
    const link = document.createElement('a');
    link.href = section.path;
    link.textContent = section.heading;
    entry.append(link);
    if (section.page !== section.heading) {
      const page = document.createElement('span');
      page.className = 'soft';
      page.textContent = ` ${section.page}`;
      entry.append(page);
    }
    const text = document.createElement('p');
    text.append(marked(excerpt(section, terms), terms));
    entry.append(text);
    return entry;
  }

  function search() {
    const terms = plain(byId('query').value).split(/\s+/).filter(Boolean);
    const found = sections
      .map(section => ({ section, value: score(section, terms) }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value);
    byId('index').hidden = terms.length > 0;
    byId('found').hidden = found.length === 0;
    byId('found').replaceChildren(...found.slice(0, MOST).map(({ section }) => item(section, terms)));
    byId('count').textContent = terms.length === 0 ? ''
      : found.length === 0 ? 'Nothing found.'
      : found.length > MOST ? `${found.length} sections found, the best ${MOST} are listed.`
      : found.length === 1 ? '1 section found.' : `${found.length} sections found.`;
  }

  byId('search').hidden = false;
  byId('search').addEventListener('submit', event => event.preventDefault());
  byId('query').addEventListener('input', search);
  byId('query').value = new URLSearchParams(location.search).get('q') ?? '';
  search();
})();
