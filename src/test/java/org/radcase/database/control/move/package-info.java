@NullMarked
package org.radcase.database.control.move;

import org.jspecify.annotations.NullMarked;
