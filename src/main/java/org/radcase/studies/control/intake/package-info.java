/** The way of a file from a request to a visible instance; nothing here trusts it. */
@NullMarked
package org.radcase.studies.control.intake;

import org.jspecify.annotations.NullMarked;
