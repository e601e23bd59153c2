import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  DEBUG_PORTS,
  commandDoors,
  serverJsonOf,
  transportOf,
  variableDoor
} from "./chunk-PDGSMBSM.js";
import {
  credentialKind,
  isSecretName,
  looksSecret
} from "./chunk-YCY7Y5KH.js";
import {
  attributeLayers
} from "./chunk-ZM5ESNZ2.js";
import {
  STDIN,
  accountChange,
  baseDigest,
  commandPlace,
  dockerfileVariable,
  duplicateInstruction,
  entrypointExecForm,
  expandAt,
  expanded,
  fail,
  fileText,
  finalChain,
  grammar,
  hasOption,
  hostOf,
  isShell,
  judgeRuns,
  lastPart,
  notApplicable,
  optionValue,
  pass,
  reachableStages,
  readArguments,
  readScript,
  readShellStart,
  runUnquotedRedirect,
  scriptRuns,
  shownName,
  spelled,
  stageName,
  stageNamed,
  startOf,
  unknown,
  userNonRoot,
  userNumeric,
  variablesOf,
  workdirAbsolute,
  writtenAs
} from "./chunk-DO2W2KTE.js";
import {
  copySources
} from "./chunk-3U33QVBN.js";
import {
  SHELLS,
  barrier,
  commandFaults,
  commandsOf,
  findProgram,
  healthWords,
  isPublished,
  isSecretByName,
  isShared,
  may,
  processUser,
  scriptCommandFaults,
  searchPath,
  secretFileKind,
  shellText,
  startWords,
  workingFolder
} from "./chunk-J4V4GNMN.js";
import {
  allCommands,
  below,
  groupLines,
  lookUp,
  passwdLines,
  resolveRunUser,
  shellSteps
} from "./chunk-IEQ3EHIZ.js";
import {
  effective,
  fromLine,
  isDataImage
} from "./chunk-QDWQURBN.js";
import {
  cleanPath,
  isGitSource,
  isHttpSource,
  shown,
  splitBlanks,
  trim
} from "./chunk-TZCQQT6A.js";
import {
  parseImageReference
} from "./chunk-Q3RRR3VC.js";
import {
  compareSeverity
} from "./chunk-P3VS4RNN.js";
import {
  require_dist
} from "./chunk-AZJMNLZK.js";
import {
  __commonJS,
  __toESM
} from "./chunk-O5CCVBBB.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open2 = tokens[token.tokensIndex];
          open2.type = "text";
          open2.value = literal;
          open2.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open2.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open2 = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open2);
          push(open2);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored2 = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored2 = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher2 = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored2(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher2.state = state;
      }
      return matcher2;
    };
    picomatch2.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// src/rules/shared/image-place.ts
function runPlace({ image }) {
  if (image === null || image.files === null) return null;
  return { image, files: image.files, user: processUser(image) };
}
function layerSources({ image, dockerfile }) {
  return image === null || dockerfile === null ? /* @__PURE__ */ new Map() : attributeLayers(image, dockerfile, dockerfile.bases);
}
function placeOf(evidence, files) {
  const sources = layerSources(evidence);
  const known = files.flatMap(({ layer }) => sources.get(layer) ?? []);
  return (known.find(({ origin }) => origin !== "base") ?? known[0])?.location ?? fromLine(evidence);
}
function noFiles({ image }) {
  return image === null ? "Only the built image can tell." : "The files of the image were not read.";
}
function everyFile({ merged, hidden }) {
  return [...merged, ...hidden];
}
function headOf(files, file, hidden) {
  if (file.size === 0) return "";
  return files.heads[hidden ? `${file.path}@${file.layer}` : file.path] ?? null;
}

// src/rules/shared/listing.ts
var SHOWN = 10;
var LONGEST = 160;
function listed(names2) {
  const first = names2.slice(0, SHOWN).map(plainName).join(", ");
  return names2.length > SHOWN ? `${first} and ${names2.length - SHOWN} more` : first;
}
function plainName(name) {
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST)}\u2026` : name;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?");
}
function joined(messages) {
  const all = [...new Set(messages)];
  const first = all.slice(0, 5).map((message) => message.length > 500 ? `${message.slice(0, 500)}\u2026` : message);
  return all.length > 5 ? `${first.join("; ")}; and ${all.length - 5} more` : first.join("; ");
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function bytes(count) {
  if (count >= 1e9) return `${(count / 1e9).toFixed(1)} GB`;
  return count >= 1e6 ? `${(count / 1e6).toFixed(1)} MB` : `${Math.ceil(count / 1e3)} KB`;
}

// src/rules/app-files-writable.ts
var FIX = "Leave code to root: COPY without `--chown`, WORKDIR before USER, no `chmod -R 777`; give the user only the folders for its data.";
var appFilesWritable = {
  id: "app-files-writable",
  title: "The server cannot change its own code",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A tool call that goes wrong, or is made to, can then rewrite the program: what it plants runs again with every request and after every restart.",
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: "code of root, data of the user",
        dockerfile: 'FROM scratch\nWORKDIR /app\nCOPY . .\nUSER 1001\nENTRYPOINT ["/app/server"]\n',
        image: {
          files: {
            "/app/": {},
            "/app/server": { program: "amd64" },
            "/app/data/": { uid: 1001 },
            "/app/data/notes.json": { uid: 1001, content: "{}" }
          }
        }
      },
      {
        title: "a declared volume",
        dockerfile: 'FROM scratch\nWORKDIR /app\nVOLUME /app/plugins\nUSER 1001\nENTRYPOINT ["/app/server"]\n',
        image: { files: { "/app/server": { program: "amd64" }, "/app/plugins/a.js": { uid: 1001 } } }
      }
    ],
    bad: [
      {
        title: "code given to the user",
        dockerfile: 'FROM scratch\nWORKDIR /app\nCOPY --chown=1001 . .\nUSER 1001\nENTRYPOINT ["node", "server.js"]\n',
        image: { files: { "/app/": {}, "/app/server.js": { uid: 1001 } } }
      },
      {
        title: "a start script that everyone may write",
        dockerfile: 'FROM scratch\nCOPY start.sh /\nUSER 1001\nENTRYPOINT ["/start.sh"]\n',
        image: { files: { "/start.sh": { mode: 511, content: "#!/bin/sh\n" }, "/bin/sh": { program: "amd64" } } }
      },
      {
        title: "a folder of the user, in which it can replace the files of others",
        dockerfile: 'FROM scratch\nUSER 1001\nWORKDIR /app\nCOPY server.js .\nENTRYPOINT ["node", "server.js"]\n',
        image: { files: { "/app/": { uid: 1001 }, "/app/server.js": "" } }
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const place = runPlace(evidence);
    if (place === null) return unknown(noFiles(evidence));
    if (place.user === null) return unknown("Who the user is cannot be told, so neither what it may write.");
    if (place.user.uid === 0) return notApplicable("Root may write everything: `user-non-root` is about that.");
    const found = writableCode(place, place.user, startWords(evidence) ?? []);
    if (found.length === 0) return pass(`Uid ${place.user.uid} cannot write to the code that it runs.`);
    const paths = found.map(({ path }) => path);
    const message = `Uid ${place.user.uid} can change code that it runs (${counted(found.length, "place")}): ${listed(paths)}.`;
    return fail([{ message, fix: FIX, location: placeOf(evidence, found) }]);
  }
};
var SYSTEM = /* @__PURE__ */ new Set([
  "/",
  "/tmp",
  "/var/tmp",
  "/usr",
  "/bin",
  "/etc",
  "/var",
  "/home",
  "/root",
  "/opt",
  "/srv",
  "/mnt",
  "/data"
]);
var DATA = /\/(data|cache|\.cache|\.npm|\.local|logs?|tmp|temp|uploads?|db|run|state|storage|workspace)\//;
var CODE = /\.(js|mjs|cjs|ts|py|pyc|rb|php|pl|lua|sh|bash|jar|class|war|so|node|wasm|dll)$|\/package\.json$/;
function writableCode(place, user, words) {
  const { image, files } = place;
  const volumes = image.config.volumes.map((volume) => volume.replace(/(.)\/+$/, "$1"));
  const isData = (path) => DATA.test(path) || volumes.some((volume) => path.startsWith(`${volume}/`));
  const started = startedFiles(place, words);
  const folder = lookUp(files, workingFolder(image))?.file.path ?? "/";
  const app = SYSTEM.has(folder) ? [] : below(files, folder).filter(
    ({ path, type, mode }) => type === "file" && (CODE.test(path) || (mode & 73) !== 0)
  );
  const code = [...started, ...app].filter(({ path }) => !isData(path));
  const parents = code.flatMap(({ path }) => lookUp(files, path.slice(0, path.lastIndexOf("/")) || "/") ?? []);
  const folders = parents.map(({ file }) => file).filter((file) => !isData(`${file.path}/`) && replaces(user, file));
  const found = [...folders, ...code.filter((file) => may(user, "write", file))];
  return [...new Map(found.map((file) => [file.path, file])).values()];
}
function replaces(user, folder) {
  return may(user, "write", folder) && may(user, "execute", folder) && (folder.mode & 512) === 0;
}
function startedFiles(place, words) {
  const found = commandsOf(words).flatMap(([name, ...rest]) => {
    const program = name === null || name === void 0 ? null : findProgram(place, name, true);
    const scripts = rest.slice(0, 8).flatMap((word) => {
      const isPath = word !== null && /^[\w@./+-]{1,300}$/.test(word) && CODE.test(`/${word}`);
      return (isPath ? lookUp(place.files, word, workingFolder(place.image)) : null) ?? [];
    });
    return program?.kind === "runs" ? [program.found, ...scripts] : scripts;
  });
  return found.map(({ file }) => file).filter(({ type }) => type === "file");
}

// src/rules/base-allowed.ts
var import_picomatch = __toESM(require_picomatch2(), 1);
var VIA = { from: "FROM", copy: "COPY --from", mount: "RUN --mount", syntax: "# syntax=" };
var baseAllowed = {
  id: "base-allowed",
  title: "Only approved images take part in the build",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "What a build pulls, it runs or copies into the result. An image that is only used in COPY --from, in RUN --mount or as the frontend of the build counts as much as the base.",
  fix: "Use an approved image, or add it to `allow-base`.",
  aliases: ["DL3026", "CIS 4.2"],
  examples: {
    good: [
      { title: "matched by a glob", dockerfile: "FROM node:24-slim\n", options: { allowedBases: ["node:*-slim"] } },
      {
        title: "a stage and scratch are no images",
        dockerfile: "FROM node:24-slim AS build\nFROM scratch\nCOPY --from=build /app /app\nCOPY --from=0 /x /x\n",
        options: { allowedBases: ["docker.io/library/node"] }
      },
      {
        title: "any repository below a folder",
        dockerfile: "FROM ghcr.io/acme/base/node:1@sha256:0000000000000000000000000000000000000000000000000000000000000000\n",
        options: { allowedBases: ["ghcr.io/acme/**"] }
      }
    ],
    bad: [
      { title: "another base", dockerfile: "FROM python:3.14\n", options: { allowedBases: ["node"] } },
      {
        title: "through COPY --from",
        dockerfile: "FROM node:24\nCOPY --from=evil.example/tool:1 /tool /tool\n",
        options: { allowedBases: ["node"] }
      },
      {
        title: "through a mount",
        dockerfile: "FROM node:24\nRUN --mount=type=bind,from=evil.example/tool:1,target=/t /t/install\n",
        options: { allowedBases: ["node"] }
      },
      {
        title: "the frontend of the build",
        dockerfile: "# syntax=evil.example/frontend:1\nFROM node:24\n",
        options: { allowedBases: ["node"] }
      }
    ]
  },
  judge(evidence, { allowedBases }) {
    if (allowedBases.length === 0) return notApplicable("No list of approved images is set.");
    if (evidence.dockerfile === null) return unknown("Without the Dockerfile nothing tells which images were pulled.");
    const pulled = evidence.dockerfile.pulledImages;
    const approved = allowedBases.map(approves);
    const verdicts = pulled.map((image) => ({ image, verdict: judgeOne(image, approved) }));
    const refused = verdicts.filter(({ verdict }) => verdict === false).map(({ image }) => image);
    if (refused.length > 0) {
      return fail(
        refused.map((image) => ({
          message: `${VIA[image.via]} pulls ${image.reference ?? image.written}, which no approved pattern matches.`,
          fix: `Use an image that matches ${allowedBases.slice(0, 5).join(", ")}, or approve this one.`,
          location: image.location,
          place: `image:${repositoryOf(image)}`
        }))
      );
    }
    const open2 = verdicts.find(({ verdict }) => verdict === null);
    if (open2 !== void 0)
      return unknown(`${VIA[open2.image.via]} names ${open2.image.written}, whose variables have no value here.`);
    return pass(pulled.length === 0 ? "No image is pulled." : `All ${pulled.length} pulled images are approved.`);
  }
};
function judgeOne(image, approved) {
  if (image.reference === null) return null;
  const reference = parseImageReference(image.reference);
  return reference !== null && approved.some((matches) => matches(reference));
}
function approves(pattern) {
  const glob = (0, import_picomatch.default)(withRegistry(pattern), { dot: true, nobrace: true, noextglob: true, nonegate: true });
  return ({ registry, repository, tag, digest }) => {
    const name = `${registry}/${repository}`;
    const tagged = `${name}:${tag ?? "latest"}`;
    const names2 = digest === null ? [name, tagged] : [name, `${name}@${digest}`, ...tag === null ? [] : [tagged, `${tagged}@${digest}`]];
    return names2.some((candidate) => glob(candidate));
  };
}
function withRegistry(pattern) {
  const parts = pattern.split("/");
  const first = parts[0] ?? "";
  if (parts.length === 1) return `docker.io/library/${pattern}`;
  return /[.:*]/.test(first) || first === "localhost" ? pattern : `docker.io/${pattern}`;
}
function repositoryOf(image) {
  const reference = parseImageReference(image.reference ?? "");
  return reference === null ? image.written : `${reference.registry}/${reference.repository}`;
}

// src/rules/shared/end-of-life.ts
var DATES = {
  // With the LTS team's support, which is what Debian's mirrors and Trivy go by.
  debian: {
    "8": "2020-06-30",
    "9": "2022-06-30",
    "10": "2024-06-30",
    "11": "2026-08-31",
    "12": "2028-06-30",
    "13": "2030-06-30"
  },
  ubuntu: {
    "16.04": "2021-04-30",
    "18.04": "2023-05-31",
    "20.04": "2025-05-31",
    "22.04": "2027-04-30",
    "23.04": "2024-01-25",
    "23.10": "2024-07-11",
    "24.04": "2029-04-30",
    "24.10": "2025-07-10",
    "25.04": "2026-01-15"
  },
  alpine: {
    "3.10": "2021-05-01",
    "3.11": "2021-11-01",
    "3.12": "2022-05-01",
    "3.13": "2022-11-01",
    "3.14": "2023-05-01",
    "3.15": "2023-11-01",
    "3.16": "2024-05-23",
    "3.17": "2024-11-22",
    "3.18": "2025-05-09",
    "3.19": "2025-11-01",
    "3.20": "2026-04-01",
    "3.21": "2026-11-01",
    "3.22": "2027-05-01",
    "3.23": "2027-11-01"
  },
  centos: { "6": "2020-11-30", "7": "2024-06-30", "8": "2021-12-31" },
  rhel: { "7": "2024-06-30", "8": "2029-05-31", "9": "2032-05-31", "10": "2035-05-31" },
  rocky: { "8": "2029-05-31", "9": "2032-05-31", "10": "2035-05-31" },
  almalinux: { "8": "2029-03-01", "9": "2032-05-31", "10": "2035-05-31" },
  amzn: { "2": "2026-06-30", "2023": "2029-06-30" },
  node: {
    "10": "2021-04-30",
    "12": "2022-04-30",
    "14": "2023-04-30",
    "15": "2021-06-01",
    "16": "2023-09-11",
    "17": "2022-06-01",
    "18": "2025-04-30",
    "19": "2023-06-01",
    "20": "2026-04-30",
    "21": "2024-06-01",
    "22": "2027-04-30",
    "23": "2025-06-01",
    "24": "2028-04-30",
    "25": "2026-06-01"
  },
  python: {
    "2.7": "2020-01-01",
    "3.6": "2021-12-23",
    "3.7": "2023-06-27",
    "3.8": "2024-10-07",
    "3.9": "2025-10-31",
    "3.10": "2026-10-31",
    "3.11": "2027-10-31",
    "3.12": "2028-10-31",
    "3.13": "2029-10-31",
    "3.14": "2030-10-31"
  }
};
var CODENAMES = {
  jessie: ["debian", "8"],
  stretch: ["debian", "9"],
  buster: ["debian", "10"],
  bullseye: ["debian", "11"],
  bookworm: ["debian", "12"],
  trixie: ["debian", "13"],
  xenial: ["ubuntu", "16.04"],
  bionic: ["ubuntu", "18.04"],
  focal: ["ubuntu", "20.04"],
  jammy: ["ubuntu", "22.04"],
  noble: ["ubuntu", "24.04"]
};
function endOfLife({ name, version }) {
  const dates = Object.hasOwn(DATES, name) ? DATES[name] : void 0;
  const parts = version.split(".");
  for (const key of [parts.slice(0, 2).join("."), parts[0] ?? ""]) {
    if (dates !== void 0 && Object.hasOwn(dates, key)) return dates[key] ?? null;
  }
  return null;
}
function distributionOf(osRelease) {
  const field = (name2) => new RegExp(`^${name2}=["']?([\\w.:-]{1,60})`, "m").exec(osRelease)?.[1] ?? "";
  const [name, version] = [field("ID").toLowerCase(), field("VERSION_ID")];
  return name === "" || version === "" ? null : { name, version };
}
function productsOfTag(repository, tag) {
  const name = repository.replace(/^library\//, "");
  const own = /^v?(\d+(?:\.\d+){0,2})(?=$|[-_])/.exec(tag)?.[1];
  const alpine = /(?:^|-)alpine(\d+\.\d+)/.exec(tag)?.[1];
  const codename = Object.keys(CODENAMES).find((word) => tag.split("-").includes(word));
  const [system, version] = codename === void 0 ? [] : CODENAMES[codename] ?? [];
  return [
    ...own !== void 0 && Object.hasOwn(DATES, name) ? [{ name, version: own }] : [],
    ...alpine === void 0 ? [] : [{ name: "alpine", version: alpine }],
    ...system === void 0 || version === void 0 ? [] : [{ name: system, version }]
  ];
}

// src/rules/base-eol.ts
var FIX2 = "Build on a version that its makers still support, such as the newest LTS: `FROM node:24-slim`.";
var TODAY = "2026-09-01";
var baseEol = {
  id: "base-eol",
  title: "Distribution and language runtime still get security fixes",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "After its end of life nobody fixes a version any more, and scanners find less and less in it: it looks cleaner with every year.",
  fix: FIX2,
  aliases: [],
  examples: {
    good: [
      { title: "a supported runtime", dockerfile: "FROM node:24-alpine3.23\n", options: { today: TODAY } },
      {
        title: "a supported distribution in the image",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: { files: { "/etc/os-release": 'ID=debian\nVERSION_ID="13"\n' } },
        options: { today: TODAY }
      }
    ],
    bad: [
      { title: "a runtime after its end", dockerfile: "FROM node:23-slim\n", options: { today: TODAY } },
      { title: "a distribution after its end", dockerfile: "FROM python:3.13-alpine3.18\n", options: { today: TODAY } },
      {
        title: "found in the image",
        dockerfile: "FROM scratch\nCOPY rootfs /\nENV PYTHON_VERSION=3.8.20\n",
        image: { files: { "/etc/os-release": 'ID=debian\nVERSION_ID="10"\n' } },
        options: { today: TODAY }
      }
    ]
  },
  judge(evidence, { today }) {
    const { image, scan } = evidence;
    const told = image === null ? fromTag(evidence) : [...distribution(evidence), ...runtimes(evidence)];
    const dated = told.map((product) => ({ product, end: endOfLife(product) }));
    const faults = dated.flatMap(
      ({ product, end }) => end !== null && today !== void 0 && end < today ? [faultOf(evidence, product, `its support ended on ${end}`)] : []
    );
    if (scan?.os?.endOfLife === true && !faults.some(({ place }) => place === `eol:${scan.os?.family}`)) {
      faults.push(
        faultOf(evidence, { name: scan.os.family, version: scan.os.name }, "the scanner counts it as out of support")
      );
    }
    if (faults.length > 0) return fail([...new Map(faults.map((fault3) => [fault3.place, fault3])).values()]);
    return open(evidence, dated, today) ?? pass(`${dated.map(({ product, end }) => `${named(product)} until ${end}`).join(", ")}.`);
  }
};
function open({ image, scan }, dated, today) {
  if (dated.length === 0) {
    if (image !== null && image.texts["/etc/os-release"] === null && image.texts["/usr/lib/os-release"] === null && scan?.os == null) {
      return pass("The image has no distribution and no runtime that says its version.");
    }
    return unknown("Nothing tells the versions of distribution and runtime.");
  }
  if (today === void 0) return unknown("The day of the judgement is not known.");
  const unlisted = dated.filter(({ end }) => end === null).map(({ product }) => named(product));
  const covered = scan?.os != null && scan.osVersionKnown !== false ? scan.os.family : null;
  const blank = dated.filter(({ end, product }) => end === null && product.name !== covered);
  return blank.length === 0 ? unlisted.length === 0 ? null : pass(`The scanner counts ${unlisted.join(", ")} as supported.`) : unknown(`No end of support is known here for ${unlisted.join(", ")}.`);
}
function faultOf(evidence, product, why) {
  return {
    message: `${named(product)}: ${why}.`,
    fix: FIX2,
    location: fromLine(evidence),
    place: `eol:${product.name}`
  };
}
function named({ name, version }) {
  return `${plainName(name)} ${plainName(version)}`;
}
function distribution({ image }) {
  const text = image?.texts["/etc/os-release"] ?? image?.texts["/usr/lib/os-release"] ?? "";
  const found = distributionOf(text.slice(0, 64 * 1024));
  return found === null ? [] : [found];
}
function runtimes(evidence) {
  return effective(evidence).env.entries.flatMap(({ value, known }) => {
    const [, name, version] = /^(NODE|PYTHON)_VERSION=v?(\d+(?:\.\d+){0,2})$/.exec(value) ?? [];
    return known && name !== void 0 && version !== void 0 ? [{ name: name.toLowerCase(), version }] : [];
  });
}
function fromTag({ dockerfile }) {
  const reference = dockerfile?.base?.reference ?? null;
  const parsed = reference === null ? null : parseImageReference(reference);
  if (parsed === null || parsed.registry !== "docker.io" || parsed.tag === null) return [];
  return productsOfTag(parsed.repository, parsed.tag);
}

// src/rules/base-minimal.ts
var MANY_PACKAGES = 150;
var MINIMAL_TAG = /(^|[-._])(alpine|slim|distroless|chiseled|micro|minimal|busybox|musl)(\d|[-._]|$)/i;
var MINIMAL_REPOSITORY = /(^|[/-])(alpine|busybox|distroless|wolfi|wolfi-base|ubi\d*-(micro|minimal)|chiseled)([-/]|$)|^(cgr\.dev\/chainguard|dhi\.io|gcr\.io\/distroless)\//i;
var OFFICIAL = /^docker\.io\/library\//;
var FIX3 = "Build the final stage on a slim, Alpine or distroless variant, such as `node:24-slim`; builder stages are free.";
var baseMinimal = {
  id: "base-minimal",
  title: "The final image stands on a minimal base",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "Every package of the base is code that can be attacked and that must be patched. A full distribution brings compilers and hundreds of libraries that a server never calls.",
  fix: FIX3,
  aliases: ["CIS 4.3"],
  examples: {
    good: [
      { title: "an Alpine variant", dockerfile: "FROM node:24-alpine\n" },
      {
        title: "nothing at all",
        dockerfile: "FROM golang:1.26 AS build\nFROM scratch\nCOPY --from=build /server /server\n"
      },
      { title: "distroless", dockerfile: "FROM gcr.io/distroless/static-debian12:nonroot\n" },
      {
        title: "a full image in a builder only",
        dockerfile: "FROM node:24 AS build\nFROM node:24-slim\nCOPY --from=build /app /app\n"
      }
    ],
    bad: [
      { title: "a full language image", dockerfile: "FROM node:24\n" },
      { title: "through a stage", dockerfile: "FROM python:3.14 AS base\nFROM base\n" }
    ]
  },
  judge(evidence) {
    return measured(evidence) ?? named2(evidence);
  }
};
function measured(evidence) {
  const { image, scan } = evidence;
  if (image === null || scan === null) return null;
  if (scan.osPackages <= MANY_PACKAGES) {
    return pass(
      scan.osPackages === 0 ? "No distribution packages in the image." : `${scan.osPackages} distribution packages in the image.`
    );
  }
  const base = evidence.dockerfile?.base?.reference ?? null;
  if (base !== null && isMinimal(base))
    return pass(`${base} is a minimal base; the build adds up to ${scan.osPackages} packages.`);
  return fail([
    {
      message: `The image has ${scan.osPackages} distribution packages (a minimal base has at most ${MANY_PACKAGES}).`,
      fix: FIX3,
      location: fromLine(evidence)
    }
  ]);
}
function named2(evidence) {
  const dockerfile = evidence.dockerfile;
  if (dockerfile === null) return unknown("Without the Dockerfile or a scan nothing tells what the base is.");
  if (dockerfile.base === null) return pass("The final stage starts from scratch.");
  const { reference, written: written2, location } = dockerfile.base;
  if (reference === null) return unknown(`${written2} has variables without a value here.`);
  if (isMinimal(reference)) return pass(`${reference} is a minimal variant by its name.`);
  if (!OFFICIAL.test(fullName(reference)))
    return unknown(`The name of ${reference} does not tell how large it is; only the built image can.`);
  return fail([{ message: `${reference} is a full image, not a minimal variant.`, fix: FIX3, location }]);
}
function isMinimal(reference) {
  return MINIMAL_REPOSITORY.test(fullName(reference)) || MINIMAL_TAG.test(parseImageReference(reference)?.tag ?? "");
}
function fullName(reference) {
  const parsed = parseImageReference(reference);
  return parsed === null ? reference : `${parsed.registry}/${parsed.repository}`;
}

// src/rules/base-no-latest.ts
var baseNoLatest = {
  id: "base-no-latest",
  title: "No image is pulled as latest",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "What `latest` means changes without a commit: the same Dockerfile builds another image tomorrow, and no pull request shows it.",
  fix: "Name a version, best with its digest: `FROM node:24.11-slim@sha256:\u2026`.",
  aliases: ["DL3006", "DL3007", "DS-0001", "DKL-DI-0006"],
  examples: {
    good: [
      { title: "a tag", dockerfile: "FROM node:24-slim\n" },
      {
        title: "a stage, and scratch",
        dockerfile: "FROM node:24 AS build\nFROM build AS test\nFROM scratch\nCOPY --from=build /app /app\n"
      },
      { title: "a variable with a default", dockerfile: "ARG TAG=24-slim\nFROM node:${TAG}\n" },
      {
        title: "latest, but fixed by a digest",
        dockerfile: "FROM node:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000\n"
      },
      { title: "a registry with a port", dockerfile: "FROM localhost:5000/base:1\n" }
    ],
    bad: [
      { title: "latest", dockerfile: "FROM node:latest\n" },
      { title: "no tag", dockerfile: "FROM node\n" },
      { title: "no tag behind a registry with a port", dockerfile: "FROM localhost:5000/base\n" },
      { title: "in COPY --from", dockerfile: "FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv /uv /bin/uv\n" }
    ]
  },
  judge(evidence) {
    if (evidence.dockerfile === null) return unknown("Without the Dockerfile nothing tells which images were pulled.");
    const pulled = evidence.dockerfile.pulledImages.filter(({ via }) => via !== "syntax");
    const faults = pulled.flatMap((image) => {
      const reference = image.reference === null ? null : parseImageReference(image.reference);
      if (reference === null || reference.digest !== null) return [];
      if (reference.tag !== null && reference.tag !== "latest") return [];
      const how = reference.tag === null ? "has no tag, which means latest" : "is pulled as latest";
      return [
        {
          message: `${image.reference ?? image.written} ${how}.`,
          fix: "Name a version, best with its digest.",
          location: image.location,
          place: `image:${reference.registry}/${reference.repository}`
        }
      ];
    });
    if (faults.length > 0) return fail(faults);
    const open2 = pulled.find(({ reference }) => reference === null);
    if (open2 !== void 0) return unknown(`${open2.written} has variables without a value here.`);
    return pass(pulled.length === 0 ? "No image is pulled." : "Every pulled image has a version.");
  }
};

// src/rules/shared/health-text.ts
function healthOf(evidence) {
  const { healthcheck, shell } = effective(evidence);
  if (!healthcheck.known)
    return { kind: "unknown", reason: "The base image may set a health check; only the built image can tell." };
  const test = healthcheck.value?.test ?? [];
  if (test.length === 0) return { kind: "none", reason: "No health check is set." };
  if (test[0] === "NONE") return { kind: "none", reason: "HEALTHCHECK NONE is set." };
  const words = healthWords(test, shell.known ? shell.value : null);
  if (words === null) return { kind: "unknown", reason: "The health check has a form that is not known." };
  const text = SHELLS.has(baseName(words[0])) ? shellText(words.slice(1)) : null;
  const script = scriptText(evidence, words);
  const shellScript = script !== null && isShellScript(script) ? script : null;
  const scriptStep = shellScript === null ? null : shellSteps(shellScript);
  return {
    kind: "set",
    health: {
      words,
      step: text === null ? null : shellSteps(text),
      script: shellScript,
      commands: [...commandsOf(words), ...scriptStep === null ? [] : allCommands(scriptStep)],
      text: [...words, script ?? ""].join("\n"),
      location: healthcheck.from ?? fromLine(evidence)
    }
  };
}
function scriptText(evidence, words) {
  const place = runPlace(evidence);
  const [name = "", first = ""] = words;
  if (place === null) return null;
  const direct = findProgram(place, name, true);
  if (direct.kind === "runs" && direct.what.kind === "script") return place.files.heads[direct.found.file.path] ?? null;
  const file = SHELLS.has(baseName(name)) && !first.startsWith("-") ? lookUp(place.files, first, workingFolder(place.image)) : null;
  return file === null ? null : place.files.heads[file.file.path] ?? null;
}
function isShellScript(text) {
  return !text.includes("\0") && (!text.startsWith("#!") || /^#![^\n]{0,200}\b(ba|da|a|k|z)?sh\b/.test(text));
}
function baseName(name) {
  return (name ?? "").slice((name ?? "").lastIndexOf("/") + 1);
}

// src/rules/build-tools-left.ts
var FIX4 = "Build in a stage of its own and copy only the result; install no tools into the final stage that the server does not call.";
var buildToolsLeft = {
  id: "build-tools-left",
  title: "No compilers and network tools in the image",
  severity: { mcp: "low", container: "low", strict: "low" },
  why: "What helps to build, download and connect helps an intruder as well, and each of them must be patched.",
  fix: FIX4,
  aliases: ["CIS 4.3", "DL3001"],
  examples: {
    good: [
      {
        title: "a tool that the health check needs, and applets of BusyBox",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            "/bin/busybox": { program: "amd64" },
            "/bin/sh": { link: "/bin/busybox" },
            "/usr/bin/nc": { link: "/bin/busybox" },
            "/usr/bin/curl": { program: "amd64" }
          }
        }
      }
    ],
    bad: [
      {
        title: "compilers and version control",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            "/usr/bin/gcc": { link: "gcc-14" },
            "/usr/bin/gcc-14": { program: "amd64" },
            "/usr/bin/git": { program: "amd64" },
            "/usr/include/stdio.h": ""
          }
        }
      }
    ]
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files === null) return unknown(noFiles(evidence));
    const health = healthOf(evidence);
    const used = [...commandsOf(startWords(evidence) ?? []), ...health.kind === "set" ? health.health.commands : []];
    const needed = new Set(used.flat().map((word) => (word ?? "").slice((word ?? "").lastIndexOf("/") + 1)));
    const named6 = [...effective(evidence).entrypoint.value ?? [], ...effective(evidence).cmd.value ?? []].join(" ");
    const tools = files.merged.filter((file) => {
      const tool = toolOf(file);
      if (tool === null || needed.has(tool) || names(named6, tool)) return false;
      const target = lookUp(files, file.path)?.file;
      return target?.type === "file" && !/\/busybox[^/]*$/.test(target.path);
    });
    const headers = files.merged.filter(
      ({ path, type }) => type === "file" && /^\/usr(\/local)?\/include\/.*\.h$/.test(path)
    );
    if (tools.length === 0 && headers.length === 0)
      return pass("No compilers, version control, network or debugging tools.");
    const parts = [
      ...tools.length === 0 ? [] : [`${counted(tools.length, "tool")}: ${listed(tools.map(({ path }) => path))}`],
      ...headers.length === 0 ? [] : [`${counted(headers.length, "C header")} in /usr/include`]
    ];
    return fail([
      {
        message: `The image holds ${parts.join("; ")}.`,
        fix: FIX4,
        location: placeOf(evidence, [...tools, ...headers])
      }
    ]);
  }
};
var TOOLS = new Set(
  "gcc g++ cc c++ clang make cmake ninja meson autoconf automake ld rustc go git svn hg curl wget nc ncat netcat socat telnet ftp ssh scp sftp rsync vim vi nano gdb strace ltrace tcpdump nmap".split(
    " "
  )
);
function toolOf({ path, type }) {
  if (type === "directory" || !/\/s?bin\/[^/]+$/.test(path)) return null;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^[a-z+]+$/.test(name) && TOOLS.has(name) ? name : null;
}
function names(command, tool) {
  return command.split(/[-_./ ]+/).includes(tool);
}

