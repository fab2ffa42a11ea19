namespace DichVuCong.Cli.Load.Payments;

/// <summary>
/// The banks on a bad day: every way of misbehaving that the Sandbox's banks know is in force at some time, each striking its share of payments.
/// </summary>
/// <param name="client">The Sandbox's doors.</param>
/// <param name="banks">The banks.</param>
/// <param name="share">How much of their usual share; 0 for none.</param>
/// <param name="silence">For how long a bank that is silent says nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class BankMisbehaviour(BankClient client, IReadOnlyList<string> banks, double share, TimeSpan silence, TimeProvider time)
{
    private const string Down = "down";
    private const int SlowMs = 1500;
    private const int Silence = -1;

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan BetweenOutages = TimeSpan.FromSeconds(12);

    private static readonly (string Mode, double Share, int? DelayMs)[] Modes =
    [
        ("lose-callback", 0.03, null),
        ("ten-times", 0.03, null),
        ("bad-signature", 0.05, null),
        ("early", 0.05, null),
        ("amount-changed", 0.01, null),
        ("callback-amount", 0.01, null),
        ("pending-thrice", 0.02, null),
        ("refund-rejected", 0.2, null),
        ("refund-timeout", 0.1, Silence),
        ("slow", 0.02, SlowMs),
        ("server-error", 0.01, null),
        ("server-error-after", 0.01, null),
        ("too-many", 0.01, null),
        ("timeout-before", 0.005, Silence),
        ("timeout-after", 0.005, Silence),
        ("cut-before", 0.01, null),
        ("cut-after", 0.02, null),
        ("cut-in-answer", 0.01, null),
        ("wrong-json", 0.01, null),
        ("refuse", 0.005, null),
    ];

    private readonly Dictionary<string, long> _struck = new(StringComparer.Ordinal);

    /// <summary>Every way of misbehaving that the Sandbox's banks know.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    /// <summary>How often each struck.</summary>
    public IReadOnlyDictionary<string, long> Struck => _struck;

    /// <summary>Puts those in force that strike single calls and payments.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (share <= 0) return;
        Known = await client.ModesAsync(cancellationToken);
        foreach (var bank in banks) await PutAsync(bank, Usual(), cancellationToken);
    }

    /// <summary>Has one bank after the other be down altogether, again and again, until the work is done; each is at least once.</summary>
    public async Task OutagesAsync(Task work, CancellationToken cancellationToken)
    {
        if (share <= 0) return;
        for (var number = 0; number < banks.Count || !work.IsCompleted; number++)
        {
            var bank = banks[number % banks.Count];
            await PutAsync(bank, [new { mode = Down }, .. Usual()], cancellationToken);
            await Task.Delay(Outage, time, cancellationToken);
            await PutAsync(bank, Usual(), cancellationToken);
            await Task.WhenAny(work, Task.Delay(BetweenOutages, time, cancellationToken));
        }
    }

    /// <summary>Ends all of it.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var bank in banks) await PutAsync(bank, [], cancellationToken);
    }

    /// <summary>What is wrong with a bank's next file; null for nothing.</summary>
    public Task StatementAsync(string bank, string? mode, CancellationToken cancellationToken) =>
        PutAsync(bank, mode is null ? [] : [new { mode }], cancellationToken);

    private IReadOnlyList<object> Usual() =>
        [.. Modes.Select(mode => (object)new { mode = mode.Mode, share = Math.Min(1, mode.Share * share), delayMs = DelayOf(mode.DelayMs) })];

    private int? DelayOf(int? milliseconds) => milliseconds == Silence ? (int)silence.TotalMilliseconds : milliseconds;

    /// <summary>What strikes is counted by the faults in force: it is noted before they are replaced.</summary>
    private async Task PutAsync(string bank, IReadOnlyList<object> faults, CancellationToken cancellationToken)
    {
        foreach (var (mode, times) in await client.StruckAsync(bank, cancellationToken)) _struck[mode] = _struck.GetValueOrDefault(mode) + times;
        await client.FaultsAsync(bank, faults, cancellationToken);
    }
}
