/** Reading what clients send without trusting it, and writing what they get. */
@NullMarked
package org.radcase.platform.json;

import org.jspecify.annotations.NullMarked;
