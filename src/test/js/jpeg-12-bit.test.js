// @ts-check
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { decode12Bits } from "../../../webapp/app/dicom/codecs/jpeg-12-bit.js";
import { segmentsOf } from "../../../webapp/app/dicom/codecs/jpeg-segments.js";

const folder = new URL("../../../../shared/dicom/", import.meta.url);
const absent = !existsSync(folder) && "../shared/dicom isn't there";

/** The frame of a file that has its frame in one fragment. @param {string} path */
function frameOf(path) {
  const file = readFileSync(new URL(path, folder));
  return file.subarray(file.lastIndexOf(Buffer.from([0xff, 0xd8, 0xff])));
}

for (const path of ["pydicom/test_files/JPGExtended.dcm", "cornerstone/CTImage.dcm_JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51.dcm"]) {
  test(`${path} has the pixels that libjpeg gives it`, { skip: absent }, () => {
    const lines = readFileSync(new URL("manifest.jsonl", folder), "utf8").trim().split("\n");
    const facts = lines.map((line) => JSON.parse(line)).find((one) => one.path === path);

    const samples = decode12Bits(frameOf(path), facts);

    assert.equal(createHash("sha256").update(samples).digest("hex"), facts.pixels_sha256);
  });
}

test("a bitstream cut anywhere is refused or comes out whole, and never runs on", { skip: absent }, () => {
  const whole = frameOf("pydicom/test_files/JPGExtended.dcm");
  for (let length = 0; length < whole.length; length += 401) {
    try {
      assert.equal(decode12Bits(whole.subarray(0, length), { rows: 1024, columns: 256 }).length, 1024 * 256 * 2);
    } catch (error) {
      assert.match(/** @type {any} */ (error).code ?? String(error), /^codec\./);
    }
  }
});

test("what is no JPEG has no segments", () => {
  for (const bytes of [[], [0xff, 0xd8], [0xff, 0xd8, 0xff, 0xc0, 0xff, 0xff], new Array(100).fill(0xff)]) {
    assert.throws(() => segmentsOf(Uint8Array.from(bytes)), { code: "codec.malformed" });
  }
});