// src/rules/shared/known-accounts.ts
var OFFICIAL2 = {
  alpine: "",
  debian: "",
  ubuntu: "ubuntu",
  python: "",
  golang: "",
  ruby: "",
  rust: "",
  php: "www-data",
  node: "node",
  nginx: "nginx",
  postgres: "postgres",
  redis: "redis"
};
var COMMON = new Set(
  `root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody nogroup _apt adm tty
  disk fax voice cdrom floppy tape sudo audio dip operator src shadow utmp video sasl plugdev staff users crontab
  shutdown halt postmaster cron cdrw ftp sshd at squid xfs cyrus vpopmail ntp smmsp guest wheel kmem dialout input netdev
  kvm render sgx usb readproc ping messagebus ssh _ssh rdma polkitd systemd-network systemd-journal systemd-timesync`.split(
    /\s+/
  )
);
function certainlyLacks(base, name) {
  if (base === "scratch") return true;
  const extra = ownAccount(base);
  return extra !== null && extra !== name && !COMMON.has(name);
}
function certainlyHas(base, name) {
  return ownAccount(base) === name;
}
function ownAccount(base) {
  const reference = base === null ? null : parseImageReference(base);
  if (reference === null || reference.registry !== "docker.io") return null;
  const image = reference.repository.replace(/^library\//, "");
  if (image === reference.repository || !Object.hasOwn(OFFICIAL2, image)) return null;
  return OFFICIAL2[image] ?? null;
}

// src/rules/shared/layer-owners.ts
function layerOwners(evidence) {
  const files = evidence.image?.files ?? null;
  const owners = /* @__PURE__ */ new Map();
  if (files === null) return owners;
  const sources = layerSources(evidence);
  for (const { type, layer, uid, gid } of everyFile(files)) {
    const instruction = type === "file" ? sources.get(layer)?.instruction ?? null : null;
    if (instruction === null) continue;
    const known = owners.get(instruction) ?? { user: /* @__PURE__ */ new Set(), group: /* @__PURE__ */ new Set() };
    known.user.add(uid);
    known.group.add(gid);
    owners.set(instruction, known);
  }
  return owners;
}

// src/rules/shared/owner-uses.ts
var NONE = { uses: [], emptyGroup: false, open: false };
function ownerUses(dockerfile, stage, instruction, user) {
  const { keyword } = instruction;
  if (keyword === "WORKDIR" && user !== null) {
    const [name = ""] = user.split(":", 1);
    return {
      ...NONE,
      uses: isName(name) ? [{ kind: "user", name, written: `WORKDIR after USER ${user}`, instruction }] : []
    };
  }
  if (keyword !== "COPY" && keyword !== "ADD") return NONE;
  const flag = instruction.flags.find(({ name }) => name === "chown")?.value ?? "";
  const owner = flag === "" ? "" : expandAt(dockerfile, stage, instruction, flag);
  if (owner === null) return { ...NONE, open: true };
  const colon = owner.indexOf(":");
  const names2 = { user: colon < 0 ? owner : owner.slice(0, colon), group: colon < 0 ? "" : owner.slice(colon + 1) };
  const written2 = `${keyword} --chown=${owner.slice(0, 100)}`;
  const uses = ["user", "group"].flatMap(
    (kind) => isName(names2[kind]) ? [{ kind, name: names2[kind], written: written2, instruction }] : []
  );
  return { uses, emptyGroup: colon > 0 && names2.group === "", open: false };
}
function isName(part) {
  return part !== "" && part !== "root" && !(/^[+-]?\d{1,12}$/.test(part) && Math.abs(Number(part)) < 2 ** 31);
}

// src/rules/chown-unknown-user.ts
var FIX5 = "Create the account before it is used (`RUN useradd --uid 10001 app`), or give numbers: `--chown=10001:10001`.";
var chownUnknownUser = {
  id: "chown-unknown-user",
  title: "Files are given to accounts that exist",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "BuildKit takes a name that it does not find for root, without an error: the files then belong to root although the Dockerfile says otherwise, and the server cannot write them.",
  fix: FIX5,
  aliases: [],
  examples: {
    good: [
      { title: "numbers", dockerfile: "FROM scratch\nCOPY --chown=10001:10001 server /server\n" },
      { title: "root", dockerfile: "FROM scratch\nCOPY --chown=root:root server /server\n" },
      {
        title: "an account that is created first",
        dockerfile: "FROM node:24-slim\nRUN useradd --uid 10001 app\nCOPY --chown=app:app . /app\n"
      },
      { title: "an account of the base", dockerfile: "FROM node:24-slim\nCOPY --chown=node:node . /app\n" },
      {
        title: "in a builder: COPY --from resets owners",
        dockerfile: "FROM scratch AS build\nCOPY --chown=app x /x\nFROM scratch\nCOPY --from=build /x /x\n"
      }
    ],
    bad: [
      { title: "nobody creates it", dockerfile: "FROM python:3.14-slim\nCOPY --chown=app:app . /app\n" },
      { title: "no accounts at all", dockerfile: "FROM scratch\nADD --chown=app server /server\n" },
      {
        title: "created only afterwards",
        dockerfile: "FROM alpine:3.22\nCOPY --chown=app . /app\nRUN adduser -D app\n"
      },
      { title: "a WORKDIR for a user that is not there", dockerfile: "FROM scratch\nUSER app\nWORKDIR /app\n" }
    ]
  },
  judge(evidence) {
    const { dockerfile, image } = evidence;
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells whom files were meant for.");
    const { uses, emptyGroups, open: open2 } = collect(dockerfile);
    const owners = uses.length === 0 ? /* @__PURE__ */ new Map() : layerOwners(evidence);
    const judged2 = uses.map((use) => ({
      use,
      state: image === null ? stateOf(use) : builtState(use, image, owners.get(use.instruction) ?? null)
    }));
    const faults = [
      ...byName(
        judged2.flatMap(({ use, state }) => state === "exists" || state === "open" ? [] : [fault(use, state)])
      ),
      ...emptyGroups
    ];
    if (faults.length > 0) return fail(faults);
    const left = judged2.find(({ state }) => state === "open");
    if (left !== void 0)
      return unknown(
        `Whether ${left.use.name.slice(0, 100)} exists when ${left.use.written} runs, only the built image can tell.`
      );
    if (open2 !== null) return unknown(`${open2} names its owner by a variable without a value here.`);
    return pass(
      uses.length === 0 ? "No file is given to an account by name." : "All accounts that files are given to exist."
    );
  }
};
function collect(dockerfile) {
  const chain2 = finalChain(dockerfile);
  const base = chain2[0]?.base ?? null;
  const steps = chain2.flatMap((stage) => stage.instructions.map((instruction) => ({ stage, instruction })));
  const changes = steps.map(({ stage, instruction }) => accountChange(dockerfile, stage, instruction));
  const created = new Set(changes.flatMap(({ creates }) => creates));
  const mentioned = /* @__PURE__ */ new Set();
  const uses = [];
  const emptyGroups = /* @__PURE__ */ new Map();
  let open2 = null;
  let unclear = false;
  let user = null;
  steps.forEach(({ stage, instruction }, at) => {
    if (instruction.keyword === "USER") user = expandAt(dockerfile, stage, instruction, instruction.text);
    const found = ownerUses(dockerfile, stage, instruction, user);
    if (found.open) open2 ??= instruction.keyword;
    for (const use of found.uses) {
      const after = created.has(`${use.kind}:${use.name}`) ? "after" : "no";
      uses.push({
        ...use,
        created: mentioned.has(use.name) || certainlyHas(base, use.name) ? "before" : after,
        unclear,
        lackedByBase: certainlyLacks(base, use.name)
      });
    }
    if (found.emptyGroup && !emptyGroups.has("owner:empty-group"))
      emptyGroups.set("owner:empty-group", emptyGroup(instruction.location));
    for (const name of changes[at]?.names ?? []) mentioned.add(name);
    unclear ||= changes[at]?.open === true;
  });
  return { uses, emptyGroups: [...emptyGroups.values()], open: open2 };
}
function stateOf({ created, unclear, lackedByBase }) {
  if (created === "before") return "exists";
  if (created === "after") return "late";
  return lackedByBase && !unclear ? "missing" : "open";
}
function builtState(use, { texts }, owners) {
  const text = texts[use.kind === "user" ? "/etc/passwd" : "/etc/group"];
  const lines = use.kind === "user" ? passwdLines(text ?? "") : groupLines(text ?? "");
  const account = lines?.find(({ name }) => name === use.name);
  const ids = owners?.[use.kind];
  if (ids !== void 0 && !ids.has(0)) return "exists";
  const isRoots = ids?.size === 1 && account?.id !== 0;
  if (use.created === "after") return "late";
  if (isRoots && account !== void 0) return "lost";
  if (text === void 0) return stateOf(use);
  if (lines === null) return "open";
  return account === void 0 ? "missing" : "exists";
}
var WHY = {
  late: "is created only after it, so root gets the files, without an error",
  missing: "does not exist, so root gets the files, without an error",
  lost: "was not found when it ran: the files in the image belong to root"
};
function fault({ kind, name, written: written2, instruction }, state) {
  const shown3 = name.slice(0, 100);
  return {
    message: `${written2}: the ${kind} ${shown3} ${WHY[state]}.`,
    fix: FIX5,
    location: instruction.location,
    place: `owner:${kind}:${shown3}`
  };
}
function emptyGroup(location) {
  return {
    message: "--chown ends with a colon: which group that means differs between releases of BuildKit, root among them.",
    fix: "Leave the colon out, or name the group.",
    location,
    place: "owner:empty-group",
    severity: "low"
  };
}
function byName(faults) {
  const merged = /* @__PURE__ */ new Map();
  for (const fault3 of faults) {
    const known = merged.get(fault3.place ?? "");
    const related = known?.related ?? [];
    if (known === void 0) merged.set(fault3.place ?? "", fault3);
    else if (fault3.location !== null && related.length < 20) {
      const more = { location: fault3.location, message: "the same account here" };
      merged.set(fault3.place ?? "", { ...known, related: [...related, more] });
    }
  }
  return [...merged.values()];
}

// src/dockerfile/ignore-pattern.ts
var LONGEST2 = 2e3;
function readIgnorePattern(written2) {
  const cleaned = cleanPath(written2);
  const exception = cleaned.startsWith("!");
  const pattern = exception ? cleaned.slice(1) : cleaned;
  if (pattern === "") return null;
  if (pattern.length > LONGEST2) return null;
  const tokens = tokensOf(Array.from(pattern));
  return tokens === null ? null : { exception, matches: matcher(pattern, tokens) };
}
function matcher(pattern, tokens) {
  const special = tokens.findIndex(({ kind }) => kind !== "literal" && kind !== "start");
  const plain = special === -1 && !pattern.includes("\\");
  if (plain) return (path) => path === pattern;
  const only = special >= 0 && tokens.every(({ kind }, at) => at === special || kind === "literal" || kind === "start");
  if (only && !pattern.includes("\\")) {
    if (pattern.startsWith("**")) return endsWith(pattern.slice(2));
    if (tokens[special]?.kind === "rest") return (path) => path.startsWith(pattern.slice(0, -2));
  }
  return (path) => matchTokens(tokens, path);
}
function endsWith(suffix) {
  return (path) => path.endsWith(suffix) || suffix.startsWith("/") && path === suffix.slice(1);
}
function tokensOf(chars) {
  const tokens = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? "";
    if (char === "*" && chars[at + 1] === "*") {
      at += chars[at + 2] === "/" ? 2 : 1;
      tokens.push({ kind: at + 1 >= chars.length ? "rest" : "folders" });
    } else if (char === "*") tokens.push({ kind: "name" });
    else if (char === "?") tokens.push({ kind: "any" });
    else if (char === "^") tokens.push({ kind: "start" });
    else if (char === "\\") {
      at += 1;
      const escaped = chars[at];
      if (escaped === void 0 || /[\p{L}\p{Nd}_]/u.test(escaped)) return null;
      tokens.push({ kind: "literal", char: escaped });
    } else if (char === "[") {
      const set = readSet(chars, at + 1);
      if (set === null) return null;
      tokens.push(set.token);
      at = set.end;
    } else if (char === "]") {
      tokens.push({ kind: "set", negated: false, ranges: [["]", "]"]] });
    } else tokens.push({ kind: "literal", char });
  }
  return tokens;
}
function readSet(chars, from2) {
  const negated = chars[from2] === "^";
  const ranges = [];
  let at = negated ? from2 + 1 : from2;
  const one = () => {
    const escaped = chars[at] === "\\";
    const char = chars[escaped ? at + 1 : at];
    if (char === void 0 || !escaped && "-]*?[".includes(char) || escaped && /\w/.test(char)) return null;
    at += escaped ? 2 : 1;
    return char;
  };
  while (chars[at] !== "]" || ranges.length === 0) {
    const low = one();
    if (low === null) return null;
    let high = low;
    if (chars[at] === "-") {
      at += 1;
      high = one();
    }
    if (high === null || (high.codePointAt(0) ?? 0) < (low.codePointAt(0) ?? 0)) return null;
    ranges.push([low, high]);
  }
  return { token: { kind: "set", negated, ranges }, end: at };
}
function matchTokens(tokens, path) {
  let states = /* @__PURE__ */ new Set();
  add(states, 0, tokens, true);
  for (const char of path) {
    const next = /* @__PURE__ */ new Set();
    for (const state of states) step(state, char, tokens, next);
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(2 * tokens.length);
}
function step(state, char, tokens, next) {
  const token = tokens[state >> 1];
  if (token === void 0) return;
  const after = (state >> 1) * 2 + 2;
  if (token.kind === "folders") {
    next.add(after - 1);
    if (char === "/") add(next, after, tokens, false);
  } else if (token.kind === "rest") add(next, state, tokens, false);
  else if (token.kind === "name") {
    if (char !== "/") add(next, state, tokens, false);
  } else if (matchesOne(token, char)) add(next, after, tokens, false);
}
function add(states, first, tokens, start) {
  for (let state = first; !states.has(state); state += 2) {
    states.add(state);
    const kind = tokens[state >> 1]?.kind;
    if (kind !== "name" && kind !== "folders" && kind !== "rest" && !(kind === "start" && start)) return;
  }
}
function matchesOne(token, char) {
  if (token.kind === "literal") return token.char === char;
  if (token.kind === "any") return char !== "/";
  if (token.kind !== "set") return false;
  const code = char.codePointAt(0) ?? 0;
  const inside = token.ranges.some(
    ([low, high]) => code >= (low.codePointAt(0) ?? 0) && code <= (high.codePointAt(0) ?? 0)
  );
  return inside !== token.negated;
}

// src/dockerfile/ignore-file.ts
var LONGEST_LINE = 65535;
function readIgnoreFile(text) {
  const patterns = [];
  for (const line of (text.startsWith("\uFEFF") ? text.slice(1) : text).split("\n")) {
    if (line.length > LONGEST_LINE) return null;
    const pattern = line.startsWith("#") ? "" : trim(line);
    if (pattern === "") continue;
    patterns.push(pattern.startsWith("!") ? `!${relativePattern(trim(pattern.slice(1)))}` : relativePattern(pattern));
  }
  return readIgnoreRules(patterns);
}
function readIgnoreRules(written2) {
  const rules = [];
  for (const pattern of written2.map(trim)) {
    if (pattern === "") continue;
    const rule = readIgnorePattern(pattern);
    if (rule === null) return null;
    rules.push(rule);
  }
  return rules;
}
function isIgnored(rules, path) {
  let parents = rules.map(() => false);
  let ignored = false;
  for (let slash = path.indexOf("/"); ; slash = path.indexOf("/", slash + 1)) {
    const folder = slash < 0 ? path : path.slice(0, slash);
    const inherited = parents;
    ignored = false;
    parents = rules.map(({ exception, matches }, at) => {
      const match = inherited[at] === true || exception === ignored && matches(folder);
      if (match) ignored = !exception;
      return match;
    });
    if (slash < 0) return ignored;
  }
}
function relativePattern(pattern) {
  if (pattern === "") return "";
  const cleaned = cleanPath(pattern);
  return cleaned.length > 1 && cleaned.startsWith("/") ? cleaned.slice(1) : cleaned;
}

// src/rules/copy-context-broad.ts
var FIX6 = "Copy the folders that are needed (`COPY src ./src`), or keep the rest out with a `.dockerignore`: `.git`, `.env*`, `node_modules`.";
var IGNORES = ".git\n.env*\n**/node_modules\n";
var copyContextBroad = {
  id: "copy-context-broad",
  title: "The whole context is copied only behind an ignore file",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "`COPY . .` takes whatever lies in the folder on the day of the build: the credentials in `.git/config`, the `.env` of a developer. A clean checkout in CI does not show it.",
  fix: FIX6,
  aliases: [],
  examples: {
    good: [
      {
        title: "behind an ignore file",
        dockerfile: "FROM scratch\nCOPY . /app\n",
        repository: { context: "", ignoreFile: { file: ".dockerignore", text: IGNORES } }
      },
      {
        title: "only what is needed",
        dockerfile: "FROM scratch\nCOPY src ./src\nCOPY package*.json ./\n",
        repository: { context: "" }
      },
      { title: "from another stage", dockerfile: "FROM scratch AS build\nFROM scratch\nCOPY --from=build . /app\n" },
      {
        title: "with the rest excluded",
        dockerfile: "FROM scratch\nCOPY --exclude=.git --exclude=.env* --exclude=node_modules . /app\n",
        repository: { context: "" }
      }
    ],
    bad: [
      { title: "without an ignore file", dockerfile: "FROM node:24-slim\nCOPY . /app\n", repository: { context: "" } },
      {
        title: "behind one that forgets something",
        dockerfile: "FROM node:24-slim\nADD ./ /app\n",
        repository: { context: "", ignoreFile: { file: ".dockerignore", text: "node_modules\n.git\n" } }
      },
      {
        title: "in a builder",
        dockerfile: "FROM node:24 AS build\nCOPY * /src/\nFROM scratch\nCOPY --from=build /src/dist /app\n",
        repository: { context: "" }
      }
    ]
  },
  judge({ dockerfile, repository }) {
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells what was copied.");
    const final = new Set(finalChain(dockerfile));
    const broad = reachableStages(dockerfile).map((stage) => ({ stage, ...broadCopies(dockerfile, stage) }));
    if (broad.every(({ copies }) => copies.length === 0)) {
      const open2 = broad.find((stage) => stage.open !== null)?.open ?? null;
      return open2 === null ? pass("No instruction copies the whole context.") : unknown(`${open2} has variables without a value here.`);
    }
    const rules = rulesOf(repository);
    if (typeof rules === "string") return unknown(rules);
    const faults = [];
    let undecided = false;
    for (const { stage, copies } of broad) {
      const leaks = copies.map((copy) => ({ copy, ...leakOf(dockerfile, stage, copy, rules) }));
      const place = `context:${stageName(dockerfile, stage)}`;
      const [first, ...more] = leaks.filter(({ paths }) => paths.length > 0);
      if (first !== void 0) faults.push(faultOf2(first, more, rules, { place, builder: !final.has(stage) }));
      undecided ||= leaks.some(({ open: open2 }) => open2);
    }
    if (faults.length > 0) return fail(faults);
    return undecided ? unknown(
      "Whether the ignore file keeps out all that it should depends on the build context, which is not known."
    ) : pass("The whole context is copied, and an ignore file keeps credentials and the history out.");
  }
};
function rulesOf(repository) {
  if (repository === null) return "The whole context is copied, and its ignore file was not looked at.";
  const { context, ignoreFile, unreadable } = repository;
  const failed = unreadable.find((path) => path.endsWith(".dockerignore"));
  if (failed !== void 0) return `${failed} could not be read.`;
  if (context === null && ignoreFile === null) {
    return "The whole context is copied, but which folder the build gets as its context is not known, so its ignore file is not either.";
  }
  const rules = ignoreFile === null ? [] : readIgnoreFile(ignoreFile.text);
  if (rules === null) return `${ignoreFile?.file ?? "The ignore file"} has a pattern that cannot be judged.`;
  return { rules, file: ignoreFile?.file ?? null, probes: probesOf(repository) };
}
function probesOf({ context, prefix, files }) {
  const manifest = context === "" || context === null ? "package.json" : `${context}/package.json`;
  const node = files?.includes(manifest) === true;
  const git = context === "" && (prefix === "" || prefix === null);
  const probe = (path, shown3, secret, certain = true) => ({
    path,
    shown: shown3,
    secret,
    certain
  });
  return [
    ...git || context === null ? [probe(".git/config", ".git", true, git)] : [],
    probe(".env", ".env", true),
    ...node ? [probe(".env.local", ".env.local", true), probe("node_modules/x", "node_modules", false)] : []
  ];
}
function broadCopies(dockerfile, stage) {
  let open2 = null;
  const copies = stage.instructions.filter((instruction) => {
    if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") return false;
    if (instruction.flags.some(({ name }) => name === "from")) return false;
    return copySources(instruction).some((word) => {
      const path = expandAt(dockerfile, stage, instruction, word);
      if (path === null && /^\.?\/?\$/.test(word)) open2 ??= `${instruction.keyword} ${word.slice(0, 80)}`;
      return path !== null && ["/", "/*", "/**"].includes(cleanPath(`/${path}`));
    });
  });
  return { copies, open: open2 };
}
function leakOf(dockerfile, stage, copy, { rules, probes }) {
  const flags = copy.flags.filter(({ name }) => name === "exclude");
  const words = flags.map(({ value }) => expandAt(dockerfile, stage, copy, value));
  const excluded = words.every((word) => word !== null) ? readIgnoreRules(words) : null;
  if (excluded === null) return { paths: [], open: true };
  const left = probes.filter(({ path }) => !isIgnored(rules, path) && !isIgnored(excluded, path));
  return { paths: left.filter(({ certain }) => certain), open: left.some(({ certain }) => !certain) };
}
function faultOf2({ copy, paths }, more, { file }, { place, builder }) {
  const names2 = paths.map(({ shown: shown3 }) => shown3).join(", ");
  const why = file === null ? `no ignore file keeps out ${names2}` : `${file} does not keep out ${names2}`;
  const related = more.slice(0, 20).map(({ copy: { location } }) => ({ location, message: "copied here too" }));
  const rules = file === null ? [] : [{ location: { file, startLine: 1, endLine: 1 }, message: "the ignore file of this build" }];
  return {
    message: `${copy.keyword} takes the whole build context, and ${why}.`,
    fix: FIX6,
    location: copy.location,
    related: [...related, ...rules],
    place,
    severity: builder || paths.every(({ secret }) => !secret) ? "low" : null
  };
}

// src/rules/shared/update-tools.ts
var import_yaml = __toESM(require_dist(), 1);
var LONGEST3 = 64 * 1024;
var KEPT = 16;
var READ = /* @__PURE__ */ new Map();
function readYaml(text) {
  if (text.length > LONGEST3) return null;
  if (!READ.has(text)) {
    if (READ.size >= KEPT) READ.clear();
    READ.set(text, parseYaml(text));
  }
  return READ.get(text);
}
function parseYaml(text) {
  try {
    const document = (0, import_yaml.parseDocument)(text, { logLevel: "silent", uniqueKeys: false });
    const value = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 50 });
    return value;
  } catch {
    return null;
  }
}
function asRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}
function asList(value) {
  return Array.isArray(value) ? value : [];
}
function asTexts(value) {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === "string");
}
function matchesGlob(glob, path) {
  if (glob.length > 1e3 || path.length > 1e3) return false;
  const plain = trimSlashes(glob);
  if (plain === "" || plain === ".") return path === "";
  if (/(^|\/)\*\*(\/\*)?$/.test(plain) && path === trimSlashes(plain.replace(/(^|\/)\*\*(\/\*)?$/, ""))) return true;
  return readIgnorePattern(plain)?.matches(path) === true;
}
function trimSlashes(path) {
  return path.replace(/^(\.?\/)+/, "").replace(/\/+$/, "");
}

// src/rules/shared/dependabot.ts
var FILE_NAME = /dockerfile|containerfile/i;
function dependabotCoverage(text, file, dockerfile) {
  const config = asRecord(readYaml(text));
  if (config === null || !Array.isArray(config["updates"]))
    return { kind: "unknown", why: `${file} cannot be read as a configuration of Dependabot` };
  const slash = dockerfile.lastIndexOf("/");
  const folder = slash < 0 ? "" : dockerfile.slice(0, slash);
  const entries2 = asList(config["updates"]).map(asRecord).filter((entry) => entry !== null).filter((entry) => entry["package-ecosystem"] === "docker");
  if (entries2.length === 0) return { kind: "left-out", why: `${file} has no entry for the docker ecosystem` };
  const here = entries2.filter((entry) => coversFolder(entry, folder));
  if (here.length === 0) return { kind: "left-out", why: `no docker entry of ${file} lists the folder /${folder}` };
  if (!FILE_NAME.test(dockerfile.slice(slash + 1))) {
    return { kind: "left-out", why: `Dependabot reads only files with dockerfile or containerfile in their name` };
  }
  const working = here.filter((entry) => !isSwitchedOff(entry) && !excludes(entry, folder, dockerfile));
  if (working.length === 0)
    return { kind: "left-out", why: `the docker entry of ${file} for /${folder} is switched off or excludes it` };
  return { kind: "covered", by: "Dependabot" };
}
function coversFolder(entry, folder) {
  const plain = asTexts(entry["directory"]).map(trimSlashes);
  return plain.includes(folder) || asTexts(entry["directories"]).slice(0, 1e3).some((glob) => matchesGlob(glob, folder));
}
function isSwitchedOff(entry) {
  const all = asList(entry["ignore"]).some((item) => {
    const rule = asRecord(item);
    return rule?.["dependency-name"] === "*" && rule["versions"] === void 0 && rule["update-types"] === void 0;
  });
  return entry["open-pull-requests-limit"] === 0 || all;
}
function excludes(entry, folder, dockerfile) {
  const name = folder === "" ? dockerfile : dockerfile.slice(folder.length + 1);
  return asTexts(entry["exclude-paths"]).slice(0, 1e3).some((glob) => [dockerfile, name, folder].some((path) => path !== "" && matchesGlob(glob, path)));
}

// src/rules/shared/plain-json.ts
function plainJson(text) {
  const out = [];
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const end = char === '"' || char === "'" ? endOfString(text, at) : char === "/" ? endOfComment(text, at) : at;
    if (end > at && char === "/") out.push(" ");
    else out.push(char === "	" ? " " : text.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return out.join("");
}
function endOfString(text, start) {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === quote) return at + 1;
  }
  return text.length;
}
function endOfComment(text, start) {
  const open2 = text.slice(start, start + 2);
  if (open2 !== "//" && open2 !== "/*") return start;
  const end = open2 === "//" ? text.indexOf("\n", start) : text.indexOf("*/", start + 2);
  if (end < 0) return text.length;
  return open2 === "//" ? end : end + 2;
}

