package org.careunit.storage.internal;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.careunit.storage.Job;
import org.careunit.storage.JobId;

/**
 * What the engine keeps with a job: {@code failures since payload}, readable in the database.
 *
 * @param failures attempts that failed so far
 * @param since when the job first became due
 * @param payload the handler's own words
 */
record JobData(int failures, Instant since, String payload) {

    /** db-scheduler's way in and out of the column; no Java serialisation. */
    static final Serializer SERIALIZER = new Serializer() {
        @Override
        public byte[] serialize(Object data) {
            return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] column) {
            return column == null ? null : type.cast(parse(new String(column, StandardCharsets.UTF_8)));
        }
    };

    static JobData parse(String written) {
        String[] parts = written.split(" ", 3);
        return new JobData(Integer.parseInt(parts[0]), Instant.parse(parts[1]), parts[2]);
    }

    static JobData of(Job job) {
        return new JobData(job.failures(), job.since(), job.payload());
    }

    Job job(JobId id) {
        return new Job(id, payload, failures, since);
    }

    JobData withFailures(int count) {
        return new JobData(count, since, payload);
    }

    /** The same work as if it were new, due from that time. */
    JobData afresh(Instant due) {
        return new JobData(0, due, payload);
    }

    @Override
    public String toString() {
        return failures + " " + since + " " + payload;
    }
}
