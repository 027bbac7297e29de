package diabolo.bench;

import java.util.Arrays;

/** Who takes part, by the name in {@code bench/run}. */
enum Side {
    DIABOLO("diabolo", "**Diabolo**"),
    LIBTORCH("libtorch", "libtorch as it comes, by JavaCPP"),
    PYTORCH("pytorch", "PyTorch"),
    DJL("djl", "DJL"),
    CELLS("cells", "a loop of libtorch's LSTM cells, by JavaCPP"),
    MODULE("module", "libtorch's LSTM module, by JavaCPP"),
    MAGENTA("magenta", "@magenta/music, plain JavaScript (its default in Node)"),
    MAGENTA_WASM("magenta-wasm", "@magenta/music with WebAssembly, likeliest tokens (it cannot sample)"),
    JDK("jdk", "the JDK's javax.sound.midi"),
    TONEJS("tonejs", "@tonejs/midi"),
    MIDO("mido", "mido"),
    SKLEARN("sklearn", "scikit-learn");

    private final String id;
    private final String label;

    Side(String id, String label) {
        this.id = id;
        this.label = label;
    }

    static String label(String id) {
        return Arrays.stream(values())
                .filter(side -> side.id.equals(id))
                .map(side -> side.label)
                .findFirst()
                .orElse("`" + id.replace('_', ' ') + "`");
    }
}
