/** Workspaces: what commands say of them. */
export const workspaceCommand = {
  vi: {
    'workspace.takesIn':
      'Lưu ý: đây là không gian làm việc minh họa; số liệu nạp vào nằm lẫn với số liệu minh họa. Để làm việc thật, hãy dùng “kh02 workspace new”.',
    'workspace.state.there': 'có',
    'workspace.noName': 'Số liệu minh họa',
    'workspace.none': 'Chưa mở không gian làm việc nào trên máy này.',
  },
  en: {
    'workspace.takesIn':
      'Note: this is the illustrative workspace; what comes in stands among illustrative data. For real work use "kh02 workspace new".',
    'workspace.state.there': 'there',
    'workspace.noName': 'Illustrative data',
    'workspace.none': 'No workspace has been opened on this machine yet.',
  },
};
