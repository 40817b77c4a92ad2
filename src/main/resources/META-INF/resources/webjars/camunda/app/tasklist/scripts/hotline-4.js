/*
 * What Tasklist cannot be configured to do: the few fixed English words of its form library and of its calendar, lists of
 * agencies and areas behind the inputs that take their codes, a refusal that reads as the sentence it is, the most
 * pressing work first, and cards that say when, where and what in dates and words.
 * Changed? Then give the file a new number and name it in config.js: browsers keep scripts by Camunda's version.
 */

import {helpWriting} from './answer-1.js';
import {logins} from './drafts-1.js';

const WORDS = {
  'Field is required.': 'Phải nhập mục này.',
  'Select': 'Chọn',
  'Search': 'Tìm',
  'No results': 'Không có kết quả',
  'Value is not a number.': 'Phải là số.',
  'Date and time must both be entered.': 'Nhập cả ngày và giờ.',
  'Field must be a valid email.': 'Địa chỉ thư điện tử không hợp lệ.',
  'All values selected': 'Đã chọn tất cả',
  'Nothing to show.': 'Không có gì.',
  'No content to show.': 'Không có nội dung.'
};

/** The buttons beside a diagram. */
const TITLES = {'zoom in': 'Phóng to', 'zoom out': 'Thu nhỏ', 'reset zoom': 'Vừa khung nhìn'};

const PATTERNS = [
  [/^Field must have minimum length of (\d+)\.$/, 'Phải có ít nhất $1 ký tự.'],
  [/^Field must have maximum length of (\d+)\.$/, 'Không được quá $1 ký tự.'],
  [/^Field must have minimum value of (.+)\.$/, 'Không được nhỏ hơn $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Không được lớn hơn $1.'],
  [/^Field must match pattern .*$/, 'Không đúng mẫu.'],
  [/^Field must be a valid {2}?international phone number.*$/, 'Số điện thoại không hợp lệ.']
];

const CALENDAR = {
  January: 'Tháng 1', February: 'Tháng 2', March: 'Tháng 3', April: 'Tháng 4', May: 'Tháng 5', June: 'Tháng 6',
  July: 'Tháng 7', August: 'Tháng 8', September: 'Tháng 9', October: 'Tháng 10', November: 'Tháng 11',
  December: 'Tháng 12',
  Sun: 'CN', Mon: 'T2', Tue: 'T3', Wed: 'T4', Thu: 'T5', Fri: 'T6', Sat: 'T7'
};

function translated(text) {
  const trimmed = text.trim();
  if (WORDS[trimmed]) {
    return WORDS[trimmed];
  }
  const pattern = PATTERNS.find(([from]) => from.test(trimmed));
  return pattern ? trimmed.replace(pattern[0], pattern[1]) : null;
}

/** The library's own words stand in few places; anywhere else a text is somebody's and is left alone. */
const SPOKEN = '.fjs-form-field-error, .fjs-select-display, .fjs-select-placeholder, .fjs-taglist-skip-link,'
  + ' .fjs-dropdownlist-empty, .fjs-dropdownlist, .fjs-no-content, .fjs-table-empty';

function texts(node, change) {
  node.childNodes.forEach(child => {
    if (child.nodeType === Node.TEXT_NODE) {
      const changed = change(child.data);
      if (changed && changed !== child.data) {
        child.data = changed;
      }
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      texts(child, change);
    }
  });
}

function translateForms() {
  document.querySelectorAll('.fjs-container').forEach(form => {
    // A fact that is not there is not something to choose.
    form.querySelectorAll('.fjs-disabled .fjs-select-display').forEach(node =>
      texts(node, text => (text.trim() === 'Select' ? '—' : null)));
    form.querySelectorAll(SPOKEN).forEach(node => texts(node, translated));
    form.querySelectorAll('input[placeholder]').forEach(input => {
      const words = WORDS[input.placeholder];
      if (words) {
        input.placeholder = words;
      }
    });
  });
  document.querySelectorAll('.flatpickr-calendar').forEach(calendar => {
    calendar.querySelectorAll('.flatpickr-weekday, .flatpickr-monthDropdown-month, .cur-month')
      .forEach(node => texts(node, text => CALENDAR[text.trim()]));
  });
}

function nameDiagramButtons() {
  document.querySelectorAll('.zoom [title], .btn[title]').forEach(button => {
    button.title = TITLES[button.title] || button.title;
  });
}

/* Refusals ------------------------------------------------------------------------------------------------------- */

/** What the engine wraps around a sentence of ours: first the command that failed, then the listener that refused it. */
const ENVELOPE = /^\s*(Cannot (complete|submit|resolve) task( form)? [^:]+|Cannot instantiate process definition [^:]+): /;

