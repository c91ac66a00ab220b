package org.careunit.itests.faults;

class H2ReminderKillTest extends ReminderKillContract {

    @Override
    String database() {
        return folder.resolve("h2").toString();
    }
}
