/** Studies, series, instances and what became of a file: pure values. */
@NullMarked
package org.radcase.studies.entity;

import org.jspecify.annotations.NullMarked;
