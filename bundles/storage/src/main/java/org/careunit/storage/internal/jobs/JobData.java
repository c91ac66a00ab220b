package org.careunit.storage.internal.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;

/**
 * What the engine keeps with a job: {@code failures since payload}, readable in the database.
 *
 * @param failures attempts that failed so far
 * @param since when the job first became due
 * @param payload the handler's own words
 */
public record JobData(int failures, Instant since, String payload) {

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

    public static JobData parse(String written) {
        String[] parts = written.split(" ", 3);
        return new JobData(Integer.parseInt(parts[0]), Instant.parse(parts[1]), parts[2]);
    }

    public static JobData of(Job job) {
        return new JobData(job.failures(), job.since(), job.payload());
    }

    public Job job(JobId id) {
        return new Job(id, payload, failures, since);
    }

    public JobData withFailures(int count) {
        return new JobData(count, since, payload);
    }

    /** The same work as if it were new, due from that time. */
    public JobData afresh(Instant due) {
        return new JobData(0, due, payload);
    }

    @Override
    public String toString() {
        return failures + " " + since + " " + payload;
    }
}
