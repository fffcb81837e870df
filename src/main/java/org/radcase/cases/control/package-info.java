/** What can be done with teaching cases, and where they are kept. */
@NullMarked
package org.radcase.cases.control;

import org.jspecify.annotations.NullMarked;
