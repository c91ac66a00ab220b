package org.careunit.archive.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDelivery;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.gateways.PackageLostException;
import org.careunit.api.identity.CountyCode;
import org.careunit.archive.internal.packages.SipPackages;
import org.careunit.archive.internal.targets.ArchiveFault;
import org.careunit.archive.internal.targets.PackageToSend;
import org.careunit.operations.files.PrivateFiles;
import org.careunit.routes.ChannelState;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Archive gateway that writes E-ARK SIP packages and delivers them to the regions' targets. */
@Component(service = {ArchiveGateway.class, SipArchiveGateway.class})
public final class SipArchiveGateway implements ArchiveGateway {

    private final RunningRoutes routes;
    private final ArchiveTargets targets;
    private final ArchiveMetrics metrics;
    private final SipPackages packages;

    @Activate
    public SipArchiveGateway(
            BundleContext context,
            @Reference(target = "(" + RunningRoutes.ADAPTER + "=" + ArchiveRoutes.ADAPTER + ")") RunningRoutes routes,
            @Reference ArchiveTargets targets,
            @Reference ArchiveMetrics metrics) {
        this(
                routes,
                targets,
                metrics,
                new SipPackages(
                        PrivateFiles.home().resolve("archive"),
                        context.getBundle().getVersion().toString()));
    }

    public SipArchiveGateway(
            RunningRoutes routes, ArchiveTargets targets, ArchiveMetrics metrics, SipPackages packages) {
        this.routes = routes;
        this.targets = targets;
        this.metrics = metrics;
        this.packages = packages;
    }

    @Override
    public Optional<String> target(CountyCode region) {
        return targets.of(region).map(TargetSettings::name);
    }

    @Override
    public boolean isReachable(CountyCode region) {
        return targets.of(region)
                .map(target -> targets.state(target).fault().isEmpty())
                .orElse(true);
    }

    @Override
    public PackageDraft open(PackageInfo info, Optional<String> position) {
        return packages.open(info, position);
    }

    @Override
    public FinishedPackage finish(PackageInfo info, String position) {
        FinishedPackage finished = packages.finish(info, position);
        metrics.finished(finished.bytes());
        return finished;
    }

    @Override
    public PackageDelivery deliver(PackageInfo info, FinishedPackage finished, BooleanSupplier isOurs) {
        TargetSettings target = targets.of(info.region())
                .orElseThrow(() -> new UnavailableException(
                        UnavailableProblem.ARCHIVE,
                        "No archive is set up for region " + info.region() + ": configure one in careunit.archive"));
        ChannelState state = targets.state(target);
        state.enter();
        Path zip = packages.zip(info);
        PackageDelivery delivery = request(
                ArchiveRoutes.DELIVER_PACKAGE,
                new PackageToSend(target, zip, info.name(), finished.bytes(), isOurs),
                PackageDelivery.class,
                state);
        if (delivery.complete()) {
            metrics.delivered(delivery.bytes());
        }
        return delivery;
    }

    /**
     * Tests a target by writing and removing a file, also while its channel rests.
     *
     * @throws UnavailableException if it cannot; the message says why and what to do
     */
    public void check(TargetSettings target) {
        request(ArchiveRoutes.CHECK_TARGET, target, Boolean.class, targets.state(target));
    }

    private <T> T request(String endpoint, Object body, Class<T> answer, ChannelState state) {
        try {
            T answered = routes.request(endpoint, body, Map.of(), answer);
            state.answered();
            return answered;
        } catch (RoutesStoppedException stopping) {
            throw new UnavailableException(UnavailableProblem.ARCHIVE, "The way to the archive is being closed");
        } catch (RouteFailedException failed) {
            if (failed.getCause() instanceof PackageLostException lost) {
                throw lost;
            }
            if (failed.getCause() instanceof UnavailableException notOurs) {
                throw notOurs;
            }
            metrics.failed();
            ArchiveFault fault = ArchiveFault.of(failed.getCause());
            state.failed(fault);
            throw new UnavailableException(UnavailableProblem.ARCHIVE, state.explanation(), failed.getCause());
        }
    }

    @Override
    public void discard(PackageInfo info) {
        packages.discard(info);
    }
}
