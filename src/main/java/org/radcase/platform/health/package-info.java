/** What load balancers and administrators ask: is RadCase alive, started, ready. */
@NullMarked
package org.radcase.platform.health;

import org.jspecify.annotations.NullMarked;
