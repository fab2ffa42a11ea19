using System.CommandLine;
using System.Text.Json;

namespace DichVuCong.Cli.Running;

/// <summary>One run of a command: writes its answer, or why there is none, and says how it ended.</summary>
internal sealed class CommandRun(CliEnvironment environment, ParseResult arguments)
{
    private readonly bool _asJson = arguments.GetValue(Parameters.Json);

    public async Task<int> RunAsync(Func<ParseResult, CancellationToken, Task<Answer>> command, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await command(arguments, cancellationToken);
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
            return exitCode;
        }
    }

    private async Task WriteAsync(object model) =>
        await environment.Output.WriteLineAsync(JsonSerializer.Serialize(model, model.GetType(), JsonText.Options));
}
