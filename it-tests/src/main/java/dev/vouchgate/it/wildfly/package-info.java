/**
 * A WildFly as it is distributed, with its stock {@code standalone.xml} or {@code
 * standalone-microprofile.xml}. Uses {@code server} and the JDK; archives come and go through
 * WildFly's management interface over HTTP, because its deployment scanner looks every five seconds
 * only.
 */
@NullMarked
package dev.vouchgate.it.wildfly;

import org.jspecify.annotations.NullMarked;