// src/rules/shared/renovate.ts
var FILES = [/(^|\/|\.)([Dd]ocker|[Cc]ontainer)file$/, /(^|\/)([Dd]ocker|[Cc]ontainer)file[^/]*$/];
var RECOMMENDED = /^config:(recommended|base|best-practices)$/;
var IGNORED_FOLDERS = [
  "node_modules",
  "bower_components",
  "vendor",
  "examples",
  "__tests__",
  "test",
  "tests",
  "__fixtures__"
];
function renovateCoverage(text, file, dockerfile) {
  const whole = asRecord(readJson(text));
  const config = file === "package.json" ? asRecord(whole?.["renovate"]) : whole;
  if (config === null) return { kind: "unknown", why: `${file} cannot be read as a configuration of Renovate` };
  const manager = asRecord(config["dockerfile"]) ?? {};
  if (isOff(config, manager)) return { kind: "left-out", why: `${file} switches updates of Dockerfiles off` };
  const patterns = [...asTexts(manager["managerFilePatterns"]), ...asTexts(manager["fileMatch"])];
  if (!FILES.some((pattern) => pattern.test(dockerfile))) {
    return patterns.length > 0 ? { kind: "unknown", why: `${file} adds file patterns of its own` } : { kind: "left-out", why: "Renovate's dockerfile manager does not know it by its name" };
  }
  const ignored = [...asTexts(manager["ignorePaths"]), ...ignoredPaths(config)];
  const included = [...asTexts(config["includePaths"]), ...asTexts(manager["includePaths"])];
  if (ignored.some((glob) => isBelow(glob, dockerfile))) return { kind: "left-out", why: `${file} ignores its folder` };
  if (included.length > 0 && !included.some((glob) => isBelow(glob, dockerfile))) {
    return { kind: "left-out", why: `${file} does not include its folder` };
  }
  return { kind: "covered", by: "Renovate" };
}
function readJson(text) {
  try {
    const value = JSON.parse(text);
    return value;
  } catch {
    return readYaml(plainJson(text));
  }
}
function isOff(config, manager) {
  const managers = config["enabledManagers"];
  const disabled = [config, manager, asRecord(config["docker"]) ?? {}].some(({ enabled }) => enabled === false);
  return disabled || Array.isArray(managers) && !asTexts(managers).includes("dockerfile") || asTexts(config["extends"]).some((preset) => preset === "docker:disable") || asList(config["packageRules"]).some((rule) => switchesOff(asRecord(rule) ?? {}));
}
function switchesOff(rule) {
  if (rule["enabled"] !== false) return false;
  const conditions = Object.keys(rule).filter((key) => key.startsWith("match"));
  const only = conditions.length === 1 ? conditions[0] : void 0;
  return only === "matchManagers" && asTexts(rule[only]).includes("dockerfile") || only === "matchDatasources" && asTexts(rule[only]).includes("docker");
}
function ignoredPaths(config) {
  if (Array.isArray(config["ignorePaths"])) return asTexts(config["ignorePaths"]);
  const preset = asTexts(config["extends"]).some((name) => RECOMMENDED.test(name) || name === ":ignoreModulesAndTests");
  return preset ? IGNORED_FOLDERS.map((folder) => `**/${folder}/**`) : [];
}
function isBelow(glob, path) {
  return path.startsWith(glob) || matchesGlob(glob, path);
}

// src/rules/dependency-updates.ts
var FIX7 = "Add the folder to `.github/dependabot.yml` (`package-ecosystem: docker`, `directory: /path`), or let Renovate read the repository.";
var dependencyUpdates = {
  id: "dependency-updates",
  title: "Something renews the images that are pulled",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "A base image gets its security fixes only when the Dockerfile names a newer one. Without Dependabot or Renovate nobody does, and a pinned digest gets old quietly.",
  fix: FIX7,
  aliases: [],
  examples: {
    good: [
      {
        title: "Dependabot reads its folder",
        dockerfile: "FROM node:24-slim\n",
        repository: {
          updaters: {
            ".github/dependabot.yml": "version: 2\nupdates:\n  - package-ecosystem: docker\n    directory: /\n    schedule: { interval: weekly }\n"
          }
        }
      },
      {
        title: "Renovate, which also follows variables",
        dockerfile: "ARG TAG=24-slim\nFROM node:${TAG}\n",
        repository: { updaters: { "renovate.json": '{ "extends": ["config:recommended"] }\n' } }
      },
      { title: "nothing is pulled", dockerfile: "FROM scratch\nCOPY server /server\n", repository: {} }
    ],
    bad: [
      { title: "no updater", dockerfile: "FROM node:24-slim\n", repository: {} },
      {
        title: "one that looks elsewhere",
        dockerfile: "FROM node:24-slim\n",
        repository: {
          updaters: {
            ".github/dependabot.yml": "version: 2\nupdates:\n  - package-ecosystem: docker\n    directory: /servers/time\n"
          }
        }
      },
      {
        title: "a version in a variable, which Dependabot does not follow",
        dockerfile: "ARG TAG=24-slim\nFROM node:${TAG}\n",
        repository: {
          updaters: {
            ".github/dependabot.yml": 'version: 2\nupdates:\n  - package-ecosystem: docker\n    directories: ["**/*"]\n'
          }
        }
      }
    ]
  },
  judge({ dockerfile, repository }) {
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells what there is to renew.");
    const named6 = dockerfile.pulledImages.filter(({ via }) => via === "from");
    const pulled = named6.filter(({ builtBy }) => builtBy === void 0);
    const first = pulled[0];
    if (first === void 0)
      return pass(named6.length === 0 ? "FROM pulls no image." : "FROM names only images that this repository builds.");
    if (repository === null || repository.prefix === null)
      return unknown("The repository around the Dockerfile is not known.");
    const found = coverage(
      repository,
      repository.prefix === "" ? dockerfile.file : `${repository.prefix}/${dockerfile.file}`
    );
    if (found.some(({ kind, by }) => kind === "covered" && by === "Renovate"))
      return pass("Renovate covers the Dockerfile.");
    const open2 = found.find(({ kind }) => kind === "unknown");
    if (open2 !== void 0) return unknown(`${open2.why}.`);
    if (found.some(({ kind }) => kind === "covered")) return byDependabot(dockerfile, pulled);
    const whys = found.flatMap(({ why: why2 }) => why2 ?? []);
    const why = whys.length === 0 ? "there is no configuration of Dependabot or Renovate" : whys.join("; ");
    return fail([
      { message: `Nothing renews the images of ${dockerfile.file}: ${why}.`, fix: FIX7, location: first.location }
    ]);
  }
};
function coverage({ updaters, unreadable }, dockerfile) {
  const failed = unreadable.filter((path) => !path.endsWith(".dockerignore"));
  return [
    ...Object.entries(updaters).map(([file, text]) => {
      const judge2 = /dependabot\.ya?ml$/.test(file) ? dependabotCoverage : renovateCoverage;
      return judge2(text, file, dockerfile);
    }),
    ...failed.map((path) => ({ kind: "unknown", why: `${path} could not be read` }))
  ];
}
function byDependabot(dockerfile, pulled) {
  const variable2 = pulled.filter(({ written: written2 }) => written2.includes("$"));
  const faults = new Map(
    variable2.map(({ written: written2, location }) => [
      written2,
      {
        message: `Dependabot does not update FROM ${written2.slice(0, 200)}: the version stands in a variable.`,
        fix: "Write the version into FROM, or let Renovate do the updates: it follows ARG.",
        location,
        place: `from:${withoutVersion(written2)}`
      }
    ])
  );
  const unique2 = new Map([...faults.values()].map((fault3) => [fault3.place, fault3]));
  return unique2.size > 0 ? fail([...unique2.values()]) : pass(`Dependabot covers ${dockerfile.file}.`);
}
function withoutVersion(written2) {
  return written2.replace(/@.*$/, "").replace(/:[^/$]*$/, "").slice(0, 200);
}

// src/rules/shared/run/lock-files.ts
function hasLockFile(locks, run, dockerfile, repository) {
  if (locks.length === 0) return false;
  const sources = [...copied(run, dockerfile), ...mounted(run.instruction)];
  if (sources.some((source) => locks.includes(lastPart(source)))) return true;
  const possible = sources.length === 0 || sources.some((source) => mayHold(source, locks)) || fetchesFiles(run);
  if (!possible) return false;
  const { files = null, context = null } = repository ?? {};
  if (files === null || context === null || fetchesFiles(run) || sources.length === 0 || sources.includes("*"))
    return null;
  const root = context === "" ? "" : `${context}/`;
  return files.some((file) => file.startsWith(root) && locks.includes(lastPart(file)));
}
function copied({ stage, instruction }, dockerfile) {
  const found = [];
  for (let at = stage; at !== null; at = dockerfile.stages[at]?.parent ?? null) {
    const instructions = dockerfile.stages[at]?.instructions ?? [];
    const end = at === stage ? instructions.indexOf(instruction) : instructions.length;
    for (const one of instructions.slice(0, end)) {
      if (one.keyword !== "COPY" && one.keyword !== "ADD") continue;
      if (one.flags.some(({ name }) => name === "from")) found.push("*");
      else found.push(...(one.json ?? splitBlanks(one.text)).slice(0, -1));
    }
  }
  return found;
}
function mounted({ flags }) {
  return flags.flatMap(({ name, value }) => {
    if (name !== "mount") return [];
    const fields = new Map(
      value.split(",").map((field) => {
        const equals = field.indexOf("=");
        return [field.slice(0, equals), field.slice(equals + 1)];
      })
    );
    if ((fields.get("type") ?? "bind") !== "bind") return [];
    return [fields.has("from") ? "*" : fields.get("source") ?? fields.get("src") ?? "."];
  });
}
function mayHold(source, locks) {
  const name = lastPart(source.replace(/\/+$/, ""));
  if (name === "" || name === "." || name === ".." || /[$?[]/.test(name) || !name.includes(".")) return true;
  const star = name.indexOf("*");
  if (star < 0) return name.startsWith(".");
  const [head, tail] = [name.slice(0, star), name.slice(name.lastIndexOf("*") + 1)];
  return locks.some((lock) => lock.startsWith(head) && lock.endsWith(tail));
}
function fetchesFiles({ script }) {
  return script.commands.some(({ name }) => name !== null && /^(git|curl|wget|tar|unzip)$/.test(name));
}

// src/rules/shared/run/packages.ts
var LONGEST4 = 300;
function floating(names2, judge2, fix) {
  const judged2 = names2.map((name) => ({ name, pinned: judge2(name.slice(0, LONGEST4)) }));
  return {
    names: judged2.filter(({ pinned }) => pinned === false).map(({ name }) => name),
    open: judged2.filter(({ pinned }) => pinned === null).map(({ name }) => name),
    fix
  };
}
var NONE2 = { names: [], open: [], fix: "" };
function isExact(version) {
  return /^v?\d+\.\d+\.\d+[\w.+-]*$/.test(version) && !/\.x\b/.test(version);
}
function hasVariable(text) {
  return /[$`]/.test(text);
}
function hasCommit(address, separator) {
  const end = address.slice(address.lastIndexOf(separator) + 1).split(/[#&?]/, 1)[0] ?? "";
  return /^[0-9a-f]{40}$/i.test(end);
}

// src/rules/shared/run/node-packages.ts
var FIX8 = "Name the version: `npm install --global typescript@5.9.3`.";
var NPM = grammar(
  "-C -w --prefix --registry --loglevel --cache --userconfig --workspace --omit --include --only --tag --otp --before --cpu --os --libc --dir --filter --cwd --modules-folder --cache-folder --network-timeout --network-concurrency --mutex --store-dir --reporter --production-only --fetch-retries --maxsockets --python"
);
var INSTALL = /* @__PURE__ */ new Set(["install", "i", "in", "ins", "inst", "isntall", "add"]);
function nodeInstall({ name, words }, lookup) {
  if (name !== "npm" && name !== "yarn" && name !== "pnpm" && name !== "bun") return null;
  const read = readArguments(words.slice(1), NPM);
  const global = read.operands[0]?.shown === "global";
  const [verb, ...names2] = global ? read.operands.slice(1) : read.operands;
  const installs = verb === void 0 ? name === "yarn" && read.options.every(({ name: option }) => !/^-(v|h|-version|-help)$/.test(option)) : INSTALL.has(verb.shown);
  if (!installs) return null;
  if (names2.length > 0) return { kind: "named", packages: judge(names2, lookup) };
  if (global || hasOption(read, "-g", "--global")) return { kind: "named", packages: NONE2 };
  if (holdsToLock(read)) return null;
  return project(name, read);
}
function project(name, read) {
  const off = hasOption(read, "--no-package-lock", "--no-lockfile");
  switch (name) {
    case "yarn":
      return {
        kind: "project",
        locks: off ? [] : ["yarn.lock"],
        fix: "Commit and copy yarn.lock, and install with `yarn install --frozen-lockfile` (from yarn 2 on: `--immutable`)."
      };
    case "pnpm":
      return {
        kind: "project",
        locks: off ? [] : ["pnpm-lock.yaml"],
        fix: "Commit and copy pnpm-lock.yaml, and install with `pnpm install --frozen-lockfile`."
      };
    case "bun":
      return {
        kind: "project",
        locks: off ? [] : ["bun.lock", "bun.lockb"],
        fix: "Commit and copy bun.lock, and install with `bun install --frozen-lockfile`."
      };
    default:
      return {
        kind: "project",
        locks: off ? [] : ["package-lock.json", "npm-shrinkwrap.json"],
        fix: "Commit and copy package-lock.json, and install with `npm ci`."
      };
  }
}
function holdsToLock(read) {
  return hasOption(read, "--frozen-lockfile", "--immutable", "--pure-lockfile", "--package-lock-only");
}
function judge(words, lookup) {
  return floating(
    words.map((word) => spelled(word, lookup)),
    isPinned,
    FIX8
  );
}
function isPinned(spec) {
  if (/^(\.|\/|~|file:|link:|workspace:)/.test(spec) || /^[^:]*\.tgz$/.test(spec)) return true;
  if (/^(git|github:|gitlab:|bitbucket:)|\.git(#|$)/.test(spec))
    return hasCommit(spec, "#") || (hasVariable(spec) ? null : false);
  if (/^https?:/.test(spec)) return /\d\.\d/.test(spec) || (hasVariable(spec) ? null : false);
  if (/^[^@/\s]+\/[^@\s]+$/.test(spec)) return hasCommit(spec, "#") || (hasVariable(spec) ? null : false);
  const at = spec.lastIndexOf("@");
  const version = at > 0 ? spec.slice(at + 1) : "";
  if (isExact(version)) return true;
  return hasVariable(at > 0 ? version : spec) ? null : false;
}

// src/rules/shared/run/git-clones.ts
var COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/i;
var GIT = grammar("-C -c --git-dir --work-tree --namespace --exec-path", { strict: true });
var CLONE = grammar(
  "-b --branch --revision --depth -o --origin -u --upload-pack --reference -c --config --template -j --jobs --filter --shallow-since --separate-git-dir"
);
function floatingClones({ script }, lookup) {
  const open2 = [];
  for (const command of script.commands) {
    if (command.name !== "git") continue;
    const [verb, ...rest] = readArguments(command.words.slice(1), GIT).operands;
    if (verb?.shown === "clone") {
      const read = readArguments(rest, CLONE);
      const revision = optionValue(read, "--revision");
      const address = read.operands[0];
      if (address === void 0 || isLocal(spelled(address, lookup))) continue;
      if (revision !== null && COMMIT.test(expanded(revision, lookup) ?? "")) continue;
      open2.push({ command, host: hostOf(spelled(address, lookup)), certain: true });
    } else if (verb !== void 0 && FIXING.has(verb.shown)) {
      const values = rest.filter(({ shown: shown3 }) => !shown3.startsWith("-")).map((word) => expanded(word, lookup));
      if (values.some((value) => value !== null && COMMIT.test(value))) open2.pop();
      else if (values.includes(null)) {
        const last = open2.pop();
        if (last !== void 0) open2.push({ ...last, certain: false });
      }
    }
  }
  return open2;
}
var FIXING = /* @__PURE__ */ new Set(["checkout", "reset", "switch", "fetch", "worktree"]);
function isLocal(address) {
  return /^(\.{0,2}\/|file:)/.test(address);
}

// src/rules/shared/run/other-packages.ts
var GO = grammar("-ldflags -tags -mod -modfile -p -o -C -gcflags -asmflags -toolexec -buildmode -overlay -pkgdir", {
  longDash: true
});
var GEM = grammar("-v -s -i -n -P -r --version --source --install-dir --bindir --platform --trust-policy");
var CARGO = grammar(
  "-F -j -Z --version --vers --git --rev --tag --branch --path --root --registry --index --features --bin --example --target --profile --jobs --target-dir --config --color"
);
function otherPackages({ name, words }, lookup) {
  const [verb, ...rest] = words.slice(1);
  if (name === "go" && (verb?.shown === "install" || verb?.shown === "get")) return go(rest, verb.shown, lookup);
  if (name === "gem" && verb?.shown === "install") return gem(rest, lookup);
  const [command, ...crates] = verb?.shown.startsWith("+") === true ? rest : words.slice(1);
  if (name === "cargo" && (command?.shown === "install" || command?.shown === "binstall")) return cargo(crates, lookup);
  return name === "go" || name === "gem" || name === "cargo" ? NONE2 : null;
}
function go(words, verb, lookup) {
  const read = readArguments(words, GO);
  const fix = "Name the version: `go install example.com/tool@v1.2.3`.";
  const update = verb === "get" && hasOption(read, "-u");
  return floating(
    read.operands.map((word) => spelled(word, lookup)),
    (path) => {
      const at = path.indexOf("@");
      if (at < 0) {
        const remote = /^[\w-]+(\.[\w-]+)+\//.test(path);
        return !(update || verb === "get" && remote);
      }
      const version = path.slice(at + 1);
      if (isExact(version) || /^[0-9a-f]{12,40}$/.test(version) || version === "none") return true;
      return hasVariable(version) ? null : false;
    },
    fix
  );
}
function gem(words, lookup) {
  const read = readArguments(words, GEM);
  const version = optionValue(read, "-v", "--version");
  const text = version === null ? null : spelled(version, lookup);
  const fix = "Name the version: `gem install bundler -v 2.7.2`.";
  if (text !== null && (/^=?\s*\d[\w.]*$/.test(text) || hasVariable(text))) return NONE2;
  return floating(
    read.operands.map((word) => spelled(word, lookup)),
    (name) => /\.gem$/.test(name) || /:\d[\w.]*$/.test(name) || (hasVariable(name) ? null : false),
    fix
  );
}
function cargo(words, lookup) {
  const read = readArguments(words, CARGO);
  const value = (...names2) => {
    const word = optionValue(read, ...names2);
    return word === null ? null : spelled(word, lookup);
  };
  const fix = "Name the version, and hold to the lock file of the crate: `cargo install ripgrep@15.0.0 --locked`.";
  if (value("--path") !== null) return NONE2;
  const revision = value("--rev") ?? "";
  const version = (value("--version", "--vers") ?? "").replace(/^=/, "");
  const crates = read.operands.map((word) => spelled(word, lookup));
  if (value("--git") !== null) {
    const pinned = COMMIT.test(revision) || (hasVariable(revision) ? null : false);
    return floating(
      crates.length > 0 ? crates : ["a crate from git"],
      () => pinned,
      fix.replace("ripgrep@15.0.0", "--git \u2026 --rev <commit>")
    );
  }
  return floating(
    crates,
    (crate) => isExact(version) || isExact(crate.slice(crate.indexOf("@") + 1)) || (hasVariable(version + crate) ? null : false),
    fix
  );
}

// src/rules/shared/run/python-packages.ts
var FIX9 = 'Name the version (`pip install "requests==2.32.5"`), or install from a lock file: `pip install --require-hashes -r requirements.txt`, `uv sync --locked`.';
var PIP = grammar(
  "-r -c -e -t -i -f -C -p -d -w --requirement --requirements --constraint --constraints --override --overrides --editable --target --prefix --root --index-url --default-index --index --extra-index-url --find-links --trusted-host --proxy --timeout --retries --cert --client-cert --cache-dir --log --python-version --python-platform --platform --abi --implementation --only-binary --no-binary --progress-bar --src --config-settings --config-setting --global-option --upgrade-strategy --report --python --root-user-action --use-feature --wheel-dir --dest --upgrade-package --reinstall-package --extra --group --exclude-newer --link-mode --with --from --pip-args --suffix --directory --project --index-strategy --no-install-package"
);
function pythonPackages({ name, words }, lookup) {
  if (name === null || name[0] !== "p" && name !== "uv") return null;
  if (/^pip[\d.]*$/.test(name)) return pip(words.slice(1), lookup);
  if (/^(python|pypy)[\d.]*$/.test(name)) {
    const [dash, module] = words.slice(1);
    return dash?.shown === "-m" && module?.shown === "pip" ? pip(words.slice(3), lookup) : null;
  }
  const read = readArguments(words.slice(1), PIP);
  const verbs = read.operands.map(({ shown: shown3 }) => shown3);
  if (name === "pipx") return verbs[0] === "install" ? named3(read.operands.slice(1), lookup) : NONE2;
  if (name === "pipenv") {
    if (verbs[0] !== "install" || hasOption(read, "--deploy", "--ignore-pipfile")) return NONE2;
    return verbs.length > 1 ? named3(read.operands.slice(1), lookup) : {
      ...NONE2,
      names: ["what Pipfile names"],
      fix: "Install what the lock file holds: `pipenv sync`, or `pipenv install --deploy`."
    };
  }
  if (name !== "uv") return null;
  if (verbs[0] === "pip") return pip(words.slice(words.findIndex(({ shown: shown3 }) => shown3 === "pip") + 1), lookup);
  if (verbs[0] === "tool" && verbs[1] === "install") return named3(read.operands.slice(2), lookup);
  if (verbs[0] === "add") return named3(read.operands.slice(1), lookup);
  if (verbs[0] !== "sync" || hasOption(read, "--locked", "--frozen") || isOn(lookup("UV_LOCKED")) || isOn(lookup("UV_FROZEN")))
    return NONE2;
  return { ...NONE2, names: ["what pyproject.toml names"], fix: "Hold to the lock file: `uv sync --locked`." };
}
function pip(words, lookup) {
  const read = readArguments(words, PIP);
  const [verb, ...names2] = read.operands;
  if (verb?.shown !== "install" && verb?.shown !== "wheel") return NONE2;
  if (hasOption(read, "--require-hashes", "--no-index", "-c", "--constraint", "--constraints")) return NONE2;
  const editable = optionValue(read, "-e", "--editable");
  return named3(editable === null ? names2 : [...names2, editable], lookup);
}
function named3(words, lookup) {
  return floating(
    words.map((word) => spelled(word, lookup)),
    isPinned2,
    FIX9
  );
}
function isPinned2(requirement) {
  const [name = "", address] = requirement.split(/ *@ *(?=[a-z+]+:)/i);
  const source = address ?? name;
  if (/^git\+/.test(source)) return hasCommit(source, "@") || (hasVariable(source) ? null : false);
  if (/^[a-z+]+:\/\//i.test(source))
    return /\d\.\d|#(sha256|sha384|sha512)=/.test(source) || (hasVariable(source) ? null : false);
  if (/^(\.|\/|~|file:)/.test(source) || /\.(whl|tar\.gz|zip)(\[|$)/.test(source)) return true;
  if (/={2,3} *[^=\s*]+(\s*;|\s*,|\s*$)/.test(requirement)) return true;
  if (isExact(requirement.slice(requirement.lastIndexOf("@") + 1))) return true;
  if (/\//.test(source) && !hasVariable(source)) return true;
  return hasVariable(requirement) ? null : false;
}
function isOn(value) {
  return value !== null && /^(1|true|yes|on)$/i.test(value);
}

// src/rules/deps-unpinned.ts
var depsUnpinned = {
  id: "deps-unpinned",
  title: "Application packages are installed in fixed versions",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "Without a version the build takes the newest release of the day: the same Dockerfile gives another image tomorrow, and a release that somebody else pushed is in it at once. Packages of the distribution (apt, apk) are not meant: their versions vanish from the mirrors.",
  fix: "Install from a lock file (`npm ci`, `uv sync --locked`, `pip install --require-hashes`), or name the version.",
  aliases: ["DL3013", "DL3016", "DL3028", "DL3062"],
  examples: {
    good: [
      { title: "a lock file", dockerfile: "FROM scratch\nCOPY package.json package-lock.json ./\nRUN npm ci\n" },
      {
        title: "versions",
        dockerfile: 'FROM scratch\nRUN pip install "uv==0.11.7" && npm install -g typescript@5.9.3\n'
      },
      {
        title: "lists with sums",
        dockerfile: "FROM scratch\nRUN pip install --require-hashes -r requirements.txt && uv sync --frozen\n"
      },
      {
        title: "the project itself",
        dockerfile: "FROM scratch\nCOPY . .\nRUN pip install --no-deps . && go install ./cmd/...\n"
      },
      {
        title: "packages of the distribution",
        dockerfile: "FROM scratch\nRUN apk add --no-cache curl && apt-get install -y git\n"
      }
    ],
    bad: [
      { title: "pip", dockerfile: 'FROM scratch\nRUN pip install --no-cache-dir requests "flask>=3"\n' },
      { title: "npm, latest", dockerfile: "FROM scratch\nRUN npm i -g npm@latest @scope/tool\n" },
      { title: "npm without a lock file", dockerfile: "FROM scratch\nCOPY package.json ./\nRUN npm install\n" },
      { title: "go", dockerfile: "FROM scratch\nRUN go install example.com/tool@latest\n" },
      { title: "uv", dockerfile: "FROM scratch\nRUN uv tool install mcp-server-time\n" }
    ]
  },
  judge: (evidence) => judgeRuns(
    evidence,
    (dockerfile) => find(dockerfile, evidence.repository),
    "No package is installed in whatever version is the newest."
  )
};
var MOST_LOOKUPS = 200;
function find(dockerfile, repository) {
  const budget = { lookups: MOST_LOOKUPS };
  const found = scriptRuns(dockerfile).map((run) => findInRun(run, dockerfile, repository, budget));
  return { faults: found.flatMap(({ faults }) => faults), open: found.flatMap(({ open: open2 = [] }) => open2) };
}
function findInRun(run, dockerfile, repository, budget) {
  const lookup = variablesOf(dockerfile, run.script);
  const { location } = run.instruction;
  const faults = [];
  const open2 = [];
  for (const command of run.script.commands) {
    const node = nodeInstall(command, lookup);
    const program = shownName(command.name ?? "");
    if (node?.kind === "project") {
      budget.lookups -= 1;
      const locked = budget.lookups < 0 ? null : hasLockFile(node.locks, run, dockerfile, repository);
      if (locked === false)
        faults.push({
          message: `${program} installs what package.json names without a lock file.`,
          fix: node.fix,
          location,
          place: commandPlace(command.text)
        });
      if (locked === null)
        open2.push(`Whether a lock file is there for ${program} on line ${location.startLine} cannot be told.`);
      continue;
    }
    const packages = node?.packages ?? pythonPackages(command, lookup) ?? otherPackages(command, lookup);
    if (packages === null) continue;
    if (packages.names.length > 0) {
      faults.push({
        message: `${program} installs ${listed2(packages.names)} without a fixed version.`,
        fix: packages.fix,
        location,
        place: commandPlace(command.text)
      });
    } else if (packages.open.length > 0)
      open2.push(
        `The version of ${listed2(packages.open)} on line ${location.startLine} is in a variable without a value here.`
      );
  }
  return { faults, open: open2 };
}
function listed2(names2) {
  const shown3 = names2.slice(0, 4).map((name) => /:\/\/|@.*:/.test(name) ? "a package from an address" : shownName(name));
  return names2.length > 4 ? `${shown3.join(", ")} and ${names2.length - 4} more` : shown3.join(", ");
}

// src/rules/docker-socket.ts
var FIX10 = "Remove it: a server that must start containers gets a narrow API (a proxy that allows single calls), never the engine itself.";
var dockerSocket = {
  id: "docker-socket",
  title: "The image does not ask for the engine or for folders of the host",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Who can talk to the engine is root on the host. A VOLUME on its socket, on /proc, /sys, /dev or /etc invites people to mount what no container should have.",
  fix: FIX10,
  aliases: ["DKL-DI-0002", "CIS 5.32"],
  examples: {
    good: [
      { title: "a folder for data", dockerfile: 'FROM scratch\nVOLUME /data\nENTRYPOINT ["/server"]\n' },
      {
        title: "an engine variable that is left empty",
        dockerfile: 'FROM scratch\nENV DOCKER_HOST=\nENTRYPOINT ["/server"]\n'
      }
    ],
    bad: [
      {
        title: "the socket as a volume",
        dockerfile: 'FROM scratch\nVOLUME /var/run/docker.sock\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "a folder of the system",
        dockerfile: 'FROM scratch\nVOLUME ["/data", "/proc"]\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "the socket in a variable",
        dockerfile: 'FROM scratch\nENV DOCKER_HOST=unix:///var/run/docker.sock\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const faults = [...volumeFaults(evidence), ...variableFaults(evidence), ...clientFault(evidence)];
    if (faults.length > 0) return fail(faults);
    const { volumes, env } = effective(evidence);
    if (!volumes.complete || !env.complete || [...volumes.entries, ...env.entries].some(({ known }) => !known)) {
      return unknown("The base image may set volumes and variables; only the built image can tell.");
    }
    return pass("No volume and no variable leads to the engine or into the system.");
  }
};
var SOCKET = /(^|\/)(docker|podman|containerd|crio)[^/]*\.sock$/;
var SYSTEM2 = /* @__PURE__ */ new Set([
  "/",
  "/etc",
  "/proc",
  "/sys",
  "/dev",
  "/boot",
  "/root",
  "/usr",
  "/bin",
  "/sbin",
  "/lib",
  "/lib64",
  "/var",
  "/run",
  "/var/run",
  "/var/lib/docker"
]);
function volumeFaults(evidence) {
  return effective(evidence).volumes.entries.filter(({ known }) => known).flatMap(({ value, from: from2 }) => {
    const path = value.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
    const wrong = SOCKET.test(path) || SYSTEM2.has(path) || /^\/(proc|sys|dev)\//.test(path);
    return wrong ? [
      fault2(
        `VOLUME ${plainName(path)} asks for a part of the host's system.`,
        `volume:${path}`,
        from2 ?? fromLine(evidence)
      )
    ] : [];
  });
}
function variableFaults(evidence) {
  return effective(evidence).env.entries.filter(({ known }) => known).flatMap(({ value: entry, from: from2 }) => {
    const at = entry.indexOf("=");
    const name = entry.slice(0, Math.max(at, 0));
    const value = entry.slice(at + 1).trim();
    const wrong = SOCKET.test(value) || /^(DOCKER|CONTAINER|PODMAN)_HOST$/.test(name) && /^(unix|npipe|fd):/i.test(value);
    return wrong ? [fault2(`ENV ${plainName(name)} leads to the engine's socket.`, `env:${name}`, from2 ?? fromLine(evidence))] : [];
  });
}
function clientFault(evidence) {
  const clients = (evidence.image?.files?.merged ?? []).filter(
    ({ path, type }) => type !== "directory" && /\/(s?bin)\/(docker|podman|nerdctl|ctr|crictl|buildah)$/.test(path)
  );
  if (clients.length === 0) return [];
  const message = `The image holds clients of container engines: ${listed(clients.map(({ path }) => path))}.`;
  return [
    {
      message,
      fix: "Leave them out of the final stage.",
      location: placeOf(evidence, clients),
      place: "client",
      severity: "low"
    }
  ];
}
function fault2(message, place, location) {
  return { message, fix: FIX10, location, place };
}

