import type {
  Assignment,
  Command,
  CommandNode,
  ParsedScript,
  PipelineNode,
  Redirection,
  Statement,
  Word,
} from 'unbash';
import { parse } from 'unbash';
import { partsOf } from './compound.ts';
import { scriptsOf, startedBy } from './nested.ts';
import { rerouted } from './redirects.ts';
import type { ShellAssignment, ShellBudget, ShellCommand, ShellRedirect, ShellScript, ShellWord } from './script.ts';
import { prefixWord, readSubstitutions, readWord } from './word.ts';
import { programName, unwrap } from './wrappers.ts';

/** Scripts in scripts; unbash reads every level once more, so that depth is time. */
const DEEPEST = 16;
const LARGEST = 128 * 1024;
const MOST_COMMANDS = 10_000;

/** Where a part of a script stands: its text, its depth, and the pipes at its two ends. */
interface Place {
  readonly source: string;
  readonly level: number;
  readonly stdin: number | null;
  readonly stdout: number | null;
}

/** Walks the tree of unbash and lists the simple commands. One reader reads one script. */
export class ShellReader {
  readonly #budget: ShellBudget;
  readonly #commands: ShellCommand[] = [];
  readonly #writers: number[][] = [];
  readonly #assigned = new Map<string, string | null>();
  /** Pipes of `>(…)` that the command at hand writes to. */
  #drains: number[] = [];
  #complete = true;

  constructor(budget: ShellBudget) {
    this.#budget = budget;
  }

  result(): ShellScript {
    return {
      commands: this.#commands,
      pipes: this.#writers.map((writers) => ({ writers })),
      assigned: this.#assigned,
      complete: this.#complete,
    };
  }

  /** Reads a text in shell language. */
  readText(source: string, place: Omit<Place, 'source'> = { level: 0, stdin: null, stdout: null }): void {
    if (source.length > LARGEST || !this.#spend(source.length) || place.level > DEEPEST) {
      this.#complete = false;
      return;
    }
    try {
      this.#script(parse(source), { ...place, source });
    } catch {
      // Too deep a nesting, for us or for the stack of unbash: the rest is not known.
      this.#complete = false;
    }
  }

  /** Reads a command that is given word by word, without a shell. */
  readWords(words: readonly ShellWord[], place: Omit<Place, 'source'> = { level: 0, stdin: null, stdout: null }): void {
    const text = words.map(({ shown }) => shown).join(' ');
    this.#add({ text, words, assignments: [], redirects: [] }, { ...place, source: text });
  }

