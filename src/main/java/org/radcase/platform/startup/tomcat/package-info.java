/** What happens before Tomcat stops: in radcase.war only. */
@NullMarked
package org.radcase.platform.startup.tomcat;

import org.jspecify.annotations.NullMarked;
