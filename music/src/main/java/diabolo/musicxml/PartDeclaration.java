package diabolo.musicxml;

import diabolo.notation.Numbers;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * What the list of parts says about one part: its name and the instruments that its notes may ask for.
 *
 * @param instruments by the id that notes refer to, in file order of no importance
 * @param firstId names the instrument of notes that ask for none
 */
record PartDeclaration(String id, String name, Map<String, Playing> instruments, String firstId) {

    private static final int DRUM_CHANNEL = 10;

    /**
     * How an instrument is played by MIDI.
     *
     * @param drum the drum that an unpitched note strikes
     */
    record Playing(Instrument instrument, Optional<Pitch> drum) {
        static final Playing PIANO = new Playing(Instrument.PIANO, Optional.empty());
    }

    static PartDeclaration unlisted(String id) {
        return new PartDeclaration(id, "", Map.of(), "");
    }

    /** Reads a {@code <score-part>} to its end. */
    static PartDeclaration read(XmlCursor xml) throws XMLStreamException {
        String id = xml.attribute("id").orElse("");
        String name = "";
        Map<String, Playing> instruments = new HashMap<>();
        Optional<String> first = Optional.empty();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "part-name" -> name = xml.text().replaceAll("\\s+", " ");
                case "midi-instrument" -> {
                    String instrumentId = xml.attribute("id").orElse("");
                    instruments.put(instrumentId, readMidiInstrument(xml, Playing.PIANO));
                    first = first.or(() -> Optional.of(instrumentId));
                }
                default -> xml.skip();
            }
        }
        return new PartDeclaration(id, name, instruments, first.orElse(""));
    }

    /** The instrument that a note asks for. */
    Playing playing(Optional<String> instrumentId) {
        return instrumentId
                .map(instruments::get)
                .or(() -> Optional.ofNullable(instruments.get(firstId)))
                .orElse(Playing.PIANO);
    }

    /** What a {@code <midi-instrument>} says; what it leaves open is as before. */
    static Playing readMidiInstrument(XmlCursor xml, Playing before) throws XMLStreamException {
        int channel = before.instrument() instanceof Instrument.Drums ? DRUM_CHANNEL : 1;
        Optional<Integer> program = Optional.empty();
        Optional<Pitch> drum = before.drum();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "midi-channel" -> channel = Numbers.integer(xml.text()).orElse(1);
                case "midi-program" -> program = Numbers.integer(xml.text());
                case "midi-unpitched" -> {
                    int number = Numbers.integer(xml.text()).orElse(0);
                    drum = number >= 1 && number <= 128 ? Optional.of(Pitch.of(number - 1)) : Optional.empty();
                }
                default -> xml.skip();
            }
        }
        if (channel == DRUM_CHANNEL) {
            return new Playing(new Instrument.Drums(), drum);
        }
        // programs count from 1; some programs write 0 for "none"
        Instrument kept = before.instrument() instanceof Instrument.Drums ? Instrument.PIANO : before.instrument();
        return new Playing(
                program.filter(number -> number >= 1 && number <= 128)
                        .<Instrument>map(number -> new Instrument.Melodic(number - 1))
                        .orElse(kept),
                drum);
    }
}