// src/rules/shared/run/executions.ts
var INTERPRETERS = {
  python: { code: ["-c", "-m"], values: "-c -m -W -X" },
  pypy: { code: ["-c", "-m"], values: "-c -m -W -X" },
  perl: { code: ["-e", "-E"], values: "-e -E -I -M -m" },
  ruby: { code: ["-e"], values: "-e -I -r -C" },
  php: { code: ["-r", "-R"], values: "-r -R -d -c -f" },
  lua: { code: ["-e"], values: "-e -l" },
  node: { code: ["-e", "-p", "--eval", "--print"], values: "-e -p -r --eval --print --require --import" },
  nodejs: { code: ["-e", "-p", "--eval", "--print"], values: "-e -p -r --eval --print --require --import" },
  pwsh: { code: ["-c", "-Command"], values: "-c -Command" }
};
var GRAMMARS = new Map(
  Object.entries(INTERPRETERS).map(([name, { values }]) => [name, grammar(values, { strict: true })])
);
function executionOf({ name, words }) {
  const [program, ...rest] = words;
  if (program === void 0) return null;
  if (name === null) return { readsInput: false, code: [program], file: null };
  if (isShell(name)) {
    const { script, file: file2, readsInput } = readShellStart(words);
    return { readsInput, code: script === null ? [] : [script], file: file2 };
  }
  if (name === "eval") return { readsInput: false, code: rest, file: null };
  if (name === "source" || name === ".") return { readsInput: false, code: [], file: rest[0] ?? null };
  const plain = name.replace(/[\d.]+$/, "");
  const options = GRAMMARS.get(plain);
  if (options === void 0) return null;
  const read = readArguments(rest, options);
  const switches = INTERPRETERS[plain]?.code ?? [];
  if (hasOption(read, ...switches)) {
    return {
      readsInput: false,
      code: read.options.flatMap(({ name: n, value }) => switches.includes(n) && n !== "-m" ? value ?? [] : []),
      file: null
    };
  }
  const [file] = read.operands;
  if (file === void 0 && hasOption(read, "--version", "-V", "-v", "--help", "-h")) return null;
  const input = file === void 0 || STDIN.has(file.shown);
  return { readsInput: input, code: [], file: input ? null : file };
}

