/* What Tasklist looks like here: Vietnamese only, office dates, our own script for what form-js cannot translate. */
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
  customScripts: ['scripts/hotline-4'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'nhận việc đang chọn về tôi'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'đến hàng chờ đầu tiên'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'đến công việc đầu tiên trong danh sách'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'đến ô nhập đầu tiên của biểu mẫu'
    }
  }
};
