/* What those who watch over the work see: Vietnamese only. */
export default {
  app: {
    name: 'Tổng đài 1022',
    vendor: 'Hải Phòng ·'
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY'
  },
  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  },
  // Browsers keep scripts by Camunda's version, not ours: a changed script gets a new number.
  customScripts: ['scripts/hotline-2'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