const LISTENER = /^ENGINE-\d+ There was an exception while invoking the (?:Task|Execution)Listener\. Message: '(.*)'$/s;
const INVOKING = /^Exception while invoking (?:Task|Execution)Listener: /;

function unwrapped(text) {
  let sentence = text.trim();
  while (ENVELOPE.test(sentence)) {
    sentence = sentence.replace(ENVELOPE, '');
  }
  return sentence.replace(LISTENER, '$1').replace(INVOKING, '');
}

function unwrapRefusals() {
  document.querySelectorAll('.notifications .message').forEach(message => {
    texts(message, unwrapped);
  });
}

/* Agencies and areas --------------------------------------------------------------------------------------------- */

const INPUTS = {
  leadAgency: 'agencies',
  coordinatingAgencies: 'agencies',
  coordinatingAgency: 'agencies',
  suggestedAgency: 'agencies',
  askingAgency: 'agencies',
  areaCode: 'areas'
};
const LISTS = {};

function engineName() {
  const found = /\/app\/tasklist\/([^/]+)\//.exec(location.pathname);
  return found ? found[1] : 'default';
}

function ask(what) {
  const base = document.querySelector('base').getAttribute('tasklist-api');
  return fetch(`${base}plugin/hotline/${engineName()}/${what}`, {
    headers: {Accept: 'application/json'},
    credentials: 'same-origin'
  }).then(response => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))));
}

/** Asked once per page and list; after a failure the next form asks again. */
function choices(list) {
  if (!LISTS[list]) {
    LISTS[list] = ask(list)
      .then(found => found.map(({code, name, group}) => ({code, name: group ? `${name}, ${group}` : name})))
      .catch(() => {
        delete LISTS[list];
        return [];
      });
  }
  return LISTS[list];
}

function fill(datalist, found, before) {
  datalist.replaceChildren(...found.map(({code, name}) => {
    const option = document.createElement('option');
    option.value = before + code;
    option.label = name;
    option.textContent = name;
    return option;
  }));
}

function offer(input, key) {
  const several = key === 'coordinatingAgencies';
  const datalist = document.createElement('datalist');
  datalist.id = `${input.id}-choices`;
  const name = document.createElement('div');
  name.className = 'hotline-chosen';
  const field = input.closest('.fjs-form-field') || input.parentElement;
  field.append(datalist, name);
  input.setAttribute('list', datalist.id);
  input.setAttribute('autocomplete', 'off');
  let shownFor = null;

  const follow = () => {
    choices(INPUTS[key]).then(found => {
      const typed = input.value;
      if (typed === shownFor) {
        return;
      }
      shownFor = typed;
      const comma = several ? typed.lastIndexOf(',') : -1;
      fill(datalist, found, comma < 0 ? '' : `${typed.slice(0, comma + 1)} `);
      const codes = (several ? typed.split(',') : [typed]).map(code => code.trim()).filter(Boolean);
      const names = codes
        .map(code => found.find(choice => choice.code === code))
        .filter(Boolean)
        .map(choice => choice.name);
      name.textContent = names.join(' · ');
      // A fact is shown by its name alone; where something can be typed, the code stays beside it.
      field.classList.toggle('hotline-named', input.disabled && names.length > 0 && names.length === codes.length);
    });
  };
  input.addEventListener('input', follow);
  input.addEventListener('focus', follow);
  input.hotlineFollow = follow;
  follow();
}

function offerChoices() {
  document.querySelectorAll('.fjs-container input[type="text"]').forEach(input => {
    const key = Object.keys(INPUTS).find(name => input.id.endsWith(`Field_${name}`));
    if (key && !input.hotlineFollow) {
      offer(input, key);
    } else if (key) {
      input.hotlineFollow();
    }
  });
}

/* The queue -------------------------------------------------------------------------------------------------------- */

const MOST_PRESSING = '[{"sortBy":"dueDate","sortOrder":"asc"}]';

