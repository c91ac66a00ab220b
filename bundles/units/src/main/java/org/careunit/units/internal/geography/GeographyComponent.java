package org.careunit.units.internal.geography;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.files.PrivateFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Provides counties and municipalities; checks the operator's file for changes every ten seconds. */
@Component(service = {Geography.class, GeographyComponent.class})
public final class GeographyComponent implements Geography {

    private static final long LOOK_SECONDS = 10;

    private final MunicipalityFile file;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("careunit-municipalities"));

    @Activate
    public GeographyComponent() {
        file = new MunicipalityFile(PrivateFiles.home().resolve("municipalities.csv"));
        timer.scheduleWithFixedDelay(file::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        timer.shutdownNow();
    }

    public MunicipalityFile.LoadedList held() {
        return file.held();
    }

    @Override
    public List<County> counties() {
        return file.list().counties();
    }

    @Override
    public List<Municipality> municipalities(CountyCode county) {
        return file.list().municipalities(county);
    }

    @Override
    public Optional<Municipality> municipality(MunicipalityCode code) {
        return file.list().municipality(code);
    }
}
