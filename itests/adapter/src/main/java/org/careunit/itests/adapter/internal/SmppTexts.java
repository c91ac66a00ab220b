package org.careunit.itests.adapter.internal;

import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Texts over SMPP: takes a telephone's number and a text, and returns the SMS centre's id of it. The port is a type of
 * the JDK, as are its failures, so that a test holds on to nothing of this bundle.
 */
@Component(service = BinaryOperator.class, property = "port=texts")
public final class SmppTexts implements BinaryOperator<String> {

    /** The statuses that no later attempt changes. */
    private static final Set<Integer> FINAL = Set.of(SMPPConstant.STAT_ESME_RINVDSTADR);

    private final RunningRoutes routes;

    @Activate
    public SmppTexts(
            @Reference(target = "(" + RunningRoutes.ADAPTER + "=" + SmppRoutes.ADAPTER + ")") RunningRoutes routes) {
        this.routes = routes;
    }

    /**
     * Sends one text.
     *
     * @throws IllegalArgumentException if the SMS centre will never take it
     * @throws IllegalStateException if it cannot be sent now
     */
    @Override
    public String apply(String number, String text) {
        try {
            return routes.request(SmppRoutes.SEND_TEXT, text, Map.of(SmppRoutes.NUMBER, number), String.class);
        } catch (RoutesStoppedException e) {
            throw new IllegalStateException("The way to the SMS centre was closed.", e);
        } catch (RouteFailedException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return cause.getCause() instanceof NegativeResponseException refusal
                        && FINAL.contains(refusal.getCommandStatus())
                ? new IllegalArgumentException("The SMS centre refused it: " + refusal.getMessage(), refusal)
                : new IllegalStateException("The SMS centre did not take it.", cause);
    }
}
