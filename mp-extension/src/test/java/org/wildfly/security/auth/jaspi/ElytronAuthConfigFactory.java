package org.wildfly.security.auth.jaspi;

import dev.vouchgate.mp.testing.FakeAuthConfigFactory;

/** WildFly's registry, by name. */
public final class ElytronAuthConfigFactory extends FakeAuthConfigFactory {}
