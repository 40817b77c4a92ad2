/*
 * What somebody types into a form is kept until the task is done, they throw it away or they log out: Tasklist takes the form
 * away with every change of tab. Of itself it would keep a text in localStorage, for whoever sits down next (ADR 0027).
 * Changed? Then give the file a new number, as hotline-4.js says.
 */

const TASKLISTS = 'camunda-form:';
const OURS = 'hotline-draft:';
const FORM_LIBRARY = 57661; // in the bundle of Camunda 7.24.0, the last of its kind

const {setItem, removeItem} = Storage.prototype;

function person() {
  const injector = window.angular.element(document.body).injector();
  const known = injector && injector.get('$rootScope').authentication;
  return (known && known.name) || null;
}

function slot(user, task) {
  return `${OURS}${encodeURIComponent(user)}:${task}`;
}

function forget(which) {
  Object.keys(sessionStorage)
    .filter(key => key.startsWith(OURS) && which(key))
    .forEach(key => removeItem.call(sessionStorage, key));
}

/* Tasklist's own copies: none is written any more, those of former times go, and where it drops one the task is done. */
Storage.prototype.setItem = function (key, value) {
  if (!String(key).startsWith(TASKLISTS)) {
    setItem.call(this, key, value);
  }
};
Storage.prototype.removeItem = function (key) {
  if (String(key).startsWith(TASKLISTS)) {
    const task = String(key).slice(TASKLISTS.length);
    forget(kept => kept.endsWith(`:${task}`));
    const draft = [...open].find(one => one.task === task);
    if (draft) {
      draft.end();
    }
  }
  removeItem.call(this, key);
};
Object.keys(localStorage)
  .filter(key => key.startsWith(TASKLISTS))
  .forEach(key => removeItem.call(localStorage, key));

/* Whoever logs out leaves nothing, in none of the tabs; whoever logs in finds nobody else's. */
const between = new BroadcastChannel('hotline-drafts');
between.onmessage = loggedOut;
let listening = false;

/** A form that is still on the screen keeps nothing any more. */
function loggedOut() {
  open.forEach(draft => draft.end());
  forget(() => true);
}

function watchLogins() {
  const user = person();
  if (user) {
    forget(key => !key.startsWith(slot(user, '')));
  }
  if (!listening) {
    listening = true;
    window.angular.element(document.body).injector().get('$rootScope').$on('authentication.logout.success', () => {
      loggedOut();
      between.postMessage('logged out');
    });
  }
}

const nothing = value => value === undefined || value === null || value === '';
const same = (one, other) =>
  (nothing(one) && nothing(other)) || JSON.stringify(one) === JSON.stringify(other);

const open = new Set();

/** A form on the screen and what was typed into it. */
class Draft {

