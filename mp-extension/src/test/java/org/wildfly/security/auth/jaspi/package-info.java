/** WildFly's Jakarta Authentication, by name. */
@NullMarked
package org.wildfly.security.auth.jaspi;

import org.jspecify.annotations.NullMarked;
