package org.careunit.itests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A library that makes the clock of a process wrong, by so many seconds as {@code CAREUNIT_SKEW} says. */
final class SkewedClock {

    private static final String SOURCE =
            """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <stdlib.h>
            #include <sys/time.h>
            #include <time.h>

            static long skew(void) {
                const char *said = getenv("CAREUNIT_SKEW");
                return said ? atol(said) : 0;
            }

            int clock_gettime(clockid_t which, struct timespec *time) {
                static int (*real)(clockid_t, struct timespec *);
                if (!real) {
                    real = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
                }
                int result = real(which, time);
                if (which == CLOCK_REALTIME) {
                    time->tv_sec += skew();
                }
                return result;
            }

            int gettimeofday(struct timeval *time, void *zone) {
                struct timespec now;
                (void) zone;
                clock_gettime(CLOCK_REALTIME, &now);
                time->tv_sec = now.tv_sec;
                time->tv_usec = now.tv_nsec / 1000;
                return 0;
            }
            """;

    private SkewedClock() {}

    /** Where the library is now; empty where there is no C compiler. */
    static Optional<Path> compile(Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("skewed.c"), SOURCE);
        Path library = folder.resolve("skewed.so");
        try {
            Process compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                    .inheritIO()
                    .start();
            return compiler.waitFor() == 0 ? Optional.of(library) : Optional.empty();
        } catch (IOException noCompiler) {
            return Optional.empty();
        }
    }
}
