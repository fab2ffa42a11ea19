using Spectre.Console;

namespace DichVuCong.Cli.Running;

/// <summary>What a command found: for programs as a model, for people as a table.</summary>
/// <param name="Model">Written as JSON with <c>--json</c>.</param>
/// <param name="Show">Shows it to a person.</param>
/// <param name="ExitCode">How the command ends.</param>
internal sealed record Answer(object Model, Action<IAnsiConsole> Show, int ExitCode = ExitCodes.Ok);
