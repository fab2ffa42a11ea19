namespace DichVuCong.Saga.Payments;

/// <summary>A payment that the citizen tries at a partner.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="State">What is known of it.</param>
/// <param name="StartedAt">The time that was given to the partner with the order, which names the attempt; null when the partner spoke of it first.</param>
/// <param name="AskedFrom">Since when the partner is asked about it.</param>
/// <param name="NextAt">When it is asked next, or the asking ends; null when it is not asked.</param>
public sealed record Attempt(string Partner, AttemptState State, DateTimeOffset? StartedAt, DateTimeOffset AskedFrom, DateTimeOffset? NextAt);

/// <summary>What is known of an attempt.</summary>
public enum AttemptState : byte
{
    /// <summary>Nothing yet.</summary>
    Pending = 1,

    /// <summary>The partner does not know.</summary>
    Unknown = 2,

    /// <summary>It failed.</summary>
    Failed = 3,

    /// <summary>The partner collected the money.</summary>
    Paid = 4,

    /// <summary>The partner knew of nothing in all the time it was asked, or until no payment could come any more.</summary>
    Lapsed = 5,
}
