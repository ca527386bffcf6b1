package dev.vouchgate.it.filter;

import static java.util.stream.Collectors.joining;

import dev.vouchgate.it.filter.app.AsyncServlet;
import dev.vouchgate.it.filter.app.CallerServlet;
import dev.vouchgate.it.filter.app.LogoutServlet;
import dev.vouchgate.it.filter.app.PresenceServlet;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An archive with the filter's jar and those that it needs, as they are in the sample's. */
final class FilterWar {
  private static final String LIBRARY =
      "/WEB-INF/lib/(jwt-filter|jackson-core|caffeine)-[^/]*\\.jar";

  private FilterWar() {}

  /** Without any setting. */
  static WebArchive named(String name) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addClasses(
            AsyncServlet.class, CallerServlet.class, LogoutServlet.class, PresenceServlet.class)
        .merge(
            ShrinkWrap.create(ZipImporter.class, "sample.war")
                .importFrom(Path.of(System.getProperty("sample.war")).toFile())
                .as(GenericArchive.class),
            path -> path.get().matches(LIBRARY));
  }

  /** With META-INF/microprofile-config.properties. */
  static WebArchive withProperties(String name, Map<String, String> settings) {
    String text =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(joining("\n"));
    return named(name)
        .addAsResource(new StringAsset(text), "META-INF/microprofile-config.properties");
  }

  /** With a web.xml: context parameters, and init parameters of the filter. */
  static WebArchive withParameters(
      String name, Map<String, String> ofTheContext, Map<String, String> ofTheFilter) {
    return named(name)
        .setWebXML(
            new StringAsset(
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                    + elements("context-param", ofTheContext)
                    + "<filter><filter-name>vouchgate</filter-name>"
                    + "<filter-class>dev.vouchgate.filter.JwtFilter</filter-class>"
                    + "<async-supported>true</async-supported>"
                    + elements("init-param", ofTheFilter)
                    + "</filter></web-app>"));
  }

  private static String elements(String element, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            parameter ->
                "<"
                    + element
                    + "><param-name>"
                    + parameter.getKey()
                    + "</param-name><param-value>"
                    + parameter.getValue()
                    + "</param-value></"
                    + element
                    + ">")
        .collect(joining());
  }
}
