// The node-* packages publish `os` and `cpu` as bare strings, and pnpm reads only lists.
// Without this, every machine also downloads the Windows runtime.
export const hooks = {
  readPackage(manifest) {
    for (const field of ['os', 'cpu']) {
      if (typeof manifest[field] === 'string') manifest[field] = [manifest[field]];
    }
    return manifest;
  },
};
