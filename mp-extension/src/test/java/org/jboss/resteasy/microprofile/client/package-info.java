/** Stands in for RESTEasy's class of that name. */
@NullMarked
package org.jboss.resteasy.microprofile.client;

import org.jspecify.annotations.NullMarked;
