import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime
} from "./chunk-AS36PWQU.js";
import {
  __commonJS,
  __export,
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
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
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
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
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
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
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
        matcher.state = state;
      }
      return matcher;
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
function parseImageReference(text) {
  if (text.length > MAX_LENGTH || IDENTIFIER.test(text)) return null;
  const { registry: registry2, rest } = splitRegistry(text);
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
function splitRegistry(text) {
  const slash = text.indexOf("/");
  const first = text.slice(0, Math.max(slash, 0));
  if (slash < 0 || !isRegistry(first)) return official(text);
  const rest = text.slice(slash + 1);
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
function unknown(reason, severity = null) {
  return { answer: "unknown", reason, violations: [], severity };
}
function notApplicable(reason) {
  return { answer: "not-applicable", reason, violations: [], severity: null };
}
function fail(faults, severity = null) {
  const violations = faults.map((fault) => ({ related: [], place: "", severity: null, ...fault }));
  return { answer: "fail", reason: violations.map(({ message }) => message).join(" "), violations, severity };
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
    const open = verdicts.find(({ verdict }) => verdict === null);
    if (open !== void 0)
      return unknown(`${VIA[open.image.via]} names ${open.image.written}, whose variables have no value here.`);
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
      fix: FIX,
      location: fromLine(evidence)
    }
  ]);
}
function named(evidence) {
  const dockerfile = evidence.dockerfile;
  if (dockerfile === null) return unknown("Without the Dockerfile or a scan nothing tells what the base is.");
  if (dockerfile.base === null) return pass("The final stage starts from scratch.");
  const { reference, written, location } = dockerfile.base;
  if (reference === null) return unknown(`${written} has variables without a value here.`);
  if (isMinimal(reference)) return pass(`${reference} is a minimal variant by its name.`);
  if (!OFFICIAL.test(fullName(reference)))
    return unknown(`The name of ${reference} does not tell how large it is; only the built image can.`);
  return fail([{ message: `${reference} is a full image, not a minimal variant.`, fix: FIX, location }]);
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
    const open = pulled.find(({ reference }) => reference === null);
    if (open !== void 0) return unknown(`${open.written} has variables without a value here.`);
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
    const location = entrypoint.from ?? cmd.from ?? fromLine(evidence);
    return fail([{ message: "Neither ENTRYPOINT nor CMD is set: nothing can be started.", fix: FIX2, location }]);
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
    const stray = entries.filter(({ value, known }) => known && !allowed.has(value));
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
    if (!complete || entries.some(({ known }) => !known)) {
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
  const port = config2.exposedPorts.entries.find(({ value, known }) => known && !SIDE_DOORS.has(value))?.value;
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
    const fault = transport === "stdio" ? { message: `${missing} (${because}).`, fix: STDIO_FIX } : { message: `${missing}, and the server listens (${because}).${dropped(evidence)}`, fix: FIX3 };
    return fail([{ ...fault, location }], weight(transport, options));
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
  const text = value.slice(0, LONGEST);
  const form = FORMS.find(([pattern]) => pattern.test(text));
  return form === void 0 || isPlaceholder(text) ? null : form[1];
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
  const words = name.toLowerCase().split(/[_.-]+/);
  if (HARMLESS_ENDINGS.has(words.at(-1) ?? "")) return false;
  return words.some((word) => SECRET_WORDS.has(word));
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
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
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
function faultOf({ name, value, location }) {
  const place = `env:${name}`;
  const kind = credentialKind(value);
  if (kind !== null)
    return [{ message: `ENV ${name} holds ${kind}.`, fix: FIX4, location, place, severity: "critical" }];
  if (value === "" || !isSecretName(name)) return [];
  if (looksSecret(value)) {
    const message = `ENV ${name} is named like a credential, and its value looks like one.`;
    return [{ message, fix: FIX4, location, place, severity: "high" }];
  }
  return [{ message: `ENV ${name} is named like a credential and has a value.`, fix: FIX4, location, place }];
}
function variables(evidence) {
  const found = /* @__PURE__ */ new Map();
  for (const { value: entry, from } of effective(evidence).env.entries) {
    const at = entry.indexOf("=");
    const name = at < 0 ? entry : entry.slice(0, at);
    found.set(name, { name, value: at < 0 ? "" : entry.slice(at + 1), location: from ?? fromLine(evidence) });
  }
  for (const { kind, name, value, location } of evidence.dockerfile?.assignments ?? []) {
    if (kind !== "env" || value === null) continue;
    const known = found.get(name);
    if (known === void 0 || known.value === "") found.set(name, { name, value, location });
  }
  return [...found.values()];
}

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
  const location = effective(evidence).user.from ?? fromLine(evidence);
  if (found.kind === "error") {
    return fail([
      {
        message: `USER ${quote(user)} cannot be resolved in the image, so no container starts: ${found.message}.`,
        fix: FIX5,
        location
      }
    ]);
  }
  if (found.uid !== 0) return pass(`Runs as uid ${found.uid}${user === "" ? "" : ` (USER ${quote(user)})`}.`);
  return fail([{ message: `${asRoot(user)}${unselected(evidence)}`, fix: FIX5, location }]);
}
function judgeDockerfile(evidence) {
  const { user } = effective(evidence);
  if (!user.known) return unknown(`The user comes from something this file does not show${baseOf(evidence)}.`);
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
function baseOf(evidence) {
  const base = evidence.dockerfile?.base;
  return base === null || base === void 0 ? "" : ` (base image ${quote(base.reference ?? base.written)})`;
}
function quote(text) {
  return `"${text.slice(0, 100)}"`;
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

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
  return _isoDate(ZodISODate, params);
}
function time(params) {
  return _isoTime(ZodISOTime, params);
}
function duration(params) {
  return _isoDuration(ZodISODuration, params);
}

export {
  iso_exports,
  parseImageReference,
  RULE_PROFILES,
  RULES
};
