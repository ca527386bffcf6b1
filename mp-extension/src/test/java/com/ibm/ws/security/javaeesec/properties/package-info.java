/** What Open Liberty knows of an application's mechanism, by name. */
@NullMarked
package com.ibm.ws.security.javaeesec.properties;

import org.jspecify.annotations.NullMarked;
