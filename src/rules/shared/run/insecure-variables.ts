/** Variables that switch checks off, by the values that do. Names of npm's settings are read in any case. */
const VARIABLES: Readonly<Record<string, (value: string) => boolean>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: (value) => value === '0',
  PYTHONHTTPSVERIFY: (value) => value === '0',
  GIT_SSL_NO_VERIFY: (value) => !/^(|0|false|no|off)$/i.test(value),
  NPM_CONFIG_STRICT_SSL: (value) => value === 'false',
  YARN_STRICT_SSL: (value) => value === 'false',
  YARN_ENABLE_STRICT_SSL: (value) => value === 'false' || value === '0',
  PIP_TRUSTED_HOST: (value) => value !== '',
  UV_INSECURE_HOST: (value) => value !== '',
  GOINSECURE: (value) => value !== '',
  CONDA_SSL_VERIFY: (value) => /^(false|0|no)$/i.test(value),
};

/** Whether a variable with this value makes programs skip checks of certificates. */
export function isInsecureVariable(name: string, value: string): boolean {
  const key = name.toUpperCase();
  // Only npm looks at lower case.
  if (name !== key && !key.startsWith('NPM_CONFIG_')) return false;
  return Object.hasOwn(VARIABLES, key) && VARIABLES[key]?.(value.trim()) === true;
}
