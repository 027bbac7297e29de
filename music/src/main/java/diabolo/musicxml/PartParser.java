package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Notation.BarCounting;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedNote;
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
    private static final int ALL_STAVES = 0;

    private final PartDeclaration declaration;
    private final NoteBudget budget;
    private final FindingLog log;
    private final List<NotatedBar> bars = new ArrayList<>();
    private final Map<String, Integer> semitonesByStaff = new HashMap<>();
    private final Map<Integer, NavigableMap<Beat, BarSplitter.Split>> splits = new TreeMap<>();
    private final Map<String, PartDeclaration.Playing> changedInstruments = new HashMap<>();
    private final Set<TabStaves.Staff> tablature = new LinkedHashSet<>();
    private Optional<Beat> divisionsPerQuarter = Optional.empty();
    private final Map<Integer, Integer> measureRepeats = new TreeMap<>(); // bars by staff

    PartParser(PartDeclaration declaration, NoteBudget budget, FindingLog log) {
        this.declaration = declaration;
        this.budget = budget;
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
        BarParser parser = new BarParser(this, budget, log);
        NotatedBar bar = parser.read(xml, number, counting);
        if (!parser.splits().isEmpty()) {
            splits.put(bars.size(), parser.splits());
        }
        bars.add(measureRepeats.isEmpty() ? bar : withRepetitions(bar));
    }

    /** A bar with the notes of earlier bars in the staves where signs repeat these. */
    private NotatedBar withRepetitions(NotatedBar bar) {
        List<NotatedNote> notes = new ArrayList<>(bar.notes());
        measureRepeats.forEach((staff, back) -> {
            boolean isEmpty = bar.notes().stream().noneMatch(note -> isOf(note, staff));
            if (isEmpty && bars.size() >= back) {
                List<NotatedNote> repeated = bars.get(bars.size() - back).notes().stream()
                        .filter(note -> isOf(note, staff))
                        .toList();
                if (budget.take(repeated.size())) {
                    notes.addAll(repeated);
                } else {
                    log.note("signs that repeat bars of too many notes in all", "the bars are left empty");
                }
            }
        });
        return bar.withNotes(notes);
    }

    private static boolean isOf(NotatedNote note, int staff) {
        return staff == ALL_STAVES || note.staff() == staff;
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

    /** From here on, a bar without notes sounds as the one so many bars before it, in a staff or in all. */
    void beginMeasureRepeat(Optional<Integer> staff, int barCount) {
        measureRepeats.put(staff.orElse(ALL_STAVES), Math.clamp(barCount, 1, MOST_BARS_REPEATED));
    }

    /** From here on, a staff, or all, sounds as it is written. */
    void endMeasureRepeat(Optional<Integer> staff) {
        staff.ifPresentOrElse(measureRepeats::remove, measureRepeats::clear);
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
