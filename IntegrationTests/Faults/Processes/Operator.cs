using System.Text.Json;

namespace DichVuCong.Faults.Processes;

/// <summary>The operator's command: what a person on duty would see.</summary>
internal sealed class Operator(string assembly, Func<IReadOnlyDictionary<string, string>> environment)
{
    /// <summary>Runs a command that prepares something.</summary>
    public Task RunAsync(string command, CancellationToken cancellationToken) =>
        Shell.RunAsync("dotnet", [assembly, .. command.Split(' ')], environment(), cancellationToken);

    /// <summary>What a command answers with <c>--json</c>, one of its lists.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string command, string list, CancellationToken cancellationToken)
    {
        var text = await Shell.RunAsync("dotnet", [assembly, .. command.Split(' '), "--json"], environment(), cancellationToken);
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(row => row.Clone())];
    }
}
