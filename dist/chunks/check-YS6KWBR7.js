import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  ImageRun,
  askGit,
  createBaseResolver,
  formatPlatform,
  gatherDockerfile,
  machinePlatform,
  openImage,
  planSubjects,
  repositoryPath
} from "./chunk-2YLK462C.js";
import {
  HttpError,
  require_cmp,
  require_comparator,
  require_compare,
  require_constants,
  require_eq,
  require_gt,
  require_gte,
  require_identifiers,
  require_lt,
  require_lte,
  require_neq,
  require_parse,
  require_range,
  require_re,
  require_semver,
  require_valid
} from "./chunk-PMFKXMA7.js";
import {
  FINDING_STATUSES
} from "./chunk-R22N36F2.js";
import {
  RULES,
  WANTED_TEXTS,
  attributeLayers,
  secretFileKind,
  wantsHead
} from "./chunk-7FISSVOQ.js";
import "./chunk-OPIHWSIS.js";
import {
  iso_exports
} from "./chunk-QWA6T5XG.js";
import "./chunk-745BOILJ.js";
import {
  compareSeverity,
  reaches,
  worst
} from "./chunk-P3VS4RNN.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  object,
  prettifyError,
  record,
  string,
  unknown
} from "./chunk-6ZP7LTEL.js";
import {
  UsageError,
  VerifyError,
  detailOf,
  errorCode,
  errorMessage,
  toProblem
} from "./chunk-AZR4UGO6.js";
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
      const limit2 = Math.max(start, len - 4);
      let i = len - 1;
      while (i > limit2 && (data[i] & 192) === 128) i--;
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
      const limit2 = Math.max(0, len - 4);
      let i = len - 2;
      while (i >= limit2 && (data[i] & 192) === 128) i--;
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
    var Readable = class _Readable extends Stream {
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
    var Duplex = class extends Readable {
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
    var Transform2 = class extends Duplex {
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
    var PassThrough = class extends Transform2 {
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
      Readable,
      Duplex,
      Transform: Transform2,
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
    exports.decodePax = function decodePax(buf) {
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
      let prefix = "";
      if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
      if (b4a.byteLength(name) !== name.length) return null;
      while (b4a.byteLength(name) > 100) {
        const i = name.indexOf("/");
        if (i === -1) return null;
        prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
        name = name.slice(i + 1);
      }
      if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
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
      if (prefix) b4a.write(buf, prefix, 345);
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
    function clamp(index2, len, defaultValue) {
      if (typeof index2 !== "number") return defaultValue;
      index2 = ~~index2;
      if (index2 >= len) return len;
      if (index2 >= 0) return index2;
      index2 += len;
      if (index2 >= 0) return index2;
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
    var { Writable, Readable, getStreamError } = require_streamx();
    var FIFO = require_fast_fifo();
    var b4a = require_b4a();
    var headers = require_headers();
    var EMPTY = b4a.alloc(0);
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
        if (size === 0) return EMPTY;
        let chunk = this._next(size);
        if (size === chunk.byteLength) return chunk;
        const chunks = [chunk];
        while ((size -= chunk.byteLength) > 0) {
          chunk = this._next(size);
          chunks.push(chunk);
        }
        return b4a.concat(chunks);
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
    var Source = class extends Readable {
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
        const extract3 = this;
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
          if (extract3._finished && promiseResolve) {
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
          extract3.destroy(err);
          consumeCallback(err);
          return new Promise((resolve4, reject) => {
            if (extract3.destroyed) return resolve4({ value: void 0, done: true });
            extract3.once("close", function() {
              if (err) reject(err);
              else resolve4({ value: void 0, done: true });
            });
          });
        }
      }
    };
    module.exports = function extract3(opts) {
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
    var { Readable, Writable, getStreamError } = require_streamx();
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
    var Pack = class extends Readable {
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
var require_valid2 = __commonJS({
  "node_modules/semver/functions/valid.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
    var valid = (version, options) => {
      const v = parse2(version, options);
      return v ? v.version : null;
    };
    module.exports = valid;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
    var clean = (version, options) => {
      const s = parse2(version.trim().replace(/^[=v]+/, ""), options);
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
    var parse2 = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse2(version1, null, true);
      const v2 = parse2(version2, null, true);
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
      const prefix = highHasPre ? "pre" : "";
      if (v1.major !== v2.major) {
        return prefix + "major";
      }
      if (v1.minor !== v2.minor) {
        return prefix + "minor";
      }
      if (v1.patch !== v2.patch) {
        return prefix + "patch";
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
    var parse2 = require_parse();
    var prerelease = (version, options) => {
      const parsed = parse2(version, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module.exports = prerelease;
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

// node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/semver/functions/coerce.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse2 = require_parse();
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
      return parse2(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
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
      return parse2(versionStringToParse, options);
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
    var parse2 = require_parse();
    var valid = require_valid2();
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
    var validRange = require_valid();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module.exports = {
      parse: parse2,
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

// src/commands/check.ts
import { join as join20 } from "node:path";

// src/evidence/read-repository.ts
import { join, posix } from "node:path";

// src/evidence/git-files.ts
import { resolve } from "node:path";
async function gitFiles(folder, host) {
  const [cdup, prefix, listing] = await Promise.all([
    askGit(folder, ["rev-parse", "--show-cdup"], host),
    askGit(folder, ["rev-parse", "--show-prefix"], host),
    askGit(folder, ["ls-files", "-z"], host)
  ]);
  if (cdup === null || prefix === null || listing === null) return null;
  const whole = listing === "" || listing.endsWith("\0");
  const files = listing.split("\0").filter((path) => path !== "");
  return {
    files: whole ? [...new Set(files)].sort() : null,
    prefix: prefix.replace(/\n$/, "").replace(/\/$/, ""),
    root: resolve(folder, cdup.replace(/\n$/, ""))
  };
}

// src/evidence/read-repository.ts
var UPDATERS = [
  ".github/dependabot.yml",
  ".github/dependabot.yaml",
  "renovate.json",
  "renovate.json5",
  ".github/renovate.json",
  ".github/renovate.json5",
  ".gitlab/renovate.json",
  ".gitlab/renovate.json5",
  ".renovaterc",
  ".renovaterc.json",
  ".renovaterc.json5"
];
var MANIFEST = "package.json";
var LARGEST = 512 * 1024;
function repositoryReader(workingDirectory, host) {
  let facts = null;
  return async (dockerfile, context) => {
    facts ??= readFacts(workingDirectory, host);
    const path = dockerfile === null ? null : inside(dockerfile);
    return describe(path, context, await facts, workingDirectory, host.files);
  };
}
async function readFacts(workingDirectory, host) {
  const git = await gitFiles(workingDirectory, host);
  const updaters = {};
  const unreadable = [];
  for (const path of git === null ? [] : UPDATERS) {
    const text2 = await readSmall(join(git?.root ?? workingDirectory, path), host.files);
    if (text2 === "unreadable") unreadable.push(path);
    else if (text2 !== null) updaters[path] = text2.text;
  }
  const manifest = git === null ? null : await readSmall(join(git.root, MANIFEST), host.files);
  if (manifest !== null && manifest !== "unreadable" && manifest.text.includes('"renovate"')) {
    updaters[MANIFEST] = manifest.text;
  }
  return { git, updaters, unreadable };
}
async function describe(dockerfile, stated, { git, updaters, unreadable }, workingDirectory, files) {
  const context = stated === null ? likelyContext(dockerfile, git) : inside(stated);
  const found = [];
  const failed2 = [];
  for (const file of ignoreFiles(dockerfile, context)) {
    const text2 = await readSmall(join(workingDirectory, file), files);
    if (text2 === null) continue;
    if (text2 === "unreadable") failed2.push(file);
    else found.push({ file, text: text2.text });
    break;
  }
  return {
    files: git?.files ?? null,
    prefix: git?.prefix ?? null,
    context,
    ignoreFile: found[0] ?? null,
    updaters,
    unreadable: [...unreadable, ...failed2]
  };
}
function likelyContext(dockerfile, git) {
  const atRoot = dockerfile !== null && posix.dirname(dockerfile) === "." && (git?.prefix ?? "") === "";
  return atRoot ? "" : null;
}
function inside(path) {
  const cleaned = posix.normalize(`${path}/`).replace(/^\.?\/|\/$/g, "");
  return path.startsWith("/") || cleaned === ".." || cleaned.startsWith("../") ? null : cleaned;
}
function ignoreFiles(dockerfile, context) {
  const own = dockerfile === null ? [] : [`${dockerfile}.dockerignore`];
  return context === null ? own : [...own, context === "" ? ".dockerignore" : `${context}/.dockerignore`];
}
async function readSmall(path, files) {
  try {
    const stat = await files.stat(path);
    if (stat === null) return null;
    return stat.kind === "file" ? { text: await files.readText(path, LARGEST) } : "unreadable";
  } catch (error) {
    return ["ENOENT", "ENOTDIR"].includes(errorCode(error)) ? null : "unreadable";
  }
}

// src/evidence/repository-texts.ts
import { join as join2, posix as posix3 } from "node:path";

// src/image/lock-files/find.ts
import { posix as posix2 } from "node:path";

// src/image/lock-files/locked.ts
var LONGEST = 1e4;
function* numberedLines(text2) {
  let number2 = 0;
  for (let start = 0; start <= text2.length; ) {
    const next = text2.indexOf("\n", start);
    const end = next === -1 ? text2.length : next;
    number2 += 1;
    yield [end - start > LONGEST ? "" : text2.slice(start, end), number2];
    start = end + 1;
  }
}

// src/image/lock-files/go.ts
function* readGoMod(text2) {
  let isBlock = false;
  for (const [line, number2] of numberedLines(text2)) {
    if (/^\s*require\s*\(/.test(line)) {
      isBlock = true;
    } else if (/^\s*\)/.test(line)) {
      isBlock = false;
    } else {
      const match = (isBlock ? /^\s*([^\s/][^\s]*)\s+v(\S+)/ : /^\s*require\s+(\S+)\s+v(\S+)/).exec(line);
      if (match !== null) yield { name: match[1] ?? "", version: match[2] ?? "", line: number2, folder: null };
    }
  }
}
function* readGoSum(text2) {
  for (const [line, number2] of numberedLines(text2)) {
    const match = /^(\S+) v([^\s/]+) h1:/.exec(line);
    if (match !== null) yield { name: match[1] ?? "", version: match[2] ?? "", line: number2, folder: null };
  }
}

// src/image/lock-files/json-strings.ts
var DEEPEST = 200;
var LONGEST2 = 2e3;
function* jsonStrings(text2) {
  const open2 = [];
  let line = 1;
  let isKey = false;
  for (let at = 0; at < text2.length && open2.length <= DEEPEST; at += 1) {
    switch (text2.charAt(at)) {
      case "\n":
        line += 1;
        break;
      case "{":
        open2.push("");
        isKey = true;
        break;
      case "[":
        open2.push(null);
        isKey = false;
        break;
      case "}":
      case "]":
        open2.pop();
        isKey = false;
        break;
      case ",":
        isKey = open2.at(-1) !== null;
        break;
      case '"': {
        const end = endOfString(text2, at);
        const value = decode(text2.slice(at, end + 1));
        if (isKey) open2[open2.length - 1] = value;
        else yield { keys: open2.filter((key) => key !== null), value, line };
        isKey = false;
        at = end;
        break;
      }
      default:
    }
  }
}
function endOfString(text2, start) {
  let at = start + 1;
  while (at < text2.length && text2[at] !== '"') at += text2[at] === "\\" ? 2 : 1;
  return at;
}
function decode(literal2) {
  if (literal2.length > LONGEST2) return "";
  try {
    return String(JSON.parse(literal2));
  } catch {
    return "";
  }
}

// src/image/lock-files/npm.ts
function* readNpmLock(text2) {
  const renamed = /* @__PURE__ */ new Map();
  const versions = [];
  for (const { keys, value, line } of jsonStrings(text2)) {
    const [section, folder = ""] = keys;
    const property = keys.at(-1);
    if (section === "packages" && keys.length === 3 && property === "name") {
      renamed.set(folder, value);
    } else if (property === "version") {
      const name = section === "packages" ? nameOfFolder(keys) : nameOfDependency(keys);
      if (name !== null) {
        versions.push({ name, version: value, line, folder: section === "packages" ? folder : null });
      }
    }
  }
  for (const locked of versions) {
    yield { ...locked, name: renamed.get(locked.folder ?? "") ?? locked.name };
  }
}
function nameOfFolder(keys) {
  const folder = keys[1] ?? "";
  const at = folder.lastIndexOf("node_modules/");
  return keys.length !== 3 || at === -1 ? null : folder.slice(at + "node_modules/".length);
}
function nameOfDependency(keys) {
  const isChain = keys.length % 2 === 1 && keys.every((key, index2) => index2 % 2 === 1 || isLink(key, index2, keys));
  return isChain && keys.length >= 3 ? keys.at(-2) ?? null : null;
}
function isLink(key, index2, keys) {
  return index2 === keys.length - 1 || key === "dependencies";
}

// src/image/lock-files/pnpm.ts
function* readPnpmLock(text2) {
  let isPackages = false;
  for (const [line, number2] of numberedLines(text2)) {
    if (/^\S/.test(line)) {
      isPackages = /^packages:\s*$/.test(line);
      continue;
    }
    const key = isPackages ? /^ {2}(\S+):\s*$/.exec(line)?.[1] : void 0;
    const split = key === void 0 ? null : splitKey(key.replace(/^['"]|['"]$/g, ""));
    if (split !== null) yield { ...split, line: number2, folder: null };
  }
}
function splitKey(key) {
  const old = /^\/((?:@[^/]+\/)?[^/@]+)\/([^_(]+)/.exec(key);
  if (old !== null) return { name: old[1] ?? "", version: old[2] ?? "" };
  const bare = (key.split("(", 1)[0] ?? "").replace(/^\//, "");
  const at = bare.lastIndexOf("@");
  return at > 0 ? { name: bare.slice(0, at), version: bare.slice(at + 1) } : null;
}

// src/image/lock-files/python.ts
function pythonName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
function* readRequirements(text2) {
  for (const [line, number2] of numberedLines(text2)) {
    const pinned = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\]\s*)?={2,3}\s*([^\s;#,\\]+)/.exec(line);
    if (pinned !== null) {
      yield { name: pythonName(pinned[1] ?? ""), version: pinned[2] ?? "", line: number2, folder: null };
    }
  }
}
function* readPipfileLock(text2) {
  for (const { keys, value, line } of jsonStrings(text2)) {
    const [section, name = "", property] = keys;
    const isVersion = keys.length === 3 && property === "version" && value.startsWith("==");
    if (isVersion && (section === "default" || section === "develop")) {
      yield { name: pythonName(name), version: value.slice(2), line, folder: null };
    }
  }
}

// src/image/lock-files/toml.ts
function* readTomlLock(text2) {
  let isPackage = false;
  let name = "";
  for (const [line, number2] of numberedLines(text2)) {
    if (line.startsWith("[")) {
      isPackage = /^\[\[package\]\]\s*$/.test(line);
      name = "";
      continue;
    }
    const match = isPackage ? /^(name|version)\s*=\s*"([^"]*)"/.exec(line) : null;
    if (match?.[1] === "name") {
      name = match[2] ?? "";
    } else if (match !== null && name !== "") {
      yield { name, version: match[2] ?? "", line: number2, folder: null };
    }
  }
}

// src/image/lock-files/yarn.ts
function* readYarnLock(text2) {
  let found = null;
  let name = null;
  for (const [line, number2] of numberedLines(text2)) {
    if (/^\S/.test(line)) {
      if (found !== null) yield found;
      found = null;
      name = line.startsWith("#") ? null : packageOf(line.replace(/^"/, ""));
      continue;
    }
    const version = /^ {2}version:? "?([^\s"]+)"?\s*$/.exec(line)?.[1];
    if (version !== void 0 && name !== null) {
      found = { name, version, line: number2, folder: null };
    }
    const resolution = /^ {2}resolution: "([^"]+)"/.exec(line)?.[1];
    if (resolution !== void 0 && found !== null) {
      found = { ...found, name: packageOf(resolution) ?? found.name };
    }
  }
  if (found !== null) yield found;
}
function packageOf(descriptor) {
  const at = descriptor.indexOf("@", 1);
  if (at === -1) return null;
  const alias = /^npm:(@?[^@\s",]+)@/.exec(descriptor.slice(at + 1))?.[1];
  return alias ?? descriptor.slice(0, at);
}

// src/image/lock-files/find.ts
var FORMATS = [
  { type: "npm", rank: 0, name: /^(package-lock|npm-shrinkwrap)\.json$/, read: readNpmLock },
  { type: "npm", rank: 0, name: /^yarn\.lock$/, read: readYarnLock },
  { type: "npm", rank: 0, name: /^pnpm-lock\.yaml$/, read: readPnpmLock },
  { type: "pypi", rank: 0, name: /^(poetry|uv|pdm)\.lock$/, read: (text2) => pythonNames(readTomlLock(text2)) },
  { type: "pypi", rank: 0, name: /^Pipfile\.lock$/, read: readPipfileLock },
  { type: "pypi", rank: 1, name: /^requirements[\w.-]*\.txt$/, read: readRequirements },
  { type: "golang", rank: 0, name: /^go\.mod$/, read: readGoMod },
  { type: "golang", rank: 1, name: /^go\.sum$/, read: readGoSum },
  { type: "cargo", rank: 0, name: /^Cargo\.lock$/, read: readTomlLock }
];
function* pythonNames(found) {
  for (const locked of found) yield { ...locked, name: pythonName(locked.name) };
}
var LOCK_FILE_LIMIT = 32 * 1024 * 1024;
function isLockFile(path) {
  return formatOf(path) !== null && !/(^|\/)node_modules\//.test(path);
}
var LockFiles = class {
  #texts;
  #read = /* @__PURE__ */ new Map();
  /** @param texts by path relative to the root of the repository */
  constructor(texts) {
    this.#texts = texts;
  }
  /**
   * The line where a package stands, in the lock file that is nearest to the Dockerfile: in its folder, above or below
   * it. Null when no lock file there names this very version, or when two could be meant.
   */
  find(found, dockerfile) {
    const type = /^pkg:([a-z]+)\//.exec(found.purl ?? "")?.[1];
    const places = [...this.#texts.keys()].flatMap((path) => {
      const format = formatOf(path);
      const away = format?.type === type ? distance(posix2.dirname(dockerfile), posix2.dirname(path)) : null;
      if (format === null || away === null) return [];
      const line = this.#lineIn(path, format, found);
      return line === null ? [] : [{ path, line, order: away * 10 + format.rank }];
    });
    const nearest = Math.min(...places.map(({ order }) => order));
    const [only, another] = places.filter(({ order }) => order === nearest);
    if (only === void 0 || another !== void 0) return null;
    return { file: only.path, startLine: only.line, endLine: only.line };
  }
  #lineIn(path, format, { name, version, path: installed }) {
    const known = this.#read.get(path) ?? index(format.read(this.#texts.get(path) ?? ""));
    this.#read.set(path, known);
    const wanted = format.type === "pypi" ? pythonName(name) : name;
    const all = known.get(keyOf(wanted, version)) ?? [];
    const there = installed?.replace(/\/package\.json$/, "") ?? "";
    const exact = all.find(({ folder }) => folder !== null && `/${there}`.endsWith(`/${folder}`));
    return (exact ?? all[0])?.line ?? null;
  }
};
function index(found) {
  const byKey = /* @__PURE__ */ new Map();
  for (const locked of found) {
    const key = keyOf(locked.name, locked.version);
    const list2 = byKey.get(key);
    if (list2 === void 0) byKey.set(key, [locked]);
    else list2.push(locked);
  }
  return byKey;
}
function keyOf(name, version) {
  return `${name}\0${version.replace(/^v(?=\d)/, "")}`;
}
function formatOf(path) {
  const name = posix2.basename(path);
  return FORMATS.find((format) => format.name.test(name)) ?? null;
}
function distance(from, to) {
  const relative = posix2.relative(from, to);
  if (relative === "") return 0;
  const steps = relative.split("/");
  const up = steps.filter((step) => step === "..").length;
  if (up > 0 && up < steps.length) return null;
  return up > 0 ? up : 1e3 + steps.length;
}

// src/evidence/repository-texts.ts
var MOST_LOCK_FILES = 300;
var LARGEST_TOGETHER = 128 * 1024 * 1024;
var LARGEST_SERVER_JSON = 1024 * 1024;
async function readLockFiles(tracked, workingDirectory, files) {
  const texts = /* @__PURE__ */ new Map();
  let left = LARGEST_TOGETHER;
  for (const path of (tracked ?? []).filter(isLockFile).slice(0, MOST_LOCK_FILES)) {
    const text2 = await readIfThere(join2(workingDirectory, path), Math.min(LOCK_FILE_LIMIT, left), files);
    if (text2 === null) continue;
    texts.set(path, text2);
    left -= text2.length;
  }
  return texts;
}
async function withServerJson(repository, dockerfile, workingDirectory, files) {
  if (repository.files === null) return repository;
  const tracked = new Set(repository.files);
  const file = candidates(dockerfile).find((path) => tracked.has(path));
  if (file === void 0) return { ...repository, serverJson: null };
  const text2 = await readIfThere(join2(workingDirectory, file), LARGEST_SERVER_JSON, files);
  return text2 === null ? repository : { ...repository, serverJson: { file, text: text2 } };
}
function candidates(dockerfile) {
  const paths = [];
  for (let folder = posix3.dirname(dockerfile ?? "."); ; folder = posix3.dirname(folder)) {
    paths.push(posix3.join(folder, "server.json"));
    if (folder === "." || folder === "/") return paths;
  }
}
async function readIfThere(path, limit2, files) {
  try {
    return await files.readText(path, limit2);
  } catch {
    return null;
  }
}

// src/evidence/subject-name.ts
function nameSubjects(all) {
  const names = all.map(nameOf);
  const subjects = all.map(({ image, dockerfile }, index2) => {
    const name = names[index2] ?? "";
    const isShared = names.filter((other) => other === name).length > 1;
    return {
      name: isShared && dockerfile !== null && name !== dockerfile ? `${name} (${dockerfile})` : name,
      image,
      dockerfile,
      platform: null
    };
  });
  const twice = subjects.find(({ name }, index2) => subjects.findIndex((other) => other.name === name) !== index2);
  if (twice !== void 0) {
    throw new UsageError(
      "same-name",
      `Two subjects have the name ${JSON.stringify(twice.name)}, so that their alerts could not be told apart.`,
      "Gate them in separate runs with different sarif-category values, or name a different Dockerfile for each."
    );
  }
  return subjects;
}
function nameOf({ image, dockerfile, repository, name = null }) {
  return name ?? repository ?? dockerfile ?? fileName(image ?? "");
}
function fileName(reference) {
  const path = reference.replace(/^(docker-archive|oci-archive|oci):/, "").replace(/\/+$/, "");
  const last = path.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/(\.(tar|tgz|oci|gz))+$/i, "") || "image";
}

// src/model/subject.ts
function subjectKey({ name, platform }) {
  return platform === null ? name : `${name} (${platform})`;
}

// src/policy/change.ts
function changeOf(fault, subject, baseline) {
  if (baseline === null || baseline.kind === "unavailable") return null;
  if (baseline.kind === "absent") return "new";
  if (baseline.faults.some(({ fingerprint: fingerprint2 }) => fingerprint2 === fault.fingerprint)) return "unchanged";
  return isCovered(subject, baseline.covers) ? "new" : null;
}
function isCovered(subject, covers) {
  return (subject.dockerfile === null || covers.dockerfile) && (subject.image === null || covers.image);
}
function fixedFaults(faults, baseline) {
  if (baseline?.kind !== "known") return [];
  const now = new Set(faults.map(({ fingerprint: fingerprint2 }) => fingerprint2));
  return baseline.faults.filter(({ fingerprint: fingerprint2 }) => !now.has(fingerprint2));
}

// src/policy/layer-facts.ts
function layerFacts({ image, dockerfile }) {
  if (image === null) return [];
  const sources = dockerfile === null ? /* @__PURE__ */ new Map() : attributeLayers(image, dockerfile);
  const history = historyOfLayers(image);
  return image.layers.map(({ diffId, size }, index2) => {
    const source = sources.get(diffId);
    return {
      diffId,
      size,
      origin: source?.origin ?? null,
      instruction: instructionText(source, dockerfile) ?? keywordOf(history?.[index2]),
      location: source?.location ?? null
    };
  });
}
function historyOfLayers({ history, layers }) {
  const entries = history.filter(({ emptyLayer }) => !emptyLayer);
  return entries.length === layers.length ? entries : null;
}
function instructionText(source, dockerfile) {
  if (source === void 0 || dockerfile === null) return null;
  if (source.instruction !== null) return shortened(source.instruction);
  return dockerfile.base === null ? "FROM" : `FROM ${dockerfile.base.written}`;
}
function shortened({ keyword, text: text2, json }) {
  const first = json === null ? /^[a-z][a-z0-9.+_-]{0,30}(?=\s|$)/.exec(text2)?.[0] : void 0;
  return keyword === "RUN" && first !== void 0 ? `RUN ${first}` : keyword;
}
var KEYWORDS = /* @__PURE__ */ new Set(["RUN", "COPY", "ADD", "WORKDIR"]);
function keywordOf(entry) {
  if (entry === void 0) return "";
  const text2 = entry.createdBy.slice(0, 200);
  const keyword = (/#\(nop\)\s+([A-Z]+)\b/.exec(text2) ?? /^([A-Z]+)\b/.exec(text2))?.[1] ?? "";
  if (KEYWORDS.has(keyword)) return keyword;
  return text2.startsWith("/bin/sh -c ") ? "RUN" : "";
}

// src/policy/status.ts
function statusOf(fault, policy, facts) {
  const severity2 = weightOf(fault, policy);
  const threshold = thresholdOf(fault, policy);
  const { waiver } = facts;
  if (waiver !== null) return plain("waived", `waived: ${waiver.reason}`);
  if (threshold === "never" || !reaches(severity2, threshold))
    return plain("below-threshold", belowReason(fault, policy));
  if (!fault.fixable && !policy.failUnfixed) {
    return plain("unfixed", "no version fixes it yet, and fail-unfixed is off");
  }
  if (policy.gate === "new" && facts.change === "unchanged")
    return plain("baseline", "the change does not introduce it");
  if (policy.gate === "new" && facts.change === null && policy.withoutBaseline === "report") {
    return plain("unknown", "whether the change introduces it is not known, and without-baseline is report");
  }
  const deadline = facts.change === "new" ? null : deadlineOf(fault, severity2, policy);
  if (deadline !== null && Date.parse(facts.now) < Date.parse(deadline)) {
    return { status: "grace", reason: `in its period of grace until ${deadline.slice(0, 10)}`, deadline };
  }
  return plain("fail", failReason(fault, severity2, threshold, policy));
}
function plain(status, reason) {
  return { status, reason, deadline: null };
}
function weightOf({ severity: severity2, kind }, { unratedAs }) {
  return severity2 === "unknown" && kind === "advisory" ? unratedAs : severity2;
}
function thresholdOf({ origin }, { failOn, failOnByOrigin }) {
  return (origin === null ? void 0 : failOnByOrigin[origin]) ?? failOn;
}
function thresholdName({ origin }, policy) {
  const own = origin === null ? void 0 : policy.failOnByOrigin[origin];
  return own === void 0 ? `fail-on ${policy.failOn}` : `fail-on ${own} of ${origin}`;
}
function belowReason(fault, policy) {
  if (thresholdOf(fault, policy) === "never") return `findings of ${fault.origin} never fail`;
  return `${fault.severity} is below ${thresholdName(fault, policy)}`;
}
function failReason(fault, severity2, _threshold, policy) {
  const weighed = severity2 === fault.severity ? severity2 : `unrated counts as ${severity2} and`;
  return `${weighed} reaches ${thresholdName(fault, policy)}`;
}
var DAY = 864e5;
function deadlineOf({ published }, severity2, { graceDays }) {
  const days = graceDays[severity2];
  const start = published === null ? Number.NaN : Date.parse(published);
  if (days === void 0 || Number.isNaN(start)) return null;
  const end = new Date(start + days * DAY);
  return Number.isNaN(end.getTime()) ? null : end.toISOString();
}

// src/policy/waivers/match.ts
function waiverFor(fault, _subject, waivers, today) {
  return waivers.find(({ ids, expires }) => ids.includes(fault.id) && (expires === null || expires >= today)) ?? null;
}

// src/policy/waivers/notices.ts
function waiverNotices(waivers, used, _today) {
  return waivers.filter((waiver) => !used.has(waiver)).map(({ ids, location }) => ({
    kind: "waiver-unused",
    message: `The waiver of ${ids.join(", ")} matches nothing.`,
    location
  }));
}

// src/policy/decide.ts
function decide(cases, run, policy, judgement) {
  const used = /* @__PURE__ */ new Set();
  const subjects = cases.map((one) => decideSubject(one, policy, judgement, used));
  const { baseline, waivers, now } = judgement;
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
    gate: policy.gate,
    baseline: baseline === null ? null : { description: baseline.description, commit: baseline.commit },
    notices: [...judgement.notices, ...waiverNotices(waivers, used, now.slice(0, 10))],
    subjects
  };
}
function decideSubject({ subject, evidence, checks, faults, problems }, policy, judgement, used) {
  const before = judgement.baseline?.subjects.get(subjectKey(subject)) ?? null;
  const findings = faults.map((fault) => decideFault(fault, subject, before, policy, judgement)).sort(compareFindings);
  for (const { waiver } of findings) if (waiver !== null) used.add(waiver);
  const errors = [...problems, ...openQuestions(subject, checks, policy)];
  const { image, scan } = evidence;
  return {
    subject,
    verdict: gravest([
      errors.length > 0 ? "error" : "pass",
      findings.some(({ status }) => status === "fail") ? "fail" : "pass"
    ]),
    image: image === null ? null : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    layers: layerFacts(evidence),
    os: scan?.os ?? null,
    packages: scan === null ? null : { os: scan.osPackages, language: scan.languagePackages },
    checks,
    findings,
    // What could not be looked at is not fixed.
    fixed: problems.length > 0 ? [] : [...fixedFaults(faults, before)].sort(compareFaults),
    errors
  };
}
function decideFault(fault, subject, before, policy, { waivers, now }) {
  const waiver = waiverFor(fault, subject, waivers, now.slice(0, 10));
  const change = changeOf(fault, subject, before);
  return { ...fault, change, waiver, ...statusOf(fault, policy, { change, waiver, now }) };
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
function gravest(words) {
  if (words.includes("error")) return "error";
  return words.includes("fail") ? "fail" : "pass";
}
function compareFindings(a, b) {
  return FINDING_STATUSES.indexOf(a.status) - FINDING_STATUSES.indexOf(b.status) || compareFaults(a, b);
}
function compareFaults(a, b) {
  return compareSeverity(a.severity, b.severity) || compareText(a.id, b.id) || compareText(a.image?.package ?? "", b.image?.package ?? "") || compareText(a.fingerprint, b.fingerprint) || compareText(a.image?.installed ?? "", b.image?.installed ?? "");
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/image/bundled.ts
var NODE = /^((?:usr\/(?:local\/)?lib|opt\/[^/]+\/lib)\/node_modules)\//;
var BUNDLES = [
  {
    tool: "npm",
    path: new RegExp(`${NODE.source}npm\\/`),
    users: "npm or npx",
    removal: (folder) => `rm -rf /${folder}/npm ${programs(folder, ["npm", "npx"])}`
  },
  {
    tool: "npm",
    path: /^(usr\/share\/nodejs)\/npm\//,
    users: "npm or npx",
    removal: () => "apt-get purge -y npm"
  },
  {
    tool: "Corepack",
    path: new RegExp(`${NODE.source}corepack\\/`),
    users: "corepack, yarn or pnpm",
    removal: (folder) => `rm -rf /${folder}/corepack ${programs(folder, ["corepack"])}`
  },
  {
    tool: "Yarn",
    path: /^(opt\/yarn-v[^/]+)\//,
    users: "yarn",
    removal: (folder) => `rm -rf /${folder} /usr/local/bin/yarn /usr/local/bin/yarnpkg`
  },
  {
    tool: "ensurepip",
    path: /^(usr\/(?:local\/)?lib\/python3(?:\.[0-9]+)?\/ensurepip)\//,
    users: "ensurepip",
    removal: (folder) => `rm -rf /${folder}`
  },
  {
    tool: "pip",
    path: /^(usr\/(?:local\/)?lib\/python3(?:\.[0-9]+)?\/site-packages)\/(?:pip|setuptools|wheel)(?:-[^/]+)?\//,
    users: "pip",
    mayBeOwn: true,
    removal: () => "python -m pip uninstall -y setuptools wheel pip"
  }
];
function bundledRemedy(name, path, origin) {
  const bundle = bundleOf(path, origin);
  const folder = bundle?.path.exec(path ?? "")?.[1];
  if (bundle === void 0 || folder === void 0) return null;
  const { tool, users, removal } = bundle;
  const owner = origin === "base" ? `${tool}, which the base image brings along` : `${tool} itself`;
  return `${name} belongs to ${owner}, not to the application. Unless the container runs ${users}, remove it in the final stage (as root: RUN ${removal(folder)}), or take a base image without it; else update ${tool}.`;
}
function isBundled(path, origin) {
  return bundleOf(path, origin) !== void 0;
}
function bundleOf(path, origin) {
  return BUNDLES.find((bundle) => bundle.path.test(path ?? "") && !(bundle.mayBeOwn && origin === "app"));
}
function programs(folder, names) {
  return names.map((name) => `/${folder.replace(/lib\/node_modules$/, "bin")}/${name}`).join(" ");
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

// src/policy/places.ts
function placesOf({ dockerfile, image }, { named, lockFiles }) {
  const sources = dockerfile !== null && image !== null ? attributeLayers(image, dockerfile) : /* @__PURE__ */ new Map();
  const fallback = dockerfile?.base?.location ?? dockerfile?.stages[dockerfile.target]?.location ?? named;
  const locks = new LockFiles(lockFiles ?? /* @__PURE__ */ new Map());
  const ofLayer = (layer2, kind) => {
    const source = layer2 === null ? void 0 : sources.get(layer2);
    if (source === void 0) return { location: fallback, related: [], origin: null };
    const origin = source.origin === "base" ? "base" : kind === "language" ? "app" : "build";
    return { location: source.location, related: copiedFrom(source), origin };
  };
  const ofPackage = (advisory) => {
    const { layer: layer2, kind, path, purl, installed } = advisory;
    const place = ofLayer(layer2, kind);
    if (kind === "os" || dockerfile === null || place.origin === "base" || isBundled(path, place.origin)) return place;
    const found = { name: advisory.package, version: installed, purl, path };
    const location = locks.find(found, dockerfile.file);
    if (location === null) return place;
    const source = layer2 === null ? void 0 : sources.get(layer2);
    return { location, related: [...broughtBy(source), ...place.related], origin: place.origin };
  };
  return { ofLayer, ofPackage };
}
function broughtBy(source) {
  if (source === void 0) return [];
  const keyword = source.instruction?.keyword ?? "FROM";
  return [{ location: source.location, message: `This ${keyword} brings it into the image.` }];
}
function copiedFrom({ copiedFrom: location }) {
  return location === null ? [] : [{ location, message: "It is copied from this stage." }];
}

// src/policy/faults.ts
function faultsOf(subject, evidence, checks, context) {
  const places = placesOf(evidence, context);
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
    fixable: true,
    published: null,
    cwes: [],
    edits: []
  }));
}
function advisoryFault(subject, advisory, places) {
  const { location, related, origin } = places.ofPackage(advisory);
  const { package: name, installed, fixed, purl, path } = advisory;
  return {
    id: advisory.id,
    kind: "advisory",
    severity: advisory.severity,
    title: advisory.title,
    message: `${name} ${installed} has ${advisory.id}${advisory.title === "" ? "" : `: ${advisory.title}`}`,
    fix: bundledRemedy(name, path, origin) ?? fixOf(name, fixed, origin),
    location,
    related,
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
    fixable: fixed !== null,
    published: advisory.published,
    cwes: advisory.cwes,
    edits: []
  };
}
function fixOf(name, fixed, origin) {
  if (fixed === null) return `No version of ${name} fixes it yet: consider whether the image needs it.`;
  if (origin === "base") return `Take a newer base image (with ${name} ${fixed}), or upgrade ${name} in the build.`;
  return `Update ${name} to ${fixed}.`;
}
function secretFault(subject, hit, places) {
  const { location, related, origin } = places.ofLayer(hit.layer, "language");
  const where = hit.path === null ? "in the config of the image" : `in ${hit.path}`;
  return {
    id: hit.rule,
    kind: "secret",
    severity: hit.severity,
    title: hit.title,
    message: `${hit.title} ${where}${hit.path === null ? "" : `, line ${hit.startLine}`}.`,
    fix: "Revoke it, and pass it at run time or with `RUN --mount=type=secret`. Deleting it in a later layer does not remove it.",
    location,
    related,
    image: { layer: hit.layer, path: hit.path, package: null, purl: null, installed: null, fixed: null },
    origin: hit.path === null ? "config" : origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({ subject: subject.name, id: hit.rule, purl: null, place: hit.path ?? "config" }),
    fixable: true,
    published: null,
    cwes: [],
    edits: []
  };
}
function licenseFault(subject, hit, places) {
  const { location, origin } = places.ofLayer(null, "language");
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
    fixable: true,
    published: null,
    cwes: [],
    edits: []
  };
}

// src/policy/policy.ts
var MCP_PORTS = ["3000/tcp"];
var MCP_GRACE = { critical: 7, high: 30, medium: 90 };
function policyOf(settings, file = null) {
  const { profile, allowPort } = settings;
  return {
    profile,
    transport: settings.transport,
    failOn: settings.failOn,
    failOnByOrigin: file?.failOnByOrigin ?? {},
    failUnfixed: settings.failUnfixed,
    unratedAs: file?.unratedAs ?? "unknown",
    ruleSeverity: file?.ruleSeverity ?? {},
    graceDays: file?.graceDays ?? (profile === "mcp" ? MCP_GRACE : {}),
    gate: settings.gate === "new" ? "new" : "all",
    withoutBaseline: file?.withoutBaseline ?? "gate",
    allowedBases: settings.allowBase,
    allowedPorts: allowPort.length > 0 ? allowPort : profile === "container" ? null : MCP_PORTS,
    requiredLabels: file?.requiredLabels ?? [],
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

// src/rules/shared/may-keep.ts
function mayKeep(path, content) {
  if (secretFileKind(`/${path}`) !== null) return false;
  return !/^etc\/g?shadow-?$/.test(path) || !Buffer.from(content).includes("$");
}

// src/commands/gather.ts
async function gather(planned, settings, shared, host) {
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
  const { image, dockerfile: path, target, buildArgs } = planned;
  const { workingDirectory } = settings;
  const opened = image === null ? null : await attempt(() => open(image, planned.platform, settings, shared.images, host));
  const platform = opened?.evidence.platform ?? planned.platform ?? formatPlatform(machinePlatform(host.machine.arch));
  const request = { workingDirectory, target, buildArgs, platform, assumeBuilds: true };
  const chain = path === null ? null : await attempt(() => gatherDockerfile({ ...request, path }, shared.bases, host.files));
  if (opened === null) suggestBases(chain?.bases ?? [], host);
  const dockerfile = chain?.evidence ?? null;
  const inRepository = path === null ? null : pathOrAsNamed(path, workingDirectory);
  const around = await shared.repository(inRepository, planned.context);
  return {
    name: planned.name,
    transport: planned.transport,
    image,
    dockerfile: inRepository,
    repository: opened?.repository ?? null,
    evidence: {
      dockerfile,
      image: opened?.evidence ?? null,
      scan: null,
      repository: await withServerJson(around, inRepository, workingDirectory, host.files)
    },
    trivyInput: opened?.trivyInput ?? null,
    complete: opened?.complete ?? null,
    problems
  };
}
async function addScan(gathered, scan, host) {
  const { evidence, trivyInput, complete } = gathered;
  const { image } = evidence;
  if (image === null || trivyInput === null) return gathered;
  const found = await host.progress.phase(`Scanning ${image.reference}`, async () => {
    const first = await scan(trivyInput, image.platform);
    if (first.evidence !== null || complete === null) return first;
    try {
      return await scan(await complete(), image.platform);
    } catch (error) {
      host.log.debug(detailOf(error));
      return { evidence: null, problems: [toProblem(error)] };
    }
  });
  return {
    ...gathered,
    evidence: { ...evidence, scan: found.evidence },
    problems: [...gathered.problems, ...found.problems]
  };
}
function suggestBases(bases, { log }) {
  for (const { reference, resolvedBy, reason, from } of bases) {
    if (resolvedBy === "none" && reason.includes("bases in the policy file")) {
      log.info(`${from.file}:${from.startLine}: what ${reference} brings along is not known: ${reason}.`);
    }
  }
}
function open(reference, platform, { workingDirectory }, images, host) {
  const options = { platform, workingDirectory, texts: WANTED_TEXTS, files: true, heads: wantsHead };
  return host.progress.phase(`Reading image ${reference}`, () => openImage(reference, options, host, images));
}
function pathOrAsNamed(path, workingDirectory) {
  try {
    return repositoryPath(path, workingDirectory);
  } catch {
    return path;
  }
}

// src/commands/scanner.ts
import { join as join19, resolve as resolve3 } from "node:path";

// src/trivy/platform.ts
function platformText(config) {
  return [config.os, config.architecture, ...config.variant === null ? [] : [config.variant]].join("/");
}
function samePlatform(a, b) {
  return normalised(a) === normalised(b);
}
var ARCHITECTURES = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  i386: "386",
  armhf: "arm"
};
var IMPLIED_VARIANTS = { arm64: "v8", arm: "v7", amd64: "v1" };
function normalised(platform) {
  const [os = "", name = "", variant] = platform.toLowerCase().split("/");
  const architecture = ARCHITECTURES[name] ?? name;
  return [os, architecture, variant ?? IMPLIED_VARIANTS[architecture] ?? ""].join("/");
}

// src/trivy/assess-scan.ts
function assessScan(scan, scanners, expectedPlatform) {
  const platform = expectedPlatform === null ? null : platformProblem(scan, expectedPlatform);
  const packages = scanners.includes("vuln") ? packageProblem(scan) : null;
  return [platform, packages].filter((problem) => problem !== null);
}
function platformProblem(scan, expected) {
  return samePlatform(scan.platform, expected) ? null : {
    kind: "verify",
    code: "scan-platform",
    message: `The image that was scanned is for ${scan.platform}, not for ${expected}`,
    advice: "Build or pull the image for the platform that is to be checked, or change --platform."
  };
}
function packageProblem(scan) {
  const { os, osPackages, languagePackages } = scan;
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
  if (scan.osVersionKnown === false) {
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
import { join as join11 } from "node:path";

// src/trivy/database/inspect.ts
import { join as join3 } from "node:path";

// src/trivy/database/bolt-file.ts
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
var MAGIC = 3977042669;
var VERSION = 2;
var PAGE_HEADER = 16;
var META_BYTES = 64;
function readMeta(view, page) {
  const start = page + PAGE_HEADER;
  if (view.byteLength < start + META_BYTES) {
    return null;
  }
  const isMeta = view.getUint32(start, true) === MAGIC && view.getUint32(start + 4, true) === VERSION;
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
  for (let index2 = start; index2 < start + length; index2 += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(index2))) * 0x100000001b3n);
  }
  return hash;
}

// src/trivy/database/metadata.ts
var SKEW_MS = 60 * 60 * 1e3;
var Metadata = object({
  Version: number(),
  UpdatedAt: iso_exports.datetime({ offset: true }).optional(),
  NextUpdate: iso_exports.datetime({ offset: true }).optional()
});
function decodeMetadata(text2, { title, schema, folder }, source) {
  const decoded = Metadata.safeParse(parseJson(text2));
  if (!decoded.success) {
    throw new VerifyError(
      "database-metadata",
      `${source} does not describe a database of Trivy`,
      `Remove the folder ${folder} from the Trivy cache and let it be downloaded again.`,
      prettifyError(decoded.error)
    );
  }
  const { Version: version, UpdatedAt: updatedAt, NextUpdate: nextUpdate } = decoded.data;
  if (version !== schema) {
    throw new VerifyError(
      "database-schema",
      `${source}: the ${title} has schema ${version}; Trivy reads schema ${schema}`,
      `Use a repository with the tag :${schema}, or let the database be downloaded again.`
    );
  }
  return { updatedAt: dateOrNull(updatedAt), nextUpdate: dateOrNull(nextUpdate) };
}
function dateOrNull(text2) {
  return text2 === void 0 || text2.startsWith("0001-") ? null : text2;
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
function parseJson(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}
function hours(ms) {
  return ms < 60 * 60 * 1e3 ? `${Math.ceil(ms / 6e4)} min` : `${Math.floor(ms / (60 * 60 * 1e3))} h`;
}

// src/trivy/database/inspect.ts
var METADATA = "metadata.json";
async function inspectDatabase(kind, folder, shown2, maxAgeMs, { files, clock }) {
  const file = join3(folder, kind.file);
  const metadataFile = join3(folder, METADATA);
  const found = await files.stat(file);
  if (found?.kind !== "file" || (await files.stat(metadataFile))?.kind !== "file") {
    throw new VerifyError(
      "database-missing",
      `There is no ${kind.title} in ${shown2}`,
      `Allow the download (no --skip-db-update), or put ${kind.file} and ${METADATA} there.`
    );
  }
  const fault = kind.fault(await readHead(file, files), found.size);
  if (fault !== null) {
    throw new VerifyError(
      "database-corrupt",
      `The ${kind.title} in ${shown2} is damaged: ${fault}`,
      "Remove this folder and let the database be downloaded again."
    );
  }
  const metadata = decodeMetadata(await files.readText(metadataFile, 64 * 1024), kind, join3(shown2, METADATA));
  checkAge(metadata, join3(shown2, METADATA), clock.now(), maxAgeMs);
  return metadata;
}
async function readHead(file, files) {
  const chunks = [];
  let length = 0;
  for await (const chunk of files.open(file)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= BOLT_HEAD_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks);
}

// src/trivy/database/sqlite-file.ts
var MAGIC2 = "SQLite format 3\0";
var HEADER_BYTES = 100;
function sqliteFault(head, size) {
  if (head.byteLength < HEADER_BYTES || new TextDecoder("latin1").decode(head.subarray(0, 16)) !== MAGIC2) {
    return "it is not an SQLite file";
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const pageField = view.getUint16(16);
  const pageSize = pageField === 1 ? 65536 : pageField;
  const wanted = pageSize * view.getUint32(28);
  const isCounted = view.getUint32(24) === view.getUint32(92) && wanted > 0;
  if (isCounted && size < wanted) {
    return `it has ${size} of ${wanted} bytes`;
  }
  return pageSize < 512 || size % pageSize !== 0 ? "it does not end with a whole page" : null;
}

// src/trivy/database/kinds.ts
var MIB = 1024 * 1024;
var VULNERABILITY_DATABASE = {
  title: "advisory database",
  folder: "db",
  file: "trivy.db",
  layerType: "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
  schema: 2,
  defaultTag: "2",
  repositories: ["mirror.gcr.io/aquasec/trivy-db:2", "ghcr.io/aquasecurity/trivy-db:2"],
  maxLayerBytes: 1024 * MIB,
  maxUnpackedBytes: 8 * 1024 * MIB,
  fault: boltFault
};
var JAVA_DATABASE = {
  title: "Java database",
  folder: "java-db",
  file: "trivy-java.db",
  layerType: "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip",
  schema: 1,
  defaultTag: "1",
  repositories: ["mirror.gcr.io/aquasec/trivy-java-db:1", "ghcr.io/aquasecurity/trivy-java-db:1"],
  maxLayerBytes: 4 * 1024 * MIB,
  maxUnpackedBytes: 16 * 1024 * MIB,
  fault: sqliteFault
};

// src/trivy/database/obtain.ts
import { join as join10, resolve as resolve2 } from "node:path";

// src/trivy/oci/layout.ts
import { createHash as createHash2 } from "node:crypto";
import { join as join4 } from "node:path";
var MAX_BYTES = 4 * 1024 * 1024;
var Digest = string().regex(/^sha256:[0-9a-f]{64}$/);
var Index = object({
  manifests: array(object({ digest: Digest, annotations: record(string(), string()).default({}) })).max(1e3)
});
var REF_NAME = "org.opencontainers.image.ref.name";
function layoutSource(reference, defaultName, { files }) {
  const { folder, text: text2 } = reference;
  return {
    name: text2,
    manifest: async () => {
      const wanted = reference.digest ?? await digestInIndex(reference, defaultName, files);
      const path = blobPath(folder, wanted);
      if ((await files.stat(path))?.kind !== "file") {
        throw missing(text2, `there is no manifest ${wanted}`);
      }
      const bytes = await files.readBytes(path, MAX_BYTES);
      const digest = `sha256:${createHash2("sha256").update(bytes).digest("hex")}`;
      if (digest !== wanted) {
        throw missing(text2, `the manifest ${wanted} is damaged`);
      }
      return { bytes, digest };
    },
    blob: async ({ digest }, file) => {
      const path = blobPath(folder, digest);
      if ((await files.stat(path))?.kind !== "file") {
        throw missing(text2, `the blob ${digest} is not there`);
      }
      await files.save(file, files.open(path));
    }
  };
}
function blobPath(folder, digest) {
  return join4(folder, "blobs", "sha256", digest.replace("sha256:", ""));
}
async function digestInIndex({ folder, tag, text: text2 }, defaultName, files) {
  const path = join4(folder, "index.json");
  if ((await files.stat(path))?.kind !== "file") {
    throw missing(text2, "there is no index.json");
  }
  const index2 = Index.safeParse(parseJson2(await files.readText(path, MAX_BYTES)));
  if (!index2.success) {
    throw missing(text2, "index.json cannot be read");
  }
  const { manifests } = index2.data;
  const named = (name) => manifests.filter(({ annotations }) => annotations[REF_NAME] === name);
  const found = tag !== null ? named(tag) : named(defaultName).length > 0 ? named(defaultName) : manifests;
  const [one] = found;
  if (one === void 0 || new Set(found.map(({ digest }) => digest)).size > 1) {
    throw missing(text2, `it holds ${found.length} artifacts of that name`);
  }
  return one.digest;
}
function missing(text2, reason) {
  return new VerifyError(
    "database-layout",
    `${text2} cannot be used: ${reason}`,
    "Make the OCI layout again, for example with oras copy --to-oci-layout (docs/trivy.md)."
  );
}
function parseJson2(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/trivy/oci/reference.ts
var NAME = "[a-z0-9]+(?:[._-]{1,2}[a-z0-9]+)*";
var SUFFIX = "(?::([\\w][\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?";
var REGISTRY = new RegExp(`^([a-z0-9][a-z0-9.-]*(?::\\d{1,5})?)/(${NAME}(?:/${NAME})*)${SUFFIX}$`);
var LAYOUT = new RegExp(`^oci:(.+?)${SUFFIX}$`);
function parseArtifactReference(text2) {
  const layout = text2.length <= 4096 && !new RegExp("\\p{Cc}", "u").test(text2) ? LAYOUT.exec(text2) : null;
  if (layout !== null) {
    const [, folder = "", tag2 = null, digest2 = null] = layout;
    return { kind: "layout", text: text2, folder, tag: tag2, digest: digest2 };
  }
  const [, registry, repository, tag = null, digest = null] = (text2.length <= 400 ? REGISTRY.exec(text2) : null) ?? [];
  if (registry === void 0 || repository === void 0) {
    throw new UsageError(
      "db-repository",
      `Not a repository for the advisory database: ${JSON.stringify(text2.slice(0, 120))}`,
      "Give it like ghcr.io/aquasecurity/trivy-db:2, without a scheme, or oci:FOLDER for an OCI layout."
    );
  }
  const isDockerHub = registry === "docker.io" || registry === "index.docker.io";
  return {
    kind: "registry",
    text: text2,
    registry: isDockerHub ? "docker.io" : registry,
    origin: isDockerHub ? "https://registry-1.docker.io" : `${schemeOf(registry)}://${registry}`,
    repository: isDockerHub && !repository.includes("/") ? `library/${repository}` : repository,
    tag,
    digest
  };
}
function schemeOf(registry) {
  const host = registry.replace(/:\d+$/, "");
  return host === "127.0.0.1" || host === "localhost" ? "http" : "https";
}

// src/trivy/oci/registry.ts
import { createHash as createHash3 } from "node:crypto";

// src/trivy/oci/challenge.ts
function parseChallenge(header, registryOrigin) {
  const [, scheme = "", rest = ""] = /^\s*([A-Za-z]{1,20})(?:\s+(.{0,4000}))?$/.exec(header) ?? [];
  if (scheme.toLowerCase() === "basic") {
    return { scheme: "basic" };
  }
  if (scheme.toLowerCase() !== "bearer") {
    return null;
  }
  const parameters = new Map(
    [...rest.matchAll(/([a-z]{1,20})="([^"]{0,2000})"/gi)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value
    ])
  );
  const realm = URL.parse(parameters.get("realm") ?? "");
  const allowed = registryOrigin.startsWith("https:") ? ["https:"] : ["http:", "https:"];
  return realm === null || !allowed.includes(realm.protocol) ? null : {
    scheme: "bearer",
    realm,
    service: parameters.get("service") ?? null,
    scope: parameters.get("scope") ?? null
  };
}

// src/trivy/oci/credentials.ts
import { join as join5 } from "node:path";
var HELPER_TIMEOUT_MS = 3e4;
var MAX_CONFIG_BYTES = 4 * 1024 * 1024;
var Config = object({
  auths: record(string(), object({ auth: string().optional() })).catch({}),
  credHelpers: record(string(), string()).catch({}),
  credsStore: string().optional().catch(void 0)
});
var HelperAnswer = object({ Username: string(), Secret: string() });
async function credentialsFor(registry, host) {
  try {
    const config = await readConfig(host);
    if (config === null) {
      return null;
    }
    const keys = registry === "docker.io" ? ["https://index.docker.io/v1/", "docker.io"] : [registry, `https://${registry}`];
    const helper = keys.map((key) => config.credHelpers[key]).find((name) => name !== void 0) ?? config.credsStore;
    const [server = registry] = keys;
    const fromHelper = helper === void 0 ? null : await askHelper(helper, server, host);
    const stored = keys.map((key) => config.auths[key]?.auth).find((auth) => auth !== void 0 && auth !== "");
    return fromHelper ?? (stored === void 0 ? null : decodeAuth(stored));
  } catch (error) {
    host.log.debug(`No login for ${registry}: ${errorMessage(error)}`);
    return null;
  }
}
async function readConfig({ env, files }) {
  const home = env.get("HOME") ?? env.get("USERPROFILE");
  const folder = env.get("DOCKER_CONFIG") ?? (home === void 0 ? void 0 : join5(home, ".docker"));
  const file = folder === void 0 ? null : join5(folder, "config.json");
  if (file === null || (await files.stat(file))?.kind !== "file") {
    return null;
  }
  const parsed = JSON.parse(await files.readText(file, MAX_CONFIG_BYTES));
  return Config.parse(parsed);
}
function decodeAuth(auth) {
  const text2 = Buffer.from(auth, "base64").toString();
  const colon = text2.indexOf(":");
  return colon < 1 ? null : { username: text2.slice(0, colon), password: text2.slice(colon + 1) };
}
async function askHelper(name, server, { exec, env }) {
  const program = /^[a-z0-9][a-z0-9-]{0,60}$/i.test(name) ? await exec.which(`docker-credential-${name}`) : null;
  if (program === null) {
    return null;
  }
  const result2 = await exec.run(program, ["get"], {
    env: env.pick(HELPER_ENVIRONMENT),
    timeoutMs: HELPER_TIMEOUT_MS,
    input: server
  });
  if (result2.exitCode !== 0) {
    return null;
  }
  const { Username: username, Secret: password } = HelperAnswer.parse(JSON.parse(result2.stdout));
  return username === "" ? null : { username, password };
}
var HELPER_ENVIRONMENT = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "SystemRoot",
  "APPDATA",
  "LOCALAPPDATA",
  "DOCKER_CONFIG",
  "DBUS_SESSION_BUS_ADDRESS",
  "XDG_RUNTIME_DIR",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_REGION",
  "AWS_PROFILE",
  "GOOGLE_APPLICATION_CREDENTIALS"
];

// src/trivy/oci/registry-failure.ts
function refusedBy(status, what) {
  const { code, reason, advice } = REFUSALS.find(({ statuses }) => statuses.includes(status)) ?? OTHER;
  return new VerifyError(code, `${what}: ${reason} (${status})`, advice);
}
var REFUSALS = [
  {
    statuses: [401, 403],
    code: "database-denied",
    reason: "the registry refuses the download",
    advice: "Log in to this registry with docker login, or name one that can be read without, with --db-repository."
  },
  {
    statuses: [404, 410],
    code: "database-not-found",
    reason: "the registry does not have it",
    advice: "Check the repository and its tag in --db-repository."
  },
  {
    statuses: [429],
    code: "database-rate-limit",
    reason: "the registry refuses further downloads for now",
    advice: "Run again later, name another registry with --db-repository, or download once for all jobs (docs/trivy.md)."
  }
];
var OTHER = {
  statuses: [],
  code: "database-download",
  reason: "the registry answered with an error",
  advice: "Run again later, or name another registry with --db-repository."
};
function unreachable(error, what) {
  return new VerifyError(
    "database-network",
    `${what}: ${errorMessage(error)}`,
    "Check name resolution, proxy (HTTPS_PROXY, NO_PROXY) and certificates (NODE_EXTRA_CA_CERTS), or work with --skip-db-update."
  );
}

// src/trivy/oci/registry.ts
var MAX_MANIFEST_BYTES = 1024 * 1024;
var ACCEPT = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
function registrySource(reference, defaultTag, timeLeftMs, host) {
  const { origin, repository, digest, tag, text: text2 } = reference;
  const base = `${origin}/v2/${repository}`;
  const session = createSession(reference, timeLeftMs, host);
  return {
    name: text2,
    manifest: async () => {
      const url = `${base}/manifests/${digest ?? tag ?? defaultTag}`;
      const what = `manifest of ${text2}`;
      const { body } = await session.get(url, { headers: { accept: ACCEPT }, maxBytes: MAX_MANIFEST_BYTES }, what);
      const actual = `sha256:${createHash3("sha256").update(body).digest("hex")}`;
      if (digest !== null && actual !== digest) {
        throw new VerifyError(
          "database-digest",
          `${what}: the registry answered with another one, ${actual}`,
          "Do not use this registry, or check the digest in --db-repository."
        );
      }
      return { bytes: body, digest: actual };
    },
    blob: (blob, file) => session.download(`${base}/blobs/${blob.digest}`, file, { maxBytes: blob.size }, `download of ${text2}`)
  };
}
function createSession(reference, timeLeftMs, host) {
  let authorization = null;
  const optionsOf = (options) => ({
    ...options,
    timeoutMs: Math.max(1, timeLeftMs()),
    headers: { ...options.headers, ...authorization === null ? {} : { authorization } }
  });
  const ask = async (url, options, what) => {
    try {
      return await host.http.get(url, optionsOf(options));
    } catch (error) {
      throw unreachable(error, what);
    }
  };
  const logIn = async (challenge, what) => {
    authorization = null;
    authorization = await authorize(challenge, reference, (url, options) => ask(url, options, what), host);
    return authorization !== null;
  };
  const get = async (url, options, what) => {
    let answer = await ask(url, options, what);
    if (answer.status === 401 && await logIn(answer.headers["www-authenticate"] ?? "", what)) {
      answer = await ask(url, options, what);
    }
    if (answer.status !== 200) {
      throw refusedBy(answer.status, what);
    }
    return answer;
  };
  return {
    get,
    download: async (url, file, options, what) => {
      try {
        await host.http.download(url, file, optionsOf(options));
      } catch (error) {
        throw error instanceof HttpError ? refusedBy(error.status, what) : unreachable(error, what);
      }
    }
  };
}
var Token = object({ token: string().optional(), access_token: string().optional() });
async function authorize(header, { registry, origin, repository }, get, host) {
  const challenge = parseChallenge(header, origin);
  if (challenge === null) {
    return null;
  }
  const login = await credentialsFor(registry, host);
  const basic = login === null ? null : `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  if (challenge.scheme === "basic") {
    return basic;
  }
  const { realm, service, scope } = challenge;
  if (service !== null) realm.searchParams.set("service", service);
  realm.searchParams.set("scope", scope ?? `repository:${repository}:pull`);
  const answer = await get(realm.href, { headers: basic === null ? {} : { authorization: basic } });
  if (answer.status !== 200) {
    return null;
  }
  const token = Token.safeParse(parseJson3(new TextDecoder().decode(answer.body))).data;
  const value = token?.token ?? token?.access_token ?? "";
  return /^[\x21-\x7e]{1,16000}$/.test(value) ? `Bearer ${value}` : null;
}
function parseJson3(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/trivy/database/bundle.ts
import { join as join6 } from "node:path";
function bundleFolder(cacheDir) {
  return join6(cacheDir, "bundle");
}
async function blobInBundle(cacheDir, { digest }, files) {
  const path = blobPath(bundleFolder(cacheDir), digest);
  if ((await files.stat(path))?.kind !== "file") {
    return null;
  }
  if (`sha256:${await files.sha256(path)}` === digest) {
    return path;
  }
  await files.remove(path);
  return null;
}
var Index2 = object({
  manifests: array(
    object({
      mediaType: string(),
      digest: string(),
      size: number(),
      annotations: record(string(), string()).optional()
    })
  )
});
async function keepInBundle(kind, cacheDir, { manifest, decoded, blobs }, files) {
  const folder = bundleFolder(cacheDir);
  await files.makeFolder(join6(folder, "blobs", "sha256"));
  for (const { digest, file } of blobs) {
    await files.rename(file, blobPath(folder, digest));
  }
  await files.writeText(blobPath(folder, manifest.digest), new TextDecoder().decode(manifest.bytes));
  await files.writeText(join6(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}\n');
  const others = (await readIndex(folder, files)).filter(({ annotations }) => annotations?.[REF_NAME] !== kind.folder);
  const ours = {
    mediaType: decoded.mediaType,
    digest: manifest.digest,
    size: manifest.bytes.length,
    annotations: { [REF_NAME]: kind.folder }
  };
  const index2 = {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.index.v1+json",
    manifests: [...others, ours]
  };
  await files.writeText(join6(folder, "index.json"), `${JSON.stringify(index2, null, 2)}
`);
  await removeUnnamed(folder, index2.manifests, files);
}
async function readIndex(folder, files) {
  const path = join6(folder, "index.json");
  if ((await files.stat(path))?.kind !== "file") {
    return [];
  }
  const index2 = Index2.safeParse(parseJson4(await files.readText(path, 1024 * 1024)));
  return index2.data?.manifests ?? [];
}
async function removeUnnamed(folder, manifests, files) {
  const named = /* @__PURE__ */ new Set();
  for (const { digest } of manifests) {
    named.add(digest);
    const path = blobPath(folder, digest);
    const text2 = (await files.stat(path))?.kind === "file" ? await files.readText(path, 1024 * 1024) : "";
    for (const [found] of text2.matchAll(/sha256:[0-9a-f]{64}/g)) {
      named.add(found);
    }
  }
  for (const name of await files.list(join6(folder, "blobs", "sha256"))) {
    if (!named.has(`sha256:${name}`)) {
      await files.remove(join6(folder, "blobs", "sha256", name));
    }
  }
}
function parseJson4(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/trivy/database/fetch.ts
import { randomUUID } from "node:crypto";
import { join as join9 } from "node:path";

// src/trivy/oci/manifest.ts
var Descriptor = object({
  mediaType: string().max(200),
  digest: string().regex(/^sha256:[0-9a-f]{64}$/),
  size: int().nonnegative()
});
var Manifest = object({
  schemaVersion: literal(2),
  mediaType: string().max(200).default("application/vnd.oci.image.manifest.v1+json"),
  config: Descriptor,
  layers: array(Descriptor).length(1)
});
function decodeManifest(bytes, layerType, source) {
  const decoded = Manifest.safeParse(parseJson5(bytes));
  const layer2 = decoded.data?.layers[0];
  if (decoded.data === void 0 || layer2 === void 0 || layer2.mediaType !== layerType) {
    throw new VerifyError(
      "database-artifact",
      `${source} is not a database of Trivy${layer2 === void 0 ? "" : `: its layer is ${JSON.stringify(layer2.mediaType)}`}`,
      "Check the repository and its tag in --db-repository.",
      decoded.error === void 0 ? "" : prettifyError(decoded.error)
    );
  }
  return { mediaType: decoded.data.mediaType, config: decoded.data.config, layer: layer2 };
}
function parseJson5(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

// src/trivy/database/record.ts
import { join as join7 } from "node:path";
var RECORD = "image-gate.json";
var Stored = object({
  repository: string(),
  manifest: string(),
  layer: string(),
  marks: string()
});
async function readRecord(kind, cacheDir, files) {
  const path = join7(cacheDir, kind.folder, RECORD);
  if ((await files.stat(path))?.kind !== "file") {
    return null;
  }
  const stored = Stored.safeParse(parseJson6(await files.readText(path, 64 * 1024))).data;
  return stored === void 0 || stored.marks !== await marks(kind, cacheDir, files) ? null : stored;
}
async function writeRecord(kind, cacheDir, record2, files) {
  const stored = { ...record2, marks: await marks(kind, cacheDir, files) };
  await files.writeText(join7(cacheDir, kind.folder, RECORD), `${JSON.stringify(stored, null, 2)}
`);
}
async function marks({ folder, file }, cacheDir, files) {
  const paths = [file, METADATA].map((name) => join7(cacheDir, folder, name));
  return (await Promise.all(paths.map((path) => files.mark(path)))).join(" ");
}
function parseJson6(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/trivy/database/unpack.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { join as join8 } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
async function unpackDatabase(kind, layer2, folder, source, { files }) {
  const wanted = /* @__PURE__ */ new Set([kind.file, METADATA]);
  const entries = (0, import_tar_stream.extract)();
  const limited = limit(kind.maxUnpackedBytes);
  const unpacking = pipeline(files.open(layer2), createGunzip(), limited, entries);
  unpacking.catch(() => void 0);
  try {
    for await (const entry of entries) {
      const name = entry.header.name.replace(/^\.\//, "");
      if (entry.header.type !== "file" || !wanted.delete(name)) {
        entry.resume();
        continue;
      }
      await files.save(join8(folder, name), bytesOf(entry));
    }
    await unpacking;
  } catch (error) {
    throw isArchiveFault(error) ? damaged(kind, source, errorMessage(error)) : error;
  }
  if (wanted.size > 0) {
    throw damaged(kind, source, `it holds no ${[...wanted].join(" and no ")}`);
  }
}
function limit(maxBytes) {
  let length = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      length += chunk.length;
      done(length > maxBytes ? new Error(`it unpacks to more than ${maxBytes} bytes`) : null, chunk);
    }
  });
}
async function* bytesOf(entry) {
  for await (const chunk of entry) {
    if (chunk instanceof Uint8Array) {
      yield chunk;
    }
  }
}
function isArchiveFault(error) {
  return typeof error === "object" && error !== null && !("syscall" in error);
}
function damaged({ title }, source, reason) {
  return new VerifyError(
    "database-archive",
    `The ${title} from ${source} cannot be unpacked: ${reason}`,
    "Name another repository with --db-repository."
  );
}

// src/trivy/database/fetch.ts
var DRAFT = ".draft-";
var MAX_CONFIG_BYTES2 = 64 * 1024;
async function fetchDatabase(kind, source, { cacheDir, maxAgeMs, keep }, host) {
  const { files } = host;
  const manifest = await source.manifest();
  const { digest } = manifest;
  const decoded = decodeManifest(manifest.bytes, kind.layerType, source.name);
  const record2 = { repository: source.name, manifest: digest, layer: decoded.layer.digest };
  const folder = join9(cacheDir, kind.folder);
  if ((await readRecord(kind, cacheDir, files))?.layer === decoded.layer.digest) {
    const metadata = await inspectDatabase(kind, folder, folder, maxAgeMs, host).catch(() => null);
    if (metadata !== null) {
      await writeRecord(kind, cacheDir, record2, files);
      return { metadata, digest };
    }
  }
  const draft = join9(cacheDir, `${DRAFT}${randomUUID()}`);
  await files.makeFolder(draft);
  try {
    const known = await blobInBundle(cacheDir, decoded.layer, files);
    const layer2 = known ?? await download(kind, source, decoded.layer, join9(draft, "layer"), files);
    await unpackDatabase(kind, layer2, draft, source.name, host);
    const metadata = await inspectDatabase(kind, draft, source.name, maxAgeMs, host);
    await files.makeFolder(folder);
    for (const name of [kind.file, METADATA]) {
      await files.rename(join9(draft, name), join9(folder, name));
    }
    await writeRecord(kind, cacheDir, record2, files);
    if (keep && known === null) await tryToKeep(kind, source, manifest, decoded, layer2, { cacheDir, draft }, host);
    return { metadata, digest };
  } finally {
    await files.remove(draft);
  }
}
async function download(kind, source, blob, file, files) {
  if (blob.size > kind.maxLayerBytes) {
    throw new VerifyError(
      "database-artifact",
      `The ${kind.title} from ${source.name} has ${blob.size} bytes; at most ${kind.maxLayerBytes} are downloaded`,
      "Check the repository in --db-repository."
    );
  }
  for (let attempt = 1; ; attempt += 1) {
    await source.blob(blob, file);
    const actual = `sha256:${await files.sha256(file)}`;
    if (actual === blob.digest) {
      return file;
    }
    await files.remove(file);
    if (attempt === 2) {
      throw new VerifyError(
        "database-digest",
        `The ${kind.title} from ${source.name} is not what its manifest names: ${actual} came`,
        "Name another repository with --db-repository, and tell its owner.",
        `wanted ${blob.digest}`
      );
    }
  }
}
async function tryToKeep(kind, source, manifest, decoded, layer2, { cacheDir, draft }, host) {
  try {
    const { config } = decoded;
    const configFile = join9(draft, "config");
    if (config.size > MAX_CONFIG_BYTES2) return;
    await source.blob(config, configFile);
    if (`sha256:${await host.files.sha256(configFile)}` !== config.digest) return;
    const blobs = [
      { digest: config.digest, file: configFile },
      { digest: decoded.layer.digest, file: layer2 }
    ];
    await keepInBundle(kind, cacheDir, { manifest, decoded, blobs }, host.files);
  } catch (error) {
    host.log.debug(`The download was not kept: ${errorMessage(error)}`);
  }
}

// src/trivy/database/obtain.ts
async function obtainDatabase(kind, settings, host) {
  const wanted = settings.repositories.length === 0 ? kind.repositories : settings.repositories;
  const references = wanted.map((text2) => parseArtifactReference(text2));
  const lock = join10(settings.cacheDir, ".image-gate.lock");
  try {
    return await host.files.locked(lock, settings.timeoutMs, () => obtain(kind, references, settings, host));
  } catch (error) {
    if (errorCode(error) !== "ELOCKED") {
      throw error;
    }
    throw new VerifyError(
      "database-locked",
      `Another process has been preparing the ${kind.title} in ${settings.cacheDir} for too long`,
      `Let it finish, or name another folder with --trivy-cache-dir. If there is none, remove ${lock}.`
    );
  }
}
async function obtain(kind, references, settings, host) {
  await removeDrafts(settings.cacheDir, host.files);
  const names = new Set(references.map(({ text: text2 }) => text2));
  const record2 = await readRecord(kind, settings.cacheDir, host.files);
  const installed = record2 !== null && names.has(record2.repository) ? await usable(kind, record2, settings, host) : null;
  if (installed?.isCurrent === true) {
    return { ...installed.facts, source: `${installed.facts.source}, downloaded before` };
  }
  const deadline = host.clock.now().getTime() + settings.timeoutMs;
  const timeLeftMs = () => deadline - host.clock.now().getTime();
  const failures = [];
  for (const reference of references) {
    if (timeLeftMs() <= 0) {
      break;
    }
    const facts = await tryOne(kind, reference, timeLeftMs, settings, host);
    if (!(facts instanceof VerifyError)) {
      return facts;
    }
    host.log.debug(`${facts.code}: ${facts.message} ${facts.detail}`);
    failures.push(facts);
  }
  const failure = allFailed(kind, failures);
  if (installed === null || settings.maxAgeMs === null) {
    throw failure;
  }
  host.log.warning(
    `${failure.message}. The one of ${installed.facts.updatedAt} in the cache is young enough and is used.`
  );
  return { ...installed.facts, source: `${installed.facts.source}, update failed` };
}
async function tryOne(kind, reference, timeLeftMs, settings, host) {
  const source = await sourceOf(kind, reference, timeLeftMs, settings, host);
  const { cacheDir, maxAgeMs } = settings;
  const keep = reference.kind === "registry";
  const title = `${kind.title.replace(/^a/, "A")} from ${source.name}`;
  try {
    const { metadata, digest } = await host.progress.phase(
      title,
      () => fetchDatabase(kind, source, { cacheDir, maxAgeMs, keep }, host)
    );
    return { updatedAt: metadata.updatedAt, source: withDigest(source.name, digest) };
  } catch (error) {
    if (error instanceof VerifyError) return error;
    throw error;
  }
}
async function sourceOf(kind, reference, timeLeftMs, { cacheDir, workingDirectory }, host) {
  if (reference.kind === "layout") {
    const folder2 = resolve2(workingDirectory, reference.folder);
    return layoutSource({ ...reference, folder: folder2 }, kind.folder, host);
  }
  const source = registrySource(reference, kind.defaultTag, timeLeftMs, host);
  const { digest, text: text2 } = reference;
  const folder = bundleFolder(cacheDir);
  const isKept = digest !== null && await host.files.stat(blobPath(folder, digest)) !== null;
  return isKept ? { ...source, manifest: layoutSource({ kind: "layout", text: text2, folder, tag: null, digest }, "", host).manifest } : source;
}
async function usable(kind, { repository, manifest }, { cacheDir, maxAgeMs }, host) {
  const folder = join10(cacheDir, kind.folder);
  const metadata = await inspectDatabase(kind, folder, folder, maxAgeMs, host).catch(() => null);
  return metadata === null ? null : {
    facts: { updatedAt: metadata.updatedAt, source: withDigest(repository, manifest) },
    isCurrent: metadata.nextUpdate !== null && host.clock.now().getTime() < Date.parse(metadata.nextUpdate)
  };
}
function withDigest(repository, digest) {
  return `${repository.replace(/@sha256:[0-9a-f]{64}$/, "")}@${digest}`;
}
function allFailed(kind, failures) {
  const [first, ...others] = failures;
  if (first !== void 0 && others.length === 0) {
    return first;
  }
  return new VerifyError(
    "database-download",
    `The ${kind.title} could not be had: ${failures.map(({ message }) => message).join("; ")}`,
    first?.advice ?? "Give it more time with --timeout.",
    failures.map(({ detail }) => detail).join("\n")
  );
}
async function removeDrafts(cacheDir, files) {
  const names = await files.stat(cacheDir) === null ? [] : await files.list(cacheDir);
  for (const name of names.filter((one) => one.startsWith(DRAFT))) {
    await files.remove(join10(cacheDir, name));
  }
}

// src/trivy/database.ts
async function prepareDatabase(settings, host) {
  if (!settings.skipUpdate) {
    return obtainDatabase(VULNERABILITY_DATABASE, settings, host);
  }
  const folder = join11(settings.cacheDir, VULNERABILITY_DATABASE.folder);
  const { updatedAt } = await inspectDatabase(VULNERABILITY_DATABASE, folder, folder, settings.maxAgeMs, host);
  return { updatedAt, source: `${settings.cacheDir}, not updated` };
}

// src/trivy/cached.ts
import { join as join15 } from "node:path";

// src/trivy/extract.ts
var import_tar_stream2 = __toESM(require_tar_stream(), 1);
import { join as join12 } from "node:path";
import { pipeline as pipeline2 } from "node:stream/promises";
import { createGunzip as createGunzip2 } from "node:zlib";
var MAX_EXECUTABLE_BYTES = 1024 ** 3;
async function extractExecutable(archive, folder, plan, host) {
  const target = join12(folder, plan.executable);
  const found = plan.asset.endsWith(".zip") ? await fromZip(archive, folder, plan, host) : await fromTar(archive, target, plan, host);
  if (!found || (await host.files.stat(target))?.kind !== "file") {
    throw damaged2(plan.asset, `it holds no file ${plan.executable}`);
  }
  return target;
}
async function fromTar(archive, target, plan, host) {
  const entries = (0, import_tar_stream2.extract)();
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
      await host.files.save(target, bytesOf2(entry), 493);
      found = true;
    }
    await source;
  } catch (error) {
    await host.files.remove(target);
    throw isArchiveFault2(error) ? damaged2(plan.asset, errorMessage(error)) : error;
  }
  return found;
}
async function* bytesOf2(entry) {
  for await (const chunk of entry) {
    if (chunk instanceof Uint8Array) {
      yield chunk;
    }
  }
}
function isArchiveFault2(error) {
  return !(error instanceof VerifyError) && typeof error === "object" && error !== null && !("syscall" in error);
}
async function fromZip(archive, folder, plan, host) {
  const env = host.env.pick(["SystemRoot"]);
  const tar = join12(env["SystemRoot"] ?? "C:\\Windows", "System32", "tar.exe");
  const args = ["-xf", archive, "-C", folder, plan.executable];
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

// src/trivy/signed-sum.ts
import { join as join14 } from "node:path";

// src/trivy/checksums.ts
function sumInChecksums(text2, name, source) {
  const sums = new Set(
    text2.split(/\r?\n/).flatMap((line) => {
      const [sum2 = "", file, ...rest] = line.trim().split(/[ \t]+/);
      const isOurs = (file === name || file === `*${name}`) && rest.length === 0;
      return isOurs && /^[0-9a-f]{64}$/i.test(sum2) ? [sum2.toLowerCase()] : [];
    })
  );
  const [sum] = sums;
  if (sum === void 0 || sums.size > 1) {
    throw new VerifyError(
      "trivy-checksums",
      `${source} holds ${sums.size === 0 ? "no sum" : "different sums"} for ${name}`,
      "Check --trivy-version and --trivy-download-url: the release is not complete at this place."
    );
  }
  return sum;
}

// src/trivy/fetch-asset.ts
import { join as join13 } from "node:path";
async function fetchAsset(name, folder, plan, maxBytes, host) {
  const file = join13(folder, name);
  const url = `${plan.releaseUrl}/${name}`;
  try {
    await host.http.download(url, file, { timeoutMs: plan.timeoutMs, maxBytes });
  } catch (error) {
    const missing2 = error instanceof HttpError && (error.status === 404 || error.status === 410);
    throw new VerifyError(
      "trivy-download",
      `Trivy could not be downloaded from ${shownUrl(url)}: ${errorMessage(error)}`,
      missing2 ? "Check --trivy-version and --trivy-download-url: there is no such release at this place." : "Check the network, the proxy (HTTPS_PROXY, NO_PROXY) and --trivy-download-url, or name an executable with --trivy-path."
    );
  }
  return file;
}
function shownUrl(url) {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

// src/trivy/signed-sum.ts
var MAX_BYTES2 = 1024 * 1024;
async function fetchSignedSum(folder, plan, host) {
  for (const name of proofNames(plan)) {
    await fetchAsset(name, folder, plan, MAX_BYTES2, host);
  }
  return signedSum(folder, plan, host);
}
async function signedSum(folder, plan, host) {
  const [checksumsName, bundleName] = proofNames(plan);
  const checksums = await host.files.readBytes(join14(folder, checksumsName), MAX_BYTES2);
  const bundle = await host.files.readText(join14(folder, bundleName), MAX_BYTES2);
  const trustedRoot = await readTrustedRoot(plan.trustedRootFile, host);
  const signedAt = await verify(plan, { bytes: checksums, bundle, trustedRoot });
  const ageMs = host.clock.now().getTime() - signedAt.getTime();
  if (ageMs < plan.minAgeMs) {
    throw new VerifyError(
      "trivy-signature-young",
      `Trivy ${plan.version} was signed on ${signedAt.toISOString()}, later than its list of releases says`,
      "Do not use this release yet. Name an exact version with --trivy-version."
    );
  }
  return sumInChecksums(new TextDecoder().decode(checksums), plan.asset, checksumsName);
}
async function verify({ version }, signed) {
  const { verifySignedBytes } = await import("./sigstore-V2MLEVKR.js");
  const identity = {
    subject: `https://github.com/aquasecurity/trivy/.github/workflows/reusable-release.yaml@refs/tags/v${version}`,
    issuer: "https://token.actions.githubusercontent.com"
  };
  try {
    return verifySignedBytes({ ...signed, identity });
  } catch (error) {
    throw new VerifyError(
      "trivy-signature",
      `The checksums of Trivy ${version} are not signed by its release workflow: ${errorMessage(error).slice(0, 300)}`,
      "Do not use this release. A version that is pinned here needs no signature; a sum that you trust goes into --trivy-sha256.",
      `wanted ${identity.subject} (${identity.issuer})`
    );
  }
}
async function readTrustedRoot(file, { files }) {
  if (file === null) {
    return null;
  }
  if ((await files.stat(file))?.kind !== "file") {
    throw new UsageError(
      "trivy-trusted-root",
      `--trivy-trusted-root: there is no file at ${file}`,
      "Give Sigstore's trusted_root.json, or leave the option out for the public one."
    );
  }
  return files.readText(file, MAX_BYTES2);
}
function proofNames({ version }) {
  const checksums = `trivy_${version}_checksums.txt`;
  return [checksums, `${checksums}.sigstore.json`];
}

// src/trivy/cached.ts
function slotOf(plan) {
  if (plan.binarySha256 !== null) {
    return { tool: "image-gate-trivy", version: plan.version, file: plan.executable };
  }
  const proof = plan.archiveSha256?.slice(0, 12) ?? "signed";
  return { tool: "image-gate-trivy-archive", version: `${plan.version}-${proof}`, file: plan.asset };
}
async function cachedTrivy(plan, host) {
  const slot = slotOf(plan);
  const folder = await host.toolCache.find(slot.tool, slot.version);
  if (folder === null) {
    return null;
  }
  const path = join15(folder, slot.file);
  if (!await isProven(path, folder, plan, host)) {
    host.log.warning(`Removed ${folder} from the tool cache: its content is not Trivy ${plan.version} as verified.`);
    await host.files.remove(folder);
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
async function isProven(path, folder, plan, host) {
  if ((await host.files.stat(path))?.kind !== "file") {
    return false;
  }
  try {
    const expected = plan.binarySha256 ?? plan.archiveSha256 ?? await signedSum(folder, plan, host);
    return await host.files.sha256(path) === expected;
  } catch (error) {
    host.log.debug(`${folder}: ${errorMessage(error)}`);
    return false;
  }
}
async function keepInCache(folders, plan, host) {
  const { tool, version } = slotOf(plan);
  try {
    await host.toolCache.add(plan.binarySha256 === null ? folders.archive : folders.executable, tool, version);
  } catch (error) {
    host.log.debug(`Trivy was not kept in the tool cache: ${errorMessage(error)}`);
  }
}

// src/trivy/choose-version.ts
var import_semver2 = __toESM(require_semver2(), 1);

// src/trivy/pinned-releases.ts
var PINNED_RELEASES = {
  "0.72.0": {
    "linux-x64": {
      archiveSha256: "bbb64b9695866ce4a7a8f5c9592002c5961cab378577fa3f8a040df362b9b2ea",
      binarySha256: null
    },
    "linux-arm64": {
      archiveSha256: "2ca2c023109c2db6b2b77366b6717291452d4531167377d95c79547f0c8e3467",
      binarySha256: null
    },
    "darwin-x64": {
      archiveSha256: "ee5e60df8a98e5b89fd74a6d86f9e5c7e9a266a35002cb1e43291698b3bfee08",
      binarySha256: null
    },
    "darwin-arm64": {
      archiveSha256: "88f208680dc05da2b459e19b4f5aa2b4dc7c2117892ba4aab2ae63baba330016",
      binarySha256: null
    },
    "win32-x64": {
      archiveSha256: "ed3cf122060f61818fe1f735fd97557954e16e10bc8b058af9852271cf2e91b3",
      binarySha256: null
    }
  },
  "0.73.0": {
    "linux-x64": {
      archiveSha256: "2edd39da482bb4e9831962487b68f68e3928ec3137794757f54d00383d79547b",
      binarySha256: null
    },
    "linux-arm64": {
      archiveSha256: "13833d97e8a1a5367471c372a173180157f593bece570e20d5d925fef552f5dd",
      binarySha256: null
    },
    "darwin-x64": {
      archiveSha256: "d39d1374dd3e35d48621b82df9b6625fe69f9920cc67d2739ed81bb679f16f51",
      binarySha256: null
    },
    "darwin-arm64": {
      archiveSha256: "80cc25faaf6378e37701202d0b4f9f43d9e413d198d594ba60fdf559fe44a683",
      binarySha256: null
    },
    "win32-x64": {
      archiveSha256: "d2d3ad5292aae470a03eb6506db86fce81b1894592b8451cadaf60eaa22f2025",
      binarySha256: null
    }
  },
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

// src/trivy/releases.ts
var DEFAULT_VERSION = "0.74.0";
var FLOOR_VERSION = "0.72.0";
var DEFAULT_DOWNLOAD_URL = "https://github.com/aquasecurity/trivy/releases/download";
var GITHUB_API = "https://api.github.com";
var RELEASE_LIST_URL = `${GITHUB_API}/repos/aquasecurity/trivy/releases?per_page=30`;
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
var RELEASE_PLATFORMS = Object.keys(PLATFORMS);
function assetName(version, platform) {
  const known = PLATFORMS[platform];
  return known === void 0 ? null : `trivy_${version}_${known.name}.${known.archive}`;
}
function pinnedAsset(version, platform) {
  const asset = assetName(version, platform);
  const sums = PINNED_RELEASES[version]?.[platform];
  return asset === null || sums === void 0 ? null : { asset, ...sums };
}
function pinnedVersions() {
  return Object.keys(PINNED_RELEASES);
}

// src/trivy/release-list.ts
var MAX_BYTES3 = 32 * 1024 * 1024;
async function listReleases(request, host) {
  const url = request.downloadUrl === DEFAULT_DOWNLOAD_URL ? RELEASE_LIST_URL : `${request.downloadUrl.replace(/\/+$/, "")}/releases.json`;
  const answer = await getList(url, request, host);
  if (answer.status !== 200) {
    throw failed(url, `the server answered ${answer.status}`);
  }
  return decodeReleases(new TextDecoder().decode(answer.body), shown(url));
}
async function getList(url, { timeoutMs, githubToken }, host) {
  const limits = { timeoutMs: Math.min(timeoutMs, 6e4), maxBytes: MAX_BYTES3 };
  const headers = tokenFor(url, githubToken, host);
  try {
    const answer = await host.http.get(url, { ...limits, headers });
    return answer.status === 401 && "authorization" in headers ? await host.http.get(url, limits) : answer;
  } catch (error) {
    throw failed(url, errorMessage(error));
  }
}
function tokenFor(url, token, { env }) {
  const isOurs = URL.parse(url)?.origin === GITHUB_API && (env.get("GITHUB_API_URL") ?? GITHUB_API) === GITHUB_API;
  return token !== null && isOurs ? { authorization: `Bearer ${token}` } : {};
}
var Release = object({
  tag_name: string().regex(/^v(?:\d{1,6}\.){2}\d{1,6}$/),
  published_at: iso_exports.datetime({ offset: true }),
  draft: literal(false).default(false),
  prerelease: literal(false).default(false)
});
function decodeReleases(text2, source) {
  const list2 = array(unknown()).max(1e3).safeParse(parseJson7(text2));
  if (!list2.success) {
    throw failed(source, "it is not a list of releases as GitHub gives it");
  }
  return list2.data.flatMap((entry) => {
    const release = Release.safeParse(entry).data;
    return release === void 0 ? [] : [{ version: release.tag_name.slice(1), publishedAt: new Date(release.published_at) }];
  });
}
function parseJson7(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}
function failed(url, reason) {
  return new VerifyError(
    "trivy-release-list",
    `The list of Trivy's releases could not be read from ${shown(url)}: ${reason}`,
    "Name an exact version with --trivy-version; with --trivy-download-url, keep releases.json beside the releases."
  );
}
function shown(url) {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.origin}${parsed.pathname}`;
}

// src/trivy/version.ts
var import_semver = __toESM(require_semver2(), 1);
var EXACT = /^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/;
var RANGE = /^[\d.x*^~<>=|][\d.x*^~<>=| -]{0,59}$/i;
function readVersionWish(text2) {
  if (EXACT.test(text2)) {
    return { kind: "exact", version: text2 };
  }
  if (text2 === "latest") {
    return { kind: "range", range: "*" };
  }
  if (!RANGE.test(text2) || import_semver.default.validRange(text2) === null) {
    throw new UsageError(
      "trivy-version",
      `Not a version of Trivy: ${JSON.stringify(text2.slice(0, 40))}`,
      `Give an exact version such as ${DEFAULT_VERSION}, a range such as ~${DEFAULT_VERSION}, or latest.`
    );
  }
  return { kind: "range", range: text2 };
}
function checkWantedVersion(text2, allowOld = false) {
  if (!EXACT.test(text2)) {
    throw new UsageError(
      "trivy-version",
      `Not a version of Trivy: ${JSON.stringify(text2.slice(0, 40))}`,
      `Give an exact version such as ${DEFAULT_VERSION}, without "v".`
    );
  }
  refuseDenied(text2);
  if (isBelowFloor(text2) && !allowOld) {
    throw new UsageError(
      "trivy-version-old",
      `Trivy ${text2} has known security holes; ${FLOOR_VERSION} is the oldest version that is installed`,
      `Take ${DEFAULT_VERSION}. Only if you must have ${text2}, say so with --allow-old-trivy.`
    );
  }
  return text2;
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
function isDenied(version) {
  return Object.hasOwn(DENIED_VERSIONS, version);
}
function isBelowFloor(version) {
  const known = import_semver.default.coerce(version);
  return known !== null && import_semver.default.lt(known, FLOOR_VERSION);
}

// src/trivy/choose-version.ts
async function chooseVersion(request, host) {
  const wish = readVersionWish(request.version);
  if (wish.kind === "exact") {
    return { version: checkWantedVersion(wish.version, request.allowOld), isChosen: false };
  }
  if (request.archiveSha256 !== null) {
    throw new UsageError(
      "trivy-sha256-range",
      `A sum belongs to one archive, and --trivy-version ${request.version} may be any of several`,
      "Give the exact version together with --trivy-sha256."
    );
  }
  try {
    const releases = await listReleases(request, host);
    const version = pickRelease(releases, wish.range, { ...request, now: host.clock.now() });
    host.log.info(`Trivy ${request.version} is ${version}.`);
    return { version, isChosen: true };
  } catch (error) {
    const pinned = import_semver2.default.maxSatisfying([...pinnedVersions()], wish.range);
    if (!(error instanceof VerifyError) || pinned === null) {
      throw error;
    }
    host.log.warning(
      `${error.message}. Trivy ${pinned} is used, the newest of ${request.version} that is pinned here.`
    );
    return { version: pinned, isChosen: false };
  }
}
var DAY_MS = 24 * 60 * 60 * 1e3;
function pickRelease(releases, range, limits) {
  const candidates2 = releases.filter(({ version }) => import_semver2.default.satisfies(version, range)).sort((a, b) => import_semver2.default.rcompare(a.version, b.version));
  const refusals = [];
  for (const release of candidates2) {
    const refusal = whyNot(release, limits);
    if (refusal === null) {
      return release.version;
    }
    refusals.push(`${release.version} ${refusal}`);
  }
  throw new UsageError(
    "trivy-version-none",
    refusals.length === 0 ? `There is no release of Trivy in the range ${range}` : `No release of Trivy in the range ${range} may be used: ${refusals.slice(0, 5).join("; ")}`,
    "Widen --trivy-version, name an exact version, or lower --trivy-min-age."
  );
}
function whyNot({ version, publishedAt }, { now, minAgeMs, allowOld }) {
  if (isDenied(version)) {
    return "is a known-bad release";
  }
  if (isBelowFloor(version) && !allowOld) {
    return `is older than ${FLOOR_VERSION} and has known security holes`;
  }
  const ageMs = now.getTime() - publishedAt.getTime();
  return ageMs >= minAgeMs ? null : `was published ${Math.max(0, Math.floor(ageMs / DAY_MS))} days ago, ${Math.ceil(minAgeMs / DAY_MS)} are asked for`;
}

// src/trivy/download.ts
var MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
async function downloadTrivy(plan, host) {
  return host.progress.phase(`Installing Trivy ${plan.version}`, async () => {
    const archiveFolder = await host.files.makeTempFolder();
    const executableFolder = await host.files.makeTempFolder();
    try {
      const expected = plan.archiveSha256 ?? await fetchSignedSum(archiveFolder, plan, host);
      const archive = await fetchAsset(plan.asset, archiveFolder, plan, MAX_ARCHIVE_BYTES, host);
      checkArchive(await host.files.sha256(archive), expected, plan);
      const executable = await extractExecutable(archive, executableFolder, plan, host);
      const sha256 = await host.files.sha256(executable);
      checkExecutable(sha256, plan);
      await keepInCache({ archive: archiveFolder, executable: executableFolder }, plan, host);
      const source = `${shownUrl(plan.releaseUrl)}/${plan.asset}, SHA-256 of the archive as ${plan.trust}`;
      return { path: executable, sha256, source };
    } catch (error) {
      await host.files.remove(executableFolder);
      throw error;
    } finally {
      await host.files.remove(archiveFolder);
    }
  });
}
function checkArchive(sum, expected, plan) {
  if (sum !== expected) {
    throw new VerifyError(
      "trivy-checksum",
      `${plan.asset} from ${shownUrl(plan.releaseUrl)} is not the ${plan.trust} release: its SHA-256 is ${sum}`,
      plan.trust === "given" ? "Do not use this file. Check the sum given with --trivy-sha256 and where the file comes from." : "Do not use this file. If a mirror repacks the releases on purpose, give the sum of its archive with --trivy-sha256.",
      `wanted ${expected}`
    );
  }
}
function checkExecutable(sum, plan) {
  if (plan.binarySha256 !== null && sum !== plan.binarySha256) {
    throw new VerifyError(
      "trivy-checksum",
      `The executable in ${plan.asset} is not the pinned one: its SHA-256 is ${sum}`,
      "Do not use this file, and report it to this project.",
      `wanted ${plan.binarySha256}`
    );
  }
}

// src/trivy/install-plan.ts
function planInstall(request, machine) {
  const version = checkWantedVersion(request.version, request.allowOld);
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
  const given = request.archiveSha256 === null ? null : checkSum(request.archiveSha256);
  const archiveSha256 = given ?? pinned?.archiveSha256 ?? null;
  const isPinned = pinned !== null && archiveSha256 === pinned.archiveSha256;
  return {
    version,
    asset,
    executable: machine.os === "win32" ? "trivy.exe" : "trivy",
    releaseUrl: releaseUrl(request.downloadUrl, version),
    archiveSha256,
    binarySha256: isPinned ? pinned.binarySha256 : null,
    trust: isPinned ? "pinned" : given === null ? "signed" : "given",
    minAgeMs: request.minAgeMs,
    trustedRootFile: request.trustedRootFile,
    timeoutMs: request.timeoutMs
  };
}
function checkSum(text2) {
  if (!/^[0-9a-f]{64}$/i.test(text2)) {
    throw new UsageError(
      "trivy-sha256",
      `Not a SHA-256: ${JSON.stringify(text2.slice(0, 80))}`,
      "Give the 64 hex digits of the SHA-256 of the archive with --trivy-sha256."
    );
  }
  return text2.toLowerCase();
}
function releaseUrl(base, version) {
  const url = URL.parse(base);
  if (url === null || url.protocol !== "https:" && url.protocol !== "http:" || url.search !== "" || url.hash !== "") {
    throw new UsageError(
      "trivy-download-url",
      "The download URL of Trivy is not a plain http or https URL",
      "Give a base such as https://mirror.example/trivy with --trivy-download-url."
    );
  }
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/v${version}`;
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
    patterns: [
      /fatal error: runtime: out of memory/,
      /cannot allocate memory/i,
      /fatal error: failed to reserve page summary memory/
    ],
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
    advice: "Run again later, or name another registry."
  },
  "registry-denied": {
    patterns: [/\bUNAUTHORIZED\b/, /\bDENIED\b/, /status code 40[13]/],
    message: "The registry refuses the download",
    advice: "Log in to this registry, or name one that can be read without."
  },
  "registry-not-found": {
    patterns: [/\b(?:MANIFEST|NAME|BLOB)_UNKNOWN\b/, /status code 404/],
    message: "The registry does not have what was asked for",
    advice: "Check the repository and its tag."
  },
  "platform-missing": {
    patterns: [/no child with platform/],
    message: "The image is not there for the platform that was asked for",
    advice: "Build or pull it for this platform, or change --platform."
  },
  "image-not-found": {
    patterns: [
      /unable to open .* as an? (?:Docker|OCI) image/i,
      /no such file or directory/,
      /unable to find the specified image/,
      /could not parse reference/
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
    advice: "Check the registry, or name another one."
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
  const text2 = run.stderr.replace(/^.*\t(?:DEBUG|INFO|WARN)\t.*$/gm, "");
  const categories = Object.keys(FAILURES).filter(isCategory);
  const found = categories.find((category) => FAILURES[category].patterns.some((pattern) => pattern.test(text2)));
  return found ?? (run.signal === null ? "unknown" : "crash");
}
function isCategory(text2) {
  return Object.hasOwn(FAILURES, text2);
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

// src/trivy/workspace.ts
import { join as join16 } from "node:path";
async function withWorkspace(host, work) {
  const folder = await host.files.makeTempFolder();
  try {
    return await work(await makeWorkspace(folder, host));
  } finally {
    await host.files.remove(folder);
  }
}
async function makeWorkspace(folder, host) {
  const [cwd, home, temp] = [join16(folder, "work"), join16(folder, "home"), join16(folder, "tmp")];
  for (const path of [cwd, home, temp]) {
    await host.files.makeFolder(path);
  }
  const configFile = join16(folder, "trivy.yaml");
  const ignoreFile = join16(folder, "ignore");
  const secretConfigFile = join16(folder, "secret.yaml");
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
      // Empty: whatever Trivy would fetch, it has no login for it.
      DOCKER_CONFIG: home,
      USERPROFILE: home,
      TMPDIR: temp,
      TEMP: temp,
      TMP: temp
    }
  };
}
var PASSED_ON = ["PATH", "SystemRoot"];

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
  const { version, isChosen } = await chooseVersion(request, host);
  const plan = planInstall({ ...request, version, minAgeMs: isChosen ? request.minAgeMs : 0 }, host.machine);
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

// src/trivy/java-database.ts
import { join as join17 } from "node:path";
var OVERDUE_MS = 14 * 24 * 60 * 60 * 1e3;
function prepareJavaDatabase(settings, host) {
  return obtainDatabase(JAVA_DATABASE, { ...settings, maxAgeMs: null }, host);
}
async function forgetOldJavaDatabase({ cacheDir }, host) {
  const folder = join17(cacheDir, JAVA_DATABASE.folder);
  if (await host.files.stat(folder) === null) {
    return;
  }
  const metadata = await inspectDatabase(JAVA_DATABASE, folder, folder, null, host).catch(() => null);
  const due = metadata === null ? 0 : Date.parse(metadata.nextUpdate ?? metadata.updatedAt ?? "");
  if (metadata === null || host.clock.now().getTime() > due + OVERDUE_MS) {
    host.log.debug(`Removed ${folder}: it is damaged or long overdue.`);
    await host.files.remove(folder);
  }
}

// src/trivy/report-schema.ts
var list = (item) => array(item).nullish().transform((items) => items ?? []);
var text = string().optional().transform((value) => value === void 0 || value === "" ? null : value);
var severity = _enum(["UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL"]).default("UNKNOWN").transform((word) => LOWER[word]);
var LOWER = { UNKNOWN: "unknown", LOW: "low", MEDIUM: "medium", HIGH: "high", CRITICAL: "critical" };
var layer = object({ DiffID: text }).optional().transform((value) => value?.DiffID ?? null);
var vulnerability = object({
  VulnerabilityID: string().min(1),
  VendorIDs: list(string()),
  PkgName: string(),
  PkgPath: text,
  PkgIdentifier: object({ PURL: text }).optional(),
  InstalledVersion: string().default(""),
  FixedVersion: text,
  Status: string().default("unknown"),
  Layer: layer,
  Severity: severity,
  SeveritySource: text,
  PrimaryURL: text,
  Title: text,
  CweIDs: list(string()),
  PublishedDate: text
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
  PkgName: text,
  FilePath: text
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
    ImageID: text,
    ImageConfig: object({ os: string(), architecture: string(), variant: text })
  }),
  Results: list(result)
});

// src/trivy/decode-report.ts
function decodeTrivyReport(text2, source) {
  const json = parse(text2, source);
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
function parse(text2, source) {
  try {
    return JSON.parse(text2);
  } catch {
    throw new VerifyError(
      "trivy-report-json",
      `${source}: the report is not whole JSON (${text2.length} characters)`,
      "Check that the disk is not full, and run again."
    );
  }
}
function firstPlace(error) {
  return error.issues[0]?.path.map(String).join(".") || "the top";
}

// src/trivy/scan-args.ts
var WITHOUT_NETWORK_EXTRAS = ["--disable-telemetry", "--skip-version-check", "--no-progress"];
var TRIVY_TIMEOUT_OFF = ["--timeout=24h"];
function scanArgs(scan, workspace, cache) {
  return [
    "image",
    `--input=${scan.input}`,
    `--output=${scan.reportFile}`,
    "--format=json",
    `--scanners=${scan.scanners.join(",")}`,
    "--list-all-pkgs",
    "--show-suppressed",
    `--config=${workspace.configFile}`,
    `--ignorefile=${workspace.ignoreFile}`,
    `--secret-config=${workspace.secretConfigFile}`,
    `--cache-dir=${scan.cacheDir}`,
    `--cache-backend=${cache}`,
    "--skip-db-update",
    "--skip-java-db-update",
    "--skip-check-update",
    "--skip-vex-repo-update",
    "--offline-scan",
    ...WITHOUT_NETWORK_EXTRAS,
    ...TRIVY_TIMEOUT_OFF
  ];
}

// src/trivy/scan-cache.ts
import { join as join18 } from "node:path";
async function dropForeignScanCache(cacheDir, { files, log }) {
  const mark = await files.mark(databaseIn(cacheDir));
  if (mark === null) {
    return;
  }
  const seal = sealIn(cacheDir);
  const sealed = (await files.stat(seal))?.kind === "file" ? await files.readText(seal, MAX_BYTES4).catch(() => "") : "";
  if (sealed !== mark) {
    log.debug(`Removed the scan cache in ${cacheDir}: it is not as the last run has left it.`);
    await files.remove(join18(cacheDir, FOLDER));
  }
}
async function sealScanCache(cacheDir, { files }) {
  const mark = await files.mark(databaseIn(cacheDir));
  if (mark !== null) {
    await files.writeText(sealIn(cacheDir), mark);
  }
}
var FOLDER = "fanal";
var MAX_BYTES4 = 4096;
function databaseIn(cacheDir) {
  return join18(cacheDir, FOLDER, "fanal.db");
}
function sealIn(cacheDir) {
  return join18(cacheDir, FOLDER, "image-gate.mark");
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
    const run = await scanWithJava(trivy, request, workspace, host);
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
async function scanWithJava(trivy, request, workspace, host) {
  const run = await scanOnce(trivy, request, workspace, host);
  const { fetchJavaDatabase } = request;
  if (run.exitCode !== 0 && fetchJavaDatabase !== null && categorise(run) === "java-database") {
    await fetchJavaDatabase();
    return succeeded(await scanOnce(trivy, request, workspace, host), request, host);
  }
  return succeeded(run, request, host);
}
async function succeeded(run, request, host) {
  if (run.exitCode !== 0) {
    await host.files.remove(request.reportFile);
    throw trivyFailure(run, `scan of ${request.input}`);
  }
  return run;
}
async function scanOnce(trivy, request, workspace, host) {
  const scanWith = async (cache) => {
    await host.files.remove(request.reportFile);
    return runTrivy(trivy.path, scanArgs(request, workspace, cache), request.timeoutMs, workspace, host);
  };
  await dropForeignScanCache(request.cacheDir, host);
  let run = await scanWith("fs");
  if (run.exitCode !== 0 && categorise(run) === "cache-locked") {
    host.log.debug("The scan cache is in use by another process; scanning without it.");
    run = await scanWith("memory");
  } else {
    await sealScanCache(request.cacheDir, host);
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
  const cacheDir = resolve3(settings.workingDirectory, settings.trivyCacheDir ?? join19(cacheFolder, "trivy"));
  const located = (path) => path === null ? null : resolve3(settings.workingDirectory, path);
  try {
    const trivy = await host.progress.phase(
      `Finding Trivy ${settings.trivyVersion}`,
      () => findTrivy(
        {
          trivyPath: located(settings.trivyPath),
          version: settings.trivyVersion,
          downloadUrl: settings.trivyDownloadUrl,
          archiveSha256: settings.trivySha256,
          minAgeMs: settings.trivyMinAge,
          allowOld: settings.allowOldTrivy,
          trustedRootFile: located(settings.trivyTrustedRoot),
          githubToken: settings.token,
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
  const scan = (trivyInput, platform) => scanOne(trivy, settings, cacheDir, trivyInput, platform, host);
  if (!settings.scanners.includes("vuln")) return { facts, problems: [], scan };
  try {
    const database = await host.progress.phase(
      "Preparing the advisory database",
      () => prepareDatabase(databaseSettings(settings, cacheDir, settings.dbRepository), host)
    );
    return { facts: { ...facts, database }, problems: [], scan };
  } catch (error) {
    host.log.debug(detailOf(error));
    return { facts, problems: [toProblem(error)], scan: notReady };
  }
}
function databaseSettings({ skipDbUpdate, maxDbAge, workingDirectory, timeout }, cacheDir, repositories) {
  return {
    cacheDir,
    skipUpdate: skipDbUpdate,
    maxAgeMs: maxDbAge,
    repositories,
    workingDirectory: resolve3(workingDirectory),
    timeoutMs: timeout
  };
}
async function scanOne(trivy, settings, cacheDir, input, platform, host) {
  const folder = await host.files.makeTempFolder();
  const java = databaseSettings(settings, cacheDir, settings.javaDbRepository);
  try {
    if (!settings.skipDbUpdate) await forgetOldJavaDatabase(java, host);
    const evidence = await scanImage(
      trivy,
      {
        input,
        reportFile: join19(folder, "trivy.json"),
        scanners: settings.scanners,
        cacheDir,
        fetchJavaDatabase: settings.skipDbUpdate ? null : () => prepareJavaDatabase(java, host),
        timeoutMs: settings.timeout,
        expectedPlatform: platform
      },
      host
    );
    return { evidence, problems: assessScan(evidence, settings.scanners, platform) };
  } catch (error) {
    if (error instanceof VerifyError && error.detail !== "") host.log.info(error.detail);
    host.log.debug(detailOf(error));
    return { evidence: null, problems: [toProblem(error)] };
  } finally {
    await host.files.remove(folder);
  }
}

// src/commands/check.ts
async function check(asked, surroundings, host) {
  const startedAt = host.clock.now().toISOString();
  const { settings } = asked;
  const policy = policyOf(settings, asked.policyFile);
  const planned = await planSubjects(asked, host);
  const shared = {
    bases: createBaseResolver(asked, surroundings.cacheFolder, host),
    images: new ImageRun(
      planned.flatMap(({ image }) => image ?? []),
      host,
      { folder: join20(surroundings.cacheFolder, "images"), mayStore: mayKeep }
    ),
    repository: repositoryReader(settings.workingDirectory, host)
  };
  const gathered = await gatherAll(planned, (one) => gather(one, settings, shared, host));
  const hasImages = gathered.some(({ trivyInput }) => trivyInput !== null);
  const scanner = await prepareScanner(settings, hasImages, surroundings.cacheFolder, host);
  if (scanner.scan !== null) {
    for (const [index2, one] of gathered.entries()) gathered[index2] = await addScan(one, scanner.scan, host);
  }
  const tracked = gathered[0]?.evidence.repository?.files ?? null;
  const lockFiles = hasImages ? await readLockFiles(tracked, settings.workingDirectory, host.files) : /* @__PURE__ */ new Map();
  const cases = judgeAll(
    gathered,
    { named: surroundings.workflow, lockFiles },
    { ...policy, today: startedAt.slice(0, 10) }
  );
  return decide(cases, { startedAt, scanner: scanner.facts, problems: scanner.problems }, policy, {
    waivers: asked.policyFile?.waivers ?? [],
    baseline: null,
    now: startedAt,
    notices: []
  });
}
var SIDE_BY_SIDE = 16;
async function gatherAll(planned, gatherOne) {
  const width = planned.some(({ image }) => image !== null) ? 1 : SIDE_BY_SIDE;
  const gathered = [];
  for (let start = 0; start < planned.length; start += width) {
    gathered.push(...await Promise.all(planned.slice(start, start + width).map(gatherOne)));
  }
  return gathered;
}
var ALIASES = new Map(RULES.map(({ id, aliases }) => [id, aliases]));
function judgeAll(gathered, places, policy) {
  const subjects = nameSubjects(gathered);
  return gathered.flatMap(({ evidence, problems, transport }, index2) => {
    const subject = subjects[index2];
    if (subject === void 0) return [];
    const checks = evidence.dockerfile === null && evidence.image === null ? [] : checkRules(evidence, policyFor(policy, transport));
    return [
      {
        subject,
        evidence,
        checks,
        faults: faultsOf(subject, evidence, checks, { ...places, aliases: ALIASES }),
        problems
      }
    ];
  });
}
function policyFor(policy, transport) {
  return policy.transport === "auto" && transport !== null ? { ...policy, transport } : policy;
}
export {
  check
};
