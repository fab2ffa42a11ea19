using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Support;

/// <summary>What a command said and how it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>The answer of a command that was given <c>--json</c>.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }
}

/// <summary>Runs commands as a shell would, in this process.</summary>
internal sealed class Dvc
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal) { ["DVC_ENVIRONMENT"] = "Development", ["DVC_OPERATOR"] = "truc-ban" };

    public Dvc(TestDatabase? database = null)
    {
        if (database is not null) _variables["DVC_POSTGRES"] = database.ConnectionString;
    }

    /// <summary>The same with another environment variable.</summary>
    public Dvc With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public async Task<CommandResult> RunWithInputAsync(string input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var environment = new CliEnvironment
        {
            Variable = name => _variables.GetValueOrDefault(name),
            Input = reader,
            Output = output,
            Error = error,
            IsTerminal = false,
            Width = 240,
        };
        var exitCode = await CommandTree.RunAsync(arguments, environment, CancellationToken.None);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }
}
