using DichVuCong.Registries.Settings;

namespace DichVuCong.Cli.Running;

/// <summary>What surrounds a command: tests put their own in.</summary>
internal sealed record CliEnvironment
{
    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Standard input: secrets and bodies come from here, never from the command line.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Standard output.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person watches the output on a terminal.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>Characters in a line.</summary>
    public required int Width { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Who gives the order: DVC_OPERATOR, or the user of the operating system.</summary>
    public string Operator => Variable("DVC_OPERATOR") is { Length: > 0 } named ? named : Environment.UserName;

    /// <summary>
    /// The same as the audit trail and the four eyes know them. Outside Development it is the user of the operating system, whatever DVC_OPERATOR
    /// says: a name that anybody can set would make two persons of one.
    /// </summary>
    public Registries.Operations.Access.Operator Person => Operator is var named && HostSettings.SaysDevelopment(Variable)
        ? Registries.Operations.Access.Operator.OfSystem(named)
        : Registries.Operations.Access.Operator.OfSystem(Environment.UserName) with { Name = named };

    /// <summary>The environment of this process.</summary>
    public static CliEnvironment OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new CliEnvironment
        {
            Variable = Environment.GetEnvironmentVariable,
            Input = Console.In,
            Output = Console.Out,
            Error = Console.Error,
            IsTerminal = isTerminal,
            // What goes into a file or a pipe is not folded to a terminal's width.
            Width = isTerminal ? Math.Max(80, Console.WindowWidth) : 240,
        };
    }
}
