using System.Text.Json;

namespace DichVuCong.Faults.Processes;

/// <summary>The operator's command: what a person on duty would see.</summary>
internal sealed class Operator(string assembly, Func<IReadOnlyDictionary<string, string>> environment, string folder)
{
    /// <summary>How a command ends that checked something and found it wrong.</summary>
    private const int FoundProblems = 1;

    /// <summary>Runs a command that prepares something.</summary>
    public Task RunAsync(string command, CancellationToken cancellationToken) =>
        Shell.RunAsync("dotnet", [assembly, .. command.Split(' ')], environment(), cancellationToken);

    /// <summary>Registers a second account for each agency beside the invented one of development, so that an obligation can be split.</summary>
    /// <returns>The accounts' numbers by agency.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RegisterAccountsAsync(CancellationToken cancellationToken)
    {
        var rows = await ListAsync("payments accounts list", "accounts", cancellationToken);
        var first = rows.ToDictionary(row => row.GetProperty("agency").GetString()!, row => row.GetProperty("account"), StringComparer.Ordinal);
        var file = Path.Combine(folder, "accounts.csv");
        await File.WriteAllLinesAsync(
            file,
            first.Select(pair => $"{pair.Key},{pair.Value.GetProperty("bank").GetString()},{Second(pair.Value)},KBNN mau thu hai,yes,2020-01-01,")
                .Prepend("agency,bank,number,holder,treasury,validFrom,validTo"),
            cancellationToken);
        await RunAsync($"payments accounts import {file}", cancellationToken);
        return first.ToDictionary(
            pair => pair.Key, pair => (IReadOnlyList<string>)[pair.Value.GetProperty("number").GetString()!, Second(pair.Value)], StringComparer.Ordinal);
    }

    private static string Second(JsonElement account) => $"3942{account.GetProperty("number").GetString()![4..]}";

    /// <summary>What a command answers with <c>--json</c>, one of its lists.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string command, string list, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(command, cancellationToken)).GetProperty(list).EnumerateArray()];

    /// <summary>What a command answers with <c>--json</c>, also when it ends by saying that it found something wrong.</summary>
    public async Task<JsonElement> ReadAsync(string command, CancellationToken cancellationToken)
    {
        var (code, output, error) = await Shell.TryAsync("dotnet", [assembly, .. command.Split(' '), "--json"], environment(), cancellationToken);
        if (code is not (0 or FoundProblems)) throw new InvalidOperationException($"dvc {command} ended with {code}: {error}{output}");
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }
}
