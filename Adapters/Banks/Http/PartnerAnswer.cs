using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Http;

/// <summary>What kind of no a partner said.</summary>
public enum RefusalKind : byte
{
    /// <summary>It will not do this, whenever it is asked.</summary>
    Business = 1,

    /// <summary>It does not know the order or transaction (yet).</summary>
    NotFound = 2,

    /// <summary>Our account, signature or set-up is wrong: operators must be told.</summary>
    Configuration = 3,
}

/// <summary>What came of a call to a partner: a closed set. Reasons hold no body, no secret and nothing about a payer.</summary>
/// <typeparam name="T">What the partner answers when it does what it was asked.</typeparam>
public abstract record PartnerAnswer<T>
    where T : class
{
    private PartnerAnswer()
    {
    }

    /// <summary>The partner did it, or told what was asked.</summary>
    /// <param name="Value">Its answer.</param>
    public sealed record Done(T Value) : PartnerAnswer<T>;

    /// <summary>The partner read the call and said no.</summary>
    /// <param name="Kind">What kind of no.</param>
    /// <param name="Code">The partner's code, or <c>HTTP nnn</c>.</param>
    /// <param name="Reason">What the code means.</param>
    public sealed record Refused(RefusalKind Kind, string Code, string Reason) : PartnerAnswer<T>;

    /// <summary>Nothing was done: call again later.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="RetryAfter">How long the partner asked us to wait.</param>
    /// <param name="Side">Whose doing it was.</param>
    public sealed record NotSent(string Reason, TimeSpan? RetryAfter = null, FaultSide Side = FaultSide.Partner) : PartnerAnswer<T>;

    /// <summary>It may have been done: time-out after sending, a cut connection, an answer that cannot be read or is not the partner's.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Side">Whose doing it was.</param>
    public sealed record Unknown(string Reason, FaultSide Side = FaultSide.Partner) : PartnerAnswer<T>;
}
