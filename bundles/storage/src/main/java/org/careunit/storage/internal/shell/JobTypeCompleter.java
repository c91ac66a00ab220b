package org.careunit.storage.internal.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.completion.PrecedingArguments;
import org.careunit.operations.completion.ServiceCompleter;
import org.careunit.storage.jobs.Jobs;

/** Types of the jobs that failed permanently. */
@Service
public class JobTypeCompleter extends ServiceCompleter {

    private static final int MOST = 1_000;

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return ask(Jobs.class, jobs -> jobs.setAside(MOST).stream()
                .collect(words(failed -> failed.job().id().type(), failed -> "")));
    }
}
