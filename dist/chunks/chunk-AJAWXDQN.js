import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/policy/policy.ts
var MCP_PORTS = ["3000/tcp"];
var MCP_GRACE = { critical: 7, high: 30, medium: 90 };
function policyOf(settings, file = null, isCompared = false) {
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
    gate: settings.gate === "auto" ? isCompared ? "new" : "all" : settings.gate,
    withoutBaseline: file?.withoutBaseline ?? "gate",
    allowedBases: settings.allowBase,
    allowedPorts: allowPort.length > 0 ? allowPort : profile === "container" ? null : MCP_PORTS,
    requiredLabels: file?.requiredLabels ?? [],
    strictUnknown: profile === "strict"
  };
}

export {
  policyOf
};