  constructor(form, imported, schema, given, task, user) {
    Object.assign(this, {form, imported, schema, given, task, user});
    this.key = slot(user, task);
    this.typed = {};
    this.keptAt = null;
    this.thrown = null;
    this.ended = false;
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key));
      if (kept) {
        this.typed = kept.typed;
        this.keptAt = kept.at;
      }
    } catch (broken) {
      removeItem.call(sessionStorage, this.key);
    }
    this.restored = this.keptAt !== null;
  }

  /** @return what the form shows of the fields one can write in */
  values() {
    return this.form._getSubmitData();
  }

  /** @return everything the form shows or holds */
  all() {
    return this.form._getState().data;
  }

  fields() {
    return this.schema.components;
  }

  async begin() {
    await this.imported({...this.given, ...this.typed});
    this.start = this.values();
    this.form.on('changed', () => this.keep());
    open.add(this);
    this.tell();
  }

  keep() {
    if (this.ended || this.importing) {
      return;
    }
    const now = this.values();
    Object.keys(now).forEach(name => {
      if (name in this.typed || !same(now[name], this.start[name])) {
        this.typed[name] = now[name];
      }
    });
    Object.keys(this.typed)
      .filter(name => same(this.typed[name], this.given[name]))
      .forEach(name => delete this.typed[name]);
    this.write();
    this.tell();
  }

  write() {
    if (Object.keys(this.typed).length === 0) {
      this.keptAt = null;
      removeItem.call(sessionStorage, this.key);
      return;
    }
    this.keptAt = Date.now();
    this.thrown = null;
    try {
      setItem.call(sessionStorage, this.key, JSON.stringify({at: this.keptAt, typed: this.typed}));
      this.full = false;
    } catch (noRoom) {
      this.full = true;
    }
  }

  /** Puts these values into the form beside what stands in it. */
  async put(values) {
    await this.show({...this.typed, ...this.values(), ...values});
  }

  async show(typed) {
    this.importing = true;
    await this.imported({...this.given, ...typed});
    this.importing = false;
    this.start = this.start || {};
    this.typed = {...typed};
    this.keep();
  }

  async throwAway() {
    const thrown = {...this.typed};
    this.restored = false;
    await this.show({});
    this.thrown = thrown;
    this.tell();
  }

  async takeBack() {
    const thrown = this.thrown;
    this.thrown = null;
    await this.show(thrown);
  }

  end() {
    this.ended = true;
    open.delete(this);
    removeItem.call(sessionStorage, this.key);
  }

  /** Above the form, that nobody need wonder where a text comes from; below it, that it is safe. */
  tell() {
    const place = this.form._container.parentElement;
    if (!place) {
      return;
    }
    const above = place.querySelector('.hotline-draft') || place.insertBefore(line('hotline-draft'), place.firstChild);
    const below = place.querySelector('.hotline-kept') || place.appendChild(line('hotline-kept'));
    if (this.thrown) {
      above.replaceChildren('Đã bỏ phần viết dở. ', button('Lấy lại', () => this.takeBack()));
    } else if (this.restored && this.keptAt) {
      above.replaceChildren(
        'Biểu mẫu có phần bạn viết dở, chưa gửi. ', button('Bỏ phần viết dở', () => this.throwAway()));
    } else {
      above.replaceChildren();
    }
    below.textContent = this.full
      ? 'Trình duyệt hết chỗ: phần đang viết không giữ được khi đổi thẻ. Hãy chép ra nơi khác trước khi rời biểu mẫu.'
      : this.keptAt ? 'Phần đang viết được giữ trên máy này đến khi hoàn thành, đăng xuất hoặc đóng thẻ trình duyệt.' : '';
  }
}

function line(style) {
  const node = document.createElement('p');
  node.className = style;
  node.setAttribute('role', 'status');
  return node;
}

function button(words, act) {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = 'btn btn-link';
  node.textContent = words;
  node.addEventListener('click', act);
  return node;
}

/** The task a form belongs to; a form of a page that was left meanwhile has none. */
function taskOf(form) {
  const tasklistForm = window.angular.element(form._container).controller('camTasklistForm');
  return (tasklistForm && tasklistForm.getParams().taskId) || null;
}

function patch(Form) {
  const importSchema = Form.prototype.importSchema;
  Form.prototype.importSchema = async function (schema, data) {
    const task = taskOf(this);
    const user = person();
    if (!task || !user) {
      return importSchema.call(this, schema, data);
    }
    watchLogins();
    let answer;
    const imported = async values => (answer = await importSchema.call(this, schema, values));
    await new Draft(this, imported, schema, data, task, user).begin();
    return answer;
  };
}

window.webpackChunkcamunda_bpm_webapp.push([[Symbol('hotline')], {}, modules => patch(modules(FORM_LIBRARY).Form)]);

/* The last words typed are told by the form when its field is left. */
addEventListener('pagehide', () => document.activeElement && document.activeElement.blur());

/** @return what is on the screen now, or undefined */
export function openDraft() {
  open.forEach(draft => draft.form._container.isConnected || open.delete(draft));
  return [...open].pop();
}

/** Called whenever somebody is logged in: the bar of the page is drawn anew. */
export const logins = {
  id: 'hotline-drafts',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1,
  render: watchLogins,
  unmount() {}
};
