import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  require_tar_stream
} from "./chunk-2C443SG6.js";
import {
  createSession,
  originOf
} from "./chunk-QMQSBEMZ.js";
import {
  iso_exports
} from "./chunk-BKIBT72L.js";
import {
  onceFor
} from "./chunk-GOS64WHV.js";
import {
  HttpError
} from "./chunk-FTFZE2SS.js";
import {
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
} from "./chunk-TLC47LVR.js";
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
} from "./chunk-LQLOOPP6.js";
import {
  UsageError,
  VerifyError,
  detailOf,
  toProblem
} from "./chunk-3OE5NGK7.js";
import {
  errorCode,
  errorMessage
} from "./chunk-UM53JYGR.js";
import {
  __commonJS,
  __toESM
} from "./chunk-O5CCVBBB.js";

// node_modules/semver/functions/valid.js
var require_valid2 = __commonJS({
  "node_modules/semver/functions/valid.js"(exports, module) {
    "use strict";
    var parse = require_parse();
    var valid = (version, options) => {
      const v = parse(version, options);
      return v ? v.version : null;
    };
    module.exports = valid;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports, module) {
    "use strict";
    var parse = require_parse();
    var clean = (version, options) => {
      const s = parse(version.trim().replace(/^[=v]+/, ""), options);
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
    var parse = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse(version1, null, true);
      const v2 = parse(version2, null, true);
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
    var parse = require_parse();
    var prerelease = (version, options) => {
      const parsed = parse(version, options);
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
    var parse = require_parse();
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
      return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports, module) {
    "use strict";
    var parse = require_parse();
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
      return parse(versionStringToParse, options);
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
    var parse = require_parse();
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
      parse,
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

// src/commands/scanner.ts
import { join as join18, resolve as resolve2 } from "node:path";

// src/trivy/platform.ts
function platformText(config) {
  return [config.os, config.architecture, ...config.variant === null ? [] : [config.variant]].join("/");
}
function samePlatform(a, b) {
  return normalised(a) === normalised(b);
}
var ARCHITECTURES = /* @__PURE__ */ new Map([
  ["x86_64", "amd64"],
  ["x86-64", "amd64"],
  ["aarch64", "arm64"],
  ["i386", "386"],
  ["armhf", "arm"]
]);
var IMPLIED_VARIANTS = /* @__PURE__ */ new Map([
  ["arm64", "v8"],
  ["arm", "v7"],
  ["amd64", "v1"]
]);
function normalised(platform) {
  const [os = "", name = "", variant] = platform.toLowerCase().split("/");
  const architecture = ARCHITECTURES.get(name) ?? name;
  return [os, architecture, variant ?? IMPLIED_VARIANTS.get(architecture) ?? ""].join("/");
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
import { join as join8 } from "node:path";

// src/trivy/database/inspect.ts
import { join } from "node:path";

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
  for (let index = start; index < start + length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(index))) * 0x100000001b3n);
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
  const file = join(folder, kind.file);
  const metadataFile = join(folder, METADATA);
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
  const metadata = decodeMetadata(await files.readText(metadataFile, 64 * 1024), kind, join(shown2, METADATA));
  checkAge(metadata, join(shown2, METADATA), clock.now(), maxAgeMs);
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
import { join as join7, resolve } from "node:path";

// src/trivy/oci/layout.ts
import { createHash } from "node:crypto";
import { join as join2 } from "node:path";
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
      const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
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
  return join2(folder, "blobs", "sha256", digest.replace("sha256:", ""));
}
async function digestInIndex({ folder, tag, text: text2 }, defaultName, files) {
  const path = join2(folder, "index.json");
  if ((await files.stat(path))?.kind !== "file") {
    throw missing(text2, "there is no index.json");
  }
  const index = Index.safeParse(parseJson2(await files.readText(path, MAX_BYTES)));
  if (!index.success) {
    throw missing(text2, "index.json cannot be read");
  }
  const { manifests } = index.data;
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
    origin: originOf(isDockerHub ? "docker.io" : registry),
    repository: isDockerHub && !repository.includes("/") ? `library/${repository}` : repository,
    tag,
    digest
  };
}

// src/trivy/oci/registry.ts
import { createHash as createHash2 } from "node:crypto";

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
  const session = createSession(reference, timeLeftMs, { refused: refusedBy, unreachable }, host);
  return {
    name: text2,
    manifest: async () => {
      const url = `${base}/manifests/${digest ?? tag ?? defaultTag}`;
      const what = `manifest of ${text2}`;
      const { body } = await session.get(url, { headers: { accept: ACCEPT }, maxBytes: MAX_MANIFEST_BYTES }, what);
      const actual = `sha256:${createHash2("sha256").update(body).digest("hex")}`;
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

// src/trivy/database/bundle.ts
import { join as join3 } from "node:path";
function bundleFolder(cacheDir) {
  return join3(cacheDir, "bundle");
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
  await files.makeFolder(join3(folder, "blobs", "sha256"));
  for (const { digest, file } of blobs) {
    await files.rename(file, blobPath(folder, digest));
  }
  await files.writeText(blobPath(folder, manifest.digest), new TextDecoder().decode(manifest.bytes));
  await files.writeText(join3(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}\n');
  const others = (await readIndex(folder, files)).filter(({ annotations }) => annotations?.[REF_NAME] !== kind.folder);
  const ours = {
    mediaType: decoded.mediaType,
    digest: manifest.digest,
    size: manifest.bytes.length,
    annotations: { [REF_NAME]: kind.folder }
  };
  const index = {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.index.v1+json",
    manifests: [...others, ours]
  };
  await files.writeText(join3(folder, "index.json"), `${JSON.stringify(index, null, 2)}
`);
  await removeUnnamed(folder, index.manifests, files);
}
async function readIndex(folder, files) {
  const path = join3(folder, "index.json");
  if ((await files.stat(path))?.kind !== "file") {
    return [];
  }
  const index = Index2.safeParse(parseJson3(await files.readText(path, 1024 * 1024)));
  return index.data?.manifests ?? [];
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
  for (const name of await files.list(join3(folder, "blobs", "sha256"))) {
    if (!named.has(`sha256:${name}`)) {
      await files.remove(join3(folder, "blobs", "sha256", name));
    }
  }
}
function parseJson3(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/trivy/database/fetch.ts
import { randomUUID } from "node:crypto";
import { join as join6 } from "node:path";

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
  const decoded = Manifest.safeParse(parseJson4(bytes));
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
function parseJson4(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

// src/trivy/database/record.ts
import { join as join4 } from "node:path";
var RECORD = "image-gate.json";
var Stored = object({
  repository: string(),
  manifest: string(),
  layer: string(),
  marks: string()
});
async function readRecord(kind, cacheDir, files) {
  const path = join4(cacheDir, kind.folder, RECORD);
  if ((await files.stat(path))?.kind !== "file") {
    return null;
  }
  const stored = Stored.safeParse(parseJson5(await files.readText(path, 64 * 1024))).data;
  return stored === void 0 || stored.marks !== await marks(kind, cacheDir, files) ? null : stored;
}
async function writeRecord(kind, cacheDir, record2, files) {
  const stored = { ...record2, marks: await marks(kind, cacheDir, files) };
  await files.writeText(join4(cacheDir, kind.folder, RECORD), `${JSON.stringify(stored, null, 2)}
`);
}
async function marks({ folder, file }, cacheDir, files) {
  const paths = [file, METADATA].map((name) => join4(cacheDir, folder, name));
  return (await Promise.all(paths.map((path) => files.mark(path)))).join(" ");
}
function parseJson5(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/trivy/database/unpack.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { join as join5 } from "node:path";
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
      await files.save(join5(folder, name), bytesOf(entry));
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
var MAX_CONFIG_BYTES = 64 * 1024;
async function fetchDatabase(kind, source, { cacheDir, maxAgeMs, keep }, host) {
  const { files } = host;
  const manifest = await source.manifest();
  const { digest } = manifest;
  const decoded = decodeManifest(manifest.bytes, kind.layerType, source.name);
  const record2 = { repository: source.name, manifest: digest, layer: decoded.layer.digest };
  const folder = join6(cacheDir, kind.folder);
  if ((await readRecord(kind, cacheDir, files))?.layer === decoded.layer.digest) {
    const metadata = await inspectDatabase(kind, folder, folder, maxAgeMs, host).catch(() => null);
    if (metadata !== null) {
      await writeRecord(kind, cacheDir, record2, files);
      return { metadata, digest };
    }
  }
  const draft = join6(cacheDir, `${DRAFT}${randomUUID()}`);
  await files.makeFolder(draft);
  try {
    const known = await blobInBundle(cacheDir, decoded.layer, files);
    const layer2 = known ?? await download(kind, source, decoded.layer, join6(draft, "layer"), files);
    await unpackDatabase(kind, layer2, draft, source.name, host);
    const metadata = await inspectDatabase(kind, draft, source.name, maxAgeMs, host);
    await files.makeFolder(folder);
    for (const name of [kind.file, METADATA]) {
      await files.rename(join6(draft, name), join6(folder, name));
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
    const configFile = join6(draft, "config");
    if (config.size > MAX_CONFIG_BYTES) return;
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
  const lock = join7(settings.cacheDir, ".image-gate.lock");
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
    const folder2 = resolve(workingDirectory, reference.folder);
    return layoutSource({ ...reference, folder: folder2 }, kind.folder, host);
  }
  const source = registrySource(reference, kind.defaultTag, timeLeftMs, host);
  const { digest, text: text2 } = reference;
  const folder = bundleFolder(cacheDir);
  const isKept = digest !== null && await host.files.stat(blobPath(folder, digest)) !== null;
  return isKept ? { ...source, manifest: layoutSource({ kind: "layout", text: text2, folder, tag: null, digest }, "", host).manifest } : source;
}
async function usable(kind, { repository, manifest }, { cacheDir, maxAgeMs }, host) {
  const folder = join7(cacheDir, kind.folder);
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
    await files.remove(join7(cacheDir, name));
  }
}

// src/trivy/database.ts
async function prepareDatabase(settings, host) {
  if (!settings.skipUpdate) {
    return obtainDatabase(VULNERABILITY_DATABASE, settings, host);
  }
  const folder = join8(settings.cacheDir, VULNERABILITY_DATABASE.folder);
  const { updatedAt } = await inspectDatabase(VULNERABILITY_DATABASE, folder, folder, settings.maxAgeMs, host);
  return { updatedAt, source: `${settings.cacheDir}, not updated` };
}

// src/trivy/cached.ts
import { join as join12 } from "node:path";

// src/trivy/extract.ts
var import_tar_stream2 = __toESM(require_tar_stream(), 1);
import { join as join9 } from "node:path";
import { pipeline as pipeline2 } from "node:stream/promises";
import { createGunzip as createGunzip2 } from "node:zlib";
var MAX_EXECUTABLE_BYTES = 1024 ** 3;
async function extractExecutable(archive, folder, plan, host) {
  const target = join9(folder, plan.executable);
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
  const tar = join9(env["SystemRoot"] ?? "C:\\Windows", "System32", "tar.exe");
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
import { join as join11 } from "node:path";

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
import { join as join10 } from "node:path";
async function fetchAsset(name, folder, plan, maxBytes, host) {
  const file = join10(folder, name);
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
  const checksums = await host.files.readBytes(join11(folder, checksumsName), MAX_BYTES2);
  const bundle = await host.files.readText(join11(folder, bundleName), MAX_BYTES2);
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
  const { verifySignedBytes } = await import("./sigstore-NM6LEIXU.js");
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
  const path = join12(folder, slot.file);
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
  const list2 = array(unknown()).max(1e3).safeParse(parseJson6(text2));
  if (!list2.success) {
    throw failed(source, "it is not a list of releases as GitHub gives it");
  }
  return list2.data.flatMap((entry) => {
    const release = Release.safeParse(entry).data;
    return release === void 0 ? [] : [{ version: release.tag_name.slice(1), publishedAt: new Date(release.published_at) }];
  });
}
function parseJson6(text2) {
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
  const candidates = releases.filter(({ version }) => import_semver2.default.satisfies(version, range)).sort((a, b) => import_semver2.default.rcompare(a.version, b.version));
  const refusals = [];
  for (const release of candidates) {
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
async function runTrivy(path, args, timeoutMs, workspace, host, signal) {
  const argv = [path, ...args];
  host.log.debug(`run: ${argv.join(" ")}`);
  try {
    const result2 = await host.exec.run(path, args, {
      cwd: workspace.cwd,
      env: workspace.env,
      timeoutMs,
      signal,
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
import { join as join13 } from "node:path";
async function withWorkspace(host, work) {
  const folder = await host.files.makeTempFolder();
  try {
    return await work(await makeWorkspace(folder, host));
  } finally {
    await host.files.remove(folder);
  }
}
async function makeWorkspace(folder, host) {
  const [cwd, home, temp] = [join13(folder, "work"), join13(folder, "home"), join13(folder, "tmp")];
  const configFile = join13(folder, "trivy.yaml");
  const ignoreFile = join13(folder, "ignore");
  const secretConfigFile = join13(folder, "secret.yaml");
  await Promise.all([
    ...[cwd, home, temp].map((path) => host.files.makeFolder(path)),
    host.files.writeText(configFile, ""),
    host.files.writeText(ignoreFile, ""),
    // Trivy cannot decode an empty file here; an empty object leaves all its built-in secret rules on.
    host.files.writeText(secretConfigFile, "{}\n")
  ]);
  return {
    cwd,
    configFile,
    ignoreFile,
    secretConfigFile,
    env: {
      ...host.env.pick(PASSED_ON),
      ...goRuntime(host.machine.memory),
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
function goRuntime(memory) {
  return { GOGC: "400", GOMEMLIMIT: `${Math.floor(memory / 2)}` };
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
  const [sha256, version] = await Promise.all([host.files.sha256(path), reportedVersion(path, timeoutMs, host)]);
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
import { join as join14 } from "node:path";
var OVERDUE_MS = 14 * 24 * 60 * 60 * 1e3;
function prepareJavaDatabase(settings, host) {
  return obtainDatabase(JAVA_DATABASE, { ...settings, maxAgeMs: null }, host);
}
async function forgetOldJavaDatabase({ cacheDir }, host) {
  const folder = join14(cacheDir, JAVA_DATABASE.folder);
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

// src/trivy/sbom.ts
import { join as join15 } from "node:path";

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
function convertArgs(reportFile, output, kind, workspace) {
  return [
    "convert",
    `--format=${kind === "spdx" ? "spdx-json" : kind}`,
    `--output=${output}`,
    `--config=${workspace.configFile}`,
    `--ignorefile=${workspace.ignoreFile}`,
    "--quiet",
    ...TRIVY_TIMEOUT_OFF,
    reportFile
  ];
}
function sbomArgs(scan, workspace) {
  return [
    "sbom",
    `--output=${scan.reportFile}`,
    "--format=json",
    "--scanners=vuln",
    "--list-all-pkgs",
    "--show-suppressed",
    `--config=${workspace.configFile}`,
    `--ignorefile=${workspace.ignoreFile}`,
    `--cache-dir=${scan.cacheDir}`,
    "--cache-backend=memory",
    "--skip-db-update",
    "--skip-java-db-update",
    "--skip-vex-repo-update",
    "--offline-scan",
    ...WITHOUT_NETWORK_EXTRAS,
    ...TRIVY_TIMEOUT_OFF,
    scan.input
  ];
}

// src/trivy/sbom.ts
var MAX_SBOM_BYTES = 128 * 1024 * 1024;
async function sbomOf(trivy, packagesFile, kind, timeoutMs, host) {
  return withWorkspace(host, async (workspace) => {
    const output = join15(workspace.cwd, "sbom.json");
    const run = await runTrivy(
      trivy.path,
      convertArgs(packagesFile, output, kind, workspace),
      timeoutMs,
      workspace,
      host
    );
    if (run.exitCode !== 0) throw trivyFailure(run, "bill of materials");
    const found = await host.files.stat(output);
    if (found?.kind !== "file" || found.size === 0 || found.size > MAX_SBOM_BYTES) {
      throw new VerifyError(
        "sbom-not-made",
        `Trivy made no usable bill of materials (${found === null ? "no file" : `${found.size} bytes`})`,
        "Run again with --debug to see what Trivy says, or leave it out with --sbom none.",
        describeRun(run)
      );
    }
    return host.files.readText(output, MAX_SBOM_BYTES);
  });
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
  Type: string().default(""),
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
var SbomReport = object({
  ...Report.shape,
  ArtifactType: literal("cyclonedx"),
  Metadata: Report.shape.Metadata.omit({ ImageConfig: true })
});

// src/trivy/decode-report.ts
function decodeTrivyReport(json, source) {
  return decode(Report, json, source);
}
function decodeSbomReport(json, source) {
  return decode(SbomReport, json, source);
}
function decode(shape, json, source) {
  const version = SchemaVersion.safeParse(json).data?.SchemaVersion;
  if (version !== SUPPORTED_SCHEMA) {
    throw new VerifyError(
      "trivy-report-schema",
      `${source}: the report has schema version ${version ?? "none"}; this gate reads version ${SUPPORTED_SCHEMA}`,
      "Use the default version of Trivy, or a newer version of this gate."
    );
  }
  const decoded = shape.safeParse(json);
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
function parseReport(text2, source) {
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

// src/trivy/package-report.ts
var any = unknown().optional();
var Part = object({
  SchemaVersion: number(),
  Trivy: any,
  ReportID: any,
  CreatedAt: any,
  Metadata: object({ Size: any, OS: any, ImageID: any, DiffIDs: any }),
  Results: array(object({ Target: any, Class: any, Type: any, Packages: any })).nullish()
});
var WITH_PACKAGES = /* @__PURE__ */ new Set(["os-pkgs", "lang-pkgs"]);
function packageReport(json, name) {
  const { Results: results, ...report } = Part.parse(json);
  return JSON.stringify({
    ...report,
    ArtifactName: name,
    ArtifactType: "container_image",
    Results: (results ?? []).filter(({ Class: kind }) => WITH_PACKAGES.has(kind))
  });
}

// src/trivy/scan-cache.ts
import { join as join16 } from "node:path";
async function dropForeignScanCache(cacheDir, { files, log }) {
  const mark = await files.mark(databaseIn(cacheDir));
  if (mark === null) {
    return;
  }
  const seal = sealIn(cacheDir);
  const sealed = (await files.stat(seal))?.kind === "file" ? await files.readText(seal, MAX_BYTES4).catch(() => "") : "";
  if (sealed !== mark) {
    log.debug(`Removed the scan cache in ${cacheDir}: it is not as the last run has left it.`);
    await files.remove(join16(cacheDir, FOLDER));
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
  return join16(cacheDir, FOLDER, "fanal.db");
}
function sealIn(cacheDir) {
  return join16(cacheDir, FOLDER, "image-gate.mark");
}

// src/trivy/to-scan-evidence.ts
function toScanEvidence(report) {
  return {
    ...toPackageEvidence(report, platformText(report.Metadata.ImageConfig)),
    secrets: report.Results.flatMap((result2) => secretsOf(result2, report.ArtifactName)),
    licenses: report.Results.flatMap(licensesOf)
  };
}
function toPackageEvidence(report, platform) {
  const { OS: os } = report.Metadata;
  return {
    trivyVersion: report.Trivy?.Version ?? "unknown",
    os: os === void 0 ? null : { family: os.Family, name: os.Name, endOfLife: os.EOSL },
    platform,
    osPackages: countPackages(report, "os-pkgs"),
    languagePackages: countPackages(report, "lang-pkgs"),
    advisories: report.Results.flatMap(advisoriesOf),
    secrets: [],
    licenses: []
  };
}
function countPackages(report, kind) {
  return report.Results.filter((result2) => result2.Class === kind).reduce(
    (sum, { Packages }) => sum + Packages.length,
    0
  );
}
function advisoriesOf(result2) {
  const file = fileOf(result2);
  return result2.Vulnerabilities.map((found) => advisoryOf(found, result2.Class === "os-pkgs" ? "os" : "language", file));
}
var TITLES = {
  "python-pkg": "Python",
  "conda-pkg": "Conda",
  gemspec: "Ruby",
  "node-pkg": "Node.js",
  jar: "Java",
  kubernetes: "Kubernetes"
};
function fileOf({ Class: kind, Type: type, Target: target }) {
  const isTitle = Object.hasOwn(TITLES, type) && TITLES[type] === target;
  return kind !== "lang-pkgs" || isTitle || target === "" ? null : target;
}
function advisoryOf(found, kind, file) {
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
    path: (found.PkgPath ?? file)?.replace(/^\/+/, "") ?? null,
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
    const text2 = await readReport(request, run, host);
    const source = `Trivy's report on ${request.input}`;
    const report = parseReport(text2, source);
    const evidence = {
      ...toScanEvidence(decodeTrivyReport(report, source)),
      osVersionKnown: !VERSION_UNKNOWN.test(run.stderr)
    };
    const problem = platformProblem(evidence, await request.expectedPlatform);
    if (problem !== null) {
      throw new VerifyError(problem.code, problem.message, problem.advice);
    }
    const { packages } = request;
    if (packages) {
      await host.files.writeText(packages.file, packageReport(report, packages.name));
      packages.onWritten?.();
    }
    return evidence;
  });
}
var VERSION_UNKNOWN = /\tWARN\tThis OS version is not on the EOL list/;
async function scanWithJava(trivy, request, workspace, host) {
  const run = await scanOnce(trivy, request, workspace, host);
  const { fetchJavaDatabase } = request;
  const isWanted = request.signal?.aborted !== true;
  if (isWanted && run.exitCode !== 0 && fetchJavaDatabase !== null && categorise(run) === "java-database") {
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
    return runTrivy(
      trivy.path,
      scanArgs(request, workspace, cache),
      request.timeoutMs,
      workspace,
      host,
      request.signal
    );
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

// src/trivy/scan-sbom.ts
import { join as join17 } from "node:path";
var MAX_REPORT_BYTES2 = 256 * 1024 * 1024;
async function scanSbom(trivy, request, host) {
  return withWorkspace(host, async (workspace) => {
    const input = join17(workspace.cwd, "sbom.cdx.json");
    const output = join17(workspace.cwd, "report.json");
    await host.files.writeText(input, request.sbom);
    const args = sbomArgs({ input, reportFile: output, cacheDir: request.cacheDir }, workspace);
    const run = await runTrivy(trivy.path, args, request.timeoutMs, workspace, host);
    if (run.exitCode !== 0) throw trivyFailure(run, "scan of a stored bill of materials");
    const text2 = await host.files.readText(output, MAX_REPORT_BYTES2).catch(() => null);
    if (text2 === null) {
      throw new VerifyError(
        "trivy-no-report",
        "Trivy ended without an error but wrote no report on a stored bill of materials that could be read",
        "Run again with --debug to see what Trivy says.",
        describeRun(run)
      );
    }
    const source = "Trivy's report on a bill of materials";
    return toPackageEvidence(decodeSbomReport(parseReport(text2, source), source), request.platform);
  });
}

// src/commands/sbom-maker.ts
var SbomMaker = class {
  #make;
  #made = /* @__PURE__ */ new Map();
  constructor(make) {
    this.#make = make;
  }
  make(packagesFile, kind) {
    return onceFor(this.#made, `${kind} ${packagesFile}`, () => this.#make(packagesFile, kind));
  }
  /** Begins to make what will be asked for. */
  begin(packagesFile, kinds) {
    for (const kind of kinds) this.make(packagesFile, kind).catch(() => void 0);
  }
  /** Resolves when none is being made. */
  async idle() {
    await Promise.allSettled(this.#made.values());
  }
};

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
async function prepareScanner(settings, hasImages, cacheFolder, host, sbomKinds = []) {
  if (!hasImages || settings.scanners.length === 0) return { facts: null, problems: [], scan: null };
  const cacheDir = resolve2(settings.workingDirectory, settings.trivyCacheDir ?? join18(cacheFolder, "trivy"));
  const located = (path) => path === null ? null : resolve2(settings.workingDirectory, path);
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
    return await withDatabase(trivy, settings, { cacheDir, sbomKinds }, host);
  } catch (error) {
    host.log.debug(detailOf(error));
    return { facts: null, problems: [toProblem(error)], scan: notReady };
  }
}
async function withDatabase(trivy, settings, { cacheDir, sbomKinds }, host) {
  const { version, source, sha256 } = trivy;
  const facts = { version, source, sha256, database: null };
  const maker = new SbomMaker((file, kind) => sbomOf(trivy, file, kind, settings.timeout, host));
  const onPackages = (file) => maker.begin(file, sbomKinds);
  const scan = (input, platform, name = null, signal = new AbortController().signal) => scanOne(trivy, settings, cacheDir, { input, platform, name, signal, onPackages }, host);
  const make = (file, kind) => maker.make(file, kind);
  const idle = () => maker.idle();
  if (!settings.scanners.includes("vuln")) return { facts, problems: [], scan, sboms: { make, scan: null }, idle };
  try {
    const database = await host.progress.phase(
      "Preparing the advisory database",
      () => prepareDatabase(databaseSettings(settings, cacheDir, settings.dbRepository), host)
    );
    const again = (sbom, platform) => scanSbom(trivy, { sbom, platform, cacheDir, timeoutMs: settings.timeout }, host);
    return { facts: { ...facts, database }, problems: [], scan, sboms: { make, scan: again }, idle };
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
    workingDirectory: resolve2(workingDirectory),
    timeoutMs: timeout
  };
}
async function scanOne(trivy, settings, cacheDir, { input, platform, name, signal, onPackages }, host) {
  const folder = await host.files.makeTempFolder();
  const packagesFile = name === null ? null : join18(await host.files.makeTempFolder(), "packages.json");
  const java = databaseSettings(settings, cacheDir, settings.javaDbRepository);
  try {
    if (!settings.skipDbUpdate) await forgetOldJavaDatabase(java, host);
    const evidence = await scanImage(
      trivy,
      {
        input,
        reportFile: join18(folder, "trivy.json"),
        scanners: settings.scanners,
        cacheDir,
        fetchJavaDatabase: settings.skipDbUpdate ? null : () => prepareJavaDatabase(java, host),
        timeoutMs: settings.timeout,
        expectedPlatform: platform,
        signal,
        packages: packagesFile === null || name === null ? null : { file: packagesFile, name, onWritten: () => onPackages(packagesFile) }
      },
      host
    );
    return { evidence, problems: assessScan(evidence, settings.scanners, await platform), packagesFile };
  } catch (error) {
    host.log.debug(detailOf(error));
    const detail = error instanceof VerifyError ? error.detail : "";
    return { evidence: null, problems: [toProblem(error)], detail };
  } finally {
    await host.files.remove(folder);
  }
}
export {
  prepareScanner
};
