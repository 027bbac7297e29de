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
 * @param first the instrument of notes that ask for none
 */
record PartDeclaration(String id, String name, Map<String, Playing> instruments, Playing first) {

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
        return new PartDeclaration(id, "", Map.of(), Playing.PIANO);
    }

    /** Reads a {@code <score-part>} to its end. */
    static PartDeclaration read(XmlCursor xml) throws XMLStreamException {
        String id = xml.attribute("id").orElse("");
        String name = "";
        Map<String, Playing> instruments = new HashMap<>();
        Optional<Playing> first = Optional.empty();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "part-name" -> name = xml.text().replaceAll("\\s+", " ");
                case "midi-instrument" -> {
                    String instrumentId = xml.attribute("id").orElse("");
                    Playing playing = readMidiInstrument(xml);
                    instruments.put(instrumentId, playing);
                    first = first.or(() -> Optional.of(playing));
                }
                default -> xml.skip();
            }
        }
        return new PartDeclaration(id, name, instruments, first.orElse(Playing.PIANO));
    }

    /** The instrument that a note asks for. */
    Playing playing(Optional<String> instrumentId) {
        return instrumentId.map(instruments::get).orElse(first);
    }

    private static Playing readMidiInstrument(XmlCursor xml) throws XMLStreamException {
        int channel = 1;
        int program = 1;
        Optional<Pitch> drum = Optional.empty();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "midi-channel" -> channel = Numbers.integer(xml.text()).orElse(1);
                case "midi-program" -> program = Numbers.integer(xml.text()).orElse(1);
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
        boolean isProgram = program >= 1 && program <= 128;
        return new Playing(isProgram ? new Instrument.Melodic(program - 1) : Instrument.PIANO, drum);
    }
}
