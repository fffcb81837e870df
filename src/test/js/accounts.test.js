import assert from "node:assert/strict";
import { test } from "node:test";
import { linkOf } from "../../../webapp/app/pages/link-token.js";
import { deviceName } from "../../../webapp/app/pages/device-name.js";
import { passwordAdvice } from "../../../webapp/app/pages/password-advice.js";
import { filtersOf, momentOf } from "../../../webapp/app/pages/query-filters.js";
import { safeReturn, signInAddress } from "../../../webapp/app/pages/return-address.js";
import { secondsOf } from "../../../webapp/app/pages/waiting.js";

const BASE = "https://cases.example/radcase/";

test("after signing in one comes back to the page one asked for", () => {
  assert.equal(safeReturn("/cases/1?x=%2F", BASE), `${BASE}cases/1?x=%2F`);
  assert.equal(safeReturn("/", BASE), BASE);
});

test("an address that leads out of the application leads to its first page", () => {
  const hostile = ["//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "javascript:alert(1)", "cases/1", "", null,
    "/../../evil", "/..", "/%2e%2e/%2e%2e/x", "/\t/evil.example", "/\n//evil.example", "/a\\b"];
  for (const to of hostile) {
    assert.equal(safeReturn(to, BASE), BASE, String(to));
  }
});

test("signing in never leads back to a page before sign-in", () => {
  for (const to of ["/sign-in", "/sign-in?to=%2F", "/set-up", "/join#x", "/reset"]) {
    assert.equal(safeReturn(to, BASE), BASE, to);
  }
  assert.equal(safeReturn("/joined", BASE), `${BASE}joined`);
});

test("sign-in is told the way back below the base, without the fragment", () => {
  assert.equal(signInAddress(`${BASE}cases/1?q=a#b`, BASE), `${BASE}sign-in?to=%2Fcases%2F1%3Fq%3Da`);
  assert.equal(signInAddress("https://cases.example/elsewhere", BASE), `${BASE}sign-in?to=%2F`);
});

test("a link is read from the fragment only if it can be one", () => {
  assert.equal(linkOf("#abcDEF_-123"), "abcDEF_-123");
  for (const hash of ["", "#", "#short", "#has space in it", "#<script>alert(1)</script>", `#${"x".repeat(201)}`]) {
    assert.equal(linkOf(hash), "", hash);
  }
});

test("a wait is told in seconds or as a date", () => {
  const now = Date.parse("2026-11-21T04:00:00Z");
  assert.equal(secondsOf("30", now), 30);
  assert.equal(secondsOf("Sat, 21 Nov 2026 04:01:00 GMT", now), 60);
  for (const nothing of [null, "", "0", "-5", "soon", "Sat, 21 Nov 2026 03:00:00 GMT"]) {
    assert.equal(secondsOf(nothing, now), 0, String(nothing));
  }
});

test("a password's length is counted in characters, not in code units", () => {
  const bounds = { min: 12, max: 128 };
  assert.deepEqual(passwordAdvice("🩻".repeat(11), bounds), { state: "short", count: 11 });
  assert.equal(passwordAdvice("🩻".repeat(12), bounds).state, "fine");
  assert.equal(passwordAdvice("", bounds).state, "empty");
  assert.equal(passwordAdvice("x".repeat(129), bounds).state, "long");
});

test("a password that holds the username or the program's name is called easy to guess", () => {
  const bounds = { min: 12, max: 128 };
  assert.equal(passwordAdvice("xx-RadCase-2026", bounds).state, "guessable");
  assert.equal(passwordAdvice("I am Marie-Curie", bounds, "marie-curie").state, "guessable");
  assert.equal(passwordAdvice("quiet lamp river", bounds, "ab").state, "fine");
});

test("a list's address keeps the filters that are known and filled", () => {
  assert.equal(filtersOf("?q=%20ada%20&role=&evil=1&page=2", ["q", "role"]).toString(), "q=ada&page=2");
  for (const page of ["0", "-1", "x", "1e3", "12345678"]) {
    assert.equal(filtersOf(`?page=${page}`, []).toString(), "", page);
  }
});

test("the last day of a filter counts to its end", () => {
  const day = Date.parse(momentOf("2026-11-21", true)) - Date.parse(momentOf("2026-11-21", false));
  assert.equal(day, 24 * 3600 * 1000);
  assert.equal(momentOf("never", false), "");
});

test("a device is named by its browser and its system, as far as they are known", () => {
  assert.equal(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"), "Safari on iPhone");
  assert.equal(deviceName("curl/8.5"), "curl");
  assert.equal(deviceName(null), "Unknown program");
});
