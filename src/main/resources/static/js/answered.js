// The list needs no script. With one, the answers of the search can be seen on a map, too.
(() => {
  'use strict';
  const block = document.getElementById('answers-map');
  if (!block) {
    return;
  }
  const opener = document.getElementById('map-open');
  const said = document.getElementById('map-said');
  block.hidden = false;
  opener.addEventListener('click', async () => {
    opener.disabled = true;
    said.textContent = block.dataset.loading;
    try {
      const { openAnswersMap } = await import(opener.dataset.script);
      said.textContent = await openAnswersMap(document.getElementById('map'), block.dataset);
      opener.hidden = true;
    } catch {
      opener.disabled = false;
      said.textContent = block.dataset.failed;
    }
  });
})();
