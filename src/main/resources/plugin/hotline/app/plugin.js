/* The case file of a petition beside its task, and files added to it. Text from citizens is only ever text, never markup. */

const WHEN = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
});

/** dd/MM/yyyy HH:mm; null for nothing, so that the line is left out. */
function when(instant) {
  if (!instant) {
    return null;
  }
  const part = {};
  WHEN.formatToParts(new Date(instant)).forEach(({type, value}) => (part[type] = value));
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

function size(bytes) {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

function el(tag, style, ...children) {
  const node = document.createElement(tag);
  if (style) {
    node.className = style;
  }
  children.flat().forEach(child => {
    if (child !== null && child !== undefined && child !== '') {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  });
  return node;
}

/** Pairs of a name and a value; pairs without a value are left out. */
function facts(pairs) {
  const list = el('dl', 'hotline-facts');
  pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .forEach(([name, value]) => list.append(el('div', null, el('dt', null, name), el('dd', null, value))));
  return list;
}

function section(title, ...children) {
  const present = children.flat().filter(Boolean);
  return present.length ? el('section', null, el('h4', null, title), present) : null;
}

function table(columns, rows) {
  if (!rows.length) {
    return null;
  }
  return el('table', 'hotline-table',
    el('thead', null, el('tr', null, columns.map(column => el('th', null, column)))),
    el('tbody', null, rows.map(cells => el('tr', null, cells.map(cell => el('td', null, cell))))));
}

function badge(text, style) {
  return el('span', `hotline-badge ${style || ''}`, text);
}

/** As one dials it here. */
function telephone(number) {
  return number ? number.replace(/^\+84/, '0').replace(/^(0\d{3})(\d{3})(\d{3})$/, '$1 $2 $3') : number;
}

function petitioner(file) {
  const known = file.petitioner;
  return known ? [known.name, telephone(known.phone), known.email].filter(Boolean).join(' · ') : file.petitionerNote;
}

function head(file) {
  return el('header', null,
    el('span', 'hotline-code', file.code),
    badge(file.state),
    file.urgent ? badge(file.urgency, 'hotline-urgent') : null,
    file.overdue ? badge('Quá hạn', 'hotline-late') : null,
    file.confidential ? badge('Mật — mỗi lần xem đều được ghi lại', 'hotline-late') : null,
    file.reopened ? badge(`Đã mở lại ${file.reopened} lần`) : null);
}

function about(file) {
  return facts([
    ['Địa điểm', file.place],
    ['Tọa độ', file.coordinates],
    ['Người phản ánh', petitioner(file)],
    ['Kênh tiếp nhận', file.channel],
    ['Tiếp nhận lúc', when(file.receivedAt)],
    ['Xảy ra lúc', when(file.occurredAt)],
    ['Lĩnh vực', file.field],
    ['Mức độ', file.urgency],
    ['Loại yêu cầu', file.kind],
    ['Nhóm nội dung', file.category],
    ['Hạn trả lời', when(file.dueAt)],
    ['Gộp vào', file.mergedInto],
    ['Lý do kết thúc', file.decisionReason]
  ]);
}

function answer(file, address) {
  return [
    section('Đã hỏi người dân', file.question ? el('p', 'hotline-text', file.question) : null),
    section(
      file.repliedAt ? `Trả lời, đã gửi ${when(file.repliedAt)}` : 'Dự thảo trả lời, người dân chưa thấy',
      file.replyText ? el('p', 'hotline-text', file.replyText) : null,
      file.replyText && file.ending ? facts([['Kết quả', file.ending]]) : null,
      file.letterNumber ? el('p', null, link(`Công văn số ${file.letterNumber} (PDF)`, `${address}/letter`)) : null),
    section('Người dân đánh giá', file.rating
      ? facts([['Mức độ', file.rating], ['Lý do', file.ratingReason]])
      : null)
  ];
}

function handlings(file, why) {
  const rows = file.handlings.map(one => [
    one.agency,
    one.role,
    [one.state, one.extensions ? `, đã gia hạn ${one.extensions} lần` : ''].join(''),
    when(one.assignedAt),
    [
      one.basis ? el('div', null, one.basis) : null,
      one.returnReason
        ? el('div', 'hotline-note', `Chuyển trả: ${one.returnReason}`
          + (one.suggestedAgency ? ` (đề nghị ${one.suggestedAgency})` : ''))
        : null,
      one.opinion ? el('div', 'hotline-note', `Ý kiến: ${one.opinion}`) : null
    ]
  ]);
  return section('Cơ quan xử lý',
    table(['Cơ quan', 'Vai trò', 'Tình trạng', 'Chuyển lúc', 'Vì sao chuyển đến'], rows),
    why);
}

/** What the sender agreed to; a consent that was taken back stands there as such. */
function consents(file) {
  return section('Người dân đã đồng ý', file.consents.length
    ? el('ul', 'hotline-consents', file.consents.map(one => el('li', null,
      `${one.purpose}: từ ${when(one.givenAt)}`,
      one.withdrawnAt ? badge(`đã rút ${when(one.withdrawnAt)}`, 'hotline-late') : null)))
    : el('p', 'hotline-note', 'Chưa ghi nhận đồng ý nào.'));
}

/** What was written later stands in the history, too, among everything else. */
function messages(file) {
  return section('Người dân nhắn thêm', file.messages.length
    ? el('ol', 'hotline-history', file.messages.map(one => el('li', null,
      el('time', null, when(one.at)),
      el('div', null,
        el('div', 'hotline-text', one.text),
        file.repliedAt && one.open ? badge('Chưa trả lời', 'hotline-urgent') : null))))
    : null);
}

/** Which rows of which tables answered, who wrote and approved them: asked for when it is opened. */
function whyDecided(address) {
  const answer = el('div', null);
  const node = el('details', 'hotline-trace', el('summary', null, 'Vì sao? Bảng quyết định đã nói gì'), answer);
  node.addEventListener('toggle', () => {
    if (!node.open || answer.childElementCount) {
      return;
    }
    answer.append(el('p', 'hotline-message', 'Đang tải…'));
    fetch(`${address}/why`, {headers: {Accept: 'application/json'}, credentials: 'same-origin'})
      .then(response => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .then(all => answer.replaceChildren(...(all.length
        ? all.map(decided)
        : [el('p', 'hotline-message', 'Chưa có bảng nào được hỏi về hồ sơ này.')])))
      .catch(() => answer.replaceChildren(el('p', 'hotline-message', 'Chưa tải được. Đóng rồi mở lại mục này.')));
  });
  return node;
}

const AGAIN = {
  same: ['Hỏi lại bảng: trả lời như cũ', ''],
  different: ['Hỏi lại bảng: trả lời khác, báo người quản trị bảng', 'hotline-late'],
  unknown: ['Không hỏi lại được: lời phản ánh khi đó không còn', '']
};

function decided(one) {
  return el('div', 'hotline-why',
    el('p', null, el('strong', null, one.name), `, phiên bản ${one.version}, ${when(one.at)}`),
    el('p', 'hotline-note', one.inputs.map(fact => `${fact.label}: ${fact.value}`).join(' · ')),
    el('ul', null, one.rows.map(row => el('li', null,
      `Dòng ${row.number}: ${row.says}`,
      el('div', 'hotline-note', row.results.map(fact => `${fact.label}: ${fact.value}`).join(' · ')),
      el('div', 'hotline-note', row.change
        ? `Thay đổi BQĐ-${row.change}, ${row.writtenBy.join(', ')} soạn, ${row.approvedBy || 'không ai'} duyệt`
          + `, hiệu lực ${when(row.since)}`
        : 'Có từ bản giao cùng hệ thống')))),
    badge(...AGAIN[one.again]));
}

/** How a due date came about, to be opened by whoever asks. */
function trace(limit) {
  const wrong = limit.recomputed !== limit.dueAt;
  return el('details', 'hotline-trace',
    el('summary', null, 'Vì sao là ngày này?'),
    facts([
      ['Tính từ', `${when(limit.startedAt)}, ${limit.startedBy.toLowerCase()}`],
      ['Thời hạn', limit.limit],
      ['Quy tắc', limit.rule || limit.ground],
      ['Căn cứ', limit.rule ? limit.ground : null],
      ['Cách tính', limit.counting]
    ]),
    el('ol', 'hotline-days', limit.lines.map(line =>
      el('li', line.counts ? 'hotline-counts' : 'hotline-skips', line.text))),
    limit.moves.length
      ? table(['Lúc', 'Việc', 'Người', 'Lý do', 'Hạn sau đó'], limit.moves.map(move =>
        [when(move.at), move.what, move.who, move.reason, when(move.dueAt)]))
      : null,
    wrong ? badge(`Tính lại ra ${when(limit.recomputed)}: báo quản trị hệ thống`, 'hotline-late') : null);
}

function limits(file) {
  return section('Thời hạn', table(['Việc', 'Trách nhiệm', 'Hạn', 'Tình trạng'], file.limits.map(limit => [
    limit.step,
    limit.who,
    [
      el('div', null, when(limit.dueAt)),
      limit.originalDueAt ? el('div', 'hotline-note', `hạn đầu ${when(limit.originalDueAt)}`) : null,
      trace(limit)
    ],
    [
      limit.breached ? badge(limit.endedAt ? 'Xong, quá hạn' : 'Quá hạn', 'hotline-late') : null,
      !limit.breached && limit.endedAt ? badge('Xong, đúng hạn', 'hotline-good') : null,
      !limit.breached && !limit.endedAt ? badge(limit.paused ? 'Tạm dừng' : 'Đang chạy') : null,
      limit.level ? el('span', 'hotline-note', ` đã báo cấp ${limit.level}`) : null
    ]
  ])));
}

const SHOWS = {sent: 'Gửi kèm', before: 'Trước khi xử lý', after: 'Sau khi xử lý'};

function link(text, address) {
  const node = el('a', null, text);
  node.href = address;
  node.target = '_blank';
  node.rel = 'noopener';
  return node;
}

/** A picture opens large; a video plays here; a document is only ever downloaded. */
function attachment(one, address, mayOpenOriginal) {
  const source = `${address}/attachment/${one.id}`;
  const about = el('span', 'hotline-note', `${size(one.size)} · ${one.addedBy} · ${when(one.addedAt)}`);
  if (one.locked) {
    return el('li', null, one.name, badge(one.locked, 'hotline-late'), about);
  }
  const shown = [];
  if (one.kind === 'picture') {
    const picture = el('img');
    picture.src = `${source}?version=thumbnail`;
    picture.alt = `${one.showsWords}: ${one.name}`;
    picture.loading = 'lazy';
    const large = link('', source);
    large.append(picture);
    shown.push(large);
    picture.addEventListener('error', () => large.replaceWith(
      el('span', 'hotline-note', 'Chưa xem được: ảnh đang chờ kiểm tra mã độc hoặc bị hỏng.')));
  } else if (one.kind === 'video') {
    const video = el('video');
    video.controls = true;
    video.preload = 'none';
    video.src = source;
    video.setAttribute('aria-label', one.name);
    shown.push(video);
  }
  return el('li', null, shown, link(one.name, source), about,
    mayOpenOriginal ? link('Bản gốc (có vị trí, thiết bị)', `${source}?version=original`) : null);
}

function files(file, address, adding) {
  const groups = ['sent', 'before', 'after'].map(shows => file.files.filter(one => one.shows === shows));
  const present = groups.filter(group => group.length);
  return section('Ảnh, tệp đính kèm',
    file.evidence.demanded
      ? el('p', `hotline-evidence ${file.evidence.missing ? 'hotline-missing' : ''}`, file.evidence.missing
        ? 'Việc này chỉ hoàn thành được khi có ít nhất một ảnh chụp sau khi xử lý.'
        : 'Đã có ảnh sau khi xử lý.')
      : null,
    present.map(group => el('div', 'hotline-shows',
      present.length > 1 || group[0].shows !== 'sent' ? el('h5', null, SHOWS[group[0].shows]) : null,
      el('ul', 'hotline-files', group.map(one => attachment(one, address, file.evidence.mayOpenOriginal))))),
    file.evidence.mayAdd ? adding.form(file.evidence.asAgency) : null);
}

const TAKEN = 'image/jpeg,image/png,application/pdf,video/mp4,video/quicktime,video/3gpp';

/** Adds files to the case, one after the other, and says how far it is; what was refused is said by name. */
class Adding {

  constructor(address, token, done) {
    this.address = address;
    this.token = token;
    this.done = done;
    this.said = [];
  }

  form(asAgency) {
    const shows = el('select', 'form-control');
    [['after', SHOWS.after], ['before', SHOWS.before]].forEach(([value, words]) => {
      const option = el('option', null, words);
      option.value = value;
      shows.append(option);
    });
    const chosen = el('input');
    chosen.type = 'file';
    chosen.multiple = true;
    chosen.accept = TAKEN;
    // The browser's own words for choosing a file are in the browser's language.
    chosen.className = 'hotline-file';
    const names = el('span', 'hotline-note', 'Chưa chọn tệp nào');
    chosen.addEventListener('change', () => {
      names.textContent = [...chosen.files].map(file => file.name).join(', ') || 'Chưa chọn tệp nào';
    });
    const button = el('button', 'btn btn-primary', 'Thêm vào hồ sơ');
    button.type = 'submit';
    const progress = el('progress');
    progress.max = 1;
    progress.hidden = true;
    const status = el('div', 'hotline-said', this.said.map(([text, good]) =>
      el('p', good ? 'hotline-added' : 'hotline-refused', text)));
    status.setAttribute('role', 'status');
    this.said = [];
    const form = el('form', 'hotline-adding',
      asAgency ? el('label', null, 'Ảnh chụp', shows) : null,
      el('label', null, 'Ảnh, tệp (JPG, PNG, PDF đến 10 MB; video đến 50 MB)', chosen,
        el('span', null, el('span', 'btn btn-default', 'Chọn tệp…'), ' ', names)),
      button, progress, status);
    form.addEventListener('submit', event => {
      event.preventDefault();
      if (!chosen.files.length) {
        status.replaceChildren(el('p', 'hotline-refused', 'Hãy chọn ít nhất một tệp.'));
        return;
      }
      button.disabled = true;
      progress.hidden = false;
      this.all([...chosen.files], asAgency ? shows.value : '', (part, name) => {
        progress.value = part;
        status.replaceChildren(el('p', null, `Đang gửi “${name}”…`));
      });
    });
    return form;
  }

  async all(chosen, shows, progress) {
    for (const file of chosen) {
      try {
        const answer = await this.send(file, shows, part => progress(part, file.name));
        this.said.push([answer.message, true]);
      } catch (problem) {
        this.said.push([problem.message, false]);
      }
    }
    this.done();
  }

  /** Not by fetch, which does not tell how far it is. */
  send(file, shows, progress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${this.address}/evidence?name=${encodeURIComponent(file.name)}&shows=${shows}`);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('X-XSRF-TOKEN', this.token());
      request.setRequestHeader('Accept', 'application/json');
      request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
      request.onload = () => {
        let answer = {};
        try {
          answer = JSON.parse(request.responseText);
        } catch (noJson) {
          // said below
        }
        if (request.status === 201) {
          resolve(answer);
        } else {
          reject(new Error(answer.message || `Chưa gửi được “${file.name}”. Hãy đăng nhập lại rồi thử lần nữa.`));
        }
      };
      request.onerror = () => reject(new Error(`Chưa gửi được “${file.name}”: mất kết nối. Hãy thử lại.`));
      request.send(file);
    });
  }
}

function letters(file) {
  const withRecipient = file.letters.some(letter => letter.recipient);
  return section('Thư và thông báo', table(
    ['Loại', withRecipient ? 'Gửi đến' : null, 'Tình trạng', 'Lúc'].filter(Boolean),
    file.letters.map(letter => [
      letter.segments
        ? [
          el('div', null, `${letter.kind} · SMS, ${letter.segments} tin`),
          letter.message ? el('div', 'hotline-note hotline-text', letter.message) : null
        ]
        : letter.kind,
      ...(withRecipient ? [telephone(letter.recipient)] : []),
      letter.state,
      when(letter.sentAt || letter.createdAt)
    ])));
}

function history(file) {
  return section('Diễn biến', file.history.length
    ? el('ol', 'hotline-history', [...file.history].reverse().map(entry => el('li', null,
      el('time', null, when(entry.at)),
      el('div', null, el('strong', null, entry.who), el('div', 'hotline-text', entry.note)))))
    : null);
}

function show(node, file, address, adding) {
  node.replaceChildren(el('div', 'hotline-case',
    head(file),
    el('p', 'hotline-text hotline-content', file.content),
    about(file),
    messages(file),
    answer(file, address),
    files(file, address, adding),
    handlings(file, whyDecided(address)),
    limits(file),
    consents(file),
    letters(file),
    history(file)));
}

function say(node, text) {
  node.replaceChildren(el('p', 'hotline-message', text));
}

let asked = null;

function load(node, address, token) {
  asked = new AbortController();
  const mine = asked;
  const adding = new Adding(address, token, () => mine === asked && read());
  const read = () => fetch(`${address}/case`, {
    headers: {Accept: 'application/json'},
    credentials: 'same-origin',
    signal: mine.signal
  })
    .then(response => {
      if (response.status === 404) {
        say(node, 'Không có hồ sơ này, hoặc bạn không được xem.');
        return null;
      }
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      return response.json();
    })
    .then(found => found && show(node, found, address, adding))
    .catch(problem => {
      if (problem.name !== 'AbortError') {
        say(node, 'Chưa tải được hồ sơ. Hãy chọn lại thẻ này sau ít phút.');
      }
    });
  return read();
}

export default [
  {
    id: 'hotline-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: {label: 'Hồ sơ'},
    render(node, {api, taskId}) {
      const address = `${api.tasklistApi}/plugin/hotline/${api.engine}/task/${encodeURIComponent(taskId)}`;
      say(node, 'Đang tải hồ sơ…');
      load(node, address, () => api.CSRFToken);
    },
    unmount() {
      if (asked) {
        asked.abort();
        asked = null;
      }
    }
  }
];
