package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Notation.BarCounting;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.Beat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * The bars of one part, and what holds from one bar to the next while they are read: how long a division is, and how far
 * the instrument sounds from what is written.
 *
 * <p>Belongs to one reading on one thread.
 */
final class PartParser {

    private static final String ANY_STAFF = "";
    private static final int MOST_BARS_REPEATED = 16;

    private final PartDeclaration declaration;
    private final FindingLog log;
    private final List<NotatedBar> bars = new ArrayList<>();
    private final Map<String, Integer> semitonesByStaff = new HashMap<>();
    private final Map<Integer, NavigableMap<Beat, BarSplitter.Split>> splits = new TreeMap<>();
    private final Map<String, PartDeclaration.Playing> changedInstruments = new HashMap<>();
    private final Set<TabStaves.Staff> tablature = new LinkedHashSet<>();
    private Optional<Beat> divisionsPerQuarter = Optional.empty();
    private int measureRepeat;

    PartParser(PartDeclaration declaration, FindingLog log) {
        this.declaration = declaration;
        this.log = log;
    }

    String id() {
        return declaration.id();
    }

    boolean hasBars() {
        return !bars.isEmpty();
    }

    int barCount() {
        return bars.size();
    }

    NotatedPart notated() {
        return new NotatedPart(declaration.id(), declaration.name(), List.copyOf(bars));
    }

    /** Reads a {@code <measure>}, or the {@code <part>} in one, to its end. */
    void readBar(XmlCursor xml, String number, BarCounting counting)
            throws XMLStreamException, MalformedNotationException {
        log.enterBar(declaration.id(), number);
        BarParser parser = new BarParser(this, log);
        NotatedBar bar = parser.read(xml, number, counting);
        if (!parser.splits().isEmpty()) {
            splits.put(bars.size(), parser.splits());
        }
        boolean isRepetition = measureRepeat > 0 && bar.notes().isEmpty() && bars.size() >= measureRepeat;
        bars.add(
                isRepetition
                        ? bar.withNotes(bars.get(bars.size() - measureRepeat).notes())
                        : bar);
    }

    /** The repeats inside bars, by the index of the bar and the position in it. */
    Map<Integer, NavigableMap<Beat, BarSplitter.Split>> splits() {
        return splits;
    }

    /** The staves that show where fingers go. */
    Set<TabStaves.Staff> tablature() {
        return tablature;
    }

    void setTablature(int staff, boolean isTablature) {
        TabStaves.Staff found = new TabStaves.Staff(id(), staff);
        if (isTablature) {
            tablature.add(found);
        } else {
            tablature.remove(found);
        }
    }

    /** From here on, a bar without notes sounds as the one so many bars before it; 0 for as it is. */
    void setMeasureRepeat(int barCount) {
        measureRepeat = Math.clamp(barCount, 0, MOST_BARS_REPEATED);
    }

    void addSilenceUpTo(int barCount) {
        while (bars.size() < barCount) {
            bars.add(NotatedBar.SILENT);
        }
    }

    PartDeclaration.Playing playing(Optional<String> instrumentId) {
        return Optional.ofNullable(changedInstruments.get(instrumentId.orElse(declaration.firstId())))
                .orElseGet(() -> declaration.playing(instrumentId));
    }

    /** Reads a {@code <midi-instrument>} that holds from here on, to its end. */
    void changeInstrument(XmlCursor xml) throws XMLStreamException {
        String instrumentId = xml.attribute("id").orElse(declaration.firstId());
        PartDeclaration.Playing before = playing(Optional.of(instrumentId));
        changedInstruments.put(instrumentId, PartDeclaration.readMidiInstrument(xml, before));
    }

    boolean hasDivisions() {
        return divisionsPerQuarter.isPresent();
    }

    void setDivisions(Beat perQuarter) {
        divisionsPerQuarter = Optional.of(perQuarter);
    }

    /** A length in divisions as quarter notes. */
    Beat quarters(Beat divisions) throws MalformedNotationException {
        if (divisionsPerQuarter.isEmpty()) {
            log.repair(
                    "a length comes before any <divisions>",
                    "one division was taken for a quarter note",
                    "write <divisions> in the first measure of the part");
            divisionsPerQuarter = Optional.of(Beat.of(1));
        }
        Beat perQuarter = divisionsPerQuarter.get();
        return Beat.of(
                Math.multiplyExact(divisions.numerator(), perQuarter.denominator()),
                Math.multiplyExact(divisions.denominator(), perQuarter.numerator()));
    }

    /** From here on, the staff, or the whole part where no staff is given, sounds so far from what is written. */
    void setTransposition(Optional<String> staff, int semitones) {
        if (staff.isEmpty()) {
            semitonesByStaff.clear();
        }
        semitonesByStaff.put(staff.orElse(ANY_STAFF), semitones);
    }

    int semitonesOf(int staff) {
        return semitonesByStaff.getOrDefault(Integer.toString(staff), semitonesByStaff.getOrDefault(ANY_STAFF, 0));
    }
}
