import { PersistentArray } from './persistent-array.ts';
import type { Variable } from './scope.ts';

/** What a name is bound to. An ENV outlives its stage; an ARG hides it until the stage ends. */
interface Binding {
  readonly env: Variable | null;
  readonly arg: (Variable & { readonly stage: number }) | null;
}

const UNBOUND: Binding = { env: null, arg: null };

/** Numbers for names, shared by all stages of one evaluation. */
export class NameTable {
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  find(name: string): number | null {
    return this.#numbers.get(name) ?? null;
  }
}

/** The variables of one stage. */
export class Variables {
  readonly #names: NameTable;
  readonly #bindings: PersistentArray<Binding>;

  private constructor(names: NameTable, bindings: PersistentArray<Binding>) {
    this.#names = names;
    this.#bindings = bindings;
  }

  static none(names: NameTable): Variables {
    return new Variables(names, new PersistentArray());
  }

  /** Those that a child stage starts with. The parent's must not be changed any more. */
  inherit(): Variables {
    return new Variables(this.#names, new PersistentArray(this.#bindings));
  }

  /**
   * In a later stage an inherited ENV wins over an inherited ARG, whatever their order was; so would the ENV of an
   * unresolved base (`complete: false`), which makes such an ARG uncertain.
   */
  lookup(name: string, stage: number, complete: boolean): Variable | null {
    const number = this.#names.find(name);
    const binding = number === null ? undefined : this.#bindings.get(number);
    if (binding === undefined) return null;
    const { env, arg } = binding;
    if (arg === null || (arg.stage !== stage && env !== null)) return env;
    return arg.stage === stage || complete ? arg : { value: arg.value, known: false };
  }

  setEnv(name: string, env: Variable): void {
    this.#bindings.set(this.#names.numberOf(name), { env, arg: null });
  }

  setArg(name: string, arg: Variable, stage: number): void {
    const number = this.#names.numberOf(name);
    const { env } = this.#bindings.get(number) ?? UNBOUND;
    this.#bindings.set(number, { env, arg: { ...arg, stage } });
  }
}
