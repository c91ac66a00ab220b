package org.careunit.operations;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Metrics of a bundle; registered as a service, and shown by {@code careunit:metrics} and over JMX. Called by many
 * threads, often: it must answer from memory.
 */
@ConsumerType
public interface Metrics {

    /** The figures as they stand; the names are always the same. */
    List<Figure> read();

    /**
     * One figure.
     *
     * @param name words with dots between, the bundle's first, for example {@code mail.accepted}; never null
     * @param unit what it counts or measures, for example {@code messages} or {@code ms}; never null
     * @param value how much or many
     */
    record Figure(String name, String unit, double value) {
        public Figure {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(unit, "unit");
        }
    }
}
