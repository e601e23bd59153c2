import { finalChain } from '../../dockerfile/stage-chain.ts';
import { userNumeric } from '../../rules/user-numeric.ts';
import { baseAccount } from '../accounts/base-accounts.ts';
import { createdAccounts } from '../accounts/created-accounts.ts';
import { type Fixer, proposal, refuse } from '../fixer.ts';
import { instructionAt } from '../source/instruction-at.ts';
import { logicalText } from '../source/logical-text.ts';

/** Writes the number of an account for its name, where the file or a well-known base tells it. */
export const fixUserNumeric: Fixer = {
  rule: userNumeric,
  propose({ location }, { dockerfile, source, escapeToken }) {
    const found = instructionAt(dockerfile, location);
    if (found?.instruction.keyword !== 'USER') return refuse('The base image selects the user.');
    const { text } = found.instruction;
    const [name = '', ...group] = text.split(':');
    if (!/^[a-z_][a-z0-9_-]*$/i.test(name)) return refuse('A variable selects the user.');
    const { created, isOpen } = createdAccounts(dockerfile);
    const same = created.filter((account) => account.name === name);
    const fromBase = baseAccount(finalChain(dockerfile)[0]?.base ?? null);
    const account = same.length === 0 && fromBase?.name === name ? fromBase : same[0];
    if (isOpen || account === undefined || same.length > 1) return refuse(`The number of ${name} is not certain.`);
    if (account.uid === null) return refuse(`The number of ${name} is chosen in the build: give it one with --uid.`);
    const uid = String(account.uid);
    if (created.some((other) => other.name !== name && String(other.uid) === uid)) {
      return refuse(`Several accounts have the number ${uid}.`);
    }
    const logical = logicalText(source, found.instruction.location.startLine, escapeToken);
    const span = logical.span(logical.textStart, logical.textStart + name.length);
    if (span === null || !logical.text.startsWith(name, logical.textStart)) return refuse('The name was not found.');
    return proposal([source.edit(dockerfile.file, span, uid)], { config: { user: [uid, ...group].join(':') } });
  },
};
