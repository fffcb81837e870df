/** Errors as RFC 9457 problem details; features declare their own kinds as enum constants. */
@NullMarked
package org.radcase.platform.problem;

import org.jspecify.annotations.NullMarked;
