package org.careunit.itests.architecture;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a window, with axe-core in the pages that it shows. */
final class Browser {

    private static final String AXE = "4.14.1";
    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final Pattern FOUND = Pattern.compile("<pre id=\"found\">([^<]+)</pre>");
    private static final int PATIENCE_MINUTES = 5;
    private static final int HEIGHT = 900;

    private final Path folder;

    /** Whether Chromium and npm are installed, or this is root on Debian and they can be fetched. */
    static boolean canBeHad() throws IOException, InterruptedException {
        if (installed("chromium") && installed("npm")) {
            return true;
        }
        return Files.isReadable(Path.of("/etc/debian_version"))
                && System.getProperty("user.name").equals("root")
                && new ProcessBuilder("apt-get", "-q", "-o", "APT::Update::Error-Mode=any", "update")
                                .redirectOutput(Redirect.DISCARD)
                                .redirectError(Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    /** @param folder where everything is kept that is made */
    Browser(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder);
        provide("chromium");
        provide("npm");
        command(
                List.of(
                        "npm",
                        "install",
                        "--prefix",
                        folder.toString(),
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "axe-core@" + AXE),
                "npm.log");
    }

    private void provide(String program) throws IOException, InterruptedException {
        if (!installed(program)) {
            command(List.of("apt-get", "-q", "update"), "apt-update.log");
            command(
                    List.of("apt-get", "install", "-q", "-y", "--no-install-recommends", program),
                    "apt-" + program + ".log");
        }
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** What axe finds in each page, at each width, with its folded part closed and open. */
    List<JsonObject> look(Map<String, String> pages, List<Integer> widths) throws IOException, InterruptedException {
        JsonObject said = Json.createObjectBuilder()
                .add("axe", Files.readString(folder.resolve("node_modules/axe-core/axe.min.js")))
                .add("tags", Json.createArrayBuilder(TAGS))
                .add("widths", Json.createArrayBuilder(widths))
                .add("pages", array(pages))
                .build();
        Path harness = folder.resolve("axe.html");
        // so written, nothing ends the script that it stands in
        Files.writeString(harness, template().replace("%s", said.toString().replace("<", "\\u003c")));
        String dom = chromium(
                "dom.html", "--window-size=1600,1000", "--virtual-time-budget=600000", "--dump-dom", uri(harness));
        Matcher found = FOUND.matcher(dom);
        if (!found.find()) {
            throw new IllegalStateException("axe found no end: see " + folder);
        }
        String json = URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(json)).readArray().getValuesAs(JsonObject.class);
    }

    private static JsonArray array(Map<String, String> pages) {
        var array = Json.createArrayBuilder();
        pages.forEach((name, html) ->
                array.add(Json.createObjectBuilder().add("name", name).add("html", html)));
        return array.build();
    }

    private static String template() throws IOException {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Keeps a picture of a page, and the page beside it. */
    Path picture(String name, String html, int width) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve(name + ".html"), html);
        Path picture = folder.resolve(name + "-" + width + ".png");
        chromium(name + ".log", "--window-size=" + width + "," + HEIGHT, "--screenshot=" + picture, uri(page));
        return picture;
    }

    private static String uri(Path file) {
        return file.toAbsolutePath().toUri().toString();
    }

    private String chromium(String output, String... arguments) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        List<String> line = new ArrayList<>(List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile.toAbsolutePath()));
        line.addAll(List.of(arguments));
        try {
            return command(line, output);
        } finally {
            delete(profile);
        }
    }

    private String command(List<String> line, String output) throws IOException, InterruptedException {
        Path kept = folder.resolve(output);
        Process process = new ProcessBuilder(line)
                .redirectOutput(kept.toFile())
                .redirectError(Redirect.appendTo(folder.resolve("errors.log").toFile()))
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(line.get(0) + " does not end: see " + kept);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(line.get(0) + " failed: see " + kept + " and errors.log beside it");
        }
        return Files.readString(kept);
    }

    private static void delete(Path profile) throws IOException {
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
