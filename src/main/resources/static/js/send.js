// The form works without this. With it: what 1022 makes of the text appears while it is written, the device's position is
// sent along when somebody asks for it, and a draft stays on this device until it is sent or deleted.
(() => {
  'use strict';
  const form = document.getElementById('petition');
  const byId = id => document.getElementById(id);
  const field = name => form.elements.namedItem(name);

  // What the tables say --------------------------------------------------------------------------------------------
  const proposal = byId('proposal');
  const PAUSE = 900;
  const ENOUGH = 20;
  let waiting;
  let asked = '';
  let round = 0;
  byId('check').hidden = true;

  const chosen = () => {
    const radio = form.querySelector('input[name=joins]:checked');
    return radio ? radio.value : '';
  };

  const ask = async () => {
    const content = field('content').value.trim();
    const question = content + '\n' + field('area').value;
    if (question === asked) {
      return;
    }
    asked = question;
    const mine = ++round;
    if (content.length < ENOUGH) {
      proposal.replaceChildren();
      return;
    }
    const body = new URLSearchParams({ content, area: field('area').value, joins: chosen(), _csrf: field('_csrf').value });
    try {
      const answer = await fetch(proposal.dataset.address, { method: 'POST', body });
      if (answer.ok && mine === round) {
        proposal.innerHTML = await answer.text(); // our own page, with everything typed escaped
        keep();
      }
    } catch {
      // a poor line: the operator will read the text all the same
    }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };
  field('content').addEventListener('input', later);
  field('area').addEventListener('change', later);
  later();

  // The position ---------------------------------------------------------------------------------------------------
  const block = byId('place');
  const words = block.dataset;
  const said = byId('place-said');
  const remove = byId('place-remove');
  const opener = byId('map-open');
  const bounds = words.bounds.split(' ').map(Number);
  let shown = () => {}; // what the map shows, once there is one

  const place = (lat, lon) => {
    field('lat').value = lat;
    field('lon').value = lon;
    remove.hidden = lat === '';
    if (byId('place-kept')) {
      byId('place-kept').remove(); // it speaks of an earlier one
    }
  };

  const outside = () => {
    place('', '');
    said.textContent = words.outside;
  };

  block.hidden = false;
  if ('geolocation' in navigator) {
    byId('gps-ask').hidden = false;
    byId('gps-hint').hidden = false;
    byId('gps-ask').addEventListener('click', () => {
      said.textContent = words.waiting;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const [south, west, north, east] = bounds;
          if (coords.latitude < south || coords.latitude > north || coords.longitude < west || coords.longitude > east) {
            outside();
            shown('', '');
            return;
          }
          place(coords.latitude.toFixed(6), coords.longitude.toFixed(6));
          shown(field('lat').value, field('lon').value);
          said.textContent = words.done.replace('{0}', String(Math.max(1, Math.round(coords.accuracy))));
        },
        () => {
          said.textContent = words.denied;
        },
        { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 });
    });
  }
  remove.addEventListener('click', () => {
    place('', '');
    shown('', '');
    said.textContent = '';
  });
  remove.hidden = field('lat').value === '';

  opener.addEventListener('click', async () => {
    opener.disabled = true; // while it comes
    said.textContent = words.loading;
    const map = byId('map');
    try {
      const { openPlaceMap } = await import(opener.dataset.script);
      shown = await openPlaceMap({
        box: map,
        bounds,
        chosen: (lat, lon, where) => {
          place(lat, lon);
          said.textContent = words.chosen.replace('{0}', where);
        },
        refused: outside,
      });
    } catch {
      opener.disabled = false; // a poor line: the place can be described, and the map be tried again
      said.textContent = words.failed;
      return;
    }
    said.textContent = '';
    opener.hidden = true;
    byId('map-hint').hidden = false;
    byId('map-centre').hidden = false;
    map.setAttribute('aria-describedby', 'map-hint');
    if (field('lat').value !== '') {
      shown(field('lat').value, field('lon').value);
    }
    map.focus({ preventScroll: true });
    map.scrollIntoView({ block: 'nearest' });
  });

  // The draft ------------------------------------------------------------------------------------------------------
  const KEPT = 'hotline1022.draft';
  const NAMES = ['content', 'address', 'area', 'occurredAt'];
  const LONGEST = 24 * 60 * 60 * 1000; // the telephone may be somebody else's tomorrow
  const note = byId('draft');

  const forget = () => {
    try {
      localStorage.removeItem(KEPT);
    } catch {
      // the browser keeps nothing: there is nothing to forget
    }
  };

  const kept = () => {
    try {
      const draft = JSON.parse(localStorage.getItem(KEPT)) || {};
      if (Date.now() - draft.at < LONGEST) {
        return draft;
      }
      forget();
      return {};
    } catch {
      return {};
    }
  };

  const keep = () => {
    const draft = Object.fromEntries(NAMES.map(name => [name, field(name).value]));
    // What may be a denunciation or a secret is not left behind for whoever takes the telephone next.
    if (proposal.querySelector('[data-why=ELSEWHERE]') || !draft.content.trim() && !draft.address.trim()) {
      forget();
      note.hidden = true;
      return;
    }
    try {
      localStorage.setItem(KEPT, JSON.stringify({ ...draft, at: Date.now() }));
      note.hidden = false;
    } catch {
      // the browser does not allow it: nothing is promised, nothing is kept
    }
  };

  const before = kept();
  if (field('content').value === '' && before.content) {
    NAMES.forEach(name => {
      if (before[name]) {
        field(name).value = before[name];
      }
    });
    note.hidden = false;
  }
  NAMES.forEach(name => field(name).addEventListener('input', keep));
  byId('draft-clear').addEventListener('click', () => {
    NAMES.filter(name => name !== 'area').forEach(name => {
      field(name).value = '';
    });
    forget();
    byId('draft-said').textContent = note.dataset.cleared;
    note.hidden = true;
    field('content').focus();
  });
})();
