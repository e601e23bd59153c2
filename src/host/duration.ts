/** Like `2.1 s`. */
export function seconds(start: Date, end: Date): string {
  return `${((end.getTime() - start.getTime()) / 1000).toFixed(1)} s`;
}
