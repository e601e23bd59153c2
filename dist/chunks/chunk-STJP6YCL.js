import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  HttpError,
  SEVERITIES,
  UsageError,
  VerifyError,
  compareSeverity,
  detailOf,
  errorCode,
  errorMessage,
  reaches,
  require_constants,
  require_debug,
  require_identifiers,
  require_parse,
  require_parse_options,
  require_re,
  require_semver,
  toProblem,
  worst
} from "./chunk-VKXWCRAR.js";
import {
  __commonJS,
  __export,
  __require,
  __toESM
} from "./chunk-6SMW72EV.js";

// node_modules/picomatch/lib/constants.js
var require_constants2 = __commonJS({
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
    } = require_constants2();
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
    } = require_constants2();
    var isPathSeparator = (code2) => {
      return code2 === CHAR_FORWARD_SLASH || code2 === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan2 = (input, options) => {
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
      let code2;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek2 = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code2;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code2 = advance();
        let next;
        if (code2 === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code2 = advance();
          if (code2 === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code2 === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code2 = advance())) {
            if (code2 === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code2 === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code2 === CHAR_DOT && (code2 = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code2 === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code2 === CHAR_RIGHT_CURLY_BRACE) {
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
        if (code2 === CHAR_FORWARD_SLASH) {
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
          const isExtglobChar = code2 === CHAR_PLUS || code2 === CHAR_AT || code2 === CHAR_ASTERISK || code2 === CHAR_QUESTION_MARK || code2 === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek2() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code2 === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code2 = advance())) {
                if (code2 === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code2 === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code2 === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_LEFT_SQUARE_BRACKET) {
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
        if (opts.nonegate !== true && code2 === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code2 === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code2 = advance())) {
              if (code2 === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code2 === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
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
      let prefix2 = "";
      let glob = "";
      if (start > 0) {
        prefix2 = str.slice(0, start);
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
        prefix: prefix2,
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
        if (!isPathSeparator(code2)) {
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
              tokens[idx].value = prefix2;
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
    module.exports = scan2;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse2 = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants2();
    var utils = require_utils();
    var {
      MAX_LENGTH: MAX_LENGTH2,
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
        const literal2 = normalizeSimpleBranch(branch);
        if (literal2 && literal2.length === 1) {
          safeChars.push(literal2);
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
    var parse5 = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH2, opts.maxLength) : MAX_LENGTH2;
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
      const peek2 = state.peek = (n = 1) => input[state.index + n];
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
        let count4 = 1;
        while (peek2() === "!" && (peek2(2) !== "(" || peek2(3) === "?")) {
          advance();
          state.start++;
          count4++;
        }
        if (count4 % 2 === 0) {
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
        const literal2 = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open3 = tokens[token.tokensIndex];
          open3.type = "text";
          open3.value = literal2;
          open3.output = safeOutput || utils.escapeRegex(literal2);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open3.output;
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
            const expression = parse5(rest, { ...options, fastpaths: false }).output;
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
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc2, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc2) {
              return esc2 + first + (rest ? QMARK.repeat(rest.length) : "");
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
            if (esc2) {
              return esc2 + first + (rest ? star : "");
            }
            return star;
          }
          return esc2 ? m : `\\${m}`;
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
          const next = peek2();
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
                const posix3 = POSIX_REGEX_SOURCE[rest2];
                if (posix3) {
                  prev.value = pre + posix3;
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
          if (value === "[" && peek2() !== ":" || value === "-" && peek2() === "]") {
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
          const open3 = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open3);
          push(open3);
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
          if (!isGroup && opts.noextglob !== true && peek2() === "(" && peek2(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek2();
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
          if (opts.noextglob !== true && peek2() === "(") {
            if (peek2(2) !== "?" || !/[!=<:]/.test(peek2(3))) {
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
          if (opts.noextglob !== true && peek2() === "(" && peek2(2) !== "?") {
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
          if (opts.noextglob !== true && peek2() === "(" && peek2(2) !== "?") {
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
          if (peek2() !== "*") {
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
    parse5.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH2, opts.maxLength) : MAX_LENGTH2;
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
    module.exports = parse5;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan2 = require_scan();
    var parse5 = require_parse2();
    var utils = require_utils();
    var constants = require_constants2();
    var isObject2 = (val) => val && typeof val === "object" && !Array.isArray(val);
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
      const isState = isObject2(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix3 = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix: posix3 });
        const result2 = { glob, state, regex, posix: posix3, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result2);
        }
        if (isMatch === false) {
          result2.isMatch = false;
          return returnObject ? result2 : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result2);
          }
          result2.isMatch = false;
          return returnObject ? result2 : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result2);
        }
        return returnObject ? result2 : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch2.test = (input, regex, options, { glob, posix: posix3 } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix3 ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix3);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix3 = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix3 }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse5(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan2(input, options);
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
        parsed.output = parse5.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse5(input, options);
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

// node_modules/events-universal/default.js
var require_default = __commonJS({
  "node_modules/events-universal/default.js"(exports, module) {
    module.exports = __require("events");
  }
});

// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = __commonJS({
  "node_modules/fast-fifo/fixed-size.js"(exports, module) {
    module.exports = class FixedFIFO {
      constructor(hwm) {
        if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
        this.buffer = new Array(hwm);
        this.mask = hwm - 1;
        this.top = 0;
        this.btm = 0;
        this.next = null;
      }
      clear() {
        this.top = this.btm = 0;
        this.next = null;
        this.buffer.fill(void 0);
      }
      push(data) {
        if (this.buffer[this.top] !== void 0) return false;
        this.buffer[this.top] = data;
        this.top = this.top + 1 & this.mask;
        return true;
      }
      shift() {
        const last = this.buffer[this.btm];
        if (last === void 0) return void 0;
        this.buffer[this.btm] = void 0;
        this.btm = this.btm + 1 & this.mask;
        return last;
      }
      peek() {
        return this.buffer[this.btm];
      }
      isEmpty() {
        return this.buffer[this.btm] === void 0;
      }
    };
  }
});

// node_modules/fast-fifo/index.js
var require_fast_fifo = __commonJS({
  "node_modules/fast-fifo/index.js"(exports, module) {
    var FixedFIFO = require_fixed_size();
    module.exports = class FastFIFO {
      constructor(hwm) {
        this.hwm = hwm || 16;
        this.head = new FixedFIFO(this.hwm);
        this.tail = this.head;
        this.length = 0;
      }
      clear() {
        this.head = this.tail;
        this.head.clear();
        this.length = 0;
      }
      push(val) {
        this.length++;
        if (!this.head.push(val)) {
          const prev = this.head;
          this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
          this.head.push(val);
        }
      }
      shift() {
        if (this.length !== 0) this.length--;
        const val = this.tail.shift();
        if (val === void 0 && this.tail.next) {
          const next = this.tail.next;
          this.tail.next = null;
          this.tail = next;
          return this.tail.shift();
        }
        return val;
      }
      peek() {
        const val = this.tail.peek();
        if (val === void 0 && this.tail.next) return this.tail.next.peek();
        return val;
      }
      isEmpty() {
        return this.length === 0;
      }
    };
  }
});

// node_modules/b4a/index.js
var require_b4a = __commonJS({
  "node_modules/b4a/index.js"(exports, module) {
    function isBuffer(value) {
      return Buffer.isBuffer(value) || value instanceof Uint8Array;
    }
    function isEncoding(encoding) {
      return Buffer.isEncoding(encoding);
    }
    function alloc(size, fill2, encoding) {
      return Buffer.alloc(size, fill2, encoding);
    }
    function allocUnsafe(size) {
      return Buffer.allocUnsafe(size);
    }
    function allocUnsafeSlow(size) {
      return Buffer.allocUnsafeSlow(size);
    }
    function byteLength2(string3, encoding) {
      return Buffer.byteLength(string3, encoding);
    }
    function compare(a, b) {
      return Buffer.compare(a, b);
    }
    function concat(buffers, totalLength) {
      return Buffer.concat(buffers, totalLength);
    }
    function copy(source, target, targetStart, start, end) {
      return toBuffer(source).copy(target, targetStart, start, end);
    }
    function equals(a, b) {
      return toBuffer(a).equals(b);
    }
    function fill(buffer, value, offset, end, encoding) {
      return toBuffer(buffer).fill(value, offset, end, encoding);
    }
    function from(value, encodingOrOffset, length) {
      return Buffer.from(value, encodingOrOffset, length);
    }
    function includes(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).includes(value, byteOffset, encoding);
    }
    function indexOf(buffer, value, byfeOffset, encoding) {
      return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
    }
    function lastIndexOf(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
    }
    function swap16(buffer) {
      return toBuffer(buffer).swap16();
    }
    function swap32(buffer) {
      return toBuffer(buffer).swap32();
    }
    function swap64(buffer) {
      return toBuffer(buffer).swap64();
    }
    function toBuffer(buffer) {
      if (Buffer.isBuffer(buffer)) return buffer;
      return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    }
    function toString(buffer, encoding, start, end) {
      return toBuffer(buffer).toString(encoding, start, end);
    }
    function toHex(buffer, start, end) {
      return toBuffer(buffer).toString("hex", start, end);
    }
    function write(buffer, string3, offset, length, encoding) {
      return toBuffer(buffer).write(string3, offset, length, encoding);
    }
    function readDoubleBE(buffer, offset) {
      return toBuffer(buffer).readDoubleBE(offset);
    }
    function readDoubleLE(buffer, offset) {
      return toBuffer(buffer).readDoubleLE(offset);
    }
    function readFloatBE(buffer, offset) {
      return toBuffer(buffer).readFloatBE(offset);
    }
    function readFloatLE(buffer, offset) {
      return toBuffer(buffer).readFloatLE(offset);
    }
    function readInt32BE(buffer, offset) {
      return toBuffer(buffer).readInt32BE(offset);
    }
    function readInt32LE(buffer, offset) {
      return toBuffer(buffer).readInt32LE(offset);
    }
    function readUInt32BE(buffer, offset) {
      return toBuffer(buffer).readUInt32BE(offset);
    }
    function readUInt32LE(buffer, offset) {
      return toBuffer(buffer).readUInt32LE(offset);
    }
    function writeDoubleBE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleBE(value, offset);
    }
    function writeDoubleLE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleLE(value, offset);
    }
    function writeFloatBE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatBE(value, offset);
    }
    function writeFloatLE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatLE(value, offset);
    }
    function writeInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32BE(value, offset);
    }
    function writeInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32LE(value, offset);
    }
    function writeUInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32BE(value, offset);
    }
    function writeUInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32LE(value, offset);
    }
    module.exports = {
      isBuffer,
      isEncoding,
      alloc,
      allocUnsafe,
      allocUnsafeSlow,
      byteLength: byteLength2,
      compare,
      concat,
      copy,
      equals,
      fill,
      from,
      includes,
      indexOf,
      lastIndexOf,
      swap16,
      swap32,
      swap64,
      toBuffer,
      toString,
      toHex,
      write,
      readDoubleBE,
      readDoubleLE,
      readFloatBE,
      readFloatLE,
      readInt32BE,
      readInt32LE,
      readUInt32BE,
      readUInt32LE,
      writeDoubleBE,
      writeDoubleLE,
      writeFloatBE,
      writeFloatLE,
      writeInt32BE,
      writeInt32LE,
      writeUInt32BE,
      writeUInt32LE
    };
  }
});

// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = __commonJS({
  "node_modules/text-decoder/lib/pass-through-decoder.js"(exports, module) {
    var b4a = require_b4a();
    module.exports = class PassThroughDecoder {
      constructor(encoding) {
        this.encoding = encoding;
      }
      get remaining() {
        return 0;
      }
      decode(data) {
        return b4a.toString(data, this.encoding);
      }
      flush() {
        return "";
      }
    };
  }
});

// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = __commonJS({
  "node_modules/text-decoder/lib/utf8-decoder.js"(exports, module) {
    var b4a = require_b4a();
    module.exports = class UTF8Decoder {
      constructor() {
        this._reset();
      }
      get remaining() {
        return this.bytesSeen;
      }
      decode(data) {
        if (data.byteLength === 0) return "";
        if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
          this.bytesSeen = trailingBytesSeen(data);
          return b4a.toString(data, "utf8");
        }
        let result2 = "";
        let start = 0;
        if (this.bytesNeeded > 0) {
          while (start < data.byteLength) {
            const byte = data[start];
            if (byte < this.lowerBoundary || byte > this.upperBoundary) {
              result2 += "\uFFFD";
              this._reset();
              break;
            }
            this.lowerBoundary = 128;
            this.upperBoundary = 191;
            this.codePoint = this.codePoint << 6 | byte & 63;
            this.bytesSeen++;
            start++;
            if (this.bytesSeen === this.bytesNeeded) {
              result2 += String.fromCodePoint(this.codePoint);
              this._reset();
              break;
            }
          }
          if (this.bytesNeeded > 0) return result2;
        }
        const trailing = trailingIncomplete(data, start);
        const end = data.byteLength - trailing;
        if (end > start) result2 += b4a.toString(data, "utf8", start, end);
        for (let i = end; i < data.byteLength; i++) {
          const byte = data[i];
          if (this.bytesNeeded === 0) {
            if (byte <= 127) {
              this.bytesSeen = 0;
              result2 += String.fromCharCode(byte);
            } else if (byte >= 194 && byte <= 223) {
              this.bytesNeeded = 2;
              this.bytesSeen = 1;
              this.codePoint = byte & 31;
            } else if (byte >= 224 && byte <= 239) {
              if (byte === 224) this.lowerBoundary = 160;
              else if (byte === 237) this.upperBoundary = 159;
              this.bytesNeeded = 3;
              this.bytesSeen = 1;
              this.codePoint = byte & 15;
            } else if (byte >= 240 && byte <= 244) {
              if (byte === 240) this.lowerBoundary = 144;
              else if (byte === 244) this.upperBoundary = 143;
              this.bytesNeeded = 4;
              this.bytesSeen = 1;
              this.codePoint = byte & 7;
            } else {
              this.bytesSeen = 1;
              result2 += "\uFFFD";
            }
            continue;
          }
          if (byte < this.lowerBoundary || byte > this.upperBoundary) {
            result2 += "\uFFFD";
            i--;
            this._reset();
            continue;
          }
          this.lowerBoundary = 128;
          this.upperBoundary = 191;
          this.codePoint = this.codePoint << 6 | byte & 63;
          this.bytesSeen++;
          if (this.bytesSeen === this.bytesNeeded) {
            result2 += String.fromCodePoint(this.codePoint);
            this._reset();
          }
        }
        return result2;
      }
      flush() {
        const result2 = this.bytesNeeded > 0 ? "\uFFFD" : "";
        this._reset();
        return result2;
      }
      _reset() {
        this.codePoint = 0;
        this.bytesNeeded = 0;
        this.bytesSeen = 0;
        this.lowerBoundary = 128;
        this.upperBoundary = 191;
      }
    };
    function trailingIncomplete(data, start) {
      const len = data.byteLength;
      if (len <= start) return 0;
      const limit = Math.max(start, len - 4);
      let i = len - 1;
      while (i > limit && (data[i] & 192) === 128) i--;
      if (i < start) return 0;
      const byte = data[i];
      let needed;
      if (byte <= 127) return 0;
      if (byte >= 194 && byte <= 223) needed = 2;
      else if (byte >= 224 && byte <= 239) needed = 3;
      else if (byte >= 240 && byte <= 244) needed = 4;
      else return 0;
      const available = len - i;
      return available < needed ? available : 0;
    }
    function trailingBytesSeen(data) {
      const len = data.byteLength;
      if (len === 0) return 0;
      const last = data[len - 1];
      if (last <= 127) return 0;
      if ((last & 192) !== 128) return 1;
      const limit = Math.max(0, len - 4);
      let i = len - 2;
      while (i >= limit && (data[i] & 192) === 128) i--;
      if (i < 0) return 1;
      const first = data[i];
      let needed;
      if (first >= 194 && first <= 223) needed = 2;
      else if (first >= 224 && first <= 239) needed = 3;
      else if (first >= 240 && first <= 244) needed = 4;
      else return 1;
      if (len - i !== needed) return 1;
      if (needed >= 3) {
        const second = data[i + 1];
        if (first === 224 && second < 160) return 1;
        if (first === 237 && second > 159) return 1;
        if (first === 240 && second < 144) return 1;
        if (first === 244 && second > 143) return 1;
      }
      return 0;
    }
  }
});

// node_modules/text-decoder/index.js
var require_text_decoder = __commonJS({
  "node_modules/text-decoder/index.js"(exports, module) {
    var PassThroughDecoder = require_pass_through_decoder();
    var UTF8Decoder = require_utf8_decoder();
    module.exports = class TextDecoder {
      constructor(encoding = "utf8") {
        this.encoding = normalizeEncoding(encoding);
        switch (this.encoding) {
          case "utf8":
            this.decoder = new UTF8Decoder();
            break;
          case "utf16le":
          case "base64":
            throw new Error("Unsupported encoding: " + this.encoding);
          default:
            this.decoder = new PassThroughDecoder(this.encoding);
        }
      }
      get remaining() {
        return this.decoder.remaining;
      }
      push(data) {
        if (typeof data === "string") return data;
        return this.decoder.decode(data);
      }
      // For Node.js compatibility
      write(data) {
        return this.push(data);
      }
      end(data) {
        let result2 = "";
        if (data) result2 = this.push(data);
        result2 += this.decoder.flush();
        return result2;
      }
    };
    function normalizeEncoding(encoding) {
      encoding = encoding.toLowerCase();
      switch (encoding) {
        case "utf8":
        case "utf-8":
          return "utf8";
        case "ucs2":
        case "ucs-2":
        case "utf16le":
        case "utf-16le":
          return "utf16le";
        case "latin1":
        case "binary":
          return "latin1";
        case "base64":
        case "ascii":
        case "hex":
          return encoding;
        default:
          throw new Error("Unknown encoding: " + encoding);
      }
    }
  }
});

// node_modules/streamx/lib/errors.js
var require_errors = __commonJS({
  "node_modules/streamx/lib/errors.js"(exports, module) {
    module.exports = class StreamError extends Error {
      constructor(msg, code2, fn = StreamError) {
        super(msg);
        this.code = code2;
        if (Error.captureStackTrace) {
          Error.captureStackTrace(this, fn);
        }
      }
      static isStreamDestroyed(err) {
        return err && err.code === "STREAM_DESTROYED";
      }
      static isPrematureClose(err) {
        return err && err.code === "PREMATURE_CLOSE";
      }
      static isAborted(err) {
        return err && err.code === "ABORTED";
      }
      static isBadArgument(err) {
        return err && err.code === "BAD_ARGUMENT";
      }
      get name() {
        return "StreamError";
      }
      static STREAM_DESTROYED() {
        return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
      }
      static PREMATURE_CLOSE(msg = "Premature close") {
        return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
      }
      static ABORTED() {
        return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
      }
      static BAD_ARGUMENT(msg = "Bad argument") {
        return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
      }
    };
  }
});

// node_modules/streamx/index.js
var require_streamx = __commonJS({
  "node_modules/streamx/index.js"(exports, module) {
    var { EventEmitter } = require_default();
    var FIFO = require_fast_fifo();
    var TextDecoder2 = require_text_decoder();
    var StreamError = require_errors();
    var qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
    var MAX2 = (1 << 29) - 1;
    var OPENING = 1;
    var PREDESTROYING = 2;
    var DESTROYING = 4;
    var DESTROYED = 8;
    var NOT_OPENING = MAX2 ^ OPENING;
    var NOT_PREDESTROYING = MAX2 ^ PREDESTROYING;
    var READ_ACTIVE = 1 << 4;
    var READ_UPDATING = 2 << 4;
    var READ_PRIMARY = 4 << 4;
    var READ_QUEUED = 8 << 4;
    var READ_RESUMED = 16 << 4;
    var READ_PIPE_DRAINED = 32 << 4;
    var READ_ENDING = 64 << 4;
    var READ_EMIT_DATA = 128 << 4;
    var READ_EMIT_READABLE = 256 << 4;
    var READ_EMITTED_READABLE = 512 << 4;
    var READ_DONE = 1024 << 4;
    var READ_NEXT_TICK = 2048 << 4;
    var READ_NEEDS_PUSH = 4096 << 4;
    var READ_READ_AHEAD = 8192 << 4;
    var READ_FLOWING = READ_RESUMED | READ_PIPE_DRAINED;
    var READ_ACTIVE_AND_NEEDS_PUSH = READ_ACTIVE | READ_NEEDS_PUSH;
    var READ_PRIMARY_AND_ACTIVE = READ_PRIMARY | READ_ACTIVE;
    var READ_EMIT_READABLE_AND_QUEUED = READ_EMIT_READABLE | READ_QUEUED;
    var READ_RESUMED_READ_AHEAD = READ_RESUMED | READ_READ_AHEAD;
    var READ_NOT_ACTIVE = MAX2 ^ READ_ACTIVE;
    var READ_NON_PRIMARY = MAX2 ^ READ_PRIMARY;
    var READ_NON_PRIMARY_AND_PUSHED = MAX2 ^ (READ_PRIMARY | READ_NEEDS_PUSH);
    var READ_PUSHED = MAX2 ^ READ_NEEDS_PUSH;
    var READ_PAUSED = MAX2 ^ READ_RESUMED;
    var READ_NOT_QUEUED = MAX2 ^ (READ_QUEUED | READ_EMITTED_READABLE);
    var READ_NOT_ENDING = MAX2 ^ READ_ENDING;
    var READ_PIPE_NOT_DRAINED = MAX2 ^ READ_FLOWING;
    var READ_NOT_NEXT_TICK = MAX2 ^ READ_NEXT_TICK;
    var READ_NOT_UPDATING = MAX2 ^ READ_UPDATING;
    var READ_NO_READ_AHEAD = MAX2 ^ READ_READ_AHEAD;
    var READ_PAUSED_NO_READ_AHEAD = MAX2 ^ READ_RESUMED_READ_AHEAD;
    var WRITE_ACTIVE = 1 << 18;
    var WRITE_UPDATING = 2 << 18;
    var WRITE_PRIMARY = 4 << 18;
    var WRITE_QUEUED = 8 << 18;
    var WRITE_UNDRAINED = 16 << 18;
    var WRITE_DONE = 32 << 18;
    var WRITE_EMIT_DRAIN = 64 << 18;
    var WRITE_NEXT_TICK = 128 << 18;
    var WRITE_WRITING = 256 << 18;
    var WRITE_FINISHING = 512 << 18;
    var WRITE_CORKED = 1024 << 18;
    var WRITE_NOT_ACTIVE = MAX2 ^ (WRITE_ACTIVE | WRITE_WRITING);
    var WRITE_NON_PRIMARY = MAX2 ^ WRITE_PRIMARY;
    var WRITE_NOT_FINISHING = MAX2 ^ (WRITE_ACTIVE | WRITE_FINISHING);
    var WRITE_DRAINED = MAX2 ^ WRITE_UNDRAINED;
    var WRITE_NOT_QUEUED = MAX2 ^ WRITE_QUEUED;
    var WRITE_NOT_NEXT_TICK = MAX2 ^ WRITE_NEXT_TICK;
    var WRITE_NOT_UPDATING = MAX2 ^ WRITE_UPDATING;
    var WRITE_NOT_CORKED = MAX2 ^ WRITE_CORKED;
    var ACTIVE = READ_ACTIVE | WRITE_ACTIVE;
    var NOT_ACTIVE = MAX2 ^ ACTIVE;
    var DONE = READ_DONE | WRITE_DONE;
    var DESTROY_STATUS = DESTROYING | DESTROYED | PREDESTROYING;
    var OPEN_STATUS = DESTROY_STATUS | OPENING;
    var AUTO_DESTROY = DESTROY_STATUS | DONE;
    var NON_PRIMARY = WRITE_NON_PRIMARY & READ_NON_PRIMARY;
    var ACTIVE_OR_TICKING = WRITE_NEXT_TICK | READ_NEXT_TICK;
    var TICKING = ACTIVE_OR_TICKING & NOT_ACTIVE;
    var IS_OPENING = OPEN_STATUS | TICKING;
    var READ_PRIMARY_STATUS = OPEN_STATUS | READ_ENDING | READ_DONE;
    var READ_STATUS = OPEN_STATUS | READ_DONE | READ_QUEUED;
    var READ_ENDING_STATUS = OPEN_STATUS | READ_ENDING | READ_QUEUED;
    var READ_READABLE_STATUS = OPEN_STATUS | READ_EMIT_READABLE | READ_QUEUED | READ_EMITTED_READABLE;
    var SHOULD_NOT_READ = OPEN_STATUS | READ_ACTIVE | READ_ENDING | READ_DONE | READ_NEEDS_PUSH | READ_READ_AHEAD;
    var READ_BACKPRESSURE_STATUS = DESTROY_STATUS | READ_ENDING | READ_DONE;
    var READ_UPDATE_SYNC_STATUS = READ_UPDATING | OPEN_STATUS | READ_NEXT_TICK | READ_PRIMARY;
    var READ_NEXT_TICK_OR_OPENING = READ_NEXT_TICK | OPENING;
    var WRITE_PRIMARY_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_DONE;
    var WRITE_QUEUED_AND_UNDRAINED = WRITE_QUEUED | WRITE_UNDRAINED;
    var WRITE_QUEUED_AND_ACTIVE = WRITE_QUEUED | WRITE_ACTIVE;
    var WRITE_DRAIN_STATUS = WRITE_QUEUED | WRITE_UNDRAINED | OPEN_STATUS | WRITE_ACTIVE;
    var WRITE_STATUS = OPEN_STATUS | WRITE_ACTIVE | WRITE_QUEUED | WRITE_CORKED;
    var WRITE_PRIMARY_AND_ACTIVE = WRITE_PRIMARY | WRITE_ACTIVE;
    var WRITE_ACTIVE_AND_WRITING = WRITE_ACTIVE | WRITE_WRITING;
    var WRITE_FINISHING_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_QUEUED_AND_ACTIVE | WRITE_DONE;
    var WRITE_BACKPRESSURE_STATUS = WRITE_UNDRAINED | DESTROY_STATUS | WRITE_FINISHING | WRITE_DONE;
    var WRITE_UPDATE_SYNC_STATUS = WRITE_UPDATING | OPEN_STATUS | WRITE_NEXT_TICK | WRITE_PRIMARY;
    var WRITE_DROP_DATA = WRITE_FINISHING | WRITE_DONE | DESTROY_STATUS;
    var asyncIterator = Symbol.asyncIterator || /* @__PURE__ */ Symbol("asyncIterator");
    var WritableState = class {
      constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength: byteLength2, byteLengthWritable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark;
        this.buffered = 0;
        this.error = null;
        this.pipeline = null;
        this.drains = null;
        this.byteLength = byteLengthWritable || byteLength2 || defaultByteLength;
        this.map = mapWritable || map;
        this.afterWrite = afterWrite.bind(this);
        this.afterUpdateNextTick = updateWriteNT.bind(this);
      }
      get ending() {
        return (this.stream._duplexState & WRITE_FINISHING) !== 0;
      }
      get ended() {
        return (this.stream._duplexState & WRITE_DONE) !== 0;
      }
      push(data) {
        if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
        if (this.map !== null) data = this.map(data);
        this.buffered += this.byteLength(data);
        this.queue.push(data);
        if (this.buffered < this.highWaterMark) {
          this.stream._duplexState |= WRITE_QUEUED;
          return true;
        }
        this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
        return false;
      }
      shift() {
        const data = this.queue.shift();
        this.buffered -= this.byteLength(data);
        if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
        return data;
      }
      end(data) {
        if (typeof data === "function") {
          this.stream.once("finish", data);
        } else if (data !== void 0 && data !== null) {
          this.push(data);
        }
        this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
      }
      autoBatch(data, cb) {
        const buffer = [];
        const stream = this.stream;
        buffer.push(data);
        while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) {
          buffer.push(stream._writableState.shift());
        }
        if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
        stream._writev(buffer, cb);
      }
      update() {
        const stream = this.stream;
        stream._duplexState |= WRITE_UPDATING;
        do {
          while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
            const data = this.shift();
            stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
            stream._write(data, this.afterWrite);
          }
          if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
        } while (this.continueUpdate() === true);
        stream._duplexState &= WRITE_NOT_UPDATING;
      }
      updateNonPrimary() {
        const stream = this.stream;
        if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
          stream._duplexState = stream._duplexState | WRITE_ACTIVE;
          stream._final(afterFinal.bind(this));
          return;
        }
        if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
          if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
            stream._duplexState |= ACTIVE;
            stream._destroy(afterDestroy.bind(this));
          }
          return;
        }
        if ((stream._duplexState & IS_OPENING) === OPENING) {
          stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
          stream._open(afterOpen.bind(this));
        }
      }
      continueUpdate() {
        if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
        this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
        return true;
      }
      updateCallback() {
        if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) {
          this.update();
        } else {
          this.updateNextTick();
        }
      }
      updateNextTick() {
        if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
        this.stream._duplexState |= WRITE_NEXT_TICK;
        if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
    };
    var ReadableState = class {
      constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength: byteLength2, byteLengthReadable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
        this.buffered = 0;
        this.readAhead = highWaterMark > 0;
        this.error = null;
        this.pipeline = null;
        this.byteLength = byteLengthReadable || byteLength2 || defaultByteLength;
        this.map = mapReadable || map;
        this.pipeTo = null;
        this.afterRead = afterRead.bind(this);
        this.afterUpdateNextTick = updateReadNT.bind(this);
      }
      get ending() {
        return (this.stream._duplexState & READ_ENDING) !== 0;
      }
      get ended() {
        return (this.stream._duplexState & READ_DONE) !== 0;
      }
      pipe(pipeTo, cb) {
        if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
        if (typeof cb !== "function") cb = null;
        this.stream._duplexState |= READ_PIPE_DRAINED;
        this.pipeTo = pipeTo;
        this.pipeline = new Pipeline(this.stream, pipeTo, cb);
        if (cb) this.stream.on("error", noop);
        if (isStreamx(pipeTo)) {
          pipeTo._writableState.pipeline = this.pipeline;
          if (cb) pipeTo.on("error", noop);
          pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
        } else {
          const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
          const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
          pipeTo.on("error", onerror);
          pipeTo.on("close", onclose);
          pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
        }
        pipeTo.on("drain", afterDrain.bind(this));
        this.stream.emit("piping", pipeTo);
        pipeTo.emit("pipe", this.stream);
      }
      push(data) {
        const stream = this.stream;
        if (data === null) {
          this.highWaterMark = 0;
          stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
          return false;
        }
        if (this.map !== null) {
          data = this.map(data);
          if (data === null) {
            stream._duplexState &= READ_PUSHED;
            return this.buffered < this.highWaterMark;
          }
        }
        this.buffered += this.byteLength(data);
        this.queue.push(data);
        stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
        return this.buffered < this.highWaterMark;
      }
      shift() {
        const data = this.queue.shift();
        this.buffered -= this.byteLength(data);
        if (this.buffered === 0) {
          this.stream._duplexState &= READ_NOT_QUEUED;
        }
        return data;
      }
      unshift(data) {
        const pending = [this.map !== null ? this.map(data) : data];
        while (this.buffered > 0) pending.push(this.shift());
        for (let i = 0; i < pending.length - 1; i++) {
          const data2 = pending[i];
          this.buffered += this.byteLength(data2);
          this.queue.push(data2);
        }
        this.push(pending[pending.length - 1]);
      }
      read() {
        const stream = this.stream;
        if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
          const data = this.shift();
          if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
            stream._duplexState &= READ_PIPE_NOT_DRAINED;
          }
          if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
            stream.emit("data", data);
          }
          return data;
        }
        if (this.readAhead === false) {
          stream._duplexState |= READ_READ_AHEAD;
          this.updateNextTick();
        }
        return null;
      }
      drain() {
        const stream = this.stream;
        while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
          const data = this.shift();
          if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
            stream._duplexState &= READ_PIPE_NOT_DRAINED;
          }
          if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
            stream.emit("data", data);
          }
        }
      }
      update() {
        const stream = this.stream;
        stream._duplexState |= READ_UPDATING;
        do {
          this.drain();
          while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
            stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
            stream._read(this.afterRead);
            this.drain();
          }
          if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
            stream._duplexState |= READ_EMITTED_READABLE;
            stream.emit("readable");
          }
          if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) {
            this.updateNonPrimary();
          }
        } while (this.continueUpdate() === true);
        stream._duplexState &= READ_NOT_UPDATING;
      }
      updateNonPrimary() {
        const stream = this.stream;
        if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
          stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
          stream.emit("end");
          if ((stream._duplexState & AUTO_DESTROY) === DONE) {
            stream._duplexState |= DESTROYING;
          }
          if (this.pipeTo !== null) {
            this.pipeTo.end();
          }
        }
        if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
          if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
            stream._duplexState |= ACTIVE;
            stream._destroy(afterDestroy.bind(this));
          }
          return;
        }
        if ((stream._duplexState & IS_OPENING) === OPENING) {
          stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
          stream._open(afterOpen.bind(this));
        }
      }
      continueUpdate() {
        if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
        this.stream._duplexState &= READ_NOT_NEXT_TICK;
        return true;
      }
      updateCallback() {
        if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) {
          this.update();
        } else {
          this.updateNextTick();
        }
      }
      updateNextTickIfOpen() {
        if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
        this.stream._duplexState |= READ_NEXT_TICK;
        if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
      updateNextTick() {
        if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
        this.stream._duplexState |= READ_NEXT_TICK;
        if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
    };
    var TransformState = class {
      constructor(stream) {
        this.data = null;
        this.afterTransform = afterTransform.bind(stream);
        this.afterFinal = null;
      }
    };
    var Pipeline = class {
      constructor(src, dst, cb) {
        this.from = src;
        this.to = dst;
        this.afterPipe = cb;
        this.error = null;
        this.pipeToFinished = false;
      }
      finished() {
        this.pipeToFinished = true;
      }
      done(stream, err) {
        if (err) this.error = err;
        if (stream === this.to) {
          this.to = null;
          if (this.from !== null) {
            if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) {
              this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
            }
            return;
          }
        }
        if (stream === this.from) {
          this.from = null;
          if (this.to !== null) {
            if ((stream._duplexState & READ_DONE) === 0) {
              this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
            }
            return;
          }
        }
        if (this.afterPipe !== null) this.afterPipe(this.error);
        this.to = this.from = this.afterPipe = null;
      }
    };
    function afterDrain() {
      this.stream._duplexState |= READ_PIPE_DRAINED;
      this.updateCallback();
    }
    function afterFinal(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      if ((stream._duplexState & DESTROY_STATUS) === 0) {
        stream._duplexState |= WRITE_DONE;
        stream.emit("finish");
      }
      if ((stream._duplexState & AUTO_DESTROY) === DONE) {
        stream._duplexState |= DESTROYING;
      }
      stream._duplexState &= WRITE_NOT_FINISHING;
      if ((stream._duplexState & WRITE_UPDATING) === 0) {
        this.update();
      } else {
        this.updateNextTick();
      }
    }
    function afterDestroy(err) {
      const stream = this.stream;
      if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
      if (err) stream.emit("error", err);
      stream._duplexState |= DESTROYED;
      stream.emit("close");
      const rs = stream._readableState;
      const ws = stream._writableState;
      if (rs !== null && rs.pipeline !== null) {
        rs.pipeline.done(stream, err);
      }
      if (ws !== null) {
        while (ws.drains !== null && ws.drains.length > 0) {
          ws.drains.shift().resolve(false);
        }
        if (ws.pipeline !== null) {
          ws.pipeline.done(stream, err);
        }
      }
    }
    function afterWrite(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      stream._duplexState &= WRITE_NOT_ACTIVE;
      if (this.drains !== null) tickDrains(this.drains);
      if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
        stream._duplexState &= WRITE_DRAINED;
        if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) {
          stream.emit("drain");
        }
      }
      this.updateCallback();
    }
    function afterRead(err) {
      if (err) this.stream.destroy(err);
      this.stream._duplexState &= READ_NOT_ACTIVE;
      if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) {
        this.stream._duplexState &= READ_NO_READ_AHEAD;
      }
      this.updateCallback();
    }
    function updateReadNT() {
      if ((this.stream._duplexState & READ_UPDATING) === 0) {
        this.stream._duplexState &= READ_NOT_NEXT_TICK;
        this.update();
      }
    }
    function updateWriteNT() {
      if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
        this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
        this.update();
      }
    }
    function tickDrains(drains) {
      for (let i = 0; i < drains.length; i++) {
        if (--drains[i].writes === 0) {
          drains.shift().resolve(true);
          i--;
        }
      }
    }
    function afterOpen(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      if ((stream._duplexState & DESTROYING) === 0) {
        if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) {
          stream._duplexState |= READ_PRIMARY;
        }
        if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) {
          stream._duplexState |= WRITE_PRIMARY;
        }
        stream.emit("open");
      }
      stream._duplexState &= NOT_ACTIVE;
      if (stream._writableState !== null) {
        stream._writableState.updateCallback();
      }
      if (stream._readableState !== null) {
        stream._readableState.updateCallback();
      }
    }
    function afterTransform(err, data) {
      if (data !== void 0 && data !== null) this.push(data);
      this._writableState.afterWrite(err);
    }
    function newListener(name) {
      if (this._readableState !== null) {
        if (name === "data") {
          this._duplexState |= READ_EMIT_DATA | READ_RESUMED_READ_AHEAD;
          this._readableState.updateNextTick();
        }
        if (name === "readable") {
          this._duplexState |= READ_EMIT_READABLE;
          this._readableState.updateNextTick();
        }
      }
      if (this._writableState !== null) {
        if (name === "drain") {
          this._duplexState |= WRITE_EMIT_DRAIN;
          this._writableState.updateNextTick();
        }
      }
    }
    var Stream = class extends EventEmitter {
      constructor(opts) {
        super();
        this._duplexState = 0;
        this._readableState = null;
        this._writableState = null;
        if (opts) {
          if (opts.open) this._open = opts.open;
          if (opts.destroy) this._destroy = opts.destroy;
          if (opts.predestroy) this._predestroy = opts.predestroy;
          if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
        }
        this.on("newListener", newListener);
      }
      _open(cb) {
        cb(null);
      }
      _destroy(cb) {
        cb(null);
      }
      _predestroy() {
      }
      get readable() {
        return this._readableState !== null ? true : void 0;
      }
      get writable() {
        return this._writableState !== null ? true : void 0;
      }
      get destroyed() {
        return (this._duplexState & DESTROYED) !== 0;
      }
      get destroying() {
        return (this._duplexState & DESTROY_STATUS) !== 0;
      }
      destroy(err) {
        if ((this._duplexState & DESTROY_STATUS) === 0) {
          if (!err) err = StreamError.STREAM_DESTROYED();
          this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
          if (this._readableState !== null) {
            this._readableState.highWaterMark = 0;
            this._readableState.error = err;
          }
          if (this._writableState !== null) {
            this._writableState.highWaterMark = 0;
            this._writableState.error = err;
          }
          this._duplexState |= PREDESTROYING;
          this._predestroy();
          this._duplexState &= NOT_PREDESTROYING;
          if (this._readableState !== null) {
            this._readableState.updateNextTick();
          }
          if (this._writableState !== null) {
            this._writableState.updateNextTick();
          }
        }
      }
    };
    var Readable2 = class _Readable extends Stream {
      constructor(opts) {
        super(opts);
        this._duplexState |= OPENING | WRITE_DONE | READ_READ_AHEAD;
        this._readableState = new ReadableState(this, opts);
        if (opts) {
          if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
          if (opts.read) this._read = opts.read;
          if (opts.eagerOpen) this._readableState.updateNextTick();
          if (opts.encoding) this.setEncoding(opts.encoding);
        }
      }
      static deferred(fn, opts) {
        const out = new PassThrough(opts);
        fn().then((src) => {
          if (src === null) return out.end();
          if (out.destroying) return;
          pipeline3(src, out, noop);
        }).catch((err) => out.destroy(err));
        return out;
      }
      setEncoding(encoding) {
        const dec = new TextDecoder2(encoding);
        const map = this._readableState.map || echo;
        this._readableState.map = mapOrSkip;
        return this;
        function mapOrSkip(data) {
          const next = dec.push(data);
          return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
        }
      }
      _read(cb) {
        cb(null);
      }
      pipe(dest, cb) {
        this._readableState.updateNextTick();
        this._readableState.pipe(dest, cb);
        return dest;
      }
      read() {
        this._readableState.updateNextTick();
        return this._readableState.read();
      }
      push(data) {
        this._readableState.updateNextTickIfOpen();
        return this._readableState.push(data);
      }
      unshift(data) {
        this._readableState.updateNextTickIfOpen();
        return this._readableState.unshift(data);
      }
      resume() {
        this._duplexState |= READ_RESUMED_READ_AHEAD;
        this._readableState.updateNextTick();
        return this;
      }
      pause() {
        this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
        return this;
      }
      static _fromAsyncIterator(ite, opts) {
        let destroy;
        const rs = new _Readable({
          ...opts,
          read(cb) {
            ite.next().then(push).then(cb.bind(null, null)).catch(cb);
          },
          predestroy() {
            destroy = ite.return();
          },
          destroy(cb) {
            if (!destroy) return cb(null);
            destroy.then(cb.bind(null, null)).catch(cb);
          }
        });
        return rs;
        function push(data) {
          if (data.done) rs.push(null);
          else rs.push(data.value);
        }
      }
      static from(data, opts) {
        if (isReadStreamx(data)) return data;
        if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
        if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
        let i = 0;
        return new _Readable({
          ...opts,
          read(cb) {
            this.push(i === data.length ? null : data[i++]);
            cb(null);
          }
        });
      }
      static isBackpressured(rs) {
        return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
      }
      static isPaused(rs) {
        return (rs._duplexState & READ_RESUMED) === 0;
      }
      [asyncIterator]() {
        const stream = this;
        let error2 = null;
        let promiseResolve = null;
        let promiseReject = null;
        this.on("error", (err) => {
          error2 = err;
        });
        this.on("readable", onreadable);
        this.on("close", onclose);
        return {
          [asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(function(resolve6, reject) {
              promiseResolve = resolve6;
              promiseReject = reject;
              const data = stream.read();
              if (data !== null) ondata(data);
              else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
            });
          },
          return() {
            return destroy(null);
          },
          throw(err) {
            return destroy(err);
          }
        };
        function onreadable() {
          if (promiseResolve !== null) ondata(stream.read());
        }
        function onclose() {
          if (promiseResolve !== null) ondata(null);
        }
        function ondata(data) {
          if (promiseReject === null) return;
          if (error2) {
            promiseReject(error2);
          } else if (data === null && (stream._duplexState & READ_DONE) === 0) {
            promiseReject(StreamError.STREAM_DESTROYED());
          } else {
            promiseResolve({ value: data, done: data === null });
          }
          promiseReject = promiseResolve = null;
        }
        function destroy(err) {
          stream.destroy(err);
          return new Promise((resolve6, reject) => {
            if (stream._duplexState & DESTROYED) return resolve6({ value: void 0, done: true });
            stream.once("close", function() {
              if (err) reject(err);
              else resolve6({ value: void 0, done: true });
            });
          });
        }
      }
    };
    var Writable = class extends Stream {
      constructor(opts) {
        super(opts);
        this._duplexState |= OPENING | READ_DONE;
        this._writableState = new WritableState(this, opts);
        if (opts) {
          if (opts.writev) this._writev = opts.writev;
          if (opts.write) this._write = opts.write;
          if (opts.final) this._final = opts.final;
          if (opts.eagerOpen) this._writableState.updateNextTick();
        }
      }
      cork() {
        this._duplexState |= WRITE_CORKED;
      }
      uncork() {
        this._duplexState &= WRITE_NOT_CORKED;
        this._writableState.updateNextTick();
      }
      _writev(batch, cb) {
        cb(null);
      }
      _write(data, cb) {
        this._writableState.autoBatch(data, cb);
      }
      _final(cb) {
        cb(null);
      }
      static isBackpressured(ws) {
        return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
      }
      static drained(ws) {
        if (ws.destroyed) return Promise.resolve(false);
        const state = ws._writableState;
        const pending = isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length;
        const writes = pending + (ws._duplexState & WRITE_WRITING ? 1 : 0);
        if (writes === 0) return Promise.resolve(true);
        if (state.drains === null) state.drains = [];
        return new Promise((resolve6) => {
          state.drains.push({ writes, resolve: resolve6 });
        });
      }
      write(data) {
        this._writableState.updateNextTick();
        return this._writableState.push(data);
      }
      end(data) {
        this._writableState.updateNextTick();
        this._writableState.end(data);
        return this;
      }
    };
    var Duplex = class extends Readable2 {
      // and Writable
      constructor(opts) {
        super(opts);
        this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
        this._writableState = new WritableState(this, opts);
        if (opts) {
          if (opts.writev) this._writev = opts.writev;
          if (opts.write) this._write = opts.write;
          if (opts.final) this._final = opts.final;
        }
      }
      cork() {
        this._duplexState |= WRITE_CORKED;
      }
      uncork() {
        this._duplexState &= WRITE_NOT_CORKED;
        this._writableState.updateNextTick();
      }
      _writev(batch, cb) {
        cb(null);
      }
      _write(data, cb) {
        this._writableState.autoBatch(data, cb);
      }
      _final(cb) {
        cb(null);
      }
      write(data) {
        this._writableState.updateNextTick();
        return this._writableState.push(data);
      }
      end(data) {
        this._writableState.updateNextTick();
        this._writableState.end(data);
        return this;
      }
    };
    var Transform = class extends Duplex {
      constructor(opts) {
        super(opts);
        this._transformState = new TransformState(this);
        if (opts) {
          if (opts.transform) this._transform = opts.transform;
          if (opts.flush) this._flush = opts.flush;
        }
      }
      _write(data, cb) {
        if (this._readableState.buffered >= this._readableState.highWaterMark) {
          this._transformState.data = data;
        } else {
          this._transform(data, this._transformState.afterTransform);
        }
      }
      _read(cb) {
        if (this._transformState.data !== null) {
          const data = this._transformState.data;
          this._transformState.data = null;
          cb(null);
          this._transform(data, this._transformState.afterTransform);
        } else {
          cb(null);
        }
      }
      destroy(err) {
        super.destroy(err);
        if (this._transformState.data !== null) {
          this._transformState.data = null;
          this._transformState.afterTransform();
        }
      }
      _transform(data, cb) {
        cb(null, data);
      }
      _flush(cb) {
        cb(null);
      }
      _final(cb) {
        this._transformState.afterFinal = cb;
        this._flush(transformAfterFlush.bind(this));
      }
    };
    var PassThrough = class extends Transform {
    };
    function transformAfterFlush(err, data) {
      const cb = this._transformState.afterFinal;
      if (err) return cb(err);
      if (data !== null && data !== void 0) this.push(data);
      this.push(null);
      cb(null);
    }
    function pipelinePromise(...streams) {
      return new Promise((resolve6, reject) => {
        return pipeline3(...streams, (err) => {
          if (err) return reject(err);
          resolve6();
        });
      });
    }
    function pipeline3(stream, ...streams) {
      const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
      const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
      if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
      let src = all[0];
      let dest = null;
      let error2 = null;
      for (let i = 1; i < all.length; i++) {
        dest = all[i];
        if (isStreamx(src)) {
          src.pipe(dest, onerror);
        } else {
          errorHandle(src, true, i > 1, onerror);
          src.pipe(dest);
        }
        src = dest;
      }
      if (done) {
        let fin = false;
        const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
        dest.on("error", (err) => {
          if (error2 === null) error2 = err;
        });
        dest.on("finish", () => {
          fin = true;
          if (!autoDestroy) done(error2);
        });
        if (autoDestroy) {
          dest.on("close", () => done(error2 || (fin ? null : StreamError.PREMATURE_CLOSE())));
        }
      }
      return dest;
      function errorHandle(s, rd, wr, onerror2) {
        s.on("error", onerror2);
        s.on("close", onclose);
        function onclose() {
          if (rd && s._readableState && !s._readableState.ended) {
            return onerror2(StreamError.PREMATURE_CLOSE());
          }
          if (wr && s._writableState && !s._writableState.ended) {
            return onerror2(StreamError.PREMATURE_CLOSE());
          }
        }
      }
      function onerror(err) {
        if (!err || error2) return;
        error2 = err;
        for (const s of all) {
          s.destroy(err);
        }
      }
    }
    function echo(s) {
      return s;
    }
    function isStream(stream) {
      return !!stream._readableState || !!stream._writableState;
    }
    function isStreamx(stream) {
      return typeof stream._duplexState === "number" && isStream(stream);
    }
    function isEnding(stream) {
      return !!stream._readableState && stream._readableState.ending;
    }
    function isEnded(stream) {
      return !!stream._readableState && stream._readableState.ended;
    }
    function isFinishing(stream) {
      return !!stream._writableState && stream._writableState.ending;
    }
    function isFinished(stream) {
      return !!stream._writableState && stream._writableState.ended;
    }
    function getStreamError(stream, opts = {}) {
      const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
      return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
    }
    function isReadStreamx(stream) {
      return isStreamx(stream) && stream.readable;
    }
    function isDisturbed(stream) {
      return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
    }
    function isTypedArray(data) {
      return typeof data === "object" && data !== null && typeof data.byteLength === "number";
    }
    function defaultByteLength(data) {
      return isTypedArray(data) ? data.byteLength : 1024;
    }
    function noop() {
    }
    function abort() {
      this.destroy(StreamError.ABORTED());
    }
    function isWritev(s) {
      return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
    }
    module.exports = {
      pipeline: pipeline3,
      pipelinePromise,
      isStream,
      isStreamx,
      isEnding,
      isEnded,
      isFinishing,
      isFinished,
      isDisturbed,
      getStreamError,
      Stream,
      Writable,
      Readable: Readable2,
      Duplex,
      Transform,
      // Export PassThrough for compatibility with Node.js core's stream module
      PassThrough
    };
  }
});

// node_modules/tar-stream/headers.js
var require_headers = __commonJS({
  "node_modules/tar-stream/headers.js"(exports) {
    var b4a = require_b4a();
    var ZEROS = "0000000000000000000";
    var SEVENS = "7777777777777777777";
    var ZERO_OFFSET = "0".charCodeAt(0);
    var USTAR_MAGIC = b4a.from([117, 115, 116, 97, 114, 0]);
    var USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
    var GNU_MAGIC = b4a.from([117, 115, 116, 97, 114, 32]);
    var GNU_VER = b4a.from([32, 0]);
    var MASK = 4095;
    var MAGIC_OFFSET = 257;
    var VERSION_OFFSET = 263;
    exports.decodeLongPath = function decodeLongPath(buf, encoding) {
      return decodeStr(buf, 0, buf.length, encoding);
    };
    exports.encodePax = function encodePax(opts) {
      let result2 = "";
      if (opts.name) result2 += addLength(" path=" + opts.name + "\n");
      if (opts.linkname) result2 += addLength(" linkpath=" + opts.linkname + "\n");
      const pax = opts.pax;
      if (pax) {
        for (const key in pax) {
          result2 += addLength(" " + key + "=" + pax[key] + "\n");
        }
      }
      return b4a.from(result2);
    };
    exports.decodePax = function decodePax2(buf) {
      const result2 = {};
      while (buf.length) {
        let i = 0;
        while (i < buf.length && buf[i] !== 32) i++;
        const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
        if (!len) return result2;
        const b = b4a.toString(buf.subarray(i + 1, len - 1));
        const keyIndex = b.indexOf("=");
        if (keyIndex === -1) return result2;
        result2[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
        buf = buf.subarray(len);
      }
      return result2;
    };
    exports.encode = function encode2(opts) {
      const buf = b4a.alloc(512);
      let name = opts.name;
      let prefix2 = "";
      if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
      if (b4a.byteLength(name) !== name.length) return null;
      while (b4a.byteLength(name) > 100) {
        const i = name.indexOf("/");
        if (i === -1) return null;
        prefix2 += prefix2 ? "/" + name.slice(0, i) : name.slice(0, i);
        name = name.slice(i + 1);
      }
      if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix2) > 155) return null;
      if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
      b4a.write(buf, name);
      b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
      b4a.write(buf, encodeOct(opts.uid, 6), 108);
      b4a.write(buf, encodeOct(opts.gid, 6), 116);
      encodeSize(opts.size, buf, 124);
      b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
      buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
      if (opts.linkname) b4a.write(buf, opts.linkname, 157);
      b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
      b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
      if (opts.uname) b4a.write(buf, opts.uname, 265);
      if (opts.gname) b4a.write(buf, opts.gname, 297);
      b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
      b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
      if (prefix2) b4a.write(buf, prefix2, 345);
      b4a.write(buf, encodeOct(cksum(buf), 6), 148);
      return buf;
    };
    exports.decode = function decode3(buf, filenameEncoding, allowUnknownFormat) {
      let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
      let name = decodeStr(buf, 0, 100, filenameEncoding);
      const mode = decodeOct(buf, 100, 8);
      const uid = decodeOct(buf, 108, 8);
      const gid = decodeOct(buf, 116, 8);
      const size = decodeOct(buf, 124, 12);
      const mtime = decodeOct(buf, 136, 12);
      const type = toType(typeflag);
      const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
      const uname = decodeStr(buf, 265, 32);
      const gname = decodeStr(buf, 297, 32);
      const devmajor = decodeOct(buf, 329, 8);
      const devminor = decodeOct(buf, 337, 8);
      const c = cksum(buf);
      if (c === 8 * 32) return null;
      if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
      if (isUSTAR(buf)) {
        if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
      } else if (isGNU(buf)) {
      } else {
        if (!allowUnknownFormat) {
          throw new Error("Invalid tar header: unknown format.");
        }
      }
      if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
      return {
        name,
        mode,
        uid,
        gid,
        size,
        byteOffset: 0,
        mtime: new Date(1e3 * mtime),
        type,
        linkname,
        uname,
        gname,
        devmajor,
        devminor,
        pax: null
      };
    };
    function isUSTAR(buf) {
      return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6));
    }
    function isGNU(buf) {
      return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, VERSION_OFFSET + 2));
    }
    function clamp(index, len, defaultValue) {
      if (typeof index !== "number") return defaultValue;
      index = ~~index;
      if (index >= len) return len;
      if (index >= 0) return index;
      index += len;
      if (index >= 0) return index;
      return 0;
    }
    function toType(flag) {
      switch (flag) {
        case 0:
          return "file";
        case 1:
          return "link";
        case 2:
          return "symlink";
        case 3:
          return "character-device";
        case 4:
          return "block-device";
        case 5:
          return "directory";
        case 6:
          return "fifo";
        case 7:
          return "contiguous-file";
        case 72:
          return "pax-header";
        case 55:
          return "pax-global-header";
        case 27:
          return "gnu-long-link-path";
        case 28:
        case 30:
          return "gnu-long-path";
      }
      return null;
    }
    function toTypeflag(flag) {
      switch (flag) {
        case "file":
          return 0;
        case "link":
          return 1;
        case "symlink":
          return 2;
        case "character-device":
          return 3;
        case "block-device":
          return 4;
        case "directory":
          return 5;
        case "fifo":
          return 6;
        case "contiguous-file":
          return 7;
        case "pax-header":
          return 72;
      }
      return 0;
    }
    function indexOf(block2, num, offset, end) {
      for (; offset < end; offset++) {
        if (block2[offset] === num) return offset;
      }
      return end;
    }
    function cksum(block2) {
      let sum = 8 * 32;
      for (let i = 0; i < 148; i++) sum += block2[i];
      for (let j = 156; j < 512; j++) sum += block2[j];
      return sum;
    }
    function encodeOct(val, n) {
      val = val.toString(8);
      if (val.length > n) return SEVENS.slice(0, n) + " ";
      return ZEROS.slice(0, n - val.length) + val + " ";
    }
    function encodeSizeBin(num, buf, off) {
      buf[off] = 128;
      for (let i = 11; i > 0; i--) {
        buf[off + i] = num & 255;
        num = Math.floor(num / 256);
      }
    }
    function encodeSize(num, buf, off) {
      if (num.toString(8).length > 11) {
        encodeSizeBin(num, buf, off);
      } else {
        b4a.write(buf, encodeOct(num, 11), off);
      }
    }
    function parse256(buf) {
      let positive;
      if (buf[0] === 128) positive = true;
      else if (buf[0] === 255) positive = false;
      else return null;
      const tuple = [];
      let i;
      for (i = buf.length - 1; i > 0; i--) {
        const byte = buf[i];
        if (positive) tuple.push(byte);
        else tuple.push(255 - byte);
      }
      let sum = 0;
      const l = tuple.length;
      for (i = 0; i < l; i++) {
        sum += tuple[i] * Math.pow(256, i);
      }
      return positive ? sum : -1 * sum;
    }
    function decodeOct(val, offset, length) {
      val = val.subarray(offset, offset + length);
      offset = 0;
      if (val[offset] & 128) {
        return parse256(val);
      } else {
        while (offset < val.length && val[offset] === 32) offset++;
        const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
        while (offset < end && val[offset] === 0) offset++;
        if (end === offset) return 0;
        return parseInt(b4a.toString(val.subarray(offset, end)), 8);
      }
    }
    function decodeStr(val, offset, length, encoding) {
      return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
    }
    function addLength(str) {
      const len = b4a.byteLength(str);
      let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
      if (len + digits >= Math.pow(10, digits)) digits++;
      return len + digits + str;
    }
  }
});

// node_modules/tar-stream/extract.js
var require_extract = __commonJS({
  "node_modules/tar-stream/extract.js"(exports, module) {
    var { Writable, Readable: Readable2, getStreamError } = require_streamx();
    var FIFO = require_fast_fifo();
    var b4a = require_b4a();
    var headers = require_headers();
    var EMPTY3 = b4a.alloc(0);
    var MAX_HEADER_SIZE = 4 * 1024 * 1024;
    var BufferList = class {
      constructor() {
        this.buffered = 0;
        this.shifted = 0;
        this.queue = new FIFO();
        this._offset = 0;
      }
      push(buffer) {
        this.buffered += buffer.byteLength;
        this.queue.push(buffer);
      }
      shiftFirst(size) {
        return this.buffered === 0 ? null : this._next(size);
      }
      shift(size) {
        if (size > this.buffered) return null;
        if (size === 0) return EMPTY3;
        let chunk = this._next(size);
        if (size === chunk.byteLength) return chunk;
        const chunks2 = [chunk];
        while ((size -= chunk.byteLength) > 0) {
          chunk = this._next(size);
          chunks2.push(chunk);
        }
        return b4a.concat(chunks2);
      }
      _next(size) {
        const buf = this.queue.peek();
        const rem = buf.byteLength - this._offset;
        if (size >= rem) {
          const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
          this.queue.shift();
          this._offset = 0;
          this.buffered -= rem;
          this.shifted += rem;
          return sub;
        }
        this.buffered -= size;
        this.shifted += size;
        return buf.subarray(this._offset, this._offset += size);
      }
    };
    var Source = class extends Readable2 {
      constructor(self, header, offset) {
        super();
        this.header = header;
        this.offset = offset;
        this._parent = self;
      }
      _read(cb) {
        if (this.header.size === 0) {
          this.push(null);
        }
        if (this._parent._stream === this) {
          this._parent._update();
        }
        cb(null);
      }
      _predestroy() {
        this._parent.destroy(getStreamError(this));
      }
      _detach() {
        if (this._parent._stream === this) {
          this._parent._stream = null;
          this._parent._missing = overflow(this.header.size);
          this._parent._update();
        }
      }
      _destroy(cb) {
        this._detach();
        cb(null);
      }
    };
    var Extract = class extends Writable {
      constructor(opts) {
        super(opts);
        if (!opts) opts = {};
        this._buffer = new BufferList();
        this._offset = 0;
        this._header = null;
        this._stream = null;
        this._missing = 0;
        this._longHeader = false;
        this._callback = noop;
        this._locked = false;
        this._finished = false;
        this._pax = null;
        this._paxGlobal = null;
        this._gnuLongPath = null;
        this._gnuLongLinkPath = null;
        this._filenameEncoding = opts.filenameEncoding || "utf-8";
        this._allowUnknownFormat = !!opts.allowUnknownFormat;
        this._unlockBound = this._unlock.bind(this);
      }
      _unlock(err) {
        this._locked = false;
        if (err) {
          this.destroy(err);
          this._continueWrite(err);
          return;
        }
        this._update();
      }
      _consumeHeader() {
        if (this._locked) return false;
        this._offset = this._buffer.shifted;
        try {
          this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
        } catch (err) {
          this._continueWrite(err);
          return false;
        }
        if (!this._header) return true;
        this._header.byteOffset = this._buffer.shifted;
        switch (this._header.type) {
          case "gnu-long-path":
          case "gnu-long-link-path":
          case "pax-global-header":
          case "pax-header":
            this._longHeader = true;
            this._missing = this._header.size;
            if (this._missing > MAX_HEADER_SIZE) {
              this._continueWrite(new Error("Header exceeds max size"));
              return false;
            }
            return true;
        }
        this._locked = true;
        this._applyLongHeaders();
        if (!(this._header.size >= 0)) {
          this._continueWrite(new Error("Invalid header"));
          return false;
        }
        if (this._header.size === 0 || this._header.type === "directory") {
          this.emit("entry", this._header, this._createStream(), this._unlockBound);
          return true;
        }
        this._stream = this._createStream();
        this._missing = this._header.size;
        this.emit("entry", this._header, this._stream, this._unlockBound);
        return true;
      }
      _applyLongHeaders() {
        if (this._gnuLongPath) {
          this._header.name = this._gnuLongPath;
          this._gnuLongPath = null;
        }
        if (this._gnuLongLinkPath) {
          this._header.linkname = this._gnuLongLinkPath;
          this._gnuLongLinkPath = null;
        }
        if (this._pax) {
          if (this._pax.path) this._header.name = this._pax.path;
          if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
          if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
          this._header.pax = this._pax;
          this._pax = null;
        }
      }
      _decodeLongHeader(buf) {
        switch (this._header.type) {
          case "gnu-long-path":
            this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
            break;
          case "gnu-long-link-path":
            this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
            break;
          case "pax-global-header":
            this._paxGlobal = headers.decodePax(buf);
            break;
          case "pax-header":
            this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
            break;
        }
      }
      _consumeLongHeader() {
        this._longHeader = false;
        this._missing = overflow(this._header.size);
        const buf = this._buffer.shift(this._header.size);
        try {
          this._decodeLongHeader(buf);
        } catch (err) {
          this._continueWrite(err);
          return false;
        }
        return true;
      }
      _consumeStream() {
        const buf = this._buffer.shiftFirst(this._missing);
        if (buf === null) return false;
        this._missing -= buf.byteLength;
        const drained = this._stream.push(buf);
        if (this._missing === 0) {
          this._stream.push(null);
          if (drained) this._stream._detach();
          return drained && this._locked === false;
        }
        return drained;
      }
      _createStream() {
        return new Source(this, this._header, this._offset);
      }
      _update() {
        while (this._buffer.buffered > 0 && !this.destroying) {
          if (this._missing > 0) {
            if (this._stream !== null) {
              if (this._consumeStream() === false) return;
              continue;
            }
            if (this._longHeader === true) {
              if (this._missing > this._buffer.buffered) break;
              if (this._consumeLongHeader() === false) return false;
              continue;
            }
            const ignore = this._buffer.shiftFirst(this._missing);
            if (ignore !== null) this._missing -= ignore.byteLength;
            continue;
          }
          if (this._buffer.buffered < 512) break;
          if (this._stream !== null || this._consumeHeader() === false) return;
        }
        this._continueWrite(null);
      }
      _continueWrite(err) {
        const cb = this._callback;
        this._callback = noop;
        cb(err);
      }
      _write(data, cb) {
        this._callback = cb;
        this._buffer.push(data);
        this._update();
      }
      _final(cb) {
        this._finished = this._missing === 0 && this._buffer.buffered === 0;
        cb(this._finished ? null : new Error("Unexpected end of data"));
      }
      _predestroy() {
        this._continueWrite(null);
      }
      _destroy(cb) {
        if (this._stream) this._stream.destroy(getStreamError(this));
        cb(null);
      }
      [Symbol.asyncIterator]() {
        let error2 = null;
        let promiseResolve = null;
        let promiseReject = null;
        let entryStream = null;
        let entryCallback = null;
        const extract2 = this;
        this.on("entry", onentry);
        this.on("error", (err) => {
          error2 = err;
        });
        this.on("close", onclose);
        return {
          [Symbol.asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(onnext);
          },
          return() {
            return destroy(null);
          },
          throw(err) {
            return destroy(err);
          }
        };
        function consumeCallback(err) {
          if (!entryCallback) return;
          const cb = entryCallback;
          entryCallback = null;
          cb(err);
        }
        function onnext(resolve6, reject) {
          if (error2) {
            return reject(error2);
          }
          if (entryStream) {
            resolve6({ value: entryStream, done: false });
            entryStream = null;
            return;
          }
          promiseResolve = resolve6;
          promiseReject = reject;
          consumeCallback(null);
          if (extract2._finished && promiseResolve) {
            promiseResolve({ value: void 0, done: true });
            promiseResolve = promiseReject = null;
          }
        }
        function onentry(header, stream, callback) {
          entryCallback = callback;
          stream.on("error", noop);
          if (promiseResolve) {
            promiseResolve({ value: stream, done: false });
            promiseResolve = promiseReject = null;
          } else {
            entryStream = stream;
          }
        }
        function onclose() {
          consumeCallback(error2);
          if (!promiseResolve) return;
          if (error2) promiseReject(error2);
          else promiseResolve({ value: void 0, done: true });
          promiseResolve = promiseReject = null;
        }
        function destroy(err) {
          extract2.destroy(err);
          consumeCallback(err);
          return new Promise((resolve6, reject) => {
            if (extract2.destroyed) return resolve6({ value: void 0, done: true });
            extract2.once("close", function() {
              if (err) reject(err);
              else resolve6({ value: void 0, done: true });
            });
          });
        }
      }
    };
    module.exports = function extract2(opts) {
      return new Extract(opts);
    };
    function noop() {
    }
    function overflow(size) {
      size &= 511;
      return size && 512 - size;
    }
  }
});

// node_modules/tar-stream/constants.js
var require_constants3 = __commonJS({
  "node_modules/tar-stream/constants.js"(exports, module) {
    var constants = {
      // just for envs without fs
      S_IFMT: 61440,
      S_IFDIR: 16384,
      S_IFCHR: 8192,
      S_IFBLK: 24576,
      S_IFIFO: 4096,
      S_IFLNK: 40960
    };
    try {
      module.exports = __require("fs").constants || constants;
    } catch {
      module.exports = constants;
    }
  }
});

// node_modules/tar-stream/pack.js
var require_pack = __commonJS({
  "node_modules/tar-stream/pack.js"(exports, module) {
    var { Readable: Readable2, Writable, getStreamError } = require_streamx();
    var b4a = require_b4a();
    var constants = require_constants3();
    var headers = require_headers();
    var DMODE = 493;
    var FMODE = 420;
    var END_OF_TAR = b4a.alloc(1024);
    var Sink = class extends Writable {
      constructor(pack2, header, callback) {
        super({ mapWritable, eagerOpen: true });
        this.written = 0;
        this.header = header;
        this._callback = callback;
        this._linkname = null;
        this._isLinkname = header.type === "symlink" && !header.linkname;
        this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
        this._finished = false;
        this._pack = pack2;
        this._openCallback = null;
        if (this._pack._stream === null) this._pack._stream = this;
        else this._pack._pending.push(this);
      }
      _open(cb) {
        this._openCallback = cb;
        if (this._pack._stream === this) this._continueOpen();
      }
      _continuePack(err) {
        if (this._callback === null) return;
        const callback = this._callback;
        this._callback = null;
        callback(err);
      }
      _continueOpen() {
        if (this._pack._stream === null) this._pack._stream = this;
        const cb = this._openCallback;
        this._openCallback = null;
        if (cb === null) return;
        if (this._pack.destroying) return cb(new Error("pack stream destroyed"));
        if (this._pack._finalized) return cb(new Error("pack stream is already finalized"));
        this._pack._stream = this;
        if (!this._isLinkname) {
          this._pack._encode(this.header);
        }
        if (this._isVoid) {
          this._finish();
          this._continuePack(null);
        }
        cb(null);
      }
      _write(data, cb) {
        if (this._isLinkname) {
          this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
          return cb(null);
        }
        if (this._isVoid) {
          if (data.byteLength > 0) {
            return cb(new Error("No body allowed for this entry"));
          }
          return cb();
        }
        this.written += data.byteLength;
        if (this._pack.push(data)) return cb();
        this._pack._drain = cb;
      }
      _finish() {
        if (this._finished) return;
        this._finished = true;
        if (this._isLinkname) {
          this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
          this._pack._encode(this.header);
        }
        overflow(this._pack, this.header.size);
        this._pack._done(this);
      }
      _final(cb) {
        if (this.written !== this.header.size) {
          return cb(new Error("Size mismatch"));
        }
        this._finish();
        cb(null);
      }
      _getError() {
        return getStreamError(this) || new Error("tar entry destroyed");
      }
      _predestroy() {
        this._pack.destroy(this._getError());
      }
      _destroy(cb) {
        this._pack._done(this);
        this._continuePack(this._finished ? null : this._getError());
        cb();
      }
    };
    var Pack = class extends Readable2 {
      constructor(opts) {
        super(opts);
        this._drain = noop;
        this._finalized = false;
        this._finalizing = false;
        this._pending = [];
        this._stream = null;
      }
      entry(header, buffer, callback) {
        if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
        if (typeof buffer === "function") {
          callback = buffer;
          buffer = null;
        }
        if (!callback) callback = noop;
        if (!header.size || header.type === "symlink") header.size = 0;
        if (!header.type) header.type = modeToType(header.mode);
        if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
        if (!header.uid) header.uid = 0;
        if (!header.gid) header.gid = 0;
        if (!header.mtime) header.mtime = /* @__PURE__ */ new Date();
        if (typeof buffer === "string") buffer = b4a.from(buffer);
        const sink = new Sink(this, header, callback);
        if (b4a.isBuffer(buffer)) {
          header.size = buffer.byteLength;
          sink.write(buffer);
          sink.end();
          return sink;
        }
        if (sink._isVoid) {
          return sink;
        }
        return sink;
      }
      finalize() {
        if (this._stream || this._pending.length > 0) {
          this._finalizing = true;
          return;
        }
        if (this._finalized) return;
        this._finalized = true;
        this.push(END_OF_TAR);
        this.push(null);
      }
      _done(stream) {
        if (stream !== this._stream) return;
        this._stream = null;
        if (this._finalizing) this.finalize();
        if (this._pending.length) this._pending.shift()._continueOpen();
      }
      _encode(header) {
        if (!header.pax) {
          const buf = headers.encode(header);
          if (buf) {
            this.push(buf);
            return;
          }
        }
        this._encodePax(header);
      }
      _encodePax(header) {
        const paxHeader = headers.encodePax({
          name: header.name,
          linkname: header.linkname,
          pax: header.pax
        });
        const newHeader = {
          name: "PaxHeader",
          mode: header.mode,
          uid: header.uid,
          gid: header.gid,
          size: paxHeader.byteLength,
          mtime: header.mtime,
          type: "pax-header",
          linkname: header.linkname && "PaxHeader",
          uname: header.uname,
          gname: header.gname,
          devmajor: header.devmajor,
          devminor: header.devminor
        };
        this.push(headers.encode(newHeader));
        this.push(paxHeader);
        overflow(this, paxHeader.byteLength);
        newHeader.size = header.size;
        newHeader.type = header.type;
        this.push(headers.encode(newHeader));
      }
      _doDrain() {
        const drain = this._drain;
        this._drain = noop;
        drain();
      }
      _predestroy() {
        const err = getStreamError(this);
        if (this._stream) this._stream.destroy(err);
        while (this._pending.length) {
          const stream = this._pending.shift();
          stream.destroy(err);
          stream._continueOpen();
        }
        this._doDrain();
      }
      _read(cb) {
        this._doDrain();
        cb();
      }
    };
    module.exports = function pack2(opts) {
      return new Pack(opts);
    };
    function modeToType(mode) {
      switch (mode & constants.S_IFMT) {
        case constants.S_IFBLK:
          return "block-device";
        case constants.S_IFCHR:
          return "character-device";
        case constants.S_IFDIR:
          return "directory";
        case constants.S_IFIFO:
          return "fifo";
        case constants.S_IFLNK:
          return "symlink";
      }
      return "file";
    }
    function noop() {
    }
    function overflow(self, size) {
      size &= 511;
      if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
    }
    function mapWritable(buf) {
      return b4a.isBuffer(buf) ? buf : b4a.from(buf);
    }
  }
});

// node_modules/tar-stream/index.js
var require_tar_stream = __commonJS({
  "node_modules/tar-stream/index.js"(exports) {
    exports.extract = require_extract();
    exports.pack = require_pack();
  }
});

// node_modules/semver/functions/valid.js
var require_valid = __commonJS({
  "node_modules/semver/functions/valid.js"(exports, module) {
    "use strict";
    var parse5 = require_parse();
    var valid = (version2, options) => {
      const v = parse5(version2, options);
      return v ? v.version : null;
    };
    module.exports = valid;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports, module) {
    "use strict";
    var parse5 = require_parse();
    var clean = (version2, options) => {
      const s = parse5(version2.trim().replace(/^[=v]+/, ""), options);
      return s ? s.version : null;
    };
    module.exports = clean;
  }
});

// node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "node_modules/semver/functions/inc.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var inc = (version2, release, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version2 instanceof SemVer ? version2.version : version2,
          options
        ).inc(release, identifier, identifierBase).version;
      } catch (er) {
        return null;
      }
    };
    module.exports = inc;
  }
});

// node_modules/semver/functions/diff.js
var require_diff = __commonJS({
  "node_modules/semver/functions/diff.js"(exports, module) {
    "use strict";
    var parse5 = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse5(version1, null, true);
      const v2 = parse5(version2, null, true);
      const comparison = v1.compare(v2);
      if (comparison === 0) {
        return null;
      }
      const v1Higher = comparison > 0;
      const highVersion = v1Higher ? v1 : v2;
      const lowVersion = v1Higher ? v2 : v1;
      const highHasPre = !!highVersion.prerelease.length;
      const lowHasPre = !!lowVersion.prerelease.length;
      if (lowHasPre && !highHasPre) {
        if (!lowVersion.patch && !lowVersion.minor) {
          return "major";
        }
        if (lowVersion.compareMain(highVersion) === 0) {
          if (lowVersion.minor && !lowVersion.patch) {
            return "minor";
          }
          return "patch";
        }
      }
      const prefix2 = highHasPre ? "pre" : "";
      if (v1.major !== v2.major) {
        return prefix2 + "major";
      }
      if (v1.minor !== v2.minor) {
        return prefix2 + "minor";
      }
      if (v1.patch !== v2.patch) {
        return prefix2 + "patch";
      }
      return "prerelease";
    };
    module.exports = diff;
  }
});

// node_modules/semver/functions/major.js
var require_major = __commonJS({
  "node_modules/semver/functions/major.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var major = (a, loose) => new SemVer(a, loose).major;
    module.exports = major;
  }
});

// node_modules/semver/functions/minor.js
var require_minor = __commonJS({
  "node_modules/semver/functions/minor.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var minor = (a, loose) => new SemVer(a, loose).minor;
    module.exports = minor;
  }
});

// node_modules/semver/functions/patch.js
var require_patch = __commonJS({
  "node_modules/semver/functions/patch.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var patch = (a, loose) => new SemVer(a, loose).patch;
    module.exports = patch;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse5 = require_parse();
    var prerelease = (version2, options) => {
      const parsed = parse5(version2, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module.exports = prerelease;
  }
});

// node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/semver/functions/compare.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module.exports = compare;
  }
});

// node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "node_modules/semver/functions/rcompare.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var rcompare = (a, b, loose) => compare(b, a, loose);
    module.exports = rcompare;
  }
});

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "node_modules/semver/functions/compare-loose.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var compareLoose = (a, b) => compare(a, b, true);
    module.exports = compareLoose;
  }
});

// node_modules/semver/functions/compare-build.js
var require_compare_build = __commonJS({
  "node_modules/semver/functions/compare-build.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compareBuild = (a, b, loose) => {
      const versionA = new SemVer(a, loose);
      const versionB = new SemVer(b, loose);
      return versionA.compare(versionB) || versionA.compareBuild(versionB);
    };
    module.exports = compareBuild;
  }
});

// node_modules/semver/functions/sort.js
var require_sort = __commonJS({
  "node_modules/semver/functions/sort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var sort = (list2, loose) => list2.sort((a, b) => compareBuild(a, b, loose));
    module.exports = sort;
  }
});

// node_modules/semver/functions/rsort.js
var require_rsort = __commonJS({
  "node_modules/semver/functions/rsort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var rsort = (list2, loose) => list2.sort((a, b) => compareBuild(b, a, loose));
    module.exports = rsort;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/semver/functions/gt.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var gt = (a, b, loose) => compare(a, b, loose) > 0;
    module.exports = gt;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var lt = (a, b, loose) => compare(a, b, loose) < 0;
    module.exports = lt;
  }
});

// node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "node_modules/semver/functions/eq.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var eq = (a, b, loose) => compare(a, b, loose) === 0;
    module.exports = eq;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/semver/functions/neq.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var neq = (a, b, loose) => compare(a, b, loose) !== 0;
    module.exports = neq;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/semver/functions/gte.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var gte = (a, b, loose) => compare(a, b, loose) >= 0;
    module.exports = gte;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/semver/functions/lte.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var lte = (a, b, loose) => compare(a, b, loose) <= 0;
    module.exports = lte;
  }
});

// node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "node_modules/semver/functions/cmp.js"(exports, module) {
    "use strict";
    var eq = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt(a, b, loose);
        case ">=":
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module.exports = cmp;
  }
});

// node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/semver/functions/coerce.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse5 = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce = (version2, options) => {
      if (version2 instanceof SemVer) {
        return version2;
      }
      if (typeof version2 === "number") {
        version2 = String(version2);
      }
      if (typeof version2 !== "string") {
        return null;
      }
      options = options || {};
      let match = null;
      if (!options.rtl) {
        match = version2.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
      } else {
        const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
        let next;
        while ((next = coerceRtlRegex.exec(version2)) && (!match || match.index + match[0].length !== version2.length)) {
          if (!match || next.index + next[0].length !== match.index + match[0].length) {
            match = next;
          }
          coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
        }
        coerceRtlRegex.lastIndex = -1;
      }
      if (match === null) {
        return null;
      }
      const major = match[2];
      const minor = match[3] || "0";
      const patch = match[4] || "0";
      const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
      const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse5(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports, module) {
    "use strict";
    var parse5 = require_parse();
    var constants = require_constants();
    var SemVer = require_semver();
    var truncate = (version2, truncation, options) => {
      if (!constants.RELEASE_TYPES.includes(truncation)) {
        return null;
      }
      const clonedVersion = cloneInputVersion(version2, options);
      return clonedVersion && doTruncation(clonedVersion, truncation);
    };
    var cloneInputVersion = (version2, options) => {
      const versionStringToParse = version2 instanceof SemVer ? version2.version : version2;
      return parse5(versionStringToParse, options);
    };
    var doTruncation = (version2, truncation) => {
      if (isPrerelease(truncation)) {
        return version2.version;
      }
      version2.prerelease = [];
      switch (truncation) {
        case "major":
          version2.minor = 0;
          version2.patch = 0;
          break;
        case "minor":
          version2.patch = 0;
          break;
      }
      return version2.format();
    };
    var isPrerelease = (type) => {
      return type.startsWith("pre");
    };
    module.exports = truncate;
  }
});

// node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "node_modules/semver/internal/lrucache.js"(exports, module) {
    "use strict";
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module.exports = LRUCache;
  }
});

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "node_modules/semver/internal/trim-comparator-whitespace.js"(exports, module) {
    "use strict";
    var {
      MAX_LENGTH: MAX_LENGTH2,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start, limit, digitRuns) => {
      if (!isDigit(range[start])) {
        return start;
      }
      if (start >= digitRuns.start && start < digitRuns.end) {
        return Math.min(start + limit, digitRuns.end);
      }
      if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
        return Math.min(start + limit, digitRuns.previousEnd);
      }
      let end = start + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end;
      return Math.min(start + limit, end);
    };
    var findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
      if (!loose && range[start] === "0") {
        return start + 1;
      }
      return findDigitsEndIndex(range, start, loose ? MAX_LENGTH2 : MAX_LENGTH2 + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH2, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start;
        }
        end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findBuildIdentifierEndIndex = (range, start) => {
      let end = start;
      while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end = findBuildIdentifierEndIndex(range, start + 1);
      if (end === start + 1) {
        return start;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findLooseFullVersionEndIndex = (range, start, digitRuns) => {
      let end = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    };
    var findPartialVersionEndIndex = (range, start, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
      return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position = matchStart;
      if (isWhitespace(range[position])) {
        position++;
      }
      if (range[position] === "<" || range[position] === ">") {
        position++;
      }
      if (range[position] === "=") {
        position++;
      }
      return isWhitespace(range[position]) ? position : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result2 = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result2 += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result2 + range.slice(copyFrom);
    };
    module.exports = trimComparatorWhitespace;
  }
});

// node_modules/semver/classes/range.js
var require_range = __commonJS({
  "node_modules/semver/classes/range.js"(exports, module) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached2 = cache.get(memoKey);
        if (cached2) {
          return cached2;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result2 = [...rangeMap.values()];
        cache.set(memoKey, result2);
        return result2;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version2) {
        if (!version2) {
          return false;
        }
        if (typeof version2 === "string") {
          try {
            version2 = new SemVer(version2, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version2, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options) => {
      let result2 = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result2 && remainingComparators.length) {
        result2 = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result2;
    };
    var parseComparator = (comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug("caret", comp);
      comp = replaceTildes(comp, options);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug("xrange", comp);
      comp = replaceStars(comp, options);
      debug("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    };
    var replaceTilde = (comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version2, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version2)) {
          return false;
        }
      }
      if (version2.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version2.major && allowed.minor === version2.minor && allowed.patch === version2.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});

// node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "node_modules/semver/classes/comparator.js"(exports, module) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version2) {
        debug("Comparator.test", version2, this.options.loose);
        if (this.semver === ANY || version2 === ANY) {
          return true;
        }
        if (typeof version2 === "string") {
          try {
            version2 = new SemVer(version2, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version2, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "node_modules/semver/functions/satisfies.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var satisfies = (version2, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version2);
    };
    module.exports = satisfies;
  }
});

// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = __commonJS({
  "node_modules/semver/ranges/to-comparators.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
    module.exports = toComparators;
  }
});

// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = __commonJS({
  "node_modules/semver/ranges/max-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var maxSatisfying = (versions, range, options) => {
      let max = null;
      let maxSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!max || maxSV.compare(v) === -1) {
            max = v;
            maxSV = new SemVer(max, options);
          }
        }
      });
      return max;
    };
    module.exports = maxSatisfying;
  }
});

// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = __commonJS({
  "node_modules/semver/ranges/min-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var minSatisfying = (versions, range, options) => {
      let min = null;
      let minSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!min || minSV.compare(v) === 1) {
            min = v;
            minSV = new SemVer(min, options);
          }
        }
      });
      return min;
    };
    module.exports = minSatisfying;
  }
});

// node_modules/semver/ranges/min-version.js
var require_min_version = __commonJS({
  "node_modules/semver/ranges/min-version.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var gt = require_gt();
    var minVersion = (range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    };
    module.exports = minVersion;
  }
});

// node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
  "node_modules/semver/ranges/valid.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var validRange = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module.exports = validRange;
  }
});

// node_modules/semver/ranges/outside.js
var require_outside = __commonJS({
  "node_modules/semver/ranges/outside.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var Range = require_range();
    var satisfies = require_satisfies();
    var gt = require_gt();
    var lt = require_lt();
    var lte = require_lte();
    var gte = require_gte();
    var outside = (version2, range, hilo, options) => {
      version2 = new SemVer(version2, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt;
          ltefn = lte;
          ltfn = lt;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt;
          ltefn = gte;
          ltfn = gt;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies(version2, range, options)) {
        return false;
      }
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let high = null;
        let low = null;
        comparators.forEach((comparator) => {
          if (comparator.semver === ANY) {
            comparator = new Comparator(">=0.0.0");
          }
          high = high || comparator;
          low = low || comparator;
          if (gtfn(comparator.semver, high.semver, options)) {
            high = comparator;
          } else if (ltfn(comparator.semver, low.semver, options)) {
            low = comparator;
          }
        });
        if (high.operator === comp || high.operator === ecomp) {
          return false;
        }
        if ((!low.operator || low.operator === comp) && ltefn(version2, low.semver)) {
          return false;
        } else if (low.operator === ecomp && ltfn(version2, low.semver)) {
          return false;
        }
      }
      return true;
    };
    module.exports = outside;
  }
});

// node_modules/semver/ranges/gtr.js
var require_gtr = __commonJS({
  "node_modules/semver/ranges/gtr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var gtr = (version2, range, options) => outside(version2, range, ">", options);
    module.exports = gtr;
  }
});

// node_modules/semver/ranges/ltr.js
var require_ltr = __commonJS({
  "node_modules/semver/ranges/ltr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var ltr = (version2, range, options) => outside(version2, range, "<", options);
    module.exports = ltr;
  }
});

// node_modules/semver/ranges/intersects.js
var require_intersects = __commonJS({
  "node_modules/semver/ranges/intersects.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var intersects = (r1, r2, options) => {
      r1 = new Range(r1, options);
      r2 = new Range(r2, options);
      return r1.intersects(r2, options);
    };
    module.exports = intersects;
  }
});

// node_modules/semver/ranges/simplify.js
var require_simplify = __commonJS({
  "node_modules/semver/ranges/simplify.js"(exports, module) {
    "use strict";
    var satisfies = require_satisfies();
    var compare = require_compare();
    module.exports = (versions, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions.sort((a, b) => compare(a, b, options));
      for (const version2 of v) {
        const included = satisfies(version2, range, options);
        if (included) {
          prev = version2;
          if (!first) {
            first = version2;
          }
        } else {
          if (prev) {
            set.push([first, prev]);
          }
          prev = null;
          first = null;
        }
      }
      if (first) {
        set.push([first, null]);
      }
      const ranges = [];
      for (const [min, max] of set) {
        if (min === max) {
          ranges.push(min);
        } else if (!max && min === v[0]) {
          ranges.push("*");
        } else if (!max) {
          ranges.push(`>=${min}`);
        } else if (min === v[0]) {
          ranges.push(`<=${max}`);
        } else {
          ranges.push(`${min} - ${max}`);
        }
      }
      const simplified = ranges.join(" || ");
      const original = typeof range.raw === "string" ? range.raw : String(range);
      return simplified.length < original.length ? simplified : range;
    };
  }
});

// node_modules/semver/ranges/subset.js
var require_subset = __commonJS({
  "node_modules/semver/ranges/subset.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var satisfies = require_satisfies();
    var compare = require_compare();
    var subset = (sub, dom, options = {}) => {
      if (sub === dom) {
        return true;
      }
      sub = new Range(sub, options);
      dom = new Range(dom, options);
      let sawNonNull = false;
      OUTER: for (const simpleSub of sub.set) {
        for (const simpleDom of dom.set) {
          const isSub = simpleSubset(simpleSub, simpleDom, options);
          sawNonNull = sawNonNull || isSub !== null;
          if (isSub) {
            continue OUTER;
          }
        }
        if (sawNonNull) {
          return false;
        }
      }
      return true;
    };
    var minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
    var minimumVersion = [new Comparator(">=0.0.0")];
    var simpleSubset = (sub, dom, options) => {
      if (sub === dom) {
        return true;
      }
      if (sub.length === 1 && sub[0].semver === ANY) {
        if (dom.length === 1 && dom[0].semver === ANY) {
          return true;
        } else if (options.includePrerelease) {
          sub = minimumVersionWithPreRelease;
        } else {
          sub = minimumVersion;
        }
      }
      if (dom.length === 1 && dom[0].semver === ANY) {
        if (options.includePrerelease) {
          return true;
        } else {
          dom = minimumVersion;
        }
      }
      const eqSet = /* @__PURE__ */ new Set();
      let gt, lt;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt = lowerLT(lt, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt) {
        gtltComp = compare(gt.semver, lt.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt && !satisfies(eq, String(gt), options)) {
          return null;
        }
        if (lt && !satisfies(eq, String(lt), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies(eq, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
      let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) {
        needDomLTPre = false;
      }
      for (const c of dom) {
        hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
        hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
        if (gt) {
          if (needDomGTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) {
              needDomGTPre = false;
            }
          }
          if (c.operator === ">" || c.operator === ">=") {
            higher = higherGT(gt, c, options);
            if (higher === c && higher !== gt) {
              return false;
            }
          } else if (gt.operator === ">=" && !c.test(gt.semver)) {
            return false;
          }
        }
        if (lt) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt, c, options);
            if (lower === c && lower !== lt) {
              return false;
            }
          } else if (lt.operator === "<=" && !c.test(lt.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt && gtltComp !== 0) {
        return false;
      }
      if (lt && hasDomGT && !gt && gtltComp !== 0) {
        return false;
      }
      if (needDomGTPre || needDomLTPre) {
        return false;
      }
      return true;
    };
    var higherGT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare(a.semver, b.semver, options);
      return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
    };
    module.exports = subset;
  }
});

// node_modules/semver/index.js
var require_semver2 = __commonJS({
  "node_modules/semver/index.js"(exports, module) {
    "use strict";
    var internalRe = require_re();
    var constants = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse5 = require_parse();
    var valid = require_valid();
    var clean = require_clean();
    var inc = require_inc();
    var diff = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease = require_prerelease();
    var compare = require_compare();
    var rcompare = require_rcompare();
    var compareLoose = require_compare_loose();
    var compareBuild = require_compare_build();
    var sort = require_sort();
    var rsort = require_rsort();
    var gt = require_gt();
    var lt = require_lt();
    var eq = require_eq();
    var neq = require_neq();
    var gte = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange = require_valid2();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module.exports = {
      parse: parse5,
      valid,
      clean,
      inc,
      diff,
      major,
      minor,
      patch,
      prerelease,
      compare,
      rcompare,
      compareLoose,
      compareBuild,
      sort,
      rsort,
      gt,
      lt,
      eq,
      neq,
      gte,
      lte,
      cmp,
      coerce,
      truncate,
      Comparator,
      Range,
      satisfies,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange,
      outside,
      gtr,
      ltr,
      intersects,
      simplifyRange,
      subset,
      SemVer,
      re: internalRe.re,
      src: internalRe.src,
      tokens: internalRe.t,
      SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// src/policy/exit-code.ts
function exitCodeOf(verdict2, mode) {
  const problems = [...verdict2.errors, ...verdict2.subjects.flatMap(({ errors }) => errors)];
  if (problems.some(({ kind }) => kind === "usage")) return 2;
  if (verdict2.verdict === "error") return 3;
  return verdict2.verdict === "fail" && mode === "enforce" ? 1 : 0;
}

// src/report/order.ts
function gates(finding2) {
  return finding2.status === "fail";
}
function compareFindings(a, b) {
  return Number(gates(b)) - Number(gates(a)) || compareSeverity(a.severity, b.severity) || compareText(a.id, b.id) || compareText(a.fingerprint, b.fingerprint) || compareText(a.image?.installed ?? "", b.image?.installed ?? "");
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function gatingFindings(verdict2) {
  return verdict2.subjects.flatMap((subject2) => subject2.findings.filter(gates).map((finding2) => ({ finding: finding2, subject: subject2 }))).sort(
    (a, b) => compareFindings(a.finding, b.finding) || compareText(a.subject.subject.name, b.subject.subject.name)
  );
}

// src/report/problems.ts
function allProblems(verdict2) {
  return [
    ...verdict2.errors.map((problem2) => ({ ...problem2, subject: null })),
    ...verdict2.subjects.flatMap(
      ({ subject: subject2, errors }) => errors.map((problem2) => ({ ...problem2, subject: subject2.name }))
    )
  ];
}
function problemWord(kind) {
  return kind === "usage" ? "wrong input" : "could not verify";
}

// src/report/text/inert.ts
function inert(text6) {
  return text6.replace(/^([^\S\n]*)::/gmu, "$1\u2237 ").replaceAll("##[", "\u266F\u266F[");
}

// src/report/text/plain.ts
var LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
var INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
function plain(text6, limit = 300) {
  const visible = text6.slice(0, limit * 8).toWellFormed().replace(LINE_BREAKS, " ").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
  return clip(visible, limit);
}
function clip(text6, limit) {
  if (text6.length <= limit) return text6;
  const points = Array.from(text6);
  return points.length <= limit ? text6 : `${points.slice(0, limit - 1).join("")}\u2026`;
}

// src/report/text/words.ts
function counted(count4, one2, many2 = `${one2}s`) {
  return `${count4} ${count4 === 1 ? one2 : many2}`;
}
function lineText(location2) {
  const { startLine, endLine } = location2;
  const lines = endLine > startLine ? `${startLine}-${endLine}` : `${startLine}`;
  return `${plain(location2.file)}:${lines}`;
}
function severityText(severities) {
  const counts = /* @__PURE__ */ new Map();
  for (const severity3 of severities) counts.set(severity3, (counts.get(severity3) ?? 0) + 1);
  return SEVERITIES.flatMap((severity3) => {
    const count4 = counts.get(severity3);
    return count4 === void 0 ? [] : [`${count4} ${severity3}`];
  }).join(", ");
}
function versionText(finding2) {
  const installed = plain(finding2.image?.installed ?? "", 80);
  const fixed = plain(finding2.image?.fixed ?? "", 80);
  if (installed === "") return fixed === "" ? "" : `\u2192 ${fixed}`;
  return `${installed} \u2192 ${fixed === "" ? "no fix yet" : fixed}`;
}
function subjectMatter(finding2) {
  const name = plain(finding2.image?.package ?? "", 120);
  return name === "" ? plain(finding2.message) : `${name} ${versionText(finding2)}`.trim();
}
function listed(items) {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
function fullStop(text6) {
  return text6 === "" || /[.!?…]$/u.test(text6) ? text6 : `${text6}.`;
}

// src/report/sentence.ts
var NAMED = 3;
function sentence(verdict2) {
  const text6 = clauses(verdict2).map(({ what, named: named2, total }) => named2.length === 0 ? what : `${what}: ${withMore(named2, total)}`).join("; ");
  return inert(`${text6.slice(0, 1).toUpperCase()}${text6.slice(1)}.`);
}
function headline(verdict2) {
  return clauses(verdict2).map(({ what }) => what).join("; ");
}
function clauses(verdict2) {
  const failing2 = gatingFindings(verdict2);
  const problems = allProblems(verdict2);
  const errors = verdict2.verdict === "error" || problems.length > 0 ? [errorClause(verdict2, problems)] : [];
  const failures = failing2.length > 0 ? [failClause(failing2)] : [];
  const found = [...errors, ...failures];
  return found.length > 0 ? found : [passClause(verdict2)];
}
function errorClause(verdict2, problems) {
  const unverified = verdict2.subjects.filter((subject2) => subject2.verdict === "error").length;
  const many2 = verdict2.subjects.length;
  const what = unverified === 0 ? "the run" : many2 === 1 ? "the subject" : `${unverified} of ${many2} subjects`;
  const isInput = problems.length > 0 && problems.every(({ kind }) => kind === "usage");
  return {
    what: isInput ? `wrong input for ${what}` : `${problemWord("verify")} ${what}`,
    named: problems.slice(0, NAMED).map(problemText),
    total: problems.length
  };
}
function problemText({ subject: subject2, message }) {
  const text6 = plain(message, 200).replace(/[.\s]+$/u, "");
  return subject2 === null ? text6 : `${plain(subject2, 80)}: ${text6}`;
}
function failClause(failing2) {
  const subjects = new Set(failing2.map(({ subject: subject2 }) => subject2.subject.name)).size;
  const severities = severityText(failing2.map(({ finding: finding2 }) => finding2.severity));
  const what = `${counted(failing2.length, "finding fails", "findings fail")} the gate in ${counted(subjects, "subject")}`;
  return { what: `${what} (${severities})`, named: failing2.slice(0, NAMED).map(findingText), total: failing2.length };
}
function findingText({ finding: finding2, subject: subject2 }) {
  const name = plain(finding2.image?.package ?? "", 80);
  const where2 = finding2.location === null ? plain(subject2.subject.name, 80) : lineText(finding2.location);
  return `${plain(finding2.id, 80)}${name === "" ? "" : ` in ${name}`} (${where2})`;
}
function passClause(verdict2) {
  const findings = verdict2.subjects.reduce((sum, subject2) => sum + subject2.findings.length, 0);
  const checked = counted(verdict2.subjects.length, "subject");
  const without = `; ${counted(findings, "finding does", "findings do")} not gate`;
  return { what: `nothing fails the gate in ${checked}${findings === 0 ? "" : without}`, named: [], total: 0 };
}
function withMore(named2, total) {
  const more = total - named2.length;
  return more > 0 ? `${named2.join(", ")} and ${more} more` : listed(named2);
}

// src/report/table/display-width.ts
var WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{1b000}-\\u{1b2ff}\\u{1f200}-\\u{1f265}\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
var ZERO = /[\p{Mn}\p{Me}]/u;
function characterWidth(character) {
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
function displayWidth(text6) {
  if (/^[ -~]*$/u.test(text6)) return text6.length;
  let width = 0;
  for (const character of text6) width += characterWidth(character);
  return width;
}

// src/report/table/wrap.ts
function wrap(text6, width) {
  const lines = [];
  let line2 = "";
  for (const word of text6.split(" ").flatMap((longWord) => pieces(longWord, width))) {
    const longer = line2 === "" ? word : `${line2} ${word}`;
    if (displayWidth(longer) <= width) line2 = longer;
    else {
      lines.push(line2);
      line2 = word;
    }
  }
  return [...lines, line2];
}
function pieces(word, width) {
  if (displayWidth(word) <= width) return [word];
  const parts = [];
  let part = "";
  let used = 0;
  for (const character of word) {
    const columns2 = characterWidth(character);
    if (used + columns2 > width) {
      parts.push(part);
      part = "";
      used = 0;
    }
    part += character;
    used += columns2;
  }
  return [...parts, part];
}
function pad(text6, width) {
  return text6 + " ".repeat(Math.max(0, width - displayWidth(text6)));
}

// src/report/table/columns.ts
var GAP = "  ";
function columns(cells3, widths, indent, paint) {
  const wrapped = cells3.map(({ lines, style }, index) => {
    const width = widths[index] ?? 2;
    return { width, style, lines: lines.flatMap((line2) => wrap(line2, width)) };
  });
  const height = Math.max(...wrapped.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line2) => {
    const parts = wrapped.map((cell, index) => {
      const text6 = cell.lines[line2] ?? "";
      const last = wrapped.slice(index + 1).every(({ lines }) => (lines[line2] ?? "") === "");
      const painted = paint(text6, cell.style);
      return last ? painted : painted + pad(text6, cell.width).slice(text6.length);
    });
    return (" ".repeat(indent) + parts.join(GAP)).trimEnd();
  });
}

// src/report/table/check-lines.ts
var INDENT = 2;
var MARKS = {
  pass: { mark: "\u2713", word: "pass", style: "green" },
  fail: { mark: "\u2717", word: "fail", style: "red" },
  unknown: { mark: "?", word: "not known", style: "yellow" },
  "not-applicable": { mark: "-", word: "does not apply", style: "faint" }
};
var WORD = "does not apply".length;
function checkLines(checks, width, paint) {
  return ["pass", "fail", "not-applicable", "unknown"].flatMap((answer) => {
    const rules = checks.filter((check3) => check3.answer === answer);
    if (rules.length === 0) return [];
    const lines = answer === "unknown" ? rules.map((check3) => `${plain(check3.rule, 80)}: ${plain(check3.reason)}`) : [rules.map((check3) => plain(check3.rule, 80)).join(", ")];
    const { mark, word, style } = MARKS[answer];
    const cells3 = [
      { lines: [mark], style },
      { lines: [word], style },
      { lines, style: answer === "not-applicable" ? "faint" : "plain" }
    ];
    return columns(cells3, [1, WORD, width - INDENT - WORD - 5], INDENT, paint);
  });
}

// src/report/table/paint.ts
var PARAMETERS = {
  plain: "",
  strong: "1",
  faint: "2",
  red: "31",
  green: "32",
  yellow: "33",
  "bright-red": "1;31",
  cyan: "36"
};
function painter(color) {
  return (text6, style) => color && style !== "plain" && text6 !== "" ? `\x1B[${PARAMETERS[style]}m${text6}\x1B[0m` : text6;
}
var SEVERITY_STYLES = {
  critical: "bright-red",
  high: "red",
  medium: "yellow",
  low: "cyan",
  unknown: "faint"
};
var VERDICT_STYLES = {
  pass: "green",
  fail: "bright-red",
  error: "yellow"
};

// src/report/table/finding-lines.ts
var INDENT2 = 2;
var SEVERITY = "CRITICAL".length;
var GAP2 = 2;
var LONGEST_ID = 24;
var MATTER = 34;
var GATING_SHOWN = 50;
var OTHERS_SHOWN = 10;
function findingLines(findings, width, paint) {
  const sorted = [...findings].sort(compareFindings);
  const failing2 = sorted.filter(gates);
  const others2 = sorted.filter((finding2) => !gates(finding2));
  const layout = layoutOf([...failing2.slice(0, GATING_SHOWN), ...others2.slice(0, OTHERS_SHOWN)], width);
  const show = (some, title2, limit) => {
    if (some.length === 0) return [];
    const heading = `${title2} (${severityText(some.map(({ severity: severity3 }) => severity3))})`;
    const rows = some.slice(0, limit).flatMap((finding2) => columns(cells(finding2, layout), layout.widths, INDENT2, paint));
    const left = some.length - limit;
    const more = left > 0 ? [indented(paint(`\u2026 and ${left} more, see report.json`, "faint"))] : [];
    return [...wrap(heading, width - INDENT2).map(indented), ...rows, ...more];
  };
  const first = show(
    failing2,
    counted(failing2.length, "finding fails the gate", "findings fail the gate"),
    GATING_SHOWN
  );
  const second = show(others2, counted(others2.length, "finding does not gate", "findings do not gate"), OTHERS_SHOWN);
  return first.length > 0 && second.length > 0 ? [...first, "", ...second] : [...first, ...second];
}
function layoutOf(findings, width) {
  const ids = Math.min(LONGEST_ID, Math.max(0, ...findings.map(({ id }) => displayWidth(plain(id, 80)))));
  const places = Math.max(0, ...findings.map((finding2) => displayWidth(placeText(finding2))));
  const all = width - INDENT2 - SEVERITY - GAP2;
  const room = all - ids - GAP2;
  if (room - GAP2 - places >= MATTER) return { place: "beside", widths: [SEVERITY, ids, room - GAP2 - places, places] };
  return room >= MATTER ? { place: "below", widths: [SEVERITY, ids, room] } : { place: "stacked", widths: [SEVERITY, all] };
}
function cells(finding2, { place: layout }) {
  const style = gates(finding2) ? "plain" : "faint";
  const severity3 = { lines: [finding2.severity.toUpperCase()], style: SEVERITY_STYLES[finding2.severity] };
  const id = plain(finding2.id, 80);
  const place = placeText(finding2);
  const matter = matterLines(finding2);
  const below = place === "" ? matter : [...matter, place];
  if (layout === "stacked") return [severity3, { lines: [id, ...below], style }];
  if (layout === "below") return [severity3, { lines: [id], style }, { lines: below, style }];
  return [severity3, { lines: [id], style }, { lines: matter, style }, { lines: [place], style }];
}
function matterLines(finding2) {
  const matter = subjectMatter(finding2);
  return finding2.kind === "advisory" || !gates(finding2) ? [matter] : [matter, `fix: ${plain(finding2.fix)}`];
}
function indented(line2) {
  return " ".repeat(INDENT2) + line2;
}
function placeText({ location: location2, image, origin }) {
  const place = location2 === null ? plain(image?.path ?? "", 120) : lineText(location2);
  return origin === null ? place : `${place} (${origin})`.trim();
}

// src/report/table/subject-lines.ts
var INDENT3 = 2;
var LABEL = "Dockerfile".length;
function subjectLines(subject2, width, paint) {
  const { verdict: verdict2 } = subject2;
  const [first = "", ...rest] = wrap(plain(subject2.subject.name, 200), width - verdict2.length - 2);
  const title2 = `${paint(first, "strong")}  ${paint(verdict2.toUpperCase(), VERDICT_STYLES[verdict2])}`;
  const facts = [
    ["image", imageText(subject2)],
    ["Dockerfile", plain(subject2.subject.dockerfile ?? "")],
    ["system", systemText(subject2)]
  ];
  return [
    title2,
    ...rest.map((line2) => paint(line2, "strong")),
    ...facts.flatMap(([label, text6]) => text6 === "" ? [] : factLines(label, text6, width, paint))
  ];
}
function factLines(label, text6, width, paint) {
  const cells3 = [
    { lines: [label], style: "faint" },
    { lines: [text6], style: "plain" }
  ];
  return columns(cells3, [LABEL, width - INDENT3 - LABEL - 2], INDENT3, paint);
}
function imageText({ subject: subject2, image }) {
  if (image === null) return subject2.image === null ? "" : `${plain(subject2.image)} (not read)`;
  const id = plain(image.imageId, 80).replace(/^sha256:/u, "").slice(0, 12);
  return `${plain(image.reference)} (${plain(image.platform, 40)}, id ${id})`;
}
function systemText({ os, packages }) {
  const parts = [
    os === null ? "" : plain(`${os.family} ${os.name}`, 80),
    os?.endOfLife === true ? "end of life" : "",
    packages === null ? "" : `${packages.os} OS and ${counted(packages.language, "language package")}`
  ];
  return parts.filter((part) => part !== "").join(", ");
}

// src/report/table.ts
var NARROWEST = 40;
var WIDEST = 200;
var INDENT4 = 2;
function renderTable(verdict2, options) {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width)));
  const paint = painter(options.color);
  const run = verdict2.errors.flatMap((problem2) => problemLines({ ...problem2, subject: null }, 0, width, paint));
  const blocks = [...verdict2.subjects.map((subject2) => block(subject2, width, paint)), run].filter(
    (lines) => lines.length > 0
  );
  const last = wrap(`${verdict2.verdict.toUpperCase()}: ${sentence(verdict2)}`, width).map(
    (line2) => paint(line2, VERDICT_STYLES[verdict2.verdict])
  );
  return `${inert([...blocks, last].map((lines) => lines.join("\n")).join("\n\n"))}
`;
}
function block(subject2, width, paint) {
  const problems = subject2.errors.flatMap(
    (problem2) => problemLines({ ...problem2, subject: subject2.subject.name }, INDENT4, width, paint)
  );
  const parts = [
    subjectLines(subject2, width, paint),
    problems,
    checkLines(subject2.checks, width, paint),
    findingLines(subject2.findings, width, paint)
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => index === 0 ? part : ["", ...part]);
}
function problemLines({ kind, code: code2, message, advice }, indent, width, paint) {
  const cells3 = [
    { lines: ["!"], style: "yellow" },
    {
      lines: [`${problemWord(kind)}: ${plain(message, 500)} (${plain(code2, 80)})`, `next: ${plain(advice, 500)}`],
      style: "plain"
    }
  ];
  return columns(cells3, [1, width - indent - 3], indent, paint);
}

// src/evidence/find-dockerfiles.ts
var PATTERNS = ["Dockerfile", "*.Dockerfile", "Dockerfile.*", "Containerfile"];
async function findDockerfiles(folder2, { exec, env }) {
  const advice = "Name what to judge with image or dockerfile.";
  const specs = PATTERNS.flatMap((pattern) => [`:(glob)${pattern}`, `:(glob)**/${pattern}`]);
  const git = await exec.run("git", ["-C", folder2, "ls-files", "-z", "--", ...specs], {
    // Another repository's settings in the environment must not decide which files are seen.
    env: env.pick(["PATH", "HOME", "SystemRoot"]),
    timeoutMs: 6e4
  }).catch(() => null);
  if (git === null || git.exitCode !== 0) {
    throw new UsageError(
      "nothing-to-judge",
      `No image and no Dockerfile is named, and ${folder2} is no git work tree to look in.`,
      advice
    );
  }
  const found = git.stdout.split("\0").filter((path) => path !== "" && !path.endsWith(".dockerignore"));
  if (found.length === 0) {
    throw new UsageError(
      "nothing-to-judge",
      `No image and no Dockerfile is named, and git tracks no Dockerfile in ${folder2}.`,
      advice
    );
  }
  return [...new Set(found)].sort();
}

// src/evidence/plan-subjects.ts
function pairUp({ images, dockerfiles, hasBuildOptions }) {
  if (images.length > 0 && dockerfiles.length > 0 && images.length !== dockerfiles.length) {
    throw new UsageError(
      "unpaired",
      `${count(images.length, "image")} and ${count(dockerfiles.length, "Dockerfile")} do not pair.`,
      "Name as many Dockerfiles as images, in the same order, or gate them in separate runs."
    );
  }
  const pairs = Array.from({ length: Math.max(images.length, dockerfiles.length) }, (_, index) => ({
    image: images[index] ?? null,
    dockerfile: dockerfiles[index] ?? null
  }));
  if (hasBuildOptions && pairs.length > 1) {
    throw new UsageError(
      "several-subjects",
      `target and build-arg hold for one subject, but ${pairs.length} are named.`,
      "Gate them in separate runs, each with its own target and build arguments."
    );
  }
  return pairs;
}
function count(number4, noun) {
  return `${number4} ${noun}${number4 === 1 ? "" : "s"}`;
}

// src/evidence/subject-name.ts
function nameSubjects(all) {
  const names = all.map(nameOf);
  const subjects = all.map(({ image, dockerfile }, index) => {
    const name = names[index] ?? "";
    const isShared = names.filter((other) => other === name).length > 1;
    return {
      name: isShared && dockerfile !== null && name !== dockerfile ? `${name} (${dockerfile})` : name,
      image,
      dockerfile
    };
  });
  const twice = subjects.find(({ name }, index) => subjects.findIndex((other) => other.name === name) !== index);
  if (twice !== void 0) {
    throw new UsageError(
      "same-name",
      `Two subjects have the name ${JSON.stringify(twice.name)}, so that their alerts could not be told apart.`,
      "Gate them in separate runs with different sarif-category values, or name a different Dockerfile for each."
    );
  }
  return subjects;
}
function nameOf({ image, dockerfile, repository }) {
  return repository ?? dockerfile ?? fileName(image ?? "");
}
function fileName(reference) {
  const path = reference.replace(/^(docker-archive|oci-archive|oci):/, "").replace(/\/+$/, "");
  const last = path.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/(\.(tar|tgz|oci|gz))+$/i, "") || "image";
}

// src/policy/decide.ts
function decide(cases, run, policy) {
  const subjects = cases.map((one2) => decideSubject(one2, policy));
  const nothing = cases.length === 0 && run.problems.length === 0 ? [
    {
      kind: "usage",
      code: "nothing-to-judge",
      message: "There is no image and no Dockerfile to judge.",
      advice: "Name one with image or dockerfile."
    }
  ] : [];
  const errors = [...run.problems, ...nothing];
  return {
    verdict: gravest([...subjects.map(({ verdict: verdict2 }) => verdict2), errors.length > 0 ? "error" : "pass"]),
    startedAt: run.startedAt,
    errors,
    scanner: run.scanner,
    failOn: policy.failOn,
    subjects
  };
}
function decideSubject({ subject: subject2, evidence, checks, faults, problems }, policy) {
  const findings = faults.map((fault) => decideFault(fault, policy)).sort(compareFindings2);
  const errors = [...problems, ...openQuestions(subject2, checks, policy)];
  const { image, scan: scan2 } = evidence;
  return {
    subject: subject2,
    verdict: gravest([
      errors.length > 0 ? "error" : "pass",
      findings.some(({ status }) => status === "fail") ? "fail" : "pass"
    ]),
    image: image === null ? null : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    os: scan2?.os ?? null,
    packages: scan2 === null ? null : { os: scan2.osPackages, language: scan2.languagePackages },
    checks,
    findings,
    errors
  };
}
function decideFault(fault, policy) {
  return { ...fault, ...statusOf(fault, policy) };
}
function statusOf(fault, policy) {
  if (!reaches(fault.severity, policy.failOn)) {
    return { status: "below-threshold", reason: `${fault.severity} is below fail-on ${policy.failOn}` };
  }
  if (!fault.fixable && !policy.failUnfixed) {
    return { status: "unfixed", reason: "no version fixes it yet, and fail-unfixed is off" };
  }
  return { status: "fail", reason: `${fault.severity} reaches fail-on ${policy.failOn}` };
}
function openQuestions(subject2, checks, policy) {
  if (subject2.image === null && !policy.strictUnknown) return [];
  return checks.filter(({ answer, severity: severity3 }) => answer === "unknown" && reaches(severity3, policy.failOn)).map(({ rule, reason }) => ({
    kind: "verify",
    code: "undecided-rule",
    message: `${rule} could not be decided: ${reason}`,
    advice: "Give what is missing (the image, its Dockerfile, or the setting named), or lower the demand on purpose."
  }));
}
function gravest(words2) {
  if (words2.includes("error")) return "error";
  return words2.includes("fail") ? "fail" : "pass";
}
var STATUS_ORDER = ["fail", "unfixed", "below-threshold"];
function compareFindings2(a, b) {
  return STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) || compareSeverity(a.severity, b.severity) || compareText2(a.id, b.id) || compareText2(a.image?.package ?? "", b.image?.package ?? "") || compareText2(a.fingerprint, b.fingerprint) || compareText2(a.image?.installed ?? "", b.image?.installed ?? "");
}
function compareText2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/image/attribution.ts
function attributeLayers(image, dockerfile) {
  const entries = image.history.filter(({ emptyLayer }) => !emptyLayer);
  if (entries.length !== image.layers.length) return /* @__PURE__ */ new Map();
  const instructions = layerInstructions(dockerfile);
  const sources = /* @__PURE__ */ new Map();
  let next = instructions.length - 1;
  let index = entries.length - 1;
  for (; index >= 0 && next >= 0; index--) {
    const entry = entries[index];
    const diffId = image.layers[index]?.diffId;
    if (entry === void 0 || diffId === void 0) return /* @__PURE__ */ new Map();
    while (instructions[next]?.keyword === "WORKDIR" && kindOf(entry) !== "WORKDIR") next--;
    const instruction = instructions[next];
    if (instruction === void 0) break;
    if (!matches(entry, instruction)) return /* @__PURE__ */ new Map();
    sources.set(diffId, { origin: "build", location: instruction.location });
    next--;
  }
  while (instructions[next]?.keyword === "WORKDIR") next--;
  if (next >= 0) return /* @__PURE__ */ new Map();
  const from = dockerfile.base?.location;
  if (from !== void 0) {
    for (const { diffId } of image.layers.slice(0, index + 1)) {
      if (!sources.has(diffId)) sources.set(diffId, { origin: "base", location: from });
    }
  }
  return sources;
}
var LAYER_KEYWORDS = /* @__PURE__ */ new Set(["RUN", "COPY", "ADD", "WORKDIR"]);
function layerInstructions({ stages, target }) {
  const chain = [];
  for (let stage2 = stages[target]; stage2 !== void 0; stage2 = stage2.parent === null ? void 0 : stages[stage2.parent]) {
    chain.unshift(stage2.instructions.filter(({ keyword }) => LAYER_KEYWORDS.has(keyword)));
  }
  return chain.flat();
}
function kindOf({ createdBy }) {
  const legacy = /#\(nop\)\s+([A-Z]+)\b/.exec(createdBy)?.[1];
  const keyword = legacy ?? /^([A-Z]+)\b/.exec(createdBy)?.[1];
  return keyword ?? "RUN";
}
function matches(entry, instruction) {
  if (kindOf(entry) !== instruction.keyword) return false;
  const said = squeeze(entry.createdBy);
  if (instruction.keyword !== "RUN") {
    return said.includes("#(nop)") || instruction.text.includes("$") || lastWord(said) === lastWord(squeeze(instruction.text));
  }
  if (instruction.heredocs.length > 0) return true;
  return said.includes(squeeze(instruction.json === null ? instruction.text : instruction.json.join(" ")));
}
function lastWord(text6) {
  return (text6.split(" ").at(-1) ?? "").replace(/^[["]+|[\]",]+$/g, "").replace(/(.)\/$/, "$1");
}
function squeeze(text6) {
  return text6.replace(/\s*# buildkit\s*$/, "").replaceAll(/\s+/g, " ").trim();
}

// src/policy/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprint({ subject: subject2, id, purl, place }) {
  const parts = ["1", subject2, id, purl === null ? "" : withoutVersion(purl), place];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);
}
function withoutVersion(purl) {
  const bare = purl.split(/[?#]/, 1)[0] ?? "";
  const at = bare.lastIndexOf("@");
  return at > bare.lastIndexOf("/") ? bare.slice(0, at) : bare;
}

// src/policy/faults.ts
function faultsOf(subject2, evidence, checks, context) {
  const places = placesOf(evidence, context.named);
  const found = [
    ...checks.flatMap((check3) => ruleFaults(subject2, check3, context)),
    ...(evidence.scan?.advisories ?? []).map((advisory) => advisoryFault(subject2, advisory, places)),
    ...(evidence.scan?.secrets ?? []).map((hit) => secretFault(subject2, hit, places)),
    ...(evidence.scan?.licenses ?? []).map((hit) => licenseFault(subject2, hit, places))
  ];
  const unique2 = new Map(found.map((fault) => [`${fault.fingerprint} ${fault.image?.installed ?? ""}`, fault]));
  return [...unique2.values()];
}
function ruleFaults(subject2, check3, context) {
  return check3.violations.map((violation) => ({
    id: check3.rule,
    kind: "rule",
    severity: violation.severity ?? check3.severity,
    title: check3.title,
    message: violation.message,
    fix: violation.fix,
    location: violation.location ?? context.named,
    related: violation.related,
    image: null,
    origin: "config",
    aliases: context.aliases.get(check3.rule) ?? [],
    url: null,
    fingerprint: fingerprint({ subject: subject2.name, id: check3.rule, purl: null, place: violation.place }),
    fixable: true
  }));
}
function advisoryFault(subject2, advisory, places) {
  const { location: location2, origin } = places(advisory.layer, advisory.kind);
  const { package: name, installed, fixed, purl, path } = advisory;
  return {
    id: advisory.id,
    kind: "advisory",
    severity: advisory.severity,
    title: advisory.title,
    message: `${name} ${installed} has ${advisory.id}${advisory.title === "" ? "" : `: ${advisory.title}`}`,
    fix: fixOf(name, fixed, origin),
    location: location2,
    related: [],
    image: { layer: advisory.layer, path, package: name, purl, installed, fixed },
    origin,
    aliases: advisory.aliases,
    url: advisory.url,
    // Without a package URL the name stands in for it: two packages of one image must never share an identity.
    fingerprint: fingerprint({
      subject: subject2.name,
      id: advisory.id,
      purl: purl ?? `pkg:generic/${name}`,
      place: path ?? ""
    }),
    fixable: fixed !== null
  };
}
function fixOf(name, fixed, origin) {
  if (fixed === null) return `No version of ${name} fixes it yet: consider whether the image needs it.`;
  if (origin === "base") return `Take a newer base image (with ${name} ${fixed}), or upgrade ${name} in the build.`;
  return `Update ${name} to ${fixed}.`;
}
function secretFault(subject2, hit, places) {
  const { location: location2, origin } = places(hit.layer, "language");
  const where2 = hit.path === null ? "in the config of the image" : `in ${hit.path}`;
  return {
    id: hit.rule,
    kind: "secret",
    severity: hit.severity,
    title: hit.title,
    message: `${hit.title} ${where2}${hit.path === null ? "" : `, line ${hit.startLine}`}.`,
    fix: "Revoke it, and pass it at run time or with `RUN --mount=type=secret`. Deleting it in a later layer does not remove it.",
    location: location2,
    related: [],
    image: { layer: hit.layer, path: hit.path, package: null, purl: null, installed: null, fixed: null },
    origin: hit.path === null ? "config" : origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({ subject: subject2.name, id: hit.rule, purl: null, place: hit.path ?? "config" }),
    fixable: true
  };
}
function licenseFault(subject2, hit, places) {
  const { location: location2, origin } = places(null, "language");
  const owner = hit.package ?? hit.path ?? "a file";
  return {
    id: `license-${hit.name}`,
    kind: "license",
    severity: hit.severity,
    title: `Licence ${hit.name} (${hit.category})`,
    message: `${owner} is under ${hit.name}, which counts as ${hit.category}.`,
    fix: "Replace the package, or accept the licence on purpose.",
    location: location2,
    related: [],
    image: { layer: null, path: hit.path, package: hit.package, purl: null, installed: null, fixed: null },
    origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({
      subject: subject2.name,
      id: `license-${hit.name}`,
      purl: null,
      place: `${hit.package ?? ""} ${hit.path ?? ""}`
    }),
    fixable: true
  };
}
function placesOf({ dockerfile, image }, named2) {
  const sources = dockerfile !== null && image !== null ? attributeLayers(image, dockerfile) : /* @__PURE__ */ new Map();
  const fallback2 = dockerfile?.base?.location ?? dockerfile?.stages[dockerfile.target]?.location ?? named2;
  return (layer2, kind) => {
    const source = layer2 === null ? void 0 : sources.get(layer2);
    if (source === void 0) return { location: fallback2, origin: null };
    if (source.origin === "base") return { location: source.location, origin: "base" };
    return { location: source.location, origin: kind === "language" ? "app" : "build" };
  };
}

// src/policy/policy.ts
var MCP_PORTS = ["3000/tcp"];
function policyOf(settings) {
  const { profile, allowPort } = settings;
  return {
    profile,
    transport: settings.transport,
    failOn: settings.failOn,
    failUnfixed: settings.failUnfixed,
    allowedBases: settings.allowBase,
    allowedPorts: allowPort.length > 0 ? allowPort : profile === "container" ? null : MCP_PORTS,
    strictUnknown: profile === "strict"
  };
}

// src/rules/base-allowed.ts
var import_picomatch = __toESM(require_picomatch2(), 1);

// src/dockerfile/image-reference.ts
var COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
var REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
var HOST_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
var REGISTRY = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
var IDENTIFIER = /^[a-f0-9]{64}$/;
var DEFAULT_REGISTRY = "docker.io";
var MAX_REPOSITORY = 255;
var MAX_LENGTH = 4096;
function parseImageReference(text6) {
  if (text6.length > MAX_LENGTH || IDENTIFIER.test(text6)) return null;
  const { registry: registry2, rest } = splitRegistry(text6);
  const at = rest.indexOf("@");
  const digest = at < 0 ? null : rest.slice(at + 1);
  const named2 = at < 0 ? rest : rest.slice(0, at);
  const colon = named2.lastIndexOf(":");
  const tag = colon < 0 ? null : named2.slice(colon + 1);
  const repository = colon < 0 ? named2 : named2.slice(0, colon);
  if (repository.length > MAX_REPOSITORY || !REPOSITORY.test(repository)) return null;
  if (!REGISTRY.test(registry2) && !REPOSITORY.test(registry2)) return null;
  if (tag !== null && !TAG.test(tag) || digest !== null && !DIGEST.test(digest)) return null;
  return { registry: registry2, repository, tag, digest };
}
function splitRegistry(text6) {
  const slash = text6.indexOf("/");
  const first = text6.slice(0, Math.max(slash, 0));
  if (slash < 0 || !isRegistry(first)) return official(text6);
  const rest = text6.slice(slash + 1);
  return first === DEFAULT_REGISTRY || first === "index.docker.io" ? official(rest) : { registry: first, rest };
}
function isRegistry(first) {
  return first === "localhost" || /[.:]/.test(first) || first.toLowerCase() !== first;
}
function official(rest) {
  return { registry: DEFAULT_REGISTRY, rest: rest.includes("/") ? rest : `library/${rest}` };
}

// src/rules/rule.ts
var RULE_PROFILES = ["mcp", "container", "strict"];
function pass(reason) {
  return { answer: "pass", reason, violations: [], severity: null };
}
function unknown(reason, severity3 = null) {
  return { answer: "unknown", reason, violations: [], severity: severity3 };
}
function notApplicable(reason) {
  return { answer: "not-applicable", reason, violations: [], severity: null };
}
function fail(faults, severity3 = null) {
  const violations = faults.map((fault) => ({ related: [], place: "", severity: null, ...fault }));
  return { answer: "fail", reason: violations.map(({ message }) => message).join(" "), violations, severity: severity3 };
}

// src/rules/base-allowed.ts
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
    const refused = verdicts.filter(({ verdict: verdict2 }) => verdict2 === false).map(({ image }) => image);
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
    const open3 = verdicts.find(({ verdict: verdict2 }) => verdict2 === null);
    if (open3 !== void 0)
      return unknown(`${VIA[open3.image.via]} names ${open3.image.written}, whose variables have no value here.`);
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
  return ({ registry: registry2, repository, tag, digest }) => {
    const name = `${registry2}/${repository}`;
    const tagged = `${name}:${tag ?? "latest"}`;
    const names = digest === null ? [name, tagged] : [name, `${name}@${digest}`, ...tag === null ? [] : [tagged, `${tagged}@${digest}`]];
    return names.some((candidate) => glob(candidate));
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

// src/rules/effective.ts
function effective(evidence) {
  const text6 = evidence.dockerfile?.config ?? null;
  const image = evidence.image?.config ?? null;
  if (image === null) return text6 ?? NOTHING_KNOWN;
  return {
    user: one(image.user === "" ? null : image.user, text6?.user),
    exposedPorts: many(image.exposedPorts, text6?.exposedPorts),
    healthcheck: one(image.healthcheck, text6?.healthcheck),
    entrypoint: one(image.entrypoint, text6?.entrypoint),
    cmd: one(image.cmd, text6?.cmd),
    env: many(image.env, text6?.env, envName),
    workingDir: one(image.workingDir === "" ? null : image.workingDir, text6?.workingDir),
    labels: many(labelEntries(image), text6?.labels, envName),
    volumes: many(image.volumes, text6?.volumes),
    stopSignal: one(image.stopSignal, text6?.stopSignal),
    shell: one(image.shell, text6?.shell)
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
function one(value, text6) {
  return { value, known: true, from: text6?.from ?? null };
}
function many(values, text6, key = (entry) => entry) {
  const places = new Map(text6?.entries.map((entry) => [key(entry.value), entry.from]));
  const entries = values.map((value) => ({ value, known: true, from: places.get(key(value)) ?? null }));
  return { entries, complete: true };
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

// src/rules/base-minimal.ts
var MANY_PACKAGES = 150;
var MINIMAL_TAG = /(^|[-._])(alpine|slim|distroless|chiseled|micro|minimal|busybox|musl)(\d|[-._]|$)/i;
var MINIMAL_REPOSITORY = /(^|[/-])(alpine|busybox|distroless|wolfi|wolfi-base|ubi\d*-(micro|minimal)|chiseled)([-/]|$)|^(cgr\.dev\/chainguard|dhi\.io|gcr\.io\/distroless)\//i;
var OFFICIAL = /^docker\.io\/library\//;
var FIX = "Build the final stage on a slim, Alpine or distroless variant, such as `node:24-slim`; builder stages are free.";
var baseMinimal = {
  id: "base-minimal",
  title: "The final image stands on a minimal base",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "Every package of the base is code that can be attacked and that must be patched. A full distribution brings compilers and hundreds of libraries that a server never calls.",
  fix: FIX,
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
    return measured(evidence) ?? named(evidence);
  }
};
function measured(evidence) {
  const { image, scan: scan2 } = evidence;
  if (image === null || scan2 === null) return null;
  if (scan2.osPackages <= MANY_PACKAGES) {
    return pass(
      scan2.osPackages === 0 ? "No distribution packages in the image." : `${scan2.osPackages} distribution packages in the image.`
    );
  }
  const base = evidence.dockerfile?.base?.reference ?? null;
  if (base !== null && isMinimal(base))
    return pass(`${base} is a minimal base; the build adds up to ${scan2.osPackages} packages.`);
  return fail([
    {
      message: `The image has ${scan2.osPackages} distribution packages (a minimal base has at most ${MANY_PACKAGES}).`,
      fix: FIX,
      location: fromLine(evidence)
    }
  ]);
}
function named(evidence) {
  const dockerfile = evidence.dockerfile;
  if (dockerfile === null) return unknown("Without the Dockerfile or a scan nothing tells what the base is.");
  if (dockerfile.base === null) return pass("The final stage starts from scratch.");
  const { reference, written, location: location2 } = dockerfile.base;
  if (reference === null) return unknown(`${written} has variables without a value here.`);
  if (isMinimal(reference)) return pass(`${reference} is a minimal variant by its name.`);
  if (!OFFICIAL.test(fullName(reference)))
    return unknown(`The name of ${reference} does not tell how large it is; only the built image can.`);
  return fail([{ message: `${reference} is a full image, not a minimal variant.`, fix: FIX, location: location2 }]);
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
    const open3 = pulled.find(({ reference }) => reference === null);
    if (open3 !== void 0) return unknown(`${open3.written} has variables without a value here.`);
    return pass(pulled.length === 0 ? "No image is pulled." : "Every pulled image has a version.");
  }
};

// src/rules/entrypoint-present.ts
var FIX2 = 'Name the program in the final stage: `ENTRYPOINT ["node", "/app/server.js"]`.';
var entrypointPresent = {
  id: "entrypoint-present",
  title: "The image starts a program",
  severity: { mcp: "high", container: "medium", strict: "high" },
  why: "Without ENTRYPOINT and CMD the image cannot be started as it is. Often the wrong stage was built, or an ENTRYPOINT dropped the CMD of its base.",
  fix: FIX2,
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
    const location2 = entrypoint.from ?? cmd.from ?? fromLine(evidence);
    return fail([{ message: "Neither ENTRYPOINT nor CMD is set: nothing can be started.", fix: FIX2, location: location2 }]);
  }
};

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
    const { entries, complete } = effective(evidence).exposedPorts;
    const allowed = new Set(allowedPorts);
    const stray = entries.filter(({ value, known: known2 }) => known2 && !allowed.has(value));
    if (stray.length > 0) {
      return fail(
        stray.map(({ value, from }) => ({
          message: `Port ${value} is exposed; allowed: ${allowedPorts.slice(0, 10).join(", ") || "none"}.`,
          fix: from === null ? `The base image exposes ${value}: use one that does not, or allow the port.` : `Remove ${value} from EXPOSE, or allow it.`,
          location: from ?? fromLine(evidence),
          place: `port:${value}`
        }))
      );
    }
    if (!complete || entries.some(({ known: known2 }) => !known2)) {
      return unknown("The base image may expose more ports; only the built image can tell.");
    }
    return pass(
      entries.length === 0 ? "No port is exposed." : `Exposed: ${entries.map(({ value }) => value).join(", ")}.`
    );
  }
};

// src/rules/transport.ts
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
  const config2 = effective(evidence);
  const command = [...config2.entrypoint.value ?? [], ...config2.cmd.value ?? []];
  const spoken = new Set(command.flatMap(transportWord));
  if (spoken.size === 2) return { transport: "both", because: "the start command names stdio and HTTP" };
  for (const transport of spoken) return { transport, because: `the start command names ${transport}` };
  for (const entry of config2.env.entries) {
    const [name, value] = split(entry.value);
    const word = /(^|_)TRANSPORT(_MODE|_TYPE)?$/i.test(name) ? WORDS[value.toLowerCase()] : void 0;
    if (word !== void 0 && entry.known) return { transport: word, because: `${name} is ${value.toLowerCase()}` };
  }
  const port = config2.exposedPorts.entries.find(({ value, known: known2 }) => known2 && !SIDE_DOORS.has(value))?.value;
  if (port !== void 0) return { transport: "http", because: `port ${port} is exposed` };
  return {
    transport: "unknown",
    because: "neither the start command, nor a variable, nor an exposed port tells the transport"
  };
}
function transportWord(word) {
  const bare = word.toLowerCase().replace(/^--?/, "").replace(/^(mcp-)?transport=/, "");
  const found = Object.hasOwn(WORDS, bare) ? WORDS[bare] : void 0;
  return found === void 0 ? [] : [found];
}
function split(entry) {
  const at = entry.indexOf("=");
  return at < 0 ? [entry, ""] : [entry.slice(0, at), entry.slice(at + 1)];
}

// src/rules/healthcheck-present.ts
var FIX3 = "Ask the server itself, by address, with a tool the image has: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.";
var STDIO_FIX = "Write `HEALTHCHECK NONE`: it says that a stdio server needs none, and stops a base from adding one.";
var healthcheckPresent = {
  id: "healthcheck-present",
  title: "A server that listens has a health check",
  severity: { mcp: "high", container: "medium", strict: "high" },
  why: "A process that hangs looks alive to the engine. A health check lets it be seen and replaced. A stdio server listens on nothing: it needs none, and `HEALTHCHECK NONE` says so.",
  fix: FIX3,
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
    const { healthcheck: healthcheck2 } = effective(evidence);
    const test = healthcheck2.value?.test ?? [];
    const isNone = test[0] === "NONE";
    if (test.length > 0 && !isNone && healthcheck2.known) return pass("A health check is set.");
    const { transport, because } = transportOf(evidence, options.transport);
    if (isNone && transport === "stdio") return pass(`HEALTHCHECK NONE, as fits a stdio server (${because}).`);
    if (!healthcheck2.known)
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
    const location2 = healthcheck2.from ?? fromLine(evidence);
    const missing2 = isNone ? "HEALTHCHECK NONE switches the health check off" : "No health check is set";
    const fault = transport === "stdio" ? { message: `${missing2} (${because}).`, fix: STDIO_FIX } : { message: `${missing2}, and the server listens (${because}).${dropped(evidence)}`, fix: FIX3 };
    return fail([{ ...fault, location: location2 }], weight(transport, options));
  }
};
function weight(transport, { profile }) {
  if (transport === "stdio") return "low";
  if (transport === "both" || transport === "unknown") return "medium";
  return profile === "container" ? "medium" : null;
}
function dropped({ dockerfile, image }) {
  const written = dockerfile?.config.healthcheck;
  if (image === null || image.config.healthcheck !== null || written?.from == null || written.value?.test[0] === "NONE")
    return "";
  return ` The Dockerfile sets one on line ${written.from.startLine}, but the image does not have it: OCI-format builds (podman, buildah) drop it; build with \`--format docker\`.`;
}

// src/rules/credentials.ts
var FORMS = [
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, "a GitHub token"],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}\b/, "a GitHub token"],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, "a GitLab token"],
  [/\bsk-ant-[A-Za-z0-9_-]{20,}/, "an Anthropic API key"],
  [/\bsk-(proj-|svcacct-)?[A-Za-z0-9_-]{32,}/, "an API key"],
  [/\bsk_(live|test)_[A-Za-z0-9]{16,}/, "a Stripe key"],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, "a Slack token"],
  [/\b(AKIA|ASIA)[A-Z2-7]{16}\b/, "an AWS access key"],
  [/\bAIza[A-Za-z0-9_-]{35}\b/, "a Google API key"],
  [/\bnpm_[A-Za-z0-9]{36}\b/, "an npm token"],
  [/\bpypi-AgEI[A-Za-z0-9_-]{50,}/, "a PyPI token"],
  [/\bdckr_pat_[A-Za-z0-9_-]{20,}/, "a Docker token"],
  [/\bhf_[A-Za-z0-9]{30,}\b/, "a Hugging Face token"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
  [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,}/, "a signed token (JWT)"],
  [/^[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{1,200}:[^\s/@]{3,200}@/i, "an address with a password"]
];
var LONGEST = 16384;
function credentialKind(value) {
  const text6 = value.slice(0, LONGEST);
  const form = FORMS.find(([pattern]) => pattern.test(text6));
  return form === void 0 || isPlaceholder(text6) ? null : form[1];
}
var SECRET_WORDS = new Set(
  "apikey auth credential credentials key password pword passwd passphrase passwort secret secrets token tokens psw pwd pat".split(
    " "
  )
);
var HARMLESS_ENDINGS = new Set(
  "file path dir url uri endpoint host port version id name ttl enabled mode type length size algorithm expiry expires header prefix count limit required".split(
    " "
  )
);
var HARMLESS_NAMES = /^(GPG_KEYS?|SSH_AUTH_SOCK|GOPRIVATE|.*_?PUBLIC_?.*|KEYCLOAK.*|XAUTHORITY|AUTH_TYPE|.*_KEY_?MAP|.*_KEYSERVER)$/i;
function isSecretName(name) {
  if (HARMLESS_NAMES.test(name)) return false;
  const words2 = name.toLowerCase().split(/[_.-]+/);
  if (HARMLESS_ENDINGS.has(words2.at(-1) ?? "")) return false;
  return words2.some((word) => SECRET_WORDS.has(word));
}
function looksSecret(value) {
  if (value.length < 20 || value.length > 4096 || /\s/.test(value) || isPlaceholder(value)) return false;
  return entropy(value) >= 3.5 && /\d/.test(value) && /[a-z]/i.test(value);
}
function isPlaceholder(value) {
  return /^<.*>$|^\$\{?\w+\}?$|^(x+|\*+|\.+)$|your[-_ ]|example|placeholder|change[-_]?me|dummy|insert|replace/i.test(
    value
  );
}
function entropy(text6) {
  const counts = /* @__PURE__ */ new Map();
  for (const letter of text6) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count4 of counts.values()) bits -= count4 / text6.length * Math.log2(count4 / text6.length);
  return bits;
}

// src/rules/secret-in-env.ts
var FIX4 = "Pass it when the container starts (`docker run --env-file`, a mounted secret); what was built in counts as leaked: revoke it.";
var secretInEnv = {
  id: "secret-in-env",
  title: "No credential in the environment of the image",
  severity: { mcp: "medium", container: "medium", strict: "high" },
  why: "ENV is stored in clear text in the image: everyone who can pull it, and every process in the container, can read it. Removing it later leaves it in the history.",
  fix: FIX4,
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
    const faults = variables(evidence).flatMap(faultOf);
    if (faults.length > 0) return fail(faults);
    if (!effective(evidence).env.complete)
      return unknown("The base image may set more variables; only the built image can tell.");
    return pass("No variable looks like a credential.");
  }
};
function faultOf({ name, value, location: location2 }) {
  const place = `env:${name}`;
  const kind = credentialKind(value);
  if (kind !== null)
    return [{ message: `ENV ${name} holds ${kind}.`, fix: FIX4, location: location2, place, severity: "critical" }];
  if (value === "" || !isSecretName(name)) return [];
  if (looksSecret(value)) {
    const message = `ENV ${name} is named like a credential, and its value looks like one.`;
    return [{ message, fix: FIX4, location: location2, place, severity: "high" }];
  }
  return [{ message: `ENV ${name} is named like a credential and has a value.`, fix: FIX4, location: location2, place }];
}
function variables(evidence) {
  const found = /* @__PURE__ */ new Map();
  for (const { value: entry, from } of effective(evidence).env.entries) {
    const at = entry.indexOf("=");
    const name = at < 0 ? entry : entry.slice(0, at);
    found.set(name, { name, value: at < 0 ? "" : entry.slice(at + 1), location: from ?? fromLine(evidence) });
  }
  for (const { kind, name, value, location: location2 } of evidence.dockerfile?.assignments ?? []) {
    if (kind !== "env" || value === null) continue;
    const known2 = found.get(name);
    if (known2 === void 0 || known2.value === "") found.set(name, { name, value, location: location2 });
  }
  return [...found.values()];
}

// src/image/atoi.ts
function atoi(text6) {
  return goNumber(text6, null);
}
function atoiOrZero(text6) {
  return goNumber(text6, "clamp") ?? 0;
}
var MAX = 2n ** 63n - 1n;
var MIN = -(2n ** 63n);
function goNumber(text6, overflow) {
  if (!/^[+-]?[0-9]+$/.test(text6)) {
    return null;
  }
  const digits = text6.replace(/^[+-]?0*(?=[0-9])/, "");
  const negative = text6.startsWith("-");
  const size = digits.length > 19 ? MAX + 1n + 1n : BigInt(digits);
  const value = negative ? -size : size;
  if (value > MAX || value < MIN) {
    return overflow === null ? null : Number(negative ? MIN : MAX);
  }
  return negative ? 0 - Number(size) : Number(value);
}

// src/image/accounts.ts
var LONGEST_LINE = 64 * 1024;
function passwdLines(text6) {
  const lines = linesOf(text6);
  if (lines.some((line2) => Buffer.byteLength(line2) >= LONGEST_LINE)) {
    return null;
  }
  return fieldsOf(lines).map((fields) => ({
    name: fields[0] ?? "",
    id: atoiOrZero(fields[2] ?? ""),
    gid: atoiOrZero(fields[3] ?? ""),
    home: fields[5] ?? ""
  }));
}
function groupLines(text6) {
  return fieldsOf(linesOf(text6)).map((fields) => ({
    name: fields[0] ?? "",
    id: atoiOrZero(fields[2] ?? ""),
    gid: 0,
    home: ""
  }));
}
var BLANKS = /^[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;
function linesOf(text6) {
  return text6.split("\n");
}
function fieldsOf(lines) {
  return lines.map((line2) => line2.replace(BLANKS, "")).filter((line2) => line2 !== "").map((line2) => line2.split(":"));
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

// src/rules/user-non-root.ts
var FIX5 = "Create a user in the final stage and select it last: `RUN adduser -D -u 10001 app` and `USER 10001`. Many bases bring one already, such as `node` (uid 1000).";
var userNonRoot = {
  id: "user-non-root",
  title: "The container does not run as root",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "A process that is root in its container owns every file there, and one kernel or runtime flaw away it is root on the host. An MCP server runs what a model asks for.",
  fix: FIX5,
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
    if (evidence.image !== null) return judgeImage(evidence, evidence.image);
    return judgeDockerfile(evidence);
  }
};
function judgeImage(evidence, image) {
  const { user } = image.config;
  const found = resolveRunUser(user, image.texts["/etc/passwd"] ?? null, image.texts["/etc/group"] ?? null);
  return judgeResolved(evidence, user, found);
}
function judgeResolved(evidence, user, found) {
  const location2 = effective(evidence).user.from ?? fromLine(evidence);
  if (found.kind === "error") {
    return fail([
      {
        message: `USER ${quote(user)} cannot be resolved in the image, so no container starts: ${found.message}.`,
        fix: FIX5,
        location: location2
      }
    ]);
  }
  if (found.uid !== 0) return pass(`Runs as uid ${found.uid}${user === "" ? "" : ` (USER ${quote(user)})`}.`);
  return fail([{ message: `${asRoot(user)}${unselected(evidence)}`, fix: FIX5, location: location2 }]);
}
function judgeDockerfile(evidence) {
  const { user } = effective(evidence);
  if (!user.known) return unknown(`The user comes from something this file does not show${baseOf(evidence)}.`);
  const text6 = user.value ?? "";
  const name = text6.split(":", 1)[0] ?? "";
  if (name === "toor") return unknown("USER toor is another name of uid 0 on many systems; only the image can tell.");
  if (name !== "" && name !== "root" && !/^[+-]?\d+$/.test(name))
    return pass(`USER ${quote(text6)} is selected at the end.`);
  return judgeResolved(evidence, text6, resolveRunUser(text6.split(":", 1)[0] ?? "", "root:x:0:0::/root:\n", null));
}
function asRoot(user) {
  return user === "" ? "No USER is set, so the container runs as root." : `USER ${quote(user)} is root (uid 0).`;
}
function unselected(evidence) {
  const dockerfile = evidence.dockerfile;
  const stage2 = dockerfile?.stages[dockerfile.target];
  const creates = stage2?.instructions.some(
    ({ keyword, text: text6 }) => keyword === "RUN" && /\b(useradd|adduser)\b/.test(text6)
  );
  return creates === true && effective(evidence).user.from === null ? " A user is created but never selected." : "";
}
function baseOf(evidence) {
  const base = evidence.dockerfile?.base;
  return base === null || base === void 0 ? "" : ` (base image ${quote(base.reference ?? base.written)})`;
}
function quote(text6) {
  return `"${text6.slice(0, 100)}"`;
}

// src/rules/index.ts
var RULES = [
  userNonRoot,
  entrypointPresent,
  exposePolicy,
  healthcheckPresent,
  secretInEnv,
  baseAllowed,
  baseNoLatest,
  baseMinimal
];

// src/rules/check.ts
function checkRules(evidence, options, rules = RULES) {
  return rules.flatMap((rule) => {
    const usual = rule.severity[options.profile];
    return usual === "off" ? [] : [checkRule(rule, usual, evidence, options)];
  });
}
function checkRule(rule, usual, evidence, options) {
  const { answer, reason, violations, severity: severity3 } = rule.judge(evidence, options);
  const rated = violations.map((violation) => ({
    ...violation,
    severity: violation.severity ?? severity3 ?? usual
  }));
  return {
    rule: rule.id,
    title: rule.title,
    answer,
    severity: rated.length > 0 ? worst(rated.map((violation) => violation.severity)) : severity3 ?? usual,
    reason,
    violations: rated
  };
}

// src/image/assemble.ts
import { posix } from "node:path";

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object2, key, getter) {
  let value = void 0;
  Object.defineProperty(object2, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object2, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys2, wrap2) {
  const raw = sourceShape(source);
  for (const key of keys2) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap2 ? wrap2(value, key) : value;
      });
    } else
      putProp(target, key, wrap2 ? wrap2(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
  if (!path)
    return obj;
  return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
  const keys2 = Object.keys(promisesObj);
  const promises = keys2.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys2.length; i++) {
      resolvedObj[keys2[i]] = results[i];
    }
    return resolvedObj;
  });
}
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless) {
    return false;
  }
  if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
    return false;
  }
  try {
    const F = Function;
    new F("");
    return true;
  } catch (_) {
    return false;
  }
});
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
var getParsedType = (data) => {
  const t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      if (Array.isArray(data)) {
        return "array";
      }
      if (data === null) {
        return "null";
      }
      if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
        return "promise";
      }
      if (typeof Map !== "undefined" && data instanceof Map) {
        return "map";
      }
      if (typeof Set !== "undefined" && data instanceof Set) {
        return "set";
      }
      if (typeof Date !== "undefined" && data instanceof Date) {
        return "date";
      }
      if (typeof File !== "undefined" && data instanceof File) {
        return "file";
      }
      return "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
};
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
var primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys2 = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys2.push(key);
  }
  return keys2;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted2 = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted2.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name = "partial") {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count4 = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count4--;
      i++;
    }
  }
  return count4;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
function base64ToUint8Array(base642) {
  const binaryString = atob(base642);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url2) {
  const base642 = base64url2.replace(/-/g, "+").replace(/_/g, "/");
  const padding2 = "=".repeat((4 - base642.length % 4) % 4);
  return base64ToUint8Array(base642 + padding2);
}
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
  const cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
var Class = class {
  constructor(..._args) {
  }
};
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
// @__NO_SIDE_EFFECTS__
function derived(computes, table) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer3, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name)) {
      return;
    }
    inst._zod.traits.add(name);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name);
    }
  });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
var $ZodEncodeError = class extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`);
    this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = () => this.message;
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
};
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
function flattenError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error2.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
function formatError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = (error3, path = []) => {
    for (const issue2 of error3.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues) => processError({ issues }, [...path, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      } else {
        const fullpath = [...path, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  };
  processError(error2);
  return fieldErrors;
}
function toDotPath(_path) {
  const segs = [];
  const path = _path.map((seg) => typeof seg === "object" ? seg.key : seg);
  for (const seg of path) {
    if (typeof seg === "number")
      segs.push(`[${seg}]`);
    else if (typeof seg === "symbol")
      segs.push(`[${JSON.stringify(String(seg))}]`);
    else if (/[^\w$]/.test(seg))
      segs.push(`[${JSON.stringify(seg)}]`);
    else {
      if (segs.length)
        segs.push(".");
      segs.push(seg);
    }
  }
  return segs.join("");
}
function prettifyError(error2) {
  const lines = [];
  const issues = [...error2.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
  for (const issue2 of issues) {
    lines.push(`\u2716 ${issue2.message}`);
    if (issue2.path?.length)
      lines.push(`  \u2192 at ${toDotPath(issue2.path)}`);
  }
  return lines.join("\n");
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
  return { callee: params?.callee ?? callee, Err: params?.Err };
}
var _parse = (_Err) => {
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result2 = schema._zod.run({ value, issues: [] }, ctx);
    if (result2 instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result2.issues.length) {
      const e = new (_params?.Err ?? _Err)(result2.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result2.value;
  };
  return fn;
};
var _parseAsync = (_Err) => {
  const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result2 = schema._zod.run({ value, issues: [] }, ctx);
    if (result2 instanceof Promise)
      result2 = await result2;
    if (result2.issues.length) {
      const e = new (params?.Err ?? _Err)(result2.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result2.value;
  };
  return fn;
};
var _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result2 = schema._zod.run({ value, issues: [] }, ctx);
  if (result2 instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result2.issues.length ? failure(_Err, result2.issues, ctx) : { success: true, data: result2.value };
};
function failure(Err, issues, ctx) {
  let error2;
  return {
    success: false,
    get error() {
      if (!error2) {
        error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error2;
    },
    set error(e) {
      error2 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result2 = schema._zod.run({ value, issues: [] }, ctx);
  if (result2 instanceof Promise)
    result2 = await result2;
  return result2.issues.length ? failure(_Err, result2.issues, ctx) : { success: true, data: result2.value };
};
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var validate = ((schema, value, _ctx) => {
  const validator = schema._zod.bag.validator;
  if (validator !== void 0) {
    if (validator(value) !== COMPILE_INVALID)
      return true;
    if (validator.definite === true && _ctx === void 0)
      return false;
  }
  return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result2;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result2 = fallbackRun({ value, issues: [] }, ctx);
  } else {
    result2 = schema._zod.run({ value, issues: [] }, ctx);
  }
  if (result2 instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result2.issues.length === 0;
}
var validateAsync = async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
  let result2 = schema._zod.run({ value, issues: [] }, ctx);
  if (result2 instanceof Promise)
    result2 = await result2;
  return result2.issues.length === 0;
};
var _encode = (_Err) => {
  const parse5 = _parse(_Err);
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return parse5(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decode = (_Err) => {
  const parse5 = _parse(_Err);
  const fn = (schema, value, _ctx, _params) => {
    return parse5(schema, value, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _encodeAsync = (_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = async (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decodeAsync = (_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = async (schema, value, _ctx, _params) => {
    return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _safeEncode = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParse(_Err)(schema, value, ctx);
};
var _safeDecode = (_Err) => (schema, value, _ctx) => {
  return _safeParse(_Err)(schema, value, _ctx);
};
var _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParseAsync(_Err)(schema, value, ctx);
};
var _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
  return _safeParseAsync(_Err)(schema, value, _ctx);
};

// node_modules/zod/v4/core/regexes.js
var cuid = /^[cC][0-9a-z]{6,}$/;
var cuid2 = /^[0-9a-z]+$/;
var ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
var xid = /^[0-9a-vA-V]{20}$/;
var ksuid = /^[A-Za-z0-9]{27}$/;
var nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
var uuid = (version2) => {
  if (!version2)
    return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
  return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version2}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
  return new RegExp(_emoji, "u");
}
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
var ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
var cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
var base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var httpProtocol = /^https?$/;
var e164 = /^\+[1-9]\d{6,14}$/;
var dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
function anchor(source) {
  return new RegExp(`^${source}$`);
}
var date = /* @__PURE__ */ anchor(dateSource);
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var anyString = /^[\s\S]{0,}$/;
var integer = /^-?\d+$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;
var _undefined = /^undefined$/i;
var lowercase = /^[^A-Z]*$/;
var uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    if (typeof payload.value !== typeof def.value)
      throw new Error("Cannot mix number and bigint in multiple_of check.");
    const isMultiple = typeof payload.value === "bigint" ? (
      // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
      def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
    ) : floatSafeRemainder(payload.value, def.value) === 0;
    if (isMultiple)
      return;
    payload.issues.push({
      origin: typeof payload.value,
      code: "not_multiple_of",
      divisor: def.value,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
    if (length <= def.maximum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
    if (length >= def.minimum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
    if (length === def.length)
      return;
    const origin = getLengthableOrigin(input);
    const tooBig = length > def.length;
    payload.issues.push({
      origin,
      ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
      inclusive: true,
      exact: true,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
  def.pattern ?? (def.pattern = lowercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
  def.pattern ?? (def.pattern = uppercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
  $ZodCheck.init(inst, def);
  const escapedRegex = escapeRegex(def.includes);
  const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
  def.pattern = pattern;
  inst._zod.check = (payload) => {
    if (payload.value.includes(def.includes, def.position))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "includes",
      includes: def.includes,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
  def.pattern ?? (def.pattern = pattern);
  inst._zod.check = (payload) => {
    if (payload.value.startsWith(def.prefix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "starts_with",
      prefix: def.prefix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
  def.pattern ?? (def.pattern = pattern);
  inst._zod.check = (payload) => {
    if (payload.value.endsWith(def.suffix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "ends_with",
      suffix: def.suffix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
  constructor(args = [], closed = {}) {
    this.content = [];
    this.indent = 0;
    this.args = args;
    this.closed = closed;
  }
  // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
  indented(fn) {
    this.indent += 1;
    try {
      fn(this);
    } finally {
      this.indent -= 1;
    }
  }
  write(arg) {
    if (typeof arg === "function") {
      arg(this, { execution: "sync" });
      arg(this, { execution: "async" });
      return;
    }
    const content = arg;
    const lines = content.split("\n").filter((x) => x);
    const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
    const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
    for (const line2 of dedented) {
      this.content.push(line2);
    }
  }
  compile() {
    const F = Function;
    const content = this?.content ?? [``];
    const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
    return factory(...Object.values(this.closed));
  }
};

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result2 = inst._zod.parse(payload, ctx);
      if (result2 instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result2.then((result3) => runChecks(result3, checks, ctx));
      }
      return runChecks(result2, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync2(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  $ZodString.init(inst, def);
});
var $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
  def.pattern ?? (def.pattern = guid);
  $ZodStringFormat.init(inst, def);
});
var $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
  if (def.version) {
    const versionMap = {
      v1: 1,
      v2: 2,
      v3: 3,
      v4: 4,
      v5: 5,
      v6: 6,
      v7: 7,
      v8: 8
    };
    const v = versionMap[def.version];
    if (v === void 0)
      throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = uuid(v));
  } else
    def.pattern ?? (def.pattern = uuid());
  $ZodStringFormat.init(inst, def);
});
var $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
  def.pattern ?? (def.pattern = email);
  $ZodStringFormat.init(inst, def);
});
var URL_BAD_FORMAT = 1;
var URL_UNPARSEABLE = 2;
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
  hostname.lastIndex = 0;
  return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
var $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    try {
      const trimmed = payload.value.trim();
      const url = validateURL(trimmed, def);
      if (url === URL_BAD_FORMAT) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid URL format",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === URL_UNPARSEABLE) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === true) {
        payload.value = stripTabAndNewline(trimmed);
        return;
      }
      if (def.hostname && !urlHostnameOk(url, def.hostname)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid hostname",
          pattern: def.hostname.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      if (def.protocol && !urlProtocolOk(url, def.protocol)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid protocol",
          pattern: def.protocol.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
      return;
    } catch (_) {
      payload.issues.push({
        code: "invalid_format",
        format: "url",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
  def.pattern ?? (def.pattern = emoji());
  $ZodStringFormat.init(inst, def);
});
var $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
  if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
    throw new Error(`Invalid nanoid length: ${def.length}`);
  def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
  def.pattern ?? (def.pattern = cuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
  def.pattern ?? (def.pattern = cuid2);
  $ZodStringFormat.init(inst, def);
});
var $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
  def.pattern ?? (def.pattern = ulid);
  $ZodStringFormat.init(inst, def);
});
var $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
  def.pattern ?? (def.pattern = xid);
  $ZodStringFormat.init(inst, def);
});
var $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
  def.pattern ?? (def.pattern = ksuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date);
  $ZodStringFormat.init(inst, def);
});
var $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration);
  $ZodStringFormat.init(inst, def);
});
var $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
  def.pattern ?? (def.pattern = ipv4);
  $ZodStringFormat.init(inst, def);
});
var ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value))
    return false;
  return canParseURL(`http://[${value}]`);
}
var $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
  def.pattern ?? (def.pattern = ipv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidIPv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "ipv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv4);
  $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2)
    return false;
  const [address, prefix2] = parts;
  if (!prefix2)
    return false;
  const prefixNum = Number(prefix2);
  if (`${prefixNum}` !== prefix2)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address);
}
var $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidCIDRv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "cidrv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
var $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
  def.pattern ?? (def.pattern = base64Charset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base642.padEnd(Math.ceil(base642.length / 4) * 4, "=");
  return isValidBase64(padded);
}
var $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
  def.pattern ?? (def.pattern = base64urlCharset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64URL(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64url",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
  def.pattern ?? (def.pattern = e164);
  $ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header] = tokensParts;
    if (!header)
      return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
var $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidJWT(payload.value, def.alg))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "jwt",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodUndefined = /* @__PURE__ */ $constructor("$ZodUndefined", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = _undefined;
  inst._zod.values = /* @__PURE__ */ new Set([void 0]);
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (typeof input === "undefined")
      return payload;
    payload.issues.push({
      expected: "undefined",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse5 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse5(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result2, final, index) {
  if (result2.issues.length) {
    final.issues.push(...prefixIssues(index, result2.issues));
  }
  final.value[index] = result2.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result2 = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result2 instanceof Promise) {
        proms.push(result2.then((result3) => handleArrayResult(result3, payload, i)));
      } else {
        handleArrayResult(result2, payload, i);
        if (abortEarly && result2.issues.length !== 0 && aborted(result2))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result2, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result2.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result2.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result2.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result2.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result2.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys2 = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys2, ...symbolKeys] : keys2;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys2),
    numKeys: keys2.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    };
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
var $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
  $ZodObject.init(inst, def);
  const superParse = inst._zod.parse;
  const _normalized = cached(() => normalizeDef(def));
  const memo2 = globalConfig.memoizer;
  const generateFastpass = (shape) => {
    const normalized = _normalized.value;
    const syms = normalized.symbolKeys;
    const doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms });
    const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
    const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
    doc.write(`const input = payload.value;`);
    const ids = /* @__PURE__ */ Object.create(null);
    let counter = 0;
    for (const key of normalized.allKeys) {
      ids[key] = `key_${counter++}`;
    }
    doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
    for (const key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      const id = ids[key];
      const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
      const isPresent = `${k} in input`;
      const schema = shape[key];
      const optin = schema?._zod?.optin;
      const isOptionalIn = optin !== void 0;
      const isOptionalOut = schema?._zod?.optout === "optional";
      doc.write(`const ${id} = ${parseStr(k)};`);
      if (isOptionalIn && isOptionalOut) {
        const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
        doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
      } else if (!isOptionalIn) {
        doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
      } else {
        doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
        if (optin === "defaulted") {
          doc.write(`newResult[${k}] = ${id}.value;`);
        } else {
          doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
        }
      }
    }
    doc.write(`payload.value = newResult;`);
    doc.write(`return payload;`);
    return doc.compile();
  };
  let fastpass;
  const isObject2 = isObject;
  const jit = !globalConfig.jitless;
  const allowsEval2 = allowsEval;
  const fastEnabled = jit && allowsEval2.value;
  const catchall = def.catchall;
  let value;
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
      if (!fastpass)
        fastpass = generateFastpass(def.shape);
      payload = fastpass(payload, ctx);
      if (!catchall)
        return payload;
      return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
    }
    return superParse(payload, ctx);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result2 of results) {
    if (result2.issues.length === 0) {
      final.value = result2.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result2) => result2.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result2 = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result2 instanceof Promise) {
        results.push(result2);
        async = true;
      } else {
        if (result2.issues.length === 0)
          return result2;
        results.push(result2);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
var $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    const left = def.left._zod.run({ value: input, issues: [] }, ctx);
    const right = def.right._zod.run({ value: input, issues: [] }, ctx);
    const async = left instanceof Promise || right instanceof Promise;
    if (async) {
      return Promise.all([left, right]).then(([left2, right2]) => {
        return handleIntersectionResults(payload, left2, right2);
      });
    }
    return handleIntersectionResults(payload, left, right);
  };
});
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
      const itemA = a[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result2, left, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect3 = (iss, side) => {
    let keys2;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys2 = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys2 = [k];
    } else {
      return false;
    }
    for (const k of keys2) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  };
  for (const iss of left.issues) {
    if (!collect3(iss, "l"))
      result2.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect3(iss, "r"))
      result2.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result2.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result2.issues.push(keyIssues.get(k));
    }
  }
  const merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result2))
      return result2;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result2.value = merged.data;
  return result2;
}
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isPlainObject(input)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result2 = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          if (result2 instanceof Promise) {
            proms.push(result2.then((result3) => {
              if (result3.issues.length) {
                payload.issues.push(...prefixIssues(key, result3.issues));
              }
              payload.value[outKey] = result3.value;
            }));
          } else {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }
        }
      }
      let unrecognized;
      for (const key in input) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input[key];
          } else if (values) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result2 = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        if (result2 instanceof Promise) {
          proms.push(result2.then((result3) => {
            if (result3.issues.length) {
              payload.issues.push(...prefixIssues(key, result3.issues));
            }
            payload.value[outKey] = result3.value;
          }));
        } else {
          if (result2.issues.length) {
            payload.issues.push(...prefixIssues(key, result2.issues));
          }
          payload.value[outKey] = result2.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result2) {
  payload.value = result2.issues.length ? void 0 : result2.value;
  return payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result2 = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result2 instanceof Promise)
        return result2.then((result3) => handleOptionalResult(payload, result3));
      return handleOptionalResult(payload, result2);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
  inst._zod.parse = (payload, ctx) => {
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
      return payload;
    }
    const result2 = def.innerType._zod.run(payload, ctx);
    if (result2 instanceof Promise) {
      return result2.then((result3) => handleDefaultResult(result3, def));
    }
    return handleDefaultResult(result2, def);
  };
});
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
var $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => {
    const v = zod.def.innerType._zod.values;
    return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    const result2 = def.innerType._zod.run(payload, ctx);
    if (result2 instanceof Promise) {
      return result2.then((result3) => handleNonOptionalResult(result3, inst));
    }
    return handleNonOptionalResult(result2, inst);
  };
});
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
function handleCatchResult(payload, result2, def, ctx) {
  if (!result2.issues.length) {
    payload.value = result2.value;
    if (result2.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result2,
    value: payload.value,
    error: {
      issues: result2.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result2 = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result2 instanceof Promise) {
      return result2.then((result3) => handleCatchResult(payload, result3, def, ctx));
    }
    return handleCatchResult(payload, result2, def, ctx);
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handlePipeResult(right2, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) {
      return left.then((left2) => handlePipeResult(left2, def.out, ctx));
    }
    return handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
var $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result2 = def.innerType._zod.run(payload, ctx);
    if (result2 instanceof Promise) {
      return result2.then(handleReadonlyResult);
    }
    return handleReadonlyResult(result2);
  };
});
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result2, payload, input, inst) {
  if (!result2) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
  constructor() {
    super(`Cannot parse a reference cycle that closes through a transform`);
    this.name = "ZodCyclicError";
  }
};
var STATE = "~memo";
var NO_ISSUES = [];
function isRef(value) {
  return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
var recursive = /* @__PURE__ */ new WeakMap();
var NONE = 0;
var ASSUMED = 1;
var PROVEN = 2;
function isRecursive(inst, stack, resolve6) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result2 = NONE;
  const check3 = (child) => {
    if (result2 !== PROVEN && child?._zod) {
      const answer = isRecursive(child, stack, resolve6);
      if (answer > result2)
        result2 = answer;
    }
  };
  const shape = (sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve6) : NONE;
      if (child > answer)
        answer = child;
    }
    return answer;
  };
  const merge2 = (answer) => {
    if (answer > result2)
      result2 = answer;
  };
  const def = inst._zod.def;
  const kind = def.type;
  switch (kind) {
    case "object": {
      const raw = rawShape(def);
      merge2(raw ? shape(raw, true) : ASSUMED);
      check3(def.catchall);
      break;
    }
    case "array":
      check3(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check3(el);
      check3(def.rest);
      break;
    case "record":
    case "map":
      check3(def.keyType);
      check3(def.valueType);
      break;
    case "set":
      check3(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check3(el);
      break;
    case "intersection":
      check3(def.left);
      check3(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check3(def.innerType);
      break;
    case "pipe":
      check3(def.in);
      check3(def.out);
      break;
    case "function":
      check3(def.input);
      check3(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner = def._cachedInner ?? (resolve6 ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value = desc.value;
        if (!value || typeof value !== "object")
          continue;
        if (value._zod)
          check3(value);
        else if (Array.isArray(value))
          for (const el of value)
            check3(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result2);
}
function settle(inst, answer) {
  if (answer !== ASSUMED)
    recursive.set(inst, answer === PROVEN);
  return answer;
}
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state.buckets.set(inst, bucket);
  }
  return bucket;
}
var handoff;
var open = [];
var memo = {
  alloc(_inst, payload, empty) {
    const bucket = handoff;
    if (!bucket)
      return empty;
    handoff = void 0;
    const entry = { value: empty, issues: null };
    bucket.set(payload.value, entry);
    open.push(entry);
    return empty;
  },
  guard(inst) {
    var _a3;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base(payload, ctx);
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst;
    let rechecked = false;
    let lastCtx;
    let lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (isRecursiveInst === void 0) {
          const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
          if (walked === NONE) {
            inst._zod.parse = base;
            if (inst._zod.run === wrapped)
              inst._zod.run = base;
            return base(payload, ctx);
          }
          if (walked === PROVEN || rechecked)
            isRecursiveInst = true;
          else
            rechecked = true;
        }
        const input = payload.value;
        if (!isRef(input))
          return base(payload, ctx);
        let state = ctx[STATE];
        if (!state) {
          state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
          ctx[STATE] = state;
        }
        let bucket;
        if (lastCtx === ctx) {
          bucket = lastBucket;
        } else {
          bucket = bucketFor(state, inst);
          lastCtx = ctx;
          lastBucket = bucket;
        }
        const hit = bucket.get(input);
        if (hit) {
          payload.value = hit.value;
          if (hit.issues) {
            if (hit.issues.length)
              payload.issues.push(...cloneIssues(hit.issues));
          } else {
            payload.memo = true;
            state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
            state.backEdges.add(hit.value);
          }
          return payload;
        }
        handoff = bucket;
        const depth = open.length;
        const result2 = base(payload, ctx);
        handoff = void 0;
        const entry = open.length > depth ? open.pop() : void 0;
        if (result2 instanceof Promise) {
          return result2.then((r) => {
            if (entry)
              entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
            return r;
          });
        }
        if (entry)
          entry.issues = result2.issues.length ? cloneIssues(result2.issues) : NO_ISSUES;
        return result2;
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  }
};
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
var error = () => {
  const Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin) {
    return Sizable[origin] ?? null;
  }
  const FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  };
  const TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input) {
    if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
      return String(input);
    }
    return TypeDictionary[type] ?? type;
  }
  return (issue2) => {
    switch (issue2.code) {
      case "invalid_type": {
        const expected = getTypeName(issue2.expected);
        const receivedType = parsedType(issue2.input);
        const received = getTypeName(receivedType, issue2.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        if (issue2.values.length === 1)
          return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
        return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
      case "too_big": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
        const sizing = getSizing(issue2.origin);
        if (sizing)
          return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
        return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
      }
      case "too_small": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
        const sizing = getSizing(issue2.origin);
        if (sizing) {
          return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
        }
        return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
      }
      case "invalid_format": {
        const _issue = issue2;
        if (_issue.format === "starts_with") {
          return `Invalid string: must start with "${_issue.prefix}"`;
        }
        if (_issue.format === "ends_with")
          return `Invalid string: must end with "${_issue.suffix}"`;
        if (_issue.format === "includes")
          return `Invalid string: must include "${_issue.includes}"`;
        if (_issue.format === "regex")
          return `Invalid string: must match pattern ${_issue.pattern}`;
        return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue2.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue2.origin}`;
      case "invalid_union":
        if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
          const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
          return `Invalid discriminator value. Expected ${opts}`;
        }
        if (issue2.inclusive === false) {
          return "Invalid input: more than one option matched";
        }
        return "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue2.origin}`;
      default:
        return `Invalid input`;
    }
  };
};
function en_default() {
  return {
    localeError: error()
  };
}

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta2 = _meta[0];
    this._map.set(schema, meta2);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.set(meta2.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta2 = this._map.get(schema);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.delete(meta2.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class2, params) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class2, params) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _number(Class2, params) {
  return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _undefined2(Class2, params) {
  return new Class2({
    type: "undefined",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params),
    value
  });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params),
    includes
  });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix2, params) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params),
    prefix: prefix2
  });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params),
    suffix
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params);
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params)
  });
  ch._zod.check = fn;
  return ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params.processors ?? {},
    metadataRegistry: params?.metadata ?? globalRegistry,
    target,
    unrepresentable: params?.unrepresentable ?? "throw",
    override: params?.override ?? (() => {
    }),
    io: params?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params?.cycles ?? "ref",
    reused: params?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params?.external ?? void 0
  };
}
function handleUnrepresentable(schema, ctx, json, params, message) {
  const result2 = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message }) : ctx.unrepresentable;
  if (result2 === "any")
    return false;
  if (result2 === void 0 || result2 === "throw")
    throw new Error(message);
  Object.assign(json, result2);
  return true;
}
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen.cycle = _params.path;
    }
    return seen.schema;
  }
  const result2 = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result2);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result2.schema = overrideSchema;
  } else {
    const params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result2.schema, params);
    } else {
      const _json = result2.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result2.ref)
        result2.ref = parent;
      processSchema(parent, ctx, params);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta2 = ctx.metadataRegistry.get(schema);
  if (meta2)
    assignProps(result2.schema, meta2);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result2.schema.examples;
    delete result2.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result2.schema)
    (_a3 = result2.schema).default ?? (_a3.default = result2.schema._prefault);
  delete result2.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.entries()) {
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      const existing = idToSchema.get(id);
      if (existing && existing !== entry[0]) {
        throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id, entry[0]);
    }
  }
  const makeURI = (entry) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      entry[1].defId = id;
      return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root && !entry[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  };
  const extractToDef = (entry) => {
    if (entry[1].schema.$ref) {
      return;
    }
    const seen = entry[1];
    const { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema };
    if (defId)
      seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw") {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.cycle) {
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      const ext = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext) {
        extractToDef(entry);
        continue;
      }
    }
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option of options) {
    if (!option || typeof option !== "object")
      return;
    compactTypeUnion(option);
    const keys2 = Object.keys(option);
    if (keys2.length !== 1 || keys2[0] !== "type")
      return;
    const type = option.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string")
        return;
      if (!types.includes(member))
        types.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
var UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object")
      return null;
    for (const key in member) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member);
  }
  const properties2 = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object2 of objects) {
    for (const key in object2.properties) {
      if (Object.prototype.hasOwnProperty.call(properties2, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0)
          continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
          parts.push(part);
      }
      const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties2, key, merged);
    }
    for (const key of object2.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties: properties2 };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object2) => object2.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object2 of objects) {
      const constraint = undeclaredConstraint(object2);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
function foldIntersection(json) {
  const allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json.allOf;
  assignProps(json, folded);
}
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = (zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    const schema2 = seen.def ?? seen.schema;
    const _cached = { ...schema2 };
    const ref = seen.ref;
    seen.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  };
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry of ctx.seen.entries()) {
        compactTypeUnion(entry[1].def ?? entry[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) {
        for (const json of [seen.schema, seen.def]) {
          const allOf = json?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json);
          else
            carriers.set(allOf, [json]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json of carriers.get(allOf) ?? [])
          foldIntersection(json);
      }
    }
  }
  const result2 = {};
  if (ctx.target === "draft-2020-12") {
    result2.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result2.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result2.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id = ctx.external.registry.get(schema)?.id;
    if (!id)
      throw new Error("Schema is missing an `id` property");
    result2.$id = ctx.external.uri(id);
  }
  assignProps(result2, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result2.id === rootMetaId)
    delete result2.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.def && seen.defId) {
        if (seen.def.id === seen.defId)
          delete seen.def.id;
        assignProp(defs, seen.defId, seen.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result2.$defs = defs;
      } else {
        result2.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result2));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) {
      if (isTransforming(option, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) {
      if (isTransforming(item, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
var createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
  const ctx = initializeContext({ ...params, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};
var createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
  const { libraryOptions, target } = params ?? {};
  const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = (agg, key, value) => {
  if (agg[key] === void 0 || value > agg[key])
    agg[key] = value;
};
var narrowMax = (agg, key, value) => {
  if (agg[key] === void 0 || value < agg[key])
    agg[key] = value;
};
var narrowBoth = (agg, value) => {
  narrowMin(agg, "minimum", value);
  narrowMax(agg, "maximum", value);
};
var addDivisor = (agg, value) => {
  agg.multipleOf ?? (agg.multipleOf = []);
  if (!agg.multipleOf.includes(value))
    agg.multipleOf.push(value);
};
var addPattern = (agg, pattern) => {
  agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
  agg.patterns.add(pattern);
};
var intersectMime = (agg, mime) => {
  agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
var setFormat = (agg, format) => {
  agg.format = format;
  if (format.includes("int"))
    agg.isInt = true;
};
var minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
var maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
var formatContributor = (ranges) => (agg, def) => {
  setFormat(agg, def.format);
  const [minimum, maximum] = ranges[def.format];
  narrowMin(agg, "minimum", minimum);
  narrowMax(agg, "maximum", maximum);
};
var contributors = {
  greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
  less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
  multiple_of: (agg, def) => addDivisor(agg, def.value),
  number_format: formatContributor(NUMBER_FORMAT_RANGES),
  bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
  min_length: minContributor,
  max_length: maxContributor,
  length_equals: (agg, def) => narrowBoth(agg, def.length),
  min_size: minContributor,
  max_size: maxContributor,
  size_equals: (agg, def) => narrowBoth(agg, def.size),
  string_format: (agg, def) => {
    setFormat(agg, def.format);
    if (def.pattern)
      addPattern(agg, def.pattern);
    if (def.format === "base64" || def.format === "base64url")
      agg.contentEncoding = def.format;
    if (def.local || def.precision === -1)
      agg.laxFormat = true;
  },
  mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list2 = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list2)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern of bag.patterns ?? [])
    addPattern(agg, pattern);
  return agg;
}
var formatMap = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  json_string: "json-string",
  regex: ""
  // do not set
};
var exactPatterns = /* @__PURE__ */ new Map([
  [base64Charset, base64],
  [base64urlCharset, base64url]
]);
var exactPattern = (p) => exactPatterns.get(p) ?? p;
var stringProcessor = (schema, ctx, _json, _params) => {
  const json = _json;
  json.type = "string";
  const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minLength = minimum;
  if (typeof maximum === "number")
    json.maxLength = maximum;
  if (format) {
    json.format = formatMap[format] ?? format;
    if (json.format === "")
      delete json.format;
    if (format === "time" || laxFormat) {
      delete json.format;
    }
  }
  if (contentEncoding)
    json.contentEncoding = contentEncoding;
  if (patterns && patterns.size > 0) {
    const patternList = [...patterns].map(exactPattern);
    if (patternList.length === 1)
      json.pattern = patternList[0].source;
    else if (patternList.length > 1) {
      json.allOf = [
        ...patternList.map((regex) => ({
          ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
          pattern: regex.source
        }))
      ];
    }
  }
};
var numberProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
  json.type = isInt ? "integer" : "number";
  const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
  const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
  const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
  if (exMin) {
    if (legacy) {
      json.minimum = exclusiveMinimum;
      json.exclusiveMinimum = true;
    } else {
      json.exclusiveMinimum = exclusiveMinimum;
    }
  } else if (typeof minimum === "number") {
    json.minimum = minimum;
  }
  if (exMax) {
    if (legacy) {
      json.maximum = exclusiveMaximum;
      json.exclusiveMaximum = true;
    } else {
      json.exclusiveMaximum = exclusiveMaximum;
    }
  } else if (typeof maximum === "number") {
    json.maximum = maximum;
  }
  if (multipleOf) {
    const divisors = /* @__PURE__ */ new Set();
    for (const divisor of multipleOf) {
      if (Number.isFinite(divisor) && divisor !== 0)
        divisors.add(Math.abs(divisor));
      else
        handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
    }
    const [first, ...rest] = divisors;
    if (first !== void 0)
      json.multipleOf = first;
    if (rest.length)
      json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
  }
};
var booleanProcessor = (_schema, _ctx, json, _params) => {
  json.type = "boolean";
};
var undefinedProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
var neverProcessor = (_schema, _ctx, json, _params) => {
  json.not = {};
};
var unknownProcessor = (_schema, _ctx, _json, _params) => {
};
var enumProcessor = (schema, _ctx, json, _params) => {
  const def = schema._zod.def;
  const values = getEnumValues(def.entries);
  if (values.length === 0) {
    json.not = {};
    return;
  }
  if (values.every((v) => typeof v === "number"))
    json.type = "number";
  if (values.every((v) => typeof v === "string"))
    json.type = "string";
  json.enum = values;
};
var literalProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  if (def.values.length === 0) {
    json.not = {};
    return;
  }
  const vals = [];
  for (const val of def.values) {
    if (val === void 0) {
      if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
        return;
    } else if (typeof val === "bigint") {
      if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
        return;
      vals.push(Number(val));
    } else {
      vals.push(val);
    }
  }
  if (vals.length === 0) {
  } else if (vals.length === 1) {
    const val = vals[0];
    json.type = val === null ? "null" : typeof val;
    if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
      json.enum = [val];
    } else {
      json.const = val;
    }
  } else {
    if (vals.every((v) => typeof v === "number"))
      json.type = "number";
    if (vals.every((v) => typeof v === "string"))
      json.type = "string";
    if (vals.every((v) => typeof v === "boolean"))
      json.type = "boolean";
    if (vals.every((v) => v === null))
      json.type = "null";
    json.enum = vals;
  }
};
var customProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
var transformProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
var arrayProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minItems = minimum;
  if (typeof maximum === "number")
    json.maxItems = maximum;
  json.type = "array";
  json.items = processSchema(def.element, ctx, {
    ...params,
    path: [...params.path, "items"]
  });
};
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
var objectProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  const shape = def.shape;
  const symbolKeys = Object.getOwnPropertySymbols(shape);
  if (symbolKeys.length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
    return;
  }
  json.type = "object";
  json.properties = {};
  for (const key in shape) {
    assignProp(json.properties, key, processSchema(shape[key], ctx, {
      ...params,
      path: [...params.path, "properties", key]
    }));
  }
  const requiredKeys = [];
  for (const key of Object.keys(shape)) {
    const field = def.shape[key];
    if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
      requiredKeys.push(key);
    }
  }
  if (requiredKeys.length > 0) {
    json.required = requiredKeys;
  }
  if (def.catchall?._zod.def.type === "never") {
    json.additionalProperties = false;
  } else if (!def.catchall) {
    if (ctx.io === "output")
      json.additionalProperties = false;
  } else if (def.catchall) {
    json.additionalProperties = processSchema(def.catchall, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
};
var unionProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const isExclusive = def.inclusive === false;
  const options = def.options.map((x, i) => processSchema(x, ctx, {
    ...params,
    path: [...params.path, isExclusive ? "oneOf" : "anyOf", i]
  }));
  if (isExclusive) {
    json.oneOf = options;
  } else {
    json.anyOf = options;
  }
};
var intersectionProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const a = processSchema(def.left, ctx, {
    ...params,
    path: [...params.path, "allOf", 0]
  });
  const b = processSchema(def.right, ctx, {
    ...params,
    path: [...params.path, "allOf", 1]
  });
  const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
  const allOf = [
    ...isSimpleIntersection(a) ? a.allOf : [a],
    ...isSimpleIntersection(b) ? b.allOf : [b]
  ];
  json.allOf = allOf;
  ctx.intersections.push(allOf);
};
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json))
      return json;
    visited.add(json);
    const def = bySchema.get(json)?.def;
    if (!def)
      return json;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped.some((branch, i) => branch !== branches[i]))
      json = { ...json, [keyword]: mapped };
  }
  const types = Array.isArray(json.type) ? json.type : [json.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number"))
    return json;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.values()) {
    if (entry.def && !bySchema.has(entry.schema))
      bySchema.set(entry.schema, entry);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record2 of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record2);
    const names = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names || names === true || rewrites.has(names))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
    if (rewritten !== names)
      rewrites.set(names, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry of ctx.seen.values()) {
    for (const carrier of [entry.schema, entry.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
var recordProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  json.type = "object";
  const keyType = def.keyType;
  const patterns = aggregateChecks(keyType).patterns;
  if (def.mode === "loose" && patterns && patterns.size > 0) {
    const valueSchema = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "patternProperties", "*"]
    });
    json.patternProperties = {};
    for (const pattern of patterns) {
      assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
    }
  } else {
    if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
      json.propertyNames = processSchema(def.keyType, ctx, {
        ...params,
        path: [...params.path, "propertyNames"]
      });
      let pending = pendingRecords.get(ctx);
      if (!pending) {
        pending = [];
        pendingRecords.set(ctx, pending);
        ctx.deferred.push(() => rewriteKeyNames(ctx));
      }
      pending.push(schema);
    }
    json.additionalProperties = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
  const keyValues = keyType._zod.values;
  const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
  if (keyValues && !def.partial && !omittableOnInput) {
    const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
    if (validKeyValues.length > 0) {
      json.required = validKeyValues.map(String);
    }
  }
};
var nullableProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const inner = processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  if (ctx.target === "openapi-3.0") {
    seen.ref = def.innerType;
    json.nullable = true;
  } else {
    json.anyOf = [inner, { type: "null" }];
  }
};
var nonoptionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};
var UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
var defaultProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json.default = value;
};
var prefaultProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  if (ctx.io !== "input")
    return;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json._prefault = value;
};
var catchProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  let catchValue;
  try {
    catchValue = def.catchValue(void 0);
  } catch {
    handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
    return;
  }
  json.default = catchValue;
};
var pipeProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  const inIsTransform = def.in._zod.traits.has("$ZodTransform");
  const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
  processSchema(innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = innerType;
};
var readonlyProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  json.readOnly = true;
};
var optionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
var initializer2 = (inst, issues) => {
  $ZodError.init(inst, issues);
  inst.name = "ZodError";
  const proto = Object.getPrototypeOf(inst);
  if (_installedErrorProtos.has(proto))
    return;
  _installedErrorProtos.add(proto);
  _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
  _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
  _lazyMethod(proto, "addIssue", (self) => (issue2) => {
    self.issues.push(issue2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  _lazyMethod(proto, "addIssues", (self) => (issues2) => {
    self.issues.push(...issues2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  Object.defineProperty(proto, "isEmpty", {
    configurable: true,
    enumerable: false,
    get() {
      return this.issues.length === 0;
    }
  });
};
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode = /* @__PURE__ */ _encode(ZodRealError);
var decode = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
  _ensureDefaultLocale();
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
  return inst;
}, {
  check(...chks) {
    const def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: true });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params) {
    return clone(this, def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  refine(check3, params) {
    return this.check(refine(check3, params));
  },
  superRefine(refinement, params) {
    return this.check(superRefine(refinement, params));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params) {
    return nonoptional(this, params);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params) {
    return _catch(this, params);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    const cl = this.clone();
    globalRegistry.add(cl, { description });
    return cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    const cl = this.clone();
    globalRegistry.add(cl, args[0]);
    return cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value) {
    util_exports.own(this, "~standard", value);
  },
  parse: function _parse2(data, params) {
    return parse(this, data, params, { callee: _parse2 });
  },
  parseAsync: async function _parseAsync2(data, params) {
    return await parseAsync(this, data, params, { callee: _parseAsync2 });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  async safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value) {
    util_exports.own(this, "spa", value);
  },
  validate(data, params) {
    return validate(this, data, params);
  },
  validateAsync(data, params) {
    return validateAsync(this, data, params);
  },
  encode: function _encode2(data, params) {
    return encode(this, data, params, { callee: _encode2 });
  },
  decode: function _decode2(data, params) {
    return decode(this, data, params, { callee: _decode2 });
  },
  encodeAsync: async function _encodeAsync2(data, params) {
    return await encodeAsync(this, data, params, { callee: _encodeAsync2 });
  },
  decodeAsync: async function _decodeAsync2(data, params) {
    return await decodeAsync(this, data, params, { callee: _decodeAsync2 });
  },
  safeEncode(data, params) {
    return safeEncode(this, data, params);
  },
  safeDecode(data, params) {
    return safeDecode(this, data, params);
  },
  async safeEncodeAsync(data, params) {
    return safeEncodeAsync(this, data, params);
  },
  async safeDecodeAsync(data, params) {
    return safeDecodeAsync(this, data, params);
  },
  toJSONSchema(params) {
    return createToJSONSchemaMethod(this, {})(params);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
});
var _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
  },
  /* @__PURE__ */ util_exports.derived({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
      return this.check(_lowercase(params));
    },
    uppercase(params) {
      return this.check(_uppercase(params));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
);
var ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def);
  _ZodString.init(inst, def);
}, {
  email(params) {
    return this.check(_email(ZodEmail, params));
  },
  url(params) {
    return this.check(_url(ZodURL, params));
  },
  jwt(params) {
    return this.check(_jwt(ZodJWT, params));
  },
  emoji(params) {
    return this.check(_emoji2(ZodEmoji, params));
  },
  guid(params) {
    return this.check(_guid(ZodGUID, params));
  },
  uuid(params) {
    return this.check(_uuid(ZodUUID, params));
  },
  uuidv4(params) {
    return this.check(_uuidv4(ZodUUID, params));
  },
  uuidv6(params) {
    return this.check(_uuidv6(ZodUUID, params));
  },
  uuidv7(params) {
    return this.check(_uuidv7(ZodUUID, params));
  },
  nanoid(params) {
    return this.check(_nanoid(ZodNanoID, params));
  },
  cuid(params) {
    return this.check(_cuid(ZodCUID, params));
  },
  cuid2(params) {
    return this.check(_cuid2(ZodCUID2, params));
  },
  ulid(params) {
    return this.check(_ulid(ZodULID, params));
  },
  base64(params) {
    return this.check(_base64(ZodBase64, params));
  },
  base64url(params) {
    return this.check(_base64url(ZodBase64URL, params));
  },
  xid(params) {
    return this.check(_xid(ZodXID, params));
  },
  ksuid(params) {
    return this.check(_ksuid(ZodKSUID, params));
  },
  ipv4(params) {
    return this.check(_ipv4(ZodIPv4, params));
  },
  ipv6(params) {
    return this.check(_ipv6(ZodIPv6, params));
  },
  cidrv4(params) {
    return this.check(_cidrv4(ZodCIDRv4, params));
  },
  cidrv6(params) {
    return this.check(_cidrv6(ZodCIDRv6, params));
  },
  e164(params) {
    return this.check(_e164(ZodE164, params));
  },
  datetime(params) {
    return this.check(_isoDateTime(ZodISODateTime, params));
  },
  date(params) {
    return this.check(_isoDate(ZodISODate, params));
  },
  time(params) {
    return this.check(_isoTime(ZodISOTime, params));
  },
  duration(params) {
    return this.check(_isoDuration(ZodISODuration, params));
  }
});
function string2(params) {
  return _string(ZodString, params);
}
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  _ZodString.init(inst, def);
});
var ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: (inst) => {
      const { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
      const { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
      const { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null
  }, {
    gt(value, params) {
      return this.check(_gt(value, params));
    },
    gte(value, params) {
      return this.check(_gte(value, params));
    },
    min(value, params) {
      return this.check(_gte(value, params));
    },
    lt(value, params) {
      return this.check(_lt(value, params));
    },
    lte(value, params) {
      return this.check(_lte(value, params));
    },
    max(value, params) {
      return this.check(_lte(value, params));
    },
    int(params) {
      return this.check(int(params));
    },
    safe(params) {
      return this.check(int(params));
    },
    positive(params) {
      return this.check(_gt(0, params));
    },
    nonnegative(params) {
      return this.check(_gte(0, params));
    },
    negative(params) {
      return this.check(_lt(0, params));
    },
    nonpositive(params) {
      return this.check(_lte(0, params));
    },
    multipleOf(value, params) {
      return this.check(_multipleOf(value, params));
    },
    step(value, params) {
      return this.check(_multipleOf(value, params));
    },
    finite() {
      return this;
    }
  })
);
function number2(params) {
  return _number(ZodNumber, params);
}
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodNumber.init(inst, def);
});
function int(params) {
  return _int(ZodNumberFormat, params);
}
var ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean2(params) {
  return _boolean(ZodBoolean, params);
}
var ZodUndefined = /* @__PURE__ */ $constructor("ZodUndefined", (inst, def) => {
  $ZodUndefined.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => undefinedProcessor(inst, ctx, json, params);
});
function _undefined3(params) {
  return _undefined2(ZodUndefined, params);
}
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown2() {
  return _unknown(ZodUnknown);
}
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
  return _never(ZodNever, params);
}
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodArray.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
  inst.element = def.element;
}, {
  min(n, params) {
    return this.check(_minLength(n, params));
  },
  nonempty(params) {
    return this.check(_minLength(1, params));
  },
  max(n, params) {
    return this.check(_maxLength(n, params));
  },
  length(n, params) {
    return this.check(_length(n, params));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params) {
  return _array(ZodArray, element, params);
}
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodObjectJIT.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
  util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
  keyof() {
    return _enum(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown2() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown2() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function object(shape, params) {
  const def = {
    type: "object",
    shape: shape ?? {},
    ...util_exports.normalizeParams(params)
  };
  return new ZodObject(def);
}
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
  inst.options = def.options;
});
function union(options, params) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params)
  });
}
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodRecord.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodRecord({
      type: "record",
      keyType: string2(),
      valueType: keyType,
      ...util_exports.normalizeParams(valueType)
    });
  }
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
  inst.enum = def.entries;
  inst.options = [...inst._zod.values];
  const keys2 = new Set(Object.keys(def.entries));
  inst.extract = (values, params) => {
    const newEntries = {};
    for (const value of values) {
      if (keys2.has(value)) {
        newEntries[value] = def.entries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
  inst.exclude = (values, params) => {
    const newEntries = { ...def.entries };
    for (const value of values) {
      if (keys2.has(value)) {
        delete newEntries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
});
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params)
  });
}
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
  inst.values = new Set(def.values);
  Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1) {
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      }
      return def.values[0];
    }
  });
});
function literal(value, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params)
  });
}
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTransform.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
  inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(util_exports.issue(issue2, payload.value, def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = inst);
        payload.issues.push(util_exports.issue(_issue));
      }
    };
    const output = def.transform(payload.value, payload);
    if (output instanceof Promise) {
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    payload.value = output;
    return payload;
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
  inst.in = def.in;
  inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
var ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date2,
  datetime: () => datetime2,
  duration: () => duration2,
  time: () => time2
});
function datetime2(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date2(params) {
  return _isoDate(ZodISODate, params);
}
function time2(params) {
  return _isoTime(ZodISOTime, params);
}
function duration2(params) {
  return _isoDuration(ZodISODuration, params);
}

// src/image/damaged.ts
var ADVICE = "Build or export the image again; if it still fails, the tool that wrote it broke the image format.";
function damaged(what) {
  return new VerifyError("image-damaged", `${what}.`, ADVICE);
}
function tooLarge(what) {
  return new VerifyError(
    "image-too-large",
    `${what}.`,
    "No real image reaches this limit: look at what the build copies in, or where the image comes from."
  );
}
var SHOWN = 120;
function shown(text6) {
  const cut2 = text6.length > SHOWN ? `${text6.slice(0, SHOWN)}\u2026` : text6;
  return JSON.stringify(cut2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// src/image/json-keys.ts
function repeatedKey(text6) {
  const open3 = [];
  for (const [token] of text6.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const top = open3.at(-1) ?? null;
    if (token === "{") {
      open3.push({ keys: /* @__PURE__ */ new Set(), atKey: true });
    } else if (token === "[") {
      open3.push(null);
    } else if (token === "}" || token === "]") {
      open3.pop();
    } else if (token === ",") {
      if (top !== null) {
        top.atKey = true;
      }
    } else if (top?.atKey === true) {
      const key = JSON.parse(token);
      if (top.keys.has(key)) {
        return key;
      }
      top.keys.add(key);
      top.atKey = false;
    }
  }
  return null;
}

// src/image/json.ts
function decodeJson(bytes, schema, what) {
  const result2 = schema.safeParse(parse2(bytes, what));
  if (!result2.success) {
    const issue2 = result2.error.issues[0];
    const place = issue2 === void 0 || issue2.path.length === 0 ? "" : ` at ${shown(issue2.path.join("."))}`;
    throw damaged(`${what} is not of the expected form${place}: ${issue2?.message ?? "unknown reason"}`);
  }
  return result2.data;
}
function parse2(bytes, what) {
  const { text: text6, value } = tryParse(bytes, what);
  const repeated = repeatedKey(text6);
  if (repeated !== null) {
    throw damaged(`${what} holds the key ${shown(repeated)} twice`);
  }
  return value;
}
function tryParse(bytes, what) {
  try {
    const text6 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: text6, value: JSON.parse(text6) };
  } catch {
    throw damaged(`${what} is not JSON`);
  }
}
function exact(shape) {
  const known2 = new Set(Object.keys(shape));
  const folded = new Set([...known2].map(fold));
  return unknown2().superRefine((value, context) => {
    for (const key of Object.keys(value ?? {})) {
      if (!known2.has(key) && folded.has(fold(key))) {
        context.addIssue({ code: "custom", message: `the key ${shown(key)} is ambiguous` });
      }
    }
  }).pipe(object(shape));
}
function fold(key) {
  return key.toUpperCase().toLowerCase();
}

// src/image/limits.ts
var KIB = 1024;
var MIB = 1024 * KIB;
var GIB = 1024 * MIB;
var IMAGE_LIMITS = {
  /** One JSON document: index, manifest or config. containerd and registries stop at 4 MiB too. */
  document: 4 * MIB,
  /** All small files of one archive that are kept in memory until its manifest is known. */
  documents: 64 * MIB,
  /** All layers together, uncompressed. */
  uncompressed: 64 * GIB,
  /** Number of files, folders and links in all layers together. */
  entries: 1e6,
  /** Their names and link targets together. */
  names: 256 * MIB,
  /** One name; the kernel's PATH_MAX. */
  name: 4 * KIB,
  /** One text file that a rule asks for. */
  text: MIB,
  /** All texts kept of one image. */
  texts: 32 * MIB,
  /** Number of layers; engines stop at 127. */
  layers: 512,
  /** Number of manifests in an index and all indexes below it. */
  manifests: 1e3,
  /** Indexes inside indexes. */
  indexDepth: 4,
  /** Symbolic links followed for one path; the kernel's own limit. */
  links: 40
};

// src/image/platform.ts
var ARCHITECTURES = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  armhf: "arm",
  armel: "arm",
  i386: "386",
  x64: "amd64"
};
function normalizePlatform({ os, architecture: architecture2, variant }) {
  const arch = ARCHITECTURES[architecture2] ?? architecture2;
  const silent = arch === "arm64" && /^v?8$/.test(variant) || arch === "amd64" && variant === "v1";
  return { os, architecture: arch, variant: silent ? "" : variant };
}
function formatPlatform(platform) {
  const { os, architecture: architecture2, variant } = normalizePlatform(platform);
  return variant === "" ? `${os}/${architecture2}` : `${os}/${architecture2}/${variant}`;
}
function parsePlatform(text6) {
  const match = /^([a-z0-9]+)\/([a-z0-9_-]+)(?:\/([a-z0-9.]+))?$/.exec(text6.toLowerCase());
  if (match === null) {
    throw new UsageError(
      "platform-invalid",
      `"${text6}" is no platform.`,
      "Write it like linux/amd64, linux/arm64 or linux/arm/v7."
    );
  }
  return normalizePlatform({ os: match[1] ?? "", architecture: match[2] ?? "", variant: match[3] ?? "" });
}
function matchesPlatform(asked, found) {
  const a = normalizePlatform(asked);
  const b = normalizePlatform(found);
  return a.os === b.os && a.architecture === b.architecture && (a.variant === "" || a.variant === b.variant);
}
function machinePlatform(arch) {
  const variant = arch === "arm" ? "v7" : "";
  return normalizePlatform({ os: "linux", architecture: arch === "ia32" ? "386" : arch, variant });
}

// src/image/config.ts
var text = string2().nullish();
var texts = array(string2()).nullish();
var words = union([string2().transform((word) => [word]), array(string2())]).nullish();
var keys = record(string2(), unknown2()).nullish().transform((value) => Object.keys(value ?? {}).sort());
var count2 = number2().nullish();
var HealthcheckSchema = exact({
  Test: texts,
  Interval: count2,
  Timeout: count2,
  StartPeriod: count2,
  StartInterval: count2,
  Retries: count2
});
var RunConfigSchema = exact({
  User: text,
  ExposedPorts: keys,
  Healthcheck: HealthcheckSchema.nullish(),
  Entrypoint: words,
  Cmd: words,
  Env: texts,
  WorkingDir: text,
  Labels: record(string2(), string2()).nullish(),
  Volumes: keys,
  StopSignal: text,
  Shell: words
});
var HistorySchema = exact({ created_by: text, comment: text, empty_layer: boolean2().nullish() });
var DiffId = string2().regex(/^sha256:[0-9a-f]{64}$/, "a layer is not named by a SHA-256");
var ConfigSchema = exact({
  architecture: string2().min(1),
  os: string2().min(1),
  variant: text,
  config: RunConfigSchema.nullish(),
  history: array(HistorySchema).nullish(),
  rootfs: exact({ type: literal("layers"), diff_ids: array(DiffId).max(IMAGE_LIMITS.layers).nullish() })
});
function decodeConfig(bytes) {
  const raw = decodeJson(bytes, ConfigSchema, "its config");
  const platform = { os: raw.os, architecture: raw.architecture, variant: raw.variant ?? "" };
  if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(formatPlatform(platform))) {
    throw damaged("its config names no real platform");
  }
  return {
    config: toImageConfig(raw.config ?? {}),
    history: (raw.history ?? []).map((entry) => ({
      createdBy: entry.created_by ?? "",
      comment: entry.comment ?? "",
      emptyLayer: entry.empty_layer ?? false
    })),
    diffIds: raw.rootfs.diff_ids ?? [],
    platform
  };
}
function toImageConfig(raw) {
  return {
    user: raw.User ?? "",
    exposedPorts: [...new Set((raw.ExposedPorts ?? []).map(withProtocol))].sort(),
    healthcheck: toHealthcheck(raw.Healthcheck),
    entrypoint: filled(raw.Entrypoint),
    cmd: filled(raw.Cmd),
    env: raw.Env ?? [],
    workingDir: raw.WorkingDir ?? "",
    labels: raw.Labels ?? {},
    volumes: raw.Volumes ?? [],
    stopSignal: raw.StopSignal === "" ? null : raw.StopSignal ?? null,
    shell: filled(raw.Shell)
  };
}
function toHealthcheck(raw) {
  const test = filled(raw?.Test);
  if (test === null) {
    return null;
  }
  return {
    test,
    interval: raw?.Interval ?? 0,
    timeout: raw?.Timeout ?? 0,
    startPeriod: raw?.StartPeriod ?? 0,
    startInterval: raw?.StartInterval ?? 0,
    retries: raw?.Retries ?? 0
  };
}
function filled(list2) {
  return list2 === null || list2 === void 0 || list2.length === 0 ? null : list2;
}
function withProtocol(port) {
  return port.includes("/") ? port.toLowerCase() : `${port}/tcp`;
}

// src/image/merged-tree.ts
var WHITEOUT = ".wh.";
var OPAQUE = ".wh..wh..opq";
var AUFS = ".wh..wh.";
var MergedTree = class {
  #limit;
  #root = folder("", 0);
  #layers = 0;
  /** Folders that no entry names. A single long name can ask for two thousand of them. */
  #implied = 0;
  /** Folders that hold nothing of lower layers any more, so that each is looked through once a layer. */
  #cleared = /* @__PURE__ */ new Set();
  constructor(limit = IMAGE_LIMITS.entries) {
    this.#limit = limit;
  }
  apply(listing) {
    const layer2 = this.#layers;
    this.#layers += 1;
    this.#cleared = /* @__PURE__ */ new Set();
    for (const entry of listing.entries) {
      this.#add(entry, layer2);
    }
  }
  /**
   * What an absolute path leads to, all symbolic links followed inside the root; null when it leads nowhere, in circles
   * or through something that is no folder.
   */
  resolve(path) {
    return walk(this.#root, path.split("/"), true);
  }
  /** The thing of that very name: a link in the last place is given as a link. */
  lookup(path) {
    return walk(this.#root, path.split("/"), false);
  }
  /** Every thing in the tree with its absolute path, folders before what they hold. */
  *list() {
    const open3 = [{ path: "", node: this.#root }];
    for (let place = open3.pop(); place !== void 0; place = open3.pop()) {
      yield { path: place.path === "" ? "/" : place.path, node: place.node };
      for (const [name, node2] of place.node.children ?? []) {
        open3.push({ path: `${place.path}/${name}`, node: node2 });
      }
    }
  }
  #add(entry, layer2) {
    if (entry.path === "") {
      this.#root = { entry, layer: layer2, children: this.#root.children };
      return;
    }
    const cut2 = entry.path.lastIndexOf("/");
    const name = entry.path.slice(cut2 + 1);
    if (entry.path.startsWith(AUFS) || name.startsWith(AUFS) && name !== OPAQUE) {
      return;
    }
    const parent = this.#parent(entry.path.slice(0, Math.max(cut2, 0)), layer2);
    if (name === OPAQUE) {
      this.#clear(parent, layer2);
    } else if (name.startsWith(WHITEOUT)) {
      parent.delete(whitedOut(name, entry.path));
    } else {
      parent.set(name, this.#node(entry, layer2, parent.get(name)));
    }
  }
  /** Removes what lower layers left in a folder, and keeps what this layer has already put there. */
  #clear(children, layer2) {
    if (this.#cleared.has(children)) {
      return;
    }
    this.#cleared.add(children);
    for (const [name, node2] of children) {
      if (node2.children !== null) {
        this.#clear(node2.children, layer2);
      }
      if (node2.layer !== layer2 && (node2.children === null || node2.children.size === 0)) {
        children.delete(name);
      }
    }
  }
  #node(entry, layer2, old) {
    if (entry.kind === "hardlink") {
      const target = walk(this.#root, entry.link.split("/"), false);
      if (target === null || target.children !== null) {
        throw damaged(`a layer links ${shown(entry.path)} to ${shown(entry.link)}, which is no file of the image`);
      }
      return { entry: target.entry, layer: layer2, children: null };
    }
    if (entry.kind === "directory") {
      return { entry, layer: layer2, children: old?.children ?? /* @__PURE__ */ new Map() };
    }
    return { entry, layer: layer2, children: null };
  }
  /** The entries of the folder an entry goes into; missing folders are made, as engines do. */
  #parent(path, layer2) {
    let at = this.#root;
    let walked = "";
    for (const segment of path === "" ? [] : path.split("/")) {
      walked = walked === "" ? segment : `${walked}/${segment}`;
      at = this.#enter(at, segment, walked, layer2);
    }
    return at.children ?? /* @__PURE__ */ new Map();
  }
  #enter(at, segment, walked, layer2) {
    const child = at.children?.get(segment);
    if (child === void 0) {
      this.#implied += 1;
      if (this.#implied > this.#limit) {
        throw tooLarge(`its layers imply more than ${this.#limit} folders`);
      }
      const made = folder(walked, layer2);
      at.children?.set(segment, made);
      return made;
    }
    const found = child.entry.kind === "symlink" ? walk(this.#root, walked.split("/"), true) : child;
    if (found?.children == null) {
      throw damaged(`a layer puts a file below ${shown(walked)}, which is no folder`);
    }
    return found;
  }
};
function walk(root, segments, followLast) {
  const trail = [root];
  const left = [...segments].reverse();
  let links = 0;
  for (let segment = left.pop(); segment !== void 0; segment = left.pop()) {
    if (segment === "" || segment === ".") {
      continue;
    }
    if (trail.at(-1)?.children === null) {
      return null;
    }
    if (segment === "..") {
      trail.splice(Math.max(trail.length - 1, 1));
      continue;
    }
    const next = trail.at(-1)?.children?.get(segment);
    if (next === void 0) {
      return null;
    }
    if (next.entry.kind !== "symlink" || !followLast && left.length === 0) {
      trail.push(next);
      continue;
    }
    links += 1;
    if (links > IMAGE_LIMITS.links) {
      return null;
    }
    if (next.entry.link.startsWith("/")) {
      trail.splice(1);
    }
    left.push(...next.entry.link.split("/").reverse());
  }
  return trail.at(-1) ?? null;
}
function whitedOut(name, path) {
  const target = name.slice(WHITEOUT.length);
  if (target === "" || target === "." || target === "..") {
    throw damaged(`a layer holds a whiteout that names no file: ${shown(path)}`);
  }
  return target;
}
function folder(path, layer2) {
  const entry = {
    path,
    kind: "directory",
    mode: 493,
    uid: 0,
    gid: 0,
    size: 0,
    link: "",
    capability: null,
    content: null
  };
  return { entry, layer: layer2, children: /* @__PURE__ */ new Map() };
}

// src/image/meter.ts
import { createHash as createHash2 } from "node:crypto";
var Meter = class {
  #hash = createHash2("sha256");
  #bytes = 0;
  async *through(source, onBytes) {
    for await (const chunk of source) {
      this.#hash.update(chunk);
      this.#bytes += chunk.byteLength;
      onBytes?.(chunk.byteLength);
      yield chunk;
    }
  }
  get bytes() {
    return this.#bytes;
  }
  /** Like `sha256:…`; to be asked once, after the end of the stream. */
  digest() {
    return `sha256:${this.#hash.digest("hex")}`;
  }
};
function digestOf(bytes) {
  return `sha256:${createHash2("sha256").update(bytes).digest("hex")}`;
}

// src/image/assemble.ts
function assemble(stored, options) {
  const decoded = decodeConfig(stored.config);
  checkPlatform(decoded.platform, options.platform);
  checkLayers(decoded, stored.layers);
  const tree = new MergedTree();
  for (const layer2 of stored.layers) {
    tree.apply(layer2);
  }
  const texts2 = {};
  const needs = [];
  for (const path of options.texts) {
    const text6 = textOf(tree, path);
    if (typeof text6 === "object" && text6 !== null) {
      needs.push(text6.needs);
    } else {
      texts2[path] = text6;
    }
  }
  if (needs.length > 0) {
    return { kind: "needs", paths: needs };
  }
  return { kind: "complete", evidence: toEvidence(stored, decoded, options.reference, texts2) };
}
function captureNames(texts2) {
  const names = new Set(texts2.map((path) => posix.basename(path)));
  return (path) => names.has(path.slice(path.lastIndexOf("/") + 1));
}
function textOf(tree, path) {
  const node2 = tree.resolve(path);
  if (node2 === null || node2.entry.kind !== "file") {
    return null;
  }
  const { entry } = node2;
  if (entry.size > IMAGE_LIMITS.text) {
    throw damaged(`${path} has ${entry.size} bytes, which no real one has`);
  }
  return entry.content === null ? { needs: entry.path } : entry.content.toString("utf8");
}
function checkPlatform(found, asked) {
  if (asked !== null && !matchesPlatform(asked, found)) {
    throw new VerifyError(
      "platform-mismatch",
      `it is built for ${formatPlatform(found)}, not for ${formatPlatform(asked)}.`,
      "Build the image for the platform that is asked for, or ask for the one it has."
    );
  }
}
function checkLayers({ diffIds }, layers) {
  if (diffIds.length !== layers.length) {
    throw damaged(`its config names ${diffIds.length} layers, but it has ${layers.length}`);
  }
  for (const [index, { diffId }] of layers.entries()) {
    if (diffId !== diffIds[index]) {
      const place = `layer ${index + 1} of ${layers.length}`;
      throw damaged(`${place} is not what its config says: expected ${diffIds[index]}, found ${diffId}`);
    }
  }
}
function toEvidence(stored, decoded, reference, texts2) {
  return {
    reference,
    imageId: digestOf(stored.config),
    digest: stored.digest,
    platform: formatPlatform(decoded.platform),
    config: decoded.config,
    history: decoded.history,
    layers: stored.layers.map(({ diffId, size }) => ({ diffId, size })),
    texts: texts2
  };
}

// src/image/budget.ts
var Budget = class {
  limits;
  #bytes = 0;
  #entries = 0;
  #names = 0;
  #texts = 0;
  constructor(limits = IMAGE_LIMITS) {
    this.limits = limits;
  }
  spendBytes(count4) {
    this.#bytes += count4;
    if (this.#bytes > this.limits.uncompressed) {
      throw tooLarge(`its layers unpack to more than ${this.limits.uncompressed} bytes`);
    }
  }
  spendEntry(nameBytes) {
    this.#entries += 1;
    this.#names += nameBytes;
    if (this.#entries > this.limits.entries) {
      throw tooLarge(`its layers hold more than ${this.limits.entries} files`);
    }
    if (this.#names > this.limits.names) {
      throw tooLarge(`the file names of its layers take more than ${this.limits.names} bytes`);
    }
  }
  /** Whether a text of this size may still be kept; if so, it is counted. */
  keepText(size) {
    if (size > this.limits.text || this.#texts + size > this.limits.texts) {
      return false;
    }
    this.#texts += size;
    return true;
  }
};

// src/image/archive-members.ts
import { posix as posix2 } from "node:path";

// src/image/decompress.ts
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
var MAGIC = [
  { bytes: [31, 139, 8], compression: "gzip" },
  { bytes: [40, 181, 47, 253], compression: "zstd" },
  { bytes: [66, 90, 104], compression: "foreign" },
  { bytes: [253, 55, 122, 88], compression: "foreign" }
];
function compressionOf(start) {
  return MAGIC.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))?.compression ?? "none";
}
async function* decompressed(source) {
  const { start, all, close } = await peek(source, 4);
  try {
    const compression = compressionOf(start);
    if (compression === "foreign") {
      throw damaged("it is compressed in a way that image formats do not know");
    }
    if (compression === "none") {
      yield* all;
    } else {
      yield* through(all, compression === "gzip" ? createGunzip() : createZstdDecompress());
    }
  } finally {
    await close();
  }
}
async function* through(source, transform2) {
  const input = Readable.from(source, { objectMode: false });
  const done = pipeline(input, transform2);
  done.catch(() => {
  });
  try {
    for await (const chunk of transform2) {
      yield chunk;
    }
    await done;
  } catch (error2) {
    throw asDamage(error2);
  } finally {
    transform2.destroy();
    input.destroy();
    if (!input.closed) {
      await new Promise((resolve6) => input.once("close", resolve6));
    }
  }
}
function asDamage(error2) {
  return /^(Z_|ZSTD_|ERR_ZSTD|ERR_BUFFER_TOO_LARGE)/.test(errorCode(error2)) ? damaged("its compressed data is damaged or cut short") : error2;
}
async function peek(source, count4) {
  const iterator = source[Symbol.asyncIterator]();
  const pieces2 = [];
  let length = 0;
  while (length < count4) {
    const next = await iterator.next();
    if (next.done === true) {
      break;
    }
    pieces2.push(next.value);
    length += next.value.byteLength;
  }
  async function* all() {
    yield* pieces2;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  }
  const close = async () => {
    await iterator.return?.();
  };
  return { start: Buffer.concat(pieces2), all: { [Symbol.asyncIterator]: all }, close };
}

// src/image/layer-path.ts
function layerPath(name, limit) {
  if (Buffer.byteLength(name) > limit) {
    throw damaged(`a layer holds a file name of more than ${limit} bytes`);
  }
  const segments = name.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..")) {
    throw damaged(`a layer holds a file outside its root: ${shown(name)}`);
  }
  return segments;
}

// src/image/tar/byte-reader.ts
var EMPTY = Buffer.alloc(0);
var ByteReader = class {
  #chunks;
  #chunk = EMPTY;
  constructor(source) {
    this.#chunks = source[Symbol.asyncIterator]();
  }
  /** The next `count` bytes without waiting, or null when they are not all here. */
  at(count4) {
    if (this.#chunk.length < count4) {
      return null;
    }
    const piece = this.#chunk.subarray(0, count4);
    this.#chunk = this.#chunk.subarray(count4);
    return piece;
  }
  /** The next `count` bytes; null at the end of the stream. Stops when it ends in between. */
  async take(count4) {
    const ready = this.at(count4);
    if (ready !== null) {
      return ready;
    }
    const pieces2 = [];
    let missing2 = count4;
    while (missing2 > 0) {
      const piece = await this.upTo(missing2);
      if (piece === null) {
        if (pieces2.length === 0) {
          return null;
        }
        throw damaged("a tar archive ends in the middle");
      }
      pieces2.push(piece);
      missing2 -= piece.length;
    }
    return Buffer.concat(pieces2);
  }
  /** At least one and at most `count` bytes; null at the end of the stream. */
  async upTo(count4) {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) {
        return null;
      }
      this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return this.at(Math.min(count4, this.#chunk.length));
  }
  async skip(count4) {
    let missing2 = count4;
    while (missing2 > 0) {
      const piece = await this.upTo(missing2);
      if (piece === null) {
        throw damaged("a tar archive ends in the middle of a file");
      }
      missing2 -= piece.length;
    }
  }
  /** Reads to the end: whoever hashes the stream must see all of it. */
  async drain() {
    while (await this.upTo(Number.MAX_SAFE_INTEGER) !== null) {
    }
  }
  /** Lets go of the stream, wherever it stands. */
  async close() {
    await this.#chunks.return?.();
  }
};

// src/image/tar/header.ts
var BLANK = 32;
function decodeHeader(block2) {
  checkSum(block2);
  return {
    name: `${prefix(block2)}${text2(block2, 0, 100)}`,
    flag: String.fromCharCode(block2[156] ?? 0),
    mode: number3(block2, 100, 8),
    uid: number3(block2, 108, 8),
    gid: number3(block2, 116, 8),
    size: number3(block2, 124, 12),
    link: text2(block2, 157, 100)
  };
}
function checkSum(block2) {
  let unsigned = 0;
  let signed = 0;
  for (let index = 0; index < 512; index += 1) {
    const byte = index >= 148 && index < 156 ? BLANK : block2[index] ?? 0;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const stated = number3(block2, 148, 8);
  if (stated !== unsigned && stated !== signed) {
    throw damaged("a tar header has a wrong checksum");
  }
}
function prefix(block2) {
  if (block2.toString("latin1", 257, 265) !== "ustar\x0000") {
    return "";
  }
  const length = block2.toString("latin1", 508, 512) === "tar\0" ? 131 : 155;
  const value = text2(block2, 345, length);
  return value === "" ? "" : `${value}/`;
}
function text2(block2, start, length) {
  const field = block2.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? length : end);
}
function number3(block2, start, length) {
  const field = block2.subarray(start, start + length);
  const first = field[0] ?? 0;
  if ((first & 128) === 0) {
    const digits = field.toString("latin1").replace(/^[ \0]+|[ \0]+$/g, "");
    return octal(digits.split("\0", 1)[0] ?? "");
  }
  let value = BigInt(first & 63);
  for (const byte of field.subarray(1)) {
    value = value * 256n + BigInt(byte);
  }
  if ((first & 64) !== 0 || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw damaged("a tar header holds a number out of range");
  }
  return Number(value);
}
function octal(digits) {
  if (digits === "") {
    return 0;
  }
  if (!/^[0-7]{1,12}$/.test(digits)) {
    throw damaged("a tar header holds a number that is none");
  }
  return Number.parseInt(digits, 8);
}

// src/image/tar/pax.ts
var NO_RECORDS = /* @__PURE__ */ new Map();
function decodePax(bytes) {
  const records = /* @__PURE__ */ new Map();
  let rest = bytes;
  while (rest.length > 0) {
    const space = rest.indexOf(32);
    const digits = space === -1 ? "" : rest.toString("latin1", 0, space);
    const length = /^[0-9]{1,9}$/.test(digits) ? Number(digits) : 0;
    if (length <= space + 1 || length > rest.length || rest[length - 1] !== 10) {
      throw damaged("a tar archive holds a malformed extended header");
    }
    const record2 = rest.subarray(space + 1, length - 1);
    const equals = record2.indexOf(61);
    if (equals <= 0) {
      throw damaged("a tar archive holds a malformed extended header");
    }
    records.set(record2.toString("utf8", 0, equals), record2.subarray(equals + 1));
    rest = rest.subarray(length);
  }
  return records;
}
function paxText(records, key) {
  const value = records.get(key);
  if (value === void 0 || value.length === 0) {
    return void 0;
  }
  if (value.includes(0)) {
    throw damaged(`a tar archive holds an extended header with a NUL in its ${key}`);
  }
  return value.toString("utf8");
}
function paxNumber(records, key) {
  const value = paxText(records, key);
  if (value === void 0) {
    return void 0;
  }
  const number4 = /^[0-9]{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number4)) {
    throw damaged(`a tar archive holds an extended header with a wrong ${key}`);
  }
  return number4;
}

// src/image/tar/read-tar.ts
var BLOCK = 512;
var SPECIAL = 1024 * 1024;
var KINDS = {
  "\0": "file",
  "0": "file",
  "7": "file",
  "1": "hardlink",
  "2": "symlink",
  "3": "device",
  "4": "device",
  "5": "directory",
  "6": "fifo"
};
async function* readTar(source) {
  const bytes = new ByteReader(source);
  let pending = NOTHING;
  try {
    for (let block2 = await nextHeader(bytes); block2 !== null; block2 = await nextHeader(bytes)) {
      const header = decodeHeader(block2);
      const special = SPECIALS[header.flag];
      if (special !== void 0) {
        pending = special(pending, await readSpecial(bytes, header));
        continue;
      }
      yield* readEntry(bytes, header, pending);
      pending = NOTHING;
    }
    if (pending !== NOTHING) {
      throw damaged("a tar archive ends after an extended header");
    }
    await bytes.drain();
  } finally {
    await bytes.close();
  }
}
var NOTHING = { records: NO_RECORDS, name: null, link: null };
var SPECIALS = {
  x: (pending, content) => ({ ...pending, records: decodePax(content) }),
  // As in Go, a global header is an entry of its own: what stood before it is forgotten.
  g: (_pending, content) => {
    decodePax(content);
    return NOTHING;
  },
  L: (pending, content) => ({ ...pending, name: cString(content) }),
  K: (pending, content) => ({ ...pending, link: cString(content) })
};
async function nextHeader(bytes) {
  const block2 = bytes.at(BLOCK) ?? await bytes.take(BLOCK);
  if (block2 === null || !isZero(block2)) {
    return block2;
  }
  const second = await bytes.take(BLOCK);
  if (second !== null && !isZero(second)) {
    throw damaged("a tar archive goes on after a single zero block");
  }
  return null;
}
async function readSpecial(bytes, header) {
  if (header.size > SPECIAL) {
    throw damaged("a tar archive holds an extended header of more than 1 MiB");
  }
  const content = header.size === 0 ? Buffer.alloc(0) : await bytes.take(header.size);
  if (content === null) {
    throw damaged("a tar archive ends in an extended header");
  }
  const kept = Buffer.from(content);
  await bytes.skip(padding(header.size));
  return kept;
}
async function* readEntry(bytes, header, pending) {
  const entry = describe2(header, pending);
  const hasContent = entry.kind === "file";
  const stored = hasContent ? entry.size : 0;
  let left = stored;
  async function* content() {
    while (left > 0) {
      const piece = await bytes.upTo(left);
      if (piece === null) {
        throw damaged("a tar archive ends in the middle of a file");
      }
      left -= piece.length;
      yield piece;
    }
  }
  const kind = header.flag === "\0" && entry.name.endsWith("/") ? "directory" : entry.kind;
  yield { ...entry, kind, content: { [Symbol.asyncIterator]: content } };
  await bytes.skip(left);
  await bytes.skip(padding(stored));
}
function describe2(header, { records, name, link: link2 }) {
  const kind = KINDS[header.flag];
  if (kind === void 0) {
    throw damaged(`a tar archive holds an entry of the unknown type ${JSON.stringify(header.flag)}`);
  }
  for (const key of records.keys()) {
    if (key.startsWith("GNU.sparse.")) {
      throw damaged("a tar archive holds a sparse file");
    }
  }
  return {
    name: name ?? paxText(records, "path") ?? header.name,
    kind,
    mode: header.mode,
    uid: paxNumber(records, "uid") ?? header.uid,
    gid: paxNumber(records, "gid") ?? header.gid,
    size: paxNumber(records, "size") ?? header.size,
    link: link2 ?? paxText(records, "linkpath") ?? header.link,
    records
  };
}
function cString(content) {
  const end = content.indexOf(0);
  return content.toString("utf8", 0, end === -1 ? content.length : end);
}
function isZero(block2) {
  return block2[0] === 0 && block2.equals(ZERO2);
}
var ZERO2 = Buffer.alloc(BLOCK);
function padding(size) {
  return (BLOCK - size % BLOCK) % BLOCK;
}

// src/image/layer.ts
async function readLayer(stored, capture, budget) {
  const outer = new Meter();
  const inner = new Meter();
  const plain2 = inner.through(decompressed(outer.through(stored)), (count4) => budget.spendBytes(count4));
  const entries = [];
  for await (const entry of readTar(plain2)) {
    entries.push(await toLayerEntry(entry, capture, budget));
  }
  return { diffId: inner.digest(), digest: outer.digest(), size: outer.bytes, entries };
}
async function toLayerEntry(entry, capture, budget) {
  budget.spendEntry(entry.name.length + entry.link.length);
  const path = layerPath(entry.name, budget.limits.name).join("/");
  return {
    path,
    kind: entry.kind,
    mode: entry.mode & 4095,
    uid: entry.uid,
    gid: entry.gid,
    size: entry.kind === "file" ? entry.size : 0,
    link: linkOf(entry, budget.limits.name),
    capability: entry.records.get("SCHILY.xattr.security.capability") ?? null,
    content: entry.kind === "file" && capture(path) && budget.keepText(entry.size) ? await readAll(entry.content) : null
  };
}
function linkOf(entry, limit) {
  if (entry.kind === "hardlink") {
    return layerPath(entry.link, limit).join("/");
  }
  if (entry.kind !== "symlink") {
    return "";
  }
  if (Buffer.byteLength(entry.link) > limit) {
    throw damaged(`a layer holds a link target of more than ${limit} bytes`);
  }
  return entry.link;
}
async function readAll(content) {
  const pieces2 = [];
  for await (const piece of content) {
    pieces2.push(piece);
  }
  return Buffer.concat(pieces2);
}

// src/image/archive-members.ts
async function readMembers(archive, capture, budget) {
  const members2 = /* @__PURE__ */ new Map();
  let kept = 0;
  for await (const entry of readTar(decompressed(archive))) {
    budget.spendEntry(entry.name.length + entry.link.length);
    if (entry.kind === "directory") {
      continue;
    }
    const path = layerPath(entry.name, budget.limits.name).join("/");
    if (members2.has(path)) {
      throw damaged(`it holds ${shown(path)} twice`);
    }
    const member = await readMember(entry, path, capture, budget);
    members2.set(path, member);
    kept += member.kind === "document" ? member.bytes.length : 0;
    if (kept > budget.limits.documents) {
      throw tooLarge(`it holds more than ${budget.limits.documents} bytes of small files`);
    }
  }
  return members2;
}
async function readMember(entry, path, capture, budget) {
  if (entry.kind === "symlink" || entry.kind === "hardlink") {
    const target = entry.kind === "symlink" ? posix2.join(posix2.dirname(path), entry.link) : entry.link;
    return { kind: "link", target: posix2.normalize(target) };
  }
  if (entry.kind !== "file") {
    throw damaged(`it holds ${shown(path)}, which is no file`);
  }
  const { start, all } = await peek(entry.content, 512);
  if (entry.size <= budget.limits.document && !looksLikeLayer(start)) {
    return { kind: "document", bytes: await collect(all) };
  }
  try {
    return { kind: "layer", listing: await readLayer(all, capture, budget) };
  } catch (error2) {
    if (error2 instanceof VerifyError && error2.code === "image-damaged") {
      return { kind: "bad-layer", error: error2 };
    }
    throw error2;
  }
}
function looksLikeLayer(start) {
  return start.toString("latin1", 257, 262) === "ustar" || compressionOf(start) !== "none";
}
async function collect(source) {
  const pieces2 = [];
  for await (const piece of source) {
    pieces2.push(piece);
  }
  return Buffer.concat(pieces2);
}

// src/image/choose-manifest.ts
var REF_NAME = "org.opencontainers.image.ref.name";
var IMAGE_NAME = "io.containerd.image.name";
function isAttestation({ annotations, platform }) {
  return annotations["vnd.docker.reference.type"] !== void 0 || platform?.os === "unknown" && platform.architecture === "unknown";
}
function namesOf({ annotations }) {
  return [annotations[IMAGE_NAME], annotations[REF_NAME]].filter(
    (name) => name !== void 0 && name !== ""
  );
}
function hasTag(descriptor, tag) {
  return namesOf(descriptor).some((name) => name === tag || name.endsWith(`:${tag}`));
}
function chooseManifest(candidates, asked, machine) {
  const distinct = [...new Map(candidates.map((item) => [item.descriptor.digest, item])).values()];
  const first = distinct[0];
  if (first === void 0) {
    throw new UsageError("image-empty", "it holds no image.", "Name the file or folder that the build wrote.");
  }
  if (asked === null && distinct.length === 1) {
    return first;
  }
  const wanted = asked ?? machine;
  const fitting2 = distinct.filter((item) => matchesPlatform(wanted, item.platform));
  const [only, another] = preferExact(fitting2, wanted);
  if (only === void 0) {
    throw missing(distinct, wanted, asked !== null);
  }
  if (another !== void 0) {
    throw severalImages(fitting2.flatMap((item) => item.names));
  }
  return only;
}
function preferExact(fitting2, wanted) {
  const exact2 = fitting2.filter((item) => formatPlatform(item.platform) === formatPlatform(wanted));
  return exact2.length > 0 ? exact2 : fitting2;
}
function missing(candidates, wanted, asked) {
  const has = [...new Set(candidates.map((item) => formatPlatform(item.platform)))].sort().join(", ");
  const message = `it has no image for ${formatPlatform(wanted)}, only for ${has}.`;
  return asked ? new VerifyError(
    "platform-missing",
    message,
    "Build the image for the platform that is asked for, or ask for another."
  ) : new UsageError("platform-needed", message, "Say with --platform which one to judge.");
}
function severalImages(names) {
  const list2 = [...new Set(names)].sort();
  const told = list2.length === 0 ? "" : `: ${list2.slice(0, 10).map(shown).join(", ")}${list2.length > 10 ? ", \u2026" : ""}`;
  return new UsageError(
    "image-several",
    `it holds several images${told}.`,
    "Name one: write each image to a file of its own, or give its tag (oci:FOLDER:TAG)."
  );
}

// src/image/docker-archive.ts
var ManifestSchema = array(
  exact({
    Config: string2(),
    RepoTags: array(string2()).nullish(),
    Layers: array(string2()).max(IMAGE_LIMITS.layers).nullish()
  })
);
async function dockerArchiveImage(members2, budget) {
  const entries = decodeJson(documentOf(members2, "manifest.json"), ManifestSchema, "its manifest.json");
  const entry = entries[0];
  if (entry === void 0) {
    throw damaged("its manifest.json names no image");
  }
  if (entries.length > 1) {
    throw severalImages(entries.flatMap((item) => item.RepoTags ?? []));
  }
  const config2 = documentOf(members2, entry.Config);
  matchesName(entry.Config, digestOf(config2), "its config");
  const layers = [];
  for (const name of entry.Layers ?? []) {
    layers.push(await layerOf(members2, name, budget));
  }
  return { config: config2, digest: null, layers, names: entry.RepoTags ?? [] };
}
function documentOf(members2, name) {
  const member = members2.get(name);
  if (member?.kind !== "document") {
    throw damaged(`it holds no ${shown(name)}`);
  }
  return member.bytes;
}
async function layerOf(members2, name, budget) {
  const { path, member } = follow(members2, name);
  const listing = await listingOf(member, name, budget);
  matchesName(path, listing.digest, "a layer");
  return listing;
}
async function listingOf(member, name, budget) {
  switch (member?.kind) {
    case "layer":
      return member.listing;
    case "bad-layer":
      throw member.error;
    case "document":
      return readLayer(chunks(member.bytes), () => false, budget);
    case "link":
    case void 0:
      throw damaged(`it lacks the layer ${shown(name)}`);
  }
}
async function* chunks(bytes) {
  yield bytes;
}
function follow(members2, name) {
  let path = name;
  let member = members2.get(path);
  for (let links = 0; member?.kind === "link" && links < IMAGE_LIMITS.links; links += 1) {
    path = member.target;
    member = members2.get(path);
  }
  return { path, member };
}
function matchesName(path, digest, what) {
  const named2 = /^([0-9a-f]{64})\.json$|^blobs\/sha256\/([0-9a-f]{64})$/.exec(path);
  const hex = named2?.[1] ?? named2?.[2];
  if (hex !== void 0 && digest !== `sha256:${hex}`) {
    throw damaged(`${what} is not what its digest says: ${shown(path)} holds ${digest}`);
  }
}

// src/evidence/image-files.ts
import { join } from "node:path";
async function requireFile(file, files) {
  const found = await files.stat(file);
  if (found?.kind !== "file") {
    throw new UsageError(
      "image-not-found",
      found === null ? "there is no such file." : "it is no regular file.",
      "Name the file that the build or `docker save` wrote."
    );
  }
}
function blobPath(folder2, digest) {
  return join(folder2, "blobs", ...digest.split(":"));
}
async function requireBlob(folder2, { digest, size }, files) {
  const path = blobPath(folder2, digest);
  const found = await files.stat(path);
  if (found?.kind !== "file") {
    throw damaged(`the blob ${digest} is missing`);
  }
  if (found.size !== size) {
    throw damaged(`the blob ${digest} has ${found.size} bytes where ${size} are stated`);
  }
  return path;
}
async function readDocument(folder2, descriptor, files) {
  if (descriptor.size > IMAGE_LIMITS.document) {
    throw damaged(`the document ${descriptor.digest} has ${descriptor.size} bytes, more than ${IMAGE_LIMITS.document}`);
  }
  const bytes = await files.readBytes(await requireBlob(folder2, descriptor, files), IMAGE_LIMITS.document);
  if (digestOf(bytes) !== descriptor.digest) {
    throw damaged(`the blob ${descriptor.digest} is not what its digest says`);
  }
  return bytes;
}

// src/evidence/image-docker-archive.ts
async function prepareDockerArchive(file, host) {
  await requireFile(file, host.files);
  return {
    trivyInput: file,
    load: async (capture, budget) => dockerArchiveImage(await readMembers(host.files.open(file), capture, budget), budget)
  };
}

// src/evidence/image-engine.ts
import { join as join2 } from "node:path";
var ENGINES = ["docker", "podman"];
var ASK_MS = 6e4;
var SAVE_MS = 30 * 6e4;
var ENVIRONMENT = [
  "PATH HOME USER LOGNAME TMPDIR SSH_AUTH_SOCK SSL_CERT_FILE SSL_CERT_DIR",
  "DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH",
  "DOCKER_API_VERSION CONTAINER_HOST CONTAINER_CONNECTION CONTAINER_SSHKEY CONTAINERS_CONF",
  "CONTAINERS_STORAGE_CONF STORAGE_DRIVER STORAGE_OPTS DBUS_SESSION_BUS_ADDRESS",
  "XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME",
  "SystemRoot SystemDrive USERPROFILE APPDATA LOCALAPPDATA ProgramData TEMP TMP PATHEXT"
].flatMap((line2) => line2.split(" "));
var InspectSchema = array(
  object({
    Id: string2().regex(/^(sha256:)?[0-9a-f]{64}$/),
    RepoTags: array(string2()).nullish()
  })
).min(1);
async function findInEngines(reference, host) {
  return Promise.all(ENGINES.map((engine) => ask(engine, reference, host)));
}
async function findImage(reference, host) {
  const answers = await findInEngines(reference, host);
  const found = answers.filter((answer) => answer.kind === "found");
  const [first, second] = found;
  if (first === void 0) {
    throw notFound(answers);
  }
  if (second !== void 0 && second.id !== first.id) {
    throw new UsageError(
      "image-ambiguous",
      `it is a different image in each engine: ${found.map(({ engine, id }) => `sha256:${id} in ${engine}`).join(", ")}.`,
      `Remove the one that is not meant, or name the id, or write it to a file (${first.engine} save) and name that.`
    );
  }
  return first;
}
function notFound(answers) {
  const tried = answers.flatMap((answer) => answer.kind === "found" ? [] : `${answer.engine}: ${answer.reason}`).join("; ");
  const message = `no local engine has this image (${tried}).`;
  const advice = "Build it first. With docker buildx (docker/build-push-action) set `load: true`, or name what the build wrote (docker-archive:FILE, oci:FOLDER). An image of a registry is not fetched: pull it first.";
  const answered2 = answers.some(({ kind }) => kind === "absent") && !answers.some(({ kind }) => kind === "failed");
  return answered2 ? new UsageError("image-not-found", message, advice) : new VerifyError("engine-unavailable", message, advice);
}
async function saveImage({ engine, program, id }, host) {
  const file = join2(await host.files.makeTempFolder(), "image.tar");
  const format = engine === "podman" ? ["--format", "docker-archive"] : [];
  const args = ["save", ...format, `sha256:${id}`];
  const result2 = await host.exec.run(program, args, {
    env: host.env.pick(ENVIRONMENT),
    timeoutMs: SAVE_MS,
    stdoutFile: file
  });
  if (result2.exitCode !== 0) {
    throw new VerifyError(
      "engine-save-failed",
      `${engine} could not write the image out: ${reasonOf(result2, SAVE_MS)}.`,
      "Look at the engine, and at the free space of the folder for temporary files.",
      `${program} ${args.join(" ")} ended with ${result2.exitCode ?? result2.signal}
${result2.stderr}`
    );
  }
  return file;
}
async function ask(engine, reference, host) {
  const program = await host.exec.which(engine);
  if (program === null) {
    return { kind: "not-installed", engine, reason: "not installed" };
  }
  const result2 = await host.exec.run(program, ["image", "inspect", reference], { env: host.env.pick(ENVIRONMENT), timeoutMs: ASK_MS }).catch(errorMessage);
  if (typeof result2 === "string") {
    return { kind: "failed", engine, reason: `cannot be started (${result2})` };
  }
  if (result2.exitCode !== 0) {
    const isAbsent = /no such (image|object)|image not known/i.test(result2.stderr);
    return isAbsent ? { kind: "absent", engine, reason: "no such image" } : { kind: "failed", engine, reason: reasonOf(result2, ASK_MS) };
  }
  return decodeAnswer(engine, program, result2.stdout);
}
function decodeAnswer(engine, program, stdout) {
  const first = inspected(stdout);
  if (first === null) {
    return { kind: "failed", engine, reason: "its answer is not understood" };
  }
  return { kind: "found", engine, program, id: first.Id.replace("sha256:", ""), names: first.RepoTags ?? [] };
}
function inspected(stdout) {
  try {
    return InspectSchema.parse(JSON.parse(stdout))[0] ?? null;
  } catch {
    return null;
  }
}
function reasonOf({ stderr, timedOut, exitCode, signal }, limitMs) {
  if (timedOut) {
    return `no answer within ${limitMs / 1e3} s`;
  }
  const line2 = stderr.split("\n").map((text6) => text6.replace(new RegExp("\\p{Cc}+", "gu"), " ").trim()).findLast((text6) => text6 !== "");
  return line2 === void 0 ? `ended with ${exitCode ?? signal}` : line2.slice(0, 300).replace(/\.+$/, "");
}

// src/evidence/image-locate.ts
import { join as join3, resolve as resolve2 } from "node:path";

// src/evidence/image-reference.ts
function parseImageReference2(text6) {
  const prefixed2 = /^(docker-archive|oci-archive|oci|registry):(.*)$/s.exec(text6);
  if (prefixed2 !== null) {
    return withPrefix(prefixed2[1] ?? "", prefixed2[2] ?? "", text6);
  }
  const isName = isImageName(text6);
  if (text6 === "" || text6.includes("\0")) {
    throw invalid(text6);
  }
  if (/^(\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(text6)) {
    return { kind: "path", path: text6, reference: null };
  }
  if (isName && /[:@]/.test(text6)) {
    return { kind: "engine", reference: text6 };
  }
  return { kind: "path", path: text6, reference: isName ? text6 : null };
}
function withPrefix(prefix2, rest, text6) {
  if (rest === "" || rest.includes("\0")) {
    throw invalid(text6);
  }
  switch (prefix2) {
    case "docker-archive":
      return { kind: "docker-archive", file: rest };
    case "oci-archive":
      return { kind: "oci-archive", file: rest };
    case "registry":
      return { kind: "registry", reference: rest };
    default:
      return { kind: "oci", ...splitTag(rest) };
  }
}
function splitTag(rest) {
  const match = /^(.{2,}|[^A-Za-z]):([^:\\/]+)$/s.exec(rest);
  return match === null ? { folder: rest, tag: null } : { folder: match[1] ?? "", tag: match[2] ?? "" };
}
var SEGMENT = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
var REGISTRY2 = "(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?";
var NAME = new RegExp(
  `^(?:(?:${REGISTRY2}/)?${SEGMENT}(?:/${SEGMENT})*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?|sha256:[0-9a-f]{1,64})$`
);
function isImageName(text6) {
  return text6.length <= 512 && NAME.test(text6);
}
function invalid(text6) {
  return new UsageError(
    "image-invalid",
    `${JSON.stringify(text6)} names no image.`,
    "Give a tag or id of the local engine, docker-archive:FILE, oci-archive:FILE, oci:FOLDER[:TAG], or a path."
  );
}
function repositoryOf2(name) {
  if (!isImageName(name) || /^(sha256:[0-9a-f]+|[0-9a-f]{64})$/.test(name)) {
    return null;
  }
  const segments = name.replace(/@.*$/, "").replace(/:[^/:]*$/, "").split("/");
  const [first = "", ...rest] = segments;
  const hasRegistry = rest.length > 0 && (/[.:[\]]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const path = hasRegistry ? rest : segments;
  return (path.length > 1 && path[0] === "library" ? path.slice(1) : path).join("/");
}
function sharedRepository(names) {
  const repositories = new Set(names.map(repositoryOf2));
  const [only = null] = repositories;
  return repositories.size === 1 ? only : null;
}

// src/evidence/image-locate.ts
async function locateImage(text6, workingDirectory, host) {
  const parsed = parseImageReference2(text6);
  switch (parsed.kind) {
    case "engine":
    case "registry":
      return parsed;
    case "oci":
      return { ...parsed, folder: resolve2(workingDirectory, parsed.folder) };
    case "docker-archive":
    case "oci-archive":
      return { ...parsed, file: resolve2(workingDirectory, parsed.file) };
    case "path":
      return fromPath(parsed, resolve2(workingDirectory, parsed.path), host);
  }
}
async function fromPath({ path, reference }, absolute, host) {
  const source = await sourceAt(absolute, host);
  if (source === null) {
    if (reference !== null) {
      return { kind: "engine", reference };
    }
    throw await host.files.stat(absolute) === null ? new UsageError(
      "image-not-found",
      "there is nothing at this path.",
      "Name the file or folder that the build wrote."
    ) : new UsageError(
      "image-invalid",
      "it is neither a docker-archive nor an OCI archive nor an OCI layout.",
      "Write the image with `docker save`, or with `docker buildx build --output type=oci,dest=FILE`."
    );
  }
  if (reference !== null && (await findInEngines(reference, host)).some((answer) => answer.kind === "found")) {
    throw new UsageError(
      "image-ambiguous",
      "it is both a path and the name of an image in the local engine.",
      `Write ./${path} for the path, or ${reference}:latest (with its tag) for the image.`
    );
  }
  return source;
}
async function sourceAt(path, host) {
  const found = await host.files.stat(path);
  if (found?.kind === "directory") {
    const index = await host.files.stat(join3(path, "index.json"));
    return index?.kind === "file" ? { kind: "oci", folder: path, tag: null } : null;
  }
  return found?.kind === "file" ? archiveAt(path, host) : null;
}
async function archiveAt(file, host) {
  let hasIndex = false;
  try {
    for await (const entry of readTar(decompressed(host.files.open(file)))) {
      if (entry.name === "manifest.json") {
        return { kind: "docker-archive", file };
      }
      hasIndex ||= /^(\.\/)?index\.json$/.test(entry.name);
    }
  } catch (error2) {
    if (error2 instanceof VerifyError) {
      return hasIndex ? { kind: "oci-archive", file } : null;
    }
    throw error2;
  }
  return hasIndex ? { kind: "oci-archive", file } : null;
}

// src/evidence/image-oci-archive.ts
import { join as join4 } from "node:path";
var WANTED = /^(oci-layout|index\.json|blobs\/sha256\/([0-9a-f]{64}))$/;
async function unpackOciArchive(file, host) {
  await requireFile(file, host.files);
  const folder2 = await host.files.makeTempFolder();
  await host.files.makeFolder(join4(folder2, "blobs", "sha256"));
  const budget = new Budget();
  const seen = /* @__PURE__ */ new Set();
  for await (const entry of readTar(decompressed(host.files.open(file)))) {
    budget.spendEntry(entry.name.length);
    const path = layerPath(entry.name, IMAGE_LIMITS.name).join("/");
    const match = WANTED.exec(path);
    if (match === null) {
      continue;
    }
    if (entry.kind !== "file") {
      throw damaged(`its ${path} is no regular file`);
    }
    if (seen.has(path)) {
      throw damaged(`it holds ${path} twice`);
    }
    seen.add(path);
    budget.spendBytes(entry.size);
    await unpack(entry, join4(folder2, path), match[2], host);
  }
  if (!seen.has("index.json")) {
    throw damaged("it holds no index.json");
  }
  return folder2;
}
async function unpack(entry, target, hex, host) {
  if (hex === void 0 && entry.size > IMAGE_LIMITS.document) {
    throw tooLarge(`its ${entry.name} has ${entry.size} bytes`);
  }
  const meter = new Meter();
  await host.files.save(target, meter.through(entry.content));
  const digest = meter.digest();
  if (hex !== void 0 && digest !== `sha256:${hex}`) {
    throw damaged(`the blob sha256:${hex} is not what its name says`);
  }
}

// src/evidence/image-oci-layout.ts
import { join as join6 } from "node:path";

// src/image/manifest.ts
var INDEX_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json"
];
var MANIFEST_TYPES = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
var CONFIG_TYPES = [
  "application/vnd.oci.image.config.v1+json",
  "application/vnd.docker.container.image.v1+json"
];
var LAYER_TYPE = /^application\/vnd\.(oci\.image\.layer(\.nondistributable)?\.v1\.tar(\+gzip|\+zstd)?|docker\.image\.rootfs(\.foreign)?\.diff\.tar(\.gzip|\.zstd)?)$/;
var text3 = string2().nullish();
var PlatformSchema = exact({ os: string2(), architecture: string2(), variant: text3 });
var DescriptorSchema = exact({
  mediaType: string2(),
  digest: string2().regex(/^sha256:[0-9a-f]{64}$/, "it is not a SHA-256 digest"),
  size: int().min(0),
  annotations: record(string2(), string2()).nullish(),
  platform: PlatformSchema.nullish()
}).transform(({ annotations, platform, ...rest }) => {
  const known2 = platform === null || platform === void 0 ? null : { ...platform, variant: platform.variant ?? "" };
  return { ...rest, annotations: annotations ?? {}, platform: known2 === null ? null : normalizePlatform(known2) };
});
var IndexSchema = exact({
  schemaVersion: literal(2),
  mediaType: text3,
  manifests: array(DescriptorSchema).max(IMAGE_LIMITS.manifests),
  config: _undefined3({ error: "it is an index and a manifest at once" }).optional(),
  layers: _undefined3({ error: "it is an index and a manifest at once" }).optional()
});
var ManifestSchema2 = exact({
  schemaVersion: literal(2),
  mediaType: text3,
  config: DescriptorSchema,
  layers: array(DescriptorSchema).max(IMAGE_LIMITS.layers),
  manifests: _undefined3({ error: "it is an index and a manifest at once" }).optional()
});
function isIndex({ mediaType }) {
  return INDEX_TYPES.includes(mediaType);
}
function isManifest({ mediaType }) {
  return MANIFEST_TYPES.includes(mediaType);
}
function decodeIndex(bytes, what) {
  const index = decodeJson(bytes, IndexSchema, what);
  sameType(index.mediaType, INDEX_TYPES, what);
  return index.manifests;
}
function decodeManifest(bytes, mediaType) {
  const what = "its manifest";
  const manifest = decodeJson(bytes, ManifestSchema2, what);
  sameType(manifest.mediaType, [mediaType], what);
  if (!CONFIG_TYPES.includes(manifest.config.mediaType)) {
    throw damaged(`it is no container image: its config is of the type ${shown(manifest.config.mediaType)}`);
  }
  const strange = manifest.layers.find((layer2) => !LAYER_TYPE.test(layer2.mediaType));
  if (strange !== void 0) {
    throw damaged(`a layer is of the type ${shown(strange.mediaType)}, which cannot be read`);
  }
  return { mediaType, config: manifest.config, layers: manifest.layers };
}
function sameType(stated, allowed, what) {
  if (stated !== null && stated !== void 0 && stated !== "" && !allowed.includes(stated)) {
    throw damaged(`${what} calls itself ${shown(stated)}`);
  }
}

// src/evidence/image-oci-index.ts
import { join as join5 } from "node:path";
async function candidatesOf(folder2, tag, files) {
  const what = "its index.json";
  const index = join5(folder2, "index.json");
  if ((await files.stat(index))?.kind !== "file") {
    throw damaged("it holds no index.json");
  }
  const top = decodeIndex(await files.readBytes(index, IMAGE_LIMITS.document), what);
  const named2 = tag === null ? top : top.filter((descriptor) => hasTag(descriptor, tag));
  if (tag !== null && named2.length === 0) {
    const names = [...new Set(top.flatMap(namesOf))].slice(0, 10).map(shown).join(", ");
    throw new UsageError(
      "image-not-found",
      `it has no image with the tag ${shown(tag)}${names === "" ? "" : `, only ${names}`}.`,
      "Name a tag it has, or leave the tag out."
    );
  }
  const search = new Search(folder2, files);
  await search.visit(named2, [], 0);
  return search.found;
}
var Search = class {
  found = [];
  #folder;
  #files;
  #seen = 0;
  constructor(folder2, files) {
    this.#folder = folder2;
    this.#files = files;
  }
  async visit(descriptors, names, depth) {
    for (const descriptor of descriptors) {
      this.#seen += 1;
      if (this.#seen > IMAGE_LIMITS.manifests || depth > IMAGE_LIMITS.indexDepth) {
        throw tooLarge("its index holds too many images");
      }
      const all = [...names, ...namesOf(descriptor)];
      if (isAttestation(descriptor)) {
        continue;
      }
      if (isIndex(descriptor)) {
        const bytes = await readDocument(this.#folder, descriptor, this.#files);
        await this.visit(decodeIndex(bytes, "an index in it"), all, depth + 1);
      } else if (isManifest(descriptor)) {
        this.found.push({ descriptor, names: all, platform: await this.#platformOf(descriptor) });
      } else {
        throw damaged(`its index names something of the type ${shown(descriptor.mediaType)}, which is no image`);
      }
    }
  }
  /** What the descriptor says, checked once the image is chosen; else what the config says. */
  async #platformOf(descriptor) {
    if (descriptor.platform !== null) {
      return descriptor.platform;
    }
    const manifest = decodeManifest(await readDocument(this.#folder, descriptor, this.#files), descriptor.mediaType);
    return decodeConfig(await readDocument(this.#folder, manifest.config, this.#files)).platform;
  }
};

// src/evidence/image-oci-layout.ts
var LayoutSchema = exact({ imageLayoutVersion: literal("1.0.0") });
async function prepareOciLayout(folder2, tag, asked, host) {
  await checkLayout(folder2, host.files);
  const candidates = await candidatesOf(folder2, tag, host.files);
  const chosen = chooseManifest(candidates, asked, machinePlatform(host.machine.arch));
  const { manifest, config: config2 } = await readImage(folder2, chosen, host.files);
  return {
    trivyInput: await stage(folder2, chosen.descriptor, host.files),
    load: async (capture, budget) => ({
      config: config2,
      digest: chosen.descriptor.digest,
      layers: await readLayers(folder2, manifest, capture, budget, host.files),
      // A ref name is often a bare tag, which names nothing.
      names: chosen.names.filter((name) => /[:/]/.test(name))
    })
  };
}
async function checkLayout(folder2, files) {
  const found = await files.stat(folder2);
  const mark = join6(folder2, "oci-layout");
  if (found?.kind !== "directory" || (await files.stat(mark))?.kind !== "file") {
    throw new UsageError(
      "image-not-found",
      found?.kind === "directory" ? "it is no OCI layout: it holds no file oci-layout." : "there is no such folder.",
      "Name the folder that the build wrote, or docker-archive:FILE for what `docker save` wrote."
    );
  }
  decodeJson(await files.readBytes(mark, IMAGE_LIMITS.document), LayoutSchema, "its oci-layout");
}
async function readImage(folder2, { descriptor, platform }, files) {
  const manifest = decodeManifest(await readDocument(folder2, descriptor, files), descriptor.mediaType);
  const config2 = await readDocument(folder2, manifest.config, files);
  const found = decodeConfig(config2).platform;
  if (!matchesPlatform(platform, found)) {
    throw damaged(`its index says ${formatPlatform(platform)} where its config says ${formatPlatform(found)}`);
  }
  return { manifest, config: config2 };
}
async function readLayers(folder2, { layers }, capture, budget, files) {
  const listings = [];
  for (const [index, descriptor] of layers.entries()) {
    const path = await requireBlob(folder2, descriptor, files);
    const listing = await readLayer(files.open(path), capture, budget);
    if (listing.digest !== descriptor.digest || listing.size !== descriptor.size) {
      throw damaged(`layer ${index + 1} of ${layers.length} is not what its digest ${descriptor.digest} says`);
    }
    listings.push(listing);
  }
  return listings;
}
async function stage(folder2, descriptor, files) {
  const staged = await files.makeTempFolder();
  const { mediaType, digest, size } = descriptor;
  await files.writeText(join6(staged, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  await files.writeText(
    join6(staged, "index.json"),
    JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size }] })
  );
  await files.symlink(join6(folder2, "blobs"), join6(staged, "blobs"));
  return staged;
}

// src/evidence/open-image.ts
async function openImage(reference, options, host) {
  try {
    const platform = options.platform === null ? null : parsePlatform(options.platform);
    const source = await locateImage(reference, options.workingDirectory, host);
    const { prepared, repository } = await prepare(source, platform, host);
    const { evidence, names } = await read(prepared, { reference, platform, texts: options.texts });
    return { evidence, trivyInput: prepared.trivyInput, repository: repository ?? sharedRepository(names) };
  } catch (error2) {
    throw about(reference, error2);
  }
}
async function prepare(source, platform, host) {
  switch (source.kind) {
    case "engine": {
      const found = await findImage(source.reference, host);
      const isId = found.id.startsWith(source.reference.replace("sha256:", ""));
      const prepared = await prepareDockerArchive(await saveImage(found, host), host);
      return { prepared, repository: isId ? sharedRepository(found.names) : repositoryOf2(source.reference) };
    }
    case "docker-archive":
      return { prepared: await prepareDockerArchive(source.file, host), repository: null };
    case "oci-archive": {
      const folder2 = await unpackOciArchive(source.file, host);
      return { prepared: await prepareOciLayout(folder2, null, platform, host), repository: null };
    }
    case "oci":
      return { prepared: await prepareOciLayout(source.folder, source.tag, platform, host), repository: null };
    case "registry":
      throw new UsageError(
        "registry-not-supported",
        "images are not read from registries yet.",
        `Pull it first (docker pull ${source.reference}) and name it without the prefix.`
      );
  }
}
async function read(prepared, options) {
  let capture = captureNames(options.texts);
  for (let readings = 0; readings < 2; readings += 1) {
    const stored = await prepared.load(capture, new Budget());
    const assembled = assemble(stored, options);
    if (assembled.kind === "complete") {
      return { evidence: assembled.evidence, names: stored.names };
    }
    const needed = new Set(assembled.paths);
    const first = captureNames(options.texts);
    capture = (path) => needed.has(path) || first(path);
  }
  throw damaged("its text files take more room than any real ones");
}
function about(reference, error2) {
  const named2 = (message) => `${reference}: ${message}`;
  if (error2 instanceof UsageError) {
    return new UsageError(error2.code, named2(error2.message), error2.advice);
  }
  if (error2 instanceof VerifyError) {
    return new VerifyError(error2.code, named2(error2.message), error2.advice, error2.detail);
  }
  const code2 = errorCode(error2);
  if (code2 === "EFBIG") {
    return about(reference, tooLarge(`one of its documents has more than ${IMAGE_LIMITS.document} bytes`));
  }
  if (/^E[A-Z0-9]+$/.test(code2)) {
    return new VerifyError(
      "image-unreadable",
      named2(`it could not be read (${errorMessage(error2)}).`),
      code2 === "ENOSPC" ? "Free some space in the folder for temporary files." : "Look whether this user may read it, and whether something else changes it meanwhile."
    );
  }
  return error2;
}

// src/evidence/read-dockerfile.ts
import { relative, resolve as resolve3, sep } from "node:path";

// src/dockerfile/base-config.ts
function baseFromImageConfig(raw) {
  const config2 = raw.config ?? {};
  return {
    os: raw.os ?? "",
    config: {
      user: known(config2.User || null),
      exposedPorts: knownList(Object.keys(config2.ExposedPorts ?? {}).toSorted()),
      healthcheck: known(healthcheck(config2.Healthcheck)),
      entrypoint: known(config2.Entrypoint ?? null),
      cmd: known(config2.Cmd ?? null),
      env: knownList(config2.Env ?? []),
      workingDir: known(config2.WorkingDir || null),
      labels: knownList(Object.entries(config2.Labels ?? {}).map(([key, value]) => `${key}=${value}`)),
      volumes: knownList(Object.keys(config2.Volumes ?? {}).toSorted()),
      stopSignal: known(config2.StopSignal || null),
      shell: known(config2.Shell ?? null)
    },
    onBuild: (config2.OnBuild ?? []).map(known)
  };
}
function unresolvedBase(os) {
  const nothing = { value: null, known: false, from: null };
  const some = { entries: [], complete: false };
  return {
    os,
    config: {
      user: nothing,
      exposedPorts: some,
      healthcheck: nothing,
      entrypoint: nothing,
      cmd: nothing,
      env: some,
      workingDir: nothing,
      labels: some,
      volumes: some,
      stopSignal: nothing,
      shell: nothing
    },
    onBuild: []
  };
}
function scratchBase(os) {
  return baseFromImageConfig({ os, config: { WorkingDir: "/" } });
}
function known(value) {
  return { value, known: true, from: null };
}
function knownList(values) {
  return { entries: values.map(known), complete: true };
}
function healthcheck(raw) {
  if (raw === null || raw === void 0) return null;
  return {
    test: raw.Test ?? [],
    interval: raw.Interval ?? 0,
    timeout: raw.Timeout ?? 0,
    startPeriod: raw.StartPeriod ?? 0,
    startInterval: raw.StartInterval ?? 0,
    retries: raw.Retries ?? 0
  };
}

// src/dockerfile/dockerfile-error.ts
var DockerfileError = class extends Error {
  name = "DockerfileError";
  line;
  constructor(message, line2) {
    super(message);
    this.line = line2;
  }
};
var Rejection = class extends Error {
  name = "Rejection";
};
var Overload = class extends Rejection {
};
function atLine(line2, work) {
  try {
    return work();
  } catch (error2) {
    throw error2 instanceof Rejection ? new DockerfileError(error2.message, line2) : error2;
  }
}

// src/dockerfile/budget.ts
var MAX_SUBSTITUTED = 2 ** 26;
var MAX_TRIGGERS = 1e5;
var Budget2 = class {
  #substituted = 0;
  #triggers = 0;
  /** Throws Overload. */
  spendCharacters(characters) {
    this.#substituted += characters;
    if (this.#substituted > MAX_SUBSTITUTED) throw new Overload("the values of variables add up to more than 64 MiB");
  }
  /** Throws Overload. */
  spendTrigger() {
    this.#triggers += 1;
    if (this.#triggers > MAX_TRIGGERS) throw new Overload(`more than ${MAX_TRIGGERS} ONBUILD instructions would run`);
  }
};

// src/dockerfile/port-set.ts
var PORTS = 65536;
var PortSet = class {
  #entries = /* @__PURE__ */ new Map();
  #next = /* @__PURE__ */ new Map();
  add(range, known2, from) {
    const next = this.#nextFree(range.protocol);
    for (let port = find(next, range.start); port <= range.end; port = find(next, port)) {
      this.addEntry({ value: `${port}/${range.protocol}`, known: known2, from });
      next[port] = port + 1;
    }
  }
  /** An entry as an image config has it. */
  addEntry(entry) {
    if (!this.#entries.has(entry.value)) this.#entries.set(entry.value, entry);
  }
  sorted() {
    return [...this.#entries.values()].sort((a, b) => a.value < b.value ? -1 : 1);
  }
  #nextFree(protocol) {
    const known2 = this.#next.get(protocol);
    if (known2 !== void 0) return known2;
    const fresh = Uint32Array.from({ length: PORTS + 1 }, (_, port) => port);
    this.#next.set(protocol, fresh);
    return fresh;
  }
};
function find(next, from) {
  let root = from;
  while (next[root] !== void 0 && next[root] !== root) root = next[root] ?? root;
  for (let at = from; at !== root; ) {
    const step = next[at] ?? root;
    next[at] = root;
    at = step;
  }
  return root;
}

// src/dockerfile/effective-config.ts
function toEffectiveConfig(state) {
  const lists = collect2(state);
  return {
    user: state.user,
    exposedPorts: lists.ports,
    healthcheck: state.healthcheck,
    entrypoint: state.entrypoint,
    cmd: state.cmd,
    env: lists.env,
    workingDir: state.workingDir,
    labels: lists.labels,
    volumes: lists.volumes,
    stopSignal: state.stopSignal,
    shell: state.shell
  };
}
function collect2(state) {
  const ports = new PortSet();
  const env = new EnvList();
  const labels = /* @__PURE__ */ new Map();
  const volumes = /* @__PURE__ */ new Map();
  let complete = { exposedPorts: true, env: true, labels: true, volumes: true };
  for (const { known: known2, from, ...addition } of inOrder(state)) {
    if (addition.kind === "env") env.set(addition.name, { value: `${addition.name}=${addition.value}`, known: known2, from });
    else if (addition.kind === "label") {
      labels.set(addition.name, { value: `${addition.name}=${addition.value}`, known: known2, from });
    } else if (addition.kind === "volume") addNew(volumes, { value: addition.path, known: known2, from });
    else if (addition.kind === "expose") ports.add(addition.range, known2, from);
    else {
      const { config: config2 } = addition.base;
      const placed = (list2) => list2.entries.map((entry) => ({ ...entry, from: entry.from ?? addition.line }));
      for (const entry of placed(config2.exposedPorts)) ports.addEntry(entry);
      for (const entry of placed(config2.env)) env.add(entry);
      for (const entry of placed(config2.labels)) labels.set(keyOf(entry.value), entry);
      for (const entry of placed(config2.volumes)) addNew(volumes, entry);
      complete = {
        exposedPorts: config2.exposedPorts.complete,
        env: config2.env.complete,
        labels: config2.labels.complete,
        volumes: config2.volumes.complete
      };
    }
  }
  return {
    ports: { entries: ports.sorted(), complete: complete.exposedPorts },
    env: { entries: env.entries, complete: complete.env },
    labels: { entries: [...labels.values()], complete: complete.labels },
    volumes: { entries: [...volumes.values()], complete: complete.volumes }
  };
}
function inOrder(state) {
  const additions = [];
  for (let node2 = state.additions; node2 !== null; node2 = node2.before) additions.push(node2.last);
  return additions.reverse();
}
var EnvList = class {
  entries = [];
  #places = /* @__PURE__ */ new Map();
  set(name, entry) {
    const place = this.#places.get(name);
    if (place === void 0) this.add(entry);
    else this.entries[place] = entry;
  }
  add(entry) {
    const name = keyOf(entry.value);
    if (!this.#places.has(name)) this.#places.set(name, this.entries.length);
    this.entries.push(entry);
  }
};
function keyOf(entry) {
  const equals = entry.indexOf("=");
  return equals < 0 ? entry : entry.slice(0, equals);
}
function addNew(entries, entry) {
  if (!entries.has(entry.value)) entries.set(entry.value, entry);
}

// src/dockerfile/go-values.ts
function parseBool(text6, what) {
  if (["1", "t", "T", "TRUE", "true", "True"].includes(text6)) return true;
  if (["0", "f", "F", "FALSE", "false", "False"].includes(text6)) return false;
  throw new Rejection(`invalid value for ${what}: ${text6}`);
}
function parseInteger(text6) {
  if (!/^[+-]?[0-9]+$/.test(text6)) return null;
  const value = Number(text6);
  return Math.abs(value) < 2 ** 63 ? value : null;
}
function parseUnsigned(text6, base) {
  if (!(base === 8 ? /^[0-7]+$/ : /^[0-9]+$/).test(text6)) return null;
  const value = Number.parseInt(text6, base);
  return value < 2 ** 32 ? value : null;
}
var UNITS = /* @__PURE__ */ new Map([
  ["ns", 1n],
  ["us", 1000n],
  ["\xB5s", 1000n],
  ["\u03BCs", 1000n],
  ["ms", 1000000n],
  ["s", 1000000000n],
  ["m", 60000000000n],
  ["h", 3600000000000n]
]);
var PART = /([0-9]*)(?:\.([0-9]*))?([^0-9.]+)/y;
var LIMIT = 2n ** 63n;
function parseDuration(text6) {
  const invalid2 = new Rejection(`invalid duration "${text6}"`);
  const negative = text6.startsWith("-");
  const body = /^[+-]/.test(text6) ? text6.slice(1) : text6;
  if (body === "0") return 0;
  if (body === "" || body.length > 200) throw invalid2;
  let total = 0n;
  for (let at = 0; at < body.length; at = PART.lastIndex) {
    PART.lastIndex = at;
    const part = PART.exec(body);
    const unit = UNITS.get(part?.[3] ?? "");
    const whole = part?.[1] ?? "";
    const fraction = (part?.[2] ?? "").slice(0, 18);
    if (part === null || unit === void 0 || whole === "" && fraction === "") throw invalid2;
    total += BigInt(whole || "0") * unit + BigInt(fraction || "0") * unit / 10n ** BigInt(fraction.length);
    if (total >= LIMIT + (negative ? 1n : 0n)) throw invalid2;
  }
  return negative ? -Number(total) : Number(total);
}
function isMemorySize(text6) {
  return /^\+?(?:[0-9]+(?:_[0-9]+)*\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)? ?(?:b|[kmgtp](?:i?b)?)?$/i.test(text6);
}

// src/dockerfile/platform.ts
var OS = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.%-]*)((?:\+[A-Za-z0-9_.%-]+)*)\))?$/;
var PART2 = /^[A-Za-z0-9_.-]+$/;
var KNOWN_OS = "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos";
var KNOWN_ARCHITECTURES = "386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm";
function parsePlatform2(text6) {
  const invalid2 = new Rejection(`invalid platform "${text6}"`);
  const [first = "", second, third, ...more] = text6.split("/");
  const match = OS.exec(first);
  if (match === null || more.length > 0) throw invalid2;
  if ([second, third].some((part) => part !== void 0 && !PART2.test(part))) throw invalid2;
  const os = match[1]?.toLowerCase() === "macos" ? "darwin" : (match[1] ?? "").toLowerCase();
  const osVersion = match[2] ?? "";
  if (second !== void 0) {
    const { architecture: architecture3, variant: variant2 } = normalize(second, third ?? "");
    if (third === void 0) return { os, osVersion, architecture: architecture3, variant: bareArm(architecture3, variant2) };
    return { os, osVersion, architecture: architecture3, variant: architecture3 === "arm64" && variant2 === "" ? "v8" : variant2 };
  }
  if (KNOWN_OS.split(" ").includes(os)) return { os, osVersion, architecture: "amd64", variant: "" };
  const { architecture: architecture2, variant } = normalize(first, "");
  if (!KNOWN_ARCHITECTURES.split(" ").includes(architecture2)) throw invalid2;
  return { os: "linux", osVersion, architecture: architecture2, variant: bareArm(architecture2, variant) };
}
function formatPlatform2(platform) {
  return [platform.os, platform.architecture, platform.variant].filter((part) => part !== "").join("/");
}
function formatPlatformFully(platform) {
  const os = platform.osVersion === "" ? platform.os : `${platform.os}(${platform.osVersion})`;
  return formatPlatform2({ ...platform, os });
}
function bareArm(architecture2, variant) {
  return architecture2 === "arm" && variant === "v7" ? "" : variant;
}
function normalize(architectureText, variantText) {
  const architecture2 = architectureText.toLowerCase();
  const variant = variantText.toLowerCase();
  switch (architecture2) {
    case "i386":
      return { architecture: "386", variant: "" };
    case "x86_64":
    case "x86-64":
    case "amd64":
      return { architecture: "amd64", variant: variant === "v1" ? "" : variant };
    case "aarch64":
    case "arm64":
      return { architecture: "arm64", variant: ARM64_VARIANTS.get(variant) ?? variant };
    case "armhf":
      return { architecture: "arm", variant: "v7" };
    case "armel":
      return { architecture: "arm", variant: "v6" };
    case "arm":
      return { architecture: architecture2, variant: ARM_VARIANTS.get(variant) ?? variant };
    default:
      return { architecture: architecture2, variant };
  }
}
var ARM64_VARIANTS = /* @__PURE__ */ new Map([
  ["8", ""],
  ["v8", ""],
  ["v8.0", ""],
  ["9", "v9"],
  ["9.0", "v9"],
  ["v9.0", "v9"]
]);
var ARM_VARIANTS = /* @__PURE__ */ new Map([
  ["", "v7"],
  ["7", "v7"],
  ["5", "v5"],
  ["6", "v6"],
  ["8", "v8"]
]);

// src/dockerfile/char-cursor.ts
var PLAIN = /[^$'"<\\`}/]+/y;
var SPECIAL_PARAMETER = /[@*#?\-$!0]/;
var LETTER = /[\p{L}\p{Nd}_]/u;
var DIGIT = new RegExp("\\p{Nd}", "u");
var CharCursor = class {
  #source;
  #at;
  constructor(source) {
    this.#source = source;
    this.#at = source.startsWith("\uFEFF") ? 1 : 0;
  }
  get atEnd() {
    return this.#at >= this.#source.length;
  }
  /** The next character, or '' at the end. */
  peek() {
    const code2 = this.#source.codePointAt(this.#at);
    return code2 === void 0 ? "" : String.fromCodePoint(code2);
  }
  /** Takes the next character. */
  next() {
    const char = this.peek();
    this.#at += char.length;
    return char;
  }
  /** Takes all up to and with `end`, and returns it without `end`; null, and nothing taken, when there is none. */
  takeThrough(end) {
    const found = this.#source.indexOf(end, this.#at);
    if (found < 0) return null;
    const text6 = this.#source.slice(this.#at, found);
    this.#at = found + end.length;
    return text6;
  }
  /** Takes all up to the next character that can mean something to the lexer; '' when it stands at one. */
  takePlain() {
    PLAIN.lastIndex = this.#at;
    const run = PLAIN.exec(this.#source)?.[0] ?? "";
    this.#at += run.length;
    return run;
  }
  takeWhile(accept) {
    const start = this.#at;
    while (!this.atEnd && accept(this.peek())) this.next();
    return this.#source.slice(start, this.#at);
  }
  /** Takes a variable's name: digits, one special parameter, or letters, digits and underscores; '' when there is none. */
  takeName() {
    const first = this.peek();
    if (DIGIT.test(first)) return this.takeWhile((char) => DIGIT.test(char));
    if (SPECIAL_PARAMETER.test(first)) return this.next();
    return this.takeWhile((char) => LETTER.test(char));
  }
};

// src/dockerfile/pattern.ts
var MAX_STATES = 2 ** 26;
function trimPrefix(value, pattern, greedy) {
  const chars = Array.from(value);
  return chars.slice(prefixLength(chars, parsePattern(Array.from(pattern)), greedy)).join("");
}
function trimSuffix(value, pattern, greedy) {
  const chars = Array.from(value).reverse();
  const length = prefixLength(chars, parsePattern(reversePattern(Array.from(pattern))), greedy);
  return chars.slice(length).reverse().join("");
}
function replaceFirst(value, pattern, replacement) {
  const chars = Array.from(value);
  const match = new Matcher(chars, parsePattern(Array.from(pattern)), true).find(0);
  if (match === null) return value;
  return chars.slice(0, match.start).join("") + replacement + chars.slice(match.end).join("");
}
function replaceAll(value, pattern, replacement) {
  const chars = Array.from(value);
  const matcher = new Matcher(chars, parsePattern(Array.from(pattern)), true);
  const out = [];
  let copied = 0;
  for (let at = 0; at <= chars.length; ) {
    const match = matcher.find(at);
    if (match === null) break;
    out.push(chars.slice(copied, match.start).join(""));
    if (match.end > copied || match.start === 0) {
      out.push(expandTemplate(replacement, chars.slice(match.start, match.end).join("")));
    }
    copied = match.end;
    at = Math.max(match.end, at + 1);
  }
  out.push(chars.slice(copied).join(""));
  return out.join("");
}
function expandTemplate(template, whole) {
  return template.replace(
    /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu,
    (all, bare, braced) => {
      if (all === "$$") return "$";
      return /^0+$/.test(bare ?? braced ?? "") ? whole : "";
    }
  );
}
function prefixLength(chars, pattern, greedy) {
  return new Matcher(chars, pattern, greedy).matchAt(0) ?? 0;
}
function parsePattern(chars) {
  const tokens = [];
  for (let at = chars[0] === "\uFEFF" ? 1 : 0; at < chars.length; at++) {
    const char = chars[at] ?? "";
    if (char === "*") tokens.push({ kind: "run" });
    else if (char === "?") tokens.push({ kind: "any" });
    else if (char !== "\\") tokens.push({ kind: "literal", char });
    else if (chars[at + 1] !== "}" && chars[at + 1] !== "/") {
      at += 1;
      const escaped = chars[at] ?? "";
      if (!["*", "?", "\\"].includes(escaped)) throw new Rejection(`invalid escape '\\${escaped}' in a pattern`);
      tokens.push({ kind: "literal", char: escaped });
    }
  }
  return tokens;
}
function reversePattern(chars) {
  const out = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? "";
    if (char === "\\" && at + 1 < chars.length) {
      at += 1;
      out.push(chars[at] ?? "", char);
    } else out.push(char);
  }
  return out.reverse();
}
var Matcher = class {
  #chars;
  #pattern;
  #greedy;
  #tried;
  constructor(chars, pattern, greedy) {
    const states = (chars.length + 1) * (pattern.length + 1);
    if (states > MAX_STATES) throw new Rejection("a pattern and its value are too long to be matched");
    this.#chars = chars;
    this.#pattern = pattern;
    this.#greedy = greedy;
    this.#tried = new Uint8Array(states);
  }
  /** The first match that starts at `from` or later. Calls must go forward. */
  find(from) {
    this.#forget(from);
    for (let start = from; start <= this.#chars.length; start++) {
      const end = this.matchAt(start);
      if (end !== null) return { start, end };
    }
    return null;
  }
  /** The end of the match that starts exactly here, or null. */
  matchAt(start) {
    const width = this.#pattern.length + 1;
    const open3 = [start * width];
    for (let state = open3.pop(); state !== void 0; state = open3.pop()) {
      if (this.#tried[state] === 1) continue;
      this.#tried[state] = 1;
      const text6 = Math.floor(state / width);
      const token = this.#pattern[state - text6 * width];
      if (token === void 0) return text6;
      const char = this.#chars[text6];
      const free = char !== void 0 && char !== "\n";
      if (token.kind === "run") {
        const [skip, take] = [state + 1, state + width];
        if (!free) open3.push(skip);
        else open3.push(...this.#greedy ? [skip, take] : [take, skip]);
      } else if (token.kind === "any" ? free : char === token.char) open3.push(state + width + 1);
    }
    return null;
  }
  /** What the previous match passed through at its end was no failure. */
  #forget(place) {
    const width = this.#pattern.length + 1;
    this.#tried.fill(0, place * width, (place + 1) * width);
  }
};

// src/dockerfile/substitution.ts
function substitute(name, value, operator, colon, operand, pattern = "") {
  const missing2 = value === null || colon && value === "";
  const held = value ?? "";
  switch (operator) {
    case "-":
      return { text: missing2 ? operand : held, operandUsed: missing2, needsValue: false };
    case "+":
      return { text: missing2 ? "" : operand, operandUsed: !missing2, needsValue: false };
    case "?":
      if (missing2)
        throw new Rejection(`${name}: ${operand || `is not allowed to be ${value === null ? "unset" : "empty"}`}`);
      return { text: held, operandUsed: false, needsValue: false };
    case "#":
    case "%": {
      const greedy = operand.startsWith(operator);
      const cut2 = operator === "#" ? trimPrefix : trimSuffix;
      return { text: cut2(held, greedy ? operand.slice(1) : operand, greedy), operandUsed: true, needsValue: true };
    }
    case "/":
      return { text: replaceFirst(held, pattern, operand), operandUsed: true, needsValue: true };
    case "//":
      return { text: replaceAll(held, pattern, operand), operandUsed: true, needsValue: true };
  }
}

// src/dockerfile/blanks.ts
var SPACES = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
var SPACE = new RegExp(`[${SPACES}]`);
var BLANK_RUN = /[\t\v\f\r ]+/;
function isSpace(char) {
  return char <= " " ? char === " " || char >= "	" && char <= "\r" : char > "\x84" && SPACE.test(char);
}
function trimStart(text6) {
  let start = 0;
  while (start < text6.length && isSpace(text6.charAt(start))) start++;
  return text6.slice(start);
}
function trim(text6) {
  let end = text6.length;
  while (end > 0 && isSpace(text6.charAt(end - 1))) end--;
  return trimStart(text6.slice(0, end));
}
function trimLineEnd(line2) {
  let end = line2.length;
  while (end > 0 && (line2[end - 1] === "\n" || line2[end - 1] === "\r")) end--;
  return line2.slice(0, end);
}
function splitBlanks(text6) {
  return text6.split(BLANK_RUN);
}
function cutBlank(text6) {
  const run = BLANK_RUN.exec(text6);
  return run === null ? null : [text6.slice(0, run.index), text6.slice(run.index + run[0].length)];
}
function cut(text6, separator) {
  const at = text6.indexOf(separator);
  return at < 0 ? [text6, null] : [text6.slice(0, at), text6.slice(at + separator.length)];
}

// src/dockerfile/word-collector.ts
var WordCollector = class {
  words = [];
  #text = "";
  /** Text in which white space divides. */
  addSplit(text6) {
    let start = 0;
    for (let at = 0; at < text6.length; at++) {
      if (!isSpace(text6.charAt(at))) continue;
      this.#text += text6.slice(start, at);
      this.finish();
      start = at + 1;
    }
    this.#text += text6.slice(start);
  }
  addRaw(text6) {
    this.#text += text6;
  }
  /**
   * Forgets the word so far. BuildKit collects all words of a source in one buffer and empties it for the operand of a
   * substitution, so that `EXPOSE 80${x:-80}` exposes 80; and so must we.
   */
  drop() {
    this.#text = "";
  }
  finish() {
    if (this.#text !== "") this.words.push(this.#text);
    this.#text = "";
  }
};

// src/dockerfile/word-frame.ts
function add(frame, text6, joining) {
  frame.text += text6;
  if (joining === "raw") frame.words?.addRaw(text6);
  else frame.words?.addSplit(text6);
}
function addTraits(frame, traits, joining) {
  add(frame, traits.text, joining);
  frame.known &&= traits.known;
  frame.unset ??= traits.unset;
}

// src/dockerfile/shell-word.ts
function expandWord(source, scope, options) {
  if (options.split !== true && !/[$'"<\uFEFF\\`]/.test(source)) {
    return { text: source, words: [], known: true, unset: null };
  }
  return new Lexer(source, scope, options).run();
}
var Lexer = class {
  #cursor;
  #scope;
  #options;
  #rawQuotes;
  #stack = [];
  constructor(source, scope, options) {
    this.#cursor = new CharCursor(source);
    this.#scope = scope;
    this.#options = options;
    this.#rawQuotes = options.raw !== void 0;
  }
  run() {
    let result2 = { text: "", known: true, unset: null };
    const words2 = this.#options.split === true ? new WordCollector() : null;
    const rawEscapes = this.#options.raw === "quotes-and-escapes";
    this.#pushText({ stop: "", rawEscapes, pattern: false, words: words2 }, (traits) => {
      result2 = traits;
    });
    for (let frame = this.#stack.at(-1); frame !== void 0; frame = this.#stack.at(-1)) {
      if (frame.kind === "text") this.#readText(frame);
      else this.#readDouble(frame);
    }
    return { text: result2.text, words: words2?.words ?? [], known: result2.known, unset: result2.unset };
  }
  #pushText(place, done) {
    this.#stack.push({ kind: "text", ...place, done, text: "", known: true, unset: null });
  }
  #pushOperand(stop, pattern, rawEscapes, done) {
    this.#stack[0]?.words?.drop();
    this.#pushText({ stop, rawEscapes, pattern, words: null }, done);
  }
  #pop(frame) {
    frame.words?.finish();
    this.#stack.pop();
    frame.done(frame);
  }
  /** Reads until the frame ends or another one has to be read first. */
  #readText(frame) {
    const depth = this.#stack.length;
    while (this.#stack.length === depth) {
      add(frame, this.#cursor.takePlain(), "split");
      if (this.#cursor.atEnd) {
        if (frame.stop !== "") throw new Rejection(`syntax error: missing '${frame.stop}' in a substitution`);
        this.#pop(frame);
        return;
      }
      const char = this.#cursor.next();
      if (char === frame.stop) {
        this.#pop(frame);
        return;
      }
      if (char === "$") this.#dollar(frame);
      else if (char === "<") add(frame, this.#possibleHeredoc(), "raw");
      else if (char === "'" && this.#options.plainQuotes !== true) add(frame, this.#singleQuoted(frame.pattern), "raw");
      else if (char === '"' && this.#options.plainQuotes !== true) this.#openDouble(frame);
      else if (char !== this.#options.escapeToken) add(frame, char, "split");
      else {
        if (frame.rawEscapes) add(frame, char, "raw");
        if (!this.#cursor.atEnd) add(frame, this.#cursor.next(), "raw");
      }
    }
  }
  #openDouble(frame) {
    this.#stack.push({
      kind: "double",
      stop: '"',
      rawEscapes: frame.rawEscapes,
      pattern: frame.pattern,
      words: null,
      done: (traits) => addTraits(frame, traits, "raw"),
      text: this.#rawQuotes ? '"' : "",
      known: true,
      unset: null
    });
  }
  #readDouble(frame) {
    const depth = this.#stack.length;
    while (this.#stack.length === depth) {
      frame.text += this.#cursor.takePlain();
      if (this.#cursor.atEnd) throw new Rejection("a double quote is not closed");
      const char = this.#cursor.next();
      if (char === '"') {
        if (this.#rawQuotes) frame.text += char;
        this.#pop(frame);
        return;
      }
      if (char === "$") this.#dollar(frame);
      else if (char === this.#options.escapeToken) this.#escapeInDouble(frame, char);
      else frame.text += char;
    }
  }
  /** Only the quote, the dollar and the escape itself can be escaped; any other escape character stays. */
  #escapeInDouble(frame, char) {
    if (this.#cursor.atEnd) return;
    const next = this.#cursor.peek();
    if (next === '"' || next === "$" || next === char) {
      if (frame.rawEscapes) frame.text += char;
      frame.text += this.#cursor.next();
    } else {
      if (frame.rawEscapes && (!this.#rawQuotes || frame.pattern)) frame.text += char;
      frame.text += char;
    }
  }
  #singleQuoted(pattern) {
    const inner = this.#cursor.takeThrough("'");
    if (inner === null) throw new Rejection("a single quote is not closed");
    const { escapeToken } = this.#options;
    const text6 = pattern ? inner.replaceAll(escapeToken, () => escapeToken + escapeToken) : inner;
    return this.#rawQuotes ? `'${text6}'` : text6;
  }
  /** Blanks between `<<` and its delimiter belong to the word. */
  #possibleHeredoc() {
    if (this.#cursor.peek() !== "<") return "<";
    this.#cursor.next();
    return `<<${this.#cursor.takeWhile((char) => char === " " || char === "	" || char === "\r")}`;
  }
  #dollar(frame) {
    if (this.#cursor.peek() !== "{") {
      const name2 = this.#cursor.takeName();
      const variable = name2 === "" ? null : this.#scope.lookup(name2);
      const unset = name2 !== "" && variable === null;
      this.#put(frame, name2 === "" || unset && this.#options.keepUnset === true ? `$${name2}` : null, name2, variable);
      return;
    }
    this.#cursor.next();
    const first = this.#cursor.peek();
    if (first === "") throw new Rejection("syntax error: missing '}' in a substitution");
    if (first === "{" || first === "}" || first === ":") throw new Rejection("syntax error: bad substitution");
    const name = this.#cursor.takeName();
    const char = this.#cursor.next();
    if (char === "}") {
      const variable = this.#scope.lookup(name);
      this.#put(frame, variable === null && this.#options.keepUnset === true ? `\${${name}}` : null, name, variable);
    } else if (char === "/") this.#openReplacement(frame, name);
    else this.#openOperand(frame, name, char);
  }
  /** Puts a variable into the text, or, when `literal` is not null, that text instead. */
  #put(frame, literal2, name, variable) {
    if (literal2 !== null) {
      add(frame, literal2, "split");
      return;
    }
    this.#scope.spend(variable?.value.length ?? 0);
    const known2 = variable === null ? this.#scope.complete : variable.known;
    addTraits(frame, { text: variable?.value ?? "", known: known2, unset: variable === null ? name : null }, "split");
  }
  #openOperand(frame, name, first) {
    const colon = first === ":";
    const operator = colon ? this.#cursor.next() : first;
    const pattern = operator === "#" || operator === "%";
    const written = colon ? `:${operator}` : operator;
    const tolerated = colon && this.#options.keepUnset === true;
    if (operator === "" || colon && pattern || !("+-?#%".includes(operator) || tolerated)) {
      throw new Rejection(`unsupported modifier (${written}) in substitution`);
    }
    this.#pushOperand("}", pattern, pattern, (operand) => {
      const variable = this.#scope.lookup(name);
      if (variable === null && this.#options.keepUnset === true) {
        add(frame, `\${${name}${written}${operand.text}}`, "split");
        return;
      }
      this.#finish(
        frame,
        name,
        variable,
        operand,
        () => substitute(name, variable?.value ?? null, operator, colon, operand.text)
      );
    });
  }
  #openReplacement(frame, name) {
    const all = this.#cursor.peek() === "/";
    if (all) this.#cursor.next();
    this.#pushOperand("/", true, true, (pattern) => {
      this.#pushOperand("}", false, true, (replacement) => {
        const variable = this.#scope.lookup(name);
        if (variable === null && this.#options.keepUnset === true) {
          add(frame, `\${${name}/${pattern.text}/${replacement.text}}`, "split");
          return;
        }
        const both = {
          text: replacement.text,
          known: pattern.known && replacement.known,
          unset: pattern.unset ?? replacement.unset
        };
        this.#finish(
          frame,
          name,
          variable,
          both,
          () => substitute(name, variable?.value ?? null, all ? "//" : "/", false, replacement.text, pattern.text)
        );
      });
    });
  }
  #finish(frame, name, variable, operand, work) {
    const known2 = variable === null ? this.#scope.complete : variable.known;
    const { text: text6, operandUsed, needsValue } = work();
    if (!operandUsed || needsValue) this.#scope.spend(text6.length);
    const unset = needsValue && variable === null ? name : null;
    const traits = operandUsed ? { text: text6, known: known2 && operand.known, unset: unset ?? operand.unset } : { text: text6, known: known2, unset };
    addTraits(frame, traits, "split");
  }
};

// src/dockerfile/global-args.ts
var EPOCH = "SOURCE_DATE_EPOCH";
function evaluateGlobalArgs(parsed, options) {
  const given = new Map(Object.entries(options.given));
  const globals = predefined(options.platform, options.target || parsed.stages.at(-1)?.from.name || "default", given);
  const scope = globalScope(globals, options.budget);
  for (const { command, instruction } of parsed.globalArgs) {
    if (command.kind !== "arg") continue;
    for (const { name, value } of command.args) {
      const set = given.get(name);
      if (set !== void 0) globals.set(name, set);
      else if (value !== null) {
        const line2 = instruction.location.startLine;
        globals.set(name, atLine(line2, () => expandWord(value, scope, { escapeToken: parsed.escapeToken })).text);
      }
    }
  }
  settleEpoch(parsed, globals, given);
  return { globals, given };
}
function globalScope(globals, budget) {
  return {
    lookup: (name) => {
      const value = globals.get(name);
      return value === void 0 ? null : { value, known: true };
    },
    complete: true,
    spend: (characters) => budget.spendCharacters(characters)
  };
}
function predefined(platform, stage2, given) {
  const defaults = {
    BUILDPLATFORM: formatPlatform2(platform),
    BUILDOS: platform.os,
    BUILDOSVERSION: platform.osVersion,
    BUILDARCH: platform.architecture,
    BUILDVARIANT: platform.variant,
    TARGETPLATFORM: formatPlatformFully(platform),
    TARGETOS: platform.os,
    TARGETOSVERSION: platform.osVersion,
    TARGETARCH: platform.architecture,
    TARGETVARIANT: platform.variant,
    TARGETSTAGE: stage2
  };
  return new Map(Object.entries(defaults).map(([name, value]) => [name, given.get(name) ?? value]));
}
function settleEpoch(parsed, globals, given) {
  const value = given.get(EPOCH) ?? globals.get(EPOCH) ?? "";
  const seconds = parseInteger(value);
  const stages = parsed.stages.map((stage2) => stage2.from.name);
  if (value !== "" && value !== "context" && seconds === null && !stages.includes(value.toLowerCase())) {
    throw new DockerfileError(`invalid ${EPOCH}: ${value}`, 1);
  }
  for (const args of [given, globals]) {
    if (!args.has(EPOCH)) continue;
    if (seconds === null) args.delete(EPOCH);
    else args.set(EPOCH, String(seconds));
  }
}

// src/dockerfile/stage-graph.ts
var SCRATCH = "scratch";
var StageGraph = class {
  nodes = [];
  #byName = /* @__PURE__ */ new Map();
  #escapeToken;
  /** Throws DockerfileError. */
  constructor(parsed, options) {
    this.#escapeToken = parsed.escapeToken;
    for (const stage2 of parsed.stages) this.#addStage(stage2, options);
    for (const node2 of [...this.nodes]) {
      node2.steps = (node2.stage?.steps ?? []).map(
        (step) => this.bind(node2, step, step.instruction.location.startLine, false)
      );
    }
    refuseCycles(this.nodes);
    this.validateReferences(0);
  }
  /**
   * The stage to build. A number counts stages from 0, as with the builder before BuildKit: no stage can have such a
   * name. Throws DockerfileError when there is no such stage.
   */
  target(name) {
    const stages = this.nodes.filter((node2) => node2.stage !== null);
    const wanted = name ? this.find(name) ?? stages[parseInteger(name) ?? -1] : stages.at(-1);
    if (wanted?.stage) return wanted;
    const names = stages.flatMap((node2) => node2.stage?.from.name ?? []);
    const known2 = names.length > 0 ? `: there are ${names.slice(0, 20).join(", ")}` : ": no stage has a name";
    throw new DockerfileError(`target stage "${name}" could not be found${known2}`, 1);
  }
  find(name) {
    return this.#byName.get(name.toLowerCase());
  }
  /** Connects an instruction with what it copies from. Throws DockerfileError. */
  bind(node2, step, line2, triggered) {
    const sources = atLine(line2, () => this.#sources(step));
    for (const source of sources) node2.sources.add(source);
    return { step, sources, triggered, line: line2 };
  }
  /** Throws DockerfileError for the first node from this position on whose image has no valid name. */
  validateReferences(from) {
    for (const { base, parent, location: location2, written } of this.nodes.slice(from)) {
      if (parent !== null || base === null || base === SCRATCH || parseImageReference(base) !== null) continue;
      const expanded = base === written ? "" : ` (from ${written})`;
      throw new DockerfileError(`"${base}"${expanded} is not a valid image reference`, location2.startLine);
    }
  }
  #addStage(stage2, options) {
    const { from, location: location2 } = stage2;
    const node2 = atLine(location2.startLine, () => {
      const { text: text6, unset } = expandWord(from.base, options.scope, { escapeToken: this.#escapeToken });
      const open3 = unset !== null && options.assumeBuilds;
      if (text6 === "" && !open3) throw new Rejection(blankBase(from.base, unset));
      if (unset !== null && !open3 && parseImageReference(text6) === null)
        throw new Rejection(blankBase(from.base, unset));
      const parent = open3 ? void 0 : this.#byName.get(text6);
      const inFile = parent !== void 0 || text6 === SCRATCH;
      return {
        position: this.nodes.length,
        stage: stage2,
        location: location2,
        written: from.base,
        base: unset === null || inFile && !open3 ? text6 : null,
        parent: parent ?? null,
        platform: this.#platform(from.platform, options.scope),
        steps: [],
        sources: /* @__PURE__ */ new Set()
      };
    });
    this.nodes.push(node2);
    if (from.name !== null) this.#byName.set(from.name, node2);
  }
  #platform(written, scope) {
    if (written === "") return null;
    const { text: text6 } = expandWord(written, scope, { escapeToken: this.#escapeToken });
    if (text6 === "") throw new Rejection(`empty platform value from expression ${written}`);
    return parsePlatform2(text6);
  }
  #sources({ command, instruction }) {
    if (command.kind === "run") {
      return command.froms.map(
        (from) => this.find(from || SCRATCH) ?? this.#addImage(from || SCRATCH, instruction.location)
      );
    }
    if (command.kind !== "copy" || command.from === "") return [];
    this.#refuseVariables(command.from);
    const index = parseInteger(command.from);
    if (index === null) return [this.find(command.from) ?? this.#addImage(command.from, instruction.location)];
    const node2 = this.nodes[index];
    if (node2 === void 0) throw new Rejection(`invalid stage index ${index}`);
    return [node2];
  }
  #refuseVariables(from) {
    const nothing = { lookup: () => null, complete: true, spend: () => void 0 };
    if (expandWord(from, nothing, { escapeToken: this.#escapeToken }).text === from) return;
    throw new Rejection("variable expansion is not supported for --from, define a new stage with FROM instead");
  }
  #addImage(reference, location2) {
    const node2 = {
      position: this.nodes.length,
      stage: null,
      location: location2,
      written: reference,
      base: reference,
      parent: null,
      platform: null,
      steps: [],
      sources: /* @__PURE__ */ new Set()
    };
    this.nodes.push(node2);
    return node2;
  }
};
function blankBase(written, unset) {
  if (unset === null) return `base name (${written}) should not be blank`;
  return `the image of FROM ${written} is not known: ${unset} has no value (give one with --build-arg, or a default)`;
}
function refuseCycles(nodes) {
  const users = /* @__PURE__ */ new Map();
  const open3 = new Map(nodes.map((node2) => [node2, node2.sources.size]));
  for (const node2 of nodes) {
    for (const source of node2.sources) {
      const list2 = users.get(source);
      if (list2 === void 0) users.set(source, [node2]);
      else list2.push(node2);
    }
  }
  const free = nodes.filter((node2) => node2.sources.size === 0);
  for (let node2 = free.pop(); node2 !== void 0; node2 = free.pop()) {
    open3.delete(node2);
    for (const user of users.get(node2) ?? []) {
      const left = (open3.get(user) ?? 0) - 1;
      open3.set(user, left);
      if (left === 0) free.push(user);
    }
  }
  const [stuck] = open3.keys();
  if (stuck === void 0) return;
  const step = stuck.steps.find(({ sources }) => sources.some((source) => open3.has(source)));
  throw new DockerfileError("stages copy from each other in a circle", step?.line ?? stuck.location.startLine);
}

// src/dockerfile/pulled-images.ts
function listPulledImages(nodes, syntax) {
  const pulled = [];
  if (syntax !== null) {
    const { reference, location: location2 } = syntax;
    pulled.push({ reference, written: reference, via: "syntax", stage: null, location: location2 });
  }
  for (const node2 of nodes) {
    if (node2.stage === null) continue;
    const base = node2.parent === null ? outerBase(node2) : null;
    if (base !== null) pulled.push(base);
    for (const { step, sources } of node2.steps) {
      for (const source of sources) {
        if (source.stage !== null || source.base === SCRATCH) continue;
        const { written, base: reference } = source;
        const via = step.command.kind === "run" ? "mount" : "copy";
        pulled.push({ reference, written, via, stage: node2.position, location: step.instruction.location });
      }
    }
  }
  return pulled;
}
function outerBase(root) {
  if (root.base === SCRATCH) return null;
  return { reference: root.base, written: root.written, via: "from", stage: root.position, location: root.location };
}

// src/dockerfile/flags.ts
var WIDE2 = /[^\0-\x7f]/;
function splitFlags(text6, escapeToken) {
  if (!text6.startsWith("--")) return { words: [], rest: text6 };
  if (WIDE2.test(text6)) {
    const { words: words2, rest } = scan(toByteChars(text6), escapeToken);
    return { words: words2, rest: fromByteChars(rest) };
  }
  return scan(text6, escapeToken);
}
function toByteChars(text6) {
  return Array.from(new TextEncoder().encode(text6), (byte) => String.fromCharCode(byte)).join("");
}
function fromByteChars(text6) {
  return new TextDecoder().decode(Uint8Array.from(text6, (char) => char.charCodeAt(0)));
}
function scan(text6, escapeToken) {
  const words2 = [];
  let at = 0;
  for (; ; ) {
    while (at < text6.length && isSpace(text6.charAt(at))) at++;
    if (!text6.startsWith("--", at)) return { words: words2, rest: text6.slice(at) };
    const word = readWord(text6, at, escapeToken);
    at = word.end;
    if (word.text === "--") return { words: words2, rest: text6.slice(at) };
    words2.push(word.text);
  }
}
function readWord(text6, start, escapeToken) {
  const out = [];
  let quote2 = "";
  let at = start;
  for (; at < text6.length; at++) {
    const char = text6.charAt(at);
    if (quote2 === "" && isSpace(char)) break;
    if (quote2 === "" ? char === '"' || char === "'" : char === quote2) {
      quote2 = quote2 === "" ? char : "";
    } else if (char === escapeToken) {
      at += 1;
      out.push(text6.charAt(at));
    } else out.push(char);
  }
  return { text: out.join(""), end: Math.min(at, text6.length) };
}
function parseFlag(word) {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  return { name, value: equals < 0 ? null : word.slice(equals + 1) };
}
function readFlags(words2, known2) {
  const values = /* @__PURE__ */ new Map();
  for (const word of words2) {
    if (word === "--") break;
    const { name, value } = parseFlag(word);
    const kind = Object.hasOwn(known2, name) ? known2[name] : void 0;
    if (kind === void 0) throw new Rejection(`unknown flag: --${name}`);
    const given = values.get(name);
    if (given !== void 0 && kind !== "texts") throw new Rejection(`duplicate flag specified: --${name}`);
    const text6 = kind === "switch" ? readSwitch(name, value) : readText(name, value);
    if (given === void 0) values.set(name, [text6]);
    else given.push(text6);
  }
  return values;
}
function readSwitch(name, value) {
  const word = (value ?? "true").toLowerCase();
  if (word === "") throw new Rejection(`missing a value on flag: --${name}`);
  if (word !== "true" && word !== "false") {
    throw new Rejection(`expecting boolean value for flag --${name}, not: ${value}`);
  }
  return word;
}
function readText(name, value) {
  if (value === null) throw new Rejection(`missing a value on flag: --${name}`);
  return value;
}

// src/dockerfile/heredoc.ts
var HEREDOC = /^[0-9]*<<(-?)[\t\n\f\r ]*([^<]*)$/;
var EMPTY2 = { lookup: () => null, complete: true, spend: () => void 0 };
function findHeredocs(line2) {
  let words2;
  try {
    words2 = expandWord(line2, EMPTY2, {
      escapeToken: "\\",
      raw: "quotes-and-escapes",
      keepUnset: true,
      split: true
    }).words;
  } catch {
    return [];
  }
  return words2.flatMap((word) => parseHeredoc(word) ?? []);
}
function parseHeredoc(word) {
  const match = HEREDOC.exec(word);
  const delimiter = match?.[2] ?? "";
  if (match === null || delimiter === "") return null;
  const plain2 = expandWord(delimiter, EMPTY2, { escapeToken: "\\", keepUnset: true, split: true }).words;
  const quoted = expandWord(delimiter, EMPTY2, { escapeToken: "\\", raw: "quotes", keepUnset: true, split: true }).words;
  const name = plain2[0];
  if (plain2.length !== 1 || name === void 0) return null;
  return { name, expand: countQuotes(name) === countQuotes(quoted[0] ?? ""), chomp: match[1] === "-" };
}
function asHeredoc(argument) {
  if (!argument.includes("<<")) return null;
  try {
    return parseHeredoc(argument);
  } catch {
    return null;
  }
}
function countQuotes(text6) {
  return text6.replace(/[^'"]/g, "").length;
}
function chompTabs(content) {
  return content.replace(/^\t+/gm, "");
}

// src/dockerfile/json-form.ts
function parseJsonForm(text6) {
  const start = trimStart(text6);
  if (!start.startsWith("[")) return null;
  let list2;
  try {
    list2 = JSON.parse(start);
  } catch {
    return null;
  }
  if (!Array.isArray(list2)) return null;
  if (list2.some((item) => typeof item === "number" && !Number.isFinite(item))) return null;
  return list2.map((item) => {
    if (typeof item !== "string") throw new Rejection("a JSON array must be comprised of strings only");
    return item.toWellFormed();
  });
}

// src/dockerfile/words.ts
function splitWords(text6, escapeToken) {
  const words2 = [];
  let at = 0;
  while (at < text6.length) {
    while (at < text6.length && isSpace(text6.charAt(at))) at++;
    if (at >= text6.length) break;
    const word = readWord2(text6, at, escapeToken);
    if (word.text !== "") words2.push(word.text);
    at = word.end;
  }
  return words2;
}
function readWord2(text6, start, escapeToken) {
  let quote2 = "";
  let dropped2 = "";
  let at = start;
  for (; at < text6.length; at++) {
    const char = text6.charAt(at);
    if (quote2 === "") {
      if (isSpace(char)) break;
      if (char === '"' || char === "'") quote2 = char;
      else if (char !== escapeToken) continue;
    } else if (char === quote2) {
      quote2 = "";
      continue;
    }
    if (char !== escapeToken || quote2 === "'") continue;
    if (at + 1 === text6.length) dropped2 = char;
    else at += 1;
  }
  const end = Math.min(at, text6.length);
  return { text: text6.slice(start, dropped2 === "" ? end : end - 1), end };
}
function parseNameValues(text6, escapeToken, keyword) {
  const words2 = splitWords(text6, escapeToken);
  if (words2[0] === void 0) return [];
  if (!words2[0].includes("=")) {
    const pair = cutBlank(text6);
    if (pair === null) throw new Rejection(`${keyword} must have two arguments`);
    return [{ name: pair[0], value: pair[1] }];
  }
  return words2.map((word) => {
    const equals = word.indexOf("=");
    if (equals < 0)
      throw new Rejection(`${keyword} has a word without =: each must be name=value, with quotes around blanks`);
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
}

// src/dockerfile/node.ts
function parseNode(line2, escapeToken, nested = false) {
  const trimmed = trim(line2);
  const cut2 = cutBlank(trimmed);
  const keyword = cut2 === null ? trimmed : cut2[0];
  const { words: flags, rest } = cut2 === null ? { words: [], rest: "" } : splitFlags(cut2[1], escapeToken);
  const text6 = trim(rest);
  const kind = keyword.toLowerCase();
  const parts = parseParts(kind, text6, escapeToken, nested);
  return { keyword, kind, original: line2, text: text6, flags, json: false, pairs: [], trigger: null, ...parts };
}
function parseParts(kind, text6, escapeToken, nested) {
  switch (kind) {
    case "run":
    case "cmd":
    case "entrypoint":
    case "shell":
      return parseCommandLine(text6);
    case "add":
    case "copy":
    case "volume": {
      const list2 = parseJsonForm(text6);
      return list2 === null ? { args: splitArguments(text6) } : { args: list2, json: true };
    }
    case "env":
    case "label": {
      const pairs = parseNameValues(text6, escapeToken, kind.toUpperCase());
      return { args: [], pairs };
    }
    case "arg":
      return { args: splitWords(text6, escapeToken) };
    case "expose":
    case "from":
      return { args: splitArguments(text6) };
    case "healthcheck":
      return parseHealthcheck(text6);
    case "onbuild":
      return parseTrigger(text6, escapeToken, nested);
    default:
      return { args: text6 === "" ? [] : [text6] };
  }
}
function splitArguments(text6) {
  return text6 === "" ? [] : splitBlanks(text6);
}
function parseCommandLine(text6) {
  if (text6 === "") return { args: [] };
  const list2 = parseJsonForm(text6);
  return list2 === null ? { args: [text6] } : { args: list2, json: true };
}
function parseHealthcheck(text6) {
  let end = 0;
  while (end < text6.length && !isAsciiSpace(text6.charAt(end))) end++;
  let next = end;
  while (next < text6.length && isAsciiSpace(text6.charAt(next))) next++;
  if (end === 0) return { args: [] };
  const { args, json = false } = parseCommandLine(text6.slice(next));
  return { args: [text6.slice(0, end), ...args], json };
}
function isAsciiSpace(char) {
  return char < "\x80" && isSpace(char);
}
function parseTrigger(text6, escapeToken, nested) {
  if (text6 === "") return { args: [] };
  if (nested) throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  return { args: [text6], trigger: parseNode(text6, escapeToken, true) };
}

// src/dockerfile/parser-directives.ts
var DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+)$/;
var KEYS = ["syntax", "escape", "check"];
var DirectiveParser = class {
  #prefix;
  #seen = /* @__PURE__ */ new Set();
  #done = false;
  constructor(prefix2 = "#") {
    this.#prefix = prefix2;
  }
  get done() {
    return this.#done;
  }
  /** `line` is without its line end. Throws Rejection for a key that is given twice. */
  parse(line2) {
    if (this.#done) return null;
    const match = line2.startsWith(this.#prefix) ? DIRECTIVE.exec(trimStart(line2.slice(this.#prefix.length))) : null;
    const word = match?.[1]?.toLowerCase();
    const key = KEYS.find((known2) => known2 === word);
    if (match === null || key === void 0) {
      this.#done = true;
      return null;
    }
    if (this.#seen.has(key)) throw new Rejection(`the parser directive ${key} is given twice`);
    this.#seen.add(key);
    return { key, value: trimEnd(match[2] ?? "") };
  }
};
function trimEnd(value) {
  let end = value.length;
  while (end > 1 && "	\n\f\r ".includes(value.charAt(end - 1))) end--;
  return value.slice(0, end);
}
function escapeCharacter(value) {
  if (value === "\\" || value === "`") return value;
  throw new Rejection(`invalid escape token '${value}', it must be \\ or \``);
}
function validateCheck(value) {
  const options = value.trim();
  if (options === "") return;
  const [first = "", second, ...rest] = options.split(";");
  for (const part of [first, ...second === void 0 ? [] : [second], ...rest.length > 0 ? [rest.join(";")] : []]) {
    const equals = part.indexOf("=");
    const key = equals < 0 ? "" : part.slice(0, equals).trim();
    if (!["skip", "experimental", "error"].includes(key)) throw new Rejection(`invalid check option "${part}"`);
    if (key === "error") parseBool(part.slice(equals + 1).trim(), "check option error");
  }
}

// src/dockerfile/source-text.ts
var MAX_LINE_BYTES = 65536;
function decodeSource(source) {
  const text6 = typeof source === "string" ? source : decode2(source);
  if (text6.length === 0) throw new DockerfileError("the file is empty", 1);
  const zero = text6.indexOf("\0");
  if (zero >= 0) {
    throw new DockerfileError("the file is binary, not a Dockerfile (it has a zero byte)", lineOf(text6, zero));
  }
  return text6.startsWith("\uFEFF") ? text6.slice(1) : text6;
}
function lineOf(text6, offset) {
  let line2 = 1;
  for (let at = text6.indexOf("\n"); at >= 0 && at < offset; at = text6.indexOf("\n", at + 1)) line2++;
  return line2;
}
function decode2(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeDamaged(bytes);
  }
}
function decodeDamaged(bytes) {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const parts = [];
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceLength(bytes[at] ?? 0);
    try {
      parts.push(strict.decode(bytes.subarray(at, at + size)));
      at += size;
    } catch {
      parts.push("\uFFFD");
      at += 1;
    }
  }
  return parts.join("");
}
function sequenceLength(lead) {
  if (lead < 192) return 1;
  if (lead < 224) return 2;
  return lead < 240 ? 3 : 4;
}
var LineReader = class {
  #text;
  #offset = 0;
  /** Lines read so far: the number of the last one. */
  line = 0;
  constructor(text6) {
    this.#text = text6;
  }
  /** Null at the end. Throws DockerfileError for a line that is too long. */
  next() {
    if (this.#offset >= this.#text.length) return null;
    const end = this.#text.indexOf("\n", this.#offset);
    const line2 = this.#text.slice(this.#offset, end < 0 ? void 0 : end + 1);
    this.#offset += line2.length;
    this.line += 1;
    if (isTooLong(line2, end >= 0)) {
      throw new DockerfileError(`a line is longer than the ${MAX_LINE_BYTES - 1} bytes that BuildKit reads`, this.line);
    }
    return line2;
  }
};
function isTooLong(line2, ended) {
  if (line2.length * 3 < MAX_LINE_BYTES) return false;
  if (line2.length > MAX_LINE_BYTES) return true;
  const size = new TextEncoder().encode(line2).length;
  return ended ? size > MAX_LINE_BYTES : size >= MAX_LINE_BYTES;
}

// src/dockerfile/logical-lines.ts
var HEREDOC_KINDS = ["run", "copy", "add"];
function parseNodes(text6) {
  const reader = new LineReader(text6);
  const directives = new DirectiveParser();
  const nodes = [];
  let escapeToken = "\\";
  for (let line2 = reader.next(); line2 !== null; line2 = reader.next()) {
    const startLine = reader.line;
    const bare = trimStart(trimLineEnd(line2));
    if (!directives.done) escapeToken = atLine(startLine, () => readDirective(directives, bare)) ?? escapeToken;
    if (bare === "" || bare.startsWith("#")) continue;
    const logical = joinContinued(bare, reader, escapeToken);
    const node2 = atLine(startLine, () => parseNode(logical, escapeToken));
    const heredocs = readHeredocs(node2, startLine, reader);
    nodes.push({ node: node2, heredocs, startLine, endLine: reader.line });
  }
  if (nodes.length === 0) throw new DockerfileError("the file has no instructions", Math.max(reader.line, 1));
  return { nodes, escapeToken };
}
function readDirective(directives, line2) {
  const directive = directives.parse(line2);
  if (directive?.key === "check") validateCheck(directive.value);
  return directive?.key === "escape" ? escapeCharacter(directive.value) : null;
}
function joinContinued(first, reader, escapeToken) {
  const parts = [];
  for (let line2 = first; line2 !== null; line2 = nextContinuation(reader)) {
    const head = withoutContinuation(line2, escapeToken);
    parts.push(head ?? line2);
    if (head === null) break;
  }
  return parts.join("");
}
function nextContinuation(reader) {
  for (let line2 = reader.next(); line2 !== null; line2 = reader.next()) {
    const content = trimLineEnd(line2);
    const start = trimStart(content);
    if (start !== "" && !start.startsWith("#")) return content;
  }
  return null;
}
function withoutContinuation(line2, escapeToken) {
  let end = line2.length;
  while (end > 0 && (line2[end - 1] === " " || line2[end - 1] === "	")) end--;
  if (line2[end - 1] !== escapeToken || line2[end - 2] === escapeToken) return null;
  return line2.slice(0, end - 1);
}
function readHeredocs(node2, startLine, reader) {
  const carrier = node2.kind === "onbuild" ? node2.trigger : node2;
  if (carrier === null || !HEREDOC_KINDS.includes(carrier.kind) || carrier.json) return [];
  if (!node2.original.includes("<<")) return [];
  return atLine(
    startLine,
    () => findHeredocs(node2.original).map((start) => ({ ...start, content: readBody(start, reader) }))
  );
}
function readBody(start, reader) {
  const lines = [];
  for (let line2 = reader.next(); line2 !== null; line2 = reader.next()) {
    const content = trimLineEnd(line2);
    if ((start.chomp ? content.replace(/^\t+/, "") : content) === start.name) return lines.join("");
    lines.push(line2);
  }
  throw new Rejection(`the heredoc <<${start.name} is not terminated`);
}
function heredocText(heredoc) {
  return heredoc.chomp ? chompTabs(heredoc.content) : heredoc.content;
}
function triggerText(node2, heredocs) {
  const line2 = trim(node2.original).replace(/^ONBUILD[\t\n\f\r ]*/iu, "");
  return [line2, ...heredocs.map((heredoc) => `${heredoc.content}${heredoc.name}`)].join("\n");
}

// src/dockerfile/parse-copy.ts
var COMMON = { chown: "text", chmod: "text", link: "switch", exclude: "texts" };
var FLAGS = {
  add: { ...COMMON, "keep-git-dir": "switch", checksum: "text", unpack: "switch" },
  copy: { ...COMMON, from: "text", parents: "switch" }
};
function parseCopy(node2, heredocs) {
  const keyword = node2.kind === "add" ? "add" : "copy";
  const destination = node2.args.at(-1);
  if (destination === void 0 || node2.args.length < 2) {
    throw new Rejection(`${keyword.toUpperCase()} requires at least two arguments, a source and a destination`);
  }
  const flags = readFlags(node2.flags, FLAGS[keyword]);
  if (asHeredoc(destination) !== null) {
    throw new Rejection(`${keyword.toUpperCase()} cannot accept a heredoc as a destination`);
  }
  const sources = [];
  const contents = [];
  const bodies = new Map(heredocs.map((heredoc) => [heredoc.name, heredoc]));
  for (const argument of node2.args.slice(0, -1)) {
    const start = asHeredoc(argument);
    if (start === null) sources.push(argument);
    else if (start.expand) contents.push(heredocText({ content: "", ...bodies.get(start.name), ...start }));
  }
  const flag = (name) => flags.get(name)?.[0] ?? "";
  return {
    kind: "copy",
    add: keyword === "add",
    from: flag("from"),
    chown: flag("chown"),
    chmod: flag("chmod"),
    checksum: flag("checksum"),
    link: flag("link") === "true",
    sources,
    destination,
    contents
  };
}

// src/dockerfile/parse-healthcheck.ts
var FLAGS2 = {
  interval: "text",
  timeout: "text",
  "start-period": "text",
  "start-interval": "text",
  retries: "text"
};
var NO_TIMES = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };
function parseHealthcheck2(node2) {
  const [first, ...args] = node2.args;
  if (first === void 0) throw new Rejection("HEALTHCHECK requires at least one argument");
  const type = first.toUpperCase();
  if (type === "NONE") {
    if (args.length > 0) throw new Rejection("HEALTHCHECK NONE takes no arguments");
    return { kind: "healthcheck", health: { test: ["NONE"], ...NO_TIMES } };
  }
  const flags = readFlags(node2.flags, FLAGS2);
  if (type !== "CMD") throw new Rejection(`unknown type "${first}" in HEALTHCHECK (try CMD)`);
  if (args.length === 0) throw new Rejection("missing command after HEALTHCHECK CMD");
  const time3 = (name) => parseTime(name, flags.get(name)?.[0] ?? "");
  const health = {
    test: node2.json ? ["CMD", ...args] : ["CMD-SHELL", args.join(" ")],
    interval: time3("interval"),
    timeout: time3("timeout"),
    startPeriod: time3("start-period"),
    startInterval: time3("start-interval"),
    retries: parseRetries(flags.get("retries")?.[0] ?? "")
  };
  return { kind: "healthcheck", health };
}
function parseTime(name, text6) {
  const time3 = text6 === "" ? 0 : parseDuration(text6);
  if (time3 !== 0 && time3 < 1e6) throw new Rejection(`interval "${name}" cannot be less than 1ms`);
  return time3;
}
function parseRetries(text6) {
  if (text6 === "") return 0;
  const retries = parseInteger(text6);
  if (retries === null || retries >= 2 ** 31) throw new Rejection(`--retries: "${text6}" is not a number`);
  if (retries < 0) throw new Rejection(`--retries cannot be negative (${text6})`);
  return retries;
}

// src/dockerfile/csv.ts
function splitCsv(line2) {
  const text6 = line2.replace(/\r?\n$/, "");
  if (text6 === "") throw new Rejection("an option list is empty");
  const fields = [];
  for (let at = 0; at <= text6.length; ) {
    const field = text6[at] === '"' ? readQuoted(text6, at) : readPlain(text6, at);
    fields.push(field.text);
    if (field.end >= text6.length) break;
    at = field.end + 1;
  }
  return fields;
}
function readPlain(text6, start) {
  const comma = text6.indexOf(",", start);
  const end = comma < 0 ? text6.length : comma;
  const field = text6.slice(start, end);
  if (field.includes('"')) throw new Rejection(`a quote stands in the middle of the field ${field}`);
  return { text: field, end };
}
function readQuoted(text6, start) {
  const parts = [];
  for (let at = start + 1; ; ) {
    const quote2 = text6.indexOf('"', at);
    if (quote2 < 0) throw new Rejection("a quoted field is not closed");
    parts.push(text6.slice(at, quote2));
    const next = text6[quote2 + 1];
    if (next === void 0 || next === ",") return { text: parts.join(""), end: quote2 + 1 };
    if (next !== '"') throw new Rejection("a quoted field goes on after its quote");
    parts.push('"');
    at = quote2 + 2;
  }
}

// src/dockerfile/paths.ts
function joinPath(...parts) {
  const filled2 = parts.filter((part) => part !== "");
  return filled2.length === 0 ? "" : cleanPath(filled2.join("/"));
}
function cleanPath(path) {
  const rooted = path.startsWith("/");
  const out = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") out.push(part);
    else if (out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (!rooted) out.push(part);
  }
  const body = out.join("/");
  if (rooted) return `/${body}`;
  return body === "" ? "." : body;
}
function resolveWorkdir(current, next, os) {
  if (os === "windows") return resolveWindows(current, next);
  const parent = current.startsWith("/") ? current : joinPath("/", current);
  if (next === "") return parent;
  return next.startsWith("/") ? next : joinPath(parent, next);
}
function resolveWindows(current, next) {
  const withoutDrive = dropDrive(current === "" ? "/" : current);
  const parent = withoutDrive.startsWith("/") ? withoutDrive : joinPath("/", withoutDrive);
  const wanted = dropDrive(next === "" ? parent : next);
  return (wanted.startsWith("/") ? wanted : joinPath(parent, wanted)).replaceAll("/", "\\");
}
function dropDrive(path) {
  const slashed = path.replaceAll("\\", "/");
  if (slashed.length === 2 && slashed[1] === ":") throw new Rejection(`no relative path specified in "${path}"`);
  if (slashed.startsWith("//")) throw new Rejection("UNC paths are not supported");
  const colon = slashed.indexOf(":");
  if (colon < 0) return cleanPath(slashed);
  if (slashed.slice(0, colon).toLowerCase() !== "c") {
    throw new Rejection("the path is not on the system drive (C:)");
  }
  return cleanPath(slashed.slice(colon + 1));
}

// src/dockerfile/run-mount.ts
var TYPES = ["bind", "cache", "tmpfs", "secret", "ssh"];
var SHARING = ["shared", "private", "locked"];
var OWNER_TYPES = ["secret", "ssh", "cache"];
function mountFrom(option) {
  let from = "";
  for (const field of splitCsv(option)) {
    const [key, value] = cut(field, "=");
    if (key.toLowerCase() !== "from" || value === null) continue;
    const dollar = value.indexOf("$");
    if (dollar >= 0 && dollar !== value.length - 1) {
      throw new Rejection("'from' doesn't support variable expansion, define an alias stage instead");
    }
    from = value;
  }
  return from;
}
function validateMount(option, expand2, workingDir) {
  const mount = /* @__PURE__ */ new Map([["type", "bind"]]);
  for (const field of splitCsv(option)) readField(field, expand2, mount);
  const type = mount.get("type") ?? "bind";
  if (!OWNER_TYPES.includes(type)) {
    for (const key of ["mode", "uid", "gid"]) {
      if (mount.has(key)) throw new Rejection(`${key} not allowed for "${type}" type mounts`);
    }
  }
  const sharing = mount.get("sharing") ?? "";
  if (type === "secret") validateSecret(mount);
  if (sharing !== "" && type !== "cache") throw new Rejection(`invalid cache sharing set for ${type} mount`);
  if (type === "ssh" && (mount.get("source") ?? "") !== "") throw new Rejection("ssh does not support source");
  if (type === "secret" || type === "ssh") return;
  const target = mount.get("target") ?? "";
  const place = target.startsWith("/") ? target : joinPath("/", workingDir, target);
  if (place === "/") throw new Rejection(`invalid mount target "${place}"`);
}
function readField(field, expand2, mount) {
  const [keyText, raw] = cut(field, "=");
  const key = KEYS2.get(keyText.toLowerCase());
  if (raw === null) {
    if (key === "required") requireSecretOrSsh(mount);
    else if (key !== "readonly" && key !== "readwrite") {
      throw new Rejection(`invalid field '${field}' must be a key=value pair`);
    }
    return;
  }
  const value = expand2(raw);
  if (key === void 0) throw new Rejection(`unexpected key '${keyText}' in '${field}'`);
  if (key === "required") requireSecretOrSsh(mount);
  validateValue(key, value, mount.get("type") ?? "");
  mount.set(key, key === "type" || key === "sharing" ? value.toLowerCase() : value);
}
function validateValue(key, value, type) {
  const invalid2 = new Rejection(`invalid value for ${key}: ${value}`);
  if (key === "type" && !TYPES.includes(value.toLowerCase())) throw new Rejection(`unsupported mount type "${value}"`);
  if (key === "sharing" && !SHARING.includes(value.toLowerCase())) throw invalid2;
  if (key === "readonly" || key === "readwrite" || key === "required") parseBool(value, key);
  if (key === "size") {
    if (type !== "tmpfs") throw new Rejection(`unexpected key 'size' for mount type '${type}'`);
    if (!isMemorySize(value)) throw invalid2;
  }
  if (key === "mode" && parseUnsigned(value, 8) === null) throw invalid2;
  if ((key === "uid" || key === "gid") && parseUnsigned(value, 10) === null) throw invalid2;
}
function requireSecretOrSsh(mount) {
  const type = mount.get("type") ?? "";
  if (type !== "secret" && type !== "ssh") throw new Rejection(`unexpected key 'required' for mount type '${type}'`);
}
function validateSecret(mount) {
  const [from, sharing, source, target, id] = ["from", "sharing", "source", "target", "id"].map(
    (key) => mount.get(key) ?? ""
  );
  if (from !== "") throw new Rejection("secret mount should not have a from");
  if (sharing !== "") throw new Rejection("secret mount should not define sharing");
  if (source === "" && target === "" && id === "")
    throw new Rejection("invalid secret mount. one of source, target required");
  if (source !== "" && id !== "") throw new Rejection("both source and id can't be set");
}
var KEYS2 = new Map(
  Object.entries({
    type: "type",
    from: "from",
    source: "source",
    src: "source",
    target: "target",
    dst: "target",
    destination: "target",
    readonly: "readonly",
    ro: "readonly",
    readwrite: "readwrite",
    rw: "readwrite",
    required: "required",
    size: "size",
    id: "id",
    sharing: "sharing",
    mode: "mode",
    uid: "uid",
    gid: "gid",
    env: "env"
  })
);

// src/dockerfile/parse-run.ts
var NETWORKS = ["default", "none", "host"];
var SECURITY = ["insecure", "sandbox"];
function parseRun(node2) {
  const flags = readFlags(node2.flags, { mount: "texts", network: "text", security: "text", device: "texts" });
  for (const device of flags.get("device") ?? []) validateDevice(device);
  const mounts = flags.get("mount") ?? [];
  const froms = mounts.map(mountFrom);
  const network = flags.get("network")?.[0];
  if (network !== void 0 && !NETWORKS.includes(network)) throw new Rejection(`invalid network mode "${network}"`);
  const security = flags.get("security")?.[0];
  if (security !== void 0 && !SECURITY.includes(security))
    throw new Rejection(`security "${security}" is not valid`);
  return { kind: "run", mounts, froms };
}
function validateDevice(option) {
  let name = "";
  for (const field of splitCsv(option)) {
    const equals = field.indexOf("=");
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (key === "required") {
      if (equals >= 0) parseBool(field.slice(equals + 1), key);
    } else if (key === "name" && equals >= 0) {
      if (name !== "") throw new Rejection(`device name already set to ${name}`);
      name = field.slice(equals + 1);
    } else if (name === "") name = field;
    else throw new Rejection(`unexpected key '${key}' in '${field}'`);
  }
}

// src/dockerfile/parse-command.ts
var STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
function parseCommand(node2, heredocs) {
  switch (node2.kind) {
    case "from":
      return parseFrom(node2);
    case "run":
      return parseRun(node2);
    case "copy":
    case "add":
      return parseCopy(node2, heredocs);
    case "healthcheck":
      return parseHealthcheck2(node2);
    case "env":
    case "label":
      return parsePairs(node2, node2.kind);
    case "arg":
      return parseArg(node2);
    case "cmd":
    case "entrypoint":
      readFlags(node2.flags, {});
      return { kind: node2.kind, words: node2.args, json: node2.json };
    case "shell":
      return parseShell(node2);
    case "user":
    case "workdir":
      readFlags(node2.flags, {});
      return { kind: node2.kind, value: onlyArgument(node2) };
    case "stopsignal":
      return { kind: node2.kind, value: onlyArgument(node2) };
    case "maintainer":
      onlyArgument(node2);
      readFlags(node2.flags, {});
      return { kind: "maintainer" };
    case "expose":
      readFlags(node2.flags, {});
      return { kind: "expose", ports: atLeastOne(node2, node2.args).toSorted() };
    case "volume":
      return parseVolume(node2);
    case "onbuild":
      return parseOnbuild(node2, heredocs);
    default:
      throw new Rejection(`unknown instruction: ${node2.keyword}`);
  }
}
function atLeastOne(node2, args) {
  if (args.length === 0) throw new Rejection(`${node2.kind.toUpperCase()} requires at least one argument`);
  return args;
}
function onlyArgument(node2) {
  const [value, ...more] = node2.args;
  if (value === void 0 || more.length > 0) {
    throw new Rejection(`${node2.kind.toUpperCase()} requires exactly one argument`);
  }
  return value;
}
function parseFrom(node2) {
  const [base, as, written, ...more] = node2.args;
  const named2 = written !== void 0 && more.length === 0 && as !== void 0 && /^as$/iu.test(as);
  if (base === void 0 || as !== void 0 && !named2) {
    throw new Rejection("FROM requires either one or three arguments");
  }
  const name = written?.toLowerCase() ?? null;
  if (name !== null && !STAGE_NAME.test(name)) {
    throw new Rejection(
      `invalid name for build stage: "${written}", name can't start with a number or contain symbols`
    );
  }
  const flags = readFlags(node2.flags, { platform: "text" });
  return { kind: "from", base, name, platform: flags.get("platform")?.[0] ?? "" };
}
function parsePairs(node2, kind) {
  readFlags(node2.flags, {});
  const pairs = atLeastOne(node2, node2.pairs);
  if (pairs.some((pair) => pair.name === "")) throw new Rejection(`${kind.toUpperCase()} names can not be blank`);
  return { kind, pairs };
}
function parseArg(node2) {
  const args = atLeastOne(node2, node2.args).map((word) => {
    const equals = word.indexOf("=");
    if (equals === 0) throw new Rejection("ARG names can not be blank");
    return equals < 0 ? { name: word, value: null } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
  return { kind: "arg", args };
}
function parseShell(node2) {
  readFlags(node2.flags, {});
  atLeastOne(node2, node2.args);
  if (!node2.json) throw new Rejection("SHELL requires the arguments to be in JSON form");
  return { kind: "shell", words: node2.args };
}
function parseVolume(node2) {
  const paths = atLeastOne(node2, node2.args).map(trim);
  readFlags(node2.flags, {});
  if (paths.includes("")) throw new Rejection("VOLUME specified can not be an empty string");
  return { kind: "volume", paths };
}
function parseOnbuild(node2, heredocs) {
  if (node2.trigger === null) throw new Rejection("ONBUILD requires at least one argument");
  readFlags(node2.flags, {});
  const keyword = trim(node2.trigger.keyword).toUpperCase();
  if (keyword === "ONBUILD") throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (keyword === "MAINTAINER" || keyword === "FROM") {
    throw new Rejection(`${keyword} isn't allowed as an ONBUILD trigger`);
  }
  return { kind: "onbuild", trigger: triggerText(node2, heredocs) };
}

// src/dockerfile/syntax-image.ts
function detectSyntax(source, file) {
  const directives = new DirectiveParser();
  let line2 = 0;
  for (let at = 0; at < source.length && !directives.done; ) {
    const end = source.indexOf("\n", at);
    const text6 = trimLineEnd(source.slice(at, end < 0 ? void 0 : end));
    at = end < 0 ? source.length : end + 1;
    line2 += 1;
    if (line2 === 1 && text6.startsWith("#!")) continue;
    const directive = tryParse2(directives, text6);
    if (directive?.key !== "syntax") continue;
    const [reference = ""] = directive.value.split(" ");
    return { reference, location: { file, startLine: line2, endLine: line2 } };
  }
  return null;
}
function tryParse2(directives, text6) {
  try {
    return directives.parse(text6);
  } catch {
    return null;
  }
}

// src/dockerfile/read.ts
function readDockerfile(text6, file) {
  const source = decodeSource(text6);
  const { nodes, escapeToken } = parseNodes(source);
  const globalArgs = [];
  const stages = [];
  for (const placed of nodes) {
    const location2 = { file, startLine: placed.startLine, endLine: placed.endLine };
    const command = atLine(placed.startLine, () => parseCommand(placed.node, placed.heredocs));
    if (command.kind === "from") {
      stages.push({ from: command, location: location2, steps: [] });
      continue;
    }
    const step = { command, instruction: describe3(placed, location2) };
    const stage2 = stages.at(-1);
    if (stage2 !== void 0) stage2.steps.push(step);
    else if (command.kind === "arg") globalArgs.push(step);
    else {
      const reason = `${placed.node.keyword} stands before the first FROM, where only ARG may`;
      throw new DockerfileError(reason, placed.startLine);
    }
  }
  if (stages.length === 0) throw new DockerfileError("there is no stage to build: FROM is missing", 1);
  return { file, syntax: detectSyntax(source, file), escapeToken, globalArgs, stages };
}
function readTrigger(text6, location2) {
  const [placed, ...more] = parseNodes(text6).nodes;
  if (placed === void 0 || more.length > 0) {
    throw new DockerfileError("an ONBUILD trigger must be a single instruction", location2.startLine);
  }
  const command = atLine(location2.startLine, () => parseCommand(placed.node, placed.heredocs));
  if (command.kind === "from") throw new DockerfileError("FROM cannot be an ONBUILD trigger", location2.startLine);
  return { command, instruction: describe3(placed, location2) };
}
function describe3({ node: node2, heredocs }, location2) {
  return {
    keyword: node2.keyword.toUpperCase(),
    text: node2.text,
    flags: node2.flags.map((word) => {
      const { name, value } = parseFlag(word);
      return { name, value: value ?? "" };
    }),
    json: jsonWords(node2),
    heredocs: heredocs.map((body) => ({ name: body.name, expand: body.expand, content: heredocText(body) })),
    location: location2
  };
}
function jsonWords(node2) {
  if (!node2.json) return null;
  return node2.kind === "healthcheck" ? node2.args.slice(1) : node2.args;
}

// src/dockerfile/reachable.ts
function resolveReachable(graph, target, baseOf2, budget) {
  const triggers = /* @__PURE__ */ new Map();
  const size = graph.nodes.length;
  const reached = /* @__PURE__ */ new Set([target]);
  for (const node2 of reached) {
    if (node2.stage !== null) runTriggers(graph, node2, leftBehind(node2, baseOf2), triggers, budget);
    if (node2.parent !== null) reached.add(node2.parent);
    for (const source of node2.sources) reached.add(source);
  }
  graph.validateReferences(size);
  return [...reached].sort((a, b) => a.position - b.position);
}
function leftBehind(node2, baseOf2) {
  if (node2.parent === null) return baseOf2(node2).onBuild;
  return node2.parent.steps.flatMap(
    ({ step: { command, instruction } }) => command.kind === "onbuild" ? [{ value: command.trigger, known: true, from: instruction.location }] : []
  );
}
function runTriggers(graph, node2, texts2, cache, budget) {
  const line2 = node2.location.startLine;
  const steps = texts2.map(({ value, from }) => {
    atLine(line2, () => budget.spendTrigger());
    const location2 = from ?? node2.location;
    const key = `${location2.file}:${location2.startLine}:${value}`;
    const step = cache.get(key) ?? parse3(value, location2, line2);
    cache.set(key, step);
    return graph.bind(node2, step, line2, true);
  });
  if (steps.length > 0) node2.steps = [...steps, ...node2.steps];
}
function parse3(text6, location2, line2) {
  try {
    return readTrigger(text6, location2);
  } catch (error2) {
    if (error2 instanceof DockerfileError)
      throw new DockerfileError(`in an ONBUILD of the base: ${error2.message}`, line2);
    throw error2;
  }
}

// src/dockerfile/ports.ts
function parseExposedPort(text6) {
  const parts = text6.split(":");
  const [port, protocolText] = cut(parts.at(-1) ?? "", "/");
  const hostPort = parts.at(-2) ?? "";
  const address = parts.slice(0, -2).join(":");
  if (port === "") throw new Rejection(`invalid port: "${text6}": no port specified`);
  const protocol = parseProtocol(protocolText ?? "", text6);
  if (address !== "" && !isAddress(bareAddress(address))) throw new Rejection(`invalid IP address: ${address}`);
  const range = parseRange(port, "containerPort");
  if (hostPort !== "") {
    const host = parseRange(hostPort, "hostPort");
    if (host.end - host.start !== range.end - range.start && range.end !== range.start) {
      throw new Rejection(`invalid ranges specified for container and host Ports: ${port} and ${hostPort}`);
    }
  }
  return { ...range, protocol };
}
function parseProtocol(text6, whole) {
  const word = text6.toLowerCase();
  if (word === "") return "tcp";
  if (word === "tcp" || word === "udp" || word === "sctp") return word;
  throw new Rejection(`invalid port: "${whole}": invalid proto: ${text6}`);
}
function bareAddress(address) {
  return address.startsWith("[") && address.endsWith("]") ? address.slice(1, -1) : address;
}
function isAddress(text6) {
  if (text6.includes(":")) return /^[0-9a-fA-F:.]+$/.test(text6) && URL.canParse(`http://[${text6}]/`);
  const parts = text6.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}
function parseRange(text6, what) {
  const [first, last] = cut(text6, "-");
  const start = parseNumber(first);
  const end = last === null || last === first ? start : parseNumber(last);
  if (start === null || end === null || end < start) throw new Rejection(`invalid ${what}: ${text6}`);
  return { start, end };
}
function parseNumber(text6) {
  const value = parseInteger(text6);
  return value === null || value < 0 || value > 65535 ? null : value;
}

// src/dockerfile/step-context.ts
function addTo(state, addition) {
  state.additions = { last: addition, before: state.additions };
}
function expand(text6, context, options) {
  return expandWord(text6, context.scope, { escapeToken: context.escapeToken, ...options });
}

// src/dockerfile/apply-settings.ts
function applyWorkdir(path, from, context) {
  const { state } = context;
  const { text: text6, known: known2 } = expand(path, context);
  const value = resolveWorkdir(state.workingDir.value ?? "", text6, state.platformOs);
  const absolute = resolveWorkdir("/a", text6, state.platformOs) === resolveWorkdir("/b", text6, state.platformOs);
  state.workingDir = { value, known: known2 && (absolute || state.workingDir.known), from };
}
function applyExpose(command, from, context) {
  const additions = command.ports.flatMap((text6) => {
    const { words: words2, known: known2 } = expand(text6, context, { split: true });
    return words2.map((word) => ({ kind: "expose", range: parseExposedPort(word), known: known2, from }));
  });
  for (const addition of additions) addTo(context.state, addition);
}
function applyVolume(command, from, context) {
  const paths = command.paths.map((path) => expand(path, context));
  if (paths.some(({ text: text6 }) => text6 === "")) throw new Rejection("VOLUME specified can not be an empty string");
  for (const { text: text6, known: known2 } of paths) addTo(context.state, { kind: "volume", path: text6, known: known2, from });
}
function forget(command, from, state) {
  const nothing = { value: null, known: false, from };
  if (command.kind === "user") state.user = nothing;
  else if (command.kind === "workdir") state.workingDir = nothing;
  else if (command.kind === "stopsignal") state.stopSignal = nothing;
}

// src/dockerfile/apply-command-line.ts
function applyEntrypoint(command, from, state) {
  const empty = command.json && command.words.length === 0;
  state.entrypoint = { value: empty ? null : withShell(command, state), known: true, from };
  if (state.cmdInStage) return;
  const lost = state.cmd.value !== null || !state.cmd.known;
  state.cmd = { value: null, known: true, from: lost ? from : state.cmd.from };
}
function withShell(command, state) {
  if (command.json) return command.words;
  const shell = state.shell.value ?? [];
  const fallback2 = state.os === "windows" ? ["cmd", "/S", "/C"] : ["/bin/sh", "-c"];
  return [...shell.length > 0 ? shell : fallback2, command.words.join(" ")];
}

// src/dockerfile/apply-variables.ts
var NOT_VARIABLES = ["BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"];
function applyEnv(command, from, context) {
  const { state } = context;
  const pairs = command.pairs.map((pair) => ({ name: expand(pair.name, context), value: expand(pair.value, context) }));
  for (const { name, value } of pairs) {
    const known2 = name.known && value.known;
    addTo(state, { kind: "env", name: name.text, value: value.text, known: known2, from });
    state.variables.setEnv(name.text, { value: value.text, known: known2 });
    if (name.text === "PATH") state.hasPath = true;
    context.onAssign("env", name.text, value.known ? value.text : null);
  }
}
function applyLabel(command, from, context) {
  const additions = command.pairs.map((pair) => {
    const [name, value] = [expand(pair.name, context), expand(pair.value, context)];
    return { kind: "label", name: name.text, value: value.text, known: name.known && value.known, from };
  });
  for (const addition of additions) addTo(context.state, addition);
}
function applyArg(command, context) {
  const { state, args, node: node2 } = context;
  for (const { name, value } of command.args) {
    const given = args.given.get(name) ?? (value === null ? args.globals.get(name) : void 0);
    const expansion = given === void 0 && value !== null ? expand(value, context) : null;
    const text6 = given ?? expansion?.text;
    const known2 = expansion?.known ?? true;
    context.onAssign("arg", name, value === null || !known2 ? null : text6 ?? null);
    if (text6 === void 0 || NOT_VARIABLES.includes(name)) continue;
    state.variables.setArg(name, { value: text6, known: known2 }, node2.position);
  }
}

// src/dockerfile/git-source.ts
var SCP = /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;
var SCHEME = /^(https?|ssh|git):\/\//i;
var SWITCHES = ["keep-git-dir", "submodules", "fetch-by-commit"];
var TEXTS = ["ref", "tag", "branch", "subdir", "checksum", "commit", "mtime"];
function isGitSource(source) {
  if (source.startsWith("./") || source.startsWith("../") || source.startsWith("github.com/")) return false;
  const parts = SCHEME.test(source) ? parseUrl(source) : parseScp(source);
  if (parts === null) return false;
  validateQuery(parts.query, parts.fragment);
  return true;
}
function isHttpSource(source) {
  return /^https?:\/\//.test(source) && !isGitSource(source);
}
function parseScp(source) {
  const match = SCP.exec(source);
  return match === null ? null : { query: match[2] ?? "", fragment: match[3] ?? "" };
}
function parseUrl(source) {
  const [address = "", ...fragment] = source.split("#");
  const [location2 = "", ...query] = address.split("?");
  const path = location2.replace(/^[^/]*\/\/[^/]*/, "");
  if (/%(?![0-9a-fA-F]{2})/.test(location2) || Array.from(location2).some(isControl)) return null;
  if (/^http/i.test(source) && !decodePath(path).endsWith(".git")) return null;
  return { query: query.join("?"), fragment: fragment.join("#") };
}
function isControl(char) {
  return char <= " " || char === "\x7F";
}
function decodePath(path) {
  return path.replace(/%2e/gi, ".").replace(/%67/g, "g").replace(/%69/g, "i").replace(/%74/g, "t");
}
function validateQuery(query, fragment) {
  if (query === "") return;
  const parameters = new URLSearchParams(query);
  for (const key of new Set(parameters.keys())) {
    const [value = "", ...more] = parameters.getAll(key);
    if (more.length > 0) throw new Rejection(`query "${key}" has multiple values`);
    if (SWITCHES.includes(key)) {
      if (value !== "") parseBool(value, key);
      continue;
    }
    if (value === "") throw new Rejection(`query "${key}" has no value`);
    if (!TEXTS.includes(key)) throw new Rejection(`unexpected query "${key}"`);
    if (key === "mtime" && value !== "checkout" && value !== "commit")
      throw new Rejection(`invalid mtime value: "${value}"`);
  }
  validateRef(parameters, fragment);
}
function validateRef(parameters, fragment) {
  const [fragmentRef = ""] = fragment.split(":");
  const tag = prefixed("refs/tags/", parameters.get("tag"));
  const branch = prefixed("refs/heads/", parameters.get("branch"));
  if (tag !== null && branch !== null) throw new Rejection("branch conflicts with tag");
  const refs = [fragmentRef || null, parameters.get("ref"), tag, branch].filter((ref) => ref !== null);
  if (new Set(refs).size > 1) throw new Rejection(`ref conflicts: ${refs.join(" and ")}`);
}
function prefixed(prefix2, name) {
  return name === null || name.startsWith(prefix2) ? name : prefix2 + name;
}

// src/dockerfile/copy-rules.ts
var CHECKSUM = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
function validateCopy(parts) {
  if (parts.chown !== "" && parts.link && parts.chown.split(/:(.*)/s, 2).some(isOwnerName)) {
    throw new Rejection(`--chown=${parts.chown}: names can't be resolved when used with --link, use numeric uid[:gid]`);
  }
  if (parts.chmod !== "") validateMode(parts.chmod);
  if (parts.checksum !== "") validateChecksumUse(parts.sources);
  for (const source of parts.sources) validateSource(source, parts);
}
function isOwnerName(part) {
  if (part === "" || part === "root") return false;
  const id = parseInteger(part);
  return id === null || Math.abs(id) >= 2 ** 31;
}
function validateChecksumUse(sources) {
  const [source = "", ...more] = sources;
  if (sources.length !== 1 || more.length > 0) throw new Rejection("checksum can't be specified for multiple sources");
  if (!isHttpSource(source) && !isGitSource(source)) throw new Rejection("checksum requires HTTP(S) or Git sources");
}
function validateSource(source, parts) {
  if (isGitSource(source)) {
    if (!parts.add) throw new Rejection("source can't be a git ref for COPY");
  } else if (isHttpSource(source)) {
    if (!parts.add) throw new Rejection("source can't be a URL for COPY");
    if (parts.checksum !== "" && !CHECKSUM.test(parts.checksum)) {
      throw new Rejection(`invalid checksum: ${parts.checksum}`);
    }
  }
}
function validateMode(mode) {
  if (/^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) > 4095 : !isSymbolicMode(mode)) {
    throw new Rejection(`invalid chmod parameter: '${mode}'. it should be octal string and between 0 and 07777`);
  }
}
function isSymbolicMode(mode) {
  return mode.split(",").every((clause) => /^[augo]*(?:[-+=][rstwXxugo]*)+$/.test(clause));
}

// src/dockerfile/check-build-step.ts
function checkRun(command, bound, context) {
  const { workingDir } = context.state;
  command.mounts.forEach((mount, index) => {
    validateMount(mount, (text6) => expand(text6, context).text, workingDir.value ?? "/");
    if (command.froms[index] !== "") refuseLater(bound.sources[index], context.node);
  });
}
function checkCopy(command, bound, context) {
  const text6 = (word) => expand(word, context).text;
  const parts = {
    add: command.add,
    sources: command.sources.map(text6),
    chown: text6(command.chown),
    chmod: text6(command.chmod),
    checksum: text6(command.checksum),
    link: command.link
  };
  text6(command.destination);
  for (const content of command.contents) {
    expandWord(content, context.scope, { escapeToken: "\\", plainQuotes: true });
  }
  refuseLater(bound.sources[0], context.node);
  validateCopy(parts);
}
function refuseLater(source, node2) {
  if (source?.stage == null || source.position <= node2.position) return;
  throw new Rejection(
    `the stage "${source.stage.from.name ?? source.position}" comes after the one that copies from it`
  );
}

// src/dockerfile/stop-signal.ts
var NAMES = new Set(
  "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX".split(" ")
);
function validateSignal(text6) {
  const number4 = parseInteger(text6);
  const name = text6.toUpperCase().replace(/^SIG/, "");
  const realTime = /^RT(?:MIN\+([1-9]|1[0-5])|MAX-([1-9]|1[0-4]))$/.test(name);
  if (number4 === 0 || number4 === null && !NAMES.has(name) && !realTime)
    throw new Rejection(`invalid signal: ${text6}`);
}

// src/dockerfile/apply-step.ts
function applyStep(bound, context) {
  const { command, instruction } = bound.step;
  const from = instruction.location;
  const { state } = context;
  switch (command.kind) {
    case "env":
      applyEnv(command, from, context);
      break;
    case "label":
      applyLabel(command, from, context);
      break;
    case "arg":
      applyArg(command, context);
      break;
    case "run":
      checkRun(command, bound, context);
      break;
    case "copy":
      checkCopy(command, bound, context);
      break;
    case "cmd":
      state.cmd = { value: withShell(command, state), known: true, from };
      state.cmdInStage = true;
      break;
    case "entrypoint":
      applyEntrypoint(command, from, state);
      break;
    case "healthcheck":
      state.healthcheck = { value: command.health, known: true, from };
      break;
    case "shell":
      state.shell = { value: command.words, known: true, from };
      break;
    case "user": {
      const { text: text6, known: known2 } = expand(command.value, context);
      state.user = { value: text6, known: known2, from };
      break;
    }
    case "workdir":
      applyWorkdir(command.value, from, context);
      break;
    case "stopsignal": {
      const { text: text6, known: known2 } = expand(command.value, context);
      validateSignal(text6);
      state.stopSignal = { value: text6, known: known2, from };
      break;
    }
    case "expose":
      applyExpose(command, from, context);
      break;
    case "volume":
      applyVolume(command, from, context);
      break;
    case "onbuild":
    case "maintainer":
      break;
  }
}

// src/dockerfile/persistent-array.ts
var BITS = 5;
var WIDTH = 2 ** BITS;
var PersistentArray = class {
  #root;
  #depth;
  #owner = {};
  constructor(parent) {
    this.#root = parent === void 0 ? { owner: this.#owner, slots: [] } : parent.#root;
    this.#depth = parent === void 0 ? 1 : parent.#depth;
  }
  get(index) {
    if (index >= WIDTH ** this.#depth) return void 0;
    let node2 = this.#root;
    for (let level = this.#depth - 1; level > 0 && node2 !== void 0; level--) {
      node2 = node2.slots[digit(index, level)];
    }
    return node2?.slots[digit(index, 0)];
  }
  set(index, value) {
    for (; index >= WIDTH ** this.#depth; this.#depth++) this.#root = { owner: this.#owner, slots: [this.#root] };
    this.#root = this.#own(this.#root);
    let node2 = this.#root;
    for (let level = this.#depth - 1; level > 0; level--) {
      const at = digit(index, level);
      const next = this.#own(node2.slots[at]);
      node2.slots[at] = next;
      node2 = next;
    }
    node2.slots[digit(index, 0)] = value;
  }
  #own(node2) {
    return node2?.owner === this.#owner ? node2 : { owner: this.#owner, slots: [...node2?.slots ?? []] };
  }
};
function digit(index, level) {
  return Math.floor(index / WIDTH ** level) % WIDTH;
}

// src/dockerfile/variables.ts
var UNBOUND = { env: null, arg: null };
var NameTable = class {
  #numbers = /* @__PURE__ */ new Map();
  numberOf(name) {
    const known2 = this.#numbers.get(name);
    if (known2 !== void 0) return known2;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
  find(name) {
    return this.#numbers.get(name) ?? null;
  }
};
var Variables = class _Variables {
  #names;
  #bindings;
  constructor(names, bindings) {
    this.#names = names;
    this.#bindings = bindings;
  }
  static none(names) {
    return new _Variables(names, new PersistentArray());
  }
  /** Those that a child stage starts with. The parent's must not be changed any more. */
  inherit() {
    return new _Variables(this.#names, new PersistentArray(this.#bindings));
  }
  /**
   * In a later stage an inherited ENV wins over an inherited ARG, whatever their order was; so would the ENV of an
   * unresolved base (`complete: false`), which makes such an ARG uncertain.
   */
  lookup(name, stage2, complete) {
    const number4 = this.#names.find(name);
    const binding = number4 === null ? void 0 : this.#bindings.get(number4);
    if (binding === void 0) return null;
    const { env, arg } = binding;
    if (arg === null || arg.stage !== stage2 && env !== null) return env;
    return arg.stage === stage2 || complete ? arg : { value: arg.value, known: false };
  }
  setEnv(name, env) {
    this.#bindings.set(this.#names.numberOf(name), { env, arg: null });
  }
  setArg(name, arg, stage2) {
    const number4 = this.#names.numberOf(name);
    const { env } = this.#bindings.get(number4) ?? UNBOUND;
    this.#bindings.set(number4, { env, arg: { ...arg, stage: stage2 } });
  }
};

// src/dockerfile/run-stages.ts
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function runStages(nodes, options) {
  const names = new NameTable();
  const states = /* @__PURE__ */ new Map();
  const assignments = [];
  for (const node2 of nodes) {
    if (node2.stage === null) continue;
    const parent = node2.parent === null ? void 0 : states.get(node2.parent);
    const state = atLine(
      node2.location.startLine,
      () => parent === void 0 ? startFromImage(node2, names, options) : startFromStage(parent)
    );
    states.set(node2, state);
    for (const bound of node2.steps) {
      runStep(bound, node2, state, options, (kind, name, value) => {
        const { location: location2 } = bound.step.instruction;
        if (!bound.triggered) assignments.push({ kind, name, value, stage: node2.position, location: location2 });
      });
    }
  }
  return { states, assignments };
}
function startFromStage(parent) {
  return withPath({ ...parent, variables: parent.variables.inherit(), cmdInStage: false }, true);
}
function startFromImage(node2, names, options) {
  const base = options.baseOf(node2);
  const { config: config2 } = base;
  const platformOs = options.platformOs(node2);
  const line2 = node2.location;
  const placed = (setting) => setting.value === null || node2.base === "scratch" ? setting : { ...setting, from: setting.from ?? line2 };
  const variables2 = Variables.none(names);
  let hasPath = false;
  for (const { value, known: known2 } of config2.env.entries) {
    const equals = value.indexOf("=");
    const name = equals < 0 ? value : value.slice(0, equals);
    variables2.setEnv(name, { value: equals < 0 ? "" : value.slice(equals + 1), known: known2 });
    hasPath ||= name === "PATH";
  }
  const workingDir = placed(config2.workingDir);
  const state = {
    user: placed(config2.user),
    healthcheck: placed(config2.healthcheck),
    entrypoint: placed(config2.entrypoint),
    cmd: placed(config2.cmd),
    workingDir: workingDir.value === null ? workingDir : { ...workingDir, value: resolveWorkdir(workingDir.value, workingDir.value, platformOs) },
    stopSignal: placed(config2.stopSignal),
    shell: placed(config2.shell),
    additions: { last: { kind: "base", base, line: line2, known: true, from: null }, before: null },
    variables: variables2,
    complete: config2.env.complete,
    hasPath,
    cmdInStage: false,
    os: base.os,
    platformOs
  };
  return withPath(state, config2.env.complete);
}
function withPath(state, known2) {
  if (state.hasPath || state.platformOs === "windows") return state;
  addTo(state, { kind: "env", name: "PATH", value: DEFAULT_PATH, known: known2, from: null });
  state.variables.setEnv("PATH", { value: DEFAULT_PATH, known: known2 });
  state.hasPath = true;
  return state;
}
function runStep(bound, node2, state, options, onAssign) {
  let certain = true;
  const scope = {
    lookup: (name) => {
      const variable = state.variables.lookup(name, node2.position, state.complete);
      certain &&= variable?.known ?? state.complete;
      return variable;
    },
    complete: state.complete,
    spend: (characters) => options.budget.spendCharacters(characters)
  };
  const { escapeToken, args } = options;
  atLine(bound.line, () => {
    try {
      applyStep(bound, { node: node2, state, scope, escapeToken, args, onAssign });
    } catch (error2) {
      const excused = options.assumeBuilds && !certain && error2 instanceof Rejection && !(error2 instanceof Overload);
      if (!excused) throw error2;
      forget(bound.step.command, bound.step.instruction.location, state);
    }
  });
}

// src/dockerfile/evaluate.ts
function evaluateDockerfile(parsed, options) {
  return evaluate(parsed, options).evidence;
}
function evaluate(parsed, options) {
  const budget = new Budget2();
  const platform = atLine(1, () => parsePlatform2(options.platform));
  const args = evaluateGlobalArgs(parsed, { given: options.buildArgs, platform, target: options.target, budget });
  const assumeBuilds = options.assumeBuilds ?? false;
  const graph = new StageGraph(parsed, { scope: globalScope(args.globals, budget), assumeBuilds });
  const target = graph.target(options.target);
  const platformOf = (node2) => rootOf(node2).platform ?? platform;
  const baseOf2 = memoize((node2) => lookUpBase(node2, platform, platformOf(node2), options));
  const nodes = resolveReachable(graph, target, baseOf2, budget);
  const platformOs = (node2) => (node2.base === SCRATCH ? platform : platformOf(node2)).os;
  const run = runStages(nodes, { escapeToken: parsed.escapeToken, args, baseOf: baseOf2, platformOs, assumeBuilds, budget });
  const state = run.states.get(target);
  if (state === void 0) throw new DockerfileError("the target stage was not built", target.location.startLine);
  const pulled = listPulledImages(nodes, parsed.syntax);
  const config2 = toEffectiveConfig(state);
  const evidence = {
    file: parsed.file,
    stages: graph.nodes.flatMap((node2) => describeStage(node2) ?? []),
    target: target.position,
    reachable: nodes.flatMap((node2) => node2.stage === null ? [] : node2.position),
    pulledImages: pulled,
    base: outerBase(rootOf(target)),
    assignments: [...globalAssignments(parsed, args), ...run.assignments],
    config: config2
  };
  return { evidence, base: { os: state.os, config: config2, onBuild: leftBehind2(target) } };
}
function rootOf(node2) {
  let root = node2;
  while (root.parent !== null) root = root.parent;
  return root;
}
function lookUpBase(node2, target, platform, options) {
  if (node2.base === SCRATCH) return scratchBase(target.os);
  const known2 = node2.base === null ? null : options.baseConfig(node2.base, formatPlatform2(platform));
  return known2 ?? unresolvedBase(platform.os);
}
function memoize(work) {
  const known2 = /* @__PURE__ */ new Map();
  return (key) => {
    const value = known2.get(key) ?? work(key);
    known2.set(key, value);
    return value;
  };
}
function describeStage(node2) {
  if (node2.stage === null) return null;
  return {
    index: node2.position,
    name: node2.stage.from.name,
    from: node2.written,
    base: node2.base,
    parent: node2.parent?.position ?? null,
    platform: node2.platform === null ? null : formatPlatform2(node2.platform),
    instructions: node2.stage.steps.map((step) => step.instruction),
    location: node2.location
  };
}
function globalAssignments(parsed, args) {
  return parsed.globalArgs.flatMap(({ command, instruction }) => {
    if (command.kind !== "arg") return [];
    return command.args.map(({ name, value }) => {
      const held = value === null ? null : args.globals.get(name) ?? null;
      return { kind: "arg", name, value: held, stage: null, location: instruction.location };
    });
  });
}
function leftBehind2(target) {
  return target.steps.flatMap(
    ({ step: { command, instruction } }) => command.kind === "onbuild" ? [{ value: command.trigger, known: true, from: instruction.location }] : []
  );
}

// src/evidence/read-dockerfile.ts
var LARGEST = 64 * 1024 * 1024;
async function gatherDockerfile(request, files) {
  const file = repositoryPath(request.path, request.workingDirectory);
  const text6 = await readFile(request, files);
  try {
    return evaluateDockerfile(readDockerfile(text6, file), {
      target: request.target,
      buildArgs: request.buildArgs,
      platform: request.platform,
      baseConfig: () => null,
      assumeBuilds: true
    });
  } catch (error2) {
    if (!(error2 instanceof DockerfileError)) throw error2;
    throw new UsageError(
      "bad-dockerfile",
      `${file}:${error2.line}: ${error2.message}`,
      "Correct the Dockerfile: a build would reject it too."
    );
  }
}
function repositoryPath(path, workingDirectory) {
  const root = resolve3(workingDirectory);
  const inside = relative(root, resolve3(root, path)).split(sep).join("/");
  if (inside === "" || inside === ".." || inside.startsWith("../") || /^[A-Za-z]:/.test(inside)) {
    throw new UsageError(
      "dockerfile-outside",
      `${path} lies outside the working directory.`,
      "Set working-directory to the root of the repository."
    );
  }
  return inside;
}
async function readFile({ path, workingDirectory }, files) {
  const full = resolve3(workingDirectory, path);
  const stat = await files.stat(full);
  if (stat === null)
    throw new UsageError(
      "no-dockerfile",
      `There is no Dockerfile at ${path}.`,
      "Check the path; it is relative to the working directory."
    );
  if (stat.kind !== "file")
    throw new UsageError("no-dockerfile", `${path} is not a file.`, "Name the Dockerfile itself.");
  try {
    return await files.readBytes(full, LARGEST);
  } catch (error2) {
    const code2 = errorCode(error2);
    const why = code2 === "EFBIG" ? `it is larger than ${LARGEST / 1024 / 1024} MiB` : errorMessage(error2);
    throw new UsageError("no-dockerfile", `${path} cannot be read: ${why}.`, "Check the file and its permissions.");
  }
}

// src/commands/gather.ts
var TEXTS2 = ["/etc/passwd", "/etc/group"];
async function gather(pair, settings, host) {
  const problems = [];
  const attempt = async (work) => {
    try {
      return await work();
    } catch (error2) {
      host.log.debug(detailOf(error2));
      problems.push(toProblem(error2));
      return null;
    }
  };
  const { image, dockerfile: path } = pair;
  const opened = image === null ? null : await attempt(() => open2(image, settings, host));
  const platform = opened?.evidence.platform ?? settings.platform ?? `linux/${architecture(host)}`;
  const { workingDirectory, target, buildArg: buildArgs } = settings;
  const dockerfile = path === null ? null : await attempt(() => gatherDockerfile({ path, workingDirectory, target, buildArgs, platform }, host.files));
  return {
    image,
    dockerfile: path === null ? null : pathOrAsNamed(path, workingDirectory),
    repository: opened?.repository ?? null,
    evidence: { dockerfile, image: opened?.evidence ?? null, scan: null },
    trivyInput: opened?.trivyInput ?? null,
    problems
  };
}
async function addScan(gathered, scan2, host) {
  const { evidence, trivyInput } = gathered;
  const { image } = evidence;
  if (image === null || trivyInput === null) return gathered;
  const found = await host.progress.phase(`Scanning ${image.reference}`, () => scan2(trivyInput, image.platform));
  return {
    ...gathered,
    evidence: { ...evidence, scan: found.evidence },
    problems: [...gathered.problems, ...found.problems]
  };
}
function open2(reference, settings, host) {
  return host.progress.phase(
    `Reading image ${reference}`,
    () => openImage(
      reference,
      { platform: settings.platform, texts: TEXTS2, workingDirectory: settings.workingDirectory },
      host
    )
  );
}
function architecture({ machine }) {
  return machine.arch === "x64" ? "amd64" : machine.arch;
}
function pathOrAsNamed(path, workingDirectory) {
  try {
    return repositoryPath(path, workingDirectory);
  } catch {
    return path;
  }
}

// src/commands/scanner.ts
import { join as join12, resolve as resolve4 } from "node:path";

// src/trivy/platform.ts
function platformText(config2) {
  return [config2.os, config2.architecture, ...config2.variant === null ? [] : [config2.variant]].join("/");
}
function samePlatform(a, b) {
  return normalised(a) === normalised(b);
}
var ARCHITECTURES2 = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  i386: "386",
  armhf: "arm"
};
var IMPLIED_VARIANTS = { arm64: "v8", arm: "v7", amd64: "v1" };
function normalised(platform) {
  const [os = "", name = "", variant] = platform.toLowerCase().split("/");
  const architecture2 = ARCHITECTURES2[name] ?? name;
  return [os, architecture2, variant ?? IMPLIED_VARIANTS[architecture2] ?? ""].join("/");
}

// src/trivy/assess-scan.ts
function assessScan(scan2, scanners, expectedPlatform) {
  const platform = expectedPlatform === null ? null : platformProblem(scan2, expectedPlatform);
  const packages = scanners.includes("vuln") ? packageProblem(scan2) : null;
  return [platform, packages].filter((problem2) => problem2 !== null);
}
function platformProblem(scan2, expected) {
  return samePlatform(scan2.platform, expected) ? null : {
    kind: "verify",
    code: "scan-platform",
    message: `The image that was scanned is for ${scan2.platform}, not for ${expected}`,
    advice: "Build or pull the image for the platform that is to be checked, or change --platform."
  };
}
function packageProblem(scan2) {
  const { os, osPackages, languagePackages } = scan2;
  if (os === null) {
    return languagePackages > 0 ? null : {
      kind: "verify",
      code: "scan-nothing-recognised",
      message: "Trivy recognised neither a distribution nor any package in the image, so it cannot know of its advisories",
      advice: 'Keep the package metadata in the image (Go build information, node_modules, an SBOM), or leave "vuln" out of --scanners.'
    };
  }
  if (os.family === "none" || os.family === "") {
    return {
      kind: "verify",
      code: "scan-unknown-os",
      message: "Trivy does not know the distribution of the image, so it has no advisories for its packages",
      advice: 'Build on a distribution that Trivy supports, or leave "vuln" out of --scanners.'
    };
  }
  if (osPackages === 0) {
    return {
      kind: "verify",
      code: "scan-no-os-packages",
      message: `The image is ${os.family} ${os.name}, but Trivy found none of its packages`,
      advice: "Keep the package database in the image (/lib/apk/db, /var/lib/dpkg, /var/lib/rpm)."
    };
  }
  if (scan2.osVersionKnown === false) {
    return {
      kind: "verify",
      code: "scan-unknown-os-version",
      message: `Trivy does not know version ${os.name} of ${os.family}, so it has no advisories for its packages`,
      advice: "Build on a released version of the distribution, or use a newer version of Trivy."
    };
  }
  return null;
}

// src/trivy/database.ts
import { join as join8 } from "node:path";

// src/trivy/bolt-file.ts
function boltFault(head, size) {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const first = readMeta(view, 0);
  const second = PAGE_SIZES.map((pageSize) => readMeta(view, pageSize)).find((meta2) => meta2 !== null) ?? null;
  const metas = [first, second].filter((meta2) => meta2 !== null);
  const current = metas.sort((a, b) => a.transaction < b.transaction ? 1 : -1)[0];
  if (current === void 0) {
    return "it is not a bbolt file";
  }
  const wanted = current.pages * BigInt(current.pageSize);
  return BigInt(size) < wanted ? `it has ${size} of at least ${wanted} bytes` : null;
}
var BOLT_HEAD_BYTES = 128 * 1024;
var PAGE_SIZES = [4096, 8192, 16384, 32768, 65536];
var MAGIC2 = 3977042669;
var VERSION = 2;
var PAGE_HEADER = 16;
var META_BYTES = 64;
function readMeta(view, page) {
  const start = page + PAGE_HEADER;
  if (view.byteLength < start + META_BYTES) {
    return null;
  }
  const isMeta = view.getUint32(start, true) === MAGIC2 && view.getUint32(start + 4, true) === VERSION;
  if (!isMeta || view.getBigUint64(start + 56, true) !== fnv1a(view, start, 56)) {
    return null;
  }
  return {
    pageSize: view.getUint32(start + 8, true),
    pages: view.getBigUint64(start + 40, true),
    transaction: view.getBigUint64(start + 48, true)
  };
}
function fnv1a(view, start, length) {
  let hash = 0xcbf29ce484222325n;
  for (let index = start; index < start + length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(index))) * 0x100000001b3n);
  }
  return hash;
}

// src/trivy/failures.ts
var FAILURES = {
  timeout: {
    patterns: [/context deadline exceeded/],
    message: "Trivy did not finish in time",
    advice: "Give it more time with --timeout, or look for a very large layer in the image."
  },
  "no-space": {
    // The system's own words, as Go prints them.
    patterns: [/no space left on device/i, /disk quota exceeded/i, /not enough space on the disk/i],
    message: "Trivy ran out of disk space",
    advice: "Free space for temporary files and for the Trivy cache, or move the cache with --trivy-cache-dir."
  },
  killed: {
    patterns: [/fatal error: runtime: out of memory/, /cannot allocate memory/i],
    message: "Trivy was ended by the system, most likely for want of memory",
    advice: "Use a machine with more memory, or a smaller image."
  },
  "cache-locked": {
    patterns: [/cache may be in use by another process/, /Failed to acquire cache or database lock/],
    message: "The Trivy cache is in use by another process",
    advice: "Let the other scan finish, or give each job a cache folder of its own with --trivy-cache-dir."
  },
  "java-database": {
    patterns: [/Unable to initialize the Java DB/, /Java DB update failed/, /\[javadb\]/],
    message: "The image holds Java archives, and the Java database of Trivy is not there",
    advice: "Allow the download of the Java database (no --skip-db-update), or put java-db/trivy-java.db and its metadata.json into the Trivy cache."
  },
  "database-missing": {
    patterns: [/The first run cannot skip downloading DB/, /--skip-db-update cannot be specified on the first run/],
    message: "There is no advisory database in the Trivy cache",
    advice: "Allow the download of the database, or put db/trivy.db and db/metadata.json into the Trivy cache."
  },
  "database-schema": {
    patterns: [/old DB schema/, /Trivy version is old/, /version of DB schema doesn't match/],
    message: "The advisory database and this version of Trivy do not fit together",
    advice: "Let the database be downloaded again, or use the version of Trivy that it was made for."
  },
  "database-corrupt": {
    patterns: [/failed to open db/, /invalid database/, /file size too small/, /bbolt/, /unexpected fault address/],
    message: "The advisory database is damaged",
    advice: "Remove the folder db from the Trivy cache and run again."
  },
  "rate-limit": {
    patterns: [/TOOMANYREQUESTS/i, /status code 429/, /rate ?limit/i],
    message: "The registry refuses further downloads for now",
    advice: "Run again later, or name another registry with --db-repository."
  },
  "registry-denied": {
    patterns: [/\bUNAUTHORIZED\b/, /\bDENIED\b/, /status code 40[13]/],
    message: "The registry refuses the download",
    advice: "Name a registry that can be read without logging in, with --db-repository."
  },
  "registry-not-found": {
    patterns: [/\b(?:MANIFEST|NAME|BLOB)_UNKNOWN\b/, /status code 404/],
    message: "The registry does not have what was asked for",
    advice: "Check the repository and its tag."
  },
  "image-not-found": {
    patterns: [
      /unable to open .* as a Docker image/,
      /no such file or directory/,
      /unable to find the specified image/
    ],
    message: "Trivy did not find the image",
    advice: "Check that the image is there, and was not removed while it was scanned."
  },
  "image-damaged": {
    patterns: [
      /failed to analyze layer/,
      /unable to (?:get|extract) .*layer/,
      /archive\/tar:/,
      /gzip: invalid/,
      /flate: corrupt/,
      /unsupported artifact type/,
      /tarball must contain only a single image/,
      /invalid character .* looking for/,
      /unexpected end of JSON input/
    ],
    message: "The image is damaged, or of a kind that Trivy cannot read",
    advice: "Build or save the image again. The details say which part could not be read."
  },
  network: {
    patterns: [
      /no such host/,
      /server misbehaving/,
      /connection refused/,
      /connection reset/,
      /network is unreachable/,
      /i\/o timeout/,
      /TLS handshake/,
      /x509:/,
      /unexpected EOF/
    ],
    message: "Trivy could not reach the network",
    advice: "Check name resolution, proxy (HTTPS_PROXY, NO_PROXY) and certificates (SSL_CERT_FILE), or work with --skip-db-update."
  },
  "database-download": {
    patterns: [/failed to download vulnerability DB/, /failed to download artifact/],
    message: "The advisory database could not be downloaded",
    advice: "Check the registry, or name another one with --db-repository."
  },
  "cache-unusable": {
    patterns: [
      /unable to initialize (?:fs )?cache/,
      /failed to create cache dir/,
      /permission denied/i,
      /read-only file system/
    ],
    message: "Trivy cannot write to its cache or temporary folder",
    advice: "Name a folder that can be written to with --trivy-cache-dir."
  },
  crash: {
    patterns: [/^panic: /m, /^fatal error: /m, /^goroutine \d+ /m],
    message: "Trivy crashed",
    advice: "Run again with --debug and report it to Trivy; an advisory database that is damaged does this too: remove the folder db from the Trivy cache."
  },
  usage: {
    patterns: [/unknown flag/, /unknown shorthand flag/, /unknown command/, /invalid argument/],
    message: "This Trivy does not know the options that it was given",
    advice: "Use a supported version of Trivy."
  },
  unknown: {
    patterns: [],
    message: "Trivy failed for a reason that is not known to the gate",
    advice: "Run again with --debug to see what Trivy says."
  }
};
function categorise(run) {
  if (run.timedOut) {
    return "timeout";
  }
  if (run.signal === "SIGKILL") {
    return "killed";
  }
  const text6 = run.stderr.replace(/^.*\t(?:DEBUG|INFO|WARN)\t.*$/gm, "");
  const categories = Object.keys(FAILURES).filter(isCategory);
  const found = categories.find((category) => FAILURES[category].patterns.some((pattern) => pattern.test(text6)));
  return found ?? (run.signal === null ? "unknown" : "crash");
}
function isCategory(text6) {
  return Object.hasOwn(FAILURES, text6);
}
function trivyFailure(run, task) {
  const category = categorise(run);
  const { message, advice } = FAILURES[category];
  return new VerifyError(`trivy-${category}`, `${message} (${task}; ${ending(run)})`, advice, describeRun(run));
}
function describeRun(run) {
  const lines = run.stderr.trimEnd().split(/\r?\n/).slice(-LAST_LINES);
  return [`$ ${run.argv.join(" ")}`, ending(run), ...lines.map((line2) => line2.slice(0, LONGEST_LINE2))].join("\n");
}
var LAST_LINES = 40;
var LONGEST_LINE2 = 2e3;
function ending(run) {
  if (run.timedOut) {
    return "ended for lack of time";
  }
  return run.signal === null ? `exit code ${run.exitCode}` : `ended by ${run.signal}`;
}

// src/trivy/run-trivy.ts
async function runTrivy(path, args, timeoutMs, workspace, host) {
  const argv = [path, ...args];
  host.log.debug(`run: ${argv.join(" ")}`);
  try {
    const result2 = await host.exec.run(path, args, {
      cwd: workspace.cwd,
      env: workspace.env,
      timeoutMs,
      onStderrLine: (line2) => host.log.debug(`trivy: ${line2}`)
    });
    return { ...result2, argv };
  } catch (error2) {
    const code2 = errorCode(error2);
    if (!START_ERRORS.has(code2)) {
      throw error2;
    }
    throw new VerifyError(
      "trivy-start",
      `Trivy at ${path} could not be started: ${code2}`,
      "Check that the file is an executable for this machine and that its file system allows execution.",
      argv.join(" ")
    );
  }
}
var START_ERRORS = /* @__PURE__ */ new Set([
  "ENOENT",
  "EACCES",
  "EPERM",
  "ENOEXEC",
  "ENOMEM",
  "EAGAIN",
  "UNKNOWN"
]);

// src/trivy/scan-args.ts
var WITHOUT_NETWORK_EXTRAS = ["--disable-telemetry", "--skip-version-check", "--no-progress"];
var TRIVY_TIMEOUT_OFF = ["--timeout=24h"];
function scanArgs(scan2, workspace, cache) {
  return [
    "image",
    `--input=${scan2.input}`,
    `--output=${scan2.reportFile}`,
    "--format=json",
    `--scanners=${scan2.scanners.join(",")}`,
    "--list-all-pkgs",
    "--show-suppressed",
    `--config=${workspace.configFile}`,
    `--ignorefile=${workspace.ignoreFile}`,
    `--secret-config=${workspace.secretConfigFile}`,
    `--cache-dir=${scan2.cacheDir}`,
    `--cache-backend=${cache}`,
    "--skip-db-update",
    ...scan2.skipDbUpdate ? ["--skip-java-db-update"] : [],
    "--skip-check-update",
    "--skip-vex-repo-update",
    "--offline-scan",
    ...WITHOUT_NETWORK_EXTRAS,
    ...TRIVY_TIMEOUT_OFF
  ];
}

// src/trivy/workspace.ts
import { join as join7 } from "node:path";
async function withWorkspace(host, work) {
  const folder2 = await host.files.makeTempFolder();
  try {
    return await work(await makeWorkspace(folder2, host));
  } finally {
    await host.files.remove(folder2);
  }
}
async function makeWorkspace(folder2, host) {
  const [cwd, home, temp] = [join7(folder2, "work"), join7(folder2, "home"), join7(folder2, "tmp")];
  for (const path of [cwd, home, temp]) {
    await host.files.makeFolder(path);
  }
  const configFile = join7(folder2, "trivy.yaml");
  const ignoreFile = join7(folder2, "ignore");
  const secretConfigFile = join7(folder2, "secret.yaml");
  await host.files.writeText(configFile, "");
  await host.files.writeText(ignoreFile, "");
  await host.files.writeText(secretConfigFile, "{}\n");
  return {
    cwd,
    configFile,
    ignoreFile,
    secretConfigFile,
    env: {
      ...host.env.pick(PASSED_ON),
      HOME: home,
      USERPROFILE: home,
      TMPDIR: temp,
      TEMP: temp,
      TMP: temp
    }
  };
}
var PASSED_ON = [
  "PATH",
  "SystemRoot",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR"
];

// src/trivy/database-download.ts
var DEFAULT_DB_REPOSITORIES = [
  "mirror.gcr.io/aquasec/trivy-db:2",
  "ghcr.io/aquasecurity/trivy-db:2"
];
async function downloadDatabase(trivy, settings, host) {
  const repositories = settings.repositories.length === 0 ? DEFAULT_DB_REPOSITORIES : settings.repositories;
  repositories.forEach(checkRepository);
  const deadline = host.clock.now().getTime() + settings.timeoutMs;
  const failures = [];
  await host.files.makeFolder(settings.cacheDir);
  for (const repository of repositories) {
    const timeLeft = deadline - host.clock.now().getTime();
    if (timeLeft <= 0) {
      break;
    }
    const failure2 = await host.progress.phase(
      `Advisory database from ${repository}`,
      () => downloadFrom(repository, trivy, settings.cacheDir, timeLeft, host)
    );
    if (failure2 === null) {
      return repository;
    }
    host.log.debug(failure2.detail);
    failures.push(failure2);
  }
  throw allFailed(failures);
}
async function downloadFrom(repository, trivy, cacheDir, timeoutMs, host) {
  return withWorkspace(host, async (workspace) => {
    const args = [
      "image",
      "--download-db-only",
      `--db-repository=${repository}`,
      `--config=${workspace.configFile}`,
      `--cache-dir=${cacheDir}`,
      ...WITHOUT_NETWORK_EXTRAS,
      ...TRIVY_TIMEOUT_OFF
    ];
    const run = await runTrivy(trivy.path, args, timeoutMs, workspace, host);
    return run.exitCode === 0 ? null : trivyFailure(run, `database from ${repository}`);
  });
}
function allFailed(failures) {
  const [first, ...others2] = failures;
  if (first !== void 0 && others2.length === 0) {
    return first;
  }
  return new VerifyError(
    "trivy-database-download",
    `The advisory database could not be downloaded: ${failures.map((failure2) => failure2.message).join("; ")}`,
    first?.advice ?? "Give it more time with --timeout.",
    failures.map((failure2) => failure2.detail).join("\n")
  );
}
function checkRepository(repository) {
  if (!/^[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[a-z0-9._-]+)+(?::[\w.-]{1,128})?(?:@sha256:[0-9a-f]{64})?$/i.test(
    repository
  )) {
    throw new UsageError(
      "db-repository",
      `Not a repository for the advisory database: ${JSON.stringify(repository.slice(0, 120))}`,
      "Give it like ghcr.io/aquasecurity/trivy-db:2, without a scheme."
    );
  }
}

// src/trivy/database-metadata.ts
var SCHEMA_VERSION = 2;
var SKEW_MS = 60 * 60 * 1e3;
var Metadata = object({
  Version: number2(),
  UpdatedAt: iso_exports.datetime({ offset: true }).optional()
});
function decodeMetadata(text6, source) {
  const decoded = Metadata.safeParse(parseJson(text6));
  if (!decoded.success) {
    throw new VerifyError(
      "database-metadata",
      `${source} does not describe an advisory database`,
      "Remove the folder db from the Trivy cache and let it be downloaded again.",
      prettifyError(decoded.error)
    );
  }
  const { Version: version2, UpdatedAt: updatedAt } = decoded.data;
  if (version2 !== SCHEMA_VERSION) {
    throw new VerifyError(
      "database-schema",
      `${source}: the advisory database has schema ${version2}; Trivy reads schema ${SCHEMA_VERSION}`,
      "Use a repository with the tag :2, or let the database be downloaded again."
    );
  }
  return { updatedAt: updatedAt === void 0 || updatedAt.startsWith("0001-") ? null : updatedAt };
}
function checkAge(metadata, source, now, maxAgeMs) {
  if (maxAgeMs === null) {
    return;
  }
  if (metadata.updatedAt === null) {
    throw new VerifyError(
      "database-undated",
      `${source}: the advisory database does not say when it was made`,
      "Let the database be downloaded again, or switch the age check off with --max-db-age."
    );
  }
  const ageMs = now.getTime() - Date.parse(metadata.updatedAt);
  if (ageMs < -SKEW_MS) {
    throw new VerifyError(
      "database-future",
      `${source}: the advisory database claims to be of ${metadata.updatedAt}, which is yet to come`,
      "Check the clock of this machine and where the database comes from."
    );
  }
  if (ageMs > maxAgeMs) {
    throw new VerifyError(
      "database-old",
      `${source}: the advisory database is of ${metadata.updatedAt}, ${hours(ageMs)} old; at most ${hours(maxAgeMs)} are allowed`,
      "Let the database be downloaded again (no --skip-db-update), or allow an older one with --max-db-age."
    );
  }
}
function parseJson(text6) {
  try {
    return JSON.parse(text6);
  } catch {
    return null;
  }
}
function hours(ms) {
  return ms < 60 * 60 * 1e3 ? `${Math.ceil(ms / 6e4)} min` : `${Math.floor(ms / (60 * 60 * 1e3))} h`;
}

// src/trivy/database.ts
async function prepareDatabase(trivy, settings, host) {
  if (settings.skipUpdate) {
    return { ...await usable(settings, host), source: `${settings.cacheDir}, not updated` };
  }
  const before = await host.files.stat(metadataFile(settings)) === null ? null : await readMetadataText(settings, host);
  try {
    const repository = await downloadDatabase(trivy, settings, host);
    const facts = await usable(settings, host);
    const kept = before !== null && before === await readMetadataText(settings, host);
    return { ...facts, source: kept ? `${settings.cacheDir}, still current` : repository };
  } catch (error2) {
    if (!(error2 instanceof VerifyError) || before === null || settings.maxAgeMs === null) {
      throw error2;
    }
    return { ...await fallback(error2, settings, host), source: `${settings.cacheDir}, update failed` };
  }
}
async function fallback(error2, settings, host) {
  const facts = await usable(settings, host).catch(() => null);
  if (facts === null) {
    throw error2;
  }
  host.log.warning(`${error2.message}. The database of ${facts.updatedAt} in the cache is young enough and is used.`);
  return facts;
}
async function usable(settings, host) {
  const file = join8(settings.cacheDir, "db", "trivy.db");
  const found = await host.files.stat(file);
  if (found?.kind !== "file" || (await host.files.stat(metadataFile(settings)))?.kind !== "file") {
    throw new VerifyError(
      "database-missing",
      `There is no advisory database in ${join8(settings.cacheDir, "db")}`,
      "Allow the download (no --skip-db-update), or put trivy.db and metadata.json there."
    );
  }
  const fault = boltFault(await readHead(file, host), found.size);
  if (fault !== null) {
    throw new VerifyError(
      "database-corrupt",
      `The advisory database ${file} is damaged: ${fault}`,
      "Remove this folder and let the database be downloaded again."
    );
  }
  const metadata = decodeMetadata(await readMetadataText(settings, host), metadataFile(settings));
  checkAge(metadata, metadataFile(settings), host.clock.now(), settings.maxAgeMs);
  return metadata;
}
function metadataFile(settings) {
  return join8(settings.cacheDir, "db", "metadata.json");
}
async function readMetadataText(settings, host) {
  return host.files.readText(metadataFile(settings), 64 * 1024);
}
async function readHead(file, host) {
  const chunks2 = [];
  let length = 0;
  for await (const chunk of host.files.open(file)) {
    chunks2.push(chunk);
    length += chunk.length;
    if (length >= BOLT_HEAD_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks2);
}

// src/trivy/cached.ts
import { join as join10 } from "node:path";

// src/trivy/extract.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { join as join9 } from "node:path";
import { pipeline as pipeline2 } from "node:stream/promises";
import { createGunzip as createGunzip2 } from "node:zlib";
var MAX_EXECUTABLE_BYTES = 1024 ** 3;
async function extractExecutable(archive, folder2, plan, host) {
  const target = join9(folder2, plan.executable);
  const found = plan.asset.endsWith(".zip") ? await fromZip(archive, folder2, plan, host) : await fromTar(archive, target, plan, host);
  if (!found || (await host.files.stat(target))?.kind !== "file") {
    throw damaged2(plan.asset, `it holds no file ${plan.executable}`);
  }
  return target;
}
async function fromTar(archive, target, plan, host) {
  const entries = (0, import_tar_stream.extract)();
  const source = pipeline2(host.files.open(archive), createGunzip2(), entries);
  source.catch(() => void 0);
  let found = false;
  try {
    for await (const entry of entries) {
      const { name, type, size } = entry.header;
      if (name !== plan.executable || type !== "file") {
        entry.resume();
        continue;
      }
      if (found || size > MAX_EXECUTABLE_BYTES) {
        throw damaged2(plan.asset, found ? `it holds ${name} twice` : `${name} is too large`);
      }
      await host.files.save(target, bytesOf(entry), 493);
      found = true;
    }
    await source;
  } catch (error2) {
    await host.files.remove(target);
    throw isArchiveFault(error2) ? damaged2(plan.asset, errorMessage(error2)) : error2;
  }
  return found;
}
async function* bytesOf(entry) {
  for await (const chunk of entry) {
    if (chunk instanceof Uint8Array) {
      yield chunk;
    }
  }
}
function isArchiveFault(error2) {
  return !(error2 instanceof VerifyError) && typeof error2 === "object" && error2 !== null && !("syscall" in error2);
}
async function fromZip(archive, folder2, plan, host) {
  const env = host.env.pick(["SystemRoot"]);
  const tar = join9(env["SystemRoot"] ?? "C:\\Windows", "System32", "tar.exe");
  const args = ["-xf", archive, "-C", folder2, plan.executable];
  const { exitCode, stderr } = await host.exec.run(tar, args, { env, timeoutMs: plan.timeoutMs });
  if (exitCode !== 0) {
    throw damaged2(plan.asset, stderr.trim().split("\n").at(-1) ?? "");
  }
  return true;
}
function damaged2(asset, reason) {
  return new VerifyError(
    "trivy-archive",
    `${asset} agrees with its SHA-256 but cannot be used: ${reason}`,
    "Check that --trivy-sha256 is the sum of a complete archive of a Trivy release for this machine."
  );
}

// src/trivy/cached.ts
function slotOf(plan) {
  return plan.binarySha256 === null ? {
    tool: "image-gate-trivy-archive",
    version: `${plan.version}-${plan.archiveSha256.slice(0, 12)}`,
    file: plan.asset
  } : { tool: "image-gate-trivy", version: plan.version, file: plan.executable };
}
async function cachedTrivy(plan, host) {
  const slot = slotOf(plan);
  const folder2 = await host.toolCache.find(slot.tool, slot.version);
  if (folder2 === null) {
    return null;
  }
  const path = join10(folder2, slot.file);
  const expected = plan.binarySha256 ?? plan.archiveSha256;
  if ((await host.files.stat(path))?.kind !== "file" || await host.files.sha256(path) !== expected) {
    host.log.warning(`Removed ${folder2} from the tool cache: its content is not Trivy ${plan.version} as verified.`);
    await host.files.remove(folder2);
    return null;
  }
  if (plan.binarySha256 !== null) {
    return { path, sha256: plan.binarySha256, source: "tool cache, SHA-256 of the executable as pinned" };
  }
  const executable = await extractExecutable(path, await host.files.makeTempFolder(), plan, host);
  return {
    path: executable,
    sha256: await host.files.sha256(executable),
    source: `tool cache, SHA-256 of the archive as ${plan.trust}`
  };
}
async function keepInCache(folders, plan, host) {
  const { tool, version: version2 } = slotOf(plan);
  try {
    await host.toolCache.add(plan.binarySha256 === null ? folders.archive : folders.executable, tool, version2);
  } catch (error2) {
    host.log.debug(`Trivy was not kept in the tool cache: ${errorMessage(error2)}`);
  }
}

// src/trivy/download.ts
import { join as join11 } from "node:path";
var MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
async function downloadTrivy(plan, host) {
  return host.progress.phase(`Installing Trivy ${plan.version}`, async () => {
    const archiveFolder = await host.files.makeTempFolder();
    const archive = join11(archiveFolder, plan.asset);
    await fetchArchive(plan, archive, host);
    const sum = await host.files.sha256(archive);
    if (sum !== plan.archiveSha256) {
      await host.files.remove(archiveFolder);
      throw new VerifyError(
        "trivy-checksum",
        `${plan.asset} from ${shown2(plan.url)} is not the ${plan.trust} release: its SHA-256 is ${sum}`,
        plan.trust === "pinned" ? "Do not use this file. If a mirror repacks the releases on purpose, give the sum of its archive with --trivy-sha256." : "Do not use this file. Check the sum given with --trivy-sha256 and where the file comes from.",
        `wanted ${plan.archiveSha256}`
      );
    }
    const executableFolder = await host.files.makeTempFolder();
    const executable = await extractExecutable(archive, executableFolder, plan, host);
    const sha256 = await host.files.sha256(executable);
    if (plan.binarySha256 !== null && sha256 !== plan.binarySha256) {
      await host.files.remove(executableFolder);
      throw new VerifyError(
        "trivy-checksum",
        `The executable in ${plan.asset} is not the pinned one: its SHA-256 is ${sha256}`,
        "Do not use this file, and report it to this project.",
        `wanted ${plan.binarySha256}`
      );
    }
    await keepInCache({ archive: archiveFolder, executable: executableFolder }, plan, host);
    return { path: executable, sha256, source: `${shown2(plan.url)}, SHA-256 of the archive as ${plan.trust}` };
  });
}
async function fetchArchive(plan, archive, host) {
  try {
    await host.http.download(plan.url, archive, { timeoutMs: plan.timeoutMs, maxBytes: MAX_ARCHIVE_BYTES });
  } catch (error2) {
    const missing2 = error2 instanceof HttpError && (error2.status === 404 || error2.status === 410);
    throw new VerifyError(
      "trivy-download",
      `Trivy could not be downloaded from ${shown2(plan.url)}: ${errorMessage(error2)}`,
      missing2 ? "Check --trivy-version and --trivy-download-url: there is no such release at this place." : "Check the network, the proxy (HTTPS_PROXY, NO_PROXY) and --trivy-download-url, or name an executable with --trivy-path."
    );
  }
}
function shown2(url) {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

// src/trivy/releases.ts
var DEFAULT_VERSION = "0.74.0";
var FLOOR_VERSION = "0.72.0";
var DENIED_VERSIONS = {
  "0.69.4": "it was published by a hijacked release pipeline (GHSA-69fq-xp46-6x23, CVE-2026-33634)",
  "0.69.5": "it was published by an attacker (GHSA-69fq-xp46-6x23, CVE-2026-33634)",
  "0.69.6": "it was published by an attacker (GHSA-69fq-xp46-6x23, CVE-2026-33634)"
};
var PLATFORMS = {
  "linux-x64": { name: "Linux-64bit", archive: "tar.gz" },
  "linux-arm64": { name: "Linux-ARM64", archive: "tar.gz" },
  "darwin-x64": { name: "macOS-64bit", archive: "tar.gz" },
  "darwin-arm64": { name: "macOS-ARM64", archive: "tar.gz" },
  "win32-x64": { name: "windows-64bit", archive: "zip" }
};
var PINNED = {
  "0.74.0": {
    "linux-x64": {
      archiveSha256: "2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a",
      binarySha256: "d89bcc6510a267f11b773398cbf1be5520ce39f9e8b6633178c4487f05b7d791"
    },
    "linux-arm64": {
      archiveSha256: "b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5",
      binarySha256: null
    },
    "darwin-x64": {
      archiveSha256: "472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485",
      binarySha256: null
    },
    "darwin-arm64": {
      archiveSha256: "1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11",
      binarySha256: null
    },
    "win32-x64": {
      archiveSha256: "94c40e0696e4b907a74b7b2e1438d5d72ebaca83115817407f568a002d520842",
      binarySha256: null
    }
  }
};
var RELEASE_PLATFORMS = Object.keys(PLATFORMS);
function assetName(version2, platform) {
  const known2 = PLATFORMS[platform];
  return known2 === void 0 ? null : `trivy_${version2}_${known2.name}.${known2.archive}`;
}
function pinnedAsset(version2, platform) {
  const asset = assetName(version2, platform);
  const sums = PINNED[version2]?.[platform];
  return asset === null || sums === void 0 ? null : { asset, ...sums };
}
function pinnedVersions() {
  return Object.keys(PINNED);
}

// src/trivy/version.ts
var import_semver = __toESM(require_semver2(), 1);
function checkWantedVersion(text6) {
  if (!/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/.test(text6)) {
    throw new UsageError(
      "trivy-version",
      `Not a version of Trivy: ${JSON.stringify(text6.slice(0, 40))}`,
      `Give an exact version such as ${DEFAULT_VERSION}, without "v".`
    );
  }
  refuseDenied(text6);
  if (isBelowFloor(text6)) {
    throw new UsageError(
      "trivy-version-old",
      `Trivy ${text6} has known security holes; ${FLOOR_VERSION} is the oldest version that is installed`,
      `Take ${DEFAULT_VERSION}, or name an executable that you trust with --trivy-path.`
    );
  }
  return text6;
}
function refuseDenied(reported) {
  const version2 = import_semver.default.coerce(reported)?.version ?? reported;
  const reason = DENIED_VERSIONS[version2];
  if (reason !== void 0) {
    throw new UsageError(
      "trivy-version-denied",
      `Trivy ${version2} is never used: ${reason}`,
      `Take ${DEFAULT_VERSION}. Where ${version2} has run, treat every secret of that machine as stolen.`
    );
  }
}
function isBelowFloor(version2) {
  const known2 = import_semver.default.coerce(version2);
  return known2 !== null && import_semver.default.lt(known2, FLOOR_VERSION);
}

// src/trivy/install-plan.ts
function planInstall(request, machine) {
  const version2 = checkWantedVersion(request.version);
  const platform = `${machine.os}-${machine.arch}`;
  const asset = assetName(version2, platform);
  if (asset === null) {
    throw new UsageError(
      "trivy-platform",
      `Trivy publishes no release for ${platform}; there is one for ${RELEASE_PLATFORMS.join(", ")}`,
      "Run on one of these platforms, or name an executable that you trust with --trivy-path."
    );
  }
  const pinned = pinnedAsset(version2, platform);
  const given = request.archiveSha256 === null ? null : checkSum2(request.archiveSha256);
  const archiveSha256 = given ?? pinned?.archiveSha256;
  if (archiveSha256 === void 0) {
    throw new UsageError(
      "trivy-version-unpinned",
      `The SHA-256 of ${asset} is not known to this version of the gate, which knows ${pinnedVersions().join(", ")}`,
      "Take one of these, or give the sum of the archive with --trivy-sha256 after checking it against a source that you trust."
    );
  }
  const isPinned = archiveSha256 === pinned?.archiveSha256;
  return {
    version: version2,
    asset,
    executable: machine.os === "win32" ? "trivy.exe" : "trivy",
    url: assetUrl(request.downloadUrl, version2, asset),
    archiveSha256,
    binarySha256: isPinned ? pinned.binarySha256 : null,
    trust: isPinned ? "pinned" : "given",
    timeoutMs: request.timeoutMs
  };
}
function checkSum2(text6) {
  if (!/^[0-9a-f]{64}$/i.test(text6)) {
    throw new UsageError(
      "trivy-sha256",
      `Not a SHA-256: ${JSON.stringify(text6.slice(0, 80))}`,
      "Give the 64 hex digits of the SHA-256 of the archive with --trivy-sha256."
    );
  }
  return text6.toLowerCase();
}
function assetUrl(base, version2, asset) {
  const url = URL.parse(base);
  if (url === null || url.protocol !== "https:" && url.protocol !== "http:" || url.search !== "" || url.hash !== "") {
    throw new UsageError(
      "trivy-download-url",
      "The download URL of Trivy is not a plain http or https URL",
      "Give a base such as https://mirror.example/trivy with --trivy-download-url."
    );
  }
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/v${version2}/${asset}`;
  return url.href;
}

// src/trivy/on-path.ts
async function trivyOnPath(plan, host) {
  if (plan.binarySha256 === null) {
    return null;
  }
  const path = await host.exec.which("trivy");
  if (path === null) {
    return null;
  }
  const sha256 = await host.files.sha256(path);
  if (sha256 !== plan.binarySha256) {
    host.log.debug(`Passed over ${path}: its SHA-256 ${sha256} is not that of Trivy ${plan.version}.`);
    return null;
  }
  return { path, sha256, source: `PATH (${path}), SHA-256 as pinned` };
}

// src/trivy/reported-version.ts
var PATIENCE_MS = 6e4;
async function reportedVersion(path, timeoutMs, host) {
  return withWorkspace(host, async (workspace) => {
    const args = ["--version", `--config=${workspace.configFile}`, `--cache-dir=${workspace.cwd}`];
    const run = await runTrivy(path, args, Math.min(timeoutMs, PATIENCE_MS), workspace, host);
    if (run.exitCode !== 0) {
      throw trivyFailure(run, `version of ${path}`);
    }
    const version2 = /^Version: v?([0-9A-Za-z][0-9A-Za-z.+-]{0,63})\r?$/m.exec(run.stdout)?.[1];
    if (version2 === void 0) {
      throw new VerifyError(
        "trivy-not-trivy",
        `The executable ${path} does not answer --version as Trivy does`,
        "Name the executable of Trivy itself with --trivy-path.",
        describeRun(run)
      );
    }
    return version2;
  });
}

// src/trivy/trusted.ts
import { isAbsolute } from "node:path";
async function trustedTrivy(path, timeoutMs, host) {
  const found = isAbsolute(path) ? await host.files.stat(path) : null;
  if (found?.kind !== "file") {
    throw new UsageError(
      "trivy-path",
      `--trivy-path: there is no file at ${path}`,
      "Give the absolute path of the executable of Trivy, or leave the option out to have it installed."
    );
  }
  const sha256 = await host.files.sha256(path);
  const version2 = await reportedVersion(path, timeoutMs, host);
  refuseDenied(version2);
  if (isBelowFloor(version2)) {
    host.log.warning(`Trivy ${version2} at ${path} has known security holes; ${FLOOR_VERSION} or later has them fixed.`);
  }
  return { path, version: version2, sha256, source: `--trivy-path ${path}, trusted because it was named` };
}

// src/trivy/install.ts
async function findTrivy(request, host) {
  if (request.trivyPath !== null) {
    return trustedTrivy(request.trivyPath, request.timeoutMs, host);
  }
  const plan = planInstall(request, host.machine);
  const found = await cachedTrivy(plan, host) ?? await trivyOnPath(plan, host) ?? await downloadTrivy(plan, host);
  return { ...found, version: await checkedVersion(found, plan, host) };
}
async function checkedVersion(found, plan, host) {
  const version2 = await reportedVersion(found.path, plan.timeoutMs, host);
  if (version2 !== plan.version) {
    throw new VerifyError(
      "trivy-other-version",
      `Trivy ${plan.version} was wanted, but the executable (${found.source}) says that it is ${version2}`,
      "Check that --trivy-version and --trivy-sha256 belong to the same release."
    );
  }
  return version2;
}

// src/trivy/report-schema.ts
var list = (item) => array(item).nullish().transform((items) => items ?? []);
var text4 = string2().optional().transform((value) => value === void 0 || value === "" ? null : value);
var severity = _enum(["UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL"]).default("UNKNOWN").transform((word) => LOWER[word]);
var LOWER = { UNKNOWN: "unknown", LOW: "low", MEDIUM: "medium", HIGH: "high", CRITICAL: "critical" };
var layer = object({ DiffID: text4 }).optional().transform((value) => value?.DiffID ?? null);
var vulnerability = object({
  VulnerabilityID: string2().min(1),
  VendorIDs: list(string2()),
  PkgName: string2(),
  PkgPath: text4,
  PkgIdentifier: object({ PURL: text4 }).optional(),
  InstalledVersion: string2().default(""),
  FixedVersion: text4,
  Status: string2().default("unknown"),
  Layer: layer,
  Severity: severity,
  SeveritySource: text4,
  PrimaryURL: text4,
  Title: text4,
  CweIDs: list(string2()),
  PublishedDate: text4
});
var secret = object({
  RuleID: string2(),
  Title: string2().default(""),
  Severity: severity,
  StartLine: number2().default(0),
  EndLine: number2().default(0),
  Layer: layer
});
var license = object({
  Name: string2(),
  Category: string2().default("unknown"),
  Severity: severity,
  PkgName: text4,
  FilePath: text4
});
var result = object({
  Target: string2(),
  Class: string2().default(""),
  Packages: list(unknown2()),
  Vulnerabilities: list(vulnerability),
  Secrets: list(secret),
  Licenses: list(license)
});
var SUPPORTED_SCHEMA = 2;
var SchemaVersion = object({ SchemaVersion: number2() });
var Report = object({
  Trivy: object({ Version: string2() }).optional(),
  ArtifactName: string2(),
  ArtifactType: literal("container_image"),
  Metadata: object({
    OS: object({ Family: string2(), Name: string2().default(""), EOSL: boolean2().default(false) }).optional(),
    ImageID: text4,
    ImageConfig: object({ os: string2(), architecture: string2(), variant: text4 })
  }),
  Results: list(result)
});

// src/trivy/decode-report.ts
function decodeTrivyReport(text6, source) {
  const json = parse4(text6, source);
  const version2 = SchemaVersion.safeParse(json).data?.SchemaVersion;
  if (version2 !== SUPPORTED_SCHEMA) {
    throw new VerifyError(
      "trivy-report-schema",
      `${source}: the report has schema version ${version2 ?? "none"}; this gate reads version ${SUPPORTED_SCHEMA}`,
      "Use the default version of Trivy, or a newer version of this gate."
    );
  }
  const decoded = Report.safeParse(json);
  if (!decoded.success) {
    throw new VerifyError(
      "trivy-report-shape",
      `${source}: the report does not have the expected form at ${firstPlace(decoded.error)}`,
      "Use the default version of Trivy, or a newer version of this gate.",
      prettifyError(decoded.error)
    );
  }
  return decoded.data;
}
function parse4(text6, source) {
  try {
    return JSON.parse(text6);
  } catch {
    throw new VerifyError(
      "trivy-report-json",
      `${source}: the report is not whole JSON (${text6.length} characters)`,
      "Check that the disk is not full, and run again."
    );
  }
}
function firstPlace(error2) {
  return error2.issues[0]?.path.map(String).join(".") || "the top";
}

// src/trivy/to-scan-evidence.ts
function toScanEvidence(report) {
  const { OS: os, ImageConfig: config2 } = report.Metadata;
  return {
    trivyVersion: report.Trivy?.Version ?? "unknown",
    os: os === void 0 ? null : { family: os.Family, name: os.Name, endOfLife: os.EOSL },
    platform: platformText(config2),
    osPackages: countPackages(report, "os-pkgs"),
    languagePackages: countPackages(report, "lang-pkgs"),
    advisories: report.Results.flatMap(advisoriesOf),
    secrets: report.Results.flatMap((result2) => secretsOf(result2, report.ArtifactName)),
    licenses: report.Results.flatMap(licensesOf)
  };
}
function countPackages(report, kind) {
  return report.Results.filter((result2) => result2.Class === kind).reduce(
    (sum, { Packages }) => sum + Packages.length,
    0
  );
}
function advisoriesOf(result2) {
  return result2.Vulnerabilities.map((found) => advisoryOf(found, result2.Class === "os-pkgs" ? "os" : "language"));
}
function advisoryOf(found, kind) {
  return {
    id: found.VulnerabilityID,
    aliases: found.VendorIDs,
    title: found.Title ?? "",
    severity: found.Severity,
    severitySource: found.SeveritySource,
    package: found.PkgName,
    purl: found.PkgIdentifier?.PURL ?? null,
    installed: found.InstalledVersion,
    fixed: found.FixedVersion,
    status: found.Status,
    kind,
    path: found.PkgPath === null ? null : found.PkgPath.replace(/^\/+/, ""),
    layer: found.Layer,
    url: found.PrimaryURL,
    published: found.PublishedDate,
    cwes: found.CweIDs
  };
}
function secretsOf(result2, imageName) {
  return result2.Secrets.map((found) => ({
    rule: found.RuleID,
    title: found.Title,
    severity: found.Severity,
    path: result2.Target === imageName ? null : `/${result2.Target.replace(/^\/+/, "")}`,
    startLine: found.StartLine,
    endLine: found.EndLine,
    layer: found.Layer
  }));
}
var HARMLESS = /* @__PURE__ */ new Set(["notice", "permissive", "unencumbered"]);
function licensesOf(result2) {
  return result2.Licenses.filter((found) => !HARMLESS.has(found.Category)).map((found) => ({
    name: found.Name,
    category: found.Category,
    severity: found.Severity,
    package: found.PkgName,
    path: found.FilePath
  }));
}

// src/trivy/scan.ts
var MAX_REPORT_BYTES = 256 * 1024 * 1024;
async function scanImage(trivy, request, host) {
  return withWorkspace(host, async (workspace) => {
    const run = await scanOnce(trivy, request, workspace, host);
    const report = decodeTrivyReport(await readReport(request, run, host), `Trivy's report on ${request.input}`);
    const evidence = { ...toScanEvidence(report), osVersionKnown: !VERSION_UNKNOWN.test(run.stderr) };
    const problem2 = platformProblem(evidence, request.expectedPlatform);
    if (problem2 !== null) {
      throw new VerifyError(problem2.code, problem2.message, problem2.advice);
    }
    return evidence;
  });
}
var VERSION_UNKNOWN = /\tWARN\tThis OS version is not on the EOL list/;
async function scanOnce(trivy, request, workspace, host) {
  const scanWith = async (cache) => {
    await host.files.remove(request.reportFile);
    return runTrivy(trivy.path, scanArgs(request, workspace, cache), request.timeoutMs, workspace, host);
  };
  let run = await scanWith("fs");
  if (run.exitCode !== 0 && categorise(run) === "cache-locked") {
    host.log.debug("The scan cache is in use by another process; scanning without it.");
    run = await scanWith("memory");
  }
  if (run.exitCode !== 0) {
    await host.files.remove(request.reportFile);
    throw trivyFailure(run, `scan of ${request.input}`);
  }
  return run;
}
async function readReport(request, run, host) {
  const found = await host.files.stat(request.reportFile);
  if (found?.kind !== "file" || found.size === 0) {
    throw new VerifyError(
      "trivy-no-report",
      `Trivy ended without an error but wrote no report on ${request.input}`,
      "Check that --trivy-path names Trivy itself; run again with --debug to see what it says.",
      describeRun(run)
    );
  }
  if (found.size > MAX_REPORT_BYTES) {
    throw new VerifyError(
      "trivy-report-too-large",
      `Trivy's report on ${request.input} has ${found.size} bytes; at most ${MAX_REPORT_BYTES} are read`,
      "Scan fewer kinds of things with --scanners, or split the image."
    );
  }
  return host.files.readText(request.reportFile, MAX_REPORT_BYTES);
}

// src/commands/scanner.ts
var NOT_SCANNED = {
  kind: "verify",
  code: "not-scanned",
  message: "The image was not scanned, because the scanner is not ready.",
  advice: "Mend the error of the run first."
};
async function notReady() {
  return { evidence: null, problems: [NOT_SCANNED] };
}
async function prepareScanner(settings, hasImages, cacheFolder, host) {
  if (!hasImages || settings.scanners.length === 0) return { facts: null, problems: [], scan: null };
  const cacheDir = resolve4(settings.workingDirectory, settings.trivyCacheDir ?? join12(cacheFolder, "trivy"));
  try {
    const trivy = await host.progress.phase(
      `Finding Trivy ${settings.trivyVersion}`,
      () => findTrivy(
        {
          trivyPath: settings.trivyPath === null ? null : resolve4(settings.workingDirectory, settings.trivyPath),
          version: settings.trivyVersion,
          downloadUrl: settings.trivyDownloadUrl,
          archiveSha256: settings.trivySha256,
          timeoutMs: settings.timeout
        },
        host
      )
    );
    return await withDatabase(trivy, settings, cacheDir, host);
  } catch (error2) {
    host.log.debug(detailOf(error2));
    return { facts: null, problems: [toProblem(error2)], scan: notReady };
  }
}
async function withDatabase(trivy, settings, cacheDir, host) {
  const { version: version2, source, sha256 } = trivy;
  const facts = { version: version2, source, sha256, database: null };
  const scan2 = (trivyInput, platform) => scanOne(trivy, settings, cacheDir, trivyInput, platform, host);
  if (!settings.scanners.includes("vuln")) return { facts, problems: [], scan: scan2 };
  try {
    const database = await host.progress.phase(
      "Preparing the advisory database",
      () => prepareDatabase(
        trivy,
        {
          cacheDir,
          skipUpdate: settings.skipDbUpdate,
          maxAgeMs: settings.maxDbAge,
          repositories: settings.dbRepository,
          timeoutMs: settings.timeout
        },
        host
      )
    );
    return { facts: { ...facts, database }, problems: [], scan: scan2 };
  } catch (error2) {
    host.log.debug(detailOf(error2));
    return { facts, problems: [toProblem(error2)], scan: notReady };
  }
}
async function scanOne(trivy, settings, cacheDir, input, platform, host) {
  const folder2 = await host.files.makeTempFolder();
  try {
    const evidence = await scanImage(
      trivy,
      {
        input,
        reportFile: join12(folder2, "trivy.json"),
        scanners: settings.scanners,
        cacheDir,
        skipDbUpdate: settings.skipDbUpdate,
        timeoutMs: settings.timeout,
        expectedPlatform: platform
      },
      host
    );
    return { evidence, problems: assessScan(evidence, settings.scanners, platform) };
  } catch (error2) {
    host.log.debug(detailOf(error2));
    return { evidence: null, problems: [toProblem(error2)] };
  } finally {
    await host.files.remove(folder2);
  }
}

// src/commands/check.ts
async function check(settings, surroundings, host) {
  const startedAt = host.clock.now().toISOString();
  const policy = policyOf(settings);
  const gathered = [];
  for (const pair of await planned(settings, host)) gathered.push(await gather(pair, settings, host));
  const hasImages = gathered.some(({ trivyInput }) => trivyInput !== null);
  const scanner = await prepareScanner(settings, hasImages, surroundings.cacheFolder, host);
  if (scanner.scan !== null) {
    for (const [index, one2] of gathered.entries()) gathered[index] = await addScan(one2, scanner.scan, host);
  }
  const cases = judgeAll(gathered, surroundings.workflow, policy);
  return decide(cases, { startedAt, scanner: scanner.facts, problems: scanner.problems }, policy);
}
async function planned(settings, host) {
  const isOpen = settings.image.length === 0 && settings.dockerfile.length === 0;
  return pairUp({
    images: settings.image,
    dockerfiles: isOpen ? await findDockerfiles(settings.workingDirectory, host) : settings.dockerfile,
    hasBuildOptions: settings.target !== null || Object.keys(settings.buildArg).length > 0
  });
}
var ALIASES = new Map(RULES.map(({ id, aliases }) => [id, aliases]));
function judgeAll(gathered, workflow, policy) {
  const subjects = nameSubjects(gathered);
  return gathered.flatMap(({ evidence, problems }, index) => {
    const subject2 = subjects[index];
    if (subject2 === void 0) return [];
    const checks = evidence.dockerfile === null && evidence.image === null ? [] : checkRules(evidence, policy);
    return [
      {
        subject: subject2,
        evidence,
        checks,
        faults: faultsOf(subject2, evidence, checks, { aliases: ALIASES, named: workflow }),
        problems
      }
    ];
  });
}

// src/model/version.ts
var VERSION2 = "0.1.0";

// src/commands/write-reports.ts
import { join as join13, resolve as resolve5 } from "node:path";

// src/model/check.ts
var ANSWERS = ["pass", "fail", "unknown", "not-applicable"];

// src/model/finding.ts
var FINDING_KINDS = ["rule", "advisory", "secret", "license"];

// src/model/verdict.ts
var VERDICTS = ["pass", "fail", "error"];

// src/report/json/schema.ts
var REPORT_SCHEMA = "image-gate/report/1";
var severity2 = _enum(SEVERITIES);
var verdict = _enum(VERDICTS);
var text5 = string2();
var maybe = text5.nullable();
var count3 = int().min(0);
var line = int().min(1);
var location = object({
  file: text5.describe("POSIX path relative to the root of the repository"),
  startLine: line,
  endLine: line
});
var finding = object({
  id: text5.describe("Rule id or advisory id"),
  kind: _enum(FINDING_KINDS),
  severity: severity2,
  status: _enum(["fail", "unfixed", "below-threshold", "waived", "grace", "baseline", "unknown"]).describe("Only fail gates"),
  reason: text5.describe("Why the finding has this status"),
  change: _enum(["new", "unchanged"]).nullable(),
  title: text5,
  message: text5,
  fix: text5.describe("What to do about it"),
  url: maybe,
  location: location.nullable(),
  related: array(object({ location, message: text5 })),
  image: object({
    layer: maybe.describe("Diff id"),
    path: maybe,
    package: maybe,
    purl: maybe,
    installed: maybe,
    fixed: maybe.describe("Versions that fix it; null when there is none yet")
  }).nullable(),
  origin: _enum(["base", "build", "app", "config"]).nullable(),
  fingerprint: text5.describe("The same for the same fault in every build of the subject"),
  aliases: array(text5).describe("Ids of the same fault in other tools and databases"),
  waiver: record(text5, unknown2()).nullable(),
  deadline: maybe.describe("RFC 3339")
});
var check2 = object({ rule: text5, answer: _enum(ANSWERS), severity: severity2, title: text5, reason: text5 });
var subject = object({
  name: text5,
  image: object({ reference: text5, imageId: text5, digest: maybe, platform: text5 }).nullable(),
  dockerfile: maybe,
  verdict,
  os: object({ family: text5, name: text5, endOfLife: boolean2() }).nullable(),
  packages: object({ os: count3, language: count3 }).nullable(),
  checks: array(check2),
  findings: array(finding).describe("Worst first; what gates before what does not"),
  fixed: array(finding.partial()).describe("What the baseline had and this image has no more")
});
var problem = object({
  kind: _enum(["usage", "verify"]).describe("usage: what was asked is wrong; verify: a tool, the network or an image failed"),
  code: text5,
  message: text5,
  advice: text5.describe("What to do next"),
  subject: maybe.describe("Name of the subject; null: the run as a whole")
});
var reportSchema = object({
  schema: literal(REPORT_SCHEMA),
  verdict,
  startedAt: text5.describe("RFC 3339"),
  failOn: severity2.describe("The least severity that gates"),
  tool: object({ version: text5 }),
  trivy: object({
    version: text5,
    source: text5,
    sha256: text5.describe("Of the executable"),
    database: object({ updatedAt: maybe.describe("RFC 3339"), source: text5 }).nullable()
  }).nullable().describe("Null when Trivy was not run"),
  errors: array(problem).describe("All that could not be verified"),
  subjects: array(subject)
});

// src/report/json/stringify.ts
var UNSAFE = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;
function stringify(value, indent) {
  return JSON.stringify(value, null, indent).replace(UNSAFE, escapeUnits).replaceAll("##[", "#\\u0023[");
}
function escapeUnits(character) {
  let escaped = "";
  for (let index = 0; index < character.length; index += 1) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}

// src/report/json.ts
function renderJson(verdict2, tool) {
  return `${stringify(toReport(verdict2, tool), 2)}
`;
}
function toReport(verdict2, tool) {
  return {
    schema: REPORT_SCHEMA,
    verdict: verdict2.verdict,
    startedAt: verdict2.startedAt,
    failOn: verdict2.failOn,
    tool: { version: tool.version },
    trivy: toTrivy(verdict2.scanner),
    errors: allProblems(verdict2).map(toReportProblem),
    subjects: verdict2.subjects.map(toSubject)
  };
}
function toTrivy(scanner) {
  if (scanner === null) return null;
  const { version: version2, source, sha256, database } = scanner;
  return {
    version: version2,
    source,
    sha256,
    database: database === null ? null : { updatedAt: database.updatedAt, source: database.source }
  };
}
function toReportProblem({ kind, code: code2, message, advice, subject: subject2 }) {
  return { kind, code: code2, message, advice, subject: subject2 };
}
function toSubject({ subject: subject2, verdict: verdict2, image, os, packages, checks, findings }) {
  return {
    name: subject2.name,
    image: image === null ? null : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    dockerfile: subject2.dockerfile,
    verdict: verdict2,
    os: os === null ? null : { family: os.family, name: os.name, endOfLife: os.endOfLife },
    packages: packages === null ? null : { os: packages.os, language: packages.language },
    checks: checks.map(toCheck),
    findings: findings.map(toFinding),
    fixed: []
  };
}
function toCheck({ rule, answer, severity: severity3, title: title2, reason }) {
  return { rule, answer, severity: severity3, title: title2, reason };
}
function toFinding(finding2) {
  const { image } = finding2;
  return {
    id: finding2.id,
    kind: finding2.kind,
    severity: finding2.severity,
    status: finding2.status,
    reason: finding2.reason,
    change: null,
    title: finding2.title,
    message: finding2.message,
    fix: finding2.fix,
    url: finding2.url,
    location: finding2.location === null ? null : toLocation(finding2.location),
    related: finding2.related.map(({ location: location2, message }) => ({ location: toLocation(location2), message })),
    image: image === null ? null : {
      layer: image.layer,
      path: image.path,
      package: image.package,
      purl: image.purl,
      installed: image.installed,
      fixed: image.fixed
    },
    origin: finding2.origin,
    fingerprint: finding2.fingerprint,
    aliases: [...finding2.aliases],
    waiver: null,
    deadline: null
  };
}
function toLocation({ file, startLine, endLine }) {
  return { file, startLine, endLine };
}

// src/report/sarif/category.ts
import { createHash as createHash3 } from "node:crypto";
var LONGEST2 = 200;
function runIds(category, subjects) {
  const names = subjects.map(({ subject: subject2 }) => idPart(subject2.name));
  const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const full = subjects.map(({ image }, index) => {
    const name = names[index] ?? "";
    return shared.has(name) && image !== null ? `${name}/${idPart(image.platform)}` : name;
  });
  const seen = /* @__PURE__ */ new Map();
  return full.map((name) => {
    const count4 = (seen.get(name) ?? 0) + 1;
    seen.set(name, count4);
    return `${runId(category)}${count4 === 1 ? name : `${name}/${count4}`}/`;
  });
}
function runId(category) {
  return `${idPart(category)}/`;
}
function idPart(text6) {
  const shown3 = plain(text6, LONGEST2).replace(/^\/+|\/+$/gu, "");
  return shown3 === text6 ? shown3 : `${shown3}-${createHash3("sha256").update(text6).digest("hex").slice(0, 8)}`;
}

// src/report/sarif/file.ts
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
function toFile(runs) {
  const log = { $schema: SCHEMA, version: "2.1.0", runs };
  return `${stringify(log, 0)}
`;
}

// src/report/sarif/limits.ts
var RESULTS_PER_RUN = 5e3;
var RUNS_PER_FILE = 20;
var TAGS_PER_RULE = 10;
var LOCATIONS_PER_RESULT = 100;
var GZIP_BYTES_PER_FILE = 95e5;
var NAME_LENGTH = 255;
var DESCRIPTION_LENGTH = 1e3;

// src/report/text/repository-uri.ts
function repositoryUri(file) {
  const segments = file.split("/");
  const inside = segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  if (!inside || file.length > 1e3 || !file.isWellFormed() || /[\p{Cc}\p{Cf}\\]/u.test(file)) return null;
  return segments.map(encodeURIComponent).join("/");
}

// src/report/sarif/locations.ts
var SOURCE_ROOT = "%SRCROOT%";
function physicalLocation({ file, startLine, endLine }, repositoryFiles) {
  const uri = repositoryUri(file);
  if (uri === null || startLine < 1 || repositoryFiles?.has(file) === false) return null;
  const region = { startLine, endLine: Math.max(startLine, endLine) };
  return { artifactLocation: { uri, uriBaseId: SOURCE_ROOT }, region };
}
function relatedLocations(finding2, repositoryFiles) {
  return finding2.related.flatMap(({ location: location2, message }) => {
    const physical = physicalLocation(location2, repositoryFiles);
    const text6 = plain(message);
    return physical === null ? [] : [{ physicalLocation: physical, ...text6 === "" ? {} : { message: { text: text6 } } }];
  }).slice(0, LOCATIONS_PER_RESULT).map((location2, index) => ({ id: index + 1, ...location2 }));
}
function logicalLocations({ subject: subject2, image }, place) {
  const parts = [
    image === null && place === null ? null : ["image", subject2.name],
    ["layer", place?.layer],
    ["file", place?.path],
    ["package", place?.purl ?? place?.package]
  ];
  return parts.flatMap((part) => {
    const name = part === null ? "" : plain(part[1] ?? "", 500);
    return part === null || name === "" ? [] : [{ fullyQualifiedName: name, kind: part[0] }];
  });
}

// src/report/sarif/severity.ts
var LEVELS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  unknown: "note"
};
var SECURITY_SEVERITIES = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  unknown: "0.0"
};
var PRECISIONS = {
  rule: "very-high",
  advisory: "very-high",
  secret: "high",
  license: "medium"
};
var KIND_TAGS = {
  rule: "hardening",
  advisory: "vulnerability",
  secret: "secret",
  license: "license"
};
var NAME_ENDINGS = {
  rule: "Rule",
  advisory: "Advisory",
  secret: "Secret",
  license: "License"
};

// src/report/sarif/results.ts
function toResult(finding2, physicalLocation2, subject2, ruleIndex, repositoryFiles) {
  const logical = logicalLocations(subject2, finding2.image);
  const related = relatedLocations(finding2, repositoryFiles);
  return {
    ruleId: ruleId(finding2),
    ruleIndex,
    level: LEVELS[finding2.severity],
    message: { text: messageText(finding2, subject2) },
    locations: [{ physicalLocation: physicalLocation2, ...logical.length > 0 ? { logicalLocations: logical } : {} }],
    ...related.length > 0 ? { relatedLocations: related } : {},
    // GitHub looks at no other key; the number counts results that only their place tells apart, of which there are none.
    partialFingerprints: { primaryLocationLineHash: `${plain(finding2.fingerprint, 64)}:1` },
    properties: properties(finding2)
  };
}
function ruleId(finding2) {
  return plain(finding2.id, 100) || finding2.kind;
}
function messageText(finding2, { subject: subject2 }) {
  const parts = [
    fullStop(plain(finding2.message, DESCRIPTION_LENGTH)),
    `Image gate: ${finding2.severity} in '${plain(subject2.name, 200)}'.`,
    finding2.fix === "" ? "" : fullStop(`Fix: ${plain(finding2.fix, DESCRIPTION_LENGTH)}`),
    finding2.image?.path == null ? "" : `In the image: '${plain(finding2.image.path, 500)}'.`
  ];
  return unlinked(parts.filter((part) => part !== "").join(" "));
}
function unlinked(text6) {
  return text6.replaceAll("](", "] (");
}
function properties({ kind, severity: severity3, origin, status, reason, image, aliases }) {
  const facts = {
    kind,
    severity: severity3,
    origin,
    status,
    reason: plain(reason),
    package: image?.package,
    purl: image?.purl,
    installed: image?.installed,
    fixed: image?.fixed,
    path: image?.path,
    layer: image?.layer
  };
  const known2 = Object.entries(facts).flatMap(([key, value]) => value == null ? [] : [[key, plain(value, 500)]]);
  return {
    ...Object.fromEntries(known2),
    ...aliases.length > 0 ? { aliases: aliases.slice(0, 20).map((id) => plain(id, 100)) } : {}
  };
}

// src/report/sarif/invocation.ts
function toInvocation(successful, startedAt, notifications) {
  const start = new Date(startedAt);
  return {
    executionSuccessful: successful,
    ...Number.isNaN(start.getTime()) ? {} : { startTimeUtc: start.toISOString() },
    ...notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}
  };
}
function problemNotification({ code: code2, message, advice }) {
  const text6 = [message, advice].map((part) => fullStop(plain(part, 500))).join(" ");
  return notification(plain(code2, 80) || "error", "error", unlinked(text6));
}
function leftOutNotifications(placeless, cut2, limit) {
  const elsewhere = "in 'report.json'";
  const located = `${counted(placeless, "finding has", "findings have")} no place in the repository and can be read only ${elsewhere}.`;
  const worst2 = `${counted(cut2, "finding was", "findings were")} left out: the worst ${limit} are kept, all are ${elsewhere}.`;
  return [
    ...placeless > 0 ? [notification("results-without-location", "note", located)] : [],
    ...cut2 > 0 ? [notification("results-cut", "warning", worst2)] : []
  ];
}
function notification(id, level, text6) {
  return { descriptor: { id }, level, message: { text: text6 } };
}

// src/report/summary/markdown.ts
var BREAK = "\u200B";
function escapeMarkdown(text6, limit) {
  return plain(text6, limit).replace(/@|#(?=[\d#[]|$)|:(?=:|\/\/|[\w+-]+:)/gu, `$&${BREAK}`).replace(/\b(?:www(?=\.)|GH-(?=\d))/giu, `$&${BREAK}`).replace(/^(?:[-+=#]|\d+(?=[.)](?:\s|$)))/u, (start) => /\d/u.test(start) ? start + BREAK : BREAK + start).replace(/[&<>"'|\\$`*_~[\]\u200b]/gu, (character) => `&#${character.codePointAt(0)};`);
}
function prose(text6, limit) {
  const parts = plain(text6, limit).split("`");
  if (parts.length % 2 === 0) return escapeMarkdown(text6, limit);
  return parts.map((part, index) => index % 2 === 0 ? spaced(part, limit) : code(part, limit)).join("");
}
function spaced(part, limit) {
  const text6 = escapeMarkdown(part, limit);
  if (text6 === "") return part === "" ? "" : " ";
  return `${part.startsWith(" ") ? " " : ""}${text6}${part.endsWith(" ") ? " " : ""}`;
}
function code(text6, limit) {
  const shown3 = plain(text6, limit);
  if (shown3 === "") return "";
  return /[`|\\]/u.test(shown3) ? `<code>${escapeMarkdown(shown3, limit)}</code>` : `\`${shown3}\``;
}
function link(label, address) {
  const target = address === null ? null : webAddress(address);
  return target === null ? label : `[${label}](${target.replaceAll("&", "&amp;")})`;
}
function webAddress(address) {
  const plainAddress = /^https:\/\/(?:[\w\-.~:/?&+,;=@]|%[2-7][\dA-F])+(?:#(?:[\w\-.~:/?&+,;=@]|%[2-7][\dA-F])*)?$/iu;
  if (address.length > 500 || !plainAddress.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username === "" && url.password === "" ? url.href : null;
}
function row(cells3) {
  return `| ${cells3.join(" | ")} |`;
}
function tableHead(headings) {
  const rule = headings.map((heading) => heading.endsWith(":") ? "---:" : "---");
  return `${row(headings.map((heading) => heading.replace(/:$/u, "")))}
${row(rule)}`;
}

// src/report/sarif/help.ts
var PACKAGES = 20;
var ALIASES2 = 20;
var FIXES = 3;
function helpOf(findings, facts) {
  const [first] = findings;
  const title2 = facts?.title ?? first.title;
  const why = facts?.why ?? "";
  const fixes = facts === void 0 ? unique(findings.map((finding2) => finding2.fix)).slice(0, FIXES) : [facts.fix];
  const aliases = unique([...facts?.aliases ?? [], ...findings.flatMap((finding2) => finding2.aliases)]).slice(
    0,
    ALIASES2
  );
  const affected = affectedPackages(findings);
  const url = facts?.helpUri ?? first.url;
  const text6 = [title2, why, ...fixes.map((fix) => `How to fix: ${fix}`)].map(
    (part) => fullStop(plain(part, DESCRIPTION_LENGTH))
  );
  const markdown = [
    `**${escapeMarkdown(title2)}**`,
    prose(why, DESCRIPTION_LENGTH),
    ...fixes.map((fix) => `**How to fix:** ${prose(fix, DESCRIPTION_LENGTH)}`),
    affected.length === 0 ? "" : `**Affected packages**

${affected.join("\n")}`,
    aliases.length === 0 ? "" : `Also known as ${aliases.map((alias) => code(alias, 100)).join(", ")}.`,
    url === null ? "" : link("More about it", url)
  ];
  return { text: paragraphs(text6), markdown: paragraphs(markdown) };
}
function paragraphs(parts) {
  return parts.filter((part) => part !== "").join("\n\n");
}
function unique(texts2) {
  return [...new Set(texts2)].filter((text6) => text6 !== "");
}
function affectedPackages(findings) {
  const lines = findings.flatMap((finding2) => {
    const name = finding2.image?.package ?? "";
    return name === "" ? [] : [`- ${code(name, 120)} ${code(versionText(finding2), 200)}`.trimEnd()];
  });
  const packages = unique(lines);
  const more = packages.length - PACKAGES;
  return more > 0 ? [...packages.slice(0, PACKAGES), `- and ${counted(more, "more package")}`] : packages;
}

// src/report/sarif/rules.ts
function toRule(findings, facts, home) {
  const [first] = findings;
  const severity3 = worst(findings.map((finding2) => finding2.severity));
  const title2 = plain(facts?.title ?? first.title, NAME_LENGTH) || ruleId(first);
  const why = plain(facts?.why ?? first.title, DESCRIPTION_LENGTH) || title2;
  return {
    id: ruleId(first),
    name: nameOf2(first),
    shortDescription: { text: shortText(first, title2) },
    fullDescription: { text: fullStop(why) },
    help: helpOf(findings, facts),
    helpUri: webAddress(facts?.helpUri ?? first.url ?? home) ?? home,
    defaultConfiguration: { level: LEVELS[severity3] },
    properties: {
      "security-severity": SECURITY_SEVERITIES[severity3],
      precision: PRECISIONS[first.kind],
      tags: tagsOf(findings)
    }
  };
}
function shortText(finding2, title2) {
  const text6 = finding2.kind === "rule" || title2 === ruleId(finding2) ? title2 : `${ruleId(finding2)}: ${title2}`;
  return fullStop(plain(text6, NAME_LENGTH));
}
function tagsOf(findings) {
  const kinds = findings.map(({ kind }) => KIND_TAGS[kind]);
  const origins = findings.flatMap(({ origin }) => origin === null ? [] : [`origin/${origin}`]);
  return ["security", "container", ...[.../* @__PURE__ */ new Set([...kinds, ...origins])].sort(compareText)].slice(0, TAGS_PER_RULE);
}
function nameOf2(finding2) {
  const words2 = ruleId(finding2).split(/[^\p{L}\p{N}]+/u);
  const name = words2.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return name.toLowerCase() === ruleId(finding2).toLowerCase() || name === "" ? name + NAME_ENDINGS[finding2.kind] : name;
}

// src/report/sarif/tool.ts
function toTool(tool, scanner, rules) {
  return {
    driver: {
      name: tool.name,
      fullName: "Image Hardening Gate",
      version: tool.version,
      semanticVersion: tool.version,
      informationUri: tool.informationUri,
      rules
    },
    ...scanner === null ? {} : { extensions: [toExtension(scanner)] }
  };
}
function toExtension({ version: version2, source, sha256, database }) {
  return {
    name: "Trivy",
    version: plain(version2, 60),
    informationUri: "https://github.com/aquasecurity/trivy",
    properties: {
      source: plain(source, 500),
      sha256: plain(sha256, 64),
      databaseSource: database === null ? null : plain(database.source, 500),
      databaseUpdatedAt: database?.updatedAt == null ? null : plain(database.updatedAt, 60)
    }
  };
}

// src/report/sarif/run.ts
function verified(subject2, verdict2) {
  return subject2.verdict !== "error" && subject2.errors.length === 0 && verdict2.errors.length === 0;
}
function toRun(subject2, id, context, limit = RESULTS_PER_RUN) {
  const { verdict: verdict2, tool, options } = context;
  const { placed, placeless } = withPlace(subject2.findings, options);
  const kept = placed.slice(0, limit);
  const groups = groupByRule(kept.map(({ finding: finding2 }) => finding2));
  const indexes = new Map([...groups.keys()].map((key, index) => [key, index]));
  const rules = [...groups].map(([key, findings]) => toRule(findings, options.ruleFacts.get(key), tool.informationUri));
  const notifications = [
    ...[...verdict2.errors, ...subject2.errors].map(problemNotification),
    ...leftOutNotifications(placeless, placed.length - kept.length, limit)
  ];
  return {
    tool: toTool(tool, verdict2.scanner, rules),
    automationDetails: { id },
    invocations: [toInvocation(verified(subject2, verdict2), verdict2.startedAt, notifications)],
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits",
    results: kept.map(
      ({ finding: finding2, location: location2 }) => toResult(finding2, location2, subject2, indexes.get(ruleId(finding2)) ?? -1, options.repositoryFiles)
    ),
    properties: imageProperties(subject2)
  };
}
function withPlace(findings, { repositoryFiles }) {
  const placed = [...findings].sort(compareFindings).flatMap((finding2) => {
    const location2 = finding2.location === null ? null : physicalLocation(finding2.location, repositoryFiles);
    return location2 === null ? [] : [{ finding: finding2, location: location2 }];
  });
  return { placed, placeless: findings.length - placed.length };
}
function groupByRule(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding2 of findings) {
    const group = groups.get(ruleId(finding2));
    if (group === void 0) groups.set(ruleId(finding2), [finding2]);
    else group.push(finding2);
  }
  return groups;
}
function emptyRun(id, { verdict: verdict2, tool }) {
  return {
    tool: toTool(tool, verdict2.scanner, []),
    automationDetails: { id },
    invocations: [
      toInvocation(verdict2.verdict !== "error", verdict2.startedAt, verdict2.errors.map(problemNotification))
    ],
    columnKind: "utf16CodeUnits",
    results: []
  };
}
function imageProperties({ subject: subject2, verdict: verdict2, image, os }) {
  return {
    subject: plain(subject2.name, 200),
    verdict: verdict2,
    image: image === null ? null : plain(image.reference, 500),
    imageId: image === null ? null : plain(image.imageId, 80),
    imageDigest: image?.digest == null ? null : plain(image.digest, 80),
    platform: image === null ? null : plain(image.platform, 60),
    os: os === null ? null : plain(`${os.family} ${os.name}`, 120)
  };
}

// src/report/sarif/uploads.ts
import { gzipSync } from "node:zlib";
function sarifUploads(verdict2, tool, options) {
  const context = { verdict: verdict2, tool, options };
  const ids = runIds(options.category, verdict2.subjects);
  const sized = verdict2.subjects.flatMap(
    (subject2, index) => verified(subject2, verdict2) ? [fittingRun(subject2, ids[index] ?? "", context)] : []
  );
  const withheld = verdict2.subjects.filter((subject2) => !verified(subject2, verdict2));
  return { files: pack(sized).map(toFile), withheld: withheld.map(({ subject: subject2 }) => subject2.name) };
}
function fittingRun(subject2, id, context) {
  for (let limit = RESULTS_PER_RUN; ; limit = Math.floor(limit / 2)) {
    const run = toRun(subject2, id, context, limit);
    const bytes = gzipSync(stringify(run, 0)).length;
    if (bytes <= GZIP_BYTES_PER_FILE || limit === 0) return { run, bytes };
  }
}
function pack(runs) {
  const files = [];
  let current = [];
  let used = 0;
  for (const { run, bytes } of runs) {
    if (current.length === RUNS_PER_FILE || used + bytes > GZIP_BYTES_PER_FILE) {
      files.push(current);
      current = [];
      used = 0;
    }
    current.push(run);
    used += bytes;
  }
  return current.length > 0 ? [...files, current] : files;
}

// src/report/sarif.ts
function renderSarif(verdict2, tool, options) {
  const context = { verdict: verdict2, tool, options };
  const ids = runIds(options.category, verdict2.subjects);
  const runs = verdict2.subjects.map((subject2, index) => toRun(subject2, ids[index] ?? "", context));
  return toFile(runs.length === 0 ? [emptyRun(runId(options.category), context)] : runs);
}

// src/report/summary/budget.ts
var encoder = new TextEncoder();
function byteLength(text6) {
  return encoder.encode(text6).length;
}
function compose(blocks, footer2, limitBytes) {
  const everything = blocks.map((block2) => assemble2(block2, block2.rows.length, "")).join("") + footer2.text;
  if (byteLength(everything) < limitBytes) return everything;
  let room = limitBytes - 1 - byteLength(footer2.text) - byteLength(footer2.omitted(blocks.length));
  if (room < 0) return "";
  let dropped2 = 0;
  const parts = [];
  for (const block2 of blocks) {
    const part = fitting(block2, room);
    if (part === "") dropped2 += 1;
    room -= byteLength(part);
    parts.push(part);
  }
  return parts.join("") + (dropped2 > 0 ? footer2.omitted(dropped2) : "") + footer2.text;
}
function fitting(block2, room) {
  const frame = byteLength(block2.head) + byteLength(block2.tail);
  const sizes = block2.rows.map((row2) => byteLength(row2) + 1);
  const whole = sizes.reduce((sum, size) => sum + size, frame);
  if (whole <= room) return assemble2(block2, block2.rows.length, "");
  let used = frame + byteLength(block2.omitted(block2.rows.length)) + 1;
  if (used > room) return "";
  let kept = 0;
  for (const size of sizes) {
    if (used + size > room) break;
    used += size;
    kept += 1;
  }
  return assemble2(block2, kept, `${block2.omitted(block2.rows.length - kept)}
`);
}
function assemble2(block2, kept, note) {
  const rows = block2.rows.slice(0, kept).map((row2) => `${row2}
`);
  return block2.head + rows.join("") + note + block2.tail;
}

// src/report/summary/check-blocks.ts
function undecidedBlocks(verdict2) {
  const placed = placedChecks(verdict2).filter(answered("unknown"));
  if (placed.length === 0) return [];
  const headings = ["Subject", "Check", "Why it is not known"];
  return [
    {
      head: `### ${counted(placed.length, "check")} without an answer

${tableHead(headings)}
`,
      rows: placed.map(({ subject: subject2, check: check3 }) => row([escapeMarkdown(subject2, 120), title(check3), prose(check3.reason)])),
      tail: "\n",
      omitted
    }
  ];
}
function lookedBlocks(verdict2) {
  const placed = placedChecks(verdict2);
  const passed = placed.filter(answered("pass"));
  const failed2 = placed.filter(answered("fail"));
  const shown3 = [...passed, ...failed2, ...placed.filter(answered("not-applicable"))];
  if (shown3.length === 0) return [];
  const summary = `What was looked at: ${counted(passed.length, "check")} passed, ${failed2.length} failed`;
  return [
    {
      head: `<details><summary>${summary}</summary>

${tableHead(["Subject", "Check", "Answer", "Reason"])}
`,
      rows: shown3.map(
        ({ subject: subject2, check: check3 }) => row([escapeMarkdown(subject2, 120), title(check3), ANSWER_TEXT[check3.answer], prose(check3.reason)])
      ),
      tail: "\n</details>\n\n",
      omitted
    }
  ];
}
function placedChecks({ subjects }) {
  return subjects.flatMap(({ subject: subject2, checks }) => checks.map((check3) => ({ subject: subject2.name, check: check3 })));
}
var ANSWER_TEXT = {
  pass: "\u2705 pass",
  fail: "\u274C fail",
  unknown: "\u2754 unknown",
  "not-applicable": "not applicable"
};
function title(check3) {
  return `${code(check3.rule, 80)} ${escapeMarkdown(check3.title, 120)}`;
}
function answered(answer) {
  return ({ check: check3 }) => check3.answer === answer;
}
function omitted(count4) {
  return `
\u2026 ${counted(count4, "more check")} in report.json`;
}

// src/report/summary/finding-blocks.ts
function failingBlocks({ subjects }, fileBaseUrl) {
  return subjects.flatMap((subject2) => failing(subject2, fileBaseUrl));
}
function otherBlocks({ subjects }, fileBaseUrl) {
  return subjects.flatMap((subject2) => others(subject2, fileBaseUrl));
}
function failing({ subject: subject2, findings }, fileBaseUrl) {
  const shown3 = findings.filter(gates).sort(compareFindings);
  if (shown3.length === 0) return [];
  const title2 = `${counted(shown3.length, "finding fails", "findings fail")} the gate`;
  return [
    {
      head: `### ${escapeMarkdown(subject2.name, 120)}: ${title2}

${tableHead(["Severity", "Finding", "Installed \u2192 fixed", "Origin", "Where"])}
`,
      rows: shown3.map((finding2) => row(cells2(finding2, fileBaseUrl))),
      tail: "\n",
      omitted: (count4) => `
\u2026 ${counted(count4, "more failing finding")} in report.json`
    }
  ];
}
function others({ subject: subject2, findings }, fileBaseUrl) {
  const shown3 = findings.filter((finding2) => !gates(finding2)).sort(compareFindings);
  if (shown3.length === 0) return [];
  const title2 = `${counted(shown3.length, "finding")} without gating (${severityText(shown3.map((f) => f.severity))})`;
  const headings = ["Severity", "Finding", "Installed \u2192 fixed", "Origin", "Where", "Why it does not gate"];
  return [
    {
      head: `<details><summary>${escapeMarkdown(subject2.name, 120)}: ${title2}</summary>

${tableHead(headings)}
`,
      rows: shown3.map((finding2) => row([...cells2(finding2, fileBaseUrl), escapeMarkdown(finding2.reason)])),
      tail: "\n</details>\n\n",
      omitted: (count4) => `
\u2026 ${counted(count4, "more finding")} in report.json`
    }
  ];
}
function cells2(finding2, fileBaseUrl) {
  const { severity: severity3, image, origin } = finding2;
  const installed = [image?.package ?? "", versionText(finding2)].map((text6) => code(text6, 120)).filter((text6) => text6 !== "");
  const weight2 = gates(finding2) && (severity3 === "critical" || severity3 === "high") ? `**${severity3}**` : severity3;
  return [weight2, findingText2(finding2), installed.join("<br>"), origin ?? "not known", where(finding2, fileBaseUrl)];
}
function findingText2(finding2) {
  const id = link(code(finding2.id, 80), finding2.url);
  if (finding2.kind === "advisory") return `${id} ${escapeMarkdown(finding2.title, 200)}`;
  return `${id} ${prose(finding2.message)}<br>*Fix:* ${prose(finding2.fix)}`;
}
function where({ location: location2, image }, fileBaseUrl) {
  const path = image?.path == null ? "" : `in the image: ${code(image.path, 200)}`;
  if (location2 === null) return path;
  const uri = repositoryUri(location2.file);
  const target = fileBaseUrl === null || uri === null ? null : `${fileBaseUrl}${uri}#L${location2.startLine}`;
  const line2 = link(code(lineText(location2)), target);
  return path === "" ? line2 : `${line2}<br>${path}`;
}

// src/report/summary/next-steps.ts
var STEPS = 3;
function nextSteps(verdict2) {
  const advice = allProblems(verdict2).map((problem2) => prose(problem2.advice));
  const fixes = gatingFindings(verdict2).map(({ finding: finding2 }) => fixOf2(finding2));
  const steps = [.../* @__PURE__ */ new Set([...advice, ...fixes])].filter((step) => step !== "");
  if (steps.length === 0) return ["Nothing has to be done."];
  const shown3 = steps.slice(0, STEPS).map((step, index) => `${index + 1}. ${step}`);
  return ["**What to do next**", "", ...shown3];
}
function fixOf2({ fix, location: location2 }) {
  const text6 = prose(fix);
  return text6 === "" || location2 === null ? text6 : `${code(lineText(location2))}: ${text6}`;
}

// src/report/summary/problem-blocks.ts
function problemBlocks(verdict2) {
  const problems = allProblems(verdict2);
  if (problems.length === 0) return [];
  const hasOnlyInput = problems.every(({ kind }) => kind === "usage");
  const rows = problems.map(({ subject: subject2, code: id, message, advice }) => {
    const where2 = subject2 === null ? "" : `**${escapeMarkdown(subject2, 120)}**: `;
    return `- ${where2}${prose(message, 500)} *What to do:* ${prose(advice, 500)} (${code(id, 80)})`;
  });
  return [
    {
      head: hasOnlyInput ? "### \u26A0\uFE0F Wrong input\n\n" : "### \u26A0\uFE0F Could not be verified\n\n",
      rows,
      tail: "\n",
      omitted: (count4) => `- \u2026 ${counted(count4, "more problem")} in report.json`
    }
  ];
}

// src/report/counts.ts
function countFindings(verdict2) {
  return countBySeverity(verdict2.subjects.flatMap((subject2) => subject2.findings));
}
function countBySeverity(findings) {
  const counts = { findings: findings.length, critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
  for (const { severity: severity3 } of findings) counts[severity3] += 1;
  return counts;
}

// src/report/summary/subject-blocks.ts
var WORDS2 = { pass: "\u2705 pass", fail: "\u274C fail", error: "\u26A0\uFE0F error" };
var HEADINGS = [
  "Subject",
  "Verdict",
  "Fail the gate:",
  "Critical:",
  "High:",
  "Medium:",
  "Low:",
  "Unknown:",
  "System"
];
function subjectBlocks({ subjects }) {
  if (subjects.length === 0) return [];
  return [
    {
      head: `${tableHead(HEADINGS)}
`,
      rows: subjects.map(subjectRow),
      tail: "\n",
      omitted: (count4) => `
\u2026 ${counted(count4, "more subject")} in report.json`
    }
  ];
}
function subjectRow(subject2) {
  const counts = countBySeverity(subject2.findings);
  const numbers = [subject2.findings.filter(gates).length, ...SEVERITIES.map((severity3) => counts[severity3])];
  const name = `**${escapeMarkdown(subject2.subject.name, 120)}**`;
  const { image } = subject2;
  const identity = image === null ? code(subject2.subject.dockerfile ?? "") : code(`${image.reference} ${image.platform}`);
  return row([
    identity === "" ? name : `${name}<br>${identity}`,
    WORDS2[subject2.verdict],
    ...numbers.map((count4) => count4 === 0 ? "\xB7" : String(count4)),
    systemText2(subject2)
  ]);
}
function systemText2({ os, packages }) {
  const parts = [
    os === null ? "" : escapeMarkdown(`${os.family} ${os.name}`, 80),
    os?.endOfLife === true ? "**end of life**" : "",
    packages === null ? "" : `${packages.os} OS and ${counted(packages.language, "language package")}`
  ];
  return parts.filter((part) => part !== "").join(", ");
}

// src/report/summary.ts
var MARKS2 = { pass: "\u2705", fail: "\u274C", error: "\u26A0\uFE0F" };
function renderSummary(verdict2, tool, options) {
  const fileBaseUrl = options.fileBaseUrl ?? null;
  const blocks = [
    opening(verdict2),
    ...problemBlocks(verdict2),
    ...subjectBlocks(verdict2),
    ...failingBlocks(verdict2, fileBaseUrl),
    ...undecidedBlocks(verdict2),
    ...otherBlocks(verdict2, fileBaseUrl),
    ...lookedBlocks(verdict2)
  ];
  const end = { text: inert(footer(verdict2, tool)), omitted: omittedSections };
  return compose(blocks.map(inertBlock), end, options.limitBytes);
}
function opening(verdict2) {
  const head = `## ${MARKS2[verdict2.verdict]} Image gate: ${verdict2.verdict}, ${escapeMarkdown(headline(verdict2))}

`;
  return { head, rows: nextSteps(verdict2), tail: "\n", omitted: () => "" };
}
function footer(verdict2, tool) {
  const { scanner, failOn } = verdict2;
  const facts = [`image-gate ${escapeMarkdown(tool.version, 60)}`, `gates from severity ${failOn}`];
  if (scanner === null) facts.push("Trivy was not run");
  else {
    const { database } = scanner;
    facts.push(`Trivy ${escapeMarkdown(scanner.version, 60)} from ${code(scanner.source, 200)}`);
    if (database === null) facts.push("no advisory database");
    else {
      const date3 = database.updatedAt === null ? "of unknown date" : `of ${code(database.updatedAt, 60)}`;
      facts.push(`advisory database ${date3} from ${code(database.source, 200)}`);
    }
  }
  return `<sub>${facts.join(" \xB7 ")} \xB7 started ${code(verdict2.startedAt, 60)}</sub>
`;
}
function omittedSections(count4) {
  return `\u2026 ${counted(count4, "more section")} in report.json

`;
}
function inertBlock(block2) {
  return { ...block2, head: inert(block2.head), rows: block2.rows.map(inert) };
}

// src/commands/write-reports.ts
var HOME = "https://github.com/image-hardening-gate/image-hardening-gate";
var TOOL = { name: "image-gate", version: VERSION2, informationUri: HOME };
var RULE_FACTS = new Map(
  RULES.map(({ id, title: title2, why, fix, aliases }) => [
    id,
    { title: title2, why, fix, aliases, helpUri: `${HOME}/blob/main/docs/rules/${id}.md` }
  ])
);
var SUMMARY_LIMIT = 1e6;
function render(verdict2, settings, look) {
  switch (settings.format) {
    case "table":
      return renderTable(verdict2, look);
    case "json":
      return renderJson(verdict2, TOOL);
    case "sarif":
      return sarifOf(verdict2, settings);
    case "markdown":
      return summaryOf(verdict2);
  }
}
function sarifOf(verdict2, { sarifCategory: category }) {
  return renderSarif(verdict2, TOOL, { category, ruleFacts: RULE_FACTS });
}
function sarifUploadsOf(verdict2, { sarifCategory: category }) {
  return sarifUploads(verdict2, TOOL, { category, ruleFacts: RULE_FACTS });
}
function summaryOf(verdict2, fileBaseUrl = null) {
  return renderSummary(verdict2, TOOL, { limitBytes: SUMMARY_LIMIT, ...fileBaseUrl === null ? {} : { fileBaseUrl } });
}
async function writeReports(verdict2, settings, folder2, files) {
  const full = resolve5(settings.workingDirectory, folder2);
  const paths = {
    report: join13(full, "report.json"),
    sarif: join13(full, "report.sarif"),
    summary: join13(full, "summary.md")
  };
  try {
    await files.writeText(paths.report, renderJson(verdict2, TOOL));
    await files.writeText(paths.sarif, sarifOf(verdict2, settings));
    await files.writeText(paths.summary, summaryOf(verdict2));
  } catch (error2) {
    throw new VerifyError(
      "report-not-written",
      `The reports cannot be written to ${folder2}: ${errorMessage(error2)}.`,
      "Free space, or choose another report-dir."
    );
  }
  return paths;
}

export {
  string2 as string,
  int,
  array,
  object,
  _enum,
  iso_exports,
  exitCodeOf,
  gates,
  compareFindings,
  allProblems,
  plain,
  counted,
  severityText,
  subjectMatter,
  sentence,
  renderTable,
  RULE_PROFILES,
  RULES,
  check,
  countFindings,
  VERSION2 as VERSION,
  render,
  sarifUploadsOf,
  summaryOf,
  writeReports
};
