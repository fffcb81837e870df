/** What is drawn on images, how they are shown, and what there is to be found on them: pure values. */
@NullMarked
package org.radcase.reading.entity;

import org.jspecify.annotations.NullMarked;
