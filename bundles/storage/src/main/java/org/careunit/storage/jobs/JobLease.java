package org.careunit.storage.jobs;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Lease of a job. It ends when another node takes the job over because this node sent no heartbeat for too long, so a
 * handler checks it before it does what cannot be undone.
 */
@ProviderType
public interface JobLease {

    /** The lease of a job that runs outside the engine, as in a test: always held. */
    JobLease UNLIMITED = new JobLease() {
        @Override
        public long number() {
            return 0;
        }

        @Override
        public boolean isHeld() {
            return true;
        }
    };

    /**
     * The fencing number: greater each time the job is started. An outside system that remembers the greatest number it
     * has seen can refuse a worker that was overtaken.
     */
    long number();

    /**
     * Whether the job still belongs to this worker, as the database says. Within a transaction the row is locked, so
     * the answer stays true until that ends.
     *
     * @throws org.careunit.api.failure.UnavailableException if the database cannot be asked
     */
    boolean isHeld();
}
