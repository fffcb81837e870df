/** Who people are and what they may do in general: pure values. */
@NullMarked
package org.radcase.accounts.entity;

import org.jspecify.annotations.NullMarked;
