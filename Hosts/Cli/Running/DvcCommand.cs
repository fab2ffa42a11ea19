using System.CommandLine;

namespace DichVuCong.Cli.Running;

/// <summary>A command that gives one answer: as tables, or with <c>--json</c> as JSON and nothing else.</summary>
internal abstract class DvcCommand : Command
{
    /// <summary>Creates a command.</summary>
    protected DvcCommand(CliEnvironment environment, string name, string description)
        : base(name, description)
    {
        Environment = environment;
        SetAction((arguments, cancellationToken) => new CommandRun(environment, arguments).RunAsync(AnswerAsync, cancellationToken));
    }

    /// <summary>What surrounds the command.</summary>
    protected CliEnvironment Environment { get; }

    /// <summary>Does what was asked.</summary>
    protected abstract Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken);

    /// <summary>Opens the database that the environment names.</summary>
    protected Workplace Open() => Workplace.Open(Environment);
}
