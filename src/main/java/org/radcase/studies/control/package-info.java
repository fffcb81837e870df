/** What a case shows: the use cases that read and remove it. */
@NullMarked
package org.radcase.studies.control;

import org.jspecify.annotations.NullMarked;
