/** Terms that stand for each other in searches, and who may edit them. */
@NullMarked
package org.radcase.cases.control.synonyms;

import org.jspecify.annotations.NullMarked;
