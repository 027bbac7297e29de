package diabolo.report;

import diabolo.corpus.Window;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import java.io.IOException;
import java.util.List;

/** Pieces of music and their reconstructions by every network, to see and hear. */
public final class ReconstructedPieces implements Chapter {

    private static final int SHOWN = 4;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        Music music = findings.music();
        List<Window> windows = music.unseenIfAny();
        int shown = Math.min(SHOWN, windows.size());
        for (TrainedVariant variant : findings.variants()) {
            report.section(
                    findings.isComparison()
                            ? "Originals and reconstructions: " + variant.words()
                            : "Originals and reconstructions");
            for (int i = 0; i < shown; i++) {
                Window window = windows.get(i * windows.size() / shown);
                Frames again =
                        variant.network().reconstruct(List.of(window.frames())).getFirst();
                report.piece(music.place(window), music.notes(window.frames()));
                report.piece("reconstruction of " + music.place(window), music.notes(again));
            }
        }
    }
}
