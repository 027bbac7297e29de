package diabolo.inspection;

/** What a file is by its content, whatever its name says. */
public enum Format {
    MIDI("MIDI"),
    MUSIC_XML("MusicXML"),
    COMPRESSED_MUSIC_XML("compressed MusicXML"),
    ABC("ABC"),
    /** Something else, or nothing that can be opened. */
    OTHER("no music");

    private final String words;

    Format(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }
}
