package org.careunit.itests.adapter.internal;

import java.util.Map;
import java.util.Set;
import org.careunit.itests.adapter.TextRefusedException;
import org.careunit.itests.adapter.TextUnavailableException;
import org.careunit.itests.adapter.Texts;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Texts over SMPP. */
@Component
public final class SmppTexts implements Texts {

    /** The statuses that no later attempt changes. */
    private static final Set<Integer> FINAL = Set.of(SMPPConstant.STAT_ESME_RINVDSTADR);

    private final RunningRoutes routes;

    @Activate
    public SmppTexts(
            @Reference(target = "(" + RunningRoutes.ADAPTER + "=" + SmppRoutes.ADAPTER + ")") RunningRoutes routes) {
        this.routes = routes;
    }

    @Override
    public String send(String number, String text) {
        try {
            return routes.request(SmppRoutes.SEND_TEXT, text, Map.of(SmppRoutes.NUMBER, number), String.class);
        } catch (RoutesStoppedException e) {
            throw new TextUnavailableException("The way to the SMS centre was closed.", e);
        } catch (RouteFailedException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return cause.getCause() instanceof NegativeResponseException refusal
                        && FINAL.contains(refusal.getCommandStatus())
                ? new TextRefusedException("The SMS centre refused it: " + refusal.getMessage(), refusal)
                : new TextUnavailableException("The SMS centre did not take it.", cause);
    }
}
