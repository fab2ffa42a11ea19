using System.Net;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Messaging;

namespace DichVuCong.Payments.Settings;

/// <summary>What is agreed with a partner beside its interface; it stands in the same section as the interface's own settings.</summary>
public sealed record PartnerTerms
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The partner as payers are told. Default its code.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// The networks from which its callbacks are taken, such as <c>192.0.2.0/24</c>. Required outside Development; there, this machine when
    /// nothing is set.
    /// </summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>The most bytes of a callback, query and body together. Default 64 kB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024;

    /// <summary>
    /// Callbacks taken in a second, on average; what is more gets the partner's "try again". Default 5000: above what a Gateway of two cores makes
    /// durable, so that it keeps a partner that went mad from crowding out the others, and never one that is only busy.
    /// </summary>
    public double CallbacksPerSecond { get; init; } = 5000;

    /// <summary>Calls of ours that are out at once. Default 16.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>Calls of ours in a second; none for no limit. Default none.</summary>
    public double? CallsPerSecond { get; init; }

    /// <summary>How long a payment link lives, if the order is not over before. Default 15 minutes.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The time of day in Vietnam from which a payment belongs to the next day, 24 hours for calendar days. Default 23:00.</summary>
    public TimeSpan CutOff { get; init; } = TimeSpan.FromHours(23);

    /// <summary>The time of day in Vietnam at which the day before is reconciled (T+1). Default 08:00.</summary>
    public TimeOnly ReconcileAt { get; init; } = new(8, 0);

    /// <summary>The family of its reconciliation files, a name of <see cref="StatementFamilies"/>. Required.</summary>
    public string Statements { get; init; } = "";

    /// <summary>When it is asked; none for 1, 5, 15, 30 minutes, then hourly to 3 days.</summary>
    public AskSettings? Asks { get; init; }

    /// <summary>The networks, read; this machine's for none.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks() => Networks.Count == 0
        ? [new IPNetwork(IPAddress.Parse("127.0.0.0"), 8), new IPNetwork(IPAddress.IPv6Loopback, 128)]
        : [.. Networks.Select(IPNetwork.Parse)];

    /// <summary>
    /// What its line can bear. Whatever is wrong with a partner for however long, its orders wait; nothing of them is given up while somebody
    /// can still mend it.
    /// </summary>
    /// <param name="timeout">How long one call of the interface may take; a token may have to be asked for before it.</param>
    public LineLimits LimitsOf(TimeSpan timeout) => LineLimits.Default with
    {
        Concurrency = Concurrency,
        CallsPerSecond = CallsPerSecond,
        CallTimeout = (2 * timeout) + TimeSpan.FromSeconds(5),
        MaxAttempts = 1_000_000,
        GiveUpAfter = TimeSpan.FromDays(365),
    };

    /// <summary>What is wrong with the terms, each naming its field; empty when nothing is.</summary>
    /// <param name="isDevelopment">Whether this machine may be the only network.</param>
    /// <param name="hasFiles">Whether it sends reconciliation files.</param>
    public IEnumerable<string> Validate(bool isDevelopment, bool hasFiles)
    {
        if (Networks.Count == 0 && !isDevelopment) yield return "Networks is required outside Development: the networks from which the partner calls.";
        foreach (var network in Networks.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            yield return $"Networks: {network} is no network such as 192.0.2.0/24.";
        }

        if (MaxBytes is < 1024 or > 1024 * 1024) yield return "MaxBytes is 1024 to 1048576.";
        if (CallbacksPerSecond <= 0) yield return "CallbacksPerSecond must be more than nothing.";
        if (Concurrency is < 1 or > 1000) yield return "Concurrency is 1 to 1000.";
        if (CallsPerSecond <= 0) yield return "CallsPerSecond must be more than nothing.";
        if (LinkLifetime < TimeSpan.FromMinutes(1) || LinkLifetime > Day) yield return "LinkLifetime is 1 minute to 24 hours.";
        if (CutOff <= TimeSpan.Zero || CutOff > Day) yield return "CutOff is a time of day, at most 1.00:00:00 for the day's end.";
        if (hasFiles && StatementFamilies.Find(Statements) is null)
        {
            yield return $"Statements must be one of {string.Join(", ", StatementFamilies.All.Select(family => family.Name))}.";
        }

        foreach (var problem in Asks?.Validate() ?? []) yield return problem;
    }
}
