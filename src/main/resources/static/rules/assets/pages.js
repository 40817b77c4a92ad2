/* What makes the pages of the tables handier; without it they work as well. */

/** Letters without marks: "thoat nuoc" finds "Thoát nước". */
export function plain(text) {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

/** What somebody looks for, as one phrase. */
export function sought(typed) {
  return plain(typed).trim().replace(/\s+/g, ' ');
}

document.querySelectorAll('[data-finds]').forEach(input => {
  const rows = [...document.getElementById(input.dataset.finds).tBodies[0].rows].map(row => ({row, text: plain(row.textContent).replace(/\s+/g, ' ')}));
  const found = document.getElementById('found');
  const find = () => {
    const words = sought(input.value);
    let count = 0;
    rows.forEach(({row, text}) => {
      const hit = text.includes(words);
      row.hidden = !hit;
      count += hit ? 1 : 0;
    });
    found.textContent = words ? `${count} trong ${rows.length} dòng` : `${rows.length} dòng`;
  };
  input.addEventListener('input', find);
  find();
});

document.querySelectorAll('[data-asks]').forEach(button => button.addEventListener('click', event => {
  if (!window.confirm(button.dataset.asks)) {
    event.preventDefault();
  }
}));

document.querySelectorAll('[data-chooses]').forEach(input => input.addEventListener('input', () => {
  document.getElementById(input.dataset.chooses).checked = true;
}));

/* How far a rehearsal has come; without a script the page loads itself again. */
document.querySelectorAll('[data-progress]').forEach(bar => {
  const told = document.getElementById('rehearsal-told');
  const look = async () => {
    const answer = await fetch(bar.dataset.progress, {headers: {Accept: 'application/json'}});
    const now = answer.ok ? await answer.json() : {running: false};
    if (!now.running) {
      window.location.reload();
      return;
    }
    bar.value = now.share;
    told.textContent = now.told;
    setTimeout(look, 500);
  };
  setTimeout(look, 500);
});
