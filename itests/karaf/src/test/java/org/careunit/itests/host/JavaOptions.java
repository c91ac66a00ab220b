package org.careunit.itests.host;

import java.util.List;
import java.util.stream.Stream;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;

/** The Java options of Karaf's own {@code bin/karaf}, which Pax Exam goes past. */
final class JavaOptions {

    private static final List<String> OPENED = List.of(
            "java.base/java.security",
            "java.base/java.net",
            "java.base/java.lang",
            "java.base/java.util",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport.tcp");

    private static final List<String> EXPORTED = List.of(
            "java.base/sun.net.www.protocol.file",
            "java.base/sun.net.www.protocol.ftp",
            "java.base/sun.net.www.protocol.http",
            "java.base/sun.net.www.protocol.https",
            "java.base/sun.net.www.protocol.jar",
            "java.base/sun.net.www.content.text",
            "jdk.xml.dom/org.w3c.dom.html",
            "jdk.naming.rmi/com.sun.jndi.url.rmi",
            "java.rmi/sun.rmi.registry",
            "java.security.sasl/com.sun.security.sasl",
            "java.naming/com.sun.jndi.ldap");

    private JavaOptions() {}

    static Stream<Option> of(String karafVersion) {
        var endorsed = "lib/endorsed/org.apache.karaf.specs.";
        var patches = Stream.of(
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module=java.base=" + endorsed + "locator-" + karafVersion + ".jar",
                "--patch-module=java.xml=" + endorsed + "java.xml-" + karafVersion + ".jar",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m");
        var opened = OPENED.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED");
        var exported = EXPORTED.stream().map(name -> "--add-exports=" + name + "=ALL-UNNAMED");
        return Stream.of(patches, opened, exported).flatMap(options -> options).map(CoreOptions::vmOption);
    }
}