  #spend(characters: number): boolean {
    this.#budget.characters -= characters;
    return this.#budget.characters >= 0;
  }

  #script(script: ParsedScript, place: Place): void {
    if (script.errors !== undefined && script.errors.length > 0) this.#complete = false;
    const source = script.source ?? place.source;
    this.#statements(script.commands, { ...place, source });
  }

  #statements(statements: readonly Statement[], place: Place): void {
    for (const { command } of statements) {
      if (command.type === 'AndOr') for (const one of command.commands) this.#pipeline(one, place);
      else this.#pipeline(command, place);
    }
  }

  #pipeline(node: PipelineNode, place: Place): void {
    if (node.type !== 'Pipeline') {
      this.#node(node, place);
      return;
    }
    let { stdin } = place;
    for (const [at, command] of node.commands.entries()) {
      const stdout = at === node.commands.length - 1 ? place.stdout : this.#pipe();
      this.#node(command, { ...place, stdin, stdout });
      stdin = stdout;
    }
  }

  #node(node: CommandNode, place: Place): void {
    switch (node.type) {
      case 'Command':
        this.#simple(node, place);
        return;
      case 'Redirected': {
        const redirects = node.redirects.map((redirect) => this.#redirect(redirect, place));
        this.#node(node.command, { ...place, ...rerouted(redirects, place) });
        return;
      }
      case 'Function':
      case 'Coproc':
        if (node.body.type === 'CompoundList') this.#statements(node.body.commands, place);
        else this.#node(node.body, place);
        return;
      case 'TestCommand':
      case 'ArithmeticCommand':
        readSubstitutions(node, [], (script) => this.#substitution(script, place, this.#pipe()));
        return;
      case 'If':
      case 'For':
      case 'Select':
      case 'While':
      case 'Case':
      case 'ArithmeticFor':
      case 'Subshell':
      case 'BraceGroup': {
        const { words, lists, variable } = partsOf(node);
        for (const word of words) this.#word(word, place);
        if (variable !== null) this.#assigned.set(variable, null);
        for (const list of lists) this.#statements(list, place);
      }
    }
  }

  #simple(node: Command, place: Place): void {
    const outer = this.#drains;
    this.#drains = [];
    const words: ShellWord[] = node.name === undefined ? [] : [this.#word(node.name, place)];
    const redirects: ShellRedirect[] = [];
    const assignments: ShellAssignment[] = [];
    for (const child of [...node.prefix, ...node.suffix]) {
      if (child.type === 'Word') words.push(this.#word(child, place));
      else if (child.type !== 'Assignment') redirects.push(this.#redirect(child, place));
      else {
        const assignment = this.#assignment(child, place);
        assignments.push(assignment);
        // After a command that declares (`export A=b`) it is an argument too.
        if (child.pos > (node.name?.pos ?? child.pos)) words.push(prefixWord(`${assignment.name}=`, assignment.value));
      }
    }
    if (
      node.name === undefined ||
      assignments.some(({ name }) => words.some(({ shown }) => shown.startsWith(`${name}=`)))
    )
      for (const { name, value } of assignments) this.#assign(name, value?.value ?? null);
    const text = place.source.slice(node.pos, node.end);
    const index = this.#commands.length;
    this.#add({ text, words, assignments, redirects }, place);
    for (const pipe of this.#drains) this.#writers[pipe]?.push(index);
    this.#drains = outer;
  }

  #add(parts: Pick<ShellCommand, 'text' | 'words' | 'assignments' | 'redirects'>, place: Place): void {
    this.#budget.commands -= 1;
    if (this.#commands.length >= MOST_COMMANDS || this.#budget.commands < 0) {
      this.#complete = false;
      return;
    }
    const { words, wrappers, assigned } = unwrap(parts.words);
    const assignments = [...parts.assignments, ...assigned];
    const { stdin, stdout } = { ...place, ...rerouted(parts.redirects, place) };
    const index = this.#commands.length;
    this.#commands.push({
      ...parts,
      assignments,
      index,
      wrappers,
      words,
      name: programName(words[0]),
      stdin,
      stdout,
      level: place.level,
    });
    if (stdout !== null) this.#writers[stdout]?.push(index);
    const inner = { level: place.level + 1, stdin, stdout };
    for (const script of scriptsOf(words, parts.redirects)) this.readText(script, inner);
    for (const command of startedBy(words)) this.readWords(command, inner);
  }

  #assignment(node: Assignment, place: Place): ShellAssignment {
    const { value } = node;
    if (value.type === 'Word') return { name: node.name, value: this.#word(value, place) };
    for (const element of value.elements) this.#word(element, place);
    return { name: node.name, value: null };
  }

  #assign(name: string, value: string | null): void {
    this.#assigned.set(name, this.#assigned.has(name) && this.#assigned.get(name) !== value ? null : value);
  }

  #redirect(node: Redirection, place: Place): ShellRedirect {
    const descriptor = node.descriptor?.type === 'FileDescriptor' ? node.descriptor.value : null;
    const before = place.source.charAt(node.pos - 1);
    const glued = node.descriptor === undefined && /[^\s;&|()<>]/.test(before);
    if (node.type === 'HereDoc') {
      const feeds: number[] = [];
      for (const part of node.body.parts ?? [])
        readSubstitutions(part, feeds, (script) => this.#substitution(script, place, this.#pipe()));
      return { operator: node.operator, descriptor, target: null, body: node.body.text, glued };
    }
    const target = node.target === undefined ? null : this.#word(node.target, place);
    return { operator: node.operator, descriptor, target, body: null, glued };
  }

  #word(word: Word, place: Place): ShellWord {
    return readWord(word, (script, direction) => {
      const pipe = this.#pipe();
      return direction === 'in' ? this.#substitution(script, place, pipe) : this.#consumer(script, place, pipe);
    });
  }

  /** A substitution whose text somebody takes. */
  #substitution(script: ParsedScript, place: Place, pipe: number): number | null {
    return this.#inner(script, { ...place, stdout: pipe }) ? pipe : null;
  }

  /** `>(…)`: somebody writes to its standard input. */
  #consumer(script: ParsedScript, place: Place, pipe: number): null {
    this.#inner(script, { ...place, stdin: pipe });
    this.#drains.push(pipe);
    return null;
  }

  #inner(script: ParsedScript, place: Place): boolean {
    const level = place.level + 1;
    if (level > DEEPEST || !this.#spend(script.end - script.pos)) {
      this.#complete = false;
      return false;
    }
    this.#script(script, { ...place, level });
    return true;
  }

  #pipe(): number {
    this.#writers.push([]);
    return this.#writers.length - 1;
  }
}
