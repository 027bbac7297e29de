package diabolo.audio;

import com.sun.media.sound.EmergencySoundbank;
import com.sun.media.sound.ModelPatch;
import com.sun.media.sound.SF2Soundbank;
import com.sun.media.sound.SoftSynthesizer;
import diabolo.note.NoteSequence;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import javax.sound.midi.Instrument;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Patch;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Soundbank;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The software synthesizer of the JDK. The only class that touches its internal API.
 *
 * <p>Its sound is drawn from a stream on the thread of the caller, so there is no clock and no thread that could make two
 * renderings differ; its limiter is off, since it would change the loudness of a piece in the middle, and
 * {@link WavWriter} normalizes instead. Safe for threads.
 */
final class JdkSynthesizer implements Synthesizer {

    private static final AudioFormat FLOATS = new AudioFormat(
            AudioFormat.Encoding.PCM_FLOAT,
            Pcm.SAMPLE_RATE_HZ,
            Float.SIZE,
            Pcm.AUDIO_CHANNELS,
            Float.BYTES * Pcm.AUDIO_CHANNELS,
            Pcm.SAMPLE_RATE_HZ,
            false);

    /** Every setting there is, so that nothing depends on what the user's preferences hold. */
    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            Map.entry("interpolation", "linear"),
            Map.entry("control rate", (float) Pcm.SAMPLE_RATE_HZ / JdkPcm.BLOCK_FRAMES),
            Map.entry("format", FLOATS),
            Map.entry("latency", 120_000L),
            Map.entry("device id", 0),
            Map.entry("max polyphony", 128),
            Map.entry("reverb", true),
            Map.entry("chorus", true),
            Map.entry("auto gain control", false),
            Map.entry("large mode", false),
            Map.entry("midi channels", MidiTimeline.CHANNELS),
            Map.entry("jitter correction", false),
            Map.entry("light reverb", true),
            Map.entry("load default soundbank", false));

    private static final String INTERNAL = "com.sun.media.sound";
    private static final String PREFERENCES_FACTORY = "java.util.prefs.PreferencesFactory";

    private final SoundFont soundFont;
    private @Nullable Soundbank loadedBank;

    JdkSynthesizer(SoundFont soundFont) {
        this.soundFont = soundFont;
    }

    @Override
    public Pcm render(NoteSequence sequence) throws AudioException {
        requireInternalApi();
        MidiTimeline timeline = MidiTimeline.of(sequence);
        if (timeline.messages().isEmpty()) {
            throw new AudioException("The piece \"" + sequence.title()
                    + "\" has no notes, and only notes can be heard; choose a piece with at least one");
        }
        long seconds = timeline.frameCount() / Pcm.SAMPLE_RATE_HZ;
        if (seconds > LONGEST_SECONDS) {
            throw new AudioException(
                    "The piece \"%s\" lasts %,d seconds, and at most %,d are rendered; cut a passage out of it"
                            .formatted(sequence.title(), seconds, LONGEST_SECONDS));
        }
        return new JdkPcm(bank(), timeline);
    }

    /** Without the flag, the first class of the synthesizer would be an {@link IllegalAccessError}. */
    private static void requireInternalApi() throws AudioException {
        Module own = JdkSynthesizer.class.getModule();
        if (!ShortMessage.class.getModule().isExported(INTERNAL, own)) {
            throw new AudioException(
                    "Sound needs the JDK's synthesizer, which Java does not open to %s without a flag; start it with java --add-exports=java.desktop/%s=%s"
                            .formatted(
                                    own.isNamed() ? "the module " + own.getName() : "a program",
                                    INTERNAL,
                                    own.isNamed() ? own.getName() : "ALL-UNNAMED"));
        }
    }

    /**
     * An open synthesizer: messages go in, sound comes out. Closing the stream closes both.
     *
     * @param stream interleaved 32-bit floats, little-endian
     */
    record Opened(AudioInputStream stream, Receiver receiver) {}

    /** Opens a synthesizer with the instruments of a piece. */
    static Opened open(Soundbank bank, MidiTimeline timeline) throws AudioException {
        SoftSynthesizer synthesizer = new SoftSynthesizer();
        try {
            AudioInputStream stream = synthesizer.openStream(FLOATS, SETTINGS);
            load(synthesizer, bank, new Patch(0, 0)); // what the synthesizer falls back to where a program is missing
            for (int program : timeline.programs()) {
                load(synthesizer, bank, new Patch(0, Math.max(0, program)));
            }
            load(synthesizer, bank, new ModelPatch(0, 0, true));
            return new Opened(stream, synthesizer.getReceiver());
        } catch (MidiUnavailableException e) {
            synthesizer.close();
            throw new AudioException(
                    "The JDK's synthesizer does not open (" + e.getMessage() + "); try another JDK", e);
        }
    }

    private static void load(SoftSynthesizer synthesizer, Soundbank bank, Patch patch) {
        Instrument instrument = bank.getInstrument(patch);
        if (instrument != null) {
            synthesizer.loadInstrument(instrument);
        }
    }

    private synchronized Soundbank bank() throws AudioException {
        if (loadedBank == null) {
            keepOutOfTheUsersPreferences();
            loadedBank = switch (soundFont) {
                case SoundFont.File file -> read(file.path());
                case SoundFont.Emergency _ -> emergencyBank();
            };
        }
        return loadedBank;
    }

    private static Soundbank read(Path path) throws AudioException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return parse(in);
        } catch (NoSuchFileException e) {
            throw new AudioException("There is no SoundFont " + path + "; name a .sf2 file that exists", e);
        } catch (IOException e) {
            throw new AudioException(
                    "%s cannot be read as a SoundFont 2 file (%s); choose another .sf2 file"
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    private static Soundbank emergencyBank() throws AudioException {
        try {
            return parse(new ByteArrayInputStream(EmergencyBankFile.bytes(JdkSynthesizer::computeEmergencyBank)));
        } catch (IOException e) {
            throw new AudioException(
                    "The emergency bank cannot be used (" + e.getMessage()
                            + "); name a SoundFont, a .sf2 file, instead",
                    e);
        }
    }

    /** Reads a bank; what a damaged file makes the JDK throw becomes one kind of exception. */
    private static Soundbank parse(InputStream in) throws IOException {
        try {
            SF2Soundbank bank = new SF2Soundbank(in);
            if (bank.getInstruments().length == 0) {
                throw new IOException("it holds no instruments");
            }
            return bank;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new IOException("it is damaged or too large: " + e, e);
        }
    }

    private static byte[] computeEmergencyBank() throws IOException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            EmergencySoundbank.createSoundbank().save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the JDK could not compute it: " + e, e);
        }
    }

    private static void keepOutOfTheUsersPreferences() {
        if (System.getProperty(PREFERENCES_FACTORY) != null) {
            return;
        }
        try {
            Class<?> found = Class.forName(NoPreferences.class.getName(), false, ClassLoader.getSystemClassLoader());
            System.setProperty(PREFERENCES_FACTORY, found.getName());
        } catch (ClassNotFoundException _) {
            // We were loaded by a loader that the JDK does not ask. Only the folder and the printed line remain.
        }
    }
}
