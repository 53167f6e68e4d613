declare module 'virtual:messages-vi' {
  const messages: Readonly<Record<string, string>>;
  export default messages;
}
declare module 'virtual:messages-en' {
  const messages: Readonly<Record<string, string>>;
  export default messages;
}
declare module 'virtual:messages-late-vi' {
  const messages: Readonly<Record<string, string>>;
  export default messages;
}
declare module 'virtual:messages-late-en' {
  const messages: Readonly<Record<string, string>>;
  export default messages;
}