// src/rules/entrypoint-exec-env.ts
var FIX11 = 'Read the variable in the program, or start it by a shell that hands over: `ENTRYPOINT ["/bin/sh", "-c", "exec node server.js --port \\"$PORT\\""]`.';
var entrypointExecEnv = {
  id: "entrypoint-exec-env",
  title: "The exec form holds no variables",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Nothing expands variables in the exec form of ENTRYPOINT and CMD: the program gets the text `${PORT}` itself, and the setting does not work.",
  fix: FIX11,
  aliases: [],
  examples: {
    good: [
      {
        title: "a shell expands them",
        dockerfile: 'FROM scratch\nENTRYPOINT ["/bin/sh", "-c", "exec node server.js $PORT"]\n'
      },
      {
        title: "also behind an init",
        dockerfile: 'FROM scratch\nENTRYPOINT ["tini", "--", "bash", "-lc", "exec node $APP"]\n'
      },
      { title: "the shell form", dockerfile: "FROM scratch\nCMD exec node server.js $PORT\n" },
      {
        title: "code of another language",
        dockerfile: 'FROM scratch\nCMD ["node", "-e", "console.log(`${process.pid}`)"]\n'
      },
      { title: "a dollar that is none", dockerfile: 'FROM scratch\nCMD ["/server", "--allow", "^/api$"]\n' }
    ],
    bad: [
      { title: "in CMD", dockerfile: 'FROM scratch\nCMD ["node", "server.js", "--port", "$PORT"]\n' },
      {
        title: "in ENTRYPOINT",
        dockerfile: 'FROM scratch\nENTRYPOINT ["mcp-server-time", "--local-timezone", "${TZ:-UTC}"]\n'
      },
      { title: "the program itself", dockerfile: 'FROM scratch\nENTRYPOINT ["$HOME/bin/server"]\n' },
      { title: "CMD behind ENTRYPOINT", dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\nCMD ["--port=${PORT}"]\n' }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const start = startOf(evidence) ?? startOf(withoutEntrypoint(evidence));
    if (start === null) return unknown("The base image may set ENTRYPOINT or CMD; only the built image can tell.");
    const literal = literalWords(start);
    const names2 = [...new Set([...literal.entrypoint, ...literal.cmd].flatMap(variablesIn))];
    if (names2.length === 0) return pass("No variable stands in the exec form.");
    const { entrypoint, cmd } = effective(evidence);
    const inCmd = !literal.entrypoint.some((word) => variablesIn(word).length > 0);
    const who = decider(start, inCmd, evidence.image);
    if (who !== null) return unknown(`Whether ${listed3(names2)} is expanded is up to ${who}.`, "low");
    const message = `${inCmd ? "CMD" : "ENTRYPOINT"} passes ${listed3(names2)} as it is written: nothing expands it in the exec form.`;
    return fail([{ message, fix: FIX11, location: (inCmd ? cmd.from : entrypoint.from) ?? fromLine(evidence) }]);
  }
};
function withoutEntrypoint(evidence) {
  const { dockerfile } = evidence;
  const program = dockerfile?.config.cmd.value?.[0] ?? "-";
  if (dockerfile === null || evidence.image !== null || program.startsWith("-")) return evidence;
  return {
    ...evidence,
    dockerfile: {
      ...dockerfile,
      config: { ...dockerfile.config, entrypoint: { value: null, known: true, from: null } }
    }
  };
}
var FOREIGN = /* @__PURE__ */ new Set(["cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh"]);
var CODE2 = /* @__PURE__ */ new Set(["awk", "gawk", "mawk", "sed", "jq", "yq", "envsubst", "mongosh", "make", "expect"]);
function literalWords({ entrypoint, cmd, command }) {
  const nothing = { entrypoint: [], cmd: [] };
  const { name = null, words = [] } = command ?? {};
  if (name === null) return { entrypoint, cmd };
  if (FOREIGN.has(name) || CODE2.has(name)) return nothing;
  if (isShell(name) && readShellStart(words).script !== null) return nothing;
  const code = new Set(command === null ? [] : (executionOf(command)?.code ?? []).map(({ shown: shown3 }) => shown3));
  const noCode = (word) => !code.has(word);
  const shellForm = isShell(lastPart2(cmd[0] ?? "")) && cmd[1] === "-c";
  return { entrypoint: entrypoint.filter(noCode), cmd: shellForm ? [] : cmd.filter(noCode) };
}
function decider({ command }, inCmd, image) {
  const { name = null, words = [] } = command ?? {};
  if (name === null) return null;
  if (isShell(name)) return "the script that the shell runs";
  const [program] = words;
  if (inCmd && program !== void 0 && /\.(sh|bash)$/.test(name)) {
    const text = image === null ? null : fileText(program.shown, image);
    return text?.includes('"$@"') === true && !/\b(eval|envsubst|sh -c)\b/.test(text) ? null : "the script of ENTRYPOINT";
  }
  return name === "java" && words.some(({ shown: shown3 }) => shown3 === "-jar") ? "the application" : null;
}
function variablesIn(word) {
  return [...word.slice(0, 1e4).matchAll(/(?<![\\$])\$\{?([A-Za-z_]\w{0,99})/g)].map(([, name = ""]) => `$${name}`);
}
function listed3(names2) {
  return shownName(names2.slice(0, 3).join(", "));
}
function lastPart2(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// src/rules/entrypoint-exists.ts
var FIX12 = "Copy the program to the place that ENTRYPOINT or CMD names, executable (`COPY --chmod=755`), built for this platform and C library, with an interpreter that the image has and Unix line ends.";
var entrypointExists = {
  id: "entrypoint-exists",
  title: "The program that is started is there and can be executed",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: 'A wrong path, a missing execute bit, a program for another platform or C library, a script with Windows line ends: the build succeeds, and every container dies at its start with "no such file or directory" or "exec format error".',
  fix: FIX12,
  aliases: [],
  examples: {
    good: [
      {
        title: "a program by its path",
        dockerfile: 'FROM scratch\nCOPY server /server\nENTRYPOINT ["/server"]\n',
        image: { files: { "/server": { program: "amd64" } } }
      },
      {
        title: "a script and its interpreter",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 1001\nENTRYPOINT ["start"]\n',
        image: {
          files: {
            "/usr/local/bin/start": { mode: 493, content: "#!/usr/bin/env node\n" },
            "/usr/bin/env": { program: "amd64" },
            "/usr/local/bin/node": { program: "amd64" }
          }
        }
      }
    ],
    bad: [
      {
        title: "not where it is looked for",
        dockerfile: 'FROM scratch\nCOPY server /app/server\nENTRYPOINT ["server"]\n',
        image: { files: { "/app/server": { program: "amd64" } } }
      },
      {
        title: "for another platform",
        dockerfile: 'FROM scratch\nCOPY server /server\nENTRYPOINT ["/server"]\n',
        image: { files: { "/server": { program: "arm64" } } }
      },
      {
        title: "not executable",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/start.sh"]\n',
        image: { files: { "/bin/sh": { program: "amd64" }, "/start.sh": "#!/bin/sh\n" } }
      },
      {
        title: "Windows line ends",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/start.sh"]\n',
        image: {
          files: {
            "/bin/sh": { program: "amd64" },
            "/start.sh": { mode: 493, content: "#!/bin/sh\r\nexec /server\r\n" }
          }
        }
      },
      {
        title: "in a folder that only root may enter",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 1001\nENTRYPOINT ["/root/.local/bin/server"]\n',
        image: { files: { "/root/": { mode: 448 }, "/root/.local/bin/server": { program: "amd64" } } }
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const words = startWords(evidence);
    const place = runPlace(evidence);
    if (words === null || place === null) return unknown(noFiles(evidence));
    const { certain, open: open2 } = commandFaults(place, words);
    if (certain.length > 0) {
      const message = `The container cannot start: ${joined(certain)}.`;
      return fail([{ message, fix: FIX12, location: startLine(evidence) }]);
    }
    if (open2.length > 0) return unknown(`Not all of it could be followed: ${joined(open2)}.`, "low");
    return pass(`${JSON.stringify(words[0]?.slice(0, 100))} is there and executable.`);
  }
};
function startLine(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  return entrypoint.from ?? cmd.from ?? fromLine(evidence);
}

// src/rules/entrypoint-present.ts
var FIX13 = 'Name the program in the final stage: `ENTRYPOINT ["node", "/app/server.js"]`.';
var entrypointPresent = {
  id: "entrypoint-present",
  title: "The image starts a program",
  severity: { mcp: "high", container: "medium", strict: "high" },
  why: "Without ENTRYPOINT and CMD the image cannot be started as it is. Often the wrong stage was built, or an ENTRYPOINT dropped the CMD of its base.",
  fix: FIX13,
  aliases: [],
  examples: {
    good: [
      { title: "ENTRYPOINT", dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n' },
      { title: "CMD of an earlier stage", dockerfile: 'FROM scratch AS app\nCMD ["/server"]\nFROM app\nUSER 1000\n' }
    ],
    bad: [
      { title: "neither", dockerfile: "FROM scratch\nCOPY server /server\n" },
      {
        title: "only in a stage that is not built upon",
        dockerfile: 'FROM scratch AS app\nCMD ["/server"]\nFROM scratch\nCOPY --from=app / /\n'
      }
    ]
  },
  judge(evidence) {
    const { entrypoint, cmd } = effective(evidence);
    const started = [...entrypoint.value ?? [], ...cmd.value ?? []];
    if (started.length > 0) return pass(`Starts ${JSON.stringify(started[0]?.slice(0, 100))}.`);
    if (!isDataImage(evidence))
      return unknown("The base image may set ENTRYPOINT or CMD; only the built image can tell.");
    const location = entrypoint.from ?? cmd.from ?? fromLine(evidence);
    return fail([{ message: "Neither ENTRYPOINT nor CMD is set: nothing can be started.", fix: FIX13, location }]);
  }
};

// src/rules/expose-debug-port.ts
var LONGEST5 = 16384;
var exposeDebugPort = {
  id: "expose-debug-port",
  title: "No debugger and no remote shell is offered",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "A debugger runs whatever code it is sent, without a password; a remote shell is a second way in beside the server. Neither belongs into an image that is published.",
  fix: "Remove the port and the option; start the debugger by hand in a container of its own when it is needed.",
  aliases: ["DS-0004", "CIS 5.7"],
  examples: {
    good: [
      { title: "the port of the server", dockerfile: 'FROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server"]\n' },
      {
        title: "the same number for another protocol",
        dockerfile: 'FROM scratch\nEXPOSE 9229/udp\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "a port that is allowed on purpose",
        dockerfile: 'FROM scratch\nEXPOSE 5678\nENTRYPOINT ["/n8n"]\n',
        options: { allowedPorts: ["5678/tcp"] }
      },
      { title: "an option of another program", dockerfile: 'FROM scratch\nENTRYPOINT ["/server", "--inspect"]\n' },
      { title: "debug mode switched off", dockerfile: 'FROM scratch\nENV FLASK_DEBUG=0\nENTRYPOINT ["/server"]\n' }
    ],
    bad: [
      { title: "the inspector of Node.js", dockerfile: 'FROM scratch\nEXPOSE 3000 9229\nENTRYPOINT ["/server"]\n' },
      { title: "SSH in a range", dockerfile: 'FROM scratch\nEXPOSE 20-23\nENTRYPOINT ["/server"]\n' },
      {
        title: "started with a debugger",
        dockerfile: 'FROM scratch\nENTRYPOINT ["node", "--inspect=0.0.0.0", "server.js"]\n'
      },
      {
        title: "in shell form",
        dockerfile: "FROM scratch\nCMD exec python -m debugpy --listen 0.0.0.0:5678 -m server\n"
      },
      {
        title: "by a variable",
        dockerfile: 'FROM scratch\nENV NODE_OPTIONS="--inspect-brk"\nCMD ["node", "server.js"]\n'
      },
      { title: "a development server", dockerfile: 'FROM scratch\nCMD ["uvicorn", "app:app", "--reload"]\n' }
    ]
  },
  judge(evidence, { allowedPorts }) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const { exposedPorts, entrypoint, cmd, env } = effective(evidence);
    const faults = [...ports(evidence, allowedPorts ?? []), ...commands(evidence), ...variables(evidence)];
    if (faults.length > 0) return fail(faults);
    const open2 = [...exposedPorts.entries, ...env.entries, entrypoint, cmd].some(({ known }) => !known);
    if (open2 || !exposedPorts.complete || !env.complete) {
      return unknown(
        "The base image may expose ports, set variables or start something; only the built image can tell."
      );
    }
    return pass("No port, command or variable opens a debugger or a remote shell.");
  }
};
function ports(evidence, allowed) {
  return effective(evidence).exposedPorts.entries.flatMap(({ value, known, from: from2 }) => {
    const port = known && !allowed.includes(value) && Object.hasOwn(DEBUG_PORTS, value) ? DEBUG_PORTS[value] : void 0;
    if (port === void 0) return [];
    const message = port.reserved ? `Port ${value} is the port of ${port.what}.` : `Port ${value} is by custom the port of ${port.what}.`;
    const fix = from2 === null ? `Use a base image that does not expose ${value}: it cannot be taken back.` : `Remove ${value} from EXPOSE, or allow it with \`allow-port\` if the server itself listens there.`;
    const severity = port.reserved ? null : "medium";
    return [{ message, fix, location: from2 ?? fromLine(evidence), place: `port:${value}`, severity }];
  });
}
function commands(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  const location = (cmd.known ? cmd.from : null) ?? entrypoint.from ?? fromLine(evidence);
  const own = new Set(commandDoors(wordsOf(entrypoint)).map(({ id }) => id));
  return commandDoors([...wordsOf(entrypoint), ...wordsOf(cmd)]).map(({ id, what, remote }) => ({
    message: `The start command opens ${what}.`,
    fix: "Start the server itself, without options and programs for development.",
    location: own.has(id) ? entrypoint.from ?? fromLine(evidence) : location,
    place: `command:${id}`,
    severity: remote ? null : "medium"
  }));
}
function wordsOf({ value }) {
  return (value ?? []).slice(0, 200).flatMap(
    (word) => word.slice(0, LONGEST5).split(/[\s;&|()'"`]+/).filter((part) => part !== "")
  );
}
function variables(evidence) {
  return effective(evidence).env.entries.flatMap(({ value: entry, known, from: from2 }) => {
    const at = entry.indexOf("=");
    const door = known && at > 0 ? variableDoor(entry.slice(0, at), entry.slice(at + 1, at + 1 + LONGEST5)) : null;
    if (door === null) return [];
    return [
      {
        message: `ENV ${door.id} opens ${door.what}.`,
        fix: "Set it where it is needed, when a container is started.",
        location: from2 ?? fromLine(evidence),
        place: `env:${door.id}`
      }
    ];
  });
}

// src/rules/expose-policy.ts
var exposePolicy = {
  id: "expose-policy",
  title: "Only allowed ports are exposed",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Tools publish, scan and wait for every exposed port. A stray one, often a debugger or SSH, opens what nobody meant to offer, and no later stage can take it back.",
  fix: "Remove the EXPOSE, in the base image if it stands there, or allow the port with `allow-port`.",
  aliases: ["DL3011", "DS-0004", "DS-0008", "CIS 5.9"],
  examples: {
    good: [
      { title: "the allowed port", dockerfile: 'FROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server"]\n' },
      {
        title: "in another spelling",
        dockerfile: 'FROM scratch\nARG PORT=3000\nEXPOSE ${PORT}/TCP\nENTRYPOINT ["/server"]\n'
      },
      { title: "none, as for a stdio server", dockerfile: 'FROM scratch\nENTRYPOINT ["/server", "stdio"]\n' },
      {
        title: "another port that is allowed",
        dockerfile: 'FROM scratch\nEXPOSE 8080\nENTRYPOINT ["/server"]\n',
        options: { allowedPorts: ["8080/tcp"] }
      }
    ],
    bad: [
      { title: "SSH", dockerfile: 'FROM scratch\nEXPOSE 3000 22\nENTRYPOINT ["/server"]\n' },
      { title: "a range that goes too far", dockerfile: 'FROM scratch\nEXPOSE 3000-3001\nENTRYPOINT ["/server"]\n' },
      { title: "the other protocol", dockerfile: 'FROM scratch\nEXPOSE 3000/udp\nENTRYPOINT ["/server"]\n' },
      {
        title: "exposed by a stage that the target builds on",
        dockerfile: 'FROM scratch AS base\nEXPOSE 9229\nFROM base\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence, { allowedPorts }) {
    if (allowedPorts === null) return notApplicable("No list of allowed ports is set.");
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const { entries: entries2, complete } = effective(evidence).exposedPorts;
    const allowed = new Set(allowedPorts);
    const stray = entries2.filter(({ value, known }) => known && !allowed.has(value));
    if (stray.length > 0) {
      return fail(
        stray.map(({ value, from: from2 }) => ({
          message: `Port ${value} is exposed; allowed: ${allowedPorts.slice(0, 10).join(", ") || "none"}.`,
          fix: from2 === null ? `The base image exposes ${value}: use one that does not, or allow the port.` : `Remove ${value} from EXPOSE, or allow it.`,
          location: from2 ?? fromLine(evidence),
          place: `port:${value}`
        }))
      );
    }
    if (!complete || entries2.some(({ known }) => !known)) {
      return unknown("The base image may expose more ports; only the built image can tell.");
    }
    return pass(
      entries2.length === 0 ? "No port is exposed." : `Exposed: ${entries2.map(({ value }) => value).join(", ")}.`
    );
  }
};

// src/rules/expose-required.ts
var exposeRequired = {
  id: "expose-required",
  title: "A server that listens exposes its port",
  severity: { mcp: "medium", container: "low", strict: "medium" },
  why: "EXPOSE tells people and tools which port to publish, probe and route to. A server whose port is not declared is started and then not found, or all of its ports are opened to be sure.",
  fix: "Declare the port in the final stage: `EXPOSE 3000`. For a server that talks over standard input and output set `transport: stdio`.",
  aliases: [],
  examples: {
    good: [
      { title: "the allowed port", dockerfile: 'FROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server", "--http"]\n' },
      {
        title: "from a stage that the target builds on",
        dockerfile: 'FROM scratch AS base\nEXPOSE 3000/tcp\nFROM base\nENTRYPOINT ["/server", "--transport=http"]\n'
      },
      {
        title: "a stdio server needs none",
        dockerfile: 'FROM node:24-slim\nENTRYPOINT ["node", "/app/server.js", "--stdio"]\n'
      },
      {
        title: "any port where no list is set",
        dockerfile: 'FROM scratch\nEXPOSE 8080\nENTRYPOINT ["/server"]\n',
        options: { allowedPorts: null }
      }
    ],
    bad: [
      { title: "HTTP without a port", dockerfile: 'FROM scratch\nENTRYPOINT ["/server", "--transport=http"]\n' },
      {
        title: "only another port than the allowed one",
        dockerfile: 'FROM scratch\nEXPOSE 8080\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "the right number for the wrong protocol",
        dockerfile: 'FROM scratch\nEXPOSE 3000/udp\nENTRYPOINT ["/server", "http"]\n'
      }
    ]
  },
  judge(evidence, { transport: stated, allowedPorts }) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const { entries: entries2, complete } = effective(evidence).exposedPorts;
    const good = entries2.find(({ value, known }) => known && (allowedPorts === null || allowedPorts.includes(value)));
    if (good !== void 0) return pass(`Port ${good.value} is exposed.`);
    const { transport, because } = transportOf(evidence, stated);
    if (transport === "stdio") return notApplicable(`A stdio server listens on nothing (${because}).`);
    if (transport === "unknown") {
      return unknown(`No port is exposed; whether one is needed depends on the transport, and ${because}.`);
    }
    if (!complete || entries2.some(({ known }) => !known)) {
      return unknown("The base image may expose the port; only the built image can tell.");
    }
    const wanted = allowedPorts === null || allowedPorts.length === 0 ? null : allowedPorts.slice(0, 10).join(", ");
    const message = wanted === null ? `The server listens (${because}), but no port is exposed.` : `The server listens (${because}), but ${wanted} is not exposed: clients that expect it do not find the server.`;
    const fix = wanted === null ? "Add `EXPOSE` with the port." : `Listen on ${wanted} and declare it with EXPOSE, or allow the port that is meant.`;
    const location = entries2[0]?.from ?? evidence.dockerfile?.config.entrypoint.from ?? fromLine(evidence);
    return fail([{ message, fix, location }]);
  }
};

// src/rules/final-stage.ts
var FIX14 = "Copy only what the program needs: `COPY --from=build /app/dist /app`.";
var finalStage = {
  id: "final-stage",
  title: "The final stage takes from builders only what it needs",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "Only the target stage becomes the image, so only what leads to it is judged. `COPY --from=build / /` brings the whole builder along: compilers, caches, credentials, and its users.",
  fix: FIX14,
  aliases: ["DL3067"],
  examples: {
    good: [
      {
        title: "one program of the builder",
        dockerfile: "FROM scratch AS build\nCOPY . /src\nFROM scratch\nCOPY --from=build /src/server /server\n"
      },
      {
        title: "a stage that was made of picked files",
        dockerfile: 'FROM scratch AS rootfs\nCOPY server /usr/bin/server\nFROM scratch\nCOPY --from=rootfs / /\nENTRYPOINT ["/usr/bin/server"]\n'
      },
      {
        title: "between builders",
        dockerfile: "FROM alpine:3.22 AS a\nFROM alpine:3.22 AS b\nCOPY --from=a / /a\nFROM alpine:3.22\nCOPY --from=b /x /x\n"
      }
    ],
    bad: [
      {
        title: "all of the builder",
        dockerfile: "FROM golang:1.26 AS build\nRUN go build -o /server\nFROM scratch\nCOPY --from=build / /\n"
      },
      { title: "by number and with a dot", dockerfile: "FROM node:24\nFROM node:24-slim\nCOPY --from=0 . /app\n" },
      {
        title: "through a stage in between",
        dockerfile: "FROM golang:1.26 AS build\nFROM scratch AS all\nCOPY --from=build / /\nFROM scratch\nCOPY --from=all / /\n"
      }
    ]
  },
  judge({ dockerfile }) {
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells how the image came about.");
    const picked = pickedStages(dockerfile);
    const faults = /* @__PURE__ */ new Map();
    for (const stage of finalChain(dockerfile)) {
      for (const instruction of stage.instructions) {
        const source = wholeStage(dockerfile, stage, instruction);
        if (source === null || picked.has(source.index)) continue;
        const fault3 = faultOf3(dockerfile, source, instruction);
        if (!faults.has(fault3.place ?? "")) faults.set(fault3.place ?? "", fault3);
      }
    }
    return faults.size > 0 ? fail([...faults.values()]) : pass(judged(dockerfile));
  }
};
function faultOf3(dockerfile, source, { location }) {
  const name = source.name ?? `${source.index}`;
  return {
    message: `All of stage ${name} is copied into the image, not only what was built there.`,
    fix: FIX14,
    location,
    related: [{ location: source.location, message: `stage ${name}` }],
    place: `copy:${stageName(dockerfile, source)}`,
    severity: "medium"
  };
}
function wholeStage(dockerfile, stage, instruction) {
  const from2 = instruction.keyword === "COPY" ? instruction.flags.find(({ name }) => name === "from") : void 0;
  if (from2 === void 0) return null;
  const whole = copySources(instruction).some((word) => {
    const path = expandAt(dockerfile, stage, instruction, word);
    return path !== null && ["/", "/*"].includes(cleanPath(`/${path}`));
  });
  return whole ? stageNamed(dockerfile, from2.value) : null;
}
function pickedStages(dockerfile) {
  const picked = /* @__PURE__ */ new Set();
  for (const stage of dockerfile.stages) {
    const empty = stage.parent === null ? stage.base === "scratch" : picked.has(stage.parent);
    const byPieces = (instruction) => {
      const source = wholeStage(dockerfile, stage, instruction);
      return source === null || picked.has(source.index);
    };
    if (empty && stage.instructions.every(byPieces)) picked.add(stage.index);
  }
  return picked;
}
function judged(dockerfile) {
  const { stages, target, reachable } = dockerfile;
  const built = new Set(reachable);
  const left = stages.filter(({ index }) => !built.has(index)).map(({ name: name2, index }) => name2 ?? `${index}`);
  const name = stages[target]?.name ?? `${target}`;
  const what = `The target is stage ${name}${target === stages.length - 1 ? ", the last one" : ""}.`;
  if (left.length === 0)
    return stages.length === 1 ? "The file has one stage." : `${what} All ${stages.length} stages lead to it.`;
  const more = left.length > 20 ? ` and ${left.length - 20} more` : "";
  return `${what} Not built for it, so not judged: ${left.slice(0, 20).join(", ")}${more}.`;
}

// src/rules/healthcheck-noop.ts
var FIX15 = "Ask the server something that fails when it is not well, and let the failure through: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.";
var healthcheckNoop = {
  id: "healthcheck-noop",
  title: "The health check can fail",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A check that always succeeds is worse than none: it vouches for a server that hangs. `|| true`, `|| exit 0` and a process search that finds itself do that.",
  fix: FIX15,
  aliases: [],
  examples: {
    good: [
      {
        title: "a failure is let through",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD wget -q http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "a search that does not find itself",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ps aux | grep "[s]erver" || exit 1\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "nothing to ask over stdio",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD if [ "$MCP_TRANSPORT" = http ]; then wget -q http://127.0.0.1:3000/health; else exit 0; fi\nENTRYPOINT ["/server"]\n'
      }
    ],
    bad: [
      { title: "true", dockerfile: 'FROM scratch\nHEALTHCHECK CMD ["true"]\nENTRYPOINT ["/server"]\n' },
      {
        title: "the failure is thrown away",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || true\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "exit 0 at the end",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/; exit 0\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "grep finds itself",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ps aux | grep server\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "pgrep -f finds the shell that runs it",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD pgrep -f server.js || exit 1\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const state = healthOf(evidence);
    if (state.kind === "none") return notApplicable(state.reason);
    if (state.kind === "unknown") return unknown(state.reason);
    const why = noopReason(state.health);
    if (why !== null)
      return fail([{ message: `The health check never fails: ${why}.`, fix: FIX15, location: state.health.location }]);
    return pass("Nothing in the health check makes it succeed always.");
  }
};
function noopReason({ words, step: step2 }) {
  if (step2 === null) return isQuiet(words) ? `\`${baseName(words[0])}\` always succeeds` : null;
  return lastSucceeds(step2) ?? searchesItself(step2, words.join(" "));
}
function isQuiet([name, code]) {
  const base = baseName(name);
  if (base === "exit" || base === "return") return code === "0";
  return base === "true" || base === ":" || base === "echo" || base === "printf" || base === "sleep";
}
function lastSucceeds(step2) {
  switch (step2.kind) {
    case "command":
      return step2.within.length === 0 && isQuiet(step2.words) ? `it ends with \`${quoted(step2.words)}\`` : null;
    case "all": {
      const last = step2.steps.at(-1);
      if (last === void 0 || step2.piped && step2.steps.length > 1) return null;
      return leavesEarly(step2.steps) ? null : lastSucceeds(last);
    }
    case "or":
      return lastSucceeds(step2.right) === null ? lastSucceeds(step2.left) : `\`|| ${wordsOf2(step2.right)}\` hides every failure`;
    case "and":
      return lastSucceeds(step2.left) === null ? null : lastSucceeds(step2.right);
    case "branch":
    case "function":
      return null;
  }
}
function leavesEarly(steps) {
  return steps.slice(0, -1).some(
    (step2) => step2.kind === "branch" || step2.kind === "or" && hasExit(step2.right) || step2.kind === "and" && hasExit(step2.right) || step2.kind === "command" && (step2.words[0] === "set" && /e/.test(step2.words[1] ?? "") || step2.words[0] === "exit" && step2.words[1] !== "0")
  );
}
function hasExit(step2) {
  if (step2.kind === "command") return step2.words[0] === "exit" && step2.words[1] !== "0";
  return step2.kind === "all" && step2.steps.some(hasExit);
}
function searchesItself(step2, line) {
  if (step2.kind === "or") return hasExit(step2.right) || isFailure(step2.right) ? searchesItself(step2.left, line) : null;
  if (step2.kind === "all" && step2.piped) return grepsItself(step2.steps);
  if (step2.kind === "all")
    return step2.steps.length > 0 && step2.steps.every((inner) => searchesItself(inner, line) !== null) ? "it finds itself" : null;
  if (step2.kind !== "command" || baseName(step2.words[0]) !== "pgrep" || !/\|\||&&|;/.test(line)) return null;
  const [, ...args] = step2.words;
  const full = args.some((word) => /^-[a-z]*f[a-z]*$/i.test(word ?? "") || word === "--full");
  const pattern = args.at(-1);
  const matches = full && typeof pattern === "string" && /^[\w./ -]{2,}$/.test(pattern) && !pattern.startsWith("-");
  const narrowed = args.some((word) => /^-(x|-exact|P|-parent|u|-euid|U|t|v|n|o)$/.test(word ?? ""));
  return matches && !narrowed ? "with -f, pgrep finds the shell that runs this very line" : null;
}
function isFailure(step2) {
  return step2.kind === "command" && step2.words[0] === "false";
}
function grepsItself(steps) {
  const commands2 = steps.map((step2) => step2.kind === "command" ? step2.words : []);
  if (baseName(commands2[0]?.[0]) !== "ps") return null;
  const greps = commands2.slice(1).filter(([name]) => /^[ef]?grep$/.test(baseName(name)));
  if (greps.length === 0 || greps.some((words) => words.some((word) => /^-[a-z]*v/.test(word ?? "")))) return null;
  const pattern = greps[0]?.slice(1).find((word) => word !== null && !word.startsWith("-"));
  return typeof pattern === "string" && /^[\w./ -]+$/.test(pattern) ? "grep finds its own process in the list" : null;
}
function quoted(words) {
  return words.map((word) => word ?? "\u2026").join(" ").slice(0, 40);
}
function wordsOf2(step2) {
  return step2.kind === "command" ? quoted(step2.words) : "\u2026";
}

// src/rules/healthcheck-present.ts
var FIX16 = "Ask the server itself, by address, with a tool the image has: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.";
var STDIO_FIX = "Write `HEALTHCHECK NONE`: it says that a stdio server needs none, and stops a base from adding one.";
var healthcheckPresent = {
  id: "healthcheck-present",
  title: "A server that listens has a health check",
  severity: { mcp: "high", container: "medium", strict: "high" },
  why: "A process that hangs looks alive to the engine. A health check lets it be seen and replaced. A stdio server listens on nothing: it needs none, and `HEALTHCHECK NONE` says so.",
  fix: FIX16,
  aliases: ["DL3057", "CIS-DI-0006", "DS-0026", "CIS 4.6"],
  examples: {
    good: [
      {
        title: "HTTP with a check",
        dockerfile: 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD ["/server", "--health"]\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "inherited from the stage below",
        dockerfile: 'FROM scratch AS base\nHEALTHCHECK CMD ["/probe"]\nFROM base\nEXPOSE 3000\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "stdio that says it needs none",
        dockerfile: 'FROM scratch\nHEALTHCHECK NONE\nENTRYPOINT ["/server", "stdio"]\n'
      }
    ],
    bad: [
      { title: "HTTP without a check", dockerfile: 'FROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server"]\n' },
      {
        title: "NONE is not a check",
        dockerfile: 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK NONE\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "a check in the builder only",
        dockerfile: 'FROM scratch AS build\nHEALTHCHECK CMD ["/probe"]\nFROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence, options) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const { healthcheck } = effective(evidence);
    const test = healthcheck.value?.test ?? [];
    const isNone = test[0] === "NONE";
    if (test.length > 0 && !isNone && healthcheck.known) return pass("A health check is set.");
    const { transport, because } = transportOf(evidence, options.transport);
    if (isNone && transport === "stdio") return pass(`HEALTHCHECK NONE, as fits a stdio server (${because}).`);
    if (!healthcheck.known)
      return unknown(
        "The base image may set a health check; only the built image can tell.",
        weight(transport, options)
      );
    if (transport === "unknown") {
      return unknown(
        `No health check; whether one is needed depends on the transport, and ${because}. State \`transport\`.`,
        "medium"
      );
    }
    const location = healthcheck.from ?? fromLine(evidence);
    const missing = isNone ? "HEALTHCHECK NONE switches the health check off" : "No health check is set";
    const fault3 = transport === "stdio" ? { message: `${missing} (${because}).`, fix: STDIO_FIX } : { message: `${missing}, and the server listens (${because}).${dropped(evidence)}`, fix: FIX16 };
    return fail([{ ...fault3, location }], weight(transport, options));
  }
};
function weight(transport, { profile }) {
  if (transport === "stdio") return "low";
  if (transport === "both" || transport === "unknown") return "medium";
  return profile === "container" ? "medium" : null;
}
function dropped({ dockerfile, image }) {
  const written2 = dockerfile?.config.healthcheck;
  if (image === null || image.config.healthcheck !== null || written2?.from == null || written2.value?.test[0] === "NONE")
    return "";
  return ` The Dockerfile sets one on line ${written2.from.startLine}, but the image does not have it: OCI-format builds (podman, buildah) drop it; build with \`--format docker\`.`;
}

// src/rules/healthcheck-runnable.ts
var FIX17 = 'Use what the image has: the server itself (`CMD ["/server", "--health"]`), its runtime (`CMD ["node", "healthcheck.js"]`), BusyBox wget on Alpine; or install the tool.';
var healthcheckRunnable = {
  id: "healthcheck-runnable",
  title: "The health check can be executed",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "The check runs inside the container, with the programs and the user of the image. When curl, or the shell itself, is not there, the container is reported unhealthy for ever and orchestrators restart it.",
  fix: FIX17,
  aliases: [],
  examples: {
    good: [
      {
        title: "the server itself",
        dockerfile: 'FROM scratch\nCOPY server /server\nHEALTHCHECK CMD ["/server", "--health"]\nENTRYPOINT ["/server"]\n',
        image: { files: { "/server": { program: "amd64" } } }
      },
      {
        title: "a shell and BusyBox wget",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nHEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            "/bin/busybox": { program: "amd64" },
            "/bin/sh": { link: "/bin/busybox" },
            "/usr/bin/wget": { link: "/bin/busybox" }
          }
        }
      },
      {
        title: "one of two tools is enough",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || wget -q http://127.0.0.1:3000/health\nENTRYPOINT ["/server"]\n',
        image: { files: { "/bin/sh": { program: "amd64" }, "/usr/bin/wget": { program: "amd64" } } }
      }
    ],
    bad: [
      {
        title: "curl is not in the image",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
        image: { files: { "/bin/sh": { program: "amd64" }, "/server": { program: "amd64" } } }
      },
      {
        title: "no shell for the shell form",
        dockerfile: 'FROM scratch\nCOPY server /server\nHEALTHCHECK CMD /server --health\nENTRYPOINT ["/server"]\n',
        image: { files: { "/server": { program: "amd64" } } }
      },
      {
        title: "a script that the user may not execute",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 1001\nHEALTHCHECK CMD ["/healthcheck.sh"]\nENTRYPOINT ["/server"]\n',
        image: { files: { "/bin/sh": { program: "amd64" }, "/healthcheck.sh": "#!/bin/sh\nexit 1\n" } }
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const state = healthOf(evidence);
    if (state.kind === "none") return notApplicable(state.reason);
    if (state.kind === "unknown") return unknown(state.reason);
    const place = runPlace(evidence);
    if (place === null) return unknown(noFiles(evidence));
    const { words, script, location } = state.health;
    const { certain, possible, open: open2 } = commandFaults(place, words);
    const inside = script === null ? [] : scriptCommandFaults(place, script).certain;
    if (certain.length > 0) {
      return fail([{ message: `The health check cannot run: ${joined(certain)}.`, fix: FIX17, location }]);
    }
    if (possible.length > 0) {
      const message = `A branch of the health check cannot run: ${joined(possible)}.`;
      return fail([{ message, fix: FIX17, location, severity: "medium" }]);
    }
    if (inside.length > 0) {
      const message = `The script of the health check cannot run: ${joined(inside)}.`;
      return fail([{ message, fix: FIX17, location, severity: "medium" }]);
    }
    if (open2.length > 0) return unknown(`Not all of it could be followed: ${joined(open2)}.`, OPEN);
    return pass("What the health check starts is there and executable.");
  }
};
var OPEN = "low";

// src/rules/healthcheck-target.ts
var FIX18 = "Probe a route that answers 200 to a plain GET, by address: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.";
var healthcheckTarget = {
  id: "healthcheck-target",
  title: "The health check asks something that can answer",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A probe that can never succeed makes orchestrators restart a healthy server: HTTP to a stdio server, a route that answers 404 or 405 by design, or a name that leads to an address where nobody listens.",
  fix: FIX18,
  aliases: [],
  examples: {
    good: [
      {
        title: "a health route by address",
        dockerfile: 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "one image for both transports, which the check asks for",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD if [ "$MCP_TRANSPORT" = http ]; then curl -f http://127.0.0.1:3000/health; else exit 0; fi\nENTRYPOINT ["/server", "stdio"]\n'
      },
      {
        title: "the server checks itself",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ["/server", "--health"]\nENTRYPOINT ["/server"]\n'
      }
    ],
    bad: [
      {
        title: "HTTP to a stdio server",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server", "stdio"]\n'
      },
      {
        title: "a GET to the MCP endpoint",
        dockerfile: 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/mcp || exit 1\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "a GET to the root of an MCP server",
        dockerfile: 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD wget --spider http://127.0.0.1:3000/ || exit 1\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "BusyBox wget takes localhost for ::1 only",
        dockerfile: 'FROM alpine:3.22\nEXPOSE 3000\nHEALTHCHECK CMD wget -q -O /dev/null http://localhost:3000/health || exit 1\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence, options) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const state = healthOf(evidence);
    if (state.kind === "none") return notApplicable(state.reason);
    if (state.kind === "unknown") return unknown(state.reason);
    const faults = faultsOf(evidence, options, state.health);
    if (faults.length > 0) return fail(faults.map((fault3) => ({ location: state.health.location, ...fault3 })));
    return pass("What the health check asks can answer, as far as this can be told without running it.");
  }
};
function faultsOf(evidence, options, health) {
  const probes = probesOf2(health.text);
  return [
    ...contradiction(evidence, options, health, probes),
    ...localhost(evidence, health, probes),
    ...endpoints(options, health, probes),
    ...ports2(evidence, probes),
    ...firstProcess(health)
  ];
}
function probesOf2(text) {
  const pattern = /\bhttp(s?):\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?::([^\s"'`\\/)]{1,40}))?([^\s"'`\\);|&]{0,200})/gi;
  return [...text.slice(0, 64 * 1024).matchAll(pattern)].slice(0, 20).map(([, secure, host = "", port, rest = ""]) => ({
    host: host.toLowerCase(),
    port: port === void 0 ? secure === "" ? 80 : 443 : /^\d{1,5}$/.test(port) ? Number(port) : null,
    path: rest.includes("$") ? null : rest.split(/[?#]/, 1)[0] ?? ""
  }));
}
function contradiction(evidence, options, health, probes) {
  const { transport, because } = transportOf(evidence, options.transport);
  const chooses = /\bif\b|\bcase\b|TRANSPORT/.test(health.text);
  if (transport !== "stdio" || probes.length === 0 || chooses) return [];
  const message = `The health check probes HTTP, but the server speaks stdio (${because}): it listens on nothing.`;
  const fix = 'Write `HEALTHCHECK NONE`, or check by the transport: `if [ "$MCP_TRANSPORT" = http ]; then \u2026; else exit 0; fi`.';
  return [{ message, fix, place: "transport", severity: "high" }];
}
function localhost(evidence, health, probes) {
  const named6 = probes.some(({ host }) => host === "localhost");
  const asked = health.commands.some(([name]) => baseName(name) === "wget");
  if (!named6 || !asked || busyboxWget(evidence) !== true) return [];
  const message = "BusyBox wget takes localhost for ::1 and tries no other address; a server that listens on 0.0.0.0 never answers there.";
  return [{ message, fix: "Write 127.0.0.1 in place of localhost.", place: "localhost" }];
}
function busyboxWget(evidence) {
  const place = runPlace(evidence);
  if (place !== null) {
    const found = searchPath(place.image).flatMap((folder) => lookUp(place.files, `${folder}/wget`) ?? [])[0];
    return found === void 0 ? null : baseName(found.file.path) === "busybox";
  }
  const { dockerfile } = evidence;
  if (dockerfile === null) return null;
  const installs = dockerfile.stages.some(
    ({ instructions }) => instructions.some(({ keyword, text }) => keyword === "RUN" && /\bapk\b[^\n]{0,2000}\bwget\b/.test(text))
  );
  return !installs && /(^|[/:-])alpine|(^|\/)busybox/.test(dockerfile.base?.reference ?? "") ? true : null;
}
function endpoints({ profile }, health, probes) {
  const minds = health.commands.some(
    (words) => baseName(words[0]) === "wget" || baseName(words[0]) === "curl" && words.some((word) => word === "--fail" || word === "--fail-with-body" || /^-[a-zA-Z]*f/.test(word ?? ""))
  );
  const posts = /\s(-X\s*POST|--request[ =]POST|-d|--data(-\w+)?|--post-data|--json)\b/.test(health.text);
  if (!minds || posts) return [];
  const path = probes.find((probe) => probe.path !== null && isProtocol(probe.path, profile))?.path;
  if (path === void 0 || path === null) return [];
  const root = path === "" || path === "/";
  const message = root ? "The health check asks for /, which an MCP server has no page for: it answers 404." : `The health check sends a plain GET to ${plainName(path)}, which MCP servers refuse or answer with an endless stream.`;
  return [
    { message, fix: "Give the server a route such as /health that answers 200, and ask for that.", place: "endpoint" }
  ];
}
function isProtocol(path, profile) {
  if (path === "" || path === "/") return profile !== "container";
  return /^\/(mcp|sse|messages?|message)\/?$/.test(path);
}
function ports2(evidence, probes) {
  const { exposedPorts, env } = effective(evidence);
  const ports3 = [...new Set(probes.flatMap(({ port }) => port ?? []))];
  const exposed = new Set(exposedPorts.entries.filter(({ known }) => known).map(({ value }) => value));
  const stray = exposedPorts.complete && exposed.size > 0 ? ports3.filter((port) => !exposed.has(`${port}/tcp`)) : [];
  const variable2 = env.entries.find(({ value, known }) => {
    const [, port] = /^(?:[A-Z]+_)*PORT=(\d{1,5})$/.exec(value) ?? [];
    return known && port !== void 0 && ports3.includes(Number(port));
  });
  const name = variable2?.value.split("=", 1)[0];
  return [
    ...stray.slice(0, 1).map(
      (port) => ({
        message: `The health check asks port ${port}, which is not exposed.`,
        fix: "Make sure that the server listens there; expose the port if clients use it.",
        place: "port",
        severity: "low"
      })
    ),
    ...name === void 0 ? [] : [
      {
        message: `The port is set by ${name}, but the health check has its number written in: it fails when ${name} changes.`,
        fix: `Use the variable in the shell form: \`http://127.0.0.1:\${${name}}/health\`.`,
        place: "port-variable",
        severity: "low"
      }
    ]
  ];
}
function firstProcess({ commands: commands2 }) {
  const parent = commands2.some(
    (words) => baseName(words[0]) === "pgrep" && words.some((word, at) => word === "-P0" || word === "-P" && words[at + 1] === "0")
  );
  if (!parent) return [];
  const message = "pgrep -P 0 takes the server for the first process, which it is not under `docker run --init` and MCP gateways.";
  return [{ message, fix: "Search by name: `pgrep -x NAME`.", place: "first-process", severity: "low" }];
}

// src/rules/shared/run/fetches.ts
var CURL = grammar(
  `-A -b -c -C -d -D -e -E -F -H -K -m -o -P -Q -r -t -T -u -U -w -x -X -y -Y -z
  --output --output-dir --user-agent --header --data --data-raw --data-binary --data-urlencode --form --form-string
  --request --user --proxy --proxy-user --proxy-header --max-time --connect-timeout --retry --retry-delay --retry-max-time
  --cacert --capath --cert --key --pass --cookie --cookie-jar --referer --range --config --write-out --proto
  --proto-default --proto-redir --tls-max --ciphers --tls13-ciphers --resolve --connect-to --interface --limit-rate
  --max-redirs --max-filesize --dump-header --url --url-query --upload-file --noproxy --oauth2-bearer --aws-sigv4
  --netrc-file --pinnedpubkey --speed-limit --speed-time --time-cond --stderr --trace --trace-ascii --dns-servers
  --unix-socket --parallel-max --rate --json --socks5 --socks5-hostname --preproxy --keepalive-time --etag-save
  --etag-compare --create-file-mode --variable --cert-type --key-type`.replaceAll(/\s+/g, " ")
);
var WGET = grammar(
  `-a -o -e -i -B -t -O -T -w -Q -P -U -l -A -R -D -I -X
  --output-document --output-file --append-output --execute --input-file --tries --timeout --wait --waitretry
  --directory-prefix --user-agent --header --post-data --post-file --user --password --http-user --http-password
  --referer --ca-certificate --ca-directory --certificate --private-key --read-timeout --dns-timeout --connect-timeout
  --limit-rate --quota --level --accept --reject --domains --secure-protocol --load-cookies --save-cookies --base
  --method --body-data --config --max-redirect --progress`.replaceAll(/\s+/g, " ")
);
var ARIA2 = grammar(
  "-o -d -x -s -k -j -i -l --out --dir --checksum --input-file --split --max-connection-per-server"
);
function fetchOf(command, lookup) {
  const program = command.name;
  if (program !== "curl" && program !== "wget" && program !== "wget2" && program !== "aria2c") return null;
  const read = readArguments(command.words.slice(1), program === "curl" ? CURL : program === "aria2c" ? ARIA2 : WGET);
  const named6 = optionValue(read, "--url");
  const addresses = [...read.operands, ...named6 === null ? [] : [named6]].map((word) => spelled(word, lookup));
  const lists = hasOption(read, "-i", "--input-file") || program === "curl" && hasOption(read, "-K", "--config");
  if (addresses.length === 0 && !lists || addresses.length > 0 && addresses.every(isLocal2)) return null;
  const redirected = outputFile(command);
  const target = program === "curl" ? curlTarget(read, addresses) : wgetTarget(read, addresses, program);
  const files = (target.output && redirected !== null ? [redirected] : target.files).map(
    (file) => lastPart(typeof file === "string" ? file : spelled(file, lookup))
  );
  return {
    command,
    program,
    host: addresses.map(hostOf).find((host) => host !== null) ?? null,
    arguments: read,
    files: files.filter((file) => !isOpaque(file)),
    toOutput: target.output && redirected === null,
    unnamed: lists || files.some(isOpaque) || program === "curl" && hasOption(read, "-J", "--remote-header-name")
  };
}
function curlTarget(read, addresses) {
  const outputs = read.options.flatMap(
    ({ name, value }) => (name === "-o" || name === "--output") && value !== null ? [value] : []
  );
  const files = outputs.filter(({ shown: shown3 }) => shown3 !== "-" && shown3 !== "/dev/stdout" && shown3 !== "/dev/null");
  const remote = hasOption(read, "-O", "--remote-name", "--remote-name-all");
  return {
    files: [...files, ...remote ? addresses.map(lastPart) : []],
    output: !remote && files.length === 0 && !outputs.some(({ shown: shown3 }) => shown3 === "/dev/null")
  };
}
function wgetTarget(read, addresses, program) {
  const value = program === "aria2c" ? optionValue(read, "-o", "--out") : optionValue(read, "-O", "--output-document");
  if (value === null) return { files: addresses.map(lastPart), output: false };
  if (value.shown === "-" || value.shown === "/dev/stdout") return { files: [], output: true };
  return { files: value.shown === "/dev/null" ? [] : [value], output: false };
}
function outputFile(command) {
  const redirect = command.redirects.findLast(
    ({ operator, descriptor }) => /^(>|>>|>\||&>|&>>)$/.test(operator) && (descriptor === null || descriptor === 1)
  );
  return redirect?.target ?? null;
}
function isLocal2(address) {
  return /^file:|^([a-z]+:\/\/)?(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)([:/]|$)/i.test(address);
}
function isOpaque(name) {
  return name === "" || /^(\$\w+|\$\(.*\)|\$\{.*\}|`.*`)$/s.test(name);
}

// src/rules/shared/run/insecure-options.ts
function insecureOption(command, lookup) {
  const { name } = command;
  if (name === null) return null;
  const plain = name.replace(/[\d.]+$/, "");
  const check = Object.hasOwn(CHECKS, plain) ? CHECKS[plain] : void 0;
  if (check === void 0) return null;
  return check(
    command.words.slice(1).map((word) => spelled(word, lookup)),
    command,
    lookup
  );
}
var TLS = "does not check the certificate of the server";
var SIGNATURE = "takes packages without a valid signature";
var CHECKS = {
  curl: (_words, command, lookup) => {
    const { options } = readArguments(command.words.slice(1), CURL);
    const off = options.find(({ name }) => name === "-k" || name === "--insecure" || name === "--proxy-insecure");
    return off !== void 0 && fetchOf(command, lookup) !== null ? `${off.name} ${TLS}` : null;
  },
  wget: (_words, command, lookup) => {
    const { options } = readArguments(command.words.slice(1), WGET);
    const off = options.some(({ name }) => /^--no-check-c/.test(name));
    return off && fetchOf(command, lookup) !== null ? `--no-check-certificate ${TLS}` : null;
  },
  git: (words) => {
    const at = words.findIndex((word) => /^http\.(.*\.)?sslverify(=|$)/i.test(word));
    const value = words[at]?.split("=")[1] ?? words[at + 1] ?? "";
    return at >= 0 && isOff2(value) ? `http.sslVerify ${TLS}` : null;
  },
  apt,
  "apt-get": apt,
  aptitude: apt,
  apk: (words) => words.includes("--allow-untrusted") ? `--allow-untrusted ${SIGNATURE}` : null,
  yum: rpmFamily,
  dnf: rpmFamily,
  microdnf: rpmFamily,
  rpm: (words) => {
    const off = words.find((word) => word === "--nosignature" || word === "--nogpgcheck");
    return off === void 0 ? null : `${off} ${SIGNATURE}`;
  },
  zypper: (words) => words.includes("--no-gpg-checks") ? `--no-gpg-checks ${SIGNATURE}` : null,
  pip: pip2,
  pipx: pip2,
  python: (words) => words[0] === "-m" && words[1] === "pip" ? pip2(words) : null,
  uv: (words) => words.some((word) => /^--allow-insecure-host(=|$)/.test(word)) ? `--allow-insecure-host ${TLS}` : null,
  npm: strictSsl,
  pnpm: strictSsl,
  yarn: strictSsl,
  conda: (words) => {
    const at = words.indexOf("ssl_verify");
    const off = at >= 0 && isOff2(words[at + 1] ?? "") || words.includes("--insecure") || words.includes("-k");
    return off ? `ssl_verify ${TLS}` : null;
  },
  composer: (words) => {
    const at = words.indexOf("disable-tls");
    return at >= 0 && words[at + 1] === "true" ? "disable-tls fetches without TLS" : null;
  }
};
function apt(words) {
  const off = words.find(
    (word) => /^--(allow-unauthenticated|force-yes|allow-insecure-repositories)$/.test(word) || /^(-o)?(APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories)=("?)(1|true|yes)/i.test(word)
  );
  if (off !== void 0) return `${off.replace(/^-o/, "").split("=", 1)[0]} ${SIGNATURE}`;
  const peer = words.some((word) => /^(-o)?Acquire::https::(.*::)?Verify-(Peer|Host)=("?)(0|false|no)/i.test(word));
  return peer ? `Acquire::https::Verify-Peer ${TLS}` : null;
}
function rpmFamily(words) {
  if (words.some((word) => /^--nogpgcheck$|^--setopt=(.*\.)?gpgcheck=(0|false|no)$/.test(word)))
    return `gpgcheck ${SIGNATURE}`;
  return words.some((word) => /^--setopt=(.*\.)?sslverify=(0|false|no)$/.test(word)) ? `sslverify ${TLS}` : null;
}
function pip2(words) {
  const host = words.some((word) => /^--trusted-host(=|$)/.test(word));
  const config = words.some((word) => /(^|\.)trusted-host$/.test(word)) && words.includes("config");
  return host || config ? `trusted-host ${TLS}` : null;
}
function strictSsl(words) {
  const off = words.some((word, at) => {
    if (/^(--)?strict-ssl=(false|0)$/.test(word) || word === "--no-strict-ssl") return true;
    return /^(--)?(strict-ssl|enableStrictSsl)$/.test(word) && isOff2(words[at + 1] ?? "");
  });
  return off ? `strict-ssl ${TLS}` : null;
}
function isOff2(value) {
  return /^(false|0|no|off)$/i.test(value);
}

// src/rules/shared/run/insecure-variables.ts
var VARIABLES = {
  NODE_TLS_REJECT_UNAUTHORIZED: (value) => value === "0",
  PYTHONHTTPSVERIFY: (value) => value === "0",
  GIT_SSL_NO_VERIFY: (value) => !/^(|0|false|no|off)$/i.test(value),
  NPM_CONFIG_STRICT_SSL: (value) => value === "false",
  YARN_STRICT_SSL: (value) => value === "false",
  YARN_ENABLE_STRICT_SSL: (value) => value === "false" || value === "0",
  PIP_TRUSTED_HOST: (value) => value !== "",
  UV_INSECURE_HOST: (value) => value !== "",
  GOINSECURE: (value) => value !== "",
  CONDA_SSL_VERIFY: (value) => /^(false|0|no)$/i.test(value)
};
function isInsecureVariable(name, value) {
  const key = name.toUpperCase();
  if (name !== key && !key.startsWith("NPM_CONFIG_")) return false;
  return Object.hasOwn(VARIABLES, key) && VARIABLES[key]?.(value.trim()) === true;
}

// src/rules/insecure-fetch.ts
var FIX19 = "Leave the check on. For a server with a certificate of your own, add its authority: copy it to /usr/local/share/ca-certificates and run update-ca-certificates, or name it with `--cacert`, `NODE_EXTRA_CA_CERTS`, `PIP_CERT`. For a repository with a key of its own, install the key.";
var insecureFetch = {
  id: "insecure-fetch",
  title: "Certificates and signatures are checked",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Without these checks anybody between the build and the server can send another file, and the build runs it. As a variable of the image the same holds for every connection of the running server.",
  fix: FIX19,
  aliases: ["CIS 4.11"],
  examples: {
    good: [
      {
        title: "an own authority",
        dockerfile: "FROM scratch\nRUN curl --cacert /ca.pem -fsSLO https://example.com/a.tgz\n"
      },
      { title: "an option that only looks alike", dockerfile: "FROM scratch\nRUN curl -o k https://example.com/k\n" },
      { title: "text that names the option", dockerfile: 'FROM scratch\nRUN echo "never use curl -k"\n' },
      { title: "this machine", dockerfile: "FROM scratch\nRUN curl -k https://localhost:8443/health\n" }
    ],
    bad: [
      {
        title: "in a cluster of letters",
        dockerfile: "FROM scratch\nRUN curl -fsSLk https://example.com/a.tgz -o /a.tgz\n"
      },
      { title: "wget", dockerfile: "FROM scratch\nRUN wget --no-check-certificate https://example.com/a.tgz\n" },
      { title: "packages without a signature", dockerfile: "FROM scratch\nRUN apk add --allow-untrusted /tmp/x.apk\n" },
      {
        title: "an unchecked repository",
        dockerfile: 'FROM scratch\nRUN echo "deb [trusted=yes] https://example.com ./" > /etc/apt/sources.list\n'
      },
      { title: "npm for good", dockerfile: "FROM scratch\nRUN npm config set strict-ssl false\n" },
      { title: "as a variable", dockerfile: "FROM scratch\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n" }
    ]
  },
  judge(evidence) {
    const faults = variableFaults2(evidence);
    if (evidence.dockerfile === null && faults.length > 0) return fail(faults);
    return judgeRuns(
      evidence,
      (dockerfile) => ({ faults: [...faults, ...runFaults(dockerfile), ...heredocFaults(dockerfile)] }),
      CONTENT
    );
  }
};
var CONTENT = "No check of certificates or signatures is switched off.";
function runFaults(dockerfile) {
  return scriptRuns(dockerfile).flatMap((run) => {
    const lookup = variablesOf(dockerfile, run.script);
    return run.script.commands.flatMap((command) => {
      const option = insecureOption(command, lookup);
      const variable2 = command.assignments.find(({ name, value }) => isInsecureVariable(name, value?.value ?? ""));
      const message = option !== null ? `${shownName(command.name ?? "")}: ${option}.` : variable2 !== void 0 ? variableMessage(variable2.name) : sourceFault(run, command.index);
      return message === null ? [] : [{ message, fix: FIX19, location: run.instruction.location, place: commandPlace(command.text) }];
    });
  });
}
function sourceFault({ script }, index) {
  const command = script.commands[index];
  const texts = [
    ...(command?.words ?? []).map(({ shown: shown3 }) => shown3),
    ...(command?.redirects ?? []).map(({ body }) => body ?? "")
  ];
  const nested = script.commands[index + 1];
  if (nested !== void 0 && command !== void 0 && nested.level > command.level) return null;
  return texts.some(trustsUnsigned) ? "A package repository is trusted without a signature ([trusted=yes])." : null;
}
function heredocFaults(dockerfile) {
  const copies = dockerfile.reachable.flatMap((stage) => dockerfile.stages[stage]?.instructions ?? []).filter(
    ({ keyword, heredocs }) => (keyword === "COPY" || keyword === "ADD") && heredocs.some(({ content }) => trustsUnsigned(content))
  );
  return copies.map(({ location, text }) => ({
    message: "A package repository is trusted without a signature ([trusted=yes]).",
    fix: FIX19,
    location,
    place: commandPlace(`COPY ${text}`)
  }));
}
function variableFaults2(evidence) {
  const found = /* @__PURE__ */ new Map();
  const add3 = (name, location) => {
    found.set(name, {
      message: variableMessage(name),
      fix: FIX19,
      location,
      place: `env:${name}`
    });
  };
  for (const { name, value, location } of evidence.dockerfile?.assignments ?? [])
    if (value !== null && isInsecureVariable(name, value)) add3(name, location);
  for (const { value: entry, known, from: from2 } of effective(evidence).env.entries) {
    const equals = entry.indexOf("=");
    const name = entry.slice(0, Math.max(equals, 0));
    if (known && isInsecureVariable(name, entry.slice(equals + 1)) && !found.has(name))
      add3(name, from2 ?? fromLine(evidence));
  }
  return [...found.values()];
}
function variableMessage(name) {
  return `${shownName(name)} switches the check of certificates off.`;
}
function trustsUnsigned(text) {
  for (let at = text.indexOf("trusted=yes"); at >= 0; at = text.indexOf("trusted=yes", at + 1)) {
    const before = text.slice(Math.max(at - 200, 0), at);
    if (before.lastIndexOf("[") > Math.max(before.lastIndexOf("]"), before.lastIndexOf("\n"))) return true;
  }
  return false;
}

// src/rules/label-mcp-server-name.ts
var MCP_NAME_LABEL = "io.modelcontextprotocol.server.name";
var FIX20 = `Write \`LABEL ${MCP_NAME_LABEL}="io.github.OWNER/SERVER"\` into the final stage, with the name of server.json.`;
var labelMcpServerName = {
  id: "label-mcp-server-name",
  title: "The image carries the name that the MCP registry asks for",
  severity: { mcp: "low", container: "off", strict: "high" },
  why: "The MCP registry takes an image for a server only when this label equals the name in server.json: it proves that whoever publishes the entry also builds the image.",
  fix: FIX20,
  aliases: [],
  examples: {
    good: [
      {
        title: "the label",
        dockerfile: `FROM scratch
LABEL ${MCP_NAME_LABEL}=io.github.acme/time
ENTRYPOINT ["/server"]
`
      }
    ],
    bad: [
      { title: "no label", dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n', image: { files: {} } },
      {
        title: "an empty one",
        dockerfile: `FROM scratch
LABEL ${MCP_NAME_LABEL}=
ENTRYPOINT ["/server"]
`,
        image: { files: {} }
      },
      {
        title: "no name as the registry writes them",
        dockerfile: `FROM scratch
LABEL ${MCP_NAME_LABEL}=time
ENTRYPOINT ["/server"]
`
      }
    ]
  },
  judge(evidence) {
    const { labels } = effective(evidence);
    const label = labels.entries.find(({ value }) => value.startsWith(`${MCP_NAME_LABEL}=`));
    const location = label?.from ?? fromLine(evidence);
    if (label !== void 0 && !label.known) return unknown("The label has a variable without a value here.");
    const name = label?.value.slice(MCP_NAME_LABEL.length + 1) ?? "";
    const state = serverJsonOf(evidence);
    if (name === "") {
      if (evidence.image === null) return unknown("The label is not in the Dockerfile; CI may set it when it builds.");
      const wanted = state.kind === "found" ? `; server.json names ${plainName(state.server.name)}` : "";
      return fail([{ message: `The label ${MCP_NAME_LABEL} is missing or empty${wanted}.`, fix: FIX20, location }]);
    }
    if (state.kind === "unreadable") return unknown("The server.json of the repository is not of the expected form.");
    if (state.kind === "found" && state.server.name !== name) {
      const message = `The label ${MCP_NAME_LABEL} says ${plainName(name)}, but ${plainName(state.server.file)} says ${plainName(state.server.name)}.`;
      return fail([{ message, fix: FIX20, location }]);
    }
    if (!/^[A-Za-z0-9.-]{3,100}\/[A-Za-z0-9._-]{1,100}$/.test(name)) {
      return fail([
        {
          message: `The label ${MCP_NAME_LABEL} says ${plainName(name)}, which is no name of the form NAMESPACE/SERVER.`,
          fix: FIX20,
          location
        }
      ]);
    }
    return pass(
      state.kind === "found" ? `The label equals the name in ${plainName(state.server.file)}.` : `The label names ${plainName(name)}.`
    );
  }
};

// src/rules/labels-oci.ts
var PREFIX = "org.opencontainers.image.";
var WANTED = ["title", "description", "source", "licenses", "version", "revision"];
var FIX21 = "Set them in the Dockerfile (`LABEL org.opencontainers.image.source=\u2026`), or let CI do it: docker/metadata-action writes all of them.";
var ALL = WANTED.map((name) => `${PREFIX}${name}="x"`).join(" ");
var labelsOci = {
  id: "labels-oci",
  title: "The image says what it is and where it comes from",
  severity: { mcp: "low", container: "low", strict: "low" },
  why: "Registries, scanners and people who find a container running ask for its source, version and licence. The standard labels answer.",
  fix: FIX21,
  aliases: ["DL3048", "DL3049", "DL3050", "DL3051", "DL3052", "DL3053", "DL3054", "DL3055", "DL3056", "DL3058"],
  examples: {
    good: [{ title: "all of them", dockerfile: `FROM scratch
LABEL ${ALL}
` }],
    bad: [
      {
        title: "some are missing, one is empty",
        dockerfile: `FROM scratch
LABEL ${PREFIX}title="x" ${PREFIX}source=""
`,
        image: { files: {} }
      },
      {
        title: "one that the policy requires is missing",
        dockerfile: `FROM scratch
LABEL ${ALL}
`,
        image: { files: {} },
        options: { requiredLabels: ["com.example.team"] }
      }
    ]
  },
  judge(evidence, { requiredLabels = [] }) {
    const { labels } = effective(evidence);
    const set = new Map(
      labels.entries.filter(({ known }) => known).map(({ value }) => [value.slice(0, Math.max(value.indexOf("="), 0)), value.slice(value.indexOf("=") + 1)])
    );
    const isMissing = (name) => (set.get(name) ?? "").trim() === "";
    const demanded = [...new Set(requiredLabels)];
    const usual = WANTED.map((name) => `${PREFIX}${name}`).filter((name) => !demanded.includes(name));
    const missing = usual.filter(isMissing);
    const demandedMissing = demanded.filter(isMissing);
    if (missing.length + demandedMissing.length === 0)
      return pass(`The standard labels${demanded.length === 0 ? "" : " and those of the policy"} are set.`);
    if (evidence.image === null) {
      const names2 = [...demandedMissing, ...missing.map((name) => name.slice(PREFIX.length))];
      return unknown(`Not in the Dockerfile: ${names2.join(", ")}. CI may set them when it builds.`);
    }
    const location = labels.entries.find(({ value, from: line }) => value.startsWith(PREFIX) && line !== null)?.from ?? fromLine(evidence);
    const message = `Labels that are missing or empty: ${missing.join(", ")}.`;
    return fail([
      ...missing.length === 0 ? [] : [{ message, fix: FIX21, location }],
      ...demandedMissing.map(
        (name) => ({
          message: `The label ${name}, which the policy requires, is missing or empty.`,
          fix: `Set it in the Dockerfile (\`LABEL ${name}=\u2026\`) or on the command line of the build (\`--label ${name}=\u2026\`).`,
          location,
          place: `label:${name}`
        })
      )
    ]);
  }
};

// src/rules/package-cache-left.ts
var FIX22 = "Mount the cache while building (`RUN --mount=type=cache,target=/root/.npm npm ci`), or delete it in the very RUN that fills it (`rm -rf /var/lib/apt/lists/*`): a later layer only hides it.";
var WORTH = 64 * 1024;
var packageCacheLeft = {
  id: "package-cache-left",
  title: "No caches of package managers in the image",
  severity: { mcp: "low", container: "low", strict: "low" },
  why: "Indexes and downloads of the build are carried to every machine that pulls the image, and nothing reads them again.",
  fix: FIX22,
  aliases: [
    "DL3009",
    "DL3019",
    "DL3032",
    "DL3036",
    "DL3040",
    "DL3042",
    "DL3060",
    "CIS-DI-0007",
    "DKL-DI-0005",
    "DS-0015",
    "DS-0019",
    "DS-0020",
    "CIS 4.7"
  ],
  examples: {
    good: [
      {
        title: "only what tools leave as a matter of course",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: {
          files: {
            "/var/lib/apt/lists/lock": "",
            "/var/cache/apt/archives/partial/": {},
            "/var/cache/debconf/config.dat": { size: 9e5 }
          }
        }
      }
    ],
    bad: [
      {
        title: "package lists",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: {
          files: { "/var/lib/apt/lists/deb.debian.org_dists_trixie_main_binary-amd64_Packages": { size: 48e6 } }
        }
      },
      {
        title: "deleted by a later layer, so still carried along",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: { files: { "/root/.npm/_cacache/content-v2/sha512/ab/cd": { size: 3e7, deleted: true } } }
      }
    ]
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files === null) return unknown(noFiles(evidence));
    const hidden = new Set(files.hidden);
    const caches = [...cachesOf(everyFile(files))].filter(([, held]) => sizeOf(held) >= WORTH);
    if (caches.length === 0) return pass("No caches of package managers in any layer.");
    const parts = caches.sort(([, a], [, b]) => sizeOf(b) - sizeOf(a)).map(([name, held]) => {
      const late = held.every((file) => hidden.has(file)) ? ", deleted too late" : "";
      return `${plainName(name)} (${bytes(sizeOf(held))}${late})`;
    });
    const all = caches.flatMap(([, held]) => held);
    const shown3 = parts.length > 10 ? `${parts.slice(0, 10).join(", ")} and ${parts.length - 10} more` : parts.join(", ");
    return fail([
      {
        message: `Caches of package managers, ${bytes(sizeOf(all))} in all: ${shown3}.`,
        fix: FIX22,
        location: placeOf(evidence, all)
      }
    ]);
  }
};
var CACHE = /^(\/var\/lib\/apt\/lists|\/var\/cache\/(?:apt\/archives|apk|dnf|libdnf5|yum|zypp|pacman\/pkg)|\/etc\/apk\/cache|(?:\/root|\/home\/[^/]+)?\/(?:\.cache\/(?:pip|uv|pypoetry|go-build|yarn|node|composer|ms-playwright-go)|\.npm\/_cacache|\.cargo\/registry|\.bundle\/cache|\.local\/share\/pnpm\/store)|\/usr\/local\/share\/\.cache\/yarn|\/root\/\.yarn\/berry\/cache)\//;
function cachesOf(files) {
  const caches = /* @__PURE__ */ new Map();
  for (const file of files) {
    const cache = file.type === "file" ? CACHE.exec(file.path)?.[1] : void 0;
    if (cache === void 0) continue;
    const held = caches.get(cache);
    if (held === void 0) caches.set(cache, [file]);
    else held.push(file);
  }
  return caches;
}
function sizeOf(files) {
  return files.reduce((sum, { size }) => sum + size, 0);
}

// src/rules/package-manager-left.ts
var FIX23 = "Remove them in the final stage (`RUN rm -rf /usr/local/lib/node_modules/npm /usr/local/bin/npm /usr/local/bin/npx`), or build on a distroless or chiseled base. Where one must stay, accept it with a reason and a date.";
var MANAGERS = {
  apt: ["apt", "apt-get", "aptitude"],
  dpkg: ["dpkg"],
  apk: ["apk"],
  dnf: ["dnf", "dnf5", "microdnf", "yum", "tdnf"],
  rpm: ["rpm"],
  zypper: ["zypper"],
  pacman: ["pacman"],
  npm: ["npm", "npx"],
  corepack: ["corepack"],
  yarn: ["yarn", "yarnpkg"],
  pnpm: ["pnpm", "pnpx"],
  pip: ["pip", "pip3"],
  pipx: ["pipx"],
  uv: ["uv", "uvx"],
  poetry: ["poetry"],
  conda: ["conda", "mamba", "micromamba"],
  gem: ["gem", "bundle"],
  cargo: ["cargo"],
  composer: ["composer"]
};
var BY_PROGRAM = new Map(
  Object.entries(MANAGERS).flatMap(([name, programs]) => programs.map((program) => [program, name]))
);
var packageManagerLeft = {
  id: "package-manager-left",
  title: "No package manager in the image",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "A running server installs nothing. A package manager helps whoever breaks in to fetch tools, brings vulnerabilities of its own (npm alone has a hundred packages), and lets code be installed at start.",
  fix: FIX23,
  aliases: ["CIS 4.3"],
  examples: {
    good: [
      {
        title: "only the runtime",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["node", "/app/server.js"]\n',
        image: {
          files: { "/usr/local/bin/node": { program: "amd64" }, "/app/node_modules/npm-packlist/package.json": "{}" }
        }
      }
    ],
    bad: [
      {
        title: "npm of the base image",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["node", "/app/server.js"]\n',
        image: {
          files: {
            "/usr/local/bin/npm": { link: "../lib/node_modules/npm/bin/npm-cli.js" },
            "/usr/local/bin/npx": { link: "../lib/node_modules/npm/bin/npx-cli.js" },
            "/usr/local/lib/node_modules/npm/bin/npm-cli.js": { mode: 493 },
            "/usr/local/lib/node_modules/npm/bin/npx-cli.js": { mode: 493 }
          }
        }
      },
      {
        title: "pip as a module only",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["python", "/app/server.py"]\n',
        image: { files: { "/usr/local/lib/python3.14/site-packages/pip/__main__.py": "" } }
      }
    ]
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files === null) return unknown(noFiles(evidence));
    const found = managersOf(files);
    if (found.size === 0) return pass("No package manager in the image.");
    const sources = layerSources(evidence);
    const names2 = [...found].map(([name, held]) => {
      const origin = held.map(({ layer }) => sources.get(layer)?.origin).find((known) => known !== void 0);
      const where = origin === void 0 ? "" : origin === "base" ? ", from the base image" : ", added by this build";
      return `${name} (${plainName(held[0]?.path ?? "")}${where})`;
    });
    const used = commandsOf(startWords(evidence) ?? []).map(([name]) => BY_PROGRAM.get(baseOf(name)));
    const needed = [...found.keys()].filter((name) => used.includes(name));
    const note = needed.length === 0 ? "" : ` The start command itself uses ${needed.join(" and ")}: see runtime-install.`;
    return fail([
      {
        message: `Package managers in the image: ${names2.join(", ")}.${note}`,
        fix: FIX23,
        location: placeOf(evidence, [...found.values()].flat())
      }
    ]);
  }
};
function managersOf(files) {
  const found = /* @__PURE__ */ new Map();
  for (const file of files.merged) {
    const name = managerOf(file);
    if (name === null || file.type === "symlink" && lookUp(files, file.path) === null) continue;
    found.set(name, [...(found.get(name) ?? []).slice(0, 9), file]);
  }
  return found;
}
function managerOf({ path, type }) {
  if (type === "directory") return null;
  const program = /\/s?bin\/([^/]+)$/.exec(path)?.[1];
  if (program !== void 0) return BY_PROGRAM.get(program.replace(/^(pip)[\d.]+$/, "$1")) ?? null;
  return /\/python[\d.]+\/(site-packages\/pip\/__main__|ensurepip\/__main__)\.py$|\/dist-packages\/pip\/__main__\.py$/.test(
    path
  ) ? "pip" : null;
}
function baseOf(name) {
  return (name ?? "").slice((name ?? "").lastIndexOf("/") + 1);
}

// src/rules/passwd-hygiene.ts
var FIX24 = "Lock the account (`passwd -l NAME`, `usermod -L NAME`), or create it without a password: `adduser -D`, `useradd` do.";
var passwdHygiene = {
  id: "passwd-hygiene",
  title: "Every account is locked or has a password, and only root is uid 0",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "With an empty password `su` lets any process in; a second account with uid 0 is root under a name that nobody looks for.",
  fix: FIX24,
  aliases: ["DKL-LI-0001", "DKL-LI-0002"],
  examples: {
    good: [
      {
        title: "locked accounts",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: {
          files: {
            "/etc/passwd": "root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/sbin/nologin\n",
            "/etc/shadow": "root:*::0:::::\nnobody:!::0:::::\n"
          }
        }
      },
      {
        title: "comments, empty lines and entries of a directory service",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: {
          files: { "/etc/passwd": "# accounts\n\nroot:x:0:0::/root:/bin/sh\n+::::::\n", "/etc/shadow": "# none\n\n" }
        }
      }
    ],
    bad: [
      {
        title: "an empty password",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: { files: { "/etc/passwd": "root:x:0:0::/root:/bin/sh\n", "/etc/shadow": "root::0:0:::::\n" } }
      },
      {
        title: "a second root",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: { files: { "/etc/passwd": "root:x:0:0::/root:/bin/sh\nadmin:x:0:0::/:/bin/sh\n" } }
      }
    ]
  },
  judge(evidence) {
    const { image } = evidence;
    if (image === null) return unknown("Only the built image can tell.");
    const passwd = image.texts["/etc/passwd"];
    const shadow = image.texts["/etc/shadow"];
    const faults = faultsOf2(image).map((fault3) => ({ ...fault3, location: fromLine(evidence) }));
    if (faults.length > 0) return fail(faults);
    if (passwd === void 0 || shadow === void 0) return unknown("The account files of the image were not read.");
    return pass(passwd === null ? "The image has no accounts." : "No empty password, and only root is uid 0.");
  }
};
function faultsOf2({ texts }) {
  const passwd = entries(texts["/etc/passwd"] ?? "");
  const shadow = entries(texts["/etc/shadow"] ?? "");
  const open2 = [...passwd, ...shadow].filter(([, password]) => password === "").map(([name = ""]) => name);
  const ids = passwd.flatMap(([name = "", , id = ""]) => /^\d+$/.test(id) ? [{ name, uid: Number(id) }] : []);
  const roots = ids.filter(({ uid, name }) => uid === 0 && name !== "root").map(({ name }) => name);
  const twice = repeated(ids.filter(({ uid }) => uid !== 0));
  return [
    ...open2.length === 0 ? [] : [{ message: `Accounts with an empty password: ${listed([...new Set(open2)])}.`, fix: FIX24, place: "password" }],
    ...roots.length === 0 ? [] : [
      {
        message: `Accounts besides root with uid 0: ${listed([...new Set(roots)])}.`,
        fix: "Remove them, or give them a uid of their own.",
        place: "uid-0"
      }
    ],
    ...twice.length === 0 ? [] : [
      {
        message: `Accounts that share a uid: ${listed(twice)}.`,
        fix: "Give each account a uid of its own: files of one belong to the other.",
        place: "shared-uid",
        severity: "low"
      }
    ]
  ];
}
function entries(text) {
  return text.split("\n").map((line) => line.trim()).filter((line) => /^[^#+:-][^:]*:/.test(line)).map((line) => line.split(":", 4));
}
function repeated(ids) {
  const first = /* @__PURE__ */ new Map();
  const pairs = [];
  for (const { name, uid } of ids) {
    const other = first.get(uid);
    if (other === void 0) first.set(uid, name);
    else if (other !== name) pairs.push(`${other} and ${name} (${uid})`);
  }
  return pairs;
}

// src/rules/pid1-signals.ts
var FIX25 = 'Start the program itself (`ENTRYPOINT ["node", "server.js"]`), end a start script with `exec program "$@"`, or put an init in front: `ENTRYPOINT ["tini", "--", "npm", "start"]`.';
var pid1Signals = {
  id: "pid1-signals",
  title: "Process 1 passes signals on",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "Signals go to process 1. npm, yarn and scripts without `exec` keep SIGTERM to themselves: the server is killed after ten seconds instead of ending in order, and its children stay as zombies.",
  fix: FIX25,
  aliases: [],
  examples: {
    good: [
      { title: "the program itself", dockerfile: 'FROM scratch\nENTRYPOINT ["node", "server.js"]\n' },
      {
        title: "an init in front",
        dockerfile: 'FROM scratch\nENTRYPOINT ["/usr/bin/tini", "--"]\nCMD ["npm", "start"]\n'
      },
      {
        title: "a shell that hands over",
        dockerfile: 'FROM scratch\nENTRYPOINT ["sh", "-c", "migrate && exec node server.js"]\n'
      },
      {
        title: "a script that hands over",
        dockerfile: 'FROM scratch\nENTRYPOINT ["/start.sh"]\n',
        image: { files: { "/start.sh": { mode: 493, content: '#!/bin/sh\nset -e\nexec node server.js "$@"\n' } } }
      }
    ],
    bad: [
      { title: "npm", dockerfile: 'FROM scratch\nCMD ["npm", "start"]\n' },
      { title: "npx", dockerfile: 'FROM scratch\nENTRYPOINT ["npx", "my-server"]\n' },
      {
        title: "a list of commands",
        dockerfile: 'FROM scratch\nENTRYPOINT ["sh", "-c", "migrate && node server.js"]\n'
      },
      {
        title: "a script without exec",
        dockerfile: 'FROM scratch\nENTRYPOINT ["/start.sh"]\n',
        image: { files: { "/start.sh": { mode: 493, content: "#!/bin/sh\nnode server.js\n" } } }
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const start = startOf(evidence);
    if (start === null) return unknown("The base image may set what is started; only the built image can tell.");
    const { command, location } = start;
    if (isShellForm(evidence)) return pass("The shell form is judged by entrypoint-exec-form.");
    if (command === null || command.wrappers.some((name) => INITS.has(name))) return pass("An init is process 1.");
    const judged2 = judgeCommand(command, evidence.image);
    if (typeof judged2 !== "string") return judged2;
    return fail([{ message: judged2, fix: FIX25, location }]);
  }
};
var INITS = /* @__PURE__ */ new Set(["tini", "dumb-init", "catatonit"]);
var SUPERVISORS = /* @__PURE__ */ new Set(["tini-static", "docker-init", "s6-svscan", "init", "my_init", "supervisord", "runsvdir"]);
var RUNNERS = /* @__PURE__ */ new Set(["npm", "npx", "yarn", "pnpm", "pnpx", "yarnpkg"]);
function judgeCommand(command, image) {
  const { name, words } = command;
  if (name === null) return unknown("What is started is in a variable.");
  if (SUPERVISORS.has(name)) return pass("An init is process 1.");
  if (RUNNERS.has(name)) return `${name} is process 1 and does not pass signals on to the server.`;
  const shell = isShell(name) ? readShellStart(words) : null;
  if (shell !== null && shell.script !== null) return judgeScript(shell.script.shown, name);
  const script = shell === null ? /\.(sh|bash)$/.test(name) ? words[0] : void 0 : shell.file ?? void 0;
  if (script === void 0) return pass(`${shownName(name)} is process 1.`);
  const text = image === null ? null : fileText(script.shown, image);
  if (text === null) return unknown(`Whether the script ${shownName(script.shown)} hands over with exec is not known.`);
  return judgeScript(text, shownName(script.shown));
}
function judgeScript(text, who) {
  const { commands: commands2, complete } = readScript(text);
  const own = commands2.filter(({ level }) => level === 0);
  if (!complete) return unknown(`The script of ${who} cannot be read.`);
  const replaced = own.filter(({ wrappers }) => wrappers.includes("exec"));
  const runner2 = replaced.length === 1 ? replaced.find(({ name }) => name !== null && RUNNERS.has(name)) : void 0;
  if (runner2 !== void 0) return `${runner2.name} is process 1 and does not pass signals on to the server.`;
  if (replaced.length > 0) return pass(`${who} hands over with exec.`);
  if (own.length === 1 && own[0] !== void 0 && isShell(who)) return pass(`${who} runs one command in its place.`);
  return `${who} is process 1 and starts the server without exec.`;
}
function isShellForm(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  const [keyword, setting] = (entrypoint.value ?? []).length > 0 ? ["ENTRYPOINT", entrypoint] : ["CMD", cmd];
  const written2 = writtenAs(keyword, evidence, setting);
  if (written2 !== null)
    return written2.json === null && (setting.value ?? []).length > 0 && !execs(setting.value?.at(-1) ?? "");
  const [shell, option, , ...more] = setting.value ?? [];
  return evidence.dockerfile === null && shell === "/bin/sh" && option === "-c" && more.length === 0;
}
function execs(text) {
  return /^\s*exec\s/.test(text);
}

// src/rules/shared/run/flow.ts
function flowFrom(script, isSource) {
  const readers = /* @__PURE__ */ new Map();
  for (const { index, stdin, words } of script.commands) {
    for (const pipe of [...stdin === null ? [] : [stdin], ...words.flatMap(({ feeds }) => feeds)]) {
      const list = readers.get(pipe);
      if (list === void 0) readers.set(pipe, [index]);
      else list.push(index);
    }
  }
  const written2 = /* @__PURE__ */ new Map();
  for (const [pipe, { writers }] of script.pipes.entries())
    for (const writer of writers) written2.set(writer, [...written2.get(writer) ?? [], pipe]);
  const pipes = /* @__PURE__ */ new Set();
  const open2 = script.commands.filter(isSource).map(({ index }) => index);
  const seen = new Set(open2);
  for (let next = open2.pop(); next !== void 0; next = open2.pop()) {
    for (const pipe of written2.get(next) ?? []) {
      if (pipes.has(pipe)) continue;
      pipes.add(pipe);
      for (const reader of readers.get(pipe) ?? []) {
        if (seen.has(reader)) continue;
        seen.add(reader);
        open2.push(reader);
      }
    }
  }
  return { pipes, commands: seen, reaches: ({ stdin }) => stdin !== null && pipes.has(stdin) };
}

// src/rules/shared/run/unpacks.ts
var NOTHING = { files: [], input: false };
var TAR = grammar(
  "-f -C -T -X -b -I -F -g -H -K -L -N -V --file --directory --strip-components --exclude --transform"
);
var PLAIN = grammar("");
var DECOMPRESSORS = {
  gunzip: true,
  bunzip2: true,
  unxz: true,
  unlzma: true,
  unzstd: true,
  unlz4: true,
  gzip: false,
  pigz: false,
  bzip2: false,
  xz: false,
  zstd: false,
  lz4: false,
  lzma: false
};
var INSTALLERS = {
  apt: ["install"],
  "apt-get": ["install"],
  yum: ["install", "localinstall"],
  dnf: ["install", "localinstall"],
  microdnf: ["install"],
  zypper: ["install", "in"],
  apk: ["add"],
  pip: ["install"],
  npm: ["install", "i", "add"],
  gem: ["install"]
};
function usesOf(command) {
  const uses = usesByName(command);
  const inputs = command.redirects.flatMap(
    ({ operator, target }) => operator === "<" && target !== null ? [target] : []
  );
  return uses.input ? { ...uses, files: [...uses.files, ...inputs] } : uses;
}
function usesByName(command) {
  const { name, words } = command;
  const [program, ...rest] = words;
  if (program === void 0) return NOTHING;
  const run = executionOf(command);
  if (run !== null) return { files: run.file === null ? [] : [run.file], input: run.readsInput };
  if (name === null) return { files: [program], input: false };
  if (name === "tar" || name === "bsdtar" || name === "gtar") return tar(rest);
  if (Object.hasOwn(DECOMPRESSORS, name)) return decompress(rest, DECOMPRESSORS[name] === true);
  const plain = name.replace(/^pip[\d.]+$/, "pip");
  const verbs = Object.hasOwn(INSTALLERS, plain) ? INSTALLERS[plain] : void 0;
  const { options, operands } = readArguments(rest, PLAIN);
  if (verbs !== void 0)
    return verbs.includes(operands[0]?.shown ?? "") ? { files: operands.slice(1), input: false } : NOTHING;
  switch (name) {
    case "unzip":
    case "funzip":
    case "unrar":
    case "jar":
    case "rpm2cpio":
    case "gdebi":
    case "install":
    case "ar":
    case "7z":
    case "7za":
    case "7zr":
      return { files: operands, input: false };
    case "cpio":
      return { files: operands, input: true };
    case "dpkg":
    case "dpkg-deb":
    case "rpm":
      return options.some(({ name: option }) => PACKAGE.has(option)) ? { files: operands, input: true } : NOTHING;
    case "java":
      return { files: words.filter((_word, at) => words[at - 1]?.shown === "-jar"), input: false };
    case "chmod":
      return isExecutableMode(rest) ? { files: operands.slice(1), input: false } : NOTHING;
    default:
      return { files: [program], input: false };
  }
}
var PACKAGE = /* @__PURE__ */ new Set(["-i", "--install", "-x", "--extract", "--unpack", "-U", "--upgrade", "-F", "--freshen"]);
function tar(words) {
  const [first, ...rest] = words;
  if (first !== void 0 && /^[A-Za-z]+$/.test(first.shown)) {
    if (!first.shown.includes("x")) return NOTHING;
    const file = first.shown.includes("f") ? rest[Array.from(first.shown).filter((letter) => "fCTXbI".includes(letter)).indexOf("f")] : void 0;
    return archive(file ?? null);
  }
  const read = readArguments(words, TAR);
  return hasOption(read, "-x", "--extract", "--get") ? archive(optionValue(read, "-f", "--file")) : NOTHING;
}
function archive(file) {
  const stdin = file === null || file.shown === "-" || file.shown === "/dev/stdin";
  return { files: stdin ? [] : [file], input: stdin };
}
function decompress(words, always) {
  const read = readArguments(words, PLAIN);
  if (!always && !hasOption(read, "-d", "--decompress", "--uncompress")) return NOTHING;
  return { files: read.operands, input: false };
}
function isExecutableMode(words) {
  return words.some(
    ({ shown: shown3 }) => /^[ugoa]*[+=][rwstX]*x/.test(shown3) || /^[0-7]{3,5}$/.test(shown3) && /[1357]/.test(shown3.slice(-3))
  );
}

// src/rules/shared/run/verifications.ts
var MOST = 50;
var LONGEST6 = 2e3;
var PLAIN2 = grammar("-a --algorithm --status");
var SUMS = /^g?(sha(1|224|256|384|512)(sum)?|shasum|b2sum|b3sum|rhash)$/;
function verificationsOf(script, lookup) {
  const readers = new Set(
    script.commands.flatMap(({ stdin, name }) => stdin !== null && name === "tee" ? [stdin] : [])
  );
  return script.commands.filter((command) => verifies(command, readers)).slice(0, MOST).map((command) => ({
    texts: [...textsOf(command, lookup), ...feeding(script, command).flatMap((feeder) => textsOf(feeder, lookup))]
  }));
}
function verifies({ name, words, stdout }, logged) {
  if (name === null) return false;
  const read = readArguments(words.slice(1), PLAIN2);
  const verb = read.operands[0]?.shown ?? "";
  if (SUMS.test(name)) {
    if (hasOption(read, "-c", "--check")) return true;
    return stdout !== null && !logged.has(stdout);
  }
  switch (name) {
    case "gpg":
    case "gpg2":
      return hasOption(read, "--verify");
    case "gpgv":
    case "gpgv2":
    case "debsig-verify":
      return true;
    case "cosign":
    case "slsa-verifier":
    case "notation":
      return verb.startsWith("verify");
    case "gh":
      return verb === "attestation" && read.operands[1]?.shown === "verify";
    case "minisign":
    case "signify":
      return hasOption(read, "-V");
    case "openssl":
      return words.some(({ shown: shown3 }) => shown3 === "-verify" || shown3 === "-signature");
    case "rpm":
      return hasOption(read, "-K", "--checksig");
    case "jarsigner":
      return words.some(({ shown: shown3 }) => shown3 === "-verify");
    case "aria2c":
      return hasOption(read, "--checksum");
    default:
      return false;
  }
}
function feeding(script, command) {
  const found = [];
  let { stdin } = command;
  for (let step2 = 0; step2 < 4 && stdin !== null; step2++) {
    const writers = (script.pipes[stdin]?.writers ?? []).slice(0, 8).flatMap((index) => script.commands[index] ?? []);
    found.push(...writers);
    stdin = writers[0]?.stdin ?? null;
  }
  return found;
}
function textsOf({ words, redirects }, lookup) {
  const texts = [
    ...words.map((word) => spelled(word, lookup)),
    ...redirects.flatMap(({ body, target }) => body ?? (target === null ? [] : spelled(target, lookup)))
  ];
  return texts.slice(0, 20).map((text) => text.slice(0, LONGEST6));
}

// src/rules/shared/run/downloads.ts
var MOST_FILES = 200;
function downloadsOf(dockerfile) {
  const found = [];
  const atEnd = /* @__PURE__ */ new Map();
  const runs = Map.groupBy(scriptRuns(dockerfile), ({ stage }) => stage);
  for (const stage of dockerfile.reachable) {
    const parent = dockerfile.stages[stage]?.parent ?? null;
    const files = new Map(parent === null ? [] : atEnd.get(parent));
    for (const run of runs.get(stage) ?? []) followRun(run, variablesOf(dockerfile, run.script), files, found);
    atEnd.set(stage, files);
  }
  markStart(dockerfile, atEnd.get(dockerfile.target) ?? /* @__PURE__ */ new Map());
  return found;
}
function markStart({ config, stages, target }, files) {
  for (const { value, from: from2 } of [config.entrypoint, config.cmd]) {
    const instruction = stages[target]?.instructions.find(({ location }) => location === from2);
    if (instruction === void 0) continue;
    for (const word of (value ?? []).slice(0, MOST_FILES))
      for (const download of files.get(lastPart(word)) ?? [])
        download.use ??= { program: instruction.keyword, instruction };
  }
}
function followRun(run, lookup, files, found) {
  const { script, instruction } = run;
  const fetches2 = new Map(script.commands.map((command) => [command.index, fetchOf(command, lookup)]));
  if (files.size === 0 && [...fetches2.values()].every((fetch) => fetch === null)) return;
  const flow = flowFrom(script, ({ index }) => fetches2.get(index)?.toOutput === true);
  const piped = script.commands.map(({ index }) => fetches2.get(index) ?? null).find((fetch) => fetch?.toOutput === true);
  for (const command of script.commands) {
    const fetch = fetches2.get(command.index) ?? null;
    if (fetch !== null && (fetch.files.length > 0 || fetch.unnamed)) {
      add2(files, fetch.files, { fetch, instruction, use: null, verified: false }, found);
    } else if (piped !== void 0 && piped !== null && flow.commands.has(command.index)) {
      const written2 = writtenFiles(command).map((word) => lastPart(spelled(word, lookup)));
      if (written2.length > 0) add2(files, written2, { fetch: piped, instruction, use: null, verified: false }, found);
    }
    rename(files, command, lookup);
    if (fetch === null) markUses(files, command, instruction, lookup);
  }
  if (files.size === 0) return;
  for (const { texts } of verificationsOf(script, lookup)) verify(files, texts);
}
function add2(files, names2, download, found) {
  for (const name of names2.length === 0 ? [""] : names2) {
    if (files.size >= MOST_FILES) return;
    const one = { ...download, name };
    found.push(one);
    files.set(name, /* @__PURE__ */ new Set([one]));
  }
}
function writtenFiles(command) {
  const output = outputFile(command);
  const { name, words } = command;
  const tee = name === "tee" ? words.slice(1).filter(({ shown: shown3 }) => !shown3.startsWith("-")) : [];
  return output === null ? tee : [...tee, output];
}
function rename(files, { name, words }, lookup) {
  if (name !== "mv" && name !== "cp" && name !== "ln" && name !== "install") return;
  const paths = words.slice(1).filter(({ shown: shown3 }) => !shown3.startsWith("-")).map((word) => spelled(word, lookup));
  const target = paths.at(-1);
  if (target === void 0 || paths.length < 2 || target.endsWith("/")) return;
  for (const path of paths.slice(0, -1)) {
    const downloads = files.get(lastPart(path));
    if (downloads !== void 0) files.set(lastPart(target), downloads);
  }
}
function markUses(files, command, instruction, lookup) {
  if (files.size === 0) return;
  const program = command.name ?? "the shell";
  for (const word of usesOf(command).files) {
    for (const download of named4(files, lastPart(spelled(word, lookup)))) download.use ??= { program, instruction };
  }
}
function named4(files, name) {
  const exact = files.get(name);
  if (exact !== void 0) return exact;
  const star = name.indexOf("*");
  if (star >= 0) {
    const [head, tail] = [name.slice(0, star), name.slice(name.lastIndexOf("*") + 1)];
    return [...files].flatMap(
      ([file, downloads]) => file.length >= head.length + tail.length && file.startsWith(head) && file.endsWith(tail) ? [...downloads] : []
    );
  }
  return /[$`]/.test(name) ? files.get("") ?? [] : [];
}
function verify(files, texts) {
  const all = [...files];
  const spoken = all.filter(([file]) => file !== "" && texts.some((text) => text.includes(file)));
  for (const [, downloads] of spoken.length > 0 ? spoken : all)
    for (const download of downloads) download.verified = true;
}

// src/rules/shared/run/pipes-to-shell.ts
function pipedFetches({ script }, lookup) {
  const fetches2 = script.commands.map((command) => fetchOf(command, lookup));
  const sources = fetches2.filter((fetch) => fetch?.toOutput === true);
  const [first] = sources;
  if (first === void 0 || first === null) return [];
  const flow = flowFrom(script, ({ index }) => fetches2[index]?.toOutput === true);
  const fed = ({ feeds }) => feeds.some((pipe) => flow.pipes.has(pipe));
  const held = new Set(
    script.commands.flatMap(
      ({ assignments }) => assignments.flatMap(({ name, value }) => value !== null && fed(value) ? name : [])
    )
  );
  const holds2 = ({ pieces }) => pieces?.length === 1 && pieces[0]?.kind === "variable" && held.has(pieces[0].name);
  return script.commands.flatMap((consumer) => {
    const fetch = nearest(sources, consumer) ?? first;
    const run = executionOf(consumer);
    if (run !== null) {
      const words = [...run.code, ...run.file === null ? [] : [run.file]];
      const input = run.readsInput && (flow.reaches(consumer) || consumer.redirects.some(({ operator, target }) => operator === "<<<" && target !== null && holds2(target)));
      return input || words.some(fed) || run.code.some(holds2) ? [{ fetch, consumer, how: "runs" }] : [];
    }
    const uses = usesOf(consumer);
    const unpacks = uses.input && flow.reaches(consumer) || uses.files.some(fed) && consumer.words[0]?.feeds.length === 0;
    return unpacks ? [{ fetch, consumer, how: "unpacks" }] : [];
  });
}
function nearest(sources, consumer) {
  return sources.findLast((fetch) => fetch !== null && fetch.command.index < consumer.index) ?? null;
}

// src/rules/shared/run/remote-adds.ts
function remoteAdds(dockerfile) {
  const floating2 = [];
  const open2 = [];
  for (const stage of dockerfile.reachable) {
    for (const instruction of dockerfile.stages[stage]?.instructions ?? []) {
      if (instruction.keyword !== "ADD" || instruction.flags.some(({ name, value }) => name === "checksum" && value !== ""))
        continue;
      for (const written2 of sourcesOf(instruction)) {
        const source = expandText(written2, dockerfile);
        const kind = kindOf(source);
        if (kind === null) {
          if (source.startsWith("$")) open2.push(instruction);
        } else if (kind === "file" || !isFixed(source))
          floating2.push({ instruction, kind, source: written2, host: hostOf(source) });
      }
    }
  }
  return { floating: floating2, open: open2 };
}
function sourcesOf({ json, text }) {
  const words = json ?? splitBlanks(text).map((word) => word.replace(/^["']|["']$/g, ""));
  return words.slice(0, -1).filter((word) => !word.startsWith("<<"));
}
function kindOf(source) {
  try {
    if (isGitSource(source)) return "git";
  } catch {
    return "git";
  }
  return isHttpSource(source) ? "file" : null;
}
function isFixed(source) {
  const [address = "", fragment = ""] = source.split("#", 2);
  const query = new URLSearchParams(address.split("?")[1] ?? "");
  const names2 = [
    fragment.split(":", 1)[0] ?? "",
    query.get("ref") ?? "",
    query.get("commit") ?? "",
    query.get("checksum") ?? ""
  ];
  return names2.some((name) => COMMIT.test(name));
}
function expandText(text, dockerfile) {
  return text.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (written2, braced, bare) => {
    return dockerfileVariable(dockerfile, braced ?? bare ?? "") ?? written2;
  });
}

// src/rules/remote-fetch-unverified.ts
var PIPE_FIX = 'Download to a file, check it (`echo "<sha256>  install.sh" | sha256sum -c -`), then run it; better, install a package of a fixed version or copy the program from an image pinned by digest.';
var FILE_FIX = 'Check the sum or the signature before use: `echo "<sha256>  file" | sha256sum -c -`, or fetch it with `ADD --checksum=sha256:\u2026 <address> <file>`.';
var CLONE_FIX = "Check out a full commit in the same RUN: `git checkout <40 hexadecimal digits>`.";
var remoteFetchUnverified = {
  id: "remote-fetch-unverified",
  title: "What the build downloads is verified",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "A download that nothing fixes is whatever its server, or who took it over, sends on the day of the build. Piped into a shell it runs at once, and nobody can tell later what it was. Builder stages count: what they make goes into the image.",
  fix: FILE_FIX,
  aliases: ["DL3020", "DL4006", "CIS-DI-0009", "DS-0005", "CIS 4.9", "CIS 4.11"],
  examples: {
    good: [
      {
        title: "a download with a checksum",
        dockerfile: 'FROM scratch\nRUN curl -fsSLO https://example.com/tool.tgz \\\n && echo "0123\u2026  tool.tgz" | sha256sum -c - \\\n && tar -xzf tool.tgz\n'
      },
      {
        title: "a clone of a fixed commit",
        dockerfile: "FROM scratch\nRUN git clone https://example.com/tool.git && cd tool && git checkout 0123456789abcdef0123456789abcdef01234567\n"
      },
      {
        title: "ADD with a checksum, and of local files",
        dockerfile: "FROM scratch\nADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 https://example.com/a.tgz /a.tgz\nADD rootfs.tar.gz /\n"
      },
      {
        title: "an answer that is only read",
        dockerfile: 'FROM scratch\nRUN curl -s https://example.com/version | python3 -c "import sys; print(sys.stdin.read())"\n'
      }
    ],
    bad: [
      { title: "piped into a shell", dockerfile: "FROM scratch\nRUN curl -LsSf https://example.com/install.sh | sh\n" },
      {
        title: "as the script of a shell",
        dockerfile: 'FROM scratch\nRUN sh -c "$(wget -qO- https://example.com/install.sh)"\n'
      },
      {
        title: "in a heredoc",
        dockerfile: "FROM scratch\nRUN <<EOF\nset -e\nbash <(curl -s https://example.com/install.sh)\nEOF\n"
      },
      {
        title: "unpacked without a check",
        dockerfile: "FROM scratch\nRUN wget https://example.com/tool.tgz && tar xzf tool.tgz\n"
      },
      { title: "ADD of an address", dockerfile: "FROM scratch\nADD https://example.com/tool.tgz /opt/\n" },
      {
        title: "a clone of a tag",
        dockerfile: "FROM scratch\nRUN git clone --branch v1.2.3 https://example.com/tool.git\n"
      }
    ]
  },
  judge: (evidence) => judgeRuns(evidence, find2, "Nothing is downloaded without a check.")
};
function find2(dockerfile) {
  const adds = remoteAdds(dockerfile);
  const clones = scriptRuns(dockerfile).flatMap(
    (run) => floatingClones(run, variablesOf(dockerfile, run.script)).map((clone) => ({
      ...clone,
      instruction: run.instruction
    }))
  );
  const faults = [...pipeFaults(dockerfile), ...downloadFaults(dockerfile), ...addFaults(adds.floating)];
  const cloneFaults = clones.filter(({ certain }) => certain).map(
    ({ command, host, instruction }) => ({
      message: `git clone${from(host)} takes what a branch or tag is today: no commit is checked out.`,
      fix: CLONE_FIX,
      location: instruction.location,
      place: commandPlace(command.text)
    })
  );
  const open2 = [...clones.filter(({ certain }) => !certain).map(({ instruction }) => instruction), ...adds.open].map(
    ({ keyword, location }) => `What ${keyword} on line ${location.startLine} fetches is in a variable without a value here.`
  );
  return { faults: [...faults, ...cloneFaults], open: open2 };
}
function pipeFaults(dockerfile) {
  return scriptRuns(dockerfile).flatMap(
    (run) => pipedFetches(run, variablesOf(dockerfile, run.script)).map(({ fetch, consumer, how }) => {
      const program = shownName(consumer.name ?? "the shell");
      const what = how === "runs" ? `${program} runs` : `${program} unpacks`;
      return {
        message: `${what} what ${fetch.program} downloads${from(fetch.host)}, without a check.`,
        fix: PIPE_FIX,
        location: run.instruction.location,
        place: commandPlace(`${fetch.command.text} ${consumer.text}`),
        severity: how === "runs" ? "high" : null
      };
    })
  );
}
function downloadFaults(dockerfile) {
  return downloadsOf(dockerfile).flatMap(({ name, fetch, instruction, use, verified }) => {
    if (use === null || verified) return [];
    const elsewhere = use.instruction !== instruction;
    return [
      {
        message: `${name === "" ? "A file" : shownName(name)}, which ${fetch.program} downloads${from(fetch.host)}, is used by ${shownName(use.program)} without a check.`,
        fix: FILE_FIX,
        location: instruction.location,
        related: elsewhere ? [{ location: use.instruction.location, message: "used here" }] : [],
        place: commandPlace(fetch.command.text)
      }
    ];
  });
}
function addFaults(adds) {
  return adds.map(({ instruction, kind, source, host }) => ({
    message: kind === "git" ? `ADD takes a repository${from(host)} without a commit.` : `ADD downloads${from(host)} without a checksum.`,
    fix: kind === "git" ? "Name the commit: `ADD https://\u2026/repository.git#<40 hexadecimal digits> /src`." : "Add `--checksum=sha256:\u2026`.",
    location: instruction.location,
    place: commandPlace(`ADD ${source}`)
  }));
}
function from(host) {
  return host === null ? "" : ` from ${host}`;
}

// src/rules/runtime-install.ts
var FIX26 = 'Install when building and start what is installed: `RUN npm ci --omit=dev` and `CMD ["node", "server.js"]`; `RUN uv sync --frozen` and `CMD ["/app/.venv/bin/server"]`.';
var runtimeInstall = {
  id: "runtime-install",
  title: "Nothing is downloaded when the container starts",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "What `npx -y` or `uvx` fetch at start was never scanned, differs from day to day, and fails without a network. One bad release upstream breaks every container at its next start.",
  fix: FIX26,
  aliases: [],
  examples: {
    good: [
      { title: "what was installed is started", dockerfile: 'FROM scratch\nENTRYPOINT ["node", "/app/server.js"]\n' },
      {
        title: "uv that may not fetch",
        dockerfile: 'FROM scratch\nENTRYPOINT ["uv", "run", "--frozen", "--offline", "server"]\n'
      },
      {
        title: "npx of a package that is installed",
        dockerfile: 'FROM scratch\nWORKDIR /app\nENTRYPOINT ["npx", "time-server"]\n',
        image: {
          files: { "/app/node_modules/.bin/time-server": { mode: 493 }, "/usr/local/bin/npx": { program: "amd64" } }
        }
      }
    ],
    bad: [
      { title: "npx", dockerfile: 'FROM scratch\nENTRYPOINT ["npx", "-y", "@acme/server"]\n' },
      { title: "a version tag", dockerfile: "FROM scratch\nCMD npx @acme/server@latest\n" },
      { title: "uvx", dockerfile: 'FROM scratch\nENTRYPOINT ["uvx", "acme-server"]\n' },
      {
        title: "an install in the start command",
        dockerfile: "FROM scratch\nCMD pip install -r requirements.txt && python server.py\n"
      },
      {
        title: "in the script that is started",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/start.sh"]\n',
        image: {
          files: {
            "/bin/sh": { program: "amd64" },
            "/start.sh": { mode: 493, content: "#!/bin/sh\nnpm install\nexec node server.js\n" }
          }
        }
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const words = startWords(evidence);
    if (words === null) return unknown("The base image may set what is started; only the built image can tell.");
    const place = runPlace(evidence);
    const found = [...commandsOf(words), ...scriptCommands(place, words)].map(
      (command) => fetches(command, evidence, place)
    );
    const { entrypoint, cmd } = effective(evidence);
    const location = (cmd.value === null ? entrypoint.from : cmd.from ?? entrypoint.from) ?? fromLine(evidence);
    const certain = [...new Set(found.flatMap((what) => what?.certain === true ? what.text : []))];
    if (certain.length > 0)
      return fail([{ message: `What is started fetches code: ${listed(certain)}.`, fix: FIX26, location }]);
    const open2 = [...new Set(found.flatMap((what) => what?.text ?? []))];
    if (open2.length > 0) return unknown(`Whether it fetches depends on what is installed: ${listed(open2)}.`);
    return pass("Nothing that is started fetches code, as far as the commands tell.");
  }
};
function scriptCommands(place, words) {
  if (place === null) return [];
  return words.slice(0, 2).flatMap((word) => {
    const state = findProgram(place, word, true);
    const file = state.kind === "runs" ? state.found : /\.sh$/.test(word) ? lookUp(place.files, word, workingFolder(place.image)) : null;
    const head = file === null ? "" : place.files.heads[file.file.path] ?? "";
    const isShell2 = /^#![^\n]{0,100}\b(ba|da|a|z|k)?sh\b/.test(head) || /\.sh$/.test(word) && !head.includes("\0");
    const step2 = isShell2 ? shellSteps(head) : null;
    return step2 === null ? [] : allCommands(step2);
  });
}
var INSTALLS = {
  npm: /^(i|in|install|ci|add|update|up|upgrade)$/,
  yarn: /^(install|add|upgrade|dlx)$/,
  pnpm: /^(i|install|add|update|up|dlx)$/,
  bun: /^(i|install|add|update|x)$/,
  pip: /^(install|download)$/,
  pip3: /^(install|download)$/,
  pipx: /^(install|run|upgrade)$/,
  poetry: /^(install|add|update)$/,
  apt: /^(install|update|upgrade)$/,
  "apt-get": /^(install|update|upgrade)$/,
  apk: /^(add|update|upgrade)$/,
  dnf: /^(install|update|upgrade)$/,
  yum: /^(install|update|upgrade)$/,
  gem: /^(install|update)$/,
  bundle: /^(install|update)$/,
  cargo: /^(install|run|build)$/,
  go: /^(install|get|run)$/,
  composer: /^(install|update|require)$/
};
function fetches(words, evidence, place) {
  const [name, ...args] = words;
  const base = (name ?? "").slice((name ?? "").lastIndexOf("/") + 1);
  const text = plainName(
    words.slice(0, 4).map((word) => word ?? "\u2026").join(" ")
  );
  const [verb = ""] = args.filter((word) => word !== null && !word.startsWith("-"));
  if (/^python[\d.]*$/.test(base) && args[0] === "-m") return fetches(args.slice(1), evidence, place);
  if (base === "npx" || base === "bunx" || base === "npm" && (verb === "exec" || verb === "x")) {
    return runner(base === "npm" ? args.slice(args.indexOf(verb) + 1) : args, text, evidence, place);
  }
  if (base === "uvx" || base === "uv" && verb === "tool" && args.includes("run")) {
    return isOffline(args, evidence) ? null : { text, certain: true };
  }
  if (base === "uv") {
    if (verb === "sync" || verb === "pip" || verb === "add")
      return isOffline(args, evidence) ? null : { text, certain: true };
    const held = args.some((word) => word === "--frozen" || word === "--no-sync" || word === "--locked");
    return verb !== "run" || held || isOffline(args, evidence) ? null : { text, certain: true };
  }
  const pattern = Object.hasOwn(INSTALLS, base) ? INSTALLS[base] : void 0;
  if (pattern === void 0 || !pattern.test(verb)) return null;
  return isOffline(args, evidence) ? null : { text, certain: true };
}
function runner(args, text, evidence, place) {
  if (args.includes("--no") || args.includes("--no-install") || isOffline(args, evidence)) return null;
  const target = args.find((word) => word === null || !word.startsWith("-")) ?? null;
  if (target === null) return { text, certain: false };
  const [, scope = "", bare = "", version] = /^(@[^/@]+\/)?([^@]+)(@.*)?$/.exec(target) ?? [];
  if (version !== void 0) return { text, certain: true };
  if (place !== null) {
    const folder = workingFolder(place.image);
    const places = [`${folder}/node_modules/.bin`, ...scope === "" ? searchPath(place.image) : []];
    const isThere = places.some((path) => lookUp(place.files, `${path}/${bare}`) !== null) || lookUp(place.files, `${folder}/node_modules/${scope}${bare}/package.json`) !== null;
    return isThere ? null : { text, certain: true };
  }
  const agreed = args.some((word) => word === "-y" || word === "--yes");
  return { text, certain: agreed };
}
function isOffline(args, evidence) {
  if (args.includes("--offline")) return true;
  return effective(evidence).env.entries.some(
    ({ value, known }) => known && /^(UV_OFFLINE|npm_config_offline|NPM_CONFIG_OFFLINE)=(1|true)$/i.test(value)
  );
}

// src/rules/shared/secret-content.ts
var LINES = 5e3;
var LINE = 8192;
function secretContent(kind, head) {
  if (kind === "private-key") return privateKey(head);
  const lines = head.split("\n", LINES).map((line) => line.slice(0, LINE).trim()).filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith(";"));
  const form = formOf(lines) ?? privateKey(head);
  if (form !== null) return form;
  const found = lines.map((line) => named5(kind, line)).find((what) => what !== null);
  return found === void 0 || found === null ? null : { what: found, proven: false };
}
function privateKey(head) {
  const begin = /-----BEGIN ([A-Z0-9 ]{0,40})PRIVATE KEY-----/.exec(head);
  if (begin === null) return null;
  const body = head.slice(begin.index + begin[0].length, begin.index + begin[0].length + 400);
  if (!/[A-Za-z0-9+/]{40}/.test(body)) return null;
  const locked = (begin[1] ?? "").includes("ENCRYPTED") || body.includes("ENCRYPTED");
  return { what: locked ? "a private key (under a passphrase)" : "a private key", proven: !locked };
}
function formOf(lines) {
  for (const line of lines) {
    const [, value = ""] = assignment(line) ?? [];
    const kind = credentialKind(unquoted(value)) ?? credentialKind(line);
    if (kind !== null) return { what: kind, proven: true };
  }
  return null;
}
function named5(kind, line) {
  switch (kind) {
    case "variables": {
      const [name = "", value = ""] = assignment(line) ?? [];
      const text = unquoted(value);
      return isSecretName(name) && (looksSecret(text) || isFilled(text)) ? `a value for ${shortName(name)}` : null;
    }
    case "npmrc":
      return holds(/(?:^|:)(_authToken|_auth|_password)\s*=\s*(.*)$/, line);
    case "netrc":
      return holds(/(?:^|\s)(password)\s+(\S.*)$/, line);
    case "pypirc":
      return holds(/^(password)\s*[=:]\s*(.*)$/, line);
    case "ini":
      return holds(/^(aws_secret_access_key|aws_session_token)\s*=\s*(.*)$/i, line);
    case "json":
      return holds(
        /"(private_key|client_secret|refresh_token|auth|identitytoken|secretAccessKey)"\s*:\s*"([^"]*)"/,
        line
      );
    case "yaml":
      return holds(/^-?\s*(client-key-data|token|password|npmAuthToken|npmAuthIdent)\s*:\s*(.*)$/, line);
    case "addresses":
      return /^[^:\s]+:[^:]*:[^:]*:[^:]*:.+$/.test(line) ? "a password" : null;
  }
}
function holds(pattern, line) {
  const [, name, value] = pattern.exec(line) ?? [];
  return name !== void 0 && value !== void 0 && isFilled(unquoted(value)) ? `a value for ${name}` : null;
}
function assignment(line) {
  const at = line.indexOf("=");
  return at <= 0 ? null : [
    line.slice(0, at).replace(/^export\s+/, "").trim(),
    line.slice(at + 1).trim()
  ];
}
function unquoted(value) {
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return value.replace(/\s+#.*$/, "");
  const end = value.indexOf(quote, 1);
  return end < 0 ? value.slice(1) : value.slice(1, end);
}
function isFilled(value) {
  if (value.length < 4 || /\$\{?\w|^<.*>$|^%.*%$|^\{\{/.test(value)) return false;
  return !/^(true|false|null|none|todo|changeme|secret|password|token|x{3,}|\*+|\.{3,})$|your|example|placeholder|change[-_ ]?me|dummy|insert|replace|here$|\bxxx/i.test(
    value
  );
}
function shortName(name) {
  return /^[\w.-]{1,60}$/.test(name) ? name : "a variable";
}

// src/rules/secret-file.ts
var FIX27 = "Keep it out of the build context (.dockerignore), pass it with `RUN --mount=type=secret` or when the container starts, and revoke it: deleting it in a later layer does not remove it.";
var MAX_FAULTS = 50;
var secretFile = {
  id: "secret-file",
  title: "No credential file in any layer",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Everyone who can pull the image can read every layer of it. A file that a later layer deletes or replaces is still there.",
  fix: FIX27,
  aliases: ["CIS-DI-0010", "CIS 4.10"],
  examples: {
    good: [
      {
        title: "a template, and settings that are no secret",
        dockerfile: 'FROM scratch\nCOPY . /app\nENTRYPOINT ["/app/server"]\n',
        image: {
          files: {
            "/app/.env.example": `API_TOKEN=${"a1b2".repeat(9)}
`,
            "/app/.env": "PORT=3000\nAPI_TOKEN=\nDB_PASSWORD=changeme\n",
            "/app/.npmrc": "registry=https://npm.example.org/\n//npm.example.org/:_authToken=${NPM_TOKEN}\n"
          }
        }
      },
      {
        title: "public certificates, and test keys of packages",
        dockerfile: 'FROM scratch\nCOPY . /\nENTRYPOINT ["/app/server"]\n',
        image: {
          files: {
            "/etc/ssl/certs/ca.pem": `-----BEGIN CERTIFICATE-----
${"MIIB".repeat(16)}
`,
            "/app/node_modules/tls/test/fixtures/key.pem": `-----BEGIN PRIVATE KEY-----
${"MIIB".repeat(16)}
`
          }
        }
      }
    ],
    bad: [
      {
        title: "an .env file that is copied by name",
        dockerfile: 'FROM scratch\nCOPY .env /app/.env\nENTRYPOINT ["/app/server"]\n'
      },
      {
        title: "an .env file with values",
        dockerfile: 'FROM scratch\nCOPY . /app\nENTRYPOINT ["/app/server"]\n',
        image: { files: { "/app/.env": `PORT=3000
API_TOKEN=${"a1b2".repeat(9)}
` } }
      },
      {
        title: "a private key that a later layer deletes",
        dockerfile: 'FROM scratch\nCOPY . /app\nENTRYPOINT ["/app/server"]\n',
        image: {
          files: {
            "/app/id_rsa": { deleted: true, content: `-----BEGIN OPENSSH PRIVATE KEY-----
${"b3Bl".repeat(16)}
` }
          }
        }
      },
      {
        title: "the login of a registry",
        dockerfile: 'FROM scratch\nCOPY . /\nENTRYPOINT ["/app/server"]\n',
        image: { files: { "/root/.npmrc": `//npm.example.org/:_authToken=npm_${"a1B2c3".repeat(6)}
` } }
      }
    ]
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files !== null) return judgeFiles(evidence, files);
    const copied2 = evidence.image === null ? copiedByName(evidence) : [];
    return copied2.length > 0 ? fail(copied2) : unknown(noFiles(evidence));
  }
};
function judgeFiles(evidence, files) {
  const faults = [];
  const unread = [];
  for (const [list, hidden] of [
    [files.merged, false],
    [files.hidden, true]
  ]) {
    for (const file of list) {
      const kind = file.type === "file" && !isPublished(file.path) ? secretFileKind(file.path) : null;
      if (kind === null) continue;
      const head = headOf(files, file, hidden);
      if (head === null) unread.push(file.path);
      const found = head === null ? null : secretContent(kind, head);
      if (found !== null) faults.push(faultOf4(evidence, file, hidden, found));
    }
  }
  if (faults.length > 0) return fail(bounded(unique(faults)));
  if (unread.length > 0) {
    return unknown(
      `${counted(unread.length, "file")} named like a credential could not be read: ${listed(unread)}.`,
      "medium"
    );
  }
  return pass("No file in any layer holds a credential, as far as names and forms tell.");
}
function faultOf4(evidence, file, hidden, { what, proven }) {
  const deleted = hidden ? " A later layer deletes or replaces it, but it is still in the image." : "";
  const shared = secretFileKind(file.path) === "private-key" && isShared(file.path);
  return {
    message: `${plainName(file.path)} holds ${what}${shared ? ", which an installed package brings" : ""}.${deleted}`,
    fix: FIX27,
    location: placeOf(evidence, [file]),
    place: file.path,
    severity: shared ? "medium" : proven ? "critical" : null
  };
}
function unique(faults) {
  return [...new Map(faults.toReversed().map((fault3) => [fault3.place, fault3])).values()].toReversed();
}
function bounded(faults) {
  const rest = faults.slice(MAX_FAULTS);
  const [first] = rest;
  if (first === void 0) return faults;
  const worst = rest.some(({ severity }) => severity === "critical") ? "critical" : null;
  const message = `${counted(rest.length, "more file")} hold credentials.`;
  return [
    ...faults.slice(0, MAX_FAULTS),
    { message, fix: FIX27, location: first.location, place: "more", severity: worst }
  ];
}
function copiedByName({ dockerfile }) {
  if (dockerfile === null) return [];
  const copies = finalChain(dockerfile).flatMap(({ instructions }) => instructions).filter(
    ({ keyword, flags }) => (keyword === "COPY" || keyword === "ADD") && !flags.some(({ name }) => name === "from")
  );
  const faults = copies.flatMap(({ text, json, location }) => {
    const sources = (json ?? text.trim().split(/\s+/)).slice(0, -1);
    return sources.filter(isSecretByName).map((source) => ({
      message: `${plainName(source)} is copied into the image.`,
      fix: FIX27,
      location,
      place: `copy:${source}`
    }));
  });
  return bounded(unique(faults));
}

// src/image/history-arguments.ts
var LONGEST7 = 65536;
var MOST2 = 1e3;
function historyArguments(history) {
  const declared = new Declared();
  return history.flatMap(({ createdBy }) => {
    const text = createdBy.slice(0, LONGEST7);
    const declaration = /^(?:\/bin\/sh -c #\(nop\) +)?ARG /.exec(text);
    if (declaration !== null) return declared.add(text.slice(declaration[0].length));
    const run = /^(?:RUN )?\|(\d{1,4}) /.exec(text);
    if (run === null) return [];
    return readRun(text.slice(run[0].length), Math.min(Number(run[1]), MOST2), declared);
  }).filter(({ value }) => value !== "");
}
var Declared = class {
  names = /* @__PURE__ */ new Set();
  /** The text of each declaration after its first `=`: the whole value where it declares one argument. */
  values = /* @__PURE__ */ new Map();
  add(text) {
    const found = [...text.matchAll(/(?<=^| )([A-Za-z_]\w{0,200})(?:=|(?= |$))/g)].slice(0, MOST2);
    for (const [, name = ""] of found) this.names.add(name);
    const first = /^([A-Za-z_]\w{0,200})=/.exec(text);
    if (first !== null) this.values.set(first[1] ?? "", text.slice(first[0].length));
    const given = found.filter(([whole]) => whole.endsWith("="));
    return given.map(({ 0: whole, 1: name = "", index }, at) => {
      const next = given[at + 1]?.index;
      return { name, value: text.slice(index + whole.length, next === void 0 ? void 0 : next - 1) };
    });
  }
};
function readRun(text, count, declared) {
  const isDeclared = (name) => declared.names.has(name);
  const ways = [
    () => readArguments2(text, count, isDeclared, declared.values),
    () => readArguments2(text, count, isDeclared, /* @__PURE__ */ new Map()),
    () => readArguments2(text, count, () => true, /* @__PURE__ */ new Map())
  ];
  let best = [];
  for (const way of ways) {
    const found = way();
    if (found.length === count) return found;
    if (found.length > best.length) best = found;
  }
  return best;
}
function readArguments2(text, count, accept, values) {
  const starts = [...text.matchAll(/(?<=^| )([A-Za-z_]\w{0,200})=/g)].filter(([, name = ""]) => accept(name));
  const found = [];
  let at = 0;
  for (const [index, start] of starts.entries()) {
    if (found.length === count) break;
    if (start.index < at) continue;
    if (start.index > at) return found;
    const name = start[1] ?? "";
    const from2 = start.index + start[0].length;
    const known = values.get(name);
    const whole = known !== void 0 && `${text} `.startsWith(`${known} `, from2) ? from2 + known.length : null;
    const next = found.length === count - 1 ? void 0 : starts[index + 1]?.index;
    const end = whole ?? (next === void 0 ? from2 + lengthBeforeCommand(text.slice(from2)) : next - 1);
    found.push({ name, value: text.slice(from2, end) });
    at = end + 1;
  }
  return found;
}
function lengthBeforeCommand(text) {
  const shell = /(?<=^| )(?:\/[\w./-]*\/)?(?:sh|bash|ash|dash|zsh|cmd|powershell|pwsh)(?:\.exe)? [-/]/i.exec(text);
  const end = shell === null ? text.indexOf(" ") : Math.max(shell.index - 1, 0);
  return end < 0 ? text.length : end;
}

// src/rules/secret-in-arg.ts
var FIX28 = "Mount it where it is needed: `RUN --mount=type=secret,id=npm_token \u2026` and `docker build --secret id=npm_token,env=NPM_TOKEN`.";
var LEAKED = `${FIX28} What was built in counts as leaked: revoke it.`;
var secretInArg = {
  id: "secret-in-arg",
  title: "No credential in build arguments",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "What a build argument is given is written into the history of the image for every RUN behind it, and into its provenance: everyone who can pull the image can read it.",
  fix: FIX28,
  aliases: ["DL3064", "CIS-DI-0010", "DS-0031", "SecretsUsedInArgOrEnv", "CIS 4.10"],
  examples: {
    good: [
      {
        title: "a secret mount",
        dockerfile: 'FROM scratch\nRUN --mount=type=secret,id=npm_token ["/install"]\n'
      },
      {
        title: "names that only look alike",
        dockerfile: "FROM scratch\nARG BYPASS_CACHE=1\nARG MONKEY=2\nARG TOKENIZER\n"
      },
      {
        title: "what is public",
        dockerfile: "FROM scratch\nARG GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568\nARG KEY_ID=1\n"
      },
      {
        title: "in a stage that is not built",
        dockerfile: "FROM scratch AS unused\nARG NPM_TOKEN\nFROM scratch\nARG VERSION=1\n"
      }
    ],
    bad: [
      { title: "a password as the default", dockerfile: "FROM scratch\nARG DB_PASSWORD=changeme\n" },
      {
        title: "a token by its form, whatever its name",
        dockerfile: `FROM scratch
ARG SETTING=ghp_${"0123456789abcdefghij".repeat(2).slice(0, 36)}
`
      },
      { title: "without a default: the build gives it", dockerfile: "FROM scratch\nARG NPM_TOKEN\n" },
      { title: "before the first FROM", dockerfile: "ARG REGISTRY_PASSWORD\nFROM scratch\n" }
    ]
  },
  judge(evidence) {
    const { dockerfile, image } = evidence;
    if (dockerfile === null && image === null) return unknown("Neither a Dockerfile nor an image is at hand.");
    const faults = worstOfEach([...shown2(evidence), ...(dockerfile?.assignments ?? []).flatMap(written)]);
    if (faults.length > 0) return fail(faults);
    if (dockerfile === null && image?.history.length === 0) {
      return unknown("The image has no history, and without the Dockerfile nothing tells its build arguments.");
    }
    return pass("No build argument looks like a credential.");
  }
};
function shown2(evidence) {
  const lines = new Map(
    evidence.dockerfile?.assignments.flatMap(({ kind, name, location }) => kind === "arg" ? [[name, location]] : [])
  );
  return historyArguments(evidence.image?.history ?? []).flatMap(({ name, value }) => {
    const found = rate(name, value);
    if (found === null) return [];
    const message = `The history of the image shows what ARG ${name} was given: ${found.what}.`;
    const location = lines.get(name) ?? fromLine(evidence);
    return [{ message, fix: LEAKED, location, place: `arg:${name}`, severity: found.severity }];
  });
}
function written({ kind, name, value, location }) {
  if (kind !== "arg") return [];
  const place = `arg:${name}`;
  const found = rate(name, value ?? "");
  if (found !== null) {
    return [
      { message: `ARG ${name} has a default: ${found.what}.`, fix: LEAKED, location, place, severity: found.severity }
    ];
  }
  if (!isSecretName(name)) return [];
  const message = `ARG ${name} is named like a credential: what the build gives it ends up in the history of the image.`;
  return [{ message, fix: FIX28, location, place }];
}
function rate(name, value) {
  const kind = credentialKind(value);
  if (kind !== null) return { what: kind, severity: "critical" };
  if (value === "" || !isSecretName(name)) return null;
  if (looksSecret(value))
    return { what: "a value that looks like a credential, under the name of one", severity: "high" };
  return { what: "a value under the name of a credential", severity: null };
}
function worstOfEach(faults) {
  const rank = (fault3) => fault3.severity ?? "medium";
  const worst = /* @__PURE__ */ new Map();
  for (const fault3 of faults) {
    const known = worst.get(fault3.place ?? "");
    if (known === void 0 || compareSeverity(rank(fault3), rank(known)) < 0) worst.set(fault3.place ?? "", fault3);
  }
  return [...worst.values()];
}

// src/rules/secret-in-env.ts
var FIX29 = "Pass it when the container starts (`docker run --env-file`, a mounted secret); what was built in counts as leaked: revoke it.";
var secretInEnv = {
  id: "secret-in-env",
  title: "No credential in the environment of the image",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "ENV is stored in clear text in the image: everyone who can pull it, and every process in the container, can read it. Removing it later leaves it in the history.",
  fix: FIX29,
  aliases: ["DL3064", "CIS-DI-0010", "DS-0031", "SecretsUsedInArgOrEnv", "CIS 4.10"],
  examples: {
    good: [
      { title: "a variable that is left empty", dockerfile: 'FROM scratch\nENV API_TOKEN=""\n' },
      {
        title: "the place of a secret",
        dockerfile: "FROM scratch\nENV DB_PASSWORD_FILE=/run/secrets/db GMAIL_CREDENTIALS_PATH=/data/c.json\n"
      },
      {
        title: "names that only look alike",
        dockerfile: "FROM scratch\nENV MONKEY=1 BYPASS_CACHE=1 TOKENIZER=x KEYCLOAK_URL=http://a TOKEN_TTL=60\n"
      },
      {
        title: "keys that are public",
        dockerfile: "FROM scratch\nENV GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568\n"
      }
    ],
    bad: [
      { title: "a password", dockerfile: "FROM scratch\nENV DB_PASSWORD=changeme\n" },
      {
        title: "a token by its form, whatever its name",
        dockerfile: `FROM scratch
ENV SETTING=ghp_${"0123456789abcdefghij".repeat(2).slice(0, 36)}
`
      },
      { title: "in the middle of a name", dockerfile: "FROM scratch\nENV MY_SECRET_VALUE=x1\n" },
      {
        title: "in a builder whose cache is shared",
        dockerfile: "FROM scratch AS build\nENV NPM_TOKEN=abc\nFROM scratch\nCOPY --from=build / /\n"
      }
    ]
  },
  judge(evidence) {
    const faults = variables2(evidence).flatMap(faultOf5);
    if (faults.length > 0) return fail(faults);
    if (!effective(evidence).env.complete)
      return unknown("The base image may set more variables; only the built image can tell.");
    return pass("No variable looks like a credential.");
  }
};
function faultOf5({ name, value, location }) {
  const place = `env:${name}`;
  const kind = credentialKind(value);
  if (kind !== null)
    return [{ message: `ENV ${name} holds ${kind}.`, fix: FIX29, location, place, severity: "critical" }];
  if (value === "" || !isSecretName(name)) return [];
  if (looksSecret(value)) {
    const message = `ENV ${name} is named like a credential, and its value looks like one.`;
    return [{ message, fix: FIX29, location, place, severity: "high" }];
  }
  return [{ message: `ENV ${name} is named like a credential and has a value.`, fix: FIX29, location, place }];
}
function variables2(evidence) {
  const found = /* @__PURE__ */ new Map();
  for (const { value: entry, from: from2 } of effective(evidence).env.entries) {
    const at = entry.indexOf("=");
    const name = at < 0 ? entry : entry.slice(0, at);
    found.set(name, { name, value: at < 0 ? "" : entry.slice(at + 1), location: from2 ?? fromLine(evidence) });
  }
  for (const { kind, name, value, location } of evidence.dockerfile?.assignments ?? []) {
    if (kind !== "env" || value === null) continue;
    const known = found.get(name);
    if (known === void 0 || known.value === "") found.set(name, { name, value, location });
  }
  return [...found.values()];
}

// src/rules/setuid-files.ts
var FIX30 = "Take the bits away in the final stage: `RUN find / -xdev -type f -perm /6000 -exec chmod a-s {} +`, or run with `no-new-privileges`, which makes them inert. A program that needs them (a browser sandbox) gets a waiver with its reason.";
var setuidFiles = {
  id: "setuid-files",
  title: "No set-uid or set-gid programs beside those of the distribution",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A set-uid program runs as its owner, mostly root, whoever starts it: one flaw in it gives a process that was confined to a user all of the container.",
  fix: FIX30,
  aliases: ["CIS-DI-0008", "CIS 4.8"],
  examples: {
    good: [
      {
        title: "what the distribution needs itself",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            "/usr/bin/su": { mode: 2541 },
            "/usr/bin/chage": { mode: 1517, gid: 42 },
            "/var/mail/": { mode: 1533, gid: 8 },
            "/server": { program: "amd64" }
          }
        }
      }
    ],
    bad: [
      {
        title: "a helper that becomes root",
        dockerfile: 'FROM scratch\nCOPY --chmod=4755 helper /app/helper\nENTRYPOINT ["/server"]\n',
        image: { files: { "/app/helper": { program: "amd64", mode: 2541 } } }
      },
      {
        title: "a name of the distribution in another place",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/server"]\n',
        image: { files: { "/opt/bin/su": { program: "amd64", mode: 2541 } } }
      }
    ]
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files === null) return unknown(noFiles(evidence));
    const found = files.merged.filter(isRaised);
    if (found.length === 0) return pass("No set-uid or set-gid programs beside those of the distribution.");
    const sources = layerSources(evidence);
    const own = found.filter(({ layer }) => sources.get(layer)?.origin === "build");
    const origin = own.length === 0 ? "" : ` (${counted(own.length, "file")} added by this build)`;
    const shown3 = [...own, ...found.filter((file) => !own.includes(file))].map(({ path }) => path);
    const message = `${counted(found.length, "set-uid or set-gid file")}${origin}: ${listed(shown3)}.`;
    return fail([
      {
        message,
        fix: FIX30,
        location: placeOf(evidence, own.length > 0 ? own : found),
        severity: own.length > 0 ? "high" : null
      }
    ]);
  }
};
function isRaised(file) {
  return file.type === "file" && (file.mode & 3072) !== 0 && !isUsual(file);
}
function isUsual({ path, uid }) {
  const cut = path.lastIndexOf("/");
  const folder = path.slice(0, cut);
  return uid === 0 && (FOLDERS.has(folder) || MULTIARCH.test(folder)) && PROGRAMS.has(path.slice(cut + 1));
}
var FOLDERS = /* @__PURE__ */ new Set([
  "/bin",
  "/sbin",
  "/usr/bin",
  "/usr/sbin",
  "/usr/libexec",
  "/usr/lib/openssh",
  "/usr/lib/dbus-1.0",
  "/usr/libexec/utempter",
  "/usr/libexec/openssh"
]);
var MULTIARCH = /^\/usr\/lib\/[a-z0-9_]+-linux-[a-z0-9]+\/utempter$/;
var PROGRAMS = new Set(
  "su mount umount passwd chsh chfn newgrp sg gpasswd chage expiry unix_chkpwd unix_update pam_timestamp_check pam_extrausers_chkpwd newuidmap newgidmap bbsuid wall write bsd-write write.ul crontab ssh-agent ssh-keysign dbus-daemon-launch-helper utempter userhelper".split(
    " "
  )
);

// src/rules/sudo-present.ts
var FIX31 = "Do what needs root before USER, and leave sudo out of the image. To start as root and drop, use `su-exec`, `gosu` or `setpriv` in the start script.";
var sudoPresent = {
  id: "sudo-present",
  title: "There is no sudo in the image",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "sudo is a way back to root for whoever takes over the process, and without a password it makes USER meaningless. In a build it is never needed: USER root is at hand.",
  fix: FIX31,
  aliases: ["DL3004", "DKL-DI-0001", "DS-0010"],
  examples: {
    good: [
      { title: "root only while building", dockerfile: "FROM scratch\nUSER root\nRUN apk add git\nUSER 10001\n" },
      { title: "a group named sudo", dockerfile: "FROM scratch\nRUN adduser app sudo && usermod -aG sudo app\n" },
      { title: "text that names it", dockerfile: 'FROM scratch\nRUN echo "run sudo yourself" # sudo\n' },
      {
        title: "removed in the end",
        dockerfile: "FROM scratch\nRUN apt-get install -y sudo && sudo make && apt-get purge -y sudo\n",
        image: { files: { "/usr/bin/env": { program: "amd64" } } }
      }
    ],
    bad: [
      { title: "used", dockerfile: "FROM scratch\nRUN cd /src && sudo make install\n" },
      {
        title: "installed",
        dockerfile: "FROM scratch\nRUN apt-get update && apt-get install -y --no-install-recommends curl sudo\n"
      },
      {
        title: "without a password",
        dockerfile: 'FROM scratch\nRUN echo "app ALL=(ALL) NOPASSWD:ALL" >> /etc/sudoers\n'
      },
      {
        title: "in the image",
        dockerfile: "FROM scratch\nCOPY rootfs /\n",
        image: { files: { "/usr/bin/sudo": { mode: 2541, program: "amd64" } } }
      }
    ]
  },
  judge(evidence) {
    const { image } = evidence;
    if (image !== null && image.files !== null) return judgeImage(evidence, image, image.files);
    return judgeRuns(evidence, (dockerfile) => ({ faults: runFaults2(dockerfile) }), "No RUN installs or uses sudo.");
  }
};
function judgeImage(evidence, image, files) {
  const faults = [];
  const programs = files.merged.filter(
    ({ path, type }) => type === "file" && /^\/(usr\/)?(local\/)?s?bin\/sudo$/.test(path)
  );
  for (const program of programs) {
    const isSetuid = (program.mode & 2048) !== 0 && program.uid === 0;
    faults.push({
      message: isSetuid ? `${program.path} is in the image and gives root (setuid).` : `${program.path} is in the image.`,
      fix: FIX31,
      location: installedAt(evidence) ?? placeOf(evidence, [program]),
      place: `path:${program.path}`,
      severity: isSetuid ? "high" : null
    });
  }
  for (const file of files.merged.filter(({ path }) => path === "/etc/sudoers" || path.startsWith("/etc/sudoers.d/"))) {
    const text = files.heads[file.path] ?? image.texts[file.path] ?? "";
    if (!givesRoot(text)) continue;
    faults.push({
      message: `${file.path} gives root without a password (NOPASSWD).`,
      fix: FIX31,
      location: placeOf(evidence, [file]),
      place: `path:${file.path}`,
      severity: "high"
    });
  }
  return faults.length > 0 ? fail(faults) : pass("sudo is not in the image.");
}
function installedAt({ dockerfile }) {
  if (dockerfile === null) return null;
  return scriptRuns(dockerfile).find(({ script }) => script.commands.some(installsSudo))?.instruction.location ?? null;
}
function runFaults2(dockerfile) {
  const final = chain(dockerfile);
  return scriptRuns(dockerfile).flatMap(
    ({ script, instruction, stage }) => script.commands.flatMap((command) => {
      const message = faultOf6(command);
      if (message === null) return [];
      const severity = !final.has(stage) ? "low" : grantsRoot(command) ? "high" : null;
      return [{ message, fix: FIX31, location: instruction.location, place: commandPlace(command.text), severity }];
    })
  );
}
function chain({ stages, target }) {
  const found = /* @__PURE__ */ new Set();
  for (let at = target; at !== null; at = stages[at]?.parent ?? null) found.add(at);
  return found;
}
function faultOf6(command) {
  if (grantsRoot(command)) return "RUN allows root without a password (NOPASSWD).";
  if (installsSudo(command)) return "RUN installs sudo.";
  return command.wrappers.includes("sudo") || command.name === "sudo" ? "RUN uses sudo." : null;
}
function installsSudo({ name, words }) {
  const verbs = name !== null && Object.hasOwn(INSTALLERS2, name) ? INSTALLERS2[name] : void 0;
  const at = words.findIndex(({ shown: shown3 }) => shown3 === verbs);
  return verbs !== void 0 && at > 0 && words.slice(at + 1).some(({ shown: shown3 }) => /^sudo([=:@].*)?$/.test(shown3));
}
var INSTALLERS2 = {
  apt: "install",
  "apt-get": "install",
  aptitude: "install",
  apk: "add",
  yum: "install",
  dnf: "install",
  microdnf: "install",
  tdnf: "install",
  zypper: "install",
  pacman: "-S"
};
function grantsRoot({ words, redirects }) {
  return words.some(({ shown: shown3 }) => givesRoot(shown3)) || redirects.some(({ body }) => body !== null && givesRoot(body));
}
function givesRoot(text) {
  if (!text.includes("NOPASSWD")) return false;
  return text.split("\n").some((line) => !line.trimStart().startsWith("#") && /\bNOPASSWD *:/.test(line));
}

// src/rules/user-home.ts
var FIX32 = "Give the user a home of its own (`adduser` does; or `mkdir -p /home/app && chown 10001 /home/app` with `ENV HOME=/home/app`), or point `XDG_CACHE_HOME`, `UV_CACHE_DIR`, `npm_config_cache` to a writable folder.";
var CACHING = /* @__PURE__ */ new Set(["npm", "npx", "pnpm", "yarn", "bun", "bunx", "uv", "uvx", "pip", "pip3", "pipx", "poetry"]);
var CACHE_VARIABLES = ["UV_CACHE_DIR", "XDG_CACHE_HOME", "npm_config_cache", "NPM_CONFIG_CACHE"];
var LEFT_BEHIND = [".npm", ".cache", ".cache/uv", ".cache/pip", ".local", ".config"];
var userHome = {
  id: "user-home",
  title: "The user has a home that it can write to",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A user without an entry in /etc/passwd gets `/` as its home, and a home that a build step filled as root is closed to it. Tools that keep a cache there (npx, uvx) fail at start, often without a word.",
  fix: FIX32,
  aliases: [],
  examples: {
    good: [
      {
        title: "a home that belongs to the user",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 1001\nENTRYPOINT ["npx", "server"]\n',
        image: {
          files: { "/etc/passwd": "app:x:1001:1001::/home/app:/bin/sh\n", "/home/app/": { uid: 1001, gid: 1001 } }
        }
      },
      {
        title: "a cache elsewhere",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENV XDG_CACHE_HOME=/tmp/cache\nUSER 4242\nENTRYPOINT ["uvx", "server"]\n',
        image: { files: { "/tmp/": { mode: 1023 } } }
      }
    ],
    bad: [
      {
        title: "a number without an account, for a tool that needs a cache",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 4242\nENTRYPOINT ["npx", "server"]\n',
        image: { files: { "/etc/passwd": "root:x:0:0::/root:/bin/sh\n" } }
      },
      {
        title: "a cache that root left in the home",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER app\nENTRYPOINT ["node", "server.js"]\n',
        image: {
          files: {
            "/etc/passwd": "app:x:1001:1001::/home/app:/bin/sh\n",
            "/home/app/": { uid: 1001, gid: 1001 },
            "/home/app/.npm/": {}
          }
        }
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const place = runPlace(evidence);
    if (place === null) return unknown(noFiles(evidence));
    if (place.user === null) return unknown("Who the user is cannot be told, so neither can its home.");
    return judgeHome(evidence, place, place.user);
  }
};
function judgeHome(evidence, place, user) {
  if (user.uid === 0) return pass("Root may write anywhere.");
  const home = variable(place, "HOME") ?? user.home;
  const found = lookUp(place.files, home);
  const location = effective(evidence).user.from ?? fromLine(evidence);
  const caching = (commandsOf(startWords(evidence) ?? []) ?? []).some(([name]) => CACHING.has(baseOf2(name)));
  if (found !== null && writable(user, found)) {
    const closed = LEFT_BEHIND.flatMap((name) => {
      const inner = lookUp(place.files, `${home}/${name}`);
      return inner !== null && !writable(user, inner) && below(place.files, home).length > 0 ? [inner.file] : [];
    });
    if (closed.length === 0) return pass(`Home ${plainName(home)} is writable for uid ${user.uid}.`);
    const message = `In the home of uid ${user.uid} it may not write to ${listed(closed.map(({ path }) => path))}.`;
    return fail([{ message, fix: "Remove what build steps left there as root, or chown it to the user.", location }]);
  }
  if (CACHE_VARIABLES.some((name) => isUsable(place, user, variable(place, name)))) {
    return pass("The home is not writable, but a cache folder is set that is.");
  }
  const state = found === null ? "does not exist" : "is not writable for it";
  const why = caching ? ", and what is started keeps a cache there" : "";
  return fail(
    [{ message: `Home ${plainName(home)} of uid ${user.uid} ${state}${why}.`, fix: FIX32, location }],
    caching ? null : "low"
  );
}
function isUsable({ files }, user, path) {
  if (path === null || !path.startsWith("/")) return false;
  const found = lookUp(files, path);
  if (found !== null) return writable(user, found);
  const above = path.slice(0, path.replace(/\/+$/, "").lastIndexOf("/")) || "/";
  const parent = lookUp(files, above);
  return parent !== null && writable(user, parent);
}
function writable(user, found) {
  const { file } = found;
  return file.type === "directory" && barrier(user, found) === null && may(user, "write", file) && may(user, "execute", file);
}
function variable({ image }, name) {
  const value = image.config.env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
  return value === "" ? null : value;
}
function baseOf2(name) {
  return (name ?? "").slice((name ?? "").lastIndexOf("/") + 1);
}

// src/rules/user-resolvable.ts
var FIX33 = "Select the user by number (`USER 65532`), or bring the name into the final stage: `COPY --from=build /etc/passwd /etc/group /etc/`.";
var userResolvable = {
  id: "user-resolvable",
  title: "The user and group that USER names exist in the image",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: 'An engine looks a name up in the /etc/passwd of the image, by exact spelling. When it is not there, no container starts: "unable to find user". Building does not notice.',
  fix: FIX33,
  aliases: [],
  examples: {
    good: [
      {
        title: "a number needs no entry",
        dockerfile: 'FROM scratch\nCOPY server /server\nUSER 65532:65532\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "a name that the image knows",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER app:web\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            "/etc/passwd": "root:x:0:0::/root:/bin/sh\napp:x:1001:1002::/home/app:/bin/sh\n",
            "/etc/group": "root:x:0:\nweb:x:1002:\n"
          }
        }
      }
    ],
    bad: [
      {
        title: "a name on an empty base",
        dockerfile: 'FROM scratch\nCOPY server /server\nUSER app\nENTRYPOINT ["/server"]\n'
      },
      {
        title: "another spelling than the one in the image",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER App\nENTRYPOINT ["/server"]\n',
        image: { files: { "/etc/passwd": "app:x:1001:1002::/home/app:/bin/sh\n" } }
      },
      {
        title: "a group that the image does not know",
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER app:web\nENTRYPOINT ["/server"]\n',
        image: { files: { "/etc/passwd": "app:x:1001:1002::/home/app:/bin/sh\n", "/etc/group": "app:x:1002:\n" } }
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const { user } = effective(evidence);
    if (!user.known) return unknown("USER comes from something this file does not show.");
    if (evidence.image !== null) return resolved(evidence, user.value ?? "", evidence.image.texts);
    return judgeText(evidence, user.value ?? "");
  }
};
function resolved(evidence, user, texts) {
  const found = resolveRunUser(user, texts["/etc/passwd"], texts["/etc/group"]);
  if (found.kind === "unknown") return unknown(`USER ${shown(user)} is open: ${found.message}.`);
  if (found.kind === "resolved") {
    return pass(
      user === "" ? "No USER is set, so no name has to be found." : `USER ${shown(user)} is uid ${found.uid}, gid ${found.gid}.`
    );
  }
  const location = effective(evidence).user.from ?? fromLine(evidence);
  return fail([
    { message: `USER ${shown(user)} keeps every container from starting: ${found.message}.`, fix: FIX33, location }
  ]);
}
function judgeText(evidence, user) {
  const [name = "", group = ""] = user.split(":");
  const isName2 = (part) => part !== "" && !/^[+-]?\d+$/.test(part);
  const empty = evidence.dockerfile !== null && hasNoAccounts(evidence.dockerfile);
  if (!isName2(name) && !isName2(group)) return resolved(evidence, user, { "/etc/passwd": null, "/etc/group": null });
  if (empty) return resolved(evidence, user, { "/etc/passwd": null, "/etc/group": null });
  return unknown(`Whether ${shown(user)} exists stands in the image's /etc/passwd and /etc/group.`);
}
function hasNoAccounts({ stages, target, base }) {
  if (base !== null) return false;
  for (let at = stages[target]; at !== void 0; at = at.parent === null ? void 0 : stages[at.parent]) {
    if (at.base !== "scratch" && at.parent === null) return false;
    if (!at.instructions.every(keepsEtc)) return false;
  }
  return true;
}
function keepsEtc({ keyword, text, json }) {
  if (keyword === "RUN" || keyword === "ONBUILD") return false;
  if (keyword !== "COPY" && keyword !== "ADD") return true;
  const destination = json?.at(-1) ?? text.trim().split(/\s+/).at(-1) ?? "";
  return /^\/(?!etc(\/|$))[\w.-]+(\/[\w.-]+)*\/?$/.test(destination) && !/(^|\/)\.\.(\/|$)/.test(destination);
}

// src/rules/index.ts
var RULES = [
  userNonRoot,
  userResolvable,
  userNumeric,
  userHome,
  chownUnknownUser,
  passwdHygiene,
  setuidFiles,
  sudoPresent,
  appFilesWritable,
  dockerSocket,
  entrypointPresent,
  entrypointExists,
  entrypointExecForm,
  entrypointExecEnv,
  pid1Signals,
  workdirAbsolute,
  duplicateInstruction,
  finalStage,
  runtimeInstall,
  exposePolicy,
  exposeRequired,
  exposeDebugPort,
  healthcheckPresent,
  healthcheckRunnable,
  healthcheckTarget,
  healthcheckNoop,
  secretInEnv,
  secretInArg,
  secretFile,
  copyContextBroad,
  baseAllowed,
  baseNoLatest,
  baseDigest,
  dependencyUpdates,
  baseMinimal,
  baseEol,
  remoteFetchUnverified,
  insecureFetch,
  depsUnpinned,
  runUnquotedRedirect,
  packageManagerLeft,
  buildToolsLeft,
  packageCacheLeft,
  labelsOci,
  labelMcpServerName
];

export {
  RULES
};
