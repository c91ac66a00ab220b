package org.careunit.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the benchmarks named on the command line, one after the other, and prints a table for each:
 *
 * <pre>
 * mvn -Pbenchmarks -DskipTests verify -pl itests/benchmarks -am
 * mvn -Pbenchmarks -DskipTests verify -pl itests/benchmarks -am -Dbenchmarks="intake start"
 * </pre>
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] names) throws Exception {
        System.out.printf("%s%n%n", machine());
        for (String name : names) {
            switch (name) {
                case "intake" -> IntakeBenchmark.run();
                case "jobs" -> JobsBenchmark.run();
                case "fairness" -> FairnessBenchmark.run();
                case "backlog" -> BacklogBenchmark.run();
                case "retention" -> RetentionBenchmark.run();
                case "start" -> StartBenchmark.run();
                case "mail" -> MailBenchmark.run();
                case "delivery" -> DeliveryBenchmark.run();
                case "story" -> StoryBenchmark.run();
                case "find" -> FindBenchmark.run();
                case "read" -> ReadBenchmark.run();
                case "import" -> ImportBenchmark.run();
                case "region" -> RegionBenchmark.run();
                case "archive" -> ArchiveBenchmark.run();
                case "clocks" -> ClocksBenchmark.run();
                case "sms" -> SmsBenchmark.run();
                case "bounces" -> BouncesBenchmark.run();
                case "journal" -> JournalBenchmark.run();
                case "boot" -> BootBenchmark.run();
                default -> throw new IllegalArgumentException("There is no benchmark '" + name
                        + "'; choose among intake, jobs, fairness, backlog, start, mail,"
                        + " delivery, story, retention, find, read, import, region, archive, clocks, sms, bounces,"
                        + " journal, boot");
            }
        }
    }

    private static String machine() throws IOException {
        return String.format(
                "%d cores of %s; JDK %s; %s %s",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("java.vm.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
    }

    private static String processor() throws IOException {
        Path description = Path.of("/proc/cpuinfo");
        List<String> lines = Files.exists(description) ? Files.readAllLines(description) : List.of();
        Stream<String> models = lines.stream().filter(line -> line.startsWith("model name"));
        return models.map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
