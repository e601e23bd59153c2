import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  IMAGE_LIMITS,
  Rejection,
  SCRATCH,
  asHeredoc,
  cleanPath,
  credentialKind,
  expandWord,
  isGitSource,
  isHttpSource,
  isSecretName,
  looksSecret,
  shown,
  splitBlanks,
  trim
} from "./chunk-OPIHWSIS.js";
import {
  parseImageReference,
  require_dist
} from "./chunk-745BOILJ.js";
import {
  compareSeverity
} from "./chunk-P3VS4RNN.js";
import {
  array,
  object,
  string
} from "./chunk-6ZP7LTEL.js";
import {
  __commonJS,
  __toESM
} from "./chunk-6SMW72EV.js";

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
      let quote2 = 0;
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
          quote2 = quote2 === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote2 === 0) {
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
      let quote2 = 0;
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
          quote2 = quote2 === 1 ? 0 : 1;
          continue;
        }
        if (quote2 === 1) {
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
        const literal3 = normalizeSimpleBranch(branch);
        if (literal3 && literal3.length === 1) {
          safeChars.push(literal3);
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
    var parse2 = (input, options) => {
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
        const literal3 = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open2 = tokens[token.tokensIndex];
          open2.type = "text";
          open2.value = literal3;
          open2.output = safeOutput || utils.escapeRegex(literal3);
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
            const expression = parse2(rest, { ...options, fastpaths: false }).output;
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
                const posix2 = POSIX_REGEX_SOURCE[rest2];
                if (posix2) {
                  prev.value = pre + posix2;
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
    parse2.fastpaths = (input, options) => {
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
    module.exports = parse2;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse2 = require_parse();
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
      const posix2 = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored2 = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored2 = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher2 = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix: posix2 });
        const result = { glob, state, regex, posix: posix2, input, output, match, isMatch };
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
    picomatch2.test = (input, regex, options, { glob, posix: posix2 } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix2 ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix2);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix2 = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix2 }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse2(pattern, { ...options, fastpaths: false });
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
        parsed.output = parse2.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse2(input, options);
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

// src/rules/rule.ts
var RULE_PROFILES = ["mcp", "container", "strict"];
function pass(reason) {
  return { answer: "pass", reason, violations: [], severity: null };
}
function unknown(reason, severity = null) {
  return { answer: "unknown", reason, violations: [], severity };
}
function notApplicable(reason) {
  return { answer: "not-applicable", reason, violations: [], severity: null };
}
function fail(faults, severity = null) {
  const violations = faults.map((fault3) => ({ related: [], place: "", severity: null, ...fault3 }));
  return { answer: "fail", reason: violations.map(({ message }) => message).join(" "), violations, severity };
}

// src/image/lookup.ts
var STEPS = 4096;
var indexes = /* @__PURE__ */ new WeakMap();
function fileIndex(files) {
  const known = indexes.get(files);
  if (known !== void 0) return known;
  const index = /* @__PURE__ */ new Map([["/", folder("/")]]);
  for (const file of files.merged) {
    for (let at = file.path.lastIndexOf("/"); at > 0; at = file.path.lastIndexOf("/", at - 1)) {
      const parent = file.path.slice(0, at);
      if (index.has(parent)) break;
      index.set(parent, folder(parent));
    }
    index.set(file.path, file);
  }
  indexes.set(files, index);
  return index;
}
function lookUp(files, path, from2 = "/") {
  const index = fileIndex(files);
  const start = path.startsWith("/") ? path : `${from2}/${path}`;
  const left = start.split("/").reverse();
  const trail = ["/"];
  const searched = [];
  let links = 0;
  let steps = 0;
  for (let segment = left.pop(); segment !== void 0; segment = left.pop()) {
    steps += 1;
    if (steps > STEPS) return null;
    if (segment === "" || segment === ".") continue;
    const here = trail.at(-1) ?? "/";
    const parent = index.get(here);
    if (parent?.type !== "directory") return null;
    searched.push(parent);
    if (segment === "..") {
      trail.splice(Math.max(trail.length - 1, 1));
      continue;
    }
    const next = here === "/" ? `/${segment}` : `${here}/${segment}`;
    const file2 = index.get(next);
    if (file2 === void 0 || next.length > IMAGE_LIMITS.name) return null;
    if (file2.link === null) {
      trail.push(next);
      continue;
    }
    links += 1;
    if (links > IMAGE_LIMITS.links) return null;
    if (file2.link.startsWith("/")) trail.splice(1);
    left.push(...file2.link.split("/").reverse());
  }
  const file = index.get(trail.at(-1) ?? "/");
  return file === void 0 ? null : { file, searched };
}
function below(files, path) {
  const prefix = path === "/" ? "/" : `${path}/`;
  return files.merged.filter((file) => file.path.startsWith(prefix) && file.path !== "/");
}
function folder(path) {
  return {
    path,
    type: "directory",
    mode: 493,
    uid: 0,
    gid: 0,
    size: 0,
    link: null,
    hasCapabilities: false,
    layer: ""
  };
}

// src/image/lookup-executable.ts
var FIRST_LINE = 256;
var MACHINES = {
  3: "386",
  8: "mips",
  20: "ppc",
  21: "ppc64",
  22: "s390x",
  40: "arm",
  62: "amd64",
  183: "arm64",
  243: "riscv64",
  258: "loong64"
};
function readExecutable(head) {
  if (head.startsWith("\x7FELF")) return readElf(Buffer.from(head, "latin1"));
  if (!head.startsWith("#!")) return { kind: "other" };
  const line = head.slice(2, FIRST_LINE).split("\n", 1)[0] ?? "";
  const crlf = line.endsWith("\r");
  const words = /^[ \t]*([^ \t]*)[ \t]*(.*)$/s.exec(crlf ? line.slice(0, -1) : line);
  return { kind: "script", interpreter: words?.[1] ?? "", argument: (words?.[2] ?? "").trimEnd(), crlf };
}
function readElf(file) {
  const wide = file[4] === 2;
  const big = file[5] === 2;
  const u16 = (at) => at + 2 > file.length ? 0 : big ? file.readUInt16BE(at) : file.readUInt16LE(at);
  const u32 = (at) => at + 4 > file.length ? 0 : big ? file.readUInt32BE(at) : file.readUInt32LE(at);
  const offset = (at) => {
    if (!wide) return u32(at);
    return u32(big ? at : at + 4) === 0 ? u32(big ? at + 4 : at) : Number.MAX_SAFE_INTEGER;
  };
  const machine = u16(18);
  const architecture = machine === 21 && !big ? "ppc64le" : MACHINES[machine] ?? null;
  return { kind: "elf", architecture, loader: loaderOf() };
  function loaderOf() {
    const table = offset(wide ? 32 : 28);
    const size = u16(wide ? 54 : 42);
    const count = Math.min(u16(wide ? 56 : 44), 128);
    for (let index = 0; index < count; index++) {
      const at = table + index * size;
      if (size === 0 || at + size > file.length) return null;
      if (u32(at) !== 3) continue;
      const start = offset(at + (wide ? 8 : 4));
      const length = offset(at + (wide ? 32 : 16));
      if (length === 0 || length > 4096 || start + length > file.length) return null;
      return file.toString("latin1", start, start + length).replace(/\0.*$/s, "");
    }
    return null;
  }
}
function runsOn(program, platform) {
  return program === platform || COMPATIBLE[platform] === program || MIPS.test(program) && MIPS.test(platform);
}
var COMPATIBLE = { amd64: "386", arm64: "arm", ppc64: "ppc" };
var MIPS = /^mips/;

// src/image/atoi.ts
function atoi(text) {
  return goNumber(text, null);
}
function atoiOrZero(text) {
  return goNumber(text, "clamp") ?? 0;
}
var MAX = 2n ** 63n - 1n;
var MIN = -(2n ** 63n);
function goNumber(text, overflow) {
  if (!/^[+-]?[0-9]+$/.test(text)) {
    return null;
  }
  const digits = text.replace(/^[+-]?0*(?=[0-9])/, "");
  const negative = text.startsWith("-");
  const size = digits.length > 19 ? MAX + 1n + 1n : BigInt(digits);
  const value = negative ? -size : size;
  if (value > MAX || value < MIN) {
    return overflow === null ? null : Number(negative ? MIN : MAX);
  }
  return negative ? 0 - Number(size) : Number(value);
}

// src/image/accounts.ts
var LONGEST_LINE = 64 * 1024;
function passwdLines(text) {
  const lines = linesOf(text);
  if (lines.some((line) => Buffer.byteLength(line) >= LONGEST_LINE)) {
    return null;
  }
  return fieldsOf(lines).map((fields) => ({
    name: fields[0] ?? "",
    id: atoiOrZero(fields[2] ?? ""),
    gid: atoiOrZero(fields[3] ?? ""),
    home: fields[5] ?? ""
  }));
}
function groupLines(text) {
  return fieldsOf(linesOf(text)).map((fields) => ({
    name: fields[0] ?? "",
    id: atoiOrZero(fields[2] ?? ""),
    gid: 0,
    home: ""
  }));
}
var BLANKS = /^[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;
function linesOf(text) {
  return text.split("\n");
}
function fieldsOf(lines) {
  return lines.map((line) => line.replace(BLANKS, "")).filter((line) => line !== "").map((line) => line.split(":"));
}

// src/image/run-user.ts
var MAX_ID = 2 ** 31 - 1;
function resolveRunUser(user, passwd, group) {
  const [userArg = "", groupArg = ""] = user.split(":");
  const userId = userArg === "" ? 0 : atoi(userArg);
  if (userId === null && passwd === void 0) {
    return { kind: "unknown", message: `who ${JSON.stringify(userArg)} is stands in /etc/passwd, which was not read` };
  }
  const groupId = groupArg === "" ? 0 : atoi(groupArg);
  if (groupId === null && group === void 0) {
    return { kind: "unknown", message: `who ${JSON.stringify(groupArg)} is stands in /etc/group, which was not read` };
  }
  return resolve({ userArg, userId, groupArg, groupId }, passwd ?? null, group ?? null);
}
function resolve({ userArg, userId, groupArg, groupId }, passwd, group) {
  const accounts = passwdLines(passwd ?? "");
  if (accounts === null) {
    return failed(`unable to find user ${userArg === "" ? "0" : userArg}: /etc/passwd holds a line that is too long`);
  }
  const account = accounts.find(({ id, name }) => userId === null ? name === userArg : id === userId);
  if (account === void 0 && userId === null) {
    return failed(`unable to find user ${userArg}: no matching entries in passwd file`);
  }
  const uid = account?.id ?? userId ?? 0;
  if (account === void 0 && outOfRange(uid)) {
    return failed(`uids and gids must be in range 0-${MAX_ID}`);
  }
  const gid = groupArg === "" ? account?.gid ?? 0 : groupOf(groupArg, groupId, group);
  if (typeof gid === "string") {
    return failed(gid);
  }
  return { kind: "resolved", uid, gid, home: homeOf(uid, accounts) };
}
function groupOf(groupArg, groupId, group) {
  const found = groupLines(group ?? "").find(({ id, name }) => groupId === null ? name === groupArg : id === groupId);
  if (found !== void 0) {
    return found.id;
  }
  if (groupId === null) {
    return `unable to find group ${groupArg}: no matching entries in group file`;
  }
  return outOfRange(groupId) ? `uids and gids must be in range 0-${MAX_ID}` : groupId;
}
function homeOf(uid, accounts) {
  const home = accounts.find(({ id }) => id === uid)?.home ?? "";
  return home === "" ? "/" : home;
}
function outOfRange(id) {
  return id < 0 || id > MAX_ID;
}
function failed(message) {
  return { kind: "error", message };
}

// src/image/lookup-user.ts
var MAX_GROUPS = 65536;
function processUser({ config, texts }) {
  const passwd = texts["/etc/passwd"];
  const group = texts["/etc/group"];
  const found = resolveRunUser(config.user, passwd, group);
  if (found.kind !== "resolved") return null;
  const gids = /* @__PURE__ */ new Set([found.gid]);
  if ((config.user.split(":")[1] ?? "") === "") {
    const name = accountName(found.uid, passwd ?? "");
    for (const gid of name === null ? [] : groupsOf(name, group ?? "")) gids.add(gid);
  }
  return { uid: found.uid, gids, home: found.home };
}
function accountName(uid, passwd) {
  for (const line of passwd.split("\n")) {
    const [name = "", , id = ""] = line.split(":", 3);
    if (name !== "" && /^\d+$/.test(id) && Number(id) === uid) return name;
  }
  return null;
}
function groupsOf(name, group) {
  const gids = [];
  for (const line of group.split("\n")) {
    const [, , id = "", members = ""] = line.trim().split(":", 4);
    if (/^\d+$/.test(id) && members.split(",").includes(name) && gids.length < MAX_GROUPS) gids.push(Number(id));
  }
  return gids;
}
var BITS = { read: 4, write: 2, execute: 1 };
function may(user, access2, file) {
  if (user.uid === 0) return access2 !== "execute" || file.type === "directory" || (file.mode & 73) !== 0;
  const shift = file.uid === user.uid ? 6 : user.gids.has(file.gid) ? 3 : 0;
  return (file.mode >> shift & BITS[access2]) !== 0;
}
function barrier(user, { searched }) {
  return searched.find((folder2) => !may(user, "execute", folder2)) ?? null;
}

// src/image/lookup-program.ts
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var MAX_FOLDERS = 64;
var MAX_DEPTH = 4;
function searchPath({ config }) {
  const set = config.env.find((entry) => entry.startsWith("PATH="))?.slice("PATH=".length) ?? "";
  const folders = (set === "" ? DEFAULT_PATH : set).split(":");
  return folders.filter((folder2) => folder2.startsWith("/")).slice(0, MAX_FOLDERS);
}
function workingFolder({ config }) {
  return config.workingDir === "" ? "/" : config.workingDir;
}
function findProgram(place, name, byShell = false, depth = 0) {
  const found = locate(place, name);
  if ("kind" in found) return found;
  const { file } = found;
  const label = file.path === name ? shown(name) : `${shown(name)} (${shown(file.path)})`;
  if (file.type !== "file") return wrong(`${label} is no file`);
  const blocked = access(place.user, found, label, "execute");
  if (blocked !== null) return wrong(blocked);
  const head = place.files.heads[file.path];
  if (head === void 0 && file.size > 0) return { kind: "open", message: `the content of ${label} was not read` };
  const what = readExecutable(head ?? "");
  const message = problemOf(place, found, what, { label, byShell, depth, head: head ?? "" });
  return message === null ? { kind: "runs", found, what } : wrong(message);
}
function access(user, found, label, kind) {
  if (user === null) {
    return kind === "execute" && (found.file.mode & 73) === 0 ? `${label} is not executable for anyone` : null;
  }
  const closed = barrier(user, found);
  if (closed !== null) return `${label} lies in ${shown(closed.path)}, which uid ${user.uid} may not enter`;
  if (may(user, kind, found.file)) return null;
  const mode = (found.file.mode & 4095).toString(8).padStart(4, "0");
  const verb = kind === "read" ? "readable" : "executable";
  return `${label} is not ${verb} for uid ${user.uid} (mode ${mode}, owner ${found.file.uid}:${found.file.gid})`;
}
function locate({ image, files, user }, name) {
  if (name === "") return wrong("the name of the program is empty");
  if (name.includes("/")) {
    return lookUp(files, name, workingFolder(image)) ?? wrong(`${shown(name)} is not in the image`);
  }
  const folders = searchPath(image);
  const candidates = folders.flatMap((folder2) => lookUp(files, `${folder2}/${name}`) ?? []);
  const usable = candidates.find(
    (found) => found.file.type === "file" && (user === null || access(user, found, "", "execute") === null)
  );
  return usable ?? candidates[0] ?? wrong(`${shown(name)} is in no folder of PATH`);
}
function problemOf(place, found, what, context) {
  const { label, byShell, head } = context;
  switch (what.kind) {
    case "elf":
      return elfProblem(place, what, label);
    case "script":
      return scriptProblem(place, found, what, context);
    case "other": {
      if (byShell && !head.includes("\0")) return null;
      if (head.startsWith("\xEF\xBB\xBF#!"))
        return `${label} starts with a byte order mark before #!, so it cannot be executed`;
      return `${label} is neither a program of this system nor a script with #!, so it cannot be executed`;
    }
  }
}
function elfProblem({ image, files }, elf, label) {
  const architecture = image.platform.split("/")[1] ?? "";
  if (elf.architecture !== null && !runsOn(elf.architecture, architecture)) {
    return `${label} is built for ${elf.architecture}, the image for ${architecture}`;
  }
  if (elf.loader === null || lookUp(files, elf.loader) !== null) return null;
  return `${label} needs the loader ${shown(elf.loader)}, which is not in the image (it was linked against another C library)`;
}
function scriptProblem(place, found, script, { label, depth }) {
  if (script.crlf)
    return `${label} has Windows line ends, so its interpreter ${shown(script.interpreter)} is not found`;
  if (script.interpreter === "") return `${label} names no interpreter after #!`;
  const closed = access(place.user, found, label, "read");
  if (closed !== null) return closed;
  if (depth >= MAX_DEPTH) return `${label} leads through too many interpreters`;
  const path = script.interpreter.includes("/") ? script.interpreter : `./${script.interpreter}`;
  const interpreter = findProgram(place, path, false, depth + 1);
  if (interpreter.kind === "wrong") return `${label} cannot be executed: its interpreter ${interpreter.message}`;
  const command = script.interpreter.endsWith("/env") ? envCommand(script.argument) : null;
  if (command === null) return null;
  const started = findProgram(place, command, false, depth + 1);
  return started.kind === "wrong" ? `${label} cannot be executed: ${started.message}` : null;
}
function envCommand(argument) {
  const split3 = /^(?:-S|--split-string=?)[ \t]*(.*)$/s.exec(argument)?.[1];
  const words = split3 === void 0 ? [argument] : split3.split(/[ \t]+/);
  const name = words.find((word) => !/^[A-Za-z_]\w*=/.test(word)) ?? "";
  return name === "" || name.startsWith("-") || /[$'"\\]/.test(name) ? null : name;
}
function wrong(message) {
  return { kind: "wrong", message };
}

// src/rules/shared/effective.ts
function effective(evidence) {
  const text = evidence.dockerfile?.config ?? null;
  const image = evidence.image?.config ?? null;
  if (image === null) return text ?? NOTHING_KNOWN;
  return {
    user: one(image.user === "" ? null : image.user, text?.user),
    exposedPorts: many(image.exposedPorts, text?.exposedPorts),
    healthcheck: one(image.healthcheck, text?.healthcheck),
    entrypoint: one(image.entrypoint, text?.entrypoint),
    cmd: one(image.cmd, text?.cmd),
    env: many(image.env, text?.env, envName),
    workingDir: one(image.workingDir === "" ? null : image.workingDir, text?.workingDir),
    labels: many(labelEntries(image), text?.labels, envName),
    volumes: many(image.volumes, text?.volumes),
    stopSignal: one(image.stopSignal, text?.stopSignal),
    shell: one(image.shell, text?.shell)
  };
}
function fromLine(evidence) {
  const dockerfile = evidence.dockerfile;
  if (dockerfile === null) return null;
  return dockerfile.base?.location ?? dockerfile.stages[dockerfile.target]?.location ?? null;
}
function isDataImage(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  return isEmptyCommand(entrypoint) && isEmptyCommand(cmd);
}
function isEmptyCommand(command) {
  return command.known && (command.value === null || command.value.length === 0);
}
function one(value, text) {
  return { value, known: true, from: text?.from ?? null };
}
function many(values, text, key = (entry) => entry) {
  const places = new Map(text?.entries.map((entry) => [key(entry.value), entry.from]));
  const entries2 = values.map((value) => ({ value, known: true, from: places.get(key(value)) ?? null }));
  return { entries: entries2, complete: true };
}
function envName(entry) {
  return entry.split("=", 1)[0] ?? entry;
}
function labelEntries(image) {
  return Object.entries(image.labels).map(([key, value]) => `${key}=${value}`);
}
var UNKNOWN = { value: null, known: false, from: null };
var UNKNOWN_LIST = { entries: [], complete: false };
var NOTHING_KNOWN = {
  user: UNKNOWN,
  exposedPorts: UNKNOWN_LIST,
  healthcheck: UNKNOWN,
  entrypoint: UNKNOWN,
  cmd: UNKNOWN,
  env: UNKNOWN_LIST,
  workingDir: UNKNOWN,
  labels: UNKNOWN_LIST,
  volumes: UNKNOWN_LIST,
  stopSignal: UNKNOWN,
  shell: UNKNOWN
};

// src/image/attribution/matches.ts
import { posix } from "node:path";

// src/image/attribution/history-text.ts
var NOP = "#(nop)";
function readHistoryEntry(entry, shells) {
  const { emptyLayer, comment } = entry;
  const text = squeeze(entry.createdBy);
  const nop = text.indexOf(NOP);
  if (nop !== -1 && shells.includes(text.slice(0, nop).trim())) {
    return { ...split(text.slice(nop + NOP.length).trim()), legacy: true, emptyLayer, comment };
  }
  const { keyword, body } = split(text);
  if (!INSTRUCTIONS.has(keyword)) {
    return { keyword: text === "" ? "" : "RUN", body: text, legacy: true, emptyLayer, comment };
  }
  return { keyword, body: body.replace(/ ?# buildkit$/, ""), legacy: false, emptyLayer, comment };
}
function squeeze(text) {
  return text.replace(/\s+/g, " ").trim();
}
function split(text) {
  const blank = text.indexOf(" ");
  const keyword = blank === -1 ? text : text.slice(0, blank);
  return { keyword, body: blank === -1 ? "" : text.slice(blank + 1) };
}
var INSTRUCTIONS = new Set(
  "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
    " "
  )
);

// src/image/attribution/word-pattern.ts
function wordPattern(word) {
  const pieces = [];
  let piece = "";
  let quote2 = "";
  for (let at = 0; at < word.length; at += 1) {
    const char = word[at] ?? "";
    if (quote2 === "" ? char === "'" || char === '"' : char === quote2) {
      quote2 = quote2 === "" ? char : "";
    } else if (char === "\\" && quote2 !== "'") {
      at += 1;
      piece += word[at] ?? "";
    } else if (char === "$" && quote2 !== "'") {
      pieces.push(piece);
      piece = "";
      at = endOfVariable(word, at);
    } else {
      piece += char;
    }
  }
  return { pieces: [...pieces, piece] };
}
function endOfVariable(word, start) {
  if (word[start + 1] !== "{") {
    let end = start;
    while (/[A-Za-z0-9_]/.test(word[end + 1] ?? "")) end += 1;
    return end;
  }
  let depth = 0;
  for (let at = start + 1; at < word.length; at += 1) {
    depth += word[at] === "{" ? 1 : word[at] === "}" ? -1 : 0;
    if (depth === 0) return at;
  }
  return word.length;
}
function joinPatterns(words) {
  const pieces = [];
  for (const [index, word] of words.entries()) {
    const [first = "", ...rest] = word.pieces;
    const before = index === 0 ? void 0 : pieces.pop();
    pieces.push(before === void 0 ? first : `${before} ${first}`, ...rest);
  }
  return { pieces };
}
function fits(text, { pieces }) {
  const [first = "", ...rest] = pieces;
  const last = rest.pop();
  if (last === void 0) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

// src/image/attribution/matches.ts
function matches(step2, instruction, shells) {
  if (step2.keyword !== instruction.keyword) return false;
  switch (step2.keyword) {
    case "RUN":
      return matchesRun(step2.body, instruction, shells);
    case "COPY":
    case "ADD":
      return matchesCopy(step2, instruction);
    case "WORKDIR":
      return matchesWorkdir(step2.body, instruction.text);
    case "ARG":
    case "ENV":
    case "USER":
      return matchesName(step2.body, instruction.text);
    default:
      return true;
  }
}
function matchesRun(body, instruction, shells) {
  const { json } = instruction;
  return (json === null ? shellCommands(instruction) : [json.join(" ")]).map(squeeze).some((command) => {
    if (!body.endsWith(command)) return false;
    const before = body.slice(0, body.length - command.length);
    if (before === "" || json !== null) return isArguments(before);
    const shell = shells.find((words) => before.trimEnd().endsWith(words));
    if (shell === void 0) return false;
    const args = before.trimEnd().slice(0, -shell.length);
    return isArguments(args) && !shells.some((words) => args.includes(` ${words} `));
  });
}
function isArguments(text) {
  return text === "" || /^\|[0-9]+ .* $/s.test(text);
}
function shellCommands({ text, heredocs }) {
  const [first, second] = heredocs;
  if (first === void 0) return [text];
  const whole = [text, ...heredocs.map(({ content, name }) => `${content}${name}`)].join("\n");
  if (second !== void 0 || !/^[0-9]*<<-?\s*\S+$/.test(text)) return [whole];
  return [first.content.startsWith("#!") ? `/dev/pipes/${first.name}` : first.content];
}
function matchesCopy({ body, legacy }, { text, json, heredocs }) {
  const words = json ?? squeeze(text).split(" ").filter(isNoFlag);
  const destination = wordPattern(words.at(-1) ?? "");
  if (legacy) {
    const place = body.indexOf(" in ");
    return place !== -1 && fits(body.slice(place + 4), squeezed(destination));
  }
  const isHeredoc = (word) => json === null && heredocs.length > 0 && /^[0-9]*<</.test(word);
  const sources = words.slice(0, -1).filter((word) => !isHeredoc(word));
  const files = heredocs.map(({ name }) => `<<${name}`);
  const said = body.split(" ");
  while (said[0]?.startsWith("--") === true) said.shift();
  const expected = [...sources.map(wordPattern), ...files.map((name) => ({ pieces: [name] })), destination];
  return fits(said.join(" "), squeezed(joinPatterns(expected)));
}
function isNoFlag(word, index, all) {
  return !word.startsWith("--") || all.slice(0, index).some((before) => !before.startsWith("--"));
}
function squeezed({ pieces }) {
  return { pieces: pieces.map((piece) => piece.replace(/\s+/g, " ")) };
}
function matchesWorkdir(body, written2) {
  const { pieces } = wordPattern(written2.trim());
  const [first = ""] = pieces;
  if (!body.startsWith("/")) return false;
  if (pieces.length > 1) return true;
  const path = posix.normalize(first).replace(/(.)\/$/, "$1");
  if (path.startsWith("/")) return body === path;
  return path === "." || path.startsWith("..") || body.endsWith(`/${path}`);
}
function matchesName(body, text) {
  const name = /^[A-Za-z0-9_.-]+/.exec(text)?.[0];
  return name === void 0 || body.startsWith(name);
}

// src/image/attribution/align.ts
function alignAll(history, steps, shells) {
  const squashed = isMerge(history.at(-1));
  const left = squashed ? history.slice(0, -1) : [...history];
  const pairs = [];
  for (const step2 of steps.toReversed()) {
    const entry = left.at(-1);
    if (step2.instruction.keyword === "ONBUILD" && entry?.keyword !== "ONBUILD") continue;
    if (entry === void 0 || !matches(entry, step2.instruction, shells)) return null;
    left.pop();
    pairs.unshift({ entry, step: step2 });
  }
  const layers = pairs.filter(({ entry }) => !entry.emptyLayer);
  if (squashed) return layers.length === 0 ? { steps: [null] } : null;
  const isOdd = pairs.some(({ entry }) => holdsMore(entry));
  return { steps: layers.map(({ step: step2 }) => isOdd ? null : step2) };
}
function isMerge(entry) {
  return entry !== void 0 && !entry.emptyLayer && entry.keyword === "" && entry.comment.startsWith("merge sha256:");
}
function holdsMore({ keyword, emptyLayer }) {
  return emptyLayer ? keyword === "COPY" || keyword === "ADD" : !MAKES_LAYERS.has(keyword);
}
var MAKES_LAYERS = /* @__PURE__ */ new Set(["RUN", "COPY", "ADD", "WORKDIR"]);
function alignLayers(history, steps, shells) {
  const left = history.filter(({ emptyLayer }) => !emptyLayer);
  const found = [];
  for (const step2 of steps.filter(({ instruction }) => MAKES_LAYERS.has(instruction.keyword)).toReversed()) {
    const entry = left.at(-1);
    if (entry !== void 0 && matches(entry, step2.instruction, shells)) {
      left.pop();
      found.unshift(step2);
    } else if (step2.instruction.keyword !== "WORKDIR") {
      return null;
    }
  }
  return { steps: found };
}

// src/image/attribution/build-steps.ts
function buildSteps(dockerfile, bases) {
  const steps = [];
  let triggers = [];
  for (const file of [...bases, dockerfile]) {
    for (const stage of chainOf(file)) {
      const toStep = (instruction) => ({
        instruction,
        own: file === dockerfile,
        copiedFrom: sourceStage(instruction, file.stages)
      });
      steps.push(...triggers, ...stage.instructions.map(toStep));
      triggers = stage.instructions.flatMap(triggered).map(toStep);
    }
  }
  return steps;
}
function chainOf({ stages, target }) {
  const byIndex = new Map(stages.map((stage) => [stage.index, stage]));
  const chain2 = [];
  for (let stage = byIndex.get(target); stage !== void 0; stage = byIndex.get(stage.parent ?? -1)) {
    chain2.unshift(stage);
  }
  return chain2;
}
function triggered({ keyword, text, location, heredocs }) {
  const match = keyword === "ONBUILD" ? /^([A-Za-z]+)\s+(.*)$/s.exec(text) : null;
  if (match === null) return [];
  const [, name = "", rest = ""] = match;
  return [{ keyword: name.toUpperCase(), text: rest, flags: [], json: jsonWords(rest), heredocs, location }];
}
function jsonWords(text) {
  if (!text.startsWith("[")) return null;
  try {
    const words = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === "string") ? words : null;
  } catch {
    return null;
  }
}
function sourceStage({ flags }, stages) {
  const from2 = flags.find(({ name }) => name === "from")?.value;
  if (from2 === void 0) return null;
  const wanted = from2.toLowerCase();
  return stages.findLast(({ name, index }) => name === wanted || String(index) === wanted)?.location ?? null;
}

// src/image/attribution.ts
function attributeLayers(image, dockerfile, bases = []) {
  for (let skipped = 0; skipped <= bases.length; skipped += 1) {
    const known = bases.slice(skipped);
    const sources = attribute(image, dockerfile, known);
    if (sources !== null) return sources;
  }
  return /* @__PURE__ */ new Map();
}
function attribute(image, dockerfile, bases) {
  const steps = buildSteps(dockerfile, bases);
  const shells = shellsOf(image, steps);
  const history = image.history.map((entry) => readHistoryEntry(entry, shells));
  if (history.filter(({ emptyLayer }) => !emptyLayer).length !== image.layers.length) return null;
  const built = withoutFillers(history);
  const aligned = alignAll(built, steps, shells) ?? alignLayers(built, steps, shells);
  const from2 = (bases[0] ?? dockerfile).base;
  if (aligned === null || from2 === null !== (aligned.steps.length === image.layers.length)) return null;
  return sourcesOf(image, aligned, from2?.location ?? null);
}
function sourcesOf(image, { steps }, from2) {
  const sources = /* @__PURE__ */ new Map();
  const below2 = image.layers.length - steps.length;
  for (const [index, { diffId }] of image.layers.entries()) {
    if (sources.has(diffId)) continue;
    if (index < below2) {
      if (from2 !== null) sources.set(diffId, { origin: "base", location: from2, instruction: null, copiedFrom: null });
      continue;
    }
    const step2 = steps[index - below2] ?? null;
    if (step2 === null) continue;
    const { instruction, own, copiedFrom } = step2;
    sources.set(diffId, {
      origin: own ? "build" : "base",
      location: instruction.location,
      instruction,
      copiedFrom
    });
  }
  return sources;
}
function shellsOf({ config }, steps) {
  const set = steps.flatMap(
    ({ instruction: { keyword, json } }) => keyword === "SHELL" && json !== null ? [json.join(" ")] : []
  );
  return [.../* @__PURE__ */ new Set(["/bin/sh -c", ...set, ...config.shell === null ? [] : [config.shell.join(" ")]])];
}
function withoutFillers(history) {
  const last = history.findLastIndex(({ comment }) => comment !== "buildkit.exporter.image.v0");
  return history.slice(0, last + 1);
}

// src/rules/shared/image-place.ts
function runPlace({ image }) {
  if (image === null || image.files === null) return null;
  return { image, files: image.files, user: processUser(image) };
}
function layerSources({ image, dockerfile }) {
  return image === null || dockerfile === null ? /* @__PURE__ */ new Map() : attributeLayers(image, dockerfile);
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
function listed(names3) {
  const first = names3.slice(0, SHOWN).map(plainName).join(", ");
  return names3.length > SHOWN ? `${first} and ${names3.length - SHOWN} more` : first;
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

// node_modules/unbash/dist/traversal.js
function forEachChild(node, callback) {
  switch (node.type) {
    case "Script":
    case "CompoundList":
    case "AndOr":
      for (const command of node.commands)
        callback(command);
      return;
    case "Statement":
      callback(node.command);
      return;
    case "Command":
      for (const child of node.prefix)
        callback(child);
      if (node.name)
        callback(node.name);
      for (const child of node.suffix)
        callback(child);
      return;
    case "Pipeline":
      for (const prefix of node.prefixes)
        callback(prefix);
      for (const command of node.commands)
        callback(command);
      return;
    case "Redirected":
      callback(node.command);
      for (const redirect of node.redirects)
        callback(redirect);
      return;
    case "If":
      callback(node.clause);
      callback(node.then);
      for (const branch of node.elif)
        callback(branch);
      if (node.else)
        callback(node.else);
      return;
    case "Elif":
      callback(node.clause);
      callback(node.then);
      return;
    case "For":
    case "Select":
      callback(node.name);
      if (node.wordlist)
        for (const word of node.wordlist)
          callback(word);
      callback(node.body);
      return;
    case "While":
      callback(node.clause);
      callback(node.body);
      return;
    case "Function":
    case "Coproc":
      if (node.name)
        callback(node.name);
      callback(node.body);
      return;
    case "Subshell":
    case "BraceGroup":
      callback(node.body);
      return;
    case "Case":
      callback(node.word);
      for (const item of node.items)
        callback(item);
      return;
    case "CaseItem":
      for (const pattern of node.pattern)
        callback(pattern);
      callback(node.body);
      return;
    case "ArithmeticFor": {
      const initialize = node.initialize;
      if (initialize)
        callback(initialize);
      const test = node.test;
      if (test)
        callback(test);
      const update = node.update;
      if (update)
        callback(update);
      callback(node.body);
      return;
    }
    case "Word":
    case "Glob":
    case "ArithmeticWord":
    case "HereDocBody":
    case "BraceExpansion":
    case "ExtendedGlob": {
      const parts = node.parts;
      if (parts)
        for (const part of parts)
          callback(part);
      return;
    }
    case "DoubleQuoted":
    case "LocaleString":
      for (const part of node.parts)
        callback(part);
      return;
    case "ParameterExpansion":
      if (node.index)
        callback(node.index);
      if (node.operation)
        callback(node.operation);
      return;
    case "Default":
    case "Remove":
    case "Transform":
      callback(node.operand);
      return;
    case "CaseModification":
      if (node.operand)
        callback(node.operand);
      return;
    case "Replace":
      callback(node.pattern);
      callback(node.replacement);
      return;
    case "Slice":
      callback(node.offset);
      if (node.length)
        callback(node.length);
      return;
    case "Assignment": {
      const index = node.index;
      if (index)
        callback(index);
      callback(node.value);
      return;
    }
    case "ArrayValue":
      for (const element of node.elements)
        callback(element);
      return;
    case "Redirect":
    case "HereString":
      if (node.descriptor)
        callback(node.descriptor);
      if (node.target)
        callback(node.target);
      return;
    case "HereDoc":
      if (node.descriptor)
        callback(node.descriptor);
      if (node.delimiter)
        callback(node.delimiter);
      callback(node.body);
      return;
    case "CommandExpansion":
    case "ProcessSubstitution":
    case "ArithmeticCommandExpansion": {
      const script = node.script;
      if (script)
        callback(script);
      return;
    }
    case "ArithmeticExpansion":
    case "ArithmeticCommand":
    case "ArithmeticGroup":
    case "TestCommand":
    case "TestGroup": {
      const expression = node.expression;
      if (expression)
        callback(expression);
      return;
    }
    case "ArithmeticBinary":
    case "TestBinary":
      callback(node.left);
      callback(node.right);
      return;
    case "ArithmeticUnary":
    case "TestUnary":
      callback(node.operand);
      return;
    case "ArithmeticTernary":
      callback(node.test);
      callback(node.consequent);
      callback(node.alternate);
      return;
    case "TestLogical":
      for (const operand of node.operands)
        callback(operand);
      return;
    case "TestNot":
      for (const negation of node.negations)
        callback(negation);
      callback(node.operand);
      return;
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
    case "SimpleExpansion":
    case "Names":
    case "Unknown":
    case "FileDescriptor":
    case "FileDescriptorVariable":
    case "HereDocDelimiter":
    case "Time":
    case "Negation":
      return;
    default: {
      const exhaustive = node;
      throw new TypeError(`Unexpected syntax node: ${exhaustive}`);
    }
  }
}

// node_modules/unbash/dist/ansi-c.js
function isOctal(code) {
  return code >= 48 && code <= 55;
}
function isHex(code) {
  return code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102;
}
function codePoint(value, fallback) {
  try {
    return String.fromCodePoint(value);
  } catch {
    return fallback;
  }
}
var utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeBytes(bytes2) {
  return utf8.decode(new Uint8Array(bytes2));
}
function readByteEscape(source, pos, limit) {
  if (source.charCodeAt(pos) !== 92 || pos + 2 > limit)
    return void 0;
  const escaped = source.charCodeAt(pos + 1);
  const digitsStart = pos + 2;
  let end = digitsStart;
  if (escaped === 120) {
    while (end < limit && end - digitsStart < 2 && isHex(source.charCodeAt(end)))
      end++;
    if (end === digitsStart)
      return void 0;
    return { value: Number.parseInt(source.slice(digitsStart, end), 16), end };
  }
  if (!isOctal(escaped))
    return void 0;
  while (end < limit && end - digitsStart < 2 && isOctal(source.charCodeAt(end)))
    end++;
  return { value: Number.parseInt(source.slice(pos + 1, end), 8) & 255, end };
}
function decodeAnsiCQuoted(source, start, limit) {
  let pos = start;
  let value = "";
  let bytes2 = [];
  let nul = -1;
  while (pos < limit && source.charCodeAt(pos) !== 39) {
    const escapeStart = pos;
    const byte = readByteEscape(source, pos, limit);
    if (byte && byte.value >= 128) {
      bytes2.push(byte.value);
      pos = byte.end;
      continue;
    }
    if (bytes2.length > 0) {
      value += decodeBytes(bytes2);
      bytes2 = [];
    }
    if (byte) {
      if (byte.value === 0 && nul === -1)
        nul = value.length;
      value += String.fromCharCode(byte.value);
      pos = byte.end;
      continue;
    }
    if (source.charCodeAt(pos) !== 92 || pos + 1 >= limit) {
      const runStart = pos;
      while (pos < limit) {
        const code = source.charCodeAt(pos);
        if (code === 39 || code === 92 && pos + 1 < limit)
          break;
        pos++;
      }
      value += source.slice(runStart, pos);
      continue;
    }
    pos++;
    const escaped = source[pos++];
    switch (escaped) {
      case "a":
        value += "\x07";
        break;
      case "b":
        value += "\b";
        break;
      case "e":
      case "E":
        value += "\x1B";
        break;
      case "f":
        value += "\f";
        break;
      case "n":
        value += "\n";
        break;
      case "r":
        value += "\r";
        break;
      case "t":
        value += "	";
        break;
      case "v":
        value += "\v";
        break;
      case "\\":
        value += "\\";
        break;
      case "'":
        value += "'";
        break;
      case '"':
        value += '"';
        break;
      case "?":
        value += "?";
        break;
      case "\n":
        break;
      case "c": {
        const code = pos < limit ? source.charCodeAt(pos) : 39;
        if (code === 39) {
          value += source.slice(escapeStart, pos);
          break;
        }
        pos++;
        if (code === 92) {
          const pair = pos < limit && source.charCodeAt(pos) === 92;
          if (pair)
            pos++;
          value += "";
          if (!pair && pos < limit) {
            value += source[pos];
            pos++;
          }
          break;
        }
        const control = code === 63 ? 127 : code & 31;
        if (control === 0 && code < 128 && nul === -1)
          nul = value.length;
        value += String.fromCharCode(control);
        break;
      }
      case "u":
      case "U": {
        const digitsStart = pos;
        const maxDigits = escaped === "u" ? 4 : 8;
        while (pos < limit && pos - digitsStart < maxDigits && isHex(source.charCodeAt(pos)))
          pos++;
        if (pos === digitsStart) {
          value += `\\${escaped}`;
          break;
        }
        const raw = source.slice(escapeStart, pos);
        const point = Number.parseInt(source.slice(digitsStart, pos), 16);
        if (point === 0 && nul === -1)
          nul = value.length;
        value += codePoint(point, raw);
        break;
      }
      default:
        value += `\\${escaped}`;
        break;
    }
  }
  if (bytes2.length > 0)
    value += decodeBytes(bytes2);
  if (nul !== -1)
    value = value.slice(0, nul);
  const closed = pos < limit;
  if (closed)
    pos++;
  return { value, end: pos, closed };
}

// node_modules/unbash/dist/expansion.js
var ScriptExpansionImpl = class _ScriptExpansionImpl {
  static _resolveScript;
  type;
  pos;
  end;
  text;
  #window;
  #script = void 0;
  constructor(type, pos, end, text, window) {
    this.type = type;
    this.pos = pos;
    this.end = end;
    this.text = text;
    this.#window = window;
  }
  get script() {
    const window = this.#window;
    if (window !== void 0) {
      const script = _ScriptExpansionImpl._resolveScript(window.source, window.start, window.end, window.depth, window.parenBoundary, window.context);
      if (window.context === void 0)
        script.source = window.source;
      this.script = script;
    }
    return this.#script;
  }
  set script(script) {
    this.#script = script;
    this.#window = void 0;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, text: this.text, script: this.script };
  }
};
var ProcessSubstitutionImpl = class extends ScriptExpansionImpl {
  operator;
  constructor(pos, end, text, operator, window) {
    super("ProcessSubstitution", pos, end, text, window);
    this.operator = operator;
  }
  toJSON() {
    return {
      type: this.type,
      pos: this.pos,
      end: this.end,
      text: this.text,
      operator: this.operator,
      script: this.script
    };
  }
};
var ArithmeticExpansionImpl = class _ArithmeticExpansionImpl {
  static _resolveExpression;
  type = "ArithmeticExpansion";
  pos;
  end;
  text;
  #window;
  #expression = void 0;
  constructor(pos, end, text, window) {
    this.pos = pos;
    this.end = end;
    this.text = text;
    this.#window = window;
  }
  get expression() {
    const window = this.#window;
    if (window !== void 0) {
      this.expression = _ArithmeticExpansionImpl._resolveExpression(window.body, window.offset, window.source, window.depth, window.context, window.depth + 1);
    }
    return this.#expression;
  }
  set expression(expression) {
    this.#expression = expression;
    this.#window = void 0;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, text: this.text, expression: this.expression };
  }
};

// node_modules/unbash/dist/limits.js
var MAX_SYNTAX_NESTING = 256;

// node_modules/unbash/dist/word-value.js
function dequoteValue(parts) {
  let s = "";
  for (const c of parts)
    s += c.type === "Literal" ? c.value : c.text;
  return s;
}
function unescapeBareValue(text) {
  const first = text.indexOf("\\");
  if (first === -1)
    return text;
  let s = "";
  let start = 0;
  for (let i = first; i < text.length; i++) {
    if (text.charCodeAt(i) !== 92)
      continue;
    s += text.slice(start, i);
    i++;
    if (i >= text.length) {
      s += "\\";
      start = i;
      break;
    }
    if (text.charCodeAt(i) !== 10)
      s += text[i];
    start = i + 1;
  }
  return s + text.slice(start);
}
function continuedExpansionValue(text) {
  let pos = 1;
  while (text[pos] === "\\" && text[pos + 1] === "\n")
    pos += 2;
  return pos === 1 || text[pos] !== "(" ? text : text[0] + text.slice(pos);
}
function wordPartsValue(parts) {
  let value = "";
  for (const part of parts) {
    switch (part.type) {
      case "Literal":
      case "Glob":
      case "SingleQuoted":
      case "AnsiCQuoted":
        value += part.value;
        break;
      case "DoubleQuoted":
      case "LocaleString":
        value += dequoteValue(part.parts);
        break;
      case "CommandExpansion":
        value += part.text[0] === "$" ? continuedExpansionValue(part.text) : part.text;
        break;
      case "ExtendedGlob":
        value += continuedExpansionValue(part.text);
        break;
      default:
        value += part.text;
        break;
    }
  }
  return value;
}

// node_modules/unbash/dist/word.js
var WordImpl = class {
  type = "Word";
  text;
  pos;
  end;
  #source;
  #resolver;
  #depth;
  #parts;
  #value = null;
  constructor(text, pos, end, source, resolver, depth = 0) {
    this.text = text;
    this.pos = pos;
    this.end = end;
    this.#source = source;
    this.#resolver = resolver;
    this.#depth = depth;
    this.#parts = resolver === void 0 ? void 0 : null;
  }
  get value() {
    if (this.#value === null) {
      const parts = this.#source === void 0 && this.#parts === null ? void 0 : this.parts;
      this.#value = parts ? wordPartsValue(parts) : unescapeBareValue(this.text);
    }
    return this.#value;
  }
  get parts() {
    if (this.#parts === null) {
      this.#parts = this.#resolver?.(this.#source ?? "", this, this.#depth) ?? void 0;
    }
    return this.#parts;
  }
  set parts(v) {
    this.#parts = v ?? void 0;
  }
  toJSON() {
    return { type: this.type, text: this.text, pos: this.pos, end: this.end, parts: this.parts, value: this.value };
  }
};

// node_modules/unbash/dist/substitution-context.js
function createSubstitutionContext(parent) {
  const boundaries = parent === void 0 ? void 0 : substitutionBoundaries(parent);
  return { boundaries, wordParts: void 0, embeddedParts: void 0, arrayParts: void 0 };
}
function substitutionBoundaries(context) {
  return context.boundaries ?? (context.boundaries = /* @__PURE__ */ new Map());
}

// node_modules/unbash/dist/chars.js
var CH_TAB = 9;
var CH_NL = 10;
var CH_SPACE = 32;
var CH_BANG = 33;
var CH_DQUOTE = 34;
var CH_HASH = 35;
var CH_DOLLAR = 36;
var CH_PERCENT = 37;
var CH_AMP = 38;
var CH_SQUOTE = 39;
var CH_LPAREN = 40;
var CH_RPAREN = 41;
var CH_STAR = 42;
var CH_PLUS = 43;
var CH_COMMA = 44;
var CH_DASH = 45;
var CH_DOT = 46;
var CH_SLASH = 47;
var CH_0 = 48;
var CH_9 = 57;
var CH_COLON = 58;
var CH_SEMI = 59;
var CH_LT = 60;
var CH_EQ = 61;
var CH_GT = 62;
var CH_QUESTION = 63;
var CH_AT = 64;
var CH_A = 65;
var CH_Z = 90;
var CH_LBRACKET = 91;
var CH_BACKSLASH = 92;
var CH_RBRACKET = 93;
var CH_CARET = 94;
var CH_UNDERSCORE = 95;
var CH_BACKTICK = 96;
var CH_a = 97;
var CH_z = 122;
var CH_LBRACE = 123;
var CH_PIPE = 124;
var CH_RBRACE = 125;
var CH_TILDE = 126;
function skipLineContinuations(source, pos, end) {
  while (pos + 1 < end && source.charCodeAt(pos) === CH_BACKSLASH && source.charCodeAt(pos + 1) === CH_NL)
    pos += 2;
  return pos;
}

// node_modules/unbash/dist/glob.js
function hasGlobCharacters(text) {
  return /[*?[]/.test(text);
}
var bracketSyntax = new Uint8Array(128);
bracketSyntax[CH_BANG] = 1;
bracketSyntax[CH_CARET] = 1;
bracketSyntax[CH_LBRACKET] = 1;
bracketSyntax[CH_RBRACKET] = 1;
bracketSyntax[CH_COLON] = 1;
bracketSyntax[CH_DOT] = 1;
bracketSyntax[CH_EQ] = 1;
bracketSyntax[CH_DASH] = 1;
bracketSyntax[CH_BACKSLASH] = 1;
function bracketEnds(source, start, end, parts, offset) {
  let close = end - 1;
  while (close > start && source.charCodeAt(close) !== CH_RBRACKET)
    close--;
  if (close === start)
    return null;
  const positions = [];
  const kinds = [];
  const members = [];
  let partIndex = 0;
  let symbols = false;
  for (let pos = start; pos < end; pos++) {
    while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset)
      partIndex++;
    const part = parts?.[partIndex];
    const tokenPos = pos;
    let kind = 0;
    if (part && part.pos <= pos + offset && part.type !== "Literal") {
      pos = part.end - offset - 1;
    } else {
      kind = source.charCodeAt(pos);
      if (kind === CH_BACKSLASH && pos + 1 < end && source.charCodeAt(pos + 1) === CH_NL) {
        pos++;
        continue;
      }
      if (kind >= 128 || !bracketSyntax[kind])
        kind = 0;
    }
    const last = kinds.length - 1;
    if (kind === 0 && last >= 0 && kinds[last] === 0) {
      members[last]++;
      continue;
    }
    if (last >= 0 && kinds[last] === CH_LBRACKET && (kind === CH_COLON || kind === CH_EQ || kind === CH_DOT)) {
      symbols = true;
    }
    positions.push(tokenPos);
    kinds.push(kind);
    members.push(1);
  }
  const count = kinds.length;
  let symbolEnd;
  if (symbols) {
    symbolEnd = new Int32Array(count).fill(-1);
    let close2 = -1;
    let colon = -1;
    let eq = -1;
    let dot = -1;
    for (let i = count - 1; i >= 0; i--) {
      const kind = kinds[i + 2];
      if (kind === CH_RBRACKET)
        close2 = i + 2;
      else if (kinds[i + 3] === CH_RBRACKET) {
        if (kind === CH_COLON)
          colon = i + 2;
        else if (kind === CH_EQ)
          eq = i + 2;
        else if (kind === CH_DOT)
          dot = i + 2;
      }
      if (kinds[i] !== CH_LBRACKET)
        continue;
      const type = kinds[i + 1];
      const found = type === CH_COLON ? colon : type === CH_EQ ? eq : type === CH_DOT ? dot : -1;
      if (found !== -1 && (type === CH_DOT || close2 === -1 || close2 > found))
        symbolEnd[i] = found + 2;
    }
  }
  const subBracket = (open2) => symbolEnd === void 0 ? -1 : symbolEnd[open2];
  const endFrom = new Int32Array(count + 2).fill(-1);
  const resume = (next, range) => {
    if (next >= count)
      return -1;
    if (range && kinds[next] === CH_DASH && next + 1 < count && kinds[next + 1] !== CH_RBRACKET) {
      let last = next + 1;
      if (kinds[last] === CH_BACKSLASH) {
        if (last + 1 >= count)
          return -1;
        last++;
      }
      let after = last + 1;
      if (kinds[last] === CH_LBRACKET && kinds[last + 1] === CH_DOT) {
        const symbol = subBracket(last);
        if (symbol !== -1)
          after = symbol;
      } else if (kinds[last] === 0 && members[last] > 1) {
        return endFrom[last];
      }
      if (after >= count)
        return -1;
      return kinds[after] === CH_RBRACKET ? after + 1 : endFrom[after];
    }
    return kinds[next] === CH_RBRACKET ? next + 1 : endFrom[next];
  };
  for (let t = count - 1; t >= 0; t--) {
    const kind = kinds[t];
    let after = t + 1;
    let range = true;
    if (kind === CH_BACKSLASH) {
      if (t + 1 >= count)
        continue;
      after = t + 2;
    } else if (kind === CH_LBRACKET) {
      const type = kinds[t + 1];
      if (type === CH_COLON || type === CH_EQ || type === CH_DOT) {
        const symbol = subBracket(t);
        if (symbol !== -1) {
          after = symbol;
          range = type === CH_DOT;
        }
      }
    }
    endFrom[t] = resume(after, range);
  }
  const ends = /* @__PURE__ */ new Map();
  for (let t = 0; t < count; t++) {
    if (kinds[t] !== CH_LBRACKET)
      continue;
    let first = t + 1;
    if (kinds[first] === CH_BANG || kinds[first] === CH_CARET)
      first++;
    if (first >= count)
      continue;
    const close2 = kinds[first] === CH_RBRACKET ? resume(first + 1, true) : endFrom[first];
    if (close2 !== -1)
      ends.set(positions[t], positions[close2 - 1] + 1);
  }
  return ends;
}
function appendRange(source, start, end, parts, index, offset, result) {
  while (start < end) {
    while (parts && index < parts.length && parts[index].end <= start + offset)
      index++;
    const part = parts?.[index];
    if (part && part.pos === start + offset && part.end <= end + offset) {
      result.push(part);
      start = part.end - offset;
      index++;
      continue;
    }
    const stop = part ? Math.min(end, (part.pos > start + offset ? part.pos : part.end) - offset) : end;
    const text = source.slice(start, stop);
    result.push({ type: "Literal", pos: start + offset, end: stop + offset, text, value: unescapeBareValue(text) });
    start = stop;
  }
  return index;
}
function parseGlobParts(source, start, end, parts, offset = 0) {
  let result;
  let brackets;
  let partIndex = 0;
  let emittedIndex = 0;
  let literalStart = start;
  for (let pos = start; pos < end; pos++) {
    while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset)
      partIndex++;
    const part = parts?.[partIndex];
    if (part && part.pos <= pos + offset && part.type !== "Literal") {
      pos = part.end - offset - 1;
      continue;
    }
    const character = source.charCodeAt(pos);
    if (character === CH_BACKSLASH) {
      pos++;
      continue;
    }
    let globEnd;
    if (character === CH_STAR || character === CH_QUESTION) {
      const limit = part ? Math.min(end, part.end - offset) : end;
      const next = skipLineContinuations(source, pos + 1, limit);
      if (next < limit && source.charCodeAt(next) === CH_LPAREN)
        continue;
      globEnd = pos + 1;
      if (character === CH_STAR) {
        while (globEnd < limit && source.charCodeAt(globEnd) === CH_STAR) {
          const next2 = skipLineContinuations(source, globEnd + 1, limit);
          if (next2 < limit && source.charCodeAt(next2) === CH_LPAREN)
            break;
          globEnd++;
        }
      }
    } else if (character === CH_LBRACKET) {
      if (brackets === void 0)
        brackets = bracketEnds(source, pos, end, parts, offset);
      const close = brackets?.get(pos);
      if (close === void 0)
        continue;
      globEnd = close;
    } else {
      continue;
    }
    if (!result)
      result = [];
    emittedIndex = appendRange(source, literalStart, pos, parts, emittedIndex, offset, result);
    const text = source.slice(pos, globEnd);
    let glob;
    if (character === CH_LBRACKET) {
      const interior = [];
      emittedIndex = appendRange(source, pos + 1, globEnd - 1, parts, emittedIndex, offset, interior);
      glob = {
        type: "Glob",
        kind: "bracket",
        pos: pos + offset,
        end: globEnd + offset,
        text,
        value: "[" + wordPartsValue(interior) + "]",
        parts: interior
      };
    } else {
      glob = {
        type: "Glob",
        kind: character === CH_STAR ? "star" : "question",
        pos: pos + offset,
        end: globEnd + offset,
        text,
        value: text,
        parts: void 0
      };
    }
    result.push(glob);
    literalStart = globEnd;
    pos = globEnd - 1;
  }
  if (!result)
    return parts ?? void 0;
  appendRange(source, literalStart, end, parts, emittedIndex, offset, result);
  return result;
}

// node_modules/unbash/dist/lexer.js
var Token = {
  Word: 0,
  Assignment: 1,
  Semi: 2,
  Newline: 3,
  Pipe: 4,
  And: 5,
  Or: 6,
  Amp: 7,
  LParen: 8,
  RParen: 9,
  LBrace: 10,
  RBrace: 11,
  Bang: 12,
  If: 13,
  Then: 14,
  Else: 15,
  Elif: 16,
  Fi: 17,
  Do: 18,
  Done: 19,
  For: 20,
  While: 21,
  Until: 22,
  In: 23,
  Case: 24,
  Esac: 25,
  Function: 26,
  DoubleSemi: 27,
  SemiAmp: 28,
  DoubleSemiAmp: 29,
  Select: 30,
  DblLBracket: 31,
  DblRBracket: 32,
  EOF: 33,
  ArithCmd: 34,
  Coproc: 35,
  Redirect: 36
};
var TokenValue = class {
  token = Token.EOF;
  // Materialized token value, or null for word tokens whose value has not been
  // requested yet (computed from [pos, end) on demand via the owning lexer).
  _value = "";
  _owner;
  pos = 0;
  end = 0;
  fileDescriptor = void 0;
  variableName = void 0;
  descriptorEnd = 0;
  delimiterQuoted = false;
  content = void 0;
  targetPos = 0;
  targetEnd = 0;
  assignmentOperatorPos = -1;
  // True when `value` is exactly the raw source span [pos, end) — lets consumers
  // reuse the string instead of slicing the source again.
  raw = false;
  // True when a word contains no quoting, escaped characters, or expansions.
  // Backslash-newline continuations preserve keyword eligibility.
  keywordEligible = false;
  constructor(owner = null) {
    this._owner = owner;
  }
  get value() {
    return this._value ?? (this._value = this._owner === null ? "" : this._owner._tokenValue(this.pos, this.end, this.raw));
  }
  set value(v) {
    this._value = v;
  }
  reset() {
    this.token = Token.EOF;
    this._value = "";
    this.pos = 0;
    this.end = 0;
    this.fileDescriptor = void 0;
    this.variableName = void 0;
    this.descriptorEnd = 0;
    this.delimiterQuoted = false;
    this.content = void 0;
    this.targetPos = 0;
    this.targetEnd = 0;
    this.assignmentOperatorPos = -1;
    this.raw = false;
    this.keywordEligible = false;
  }
  copyFrom(other) {
    this.token = other.token;
    this._value = other._value;
    this.pos = other.pos;
    this.end = other.end;
    this.fileDescriptor = other.fileDescriptor;
    this.variableName = other.variableName;
    this.descriptorEnd = other.descriptorEnd;
    this.delimiterQuoted = other.delimiterQuoted;
    this.content = other.content;
    this.targetPos = other.targetPos;
    this.targetEnd = other.targetEnd;
    this.assignmentOperatorPos = other.assignmentOperatorPos;
    this.raw = other.raw;
    this.keywordEligible = other.keywordEligible;
  }
};
var RESERVED_WORDS = /* @__PURE__ */ new Map([
  ["if", Token.If],
  ["then", Token.Then],
  ["else", Token.Else],
  ["elif", Token.Elif],
  ["fi", Token.Fi],
  ["do", Token.Do],
  ["done", Token.Done],
  ["for", Token.For],
  ["while", Token.While],
  ["until", Token.Until],
  ["in", Token.In],
  ["case", Token.Case],
  ["esac", Token.Esac],
  ["function", Token.Function],
  ["select", Token.Select],
  ["coproc", Token.Coproc],
  ["!", Token.Bang],
  ["{", Token.LBrace],
  ["}", Token.RBrace]
]);
var charType = new Uint8Array(128);
charType[CH_PIPE] = 1;
charType[CH_AMP] = 1;
charType[CH_SEMI] = 1;
charType[CH_LPAREN] = 1;
charType[CH_RPAREN] = 1;
charType[CH_LT] = 1;
charType[CH_GT] = 1;
charType[CH_SPACE] = 1;
charType[CH_TAB] = 1;
charType[CH_NL] = 1;
charType[CH_BACKSLASH] = 2;
charType[CH_SQUOTE] = 2;
charType[CH_DQUOTE] = 2;
charType[CH_DOLLAR] = 2;
charType[CH_BACKTICK] = 2;
charType[CH_LBRACE] = 2;
function skipBlanks(source, pos, end) {
  while (pos < end) {
    const ch = source.charCodeAt(pos);
    if (ch === CH_SPACE || ch === CH_TAB)
      pos++;
    else if (ch === CH_BACKSLASH && pos + 1 < end && source.charCodeAt(pos + 1) === CH_NL)
      pos += 2;
    else
      break;
  }
  return pos;
}
var arithmeticWordDelimiter = new Uint8Array(128);
for (const ch of [
  CH_TAB,
  CH_NL,
  CH_SPACE,
  CH_BANG,
  CH_PERCENT,
  CH_AMP,
  CH_LPAREN,
  CH_RPAREN,
  CH_STAR,
  CH_PLUS,
  CH_COMMA,
  CH_DASH,
  CH_SLASH,
  CH_COLON,
  CH_LT,
  CH_EQ,
  CH_GT,
  CH_QUESTION,
  CH_CARET,
  CH_PIPE
]) {
  arithmeticWordDelimiter[ch] = 1;
}
function hasEmbeddedWordStructure(source, start, end) {
  for (let pos = start; pos < end; pos++) {
    const ch = source.charCodeAt(pos);
    if (ch === CH_BACKSLASH || ch === CH_SQUOTE || ch === CH_DQUOTE || ch === CH_DOLLAR || ch === CH_BACKTICK || (ch === CH_LT || ch === CH_GT) && pos + 1 < end && source.charCodeAt(pos + 1) === CH_LPAREN) {
      return true;
    }
  }
  return false;
}
function findUnnested(s, target, pairTernaries = false, findNestedEnd) {
  let depth = 0;
  let ternaryDepth = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === CH_BACKSLASH) {
      i++;
      continue;
    }
    if (c === CH_LBRACE) {
      depth++;
      continue;
    }
    if (c === CH_RBRACE) {
      if (depth > 0)
        depth--;
      continue;
    }
    if (c === CH_SQUOTE) {
      i++;
      while (i < s.length && s.charCodeAt(i) !== CH_SQUOTE)
        i++;
      continue;
    }
    if (c === CH_DQUOTE) {
      i++;
      while (i < s.length) {
        const quoted2 = s.charCodeAt(i);
        if (quoted2 === CH_DQUOTE)
          break;
        if (quoted2 === CH_BACKSLASH) {
          i += 2;
          continue;
        }
        const nestedEnd2 = findNestedEnd?.(i, true) ?? i;
        if (nestedEnd2 > i) {
          i = nestedEnd2;
          continue;
        }
        i++;
      }
      continue;
    }
    const nestedEnd = findNestedEnd?.(i, false) ?? i;
    if (nestedEnd > i) {
      i = nestedEnd - 1;
      continue;
    }
    if (pairTernaries && depth === 0) {
      if (c === CH_QUESTION) {
        ternaryDepth++;
        continue;
      }
      if (c === CH_COLON && ternaryDepth > 0) {
        ternaryDepth--;
        continue;
      }
    }
    if (c === target && depth === 0)
      return i;
  }
  return -1;
}
var isIdChar = new Uint8Array(128);
for (let i = CH_a; i <= CH_z; i++)
  isIdChar[i] = 3;
for (let i = CH_A; i <= CH_Z; i++)
  isIdChar[i] = 3;
for (let i = CH_0; i <= CH_9; i++)
  isIdChar[i] = 2;
isIdChar[CH_UNDERSCORE] = 3;
var extglobPrefix = new Uint8Array(128);
extglobPrefix[CH_QUESTION] = 1;
extglobPrefix[CH_AT] = 1;
extglobPrefix[CH_STAR] = 1;
extglobPrefix[CH_PLUS] = 1;
extglobPrefix[CH_BANG] = 1;
extglobPrefix[CH_EQ] = 1;
function isExtglobOpen(prefix) {
  return prefix < 128 && prefix !== CH_EQ && extglobPrefix[prefix] === 1;
}
var extglobOp = {
  [CH_QUESTION]: "?",
  [CH_AT]: "@",
  [CH_STAR]: "*",
  [CH_PLUS]: "+",
  [CH_BANG]: "!"
};
function isDQChild(p) {
  const t = p.type;
  return t === "Literal" || t === "SimpleExpansion" || t === "ParameterExpansion" || t === "CommandExpansion" || t === "ArithmeticExpansion";
}
function isAllDigitsRange(src, start, end) {
  for (let i = start; i < end; i++) {
    const c = src.charCodeAt(i);
    if (c < CH_0 || c > CH_9)
      return false;
  }
  return end > start;
}
var ASSIGNMENT_INVALID = -1;
var ASSIGNMENT_NAME_START = 0;
var ASSIGNMENT_NAME = 1;
var ASSIGNMENT_AFTER_INDEX = 2;
var ASSIGNMENT_AFTER_PLUS = 3;
var ASSIGNMENT_INDEX_BASE = 4;
function joinWordParts(head, tail) {
  const last = head[head.length - 1];
  const first = tail[0];
  let start = 0;
  if (last?.type === "Literal" && first?.type === "Literal" && last.end === first.pos) {
    head[head.length - 1] = {
      type: "Literal",
      pos: last.pos,
      end: first.end,
      text: last.text + first.text,
      value: last.value + first.value
    };
    start = 1;
  }
  for (let i = start; i < tail.length; i++)
    head.push(tail[i]);
  return head;
}
function isMatchedAssignment(state) {
  return state < ASSIGNMENT_INVALID;
}
function assignmentOperatorPos(state) {
  return -state - 2;
}
function scanAssignmentPrefix(src, start, end, initialState) {
  let state = initialState;
  for (let i = start; i < end && state >= 0; i++) {
    const c = src.charCodeAt(i);
    if (state >= ASSIGNMENT_INDEX_BASE) {
      if (c === CH_LBRACKET)
        state++;
      else if (c === CH_RBRACKET && --state === ASSIGNMENT_INDEX_BASE)
        state = ASSIGNMENT_AFTER_INDEX;
    } else if (state === ASSIGNMENT_NAME_START) {
      state = c < 128 && isIdChar[c] & 1 ? ASSIGNMENT_NAME : ASSIGNMENT_INVALID;
    } else if (state === ASSIGNMENT_NAME) {
      if (c < 128 && isIdChar[c] & 2)
        continue;
      if (c === CH_LBRACKET)
        state = ASSIGNMENT_INDEX_BASE + 1;
      else if (c === CH_PLUS)
        state = ASSIGNMENT_AFTER_PLUS;
      else
        state = c === CH_EQ ? -i - 2 : ASSIGNMENT_INVALID;
    } else if (state === ASSIGNMENT_AFTER_INDEX) {
      if (c === CH_PLUS)
        state = ASSIGNMENT_AFTER_PLUS;
      else
        state = c === CH_EQ ? -i - 2 : ASSIGNMENT_INVALID;
    } else {
      state = c === CH_EQ ? -i - 2 : ASSIGNMENT_INVALID;
    }
  }
  return state;
}
function setToken(out, token, value, pos = 0, end = 0) {
  out.token = token;
  out._value = value;
  out.pos = pos;
  out.end = end;
  out.fileDescriptor = void 0;
  out.variableName = void 0;
  out.descriptorEnd = 0;
  out.delimiterQuoted = false;
  out.content = void 0;
  out.assignmentOperatorPos = -1;
  out.raw = false;
  out.keywordEligible = false;
}
function setSpanToken(out, token, pos, end, raw) {
  out.token = token;
  out._value = null;
  out.pos = pos;
  out.end = end;
  out.fileDescriptor = void 0;
  out.variableName = void 0;
  out.descriptorEnd = 0;
  out.delimiterQuoted = false;
  out.content = void 0;
  out.assignmentOperatorPos = -1;
  out.raw = raw;
  out.keywordEligible = false;
}
function matchReservedWord(src, start, len) {
  switch (src.charCodeAt(start)) {
    case CH_BANG:
      return len === 1 ? Token.Bang : void 0;
    case CH_LBRACE:
      return len === 1 ? Token.LBrace : void 0;
    case CH_RBRACE:
      return len === 1 ? Token.RBrace : void 0;
    case 105: {
      if (len !== 2)
        return void 0;
      const c = src.charCodeAt(start + 1);
      return c === 102 ? Token.If : c === 110 ? Token.In : void 0;
    }
    case 102:
      if (len === 2)
        return src.charCodeAt(start + 1) === 105 ? Token.Fi : void 0;
      if (len === 3)
        return src.startsWith("for", start) ? Token.For : void 0;
      if (len === 8)
        return src.startsWith("function", start) ? Token.Function : void 0;
      return void 0;
    case 116:
      return len === 4 && src.startsWith("then", start) ? Token.Then : void 0;
    case 101:
      if (len !== 4)
        return void 0;
      if (src.startsWith("else", start))
        return Token.Else;
      if (src.startsWith("elif", start))
        return Token.Elif;
      if (src.startsWith("esac", start))
        return Token.Esac;
      return void 0;
    case 100:
      if (len === 2)
        return src.charCodeAt(start + 1) === 111 ? Token.Do : void 0;
      if (len === 4)
        return src.startsWith("done", start) ? Token.Done : void 0;
      return void 0;
    case 99:
      if (len === 4)
        return src.startsWith("case", start) ? Token.Case : void 0;
      if (len === 6)
        return src.startsWith("coproc", start) ? Token.Coproc : void 0;
      return void 0;
    case 119:
      return len === 5 && src.startsWith("while", start) ? Token.While : void 0;
    case 117:
      return len === 5 && src.startsWith("until", start) ? Token.Until : void 0;
    case 115:
      return len === 6 && src.startsWith("select", start) ? Token.Select : void 0;
    default:
      return void 0;
  }
}
var LexContext = {
  Normal: 0,
  CommandStart: 1,
  TestMode: 2,
  // After a prefix element: assignments still recognized, reserved words not.
  CommandPrefix: 3,
  // Assignment arguments retain ordinary word boundaries inside subscripts.
  Declaration: 4,
  ArrayElement: 5,
  FunctionName: 6,
  CasePattern: 7,
  // Arguments of eval and let: ordinary words, but `name=(…)` keeps its array value as in Bash.
  EvalArgument: 8
};
function isBraceCommandOpener(after) {
  return after === CH_SPACE || after === CH_TAB || after === CH_NL || after === CH_PIPE;
}
var Lexer = class _Lexer {
  static _findSubstitutionEnd;
  src;
  srcEnd;
  parenBoundary;
  pos;
  current;
  nextState;
  hasPeek;
  pendingHereDocs;
  substitutionContext;
  _errors = null;
  _buildParts = false;
  // Build processed text while scanning. Off on the normal token path (values
  // materialize lazily); on for redirect targets, heredoc delimiters, arithmetic
  // command bodies, and bounded value re-lexes. _buildParts implies it.
  _buildValue = false;
  // Nesting depth of the window being lexed (enclosing sub-fields plus substitution
  // scripts), sharing the MAX_SYNTAX_NESTING budget across lazily created lexers.
  _nestingDepth = 0;
  // `start`/`end` bound the lexer to a window of `src` so substitution scripts can be
  // parsed in place against the original source — every position is then absolute, with
  // no slicing or re-basing. Defaults cover the whole string (the common top-level parse).
  constructor(src, start = 0, end = src.length, parenBoundary = false, context = createSubstitutionContext()) {
    this.src = src;
    this.srcEnd = end;
    this.parenBoundary = parenBoundary;
    this.pos = start;
    this.current = new TokenValue(this);
    this.nextState = new TokenValue(this);
    this.hasPeek = false;
    this.pendingHereDocs = null;
    this.substitutionContext = context;
    if (start === 0 && src.charCodeAt(0) === CH_HASH && src.charCodeAt(1) === CH_BANG) {
      const nl = src.indexOf("\n");
      this.pos = nl === -1 ? this.srcEnd : nl + 1;
    }
  }
  getSource() {
    return this.src;
  }
  // Fresh window sharing source, depth and substitution context; tokens, errors, heredocs and build flags reset.
  fork(start, end, parenBoundary = false) {
    const lexer = new _Lexer(this.src, start, end, parenBoundary, this.substitutionContext);
    lexer._nestingDepth = this._nestingDepth;
    return lexer;
  }
  getSubstitutionContext() {
    return this.substitutionContext;
  }
  get errors() {
    return this._errors ?? (this._errors = []);
  }
  // A substitution's script parses lazily, one level below the window it was found in, in
  // place over `inner` at `start`, sharing this scan's substitution boundaries.
  commandExpansion(pos, text, start, inner, parenBoundary = false) {
    const window = this.scriptWindow(this.src, start, start + inner.length, parenBoundary);
    return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
  }
  // Escaped backticks rebuild `inner` with the escapes removed, so it is no longer a verbatim
  // substring of the source: that script parses the decoded body as its own source.
  decodedCommandExpansion(pos, text, inner) {
    const window = this.scriptWindow(inner, 0, inner.length, false, true);
    return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
  }
  processSubstitution(pos, text, operator, inner) {
    const window = this.scriptWindow(this.src, pos + 2, pos + 2 + inner.length, !this._unbalanced);
    return new ProcessSubstitutionImpl(pos, this.pos, text, operator, window);
  }
  // Past the nesting budget the part gets no window, so lazy materialization bottoms out.
  scriptWindow(source, start, end, parenBoundary, decoded = false) {
    if (this._nestingDepth > MAX_SYNTAX_NESTING)
      return void 0;
    const context = decoded ? void 0 : this.substitutionContext;
    return { source, start, end, depth: this._nestingDepth + 1, parenBoundary, context };
  }
  getPos() {
    return this.pos;
  }
  findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
    if (_Lexer._findSubstitutionEnd === void 0)
      return -1;
    return _Lexer._findSubstitutionEnd(this.src, start, end, depth, this.substitutionContext);
  }
  /** Materialize a word token's value: raw spans slice directly, others re-lex the span. */
  _tokenValue(pos, end, raw) {
    return raw ? this.src.slice(pos, end) : this.wordValueOf(pos, end);
  }
  // Re-lex [start, end) in value mode to produce the processed word text. Bounded
  // to the span, so every expansion the original scan consumed closes within it.
  // Errors were already reported by the original scan; suppress duplicates.
  wordValueOf(start, end) {
    const savedPos = this.pos;
    const savedEnd = this.srcEnd;
    const savedBracketWindow = this._bracketWindow;
    const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
    const savedBuildValue = this._buildValue;
    const savedUnbalanced = this._unbalanced;
    const errorCount = this._errors === null ? 0 : this._errors.length;
    this.pos = start;
    this.srcEnd = end;
    this._buildValue = true;
    this.readWordText();
    if (this.pos < end && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
      this.pos = start;
      this.readWordText(true);
    }
    const value = this._wordText;
    this.pos = savedPos;
    this.srcEnd = savedEnd;
    this._bracketWindow = savedBracketWindow;
    this._arithmeticBracketWindow = savedArithmeticBracketWindow;
    this._buildValue = savedBuildValue;
    this._unbalanced = savedUnbalanced;
    if (this._errors !== null)
      this._errors.length = errorCount;
    return value;
  }
  /** Find the closing bracket for a shell subscript, ignoring brackets inside nested shell syntax. */
  findClosingBracket(start, end = this.srcEnd) {
    const limit = Math.min(end, this.srcEnd);
    let window = this._bracketWindow;
    if (!window || window.limit !== limit) {
      window = { limit, depth: this._nestingDepth, last: this.src.lastIndexOf("]", limit - 1) };
      this._bracketWindow = window;
    }
    if (start > window.last)
      return -1;
    if (window.depth !== this._nestingDepth) {
      window = { limit, depth: this._nestingDepth, last: window.last };
      this._bracketWindow = window;
    }
    if (window.failed?.has(start))
      return -1;
    const unmatched = [];
    const close = this.findClosingShellDelimiter(start, end, CH_RBRACKET, false, true, unmatched);
    if (close === -1) {
      const failed2 = window.failed ?? (window.failed = /* @__PURE__ */ new Set());
      for (const starts of unmatched)
        for (const pos of starts)
          failed2.add(pos);
    }
    return close;
  }
  /** Find the closing bracket of `$[ … ]`, which unlike a subscript does not recurse into `${ }`. */
  findClosingArithmeticBracket(start, end = this.srcEnd) {
    const limit = Math.min(end, this.srcEnd);
    let window = this._arithmeticBracketWindow;
    if (!window || window.end !== limit || window.depth !== this._nestingDepth) {
      window = { end: limit, depth: this._nestingDepth, failed: /* @__PURE__ */ new Set() };
      this._arithmeticBracketWindow = window;
    }
    if (window.failed.has(start))
      return -1;
    return this.findClosingShellDelimiter(start, end, CH_RBRACKET, false, false, void 0, window.failed);
  }
  /** Find the closing brace for a parameter expansion, ignoring braces inside nested shell syntax. */
  findClosingBrace(start, end = this.srcEnd) {
    return this.findClosingShellDelimiter(start, end, CH_RBRACE);
  }
  /** Find the closing parenthesis for a shell substitution using the command-aware scanner. */
  findClosingParenthesis(start, end = this.srcEnd) {
    const savedPos = this.pos;
    const savedEnd = this.srcEnd;
    const savedBracketWindow = this._bracketWindow;
    const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
    const savedUnbalanced = this._unbalanced;
    this.pos = start;
    this.srcEnd = Math.min(end, this.srcEnd);
    this.extractBalanced();
    const close = this._unbalanced ? -1 : this.pos - 1;
    this.pos = savedPos;
    this.srcEnd = savedEnd;
    this._bracketWindow = savedBracketWindow;
    this._arithmeticBracketWindow = savedArithmeticBracketWindow;
    this._unbalanced = savedUnbalanced;
    return close;
  }
  /** Find the end of one arithmetic expansion using the canonical lexer scanner. */
  findArithmeticExpansionEnd(start, end = this.srcEnd) {
    const scanner = this.fork(start, end);
    scanner.pos = start + 1;
    scanner.scanArithmeticBody();
    return scanner.pos;
  }
  /** Find the end of one shell-expanded arithmetic word using the canonical lexer scanners. */
  findArithmeticWordEnd(start, end = this.srcEnd) {
    const scanner = this.fork(start, end);
    scanner.pos = start;
    return scanner.scanArithmeticWordEnd();
  }
  scanArithmeticWordEnd() {
    while (this.pos < this.srcEnd) {
      const ch = this.src.charCodeAt(this.pos);
      if (ch === CH_DOLLAR) {
        this.readDollar();
        continue;
      }
      if (ch === CH_BACKTICK) {
        this.readBacktickExpansion();
        continue;
      }
      if (ch === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
        continue;
      }
      if (ch === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
        continue;
      }
      if (ch === CH_BACKSLASH) {
        this.pos += 2;
        continue;
      }
      if (ch === CH_LBRACKET) {
        const close = this.findClosingBracket(this.pos + 1);
        if (close !== -1) {
          this.pos = close + 1;
          continue;
        }
      }
      if ((ch === CH_LT || ch === CH_GT) && this.src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        this.pos += 2;
        this.extractBalanced();
        continue;
      }
      if (ch < 128 && arithmeticWordDelimiter[ch])
        break;
      this.pos++;
    }
    return this.pos;
  }
  // Only array assignment bodies take comments and leading `[` subscripts and reject operators;
  // extglob shares this scanner, and `#` is pattern data there.
  findClosingShellDelimiter(start, end, closing, array2 = false, braces = true, bracketStarts, failedBrackets) {
    const savedPos = this.pos;
    const savedEnd = this.srcEnd;
    const savedBracketWindow = this._bracketWindow;
    const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
    const savedUnbalanced = this._unbalanced;
    this.srcEnd = Math.min(end, this.srcEnd);
    const delimiters = [closing];
    bracketStarts?.push([]);
    const failedStarts = failedBrackets ? [start] : void 0;
    let pos = start;
    let wordStart = true;
    let invalid = -1;
    while (pos < this.srcEnd) {
      const expected = delimiters[delimiters.length - 1];
      if (bracketStarts && expected === CH_RBRACKET)
        bracketStarts[bracketStarts.length - 1].push(pos);
      const ch = this.src.charCodeAt(pos);
      if (ch === CH_BACKSLASH) {
        if (pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) !== CH_NL)
          wordStart = false;
        pos += 2;
        continue;
      }
      if (ch === CH_HASH && array2 && delimiters.length === 1 && wordStart) {
        while (pos < this.srcEnd && this.src.charCodeAt(pos) !== CH_NL)
          pos++;
        continue;
      }
      if (ch === CH_SQUOTE) {
        this.pos = pos + 1;
        this.skipSQ();
        pos = this.pos;
        wordStart = false;
        continue;
      }
      if (ch === CH_DQUOTE) {
        this.pos = pos + 1;
        this.skipDQ();
        pos = this.pos;
        wordStart = false;
        continue;
      }
      if (ch === CH_BACKTICK) {
        pos++;
        while (pos < this.srcEnd && this.src.charCodeAt(pos) !== CH_BACKTICK) {
          if (this.src.charCodeAt(pos) === CH_BACKSLASH)
            pos++;
          pos++;
        }
        if (pos < this.srcEnd)
          pos++;
        wordStart = false;
        continue;
      }
      if (ch === CH_DOLLAR && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === CH_LPAREN || (ch === CH_LT || ch === CH_GT) && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === CH_LPAREN) {
        this.pos = pos + 2;
        this.extractBalanced();
        pos = this.pos;
        wordStart = false;
        continue;
      }
      if (ch === CH_DOLLAR && pos + 1 < this.srcEnd) {
        const after = this.src.charCodeAt(pos + 1);
        if (after === CH_SQUOTE) {
          pos = decodeAnsiCQuoted(this.src, pos + 2, this.srcEnd).end;
          wordStart = false;
          continue;
        }
        if (after === CH_DOLLAR) {
          pos += 2;
          wordStart = false;
          continue;
        }
        if (after === CH_LBRACE && braces) {
          delimiters.push(CH_RBRACE);
          bracketStarts?.push([]);
          pos += 2;
          wordStart = false;
          continue;
        }
      }
      if (array2 && delimiters.length === 1) {
        if (ch === CH_LBRACKET && wordStart) {
          delimiters.push(CH_RBRACKET);
          bracketStarts?.push([]);
        } else if (invalid === -1 && (ch === CH_SEMI || ch === CH_AMP || ch === CH_PIPE || ch === CH_LT || ch === CH_GT || ch === CH_LPAREN && !isExtglobOpen(this.src.charCodeAt(pos - 1)))) {
          invalid = pos;
        }
      }
      if (expected === CH_RBRACKET && ch === CH_LBRACKET) {
        delimiters.push(CH_RBRACKET);
        bracketStarts?.push([]);
        failedStarts?.push(pos + 1);
      } else if (expected === CH_RPAREN && ch === CH_LPAREN) {
        delimiters.push(CH_RPAREN);
        bracketStarts?.push([]);
      } else if (ch === expected) {
        delimiters.pop();
        failedStarts?.pop();
        bracketStarts?.pop();
        if (delimiters.length === 0) {
          this.pos = savedPos;
          this.srcEnd = savedEnd;
          this._bracketWindow = savedBracketWindow;
          this._arithmeticBracketWindow = savedArithmeticBracketWindow;
          this._unbalanced = savedUnbalanced;
          if (invalid !== -1)
            this.errors.push({ message: `unexpected '${this.src[invalid]}' in array assignment`, pos: invalid });
          return pos;
        }
        wordStart = false;
        pos++;
        continue;
      }
      wordStart = ch < 128 && (charType[ch] & 1) !== 0;
      pos++;
    }
    if (failedStarts)
      for (const start2 of failedStarts)
        failedBrackets.add(start2);
    this.pos = savedPos;
    this.srcEnd = savedEnd;
    this._bracketWindow = savedBracketWindow;
    this._arithmeticBracketWindow = savedArithmeticBracketWindow;
    this._unbalanced = savedUnbalanced;
    return -1;
  }
  // End of the brace expansion opened at `start`, or -1. As in Bash's brace_gobbler, quotes,
  // escapes, parameter expansions and substitutions are opaque; an unquoted metacharacter
  // ends the word before the brace closes. The word scan reports errors in the skipped text.
  scanBraceExpansion(start, results) {
    const src = this.src;
    const len = this.srcEnd;
    const cached = results.get(start);
    if (cached !== void 0)
      return cached;
    const savedPos = this.pos;
    const savedUnbalanced = this._unbalanced;
    const errorCount = this._errors === null ? 0 : this._errors.length;
    const frames = [start, 0];
    let pos = start + 1;
    while (pos < len) {
      const ch = src.charCodeAt(pos);
      const type = ch < 128 ? charType[ch] : 0;
      if (type === 0) {
        pos++;
        if (ch === CH_RBRACE) {
          const hasSep = frames.pop();
          results.set(frames.pop(), hasSep ? pos : -1);
          if (frames.length === 0)
            break;
        } else if (ch === 44 || ch === 46 && src.charCodeAt(pos) === 46) {
          frames[frames.length - 1] = 1;
        }
        continue;
      }
      const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
      if (type & 1) {
        if (next === CH_LPAREN && (ch === CH_LT || ch === CH_GT)) {
          this.pos = pos + 2;
          this.extractBalanced();
          pos = this.pos;
        } else if (ch === CH_LPAREN && isExtglobOpen(src.charCodeAt(pos - 1))) {
          const close = this.findClosingShellDelimiter(pos + 1, len, CH_RPAREN);
          if (close === -1)
            break;
          pos = close + 1;
        } else {
          break;
        }
      } else if (ch === CH_BACKSLASH) {
        pos += 2;
      } else if (ch === CH_SQUOTE) {
        this.pos = pos + 1;
        this.skipSQ();
        pos = this.pos;
      } else if (ch === CH_DQUOTE) {
        this.pos = pos + 1;
        this.skipDQ();
        pos = this.pos;
      } else if (ch === CH_BACKTICK) {
        pos++;
        while (pos < len && src.charCodeAt(pos) !== CH_BACKTICK)
          pos += src.charCodeAt(pos) === CH_BACKSLASH ? 2 : 1;
        pos++;
      } else if (ch === CH_LBRACE) {
        frames.push(pos, 0);
        pos++;
      } else if (next === CH_SQUOTE) {
        pos = decodeAnsiCQuoted(src, pos + 2, len).end;
      } else if (next === CH_LBRACE) {
        const close = this.findClosingBrace(pos + 2, len);
        if (close === -1)
          break;
        pos = close + 1;
      } else if (next === CH_LPAREN) {
        this.pos = pos + 2;
        this.extractBalanced();
        pos = this.pos;
      } else {
        pos++;
      }
    }
    this.pos = savedPos;
    this._unbalanced = savedUnbalanced;
    if (this._errors !== null)
      this._errors.length = errorCount;
    for (let index = 0; index < frames.length; index += 2)
      results.set(frames[index], -1);
    return results.get(start);
  }
  skipSubshellBody() {
    this.extractBalanced(false);
    return this._unbalanced ? -1 : this.pos;
  }
  skipCompoundBody(closeToken) {
    const frames = [
      { close: closeToken, phase: closeToken === Token.Esac ? "case-pattern" : "commands" }
    ];
    let commandStart = true;
    for (; ; ) {
      const phase = frames[frames.length - 1].phase;
      let ctx = commandStart ? LexContext.CommandStart : LexContext.Normal;
      if (phase === "function-name")
        ctx = LexContext.FunctionName;
      else if (phase === "case-pattern" && commandStart)
        ctx = LexContext.CasePattern;
      const value = this.next(ctx);
      const token = value.token;
      if (token === Token.EOF)
        return -1;
      const last = frames.length - 1;
      const frame = frames[last];
      if (frame.phase === "function-name") {
        if (token === Token.Newline)
          continue;
        frame.phase = "function-body";
        commandStart = true;
        continue;
      } else if (frame.phase === "function-body") {
        if (token === Token.Newline)
          continue;
        frame.phase = "commands";
        commandStart = true;
        if (token === Token.LParen && this.peek(LexContext.Normal).token === Token.RParen) {
          this.next(LexContext.Normal);
          frame.phase = "function-body";
          continue;
        }
      } else if (frame.phase === "coproc-command") {
        if (token === Token.Newline)
          continue;
        if (token === Token.Word) {
          frame.phase = "coproc-body";
          commandStart = true;
          continue;
        }
        frame.phase = "commands";
        commandStart = true;
      } else if (frame.phase === "coproc-body") {
        if (token === Token.Newline)
          continue;
        frame.phase = token === Token.Word && value.keywordEligible && value.value === "time" ? "time-command" : "commands";
        commandStart = true;
        if (frame.phase === "time-command")
          continue;
      } else if (frame.phase === "time-command") {
        if (token === Token.Word && value.keywordEligible && value.value === "-p") {
          frame.phase = "time-command-after-p";
          continue;
        }
        if (token === Token.Word && value.keywordEligible && value.value === "--") {
          frame.phase = "commands";
          continue;
        }
        frame.phase = "commands";
        commandStart = true;
      } else if (frame.phase === "time-command-after-p") {
        if (token === Token.Word && value.keywordEligible && value.value === "--") {
          frame.phase = "commands";
          continue;
        }
        frame.phase = "commands";
        commandStart = true;
      } else if (frame.phase === "for-header") {
        if (token === Token.ArithCmd || token === Token.Semi || token === Token.Newline) {
          commandStart = true;
          continue;
        }
        if (token === Token.Do || token === Token.LBrace) {
          frame.close = token === Token.Do ? Token.Done : Token.RBrace;
          frame.phase = "commands";
          commandStart = true;
          continue;
        }
      } else if (frame.phase === "case-word") {
        if (token === Token.Newline)
          continue;
        frame.phase = "case-in";
        commandStart = false;
        continue;
      } else if (frame.phase === "case-in") {
        if (token === Token.Newline) {
          commandStart = true;
          continue;
        }
        frame.phase = "case-pattern";
        commandStart = true;
        continue;
      } else if (frame.phase === "case-pattern") {
        if (token === Token.Esac && commandStart) {
          frames.pop();
          if (frames.length === 0)
            return value.end;
          commandStart = false;
          continue;
        }
        if (token === Token.RParen) {
          frame.phase = "commands";
          commandStart = true;
        } else {
          commandStart = token === Token.Newline;
        }
        continue;
      }
      if (token === frame.close) {
        frames.pop();
        if (frames.length === 0)
          return value.end;
        commandStart = false;
        continue;
      }
      if (commandStart) {
        switch (token) {
          case Token.LParen:
            frames.push({ close: Token.RParen, phase: "commands" });
            break;
          case Token.LBrace:
            frames.push({ close: Token.RBrace, phase: "commands" });
            break;
          case Token.If:
            frames.push({ close: Token.Fi, phase: "commands" });
            break;
          case Token.For:
            frames.push({ close: Token.Done, phase: "for-header" });
            break;
          case Token.While:
          case Token.Until:
          case Token.Select:
            frames.push({ close: Token.Done, phase: "commands" });
            break;
          case Token.Case:
            frames.push({ close: Token.Esac, phase: "case-word" });
            break;
          case Token.DblLBracket:
            if (!this.skipTestCommandBody())
              return -1;
            commandStart = false;
            continue;
          case Token.Assignment:
          case Token.Redirect:
          case Token.Bang:
          case Token.Then:
          case Token.Else:
          case Token.Elif:
          case Token.Do:
          case Token.In:
            break;
          case Token.Semi:
          case Token.Newline:
          case Token.Pipe:
          case Token.And:
          case Token.Or:
          case Token.Amp:
          case Token.DoubleSemi:
          case Token.SemiAmp:
          case Token.DoubleSemiAmp:
            break;
          case Token.Function:
            frame.phase = "function-name";
            break;
          case Token.Coproc:
            frame.phase = "coproc-command";
            break;
          default:
            if (token === Token.Word && value.keywordEligible && value.value === "time") {
              frame.phase = "time-command";
              commandStart = true;
            } else {
              commandStart = false;
            }
            continue;
        }
      }
      switch (token) {
        case Token.Semi:
        case Token.Newline:
        case Token.Pipe:
        case Token.And:
        case Token.Or:
        case Token.Amp:
          commandStart = true;
          break;
        case Token.DoubleSemi:
        case Token.SemiAmp:
        case Token.DoubleSemiAmp:
          if (frame.close === Token.Esac)
            frame.phase = "case-pattern";
          commandStart = true;
          break;
        case Token.RParen:
          commandStart = true;
          break;
      }
    }
  }
  skipTestGroup() {
    let depth = 1;
    for (; ; ) {
      const value = this.next(LexContext.TestMode);
      if (value.token === Token.EOF)
        return -1;
      if (value.token === Token.DblRBracket) {
        this.unshift(value);
        return -1;
      }
      if (value.token === Token.LParen)
        depth++;
      else if (value.token === Token.RParen && --depth === 0)
        return value.end;
    }
  }
  skipTestCommandBody() {
    for (; ; ) {
      const token = this.next(LexContext.TestMode).token;
      if (token === Token.DblRBracket)
        return true;
      if (token === Token.EOF)
        return false;
    }
  }
  /** Set position and scan a word, building parts. Used by computeWordParts. */
  buildWordParts(startPos) {
    this._buildParts = true;
    this.pos = startPos;
    const ch = this.src.charCodeAt(startPos);
    if ((ch === 60 || ch === 62) && startPos + 1 < this.srcEnd && this.src.charCodeAt(startPos + 1) === 40) {
      this.pos = startPos + 2;
      const inner = this.extractBalanced();
      const text = this.src.slice(startPos, this.pos);
      const part = this.processSubstitution(startPos, text, ch === 60 ? "<" : ">", inner);
      if (this.pos < this.srcEnd) {
        this.readWordText();
        if (this._wordParts) {
          this._wordParts.unshift(part);
        } else {
          this._wordParts = [part];
        }
      } else {
        this._wordParts = [part];
      }
    } else {
      this.readWordText();
      if (this.pos < this.srcEnd && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
        this.pos = startPos;
        this.readWordText(true);
      }
    }
    return this._wordParts;
  }
  /** Scan a bounded word-like span without treating shell operators or whitespace as terminators. */
  buildEmbeddedWordParts(startPos, arithmetic = false) {
    this._buildParts = true;
    this.pos = startPos;
    this.readInnerWordText(false, arithmetic);
    return this._wordParts;
  }
  buildArrayElementParts(startPos) {
    const close = this.findClosingBracket(startPos + 1);
    if (close === -1)
      return this.buildWordParts(startPos);
    const src = this.src;
    this._buildParts = true;
    const head = hasEmbeddedWordStructure(src, startPos, close + 1) ? this.parseSubFieldWord(startPos, close + 1, "embedded") : void 0;
    this.pos = close + 1;
    this.readWordText(false, LexContext.ArrayElement);
    const end = this.pos;
    const operator = skipLineContinuations(src, close + 1, end);
    const after = src.charCodeAt(operator);
    const keyed = after === CH_EQ || after === CH_PLUS && src.charCodeAt(operator + 1) === CH_EQ;
    let headParts = head?.parts;
    let tailParts = this._wordParts;
    if (keyed)
      tailParts = parseGlobParts(src, close + 1, end, tailParts) ?? tailParts;
    if (!headParts && !tailParts)
      return keyed ? null : parseGlobParts(src, startPos, end, void 0) ?? null;
    const headText = src.slice(startPos, close + 1);
    if (!headParts)
      headParts = [{ type: "Literal", pos: startPos, end: close + 1, text: headText, value: head?.value ?? headText }];
    if (!tailParts)
      tailParts = end > close + 1 ? [{ type: "Literal", pos: close + 1, end, text: src.slice(close + 1, end), value: this._wordText }] : [];
    let parts = joinWordParts(headParts, tailParts);
    if (!keyed)
      parts = parseGlobParts(src, startPos, end, parts) ?? parts;
    return parts.length > 1 || parts[0].type !== "Literal" ? parts : null;
  }
  /** Scan a heredoc body for expansions, building parts. Spaces/newlines are literal. */
  buildHereDocParts(bodyPos, bodyEnd) {
    this._buildParts = true;
    const src = this.src;
    const parts = [];
    let hasExpansion = false;
    let litBuf = "";
    let litStart = bodyPos;
    let i = bodyPos;
    const flushLit = () => {
      if (i > litStart) {
        parts.push({ type: "Literal", pos: litStart, end: i, value: litBuf, text: src.slice(litStart, i) });
        litBuf = "";
      }
    };
    while (i < bodyEnd) {
      const ch = src.charCodeAt(i);
      if (ch === 92) {
        if (i + 1 < bodyEnd) {
          const nc = src.charCodeAt(i + 1);
          if (nc === CH_NL) {
            i += 2;
            continue;
          }
          if (nc === 36 || nc === 96 || nc === 92) {
            litBuf += String.fromCharCode(nc);
            i += 2;
            continue;
          }
        }
        litBuf += "\\";
        i++;
        continue;
      }
      if (ch === 36 && src.charCodeAt(i + 1) !== CH_SQUOTE && src.charCodeAt(i + 1) !== CH_DQUOTE) {
        flushLit();
        litStart = i;
        this.pos = i;
        this.readDollar();
        if (this._resultPart) {
          hasExpansion = true;
          parts.push(this._resultPart);
          litStart = this.pos;
        } else {
          litBuf += src.slice(i, this.pos);
        }
        i = this.pos;
        continue;
      }
      if (ch === 96) {
        flushLit();
        litStart = i;
        this.pos = i;
        this.readBacktickExpansion();
        if (this._resultPart) {
          hasExpansion = true;
          parts.push(this._resultPart);
          litStart = this.pos;
        } else {
          litBuf += src.slice(i, this.pos);
        }
        i = this.pos;
        continue;
      }
      litBuf += src[i];
      i++;
    }
    flushLit();
    return hasExpansion ? parts : null;
  }
  registerHereDocTarget(target) {
    if (this.pendingHereDocs === null)
      return;
    for (const hd of this.pendingHereDocs) {
      if (!hd.target) {
        hd.target = target;
        return;
      }
    }
  }
  // Read the right-hand operand of =~ in [[ ]]. Bash ends the operand at
  // depth-zero whitespace, `)`, `;`, `&`, `<`, or `>` (but `<(`/`>(` open a
  // process substitution and `|` never delimits). An unquoted `(` opens a
  // group that consumes everything — `]]`, newlines, and metacharacters
  // included — until its matching `)`; inside a group only quotes stay opaque
  // and expansion parens count naively, matching bash. Quotes and expansions
  // at depth zero skip via the same readers normal words use, so their errors
  // and spans stay identical. The token is the raw source span; value and
  // parts resolve lazily like every other word.
  readTestRegexWord() {
    this.hasPeek = false;
    this.skipSpacesAndTabs();
    const src = this.src;
    const len = this.srcEnd;
    const start = this.pos;
    let depth = 0;
    while (this.pos < len) {
      const ch = src.charCodeAt(this.pos);
      if (ch === CH_LPAREN) {
        depth++;
        this.pos++;
        continue;
      }
      if (ch === CH_BACKSLASH) {
        this.pos += this.pos + 1 < len ? 2 : 1;
        continue;
      }
      if (ch === CH_SQUOTE) {
        const quotePos = this.pos++;
        const ansiC = quotePos > start && src.charCodeAt(quotePos - 1) === CH_DOLLAR;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_SQUOTE) {
          if (ansiC && src.charCodeAt(this.pos) === CH_BACKSLASH && this.pos + 1 < len)
            this.pos++;
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
        else
          this.errors.push({
            message: ansiC ? "unterminated ANSI-C quote" : "unterminated single quote",
            pos: quotePos
          });
        continue;
      }
      if (ch === CH_DQUOTE) {
        this.pos++;
        this.readDoubleQuoted();
        continue;
      }
      if (ch === CH_BACKTICK) {
        this.readBacktickExpansion();
        continue;
      }
      if (depth > 0) {
        if (ch === CH_RPAREN)
          depth--;
        this.pos++;
        continue;
      }
      if (ch === CH_DOLLAR) {
        this.readDollar();
        continue;
      }
      if ((ch === CH_LT || ch === CH_GT) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        const subPos = this.pos;
        this.pos += 2;
        this.extractBalanced();
        if (this._unbalanced)
          this.errors.push({ message: "unterminated process substitution", pos: subPos });
        continue;
      }
      if (ch < 128 && charType[ch] & 1 && ch !== CH_PIPE)
        break;
      this.pos++;
    }
    setToken(this.current, Token.Word, src.slice(start, this.pos), start, this.pos);
    return this.current;
  }
  // Read C-style for expressions: called after first '(' consumed by parser.
  // Expects pos at second '('. Returns [init, test, update] raw text.
  readCStyleForExprs() {
    this.hasPeek = false;
    const src = this.src;
    const len = this.srcEnd;
    while (this.pos < len && (src.charCodeAt(this.pos) === CH_SPACE || src.charCodeAt(this.pos) === CH_TAB))
      this.pos++;
    const openPos = this.pos;
    if (this.pos < len && src.charCodeAt(this.pos) === CH_LPAREN)
      this.pos++;
    const starts = [this.pos, 0, 0];
    const parts = ["", "", "", 0, 0, 0];
    let partIdx = 0;
    let depth = 1;
    let partStart = this.pos;
    let extra = false;
    const setPart = (end) => {
      const raw = src.slice(partStart, end);
      parts[partIdx] = raw.trim();
      parts[3 + partIdx] = starts[partIdx] + raw.length - raw.trimStart().length;
    };
    while (this.pos < len && depth > 0) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_LPAREN) {
        depth++;
        this.pos++;
      } else if (c === CH_RPAREN) {
        depth--;
        if (depth === 0) {
          if (!extra)
            setPart(this.pos);
          if (partIdx < 2)
            this.errors.push({ message: "expected three arithmetic expressions in for header", pos: this.pos });
          this.pos++;
          while (this.pos < len && (src.charCodeAt(this.pos) === CH_SPACE || src.charCodeAt(this.pos) === CH_TAB))
            this.pos++;
          if (this.pos < len && src.charCodeAt(this.pos) === CH_RPAREN)
            this.pos++;
          break;
        }
        this.pos++;
      } else if (c === CH_SEMI && depth === 1) {
        if (partIdx === 2) {
          if (!extra) {
            setPart(this.pos);
            this.errors.push({ message: "expected three arithmetic expressions in for header", pos: this.pos });
          }
          extra = true;
          this.pos++;
          continue;
        }
        setPart(this.pos);
        partIdx++;
        this.pos++;
        partStart = this.pos;
        starts[partIdx] = partStart;
      } else if (c === CH_DOLLAR) {
        this.readDollar();
      } else if (c === CH_BACKTICK) {
        this.readBacktickExpansion();
      } else if (c === CH_BACKSLASH) {
        this.pos += this.pos + 1 < len ? 2 : 1;
      } else if (c === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
      } else if (c === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
      } else {
        this.pos++;
      }
    }
    if (depth > 0) {
      if (!extra)
        setPart(this.pos);
      this.errors.push({ message: "unterminated arithmetic for header", pos: openPos });
    }
    return parts;
  }
  peek(ctx = LexContext.Normal) {
    if (!this.hasPeek) {
      this.readNext(this.nextState, ctx);
      this.hasPeek = true;
    }
    return this.nextState;
  }
  // Peek where the context depends on the token just consumed. peek() ignores its ctx once a
  // token is cached, so the caller's context must only be derived when a read actually happens.
  peekFollow(closers) {
    if (!this.hasPeek) {
      const ctx = closers[this.current.token] ? LexContext.CommandStart : LexContext.Normal;
      this.readNext(this.nextState, ctx);
      this.hasPeek = true;
    }
    return this.nextState;
  }
  next(ctx = LexContext.Normal) {
    if (this.hasPeek) {
      this.hasPeek = false;
      const temp = this.current;
      this.current = this.nextState;
      this.nextState = temp;
      return this.current;
    }
    this.readNext(this.current, ctx);
    return this.current;
  }
  unshift(tok) {
    this.nextState.copyFrom(tok);
    this.hasPeek = true;
  }
  readNext(out, ctx) {
    const src = this.src;
    const len = this.srcEnd;
    let pos = this.pos;
    while (true) {
      pos = skipBlanks(src, pos, len);
      if (ctx === LexContext.TestMode) {
        while (pos < len && src.charCodeAt(pos) === CH_NL)
          pos = skipBlanks(src, pos + 1, len);
      }
      if (pos >= len || src.charCodeAt(pos) !== CH_HASH)
        break;
      while (pos < len && src.charCodeAt(pos) !== CH_NL)
        pos++;
    }
    this.pos = pos;
    if (pos >= len) {
      this.consumePendingHereDocs();
      setToken(out, Token.EOF, "", pos, pos);
      return;
    }
    const tokenStart = pos;
    const ch = src.charCodeAt(pos);
    if (ch === CH_NL) {
      this.pos++;
      this.consumePendingHereDocs();
      setToken(out, Token.Newline, "\n", tokenStart, this.pos);
      return;
    }
    if (ctx === LexContext.TestMode && (ch === CH_LT || ch === CH_GT) && !(this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === CH_LPAREN)) {
      this.pos++;
      setToken(out, Token.Word, ch === CH_LT ? "<" : ">", tokenStart, this.pos);
      out.keywordEligible = true;
      return;
    }
    if (ch < 128 && charType[ch] & 1 && this.tryReadOperator(out, ch, ctx, tokenStart))
      return;
    if (ch === CH_LBRACKET && ctx === LexContext.ArrayElement && this.readArrayElement(out, tokenStart))
      return;
    this.readWord(out, ctx, tokenStart);
  }
  tryReadOperator(out, ch, ctx, tokenStart) {
    const src = this.src;
    const pos = this.pos;
    const next = pos + 1 < this.srcEnd ? src.charCodeAt(pos + 1) : 0;
    switch (ch) {
      case CH_SEMI:
        if (next === CH_SEMI) {
          if (pos + 2 < this.srcEnd && src.charCodeAt(pos + 2) === CH_AMP) {
            this.pos += 3;
            setToken(out, Token.DoubleSemiAmp, ";;&", tokenStart, this.pos);
            return true;
          }
          this.pos += 2;
          setToken(out, Token.DoubleSemi, ";;", tokenStart, this.pos);
          return true;
        }
        if (next === CH_AMP) {
          this.pos += 2;
          setToken(out, Token.SemiAmp, ";&", tokenStart, this.pos);
          return true;
        }
        this.pos++;
        setToken(out, Token.Semi, ";", tokenStart, this.pos);
        return true;
      case CH_PIPE:
        if (next === CH_PIPE) {
          this.pos += 2;
          setToken(out, Token.Or, "||", tokenStart, this.pos);
          return true;
        }
        if (next === CH_AMP) {
          this.pos += 2;
          setToken(out, Token.Pipe, "|&", tokenStart, this.pos);
          return true;
        }
        this.pos++;
        setToken(out, Token.Pipe, "|", tokenStart, this.pos);
        return true;
      case CH_AMP:
        if (next === CH_AMP) {
          this.pos += 2;
          setToken(out, Token.And, "&&", tokenStart, this.pos);
          return true;
        }
        if (next === CH_GT) {
          this.pos += 2;
          const append = this.pos < this.srcEnd && src.charCodeAt(this.pos) === CH_GT;
          if (append)
            this.pos++;
          return this.readRedirectTarget(out, append ? "&>>" : "&>", tokenStart);
        }
        this.pos++;
        setToken(out, Token.Amp, "&", tokenStart, this.pos);
        return true;
      case CH_LPAREN:
        if (ctx === LexContext.CommandStart && next === CH_LPAREN) {
          const savedErrors = this.errors.length;
          this.readArithmeticCommand(out, tokenStart);
          if (!this._notArithmetic)
            return true;
          this.errors.length = savedErrors;
          this.pos = tokenStart;
        }
        this.pos++;
        setToken(out, Token.LParen, "(", tokenStart, this.pos);
        return true;
      case CH_RPAREN:
        this.pos++;
        setToken(out, Token.RParen, ")", tokenStart, this.pos);
        return true;
      case CH_LT:
      case CH_GT:
        return this.readRedirection(out, tokenStart);
      default:
        return false;
    }
  }
  readRedirection(out, tokenStart) {
    const src = this.src;
    const ch = src.charCodeAt(this.pos);
    let op = "";
    if (ch === CH_LT) {
      this.pos++;
      const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
      if (next === CH_LT) {
        this.pos++;
        const third = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
        if (third === CH_LT) {
          this.pos++;
          op = "<<<";
        } else {
          const dash = third === CH_DASH;
          if (dash)
            this.pos++;
          this.skipSpacesAndTabs();
          const targetPos = this.pos;
          if (this.pos >= this.srcEnd || src.charCodeAt(this.pos) !== CH_HASH)
            this.readHereDocDelimiter();
          const hasTarget = this.pos > targetPos;
          if (hasTarget) {
            (this.pendingHereDocs ?? (this.pendingHereDocs = [])).push({
              delimiter: this._hereDelim,
              strip: dash,
              quoted: this._hereQuoted
            });
          }
          setToken(out, Token.Redirect, dash ? "<<-" : "<<", tokenStart, this.pos);
          out.content = hasTarget ? this._hereDelim : void 0;
          out.delimiterQuoted = hasTarget && this._hereQuoted;
          out.targetPos = targetPos;
          out.targetEnd = hasTarget ? this.pos : targetPos;
          return true;
        }
      } else if (next === CH_LPAREN) {
        this.readProcessSubstitution(out, "<", tokenStart);
        return true;
      } else if (next === CH_GT) {
        op = "<>";
        this.pos++;
      } else if (next === CH_AMP) {
        op = "<&";
        this.pos++;
      } else {
        op = "<";
      }
    } else if (ch === CH_GT) {
      this.pos++;
      const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
      if (next === CH_LPAREN) {
        this.readProcessSubstitution(out, ">", tokenStart);
        return true;
      }
      if (next === CH_GT) {
        op = ">>";
        this.pos++;
      } else if (next === CH_AMP) {
        op = ">&";
        this.pos++;
      } else if (next === CH_PIPE) {
        op = ">|";
        this.pos++;
      } else {
        op = ">";
      }
    }
    return this.readRedirectTarget(out, op, tokenStart);
  }
  readRedirectTarget(out, op, tokenStart) {
    const src = this.src;
    this.skipSpacesAndTabs();
    if (this.pos < this.srcEnd) {
      const nc = src.charCodeAt(this.pos);
      if ((nc === CH_LT || nc === CH_GT) && this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        const psStart = this.pos;
        this.pos += 2;
        this.extractBalanced();
        if (this._unbalanced)
          this.errors.push({ message: "unterminated process substitution", pos: psStart });
        const psText = src.slice(psStart, this.pos);
        setToken(out, Token.Redirect, op, tokenStart, this.pos);
        out.content = psText;
        out.targetPos = psStart;
        out.targetEnd = this.pos;
        return true;
      }
      const targetPos = this.pos;
      if (nc !== CH_NL && nc !== CH_HASH)
        this.readRedirectTargetText();
      this.redirectToken(out, op, tokenStart, targetPos);
      return true;
    }
    this.redirectToken(out, op, tokenStart, this.pos);
    return true;
  }
  // Redirect targets keep their processed text eagerly (it becomes the target
  // word's content), so scan them in value mode.
  readRedirectTargetText() {
    const savedBuildValue = this._buildValue;
    this._buildValue = true;
    this.readWordText();
    this._buildValue = savedBuildValue;
  }
  redirectToken(out, operator, tokenStart, targetPos) {
    const hasTarget = this.pos > targetPos && (this._wordText.length > 0 || this._wordQuoted);
    setToken(out, Token.Redirect, operator, tokenStart, this.pos);
    out.content = hasTarget ? this._wordText : void 0;
    out.targetPos = targetPos;
    out.targetEnd = hasTarget ? this.pos : targetPos;
  }
  readProcessSubstitution(out, operator, tokenStart) {
    this.pos++;
    this.extractBalanced();
    if (this._unbalanced)
      this.errors.push({ message: "unterminated process substitution", pos: tokenStart });
    const text = this.src.slice(tokenStart, this.pos);
    setToken(out, Token.Word, text, tokenStart, this.pos);
  }
  // The delimiter is the word after quote removal: quote and escape segments may
  // appear anywhere in the word, any of them makes the heredoc quoted, and inside
  // double quotes a backslash is removed only before $ ` " \.
  readHereDocDelimiter() {
    const src = this.src;
    const len = this.srcEnd;
    const savedBuildValue = this._buildValue;
    this._buildValue = true;
    let delimiter = "";
    let quoted2 = false;
    while (this.pos < len) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_SQUOTE) {
        quoted2 = true;
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_SQUOTE) {
          delimiter += src[this.pos];
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
      } else if (c === CH_DQUOTE) {
        quoted2 = true;
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_DQUOTE) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH && this.pos + 1 < len) {
            const next = src.charCodeAt(this.pos + 1);
            if (next === CH_NL) {
              this.pos += 2;
              continue;
            }
            if (next === CH_DOLLAR || next === CH_BACKTICK || next === CH_DQUOTE || next === CH_BACKSLASH)
              this.pos++;
          }
          delimiter += src[this.pos];
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
      } else if (c === CH_BACKSLASH) {
        if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_NL) {
          this.pos += 2;
          continue;
        }
        quoted2 = true;
        this.pos++;
        if (this.pos < len) {
          delimiter += src[this.pos];
          this.pos++;
        } else {
          delimiter += "\\";
        }
      } else if (c === CH_BACKTICK) {
        const btStart = this.pos;
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH)
            this.pos++;
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
        delimiter += src.slice(btStart, this.pos);
      } else if (c === CH_DOLLAR) {
        const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
        if (next === CH_SQUOTE || next === CH_DQUOTE)
          quoted2 = true;
        this.readDollar();
        delimiter += this._resultText;
      } else if (c < 128 && charType[c] & 1) {
        break;
      } else {
        delimiter += src[this.pos];
        this.pos++;
      }
    }
    this._buildValue = savedBuildValue;
    this._hereDelim = delimiter;
    this._hereQuoted = quoted2;
  }
  consumePendingHereDocs() {
    const pending = this.pendingHereDocs;
    if (pending === null || pending.length === 0)
      return;
    for (const hd of pending) {
      const bodyPos = this.pos;
      const bodyEnd = this.skipHereDocBody(hd.delimiter, hd.strip, this.parenBoundary, hd.quoted);
      if (hd.target) {
        hd.target.body.pos = bodyPos;
        hd.target.body.end = bodyEnd;
        hd.target.body.text = this.src.slice(bodyPos, bodyEnd);
        if (this.hereDocClosingPos !== -1)
          hd.target.closing = { pos: this.hereDocClosingPos, end: this.hereDocClosingEnd };
      }
    }
    pending.length = 0;
  }
  hereDocClosingPos = -1;
  hereDocClosingEnd = -1;
  // Advance past the heredoc body and its delimiter line; return the body end
  // (start of the delimiter line, or srcEnd when delimited by end-of-input).
  // With parenEnds (inside $(...)), a line starting with the delimiter directly
  // followed by ")" also terminates the body, resuming at the ")" — bash treats
  // the substitution's closing paren as end-of-file for its heredocs.
  // `join` crosses `\`+newline pairs, which an unquoted delimiter may straddle.
  matchHereDocDelimiter(delimiter, lineStart, end, join2) {
    const src = this.src;
    let pos = lineStart;
    for (let i = 0; i < delimiter.length; ) {
      if (join2 && src.charCodeAt(pos) === CH_BACKSLASH && pos + 1 < end && src.charCodeAt(pos + 1) === CH_NL) {
        pos += 2;
        continue;
      }
      if (pos >= end || src.charCodeAt(pos) !== delimiter.charCodeAt(i))
        return -1;
      pos++;
      i++;
    }
    return pos;
  }
  // A `\` consumes the next character, so `\`+newline continues the line and `\\` does not.
  logicalLineEnd(from2, end, join2) {
    const src = this.src;
    let lineEnd = src.indexOf("\n", from2);
    while (lineEnd !== -1 && lineEnd < end) {
      if (!join2)
        return lineEnd;
      let backslashes = lineEnd;
      while (backslashes > from2 && src.charCodeAt(backslashes - 1) === CH_BACKSLASH)
        backslashes--;
      if ((lineEnd - backslashes) % 2 === 0)
        return lineEnd;
      from2 = lineEnd + 1;
      lineEnd = src.indexOf("\n", from2);
    }
    return end;
  }
  skipHereDocBody(delimiter, strip, parenEnds = false, quoted2 = false) {
    this.hereDocClosingPos = -1;
    this.hereDocClosingEnd = -1;
    const src = this.src;
    const len = this.srcEnd;
    while (this.pos < len) {
      let lineStart = this.pos;
      const lineEnd = this.logicalLineEnd(lineStart, len, !quoted2);
      for (; ; ) {
        const before = lineStart;
        if (strip)
          while (lineStart < lineEnd && src.charCodeAt(lineStart) === CH_TAB)
            lineStart++;
        if (!quoted2)
          lineStart = skipLineContinuations(src, lineStart, lineEnd);
        if (lineStart === before)
          break;
      }
      let afterDelim = this.matchHereDocDelimiter(delimiter, lineStart, lineEnd, !quoted2);
      if (afterDelim !== -1 && !quoted2)
        afterDelim = skipLineContinuations(src, afterDelim, lineEnd);
      if (afterDelim === lineEnd) {
        const bodyEnd = this.pos;
        if (!parenEnds || !this.parenBoundary || lineEnd !== len) {
          this.hereDocClosingPos = lineStart;
          this.hereDocClosingEnd = lineEnd;
        }
        this.pos = lineEnd < len ? lineEnd + 1 : lineEnd;
        return bodyEnd;
      }
      if (parenEnds && afterDelim !== -1) {
        let paren = afterDelim;
        while (paren < lineEnd && src.charCodeAt(paren) !== CH_RPAREN)
          paren++;
        if (paren < lineEnd || this.parenBoundary && lineEnd === len) {
          const bodyEnd = this.pos;
          this.pos = afterDelim;
          return bodyEnd;
        }
      }
      this.pos = lineEnd < len ? lineEnd + 1 : lineEnd;
    }
    return this.pos;
  }
  _wordText = "";
  _wordRaw = false;
  _wordQuoted = false;
  _wordHasExpansions = false;
  _wordKeywordEligible = false;
  _wordAssignmentState;
  _bracketWindow;
  _arithmeticBracketWindow;
  _wordParts = null;
  _resultText = "";
  // True when the last $-construct's value is exactly its raw source span.
  _resultIsRaw = true;
  _resultHasExpansion = false;
  _resultPart;
  // Set by extractBalanced when the input ended before the closing paren, so
  // callers can report the construct they were scanning.
  _unbalanced = false;
  // Set by scanArithmeticBody when the construct turns out not to be arithmetic, so the
  // caller can re-read it as a subshell or command substitution instead.
  _notArithmetic = false;
  _arithUnterminated = false;
  _dqText = "";
  _dqHasExpansions = false;
  _dqParts = null;
  // Content end (before the closing quote, or end of input when unterminated).
  _dqEnd = 0;
  _hereDelim = "";
  _hereQuoted = false;
  readWord(out, ctx, tokenStart = 0) {
    const errorStart = this._errors === null ? 0 : this._errors.length;
    this.readWordText(false, ctx, true);
    if (ctx === LexContext.Normal) {
      const next = this.pos < this.srcEnd ? this.src.charCodeAt(this.pos) : 0;
      if (!this._wordRaw || next !== CH_LT && next !== CH_GT) {
        setSpanToken(out, Token.Word, tokenStart, this.pos, this._wordRaw);
        out.keywordEligible = this._wordKeywordEligible;
        return;
      }
    }
    this.classifyWord(out, ctx, tokenStart, errorStart);
  }
  isRedirectVariable(start, end) {
    const src = this.src;
    for (let i = start; i < end; i++) {
      const c = src.charCodeAt(i);
      if (c === CH_LBRACKET && i > start) {
        return i + 2 < end && src.charCodeAt(end - 1) === CH_RBRACKET && this.findClosingShellDelimiter(i + 1, end, CH_RBRACKET) === end - 1;
      }
      if (c >= 128 || !(isIdChar[c] & (i === start ? 1 : 2)))
        return false;
    }
    return end > start;
  }
  readArrayElement(out, tokenStart) {
    const close = this.findClosingBracket(tokenStart + 1);
    if (close === -1)
      return false;
    this.pos = close + 1;
    this.readWordText();
    setSpanToken(out, Token.Word, tokenStart, this.pos, true);
    return true;
  }
  classifyWord(out, ctx, tokenStart, errorStart) {
    const src = this.src;
    const raw = this._wordRaw;
    const hasExpansions = this._wordHasExpansions;
    const quoted2 = this._wordQuoted;
    const keywordEligible = this._wordKeywordEligible;
    let assignmentState = this._wordAssignmentState;
    const wordEnd = this.pos;
    const wordLen = wordEnd - tokenStart;
    if (ctx === LexContext.CasePattern) {
      let token = Token.Word;
      if (keywordEligible) {
        const reserved = raw ? matchReservedWord(src, tokenStart, wordLen) : RESERVED_WORDS.get(this.wordValueOf(tokenStart, wordEnd));
        if (reserved === Token.Esac)
          token = reserved;
      }
      setSpanToken(out, token, tokenStart, wordEnd, raw);
      out.keywordEligible = keywordEligible;
      return;
    }
    let value = null;
    if (!raw && !hasExpansions && keywordEligible && (ctx === LexContext.CommandStart || ctx === LexContext.TestMode)) {
      const nextCh = wordEnd < this.srcEnd ? src.charCodeAt(wordEnd) : 0;
      if (!quoted2 && wordLen <= 16 || nextCh === CH_LT || nextCh === CH_GT) {
        value = this.wordValueOf(tokenStart, wordEnd);
      }
    }
    if (ctx === LexContext.CommandStart && keywordEligible) {
      if (raw) {
        if (wordLen <= 8) {
          const reserved = matchReservedWord(src, tokenStart, wordLen);
          if (reserved !== void 0) {
            setSpanToken(out, reserved, tokenStart, wordEnd, true);
            return;
          }
        }
        if (wordLen === 2 && src.charCodeAt(tokenStart) === CH_LBRACKET && src.charCodeAt(tokenStart + 1) === CH_LBRACKET) {
          setSpanToken(out, Token.DblLBracket, tokenStart, wordEnd, true);
          return;
        }
      } else if (value !== null && value.length > 0) {
        const fc = value.charCodeAt(0);
        if (fc >= CH_a && fc <= CH_z && value.length <= 8 || fc === CH_BANG || fc === CH_LBRACE || fc === CH_RBRACE) {
          const reserved = RESERVED_WORDS.get(value);
          if (reserved !== void 0) {
            setToken(out, reserved, value, tokenStart, wordEnd);
            return;
          }
        }
        if (fc === CH_LBRACKET && value === "[[") {
          setToken(out, Token.DblLBracket, value, tokenStart, wordEnd);
          return;
        }
      }
    }
    if (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration) {
      if (assignmentState === void 0) {
        let eq = -1;
        let bracket = false;
        for (let i = tokenStart + 1; i < wordEnd; i++) {
          const c = src.charCodeAt(i);
          if (c === CH_EQ) {
            eq = i;
            break;
          }
          if (c === CH_LBRACKET)
            bracket = true;
        }
        if (eq !== -1 || ctx !== LexContext.Declaration && bracket) {
          assignmentState = scanAssignmentPrefix(src, tokenStart, wordEnd, ASSIGNMENT_NAME_START);
        }
      }
      if (assignmentState !== void 0) {
        if (ctx !== LexContext.Declaration && assignmentState >= ASSIGNMENT_INDEX_BASE) {
          if (wordEnd < this.srcEnd) {
            if (this._errors !== null)
              this._errors.length = errorStart;
            this.pos = tokenStart;
            this.readWordText(true, ctx, true);
            if (this.pos > wordEnd) {
              this.classifyWord(out, ctx, tokenStart, errorStart);
              return;
            }
          }
          if (this._errors === null || this._errors.length === errorStart) {
            this.errors.push({ message: "unterminated array subscript", pos: src.indexOf("[", tokenStart) });
          }
        }
        if (isMatchedAssignment(assignmentState)) {
          setSpanToken(out, Token.Assignment, tokenStart, wordEnd, raw);
          if (value !== null)
            out._value = value;
          out.assignmentOperatorPos = assignmentOperatorPos(assignmentState);
          return;
        }
      }
    }
    if ((ctx === LexContext.CommandStart || ctx === LexContext.TestMode) && keywordEligible) {
      if (raw) {
        if (wordLen === 2 && src.charCodeAt(tokenStart) === CH_RBRACKET && src.charCodeAt(tokenStart + 1) === CH_RBRACKET) {
          setSpanToken(out, Token.DblRBracket, tokenStart, wordEnd, true);
          return;
        }
      } else if (value === "]]") {
        setToken(out, Token.DblRBracket, value, tokenStart, wordEnd);
        return;
      }
    }
    if (!hasExpansions && this.pos < this.srcEnd) {
      const nc = src.charCodeAt(this.pos);
      if (nc === CH_LT || nc === CH_GT) {
        if (raw) {
          const fc = src.charCodeAt(tokenStart);
          if (fc >= CH_0 && fc <= CH_9 && isAllDigitsRange(src, tokenStart, wordEnd)) {
            const fd = Number.parseInt(src.slice(tokenStart, wordEnd), 10);
            if (this.readRedirection(out, tokenStart)) {
              out.fileDescriptor = fd;
              out.descriptorEnd = wordEnd;
              return;
            }
          }
          if (fc === CH_LBRACE && src.charCodeAt(wordEnd - 1) === CH_RBRACE && this.isRedirectVariable(tokenStart + 1, wordEnd - 1)) {
            const varname = src.slice(tokenStart + 1, wordEnd - 1);
            if (this.readRedirection(out, tokenStart)) {
              out.variableName = varname;
              out.descriptorEnd = wordEnd;
              return;
            }
          }
        }
      }
    }
    setSpanToken(out, Token.Word, tokenStart, wordEnd, raw);
    if (value !== null)
      out._value = value;
    out.keywordEligible = keywordEligible;
  }
  // `subscripts` re-reads a word known to stop inside an array subscript, where
  // metacharacters are ordinary text.
  // `scanning` marks the first scan of a token, which decides where the word ends.
  readWordText(subscripts = false, ctx = LexContext.Normal, scanning = false) {
    const src = this.src;
    const len = this.srcEnd;
    let pos = this.pos;
    const fastStart = pos;
    let exitCh = 0;
    while (pos < len) {
      const c = src.charCodeAt(pos);
      if (c < 128 && charType[c]) {
        exitCh = c;
        break;
      }
      pos++;
    }
    if (pos >= len || charType[exitCh] & 1 && !(exitCh === CH_LPAREN && pos > fastStart && extglobPrefix[src.charCodeAt(pos - 1)]) && !subscripts) {
      this.pos = pos;
      this._wordText = (this._buildParts || this._buildValue) && pos > fastStart ? src.slice(fastStart, pos) : "";
      this._wordRaw = true;
      this._wordQuoted = false;
      this._wordHasExpansions = false;
      this._wordKeywordEligible = true;
      this._wordAssignmentState = void 0;
      if (this._buildParts) {
        this._wordParts = hasGlobCharacters(this._wordText) && ctx !== LexContext.ArrayElement ? parseGlobParts(src, fastStart, pos, void 0) ?? null : null;
      }
      return;
    }
    const bp = this._buildParts;
    const bt = bp || this._buildValue;
    let text = bt && pos > fastStart ? src.slice(fastStart, pos) : "";
    let quoted2 = false;
    let hasExpansions = false;
    let keywordEligible = true;
    let valueIsRaw = true;
    let lastValueChar = pos > fastStart ? src.charCodeAt(pos - 1) : 0;
    let assignmentState = scanAssignmentPrefix(src, fastStart, pos, ASSIGNMENT_NAME_START);
    let parts;
    let litBuf = "";
    let litStart = 0;
    let hasGlobs = false;
    let braceResults;
    if (bp) {
      parts = [];
      litBuf = text;
      litStart = fastStart;
      hasGlobs = text.length > 0 && hasGlobCharacters(text);
    }
    while (pos < len) {
      const ch = src.charCodeAt(pos);
      if (ch >= 128 || !charType[ch]) {
        const runStart = pos;
        pos++;
        while (pos < len) {
          const c = src.charCodeAt(pos);
          if (c < 128 && charType[c])
            break;
          pos++;
        }
        lastValueChar = src.charCodeAt(pos - 1);
        assignmentState = scanAssignmentPrefix(src, runStart, pos, assignmentState);
        if (bt) {
          const chunk = src.slice(runStart, pos);
          text += chunk;
          if (bp) {
            litBuf += chunk;
            hasGlobs = hasGlobs || hasGlobCharacters(chunk);
          }
        }
        continue;
      }
      if (charType[ch] & 1) {
        if (subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE) {
          const close = this.findClosingBracket(pos);
          if (close !== -1) {
            const spanEnd = close + 1;
            assignmentState = assignmentState === ASSIGNMENT_INDEX_BASE + 1 ? ASSIGNMENT_AFTER_INDEX : assignmentState - 1;
            lastValueChar = src.charCodeAt(close);
            if (bt) {
              const chunk = src.slice(pos, spanEnd);
              text += chunk;
              if (bp) {
                litBuf += chunk;
                hasGlobs = hasGlobs || hasGlobCharacters(chunk);
              }
            }
            pos = spanEnd;
            continue;
          }
        }
        if (ch === CH_LPAREN && lastValueChar < 128 && extglobPrefix[lastValueChar]) {
          if (ctx === LexContext.FunctionName || assignmentState >= ASSIGNMENT_INDEX_BASE && (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix))
            break;
          if (ctx === LexContext.CommandStart && lastValueChar === CH_BANG && keywordEligible && src.charCodeAt(fastStart) === CH_BANG && skipLineContinuations(src, fastStart + 1, len) === pos)
            break;
          const prefixChar = lastValueChar;
          if (prefixChar === CH_EQ && scanning && !((ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration || ctx === LexContext.EvalArgument) && isMatchedAssignment(assignmentState) && skipLineContinuations(src, assignmentOperatorPos(assignmentState) + 1, len) === pos))
            break;
          const innerStart = pos + 1;
          const close = this.findClosingShellDelimiter(innerStart, len, CH_RPAREN, prefixChar === CH_EQ);
          if (close === -1 && !scanning && !subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE)
            break;
          if (ctx === LexContext.CommandStart && prefixChar !== CH_EQ && close !== -1 && skipBlanks(src, innerStart, close) === close)
            break;
          keywordEligible = false;
          const patternEnd = close === -1 ? len : close;
          pos = close === -1 ? len : close + 1;
          if (close === -1)
            this.errors.push({ message: "unterminated extended glob", pos: innerStart - 2 });
          lastValueChar = src.charCodeAt(pos - 1);
          if (bt) {
            const eg = "(" + src.slice(innerStart, pos);
            text += eg;
            if (bp && prefixChar !== CH_EQ) {
              let prefixPos = innerStart - 2;
              while (src.charCodeAt(prefixPos) === CH_NL && src.charCodeAt(prefixPos - 1) === CH_BACKSLASH) {
                prefixPos -= 2;
              }
              if (litBuf.length > 0) {
                const trimmed = litBuf.slice(0, -1);
                if (prefixPos > litStart)
                  parts.push({
                    type: "Literal",
                    pos: litStart,
                    end: prefixPos,
                    value: trimmed,
                    text: src.slice(litStart, prefixPos)
                  });
                litBuf = "";
              }
              const op = extglobOp[prefixChar];
              parts.push({
                type: "ExtendedGlob",
                pos: prefixPos,
                end: pos,
                text: src.slice(prefixPos, pos),
                operator: op,
                pattern: src.slice(innerStart, patternEnd),
                parts: this.subFieldParts(innerStart, patternEnd)
              });
              litStart = pos;
            } else if (bp) {
              litBuf += eg;
              hasGlobs = hasGlobs || hasGlobCharacters(eg);
            }
          }
          continue;
        }
        break;
      }
      if (ch === CH_BACKSLASH) {
        pos++;
        if (pos < len) {
          if (src.charCodeAt(pos) === CH_NL) {
            pos++;
            valueIsRaw = false;
          } else {
            if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
              assignmentState = ASSIGNMENT_INVALID;
            quoted2 = true;
            keywordEligible = false;
            valueIsRaw = false;
            lastValueChar = src.charCodeAt(pos);
            if (bt) {
              text += src[pos];
              if (bp)
                litBuf += src[pos];
            }
            pos++;
          }
        } else {
          if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
            assignmentState = ASSIGNMENT_INVALID;
          quoted2 = true;
          keywordEligible = false;
          lastValueChar = CH_BACKSLASH;
          if (bt) {
            text += "\\";
            if (bp)
              litBuf += "\\";
          }
        }
        continue;
      }
      if (ch === CH_SQUOTE) {
        const sqStart = pos;
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        quoted2 = true;
        keywordEligible = false;
        valueIsRaw = false;
        pos++;
        const start = pos;
        while (pos < len && src.charCodeAt(pos) !== CH_SQUOTE)
          pos++;
        if (pos > start)
          lastValueChar = src.charCodeAt(pos - 1);
        const value = bt ? src.slice(start, pos) : "";
        if (bt)
          text += value;
        if (pos < len)
          pos++;
        else
          this.errors.push({ message: "unterminated single quote", pos: start - 1 });
        if (bp) {
          if (sqStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: sqStart,
              value: litBuf,
              text: src.slice(litStart, sqStart)
            });
            litBuf = "";
          }
          parts.push({ type: "SingleQuoted", pos: sqStart, end: pos, value, text: src.slice(sqStart, pos) });
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_DQUOTE) {
        const dqStart = pos;
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        quoted2 = true;
        keywordEligible = false;
        valueIsRaw = false;
        pos++;
        this.pos = pos;
        this.readDoubleQuoted();
        pos = this.pos;
        if (this._dqEnd > dqStart + 1)
          lastValueChar = src.charCodeAt(this._dqEnd - 1);
        if (this._dqHasExpansions)
          hasExpansions = true;
        if (bt)
          text += this._dqText;
        if (bp) {
          if (dqStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: dqStart,
              value: litBuf,
              text: src.slice(litStart, dqStart)
            });
            litBuf = "";
          }
          const dqText = src.slice(dqStart, pos);
          parts.push({
            type: "DoubleQuoted",
            pos: dqStart,
            end: pos,
            text: dqText,
            parts: this._dqParts ?? [
              {
                type: "Literal",
                pos: dqStart + 1,
                end: this._dqEnd,
                value: this._dqText,
                text: src.slice(dqStart + 1, this._dqEnd)
              }
            ]
          });
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_DOLLAR) {
        keywordEligible = false;
        const dollarStart = pos;
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
        if (next === CH_SQUOTE || next === CH_DQUOTE)
          quoted2 = true;
        this.pos = pos;
        this.readDollar();
        pos = this.pos;
        if (!this._resultIsRaw)
          valueIsRaw = false;
        if (pos > dollarStart)
          lastValueChar = src.charCodeAt(pos - 1);
        if (this._resultHasExpansion)
          hasExpansions = true;
        if (bt)
          text += this._resultText;
        if (bp) {
          if (this._resultPart) {
            if (dollarStart > litStart) {
              parts.push({
                type: "Literal",
                pos: litStart,
                end: dollarStart,
                value: litBuf,
                text: src.slice(litStart, dollarStart)
              });
              litBuf = "";
            }
            parts.push(this._resultPart);
            litStart = pos;
          } else {
            litBuf += this._resultText;
          }
        }
        continue;
      }
      if (ch === CH_BACKTICK) {
        keywordEligible = false;
        const btStart = pos;
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        this.pos = pos;
        this.readBacktickExpansion();
        pos = this.pos;
        valueIsRaw = false;
        lastValueChar = src.charCodeAt(pos - 1);
        hasExpansions = true;
        if (bt)
          text += this._resultText;
        if (bp) {
          if (btStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: btStart,
              value: litBuf,
              text: src.slice(litStart, btStart)
            });
            litBuf = "";
          }
          parts.push(this._resultPart);
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_LBRACE) {
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        const first = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
        const braceEnd = first <= CH_SPACE || first === CH_RBRACE ? -1 : this.scanBraceExpansion(pos, braceResults ?? (braceResults = /* @__PURE__ */ new Map()));
        if (braceEnd > 0) {
          keywordEligible = false;
          lastValueChar = src.charCodeAt(braceEnd - 1);
          if (bt) {
            const braceText = src.slice(pos, braceEnd);
            text += braceText;
            if (bp) {
              if (pos > litStart) {
                parts.push({
                  type: "Literal",
                  pos: litStart,
                  end: pos,
                  value: litBuf,
                  text: src.slice(litStart, pos)
                });
                litBuf = "";
              }
              parts.push({
                type: "BraceExpansion",
                pos,
                end: braceEnd,
                text: braceText,
                parts: this.subFieldParts(pos + 1, braceEnd - 1)
              });
              litStart = braceEnd;
            }
          }
          pos = braceEnd;
          continue;
        }
        lastValueChar = CH_LBRACE;
        if (bt) {
          text += "{";
          if (bp)
            litBuf += "{";
        }
        pos++;
        continue;
      }
      pos++;
    }
    if (bp && pos > litStart)
      parts.push({ type: "Literal", pos: litStart, end: pos, value: litBuf, text: src.slice(litStart, pos) });
    this.pos = pos;
    this._wordText = text;
    this._wordRaw = valueIsRaw;
    this._wordQuoted = quoted2;
    this._wordHasExpansions = hasExpansions;
    this._wordKeywordEligible = keywordEligible;
    this._wordAssignmentState = assignmentState;
    if (bp) {
      this._wordParts = parts.length > 1 || parts.length === 1 && parts[0].type !== "Literal" ? parts : null;
      if (hasGlobs && ctx !== LexContext.ArrayElement)
        this._wordParts = parseGlobParts(src, fastStart, pos, this._wordParts) ?? null;
    }
  }
  // Arithmetic text gets expansions and quote removal but no process substitution.
  readInnerWordText(insideDoubleQuotes = false, arithmetic = false, globs = false) {
    const src = this.src;
    const len = this.srcEnd;
    let pos = this.pos;
    const start = pos;
    let text = "";
    const bp = this._buildParts;
    let parts;
    let litBuf = "";
    let litStart = 0;
    let preserveLiteral = false;
    let hasGlobs = false;
    if (bp) {
      parts = [];
      litStart = pos;
    }
    while (pos < len) {
      const ch = src.charCodeAt(pos);
      if (ch === CH_BACKSLASH) {
        pos++;
        if (pos < len) {
          if (src.charCodeAt(pos) === CH_NL) {
            pos++;
          } else {
            const next = src.charCodeAt(pos);
            if (insideDoubleQuotes && next !== CH_DOLLAR && next !== CH_BACKTICK && next !== CH_DQUOTE && next !== CH_BACKSLASH && next !== CH_RBRACE) {
              text += "\\";
              if (bp)
                litBuf += "\\";
              preserveLiteral = true;
            }
            const escaped = src[pos++];
            text += escaped;
            if (bp)
              litBuf += escaped;
          }
        }
        continue;
      }
      if (ch === CH_SQUOTE && !insideDoubleQuotes) {
        const sqStart = pos;
        pos++;
        const start2 = pos;
        while (pos < len && src.charCodeAt(pos) !== CH_SQUOTE)
          pos++;
        const value = src.slice(start2, pos);
        text += value;
        if (pos < len)
          pos++;
        if (bp) {
          if (sqStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: sqStart,
              value: litBuf,
              text: src.slice(litStart, sqStart)
            });
            litBuf = "";
          }
          parts.push({ type: "SingleQuoted", pos: sqStart, end: pos, value, text: src.slice(sqStart, pos) });
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_DQUOTE) {
        const dqStart = pos;
        pos++;
        this.pos = pos;
        this.readDoubleQuoted(insideDoubleQuotes);
        pos = this.pos;
        text += this._dqText;
        if (bp) {
          if (dqStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: dqStart,
              value: litBuf,
              text: src.slice(litStart, dqStart)
            });
            litBuf = "";
          }
          const dqText = src.slice(dqStart, pos);
          parts.push({
            type: "DoubleQuoted",
            pos: dqStart,
            end: pos,
            text: dqText,
            parts: this._dqParts ?? [
              {
                type: "Literal",
                pos: dqStart + 1,
                end: this._dqEnd,
                value: this._dqText,
                text: src.slice(dqStart + 1, this._dqEnd)
              }
            ]
          });
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_DOLLAR) {
        const dollarStart = pos;
        this.pos = pos;
        this.readDollar(insideDoubleQuotes);
        pos = this.pos;
        text += this._resultText;
        if (bp) {
          if (this._resultPart) {
            if (dollarStart > litStart) {
              parts.push({
                type: "Literal",
                pos: litStart,
                end: dollarStart,
                value: litBuf,
                text: src.slice(litStart, dollarStart)
              });
              litBuf = "";
            }
            parts.push(this._resultPart);
            litStart = pos;
          } else {
            litBuf += this._resultText;
          }
        }
        continue;
      }
      if (ch === CH_BACKTICK) {
        const btStart = pos;
        this.pos = pos;
        this.readBacktickExpansion(insideDoubleQuotes);
        pos = this.pos;
        text += this._resultText;
        if (bp) {
          if (btStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: btStart,
              value: litBuf,
              text: src.slice(litStart, btStart)
            });
            litBuf = "";
          }
          parts.push(this._resultPart);
          litStart = pos;
        }
        continue;
      }
      if (!insideDoubleQuotes && !arithmetic && (ch === CH_LT || ch === CH_GT) && pos + 1 < len && src.charCodeAt(pos + 1) === CH_LPAREN) {
        const psStart = pos;
        this.pos = pos + 2;
        const inner = this.extractBalanced();
        pos = this.pos;
        const raw = src.slice(psStart, pos);
        text += raw;
        if (bp) {
          if (psStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: psStart,
              value: litBuf,
              text: src.slice(litStart, psStart)
            });
            litBuf = "";
          }
          parts.push(this.processSubstitution(psStart, raw, ch === CH_LT ? "<" : ">", inner));
          litStart = pos;
        }
        continue;
      }
      text += src[pos];
      if (bp) {
        litBuf += src[pos];
        if (globs && (ch === CH_STAR || ch === CH_QUESTION || ch === CH_LBRACKET))
          hasGlobs = true;
      }
      pos++;
    }
    if (bp && pos > litStart)
      parts.push({ type: "Literal", pos: litStart, end: pos, value: litBuf, text: src.slice(litStart, pos) });
    this.pos = pos;
    this._wordText = text;
    this._wordRaw = false;
    this._wordQuoted = false;
    this._wordHasExpansions = false;
    this._wordKeywordEligible = false;
    if (bp) {
      this._wordParts = parts.length > 1 || parts.length === 1 && (parts[0].type !== "Literal" || preserveLiteral) ? parts : null;
      if (hasGlobs)
        this._wordParts = parseGlobParts(src, start, pos, this._wordParts) ?? null;
    }
  }
  subFieldParts(start, end) {
    if (this._nestingDepth >= MAX_SYNTAX_NESTING)
      return void 0;
    return hasEmbeddedWordStructure(this.src, start, end) ? this.parseSubFieldWord(start, end).parts : parseGlobParts(this.src, start, end, void 0);
  }
  // Parse a parameter-expansion sub-field (operand, slice bound, replacement pattern) over
  // the window [start, end) of the original source. Parsing in place — rather than against a
  // detached slice — gives the word and any nested substitutions absolute offsets, and
  // composes through nested ${...}. The `${...}` inner is a verbatim substring of the
  // source, so every sub-field offset maps straight back.
  parseSubFieldWord(start, end, context = "word", arithmetic = false) {
    if (start >= end)
      return new WordImpl("", start, start);
    if (this._nestingDepth >= MAX_SYNTAX_NESTING)
      return new WordImpl(this.src.slice(start, end), start, end);
    this._nestingDepth++;
    const savedEnd = this.srcEnd;
    const savedBracketWindow = this._bracketWindow;
    const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
    const savedPos = this.pos;
    const savedText = this._wordText;
    const savedParts = this._wordParts;
    const savedQuoted = this._wordQuoted;
    const savedKeywordEligible = this._wordKeywordEligible;
    this.srcEnd = end;
    this.pos = start;
    this.readInnerWordText(context === "quoted", arithmetic, context === "word");
    const word = new WordImpl(this.src.slice(start, end), start, end);
    if (this._buildParts) {
      word.parts = this._wordParts ?? void 0;
    }
    this.srcEnd = savedEnd;
    this._bracketWindow = savedBracketWindow;
    this._arithmeticBracketWindow = savedArithmeticBracketWindow;
    this.pos = savedPos;
    this._wordText = savedText;
    this._wordParts = savedParts;
    this._wordQuoted = savedQuoted;
    this._wordKeywordEligible = savedKeywordEligible;
    this._nestingDepth--;
    return word;
  }
  skipSQ() {
    while (this.pos < this.srcEnd && this.src.charCodeAt(this.pos) !== CH_SQUOTE)
      this.pos++;
    if (this.pos < this.srcEnd)
      this.pos++;
  }
  skipAnsiCQuoted() {
    const quotePos = this.pos - 1;
    const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
    this.pos = result.end;
    if (!result.closed)
      this.errors.push({ message: "unterminated ANSI-C quote", pos: quotePos });
  }
  // Plain quoted text is skipped here; the first `$(`, `${`, `$$`, backtick or the end of input
  // hands the rest to the quote scanner, which owns substitution and nesting-limit decisions.
  skipDQ() {
    const src = this.src;
    const len = this.srcEnd;
    this._unbalanced = false;
    if (this._nestingDepth < MAX_SYNTAX_NESTING) {
      while (this.pos < len) {
        const ch = src.charCodeAt(this.pos);
        if (ch === CH_DQUOTE) {
          this.pos++;
          return;
        }
        if (ch === CH_BACKSLASH) {
          this.pos = Math.min(this.pos + 2, len);
          continue;
        }
        if (ch === CH_BACKTICK)
          break;
        if (ch === CH_DOLLAR) {
          const next = src.charCodeAt(this.pos + 1);
          if (next === CH_LPAREN || next === CH_LBRACE || next === CH_DOLLAR)
            break;
        }
        this.pos++;
      }
    }
    this.extractBalanced(true, true);
  }
  skipSpacesAndTabs() {
    this.pos = skipBlanks(this.src, this.pos, this.srcEnd);
  }
  readDoubleQuoted(unescapeAll = false) {
    const src = this.src;
    const len = this.srcEnd;
    const contentStart = this.pos;
    let hasExpansions = false;
    const bp = this._buildParts;
    const bt = bp || this._buildValue;
    if (!bp) {
      let p = this.pos;
      while (p < len) {
        const c = src.charCodeAt(p);
        if (c === CH_DQUOTE) {
          this._dqText = bt ? src.slice(contentStart, p) : "";
          this._dqEnd = p;
          this.pos = p + 1;
          this._dqHasExpansions = false;
          this._dqParts = null;
          return;
        }
        if (c === CH_DOLLAR || c === CH_BACKTICK || c === CH_BACKSLASH)
          break;
        p++;
      }
    }
    let text = "";
    let parts = null;
    let litBuf = "";
    let litStart = bp ? this.pos : 0;
    while (this.pos < len && src.charCodeAt(this.pos) !== CH_DQUOTE) {
      const runStart = this.pos;
      while (this.pos < len) {
        const c = src.charCodeAt(this.pos);
        if (c === CH_DQUOTE || c === CH_BACKSLASH || c === CH_DOLLAR || c === CH_BACKTICK)
          break;
        this.pos++;
      }
      if (bt && this.pos > runStart) {
        const chunk = src.slice(runStart, this.pos);
        text += chunk;
        if (bp)
          litBuf += chunk;
      }
      if (this.pos >= len || src.charCodeAt(this.pos) === CH_DQUOTE)
        break;
      const ch = src.charCodeAt(this.pos);
      if (ch === CH_BACKSLASH) {
        this.pos++;
        if (this.pos < len) {
          const next = src.charCodeAt(this.pos);
          if (next === CH_NL) {
            this.pos++;
            continue;
          }
          if (bt) {
            if (unescapeAll || next === CH_DOLLAR || next === CH_BACKTICK || next === CH_DQUOTE || next === CH_BACKSLASH) {
              const c = src[this.pos];
              text += c;
              if (bp)
                litBuf += c;
            } else {
              const pair = "\\" + src[this.pos];
              text += pair;
              if (bp)
                litBuf += pair;
            }
          }
          this.pos++;
        }
        continue;
      }
      if (ch === CH_DOLLAR) {
        const afterDollar = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
        if (afterDollar === CH_DQUOTE || afterDollar === CH_SQUOTE) {
          if (bt) {
            text += "$";
            if (bp)
              litBuf += "$";
          }
          this.pos++;
          continue;
        }
        const expStart = this.pos;
        this.readDollar(true);
        if (bt)
          text += this._resultText;
        if (this._resultHasExpansion)
          hasExpansions = true;
        if (bp) {
          const rp = this._resultPart;
          if (rp && isDQChild(rp)) {
            if (!parts)
              parts = [];
            if (expStart > litStart) {
              parts.push({
                type: "Literal",
                pos: litStart,
                end: expStart,
                value: litBuf,
                text: src.slice(litStart, expStart)
              });
              litBuf = "";
            }
            parts.push(rp);
            litStart = this.pos;
          } else {
            litBuf += this._resultText;
          }
        }
        continue;
      }
      if (ch === CH_BACKTICK) {
        const btStart = this.pos;
        this.readBacktickExpansion(true);
        if (bt)
          text += this._resultText;
        hasExpansions = true;
        if (bp && this._resultPart && isDQChild(this._resultPart)) {
          if (!parts)
            parts = [];
          if (btStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: btStart,
              value: litBuf,
              text: src.slice(litStart, btStart)
            });
            litBuf = "";
          }
          parts.push(this._resultPart);
          litStart = this.pos;
        }
        continue;
      }
    }
    if (bp && parts && this.pos > litStart)
      parts.push({ type: "Literal", pos: litStart, end: this.pos, value: litBuf, text: src.slice(litStart, this.pos) });
    this._dqEnd = this.pos;
    if (this.pos < len)
      this.pos++;
    else
      this.errors.push({ message: "unterminated double quote", pos: contentStart - 1 });
    this._dqText = text;
    this._dqHasExpansions = hasExpansions;
    this._dqParts = parts;
  }
  readDollar(insideDoubleQuotes = false) {
    const dollarPos = this.pos;
    this.pos++;
    const src = this.src;
    const len = this.srcEnd;
    const bt = this._buildParts || this._buildValue;
    if (this.pos >= len) {
      this._resultText = "$";
      this._resultIsRaw = true;
      this._resultHasExpansion = false;
      this._resultPart = void 0;
      return;
    }
    const logicalPos = skipLineContinuations(src, this.pos, len);
    if (logicalPos > this.pos && src.charCodeAt(logicalPos) === CH_LPAREN && src.charCodeAt(logicalPos + 1) !== CH_LPAREN)
      this.pos = logicalPos;
    const ch = src.charCodeAt(this.pos);
    if (ch === CH_LPAREN) {
      if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        const savedPos = this.pos;
        const savedErrors = this.errors.length;
        this.readArithmeticExpansion(dollarPos);
        if (!this._notArithmetic)
          return;
        this.errors.length = savedErrors;
        this.pos = savedPos;
      }
      this.readCommandSubstitution(dollarPos);
      return;
    }
    if (ch === CH_LBRACE) {
      const after = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
      if (after === CH_SPACE || after === CH_TAB || after === CH_NL) {
        this.readBraceCommandSubstitution();
        return;
      }
      if (after === CH_PIPE) {
        this.readValueSubstitution();
        return;
      }
      this.readParameterExpansion(insideDoubleQuotes);
      return;
    }
    if (ch === CH_SQUOTE) {
      this.pos++;
      if (bt) {
        const value = this.readAnsiCQuoted();
        this._resultText = value;
        this._resultPart = this._buildParts ? { type: "AnsiCQuoted", pos: dollarPos, end: this.pos, text: src.slice(dollarPos, this.pos), value } : void 0;
      } else {
        this.skipAnsiCQuoted();
        this._resultText = "";
        this._resultPart = void 0;
      }
      this._resultIsRaw = false;
      this._resultHasExpansion = false;
      return;
    }
    if (ch === CH_DQUOTE) {
      this.pos++;
      this.readDoubleQuoted(insideDoubleQuotes);
      this._resultText = this._dqText;
      this._resultIsRaw = false;
      this._resultHasExpansion = this._dqHasExpansions;
      if (this._buildParts) {
        const text = src.slice(dollarPos, this.pos);
        this._resultPart = {
          type: "LocaleString",
          pos: dollarPos,
          end: this.pos,
          text,
          parts: this._dqParts ?? [
            {
              type: "Literal",
              pos: dollarPos + 2,
              end: this._dqEnd,
              value: this._dqText,
              text: src.slice(dollarPos + 2, this._dqEnd)
            }
          ]
        };
      } else {
        this._resultPart = void 0;
      }
      return;
    }
    if (ch === CH_AT || ch === CH_STAR || ch === CH_HASH || ch === CH_QUESTION || ch === CH_DASH || ch === CH_DOLLAR || ch === CH_BANG || ch >= CH_0 && ch <= CH_9) {
      this.pos++;
      const text = bt ? src.slice(this.pos - 2, this.pos) : "";
      this._resultText = text;
      this._resultIsRaw = true;
      this._resultHasExpansion = false;
      this._resultPart = this._buildParts ? { type: "SimpleExpansion", pos: dollarPos, end: this.pos, text } : void 0;
      return;
    }
    if (ch < 128 && isIdChar[ch] & 1) {
      const namePos = this.pos - 1;
      while (this.pos < len) {
        const c = src.charCodeAt(this.pos);
        if (c < 128 && isIdChar[c] & 2)
          this.pos++;
        else
          break;
      }
      const text = bt ? src.slice(namePos, this.pos) : "";
      this._resultText = text;
      this._resultIsRaw = true;
      this._resultHasExpansion = false;
      this._resultPart = this._buildParts ? { type: "SimpleExpansion", pos: dollarPos, end: this.pos, text } : void 0;
      return;
    }
    if (ch === CH_LBRACKET) {
      const errorCount = this._errors === null ? 0 : this._errors.length;
      const close = this.findClosingArithmeticBracket(this.pos + 1);
      if (close !== -1) {
        const bodyStart = this.pos + 1;
        const body = src.slice(bodyStart, close);
        this.pos = close + 1;
        const text = bt ? src.slice(dollarPos, this.pos) : "";
        this._resultText = text;
        this._resultIsRaw = true;
        this._resultHasExpansion = false;
        this._resultPart = this._buildParts ? this.arithmeticExpansion(bodyStart - 2, text, body, bodyStart) : void 0;
        return;
      }
      if (this._errors !== null)
        this._errors.length = errorCount;
    }
    this._resultText = "$";
    this._resultIsRaw = true;
    this._resultHasExpansion = false;
    this._resultPart = void 0;
  }
  scanArithmeticBody() {
    this._notArithmetic = false;
    this._arithUnterminated = false;
    this.pos += 2;
    let depth = 1;
    let parenDepth = 0;
    let parentParenDepth = 0;
    let parenDepths;
    let reported = false;
    const src = this.src;
    const len = this.srcEnd;
    const start = this.pos;
    while (this.pos < len && depth > 0) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_BACKSLASH) {
        this.pos += this.pos + 1 < len ? 2 : 1;
      } else if (c === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
      } else if (c === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
      } else if (c === CH_BACKTICK) {
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH)
            this.pos++;
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
      } else if (c === CH_DOLLAR && this.pos + 2 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN && src.charCodeAt(this.pos + 2) !== CH_LPAREN) {
        const dollarPos = this.pos;
        this.pos += 2;
        this.extractBalanced();
        if (this._unbalanced)
          this.errors.push({ message: "unterminated command substitution", pos: dollarPos });
      } else if (c === CH_DOLLAR && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LBRACE) {
        const close = this.findClosingBrace(this.pos + 2, len);
        this.pos = close === -1 ? len : close + 1;
      } else if ((c === CH_LT || c === CH_GT) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        this.pos += 2;
        this.extractBalanced();
      } else if (c === CH_LPAREN) {
        if (src.charCodeAt(this.pos - 1) === CH_DOLLAR && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
          if (depth === 1)
            parentParenDepth = parenDepth;
          else
            (parenDepths ?? (parenDepths = [])).push(parenDepth);
          depth++;
          parenDepth = 0;
          if (depth + this._nestingDepth > MAX_SYNTAX_NESTING && !reported) {
            this.errors.push({ message: "maximum arithmetic expansion nesting depth exceeded", pos: this.pos - 1 });
            reported = true;
          }
          this.pos += 2;
        } else {
          if (++parenDepth + depth - 1 + this._nestingDepth > MAX_SYNTAX_NESTING && !reported) {
            this.errors.push({ message: "maximum arithmetic expression nesting depth exceeded", pos: this.pos });
            reported = true;
          }
          this.pos++;
        }
      } else if (c === CH_RPAREN && parenDepth > 0) {
        parenDepth--;
        this.pos++;
      } else if (c === CH_RPAREN && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_RPAREN) {
        if (--depth === 0) {
          this.pos += 2;
          break;
        }
        parenDepth = depth === 1 ? parentParenDepth : parenDepths.pop();
        this.pos += 2;
      } else if (c === CH_RPAREN && depth === 1) {
        this._notArithmetic = true;
        return "";
      } else {
        this.pos++;
      }
    }
    const bt = this._buildParts || this._buildValue;
    if (depth > 0) {
      this._arithUnterminated = true;
      return bt ? src.slice(start, this.pos) : "";
    }
    return bt ? src.slice(start, this.pos - 2) : "";
  }
  readArithmeticExpansion(dollarPos) {
    const bodyStart = this.pos + 2;
    const body = this.scanArithmeticBody();
    if (this._notArithmetic)
      return;
    if (this._arithUnterminated)
      this.errors.push({ message: "unterminated arithmetic expansion", pos: dollarPos });
    const text = this._buildParts || this._buildValue ? this.src.slice(dollarPos, this.pos) : "";
    this._resultText = text;
    this._resultIsRaw = true;
    this._resultHasExpansion = false;
    this._resultPart = this._buildParts ? this.arithmeticExpansion(dollarPos, text, body, bodyStart) : void 0;
  }
  arithmeticExpansion(pos, text, body, bodyStart) {
    return new ArithmeticExpansionImpl(pos, this.pos, text, {
      source: this.src,
      body,
      offset: bodyStart,
      depth: this._nestingDepth,
      context: this.substitutionContext
    });
  }
  readArithmeticCommand(out, tokenStart) {
    const savedBuildValue = this._buildValue;
    this._buildValue = true;
    const body = this.scanArithmeticBody();
    this._buildValue = savedBuildValue;
    if (this._arithUnterminated)
      this.errors.push({ message: "unterminated arithmetic command", pos: tokenStart });
    setToken(out, Token.ArithCmd, body, tokenStart, this.pos);
  }
  readCommandSubstitution(dollarPos) {
    const openPos = this.pos;
    this.pos++;
    const inner = this.extractBalanced();
    if (this._unbalanced)
      this.errors.push({ message: "unterminated command substitution", pos: dollarPos });
    const bt = this._buildParts || this._buildValue;
    const rawText = bt ? this.src.slice(dollarPos, this.pos) : "";
    const text = !bt || openPos === dollarPos + 1 ? rawText : "$" + this.src.slice(openPos, this.pos);
    this._resultText = text;
    this._resultIsRaw = openPos === dollarPos + 1;
    this._resultHasExpansion = true;
    if (this._buildParts) {
      this._resultPart = this.commandExpansion(dollarPos, rawText, openPos + 1, inner, !this._unbalanced);
    } else {
      this._resultPart = void 0;
    }
  }
  readBraceCommandSubstitution() {
    this.readBraceSubstitution(1);
  }
  readValueSubstitution() {
    this.readBraceSubstitution(2);
  }
  readBraceSubstitution(skip) {
    const dollarPos = this.pos - 1;
    this.pos += skip;
    const src = this.src;
    const len = this.srcEnd;
    let depth = 1;
    const start = this.pos;
    while (this.pos < len) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_LBRACE)
        depth++;
      else if (c === CH_RBRACE) {
        if (--depth === 0) {
          this.pos++;
          break;
        }
      } else if (c === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
        continue;
      } else if (c === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
        continue;
      } else if (c === CH_BACKSLASH)
        this.pos++;
      this.pos++;
    }
    this._resultIsRaw = true;
    this._resultHasExpansion = true;
    if (this._buildParts || this._buildValue) {
      const rawInner = src.slice(start, this.pos - 1);
      const inner = rawInner.trim();
      const text = src.slice(dollarPos, this.pos);
      this._resultText = text;
      if (this._buildParts) {
        const innerStart = start + (rawInner.length - rawInner.trimStart().length);
        this._resultPart = this.commandExpansion(dollarPos, text, innerStart, inner);
      } else {
        this._resultPart = void 0;
      }
    } else {
      this._resultText = "";
      this._resultPart = void 0;
    }
  }
  readBacktickExpansion(insideDoubleQuotes = false) {
    this.pos++;
    const src = this.src;
    const len = this.srcEnd;
    const start = this.pos;
    if (!this._buildParts && !this._buildValue) {
      while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
        if (src.charCodeAt(this.pos) === CH_BACKSLASH && this.pos + 1 < len)
          this.pos++;
        this.pos++;
      }
      if (this.pos < len)
        this.pos++;
      else
        this.errors.push({ message: "unterminated backtick", pos: start - 1 });
      this._resultText = "";
      this._resultIsRaw = false;
      this._resultHasExpansion = true;
      this._resultPart = void 0;
      return;
    }
    let inner = "";
    let hasEscapes = false;
    while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
      if (src.charCodeAt(this.pos) === CH_BACKSLASH) {
        hasEscapes = true;
        break;
      }
      this.pos++;
    }
    if (!hasEscapes) {
      inner = src.slice(start, this.pos);
    } else {
      inner = src.slice(start, this.pos);
      while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
        if (src.charCodeAt(this.pos) === CH_BACKSLASH) {
          this.pos++;
          if (this.pos < len) {
            const c = src.charCodeAt(this.pos);
            if (c === CH_DOLLAR || c === CH_BACKTICK || c === CH_BACKSLASH || insideDoubleQuotes && c === CH_DQUOTE) {
              inner += src[this.pos];
            } else {
              inner += "\\" + src[this.pos];
            }
            this.pos++;
          }
        } else {
          const runStart = this.pos;
          while (this.pos < len) {
            const c = src.charCodeAt(this.pos);
            if (c === CH_BACKTICK || c === CH_BACKSLASH)
              break;
            this.pos++;
          }
          inner += src.slice(runStart, this.pos);
        }
      }
    }
    if (this.pos < len)
      this.pos++;
    else
      this.errors.push({ message: "unterminated backtick", pos: start - 1 });
    const text = src.slice(start - 1, this.pos);
    this._resultText = inner;
    this._resultHasExpansion = true;
    if (this._buildParts) {
      this._resultPart = hasEscapes ? this.decodedCommandExpansion(start - 1, text, inner) : this.commandExpansion(start - 1, text, start, inner);
    } else {
      this._resultPart = void 0;
    }
  }
  readParameterExpansion(insideDoubleQuotes) {
    const src = this.src;
    const len = this.srcEnd;
    const start = this.pos;
    this.pos++;
    let depth = 1;
    let reported = false;
    while (this.pos < len && depth > 0) {
      const ch = src.charCodeAt(this.pos);
      if (ch === CH_DOLLAR) {
        const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
        if (next === CH_LBRACE) {
          depth++;
          if (this._nestingDepth + depth > MAX_SYNTAX_NESTING && !reported) {
            this.errors.push({ message: "maximum parameter expansion nesting depth exceeded", pos: this.pos });
            reported = true;
          }
          this.pos += 2;
          continue;
        }
        if (next === CH_DOLLAR) {
          this.pos += 2;
          continue;
        }
        if (next === CH_LPAREN) {
          const dollarPos = this.pos;
          this.pos += 2;
          this.extractBalanced();
          if (this._unbalanced)
            this.errors.push({ message: "unterminated command substitution", pos: dollarPos });
          continue;
        }
      } else if (ch === CH_BACKTICK) {
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH)
            this.pos++;
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
        continue;
      } else if (ch === CH_RBRACE) {
        if (--depth === 0) {
          this.pos++;
          break;
        }
      } else if (ch === CH_BACKSLASH) {
        if (this.pos + 1 < len)
          this.pos++;
      } else if (ch === CH_SQUOTE) {
        this.pos++;
        if (this.pos > start + 1 && src.charCodeAt(this.pos - 2) === CH_DOLLAR)
          this.skipAnsiCQuoted();
        else
          this.skipSQ();
        continue;
      } else if (ch === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
        continue;
      }
      this.pos++;
    }
    const closed = depth === 0;
    if (!closed)
      this.errors.push({ message: "unterminated parameter expansion", pos: start - 1 });
    const text = this._buildParts || this._buildValue ? src.slice(start - 1, this.pos) : "";
    this._resultText = text;
    this._resultIsRaw = true;
    this._resultHasExpansion = false;
    if (this._buildParts) {
      const inner = src.slice(start + 1, closed ? this.pos - 1 : this.pos);
      this._resultPart = this.parseParamInner(text, inner, start + 1, insideDoubleQuotes);
    } else {
      this._resultPart = void 0;
    }
  }
  // `innerStart` is the absolute offset of `inner` in the original source, so each sub-field
  // word is parsed in place at its true position. `sub(a, b)` maps inner-relative offsets to
  // that absolute window.
  parseParamInner(text, inner, innerStart, insideDoubleQuotes) {
    const result = {
      type: "ParameterExpansion",
      pos: innerStart - 2,
      end: this.pos,
      text,
      parameter: "",
      parameterPos: innerStart,
      parameterEnd: innerStart,
      prefix: void 0,
      index: void 0,
      operation: void 0
    };
    const ilen = inner.length;
    if (ilen === 0)
      return result;
    const sub = (a, b, context = "word") => this.parseSubFieldWord(innerStart + a, innerStart + b, context);
    const closeBracket = (start) => {
      const close = this.findClosingBracket(innerStart + start, innerStart + ilen);
      return close === -1 ? -1 : close - innerStart;
    };
    let i = 0;
    if (ilen > 1 && inner.charCodeAt(0) === CH_BANG) {
      result.prefix = "!";
      i = 1;
    }
    if (ilen > 1 && inner.charCodeAt(0) === CH_HASH) {
      const nameEnd = this.scanParamName(inner, 1);
      let parameterEnd = nameEnd;
      let indexEnd = -1;
      if (parameterEnd < ilen && inner.charCodeAt(parameterEnd) === CH_LBRACKET) {
        indexEnd = closeBracket(parameterEnd + 1);
        if (indexEnd !== -1)
          parameterEnd = indexEnd + 1;
      }
      if (nameEnd > 1 && parameterEnd === ilen) {
        result.prefix = "#";
        result.parameter = inner.slice(1, nameEnd);
        result.parameterPos = innerStart + 1;
        result.parameterEnd = innerStart + nameEnd;
        if (indexEnd !== -1)
          result.index = sub(nameEnd + 1, indexEnd, "embedded");
        return result;
      }
    }
    const nameStart = i;
    i = this.scanParamName(inner, i);
    result.parameter = inner.slice(nameStart, i);
    result.parameterPos = innerStart + nameStart;
    result.parameterEnd = innerStart + i;
    if (i < ilen && inner.charCodeAt(i) === CH_LBRACKET) {
      const closeB = closeBracket(i + 1);
      if (closeB !== -1) {
        result.index = sub(i + 1, closeB, "embedded");
        i = closeB + 1;
      }
    }
    if (i >= ilen)
      return result;
    const pos = innerStart + i;
    const end = innerStart + ilen;
    const opChar = inner.charCodeAt(i);
    const nextChar = inner.charCodeAt(i + 1);
    const defaultChar = inner[opChar === CH_COLON ? i + 1 : i];
    if (defaultChar === "-" || defaultChar === "=" || defaultChar === "+" || defaultChar === "?") {
      const operandStart = i + (opChar === CH_COLON ? 2 : 1);
      result.operation = {
        type: "Default",
        pos,
        end,
        operatorEnd: innerStart + operandStart,
        operator: opChar === CH_COLON ? `:${defaultChar}` : defaultChar,
        operand: sub(operandStart, ilen, insideDoubleQuotes ? "quoted" : "word")
      };
      return result;
    }
    if (opChar === CH_COLON) {
      i++;
      const sliceStart = innerStart + i;
      const colonIdx = findUnnested(inner.slice(i), CH_COLON, true, (index, quoted2) => {
        return this.findNestedShellEnd(sliceStart + index, end, quoted2) - sliceStart;
      });
      result.operation = {
        type: "Slice",
        pos,
        end,
        operatorEnd: sliceStart,
        operator: ":",
        offset: sub(i, colonIdx === -1 ? ilen : i + colonIdx, "embedded"),
        length: colonIdx === -1 ? void 0 : sub(i + colonIdx + 1, ilen, "embedded")
      };
      return result;
    }
    if (opChar === CH_HASH || opChar === CH_PERCENT) {
      const doubled = nextChar === opChar;
      const operator = opChar === CH_HASH ? doubled ? "##" : "#" : doubled ? "%%" : "%";
      const operandStart = i + (doubled ? 2 : 1);
      result.operation = {
        type: "Remove",
        pos,
        end,
        operatorEnd: innerStart + operandStart,
        operator,
        operand: sub(operandStart, ilen)
      };
      return result;
    }
    if (opChar === CH_SLASH) {
      i++;
      let operator = "/";
      if (nextChar === CH_SLASH || nextChar === CH_HASH || nextChar === CH_PERCENT) {
        operator = nextChar === CH_SLASH ? "//" : nextChar === CH_HASH ? "/#" : "/%";
        i++;
      }
      let separatorStart = i;
      if (nextChar === CH_SLASH) {
        separatorStart = skipLineContinuations(inner, i, ilen);
        if (inner.charCodeAt(separatorStart) === CH_SLASH)
          separatorStart++;
      }
      const sepIdx = findUnnested(inner.slice(separatorStart), CH_SLASH);
      const patternEnd = sepIdx === -1 ? ilen : separatorStart + sepIdx;
      result.operation = {
        type: "Replace",
        pos,
        end,
        operatorEnd: innerStart + i,
        operator,
        pattern: sub(i, patternEnd),
        replacement: sub(sepIdx === -1 ? ilen : patternEnd + 1, ilen)
      };
      return result;
    }
    if (opChar === CH_CARET || opChar === CH_COMMA) {
      const doubled = nextChar === opChar;
      const operator = opChar === CH_CARET ? doubled ? "^^" : "^" : doubled ? ",," : ",";
      const operandStart = i + (doubled ? 2 : 1);
      result.operation = {
        type: "CaseModification",
        pos,
        end,
        operatorEnd: innerStart + operandStart,
        operator,
        operand: operandStart === ilen ? void 0 : sub(operandStart, ilen)
      };
      return result;
    }
    if (result.prefix === "!" && result.index === void 0 && i + 1 === ilen && (opChar === CH_AT || opChar === CH_STAR)) {
      result.operation = { type: "Names", pos, end, operatorEnd: end, operator: opChar === CH_AT ? "@" : "*" };
      return result;
    }
    if (opChar === CH_AT) {
      result.operation = {
        type: "Transform",
        pos,
        end,
        operatorEnd: pos + 1,
        operator: "@",
        operand: sub(i + 1, ilen)
      };
      return result;
    }
    result.operation = { type: "Unknown", pos, end, operatorEnd: end, operator: inner.slice(i) };
    return result;
  }
  findNestedShellEnd(start, end, quoted2) {
    const ch = this.src.charCodeAt(start);
    if (ch === CH_BACKTICK) {
      let pos = start + 1;
      while (pos < end) {
        const current = this.src.charCodeAt(pos);
        if (current === CH_BACKSLASH) {
          pos += 2;
          continue;
        }
        pos++;
        if (current === CH_BACKTICK)
          return pos;
      }
      return end;
    }
    let close;
    if (ch === CH_DOLLAR) {
      const next = start + 1;
      if (next < end && this.src.charCodeAt(next) === CH_LBRACE) {
        close = this.findClosingBrace(next + 1, end);
      } else {
        const open2 = skipLineContinuations(this.src, next, end);
        if (open2 >= end || this.src.charCodeAt(open2) !== CH_LPAREN)
          return start;
        close = this.findClosingParenthesis(open2 + 1, end);
      }
    } else {
      const open2 = start + 1;
      if (quoted2 || ch !== CH_LT && ch !== CH_GT || open2 >= end || this.src.charCodeAt(open2) !== CH_LPAREN) {
        return start;
      }
      close = this.findClosingParenthesis(open2 + 1, end);
    }
    return close === -1 ? end : close + 1;
  }
  scanParamName(s, start) {
    let i = start;
    if (i >= s.length)
      return i;
    const c = s.charCodeAt(i);
    if (c === CH_AT || c === CH_STAR || c === CH_HASH || c === CH_QUESTION || c === CH_DASH || c === CH_DOLLAR || c === CH_BANG) {
      return i + 1;
    }
    if (c >= CH_0 && c <= CH_9) {
      while (i < s.length && s.charCodeAt(i) >= CH_0 && s.charCodeAt(i) <= CH_9)
        i++;
      return i;
    }
    if (c >= CH_a && c <= CH_z || c >= CH_A && c <= CH_Z || c === CH_UNDERSCORE) {
      i++;
      while (i < s.length) {
        const ch = s.charCodeAt(i);
        if (ch >= CH_a && ch <= CH_z || ch >= CH_A && ch <= CH_Z || ch >= CH_0 && ch <= CH_9 || ch === CH_UNDERSCORE)
          i++;
        else
          break;
      }
    }
    return i;
  }
  readAnsiCQuoted() {
    const quotePos = this.pos - 1;
    const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
    this.pos = result.end;
    if (!result.closed)
      this.errors.push({ message: "unterminated ANSI-C quote", pos: quotePos });
    return result.value;
  }
  // Quotes resume when a nested substitution returns to their parenthesis depth.
  extractBalanced(useGrammar = true, quoteOnly = false) {
    const src = this.src;
    const len = this.srcEnd;
    const bt = this._buildParts || this._buildValue;
    let depth = quoteOnly ? 0 : 1;
    const start = this.pos;
    this._unbalanced = false;
    const knownEnd = useGrammar && !quoteOnly ? this.substitutionContext.boundaries?.get(start) : void 0;
    if (knownEnd !== void 0 && knownEnd <= len && this._nestingDepth < MAX_SYNTAX_NESTING) {
      this.pos = knownEnd;
      return bt ? src.slice(start, knownEnd - 1) : "";
    }
    let wordStart = true;
    while (!quoteOnly && this.pos < len) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_RPAREN) {
        const result = bt ? src.slice(start, this.pos) : "";
        this.pos++;
        return result;
      } else if (c === CH_LPAREN || c === CH_BACKSLASH || c === CH_SQUOTE || c === CH_DQUOTE || c === CH_BACKTICK || c === CH_DOLLAR && (src.charCodeAt(this.pos + 1) === CH_SQUOTE || src.charCodeAt(this.pos + 1) === CH_DOLLAR || src.charCodeAt(this.pos + 1) === CH_LBRACE)) {
        break;
      } else if (c === CH_LT && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LT) {
        break;
      } else if (c === CH_HASH && wordStart) {
        break;
      } else if (c === 99 && wordStart && this.pos + 3 < len && src.charCodeAt(this.pos + 1) === 97 && src.charCodeAt(this.pos + 2) === 115 && src.charCodeAt(this.pos + 3) === 101 && (this.pos + 4 >= len || src.charCodeAt(this.pos + 4) < 128 && charType[src.charCodeAt(this.pos + 4)] & 1)) {
        break;
      } else {
        wordStart = c < 128 && (charType[c] & 1) !== 0;
        this.pos++;
      }
    }
    let caseDepth = 0;
    let caseParens = 0;
    const wordStartAfterParen = [];
    let pendingDelims = null;
    let scripts;
    let arithBase = -1;
    let arithExtent = start >= 2 && src.charCodeAt(start) === CH_LPAREN && src.charCodeAt(start - 1) === CH_LPAREN && src.charCodeAt(start - 2) === CH_DOLLAR;
    let substitutions2 = 0;
    let reported = false;
    const quotes = quoteOnly ? [{ close: CH_DQUOTE, depth: 0 }] : [];
    let quotedDepth = quoteOnly ? 1 : 0;
    let parameterDepth = 0;
    let arithmeticOpens;
    let continuedDollarPos = -1;
    let continuedParenPos = -1;
    let escapedEnd = -1;
    let lastParenEnd = -1;
    let checkedGrammar = false;
    while (this.pos < len && (depth > 0 || quotes.length > 0)) {
      let ch = src.charCodeAt(this.pos);
      const quote2 = quotes.length === 0 ? void 0 : quotes[quotes.length - 1];
      if (quote2 !== void 0 && quote2.depth === depth) {
        let commandOpen = false;
        if (ch === CH_BACKSLASH) {
          this.pos = Math.min(this.pos + 2, len);
          continue;
        }
        if (ch === quote2.close) {
          quotes.pop();
          if (ch === CH_DQUOTE)
            quotedDepth--;
          else
            parameterDepth--;
          this.pos++;
          if (quoteOnly && depth === 0 && quotes.length === 0)
            return "";
          continue;
        }
        if (ch === CH_DQUOTE) {
          quotes.push({ close: CH_DQUOTE, depth });
          quotedDepth++;
        } else if (ch === CH_SQUOTE && quote2.close === CH_RBRACE) {
          this.pos++;
          this.skipSQ();
          continue;
        } else if (ch === CH_BACKTICK) {
          this.pos++;
          while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
            if (src.charCodeAt(this.pos) === CH_BACKSLASH)
              this.pos++;
            if (this.pos < len)
              this.pos++;
          }
          if (this.pos < len)
            this.pos++;
          continue;
        } else if (ch === CH_DOLLAR) {
          const next = src.charCodeAt(this.pos + 1);
          if (next === CH_SQUOTE && quote2.close === CH_RBRACE) {
            this.pos += 2;
            this.skipAnsiCQuoted();
            continue;
          }
          if (next === CH_LBRACE) {
            quotes.push({ close: CH_RBRACE, depth });
            parameterDepth++;
            this.pos++;
          } else if (next === CH_LPAREN) {
            this.pos++;
            ch = CH_LPAREN;
            commandOpen = true;
          } else if (next === CH_DOLLAR) {
            this.pos += src.charCodeAt(this.pos + 2) === CH_LPAREN ? 1 : 2;
            continue;
          }
        }
        if (!reported && this._nestingDepth + Math.max(quotedDepth, parameterDepth) > MAX_SYNTAX_NESTING) {
          this.errors.push({ message: "maximum word nesting depth exceeded", pos: this.pos });
          reported = true;
        }
        if (!commandOpen) {
          this.pos++;
          while (this.pos < len) {
            const c = src.charCodeAt(this.pos);
            if (c === CH_BACKSLASH || c === CH_DQUOTE || c === CH_DOLLAR || c === CH_BACKTICK || c === CH_RBRACE || c === CH_SQUOTE)
              break;
            this.pos++;
          }
          continue;
        }
      }
      if (ch === CH_HASH && lastParenEnd !== -1 && !arithExtent && arithBase < 0 && useGrammar && !checkedGrammar && this._nestingDepth + (scripts?.length ?? 0) < MAX_SYNTAX_NESTING && skipBlanks(src, lastParenEnd, len) === this.pos) {
        checkedGrammar = true;
        const scope = scripts?.[scripts.length - 1];
        const end = this.findSubstitutionEnd(scope?.start ?? start, len, this._nestingDepth + (scripts?.length ?? 0) + 1);
        if (end !== -1) {
          if (scope === void 0) {
            this.pos = end;
            return bt ? src.slice(start, end - 1) : "";
          }
          this.pos = end - 1;
          depth = scope.depth + 1;
          caseDepth = 0;
          caseParens = 0;
          wordStartAfterParen.length = scope.parens + 1;
          ch = CH_RPAREN;
        }
      }
      if (ch === CH_LPAREN) {
        const prev = this.pos > start && this.pos !== escapedEnd ? src.charCodeAt(this.pos - 1) : 0;
        const commandDollarPos = prev === CH_DOLLAR ? this.pos - 1 : this.pos === continuedParenPos ? continuedDollarPos : -1;
        const wordParen = commandDollarPos !== -1 || prev === CH_LT || prev === CH_GT || prev === CH_EQ || prev === CH_AT || prev === CH_QUESTION || prev === CH_STAR || prev === CH_PLUS || prev === CH_BANG || prev === CH_LPAREN && wordStartAfterParen[wordStartAfterParen.length - 1] === false || arithExtent && this.pos === start;
        const script = commandDollarPos !== -1 && src.charCodeAt(this.pos + 1) !== CH_LPAREN || (prev === CH_LT || prev === CH_GT) && arithBase < 0 && !arithExtent;
        if (script) {
          (scripts ?? (scripts = [])).push({
            start: this.pos + 1,
            dollar: commandDollarPos,
            depth,
            parens: wordStartAfterParen.length,
            caseDepth,
            caseParens,
            arithBase,
            arithExtent,
            substitutions: substitutions2,
            checkedGrammar,
            pendingDelims
          });
          caseDepth = 0;
          caseParens = 0;
          arithBase = -1;
          arithExtent = false;
          checkedGrammar = false;
          pendingDelims = null;
        }
        wordStartAfterParen.push(!wordParen);
        wordStart = true;
        if (!script && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
          arithBase = depth;
        }
        if (commandDollarPos !== -1) {
          if (script)
            substitutions2++;
          else
            (arithmeticOpens ?? (arithmeticOpens = [])).push(depth);
          if (substitutions2 + (arithmeticOpens?.length ?? 0) + this._nestingDepth + (quoteOnly ? 0 : 1) > MAX_SYNTAX_NESTING && !reported) {
            this.errors.push({ message: "maximum command substitution nesting depth exceeded", pos: commandDollarPos });
            reported = true;
          }
        }
        continuedDollarPos = -1;
        continuedParenPos = -1;
        depth++;
        if (caseDepth > 0)
          caseParens++;
        this.pos++;
      } else if (ch === CH_RPAREN) {
        if (caseDepth > 0 && caseParens === 0) {
          this.pos++;
          wordStart = true;
        } else {
          if (caseDepth > 0)
            caseParens--;
          depth--;
          if (depth === 0 && !quoteOnly) {
            const result = bt ? src.slice(start, this.pos) : "";
            this.pos++;
            return result;
          }
          if (depth <= arithBase)
            arithBase = -1;
          if (arithmeticOpens !== void 0) {
            while (arithmeticOpens.length > 0 && arithmeticOpens[arithmeticOpens.length - 1] >= depth)
              arithmeticOpens.pop();
          }
          wordStart = wordStartAfterParen.pop() ?? true;
          this.pos++;
          const scope = scripts?.[scripts.length - 1];
          if (scope !== void 0 && scope.depth === depth) {
            scripts.pop();
            caseDepth = scope.caseDepth;
            caseParens = scope.caseParens;
            arithBase = scope.arithBase;
            arithExtent = scope.arithExtent;
            substitutions2 = scope.substitutions;
            checkedGrammar = scope.checkedGrammar;
            pendingDelims = scope.pendingDelims;
          }
        }
        lastParenEnd = this.pos;
      } else if (ch === CH_BACKSLASH) {
        if (this.pos > start && src.charCodeAt(this.pos - 1) === CH_DOLLAR) {
          const logicalPos = skipLineContinuations(src, this.pos, len);
          if (logicalPos > this.pos && src.charCodeAt(logicalPos) === CH_LPAREN && src.charCodeAt(logicalPos + 1) !== CH_LPAREN) {
            continuedDollarPos = this.pos - 1;
            continuedParenPos = logicalPos;
          }
        }
        this.pos++;
        if (this.pos < len) {
          if (src.charCodeAt(this.pos) !== CH_NL) {
            wordStart = false;
          }
          this.pos++;
        }
        escapedEnd = this.pos;
      } else if (ch === CH_DOLLAR) {
        const next = src.charCodeAt(++this.pos);
        if (next === CH_SQUOTE) {
          this.pos++;
          this.skipAnsiCQuoted();
        } else if (next === CH_DOLLAR) {
          this.pos++;
        } else if (next === CH_LBRACE && !isBraceCommandOpener(src.charCodeAt(this.pos + 1))) {
          quotes.push({ close: CH_RBRACE, depth });
          parameterDepth++;
          this.pos++;
        }
        wordStart = false;
      } else if (ch === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
        wordStart = false;
      } else if (ch === CH_DQUOTE) {
        quotes.push({ close: CH_DQUOTE, depth });
        quotedDepth++;
        this.pos++;
        wordStart = false;
      } else if (ch === CH_BACKTICK) {
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH)
            this.pos++;
          if (this.pos < len)
            this.pos++;
        }
        if (this.pos < len)
          this.pos++;
        wordStart = false;
      } else if (ch === CH_LT && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LT) {
        if (this.pos + 2 < len && src.charCodeAt(this.pos + 2) === CH_LT) {
          this.pos += 3;
        } else {
          this.pos += 2;
          const strip = this.pos < len && src.charCodeAt(this.pos) === CH_DASH;
          if (strip)
            this.pos++;
          this.skipSpacesAndTabs();
          this.readHereDocDelimiter();
          if (this._hereDelim || this._hereQuoted) {
            (pendingDelims ?? (pendingDelims = [])).push({
              delimiter: this._hereDelim,
              strip,
              quoted: this._hereQuoted
            });
          }
        }
        wordStart = false;
      } else if (ch === CH_NL && pendingDelims) {
        this.pos++;
        for (const hd of pendingDelims)
          this.skipHereDocBody(hd.delimiter, hd.strip, true, hd.quoted);
        pendingDelims = null;
        wordStart = true;
      } else if (ch === CH_HASH && arithBase < 0 && !arithExtent && wordStart) {
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_NL)
          this.pos++;
      } else {
        const wStart = this.pos;
        while (this.pos < len) {
          const wc = src.charCodeAt(this.pos);
          if (wc < 128 && charType[wc])
            break;
          this.pos++;
        }
        if (this.pos > wStart) {
          const wLen = this.pos - wStart;
          if (wLen === 4 && wordStart && arithBase < 0 && !arithExtent) {
            const c0 = src.charCodeAt(wStart);
            if (c0 === 99 && src.charCodeAt(wStart + 1) === 97 && src.charCodeAt(wStart + 2) === 115 && src.charCodeAt(wStart + 3) === 101) {
              caseDepth++;
            } else if (c0 === 101 && src.charCodeAt(wStart + 1) === 115 && src.charCodeAt(wStart + 2) === 97 && src.charCodeAt(wStart + 3) === 99 && caseDepth > 0) {
              caseDepth--;
              if (caseDepth === 0)
                caseParens = 0;
            }
          }
          wordStart = false;
        } else {
          const wc = src.charCodeAt(this.pos);
          wordStart = wc < 128 && (charType[wc] & 1) !== 0;
          this.pos++;
        }
      }
    }
    this._unbalanced = true;
    if (quoteOnly && scripts !== void 0 && scripts.length > 0) {
      this.errors.push({ message: "unterminated command substitution", pos: scripts[0].dollar });
    }
    return bt ? src.slice(start, this.pos) : "";
  }
};

// node_modules/unbash/dist/arithmetic.js
function opPrec(op) {
  switch (op) {
    case ",":
      return 1;
    case "=":
    case "+=":
    case "-=":
    case "*=":
    case "/=":
    case "%=":
    case "<<=":
    case ">>=":
    case "&=":
    case "|=":
    case "^=":
      return 2;
    case "||":
      return 4;
    case "&&":
      return 5;
    case "|":
      return 6;
    case "^":
      return 7;
    case "&":
      return 8;
    case "==":
    case "!=":
      return 9;
    case "<":
    case "<=":
    case ">":
    case ">=":
      return 10;
    case "<<":
    case ">>":
      return 11;
    case "+":
    case "-":
      return 12;
    case "*":
    case "/":
    case "%":
      return 13;
    case "**":
      return 14;
    case "?":
      return 3;
    default:
      return -1;
  }
}
function trimEnd(src, start, end) {
  while (end > start) {
    const c = src.charCodeAt(end - 1);
    if (c !== CH_SPACE && c !== CH_TAB && c !== CH_NL)
      break;
    end--;
  }
  return end;
}
function opRightAssoc(op) {
  switch (op) {
    case "=":
    case "+=":
    case "-=":
    case "*=":
    case "/=":
    case "%=":
    case "<<=":
    case ">>=":
    case "&=":
    case "|=":
    case "^=":
    case "**":
      return true;
    default:
      return false;
  }
}
function parseArithmeticExpression(src, offset = 0, collector, nestingDepth = 0) {
  let pos = 0;
  const len = src.length;
  const initialWordCount = collector?.embeddedWords.length ?? 0;
  function makeWord(start2, end, embedded = false) {
    const node = {
      type: "ArithmeticWord",
      pos: start2 + offset,
      end: end + offset,
      value: src.slice(start2, end),
      parts: void 0
    };
    if (embedded)
      collector?.embeddedWords.push(node);
    return node;
  }
  function skipWS() {
    while (pos < len) {
      const c = src.charCodeAt(pos);
      if (c === CH_SPACE || c === CH_TAB || c === CH_NL)
        pos++;
      else
        break;
    }
  }
  function tryReadBinOp() {
    if (pos >= len)
      return null;
    const c = src.charCodeAt(pos);
    const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
    const nnc = pos + 2 < len ? src.charCodeAt(pos + 2) : 0;
    switch (c) {
      case CH_COMMA:
        pos++;
        return ",";
      case CH_EQ:
        if (nc === CH_EQ) {
          pos += 2;
          return "==";
        }
        pos++;
        return "=";
      case CH_BANG:
        if (nc === CH_EQ) {
          pos += 2;
          return "!=";
        }
        return null;
      // unary
      case CH_LT:
        if (nc === CH_LT) {
          if (nnc === CH_EQ) {
            pos += 3;
            return "<<=";
          }
          pos += 2;
          return "<<";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return "<=";
        }
        pos++;
        return "<";
      case CH_GT:
        if (nc === CH_GT) {
          if (nnc === CH_EQ) {
            pos += 3;
            return ">>=";
          }
          pos += 2;
          return ">>";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return ">=";
        }
        pos++;
        return ">";
      case CH_PLUS:
        if (nc === CH_EQ) {
          pos += 2;
          return "+=";
        }
        if (nc === CH_PLUS)
          return null;
        pos++;
        return "+";
      case CH_DASH:
        if (nc === CH_EQ) {
          pos += 2;
          return "-=";
        }
        if (nc === CH_DASH)
          return null;
        pos++;
        return "-";
      case CH_STAR:
        if (nc === CH_STAR) {
          pos += 2;
          return "**";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return "*=";
        }
        pos++;
        return "*";
      case CH_SLASH:
        if (nc === CH_EQ) {
          pos += 2;
          return "/=";
        }
        pos++;
        return "/";
      case CH_PERCENT:
        if (nc === CH_EQ) {
          pos += 2;
          return "%=";
        }
        pos++;
        return "%";
      case CH_PIPE:
        if (nc === CH_PIPE) {
          pos += 2;
          return "||";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return "|=";
        }
        pos++;
        return "|";
      case CH_AMP:
        if (nc === CH_AMP) {
          pos += 2;
          return "&&";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return "&=";
        }
        pos++;
        return "&";
      case CH_CARET:
        if (nc === CH_EQ) {
          pos += 2;
          return "^=";
        }
        pos++;
        return "^";
      case CH_QUESTION:
        pos++;
        return "?";
      default:
        return null;
    }
  }
  function skipTruncatedUnary() {
    skipWS();
    while (pos < len) {
      const c2 = src.charCodeAt(pos);
      if (c2 !== CH_BANG && c2 !== CH_TILDE && c2 !== CH_PLUS && c2 !== CH_DASH)
        break;
      if (src.charCodeAt(pos + 1) === CH_EQ)
        break;
      pos++;
      skipWS();
    }
    if (src.charCodeAt(pos) === CH_LPAREN) {
      let groups = 1;
      pos++;
      while (pos < len && groups > 0) {
        const wordEnd = collector?.findArithmeticWordEnd?.(pos + offset, offset + len) ?? pos + offset;
        if (wordEnd > pos + offset) {
          pos = wordEnd - offset;
          continue;
        }
        const c2 = src.charCodeAt(pos++);
        if (c2 === CH_LPAREN)
          groups++;
        else if (c2 === CH_RPAREN)
          groups--;
      }
    } else if (pos < len && src.charCodeAt(pos) !== CH_RPAREN && src.charCodeAt(pos) !== CH_COLON) {
      parseAtom(0);
    }
    skipWS();
    const c = src.charCodeAt(pos);
    if ((c === CH_PLUS || c === CH_DASH) && src.charCodeAt(pos + 1) === c)
      pos += 2;
  }
  function recoverExpression(minPrec) {
    skipWS();
    const start2 = pos;
    if (start2 === len)
      return makeWord(start2, start2);
    const wordCount = collector?.embeddedWords.length ?? 0;
    let ternaries = 0;
    for (; ; ) {
      skipTruncatedUnary();
      skipWS();
      if (src.charCodeAt(pos) === CH_COLON && ternaries > 0) {
        ternaries--;
        pos++;
        continue;
      }
      const saved = pos;
      const op = tryReadBinOp();
      if (op === null || ternaries === 0 && opPrec(op) < minPrec) {
        pos = saved;
        break;
      }
      if (op === "?")
        ternaries++;
    }
    if (collector)
      collector.embeddedWords.length = wordCount;
    return makeWord(start2, trimEnd(src, start2, pos));
  }
  function parseBinExpr(minPrec, depth) {
    if (depth > MAX_SYNTAX_NESTING)
      return recoverExpression(minPrec);
    let left = parseUnaryExpr(depth);
    while (true) {
      skipWS();
      if (pos >= len)
        break;
      const saved = pos;
      const op = tryReadBinOp();
      if (!op)
        break;
      if (op === "?") {
        if (opPrec(op) < minPrec) {
          pos = saved;
          break;
        }
        const consequent = parseBinExpr(1, depth + 1);
        skipWS();
        if (pos < len && src.charCodeAt(pos) === CH_COLON)
          pos++;
        const alternate = parseBinExpr(3, depth + 1);
        left = { type: "ArithmeticTernary", pos: left.pos, end: alternate.end, test: left, consequent, alternate };
        continue;
      }
      const prec = opPrec(op);
      if (prec < minPrec) {
        pos = saved;
        break;
      }
      const nextPrec = opRightAssoc(op) ? prec : prec + 1;
      const right = parseBinExpr(nextPrec, depth + 1);
      left = { type: "ArithmeticBinary", pos: left.pos, end: right.end, operator: op, left, right };
    }
    return left;
  }
  function parseUnaryExpr(depth) {
    skipWS();
    if (depth > MAX_SYNTAX_NESTING)
      return recoverExpression(15);
    if (pos >= len)
      return makeWord(pos, pos);
    const start2 = pos;
    const c = src.charCodeAt(pos);
    const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
    if (c === CH_PLUS && nc === CH_PLUS) {
      pos += 2;
      const operand = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand.end, operator: "++", operand, prefix: true };
    }
    if (c === CH_DASH && nc === CH_DASH) {
      pos += 2;
      const operand = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand.end, operator: "--", operand, prefix: true };
    }
    if (c === CH_BANG) {
      pos++;
      const operand = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand.end, operator: "!", operand, prefix: true };
    }
    if (c === CH_TILDE) {
      pos++;
      const operand = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand.end, operator: "~", operand, prefix: true };
    }
    if (c === CH_PLUS && nc !== CH_PLUS && nc !== CH_EQ) {
      pos++;
      const operand = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand.end, operator: "+", operand, prefix: true };
    }
    if (c === CH_DASH && nc !== CH_DASH && nc !== CH_EQ) {
      pos++;
      const operand = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand.end, operator: "-", operand, prefix: true };
    }
    return parsePostfixExpr(depth);
  }
  function parsePostfixExpr(depth) {
    const operand = parseAtom(depth);
    skipWS();
    if (pos + 1 < len) {
      const c = src.charCodeAt(pos);
      const nc = src.charCodeAt(pos + 1);
      if (c === CH_PLUS && nc === CH_PLUS) {
        pos += 2;
        return { type: "ArithmeticUnary", pos: operand.pos, end: pos + offset, operator: "++", operand, prefix: false };
      }
      if (c === CH_DASH && nc === CH_DASH) {
        pos += 2;
        return { type: "ArithmeticUnary", pos: operand.pos, end: pos + offset, operator: "--", operand, prefix: false };
      }
    }
    return operand;
  }
  function parseAtom(depth) {
    skipWS();
    if (pos >= len)
      return makeWord(pos, pos);
    const c = src.charCodeAt(pos);
    if (c === CH_LPAREN) {
      const start3 = pos;
      pos++;
      const expr = parseBinExpr(0, depth + 1);
      skipWS();
      if (pos < len && src.charCodeAt(pos) === CH_RPAREN)
        pos++;
      return { type: "ArithmeticGroup", pos: start3 + offset, end: pos + offset, expression: expr };
    }
    if (c === CH_DOLLAR) {
      const start3 = pos;
      const wordCount2 = collector?.embeddedWords.length ?? 0;
      const atom2 = readDollarAtom();
      const wordEnd2 = collector?.findArithmeticWordEnd?.(start3 + offset, offset + len) ?? pos + offset;
      if (wordEnd2 > pos + offset) {
        if (collector)
          collector.embeddedWords.length = wordCount2;
        pos = wordEnd2 - offset;
        return makeWord(start3, pos, true);
      }
      return atom2;
    }
    if (c === 96 || c === 34 || c === 39) {
      const start3 = pos;
      pos = (collector?.findArithmeticWordEnd?.(start3 + offset, offset + len) ?? start3 + offset + 1) - offset;
      return makeWord(start3, pos, true);
    }
    const start2 = pos;
    const wordCount = collector?.embeddedWords.length ?? 0;
    const atom = readWordAtom();
    const wordEnd = collector?.findArithmeticWordEnd?.(start2 + offset, offset + len) ?? pos + offset;
    if (wordEnd > pos + offset) {
      if (collector)
        collector.embeddedWords.length = wordCount;
      pos = wordEnd - offset;
      return makeWord(start2, pos, true);
    }
    return atom;
  }
  function readDollarAtom() {
    const start2 = pos;
    pos++;
    if (pos >= len)
      return makeWord(start2, pos);
    const c = src.charCodeAt(pos);
    if (c === CH_LPAREN) {
      if (pos + 1 < len && src.charCodeAt(pos + 1) === CH_LPAREN) {
        const expansionEnd = collector?.findArithmeticExpansionEnd(start2 + offset, offset + len) ?? -1;
        if (expansionEnd !== -1) {
          pos = expansionEnd - offset;
        } else {
          pos += 2;
          let depth = 1;
          while (pos < len && depth > 0) {
            if (src.charCodeAt(pos) === CH_LPAREN && src.charCodeAt(pos + 1) === CH_LPAREN) {
              depth++;
              pos += 2;
            } else if (src.charCodeAt(pos) === CH_RPAREN && src.charCodeAt(pos + 1) === CH_RPAREN) {
              depth--;
              pos += 2;
            } else {
              pos++;
            }
          }
        }
      } else {
        pos++;
        const close = collector?.findClosingParenthesis(pos + offset, offset + len) ?? -1;
        if (close !== -1) {
          pos = close - offset + 1;
        } else {
          let depth = 1;
          while (pos < len && depth > 0) {
            const ch = src.charCodeAt(pos++);
            if (ch === CH_LPAREN)
              depth++;
            else if (ch === CH_RPAREN)
              depth--;
          }
        }
        const text = src.slice(start2, pos);
        return collector ? collector.commandExpansion(start2 + offset, pos + offset, text) : new ScriptExpansionImpl("ArithmeticCommandExpansion", start2 + offset, pos + offset, text);
      }
    } else if (c === CH_LBRACE) {
      const close = collector?.findClosingBrace(pos + offset + 1, offset + len) ?? -1;
      if (close !== -1) {
        pos = close - offset + 1;
      } else {
        pos++;
        let depth = 1;
        while (pos < len && depth > 0) {
          const ch = src.charCodeAt(pos++);
          if (ch === CH_LBRACE)
            depth++;
          else if (ch === CH_RBRACE)
            depth--;
        }
      }
    } else {
      while (pos < len) {
        const ch = src.charCodeAt(pos);
        if (ch >= CH_a && ch <= CH_z || ch >= CH_A && ch <= CH_Z || ch >= CH_0 && ch <= CH_9 || ch === CH_UNDERSCORE)
          pos++;
        else
          break;
      }
    }
    return makeWord(start2, pos, c === CH_LPAREN || c === CH_LBRACE);
  }
  function readWordAtom() {
    const start2 = pos;
    while (pos < len) {
      const c = src.charCodeAt(pos);
      if (c >= CH_0 && c <= CH_9 || c >= CH_A && c <= CH_Z || c >= CH_a && c <= CH_z || c === CH_UNDERSCORE || c === 35) {
        pos++;
      } else
        break;
    }
    if (pos > start2 && pos < len && src.charCodeAt(pos) === CH_LBRACKET) {
      const close = collector?.findClosingBracket?.(pos + offset + 1, offset + len) ?? -1;
      if (close !== -1) {
        pos = close - offset + 1;
      } else {
        pos++;
        let depth = 1;
        while (pos < len && depth > 0) {
          const c = src.charCodeAt(pos);
          if (c === CH_LBRACKET)
            depth++;
          else if (c === CH_RBRACKET)
            depth--;
          pos++;
        }
      }
      return makeWord(start2, pos, true);
    }
    if (pos === start2) {
      pos++;
      return makeWord(start2, pos);
    }
    return makeWord(start2, pos);
  }
  skipWS();
  if (pos >= len)
    return null;
  const start = pos;
  const result = parseBinExpr(0, nestingDepth);
  skipWS();
  if (pos < len) {
    if (collector)
      collector.embeddedWords.length = initialWordCount;
    return makeWord(start, trimEnd(src, start, len), collector !== void 0);
  }
  return result;
}

// node_modules/unbash/dist/parts.js
var computeBareWordParts = (_source, word) => hasGlobCharacters(word.text) ? parseGlobParts(word.text, 0, word.text.length, void 0, word.pos) : void 0;
function wordPartsResolver(context) {
  return context.wordParts ?? (context.wordParts = (source, word, depth) => computeWordParts(source, word, depth, context));
}
function embeddedPartsResolver(context) {
  return context.embeddedParts ?? (context.embeddedParts = (source, word, depth) => computeEmbeddedWordParts(source, word, depth, context));
}
function arrayPartsResolver(context) {
  return context.arrayParts ?? (context.arrayParts = (source, word, depth) => computeArrayElementParts(source, word, depth, context));
}
function computeWordParts(source, word, depth = 0, context = createSubstitutionContext()) {
  const lexer = new Lexer(source, word.pos, word.end, false, context);
  lexer._nestingDepth = depth;
  const parts = lexer.buildWordParts(word.pos);
  return parts ?? void 0;
}
function computeEmbeddedWordParts(source, word, depth = 0, context, arithmetic = false) {
  if (!hasEmbeddedWordStructure(source, word.pos, word.end))
    return void 0;
  const lexer = new Lexer(source, word.pos, word.end, false, context);
  lexer._nestingDepth = depth;
  const parts = lexer.buildEmbeddedWordParts(word.pos, arithmetic);
  return parts ?? void 0;
}
function computeArrayElementParts(source, word, depth = 0, context) {
  const lexer = new Lexer(source, word.pos, word.end, false, context);
  lexer._nestingDepth = depth;
  const parts = lexer.buildArrayElementParts(word.pos);
  return parts ?? void 0;
}
function computeHereDocBodyParts(source, word, depth = 0, context) {
  const lexer = new Lexer(source, word.pos, word.end, false, context);
  lexer._nestingDepth = depth;
  const parts = lexer.buildHereDocParts(word.pos, word.end);
  return parts ?? void 0;
}

// node_modules/unbash/dist/arithmetic-parts.js
function parseArithmeticWithParts(body, offset, source, depth, context, embeddedDepth = depth) {
  if (!hasEmbeddedWordStructure(source, offset, offset + body.length)) {
    return parseArithmeticExpression(body, offset, void 0, depth) ?? void 0;
  }
  const embeddedWords = [];
  const lexer = new Lexer(source, 0, source.length, false, context);
  lexer._nestingDepth = depth;
  const expression = parseArithmeticExpression(body, offset, {
    embeddedWords,
    commandExpansion: (pos, end, text) => new ScriptExpansionImpl("ArithmeticCommandExpansion", pos, end, text, {
      source,
      start: pos + 2,
      end: end - 1,
      depth: depth + 1,
      parenBoundary: true,
      context
    }),
    findClosingBracket: (start, end) => lexer.findClosingBracket(start, end),
    findClosingBrace: (start, end) => lexer.findClosingBrace(start, end),
    findClosingParenthesis: (start, end) => lexer.findClosingParenthesis(start, end),
    findArithmeticExpansionEnd: (start, end) => lexer.findArithmeticExpansionEnd(start, end),
    findArithmeticWordEnd: (start, end) => lexer.findArithmeticWordEnd(start, end)
  }, depth) ?? void 0;
  if (embeddedDepth <= MAX_SYNTAX_NESTING) {
    for (const node of embeddedWords)
      node.parts = computeEmbeddedWordParts(source, node, embeddedDepth, context, true);
  }
  return expression;
}

// node_modules/unbash/dist/assignment.js
var ArrayValueImpl = class {
  type = "ArrayValue";
  pos;
  end;
  #source;
  #depth;
  #context;
  #elements;
  constructor(source, pos, end, depth, context) {
    this.pos = pos;
    this.end = end;
    this.#source = source;
    this.#depth = depth;
    this.#context = context;
  }
  get elements() {
    if (this.#elements)
      return this.#elements;
    const lexer = new Lexer(this.#source, this.pos + 1, this.end - 1, false, this.#context);
    lexer._nestingDepth = this.#depth;
    const elements = [];
    while (lexer.peek(LexContext.ArrayElement).token !== Token.EOF) {
      const token = lexer.next(LexContext.ArrayElement);
      if (token.token !== Token.Word && token.token !== Token.Assignment)
        continue;
      const text = token.raw ? token.value : this.#source.slice(token.pos, token.end);
      const indexed = text.charCodeAt(0) === 91;
      const context = lexer.getSubstitutionContext();
      const source = !indexed && token.raw && token.keywordEligible ? void 0 : this.#source;
      const resolver = source === void 0 ? computeBareWordParts : indexed ? arrayPartsResolver(context) : wordPartsResolver(context);
      elements.push(new WordImpl(text, token.pos, token.end, source, resolver, this.#depth));
    }
    this.#elements = elements;
    return elements;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, elements: this.elements };
  }
};
var AssignmentImpl = class {
  type = "Assignment";
  pos;
  end;
  text;
  #source;
  #depth;
  #context;
  #operatorPos;
  #name = null;
  #append;
  #index;
  #value = null;
  constructor(text, pos, end, source, operatorPos, depth, context) {
    this.pos = pos;
    this.end = end;
    this.text = text;
    this.#source = source;
    this.#operatorPos = operatorPos;
    this.#depth = depth;
    this.#context = context;
  }
  get name() {
    return this.#name ?? this.resolveTarget();
  }
  get append() {
    if (this.#name === null)
      this.resolveTarget();
    return this.#append;
  }
  get index() {
    if (this.#name === null)
      this.resolveTarget();
    return this.#index;
  }
  get value() {
    if (this.#value !== null)
      return this.#value;
    const start = this.#operatorPos + 1;
    const arrayStart = skipLineContinuations(this.#source, start, this.end);
    this.#value = this.#source.charCodeAt(arrayStart) === 40 && this.#source.charCodeAt(this.end - 1) === 41 ? new ArrayValueImpl(this.#source, arrayStart, this.end, this.#depth, this.#context) : new WordImpl(this.#source.slice(start, this.end), start, this.end, this.#source, wordPartsResolver(this.#context), this.#depth);
    return this.#value;
  }
  resolveTarget() {
    const equal = this.#operatorPos - this.pos;
    let nameEnd = equal;
    let appendPos = equal;
    while (appendPos >= 2 && this.text.charCodeAt(appendPos - 2) === 92 && this.text.charCodeAt(appendPos - 1) === 10)
      appendPos -= 2;
    if (this.text.charCodeAt(appendPos - 1) === 43) {
      this.#append = true;
      nameEnd = appendPos - 1;
    }
    const bracket = this.text.indexOf("[");
    if (bracket > 0 && bracket < nameEnd) {
      const close = this.text.lastIndexOf("]", equal);
      if (close > bracket) {
        const start = this.pos + bracket + 1;
        const end = this.pos + close;
        this.#index = new WordImpl(this.#source.slice(start, end), start, end, this.#source, embeddedPartsResolver(this.#context), this.#depth);
        nameEnd = bracket;
      }
    }
    const name = this.text.slice(0, nameEnd);
    return this.#name = name.includes("\\\n") ? name.split("\\\n").join("") : name;
  }
  toJSON() {
    return {
      type: this.type,
      pos: this.pos,
      end: this.end,
      text: this.text,
      name: this.name,
      append: this.append,
      index: this.index,
      value: this.value
    };
  }
};

// node_modules/unbash/dist/command.js
var isArgument = (item) => item.type === "Word" || item.type === "Assignment";
var CommandImpl = class {
  type = "Command";
  pos;
  end;
  name;
  prefix;
  suffix;
  #args;
  #redirects;
  constructor(pos, end, name, prefix, suffix) {
    this.pos = pos;
    this.end = end;
    this.name = name;
    this.prefix = prefix;
    this.suffix = suffix;
  }
  get args() {
    if (this.#args === void 0) {
      const suffix = this.suffix;
      this.#args = suffix.every(isArgument) ? suffix : suffix.filter(isArgument);
    }
    return this.#args;
  }
  get redirects() {
    if (this.#redirects === void 0) {
      const redirects = [];
      for (const item of this.prefix)
        if (item.type !== "Assignment")
          redirects.push(item);
      for (const item of this.suffix)
        if (!isArgument(item))
          redirects.push(item);
      this.#redirects = redirects;
    }
    return this.#redirects;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, name: this.name, prefix: this.prefix, suffix: this.suffix };
  }
};

// node_modules/unbash/dist/heredoc.js
var HereDocBodyImpl = class {
  type = "HereDocBody";
  pos;
  end;
  text = "";
  #source;
  #depth;
  #context;
  #parts;
  constructor(source, pos, quoted2, depth, context) {
    this.pos = pos;
    this.end = pos;
    this.#source = source;
    this.#depth = depth;
    this.#context = context;
    this.#parts = quoted2 ? void 0 : null;
  }
  get parts() {
    if (this.#parts === null)
      this.#parts = computeHereDocBodyParts(this.#source, this, this.#depth, this.#context);
    return this.#parts;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, text: this.text, parts: this.parts };
  }
};

// node_modules/unbash/dist/parser.js
Lexer._findSubstitutionEnd = findSubstitutionEnd;
ScriptExpansionImpl._resolveScript = parseRegion;
ArithmeticExpansionImpl._resolveExpression = parseArithmeticWithParts;
function isDeclarationCommand(name) {
  switch (name.length) {
    case 5:
      return name === "local" || name === "alias";
    case 6:
      return name === "export";
    case 7:
      return name === "declare" || name === "typeset";
    case 8:
      return name === "readonly";
    default:
      return false;
  }
}
var ArithmeticCommandImpl = class {
  type = "ArithmeticCommand";
  pos;
  end;
  body;
  #source;
  #depth;
  #context;
  #expression = null;
  constructor(pos, end, body, source, depth, context) {
    this.pos = pos;
    this.end = end;
    this.body = body;
    this.#source = source;
    this.#depth = depth;
    this.#context = context;
  }
  get expression() {
    if (this.#expression === null) {
      this.#expression = parseArithmeticWithParts(this.body, this.pos + 2, this.#source, this.#depth, this.#context);
    }
    return this.#expression;
  }
  set expression(v) {
    this.#expression = v ?? void 0;
  }
  toJSON() {
    return {
      type: this.type,
      pos: this.pos,
      end: this.end,
      expression: this.expression,
      body: this.body
    };
  }
};
var ArithmeticForImpl = class {
  type = "ArithmeticFor";
  pos;
  end;
  body;
  #initStr;
  #testStr;
  #updateStr;
  #initPos;
  #testPos;
  #updatePos;
  #source;
  #depth;
  #context;
  #initialize = null;
  #test = null;
  #update = null;
  constructor(pos, end, body, initStr, testStr, updateStr, initPos, testPos, updatePos, source, depth, context) {
    this.pos = pos;
    this.end = end;
    this.body = body;
    this.#initStr = initStr;
    this.#testStr = testStr;
    this.#updateStr = updateStr;
    this.#initPos = initPos;
    this.#testPos = testPos;
    this.#updatePos = updatePos;
    this.#source = source;
    this.#depth = depth;
    this.#context = context;
  }
  get initialize() {
    if (this.#initialize === null) {
      if (this.#initStr) {
        this.#initialize = parseArithmeticWithParts(this.#initStr, this.#initPos, this.#source, this.#depth, this.#context);
      } else {
        this.#initialize = void 0;
      }
    }
    return this.#initialize;
  }
  set initialize(v) {
    this.#initialize = v ?? void 0;
  }
  get test() {
    if (this.#test === null) {
      if (this.#testStr) {
        this.#test = parseArithmeticWithParts(this.#testStr, this.#testPos, this.#source, this.#depth, this.#context);
      } else {
        this.#test = void 0;
      }
    }
    return this.#test;
  }
  set test(v) {
    this.#test = v ?? void 0;
  }
  get update() {
    if (this.#update === null) {
      if (this.#updateStr) {
        this.#update = parseArithmeticWithParts(this.#updateStr, this.#updatePos, this.#source, this.#depth, this.#context);
      } else {
        this.#update = void 0;
      }
    }
    return this.#update;
  }
  set update(v) {
    this.#update = v ?? void 0;
  }
  toJSON() {
    return {
      type: this.type,
      pos: this.pos,
      end: this.end,
      initialize: this.initialize,
      test: this.test,
      update: this.update,
      body: this.body
    };
  }
};
var CASE_TERMINATORS = {
  [Token.DoubleSemi]: ";;",
  [Token.SemiAmp]: ";&",
  [Token.DoubleSemiAmp]: ";;&"
};
var REDIRECT_OPS = {
  ">": ">",
  ">>": ">>",
  "<": "<",
  "<>": "<>",
  "<&": "<&",
  ">&": ">&",
  ">|": ">|",
  "&>": "&>",
  "&>>": "&>>"
};
var listTerminators = new Uint8Array(37);
listTerminators[Token.EOF] = 1;
listTerminators[Token.RParen] = 1;
listTerminators[Token.RBrace] = 1;
listTerminators[Token.Then] = 1;
listTerminators[Token.Else] = 1;
listTerminators[Token.Elif] = 1;
listTerminators[Token.Fi] = 1;
listTerminators[Token.Do] = 1;
listTerminators[Token.Done] = 1;
listTerminators[Token.Esac] = 1;
listTerminators[Token.DoubleSemi] = 1;
listTerminators[Token.SemiAmp] = 1;
listTerminators[Token.DoubleSemiAmp] = 1;
var compoundClosers = new Uint8Array(37);
compoundClosers[Token.RParen] = 1;
compoundClosers[Token.RBrace] = 1;
compoundClosers[Token.DblRBracket] = 1;
compoundClosers[Token.Fi] = 1;
compoundClosers[Token.Done] = 1;
compoundClosers[Token.Esac] = 1;
compoundClosers[Token.ArithCmd] = 1;
function isTestNegation(t) {
  return t.token === Token.Word && t.keywordEligible && t.value === "!";
}
var commandStarts = new Uint8Array(37);
commandStarts[Token.Word] = 1;
commandStarts[Token.Assignment] = 1;
commandStarts[Token.Bang] = 1;
commandStarts[Token.LParen] = 1;
commandStarts[Token.LBrace] = 1;
commandStarts[Token.DblLBracket] = 1;
commandStarts[Token.If] = 1;
commandStarts[Token.For] = 1;
commandStarts[Token.While] = 1;
commandStarts[Token.Until] = 1;
commandStarts[Token.Case] = 1;
commandStarts[Token.Function] = 1;
commandStarts[Token.Select] = 1;
commandStarts[Token.ArithCmd] = 1;
commandStarts[Token.Coproc] = 1;
commandStarts[Token.Redirect] = 1;
var UNARY_TEST_OPS = {
  "-a": 1,
  "-b": 1,
  "-c": 1,
  "-d": 1,
  "-e": 1,
  "-f": 1,
  "-g": 1,
  "-h": 1,
  "-k": 1,
  "-p": 1,
  "-r": 1,
  "-s": 1,
  "-t": 1,
  "-u": 1,
  "-v": 1,
  "-w": 1,
  "-x": 1,
  "-z": 1,
  "-n": 1,
  "-o": 1,
  "-N": 1,
  "-S": 1,
  "-L": 1,
  "-G": 1,
  "-O": 1,
  "-R": 1
};
var BINARY_TEST_OPS = {
  "==": 1,
  "!=": 1,
  "=~": 1,
  "=": 1,
  "-eq": 1,
  "-ne": 1,
  "-lt": 1,
  "-le": 1,
  "-gt": 1,
  "-ge": 1,
  "-nt": 1,
  "-ot": 1,
  "-ef": 1,
  "<": 1,
  ">": 1
};
var EMPTY_REDIRECTS = [];
var EMPTY_PREFIXES = [];
var EMPTY_ELIFS = [];
function parse(source) {
  return new Parser(source, 0, source.length).run();
}
function parseRegion(source, start, end, depth = 0, parenBoundary = false, context) {
  return new Parser(source, start, end, depth, parenBoundary, void 0, context).run();
}
var SubstitutionLexer = class _SubstitutionLexer extends Lexer {
  boundaries;
  pending;
  context;
  constructor(source, boundary, boundaries, pending, context, parenBoundary = true) {
    super(source, boundary.start, boundary.end, parenBoundary, context);
    this._nestingDepth = boundary.depth;
    this.boundaries = boundaries;
    this.pending = pending;
    this.context = context;
  }
  // Keep child boundary requests on this worklist so nested scans stay iterative.
  fork(start, end, parenBoundary = false) {
    return new _SubstitutionLexer(this.getSource(), { start, end, depth: this._nestingDepth }, this.boundaries, this.pending, this.context, parenBoundary);
  }
  findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
    const known = this.context.boundaries?.get(start);
    if (known !== void 0)
      return known <= end ? known : -1;
    const boundary = this.boundaries.get(start);
    if (boundary !== void 0)
      return boundary <= end ? boundary : -1;
    if (!this.boundaries.has(start)) {
      this.boundaries.set(start, void 0);
      this.pending.push({ start, end, depth });
    }
    return -1;
  }
};
function findSubstitutionEnd(source, start, end, depth, context) {
  const boundaries = /* @__PURE__ */ new Map([[start, void 0]]);
  const pending = [{ start, end, depth }];
  while (pending.length > 0) {
    const count = pending.length;
    const boundary = pending[count - 1];
    const lexer = new SubstitutionLexer(source, boundary, boundaries, pending, context);
    const found = new Parser(source, boundary.start, boundary.end, boundary.depth, true, lexer).findSubstitutionEnd();
    if (pending.length === count) {
      boundaries.set(boundary.start, found);
      if (found !== -1)
        substitutionBoundaries(context).set(boundary.start, found);
      pending.pop();
    }
  }
  return boundaries.get(start) ?? -1;
}
var Parser = class {
  tok;
  source;
  start;
  end;
  depth;
  errors = null;
  syntaxDepth = 0;
  // `depth` counts the substitution scripts (and sub-fields) enclosing this region; it
  // shares the MAX_SYNTAX_NESTING budget with the lexer's lazy word-part materialization.
  constructor(source, start, end, depth = 0, parenBoundary = false, lexer, context) {
    this.tok = lexer ?? new Lexer(source, start, end, parenBoundary, createSubstitutionContext(context));
    this.tok._nestingDepth = depth;
    this.source = source;
    this.start = start;
    this.end = end;
    this.depth = depth;
  }
  run() {
    const start = this.start;
    if (this.depth > MAX_SYNTAX_NESTING)
      this.error("maximum substitution nesting depth exceeded", start);
    let shebang;
    if (start === 0 && this.source.charCodeAt(0) === 35 && this.source.charCodeAt(1) === 33) {
      const nl = this.source.indexOf("\n");
      shebang = nl === -1 ? this.source : this.source.slice(0, nl);
    }
    const commands2 = this.list();
    for (; ; ) {
      const unexpected = this.tok.peek(LexContext.CommandStart);
      if (unexpected.token === Token.EOF)
        break;
      this.unexpectedToken(unexpected);
      if (!listTerminators[unexpected.token] && unexpected.token !== Token.In)
        break;
      this.tok.next(LexContext.CommandStart);
      let separator = this.tok.peek(LexContext.CommandStart).token;
      if (separator !== Token.Semi && separator !== Token.Newline && separator !== Token.Amp)
        break;
      while (separator === Token.Semi || separator === Token.Newline || separator === Token.Amp) {
        this.tok.next(LexContext.CommandStart);
        separator = this.tok.peek(LexContext.CommandStart).token;
      }
      const recovered = this.list();
      for (let i = 0; i < recovered.length; i++)
        commands2.push(recovered[i]);
    }
    const lexerErrors = this.tok._errors;
    if (lexerErrors !== null && lexerErrors.length > 0) {
      const errors = this.errors ?? (this.errors = []);
      for (let i = 0; i < lexerErrors.length; i++)
        errors.push(lexerErrors[i]);
    }
    if (this.errors !== null && this.errors.length > 1)
      this.errors.sort((a, b) => a.pos - b.pos);
    return { type: "Script", pos: start, end: this.end, shebang, commands: commands2, errors: this.errors ?? void 0 };
  }
  error(message, pos) {
    (this.errors ?? (this.errors = [])).push({ message, pos });
  }
  unexpectedToken(t) {
    this.error(`unexpected token '${t.token === Token.Newline ? "newline" : t.value}'`, t.pos);
  }
  findSubstitutionEnd() {
    this.list();
    return this.acceptEnd(Token.RParen);
  }
  skipSemi() {
    if (this.tok.peek(LexContext.Normal).token === Token.Semi)
      this.tok.next(LexContext.Normal);
  }
  accept(token, ctx = LexContext.Normal) {
    if (this.tok.peek(ctx).token === token)
      return this.tok.next(ctx);
    return null;
  }
  acceptEnd(token, ctx = LexContext.Normal) {
    if (this.tok.peek(ctx).token === token)
      return this.tok.next(ctx).end;
    return -1;
  }
  skipNewlines(ctx = LexContext.Normal) {
    while (this.tok.peek(ctx).token === Token.Newline)
      this.tok.next(ctx);
  }
  doBody(hasDo) {
    const body = this.list();
    const emptyPos = hasDo ? this.emptyListPos(body) : -1;
    if (emptyPos >= 0)
      this.error("expected command after 'do'", emptyPos);
    return body;
  }
  // Where an empty compound list stopped, or -1. An empty condition is reported only
  // once `then` or `do` follows, so a missing keyword is not reported twice.
  emptyListPos(commands2) {
    return commands2.length === 0 ? this.tok.peek(LexContext.CommandStart).pos : -1;
  }
  makeStatement(command) {
    return {
      type: "Statement",
      pos: command.pos,
      end: command.end,
      command,
      background: void 0
    };
  }
  // list := and_or ((';' | '&' | NEWLINE) and_or)* [';' | '&' | NEWLINE]
  list() {
    const commands2 = [];
    this.skipNewlines(LexContext.CommandStart);
    let t = this.tok.peek(LexContext.CommandStart).token;
    if (listTerminators[t] || !commandStarts[t])
      return commands2;
    const first = this.andOr();
    if (first)
      commands2.push(this.makeStatement(first));
    for (; ; ) {
      t = this.tok.peekFollow(compoundClosers).token;
      if (t !== Token.Semi && t !== Token.Newline && t !== Token.Amp)
        break;
      const isBackground = t === Token.Amp;
      const sepEnd = this.tok.next(LexContext.Normal).end;
      if (isBackground) {
        const stmt = commands2[commands2.length - 1];
        stmt.background = true;
        stmt.end = sepEnd;
      }
      this.skipNewlines(LexContext.CommandStart);
      t = this.tok.peek(LexContext.CommandStart).token;
      if (listTerminators[t] || !commandStarts[t])
        break;
      const node = this.andOr();
      if (node)
        commands2.push(this.makeStatement(node));
    }
    return commands2;
  }
  // and_or := pipeline (('&&' | '||') newlines pipeline)*
  andOr() {
    const first = this.pipeline();
    if (!first)
      return null;
    let t = this.tok.peek(LexContext.Normal).token;
    if (t !== Token.And && t !== Token.Or)
      return first;
    const commands2 = [first];
    const operators = [];
    do {
      const operatorToken = this.tok.next(LexContext.Normal);
      const operator = operatorToken.token === Token.And ? "&&" : "||";
      this.skipNewlines(LexContext.CommandStart);
      const next = this.pipeline();
      if (!next) {
        this.error(`expected command after '${operator}'`, operatorToken.end);
        break;
      }
      operators.push(operator);
      commands2.push(next);
      t = this.tok.peek(LexContext.Normal).token;
    } while (t === Token.And || t === Token.Or);
    return {
      type: "AndOr",
      pos: first.pos,
      end: commands2[commands2.length - 1].end,
      commands: commands2,
      operators
    };
  }
  withRedirects(command) {
    const redirects = this.collectTrailingRedirects();
    if (redirects.length === 0)
      return command;
    return { type: "Redirected", pos: command.pos, end: redirects[redirects.length - 1].end, command, redirects };
  }
  pipeline() {
    let prefixes;
    for (; ; ) {
      const token = this.tok.peek(LexContext.CommandStart);
      const isTime = token.token === Token.Word && token.keywordEligible && token.value === "time";
      if (token.token !== Token.Bang && !isTime)
        break;
      const prefix = this.tok.next(LexContext.CommandStart);
      const pos2 = prefix.pos;
      const keywordEnd = prefix.end;
      let posix2;
      let endOfOptions;
      if (isTime) {
        let flag = this.tok.peek(LexContext.CommandStart);
        if (flag.token === Token.Word && flag.keywordEligible && flag.value === "-p") {
          this.tok.next(LexContext.CommandStart);
          posix2 = { pos: flag.pos, end: flag.end };
          flag = this.tok.peek(LexContext.CommandStart);
        }
        if (flag.token === Token.Word && flag.keywordEligible && flag.value === "--") {
          this.tok.next(LexContext.CommandStart);
          endOfOptions = { pos: flag.pos, end: flag.end };
        }
      }
      if (prefixes === void 0)
        prefixes = [];
      prefixes.push(isTime ? { type: "Time", pos: pos2, end: endOfOptions?.end ?? posix2?.end ?? keywordEnd, keywordEnd, posix: posix2, endOfOptions } : { type: "Negation", pos: pos2, end: keywordEnd });
    }
    const command = this.pipelineCommands();
    if (!prefixes)
      return command;
    const pos = prefixes[0].pos;
    if (command?.type === "Pipeline") {
      command.prefixes = prefixes;
      command.pos = pos;
      return command;
    }
    return {
      type: "Pipeline",
      pos,
      end: command ? command.end : prefixes[prefixes.length - 1].end,
      prefixes,
      commands: command ? [command] : [],
      operators: []
    };
  }
  pipelineCommands() {
    const first = this.command();
    if (!first)
      return null;
    if (this.tok.peek(LexContext.Normal).token !== Token.Pipe)
      return first;
    const commands2 = [first];
    const operators = [];
    while (this.tok.peek(LexContext.Normal).token === Token.Pipe) {
      const pipeToken = this.tok.next(LexContext.Normal);
      const operator = pipeToken.value === "|&" ? "|&" : "|";
      this.skipNewlines(LexContext.CommandStart);
      const cmd = this.command();
      if (!cmd) {
        this.error(`expected command after '${operator}'`, pipeToken.end);
        break;
      }
      operators.push(operator);
      commands2.push(cmd);
    }
    if (commands2.length === 1) {
      return commands2[0];
    }
    const pipeline = {
      type: "Pipeline",
      pos: first.pos,
      end: commands2[commands2.length - 1].end,
      prefixes: EMPTY_PREFIXES,
      commands: commands2,
      operators
    };
    return pipeline;
  }
  // command := compound_command | function_def | simple_command
  command() {
    let compound;
    switch (this.tok.peek(LexContext.CommandStart).token) {
      case Token.LParen:
        compound = this.subshell();
        break;
      case Token.LBrace:
        compound = this.braceGroup();
        break;
      case Token.If:
        compound = this.ifClause();
        break;
      case Token.For:
        compound = this.forClause();
        break;
      case Token.While:
        compound = this.whileClause();
        break;
      case Token.Until:
        compound = this.untilClause();
        break;
      case Token.Case:
        compound = this.caseClause();
        break;
      case Token.Function:
        return this.functionDef();
      case Token.Select:
        compound = this.selectClause();
        break;
      case Token.DblLBracket:
        compound = this.testCommand();
        break;
      case Token.ArithCmd:
        compound = this.arithCommand();
        break;
      case Token.Coproc:
        return this.coprocCommand();
      case Token.Word:
      case Token.Assignment:
      case Token.Redirect:
        return this.simpleCommandOrFunction(false);
      default:
        return null;
    }
    return this.withRedirects(compound);
  }
  collectTrailingRedirects() {
    let redirects = EMPTY_REDIRECTS;
    while (this.tok.peekFollow(compoundClosers).token === Token.Redirect) {
      if (redirects === EMPTY_REDIRECTS)
        redirects = [];
      redirects.push(this.readRedirect(LexContext.Normal));
    }
    return redirects;
  }
  // arith_command := (( expr ))
  arithCommand() {
    const tok = this.tok.next(LexContext.CommandStart);
    return new ArithmeticCommandImpl(tok.pos, tok.end, tok.value, this.source, this.depth, this.tok.getSubstitutionContext());
  }
  // coproc := COPROC ([name] compound_command [redirections] | simple_command)
  coprocCommand() {
    const start = this.tok.next(LexContext.CommandStart);
    const pos = start.pos;
    const first = this.tok.peek(LexContext.CommandStart);
    let name;
    if (first.token === Token.Word) {
      const lookahead = this.tok.fork(first.end, this.end);
      switch (lookahead.peek(LexContext.CommandStart).token) {
        case Token.LParen:
          lookahead.next(LexContext.CommandStart);
          if (lookahead.peek(LexContext.Normal).token !== Token.RParen)
            name = this.readWord(LexContext.CommandStart);
          break;
        case Token.LBrace:
        case Token.If:
        case Token.For:
        case Token.While:
        case Token.Until:
        case Token.Case:
        case Token.Select:
        case Token.DblLBracket:
        case Token.ArithCmd:
          name = this.readWord(LexContext.CommandStart);
      }
    }
    const cmd = first.token === Token.Word && name === void 0 ? this.simpleCommandOrFunction(true) : this.command();
    if (cmd && cmd.type !== "Function" && cmd.type !== "Coproc") {
      return { type: "Coproc", pos, end: cmd.end, name, body: cmd };
    }
    this.error("expected command after 'coproc'", cmd?.pos ?? start.end);
    const body = cmd ? this.makeCompoundList([this.makeStatement(cmd)]) : { type: "CompoundList", pos: start.end, end: start.end, commands: [] };
    return { type: "Coproc", pos, end: body.end, name, body };
  }
  // subshell := '(' list ')'
  subshell() {
    return this.subshellBody(this.tok.next(LexContext.CommandStart).pos);
  }
  // Continues a subshell whose '(' the caller already consumed.
  subshellBody(pos) {
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum subshell nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipSubshellBody();
      if (closeEnd2 < 0)
        this.error("expected ')' to close subshell", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "Subshell", pos, end: end2, body: this.makeCompoundList([]) };
    }
    this.syntaxDepth++;
    const commands2 = this.list();
    this.syntaxDepth--;
    if (commands2.length === 0)
      this.error("expected command in subshell", pos);
    const closeEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
    if (closeEnd < 0)
      this.error("expected ')' to close subshell", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "Subshell", pos, end, body: this.makeCompoundList(commands2) };
  }
  // brace_group := '{' list '}'
  braceGroup() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum brace group nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.RBrace);
      if (closeEnd2 < 0)
        this.error("expected '}' to close brace group", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "BraceGroup", pos, end: end2, body: this.makeCompoundList([]) };
    }
    this.syntaxDepth++;
    const commands2 = this.list();
    this.syntaxDepth--;
    if (commands2.length === 0)
      this.error("expected command in brace group", pos);
    const closeEnd = this.acceptEnd(Token.RBrace, LexContext.Normal);
    if (closeEnd < 0)
      this.error("expected '}' to close brace group", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "BraceGroup", pos, end, body: this.makeCompoundList(commands2) };
  }
  // if_clause := IF list THEN list (ELIF list THEN list)* [ELSE list] FI
  ifClause() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum if nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Fi);
      if (closeEnd2 < 0)
        this.error("expected 'fi' to close 'if'", this.tok.getPos());
      const end = closeEnd2 >= 0 ? closeEnd2 : pos;
      return {
        type: "If",
        pos,
        end,
        clause: this.makeCompoundList([]),
        then: this.makeCompoundList([]),
        elif: EMPTY_ELIFS,
        else: void 0
      };
    }
    this.syntaxDepth++;
    let command;
    let branchPos = pos;
    for (; ; ) {
      const clauseCommands = this.list();
      const emptyClausePos = this.emptyListPos(clauseCommands);
      const clause = this.makeCompoundList(clauseCommands);
      this.skipSemi();
      const thenToken = this.accept(Token.Then, LexContext.CommandStart);
      if (!thenToken)
        this.error("expected 'then'", this.tok.getPos());
      else if (emptyClausePos >= 0)
        this.error(`expected command after '${branchPos === pos ? "if" : "elif"}'`, emptyClausePos);
      const thenCommands = this.list();
      const then_ = this.makeCompoundList(thenCommands);
      if (thenToken && thenCommands.length === 0) {
        this.error("expected command after 'then'", this.tok.peek(LexContext.CommandStart).pos);
        then_.pos = thenToken.end;
        then_.end = thenToken.end;
      }
      if (command) {
        if (command.elif === EMPTY_ELIFS)
          command.elif = [];
        command.elif.push({
          type: "Elif",
          pos: branchPos,
          end: then_.end,
          clause,
          then: then_
        });
      } else {
        command = { type: "If", pos, end: pos, clause, then: then_, elif: EMPTY_ELIFS, else: void 0 };
      }
      this.skipSemi();
      const elif = this.accept(Token.Elif, LexContext.CommandStart);
      if (!elif)
        break;
      branchPos = elif.pos;
    }
    if (this.accept(Token.Else, LexContext.CommandStart)) {
      const elseCommands = this.list();
      const emptyElsePos = this.emptyListPos(elseCommands);
      if (emptyElsePos >= 0)
        this.error("expected command after 'else'", emptyElsePos);
      command.else = this.makeCompoundList(elseCommands);
      this.skipSemi();
    }
    const closeEnd = this.acceptEnd(Token.Fi, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'fi' to close 'if'", this.tok.getPos());
    command.end = closeEnd >= 0 ? closeEnd : branchPos;
    this.syntaxDepth--;
    return command;
  }
  // for_clause := FOR word [IN word* (';'|NL)] DO list DONE
  //            | FOR '((' expr '))' [';'|NL] DO list DONE
  forClause() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    if (this.tok.peek(LexContext.Normal).token === Token.LParen) {
      return this.cStyleFor(pos);
    }
    const name = this.readRequiredWord("for");
    let wordlist;
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
      this.tok.next(LexContext.CommandStart);
      wordlist = [];
      while (this.tok.peek(LexContext.Normal).token === Token.Word) {
        wordlist.push(this.readWord(LexContext.Normal));
      }
    }
    this.skipSemi();
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
      const bg = this.braceGroup();
      return { type: "For", pos, end: bg.end, name, wordlist, body: bg.body };
    }
    const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
    if (!hasDo)
      this.error("expected 'do'", this.tok.getPos());
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum for nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Done);
      if (closeEnd2 < 0)
        this.error("expected 'done' to close 'for'", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "For", pos, end: end2, name, wordlist, body: this.makeCompoundList([]) };
    }
    this.syntaxDepth++;
    const body = this.doBody(hasDo);
    this.syntaxDepth--;
    this.skipSemi();
    const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'done' to close 'for'", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "For", pos, end, name, wordlist, body: this.makeCompoundList(body) };
  }
  // C-style for: (( expr; expr; expr )) [;|NL] do list done | { list }
  cStyleFor(pos) {
    const [initStr, testStr, updateStr, initPos, testPos, updatePos] = this.tok.readCStyleForExprs();
    if (this.tok.peek(LexContext.CommandStart).token === Token.Semi)
      this.tok.next(LexContext.CommandStart);
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
      const bg = this.braceGroup();
      return new ArithmeticForImpl(pos, bg.end, bg.body, initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
    }
    const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
    if (!hasDo)
      this.error("expected 'do'", this.tok.getPos());
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum for nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Done);
      if (closeEnd2 < 0)
        this.error("expected 'done' to close 'for'", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return new ArithmeticForImpl(pos, end2, this.makeCompoundList([]), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
    }
    this.syntaxDepth++;
    const body = this.doBody(hasDo);
    this.syntaxDepth--;
    const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'done' to close 'for'", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return new ArithmeticForImpl(pos, end, this.makeCompoundList(body), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
  }
  whileClause() {
    return this.whileOrUntil("while");
  }
  untilClause() {
    return this.whileOrUntil("until");
  }
  whileOrUntil(kind) {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error(`maximum ${kind} nesting depth exceeded`, pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Done);
      if (closeEnd2 < 0)
        this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return {
        type: "While",
        pos,
        end: end2,
        kind,
        clause: this.makeCompoundList([]),
        body: this.makeCompoundList([])
      };
    }
    this.syntaxDepth++;
    const clauseCommands = this.list();
    const emptyClausePos = this.emptyListPos(clauseCommands);
    const clause = this.makeCompoundList(clauseCommands);
    this.skipSemi();
    const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
    if (!hasDo)
      this.error("expected 'do'", this.tok.getPos());
    else if (emptyClausePos >= 0)
      this.error(`expected command after '${kind}'`, emptyClausePos);
    const body = this.doBody(hasDo);
    this.skipSemi();
    const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    this.syntaxDepth--;
    return { type: "While", pos, end, kind, clause, body: this.makeCompoundList(body) };
  }
  // case_clause := CASE word IN (pattern) list (;; | ;& | ;;&) ... ESAC
  caseClause() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    const word = this.readRequiredWord("case");
    this.skipNewlines(LexContext.CommandStart);
    if (!this.accept(Token.In, LexContext.CommandStart))
      this.error("expected 'in' after 'case' word", this.tok.getPos());
    this.skipNewlines(LexContext.CasePattern);
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum case nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Esac);
      if (closeEnd2 < 0)
        this.error("expected 'esac' to close 'case'", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "Case", pos, end: end2, word, items: [] };
    }
    this.syntaxDepth++;
    const items = [];
    let invalid = false;
    let t = this.tok.peek(LexContext.CasePattern).token;
    while (t !== Token.Esac && t !== Token.EOF) {
      const itemPos = this.tok.peek(LexContext.Normal).pos;
      this.accept(Token.LParen, LexContext.Normal);
      const pattern = [];
      let expectWord = true;
      let next = this.tok.peek(LexContext.Normal);
      while (next.token !== Token.RParen && next.token !== Token.EOF) {
        const valid = next.token === (expectWord ? Token.Word : Token.Pipe);
        if (valid)
          expectWord = !expectWord;
        else if (!invalid) {
          this.unexpectedToken(next);
          invalid = true;
        }
        const tok = this.tok.next(LexContext.Normal);
        if (tok.token === Token.Word)
          pattern.push(this.toWord(tok));
        next = this.tok.peek(LexContext.Normal);
      }
      if (expectWord && next.token === Token.RParen && !invalid) {
        this.unexpectedToken(next);
        invalid = true;
      }
      const rparenEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
      const cmds = this.list();
      const bodyPos = rparenEnd >= 0 ? rparenEnd : pattern.length > 0 ? pattern[pattern.length - 1].end : itemPos;
      const itemEnd = cmds.length > 0 ? cmds[cmds.length - 1].end : bodyPos;
      const item = {
        type: "CaseItem",
        pos: itemPos,
        end: itemEnd,
        pattern,
        body: cmds.length > 0 ? this.makeCompoundList(cmds) : { type: "CompoundList", pos: bodyPos, end: bodyPos, commands: [] },
        terminator: void 0
      };
      const after = this.tok.peek(LexContext.CommandStart);
      t = after.token;
      if (t === Token.DoubleSemi || t === Token.SemiAmp || t === Token.DoubleSemiAmp) {
        const termTok = this.tok.next(LexContext.CommandStart);
        item.terminator = CASE_TERMINATORS[termTok.token];
        item.end = termTok.end;
      } else if (t !== Token.Esac && t !== Token.EOF && !invalid) {
        this.unexpectedToken(after);
        invalid = true;
      }
      items.push(item);
      this.skipNewlines(LexContext.CasePattern);
      t = this.tok.peek(LexContext.CasePattern).token;
    }
    const closeEnd = this.acceptEnd(Token.Esac, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'esac' to close 'case'", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    this.syntaxDepth--;
    return { type: "Case", pos, end, word, items };
  }
  // select_clause := SELECT word [IN word* (';'|NL)] DO list DONE
  selectClause() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    const name = this.readRequiredWord("select");
    let wordlist;
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
      this.tok.next(LexContext.CommandStart);
      wordlist = [];
      while (this.tok.peek(LexContext.Normal).token === Token.Word) {
        wordlist.push(this.readWord(LexContext.Normal));
      }
    }
    this.skipSemi();
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
      const bg = this.braceGroup();
      return { type: "Select", pos, end: bg.end, name, wordlist, body: bg.body };
    }
    const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
    if (!hasDo)
      this.error("expected 'do'", this.tok.getPos());
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum select nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Done);
      if (closeEnd2 < 0)
        this.error("expected 'done' to close 'select'", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "Select", pos, end: end2, name, wordlist, body: this.makeCompoundList([]) };
    }
    this.syntaxDepth++;
    const body = this.doBody(hasDo);
    this.syntaxDepth--;
    this.skipSemi();
    const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'done' to close 'select'", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "Select", pos, end, name, wordlist, body: this.makeCompoundList(body) };
  }
  // test_command := [[ test_expr ]]
  testCommand() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    const expr = this.parseTestOr();
    const closeEnd = this.acceptEnd(Token.DblRBracket, LexContext.TestMode);
    if (closeEnd < 0)
      this.error("expected ']]' to close '[['", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "TestCommand", pos, end, expression: expr };
  }
  // test_or := test_and ('||' test_and)*
  parseTestOr() {
    const first = this.parseTestAnd();
    if (this.tok.peek(LexContext.TestMode).token !== Token.Or)
      return first;
    const operands = [first];
    do {
      this.tok.next(LexContext.TestMode);
      operands.push(this.parseTestAnd());
    } while (this.tok.peek(LexContext.TestMode).token === Token.Or);
    return {
      type: "TestLogical",
      pos: first.pos,
      end: operands[operands.length - 1].end,
      operator: "||",
      operands
    };
  }
  // test_and := test_not ('&&' test_not)*
  parseTestAnd() {
    const first = this.parseTestNot();
    if (this.tok.peek(LexContext.TestMode).token !== Token.And)
      return first;
    const operands = [first];
    do {
      this.tok.next(LexContext.TestMode);
      operands.push(this.parseTestNot());
    } while (this.tok.peek(LexContext.TestMode).token === Token.And);
    return {
      type: "TestLogical",
      pos: first.pos,
      end: operands[operands.length - 1].end,
      operator: "&&",
      operands
    };
  }
  // test_not := '!' test_not | test_primary
  parseTestNot() {
    let t = this.tok.peek(LexContext.TestMode);
    if (!isTestNegation(t))
      return this.parseTestPrimary();
    const negations = [];
    while (isTestNegation(t)) {
      const bang = this.tok.next(LexContext.TestMode);
      negations.push({ type: "Negation", pos: bang.pos, end: bang.end });
      t = this.tok.peek(LexContext.TestMode);
    }
    const operand = this.parseTestPrimary();
    return { type: "TestNot", pos: negations[0].pos, end: operand.end, negations, operand };
  }
  // test_primary := '(' test_or ')' | unary_op word | word binary_op word | word
  parseTestPrimary() {
    if (this.tok.peek(LexContext.TestMode).token === Token.LParen) {
      const openPos = this.tok.next(LexContext.TestMode).pos;
      if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
        this.error("maximum test group nesting depth exceeded", openPos);
        const closeEnd2 = this.tok.skipTestGroup();
        if (closeEnd2 < 0)
          this.error("expected ')' to close test group", this.tok.getPos());
        const end2 = closeEnd2 >= 0 ? closeEnd2 : openPos;
        const operand = new WordImpl("", openPos, openPos);
        const expression = {
          type: "TestUnary",
          pos: openPos,
          end: openPos,
          operator: "-n",
          operand
        };
        return { type: "TestGroup", pos: openPos, end: end2, expression };
      }
      this.syntaxDepth++;
      const expr = this.parseTestOr();
      this.syntaxDepth--;
      const closeEnd = this.acceptEnd(Token.RParen, LexContext.TestMode);
      if (closeEnd < 0)
        this.error("expected ')' to close test group", this.tok.getPos());
      const end = closeEnd >= 0 ? closeEnd : openPos;
      return { type: "TestGroup", pos: openPos, end, expression: expr };
    }
    const first = this.tok.next(LexContext.TestMode);
    if (first.token === Token.And || first.token === Token.Or)
      this.unexpectedToken(first);
    const val = first.value;
    const firstPos = first.pos;
    const firstEnd = first.end;
    if (first.keywordEligible && UNARY_TEST_OPS[val] === 1) {
      if (this.tok.peek(LexContext.TestMode).token === Token.Word) {
        const operand2 = this.readTestOperand();
        return {
          type: "TestUnary",
          pos: firstPos,
          end: operand2.end,
          operator: val,
          operand: operand2
        };
      }
      this.error("expected operand after unary test operator", firstEnd);
      const operand = new WordImpl("", firstEnd, firstEnd);
      return { type: "TestUnary", pos: firstPos, end: firstEnd, operator: val, operand };
    }
    const nt = this.tok.peek(LexContext.TestMode);
    if (nt.token === Token.Word && nt.keywordEligible && BINARY_TEST_OPS[nt.value] === 1) {
      const op = this.tok.next(LexContext.TestMode).value;
      let right;
      if (op === "=~") {
        const token = this.tok.readTestRegexWord();
        right = new WordImpl(this.source.slice(token.pos, token.end), token.pos, token.end, this.source, embeddedPartsResolver(this.tok.getSubstitutionContext()), this.depth);
      } else {
        right = this.readTestOperand();
      }
      const left = this.toWordFromPosEnd(first, firstPos, firstEnd);
      return {
        type: "TestBinary",
        pos: firstPos,
        end: right.end,
        operator: op,
        left,
        right
      };
    }
    const w = this.toWordFromPosEnd(first, firstPos, firstEnd);
    return { type: "TestUnary", pos: firstPos, end: w.end, operator: "-n", operand: w };
  }
  // Unquoted `<` and `>` are operators in `[[ ]]`, never operands.
  readTestOperand() {
    const t = this.tok.next(LexContext.TestMode);
    if (t.keywordEligible && (t.value === "<" || t.value === ">"))
      this.error(`unexpected argument '${t.value}' to conditional operator`, t.pos);
    return this.toWord(t);
  }
  // function_def with 'function' keyword
  functionDef() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    const name = this.readWord(LexContext.FunctionName);
    let body;
    if (this.tok.peek(LexContext.CommandStart).token === Token.LParen) {
      const openPos = this.tok.next(LexContext.CommandStart).pos;
      if (this.tok.peek(LexContext.CommandStart).token === Token.RParen) {
        this.tok.next(LexContext.CommandStart);
        this.skipNewlines(LexContext.CommandStart);
        body = this.commandAsBody();
      } else {
        body = this.withRedirects(this.subshellBody(openPos));
      }
    } else {
      this.skipNewlines(LexContext.CommandStart);
      body = this.commandAsBody();
    }
    return { type: "Function", pos, end: body.end, name, body };
  }
  // simple_command or function_def (word '(' ')' body)
  simpleCommandOrFunction(coproc) {
    const prefix = [];
    const cmdPos = this.tok.peek(LexContext.CommandStart).pos;
    let lastEnd = cmdPos;
    let ctx = LexContext.CommandStart;
    for (; ; ) {
      const t = this.tok.peek(ctx).token;
      if (t === Token.Assignment) {
        const assignment2 = this.tok.next(ctx);
        lastEnd = assignment2.end;
        prefix.push(this.parseAssignment(assignment2));
      } else if (t === Token.Redirect) {
        const redirect = this.readRedirect(ctx);
        prefix.push(redirect);
        lastEnd = redirect.end;
      } else {
        break;
      }
      ctx = LexContext.CommandPrefix;
    }
    if (this.tok.peek(LexContext.Normal).token !== Token.Word) {
      return new CommandImpl(cmdPos, lastEnd, void 0, prefix, []);
    }
    const nameToken = this.tok.next(LexContext.Normal);
    const keyword = nameToken.keywordEligible ? nameToken.value : "";
    const name = this.toWord(nameToken);
    ctx = isDeclarationCommand(keyword) ? LexContext.Declaration : keyword === "eval" || keyword === "let" ? LexContext.EvalArgument : LexContext.Normal;
    lastEnd = name.end;
    const suffix = [];
    if (coproc) {
      while (this.tok.peek(LexContext.CommandPrefix).token === Token.Assignment) {
        const token = this.tok.next(LexContext.CommandPrefix);
        const word = ctx === LexContext.Declaration ? this.parseAssignment(token) : this.toWord(token);
        suffix.push(word);
        lastEnd = word.end;
      }
    }
    if (this.tok.peek(ctx).token === Token.LParen && suffix.length === 0) {
      this.tok.next(LexContext.Normal);
      if (this.tok.peek(LexContext.Normal).token === Token.RParen) {
        this.tok.next(LexContext.Normal);
        this.skipNewlines(LexContext.CommandStart);
        const body = this.commandAsBody();
        return {
          type: "Function",
          pos: name.pos,
          end: body.end,
          name,
          body
        };
      }
    }
    for (; ; ) {
      const st = this.tok.peek(ctx).token;
      if (st === Token.Word || st === Token.Assignment) {
        const token = this.tok.next(ctx);
        const w = st === Token.Assignment ? this.parseAssignment(token) : this.toWord(token);
        suffix.push(w);
        lastEnd = w.end;
      } else if (st === Token.Redirect) {
        const redirect = this.readRedirect(ctx);
        suffix.push(redirect);
        lastEnd = redirect.end;
      } else {
        break;
      }
    }
    return new CommandImpl(cmdPos, lastEnd, name, prefix, suffix);
  }
  readRedirect(ctx) {
    const t = this.tok.next(ctx);
    const tPos = t.pos;
    const tEnd = t.end;
    const descriptor = t.fileDescriptor !== void 0 ? { type: "FileDescriptor", pos: tPos, end: t.descriptorEnd, value: t.fileDescriptor } : t.variableName !== void 0 ? { type: "FileDescriptorVariable", pos: tPos, end: t.descriptorEnd, name: t.variableName } : void 0;
    const hasTarget = t.targetEnd > t.targetPos;
    if (!hasTarget)
      this.error("expected redirect target", t.targetPos);
    if (t.value === "<<" || t.value === "<<-") {
      const r = {
        type: "HereDoc",
        pos: tPos,
        end: tEnd,
        operator: t.value,
        descriptor,
        delimiter: hasTarget ? {
          type: "HereDocDelimiter",
          pos: t.targetPos,
          end: t.targetEnd,
          text: this.source.slice(t.targetPos, t.targetEnd),
          value: t.content ?? "",
          quoted: t.delimiterQuoted
        } : void 0,
        body: new HereDocBodyImpl(this.source, tEnd, t.delimiterQuoted, this.depth, this.tok.getSubstitutionContext()),
        closing: void 0
      };
      if (hasTarget)
        this.tok.registerHereDocTarget(r);
      return r;
    }
    const target = hasTarget ? new WordImpl(this.source.slice(t.targetPos, t.targetEnd), t.targetPos, t.targetEnd, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth) : void 0;
    return t.value === "<<<" ? { type: "HereString", pos: tPos, end: tEnd, operator: "<<<", descriptor, target } : { type: "Redirect", pos: tPos, end: tEnd, operator: REDIRECT_OPS[t.value] ?? ">", descriptor, target };
  }
  commandAsBody() {
    const cmd = this.command();
    if (cmd && cmd.type !== "Command" && cmd.type !== "Function" && cmd.type !== "Coproc")
      return cmd;
    this.error("expected compound command as function body", cmd?.pos ?? this.tok.getPos());
    return this.makeCompoundList(cmd ? [this.makeStatement(cmd)] : []);
  }
  readWord(ctx) {
    return this.toWord(this.tok.next(ctx));
  }
  // A missing word stays empty and leaves its token to the rest of the clause.
  readRequiredWord(keyword) {
    const t = this.tok.peek(LexContext.Normal);
    if (t.token === Token.Word)
      return this.toWord(this.tok.next(LexContext.Normal));
    if (t.token !== Token.EOF)
      this.error(`expected word after '${keyword}'`, t.pos);
    return new WordImpl("", t.pos, t.pos);
  }
  toWord(tok) {
    const text = tok.raw ? tok.value : this.source.slice(tok.pos, tok.end);
    const source = tok.raw && tok.keywordEligible ? void 0 : this.source;
    return new WordImpl(text, tok.pos, tok.end, source, source === void 0 ? computeBareWordParts : wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
  }
  toWordFromPosEnd(tok, pos, end) {
    if (tok.pos === pos && tok.end === end)
      return this.toWord(tok);
    return new WordImpl(this.source.slice(pos, end), pos, end, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
  }
  parseAssignment(token) {
    const text = token.raw ? token.value : this.source.slice(token.pos, token.end);
    return new AssignmentImpl(text, token.pos, token.end, this.source, token.assignmentOperatorPos, this.depth, this.tok.getSubstitutionContext());
  }
  makeCompoundList(commands2) {
    const p = this.tok.getPos();
    const pos = commands2.length > 0 ? commands2[0].pos : p;
    const end = commands2.length > 0 ? commands2[commands2.length - 1].end : p;
    return { type: "CompoundList", pos, end, commands: commands2 };
  }
};

// src/rules/shared/shell-commands.ts
var LONGEST2 = 64 * 1024;
var DEEPEST = 60;
function shellSteps(text) {
  if (text.length > LONGEST2) return null;
  try {
    const script = parse(text);
    return (script.errors ?? []).length > 0 ? null : scriptStep(script, 0);
  } catch (error) {
    if (error instanceof TooDeep || error instanceof RangeError) return null;
    throw error;
  }
}
function allCommands(step2) {
  switch (step2.kind) {
    case "command":
      return [step2.words, ...step2.within.flatMap(allCommands)];
    case "all":
      return step2.steps.flatMap(allCommands);
    case "and":
    case "or":
      return [...allCommands(step2.left), ...allCommands(step2.right)];
    case "branch":
      return [...step2.always, ...step2.maybe].flatMap(allCommands);
    case "function":
      return allCommands(step2.body);
  }
}
var TooDeep = class extends Error {
};
function scriptStep(script, depth) {
  if ((script.errors ?? []).length > 0) throw new TooDeep();
  return listStep(script.commands, depth);
}
function listStep(statements, depth) {
  const steps = statements.map(({ command }) => nodeStep(command, depth + 1));
  const [only] = steps;
  return steps.length === 1 && only !== void 0 ? only : { kind: "all", steps, piped: false };
}
function nodeStep(node, depth) {
  if (depth > DEEPEST) throw new TooDeep();
  const list = (body) => listStep(body?.commands ?? [], depth);
  const inner = (body) => nodeStep(body, depth + 1);
  switch (node.type) {
    case "Command":
      return commandStep(node, depth);
    case "CompoundList":
      return list(node);
    case "Pipeline":
      return { kind: "all", steps: node.commands.map(inner), piped: node.commands.length > 1 };
    case "AndOr":
      return andOr(node.commands.map(inner), node.operators);
    case "Subshell":
    case "BraceGroup":
      return list(node.body);
    case "Redirected":
      return inner(node.command);
    case "If":
      return {
        kind: "branch",
        always: [list(node.clause)],
        maybe: [
          list(node.then),
          ...node.elif.flatMap(({ clause, then }) => [list(clause), list(then)]),
          list(node.else)
        ]
      };
    case "While":
      return { kind: "branch", always: [list(node.clause)], maybe: [list(node.body)] };
    case "For":
    case "Select":
    case "ArithmeticFor":
      return { kind: "branch", always: [], maybe: [list(node.body)] };
    case "Case":
      return { kind: "branch", always: [], maybe: node.items.map(({ body }) => list(body)) };
    case "Function":
      return { kind: "function", name: node.name.value, body: inner(node.body) };
    case "Coproc":
      return inner(node.body);
    case "TestCommand":
      return { kind: "command", words: ["[["], within: [] };
    case "ArithmeticCommand":
      return { kind: "command", words: ["(("], within: [] };
  }
}
function andOr(steps, operators) {
  const [first, ...rest] = steps;
  const start = first ?? { kind: "all", steps: [], piped: false };
  return rest.reduce(
    (left, right, index) => ({ kind: operators[index] === "||" ? "or" : "and", left, right }),
    start
  );
}
function commandStep(command, depth) {
  const given = command.suffix.filter((part) => part.type === "Word");
  const all = command.name === void 0 ? given : [command.name, ...given];
  const values = command.prefix.flatMap(
    (part) => part.type === "Assignment" && part.value.type === "Word" ? [part.value] : []
  );
  const within = [...values, ...all].flatMap((word) => substitutions(word.parts ?? [], depth));
  return { kind: "command", words: all.map(literal), within };
}
function substitutions(parts, depth) {
  return parts.flatMap((part) => {
    if (part.type === "CommandExpansion" || part.type === "ProcessSubstitution") {
      if (part.script === void 0 || depth > DEEPEST) throw new TooDeep();
      return [scriptStep(part.script, depth + 1)];
    }
    return part.type === "DoubleQuoted" || part.type === "LocaleString" ? substitutions(part.parts, depth + 1) : [];
  });
}
function literal(word) {
  return word.parts === void 0 || word.parts.every(isLiteral) ? word.value : null;
}
function isLiteral(part) {
  if (part.type === "DoubleQuoted") return part.parts.every(({ type }) => type === "Literal");
  return part.type === "Literal" || part.type === "SingleQuoted" || part.type === "AnsiCQuoted";
}

// src/rules/shared/command-programs.ts
var NONE = { certain: [], possible: [], open: [] };
var MAX_COMMANDS = 64;
function commandFaults(place, words) {
  return wordFaults({ place, left: MAX_COMMANDS, functions: /* @__PURE__ */ new Set() }, words, false);
}
function scriptCommandFaults(place, text) {
  const step2 = shellSteps(text);
  if (step2 === null || allCommands(step2).some(([name]) => name === "." || name === "source")) return NONE;
  return stepFaults({ place, left: MAX_COMMANDS, functions: /* @__PURE__ */ new Set() }, step2);
}
function wordFaults(walk, words, byShell) {
  const [name, ...rest] = words;
  if (name === void 0) return NONE;
  if (name === null) return NONE;
  walk.left -= 1;
  if (walk.left < 0) return { ...NONE, open: ["the command has too many parts to be followed"] };
  if (byShell && (BUILTINS.has(name) || walk.functions.has(name))) {
    return name === "exec" || name === "command" ? wordFaults(walk, afterOptions(rest), true) : NONE;
  }
  const state = findProgram(walk.place, name, byShell);
  if (state.kind !== "runs") return byVolume(walk.place, name, state);
  const base = name.slice(name.lastIndexOf("/") + 1);
  const script = SHELLS.has(base) ? shellText(rest) : null;
  if (script !== null) {
    const step2 = shellSteps(script);
    return step2 === null ? { ...NONE, open: ["its shell text is not understood"] } : stepFaults(walk, step2);
  }
  const inner = wrapped(base, rest);
  if (inner !== null) return wordFaults(walk, inner, false);
  return INTERPRETERS.has(base) ? scriptFaults(walk.place, rest) : NONE;
}
function byVolume({ image }, name, state) {
  if (state.kind === "open") return { ...NONE, open: [state.message] };
  const mounted2 = image.config.volumes.find((volume) => volume !== "/" && name.startsWith(`${volume}/`));
  if (mounted2 === void 0) return { ...NONE, certain: [state.message] };
  return { ...NONE, open: [`${state.message}, but ${shown(mounted2)} is a volume, which may bring it`] };
}
function stepFaults(walk, step2) {
  switch (step2.kind) {
    case "command":
      return join(wordFaults(walk, step2.words, true), ...step2.within.map((inner) => stepFaults(walk, inner)));
    case "all":
      return join(...step2.steps.map((inner) => stepFaults(walk, inner)));
    case "function": {
      walk.functions.add(step2.name);
      return maybe(stepFaults(walk, step2.body));
    }
    case "branch":
      return join(
        ...step2.always.map((inner) => stepFaults(walk, inner)),
        ...step2.maybe.map((inner) => maybe(stepFaults(walk, inner)))
      );
    case "and": {
      const right = stepFaults(walk, step2.right);
      return join(stepFaults(walk, step2.left), isTest(step2.left) ? maybe(right) : right);
    }
    case "or": {
      const left = stepFaults(walk, step2.left);
      const right = stepFaults(walk, step2.right);
      if (onlyBuiltins(step2.right) || left.certain.length > 0 && right.certain.length > 0) return join(left, right);
      return { certain: [], possible: [], open: [...left.open, ...right.open] };
    }
  }
}
function join(...parts) {
  return {
    certain: parts.flatMap(({ certain }) => certain),
    possible: parts.flatMap(({ possible }) => possible),
    open: parts.flatMap(({ open: open2 }) => open2)
  };
}
function maybe({ certain, possible, open: open2 }) {
  return { certain: [], possible: [...certain, ...possible], open: open2 };
}
function isTest(step2) {
  const name = step2.kind === "command" ? step2.words[0] : void 0;
  return name !== void 0 && name !== null && TESTS.has(name);
}
function onlyBuiltins(step2) {
  if (step2.kind === "all") return step2.steps.every(onlyBuiltins);
  return step2.kind === "command" && BUILTINS.has(step2.words[0] ?? "") && step2.within.length === 0;
}
function shellText(args) {
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (word === null || word === void 0 || !/^[-+]/.test(word)) return null;
    if (/^-[a-z]*c$/i.test(word)) return args[index + 1] ?? null;
    if (/^[-+][a-z]*o$/i.test(word)) index += 1;
  }
  return null;
}
function wrapped(base, args) {
  const takes = Object.hasOwn(WRAPPERS, base) ? WRAPPERS[base] : void 0;
  if (takes === void 0) return null;
  const rest = afterOptions(args, takes.valued);
  const program = rest.slice(takes.skip);
  const start = base === "env" ? program.findIndex((word) => word === null || !/^\w+=/.test(word)) : 0;
  return start < 0 ? [] : program.slice(start);
}
function afterOptions(args, valued = "") {
  let index = 0;
  for (; index < args.length; index++) {
    const word = args[index];
    if (word === "--") return args.slice(index + 1);
    if (typeof word !== "string" || !word.startsWith("-")) break;
    if (word.length === 2 && valued.includes(word.slice(1))) index += 1;
  }
  return args.slice(index);
}
var WRAPPERS = {
  tini: { valued: "pe", skip: 0 },
  "tini-static": { valued: "pe", skip: 0 },
  "dumb-init": { valued: "r", skip: 0 },
  catatonit: { valued: "", skip: 0 },
  env: { valued: "uCS", skip: 0 },
  timeout: { valued: "kst", skip: 1 },
  nice: { valued: "n", skip: 0 },
  exec: { valued: "a", skip: 0 },
  command: { valued: "vV", skip: 0 },
  nohup: { valued: "", skip: 0 },
  setsid: { valued: "", skip: 0 },
  gosu: { valued: "", skip: 1 },
  "su-exec": { valued: "", skip: 1 }
};
function scriptFaults(place, args) {
  const script = args[0] === "-jar" ? args[1] : args[0];
  if (typeof script !== "string" || !/^[\w@./+][\w@./+-]*\.(js|mjs|cjs|py|sh|bash|rb|php|pl|jar)$/.test(script))
    return NONE;
  const found = lookUp(place.files, script, workingFolder(place.image));
  if (found === null) return byVolume(place, absolute(place, script), missing(script));
  const closed = access(place.user, found, shown(script), "read");
  return closed === null ? NONE : { ...NONE, certain: [closed] };
}
function missing(script) {
  return { kind: "wrong", message: `the script ${shown(script)} is not in the image` };
}
function absolute({ image }, path) {
  return path.startsWith("/") ? path : `${workingFolder(image)}/${path}`;
}
var SHELLS = /* @__PURE__ */ new Set(["sh", "bash", "ash", "dash", "ksh", "zsh", "busybox"]);
var INTERPRETERS = /* @__PURE__ */ new Set([...SHELLS, "node", "python", "python3", "ruby", "php", "perl", "bun", "java"]);
var TESTS = /* @__PURE__ */ new Set(["[", "[[", "test", "command", "type", "which", "hash"]);
var BUILTINS = new Set(
  ". : [ [[ (( alias bg break builtin cd command continue declare echo eval exec exit export false fg getopts hash jobs kill let local printf pwd read readonly return set shift shopt source test time times trap true type typeset ulimit umask unalias unset wait".split(
    " "
  )
);

// src/rules/shared/start-command.ts
function startWords(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  if (!entrypoint.known || !cmd.known) return null;
  return [...entrypoint.value ?? [], ...cmd.value ?? []];
}
function healthWords(test, shell) {
  const [kind, ...rest] = test;
  if (kind === "CMD") return rest;
  return kind === "CMD-SHELL" ? [...shell ?? ["/bin/sh", "-c"], rest[0] ?? ""] : null;
}
function commandsOf(words, depth = 0) {
  const [name, ...rest] = words;
  if (name === void 0 || depth > DEEPEST2) return [];
  const base = (name ?? "").slice((name ?? "").lastIndexOf("/") + 1);
  const text = SHELLS.has(base) ? shellText(rest) : null;
  const step2 = text === null ? null : shellSteps(text);
  const inner = step2 === null ? [wrapped(base, rest) ?? []] : allCommands(step2);
  return [words, ...inner.flatMap((command) => commandsOf(command, depth + 1))];
}
var DEEPEST2 = 6;
function namedFiles({ entrypoint, cmd, healthcheck, shell }) {
  const start = [...entrypoint ?? [], ...cmd ?? []];
  const health = healthWords(healthcheck?.test ?? [], shell) ?? [];
  const words = [...commandsOf(start), ...commandsOf(health)].flat();
  return new Set(
    words.filter((word) => word !== null && /^[\w@.+/-]{1,300}$/.test(word)).slice(0, 256)
  );
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
  const folder2 = lookUp(files, workingFolder(image))?.file.path ?? "/";
  const app = SYSTEM.has(folder2) ? [] : below(files, folder2).filter(
    ({ path, type, mode }) => type === "file" && (CODE.test(path) || (mode & 73) !== 0)
  );
  const code = [...started, ...app].filter(({ path }) => !isData(path));
  const parents = code.flatMap(({ path }) => lookUp(files, path.slice(0, path.lastIndexOf("/")) || "/") ?? []);
  const folders = parents.map(({ file }) => file).filter((file) => !isData(`${file.path}/`) && replaces(user, file));
  const found = [...folders, ...code.filter((file) => may(user, "write", file))];
  return [...new Map(found.map((file) => [file.path, file])).values()];
}
function replaces(user, folder2) {
  return may(user, "write", folder2) && may(user, "execute", folder2) && (folder2.mode & 512) === 0;
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
  return reference !== null && approved.some((matches2) => matches2(reference));
}
function approves(pattern) {
  const glob = (0, import_picomatch.default)(withRegistry(pattern), { dot: true, nobrace: true, noextglob: true, nonegate: true });
  return ({ registry, repository, tag, digest }) => {
    const name = `${registry}/${repository}`;
    const tagged = `${name}:${tag ?? "latest"}`;
    const names3 = digest === null ? [name, tagged] : [name, `${name}@${digest}`, ...tag === null ? [] : [tagged, `${tagged}@${digest}`]];
    return names3.some((candidate) => glob(candidate));
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

// src/rules/base-digest.ts
var VIA2 = { from: "FROM", copy: "COPY --from", mount: "RUN --mount", syntax: "# syntax=" };
var DIGEST = `sha256:${"0".repeat(64)}`;
var FIX2 = "Write the digest behind the tag, `FROM node:24-slim@sha256:\u2026`, and let Dependabot or Renovate renew both; a digest that nobody renews only gets old.";
var baseDigest = {
  id: "base-digest",
  title: "Every pulled image is fixed by its digest",
  severity: { mcp: "low", container: "low", strict: "high" },
  why: "A tag can be moved to another image at any time, by its owner or by who stole the account. A digest names one image for ever, so that what was reviewed is what is built.",
  fix: FIX2,
  aliases: [],
  examples: {
    good: [
      { title: "tag and digest", dockerfile: `FROM node:24-slim@${DIGEST}
` },
      {
        title: "a stage and scratch are not pulled",
        dockerfile: `FROM golang:1.26@${DIGEST} AS build
FROM scratch
COPY --from=build /app /app
COPY --from=0 /x /x
`
      },
      { title: "nothing is pulled", dockerfile: "FROM scratch\nCOPY server /server\n" },
      { title: "through a variable", dockerfile: `ARG BASE=node:24-slim@${DIGEST}
FROM \${BASE}
` }
    ],
    bad: [
      { title: "a tag", dockerfile: "FROM node:24-slim\n" },
      { title: "in COPY --from", dockerfile: "FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:0.9.2 /uv /bin/uv\n" },
      {
        title: "in a mount",
        dockerfile: `FROM node:24@${DIGEST}
RUN --mount=type=bind,from=busybox:1.37,target=/t /t/sh x
`
      },
      { title: "the frontend of the build", dockerfile: "# syntax=docker/dockerfile:1\nFROM scratch\nCOPY a /a\n" }
    ]
  },
  judge({ dockerfile }) {
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells which images were pulled.");
    const faults = /* @__PURE__ */ new Map();
    for (const { reference, via, location } of dockerfile.pulledImages) {
      const parsed = reference === null ? null : parseImageReference(reference);
      if (parsed === null || parsed.digest !== null) continue;
      const place = `image:${parsed.registry}/${parsed.repository}`;
      if (faults.has(place)) continue;
      faults.set(place, {
        message: `${VIA2[via]} pulls ${reference} by its tag, not by a digest.`,
        fix: FIX2,
        location,
        place
      });
    }
    if (faults.size > 0) return fail([...faults.values()]);
    const open2 = dockerfile.pulledImages.find(({ reference }) => reference === null);
    if (open2 !== void 0) return unknown(`${open2.written} has variables without a value here.`);
    const count = dockerfile.pulledImages.length;
    return pass(count === 0 ? "No image is pulled." : "Every pulled image is fixed by its digest.");
  }
};

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
var FIX3 = "Build on a version that its makers still support, such as the newest LTS: `FROM node:24-slim`.";
var TODAY = "2026-09-01";
var baseEol = {
  id: "base-eol",
  title: "Distribution and language runtime still get security fixes",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "After its end of life nobody fixes a version any more, and scanners find less and less in it: it looks cleaner with every year.",
  fix: FIX3,
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
    fix: FIX3,
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
var FIX4 = "Build the final stage on a slim, Alpine or distroless variant, such as `node:24-slim`; builder stages are free.";
var baseMinimal = {
  id: "base-minimal",
  title: "The final image stands on a minimal base",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "Every package of the base is code that can be attacked and that must be patched. A full distribution brings compilers and hundreds of libraries that a server never calls.",
  fix: FIX4,
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
      fix: FIX4,
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
  return fail([{ message: `${reference} is a full image, not a minimal variant.`, fix: FIX4, location }]);
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
  const scriptStep2 = shellScript === null ? null : shellSteps(shellScript);
  return {
    kind: "set",
    health: {
      words,
      step: text === null ? null : shellSteps(text),
      script: shellScript,
      commands: [...commandsOf(words), ...scriptStep2 === null ? [] : allCommands(scriptStep2)],
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
var FIX5 = "Build in a stage of its own and copy only the result; install no tools into the final stage that the server does not call.";
var buildToolsLeft = {
  id: "build-tools-left",
  title: "No compilers and network tools in the image",
  severity: { mcp: "low", container: "low", strict: "low" },
  why: "What helps to build, download and connect helps an intruder as well, and each of them must be patched.",
  fix: FIX5,
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
        fix: FIX5,
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

// src/dockerfile/expand-at.ts
var LONGEST3 = 4096;
var DEEPEST3 = 200;
function expandAt(dockerfile, stage, instruction, word) {
  if (!/[$'"\\`]/.test(word)) return word;
  if (word.length > LONGEST3 || word.includes("`")) return null;
  try {
    const { text, known } = expandWord(word, scopeAt(dockerfile, stage, instruction), { escapeToken: "\\" });
    return known ? text : null;
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}
function scopeAt(dockerfile, stage, { location }) {
  const chain2 = chainUpwards(dockerfile, stage);
  const root = chain2.at(-1);
  const whole = root !== void 0 && root.parent === null;
  const found = /* @__PURE__ */ new Map();
  let spent = 0;
  return {
    complete: whole && root.base === SCRATCH,
    spend: (characters) => {
      spent += characters;
      if (spent > LONGEST3) throw new Rejection("the value is too long");
    },
    lookup: (name) => {
      const known = found.get(name);
      if (known !== void 0) return known;
      const value = whole ? lookUp2(dockerfile, chain2, name, location.startLine) : null;
      found.set(name, value);
      return value;
    }
  };
}
function lookUp2(dockerfile, chain2, name, line) {
  const at = (index) => assignmentsOf(dockerfile, name, index);
  const [own, ...inherited] = chain2.map(({ index }) => at(index));
  const env = inherited.flatMap((list) => list.findLast(({ kind }) => kind === "env") ?? []);
  const assignment2 = lastBefore(own ?? [], line) ?? env[0] ?? inherited.flatMap((list) => list.at(-1) ?? [])[0];
  if (assignment2 === void 0) return null;
  const value = assignment2.value ?? (assignment2.kind === "arg" ? at(null).at(-1)?.value ?? null : null);
  return { value: value ?? "", known: value !== null };
}
function chainUpwards({ stages }, stage) {
  const chain2 = [];
  for (let next = stage; next !== void 0 && chain2.length < DEEPEST3; ) {
    chain2.push(next);
    next = next.parent === null ? void 0 : stages[next.parent];
  }
  return chain2;
}
function lastBefore(list, line) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((list[middle]?.location.startLine ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
var INDEXES = /* @__PURE__ */ new WeakMap();
function assignmentsOf(dockerfile, name, stage) {
  const known = INDEXES.get(dockerfile);
  const index = known ?? Map.groupBy(dockerfile.assignments, (one2) => `${one2.stage ?? ""}:${one2.name}`);
  if (known === void 0) INDEXES.set(dockerfile, index);
  return index.get(`${stage ?? ""}:${name}`) ?? [];
}

// src/dockerfile/stage-chain.ts
function stageChain({ stages }, index) {
  const chain2 = [];
  for (let stage = stages[index]; stage !== void 0; stage = stages[stage.parent ?? -1]) chain2.push(stage);
  return chain2.reverse();
}
function finalChain(dockerfile) {
  return stageChain(dockerfile, dockerfile.target);
}
function reachableStages({ stages, reachable }) {
  return reachable.flatMap((index) => stages[index] ?? []);
}
function stageName(dockerfile, { index, name }) {
  if (name === null) return `${index}`;
  return namesOf(dockerfile).get(name)?.first === index ? name : `${name}#${index}`;
}
function stageNamed(dockerfile, from2) {
  const named6 = namesOf(dockerfile).get(from2.toLowerCase())?.last;
  const index = named6 ?? (/^\d+$/.test(from2) ? Number(from2) : -1);
  return dockerfile.stages[index] ?? null;
}
var NAMES = /* @__PURE__ */ new WeakMap();
function namesOf(dockerfile) {
  const known = NAMES.get(dockerfile);
  if (known !== void 0) return known;
  const names3 = /* @__PURE__ */ new Map();
  for (const { name, index } of dockerfile.stages) {
    if (name !== null) names3.set(name, { first: names3.get(name)?.first ?? index, last: index });
  }
  NAMES.set(dockerfile, names3);
  return names3;
}

// src/dockerfile/copy-sources.ts
function copySources(instruction) {
  return copyWords(instruction).slice(0, -1).filter((word) => asHeredoc(word) === null);
}
function copyDestination(instruction) {
  return copyWords(instruction).at(-1) ?? "";
}
function copyWords({ json, text }) {
  return json ?? splitBlanks(text).filter((word) => word !== "");
}

// src/rules/shared/account-creation.ts
var NOTHING = { names: [], creates: [], open: false };
var CREATORS = {
  useradd: "user",
  adduser: "user",
  groupadd: "group",
  addgroup: "group"
};
var CREATES = /^(-[DSH]+|--system|--disabled-(password|login))$/;
var GUARD = /\|\||\b(if|id|getent|case|grep)\b/;
var LONGEST4 = 65536;
function accountChange(dockerfile, stage, instruction) {
  if (instruction.keyword === "COPY" || instruction.keyword === "ADD") {
    const destination = expandAt(dockerfile, stage, instruction, copyDestination(instruction));
    const path = destination === null ? null : cleanPath(`/${destination}`);
    return { ...NOTHING, open: path === null || path === "/" || path === "/etc" || path.startsWith("/etc/") };
  }
  if (instruction.keyword !== "RUN") return NOTHING;
  const text = [instruction.json?.join(" ") ?? instruction.text, ...instruction.heredocs.map(({ content }) => content)].join("\n").slice(0, LONGEST4);
  const value = (word) => expandAt(dockerfile, stage, instruction, word) ?? "";
  const commands2 = text.split(/[;&|\n(){}]+/).flatMap((command) => readCreation(command) ?? []);
  const guarded = GUARD.test(text);
  return {
    names: commands2.flatMap(({ words }) => words.flatMap((word) => value(word).split(/[,:=]/))),
    creates: guarded ? [] : commands2.flatMap(({ kind, last }) => last === null ? [] : `${kind}:${value(last)}`),
    open: true
  };
}
function readCreation(command) {
  const all = command.split(/\s+/).filter((word) => word !== "");
  const at = all.findIndex((word) => Object.hasOwn(CREATORS, baseName2(word)));
  const program = baseName2(all[at] ?? "");
  const kind = CREATORS[program];
  if (at < 0 || kind === void 0) return null;
  const words = all.slice(at + 1);
  const last = words.at(-1) ?? "-";
  const creates = program.endsWith("add") || words.length === 1 || words.some((word) => CREATES.test(word));
  return { kind, words, last: creates && !last.startsWith("-") ? last : null };
}
function baseName2(word) {
  return word.slice(word.lastIndexOf("/") + 1);
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

// src/rules/shared/owner-uses.ts
var NONE2 = { uses: [], emptyGroup: false, open: false };
function ownerUses(dockerfile, stage, instruction, user) {
  const { keyword } = instruction;
  if (keyword === "WORKDIR" && user !== null) {
    const [name = ""] = user.split(":", 1);
    return {
      ...NONE2,
      uses: isName(name) ? [{ kind: "user", name, written: `WORKDIR after USER ${user}`, instruction }] : []
    };
  }
  if (keyword !== "COPY" && keyword !== "ADD") return NONE2;
  const flag = instruction.flags.find(({ name }) => name === "chown")?.value ?? "";
  const owner = flag === "" ? "" : expandAt(dockerfile, stage, instruction, flag);
  if (owner === null) return { ...NONE2, open: true };
  const colon = owner.indexOf(":");
  const names3 = { user: colon < 0 ? owner : owner.slice(0, colon), group: colon < 0 ? "" : owner.slice(colon + 1) };
  const written2 = `${keyword} --chown=${owner.slice(0, 100)}`;
  const uses = ["user", "group"].flatMap(
    (kind) => isName(names3[kind]) ? [{ kind, name: names3[kind], written: written2, instruction }] : []
  );
  return { uses, emptyGroup: colon > 0 && names3.group === "", open: false };
}
function isName(part) {
  return part !== "" && part !== "root" && !(/^[+-]?\d{1,12}$/.test(part) && Math.abs(Number(part)) < 2 ** 31);
}

// src/rules/chown-unknown-user.ts
var FIX6 = "Create the account before it is used (`RUN useradd --uid 10001 app`), or give numbers: `--chown=10001:10001`.";
var chownUnknownUser = {
  id: "chown-unknown-user",
  title: "Files are given to accounts that exist",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "BuildKit takes a name that it does not find for root, without an error: the files then belong to root although the Dockerfile says otherwise, and the server cannot write them.",
  fix: FIX6,
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
  judge({ dockerfile, image }) {
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells whom files were meant for.");
    const { uses, emptyGroups, open: open2 } = collect(dockerfile);
    const judged2 = uses.map((use) => ({ use, state: image === null ? stateOf(use) : builtState(use, image) }));
    const faults = [
      ...byName(
        judged2.flatMap(({ use, state }) => state === "missing" || state === "late" ? [fault(use, state)] : [])
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
function builtState(use, { texts }) {
  if (use.created === "after") return "late";
  const text = texts[use.kind === "user" ? "/etc/passwd" : "/etc/group"];
  if (text === void 0) return stateOf(use);
  const lines = use.kind === "user" ? passwdLines(text ?? "") : groupLines(text ?? "");
  if (lines === null) return "open";
  return lines.some(({ name }) => name === use.name) ? "exists" : "missing";
}
function fault({ kind, name, written: written2, instruction }, state) {
  const shown3 = name.slice(0, 100);
  const why = state === "late" ? "is created only after it" : "does not exist";
  return {
    message: `${written2}: the ${kind} ${shown3} ${why}, so root gets the files, without an error.`,
    fix: FIX6,
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
var LONGEST5 = 2e3;
function readIgnorePattern(written2) {
  const cleaned = cleanPath(written2);
  const exception = cleaned.startsWith("!");
  const pattern = exception ? cleaned.slice(1) : cleaned;
  if (pattern === "") return null;
  if (pattern.length > LONGEST5) return null;
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
  const one2 = () => {
    const escaped = chars[at] === "\\";
    const char = chars[escaped ? at + 1 : at];
    if (char === void 0 || !escaped && "-]*?[".includes(char) || escaped && /\w/.test(char)) return null;
    at += escaped ? 2 : 1;
    return char;
  };
  while (chars[at] !== "]" || ranges.length === 0) {
    const low = one2();
    if (low === null) return null;
    let high = low;
    if (chars[at] === "-") {
      at += 1;
      high = one2();
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
var LONGEST_LINE2 = 65535;
function readIgnoreFile(text) {
  const patterns = [];
  for (const line of (text.startsWith("\uFEFF") ? text.slice(1) : text).split("\n")) {
    if (line.length > LONGEST_LINE2) return null;
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
    const folder2 = slash < 0 ? path : path.slice(0, slash);
    const inherited = parents;
    ignored = false;
    parents = rules.map(({ exception, matches: matches2 }, at) => {
      const match = inherited[at] === true || exception === ignored && matches2(folder2);
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
var FIX7 = "Copy the folders that are needed (`COPY src ./src`), or keep the rest out with a `.dockerignore`: `.git`, `.env*`, `node_modules`.";
var IGNORES = ".git\n.env*\n**/node_modules\n";
var copyContextBroad = {
  id: "copy-context-broad",
  title: "The whole context is copied only behind an ignore file",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "`COPY . .` takes whatever lies in the folder on the day of the build: the credentials in `.git/config`, the `.env` of a developer. A clean checkout in CI does not show it.",
  fix: FIX7,
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
  const failed2 = unreadable.find((path) => path.endsWith(".dockerignore"));
  if (failed2 !== void 0) return `${failed2} could not be read.`;
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
  const names3 = paths.map(({ shown: shown3 }) => shown3).join(", ");
  const why = file === null ? `no ignore file keeps out ${names3}` : `${file} does not keep out ${names3}`;
  const related = more.slice(0, 20).map(({ copy: { location } }) => ({ location, message: "copied here too" }));
  const rules = file === null ? [] : [{ location: { file, startLine: 1, endLine: 1 }, message: "the ignore file of this build" }];
  return {
    message: `${copy.keyword} takes the whole build context, and ${why}.`,
    fix: FIX7,
    location: copy.location,
    related: [...related, ...rules],
    place,
    severity: builder || paths.every(({ secret }) => !secret) ? "low" : null
  };
}

// src/rules/shared/update-tools.ts
var import_yaml = __toESM(require_dist(), 1);
var LONGEST6 = 64 * 1024;
var KEPT = 16;
var READ = /* @__PURE__ */ new Map();
function readYaml(text) {
  if (text.length > LONGEST6) return null;
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
  const folder2 = slash < 0 ? "" : dockerfile.slice(0, slash);
  const entries2 = asList(config["updates"]).map(asRecord).filter((entry) => entry !== null).filter((entry) => entry["package-ecosystem"] === "docker");
  if (entries2.length === 0) return { kind: "left-out", why: `${file} has no entry for the docker ecosystem` };
  const here = entries2.filter((entry) => coversFolder(entry, folder2));
  if (here.length === 0) return { kind: "left-out", why: `no docker entry of ${file} lists the folder /${folder2}` };
  if (!FILE_NAME.test(dockerfile.slice(slash + 1))) {
    return { kind: "left-out", why: `Dependabot reads only files with dockerfile or containerfile in their name` };
  }
  const working = here.filter((entry) => !isSwitchedOff(entry) && !excludes(entry, folder2, dockerfile));
  if (working.length === 0)
    return { kind: "left-out", why: `the docker entry of ${file} for /${folder2} is switched off or excludes it` };
  return { kind: "covered", by: "Dependabot" };
}
function coversFolder(entry, folder2) {
  const plain = asTexts(entry["directory"]).map(trimSlashes);
  return plain.includes(folder2) || asTexts(entry["directories"]).slice(0, 1e3).some((glob) => matchesGlob(glob, folder2));
}
function isSwitchedOff(entry) {
  const all = asList(entry["ignore"]).some((item) => {
    const rule = asRecord(item);
    return rule?.["dependency-name"] === "*" && rule["versions"] === void 0 && rule["update-types"] === void 0;
  });
  return entry["open-pull-requests-limit"] === 0 || all;
}
function excludes(entry, folder2, dockerfile) {
  const name = folder2 === "" ? dockerfile : dockerfile.slice(folder2.length + 1);
  return asTexts(entry["exclude-paths"]).slice(0, 1e3).some((glob) => [dockerfile, name, folder2].some((path) => path !== "" && matchesGlob(glob, path)));
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
  const quote2 = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === quote2) return at + 1;
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
  return preset ? IGNORED_FOLDERS.map((folder2) => `**/${folder2}/**`) : [];
}
function isBelow(glob, path) {
  return path.startsWith(glob) || matchesGlob(glob, path);
}

// src/rules/dependency-updates.ts
var FIX8 = "Add the folder to `.github/dependabot.yml` (`package-ecosystem: docker`, `directory: /path`), or let Renovate read the repository.";
var dependencyUpdates = {
  id: "dependency-updates",
  title: "Something renews the images that are pulled",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "A base image gets its security fixes only when the Dockerfile names a newer one. Without Dependabot or Renovate nobody does, and a pinned digest gets old quietly.",
  fix: FIX8,
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
    const pulled = dockerfile.pulledImages.filter(({ via }) => via === "from");
    const first = pulled[0];
    if (first === void 0) return pass("FROM pulls no image.");
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
      { message: `Nothing renews the images of ${dockerfile.file}: ${why}.`, fix: FIX8, location: first.location }
    ]);
  }
};
function coverage({ updaters, unreadable }, dockerfile) {
  const failed2 = unreadable.filter((path) => !path.endsWith(".dockerignore"));
  return [
    ...Object.entries(updaters).map(([file, text]) => {
      const judge2 = /dependabot\.ya?ml$/.test(file) ? dependabotCoverage : renovateCoverage;
      return judge2(text, file, dockerfile);
    }),
    ...failed2.map((path) => ({ kind: "unknown", why: `${path} could not be read` }))
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

// src/dockerfile/shell/variables.ts
var KNOWN = /* @__PURE__ */ new WeakMap();
function dockerfileVariable(dockerfile, name) {
  let values = KNOWN.get(dockerfile);
  if (values === void 0) {
    values = collect2(dockerfile);
    KNOWN.set(dockerfile, values);
  }
  return values.get(name) ?? null;
}
function collect2({ assignments }) {
  const values = /* @__PURE__ */ new Map();
  for (const { name, value } of assignments) {
    values.set(name, values.has(name) && values.get(name) !== value ? null : value);
  }
  return values;
}

// src/dockerfile/shell/word.ts
var PLAIN = /^[\w./:=@%+,-]*$/;
function readWord(word, substitute) {
  if (PLAIN.test(word.text)) return literal2(word.text);
  const parts = word.parts;
  if (parts === void 0) return literal2(word.value);
  const pieces = [];
  const feeds = [];
  for (const part of parts) readPart(part, pieces, feeds, substitute);
  if (pieces.every((piece) => piece.kind === "text")) return literal2(pieces.map(({ text }) => text).join(""));
  return { shown: word.value, value: null, pieces, feeds };
}
function literal2(value) {
  return { shown: value, value, pieces: null, feeds: [] };
}
function prefixWord(prefix, word) {
  if (word === null) return { shown: prefix, value: null, pieces: [{ kind: "opaque", text: prefix }], feeds: [] };
  const pieces = word.pieces === null ? null : [{ kind: "text", text: prefix }, ...word.pieces];
  return { ...word, shown: prefix + word.shown, value: word.value === null ? null : prefix + word.value, pieces };
}
function sliceWord(word, length) {
  if (word.pieces === null) return literal2(word.shown.slice(length));
  let left = length;
  const pieces = word.pieces.map((piece) => {
    if (piece.kind !== "text" || left === 0) return piece;
    const text = piece.text.slice(left);
    left -= piece.text.length - text.length;
    return { ...piece, text };
  });
  return { ...word, shown: word.shown.slice(length), pieces };
}
function expandShellWord(word, lookup) {
  if (word.pieces === null) return word.value;
  const texts = word.pieces.map((piece) => {
    if (piece.kind === "text") return piece.text;
    return piece.kind === "variable" ? lookup(piece.name) : null;
  });
  return texts.includes(null) ? null : texts.join("");
}
function asScript(word) {
  if (word.pieces === null) return word.shown;
  return word.pieces.map((piece) => {
    if (piece.kind === "text") return piece.text;
    return piece.kind === "variable" ? `\${${piece.name}}` : "${_}";
  }).join("");
}
var DEEPEST4 = 32;
function readSubstitutions(node, feeds, substitute, depth = 0) {
  if (depth > DEEPEST4) throw new RangeError("the word is nested too deeply");
  if (isSubstitution(node)) {
    if (node.script === void 0) return;
    const out = node.type === "ProcessSubstitution" && node.operator === ">";
    const pipe = substitute(node.script, out ? "out" : "in");
    if (pipe !== null && !out) feeds.push(pipe);
    return;
  }
  forEachChild(node, (child) => readSubstitutions(child, feeds, substitute, depth + 1));
}
function isSubstitution(node) {
  return node.type === "CommandExpansion" || node.type === "ProcessSubstitution" || node.type === "ArithmeticCommandExpansion";
}
function readPart(part, pieces, feeds, substitute) {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
    // A pattern that matches no file stays as it is: `pkg[extra]==1` reaches pip.
    case "Glob":
      pieces.push({ kind: "text", text: part.value });
      return;
    case "DoubleQuoted":
    case "LocaleString":
      for (const child of part.parts) readPart(child, pieces, feeds, substitute);
      return;
    case "SimpleExpansion":
      pieces.push({ kind: "variable", name: part.text.slice(1) });
      return;
    case "ParameterExpansion":
      if (part.prefix === void 0 && part.index === void 0 && part.operation === void 0) {
        pieces.push({ kind: "variable", name: part.parameter });
        return;
      }
      break;
    case "CommandExpansion":
    case "ArithmeticExpansion":
    case "ProcessSubstitution":
    case "ExtendedGlob":
    case "BraceExpansion":
      break;
  }
  pieces.push({ kind: "opaque", text: part.text });
  readSubstitutions(part, feeds, substitute);
}

// src/rules/shared/run/words.ts
function variablesOf(dockerfile, script) {
  return (name) => script.assigned.has(name) ? script.assigned.get(name) ?? null : dockerfileVariable(dockerfile, name);
}
var LONGEST7 = 2e3;
function spelled(word, lookup) {
  if (word.pieces === null) return word.shown.slice(0, LONGEST7);
  return word.pieces.map((piece) => {
    if (piece.kind === "text") return piece.text;
    return piece.kind === "variable" ? lookup(piece.name) ?? `$${piece.name}` : piece.text;
  }).join("").slice(0, LONGEST7);
}
function expanded(word, lookup) {
  return expandShellWord(word, lookup);
}
function lastPart(text) {
  const path = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text.split(/[?#]/, 1)[0] ?? "" : text;
  return path.slice(path.lastIndexOf("/") + 1);
}
function hostOf(address) {
  const found = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@\s]*@)?([a-z0-9.-]{1,100})/i.exec(address);
  return found?.[1]?.toLowerCase() ?? null;
}
function shownName(text) {
  const plain = text.replaceAll(/[^\w.@/+:=<>~^,[\]{}$*-]/g, "?");
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
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
    for (const one2 of instructions.slice(0, end)) {
      if (one2.keyword !== "COPY" && one2.keyword !== "ADD") continue;
      if (one2.flags.some(({ name }) => name === "from")) found.push("*");
      else found.push(...(one2.json ?? splitBlanks(one2.text)).slice(0, -1));
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

// src/dockerfile/shell/arguments.ts
function grammar(values, rest = {}) {
  return { values: new Set(values.split(" ").filter((name) => name !== "")), ...rest };
}
function readArguments(words, options) {
  const found = [];
  const operands = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === void 0) break;
    const { shown: shown3 } = word;
    if (shown3 === "--") return { options: found, operands: [...operands, ...words.slice(at + 1)] };
    if (!shown3.startsWith("-") || shown3 === "-") {
      operands.push(word);
      if (options.strict === true) return { options: found, operands: [...operands, ...words.slice(at + 1)] };
      continue;
    }
    const takesNext = shown3.startsWith("--") || options.longDash === true ? long(word) : cluster(word);
    if (takesNext) {
      const last = found.pop();
      if (last !== void 0) found.push({ name: last.name, value: words[at + 1] ?? null });
      at += 1;
    }
  }
  return { options: found, operands };
  function long(word) {
    const equals = word.shown.indexOf("=");
    if (equals >= 0) {
      found.push({ name: word.shown.slice(0, equals), value: sliceWord(word, equals + 1) });
      return false;
    }
    found.push({ name: word.shown, value: null });
    return options.values.has(word.shown);
  }
  function cluster(word) {
    for (let at = 1; at < word.shown.length; at++) {
      const name = `-${word.shown.charAt(at)}`;
      const rest = at + 1 < word.shown.length;
      if (options.values.has(name)) {
        found.push({ name, value: rest ? sliceWord(word, at + 1) : null });
        return !rest;
      }
      found.push({ name, value: null });
    }
    return false;
  }
}
function hasOption(read, ...names3) {
  return read.options.some(({ name }) => names3.includes(name));
}
function optionValue(read, ...names3) {
  return read.options.findLast(({ name }) => names3.includes(name))?.value ?? null;
}

// src/rules/shared/run/packages.ts
var LONGEST8 = 300;
function floating(names3, judge2, fix) {
  const judged2 = names3.map((name) => ({ name, pinned: judge2(name.slice(0, LONGEST8)) }));
  return {
    names: judged2.filter(({ pinned }) => pinned === false).map(({ name }) => name),
    open: judged2.filter(({ pinned }) => pinned === null).map(({ name }) => name),
    fix
  };
}
var NONE3 = { names: [], open: [], fix: "" };
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
var FIX9 = "Name the version: `npm install --global typescript@5.9.3`.";
var NPM = grammar(
  "-C -w --prefix --registry --loglevel --cache --userconfig --workspace --omit --include --only --tag --otp --before --cpu --os --libc --dir --filter --cwd --modules-folder --cache-folder --network-timeout --network-concurrency --mutex --store-dir --reporter --production-only --fetch-retries --maxsockets --python"
);
var INSTALL = /* @__PURE__ */ new Set(["install", "i", "in", "ins", "inst", "isntall", "add"]);
function nodeInstall({ name, words }, lookup) {
  if (name !== "npm" && name !== "yarn" && name !== "pnpm" && name !== "bun") return null;
  const read = readArguments(words.slice(1), NPM);
  const global = read.operands[0]?.shown === "global";
  const [verb, ...names3] = global ? read.operands.slice(1) : read.operands;
  const installs = verb === void 0 ? name === "yarn" && read.options.every(({ name: option }) => !/^-(v|h|-version|-help)$/.test(option)) : INSTALL.has(verb.shown);
  if (!installs) return null;
  if (names3.length > 0) return { kind: "named", packages: judge(names3, lookup) };
  if (global || hasOption(read, "-g", "--global")) return { kind: "named", packages: NONE3 };
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
    FIX9
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
  return name === "go" || name === "gem" || name === "cargo" ? NONE3 : null;
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
  if (text !== null && (/^=?\s*\d[\w.]*$/.test(text) || hasVariable(text))) return NONE3;
  return floating(
    read.operands.map((word) => spelled(word, lookup)),
    (name) => /\.gem$/.test(name) || /:\d[\w.]*$/.test(name) || (hasVariable(name) ? null : false),
    fix
  );
}
function cargo(words, lookup) {
  const read = readArguments(words, CARGO);
  const value = (...names3) => {
    const word = optionValue(read, ...names3);
    return word === null ? null : spelled(word, lookup);
  };
  const fix = "Name the version, and hold to the lock file of the crate: `cargo install ripgrep@15.0.0 --locked`.";
  if (value("--path") !== null) return NONE3;
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
var FIX10 = 'Name the version (`pip install "requests==2.32.5"`), or install from a lock file: `pip install --require-hashes -r requirements.txt`, `uv sync --locked`.';
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
  if (name === "pipx") return verbs[0] === "install" ? named3(read.operands.slice(1), lookup) : NONE3;
  if (name === "pipenv") {
    if (verbs[0] !== "install" || hasOption(read, "--deploy", "--ignore-pipfile")) return NONE3;
    return verbs.length > 1 ? named3(read.operands.slice(1), lookup) : {
      ...NONE3,
      names: ["what Pipfile names"],
      fix: "Install what the lock file holds: `pipenv sync`, or `pipenv install --deploy`."
    };
  }
  if (name !== "uv") return null;
  if (verbs[0] === "pip") return pip(words.slice(words.findIndex(({ shown: shown3 }) => shown3 === "pip") + 1), lookup);
  if (verbs[0] === "tool" && verbs[1] === "install") return named3(read.operands.slice(2), lookup);
  if (verbs[0] === "add") return named3(read.operands.slice(1), lookup);
  if (verbs[0] !== "sync" || hasOption(read, "--locked", "--frozen") || isOn(lookup("UV_LOCKED")) || isOn(lookup("UV_FROZEN")))
    return NONE3;
  return { ...NONE3, names: ["what pyproject.toml names"], fix: "Hold to the lock file: `uv sync --locked`." };
}
function pip(words, lookup) {
  const read = readArguments(words, PIP);
  const [verb, ...names3] = read.operands;
  if (verb?.shown !== "install" && verb?.shown !== "wheel") return NONE3;
  if (hasOption(read, "--require-hashes", "--no-index", "-c", "--constraint", "--constraints")) return NONE3;
  const editable = optionValue(read, "-e", "--editable");
  return named3(editable === null ? names3 : [...names3, editable], lookup);
}
function named3(words, lookup) {
  return floating(
    words.map((word) => spelled(word, lookup)),
    isPinned2,
    FIX10
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

// src/rules/shared/run/run-rule.ts
import { createHash } from "node:crypto";

// src/dockerfile/shell/wrappers.ts
function wrapper(values = "", skip = 0, except = []) {
  return { options: grammar(values, { strict: true }), skip, except };
}
var WRAPPERS2 = {
  sudo: wrapper("-u -g -h -p -C -r -t -T -U -D -R --user --group --host --prompt --chdir", 0, ["-l", "-v", "--list"]),
  doas: wrapper("-u -C"),
  env: wrapper("-u -C --unset --chdir", 0, ["-S", "--split-string"]),
  exec: wrapper("-a"),
  command: wrapper("", 0, ["-v", "-V"]),
  builtin: wrapper(),
  nohup: wrapper(),
  setsid: wrapper(),
  nice: wrapper("-n --adjustment"),
  ionice: wrapper("-c -n -p --class --classdata"),
  time: wrapper("-f -o --format --output"),
  timeout: wrapper("-s -k --signal --kill-after", 1),
  stdbuf: wrapper("-i -o -e --input --output --error"),
  xargs: wrapper(
    "-n -P -I -L -d -a -s -E --max-args --max-procs --replace --max-lines --delimiter --arg-file --max-chars"
  ),
  busybox: wrapper(),
  toybox: wrapper(),
  gosu: wrapper("", 1),
  "su-exec": wrapper("", 1),
  chroot: wrapper("", 1),
  setpriv: wrapper("--reuid --regid --groups --inh-caps --ambient-caps --bounding-set"),
  runuser: wrapper("-u -g -G --user --group", 0, ["-c", "--command", "-l", "--login"]),
  tini: wrapper("-p -e"),
  "dumb-init": wrapper("-r --rewrite"),
  catatonit: wrapper(),
  eatmydata: wrapper(),
  ccache: wrapper()
};
var DEEPEST5 = 16;
var LONGEST9 = 255;
function unwrap(words) {
  const wrappers = [];
  const assigned = [];
  let rest = words;
  while (wrappers.length < DEEPEST5) {
    const name = programName(rest[0]);
    const known = name !== null && Object.hasOwn(WRAPPERS2, name) ? WRAPPERS2[name] : void 0;
    if (name === null || known === void 0) break;
    const read = readArguments(rest.slice(1), known.options);
    if (hasOption(read, ...known.except ?? [])) break;
    const operands = read.operands.slice(known.skip);
    const first = operands.findIndex(({ shown: shown3 }) => !ASSIGNMENT.test(shown3));
    if (first < 0) break;
    wrappers.push(name);
    assigned.push(...operands.slice(0, first).map(asAssignment));
    rest = operands.slice(first);
  }
  return { wrappers, words: rest, assigned };
}
var ASSIGNMENT = /^[A-Za-z_]\w*=/;
function asAssignment(word) {
  const equals = word.shown.indexOf("=");
  return { name: word.shown.slice(0, equals), value: sliceWord(word, equals + 1) };
}
function programName(word) {
  if (word === void 0) return null;
  const last = word.pieces?.at(-1);
  const text = word.pieces === null ? word.shown : last?.kind === "text" && last.text.includes("/") ? last.text : "";
  const name = text.slice(text.lastIndexOf("/") + 1);
  return name === "" || name.length > LONGEST9 ? null : name;
}

// src/dockerfile/shell/nested.ts
var SHELLS2 = /* @__PURE__ */ new Set(["sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "hush", "rbash", "oksh", "yash"]);
var SHELL_OPTIONS = grammar("-o +o -O +O --rcfile --init-file", { strict: true });
function isShell(name) {
  return name !== null && SHELLS2.has(name);
}
function readShellStart(words) {
  const { options, operands } = readArguments(words.slice(1), SHELL_OPTIONS);
  const [first] = operands;
  if (options.some(({ name }) => name === "-c")) {
    return { script: first ?? null, file: null, readsInput: false };
  }
  const stdin = first === void 0 || STDIN.has(first.shown) || options.some(({ name }) => name === "-s");
  return { script: null, file: stdin ? null : first, readsInput: stdin };
}
var STDIN = /* @__PURE__ */ new Set(["-", "/dev/stdin", "/proc/self/fd/0", "/dev/fd/0"]);
function scriptsOf(words, redirects) {
  const name = programName(words[0]);
  if (isShell(name)) {
    const { script, readsInput } = readShellStart(words);
    if (script !== null) return [asScript(script)];
    return readsInput ? redirects.flatMap(({ body }) => body ?? []) : [];
  }
  if (name === "eval") return [words.slice(1).map(asScript).join(" ")];
  if (name === "su" || name === "runuser" || name === "flock" || name === "script") {
    const read = readArguments(words.slice(1), grammar("-c -s -g -G -u -w -E --command --session-command --shell"));
    const script = optionValue(read, "-c", "--command", "--session-command");
    return script === null ? [] : [asScript(script)];
  }
  return [];
}
function startedBy(words) {
  if (programName(words[0]) !== "find") return [];
  const started = [];
  let open2 = null;
  for (const word of words) {
    if (open2 === null) {
      if (/^-(exec|execdir|ok|okdir)$/.test(word.shown)) open2 = [];
    } else if (word.shown === ";" || word.shown === "+") {
      started.push(open2);
      open2 = null;
    } else open2.push(word);
  }
  return started.filter((command) => command.length > 0);
}

// src/dockerfile/shell/script.ts
var ShellBudget = class {
  /** Characters to read, those of nested scripts once more for each level. */
  characters = 2 * 1024 * 1024;
  commands = 1e5;
};

// src/dockerfile/shell/compound.ts
function partsOf(node) {
  const none = { words: [], variable: null };
  switch (node.type) {
    case "If": {
      const branches = [node, ...node.elif].flatMap(({ clause, then }) => [clause.commands, then.commands]);
      return { ...none, lists: node.else === void 0 ? branches : [...branches, node.else.commands] };
    }
    case "For":
    case "Select":
      return { words: node.wordlist ?? [], lists: [node.body.commands], variable: node.name.value };
    case "While":
      return { ...none, lists: [node.clause.commands, node.body.commands] };
    case "Case":
      return { ...none, words: [node.word], lists: node.items.map(({ body }) => body.commands) };
    case "ArithmeticFor":
    case "Subshell":
    case "BraceGroup":
      return { ...none, lists: [node.body.commands] };
  }
}

// src/dockerfile/shell/redirects.ts
function rerouted(redirects, ends) {
  let { stdin, stdout } = ends;
  for (const { operator, descriptor, target } of redirects) {
    if (operator.startsWith("<")) {
      if (descriptor === null || descriptor === 0) stdin = target?.feeds[0] ?? null;
    } else if (descriptor === null || descriptor === 1) stdout = null;
  }
  return { stdin, stdout };
}

// src/dockerfile/shell/shell-reader.ts
var DEEPEST6 = 16;
var LARGEST = 128 * 1024;
var MOST_COMMANDS = 1e4;
var ShellReader = class {
  #budget;
  #commands = [];
  #writers = [];
  #assigned = /* @__PURE__ */ new Map();
  /** Pipes of `>(…)` that the command at hand writes to. */
  #drains = [];
  #complete = true;
  constructor(budget) {
    this.#budget = budget;
  }
  result() {
    return {
      commands: this.#commands,
      pipes: this.#writers.map((writers) => ({ writers })),
      assigned: this.#assigned,
      complete: this.#complete
    };
  }
  /** Reads a text in shell language. */
  readText(source, place = { level: 0, stdin: null, stdout: null }) {
    if (source.length > LARGEST || !this.#spend(source.length) || place.level > DEEPEST6) {
      this.#complete = false;
      return;
    }
    try {
      this.#script(parse(source), { ...place, source });
    } catch {
      this.#complete = false;
    }
  }
  /** Reads a command that is given word by word, without a shell. */
  readWords(words, place = { level: 0, stdin: null, stdout: null }) {
    const text = words.map(({ shown: shown3 }) => shown3).join(" ");
    this.#add({ text, words, assignments: [], redirects: [] }, { ...place, source: text });
  }
  #spend(characters) {
    this.#budget.characters -= characters;
    return this.#budget.characters >= 0;
  }
  #script(script, place) {
    if (script.errors !== void 0 && script.errors.length > 0) this.#complete = false;
    const source = script.source ?? place.source;
    this.#statements(script.commands, { ...place, source });
  }
  #statements(statements, place) {
    for (const { command } of statements) {
      if (command.type === "AndOr") for (const one2 of command.commands) this.#pipeline(one2, place);
      else this.#pipeline(command, place);
    }
  }
  #pipeline(node, place) {
    if (node.type !== "Pipeline") {
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
  #node(node, place) {
    switch (node.type) {
      case "Command":
        this.#simple(node, place);
        return;
      case "Redirected": {
        const redirects = node.redirects.map((redirect) => this.#redirect(redirect, place));
        this.#node(node.command, { ...place, ...rerouted(redirects, place) });
        return;
      }
      case "Function":
      case "Coproc":
        if (node.body.type === "CompoundList") this.#statements(node.body.commands, place);
        else this.#node(node.body, place);
        return;
      case "TestCommand":
      case "ArithmeticCommand":
        readSubstitutions(node, [], (script) => this.#substitution(script, place, this.#pipe()));
        return;
      case "If":
      case "For":
      case "Select":
      case "While":
      case "Case":
      case "ArithmeticFor":
      case "Subshell":
      case "BraceGroup": {
        const { words, lists, variable: variable2 } = partsOf(node);
        for (const word of words) this.#word(word, place);
        if (variable2 !== null) this.#assigned.set(variable2, null);
        for (const list of lists) this.#statements(list, place);
      }
    }
  }
  #simple(node, place) {
    const outer = this.#drains;
    this.#drains = [];
    const words = node.name === void 0 ? [] : [this.#word(node.name, place)];
    const redirects = [];
    const assignments = [];
    for (const child of [...node.prefix, ...node.suffix]) {
      if (child.type === "Word") words.push(this.#word(child, place));
      else if (child.type !== "Assignment") redirects.push(this.#redirect(child, place));
      else {
        const assignment2 = this.#assignment(child, place);
        assignments.push(assignment2);
        if (child.pos > (node.name?.pos ?? child.pos)) words.push(prefixWord(`${assignment2.name}=`, assignment2.value));
      }
    }
    if (node.name === void 0 || assignments.some(({ name }) => words.some(({ shown: shown3 }) => shown3.startsWith(`${name}=`))))
      for (const { name, value } of assignments) this.#assign(name, value?.value ?? null);
    const text = place.source.slice(node.pos, node.end);
    const index = this.#commands.length;
    this.#add({ text, words, assignments, redirects }, place);
    for (const pipe of this.#drains) this.#writers[pipe]?.push(index);
    this.#drains = outer;
  }
  #add(parts, place) {
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
      level: place.level
    });
    if (stdout !== null) this.#writers[stdout]?.push(index);
    const inner = { level: place.level + 1, stdin, stdout };
    for (const script of scriptsOf(words, parts.redirects)) this.readText(script, inner);
    for (const command of startedBy(words)) this.readWords(command, inner);
  }
  #assignment(node, place) {
    const { value } = node;
    if (value.type === "Word") return { name: node.name, value: this.#word(value, place) };
    for (const element of value.elements) this.#word(element, place);
    return { name: node.name, value: null };
  }
  #assign(name, value) {
    this.#assigned.set(name, this.#assigned.has(name) && this.#assigned.get(name) !== value ? null : value);
  }
  #redirect(node, place) {
    const descriptor = node.descriptor?.type === "FileDescriptor" ? node.descriptor.value : null;
    const before = place.source.charAt(node.pos - 1);
    const glued = node.descriptor === void 0 && /[^\s;&|()<>]/.test(before);
    if (node.type === "HereDoc") {
      const feeds = [];
      for (const part of node.body.parts ?? [])
        readSubstitutions(part, feeds, (script) => this.#substitution(script, place, this.#pipe()));
      return { operator: node.operator, descriptor, target: null, body: node.body.text, glued };
    }
    const target = node.target === void 0 ? null : this.#word(node.target, place);
    return { operator: node.operator, descriptor, target, body: null, glued };
  }
  #word(word, place) {
    return readWord(word, (script, direction) => {
      const pipe = this.#pipe();
      return direction === "in" ? this.#substitution(script, place, pipe) : this.#consumer(script, place, pipe);
    });
  }
  /** A substitution whose text somebody takes. */
  #substitution(script, place, pipe) {
    return this.#inner(script, { ...place, stdout: pipe }) ? pipe : null;
  }
  /** `>(…)`: somebody writes to its standard input. */
  #consumer(script, place, pipe) {
    this.#inner(script, { ...place, stdin: pipe });
    this.#drains.push(pipe);
    return null;
  }
  #inner(script, place) {
    const level = place.level + 1;
    if (level > DEEPEST6 || !this.#spend(script.end - script.pos)) {
      this.#complete = false;
      return false;
    }
    this.#script(script, { ...place, level });
    return true;
  }
  #pipe() {
    this.#writers.push([]);
    return this.#writers.length - 1;
  }
};

// src/dockerfile/shell/commands-of.ts
function commandsOf2(instruction, budget = new ShellBudget()) {
  const reader = new ShellReader(budget);
  if (instruction.json !== null) reader.readWords(instruction.json.map(literal2));
  else {
    const script = shellText2(instruction);
    const interpreter = interpreterOf(script);
    if (interpreter === null) reader.readText(script);
    else reader.readWords(interpreter.map(literal2));
  }
  return reader.result();
}
function readScript(text, budget = new ShellBudget()) {
  const reader = new ShellReader(budget);
  reader.readText(text);
  return reader.result();
}
function shellText2({ text, heredocs }) {
  const [first] = heredocs;
  if (first === void 0) return text;
  if (heredocs.length === 1 && asHeredoc(trim(text)) !== null) return first.content;
  return [text, ...heredocs.map(({ content, name }) => `${content}${name}`)].join("\n");
}
function interpreterOf(script) {
  if (!script.startsWith("#!")) return null;
  const end = script.indexOf("\n");
  const words = trim(script.slice(2, end < 0 ? void 0 : end)).split(/[\t ]+/);
  const program = unwrap(words.filter((word) => word !== "-S").map(literal2)).words;
  return isShell(programName(program[0])) ? null : words;
}
function readWordList(words, budget = new ShellBudget()) {
  const reader = new ShellReader(budget);
  reader.readWords(words.map(literal2));
  return reader.result();
}

// src/dockerfile/shell/stage-shells.ts
function shellForms(dockerfile) {
  const foreign = /* @__PURE__ */ new Set();
  const atEnd = /* @__PURE__ */ new Map();
  for (const stage of dockerfile.stages) {
    let posix2 = (stage.parent === null ? null : atEnd.get(stage.parent)) ?? !isWindows(stage);
    for (const instruction of stage.instructions) {
      if (instruction.keyword === "SHELL") posix2 = isPosix(instruction.json ?? []);
      else if (!posix2) foreign.add(instruction);
    }
    atEnd.set(stage.index, posix2);
  }
  return (instruction) => !foreign.has(instruction);
}
function isPosix(words) {
  return words.some((word) => isShell(programName(literal2(word))));
}
function isWindows({ base, from: from2, platform }) {
  if (platform !== null) return platform.startsWith("windows");
  return /windows|nanoserver/i.test(base ?? from2);
}

// src/dockerfile/shell/runs.ts
var KNOWN2 = /* @__PURE__ */ new WeakMap();
function runsOf(dockerfile) {
  const known = KNOWN2.get(dockerfile);
  if (known !== void 0) return known;
  const runs = readRuns(dockerfile);
  KNOWN2.set(dockerfile, runs);
  return runs;
}
function readRuns(dockerfile) {
  const budget = new ShellBudget();
  const isPosix2 = shellForms(dockerfile);
  return dockerfile.reachable.flatMap(
    (stage) => (dockerfile.stages[stage]?.instructions ?? []).filter(({ keyword }) => keyword === "RUN").map((instruction) => {
      const readable = instruction.json !== null || isPosix2(instruction);
      return { stage, instruction, script: readable ? commandsOf2(instruction, budget) : null };
    })
  );
}

// src/rules/shared/run/run-rule.ts
function scriptRuns(dockerfile) {
  return runsOf(dockerfile).flatMap((run) => run.script === null ? [] : { ...run, script: run.script });
}
function judgeRuns({ dockerfile }, find3, content) {
  if (dockerfile === null) return unknown("Without the Dockerfile nothing tells how the image was built.", "low");
  const { faults, open: open2 = [] } = find3(dockerfile);
  if (faults.length > 0) return fail(withPlaces(faults));
  const unread = runsOf(dockerfile).find(({ script }) => script === null || !script.complete);
  if (unread !== void 0) {
    return unknown(`What RUN does on line ${unread.instruction.location.startLine} cannot be read.`, "medium");
  }
  const [reason] = open2;
  return reason === void 0 ? pass(content) : unknown(reason, OPEN);
}
var OPEN = "low";
function commandPlace(text) {
  const stable = text.replaceAll(/\s+/g, " ").replaceAll(/[0-9a-f]{7,}/gi, "#").replaceAll(/[0-9]+/g, "#");
  return `run:${createHash("sha256").update(stable).digest("hex").slice(0, 12)}`;
}
function withPlaces(faults) {
  const seen = /* @__PURE__ */ new Map();
  return faults.map((fault3) => {
    const place = fault3.place ?? "";
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return count === 1 ? fault3 : { ...fault3, place: `${place}#${count}` };
  });
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
function listed2(names3) {
  const shown3 = names3.slice(0, 4).map((name) => /:\/\/|@.*:/.test(name) ? "a package from an address" : shownName(name));
  return names3.length > 4 ? `${shown3.join(", ")} and ${names3.length - 4} more` : shown3.join(", ");
}

// src/rules/docker-socket.ts
var FIX11 = "Remove it: a server that must start containers gets a narrow API (a proxy that allows single calls), never the engine itself.";
var dockerSocket = {
  id: "docker-socket",
  title: "The image does not ask for the engine or for folders of the host",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Who can talk to the engine is root on the host. A VOLUME on its socket, on /proc, /sys, /dev or /etc invites people to mount what no container should have.",
  fix: FIX11,
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
    const wrong2 = SOCKET.test(path) || SYSTEM2.has(path) || /^\/(proc|sys|dev)\//.test(path);
    return wrong2 ? [
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
    const wrong2 = SOCKET.test(value) || /^(DOCKER|CONTAINER|PODMAN)_HOST$/.test(name) && /^(unix|npipe|fd):/i.test(value);
    return wrong2 ? [fault2(`ENV ${plainName(name)} leads to the engine's socket.`, `env:${name}`, from2 ?? fromLine(evidence))] : [];
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
  return { message, fix: FIX11, location, place };
}

// src/rules/duplicate-instruction.ts
var ONCE = ["CMD", "ENTRYPOINT", "HEALTHCHECK"];
var duplicateInstruction = {
  id: "duplicate-instruction",
  title: "CMD, ENTRYPOINT and HEALTHCHECK stand once in a stage",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "Only the last one of a stage counts. An earlier one looks as if it were in force, and whoever edits it changes nothing.",
  fix: "Keep the last one and remove the others.",
  aliases: ["DL3012", "DL4003", "DL4004", "DS-0007", "DS-0016", "DS-0023", "MultipleInstructionsDisallowed"],
  examples: {
    good: [
      {
        title: "one of each",
        dockerfile: 'FROM scratch\nHEALTHCHECK NONE\nENTRYPOINT ["/server"]\nCMD ["stdio"]\n'
      },
      {
        title: "in two stages: the later one replaces on purpose",
        dockerfile: 'FROM scratch AS dev\nCMD ["/server", "--dev"]\nFROM dev\nCMD ["/server"]\n'
      },
      {
        title: "for images that build on this one",
        dockerfile: 'FROM scratch\nONBUILD CMD ["/child"]\nCMD ["/server"]\n'
      }
    ],
    bad: [
      { title: "CMD twice", dockerfile: 'FROM scratch\nCMD ["/setup"]\nCMD ["/server"]\n' },
      {
        title: "HEALTHCHECK twice",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ["/probe"]\nHEALTHCHECK NONE\nCMD ["/server"]\n'
      },
      {
        title: "ENTRYPOINT in a builder",
        dockerfile: 'FROM scratch AS build\nENTRYPOINT ["/a"]\nENTRYPOINT ["/b"]\nFROM scratch\nCOPY --from=build /b /b\n'
      }
    ]
  },
  judge({ dockerfile }) {
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells what stands in it.");
    const stages = reachableStages(dockerfile);
    const faults = stages.flatMap(
      (stage) => ONCE.flatMap((keyword) => faultOf3(stage, keyword, stageName(dockerfile, stage)))
    );
    return faults.length > 0 ? fail(faults) : pass("Each of them stands at most once in a stage.");
  }
};
function faultOf3({ instructions }, keyword, stage) {
  const found = instructions.filter((instruction) => instruction.keyword === keyword);
  const [first, ...more] = found.slice(0, -1);
  const last = found.at(-1);
  if (first === void 0 || last === void 0) return [];
  const others = [...more.slice(0, 20), last];
  return [
    {
      message: `This ${keyword} has no effect: the one on line ${last.location.startLine} replaces it.`,
      fix: `Keep one ${keyword} in the stage.`,
      location: first.location,
      related: others.map(({ location }) => ({
        location,
        message: location === last.location ? `the ${keyword} that counts` : `another ${keyword} without effect`
      })),
      place: `${keyword.toLowerCase()}:${stage}`
    }
  ];
}

// src/rules/shared/run/executions.ts
var INTERPRETERS2 = {
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
  Object.entries(INTERPRETERS2).map(([name, { values }]) => [name, grammar(values, { strict: true })])
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
  const switches = INTERPRETERS2[plain]?.code ?? [];
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

// src/rules/shared/run/start.ts
function startOf(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  if (!entrypoint.known || !cmd.known) return null;
  const words = { entrypoint: entrypoint.value ?? [], cmd: cmd.value ?? [] };
  const script = readWordList([...words.entrypoint, ...words.cmd]);
  const from2 = words.entrypoint.length > 0 ? entrypoint.from : cmd.from;
  return { ...words, script, command: script.commands[0] ?? null, location: from2 ?? fromLine(evidence) };
}
function writtenAs(keyword, evidence, setting) {
  const { dockerfile } = evidence;
  const text = keyword === "CMD" ? dockerfile?.config.cmd : dockerfile?.config.entrypoint;
  if (dockerfile === null || text === void 0 || setting.from === null) return null;
  if (JSON.stringify(text.value) !== JSON.stringify(setting.value)) return null;
  const { startLine: startLine2, file } = setting.from;
  for (const stage of dockerfile.reachable) {
    const found = dockerfile.stages[stage]?.instructions.find(
      ({ keyword: name, location }) => name === keyword && location.startLine === startLine2 && location.file === file
    );
    if (found !== void 0) return found;
  }
  return null;
}
function fileText(path, { files, config }) {
  if (files === null) return null;
  const found = lookUp(files, path, config.workingDir === "" ? "/" : config.workingDir);
  return found === null ? null : files.heads[found.file.path] ?? null;
}

// src/rules/entrypoint-exec-env.ts
var FIX12 = 'Read the variable in the program, or start it by a shell that hands over: `ENTRYPOINT ["/bin/sh", "-c", "exec node server.js --port \\"$PORT\\""]`.';
var entrypointExecEnv = {
  id: "entrypoint-exec-env",
  title: "The exec form holds no variables",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Nothing expands variables in the exec form of ENTRYPOINT and CMD: the program gets the text `${PORT}` itself, and the setting does not work.",
  fix: FIX12,
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
    const literal3 = literalWords(start);
    const names3 = [...new Set([...literal3.entrypoint, ...literal3.cmd].flatMap(variablesIn))];
    if (names3.length === 0) return pass("No variable stands in the exec form.");
    const { entrypoint, cmd } = effective(evidence);
    const inCmd = !literal3.entrypoint.some((word) => variablesIn(word).length > 0);
    const who = decider(start, inCmd, evidence.image);
    if (who !== null) return unknown(`Whether ${listed3(names3)} is expanded is up to ${who}.`, "low");
    const message = `${inCmd ? "CMD" : "ENTRYPOINT"} passes ${listed3(names3)} as it is written: nothing expands it in the exec form.`;
    return fail([{ message, fix: FIX12, location: (inCmd ? cmd.from : entrypoint.from) ?? fromLine(evidence) }]);
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
function listed3(names3) {
  return shownName(names3.slice(0, 3).join(", "));
}
function lastPart2(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// src/rules/entrypoint-exec-form.ts
var FIX13 = 'Write a JSON array: `ENTRYPOINT ["node", "server.js"]`. Where a shell is needed, let it hand over: `ENTRYPOINT ["/bin/sh", "-c", "exec node server.js --port \\"$PORT\\""]`.';
var entrypointExecForm = {
  id: "entrypoint-exec-form",
  title: "The program is started without a shell around it",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "In shell form `/bin/sh -c` is process 1: it does not pass SIGTERM on, so that every stop waits for the kill after ten seconds, and the arguments of `docker run` are lost. For a server on standard input a shell stands between client and server.",
  fix: FIX13,
  aliases: ["DL3025", "JSONArgsRecommended"],
  examples: {
    good: [
      { title: "exec form", dockerfile: 'FROM scratch\nENTRYPOINT ["node", "server.js"]\nCMD ["--stdio"]\n' },
      { title: "a shell that hands over", dockerfile: "FROM scratch\nENTRYPOINT exec node server.js\n" },
      { title: "a shell on purpose", dockerfile: 'FROM scratch\nSHELL ["/bin/bash", "-c"]\nCMD node server.js\n' },
      {
        title: "a health check may use a shell",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD /probe || exit 1\nENTRYPOINT ["/server"]\n'
      }
    ],
    bad: [
      { title: "ENTRYPOINT", dockerfile: "FROM scratch\nENTRYPOINT node server.js\n" },
      { title: "CMD", dockerfile: "FROM scratch\nCMD npm start\n" },
      { title: "single quotes make no JSON", dockerfile: "FROM scratch\nCMD ['node', 'server.js']\n" },
      { title: "CMD behind ENTRYPOINT", dockerfile: 'FROM scratch\nENTRYPOINT ["/entry"]\nCMD node server.js\n' }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const config = effective(evidence);
    const entrypoint = shellText3("ENTRYPOINT", config.entrypoint, evidence);
    const keyword = entrypoint === null ? "CMD" : "ENTRYPOINT";
    const setting = entrypoint === null ? config.cmd : config.entrypoint;
    if (!setting.known) return unknown("The base image may set CMD; only the built image can tell.");
    const text = entrypoint ?? shellText3("CMD", config.cmd, evidence);
    if (text === null) {
      if (!config.entrypoint.known) return unknown("The base image may set ENTRYPOINT; only the built image can tell.");
      return pass("The program is started without a shell.");
    }
    if (config.shell.value !== null && config.shell.value.length > 0)
      return pass("SHELL is set on purpose: the shell form is meant.");
    if (handsOver(text)) return pass("The shell hands over to the program with exec.");
    const behind = keyword === "CMD" && (config.entrypoint.value ?? []).length > 0;
    const message = behind ? "CMD is in shell form: ENTRYPOINT gets `/bin/sh -c` and a text as arguments." : `${keyword} is in shell form: a shell is process 1 and does not pass signals on.`;
    return fail([{ message, fix: FIX13, location: setting.from ?? fromLine(evidence) }]);
  }
};
function shellText3(keyword, setting, evidence) {
  const words = setting.value ?? [];
  const written2 = writtenAs(keyword, evidence, setting);
  if (written2 !== null) return written2.json === null ? words.at(-1) ?? "" : null;
  const [shell, option, text, ...more] = words;
  if (text === void 0 || more.length > 0) return null;
  return shell === "/bin/sh" && option === "-c" ? text : null;
}
function handsOver(text) {
  const { commands: commands2, complete } = readScript(text);
  const last = commands2.findLast(({ level }) => level === 0);
  return complete && last?.wrappers.includes("exec") === true && last.stdout === null;
}

// src/rules/entrypoint-exists.ts
var FIX14 = "Copy the program to the place that ENTRYPOINT or CMD names, executable (`COPY --chmod=755`), built for this platform and C library, with an interpreter that the image has and Unix line ends.";
var entrypointExists = {
  id: "entrypoint-exists",
  title: "The program that is started is there and can be executed",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: 'A wrong path, a missing execute bit, a program for another platform or C library, a script with Windows line ends: the build succeeds, and every container dies at its start with "no such file or directory" or "exec format error".',
  fix: FIX14,
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
      return fail([{ message, fix: FIX14, location: startLine(evidence) }]);
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
var FIX15 = 'Name the program in the final stage: `ENTRYPOINT ["node", "/app/server.js"]`.';
var entrypointPresent = {
  id: "entrypoint-present",
  title: "The image starts a program",
  severity: { mcp: "high", container: "medium", strict: "high" },
  why: "Without ENTRYPOINT and CMD the image cannot be started as it is. Often the wrong stage was built, or an ENTRYPOINT dropped the CMD of its base.",
  fix: FIX15,
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
    return fail([{ message: "Neither ENTRYPOINT nor CMD is set: nothing can be started.", fix: FIX15, location }]);
  }
};

// src/rules/shared/debug-doors.ts
var DEBUG_PORTS = {
  "22/tcp": { what: "SSH", reserved: true },
  "23/tcp": { what: "Telnet", reserved: true },
  "2375/tcp": { what: "the Docker engine's unprotected API", reserved: true },
  "2376/tcp": { what: "the Docker engine's API", reserved: true },
  "5005/tcp": { what: "Java's debugger (JDWP)", reserved: false },
  "5678/tcp": { what: "Python's debugger (debugpy)", reserved: false },
  "5900/tcp": { what: "a remote screen (VNC)", reserved: true },
  "6274/tcp": { what: "the MCP Inspector", reserved: true },
  "6277/tcp": { what: "the MCP Inspector's proxy", reserved: true },
  "8888/tcp": { what: "Jupyter", reserved: false },
  "9229/tcp": { what: "Node.js's inspector", reserved: true }
};
var NODE = /* @__PURE__ */ new Set(["node", "nodejs", "nodemon", "tsx", "ts-node", "ts-node-dev", "bun", "deno", "npx", "electron"]);
var RELOADERS = /* @__PURE__ */ new Set(["uvicorn", "gunicorn", "hypercorn", "fastapi", "flask", "adev", "watchfiles"]);
var INSPECT = /^--inspect(-brk|-wait)?(=|$)/;
var JDWP = /^-(agentlib:jdwp|Xrunjdwp)/;
function commandDoors(words) {
  const names3 = words.map(baseName3);
  const has = (name) => names3.includes(name);
  const module = (name) => words.some((word, at) => word === "-m" && words[at + 1] === name);
  const doors = [];
  const add3 = (condition, id, what, remote = true) => {
    if (condition) doors.push({ id, what, remote });
  };
  const firstNode = names3.findIndex((name) => NODE.has(name));
  add3(
    firstNode >= 0 && words.slice(firstNode + 1).some((word) => INSPECT.test(word)),
    "node-inspect",
    "Node.js's inspector, which runs any code it is sent"
  );
  add3(
    has("debugpy") || module("debugpy") || module("ptvsd"),
    "debugpy",
    "Python's debugger, which runs any code it is sent"
  );
  add3(
    words.some((word) => JDWP.test(word)),
    "jdwp",
    "Java's debugger, which runs any code it is sent"
  );
  add3(names3[0] === "dlv" || names3[0] === "exec" && names3[1] === "dlv", "delve", "the Go debugger");
  add3(has("sshd") || has("dropbear"), "sshd", "an SSH server");
  add3(has("flask") && words.includes("--debug"), "flask-debug", "Flask's debugger, which runs code from the browser");
  add3(module("http.server") || module("SimpleHTTPServer"), "http-server", "a file server without protection", false);
  add3(
    has("nodemon") || has("ts-node-dev") || firstNode >= 0 && words.includes("--watch"),
    "watch",
    "a development server that restarts when files change",
    false
  );
  add3(
    names3.some((name) => RELOADERS.has(name)) && words.includes("--reload"),
    "reload",
    "a development server that reloads its code",
    false
  );
  return doors;
}
function variableDoor(name, value) {
  const words = value.split(/\s+/);
  if (name === "NODE_OPTIONS" && words.some((word) => INSPECT.test(word))) {
    return { id: name, what: "Node.js's inspector, which runs any code it is sent", remote: true };
  }
  if (name === "FLASK_DEBUG" && /^(1|true|t|yes|y|on)$/i.test(value)) {
    return { id: name, what: "Flask's debugger, which runs code from the browser", remote: true };
  }
  if (/^(JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|CATALINA_OPTS)$/.test(name) && words.some((word) => JDWP.test(word))) {
    return { id: name, what: "Java's debugger, which runs any code it is sent", remote: true };
  }
  return null;
}
function baseName3(word) {
  return word.slice(word.lastIndexOf("/") + 1).replace(/\.(exe|js|py)$/, "");
}

// src/rules/expose-debug-port.ts
var LONGEST10 = 16384;
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
    (word) => word.slice(0, LONGEST10).split(/[\s;&|()'"`]+/).filter((part) => part !== "")
  );
}
function variables(evidence) {
  return effective(evidence).env.entries.flatMap(({ value: entry, known, from: from2 }) => {
    const at = entry.indexOf("=");
    const door = known && at > 0 ? variableDoor(entry.slice(0, at), entry.slice(at + 1, at + 1 + LONGEST10)) : null;
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

// src/rules/shared/server-json.ts
var LONGEST11 = 1024 * 1024;
var SCHEMA = object({
  name: string().max(300),
  packages: array(object({ registryType: string().optional(), transport: object({ type: string() }).optional() })).optional()
});
function serverJsonOf({ repository }) {
  const given = repository?.serverJson;
  if (given === void 0) return { kind: "not-read" };
  if (given === null) return { kind: "absent" };
  const decoded = SCHEMA.safeParse(jsonOf(given.text));
  if (!decoded.success) return { kind: "unreadable" };
  const { name, packages = [] } = decoded.data;
  const images = packages.filter(({ registryType }) => registryType === "oci");
  const transports = [...new Set(images.flatMap(({ transport }) => transport?.type ?? []))];
  return { kind: "found", server: { file: given.file, name, transports } };
}
function jsonOf(text) {
  if (text.length > LONGEST11) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/rules/shared/transport.ts
var WORDS = {
  stdio: "stdio",
  http: "http",
  https: "http",
  sse: "http",
  "streamable-http": "http",
  streamablehttp: "http",
  streamable_http: "http"
};
var SIDE_DOORS = new Set([22, 23, 2375, 2376, 5005, 5678, 5900, 6274, 6277, 9229].map((port) => `${port}/tcp`));
function transportOf(evidence, stated) {
  if (stated !== "auto") return { transport: stated, because: `the transport is stated as ${stated}` };
  const described = serverJsonTransport(evidence) ?? labelTransport(evidence);
  if (described !== null) return described;
  const config = effective(evidence);
  const command = [...config.entrypoint.value ?? [], ...config.cmd.value ?? []];
  const spoken = new Set(command.flatMap(transportWord));
  if (spoken.size === 2) return { transport: "both", because: "the start command names stdio and HTTP" };
  for (const transport of spoken) return { transport, because: `the start command names ${transport}` };
  for (const entry of config.env.entries) {
    const [name, value] = split2(entry.value);
    const word = /(^|_)TRANSPORT(_MODE|_TYPE)?$/i.test(name) ? WORDS[value.toLowerCase()] : void 0;
    if (word !== void 0 && entry.known) return { transport: word, because: `${name} is ${value.toLowerCase()}` };
  }
  const port = config.exposedPorts.entries.find(({ value, known }) => known && !SIDE_DOORS.has(value))?.value;
  if (port !== void 0) return { transport: "http", because: `port ${port} is exposed` };
  return {
    transport: "unknown",
    because: "neither the start command, nor a variable, nor an exposed port tells the transport"
  };
}
function serverJsonTransport(evidence) {
  const state = serverJsonOf(evidence);
  if (state.kind !== "found") return null;
  const words = new Set(
    state.server.transports.flatMap((type) => Object.hasOwn(WORDS, type) ? WORDS[type] ?? [] : [])
  );
  if (words.size === 2) return { transport: "both", because: "server.json names stdio and HTTP" };
  for (const transport of words) return { transport, because: `server.json names ${transport}` };
  return null;
}
function labelTransport(evidence) {
  for (const { value: entry, known } of effective(evidence).labels.entries) {
    const [name, value] = split2(entry);
    const spoken = /(^|\.)(mcp|modelcontextprotocol)\.([a-z.-]{0,60}\.)?transport(\.type)?$/.test(name) ? value.toLowerCase() : "";
    const word = Object.hasOwn(WORDS, spoken) ? WORDS[spoken] : void 0;
    if (known && word !== void 0) return { transport: word, because: `the label ${name} names ${word}` };
  }
  return null;
}
function transportWord(word) {
  const bare = word.toLowerCase().replace(/^--?/, "").replace(/^(mcp-)?transport=/, "");
  const found = Object.hasOwn(WORDS, bare) ? WORDS[bare] : void 0;
  return found === void 0 ? [] : [found];
}
function split2(entry) {
  const at = entry.indexOf("=");
  return at < 0 ? [entry, ""] : [entry.slice(0, at), entry.slice(at + 1)];
}

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
var FIX16 = "Copy only what the program needs: `COPY --from=build /app/dist /app`.";
var finalStage = {
  id: "final-stage",
  title: "The final stage takes from builders only what it needs",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "Only the target stage becomes the image, so only what leads to it is judged. `COPY --from=build / /` brings the whole builder along: compilers, caches, credentials, and its users.",
  fix: FIX16,
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
        const fault3 = faultOf4(dockerfile, source, instruction);
        if (!faults.has(fault3.place ?? "")) faults.set(fault3.place ?? "", fault3);
      }
    }
    return faults.size > 0 ? fail([...faults.values()]) : pass(judged(dockerfile));
  }
};
function faultOf4(dockerfile, source, { location }) {
  const name = source.name ?? `${source.index}`;
  return {
    message: `All of stage ${name} is copied into the image, not only what was built there.`,
    fix: FIX16,
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
var FIX17 = "Ask the server something that fails when it is not well, and let the failure through: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.";
var healthcheckNoop = {
  id: "healthcheck-noop",
  title: "The health check can fail",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A check that always succeeds is worse than none: it vouches for a server that hangs. `|| true`, `|| exit 0` and a process search that finds itself do that.",
  fix: FIX17,
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
      return fail([{ message: `The health check never fails: ${why}.`, fix: FIX17, location: state.health.location }]);
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
  const matches2 = full && typeof pattern === "string" && /^[\w./ -]{2,}$/.test(pattern) && !pattern.startsWith("-");
  const narrowed = args.some((word) => /^-(x|-exact|P|-parent|u|-euid|U|t|v|n|o)$/.test(word ?? ""));
  return matches2 && !narrowed ? "with -f, pgrep finds the shell that runs this very line" : null;
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
var FIX18 = "Ask the server itself, by address, with a tool the image has: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.";
var STDIO_FIX = "Write `HEALTHCHECK NONE`: it says that a stdio server needs none, and stops a base from adding one.";
var healthcheckPresent = {
  id: "healthcheck-present",
  title: "A server that listens has a health check",
  severity: { mcp: "high", container: "medium", strict: "high" },
  why: "A process that hangs looks alive to the engine. A health check lets it be seen and replaced. A stdio server listens on nothing: it needs none, and `HEALTHCHECK NONE` says so.",
  fix: FIX18,
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
    const missing2 = isNone ? "HEALTHCHECK NONE switches the health check off" : "No health check is set";
    const fault3 = transport === "stdio" ? { message: `${missing2} (${because}).`, fix: STDIO_FIX } : { message: `${missing2}, and the server listens (${because}).${dropped(evidence)}`, fix: FIX18 };
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
var FIX19 = 'Use what the image has: the server itself (`CMD ["/server", "--health"]`), its runtime (`CMD ["node", "healthcheck.js"]`), BusyBox wget on Alpine; or install the tool.';
var healthcheckRunnable = {
  id: "healthcheck-runnable",
  title: "The health check can be executed",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "The check runs inside the container, with the programs and the user of the image. When curl, or the shell itself, is not there, the container is reported unhealthy for ever and orchestrators restart it.",
  fix: FIX19,
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
      return fail([{ message: `The health check cannot run: ${joined(certain)}.`, fix: FIX19, location }]);
    }
    if (possible.length > 0) {
      const message = `A branch of the health check cannot run: ${joined(possible)}.`;
      return fail([{ message, fix: FIX19, location, severity: "medium" }]);
    }
    if (inside.length > 0) {
      const message = `The script of the health check cannot run: ${joined(inside)}.`;
      return fail([{ message, fix: FIX19, location, severity: "medium" }]);
    }
    if (open2.length > 0) return unknown(`Not all of it could be followed: ${joined(open2)}.`, OPEN2);
    return pass("What the health check starts is there and executable.");
  }
};
var OPEN2 = "low";

// src/rules/healthcheck-target.ts
var FIX20 = "Probe a route that answers 200 to a plain GET, by address: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.";
var healthcheckTarget = {
  id: "healthcheck-target",
  title: "The health check asks something that can answer",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A probe that can never succeed makes orchestrators restart a healthy server: HTTP to a stdio server, a route that answers 404 or 405 by design, or a name that leads to an address where nobody listens.",
  fix: FIX20,
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
    const found = searchPath(place.image).flatMap((folder2) => lookUp(place.files, `${folder2}/wget`) ?? [])[0];
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
var FIX21 = "Leave the check on. For a server with a certificate of your own, add its authority: copy it to /usr/local/share/ca-certificates and run update-ca-certificates, or name it with `--cacert`, `NODE_EXTRA_CA_CERTS`, `PIP_CERT`. For a repository with a key of its own, install the key.";
var insecureFetch = {
  id: "insecure-fetch",
  title: "Certificates and signatures are checked",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Without these checks anybody between the build and the server can send another file, and the build runs it. As a variable of the image the same holds for every connection of the running server.",
  fix: FIX21,
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
      return message === null ? [] : [{ message, fix: FIX21, location: run.instruction.location, place: commandPlace(command.text) }];
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
    fix: FIX21,
    location,
    place: commandPlace(`COPY ${text}`)
  }));
}
function variableFaults2(evidence) {
  const found = /* @__PURE__ */ new Map();
  const add3 = (name, location) => {
    found.set(name, {
      message: variableMessage(name),
      fix: FIX21,
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
var FIX22 = `Write \`LABEL ${MCP_NAME_LABEL}="io.github.OWNER/SERVER"\` into the final stage, with the name of server.json.`;
var labelMcpServerName = {
  id: "label-mcp-server-name",
  title: "The image carries the name that the MCP registry asks for",
  severity: { mcp: "low", container: "off", strict: "high" },
  why: "The MCP registry takes an image for a server only when this label equals the name in server.json: it proves that whoever publishes the entry also builds the image.",
  fix: FIX22,
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
      return fail([{ message: `The label ${MCP_NAME_LABEL} is missing or empty${wanted}.`, fix: FIX22, location }]);
    }
    if (state.kind === "unreadable") return unknown("The server.json of the repository is not of the expected form.");
    if (state.kind === "found" && state.server.name !== name) {
      const message = `The label ${MCP_NAME_LABEL} says ${plainName(name)}, but ${plainName(state.server.file)} says ${plainName(state.server.name)}.`;
      return fail([{ message, fix: FIX22, location }]);
    }
    if (!/^[A-Za-z0-9.-]{3,100}\/[A-Za-z0-9._-]{1,100}$/.test(name)) {
      return fail([
        {
          message: `The label ${MCP_NAME_LABEL} says ${plainName(name)}, which is no name of the form NAMESPACE/SERVER.`,
          fix: FIX22,
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
var FIX23 = "Set them in the Dockerfile (`LABEL org.opencontainers.image.source=\u2026`), or let CI do it: docker/metadata-action writes all of them.";
var ALL = WANTED.map((name) => `${PREFIX}${name}="x"`).join(" ");
var labelsOci = {
  id: "labels-oci",
  title: "The image says what it is and where it comes from",
  severity: { mcp: "low", container: "low", strict: "low" },
  why: "Registries, scanners and people who find a container running ask for its source, version and licence. The standard labels answer.",
  fix: FIX23,
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
      }
    ]
  },
  judge(evidence) {
    const { labels } = effective(evidence);
    const set = new Map(
      labels.entries.filter(({ known }) => known).map(({ value }) => [value.slice(0, Math.max(value.indexOf("="), 0)), value.slice(value.indexOf("=") + 1)])
    );
    const missing2 = WANTED.filter((name) => (set.get(`${PREFIX}${name}`) ?? "").trim() === "");
    if (missing2.length === 0) return pass("The standard labels are set.");
    if (evidence.image === null)
      return unknown(`Not in the Dockerfile: ${missing2.join(", ")}. CI may set them when it builds.`);
    const from2 = labels.entries.find(({ value, from: line }) => value.startsWith(PREFIX) && line !== null)?.from ?? fromLine(evidence);
    return fail([
      {
        message: `Labels that are missing or empty: ${missing2.map((name) => `${PREFIX}${name}`).join(", ")}.`,
        fix: FIX23,
        location: from2
      }
    ]);
  }
};

// src/rules/package-cache-left.ts
var FIX24 = "Mount the cache while building (`RUN --mount=type=cache,target=/root/.npm npm ci`), or delete it in the very RUN that fills it (`rm -rf /var/lib/apt/lists/*`): a later layer only hides it.";
var WORTH = 64 * 1024;
var packageCacheLeft = {
  id: "package-cache-left",
  title: "No caches of package managers in the image",
  severity: { mcp: "low", container: "low", strict: "low" },
  why: "Indexes and downloads of the build are carried to every machine that pulls the image, and nothing reads them again.",
  fix: FIX24,
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
        fix: FIX24,
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
var FIX25 = "Remove them in the final stage (`RUN rm -rf /usr/local/lib/node_modules/npm /usr/local/bin/npm /usr/local/bin/npx`), or build on a distroless or chiseled base. Where one must stay, accept it with a reason and a date.";
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
  fix: FIX25,
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
    const names3 = [...found].map(([name, held]) => {
      const origin = held.map(({ layer }) => sources.get(layer)?.origin).find((known) => known !== void 0);
      const where = origin === void 0 ? "" : origin === "base" ? ", from the base image" : ", added by this build";
      return `${name} (${plainName(held[0]?.path ?? "")}${where})`;
    });
    const used = commandsOf(startWords(evidence) ?? []).map(([name]) => BY_PROGRAM.get(baseOf(name)));
    const needed = [...found.keys()].filter((name) => used.includes(name));
    const note = needed.length === 0 ? "" : ` The start command itself uses ${needed.join(" and ")}: see runtime-install.`;
    return fail([
      {
        message: `Package managers in the image: ${names3.join(", ")}.${note}`,
        fix: FIX25,
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
var FIX26 = "Lock the account (`passwd -l NAME`, `usermod -L NAME`), or create it without a password: `adduser -D`, `useradd` do.";
var passwdHygiene = {
  id: "passwd-hygiene",
  title: "Every account is locked or has a password, and only root is uid 0",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "With an empty password `su` lets any process in; a second account with uid 0 is root under a name that nobody looks for.",
  fix: FIX26,
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
    ...open2.length === 0 ? [] : [{ message: `Accounts with an empty password: ${listed([...new Set(open2)])}.`, fix: FIX26, place: "password" }],
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
var FIX27 = 'Start the program itself (`ENTRYPOINT ["node", "server.js"]`), end a start script with `exec program "$@"`, or put an init in front: `ENTRYPOINT ["tini", "--", "npm", "start"]`.';
var pid1Signals = {
  id: "pid1-signals",
  title: "Process 1 passes signals on",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "Signals go to process 1. npm, yarn and scripts without `exec` keep SIGTERM to themselves: the server is killed after ten seconds instead of ending in order, and its children stay as zombies.",
  fix: FIX27,
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
    return fail([{ message: judged2, fix: FIX27, location }]);
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
var NOTHING2 = { files: [], input: false };
var TAR = grammar(
  "-f -C -T -X -b -I -F -g -H -K -L -N -V --file --directory --strip-components --exclude --transform"
);
var PLAIN2 = grammar("");
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
  if (program === void 0) return NOTHING2;
  const run = executionOf(command);
  if (run !== null) return { files: run.file === null ? [] : [run.file], input: run.readsInput };
  if (name === null) return { files: [program], input: false };
  if (name === "tar" || name === "bsdtar" || name === "gtar") return tar(rest);
  if (Object.hasOwn(DECOMPRESSORS, name)) return decompress(rest, DECOMPRESSORS[name] === true);
  const plain = name.replace(/^pip[\d.]+$/, "pip");
  const verbs = Object.hasOwn(INSTALLERS, plain) ? INSTALLERS[plain] : void 0;
  const { options, operands } = readArguments(rest, PLAIN2);
  if (verbs !== void 0)
    return verbs.includes(operands[0]?.shown ?? "") ? { files: operands.slice(1), input: false } : NOTHING2;
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
      return options.some(({ name: option }) => PACKAGE.has(option)) ? { files: operands, input: true } : NOTHING2;
    case "java":
      return { files: words.filter((_word, at) => words[at - 1]?.shown === "-jar"), input: false };
    case "chmod":
      return isExecutableMode(rest) ? { files: operands.slice(1), input: false } : NOTHING2;
    default:
      return { files: [program], input: false };
  }
}
var PACKAGE = /* @__PURE__ */ new Set(["-i", "--install", "-x", "--extract", "--unpack", "-U", "--upgrade", "-F", "--freshen"]);
function tar(words) {
  const [first, ...rest] = words;
  if (first !== void 0 && /^[A-Za-z]+$/.test(first.shown)) {
    if (!first.shown.includes("x")) return NOTHING2;
    const file = first.shown.includes("f") ? rest[Array.from(first.shown).filter((letter) => "fCTXbI".includes(letter)).indexOf("f")] : void 0;
    return archive(file ?? null);
  }
  const read = readArguments(words, TAR);
  return hasOption(read, "-x", "--extract", "--get") ? archive(optionValue(read, "-f", "--file")) : NOTHING2;
}
function archive(file) {
  const stdin = file === null || file.shown === "-" || file.shown === "/dev/stdin";
  return { files: stdin ? [] : [file], input: stdin };
}
function decompress(words, always) {
  const read = readArguments(words, PLAIN2);
  if (!always && !hasOption(read, "-d", "--decompress", "--uncompress")) return NOTHING2;
  return { files: read.operands, input: false };
}
function isExecutableMode(words) {
  return words.some(
    ({ shown: shown3 }) => /^[ugoa]*[+=][rwstX]*x/.test(shown3) || /^[0-7]{3,5}$/.test(shown3) && /[1357]/.test(shown3.slice(-3))
  );
}

// src/rules/shared/run/verifications.ts
var MOST = 50;
var LONGEST12 = 2e3;
var PLAIN3 = grammar("-a --algorithm --status");
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
  const read = readArguments(words.slice(1), PLAIN3);
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
  return texts.slice(0, 20).map((text) => text.slice(0, LONGEST12));
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
function add2(files, names3, download, found) {
  for (const name of names3.length === 0 ? [""] : names3) {
    if (files.size >= MOST_FILES) return;
    const one2 = { ...download, name };
    found.push(one2);
    files.set(name, /* @__PURE__ */ new Set([one2]));
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
      for (const written2 of sourcesOf2(instruction)) {
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
function sourcesOf2({ json, text }) {
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
  const names3 = [
    fragment.split(":", 1)[0] ?? "",
    query.get("ref") ?? "",
    query.get("commit") ?? "",
    query.get("checksum") ?? ""
  ];
  return names3.some((name) => COMMIT.test(name));
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

// src/rules/run-unquoted-redirect.ts
var FIX28 = "Quote the whole requirement: `pip install 'setuptools>=78.1.1'`.";
var INSTALLERS2 = /^(pip[\d.]*|pipx|uv|poetry|pipenv|pdm|conda|mamba|micromamba|npm|npx|yarn|pnpm|bun|gem|apk|apt|apt-get|cargo|easy_install)$/;
var VERSION = /^v?\d[\w.*-]*(,.*)?$/i;
var FILE_NAME2 = /\.[a-z]{2,}$/i;
var runUnquotedRedirect = {
  id: "run-unquoted-redirect",
  title: "Version bounds in RUN are quoted",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "The shell takes an unquoted `>` for a redirection: `pip install setuptools>=78.1.1` installs any setuptools and writes a file named `=78.1.1`. The bound, often there because of a vulnerability, is silently gone.",
  fix: FIX28,
  aliases: [],
  examples: {
    good: [
      { title: "quoted", dockerfile: `FROM scratch
RUN pip install 'setuptools>=78.1.1' "wheel<1"
` },
      { title: "an exact version", dockerfile: "FROM scratch\nRUN pip install setuptools==78.1.1\n" },
      {
        title: "real redirections",
        dockerfile: "FROM scratch\nRUN pip install -r a.txt>/dev/null 2>&1 && echo a>b && pip freeze>1.txt\n"
      },
      { title: "a JSON form has no shell", dockerfile: 'FROM scratch\nRUN ["pip", "install", "setuptools>=78.1.1"]\n' }
    ],
    bad: [
      {
        title: "a lower bound",
        dockerfile: "FROM scratch\nRUN python -m pip install --upgrade pip setuptools>=78.1.1\n"
      },
      { title: "an upper bound", dockerfile: "FROM scratch\nRUN pip install django<5\n" },
      { title: "in a heredoc", dockerfile: "FROM scratch\nRUN <<EOF\npip install requests>2.31,<3\nEOF\n" }
    ]
  },
  judge(evidence) {
    const left = leftBehind(evidence);
    if (evidence.dockerfile === null && left.length > 0) return fail(left);
    return judgeRuns(
      evidence,
      (dockerfile) => withImage(runFaults2(dockerfile), left),
      "No version bound is taken for a redirection."
    );
  }
};
function withImage(faults, left) {
  return { faults: faults.length > 0 ? faults : left };
}
function runFaults2(dockerfile) {
  return scriptRuns(dockerfile).flatMap(
    ({ script, instruction }) => script.commands.flatMap((command) => {
      const redirect = command.redirects.find((one2) => isBound(one2, command));
      if (redirect === void 0) return [];
      const bound = shownName(`${redirect.operator}${redirect.target?.shown ?? ""}`);
      return [
        {
          message: `The shell takes ${bound} for a redirection: ${shownName(command.name ?? "the command")} never sees this bound.`,
          fix: FIX28,
          location: instruction.location,
          place: commandPlace(command.text)
        }
      ];
    })
  );
}
function isBound({ operator, descriptor, target, glued }, command) {
  if (operator !== ">" && operator !== "<" || descriptor !== null || target === null) return false;
  const { shown: shown3 } = target;
  const installs = isInstaller(command);
  if (shown3.startsWith("=") && shown3.length > 1) return glued || installs;
  return glued && installs && VERSION.test(shown3) && !FILE_NAME2.test(shown3);
}
function isInstaller({ name, words }) {
  if (name === null) return false;
  if (/^(python|pypy)[\d.]*$/.test(name)) return words[1]?.shown === "-m" && words[2]?.shown === "pip";
  return INSTALLERS2.test(name);
}
function leftBehind(evidence) {
  const { image } = evidence;
  if (image === null || image.files === null) return [];
  const folder2 = image.config.workingDir.replace(/\/$/, "");
  const stray = image.files.merged.find(
    ({ path, type }) => type === "file" && /^=\d/.test(lastPart(path)) && (path.lastIndexOf("/") === 0 || path.slice(0, path.lastIndexOf("/")) === folder2)
  );
  if (stray === void 0) return [];
  return [
    {
      message: `The image has a file ${shownName(stray.path)}: an unquoted version bound was taken for a redirection.`,
      fix: FIX28,
      location: fromLine(evidence),
      place: "file"
    }
  ];
}

// src/rules/runtime-install.ts
var FIX29 = 'Install when building and start what is installed: `RUN npm ci --omit=dev` and `CMD ["node", "server.js"]`; `RUN uv sync --frozen` and `CMD ["/app/.venv/bin/server"]`.';
var runtimeInstall = {
  id: "runtime-install",
  title: "Nothing is downloaded when the container starts",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "What `npx -y` or `uvx` fetch at start was never scanned, differs from day to day, and fails without a network. One bad release upstream breaks every container at its next start.",
  fix: FIX29,
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
      return fail([{ message: `What is started fetches code: ${listed(certain)}.`, fix: FIX29, location }]);
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
    const folder2 = workingFolder(place.image);
    const places = [`${folder2}/node_modules/.bin`, ...scope === "" ? searchPath(place.image) : []];
    const isThere = places.some((path) => lookUp(place.files, `${path}/${bare}`) !== null) || lookUp(place.files, `${folder2}/node_modules/${scope}${bare}/package.json`) !== null;
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
  const quote2 = value.charAt(0);
  if (quote2 !== '"' && quote2 !== "'") return value.replace(/\s+#.*$/, "");
  const end = value.indexOf(quote2, 1);
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

// src/rules/shared/secret-names.ts
function secretFileKind(path) {
  const cut = path.lastIndexOf("/");
  const name = path.slice(cut + 1).toLowerCase();
  const folder2 = path.slice(path.lastIndexOf("/", cut - 1) + 1, cut).toLowerCase();
  if (isTemplate(name)) return null;
  if (/^\.env(\.[\w.-]{1,60})?$/.test(name)) return "variables";
  if (/^id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/.test(name) || /\.(pem|key)$/.test(name)) return "private-key";
  return BY_NAME[name] ?? BY_FOLDER[`${folder2}/${name}`] ?? null;
}
function isSecretByName(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isTemplate(name)) return false;
  return /^\.env(\.(local|production|prod|staging|development|dev)(\.local)?)?$/.test(name) || /^id_(rsa|dsa|ecdsa|ed25519)$/.test(name) || /^(\.netrc|\.git-credentials|\.pypirc|\.pgpass|kubeconfig)$/.test(name) || /(^|\/)\.(aws\/credentials|docker\/config\.json|kube\/config)$/.test(path);
}
function isTemplate(name) {
  return /[._-](example|sample|template|tmpl|dist|defaults?|test|ci)s?(\.|$)|\.pub$/i.test(name);
}
var BY_NAME = {
  ".npmrc": "npmrc",
  ".yarnrc.yml": "yaml",
  ".netrc": "netrc",
  _netrc: "netrc",
  ".pypirc": "pypirc",
  ".pgpass": "addresses",
  ".git-credentials": "addresses",
  "credentials.json": "json",
  "application_default_credentials.json": "json",
  "service-account.json": "json",
  "service_account.json": "json",
  kubeconfig: "yaml"
};
var BY_FOLDER = {
  ".aws/credentials": "ini",
  ".docker/config.json": "json",
  ".kube/config": "yaml"
};
var PACKAGES = /\/(node_modules|site-packages|dist-packages|gems|pkg\/mod|vendor\/bundle|usr\/share\/doc|local\/go\/src|lib(64)?\/(python\d|ruby|perl|go)[^/]*)\//;
var TESTS2 = /\/(tests?|testing|__tests__|testdata|test[-_]data|fixtures?|examples?|demo|docs?|spec|certdata|benchmarks?)\//i;
function isPublished(path) {
  return PACKAGES.test(path) && TESTS2.test(path);
}
function isShared(path) {
  return PACKAGES.test(path) || path === "/etc/ssl/private/ssl-cert-snakeoil.key";
}

// src/rules/secret-file.ts
var FIX30 = "Keep it out of the build context (.dockerignore), pass it with `RUN --mount=type=secret` or when the container starts, and revoke it: deleting it in a later layer does not remove it.";
var MAX_FAULTS = 50;
var secretFile = {
  id: "secret-file",
  title: "No credential file in any layer",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "Everyone who can pull the image can read every layer of it. A file that a later layer deletes or replaces is still there.",
  fix: FIX30,
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
      if (found !== null) faults.push(faultOf5(evidence, file, hidden, found));
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
function faultOf5(evidence, file, hidden, { what, proven }) {
  const deleted = hidden ? " A later layer deletes or replaces it, but it is still in the image." : "";
  const shared = secretFileKind(file.path) === "private-key" && isShared(file.path);
  return {
    message: `${plainName(file.path)} holds ${what}${shared ? ", which an installed package brings" : ""}.${deleted}`,
    fix: FIX30,
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
    { message, fix: FIX30, location: first.location, place: "more", severity: worst }
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
      fix: FIX30,
      location,
      place: `copy:${source}`
    }));
  });
  return bounded(unique(faults));
}

// src/image/history-arguments.ts
var LONGEST13 = 65536;
var MOST2 = 1e3;
function historyArguments(history) {
  const declared = new Declared();
  return history.flatMap(({ createdBy }) => {
    const text = createdBy.slice(0, LONGEST13);
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
var FIX31 = "Mount it where it is needed: `RUN --mount=type=secret,id=npm_token \u2026` and `docker build --secret id=npm_token,env=NPM_TOKEN`.";
var LEAKED = `${FIX31} What was built in counts as leaked: revoke it.`;
var secretInArg = {
  id: "secret-in-arg",
  title: "No credential in build arguments",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "What a build argument is given is written into the history of the image for every RUN behind it, and into its provenance: everyone who can pull the image can read it.",
  fix: FIX31,
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
  return [{ message, fix: FIX31, location, place }];
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
var FIX32 = "Pass it when the container starts (`docker run --env-file`, a mounted secret); what was built in counts as leaked: revoke it.";
var secretInEnv = {
  id: "secret-in-env",
  title: "No credential in the environment of the image",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "ENV is stored in clear text in the image: everyone who can pull it, and every process in the container, can read it. Removing it later leaves it in the history.",
  fix: FIX32,
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
    const faults = variables2(evidence).flatMap(faultOf6);
    if (faults.length > 0) return fail(faults);
    if (!effective(evidence).env.complete)
      return unknown("The base image may set more variables; only the built image can tell.");
    return pass("No variable looks like a credential.");
  }
};
function faultOf6({ name, value, location }) {
  const place = `env:${name}`;
  const kind = credentialKind(value);
  if (kind !== null)
    return [{ message: `ENV ${name} holds ${kind}.`, fix: FIX32, location, place, severity: "critical" }];
  if (value === "" || !isSecretName(name)) return [];
  if (looksSecret(value)) {
    const message = `ENV ${name} is named like a credential, and its value looks like one.`;
    return [{ message, fix: FIX32, location, place, severity: "high" }];
  }
  return [{ message: `ENV ${name} is named like a credential and has a value.`, fix: FIX32, location, place }];
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
var FIX33 = "Take the bits away in the final stage: `RUN find / -xdev -type f -perm /6000 -exec chmod a-s {} +`, or run with `no-new-privileges`, which makes them inert. A program that needs them (a browser sandbox) gets a waiver with its reason.";
var setuidFiles = {
  id: "setuid-files",
  title: "No set-uid or set-gid programs beside those of the distribution",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A set-uid program runs as its owner, mostly root, whoever starts it: one flaw in it gives a process that was confined to a user all of the container.",
  fix: FIX33,
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
        fix: FIX33,
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
  const folder2 = path.slice(0, cut);
  return uid === 0 && (FOLDERS.has(folder2) || MULTIARCH.test(folder2)) && PROGRAMS.has(path.slice(cut + 1));
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
var FIX34 = "Do what needs root before USER, and leave sudo out of the image. To start as root and drop, use `su-exec`, `gosu` or `setpriv` in the start script.";
var sudoPresent = {
  id: "sudo-present",
  title: "There is no sudo in the image",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "sudo is a way back to root for whoever takes over the process, and without a password it makes USER meaningless. In a build it is never needed: USER root is at hand.",
  fix: FIX34,
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
    return judgeRuns(evidence, (dockerfile) => ({ faults: runFaults3(dockerfile) }), "No RUN installs or uses sudo.");
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
      fix: FIX34,
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
      fix: FIX34,
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
function runFaults3(dockerfile) {
  const final = chain(dockerfile);
  return scriptRuns(dockerfile).flatMap(
    ({ script, instruction, stage }) => script.commands.flatMap((command) => {
      const message = faultOf7(command);
      if (message === null) return [];
      const severity = !final.has(stage) ? "low" : grantsRoot(command) ? "high" : null;
      return [{ message, fix: FIX34, location: instruction.location, place: commandPlace(command.text), severity }];
    })
  );
}
function chain({ stages, target }) {
  const found = /* @__PURE__ */ new Set();
  for (let at = target; at !== null; at = stages[at]?.parent ?? null) found.add(at);
  return found;
}
function faultOf7(command) {
  if (grantsRoot(command)) return "RUN allows root without a password (NOPASSWD).";
  if (installsSudo(command)) return "RUN installs sudo.";
  return command.wrappers.includes("sudo") || command.name === "sudo" ? "RUN uses sudo." : null;
}
function installsSudo({ name, words }) {
  const verbs = name !== null && Object.hasOwn(INSTALLERS3, name) ? INSTALLERS3[name] : void 0;
  const at = words.findIndex(({ shown: shown3 }) => shown3 === verbs);
  return verbs !== void 0 && at > 0 && words.slice(at + 1).some(({ shown: shown3 }) => /^sudo([=:@].*)?$/.test(shown3));
}
var INSTALLERS3 = {
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
var FIX35 = "Give the user a home of its own (`adduser` does; or `mkdir -p /home/app && chown 10001 /home/app` with `ENV HOME=/home/app`), or point `XDG_CACHE_HOME`, `UV_CACHE_DIR`, `npm_config_cache` to a writable folder.";
var CACHING = /* @__PURE__ */ new Set(["npm", "npx", "pnpm", "yarn", "bun", "bunx", "uv", "uvx", "pip", "pip3", "pipx", "poetry"]);
var CACHE_VARIABLES = ["UV_CACHE_DIR", "XDG_CACHE_HOME", "npm_config_cache", "NPM_CONFIG_CACHE"];
var LEFT_BEHIND = [".npm", ".cache", ".cache/uv", ".cache/pip", ".local", ".config"];
var userHome = {
  id: "user-home",
  title: "The user has a home that it can write to",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A user without an entry in /etc/passwd gets `/` as its home, and a home that a build step filled as root is closed to it. Tools that keep a cache there (npx, uvx) fail at start, often without a word.",
  fix: FIX35,
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
    [{ message: `Home ${plainName(home)} of uid ${user.uid} ${state}${why}.`, fix: FIX35, location }],
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

// src/rules/user-non-root.ts
var FIX36 = "Create a user in the final stage and select it last: `RUN adduser -D -u 10001 app` and `USER 10001`. Many bases bring one already, such as `node` (uid 1000).";
var userNonRoot = {
  id: "user-non-root",
  title: "The container does not run as root",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "A process that is root in its container owns every file there, and one kernel or runtime flaw away it is root on the host. An MCP server runs what a model asks for.",
  fix: FIX36,
  aliases: ["DL3002", "CIS-DI-0001", "DS-0002", "CIS 4.1"],
  examples: {
    good: [
      {
        title: "a user by number",
        dockerfile: 'FROM scratch\nCOPY server /server\nUSER 10001\nENTRYPOINT ["/server"]\n'
      },
      { title: "root while building only", dockerfile: 'FROM scratch\nUSER root\nUSER app\nENTRYPOINT ["/server"]\n' },
      {
        title: "a stage that the target builds on selects it",
        dockerfile: 'FROM scratch AS base\nUSER 65532:65532\nFROM base\nENTRYPOINT ["/server"]\n'
      }
    ],
    bad: [
      { title: "no USER at all", dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n' },
      {
        title: "USER in the builder only",
        dockerfile: 'FROM scratch AS build\nUSER app\nFROM scratch\nENTRYPOINT ["/server"]\n'
      },
      { title: "uid 0 in another spelling", dockerfile: 'FROM scratch\nUSER 00:1000\nENTRYPOINT ["/server"]\n' },
      { title: "a group without a user", dockerfile: 'FROM scratch\nUSER :1000\nENTRYPOINT ["/server"]\n' }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    if (evidence.image !== null) return judgeImage2(evidence, evidence.image);
    return judgeDockerfile(evidence);
  }
};
function judgeImage2(evidence, image) {
  const { user } = image.config;
  const found = resolveRunUser(user, image.texts["/etc/passwd"] ?? null, image.texts["/etc/group"] ?? null);
  return judgeResolved(evidence, user, found);
}
function judgeResolved(evidence, user, found) {
  const location = effective(evidence).user.from ?? fromLine(evidence);
  if (found.kind === "error") {
    return fail([
      {
        message: `USER ${quote(user)} cannot be resolved in the image, so no container starts: ${found.message}.`,
        fix: FIX36,
        location
      }
    ]);
  }
  if (found.uid !== 0) return pass(`Runs as uid ${found.uid}${user === "" ? "" : ` (USER ${quote(user)})`}.`);
  return fail([{ message: `${asRoot(user)}${unselected(evidence)}`, fix: FIX36, location }]);
}
function judgeDockerfile(evidence) {
  const { user } = effective(evidence);
  if (!user.known) return unknown(`The user comes from something this file does not show${baseOf3(evidence)}.`);
  const text = user.value ?? "";
  const name = text.split(":", 1)[0] ?? "";
  if (name === "toor") return unknown("USER toor is another name of uid 0 on many systems; only the image can tell.");
  if (name !== "" && name !== "root" && !/^[+-]?\d+$/.test(name))
    return pass(`USER ${quote(text)} is selected at the end.`);
  return judgeResolved(evidence, text, resolveRunUser(text.split(":", 1)[0] ?? "", "root:x:0:0::/root:\n", null));
}
function asRoot(user) {
  return user === "" ? "No USER is set, so the container runs as root." : `USER ${quote(user)} is root (uid 0).`;
}
function unselected(evidence) {
  const dockerfile = evidence.dockerfile;
  const stage = dockerfile?.stages[dockerfile.target];
  const creates = stage?.instructions.some(
    ({ keyword, text }) => keyword === "RUN" && /\b(useradd|adduser)\b/.test(text)
  );
  return creates === true && effective(evidence).user.from === null ? " A user is created but never selected." : "";
}
function baseOf3(evidence) {
  const base = evidence.dockerfile?.base;
  return base === null || base === void 0 ? "" : ` (base image ${quote(base.reference ?? base.written)})`;
}
function quote(text) {
  return `"${text.slice(0, 100)}"`;
}

// src/rules/user-numeric.ts
var FIX37 = "Write the number: `USER 10001` (or `USER 10001:10001`), with an ARG for it if it should be settable.";
var userNumeric = {
  id: "user-numeric",
  title: "USER is a number",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "Kubernetes cannot tell whether a name is root: with `runAsNonRoot` it refuses the container. Outside Kubernetes a name is as good.",
  fix: FIX37,
  aliases: ["DL3066"],
  examples: {
    good: [
      { title: "a number", dockerfile: 'FROM scratch\nUSER 10001\nENTRYPOINT ["/server"]\n' },
      {
        title: "a number from a variable",
        dockerfile: 'FROM scratch\nARG APP_UID=1654\nUSER ${APP_UID}\nENTRYPOINT ["/server"]\n'
      },
      { title: "the group may have a name", dockerfile: 'FROM scratch\nUSER 10001:app\nENTRYPOINT ["/server"]\n' }
    ],
    bad: [
      { title: "a name", dockerfile: 'FROM scratch\nUSER app\nENTRYPOINT ["/server"]\n' },
      {
        title: "a name that an earlier stage selects",
        dockerfile: 'FROM scratch AS base\nUSER node:node\nFROM base\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const { user } = effective(evidence);
    if (!user.known) return unknown("USER comes from something this file does not show.");
    const name = (user.value ?? "").split(":", 1)[0] ?? "";
    if (name === "") return notApplicable("No USER is set.");
    if (/^[+-]?\d+$/.test(name)) return pass(`USER ${shown(user.value ?? "")} is a number.`);
    const location = user.from ?? fromLine(evidence);
    return fail([
      { message: `USER ${shown(user.value ?? "")} is a name, which runAsNonRoot refuses.`, fix: FIX37, location }
    ]);
  }
};

// src/rules/user-resolvable.ts
var FIX38 = "Select the user by number (`USER 65532`), or bring the name into the final stage: `COPY --from=build /etc/passwd /etc/group /etc/`.";
var userResolvable = {
  id: "user-resolvable",
  title: "The user and group that USER names exist in the image",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: 'An engine looks a name up in the /etc/passwd of the image, by exact spelling. When it is not there, no container starts: "unable to find user". Building does not notice.',
  fix: FIX38,
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
    { message: `USER ${shown(user)} keeps every container from starting: ${found.message}.`, fix: FIX38, location }
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

// src/rules/workdir-absolute.ts
var FIX39 = "Name a folder of the application by its full path: `WORKDIR /app`.";
var SYSTEM3 = /^\/(proc|sys|dev|etc|boot|bin|sbin|lib|lib64)(\/|$)/;
var workdirAbsolute = {
  id: "workdir-absolute",
  title: "The working directory is absolute and belongs to the application",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A relative WORKDIR hangs on what the base image had set, and moves when the base changes. A program that starts in a folder of the system writes there, or cannot read its own folder.",
  fix: FIX39,
  aliases: ["DL3000", "DS-0009", "DS-0030", "WorkdirRelativePath"],
  examples: {
    good: [
      { title: "a full path", dockerfile: "FROM scratch\nWORKDIR /app\n" },
      { title: "relative to one that is set before", dockerfile: "FROM scratch\nWORKDIR /srv\nWORKDIR app\n" },
      {
        title: "relative to one of an earlier stage",
        dockerfile: "FROM scratch AS base\nWORKDIR /srv\nFROM base\nWORKDIR app\n"
      },
      {
        title: "a full path in a variable",
        dockerfile: 'FROM scratch\nARG HOME=/home/app\nWORKDIR "${HOME}/server"\n'
      },
      { title: "none", dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n' }
    ],
    bad: [
      { title: "relative", dockerfile: "FROM scratch\nWORKDIR app\n" },
      {
        title: "relative in a builder",
        dockerfile: "FROM golang:1.26 AS build\nWORKDIR src\nFROM scratch\nCOPY --from=build /go/src/x /x\n"
      },
      { title: "a folder of the system", dockerfile: 'FROM scratch\nWORKDIR /etc/app\nENTRYPOINT ["/server"]\n' },
      {
        title: "root's home for another user",
        dockerfile: 'FROM scratch\nWORKDIR /root/app\nUSER 1000\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence) {
    const { dockerfile, image } = evidence;
    if (dockerfile === null && image === null) return unknown("Neither a Dockerfile nor an image is at hand.");
    const relative = dockerfile === null ? { faults: [], open: null } : relativeFirst(dockerfile);
    const system = systemFolder(evidence);
    const faults = [...relative.faults, ...system === null ? [] : [system]];
    if (faults.length > 0) return fail(faults);
    if (relative.open !== null) return unknown(`${relative.open}: its variables have no value here.`);
    const { value, known } = effective(evidence).workingDir;
    if (!known) return unknown("The base image may set the working directory; only the built image can tell.");
    return pass(
      value === null ? "No working directory is set, which means the root folder." : `Starts in ${show(value)}.`
    );
  }
};
function relativeFirst(dockerfile) {
  const done = /* @__PURE__ */ new Set();
  const faults = [];
  let open2 = null;
  for (const stage of reachableStages(dockerfile)) {
    if (stage.parent !== null && done.has(stage.parent)) {
      done.add(stage.index);
      continue;
    }
    const first = stage.instructions.find(({ keyword }) => keyword === "WORKDIR");
    if (first === void 0) continue;
    done.add(stage.index);
    const path = expandAt(dockerfile, stage, first, first.text);
    if (path === null && !/^["']?[\\/]/.test(first.text)) open2 ??= `WORKDIR ${show(first.text)}`;
    if (path === null || isAbsolute(path)) continue;
    faults.push({
      message: `WORKDIR ${show(path)} is relative: it depends on the working directory of the base image.`,
      fix: FIX39,
      location: first.location,
      place: `workdir:${stageName(dockerfile, stage)}`,
      severity: isFinal(dockerfile, stage) ? null : "low"
    });
  }
  return { faults, open: open2 };
}
function isAbsolute(path) {
  return /^([\\/]|[A-Za-z]:[\\/])/.test(path);
}
function isFinal({ stages, target }, wanted) {
  for (let stage = stages[target]; stage !== void 0; stage = stages[stage.parent ?? -1]) {
    if (stage.index === wanted.index) return true;
  }
  return false;
}
function systemFolder(evidence) {
  const { workingDir, user } = effective(evidence);
  if (!workingDir.known || workingDir.value === null) return null;
  const path = cleanPath(workingDir.value);
  const location = workingDir.from ?? fromLine(evidence);
  const fault3 = { fix: FIX39, location, place: "workdir" };
  if (SYSTEM3.test(path)) return { ...fault3, message: `The program starts in ${show(path)}, a folder of the system.` };
  if (path === "/" && workingDir.from !== null) {
    const message = "WORKDIR / makes the root folder the working directory: relative paths end up among the system folders.";
    return { ...fault3, message, severity: "low" };
  }
  if (/^\/root(\/|$)/.test(path) && user.known && isOther(user.value ?? "")) {
    const message = `The program starts in ${show(path)}, but runs as ${show(user.value ?? "")}, who usually may not enter /root.`;
    return { ...fault3, message };
  }
  return null;
}
function isOther(user) {
  const name = user.split(":", 1)[0] ?? "";
  return name !== "" && name !== "root" && name !== "toor" && !/^[+-]?0+$/.test(name);
}
function show(path) {
  return path.replace(new RegExp("\\p{Cc}+", "gu"), " ").slice(0, 100);
}

// src/rules/shared/wanted.ts
var WANTED_TEXTS = [
  "/etc/passwd",
  "/etc/group",
  "/etc/shadow",
  "/etc/os-release",
  "/usr/lib/os-release"
];
var INTERPRETERS3 = /* @__PURE__ */ new Set(["ash", "bash", "busybox", "coreutils", "dash", "env", "node", "nodejs", "sh"]);
var names2 = /* @__PURE__ */ new WeakMap();
function wantsHead(path, config) {
  return secretFileKind(path) !== null || isSudoers(path) || isStarted(path, config);
}
function isSudoers(path) {
  return path === "/etc/sudoers" || path.startsWith("/etc/sudoers.d/");
}
function isStarted(path, config) {
  const named6 = names2.get(config) ?? namedFiles(config);
  names2.set(config, named6);
  if (named6.has(path)) return true;
  const cut = path.lastIndexOf("/");
  const folder2 = config.workingDir === "" ? "/" : `${config.workingDir.replace(/\/+$/, "")}/`;
  if (path.startsWith(folder2)) {
    const relative = path.slice(folder2.length);
    if (named6.has(`./${relative}`) || relative.includes("/") && named6.has(relative)) return true;
    if (/\.(sh|bash)$/.test(relative) && named6.has(relative)) return true;
  }
  if (!/\/(s?bin|libexec)$/.test(path.slice(0, cut)) && !inPath(path.slice(0, cut), config)) return false;
  const name = path.slice(cut + 1);
  return named6.has(name) || INTERPRETERS3.has(name) || named6.has(name.replace(/\d[\d.]*$|-cli\.js$/, "")) || /^python3?[\d.]*$/.test(name);
}
function inPath(folder2, { env }) {
  const path = env.find((entry) => entry.startsWith("PATH=")) ?? "";
  return path.slice("PATH=".length).split(":", 64).includes(folder2);
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
  attributeLayers,
  RULE_PROFILES,
  secretFileKind,
  WANTED_TEXTS,
  wantsHead,
  RULES
};
