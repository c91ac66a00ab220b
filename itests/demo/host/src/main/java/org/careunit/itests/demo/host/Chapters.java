package org.careunit.itests.demo.host;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The chapters in their order. */
@Component(service = Chapters.class)
public final class Chapters {

    private final List<Chapter> all;

    @Activate
    public Chapters(
            @Reference CaseLife life,
            @Reference WhyNot why,
            @Reference MonthFiguresTable figures,
            @Reference ReturnedMail returned,
            @Reference RecordSystemCase records,
            @Reference ArchivedUnit archived) {
        this.all = List.of(life, why, figures, returned, records, archived);
    }

    void tell(Report report, Polling patience) throws InterruptedException {
        for (Chapter chapter : all) {
            chapter.tell(report, patience);
        }
    }
}
