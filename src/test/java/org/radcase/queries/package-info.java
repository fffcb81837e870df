/** Every statement of every DAO: its plan, and its time, on much data. */
@NullMarked
package org.radcase.queries;

import org.jspecify.annotations.NullMarked;
