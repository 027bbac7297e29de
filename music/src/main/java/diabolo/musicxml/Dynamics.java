package diabolo.musicxml;

import diabolo.note.Velocity;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Dynamic marks as velocities, spaced as notation programs commonly play them: {@code pp} 33, {@code mf} 80, {@code ff} 112.
 *
 * <p>Marks that stress a single note, such as {@code sfz}, change nothing that lasts and are not read.
 */
final class Dynamics {

    private Dynamics() {}

    /** Reads a {@code <dynamics>} to its end. */
    static Optional<Velocity> read(XmlCursor xml) throws XMLStreamException {
        Optional<Velocity> lasting = Optional.empty();
        while (xml.nextChild()) {
            Optional<Velocity> velocity = velocityOf(xml.name());
            lasting = velocity.isPresent() ? velocity : lasting;
            xml.skip();
        }
        return lasting;
    }

    private static Optional<Velocity> velocityOf(String mark) {
        return switch (mark) {
            case "pppppp", "ppppp" -> Optional.of(Velocity.of(5));
            case "pppp" -> Optional.of(Velocity.of(10));
            case "ppp" -> Optional.of(Velocity.of(16));
            case "pp" -> Optional.of(Velocity.of(33));
            case "p", "fp", "sfp" -> Optional.of(Velocity.of(49));
            case "mp" -> Optional.of(Velocity.of(64));
            case "mf" -> Optional.of(Velocity.of(80));
            case "f", "pf" -> Optional.of(Velocity.of(96));
            case "ff" -> Optional.of(Velocity.of(112));
            case "fff" -> Optional.of(Velocity.of(120));
            case "ffff", "fffff", "ffffff" -> Optional.of(Velocity.of(127));
            default -> Optional.empty();
        };
    }
}
