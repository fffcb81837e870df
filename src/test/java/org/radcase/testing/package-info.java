/** What tests of all features share: real databases, time that stands still. */
@NullMarked
package org.radcase.testing;

import org.jspecify.annotations.NullMarked;
