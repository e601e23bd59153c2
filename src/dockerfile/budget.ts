import { Overload } from './dockerfile-error.ts';

/** `ENV b=$a$a` doubles with each line: a few lines would fill any memory. */
const MAX_SUBSTITUTED = 2 ** 26;
/** A base with a thousand ONBUILDs under a thousand stages runs a million instructions. */
const MAX_TRIGGERS = 100_000;

/** What one evaluation may cost beyond the size of its file. */
export class Budget {
  #substituted = 0;
  #triggers = 0;

  /** Throws Overload. */
  spendCharacters(characters: number): void {
    this.#substituted += characters;
    if (this.#substituted > MAX_SUBSTITUTED) throw new Overload('the values of variables add up to more than 64 MiB');
  }

  /** Throws Overload. */
  spendTrigger(): void {
    this.#triggers += 1;
    if (this.#triggers > MAX_TRIGGERS) throw new Overload(`more than ${MAX_TRIGGERS} ONBUILD instructions would run`);
  }
}
