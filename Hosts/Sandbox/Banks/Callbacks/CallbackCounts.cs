using System.Collections.Concurrent;

namespace DichVuCong.Sandbox.Banks.Callbacks;

/// <summary>How often each bank called, and how often it was answered how. Counted from the start of this process.</summary>
internal sealed class CallbackCounts
{
    private readonly ConcurrentDictionary<(string Bank, string Answer), long> _answers = new();

    /// <summary>A call of a bank was answered.</summary>
    public void Count(string bank, string answer) => _answers.AddOrUpdate((bank, answer), 1, static (_, count) => count + 1);

    /// <summary>The answers of a bank's calls, by their words.</summary>
    public IReadOnlyDictionary<string, long> Of(string bank) => _answers.Where(entry => entry.Key.Bank == bank)
        .OrderBy(entry => entry.Key.Answer, StringComparer.Ordinal).ToDictionary(entry => entry.Key.Answer, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>Begins anew.</summary>
    public void Clear() => _answers.Clear();
}
