package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VerbsTest {

    @Test
    void eachIsCalledWhatItCallsItself() {
        CommandLine all = Verbs.addedTo(new CommandLine(CommandLine.Model.CommandSpec.create()), "--help");

        assertThat(all.getSubcommands()).hasSize(28).allSatisfy((name, verb) -> assertThat(
                        verb.getCommandSpec().name())
                .isEqualTo(name)
                .isEqualTo(verb.getCommandSpec()
                        .userObject()
                        .getClass()
                        .getAnnotation(CommandLine.Command.class)
                        .name()));
    }

    @Test
    void theOneThatIsNamedIsEnough() {
        CommandLine some =
                Verbs.addedTo(new CommandLine(CommandLine.Model.CommandSpec.create()), "--verbose", "inspect");

        assertThat(some.getSubcommands()).containsOnlyKeys("inspect");
    }
}
