import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/policy/waivers/expiry.ts
var DAY = 864e5;
var TIMESTAMP = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.\d{1,9})?[ \t]*(Z|[+-]\d{2}:\d{2})?)?$/;
function lastDayBefore(text) {
  const found = TIMESTAMP.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const start = dateOf(year ?? 0, month ?? 0, day ?? 0);
  if (start === null || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const moment = start + (((hour ?? 0) * 60 + (minute ?? 0) - zoneMinutes(found[7])) * 60 + (second ?? 0)) * 1e3;
  return new Date(Math.floor(moment / DAY) * DAY - DAY).toISOString().slice(0, 10);
}
function dateOf(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1e3 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}
function zoneMinutes(zone) {
  const found = /^([+-])(\d{2}):(\d{2})$/.exec(zone ?? "");
  if (found === null) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

export {
  lastDayBefore
};
