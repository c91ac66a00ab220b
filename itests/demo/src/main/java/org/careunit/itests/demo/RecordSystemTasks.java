package org.careunit.itests.demo;

import java.util.List;
import org.careunit.itests.demo.host.Report;
import org.careunit.itests.demo.host.Table;
import org.careunit.itests.peers.FhirTasks;

/** Shows what the record system has, and looks whether it is what it should. */
record RecordSystemTasks(Report report, List<FhirTasks.Glance> tasks) {

    /** Adds them to the report, and what is found to its checks. */
    void check() {
        Table table = report.add(new Table(Report.TASKS, "Task", "Business identifier (unit, case, round)", "Status"));
        tasks.forEach(task -> table.add(task.id(), task.identifier(), task.status()));
        report.check(
                "the record system has a Task for its test and one for the case, both completed",
                tasks.size() == 2
                        && tasks.stream().allMatch(task -> task.status().equals("completed")));
    }
}
