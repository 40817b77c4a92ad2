// Looks at chosen files before they are sent: what cannot be taken is said while nothing is lost and nothing has gone over the
// line. Every rule is the server's; what is not certain here is left to it.
(() => {
  'use strict';
  const input = document.getElementById('files');
  const words = input.dataset;
  const said = document.getElementById('files-said');
  const MEGABYTE = 1024 * 1024;
  const TAKEN = /^(image\/(jpeg|png)|application\/pdf|video\/(mp4|x-m4v|quicktime|3gpp2?))$/;

  const fault = file => {
    const largest = Number(file.type.startsWith('video/') ? words.largestVideo : words.largest);
    return file.size === 0 ? words.saidEmpty.replace('{0}', file.name)
      : file.type && !TAKEN.test(file.type) ? words.saidKind.replace('{0}', file.name)
        : file.type && file.size > largest * MEGABYTE ? words.saidLarge.replace('{0}', file.name).replace('{1}', String(largest))
          : '';
  };

  const faults = () => {
    const files = [...input.files];
    const found = files.map(fault).filter(Boolean);
    if (files.length > Number(words.most)) {
      found.unshift(words.saidMost.replace('{0}', words.most).replace('{1}', String(files.length)));
    } else if (found.length === 0 && files.reduce((sum, file) => sum + file.size, 0) > (Number(words.together) - 1) * MEGABYTE) {
      found.push(words.saidTogether.replace('{0}', words.together));
    }
    return found;
  };

  const look = () => {
    const found = faults();
    said.textContent = found.join(' ');
    if (found.length > 0) {
      input.setAttribute('aria-invalid', 'true');
    } else {
      input.removeAttribute('aria-invalid');
    }
    return found.length === 0;
  };

  input.addEventListener('change', look);
  input.form.addEventListener('submit', event => {
    if (!look()) {
      event.preventDefault();
      input.focus();
    }
  });
})();
