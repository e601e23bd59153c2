import { expect, test } from '@jest/globals';
import { baseNoLatest } from '../../src/rules/base-no-latest.ts';
import { judgeText } from '../support/evidence.ts';

test.each([
  [`ARG IMG=python:3.12@sha256:${'a'.repeat(64)}\nFROM \${IMG}\n`, 'pass'],
  ['ARG REGISTRY=ghcr.io\nFROM ${REGISTRY}/ubuntu\n', 'fail'],
  ['ARG TAG\nFROM node:${TAG}\n', 'unknown'],
  ['FROM node:24 AS base-amd64\nFROM base-${TARGETARCH}\n', 'pass'],
  ['# syntax=docker/dockerfile\nFROM node:24\n', 'pass'],
  ['FROM node:LATEST\n', 'pass'],
])('%j: %s', (text, answer) => {
  expect(judgeText(baseNoLatest, text).answer).toBe(answer);
});
