using System.CommandLine;
using System.Text.Json;

namespace DichVuCong.Cli.Running;

/// <summary>One run of a command: writes its answer, or why there is none, and says how it ended.</summary>
internal sealed class CommandRun(CliEnvironment environment, ParseResult arguments)
{
    private readonly bool _asJson = arguments.GetValue(Parameters.Json);

    public async Task<int> RunAsync(Func<ParseResult, CancellationToken, Task<Answer>> command, CancellationToken cancellationToken)
    {
        var trail = CommandTrail.Of(environment, arguments);
        var hasBegun = false;
        try
        {
            if (trail is not null) await trail.BeginAsync(cancellationToken);
            hasBegun = true;
            var answer = await command(arguments, cancellationToken);
            if (trail is not null && answer.ExitCode != ExitCodes.Ok) await trail.FailAsync(answer.ExitCode);
            if (_asJson) await WriteAsync(answer.Model);
            else answer.Show(Tables.ConsoleOf(environment));
            return answer.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception failure) when (Failures.Explain(failure) is not null)
        {
            var (exitCode, message) = Failures.Explain(failure)!.Value;
            if (_asJson) await WriteAsync(new { error = message, exitCode });
            else await environment.Error.WriteLineAsync(message);
            if (trail is not null && hasBegun) await EndAsync(trail, exitCode);
            return exitCode;
        }
    }

    /// <summary>That it failed is told already; that this cannot be written down, as when the database is gone, is told besides.</summary>
    private async Task EndAsync(CommandTrail trail, int exitCode)
    {
        try
        {
            await trail.FailAsync(exitCode);
        }
        catch (Exception failure) when (Failures.Explain(failure) is { } why)
        {
            await environment.Error.WriteLineAsync($"The failure could not be written into the audit trail: {why.Message}");
        }
    }

    private async Task WriteAsync(object model) =>
        await environment.Output.WriteLineAsync(JsonSerializer.Serialize(model, model.GetType(), JsonText.Options));
}
