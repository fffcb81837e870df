/** Studies over HTTP: intake, manifests, bytes, and the page that shows them. */
@NullMarked
package org.radcase.studies.boundary;

import org.jspecify.annotations.NullMarked;
