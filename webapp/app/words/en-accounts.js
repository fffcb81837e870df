// @ts-check
/** The words of signing in, accounts, people, institutions and the audit trail, in English: part of `words`. */

/** @param {number} seconds */
function span(seconds) {
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

export const accountWords = {
  /** @type {Record<string, string>} */
  roles: { learner: "Learner", educator: "Educator", director: "Programme director", admin: "Administrator", operator: "Operator", service: "Service" },
  /** @type {Record<string, string>} */
  traineeLevels: { student: "Student", r1: "Resident, year 1", r2: "Resident, year 2", r3: "Resident, year 3", r4: "Resident, year 4", r5: "Resident, year 5", fellow: "Fellow" },
  menu: {
    account: "Account",
    open: "Your account",
    people: "People",
    institutions: "Institutions",
    audit: "Audit trail",
    signOut: "Sign out",
    signOutFailed: "You are still signed in. Try again.",
  },
  forms: {
    username: "Username",
    name: "Name",
    nameHint: "As colleagues should see it.",
    password: "Password",
    newPassword: "New password",
    show: "Show password",
    hide: "Hide password",
    usernameHint: "3 to 64 letters, digits or . _ - @",
    /** @param {number} min */
    advice: (min) => `At least ${min} characters. A few words in a row do well.`,
    /** @param {number} count @param {number} min */
    short: (count, min) => `${count} of at least ${min} characters`,
    /** @param {number} max */
    long: (max) => `At most ${max} characters`,
    guessable: "Contains your username or “radcase”: easy to guess",
    fine: "Long enough",
    missing: "Fill this in",
    check: "Correct what is marked.",
    /** @type {Record<string, string>} */
    faults: {
      "password.short": "Too short",
      "password.long": "Too long",
      "password.common": "Too common: it is on lists that attackers try first",
      "password.guessable": "Easy to guess: it contains your username or “radcase”",
      "password.wrong": "That is not your password",
      "username.malformed": "3 to 64 letters, digits or . _ - @",
      "username.taken": "This username is taken",
      "person.self": "Nobody can demote or deactivate herself",
      "field.missing": "Fill this in",
    },
    /** @param {number} seconds */
    slow: (seconds) => `Too many tries. You can go on in ${span(seconds)}.`,
    goOn: "You can go on now.",
    /** @param {number} seconds */
    wait: (seconds) => `Wait ${span(seconds)}`,
    copy: "Copy",
    copied: "Copied",
    download: "Download",
    once: "Shown once: keep it now.",
    done: "Done",
    cancel: "Cancel",
    anyone: "Any",
    yes: "Yes",
    no: "No",
    loading: "Loading",
    /** @param {number} page @param {number} pages */
    page: (page, pages) => `Page ${page} of ${pages}`,
    previous: "Previous",
    next: "Next",
    pages: "Pages",
  },
  signIn: {
    title: "Sign in",
    act: "Sign in",
    lead: "Radiology teaching cases, read as at a workstation.",
    goOn: "Sign in to go on.",
    ended: "You were signed out.",
    failed: "Username or password is wrong, or the account is not active.",
    codeFailed: "The code was not right, or the password has changed.",
    code: "Code",
    codeHint: "Six digits from your authenticator app, or one of your recovery codes.",
    codeLead: "Second step: the code from your authenticator app.",
    back: "Use another account",
    join: "Join an institution",
    forgotten: "Forgot the password? An administrator of your institution can send a reset link.",
    demo: "Demo accounts",
    demoDetail: "This server runs in demo mode. Choose an account to sign in.",
    /** @param {string} name @param {string} role */
    demoAs: (name, role) => `Sign in as ${name}, ${role}`,
    setUp: "This server isn't set up yet",
    setUpDetail: "Whoever installed it finds the set-up link in the file setup-link in the server's folder (radcase.home). Open the link to make the first accounts.",
  },
  links: {
    gone: "This link doesn't work",
    goneDetail: "It was used, withdrawn or has expired. Ask for a new one.",
    goneSetUp: "It was used or has expired. A server that still needs setting up writes a new one at its next start, to the file setup-link.",
    none: "The address has no link in it",
    noneDetail: "Open the whole link, with all that follows the # sign.",
    signIn: "Go to sign-in",
    checking: "Checking the link",
  },
  setUp: {
    title: "Set up RadCase",
    lead: "Three things, once: who operates the server, the first institution, and who administers it.",
    operator: "Operator",
    operatorDetail: "Looks after the server: institutions, storage, audit. Sees no cases.",
    institution: "Institution",
    institutionName: "Name of the institution",
    admin: "Administrator of the institution",
    adminDetail: "Invites people and looks after their accounts.",
    act: "Set up RadCase",
    doneTitle: "RadCase is set up",
    /** @param {string} name */
    done: (name) => `${name} is ready. Sign in as its administrator to invite people.`,
  },
  join: {
    title: "Join",
    /** @param {string} institution */
    at: (institution) => `Join ${institution}`,
    /** @param {string} role */
    as: (role) => `You were invited as ${role.toLowerCase()}.`,
    open: "Choose your institution, then a username and a password.",
    closed: "Joining needs an invitation",
    closedDetail: "An administrator of your institution can send you one.",
    institution: "Institution",
    traineeLevel: "Trainee level",
    act: "Create account",
    have: "I have an account",
  },
  reset: {
    title: "Choose a new password",
    /** @param {string} username */
    lead: (username) => `For ${username}. Every device that is signed in with the old password is signed out.`,
    act: "Set new password",
    doneTitle: "Password changed",
    done: "Sign in with the new one.",
  },
};
