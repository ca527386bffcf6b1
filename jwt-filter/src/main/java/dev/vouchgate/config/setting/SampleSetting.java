package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** What only the sample application heeds. */
public enum SampleSetting implements Setting {
  /** The sample's demo issuer. */
  DEMO(
      "vouchgate.demo",
      "true or false",
      "false",
      "Read by the sample application only: switches its demo issuer on. The gate ignores it.");

  private final Description description;

  SampleSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }
}
