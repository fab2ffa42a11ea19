namespace DichVuCong.Cli.Running;

/// <summary>A command cannot do what was asked; the message tells the operator why and what to do.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="message">Names the field and the rule; no personal data.</param>
internal sealed class CliProblemException(int exitCode, string message) : Exception(message)
{
    /// <summary>How the command ends.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>Something does not exist.</summary>
    public static CliProblemException NotFound(string message) => new(ExitCodes.NotFound, message);

    /// <summary>A rule refuses it.</summary>
    public static CliProblemException Refused(string message) => new(ExitCodes.Problems, message);

    /// <summary>The arguments do not go together.</summary>
    public static CliProblemException Usage(string message) => new(ExitCodes.Usage, message);
}
