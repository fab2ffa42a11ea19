using System.CommandLine;

namespace DichVuCong.Cli.Running;

/// <summary>A word that only groups commands.</summary>
internal static class DvcGroup
{
    public static Command Of(string name, string description, params ReadOnlySpan<Command> commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands) group.Subcommands.Add(command);
        return group;
    }

    /// <summary>Gives a command another name beside its own.</summary>
    public static Command Also(this Command command, string name)
    {
        command.Aliases.Add(name);
        return command;
    }
}
