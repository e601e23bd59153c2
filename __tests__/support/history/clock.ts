/**
 * Arguments of Node that let a program live at another moment, from where its clock goes on as usual: the shipped action is
 * one file, so a day is given to it from outside.
 * @param moment RFC 3339
 */
export function livingAt(moment: string): readonly string[] {
  const module = PRELOAD.replace('MOMENT', String(Date.parse(moment)));
  return ['--import', `data:text/javascript,${encodeURIComponent(module)}`];
}

const PRELOAD = `
const Real = Date;
const ahead = MOMENT - Real.now();
globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [Real.now() + ahead], made),
  apply: () => String(new Real(Real.now() + ahead)),
  get: (target, name) => (name === 'now' ? () => Real.now() + ahead : Reflect.get(target, name)),
});
`;
