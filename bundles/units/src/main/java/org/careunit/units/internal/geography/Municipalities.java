package org.careunit.units.internal.geography;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.PastedText;
import org.careunit.units.internal.problems.GeographyProblem;

/**
 * Parses the list of counties and municipalities from a file: {@code code,name} a line, counties with two digits before
 * their municipalities with four; blank lines, lines that begin with {@code #} and the heading are passed over.
 */
public final class Municipalities implements Geography {

    private static final String HEADING = "code,name";
    private static final int LONGEST = 60;

    private final NavigableMap<CountyCode, County> counties = new TreeMap<>();
    private final NavigableMap<MunicipalityCode, Municipality> municipalities = new TreeMap<>();
    private final Map<CountyCode, List<Municipality>> byCounty = new TreeMap<>();

    private Municipalities() {}

    /** @throws RefusedException if a line is wrong, naming its number, or a county has no municipality */
    public static Municipalities parse(List<String> lines) {
        Municipalities list = new Municipalities();
        Problems problems = new Problems();
        for (int i = 0; i < lines.size(); i++) {
            try {
                list.take(lines.get(i).strip());
            } catch (RefusedException wrong) {
                wrong.within("Line " + (i + 1)).problems().forEach(problems::add);
            }
        }
        problems.refuse();
        list.group();
        return list;
    }

    private void take(String line) {
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.isEmpty() || text.startsWith("#") || text.equals(HEADING)) {
            return;
        }
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw GeographyProblem.LINE.refused();
        }
        String code = PastedText.compact(text.substring(0, comma));
        String name = name(PastedText.line(text.substring(comma + 1)));
        if (code.length() == 2) {
            addCounty(new County(new CountyCode(code), name));
        } else {
            addMunicipality(new Municipality(new MunicipalityCode(code), name));
        }
    }

    private static String name(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\uFFFD') >= 0) {
            throw GeographyProblem.NAME.refused(LONGEST);
        }
        return name;
    }

    private void addCounty(County county) {
        if (counties.putIfAbsent(county.code(), county) != null) {
            throw GeographyProblem.COUNTY_TWICE.refused(county.code());
        }
    }

    private void addMunicipality(Municipality municipality) {
        CountyCode county = municipality.code().county();
        if (!counties.containsKey(county)) {
            throw GeographyProblem.COUNTY_FIRST.refused(county);
        }
        if (municipalities.putIfAbsent(municipality.code(), municipality) != null) {
            throw GeographyProblem.MUNICIPALITY_TWICE.refused(municipality.code());
        }
    }

    private void group() {
        Problems problems = new Problems();
        for (CountyCode county : counties.keySet()) {
            List<Municipality> there = municipalities.values().stream()
                    .filter(one -> one.code().county().equals(county))
                    .toList();
            if (there.isEmpty()) {
                problems.add(GeographyProblem.NO_MUNICIPALITY.with(county));
            }
            byCounty.put(county, there);
        }
        if (counties.isEmpty()) {
            problems.add(GeographyProblem.NO_COUNTY.with());
        }
        problems.refuse();
    }

    @Override
    public List<County> counties() {
        return List.copyOf(counties.values());
    }

    @Override
    public List<Municipality> municipalities(CountyCode county) {
        return byCounty.getOrDefault(county, List.of());
    }

    @Override
    public Optional<Municipality> municipality(MunicipalityCode code) {
        return Optional.ofNullable(municipalities.get(code));
    }

    public int size() {
        return municipalities.size();
    }
}
