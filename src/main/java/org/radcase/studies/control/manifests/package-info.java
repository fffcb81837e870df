/** What a viewer must know before it asks for pixels. */
@NullMarked
package org.radcase.studies.control.manifests;

import org.jspecify.annotations.NullMarked;
