/** SHA-256 sums of one release asset, hex digits. */
export interface PinnedSums {
  readonly archiveSha256: string;
  /** Null where no second source establishes the sum of the executable itself. */
  readonly binarySha256: string | null;
}

/**
 * Version → `process.platform-process.arch` → sums. Each agrees in several sources that are independent of each other
 * and of the release page. `scripts/trivy-releases.ts` adds a version, and refuses one that a single source vouches for.
 */
export const PINNED_RELEASES: Readonly<Record<string, Readonly<Record<string, PinnedSums>>>> = {
  '0.72.0': {
    'linux-x64': {
      archiveSha256: 'bbb64b9695866ce4a7a8f5c9592002c5961cab378577fa3f8a040df362b9b2ea',
      binarySha256: null,
    },
    'linux-arm64': {
      archiveSha256: '2ca2c023109c2db6b2b77366b6717291452d4531167377d95c79547f0c8e3467',
      binarySha256: null,
    },
    'darwin-x64': {
      archiveSha256: 'ee5e60df8a98e5b89fd74a6d86f9e5c7e9a266a35002cb1e43291698b3bfee08',
      binarySha256: null,
    },
    'darwin-arm64': {
      archiveSha256: '88f208680dc05da2b459e19b4f5aa2b4dc7c2117892ba4aab2ae63baba330016',
      binarySha256: null,
    },
    'win32-x64': {
      archiveSha256: 'ed3cf122060f61818fe1f735fd97557954e16e10bc8b058af9852271cf2e91b3',
      binarySha256: null,
    },
  },
  '0.73.0': {
    'linux-x64': {
      archiveSha256: '2edd39da482bb4e9831962487b68f68e3928ec3137794757f54d00383d79547b',
      binarySha256: null,
    },
    'linux-arm64': {
      archiveSha256: '13833d97e8a1a5367471c372a173180157f593bece570e20d5d925fef552f5dd',
      binarySha256: null,
    },
    'darwin-x64': {
      archiveSha256: 'd39d1374dd3e35d48621b82df9b6625fe69f9920cc67d2739ed81bb679f16f51',
      binarySha256: null,
    },
    'darwin-arm64': {
      archiveSha256: '80cc25faaf6378e37701202d0b4f9f43d9e413d198d594ba60fdf559fe44a683',
      binarySha256: null,
    },
    'win32-x64': {
      archiveSha256: 'd2d3ad5292aae470a03eb6506db86fce81b1894592b8451cadaf60eaa22f2025',
      binarySha256: null,
    },
  },
  '0.74.0': {
    'linux-x64': {
      archiveSha256: '2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
      binarySha256: 'd89bcc6510a267f11b773398cbf1be5520ce39f9e8b6633178c4487f05b7d791',
    },
    'linux-arm64': {
      archiveSha256: 'b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5',
      binarySha256: null,
    },
    'darwin-x64': {
      archiveSha256: '472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485',
      binarySha256: null,
    },
    'darwin-arm64': {
      archiveSha256: '1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11',
      binarySha256: null,
    },
    'win32-x64': {
      archiveSha256: '94c40e0696e4b907a74b7b2e1438d5d72ebaca83115817407f568a002d520842',
      binarySha256: null,
    },
  },
};
