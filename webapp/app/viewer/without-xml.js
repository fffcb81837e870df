// @ts-check
// vtk.js brings a reader of XML meshes, and with it an XML library (0.3 MB). RadCase has no meshes: the build leaves it out.

const reader = {
  newInstance() {
    throw new Error("Reading XML meshes is not part of RadCase");
  },
};

// eslint-disable-next-line no-restricted-syntax -- the module that it stands for has a default export
export default reader;
