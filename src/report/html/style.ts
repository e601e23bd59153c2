import { COLORS } from './style/colors.ts';
import { FINDINGS } from './style/findings.ts';
import { LAYOUT } from './style/layout.ts';
import { PRINT } from './style/print.ts';

/** All styles of the page. System fonts, and no picture: the page asks for nothing. */
export const STYLE: string = [COLORS, LAYOUT, FINDINGS, PRINT].join('');
