import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  HttpError,
  require_constants,
  require_debug,
  require_identifiers,
  require_parse,
  require_parse_options,
  require_re,
  require_semver
} from "./chunk-PHOP3PQU.js";
import {
  RULES,
  iso_exports,
  parseImageReference
} from "./chunk-YGSNKRK4.js";
import {
  _enum,
  _undefined,
  array,
  boolean,
  int,
  literal,
  number,
  object,
  prettifyError,
  record,
  string,
  union,
  unknown
} from "./chunk-AS36PWQU.js";
import {
  UsageError,
  VerifyError,
  compareSeverity,
  detailOf,
  errorCode,
  errorMessage,
  reaches,
  toProblem,
  worst
} from "./chunk-CMIYFWSV.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-6SMW72EV.js";

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
    function byteLength(string2, encoding) {
      return Buffer.byteLength(string2, encoding);
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
    function write(buffer, string2, offset, length, encoding) {
      return toBuffer(buffer).write(string2, offset, length, encoding);
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
      byteLength,
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
      constructor(msg, code, fn = StreamError) {
        super(msg);
        this.code = code;
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
    var MAX = (1 << 29) - 1;
    var OPENING = 1;
    var PREDESTROYING = 2;
    var DESTROYING = 4;
    var DESTROYED = 8;
    var NOT_OPENING = MAX ^ OPENING;
    var NOT_PREDESTROYING = MAX ^ PREDESTROYING;
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
    var READ_NOT_ACTIVE = MAX ^ READ_ACTIVE;
    var READ_NON_PRIMARY = MAX ^ READ_PRIMARY;
    var READ_NON_PRIMARY_AND_PUSHED = MAX ^ (READ_PRIMARY | READ_NEEDS_PUSH);
    var READ_PUSHED = MAX ^ READ_NEEDS_PUSH;
    var READ_PAUSED = MAX ^ READ_RESUMED;
    var READ_NOT_QUEUED = MAX ^ (READ_QUEUED | READ_EMITTED_READABLE);
    var READ_NOT_ENDING = MAX ^ READ_ENDING;
    var READ_PIPE_NOT_DRAINED = MAX ^ READ_FLOWING;
    var READ_NOT_NEXT_TICK = MAX ^ READ_NEXT_TICK;
    var READ_NOT_UPDATING = MAX ^ READ_UPDATING;
    var READ_NO_READ_AHEAD = MAX ^ READ_READ_AHEAD;
    var READ_PAUSED_NO_READ_AHEAD = MAX ^ READ_RESUMED_READ_AHEAD;
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
    var WRITE_NOT_ACTIVE = MAX ^ (WRITE_ACTIVE | WRITE_WRITING);
    var WRITE_NON_PRIMARY = MAX ^ WRITE_PRIMARY;
    var WRITE_NOT_FINISHING = MAX ^ (WRITE_ACTIVE | WRITE_FINISHING);
    var WRITE_DRAINED = MAX ^ WRITE_UNDRAINED;
    var WRITE_NOT_QUEUED = MAX ^ WRITE_QUEUED;
    var WRITE_NOT_NEXT_TICK = MAX ^ WRITE_NEXT_TICK;
    var WRITE_NOT_UPDATING = MAX ^ WRITE_UPDATING;
    var WRITE_NOT_CORKED = MAX ^ WRITE_CORKED;
    var ACTIVE = READ_ACTIVE | WRITE_ACTIVE;
    var NOT_ACTIVE = MAX ^ ACTIVE;
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
      constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark;
        this.buffered = 0;
        this.error = null;
        this.pipeline = null;
        this.drains = null;
        this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
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
      constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
        this.buffered = 0;
        this.readAhead = highWaterMark > 0;
        this.error = null;
        this.pipeline = null;
        this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
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
        let error = null;
        let promiseResolve = null;
        let promiseReject = null;
        this.on("error", (err) => {
          error = err;
        });
        this.on("readable", onreadable);
        this.on("close", onclose);
        return {
          [asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(function(resolve4, reject) {
              promiseResolve = resolve4;
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
          if (error) {
            promiseReject(error);
          } else if (data === null && (stream._duplexState & READ_DONE) === 0) {
            promiseReject(StreamError.STREAM_DESTROYED());
          } else {
            promiseResolve({ value: data, done: data === null });
          }
          promiseReject = promiseResolve = null;
        }
        function destroy(err) {
          stream.destroy(err);
          return new Promise((resolve4, reject) => {
            if (stream._duplexState & DESTROYED) return resolve4({ value: void 0, done: true });
            stream.once("close", function() {
              if (err) reject(err);
              else resolve4({ value: void 0, done: true });
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
        return new Promise((resolve4) => {
          state.drains.push({ writes, resolve: resolve4 });
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
      return new Promise((resolve4, reject) => {
        return pipeline3(...streams, (err) => {
          if (err) return reject(err);
          resolve4();
        });
      });
    }
    function pipeline3(stream, ...streams) {
      const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
      const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
      if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
      let src = all[0];
      let dest = null;
      let error = null;
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
          if (error === null) error = err;
        });
        dest.on("finish", () => {
          fin = true;
          if (!autoDestroy) done(error);
        });
        if (autoDestroy) {
          dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
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
        if (!err || error) return;
        error = err;
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
    exports.encode = function encode(opts) {
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
    exports.decode = function decode2(buf, filenameEncoding, allowUnknownFormat) {
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
    function indexOf(block, num, offset, end) {
      for (; offset < end; offset++) {
        if (block[offset] === num) return offset;
      }
      return end;
    }
    function cksum(block) {
      let sum = 8 * 32;
      for (let i = 0; i < 148; i++) sum += block[i];
      for (let j = 156; j < 512; j++) sum += block[j];
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
        let error = null;
        let promiseResolve = null;
        let promiseReject = null;
        let entryStream = null;
        let entryCallback = null;
        const extract2 = this;
        this.on("entry", onentry);
        this.on("error", (err) => {
          error = err;
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
        function onnext(resolve4, reject) {
          if (error) {
            return reject(error);
          }
          if (entryStream) {
            resolve4({ value: entryStream, done: false });
            entryStream = null;
            return;
          }
          promiseResolve = resolve4;
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
          consumeCallback(error);
          if (!promiseResolve) return;
          if (error) promiseReject(error);
          else promiseResolve({ value: void 0, done: true });
          promiseResolve = promiseReject = null;
        }
        function destroy(err) {
          extract2.destroy(err);
          consumeCallback(err);
          return new Promise((resolve4, reject) => {
            if (extract2.destroyed) return resolve4({ value: void 0, done: true });
            extract2.once("close", function() {
              if (err) reject(err);
              else resolve4({ value: void 0, done: true });
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
var require_constants2 = __commonJS({
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
    var constants = require_constants2();
    var headers = require_headers();
    var DMODE = 493;
    var FMODE = 420;
    var END_OF_TAR = b4a.alloc(1024);
    var Sink = class extends Writable {
      constructor(pack, header, callback) {
        super({ mapWritable, eagerOpen: true });
        this.written = 0;
        this.header = header;
        this._callback = callback;
        this._linkname = null;
        this._isLinkname = header.type === "symlink" && !header.linkname;
        this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
        this._finished = false;
        this._pack = pack;
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
    module.exports = function pack(opts) {
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
    var parse4 = require_parse();
    var valid = (version, options) => {
      const v = parse4(version, options);
      return v ? v.version : null;
    };
    module.exports = valid;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports, module) {
    "use strict";
    var parse4 = require_parse();
    var clean = (version, options) => {
      const s = parse4(version.trim().replace(/^[=v]+/, ""), options);
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
    var inc = (version, release, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
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
    var parse4 = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse4(version1, null, true);
      const v2 = parse4(version2, null, true);
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
    var parse4 = require_parse();
    var prerelease = (version, options) => {
      const parsed = parse4(version, options);
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
    var parse4 = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce = (version, options) => {
      if (version instanceof SemVer) {
        return version;
      }
      if (typeof version === "number") {
        version = String(version);
      }
      if (typeof version !== "string") {
        return null;
      }
      options = options || {};
      let match = null;
      if (!options.rtl) {
        match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
      } else {
        const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
        let next;
        while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
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
      return parse4(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports, module) {
    "use strict";
    var parse4 = require_parse();
    var constants = require_constants();
    var SemVer = require_semver();
    var truncate = (version, truncation, options) => {
      if (!constants.RELEASE_TYPES.includes(truncation)) {
        return null;
      }
      const clonedVersion = cloneInputVersion(version, options);
      return clonedVersion && doTruncation(clonedVersion, truncation);
    };
    var cloneInputVersion = (version, options) => {
      const versionStringToParse = version instanceof SemVer ? version.version : version;
      return parse4(versionStringToParse, options);
    };
    var doTruncation = (version, truncation) => {
      if (isPrerelease(truncation)) {
        return version.version;
      }
      version.prerelease = [];
      switch (truncation) {
        case "major":
          version.minor = 0;
          version.patch = 0;
          break;
        case "minor":
          version.patch = 0;
          break;
      }
      return version.format();
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
      MAX_LENGTH,
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
      return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
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
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
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
      test(version) {
        if (!version) {
          return false;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version, this.options)) {
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
    var testSet = (set, version, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version)) {
          return false;
        }
      }
      if (version.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) {
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
      test(version) {
        debug("Comparator.test", version, this.options.loose);
        if (this.semver === ANY || version === ANY) {
          return true;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version, this.operator, this.semver, this.options);
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
    var satisfies = (version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
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
    var outside = (version, range, hilo, options) => {
      version = new SemVer(version, options);
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
      if (satisfies(version, range, options)) {
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
        if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) {
          return false;
        } else if (low.operator === ecomp && ltfn(version, low.semver)) {
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
    var gtr = (version, range, options) => outside(version, range, ">", options);
    module.exports = gtr;
  }
});

// node_modules/semver/ranges/ltr.js
var require_ltr = __commonJS({
  "node_modules/semver/ranges/ltr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var ltr = (version, range, options) => outside(version, range, "<", options);
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
      for (const version of v) {
        const included = satisfies(version, range, options);
        if (included) {
          prev = version;
          if (!first) {
            first = version;
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
    var parse4 = require_parse();
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
      parse: parse4,
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
function count(number3, noun) {
  return `${number3} ${noun}${number3 === 1 ? "" : "s"}`;
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
  const subjects = cases.map((one) => decideSubject(one, policy));
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
    verdict: gravest([...subjects.map(({ verdict }) => verdict), errors.length > 0 ? "error" : "pass"]),
    startedAt: run.startedAt,
    errors,
    scanner: run.scanner,
    failOn: policy.failOn,
    subjects
  };
}
function decideSubject({ subject, evidence, checks, faults, problems }, policy) {
  const findings = faults.map((fault) => decideFault(fault, policy)).sort(compareFindings);
  const errors = [...problems, ...openQuestions(subject, checks, policy)];
  const { image, scan: scan2 } = evidence;
  return {
    subject,
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
function openQuestions(subject, checks, policy) {
  if (subject.image === null && !policy.strictUnknown) return [];
  return checks.filter(({ answer, severity: severity2 }) => answer === "unknown" && reaches(severity2, policy.failOn)).map(({ rule, reason }) => ({
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
function compareFindings(a, b) {
  return STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) || compareSeverity(a.severity, b.severity) || compareText(a.id, b.id) || compareText(a.image?.package ?? "", b.image?.package ?? "") || compareText(a.fingerprint, b.fingerprint) || compareText(a.image?.installed ?? "", b.image?.installed ?? "");
}
function compareText(a, b) {
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
function lastWord(text5) {
  return (text5.split(" ").at(-1) ?? "").replace(/^[["]+|[\]",]+$/g, "").replace(/(.)\/$/, "$1");
}
function squeeze(text5) {
  return text5.replace(/\s*# buildkit\s*$/, "").replaceAll(/\s+/g, " ").trim();
}

// src/policy/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprint({ subject, id, purl, place }) {
  const parts = ["1", subject, id, purl === null ? "" : withoutVersion(purl), place];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);
}
function withoutVersion(purl) {
  const bare = purl.split(/[?#]/, 1)[0] ?? "";
  const at = bare.lastIndexOf("@");
  return at > bare.lastIndexOf("/") ? bare.slice(0, at) : bare;
}

// src/policy/faults.ts
function faultsOf(subject, evidence, checks, context) {
  const places = placesOf(evidence, context.named);
  const found = [
    ...checks.flatMap((check2) => ruleFaults(subject, check2, context)),
    ...(evidence.scan?.advisories ?? []).map((advisory) => advisoryFault(subject, advisory, places)),
    ...(evidence.scan?.secrets ?? []).map((hit) => secretFault(subject, hit, places)),
    ...(evidence.scan?.licenses ?? []).map((hit) => licenseFault(subject, hit, places))
  ];
  const unique = new Map(found.map((fault) => [`${fault.fingerprint} ${fault.image?.installed ?? ""}`, fault]));
  return [...unique.values()];
}
function ruleFaults(subject, check2, context) {
  return check2.violations.map((violation) => ({
    id: check2.rule,
    kind: "rule",
    severity: violation.severity ?? check2.severity,
    title: check2.title,
    message: violation.message,
    fix: violation.fix,
    location: violation.location ?? context.named,
    related: violation.related,
    image: null,
    origin: "config",
    aliases: context.aliases.get(check2.rule) ?? [],
    url: null,
    fingerprint: fingerprint({ subject: subject.name, id: check2.rule, purl: null, place: violation.place }),
    fixable: true
  }));
}
function advisoryFault(subject, advisory, places) {
  const { location, origin } = places(advisory.layer, advisory.kind);
  const { package: name, installed, fixed, purl, path } = advisory;
  return {
    id: advisory.id,
    kind: "advisory",
    severity: advisory.severity,
    title: advisory.title,
    message: `${name} ${installed} has ${advisory.id}${advisory.title === "" ? "" : `: ${advisory.title}`}`,
    fix: fixOf(name, fixed, origin),
    location,
    related: [],
    image: { layer: advisory.layer, path, package: name, purl, installed, fixed },
    origin,
    aliases: advisory.aliases,
    url: advisory.url,
    // Without a package URL the name stands in for it: two packages of one image must never share an identity.
    fingerprint: fingerprint({
      subject: subject.name,
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
function secretFault(subject, hit, places) {
  const { location, origin } = places(hit.layer, "language");
  const where = hit.path === null ? "in the config of the image" : `in ${hit.path}`;
  return {
    id: hit.rule,
    kind: "secret",
    severity: hit.severity,
    title: hit.title,
    message: `${hit.title} ${where}${hit.path === null ? "" : `, line ${hit.startLine}`}.`,
    fix: "Revoke it, and pass it at run time or with `RUN --mount=type=secret`. Deleting it in a later layer does not remove it.",
    location,
    related: [],
    image: { layer: hit.layer, path: hit.path, package: null, purl: null, installed: null, fixed: null },
    origin: hit.path === null ? "config" : origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({ subject: subject.name, id: hit.rule, purl: null, place: hit.path ?? "config" }),
    fixable: true
  };
}
function licenseFault(subject, hit, places) {
  const { location, origin } = places(null, "language");
  const owner = hit.package ?? hit.path ?? "a file";
  return {
    id: `license-${hit.name}`,
    kind: "license",
    severity: hit.severity,
    title: `Licence ${hit.name} (${hit.category})`,
    message: `${owner} is under ${hit.name}, which counts as ${hit.category}.`,
    fix: "Replace the package, or accept the licence on purpose.",
    location,
    related: [],
    image: { layer: null, path: hit.path, package: hit.package, purl: null, installed: null, fixed: null },
    origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({
      subject: subject.name,
      id: `license-${hit.name}`,
      purl: null,
      place: `${hit.package ?? ""} ${hit.path ?? ""}`
    }),
    fixable: true
  };
}
function placesOf({ dockerfile, image }, named) {
  const sources = dockerfile !== null && image !== null ? attributeLayers(image, dockerfile) : /* @__PURE__ */ new Map();
  const fallback2 = dockerfile?.base?.location ?? dockerfile?.stages[dockerfile.target]?.location ?? named;
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

// src/rules/check.ts
function checkRules(evidence, options, rules = RULES) {
  return rules.flatMap((rule) => {
    const usual = rule.severity[options.profile];
    return usual === "off" ? [] : [checkRule(rule, usual, evidence, options)];
  });
}
function checkRule(rule, usual, evidence, options) {
  const { answer, reason, violations, severity: severity2 } = rule.judge(evidence, options);
  const rated = violations.map((violation) => ({
    ...violation,
    severity: violation.severity ?? severity2 ?? usual
  }));
  return {
    rule: rule.id,
    title: rule.title,
    answer,
    severity: rated.length > 0 ? worst(rated.map((violation) => violation.severity)) : severity2 ?? usual,
    reason,
    violations: rated
  };
}

// src/image/assemble.ts
import { posix } from "node:path";

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
function shown(text5) {
  const cut2 = text5.length > SHOWN ? `${text5.slice(0, SHOWN)}\u2026` : text5;
  return JSON.stringify(cut2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// src/image/json-keys.ts
function repeatedKey(text5) {
  const open2 = [];
  for (const [token] of text5.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const top = open2.at(-1) ?? null;
    if (token === "{") {
      open2.push({ keys: /* @__PURE__ */ new Set(), atKey: true });
    } else if (token === "[") {
      open2.push(null);
    } else if (token === "}" || token === "]") {
      open2.pop();
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
  const result2 = schema.safeParse(parse(bytes, what));
  if (!result2.success) {
    const issue = result2.error.issues[0];
    const place = issue === void 0 || issue.path.length === 0 ? "" : ` at ${shown(issue.path.join("."))}`;
    throw damaged(`${what} is not of the expected form${place}: ${issue?.message ?? "unknown reason"}`);
  }
  return result2.data;
}
function parse(bytes, what) {
  const { text: text5, value } = tryParse(bytes, what);
  const repeated = repeatedKey(text5);
  if (repeated !== null) {
    throw damaged(`${what} holds the key ${shown(repeated)} twice`);
  }
  return value;
}
function tryParse(bytes, what) {
  try {
    const text5 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: text5, value: JSON.parse(text5) };
  } catch {
    throw damaged(`${what} is not JSON`);
  }
}
function exact(shape) {
  const known2 = new Set(Object.keys(shape));
  const folded = new Set([...known2].map(fold));
  return unknown().superRefine((value, context) => {
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
function parsePlatform(text5) {
  const match = /^([a-z0-9]+)\/([a-z0-9_-]+)(?:\/([a-z0-9.]+))?$/.exec(text5.toLowerCase());
  if (match === null) {
    throw new UsageError(
      "platform-invalid",
      `"${text5}" is no platform.`,
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
var text = string().nullish();
var texts = array(string()).nullish();
var words = union([string().transform((word) => [word]), array(string())]).nullish();
var keys = record(string(), unknown()).nullish().transform((value) => Object.keys(value ?? {}).sort());
var count2 = number().nullish();
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
  Labels: record(string(), string()).nullish(),
  Volumes: keys,
  StopSignal: text,
  Shell: words
});
var HistorySchema = exact({ created_by: text, comment: text, empty_layer: boolean().nullish() });
var DiffId = string().regex(/^sha256:[0-9a-f]{64}$/, "a layer is not named by a SHA-256");
var ConfigSchema = exact({
  architecture: string().min(1),
  os: string().min(1),
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
    const open2 = [{ path: "", node: this.#root }];
    for (let place = open2.pop(); place !== void 0; place = open2.pop()) {
      yield { path: place.path === "" ? "/" : place.path, node: place.node };
      for (const [name, node] of place.node.children ?? []) {
        open2.push({ path: `${place.path}/${name}`, node });
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
    for (const [name, node] of children) {
      if (node.children !== null) {
        this.#clear(node.children, layer2);
      }
      if (node.layer !== layer2 && (node.children === null || node.children.size === 0)) {
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
    const text5 = textOf(tree, path);
    if (typeof text5 === "object" && text5 !== null) {
      needs.push(text5.needs);
    } else {
      texts2[path] = text5;
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
  const node = tree.resolve(path);
  if (node === null || node.entry.kind !== "file") {
    return null;
  }
  const { entry } = node;
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
  spendBytes(count3) {
    this.#bytes += count3;
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
async function* through(source, transform) {
  const input = Readable.from(source, { objectMode: false });
  const done = pipeline(input, transform);
  done.catch(() => {
  });
  try {
    for await (const chunk of transform) {
      yield chunk;
    }
    await done;
  } catch (error) {
    throw asDamage(error);
  } finally {
    transform.destroy();
    input.destroy();
    if (!input.closed) {
      await new Promise((resolve4) => input.once("close", resolve4));
    }
  }
}
function asDamage(error) {
  return /^(Z_|ZSTD_|ERR_ZSTD|ERR_BUFFER_TOO_LARGE)/.test(errorCode(error)) ? damaged("its compressed data is damaged or cut short") : error;
}
async function peek(source, count3) {
  const iterator = source[Symbol.asyncIterator]();
  const pieces = [];
  let length = 0;
  while (length < count3) {
    const next = await iterator.next();
    if (next.done === true) {
      break;
    }
    pieces.push(next.value);
    length += next.value.byteLength;
  }
  async function* all() {
    yield* pieces;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  }
  const close = async () => {
    await iterator.return?.();
  };
  return { start: Buffer.concat(pieces), all: { [Symbol.asyncIterator]: all }, close };
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
  at(count3) {
    if (this.#chunk.length < count3) {
      return null;
    }
    const piece = this.#chunk.subarray(0, count3);
    this.#chunk = this.#chunk.subarray(count3);
    return piece;
  }
  /** The next `count` bytes; null at the end of the stream. Stops when it ends in between. */
  async take(count3) {
    const ready = this.at(count3);
    if (ready !== null) {
      return ready;
    }
    const pieces = [];
    let missing2 = count3;
    while (missing2 > 0) {
      const piece = await this.upTo(missing2);
      if (piece === null) {
        if (pieces.length === 0) {
          return null;
        }
        throw damaged("a tar archive ends in the middle");
      }
      pieces.push(piece);
      missing2 -= piece.length;
    }
    return Buffer.concat(pieces);
  }
  /** At least one and at most `count` bytes; null at the end of the stream. */
  async upTo(count3) {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) {
        return null;
      }
      this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return this.at(Math.min(count3, this.#chunk.length));
  }
  async skip(count3) {
    let missing2 = count3;
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
function decodeHeader(block) {
  checkSum(block);
  return {
    name: `${prefix(block)}${text2(block, 0, 100)}`,
    flag: String.fromCharCode(block[156] ?? 0),
    mode: number2(block, 100, 8),
    uid: number2(block, 108, 8),
    gid: number2(block, 116, 8),
    size: number2(block, 124, 12),
    link: text2(block, 157, 100)
  };
}
function checkSum(block) {
  let unsigned = 0;
  let signed = 0;
  for (let index = 0; index < 512; index += 1) {
    const byte = index >= 148 && index < 156 ? BLANK : block[index] ?? 0;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const stated = number2(block, 148, 8);
  if (stated !== unsigned && stated !== signed) {
    throw damaged("a tar header has a wrong checksum");
  }
}
function prefix(block) {
  if (block.toString("latin1", 257, 265) !== "ustar\x0000") {
    return "";
  }
  const length = block.toString("latin1", 508, 512) === "tar\0" ? 131 : 155;
  const value = text2(block, 345, length);
  return value === "" ? "" : `${value}/`;
}
function text2(block, start, length) {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? length : end);
}
function number2(block, start, length) {
  const field = block.subarray(start, start + length);
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
  const number3 = /^[0-9]{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number3)) {
    throw damaged(`a tar archive holds an extended header with a wrong ${key}`);
  }
  return number3;
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
    for (let block = await nextHeader(bytes); block !== null; block = await nextHeader(bytes)) {
      const header = decodeHeader(block);
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
  const block = bytes.at(BLOCK) ?? await bytes.take(BLOCK);
  if (block === null || !isZero(block)) {
    return block;
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
  const entry = describe(header, pending);
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
function describe(header, { records, name, link }) {
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
    link: link ?? paxText(records, "linkpath") ?? header.link,
    records
  };
}
function cString(content) {
  const end = content.indexOf(0);
  return content.toString("utf8", 0, end === -1 ? content.length : end);
}
function isZero(block) {
  return block[0] === 0 && block.equals(ZERO);
}
var ZERO = Buffer.alloc(BLOCK);
function padding(size) {
  return (BLOCK - size % BLOCK) % BLOCK;
}

// src/image/layer.ts
async function readLayer(stored, capture, budget) {
  const outer = new Meter();
  const inner = new Meter();
  const plain = inner.through(decompressed(outer.through(stored)), (count3) => budget.spendBytes(count3));
  const entries = [];
  for await (const entry of readTar(plain)) {
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
  const pieces = [];
  for await (const piece of content) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

// src/image/archive-members.ts
async function readMembers(archive, capture, budget) {
  const members = /* @__PURE__ */ new Map();
  let kept = 0;
  for await (const entry of readTar(decompressed(archive))) {
    budget.spendEntry(entry.name.length + entry.link.length);
    if (entry.kind === "directory") {
      continue;
    }
    const path = layerPath(entry.name, budget.limits.name).join("/");
    if (members.has(path)) {
      throw damaged(`it holds ${shown(path)} twice`);
    }
    const member = await readMember(entry, path, capture, budget);
    members.set(path, member);
    kept += member.kind === "document" ? member.bytes.length : 0;
    if (kept > budget.limits.documents) {
      throw tooLarge(`it holds more than ${budget.limits.documents} bytes of small files`);
    }
  }
  return members;
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
  } catch (error) {
    if (error instanceof VerifyError && error.code === "image-damaged") {
      return { kind: "bad-layer", error };
    }
    throw error;
  }
}
function looksLikeLayer(start) {
  return start.toString("latin1", 257, 262) === "ustar" || compressionOf(start) !== "none";
}
async function collect(source) {
  const pieces = [];
  for await (const piece of source) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
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
  const fitting = distinct.filter((item) => matchesPlatform(wanted, item.platform));
  const [only, another] = preferExact(fitting, wanted);
  if (only === void 0) {
    throw missing(distinct, wanted, asked !== null);
  }
  if (another !== void 0) {
    throw severalImages(fitting.flatMap((item) => item.names));
  }
  return only;
}
function preferExact(fitting, wanted) {
  const exact2 = fitting.filter((item) => formatPlatform(item.platform) === formatPlatform(wanted));
  return exact2.length > 0 ? exact2 : fitting;
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
    Config: string(),
    RepoTags: array(string()).nullish(),
    Layers: array(string()).max(IMAGE_LIMITS.layers).nullish()
  })
);
async function dockerArchiveImage(members, budget) {
  const entries = decodeJson(documentOf(members, "manifest.json"), ManifestSchema, "its manifest.json");
  const entry = entries[0];
  if (entry === void 0) {
    throw damaged("its manifest.json names no image");
  }
  if (entries.length > 1) {
    throw severalImages(entries.flatMap((item) => item.RepoTags ?? []));
  }
  const config = documentOf(members, entry.Config);
  matchesName(entry.Config, digestOf(config), "its config");
  const layers = [];
  for (const name of entry.Layers ?? []) {
    layers.push(await layerOf(members, name, budget));
  }
  return { config, digest: null, layers, names: entry.RepoTags ?? [] };
}
function documentOf(members, name) {
  const member = members.get(name);
  if (member?.kind !== "document") {
    throw damaged(`it holds no ${shown(name)}`);
  }
  return member.bytes;
}
async function layerOf(members, name, budget) {
  const { path, member } = follow(members, name);
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
function follow(members, name) {
  let path = name;
  let member = members.get(path);
  for (let links = 0; member?.kind === "link" && links < IMAGE_LIMITS.links; links += 1) {
    path = member.target;
    member = members.get(path);
  }
  return { path, member };
}
function matchesName(path, digest, what) {
  const named = /^([0-9a-f]{64})\.json$|^blobs\/sha256\/([0-9a-f]{64})$/.exec(path);
  const hex = named?.[1] ?? named?.[2];
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
].flatMap((line) => line.split(" "));
var InspectSchema = array(
  object({
    Id: string().regex(/^(sha256:)?[0-9a-f]{64}$/),
    RepoTags: array(string()).nullish()
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
  const answered = answers.some(({ kind }) => kind === "absent") && !answers.some(({ kind }) => kind === "failed");
  return answered ? new UsageError("image-not-found", message, advice) : new VerifyError("engine-unavailable", message, advice);
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
  const line = stderr.split("\n").map((text5) => text5.replace(new RegExp("\\p{Cc}+", "gu"), " ").trim()).findLast((text5) => text5 !== "");
  return line === void 0 ? `ended with ${exitCode ?? signal}` : line.slice(0, 300).replace(/\.+$/, "");
}

// src/evidence/image-locate.ts
import { join as join3, resolve } from "node:path";

// src/evidence/image-reference.ts
function parseImageReference2(text5) {
  const prefixed2 = /^(docker-archive|oci-archive|oci|registry):(.*)$/s.exec(text5);
  if (prefixed2 !== null) {
    return withPrefix(prefixed2[1] ?? "", prefixed2[2] ?? "", text5);
  }
  const isName = isImageName(text5);
  if (text5 === "" || text5.includes("\0")) {
    throw invalid(text5);
  }
  if (/^(\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(text5)) {
    return { kind: "path", path: text5, reference: null };
  }
  if (isName && /[:@]/.test(text5)) {
    return { kind: "engine", reference: text5 };
  }
  return { kind: "path", path: text5, reference: isName ? text5 : null };
}
function withPrefix(prefix2, rest, text5) {
  if (rest === "" || rest.includes("\0")) {
    throw invalid(text5);
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
var REGISTRY = "(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?";
var NAME = new RegExp(
  `^(?:(?:${REGISTRY}/)?${SEGMENT}(?:/${SEGMENT})*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?|sha256:[0-9a-f]{1,64})$`
);
function isImageName(text5) {
  return text5.length <= 512 && NAME.test(text5);
}
function invalid(text5) {
  return new UsageError(
    "image-invalid",
    `${JSON.stringify(text5)} names no image.`,
    "Give a tag or id of the local engine, docker-archive:FILE, oci-archive:FILE, oci:FOLDER[:TAG], or a path."
  );
}
function repositoryOf(name) {
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
  const repositories = new Set(names.map(repositoryOf));
  const [only = null] = repositories;
  return repositories.size === 1 ? only : null;
}

// src/evidence/image-locate.ts
async function locateImage(text5, workingDirectory, host) {
  const parsed = parseImageReference2(text5);
  switch (parsed.kind) {
    case "engine":
    case "registry":
      return parsed;
    case "oci":
      return { ...parsed, folder: resolve(workingDirectory, parsed.folder) };
    case "docker-archive":
    case "oci-archive":
      return { ...parsed, file: resolve(workingDirectory, parsed.file) };
    case "path":
      return fromPath(parsed, resolve(workingDirectory, parsed.path), host);
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
  } catch (error) {
    if (error instanceof VerifyError) {
      return hasIndex ? { kind: "oci-archive", file } : null;
    }
    throw error;
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
var text3 = string().nullish();
var PlatformSchema = exact({ os: string(), architecture: string(), variant: text3 });
var DescriptorSchema = exact({
  mediaType: string(),
  digest: string().regex(/^sha256:[0-9a-f]{64}$/, "it is not a SHA-256 digest"),
  size: int().min(0),
  annotations: record(string(), string()).nullish(),
  platform: PlatformSchema.nullish()
}).transform(({ annotations, platform, ...rest }) => {
  const known2 = platform === null || platform === void 0 ? null : { ...platform, variant: platform.variant ?? "" };
  return { ...rest, annotations: annotations ?? {}, platform: known2 === null ? null : normalizePlatform(known2) };
});
var IndexSchema = exact({
  schemaVersion: literal(2),
  mediaType: text3,
  manifests: array(DescriptorSchema).max(IMAGE_LIMITS.manifests),
  config: _undefined({ error: "it is an index and a manifest at once" }).optional(),
  layers: _undefined({ error: "it is an index and a manifest at once" }).optional()
});
var ManifestSchema2 = exact({
  schemaVersion: literal(2),
  mediaType: text3,
  config: DescriptorSchema,
  layers: array(DescriptorSchema).max(IMAGE_LIMITS.layers),
  manifests: _undefined({ error: "it is an index and a manifest at once" }).optional()
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
  const named = tag === null ? top : top.filter((descriptor) => hasTag(descriptor, tag));
  if (tag !== null && named.length === 0) {
    const names = [...new Set(top.flatMap(namesOf))].slice(0, 10).map(shown).join(", ");
    throw new UsageError(
      "image-not-found",
      `it has no image with the tag ${shown(tag)}${names === "" ? "" : `, only ${names}`}.`,
      "Name a tag it has, or leave the tag out."
    );
  }
  const search = new Search(folder2, files);
  await search.visit(named, [], 0);
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
  const { manifest, config } = await readImage(folder2, chosen, host.files);
  return {
    trivyInput: await stage(folder2, chosen.descriptor, host.files),
    load: async (capture, budget) => ({
      config,
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
  const config = await readDocument(folder2, manifest.config, files);
  const found = decodeConfig(config).platform;
  if (!matchesPlatform(platform, found)) {
    throw damaged(`its index says ${formatPlatform(platform)} where its config says ${formatPlatform(found)}`);
  }
  return { manifest, config };
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
  } catch (error) {
    throw about(reference, error);
  }
}
async function prepare(source, platform, host) {
  switch (source.kind) {
    case "engine": {
      const found = await findImage(source.reference, host);
      const isId = found.id.startsWith(source.reference.replace("sha256:", ""));
      const prepared = await prepareDockerArchive(await saveImage(found, host), host);
      return { prepared, repository: isId ? sharedRepository(found.names) : repositoryOf(source.reference) };
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
function about(reference, error) {
  const named = (message) => `${reference}: ${message}`;
  if (error instanceof UsageError) {
    return new UsageError(error.code, named(error.message), error.advice);
  }
  if (error instanceof VerifyError) {
    return new VerifyError(error.code, named(error.message), error.advice, error.detail);
  }
  const code = errorCode(error);
  if (code === "EFBIG") {
    return about(reference, tooLarge(`one of its documents has more than ${IMAGE_LIMITS.document} bytes`));
  }
  if (/^E[A-Z0-9]+$/.test(code)) {
    return new VerifyError(
      "image-unreadable",
      named(`it could not be read (${errorMessage(error)}).`),
      code === "ENOSPC" ? "Free some space in the folder for temporary files." : "Look whether this user may read it, and whether something else changes it meanwhile."
    );
  }
  return error;
}

// src/evidence/read-dockerfile.ts
import { relative, resolve as resolve2, sep } from "node:path";

// src/dockerfile/base-config.ts
function baseFromImageConfig(raw) {
  const config = raw.config ?? {};
  return {
    os: raw.os ?? "",
    config: {
      user: known(config.User || null),
      exposedPorts: knownList(Object.keys(config.ExposedPorts ?? {}).toSorted()),
      healthcheck: known(healthcheck(config.Healthcheck)),
      entrypoint: known(config.Entrypoint ?? null),
      cmd: known(config.Cmd ?? null),
      env: knownList(config.Env ?? []),
      workingDir: known(config.WorkingDir || null),
      labels: knownList(Object.entries(config.Labels ?? {}).map(([key, value]) => `${key}=${value}`)),
      volumes: knownList(Object.keys(config.Volumes ?? {}).toSorted()),
      stopSignal: known(config.StopSignal || null),
      shell: known(config.Shell ?? null)
    },
    onBuild: (config.OnBuild ?? []).map(known)
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
  constructor(message, line) {
    super(message);
    this.line = line;
  }
};
var Rejection = class extends Error {
  name = "Rejection";
};
var Overload = class extends Rejection {
};
function atLine(line, work) {
  try {
    return work();
  } catch (error) {
    throw error instanceof Rejection ? new DockerfileError(error.message, line) : error;
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
      const { config } = addition.base;
      const placed = (list2) => list2.entries.map((entry) => ({ ...entry, from: entry.from ?? addition.line }));
      for (const entry of placed(config.exposedPorts)) ports.addEntry(entry);
      for (const entry of placed(config.env)) env.add(entry);
      for (const entry of placed(config.labels)) labels.set(keyOf(entry.value), entry);
      for (const entry of placed(config.volumes)) addNew(volumes, entry);
      complete = {
        exposedPorts: config.exposedPorts.complete,
        env: config.env.complete,
        labels: config.labels.complete,
        volumes: config.volumes.complete
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
  for (let node = state.additions; node !== null; node = node.before) additions.push(node.last);
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
function parseBool(text5, what) {
  if (["1", "t", "T", "TRUE", "true", "True"].includes(text5)) return true;
  if (["0", "f", "F", "FALSE", "false", "False"].includes(text5)) return false;
  throw new Rejection(`invalid value for ${what}: ${text5}`);
}
function parseInteger(text5) {
  if (!/^[+-]?[0-9]+$/.test(text5)) return null;
  const value = Number(text5);
  return Math.abs(value) < 2 ** 63 ? value : null;
}
function parseUnsigned(text5, base) {
  if (!(base === 8 ? /^[0-7]+$/ : /^[0-9]+$/).test(text5)) return null;
  const value = Number.parseInt(text5, base);
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
function parseDuration(text5) {
  const invalid2 = new Rejection(`invalid duration "${text5}"`);
  const negative = text5.startsWith("-");
  const body = /^[+-]/.test(text5) ? text5.slice(1) : text5;
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
function isMemorySize(text5) {
  return /^\+?(?:[0-9]+(?:_[0-9]+)*\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)? ?(?:b|[kmgtp](?:i?b)?)?$/i.test(text5);
}

// src/dockerfile/platform.ts
var OS = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.%-]*)((?:\+[A-Za-z0-9_.%-]+)*)\))?$/;
var PART2 = /^[A-Za-z0-9_.-]+$/;
var KNOWN_OS = "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos";
var KNOWN_ARCHITECTURES = "386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm";
function parsePlatform2(text5) {
  const invalid2 = new Rejection(`invalid platform "${text5}"`);
  const [first = "", second, third, ...more] = text5.split("/");
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
    const code = this.#source.codePointAt(this.#at);
    return code === void 0 ? "" : String.fromCodePoint(code);
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
    const text5 = this.#source.slice(this.#at, found);
    this.#at = found + end.length;
    return text5;
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
    const open2 = [start * width];
    for (let state = open2.pop(); state !== void 0; state = open2.pop()) {
      if (this.#tried[state] === 1) continue;
      this.#tried[state] = 1;
      const text5 = Math.floor(state / width);
      const token = this.#pattern[state - text5 * width];
      if (token === void 0) return text5;
      const char = this.#chars[text5];
      const free = char !== void 0 && char !== "\n";
      if (token.kind === "run") {
        const [skip, take] = [state + 1, state + width];
        if (!free) open2.push(skip);
        else open2.push(...this.#greedy ? [skip, take] : [take, skip]);
      } else if (token.kind === "any" ? free : char === token.char) open2.push(state + width + 1);
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
function trimStart(text5) {
  let start = 0;
  while (start < text5.length && isSpace(text5.charAt(start))) start++;
  return text5.slice(start);
}
function trim(text5) {
  let end = text5.length;
  while (end > 0 && isSpace(text5.charAt(end - 1))) end--;
  return trimStart(text5.slice(0, end));
}
function trimLineEnd(line) {
  let end = line.length;
  while (end > 0 && (line[end - 1] === "\n" || line[end - 1] === "\r")) end--;
  return line.slice(0, end);
}
function splitBlanks(text5) {
  return text5.split(BLANK_RUN);
}
function cutBlank(text5) {
  const run = BLANK_RUN.exec(text5);
  return run === null ? null : [text5.slice(0, run.index), text5.slice(run.index + run[0].length)];
}
function cut(text5, separator) {
  const at = text5.indexOf(separator);
  return at < 0 ? [text5, null] : [text5.slice(0, at), text5.slice(at + separator.length)];
}

// src/dockerfile/word-collector.ts
var WordCollector = class {
  words = [];
  #text = "";
  /** Text in which white space divides. */
  addSplit(text5) {
    let start = 0;
    for (let at = 0; at < text5.length; at++) {
      if (!isSpace(text5.charAt(at))) continue;
      this.#text += text5.slice(start, at);
      this.finish();
      start = at + 1;
    }
    this.#text += text5.slice(start);
  }
  addRaw(text5) {
    this.#text += text5;
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
function add(frame, text5, joining) {
  frame.text += text5;
  if (joining === "raw") frame.words?.addRaw(text5);
  else frame.words?.addSplit(text5);
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
    const text5 = pattern ? inner.replaceAll(escapeToken, () => escapeToken + escapeToken) : inner;
    return this.#rawQuotes ? `'${text5}'` : text5;
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
    const { text: text5, operandUsed, needsValue } = work();
    if (!operandUsed || needsValue) this.#scope.spend(text5.length);
    const unset = needsValue && variable === null ? name : null;
    const traits = operandUsed ? { text: text5, known: known2 && operand.known, unset: unset ?? operand.unset } : { text: text5, known: known2, unset };
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
        const line = instruction.location.startLine;
        globals.set(name, atLine(line, () => expandWord(value, scope, { escapeToken: parsed.escapeToken })).text);
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
    for (const node of [...this.nodes]) {
      node.steps = (node.stage?.steps ?? []).map(
        (step) => this.bind(node, step, step.instruction.location.startLine, false)
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
    const stages = this.nodes.filter((node) => node.stage !== null);
    const wanted = name ? this.find(name) ?? stages[parseInteger(name) ?? -1] : stages.at(-1);
    if (wanted?.stage) return wanted;
    const names = stages.flatMap((node) => node.stage?.from.name ?? []);
    const known2 = names.length > 0 ? `: there are ${names.slice(0, 20).join(", ")}` : ": no stage has a name";
    throw new DockerfileError(`target stage "${name}" could not be found${known2}`, 1);
  }
  find(name) {
    return this.#byName.get(name.toLowerCase());
  }
  /** Connects an instruction with what it copies from. Throws DockerfileError. */
  bind(node, step, line, triggered) {
    const sources = atLine(line, () => this.#sources(step));
    for (const source of sources) node.sources.add(source);
    return { step, sources, triggered, line };
  }
  /** Throws DockerfileError for the first node from this position on whose image has no valid name. */
  validateReferences(from) {
    for (const { base, parent, location, written } of this.nodes.slice(from)) {
      if (parent !== null || base === null || base === SCRATCH || parseImageReference(base) !== null) continue;
      const expanded = base === written ? "" : ` (from ${written})`;
      throw new DockerfileError(`"${base}"${expanded} is not a valid image reference`, location.startLine);
    }
  }
  #addStage(stage2, options) {
    const { from, location } = stage2;
    const node = atLine(location.startLine, () => {
      const { text: text5, unset } = expandWord(from.base, options.scope, { escapeToken: this.#escapeToken });
      const open2 = unset !== null && options.assumeBuilds;
      if (text5 === "" && !open2) throw new Rejection(blankBase(from.base, unset));
      if (unset !== null && !open2 && parseImageReference(text5) === null)
        throw new Rejection(blankBase(from.base, unset));
      const parent = open2 ? void 0 : this.#byName.get(text5);
      const inFile = parent !== void 0 || text5 === SCRATCH;
      return {
        position: this.nodes.length,
        stage: stage2,
        location,
        written: from.base,
        base: unset === null || inFile && !open2 ? text5 : null,
        parent: parent ?? null,
        platform: this.#platform(from.platform, options.scope),
        steps: [],
        sources: /* @__PURE__ */ new Set()
      };
    });
    this.nodes.push(node);
    if (from.name !== null) this.#byName.set(from.name, node);
  }
  #platform(written, scope) {
    if (written === "") return null;
    const { text: text5 } = expandWord(written, scope, { escapeToken: this.#escapeToken });
    if (text5 === "") throw new Rejection(`empty platform value from expression ${written}`);
    return parsePlatform2(text5);
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
    const node = this.nodes[index];
    if (node === void 0) throw new Rejection(`invalid stage index ${index}`);
    return [node];
  }
  #refuseVariables(from) {
    const nothing = { lookup: () => null, complete: true, spend: () => void 0 };
    if (expandWord(from, nothing, { escapeToken: this.#escapeToken }).text === from) return;
    throw new Rejection("variable expansion is not supported for --from, define a new stage with FROM instead");
  }
  #addImage(reference, location) {
    const node = {
      position: this.nodes.length,
      stage: null,
      location,
      written: reference,
      base: reference,
      parent: null,
      platform: null,
      steps: [],
      sources: /* @__PURE__ */ new Set()
    };
    this.nodes.push(node);
    return node;
  }
};
function blankBase(written, unset) {
  if (unset === null) return `base name (${written}) should not be blank`;
  return `the image of FROM ${written} is not known: ${unset} has no value (give one with --build-arg, or a default)`;
}
function refuseCycles(nodes) {
  const users = /* @__PURE__ */ new Map();
  const open2 = new Map(nodes.map((node) => [node, node.sources.size]));
  for (const node of nodes) {
    for (const source of node.sources) {
      const list2 = users.get(source);
      if (list2 === void 0) users.set(source, [node]);
      else list2.push(node);
    }
  }
  const free = nodes.filter((node) => node.sources.size === 0);
  for (let node = free.pop(); node !== void 0; node = free.pop()) {
    open2.delete(node);
    for (const user of users.get(node) ?? []) {
      const left = (open2.get(user) ?? 0) - 1;
      open2.set(user, left);
      if (left === 0) free.push(user);
    }
  }
  const [stuck] = open2.keys();
  if (stuck === void 0) return;
  const step = stuck.steps.find(({ sources }) => sources.some((source) => open2.has(source)));
  throw new DockerfileError("stages copy from each other in a circle", step?.line ?? stuck.location.startLine);
}

// src/dockerfile/pulled-images.ts
function listPulledImages(nodes, syntax) {
  const pulled = [];
  if (syntax !== null) {
    const { reference, location } = syntax;
    pulled.push({ reference, written: reference, via: "syntax", stage: null, location });
  }
  for (const node of nodes) {
    if (node.stage === null) continue;
    const base = node.parent === null ? outerBase(node) : null;
    if (base !== null) pulled.push(base);
    for (const { step, sources } of node.steps) {
      for (const source of sources) {
        if (source.stage !== null || source.base === SCRATCH) continue;
        const { written, base: reference } = source;
        const via = step.command.kind === "run" ? "mount" : "copy";
        pulled.push({ reference, written, via, stage: node.position, location: step.instruction.location });
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
var WIDE = /[^\0-\x7f]/;
function splitFlags(text5, escapeToken) {
  if (!text5.startsWith("--")) return { words: [], rest: text5 };
  if (WIDE.test(text5)) {
    const { words: words2, rest } = scan(toByteChars(text5), escapeToken);
    return { words: words2, rest: fromByteChars(rest) };
  }
  return scan(text5, escapeToken);
}
function toByteChars(text5) {
  return Array.from(new TextEncoder().encode(text5), (byte) => String.fromCharCode(byte)).join("");
}
function fromByteChars(text5) {
  return new TextDecoder().decode(Uint8Array.from(text5, (char) => char.charCodeAt(0)));
}
function scan(text5, escapeToken) {
  const words2 = [];
  let at = 0;
  for (; ; ) {
    while (at < text5.length && isSpace(text5.charAt(at))) at++;
    if (!text5.startsWith("--", at)) return { words: words2, rest: text5.slice(at) };
    const word = readWord(text5, at, escapeToken);
    at = word.end;
    if (word.text === "--") return { words: words2, rest: text5.slice(at) };
    words2.push(word.text);
  }
}
function readWord(text5, start, escapeToken) {
  const out = [];
  let quote = "";
  let at = start;
  for (; at < text5.length; at++) {
    const char = text5.charAt(at);
    if (quote === "" && isSpace(char)) break;
    if (quote === "" ? char === '"' || char === "'" : char === quote) {
      quote = quote === "" ? char : "";
    } else if (char === escapeToken) {
      at += 1;
      out.push(text5.charAt(at));
    } else out.push(char);
  }
  return { text: out.join(""), end: Math.min(at, text5.length) };
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
    const text5 = kind === "switch" ? readSwitch(name, value) : readText(name, value);
    if (given === void 0) values.set(name, [text5]);
    else given.push(text5);
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
function findHeredocs(line) {
  let words2;
  try {
    words2 = expandWord(line, EMPTY2, {
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
  const plain = expandWord(delimiter, EMPTY2, { escapeToken: "\\", keepUnset: true, split: true }).words;
  const quoted = expandWord(delimiter, EMPTY2, { escapeToken: "\\", raw: "quotes", keepUnset: true, split: true }).words;
  const name = plain[0];
  if (plain.length !== 1 || name === void 0) return null;
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
function countQuotes(text5) {
  return text5.replace(/[^'"]/g, "").length;
}
function chompTabs(content) {
  return content.replace(/^\t+/gm, "");
}

// src/dockerfile/json-form.ts
function parseJsonForm(text5) {
  const start = trimStart(text5);
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
function splitWords(text5, escapeToken) {
  const words2 = [];
  let at = 0;
  while (at < text5.length) {
    while (at < text5.length && isSpace(text5.charAt(at))) at++;
    if (at >= text5.length) break;
    const word = readWord2(text5, at, escapeToken);
    if (word.text !== "") words2.push(word.text);
    at = word.end;
  }
  return words2;
}
function readWord2(text5, start, escapeToken) {
  let quote = "";
  let dropped = "";
  let at = start;
  for (; at < text5.length; at++) {
    const char = text5.charAt(at);
    if (quote === "") {
      if (isSpace(char)) break;
      if (char === '"' || char === "'") quote = char;
      else if (char !== escapeToken) continue;
    } else if (char === quote) {
      quote = "";
      continue;
    }
    if (char !== escapeToken || quote === "'") continue;
    if (at + 1 === text5.length) dropped = char;
    else at += 1;
  }
  const end = Math.min(at, text5.length);
  return { text: text5.slice(start, dropped === "" ? end : end - 1), end };
}
function parseNameValues(text5, escapeToken, keyword) {
  const words2 = splitWords(text5, escapeToken);
  if (words2[0] === void 0) return [];
  if (!words2[0].includes("=")) {
    const pair = cutBlank(text5);
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
function parseNode(line, escapeToken, nested = false) {
  const trimmed = trim(line);
  const cut2 = cutBlank(trimmed);
  const keyword = cut2 === null ? trimmed : cut2[0];
  const { words: flags, rest } = cut2 === null ? { words: [], rest: "" } : splitFlags(cut2[1], escapeToken);
  const text5 = trim(rest);
  const kind = keyword.toLowerCase();
  const parts = parseParts(kind, text5, escapeToken, nested);
  return { keyword, kind, original: line, text: text5, flags, json: false, pairs: [], trigger: null, ...parts };
}
function parseParts(kind, text5, escapeToken, nested) {
  switch (kind) {
    case "run":
    case "cmd":
    case "entrypoint":
    case "shell":
      return parseCommandLine(text5);
    case "add":
    case "copy":
    case "volume": {
      const list2 = parseJsonForm(text5);
      return list2 === null ? { args: splitArguments(text5) } : { args: list2, json: true };
    }
    case "env":
    case "label": {
      const pairs = parseNameValues(text5, escapeToken, kind.toUpperCase());
      return { args: [], pairs };
    }
    case "arg":
      return { args: splitWords(text5, escapeToken) };
    case "expose":
    case "from":
      return { args: splitArguments(text5) };
    case "healthcheck":
      return parseHealthcheck(text5);
    case "onbuild":
      return parseTrigger(text5, escapeToken, nested);
    default:
      return { args: text5 === "" ? [] : [text5] };
  }
}
function splitArguments(text5) {
  return text5 === "" ? [] : splitBlanks(text5);
}
function parseCommandLine(text5) {
  if (text5 === "") return { args: [] };
  const list2 = parseJsonForm(text5);
  return list2 === null ? { args: [text5] } : { args: list2, json: true };
}
function parseHealthcheck(text5) {
  let end = 0;
  while (end < text5.length && !isAsciiSpace(text5.charAt(end))) end++;
  let next = end;
  while (next < text5.length && isAsciiSpace(text5.charAt(next))) next++;
  if (end === 0) return { args: [] };
  const { args, json = false } = parseCommandLine(text5.slice(next));
  return { args: [text5.slice(0, end), ...args], json };
}
function isAsciiSpace(char) {
  return char < "\x80" && isSpace(char);
}
function parseTrigger(text5, escapeToken, nested) {
  if (text5 === "") return { args: [] };
  if (nested) throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  return { args: [text5], trigger: parseNode(text5, escapeToken, true) };
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
  parse(line) {
    if (this.#done) return null;
    const match = line.startsWith(this.#prefix) ? DIRECTIVE.exec(trimStart(line.slice(this.#prefix.length))) : null;
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
  const text5 = typeof source === "string" ? source : decode(source);
  if (text5.length === 0) throw new DockerfileError("the file is empty", 1);
  const zero = text5.indexOf("\0");
  if (zero >= 0) {
    throw new DockerfileError("the file is binary, not a Dockerfile (it has a zero byte)", lineOf(text5, zero));
  }
  return text5.startsWith("\uFEFF") ? text5.slice(1) : text5;
}
function lineOf(text5, offset) {
  let line = 1;
  for (let at = text5.indexOf("\n"); at >= 0 && at < offset; at = text5.indexOf("\n", at + 1)) line++;
  return line;
}
function decode(bytes) {
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
  constructor(text5) {
    this.#text = text5;
  }
  /** Null at the end. Throws DockerfileError for a line that is too long. */
  next() {
    if (this.#offset >= this.#text.length) return null;
    const end = this.#text.indexOf("\n", this.#offset);
    const line = this.#text.slice(this.#offset, end < 0 ? void 0 : end + 1);
    this.#offset += line.length;
    this.line += 1;
    if (isTooLong(line, end >= 0)) {
      throw new DockerfileError(`a line is longer than the ${MAX_LINE_BYTES - 1} bytes that BuildKit reads`, this.line);
    }
    return line;
  }
};
function isTooLong(line, ended) {
  if (line.length * 3 < MAX_LINE_BYTES) return false;
  if (line.length > MAX_LINE_BYTES) return true;
  const size = new TextEncoder().encode(line).length;
  return ended ? size > MAX_LINE_BYTES : size >= MAX_LINE_BYTES;
}

// src/dockerfile/logical-lines.ts
var HEREDOC_KINDS = ["run", "copy", "add"];
function parseNodes(text5) {
  const reader = new LineReader(text5);
  const directives = new DirectiveParser();
  const nodes = [];
  let escapeToken = "\\";
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const startLine = reader.line;
    const bare = trimStart(trimLineEnd(line));
    if (!directives.done) escapeToken = atLine(startLine, () => readDirective(directives, bare)) ?? escapeToken;
    if (bare === "" || bare.startsWith("#")) continue;
    const logical = joinContinued(bare, reader, escapeToken);
    const node = atLine(startLine, () => parseNode(logical, escapeToken));
    const heredocs = readHeredocs(node, startLine, reader);
    nodes.push({ node, heredocs, startLine, endLine: reader.line });
  }
  if (nodes.length === 0) throw new DockerfileError("the file has no instructions", Math.max(reader.line, 1));
  return { nodes, escapeToken };
}
function readDirective(directives, line) {
  const directive = directives.parse(line);
  if (directive?.key === "check") validateCheck(directive.value);
  return directive?.key === "escape" ? escapeCharacter(directive.value) : null;
}
function joinContinued(first, reader, escapeToken) {
  const parts = [];
  for (let line = first; line !== null; line = nextContinuation(reader)) {
    const head = withoutContinuation(line, escapeToken);
    parts.push(head ?? line);
    if (head === null) break;
  }
  return parts.join("");
}
function nextContinuation(reader) {
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const content = trimLineEnd(line);
    const start = trimStart(content);
    if (start !== "" && !start.startsWith("#")) return content;
  }
  return null;
}
function withoutContinuation(line, escapeToken) {
  let end = line.length;
  while (end > 0 && (line[end - 1] === " " || line[end - 1] === "	")) end--;
  if (line[end - 1] !== escapeToken || line[end - 2] === escapeToken) return null;
  return line.slice(0, end - 1);
}
function readHeredocs(node, startLine, reader) {
  const carrier = node.kind === "onbuild" ? node.trigger : node;
  if (carrier === null || !HEREDOC_KINDS.includes(carrier.kind) || carrier.json) return [];
  if (!node.original.includes("<<")) return [];
  return atLine(
    startLine,
    () => findHeredocs(node.original).map((start) => ({ ...start, content: readBody(start, reader) }))
  );
}
function readBody(start, reader) {
  const lines = [];
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const content = trimLineEnd(line);
    if ((start.chomp ? content.replace(/^\t+/, "") : content) === start.name) return lines.join("");
    lines.push(line);
  }
  throw new Rejection(`the heredoc <<${start.name} is not terminated`);
}
function heredocText(heredoc) {
  return heredoc.chomp ? chompTabs(heredoc.content) : heredoc.content;
}
function triggerText(node, heredocs) {
  const line = trim(node.original).replace(/^ONBUILD[\t\n\f\r ]*/iu, "");
  return [line, ...heredocs.map((heredoc) => `${heredoc.content}${heredoc.name}`)].join("\n");
}

// src/dockerfile/parse-copy.ts
var COMMON = { chown: "text", chmod: "text", link: "switch", exclude: "texts" };
var FLAGS = {
  add: { ...COMMON, "keep-git-dir": "switch", checksum: "text", unpack: "switch" },
  copy: { ...COMMON, from: "text", parents: "switch" }
};
function parseCopy(node, heredocs) {
  const keyword = node.kind === "add" ? "add" : "copy";
  const destination = node.args.at(-1);
  if (destination === void 0 || node.args.length < 2) {
    throw new Rejection(`${keyword.toUpperCase()} requires at least two arguments, a source and a destination`);
  }
  const flags = readFlags(node.flags, FLAGS[keyword]);
  if (asHeredoc(destination) !== null) {
    throw new Rejection(`${keyword.toUpperCase()} cannot accept a heredoc as a destination`);
  }
  const sources = [];
  const contents = [];
  const bodies = new Map(heredocs.map((heredoc) => [heredoc.name, heredoc]));
  for (const argument of node.args.slice(0, -1)) {
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
function parseHealthcheck2(node) {
  const [first, ...args] = node.args;
  if (first === void 0) throw new Rejection("HEALTHCHECK requires at least one argument");
  const type = first.toUpperCase();
  if (type === "NONE") {
    if (args.length > 0) throw new Rejection("HEALTHCHECK NONE takes no arguments");
    return { kind: "healthcheck", health: { test: ["NONE"], ...NO_TIMES } };
  }
  const flags = readFlags(node.flags, FLAGS2);
  if (type !== "CMD") throw new Rejection(`unknown type "${first}" in HEALTHCHECK (try CMD)`);
  if (args.length === 0) throw new Rejection("missing command after HEALTHCHECK CMD");
  const time = (name) => parseTime(name, flags.get(name)?.[0] ?? "");
  const health = {
    test: node.json ? ["CMD", ...args] : ["CMD-SHELL", args.join(" ")],
    interval: time("interval"),
    timeout: time("timeout"),
    startPeriod: time("start-period"),
    startInterval: time("start-interval"),
    retries: parseRetries(flags.get("retries")?.[0] ?? "")
  };
  return { kind: "healthcheck", health };
}
function parseTime(name, text5) {
  const time = text5 === "" ? 0 : parseDuration(text5);
  if (time !== 0 && time < 1e6) throw new Rejection(`interval "${name}" cannot be less than 1ms`);
  return time;
}
function parseRetries(text5) {
  if (text5 === "") return 0;
  const retries = parseInteger(text5);
  if (retries === null || retries >= 2 ** 31) throw new Rejection(`--retries: "${text5}" is not a number`);
  if (retries < 0) throw new Rejection(`--retries cannot be negative (${text5})`);
  return retries;
}

// src/dockerfile/csv.ts
function splitCsv(line) {
  const text5 = line.replace(/\r?\n$/, "");
  if (text5 === "") throw new Rejection("an option list is empty");
  const fields = [];
  for (let at = 0; at <= text5.length; ) {
    const field = text5[at] === '"' ? readQuoted(text5, at) : readPlain(text5, at);
    fields.push(field.text);
    if (field.end >= text5.length) break;
    at = field.end + 1;
  }
  return fields;
}
function readPlain(text5, start) {
  const comma = text5.indexOf(",", start);
  const end = comma < 0 ? text5.length : comma;
  const field = text5.slice(start, end);
  if (field.includes('"')) throw new Rejection(`a quote stands in the middle of the field ${field}`);
  return { text: field, end };
}
function readQuoted(text5, start) {
  const parts = [];
  for (let at = start + 1; ; ) {
    const quote = text5.indexOf('"', at);
    if (quote < 0) throw new Rejection("a quoted field is not closed");
    parts.push(text5.slice(at, quote));
    const next = text5[quote + 1];
    if (next === void 0 || next === ",") return { text: parts.join(""), end: quote + 1 };
    if (next !== '"') throw new Rejection("a quoted field goes on after its quote");
    parts.push('"');
    at = quote + 2;
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
function parseRun(node) {
  const flags = readFlags(node.flags, { mount: "texts", network: "text", security: "text", device: "texts" });
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
function parseCommand(node, heredocs) {
  switch (node.kind) {
    case "from":
      return parseFrom(node);
    case "run":
      return parseRun(node);
    case "copy":
    case "add":
      return parseCopy(node, heredocs);
    case "healthcheck":
      return parseHealthcheck2(node);
    case "env":
    case "label":
      return parsePairs(node, node.kind);
    case "arg":
      return parseArg(node);
    case "cmd":
    case "entrypoint":
      readFlags(node.flags, {});
      return { kind: node.kind, words: node.args, json: node.json };
    case "shell":
      return parseShell(node);
    case "user":
    case "workdir":
      readFlags(node.flags, {});
      return { kind: node.kind, value: onlyArgument(node) };
    case "stopsignal":
      return { kind: node.kind, value: onlyArgument(node) };
    case "maintainer":
      onlyArgument(node);
      readFlags(node.flags, {});
      return { kind: "maintainer" };
    case "expose":
      readFlags(node.flags, {});
      return { kind: "expose", ports: atLeastOne(node, node.args).toSorted() };
    case "volume":
      return parseVolume(node);
    case "onbuild":
      return parseOnbuild(node, heredocs);
    default:
      throw new Rejection(`unknown instruction: ${node.keyword}`);
  }
}
function atLeastOne(node, args) {
  if (args.length === 0) throw new Rejection(`${node.kind.toUpperCase()} requires at least one argument`);
  return args;
}
function onlyArgument(node) {
  const [value, ...more] = node.args;
  if (value === void 0 || more.length > 0) {
    throw new Rejection(`${node.kind.toUpperCase()} requires exactly one argument`);
  }
  return value;
}
function parseFrom(node) {
  const [base, as, written, ...more] = node.args;
  const named = written !== void 0 && more.length === 0 && as !== void 0 && /^as$/iu.test(as);
  if (base === void 0 || as !== void 0 && !named) {
    throw new Rejection("FROM requires either one or three arguments");
  }
  const name = written?.toLowerCase() ?? null;
  if (name !== null && !STAGE_NAME.test(name)) {
    throw new Rejection(
      `invalid name for build stage: "${written}", name can't start with a number or contain symbols`
    );
  }
  const flags = readFlags(node.flags, { platform: "text" });
  return { kind: "from", base, name, platform: flags.get("platform")?.[0] ?? "" };
}
function parsePairs(node, kind) {
  readFlags(node.flags, {});
  const pairs = atLeastOne(node, node.pairs);
  if (pairs.some((pair) => pair.name === "")) throw new Rejection(`${kind.toUpperCase()} names can not be blank`);
  return { kind, pairs };
}
function parseArg(node) {
  const args = atLeastOne(node, node.args).map((word) => {
    const equals = word.indexOf("=");
    if (equals === 0) throw new Rejection("ARG names can not be blank");
    return equals < 0 ? { name: word, value: null } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
  return { kind: "arg", args };
}
function parseShell(node) {
  readFlags(node.flags, {});
  atLeastOne(node, node.args);
  if (!node.json) throw new Rejection("SHELL requires the arguments to be in JSON form");
  return { kind: "shell", words: node.args };
}
function parseVolume(node) {
  const paths = atLeastOne(node, node.args).map(trim);
  readFlags(node.flags, {});
  if (paths.includes("")) throw new Rejection("VOLUME specified can not be an empty string");
  return { kind: "volume", paths };
}
function parseOnbuild(node, heredocs) {
  if (node.trigger === null) throw new Rejection("ONBUILD requires at least one argument");
  readFlags(node.flags, {});
  const keyword = trim(node.trigger.keyword).toUpperCase();
  if (keyword === "ONBUILD") throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (keyword === "MAINTAINER" || keyword === "FROM") {
    throw new Rejection(`${keyword} isn't allowed as an ONBUILD trigger`);
  }
  return { kind: "onbuild", trigger: triggerText(node, heredocs) };
}

// src/dockerfile/syntax-image.ts
function detectSyntax(source, file) {
  const directives = new DirectiveParser();
  let line = 0;
  for (let at = 0; at < source.length && !directives.done; ) {
    const end = source.indexOf("\n", at);
    const text5 = trimLineEnd(source.slice(at, end < 0 ? void 0 : end));
    at = end < 0 ? source.length : end + 1;
    line += 1;
    if (line === 1 && text5.startsWith("#!")) continue;
    const directive = tryParse2(directives, text5);
    if (directive?.key !== "syntax") continue;
    const [reference = ""] = directive.value.split(" ");
    return { reference, location: { file, startLine: line, endLine: line } };
  }
  return null;
}
function tryParse2(directives, text5) {
  try {
    return directives.parse(text5);
  } catch {
    return null;
  }
}

// src/dockerfile/read.ts
function readDockerfile(text5, file) {
  const source = decodeSource(text5);
  const { nodes, escapeToken } = parseNodes(source);
  const globalArgs = [];
  const stages = [];
  for (const placed of nodes) {
    const location = { file, startLine: placed.startLine, endLine: placed.endLine };
    const command = atLine(placed.startLine, () => parseCommand(placed.node, placed.heredocs));
    if (command.kind === "from") {
      stages.push({ from: command, location, steps: [] });
      continue;
    }
    const step = { command, instruction: describe2(placed, location) };
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
function readTrigger(text5, location) {
  const [placed, ...more] = parseNodes(text5).nodes;
  if (placed === void 0 || more.length > 0) {
    throw new DockerfileError("an ONBUILD trigger must be a single instruction", location.startLine);
  }
  const command = atLine(location.startLine, () => parseCommand(placed.node, placed.heredocs));
  if (command.kind === "from") throw new DockerfileError("FROM cannot be an ONBUILD trigger", location.startLine);
  return { command, instruction: describe2(placed, location) };
}
function describe2({ node, heredocs }, location) {
  return {
    keyword: node.keyword.toUpperCase(),
    text: node.text,
    flags: node.flags.map((word) => {
      const { name, value } = parseFlag(word);
      return { name, value: value ?? "" };
    }),
    json: jsonWords(node),
    heredocs: heredocs.map((body) => ({ name: body.name, expand: body.expand, content: heredocText(body) })),
    location
  };
}
function jsonWords(node) {
  if (!node.json) return null;
  return node.kind === "healthcheck" ? node.args.slice(1) : node.args;
}

// src/dockerfile/reachable.ts
function resolveReachable(graph, target, baseOf, budget) {
  const triggers = /* @__PURE__ */ new Map();
  const size = graph.nodes.length;
  const reached = /* @__PURE__ */ new Set([target]);
  for (const node of reached) {
    if (node.stage !== null) runTriggers(graph, node, leftBehind(node, baseOf), triggers, budget);
    if (node.parent !== null) reached.add(node.parent);
    for (const source of node.sources) reached.add(source);
  }
  graph.validateReferences(size);
  return [...reached].sort((a, b) => a.position - b.position);
}
function leftBehind(node, baseOf) {
  if (node.parent === null) return baseOf(node).onBuild;
  return node.parent.steps.flatMap(
    ({ step: { command, instruction } }) => command.kind === "onbuild" ? [{ value: command.trigger, known: true, from: instruction.location }] : []
  );
}
function runTriggers(graph, node, texts2, cache, budget) {
  const line = node.location.startLine;
  const steps = texts2.map(({ value, from }) => {
    atLine(line, () => budget.spendTrigger());
    const location = from ?? node.location;
    const key = `${location.file}:${location.startLine}:${value}`;
    const step = cache.get(key) ?? parse2(value, location, line);
    cache.set(key, step);
    return graph.bind(node, step, line, true);
  });
  if (steps.length > 0) node.steps = [...steps, ...node.steps];
}
function parse2(text5, location, line) {
  try {
    return readTrigger(text5, location);
  } catch (error) {
    if (error instanceof DockerfileError)
      throw new DockerfileError(`in an ONBUILD of the base: ${error.message}`, line);
    throw error;
  }
}

// src/dockerfile/ports.ts
function parseExposedPort(text5) {
  const parts = text5.split(":");
  const [port, protocolText] = cut(parts.at(-1) ?? "", "/");
  const hostPort = parts.at(-2) ?? "";
  const address = parts.slice(0, -2).join(":");
  if (port === "") throw new Rejection(`invalid port: "${text5}": no port specified`);
  const protocol = parseProtocol(protocolText ?? "", text5);
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
function parseProtocol(text5, whole) {
  const word = text5.toLowerCase();
  if (word === "") return "tcp";
  if (word === "tcp" || word === "udp" || word === "sctp") return word;
  throw new Rejection(`invalid port: "${whole}": invalid proto: ${text5}`);
}
function bareAddress(address) {
  return address.startsWith("[") && address.endsWith("]") ? address.slice(1, -1) : address;
}
function isAddress(text5) {
  if (text5.includes(":")) return /^[0-9a-fA-F:.]+$/.test(text5) && URL.canParse(`http://[${text5}]/`);
  const parts = text5.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}
function parseRange(text5, what) {
  const [first, last] = cut(text5, "-");
  const start = parseNumber(first);
  const end = last === null || last === first ? start : parseNumber(last);
  if (start === null || end === null || end < start) throw new Rejection(`invalid ${what}: ${text5}`);
  return { start, end };
}
function parseNumber(text5) {
  const value = parseInteger(text5);
  return value === null || value < 0 || value > 65535 ? null : value;
}

// src/dockerfile/step-context.ts
function addTo(state, addition) {
  state.additions = { last: addition, before: state.additions };
}
function expand(text5, context, options) {
  return expandWord(text5, context.scope, { escapeToken: context.escapeToken, ...options });
}

// src/dockerfile/apply-settings.ts
function applyWorkdir(path, from, context) {
  const { state } = context;
  const { text: text5, known: known2 } = expand(path, context);
  const value = resolveWorkdir(state.workingDir.value ?? "", text5, state.platformOs);
  const absolute = resolveWorkdir("/a", text5, state.platformOs) === resolveWorkdir("/b", text5, state.platformOs);
  state.workingDir = { value, known: known2 && (absolute || state.workingDir.known), from };
}
function applyExpose(command, from, context) {
  const additions = command.ports.flatMap((text5) => {
    const { words: words2, known: known2 } = expand(text5, context, { split: true });
    return words2.map((word) => ({ kind: "expose", range: parseExposedPort(word), known: known2, from }));
  });
  for (const addition of additions) addTo(context.state, addition);
}
function applyVolume(command, from, context) {
  const paths = command.paths.map((path) => expand(path, context));
  if (paths.some(({ text: text5 }) => text5 === "")) throw new Rejection("VOLUME specified can not be an empty string");
  for (const { text: text5, known: known2 } of paths) addTo(context.state, { kind: "volume", path: text5, known: known2, from });
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
  const { state, args, node } = context;
  for (const { name, value } of command.args) {
    const given = args.given.get(name) ?? (value === null ? args.globals.get(name) : void 0);
    const expansion = given === void 0 && value !== null ? expand(value, context) : null;
    const text5 = given ?? expansion?.text;
    const known2 = expansion?.known ?? true;
    context.onAssign("arg", name, value === null || !known2 ? null : text5 ?? null);
    if (text5 === void 0 || NOT_VARIABLES.includes(name)) continue;
    state.variables.setArg(name, { value: text5, known: known2 }, node.position);
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
  const [location = "", ...query] = address.split("?");
  const path = location.replace(/^[^/]*\/\/[^/]*/, "");
  if (/%(?![0-9a-fA-F]{2})/.test(location) || Array.from(location).some(isControl)) return null;
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
    validateMount(mount, (text5) => expand(text5, context).text, workingDir.value ?? "/");
    if (command.froms[index] !== "") refuseLater(bound.sources[index], context.node);
  });
}
function checkCopy(command, bound, context) {
  const text5 = (word) => expand(word, context).text;
  const parts = {
    add: command.add,
    sources: command.sources.map(text5),
    chown: text5(command.chown),
    chmod: text5(command.chmod),
    checksum: text5(command.checksum),
    link: command.link
  };
  text5(command.destination);
  for (const content of command.contents) {
    expandWord(content, context.scope, { escapeToken: "\\", plainQuotes: true });
  }
  refuseLater(bound.sources[0], context.node);
  validateCopy(parts);
}
function refuseLater(source, node) {
  if (source?.stage == null || source.position <= node.position) return;
  throw new Rejection(
    `the stage "${source.stage.from.name ?? source.position}" comes after the one that copies from it`
  );
}

// src/dockerfile/stop-signal.ts
var NAMES = new Set(
  "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX".split(" ")
);
function validateSignal(text5) {
  const number3 = parseInteger(text5);
  const name = text5.toUpperCase().replace(/^SIG/, "");
  const realTime = /^RT(?:MIN\+([1-9]|1[0-5])|MAX-([1-9]|1[0-4]))$/.test(name);
  if (number3 === 0 || number3 === null && !NAMES.has(name) && !realTime)
    throw new Rejection(`invalid signal: ${text5}`);
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
      const { text: text5, known: known2 } = expand(command.value, context);
      state.user = { value: text5, known: known2, from };
      break;
    }
    case "workdir":
      applyWorkdir(command.value, from, context);
      break;
    case "stopsignal": {
      const { text: text5, known: known2 } = expand(command.value, context);
      validateSignal(text5);
      state.stopSignal = { value: text5, known: known2, from };
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
    let node = this.#root;
    for (let level = this.#depth - 1; level > 0 && node !== void 0; level--) {
      node = node.slots[digit(index, level)];
    }
    return node?.slots[digit(index, 0)];
  }
  set(index, value) {
    for (; index >= WIDTH ** this.#depth; this.#depth++) this.#root = { owner: this.#owner, slots: [this.#root] };
    this.#root = this.#own(this.#root);
    let node = this.#root;
    for (let level = this.#depth - 1; level > 0; level--) {
      const at = digit(index, level);
      const next = this.#own(node.slots[at]);
      node.slots[at] = next;
      node = next;
    }
    node.slots[digit(index, 0)] = value;
  }
  #own(node) {
    return node?.owner === this.#owner ? node : { owner: this.#owner, slots: [...node?.slots ?? []] };
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
    const number3 = this.#names.find(name);
    const binding = number3 === null ? void 0 : this.#bindings.get(number3);
    if (binding === void 0) return null;
    const { env, arg } = binding;
    if (arg === null || arg.stage !== stage2 && env !== null) return env;
    return arg.stage === stage2 || complete ? arg : { value: arg.value, known: false };
  }
  setEnv(name, env) {
    this.#bindings.set(this.#names.numberOf(name), { env, arg: null });
  }
  setArg(name, arg, stage2) {
    const number3 = this.#names.numberOf(name);
    const { env } = this.#bindings.get(number3) ?? UNBOUND;
    this.#bindings.set(number3, { env, arg: { ...arg, stage: stage2 } });
  }
};

// src/dockerfile/run-stages.ts
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function runStages(nodes, options) {
  const names = new NameTable();
  const states = /* @__PURE__ */ new Map();
  const assignments = [];
  for (const node of nodes) {
    if (node.stage === null) continue;
    const parent = node.parent === null ? void 0 : states.get(node.parent);
    const state = atLine(
      node.location.startLine,
      () => parent === void 0 ? startFromImage(node, names, options) : startFromStage(parent)
    );
    states.set(node, state);
    for (const bound of node.steps) {
      runStep(bound, node, state, options, (kind, name, value) => {
        const { location } = bound.step.instruction;
        if (!bound.triggered) assignments.push({ kind, name, value, stage: node.position, location });
      });
    }
  }
  return { states, assignments };
}
function startFromStage(parent) {
  return withPath({ ...parent, variables: parent.variables.inherit(), cmdInStage: false }, true);
}
function startFromImage(node, names, options) {
  const base = options.baseOf(node);
  const { config } = base;
  const platformOs = options.platformOs(node);
  const line = node.location;
  const placed = (setting) => setting.value === null || node.base === "scratch" ? setting : { ...setting, from: setting.from ?? line };
  const variables = Variables.none(names);
  let hasPath = false;
  for (const { value, known: known2 } of config.env.entries) {
    const equals = value.indexOf("=");
    const name = equals < 0 ? value : value.slice(0, equals);
    variables.setEnv(name, { value: equals < 0 ? "" : value.slice(equals + 1), known: known2 });
    hasPath ||= name === "PATH";
  }
  const workingDir = placed(config.workingDir);
  const state = {
    user: placed(config.user),
    healthcheck: placed(config.healthcheck),
    entrypoint: placed(config.entrypoint),
    cmd: placed(config.cmd),
    workingDir: workingDir.value === null ? workingDir : { ...workingDir, value: resolveWorkdir(workingDir.value, workingDir.value, platformOs) },
    stopSignal: placed(config.stopSignal),
    shell: placed(config.shell),
    additions: { last: { kind: "base", base, line, known: true, from: null }, before: null },
    variables,
    complete: config.env.complete,
    hasPath,
    cmdInStage: false,
    os: base.os,
    platformOs
  };
  return withPath(state, config.env.complete);
}
function withPath(state, known2) {
  if (state.hasPath || state.platformOs === "windows") return state;
  addTo(state, { kind: "env", name: "PATH", value: DEFAULT_PATH, known: known2, from: null });
  state.variables.setEnv("PATH", { value: DEFAULT_PATH, known: known2 });
  state.hasPath = true;
  return state;
}
function runStep(bound, node, state, options, onAssign) {
  let certain = true;
  const scope = {
    lookup: (name) => {
      const variable = state.variables.lookup(name, node.position, state.complete);
      certain &&= variable?.known ?? state.complete;
      return variable;
    },
    complete: state.complete,
    spend: (characters) => options.budget.spendCharacters(characters)
  };
  const { escapeToken, args } = options;
  atLine(bound.line, () => {
    try {
      applyStep(bound, { node, state, scope, escapeToken, args, onAssign });
    } catch (error) {
      const excused = options.assumeBuilds && !certain && error instanceof Rejection && !(error instanceof Overload);
      if (!excused) throw error;
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
  const platformOf = (node) => rootOf(node).platform ?? platform;
  const baseOf = memoize((node) => lookUpBase(node, platform, platformOf(node), options));
  const nodes = resolveReachable(graph, target, baseOf, budget);
  const platformOs = (node) => (node.base === SCRATCH ? platform : platformOf(node)).os;
  const run = runStages(nodes, { escapeToken: parsed.escapeToken, args, baseOf, platformOs, assumeBuilds, budget });
  const state = run.states.get(target);
  if (state === void 0) throw new DockerfileError("the target stage was not built", target.location.startLine);
  const pulled = listPulledImages(nodes, parsed.syntax);
  const config = toEffectiveConfig(state);
  const evidence = {
    file: parsed.file,
    stages: graph.nodes.flatMap((node) => describeStage(node) ?? []),
    target: target.position,
    reachable: nodes.flatMap((node) => node.stage === null ? [] : node.position),
    pulledImages: pulled,
    base: outerBase(rootOf(target)),
    assignments: [...globalAssignments(parsed, args), ...run.assignments],
    config
  };
  return { evidence, base: { os: state.os, config, onBuild: leftBehind2(target) } };
}
function rootOf(node) {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}
function lookUpBase(node, target, platform, options) {
  if (node.base === SCRATCH) return scratchBase(target.os);
  const known2 = node.base === null ? null : options.baseConfig(node.base, formatPlatform2(platform));
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
function describeStage(node) {
  if (node.stage === null) return null;
  return {
    index: node.position,
    name: node.stage.from.name,
    from: node.written,
    base: node.base,
    parent: node.parent?.position ?? null,
    platform: node.platform === null ? null : formatPlatform2(node.platform),
    instructions: node.stage.steps.map((step) => step.instruction),
    location: node.location
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
  const text5 = await readFile(request, files);
  try {
    return evaluateDockerfile(readDockerfile(text5, file), {
      target: request.target,
      buildArgs: request.buildArgs,
      platform: request.platform,
      baseConfig: () => null,
      assumeBuilds: true
    });
  } catch (error) {
    if (!(error instanceof DockerfileError)) throw error;
    throw new UsageError(
      "bad-dockerfile",
      `${file}:${error.line}: ${error.message}`,
      "Correct the Dockerfile: a build would reject it too."
    );
  }
}
function repositoryPath(path, workingDirectory) {
  const root = resolve2(workingDirectory);
  const inside = relative(root, resolve2(root, path)).split(sep).join("/");
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
  const full = resolve2(workingDirectory, path);
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
  } catch (error) {
    const code = errorCode(error);
    const why = code === "EFBIG" ? `it is larger than ${LARGEST / 1024 / 1024} MiB` : errorMessage(error);
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
    } catch (error) {
      host.log.debug(detailOf(error));
      problems.push(toProblem(error));
      return null;
    }
  };
  const { image, dockerfile: path } = pair;
  const opened = image === null ? null : await attempt(() => open(image, settings, host));
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
function open(reference, settings, host) {
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
import { join as join12, resolve as resolve3 } from "node:path";

// src/trivy/platform.ts
function platformText(config) {
  return [config.os, config.architecture, ...config.variant === null ? [] : [config.variant]].join("/");
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
  return [platform, packages].filter((problem) => problem !== null);
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
  const second = PAGE_SIZES.map((pageSize) => readMeta(view, pageSize)).find((meta) => meta !== null) ?? null;
  const metas = [first, second].filter((meta) => meta !== null);
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
  const text5 = run.stderr.replace(/^.*\t(?:DEBUG|INFO|WARN)\t.*$/gm, "");
  const categories = Object.keys(FAILURES).filter(isCategory);
  const found = categories.find((category) => FAILURES[category].patterns.some((pattern) => pattern.test(text5)));
  return found ?? (run.signal === null ? "unknown" : "crash");
}
function isCategory(text5) {
  return Object.hasOwn(FAILURES, text5);
}
function trivyFailure(run, task) {
  const category = categorise(run);
  const { message, advice } = FAILURES[category];
  return new VerifyError(`trivy-${category}`, `${message} (${task}; ${ending(run)})`, advice, describeRun(run));
}
function describeRun(run) {
  const lines = run.stderr.trimEnd().split(/\r?\n/).slice(-LAST_LINES);
  return [`$ ${run.argv.join(" ")}`, ending(run), ...lines.map((line) => line.slice(0, LONGEST_LINE))].join("\n");
}
var LAST_LINES = 40;
var LONGEST_LINE = 2e3;
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
      onStderrLine: (line) => host.log.debug(`trivy: ${line}`)
    });
    return { ...result2, argv };
  } catch (error) {
    const code = errorCode(error);
    if (!START_ERRORS.has(code)) {
      throw error;
    }
    throw new VerifyError(
      "trivy-start",
      `Trivy at ${path} could not be started: ${code}`,
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
    const failure = await host.progress.phase(
      `Advisory database from ${repository}`,
      () => downloadFrom(repository, trivy, settings.cacheDir, timeLeft, host)
    );
    if (failure === null) {
      return repository;
    }
    host.log.debug(failure.detail);
    failures.push(failure);
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
  const [first, ...others] = failures;
  if (first !== void 0 && others.length === 0) {
    return first;
  }
  return new VerifyError(
    "trivy-database-download",
    `The advisory database could not be downloaded: ${failures.map((failure) => failure.message).join("; ")}`,
    first?.advice ?? "Give it more time with --timeout.",
    failures.map((failure) => failure.detail).join("\n")
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
  Version: number(),
  UpdatedAt: iso_exports.datetime({ offset: true }).optional()
});
function decodeMetadata(text5, source) {
  const decoded = Metadata.safeParse(parseJson(text5));
  if (!decoded.success) {
    throw new VerifyError(
      "database-metadata",
      `${source} does not describe an advisory database`,
      "Remove the folder db from the Trivy cache and let it be downloaded again.",
      prettifyError(decoded.error)
    );
  }
  const { Version: version, UpdatedAt: updatedAt } = decoded.data;
  if (version !== SCHEMA_VERSION) {
    throw new VerifyError(
      "database-schema",
      `${source}: the advisory database has schema ${version}; Trivy reads schema ${SCHEMA_VERSION}`,
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
function parseJson(text5) {
  try {
    return JSON.parse(text5);
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
  } catch (error) {
    if (!(error instanceof VerifyError) || before === null || settings.maxAgeMs === null) {
      throw error;
    }
    return { ...await fallback(error, settings, host), source: `${settings.cacheDir}, update failed` };
  }
}
async function fallback(error, settings, host) {
  const facts = await usable(settings, host).catch(() => null);
  if (facts === null) {
    throw error;
  }
  host.log.warning(`${error.message}. The database of ${facts.updatedAt} in the cache is young enough and is used.`);
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
  } catch (error) {
    await host.files.remove(target);
    throw isArchiveFault(error) ? damaged2(plan.asset, errorMessage(error)) : error;
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
function isArchiveFault(error) {
  return !(error instanceof VerifyError) && typeof error === "object" && error !== null && !("syscall" in error);
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
  const { tool, version } = slotOf(plan);
  try {
    await host.toolCache.add(plan.binarySha256 === null ? folders.archive : folders.executable, tool, version);
  } catch (error) {
    host.log.debug(`Trivy was not kept in the tool cache: ${errorMessage(error)}`);
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
  } catch (error) {
    const missing2 = error instanceof HttpError && (error.status === 404 || error.status === 410);
    throw new VerifyError(
      "trivy-download",
      `Trivy could not be downloaded from ${shown2(plan.url)}: ${errorMessage(error)}`,
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
function assetName(version, platform) {
  const known2 = PLATFORMS[platform];
  return known2 === void 0 ? null : `trivy_${version}_${known2.name}.${known2.archive}`;
}
function pinnedAsset(version, platform) {
  const asset = assetName(version, platform);
  const sums = PINNED[version]?.[platform];
  return asset === null || sums === void 0 ? null : { asset, ...sums };
}
function pinnedVersions() {
  return Object.keys(PINNED);
}

// src/trivy/version.ts
var import_semver = __toESM(require_semver2(), 1);
function checkWantedVersion(text5) {
  if (!/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/.test(text5)) {
    throw new UsageError(
      "trivy-version",
      `Not a version of Trivy: ${JSON.stringify(text5.slice(0, 40))}`,
      `Give an exact version such as ${DEFAULT_VERSION}, without "v".`
    );
  }
  refuseDenied(text5);
  if (isBelowFloor(text5)) {
    throw new UsageError(
      "trivy-version-old",
      `Trivy ${text5} has known security holes; ${FLOOR_VERSION} is the oldest version that is installed`,
      `Take ${DEFAULT_VERSION}, or name an executable that you trust with --trivy-path.`
    );
  }
  return text5;
}
function refuseDenied(reported) {
  const version = import_semver.default.coerce(reported)?.version ?? reported;
  const reason = DENIED_VERSIONS[version];
  if (reason !== void 0) {
    throw new UsageError(
      "trivy-version-denied",
      `Trivy ${version} is never used: ${reason}`,
      `Take ${DEFAULT_VERSION}. Where ${version} has run, treat every secret of that machine as stolen.`
    );
  }
}
function isBelowFloor(version) {
  const known2 = import_semver.default.coerce(version);
  return known2 !== null && import_semver.default.lt(known2, FLOOR_VERSION);
}

// src/trivy/install-plan.ts
function planInstall(request, machine) {
  const version = checkWantedVersion(request.version);
  const platform = `${machine.os}-${machine.arch}`;
  const asset = assetName(version, platform);
  if (asset === null) {
    throw new UsageError(
      "trivy-platform",
      `Trivy publishes no release for ${platform}; there is one for ${RELEASE_PLATFORMS.join(", ")}`,
      "Run on one of these platforms, or name an executable that you trust with --trivy-path."
    );
  }
  const pinned = pinnedAsset(version, platform);
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
    version,
    asset,
    executable: machine.os === "win32" ? "trivy.exe" : "trivy",
    url: assetUrl(request.downloadUrl, version, asset),
    archiveSha256,
    binarySha256: isPinned ? pinned.binarySha256 : null,
    trust: isPinned ? "pinned" : "given",
    timeoutMs: request.timeoutMs
  };
}
function checkSum2(text5) {
  if (!/^[0-9a-f]{64}$/i.test(text5)) {
    throw new UsageError(
      "trivy-sha256",
      `Not a SHA-256: ${JSON.stringify(text5.slice(0, 80))}`,
      "Give the 64 hex digits of the SHA-256 of the archive with --trivy-sha256."
    );
  }
  return text5.toLowerCase();
}
function assetUrl(base, version, asset) {
  const url = URL.parse(base);
  if (url === null || url.protocol !== "https:" && url.protocol !== "http:" || url.search !== "" || url.hash !== "") {
    throw new UsageError(
      "trivy-download-url",
      "The download URL of Trivy is not a plain http or https URL",
      "Give a base such as https://mirror.example/trivy with --trivy-download-url."
    );
  }
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/v${version}/${asset}`;
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
    const version = /^Version: v?([0-9A-Za-z][0-9A-Za-z.+-]{0,63})\r?$/m.exec(run.stdout)?.[1];
    if (version === void 0) {
      throw new VerifyError(
        "trivy-not-trivy",
        `The executable ${path} does not answer --version as Trivy does`,
        "Name the executable of Trivy itself with --trivy-path.",
        describeRun(run)
      );
    }
    return version;
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
  const version = await reportedVersion(path, timeoutMs, host);
  refuseDenied(version);
  if (isBelowFloor(version)) {
    host.log.warning(`Trivy ${version} at ${path} has known security holes; ${FLOOR_VERSION} or later has them fixed.`);
  }
  return { path, version, sha256, source: `--trivy-path ${path}, trusted because it was named` };
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
  const version = await reportedVersion(found.path, plan.timeoutMs, host);
  if (version !== plan.version) {
    throw new VerifyError(
      "trivy-other-version",
      `Trivy ${plan.version} was wanted, but the executable (${found.source}) says that it is ${version}`,
      "Check that --trivy-version and --trivy-sha256 belong to the same release."
    );
  }
  return version;
}

// src/trivy/report-schema.ts
var list = (item) => array(item).nullish().transform((items) => items ?? []);
var text4 = string().optional().transform((value) => value === void 0 || value === "" ? null : value);
var severity = _enum(["UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL"]).default("UNKNOWN").transform((word) => LOWER[word]);
var LOWER = { UNKNOWN: "unknown", LOW: "low", MEDIUM: "medium", HIGH: "high", CRITICAL: "critical" };
var layer = object({ DiffID: text4 }).optional().transform((value) => value?.DiffID ?? null);
var vulnerability = object({
  VulnerabilityID: string().min(1),
  VendorIDs: list(string()),
  PkgName: string(),
  PkgPath: text4,
  PkgIdentifier: object({ PURL: text4 }).optional(),
  InstalledVersion: string().default(""),
  FixedVersion: text4,
  Status: string().default("unknown"),
  Layer: layer,
  Severity: severity,
  SeveritySource: text4,
  PrimaryURL: text4,
  Title: text4,
  CweIDs: list(string()),
  PublishedDate: text4
});
var secret = object({
  RuleID: string(),
  Title: string().default(""),
  Severity: severity,
  StartLine: number().default(0),
  EndLine: number().default(0),
  Layer: layer
});
var license = object({
  Name: string(),
  Category: string().default("unknown"),
  Severity: severity,
  PkgName: text4,
  FilePath: text4
});
var result = object({
  Target: string(),
  Class: string().default(""),
  Packages: list(unknown()),
  Vulnerabilities: list(vulnerability),
  Secrets: list(secret),
  Licenses: list(license)
});
var SUPPORTED_SCHEMA = 2;
var SchemaVersion = object({ SchemaVersion: number() });
var Report = object({
  Trivy: object({ Version: string() }).optional(),
  ArtifactName: string(),
  ArtifactType: literal("container_image"),
  Metadata: object({
    OS: object({ Family: string(), Name: string().default(""), EOSL: boolean().default(false) }).optional(),
    ImageID: text4,
    ImageConfig: object({ os: string(), architecture: string(), variant: text4 })
  }),
  Results: list(result)
});

// src/trivy/decode-report.ts
function decodeTrivyReport(text5, source) {
  const json = parse3(text5, source);
  const version = SchemaVersion.safeParse(json).data?.SchemaVersion;
  if (version !== SUPPORTED_SCHEMA) {
    throw new VerifyError(
      "trivy-report-schema",
      `${source}: the report has schema version ${version ?? "none"}; this gate reads version ${SUPPORTED_SCHEMA}`,
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
function parse3(text5, source) {
  try {
    return JSON.parse(text5);
  } catch {
    throw new VerifyError(
      "trivy-report-json",
      `${source}: the report is not whole JSON (${text5.length} characters)`,
      "Check that the disk is not full, and run again."
    );
  }
}
function firstPlace(error) {
  return error.issues[0]?.path.map(String).join(".") || "the top";
}

// src/trivy/to-scan-evidence.ts
function toScanEvidence(report) {
  const { OS: os, ImageConfig: config } = report.Metadata;
  return {
    trivyVersion: report.Trivy?.Version ?? "unknown",
    os: os === void 0 ? null : { family: os.Family, name: os.Name, endOfLife: os.EOSL },
    platform: platformText(config),
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
    const problem = platformProblem(evidence, request.expectedPlatform);
    if (problem !== null) {
      throw new VerifyError(problem.code, problem.message, problem.advice);
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
  const cacheDir = resolve3(settings.workingDirectory, settings.trivyCacheDir ?? join12(cacheFolder, "trivy"));
  try {
    const trivy = await host.progress.phase(
      `Finding Trivy ${settings.trivyVersion}`,
      () => findTrivy(
        {
          trivyPath: settings.trivyPath === null ? null : resolve3(settings.workingDirectory, settings.trivyPath),
          version: settings.trivyVersion,
          downloadUrl: settings.trivyDownloadUrl,
          archiveSha256: settings.trivySha256,
          timeoutMs: settings.timeout
        },
        host
      )
    );
    return await withDatabase(trivy, settings, cacheDir, host);
  } catch (error) {
    host.log.debug(detailOf(error));
    return { facts: null, problems: [toProblem(error)], scan: notReady };
  }
}
async function withDatabase(trivy, settings, cacheDir, host) {
  const { version, source, sha256 } = trivy;
  const facts = { version, source, sha256, database: null };
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
  } catch (error) {
    host.log.debug(detailOf(error));
    return { facts, problems: [toProblem(error)], scan: notReady };
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
  } catch (error) {
    host.log.debug(detailOf(error));
    return { evidence: null, problems: [toProblem(error)] };
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
    for (const [index, one] of gathered.entries()) gathered[index] = await addScan(one, scanner.scan, host);
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
    const subject = subjects[index];
    if (subject === void 0) return [];
    const checks = evidence.dockerfile === null && evidence.image === null ? [] : checkRules(evidence, policy);
    return [
      {
        subject,
        evidence,
        checks,
        faults: faultsOf(subject, evidence, checks, { aliases: ALIASES, named: workflow }),
        problems
      }
    ];
  });
}

export {
  check
};
