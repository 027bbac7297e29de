package diabolo.listening;

import diabolo.audio.Loudness;
import diabolo.audio.Synthesizer;
import diabolo.report.page.SoundBank;
import diabolo.report.page.SoundBank.BankNote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The page of a listening test: one file that needs no other. It holds the single notes that occur in the pieces, each once, and plays
 * the pieces with them, so that twenty pairs take less room than one of them would as sound; each is given the gain that brings its mix
 * to one loudness.
 */
final class ListeningPage {

    /** In LUFS, as broadcasts are (EBU R 128), so that piano and drums stay below full scale. */
    private static final double LOUDNESS = -23;

    /** Above it, all pieces are made softer alike. */
    private static final double PEAK = 0.95;

    private record Sound(List<BankNote> notes, double gain, double peak) {

        static Sound of(List<BankNote> notes, SoundMix mix) {
            float[] samples = mix.of(notes);
            double loudness = Loudness.of(samples, SoundMix.SAMPLE_RATE_HZ);
            double gain = loudness == Double.NEGATIVE_INFINITY ? 1 : Math.pow(10, (LOUDNESS - loudness) / 20);
            double peak = 0;
            for (float sample : samples) {
                peak = Math.max(peak, gain * Math.abs(sample));
            }
            return new Sound(notes, gain, peak);
        }

        String json(double factor) {
            return String.format(
                    Locale.ROOT,
                    "{\"gain\":%.4f,\"notes\":\"%s\"}",
                    gain * factor,
                    notes.stream().map(BankNote::text).collect(Collectors.joining()));
        }
    }

    private ListeningPage() {}

    static String of(String test, List<ListeningTest.Pair> pairs, Synthesizer synthesizer) throws IOException {
        SoundBank bank = new SoundBank();
        List<List<BankNote>> notes = new ArrayList<>();
        for (ListeningTest.Pair pair : pairs) {
            notes.add(bank.notes(pair.left()));
            notes.add(bank.notes(pair.right()));
        }
        byte[] wav = bank.wav(synthesizer);
        SoundMix mix = SoundMix.of(wav);
        List<Sound> sounds = notes.stream().map(of -> Sound.of(of, mix)).toList();
        double peak = sounds.stream().mapToDouble(Sound::peak).max().orElse(PEAK);
        double factor = Math.min(1, PEAK / peak);
        List<String> json = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i += 2) {
            json.add("[%s,\n%s]"
                    .formatted(sounds.get(i).json(factor), sounds.get(i + 1).json(factor)));
        }
        return template()
                .replace("{{TEST}}", test)
                .replace("{{BETTER}}", Question.BETTER.words())
                .replace("{{PERSON}}", Question.PERSON.words())
                .replace("{{COLUMNS}}", String.join(",", Answers.COLUMNS))
                .replace("{{LOADING}}", SoundBank.LOADING)
                .replace("{{PAIRS}}", String.join(",\n", json))
                .replace("{{SOUNDS}}", SoundBank.element(wav));
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ListeningPage.class.getResourceAsStream("page.html"), "page.html is missing from the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
