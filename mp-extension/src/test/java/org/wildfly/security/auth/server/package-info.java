/** WildFly's security domains, by name. */
@NullMarked
package org.wildfly.security.auth.server;

import org.jspecify.annotations.NullMarked;
