/** What GitHub takes of one SARIF file ("SARIF support for code scanning", limits of data). */

/** Of 25,000 results that a run may have, GitHub keeps the first 5,000 by severity. */
export const RESULTS_PER_RUN = 5_000;
export const RUNS_PER_FILE = 20;
/** Of 20 that a rule may have. */
export const TAGS_PER_RULE = 10;
/** Of 1,000 that a result may have, 100 are kept. */
export const LOCATIONS_PER_RESULT = 100;
/** After gzip; a margin below the 10 MB that are allowed. */
export const GZIP_BYTES_PER_FILE = 9_500_000;
/** Our own bound on the text of one file, which has to stand in memory whole while it is sent. */
export const RAW_BYTES_PER_FILE = 10_000_000;
/** Characters of a name, and of a description. */
export const NAME_LENGTH = 255;
export const DESCRIPTION_LENGTH = 1_000;
