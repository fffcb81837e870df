/** What a teaching case is and who may see and change it: values and pure rules. */
@NullMarked
package org.radcase.cases.entity;

import org.jspecify.annotations.NullMarked;