/** Tasklist would show the newest first; an order somebody has chosen stays. */
function mostPressingFirst() {
  const [path, search] = location.hash.replace(/^#/, '').split('?');
  const asked = new URLSearchParams(search || '');
  if ((path === '' || path === '/') && !asked.has('sorting')) {
    asked.set('sorting', MOST_PRESSING);
    history.replaceState(history.state, '', `${location.pathname}${location.search}#/?${asked}`);
    return true;
  }
  return false;
}
mostPressingFirst();
addEventListener('hashchange', () => {
  if (mostPressingFirst()) {
    dispatchEvent(new PopStateEvent('popstate'));
  }
});

/** "Thứ tư, 18/09/2024 08:06" is on the tip of a date; the date and time of it, or null. */
function dateOf(node) {
  const found = /(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)/.exec(node.getAttribute('uib-tooltip') || '');
  return found
    ? {text: found[0], at: new Date(found[3], found[2] - 1, found[1], found[4], found[5]).getTime()}
    : null;
}

const KEPT_MS = 60_000;
let askedAt = -Infinity;
let ahead = 0;

/** By how much the browser's clock is ahead of the clock of the house; asked again after a minute. */
function browserAhead() {
  if (Date.now() - askedAt > KEPT_MS) {
    askedAt = Date.now();
    ask('now')
      .then(({now}) => {
        ahead = Date.now() - new Date(now).getTime();
        planLook();
      })
      .catch(() => {});
  }
  return ahead;
}

/** "2 năm trước" says nothing about a limit; the date and time do. */
function tellDates() {
  document.querySelectorAll('[am-time-ago]').forEach(node => {
    const date = dateOf(node);
    if (date && node.textContent !== date.text) {
      node.textContent = date.text;
    }
    const limit = node.closest('.due-date');
    if (date && limit) {
      limit.classList.toggle('hotline-overdue', date.at < Date.now() - browserAhead());
    }
  });
}

let fields = null;

function tellFields() {
  const shown = document.querySelectorAll('.variable-item .variable-label[uib-tooltip="field"]');
  if (shown.length && !fields) {
    fields = {};
    ask('fields')
      .then(found => {
        fields = found;
        planLook();
      })
      .catch(() => (fields = null));
  }
  shown.forEach(label => {
    const value = label.closest('.variable-item').querySelector('.variable-value');
    if (value) {
      texts(value, text => fields && fields[text.trim()]);
    }
  });
}

/** A petition without a place has nothing to say there. */
function leaveOutEmpty() {
  document.querySelectorAll('.tasks-list .variable-item').forEach(item => {
    const value = item.querySelector('.variable-value');
    item.classList.toggle('hotline-left-out', !value || value.textContent.trim() === '');
  });
}

/**
 * The history of the engine is kept lean and shows nothing here; what happened stands in the case file. The description of
 * a step is the ground it rests on.
 */
function nameTabs() {
  document.querySelectorAll('.tabbed-content .nav-tabs > li').forEach(tab => {
    tab.classList.toggle('hotline-left-out', tab.textContent.trim() === 'Lịch sử');
    texts(tab, text => (text.trim() === 'Mô tả' ? 'Căn cứ' : null));
  });
}

/* Search ----------------------------------------------------------------------------------------------------------- */

const SEARCHABLE = ['Mã phản ánh', 'Người thực hiện', 'Hạn'];

/** Of the engine's many properties, those a clerk knows. */
function leaveOutProperties() {
  document.querySelectorAll('.search-field ul li').forEach(choice => {
    choice.classList.toggle('hotline-left-out', !SEARCHABLE.includes(choice.textContent.trim()));
  });
}

/** Whoever types a code, or its last part, and presses Enter means the petition. */
addEventListener(
  'keydown',
  event => {
    const input = event.target;
    if (event.key !== 'Enter' || !input.matches || !input.matches('.search-field input')) {
      return;
    }
    const typed = input.value.trim().toUpperCase();
    if (input.closest('.search-label') || !/^(HP1022)?[-0-9]{3,}$/.test(typed)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    input.value = '';
    input.dispatchEvent(new Event('input', {bubbles: true}));
    input.blur();
    document.body.click(); // the list of properties closes
    const search = new URLSearchParams(location.hash.split('?')[1] || '');
    search.set(
      'searchQuery',
      JSON.stringify([{type: 'processInstanceBusinessKey', operator: 'Like', value: typed, name: ''}])
    );
    search.delete('page');
    location.hash = `/?${search}`;
  },
  true
);

function callByName() {
  if (document.title !== 'Công việc – Tổng đài 1022') {
    document.title = 'Công việc – Tổng đài 1022';
  }
  document.documentElement.lang = 'vi';
}

/* One look per frame, however much has changed. */
let planned = false;

function planLook() {
  if (!planned) {
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      translateForms();
      nameDiagramButtons();
      unwrapRefusals();
      offerChoices();
      helpWriting();
      tellDates();
      tellFields();
      leaveOutEmpty();
      nameTabs();
      leaveOutProperties();
      callByName();
    });
  }
}
new MutationObserver(planLook).observe(document.documentElement, {
  childList: true,
  subtree: true,
  characterData: true
});
/* What is typed changes no node. */
addEventListener('input', planLook, true);

export default [logins];
