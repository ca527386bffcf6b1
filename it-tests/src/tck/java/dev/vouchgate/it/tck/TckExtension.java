package dev.vouchgate.it.tck;

import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** What the TCK asks of an implementation: to put itself into every archive. */
public final class TckExtension implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.service(ApplicationArchiveProcessor.class, TckArchiveProcessor.class);
    builder.observer(ForgedTokenProbe.class);
  }
}
