package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Notation;
import diabolo.notation.Notation.BarCounting;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.Beat;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a MusicXML document into bars, whether it goes part by part or bar by bar.
 *
 * <p>Keeps what it has read when the XML breaks off. Belongs to one reading on one thread.
 */
final class NotationParser {

    private static final int MAX_PARTS = 1_000;
    private static final int MAX_BARS_OF_ALL_PARTS = 5_000_000;
    private static final int MAX_SPLITS_OF_A_BAR = 1_000;
    private static final String WRONG_FILE = "give a MusicXML file: .musicxml, .xml or .mxl";

    private final FindingLog log;
    private final Map<String, PartParser> parts = new LinkedHashMap<>();
    private final NoteBudget budget = new NoteBudget();
    private String title = "";
    private int barsPerPart;

    NotationParser(FindingLog log) {
        this.log = log;
    }

    void parse(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        if (!xml.nextChild()) {
            throw MalformedNotationException.refusing(log.location(), "the document is empty", WRONG_FILE);
        }
        switch (xml.name()) {
            case "score-partwise", "score-timewise" -> parseDocument(xml);
            case "opus" ->
                throw MalformedNotationException.refusing(
                        log.location(), "an <opus> only lists other files", "give the files that it lists");
            default ->
                throw MalformedNotationException.refusing(
                        log.location(),
                        "the root element is <%s>, where MusicXML has <score-partwise> or <score-timewise>"
                                .formatted(Quoted.of(xml.name())),
                        WRONG_FILE);
        }
        log.leaveBars();
        if (!hasBars()) {
            throw MalformedNotationException.refusing(log.location(), "no part has a <measure>", WRONG_FILE);
        }
    }

    boolean hasBars() {
        return parts.values().stream().anyMatch(PartParser::hasBars);
    }

    Notation notation() throws MalformedNotationException {
        List<NotatedPart> notated = new ArrayList<>();
        for (PartParser part : parts.values()) {
            if (part.hasBars()) {
                notated.add(part.notated());
            } else {
                log.noteAt("file", "part %s is listed without music".formatted(Quoted.of(part.id())), "ignored");
            }
        }
        Set<TabStaves.Staff> tablature = new LinkedHashSet<>();
        Map<Integer, NavigableMap<Beat, BarSplitter.Split>> splits = new TreeMap<>();
        for (PartParser part : parts.values()) {
            tablature.addAll(part.tablature());
            part.splits()
                    .forEach((bar, places) ->
                            places.forEach((position, split) -> splits.computeIfAbsent(bar, _ -> new TreeMap<>())
                                    .merge(position, split, BarSplitter.Split::merged)));
        }
        requireFewSplits(splits.values());
        return new Notation(title, BarSplitter.split(TabStaves.withoutCopies(notated, tablature, log), splits));
    }

    /** Each makes one bar more of every part. */
    private void requireFewSplits(Collection<NavigableMap<Beat, BarSplitter.Split>> splits)
            throws MalformedNotationException {
        long all = 0;
        for (NavigableMap<Beat, BarSplitter.Split> inBar : splits) {
            all += inBar.size();
            boolean areFew =
                    inBar.size() <= MAX_SPLITS_OF_A_BAR && (barsPerPart + all) * parts.size() <= MAX_BARS_OF_ALL_PARTS;
            if (!areFew) {
                throw MalformedNotationException.refusing(
                        log.location(),
                        "there are more repeats inside bars than are read, which is %d in a bar"
                                .formatted(MAX_SPLITS_OF_A_BAR),
                        "write repeats at the ends of bars");
            }
        }
    }

    private void parseDocument(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "work", "movement-title" -> readTitle(xml);
                case "part-list" -> readPartList(xml);
                case "part" -> readPart(xml);
                case "measure" -> readMeasureOfAllParts(xml);
                default -> xml.skip();
            }
        }
    }

    private void readTitle(XmlCursor xml) throws XMLStreamException {
        if (xml.name().equals("movement-title")) {
            setTitleUnlessKnown(xml.text());
            return;
        }
        while (xml.nextChild()) {
            if (xml.name().equals("work-title")) {
                setTitleUnlessKnown(xml.text());
            } else {
                xml.skip();
            }
        }
    }

    private void setTitleUnlessKnown(String found) {
        if (title.isEmpty()) {
            title = found.replaceAll("\\s+", " ");
        }
    }

    private void readPartList(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        while (xml.nextChild()) {
            if (xml.name().equals("score-part")) {
                PartDeclaration declaration = PartDeclaration.read(xml);
                add(declaration);
            } else {
                xml.skip();
            }
        }
    }

    private void readPart(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        PartParser part = partOf(xml);
        while (xml.nextChild()) {
            if (xml.name().equals("measure")) {
                part.readBar(xml, barNumberOf(xml), countingOf(xml));
                barsPerPart = Math.max(barsPerPart, part.barCount());
                requireFewBars();
            } else {
                xml.skip();
            }
        }
    }

    private void readMeasureOfAllParts(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        String number = barNumberOf(xml);
        BarCounting counting = countingOf(xml);
        while (xml.nextChild()) {
            if (xml.name().equals("part")) {
                PartParser part = partOf(xml);
                part.addSilenceUpTo(barsPerPart);
                part.readBar(xml, number, counting);
            } else {
                xml.skip();
            }
        }
        barsPerPart++;
        requireFewBars();
    }

    /** Every part has every bar, be it silent: a file must not make more of them than it has bytes for. */
    private void requireFewBars() throws MalformedNotationException {
        if ((long) barsPerPart * parts.size() > MAX_BARS_OF_ALL_PARTS) {
            throw MalformedNotationException.refusing(
                    log.location(),
                    "%d parts of %d bars are more than %d bars in all"
                            .formatted(parts.size(), barsPerPart, MAX_BARS_OF_ALL_PARTS),
                    "split the piece into movements");
        }
    }

    private PartParser partOf(XmlCursor xml) throws MalformedNotationException {
        String id = xml.attribute("id").orElse("");
        PartParser known = parts.get(id);
        if (known != null) {
            return known;
        }
        String declared = parts.values().stream()
                .filter(part -> !part.hasBars())
                .map(PartParser::id)
                .findFirst()
                .orElse(id);
        log.repair(
                id.isEmpty() ? "a <part> has no id" : "part '%s' is not in the <part-list>".formatted(Quoted.of(id)),
                declared.equals(id)
                        ? "it was read as one more part"
                        : "it was taken for the first listed part without music",
                "give the <part> the id of its <score-part>");
        PartParser listed = parts.get(declared);
        return listed == null ? add(PartDeclaration.unlisted(declared)) : listed;
    }

    private PartParser add(PartDeclaration declaration) throws MalformedNotationException {
        if (parts.size() >= MAX_PARTS) {
            throw MalformedNotationException.refusing(
                    log.location(),
                    "there are more than %d parts".formatted(MAX_PARTS),
                    "export fewer parts at a time");
        }
        return parts.computeIfAbsent(declaration.id(), id -> new PartParser(declaration, budget, log));
    }

    private static String barNumberOf(XmlCursor xml) {
        return xml.attribute("number").orElse("?");
    }

    private static BarCounting countingOf(XmlCursor xml) {
        return xml.attribute("implicit").equals(Optional.of("yes")) ? BarCounting.IMPLICIT : BarCounting.COUNTED;
    }
}
