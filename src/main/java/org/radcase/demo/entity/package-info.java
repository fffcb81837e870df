/** The demo cases: their texts, and the phantoms that were scanned for them. Pure. */
@NullMarked
package org.radcase.demo.entity;

import org.jspecify.annotations.NullMarked;
