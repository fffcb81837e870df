/** What only Tomcat has for ending a connection: in radcase.war only. */
@NullMarked
package org.radcase.platform.http.tomcat;

import org.jspecify.annotations.NullMarked;
