package diabolo.midi;

import static java.util.Objects.requireNonNull;

import diabolo.note.Instrument;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which port and channel each part of a piece plays on.
 *
 * <p>Immutable after its making.
 */
final class ChannelPlan {

    /**
     * A port has 16 channels.
     *
     * @param channel 0 to 15
     */
    record Place(int port, int channel) {}

    private static final int DRUM_CHANNEL = 9;
    private static final int MELODIC_CHANNELS = 15;

    private final List<Part> parts;
    private final boolean shared;
    private final Map<Integer, Place> places = new HashMap<>();

    ChannelPlan(NoteSequence sequence) {
        this.parts = sequence.parts();
        this.shared = parts.stream().filter(part -> !part.isDrums()).count() > MELODIC_CHANNELS;
        for (int index = 0; index < parts.size(); index++) {
            if (parts.get(index).instrument() instanceof Instrument.Melodic(int program)) {
                places.computeIfAbsent(shared ? program : index, _ -> place(places.size()));
            }
        }
    }

    /** @param index of the part in the piece */
    Place placeOf(int index) {
        return switch (parts.get(index).instrument()) {
            case Instrument.Drums() -> new Place(0, DRUM_CHANNEL);
            case Instrument.Melodic(int program) -> requireNonNull(places.get(shared ? program : index));
        };
    }

    private static Place place(int order) {
        int channel = order % MELODIC_CHANNELS;
        return new Place(order / MELODIC_CHANNELS, channel < DRUM_CHANNEL ? channel : channel + 1);
    }
}
