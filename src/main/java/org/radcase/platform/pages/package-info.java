/** The HTML pages and their assets, as the front-end build left them in the WAR. */
@NullMarked
package org.radcase.platform.pages;

import org.jspecify.annotations.NullMarked;
