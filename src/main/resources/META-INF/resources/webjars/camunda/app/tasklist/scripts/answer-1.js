/*
 * Beside the field where somebody writes to a citizen: texts to begin with, what is still to be filled in, and what the citizen
 * would get of the words typed so far. Text from citizens is only ever text, never markup.
 * Changed? Then give the file a new number, as hotline-4.js says.
 */

import {openDraft} from './drafts-1.js';

/** Which letter the text of a field goes in; null: none. */
const LETTERS = {
  replyText: ({decision}) => (decision === 'refuse' || decision === 'refer' ? 'refusal' : 'reply'),
  supplementWhat: () => 'supplement',
  hearNote: () => 'message-answer'
};

const WHEN = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
});

const GAP = /\[[^\][\n]{1,80}\]/g;

function el(tag, style, ...children) {
  const node = document.createElement(tag);
  node.className = style || '';
  node.append(...children.flat().filter(child => child !== null && child !== ''));
  return node;
}

function button(words, act, style) {
  const node = el('button', style || 'btn btn-default', words);
  node.type = 'button';
  node.addEventListener('click', act);
  return node;
}

function token() {
  const found = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie);
  return found ? decodeURIComponent(found[1]) : '';
}

async function ask(task, path, sent) {
  const base = document.querySelector('base').getAttribute('tasklist-api');
  const engine = /\/app\/tasklist\/([^/]+)\//.exec(location.pathname)[1];
  const response = await fetch(`${base}plugin/hotline/${engine}/task/${encodeURIComponent(task)}/${path}`, {
    method: sent ? 'POST' : 'GET',
    headers: sent ? {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token()} : {Accept: 'application/json'},
    credentials: 'same-origin',
    body: sent ? JSON.stringify(sent) : undefined
  });
  if (!response.ok) {
    const told = await response.json().catch(() => ({}));
    throw new Error(told.message || 'Chưa tải được. Hãy thử lại sau ít phút.');
  }
  return response;
}

/** What helps with one field of one form; it outlives the field, which the form draws anew. */
class Writing {

  constructor(draft, field) {
    this.draft = draft;
    this.field = field;
    this.gaps = el('p', 'hotline-gaps');
    this.gaps.setAttribute('role', 'status');
    this.said = el('p', 'hotline-inserted');
    this.said.setAttribute('role', 'status');
    this.picker = el('div', 'hotline-picker');
    this.shown = el('div', 'hotline-preview');
    this.shown.setAttribute('aria-live', 'polite');
    this.answers = draft.fields().some(({key}) => key === 'ending');
    this.node = el('div', 'hotline-writing',
      el('p', 'hotline-buttons',
        button('Người dân sẽ nhận gì?', () => this.preview()),
        this.answers ? button('Mẫu trả lời', () => this.templates()) : null,
        // What 1022 answers by itself has no letter.
        this.answers ? button('Công văn dự thảo (PDF)', () => this.paper()) : null),
      this.gaps, this.said, this.picker, this.shown);
  }

  input() {
    return document.querySelector(`textarea[id$="-Field_${this.field}"]`);
  }

  text() {
    return this.draft.all()[this.field] || '';
  }

  /** Once per look at the page. */
  follow(input) {
    const place = input.closest('.fjs-form-field');
    if (this.node.parentElement !== place) {
      place.append(this.node);
    }
    const text = input.value;
    if (text === this.followed) {
      return;
    }
    this.followed = text;
    if (this.previewed !== undefined && text !== this.previewed) {
      this.previewed = undefined;
      this.shown.replaceChildren(el('p', 'hotline-note', 'Nội dung đã đổi: bấm lại để xem người dân sẽ nhận gì.'));
    }
    if (this.inserted !== undefined && text !== this.inserted) {
      this.inserted = undefined;
      this.said.replaceChildren();
    }
    const gaps = [...text.matchAll(GAP)];
    this.gaps.replaceChildren(...(gaps.length
      ? [`Còn ${gaps.length} chỗ phải điền: `, ...gaps.flatMap(gap => [this.gap(gap), ' '])]
      : []));
  }

  gap(gap) {
    return button(gap[0], () => this.select(gap.index, gap.index + gap[0].length), 'btn btn-link');
  }

  select(from, to) {
    const input = this.input();
    input.focus();
    input.setSelectionRange(from, to);
    input.scrollIntoView({block: 'nearest'});
  }

  typed() {
    const values = this.draft.all();
    return {
      letter: LETTERS[this.field](values),
      text: this.text(),
      given: {ending: values.ending, plannedUntil: values.plannedUntil, handedTo: values.handedTo}
    };
  }

  /** The last word is told by the form when its field is left. */
  async settled() {
    if (document.activeElement === this.input()) {
      this.input().blur();
    }
    await new Promise(requestAnimationFrame);
  }

  async preview() {
    await this.settled();
    this.shown.replaceChildren(el('p', 'hotline-note', 'Đang soạn…'));
    try {
      const {mail, sms, instead} = await (await ask(this.draft.task, 'preview', this.typed())).json();
      this.shown.replaceChildren(
        el('p', 'hotline-buttons', button('Đóng', () => this.close())),
        ...(instead ? [el('p', '', instead)] : []),
        ...(mail ? letter(mail) : []),
        ...(sms ? message(sms) : []));
    } catch (problem) {
      this.shown.replaceChildren(el('p', 'hotline-refused', problem.message));
    }
    this.previewed = this.input().value;
  }

  close() {
    this.previewed = undefined;
    this.shown.replaceChildren();
  }

