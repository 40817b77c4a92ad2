/* The entry page of the staff: Vietnamese only. */
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
  links: [],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
