@NullMarked
package org.radcase.database.control.backup;

import org.jspecify.annotations.NullMarked;
