// The receipt: copying and printing are offered only where they work.
(() => {
  'use strict';
  try {
    localStorage.removeItem('hotline1022.draft'); // sent
  } catch {
    // the browser keeps nothing
  }
  const copy = document.getElementById('slip-copy');
  const said = document.getElementById('slip-said');
  document.getElementById('slip-actions').hidden = false;
  document.getElementById('slip-print').addEventListener('click', () => window.print());
  if (!navigator.clipboard) {
    copy.hidden = true;
    return;
  }
  copy.addEventListener('click', async () => {
    const text = ['slip-code', 'slip-key'].map(id => document.getElementById(id).textContent).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = copy.dataset.done;
    } catch {
      copy.hidden = true; // the browser does not allow it
    }
  });
})();