  async paper() {
    await this.settled();
    this.shown.replaceChildren(el('p', 'hotline-note', 'Đang soạn…'));
    try {
      const pdf = await (await ask(this.draft.task, 'preview/letter', this.typed())).blob();
      const link = el('a', '', 'Công văn dự thảo (PDF)');
      link.href = URL.createObjectURL(pdf);
      link.download = 'cong-van-du-thao.pdf';
      this.shown.replaceChildren(el('p', '', 'Đã tải về: ', link));
      link.click();
    } catch (problem) {
      this.shown.replaceChildren(el('p', 'hotline-refused', problem.message));
    }
    this.previewed = this.input().value;
  }

  async templates() {
    if (this.picker.childElementCount) {
      this.picker.replaceChildren();
      return;
    }
    try {
      const all = await (await ask(this.draft.task, 'templates')).json();
      this.picker.replaceChildren(...(all.length
        ? this.choice(all)
        : [el('p', 'hotline-note', 'Chưa có mẫu cho lĩnh vực này.')]));
    } catch (problem) {
      this.picker.replaceChildren(el('p', 'hotline-refused', problem.message));
    }
  }

  choice(all) {
    const pick = el('select', 'form-control', el('option', '', 'Chọn mẫu…'), all.map(one => el('option', '', one.name)));
    pick.setAttribute('aria-label', 'Mẫu trả lời');
    const text = el('p', 'hotline-text hotline-template');
    const insert = button('Chèn vào câu trả lời', () => this.insert(all[pick.selectedIndex - 1]), 'btn btn-primary');
    insert.hidden = true;
    pick.addEventListener('change', () => {
      const chosen = all[pick.selectedIndex - 1];
      text.textContent = chosen ? chosen.text : '';
      insert.hidden = !chosen;
    });
    return [pick, text, insert];
  }

  /** Behind what stands there already, never instead of it. */
  async insert(template) {
    await this.settled();
    const before = {[this.field]: this.text(), ending: this.draft.all().ending};
    const kept = before[this.field].trimEnd();
    const from = kept ? kept.length + 2 : 0;
    const whole = kept ? `${kept}\n\n${template.text}` : template.text;
    this.picker.replaceChildren();
    await this.draft.put({[this.field]: whole, ending: template.ending});
    this.inserted = whole;
    this.followed = undefined;
    this.said.replaceChildren(
      kept ? 'Đã chèn mẫu sau phần đã viết, chọn kết quả theo mẫu. ' : 'Đã chèn mẫu, chọn kết quả theo mẫu. ',
      button('Hoàn tác', async () => {
        this.said.replaceChildren();
        this.inserted = undefined;
        await this.draft.put(before);
      }, 'btn btn-link'));
    await this.drawn();
    this.follow(this.input());
    const gap = [...whole.slice(from).matchAll(GAP)][0];
    this.select(gap ? from + gap.index : whole.length, gap ? from + gap.index + gap[0].length : whole.length);
  }

  /** The form draws its fields after the next frame. */
  async drawn() {
    for (let frame = 0; frame < 60 && !this.input(); frame++) {
      await new Promise(requestAnimationFrame);
    }
  }
}

function when(instant) {
  const part = {};
  WHEN.formatToParts(new Date(instant)).forEach(({type, value}) => (part[type] = value));
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

/** What the citizen wrote, above the choice of what to do about it. */
class Messages {

  constructor(task) {
    this.node = el('div', 'hotline-messages', el('p', 'hotline-note', 'Đang tải lời nhắn…'));
    ask(task, 'messages')
      .then(response => response.json())
      .then(all => {
        const open = all.filter(message => message.open);
        this.node.replaceChildren(
          el('h5', '', 'Lời nhắn của người dân'),
          ...(open.length ? open : all).map(({at, text}) => el('p', 'hotline-text',
            el('span', 'hotline-note', `${when(at)}: `), text)));
      })
      .catch(problem => this.node.replaceChildren(el('p', 'hotline-refused', problem.message)));
  }

  follow(choice) {
    const place = choice.closest('.fjs-layout-column');
    if (this.node.parentElement !== place) {
      place.prepend(this.node);
    }
  }
}

/** An e-mail is shown as it is, in a frame that runs nothing. */
function letter({subject, html}) {
  const frame = el('iframe', 'hotline-mail');
  frame.setAttribute('sandbox', '');
  frame.title = 'Thư điện tử, dự thảo';
  frame.srcdoc = html;
  return [el('h5', '', 'Thư điện tử: ', el('strong', '', subject)), frame];
}

function message({text, segments, gsm, cut}) {
  return [
    el('h5', '', `Tin nhắn SMS: ${segments} tin, ${gsm ? 'không dấu (GSM-7)' : 'có dấu (UCS-2)'}, ${text.length} ký tự`),
    el('p', 'hotline-text hotline-sms', text),
    ...(cut
      ? [el('p', 'hotline-refused', 'Tin nhắn chỉ chứa được phần đầu; phần còn lại người dân đọc trên trang tra cứu.'
        + ' Hãy để điều quan trọng nhất lên đầu.')]
      : [])
  ];
}

const writings = new WeakMap();

/** One look at the page: every field in which somebody may write to a citizen has its help. */
export function helpWriting() {
  const draft = openDraft();
  if (!draft) {
    return;
  }
  if (!writings.has(draft)) {
    writings.set(draft, {});
  }
  const known = writings.get(draft);
  const choice = document.querySelector('[id*="-Field_hearOutcome"]');
  if (choice) {
    known.messages = known.messages || new Messages(draft.task);
    known.messages.follow(choice);
  }
  Object.keys(LETTERS).forEach(field => {
    const input = document.querySelector(`textarea[id$="-Field_${field}"]:not(:disabled)`);
    if (input) {
      known[field] = known[field] || new Writing(draft, field);
      known[field].follow(input);
    }
  });
}
