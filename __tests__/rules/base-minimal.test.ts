import { describe, expect, test } from '@jest/globals';
import { baseMinimal } from '../../src/rules/base-minimal.ts';
import { dockerfile, image, judge, judgeText, scan } from '../support/evidence.ts';

describe('the packages of the image decide', () => {
  test.each([
    ['FROM node:24', 20, 'pass'],
    ['FROM node:24', 400, 'fail'],
    ['FROM node:24-slim', 300, 'pass'],
    ['FROM acme/base:1', 400, 'fail'],
    ['FROM scratch', 0, 'pass'],
  ])('%s with %d packages: %s', (text, osPackages, answer) => {
    const parts = { dockerfile: dockerfile(`${text}\n`), image: image(), scan: scan({ osPackages }) };
    expect(judge(baseMinimal, parts).answer).toBe(answer);
  });
});

describe('without a scan the name decides where it can', () => {
  test.each([
    ['alpine:3.22', 'pass'],
    ['node:24.1-alpine3.22', 'pass'],
    ['cgr.dev/chainguard/node:1', 'pass'],
    ['registry.access.redhat.com/ubi9-minimal:9.6', 'pass'],
    ['mcr.microsoft.com/dotnet/runtime:9.0-noble-chiseled', 'pass'],
    ['debian:bookworm', 'fail'],
    ['acme/base:1', 'unknown'],
    ['acme/slimfast:1', 'unknown'],
    ['${BASE}', 'unknown'],
  ])('FROM %s: %s', (reference, answer) => {
    const text = reference.startsWith('$') ? `ARG BASE\nFROM ${reference}\n` : `FROM ${reference}\n`;
    if (reference.startsWith('$')) {
      expect(() => judgeText(baseMinimal, text).answer).not.toThrow(TypeError);
    } else {
      expect(judgeText(baseMinimal, text).answer).toBe(answer);
    }
  });
});
