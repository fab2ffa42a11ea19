namespace DichVuCong.Registries.Operations.Partners;

/// <summary>Whose trouble it is, if there is any.</summary>
public enum PartnerSide
{
    /// <summary>Nobody's: the last call was answered.</summary>
    Fine = 1,

    /// <summary>Nobody has called it lately.</summary>
    Quiet = 2,

    /// <summary>Ours: nobody serves its line, or our settings or processes failed.</summary>
    Us = 3,

    /// <summary>The network's: there was no answer, or not a whole one.</summary>
    Network = 4,

    /// <summary>The partner's: it answered that it could not.</summary>
    Partner = 5,

    /// <summary>An operator has paused it.</summary>
    Paused = 6,

    /// <summary>It is announced to be out of service now.</summary>
    Maintenance = 7,
}

/// <summary>A partner as operators see it in the list.</summary>
public sealed record PartnerView
{
    /// <summary>Its name: <c>onestop:H29</c>, <c>sms</c>.</summary>
    public required string Partner { get; init; }

    /// <summary>What people call it; null for what has no name in the catalogue.</summary>
    public string? Name { get; init; }

    /// <summary>The agency whose system it is; null for TTDLQG's own partners.</summary>
    public string? Agency { get; init; }

    /// <summary>Whether some host serves its lines.</summary>
    public required bool IsServed { get; init; }

    /// <summary>Whether an operator has paused it.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>closed, half-open or open: the worst of its lines.</summary>
    public required string Circuit { get; init; }

    /// <summary>Since when; null for always.</summary>
    public DateTimeOffset? CircuitSince { get; init; }

    /// <summary>Calls that wait for their turn, those that are out included.</summary>
    public required long Waiting { get; init; }

    /// <summary>Calls that failed and are due again.</summary>
    public required long Later { get; init; }

    /// <summary>Calls behind one of their key.</summary>
    public required long Held { get; init; }

    /// <summary>Calls that an operator must decide about.</summary>
    public required long Parked { get; init; }

    /// <summary>When the oldest call that is not done was ordered.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>When a call was last answered as done or refused.</summary>
    public DateTimeOffset? LastAnswer { get; init; }

    /// <summary>When a call last failed, and whose doing it was: us, network, partner.</summary>
    public DateTimeOffset? LastFault { get; init; }

    /// <summary>Whose doing the last failure was.</summary>
    public string? FaultSide { get; init; }

    /// <summary>Calls of the last five minutes.</summary>
    public required long Calls { get; init; }

    /// <summary>Of those, the ones that failed or have no clear outcome.</summary>
    public required long Failed { get; init; }

    /// <summary>How long they took on average, in milliseconds.</summary>
    public double? Average { get; init; }

    /// <summary>How long the longest took, in milliseconds.</summary>
    public int? Longest { get; init; }

    /// <summary>Calls a second that it is allowed; null for no limit.</summary>
    public double? Rate { get; init; }

    /// <summary>Until when it is announced to be out of service now.</summary>
    public DateTimeOffset? MaintenanceUntil { get; init; }

    /// <summary>Whether users can be redirected to it: null for what nobody is redirected to.</summary>
    public Redirects? Redirects { get; init; }

    /// <summary>Whose trouble it is.</summary>
    public PartnerSide Side =>
        IsPaused ? PartnerSide.Paused
        : MaintenanceUntil is not null ? PartnerSide.Maintenance
        : !IsServed ? PartnerSide.Us
        : LastFault is { } fault && (LastAnswer is not { } answer || answer < fault) ? SideOf(FaultSide)
        : LastAnswer is null ? PartnerSide.Quiet
        : PartnerSide.Fine;

    private static PartnerSide SideOf(string? side) => side switch
    {
        "us" => PartnerSide.Us,
        "network" => PartnerSide.Network,
        _ => PartnerSide.Partner,
    };
}

/// <summary>Whether users can be redirected to a one-stop system (A7.2, A19.2, A31.2).</summary>
/// <param name="HasTemplate">Whether it is known where to.</param>
/// <param name="LiveRoutes">How many routes lead to it that are live today (A18.4).</param>
/// <param name="IsReachable">Whether it answers: its circuit is closed, and it is neither paused nor in maintenance.</param>
public sealed record Redirects(bool HasTemplate, int LiveRoutes, bool IsReachable)
{
    /// <summary>Whether users are redirected now.</summary>
    public bool AreReady => HasTemplate && LiveRoutes > 0 && IsReachable;
}

/// <summary>The last outcome of a kind.</summary>
/// <param name="Kind">done, refused, transient, unknown, absent or pending.</param>
/// <param name="At">When.</param>
/// <param name="Side">Whose doing a failure was; null for what is none.</param>
/// <param name="Reason">In words, English.</param>
/// <param name="Milliseconds">How long the call took.</param>
public sealed record LastOutcome(string Kind, DateTimeOffset At, string? Side, string Reason, int Milliseconds);

/// <summary>A partner's calls in a minute.</summary>
/// <param name="Minute">The minute.</param>
/// <param name="Answered">Calls that were answered.</param>
/// <param name="Failed">Calls that failed or have no clear outcome.</param>
/// <param name="Average">How long they took on average, in milliseconds.</param>
public sealed record PartnerMinute(DateTimeOffset Minute, long Answered, long Failed, double Average);

/// <summary>Everything about one partner.</summary>
/// <param name="View">As in the list.</param>
/// <param name="Outcomes">The last outcome of each kind.</param>
/// <param name="Minutes">Its calls in the last hour.</param>
/// <param name="Pause">Why it is paused; null when it is not, or was before reasons were kept.</param>
/// <param name="Limits">What it can bear, as the runtime keeps it.</param>
public sealed record PartnerDetail(
    PartnerView View, IReadOnlyList<LastOutcome> Outcomes, IReadOnlyList<PartnerMinute> Minutes, PartnerPause? Pause, string? Limits);

/// <summary>Why a partner is paused.</summary>
/// <param name="Reason">In the operator's words.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">Who paused it.</param>
public sealed record PartnerPause(string Reason, DateTimeOffset Since, string By);
