/** All data written to a folder while people work, and brought back into an empty server. */
@NullMarked
package org.radcase.database.control.backup;

import org.jspecify.annotations.NullMarked;
