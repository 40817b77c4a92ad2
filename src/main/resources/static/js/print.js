// Printing is offered where a script can do it; everybody else has the browser's own way.
(() => {
  'use strict';
  const print = document.getElementById('print');
  print.hidden = false;
  print.addEventListener('click', () => window.print());
})();
