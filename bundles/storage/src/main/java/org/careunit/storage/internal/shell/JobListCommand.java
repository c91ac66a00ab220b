package org.careunit.storage.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.jobs.Jobs;

@Service
@Command(
        scope = "careunit",
        name = "job-list",
        description = "Shows the jobs that wait or run, earliest first, or those that failed for good")
public class JobListCommand extends OperatorCommand {

    @Option(name = "--set-aside", description = "Those that failed for good, newest first")
    boolean setAside;

    @Option(name = "--backlog", description = "How many are due, by type, and whether this node does them")
    boolean backlog;

    @Option(name = "--resting", description = "What is not started on this node at the moment, and why")
    boolean resting;

    @Option(name = "--limit", description = "The most rows, 50 if it is left out")
    int limit = 50;

    @Reference
    Jobs jobs;

    @Override
    protected Listing answer() {
        if (backlog) {
            return backlog();
        }
        if (resting) {
            return resting();
        }
        return setAside ? setAside() : waiting();
    }

    private Listing waiting() {
        Listing listing =
                Listing.of("id", "due", "failures", "running-on", "progress").whenEmpty("No job waits or runs.");
        jobs.waiting(limit)
                .forEach(one ->
                        listing.row(one.job().id(), one.due(), one.job().failures(), one.runningOn(), one.progress()));
        return listing;
    }

    private Listing setAside() {
        Listing listing = Listing.of("id", "set-aside", "failures", "reason").whenEmpty("No job failed for good.");
        jobs.setAside(limit)
                .forEach(one -> listing.row(one.job().id(), one.at(), one.job().failures(), one.reason()));
        return listing;
    }

    private Listing backlog() {
        Listing listing = Listing.of("type", "jobs", "since", "handled-here").whenEmpty("No job is due.");
        jobs.backlog().forEach(due -> listing.row(due.type(), due.jobs(), due.since(), due.handled()));
        return listing;
    }

    private Listing resting() {
        Listing listing = Listing.of("jobs", "since", "until", "reason").whenEmpty("Nothing rests on this node.");
        jobs.resting().forEach(rest -> listing.row(rest.lane(), rest.since(), rest.until(), rest.reason()));
        return listing;
    }
}
